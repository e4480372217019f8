#pragma once

#include "models/store/run.h"

#include <QAbstractTableModel>

namespace meshscope {

/// What a run came to, kind by kind: expected by the server's own totals, and got.
class CompletenessModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Kind, Expected, Got, Lacking, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRun(const Run &run);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString word;
        std::optional<qint64> expected;
        qint64 got = 0;
    };
    QList<Row> m_rows;
};

/// "Datasets", for a word that runs count by; a word nobody knows is shown as it is.
[[nodiscard]] QString countTitle(const QString &word);
/// Words in the order people are shown them: listed things first, then what they hold.
[[nodiscard]] QStringList inReadingOrder(QStringList words);

} // namespace meshscope
