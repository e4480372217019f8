#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

namespace meshscope {

/// Reads answers of Unity Catalog (0.6; Databricks has the same shapes) into records: catalogs and schemas become
/// domains, tables, views, volumes and models datasets, functions jobs. `unit` names the answer they stand in.
class UnityReader {
public:
    /// `ns` is what the server's datasets go by, see `namespaceOf`.
    explicit UnityReader(QString ns)
        : m_ns(std::move(ns))
    {
    }
    /// OpenLineage's for Databricks, by its pattern for a server of one's own.
    [[nodiscard]] static QString namespaceOf(const QUrl &base);

    [[nodiscard]] Records catalogs(const Node &page, const QString &unit) const;
    [[nodiscard]] Records schemas(const Node &page, const QString &unit) const;
    [[nodiscard]] Records tables(const Node &page, const QString &unit) const;
    [[nodiscard]] Records volumes(const Node &page, const QString &unit) const;
    [[nodiscard]] Records functions(const Node &page, const QString &unit) const;
    [[nodiscard]] Records models(const Node &page, const QString &unit) const;
    /// Versions of one registered model.
    [[nodiscard]] Records versions(const QString &model, const Node &page, const QString &unit) const;

    /// A thing one can be permitted something with, in the server's words: "catalog", "schema", "table" …
    struct Securable {
        QString type;
        QString fullName;
    };
    [[nodiscard]] Records permissions(const Securable &on, const Node &answer, const QString &unit) const;

    [[nodiscard]] QString tableId(const QString &fullName) const;
    [[nodiscard]] const QString &ns() const { return m_ns; }

private:
    void tell(const Node &item, const QString &unit, Entity &entity, Records &out) const;
    void readTable(const Node &item, const QString &unit, Records &out) const;
    void readDependencies(const Node &item, const Dataset &view, Records &out) const;
    Dataset &addDataset(const Node &item, const QString &name, const QString &unit, Records &out) const;
    [[nodiscard]] QString volumeName(const Node &item) const;

    const QString m_ns;
};

/// `catalog.schema.name` of an item, whether or not it says so itself.
[[nodiscard]] QString unityName(const Node &item);

} // namespace meshscope
