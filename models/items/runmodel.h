#pragma once

#include "models/store/run.h"

#include <QAbstractTableModel>

namespace meshscope {

/// Runs of one endpoint, newest first: when, how long, what it came to, what was expected and what was got. Why the newest
/// is not complete is left to who shows them, and why another is not is said where the run after it says something else.
class RunModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Started, State, Listed, Products, Datasets, Columns, Edges, IssueCount, Requests, Took, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRuns(QList<Run> runs);
    [[nodiscard]] const Run &run(int row) const { return m_runs[row]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Run &run, int column) const;
    [[nodiscard]] QString reason(int row) const;
    QList<Run> m_runs;
};

} // namespace meshscope
