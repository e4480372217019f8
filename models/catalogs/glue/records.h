#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

namespace meshscope {

/// Reads answers of AWS Glue into records: databases become domains, tables and views datasets by OpenLineage's name for
/// them (`arn:aws:glue:<region>:<account>` and `table/<database>/<table>`). `unit` names the answer they stand in.
class GlueReader {
public:
    explicit GlueReader(QString region)
        : m_region(std::move(region))
    {
    }

    [[nodiscard]] Records databases(const Node &page, const QString &unit) const;
    [[nodiscard]] Records tables(const Node &page, const QString &unit) const;
    /// A page of partitions: when each came. `count` is told where the page is the last, with what it is short of.
    struct Counted {
        qint64 partitions = 0;
        bool isAll = true;
    };
    [[nodiscard]] Records partitions(const QString &table, const Node &page, const std::optional<Counted> &count,
                                     const QString &unit) const;
    /// Versions of one table, in any order: what each changed.
    [[nodiscard]] Records versions(const QString &table, const Node &answer, const QString &unit) const;
    /// One result of a data quality run.
    [[nodiscard]] Records quality(const Node &answer) const;

    /// What a table goes by: of `CatalogId`, `DatabaseName` and `Name` (or `TableName`).
    [[nodiscard]] QString idOf(const Node &table) const;

private:
    [[nodiscard]] QString namespaceOf(const Node &table) const;
    void readTable(const Node &item, const QString &unit, Records &out) const;

    const QString m_region;
};

} // namespace meshscope
