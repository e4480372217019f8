#pragma once

#include "models/mesh/proposals.h"

#include <QAbstractTableModel>

namespace meshscope {

/// One row of the Matches page: two things, why they may be one, and what was said of that.
struct MatchRow {
    struct Side {
        Address address;
        QString name;
        QString domain;
    };
    Side a;
    Side b;
    std::optional<double> confidence; ///< of a proposal
    QString why;
    std::optional<MatchDecision> decision;
};
[[nodiscard]] QList<MatchRow> matchRows(const Mesh &mesh, const QList<Proposal> &proposals);
[[nodiscard]] QList<MatchRow> matchRows(const Mesh &mesh, const QList<MatchDecision> &decisions);

/// Proposed matches, or decided ones.
class MatchModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { One, Other, Why, Confidence, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(QList<MatchRow> rows);
    [[nodiscard]] const MatchRow &row(int index) const { return m_rows[index]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const MatchRow &row, int column) const;
    QList<MatchRow> m_rows;
};

} // namespace meshscope
