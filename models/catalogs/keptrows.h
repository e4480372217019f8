#pragma once

#include "models/formats/node.h"
#include "models/mesh/datarows.h"

#include <QHash>

namespace meshscope {

/// Rows that a catalog keeps of a dataset, put together from its answer: values stand as they are written there.
class KeptRows {
public:
    /// `most`: rows that are wanted; those beyond only tell that there are more.
    explicit KeptRows(int most)
        : m_most(most)
    {
    }
    /// A column that is known before the rows are.
    void addColumn(const DataRows::Column &column);
    /// A row as a list, in the order of the columns. One of another length is left out: nobody can tell what is what.
    void addList(const Node &row);
    /// A row as an object; the objects in it become columns of their own, named by their path in dots. What is no object
    /// stands in a column `value`.
    void addObject(const Node &row);
    /// A row of one value, for the first column.
    void addText(const Node &value);
    [[nodiscard]] bool isFull() const { return m_out.more; }
    [[nodiscard]] DataRows take(const QString &kind, const QString &location);

private:
    [[nodiscard]] bool hasRoom();
    [[nodiscard]] QString cellOf(const Node &value);
    void flatten(const Node &object, const QString &path, int depth, QStringList &cells);
    void put(const QString &name, const Node &value, QStringList &cells);

    const int m_most;
    DataRows m_out;
    QHash<QString, qsizetype> m_indexOf;
    qint64 m_uneven = 0;
    bool m_isCut = false;
    bool m_isTooWide = false;
};

} // namespace meshscope
