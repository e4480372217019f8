#pragma once

#include "models/mesh/records.h"

namespace meshscope {

/// A dataset's identity by the OpenLineage naming rules.
struct DatasetName {
    QString ns;
    QString name;
    QString platform;
    [[nodiscard]] bool isNull() const { return ns.isEmpty(); }
    [[nodiscard]] QString id() const;
};

/// From a contract's server and the schema object's physical name (OpenLineage spec, Naming.md):
/// postgres://host:port + db.schema.table, snowflake://account + db.schema.table, kafka://host:port + topic,
/// s3://bucket + key, bigquery + project.dataset.table, file + path … Null when the server does not say enough.
[[nodiscard]] DatasetName nameFromServer(const Server &server, const QString &physicalName);
/// From dbt's adapter, connection facts and relation name (`"db"."schema"."table"` in any quoting).
[[nodiscard]] DatasetName nameFromRelation(const QString &adapter, const QString &database, const QString &schema,
                                           const QString &identifier, const QString &relationName);
/// Platform word of a namespace: its scheme ("postgres", "kafka", "s3"), or the namespace itself ("bigquery").
[[nodiscard]] QString platformOf(const QString &ns);

} // namespace meshscope
