#pragma once

#include "models/store/serialize.h"

namespace meshscope {

/// What a row of the tables `entity` (below 32) and `detail` holds. Numbers are part of the file format.
enum class RowKind : quint8 {
    Domain = 1,
    ImpliedDomain = 2,
    Product = 3,
    Port = 4,
    Contract = 5,
    Dataset = 6,
    Job = 7,
    Term = 8,
    Party = 9,
    Level = 10,
    Lineage = 11, ///< all edges into one dataset; key: `to`
    Flow = 12,    ///< all flows into one product; key: `to`
    Agreement = 13,
    Columns = 32,    ///< all columns of one dataset; key: the dataset
    Rules = 33,      ///< rules of one dataset in one contract; key: dataset, line feed, contract
    ColumnEdges = 34 ///< all column edges between two datasets; key: from, line feed, to
};
[[nodiscard]] constexpr bool isDetail(RowKind kind)
{
    return quint8(kind) >= 32;
}

/// One record, or one group of records, ready to be stored. `nth` tells rows of one kind and key in one unit apart.
struct FactRow {
    struct Part { ///< of FactRows::bytes
        quint32 at = 0;
        quint32 size = 0;
    };
    RowKind kind = RowKind::Domain;
    int nth = 0;
    QString key;
    Part keyUtf8;
    Part body;
    Part place;       ///< entities only
    qint64 hash = 0;  ///< details only: idHash of what they are found by
    qint64 hash2 = 0; ///< 0 = none
    qint64 n = 0;     ///< how many things it counts for
};

/// The rows of one unit, their texts side by side.
struct FactRows {
    std::vector<FactRow> rows;
    QByteArray bytes;
    [[nodiscard]] QByteArrayView of(FactRow::Part part) const
    {
        return QByteArrayView(bytes.constData() + part.at, qsizetype(part.size));
    }
};

/// A column edge implies its dataset edge; equal records of one id are one row.
[[nodiscard]] FactRows factRows(const Records &records, const QString &unit);

/// 64 bits of an id (FNV-1a over UTF-8), the same for ever.
[[nodiscard]] qint64 idHash(const QString &id);
[[nodiscard]] qint64 idHash(QByteArrayView utf8);

[[nodiscard]] inline QString columnEdgesKey(const QString &from, const QString &to)
{
    return from + u'\n' + to;
}

/// Whether both ends are columns: a filter or join that bears on a whole dataset has no column at its end.
[[nodiscard]] inline bool isColumnPair(const ColumnEdge &edge)
{
    return !edge.fromColumn.isEmpty() && !edge.toColumn.isEmpty();
}

/// Whether a column counts: array items do only where they have names of their own.
[[nodiscard]] inline bool isNamedColumn(const QString &path)
{
    return !path.endsWith(QLatin1String("[]"));
}

} // namespace meshscope
