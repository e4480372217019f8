#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

namespace meshscope {

/// The name of something below levels of namespaces, with dots; a level that holds one is put in quotation marks.
[[nodiscard]] QString icebergName(const QStringList &levels);

/// Reads answers of an Iceberg REST catalog (rest-catalog-open-api.yaml) into records: namespaces become domains, tables and
/// views datasets. `unit` names the answer they stand in.
class IcebergReader {
public:
    /// `ns` is what the catalog's datasets go by: its address, and the warehouse where it has several.
    explicit IcebergReader(QString ns)
        : m_ns(std::move(ns))
    {
    }

    /// A page of namespaces: only that they are there; what they are is told of one by one.
    [[nodiscard]] Records namespaces(const QList<QStringList> &listed) const;
    [[nodiscard]] Records nameSpace(const Node &answer, const QStringList &levels, const QString &unit) const;
    /// An answer to loadTable: schema, partitions, sort order, and the snapshots of the main branch as measurements.
    [[nodiscard]] Records table(const Node &answer, const QStringList &levels, const QString &name,
                                const QString &unit) const;
    [[nodiscard]] Records view(const Node &answer, const QStringList &levels, const QString &name,
                               const QString &unit) const;
    [[nodiscard]] QString idOf(const QStringList &levels, const QString &name) const;

private:
    Dataset &addDataset(const Node &answer, const QStringList &levels, const QString &name, const QString &unit,
                        Records &out) const;

    const QString m_ns;
};

} // namespace meshscope
