#pragma once

#include "models/mesh/issue.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace meshscope {

/// Issues of the last runs, worst first; a row's address is `<endpoint>\n<file>\n<line>`.
class IssueModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Row {
        QString endpoint;
        Issue issue;
        QDateTime at;
    };
    enum Column { Text, Place, Endpoint, When, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(QList<Row> rows);
    [[nodiscard]] const Row &row(int index) const { return m_rows[index]; }
    [[nodiscard]] int count(Issue::Severity severity) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Row> m_rows;
};

/// "models/orders.yaml:12:4", or the URL.
[[nodiscard]] QString placeText(const Issue::Place &place);
[[nodiscard]] QString severityName(Issue::Severity severity);

} // namespace meshscope
