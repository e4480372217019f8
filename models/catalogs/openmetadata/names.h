#pragma once

#include "models/formats/naming.h"
#include "models/formats/node.h"

#include <QHash>

namespace meshscope::openmetadata {

/// Parts of a fully qualified name; those with dots in them are quoted: `crm.public."dim.product"`.
[[nodiscard]] QStringList nameParts(const QString &fqn);
/// One part as it stands in a fully qualified name.
[[nodiscard]] QString quotedPart(const QString &name);
/// A part after a fully qualified name.
[[nodiscard]] QString below(const QString &fqn, const QString &name);

/// What a service says of where its data is: the connection's type and its settings without secrets.
struct Service {
    QString kind; ///< "databaseService" …
    QString type; ///< "Postgres", "Kafka" … as the server writes it
    QHash<QString, QString> settings;
    [[nodiscard]] static Service of(const Node &service);
    bool operator==(const Service &) const = default;
};

/// OpenLineage identity of a table by its service and the parts of its name below it (database, schema, table). Null where
/// the connection does not say where the service is.
[[nodiscard]] DatasetName tableName(const Service &service, const QStringList &parts);
[[nodiscard]] DatasetName topicName(const Service &service, const QString &topic);

/// `<#E::table::crm.public.orders::columns::id>` → its parts after `#E`.
[[nodiscard]] QStringList entityLink(const QString &link);

} // namespace meshscope::openmetadata
