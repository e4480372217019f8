#include "models/catalogs/iceberg/records.h"

#include "models/catalogs/iceberg/schema.h"
#include "models/catalogs/iceberg/snapshots.h"
#include "models/formats/naming.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Iceberg)
};

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
}

void addOwner(const Node &properties, Entity &entity, Records &out)
{
    const QString owner = properties["owner"].text();
    if (owner.isEmpty())
        return;
    const QString mail = owner.contains(u'@') ? owner : QString();
    entity.owners.append({owner, owner, u"owner"_s, mail});
    Party party;
    party.id = party.name = owner;
    party.email = mail;
    party.source = entity.source;
    out.parties.append(std::move(party));
}

/// Everything people put there themselves but what has a place of its own.
void addProperties(const Node &properties, Entity &entity)
{
    for (qsizetype i = 0; i < qsizetype(properties.items().size()) && properties.isMap(); ++i) {
        const QString &name = properties.keys()[size_t(i)];
        if (name != u"comment" && name != u"owner")
            addProperty(entity.properties, name, properties.items()[size_t(i)]);
    }
}

QString timeText(const Node &millis)
{
    const std::optional<qint64> value = millis.integer();
    return value && *value > 0 ? QDateTime::fromMSecsSinceEpoch(*value, Qt::UTC).toString(Qt::ISODateWithMs) : QString();
}

void addText(QList<Property> &properties, const char *name, const QString &text)
{
    if (!text.isEmpty())
        properties.append({QString::fromLatin1(name), text});
}

/// The item of a list whose `key` has this number, or the null node.
const Node &itemOf(const Node &list, std::string_view key, std::optional<qint64> number)
{
    for (const Node &item : list.items()) {
        if (number && item[key].integer() == number)
            return item;
    }
    return Node::null();
}

/// "day(ordered_at), country, bucket[4](order_id)", or with "desc nulls-last" behind; columns by their present names.
QString expressionOf(const Node &fields, const IcebergSchemas &schemas, qint64 schema, QSet<QString> *sources)
{
    QStringList parts;
    for (const Node &field : fields.items()) {
        QStringList columns;
        const Node &several = field["source-ids"]; // format version 3
        for (const Node &id : several.isSequence() ? several.items() : std::span<const Node>(&field["source-id"], 1)) {
            const std::optional<qint64> number = id.integer();
            columns.append(number ? schemas.pathOf(*number, schema) : QString());
            if (sources)
                sources->insert(columns.last());
        }
        const QString column = columns.join(u", "_s);
        const QString transform = field["transform"].text();
        QString part = transform == u"identity" || transform.isEmpty() ? column : transform + u'(' + column + u')';
        for (const char *key : {"direction", "null-order"}) {
            if (const QString word = field[key].text(); !word.isEmpty())
                part += u' ' + word;
        }
        parts.append(part);
    }
    return parts.join(u", "_s);
}

Issue noMetadata(const Node &answer, const QString &name, const QString &unit)
{
    return issueAt(Issue::Severity::Error, contextOf(unit), answer,
                   Text::tr("The catalog's answer about “%1” holds no metadata: there is nothing to read.").arg(name));
}

/// Present schema: format version 1 has but one.
qint64 presentSchema(const Node &metadata)
{
    return metadata["current-schema-id"].integer().value_or(metadata["schema"]["schema-id"].integer().value_or(0));
}

void addLayout(const Node &metadata, const IcebergSchemas &schemas, Dataset &dataset, QList<Column> &columns)
{
    const qint64 schema = presentSchema(metadata);
    const std::optional<qint64> present = metadata["default-spec-id"].integer();
    QSet<QString> sources;
    const Node &specs = metadata["partition-specs"];
    const Node &spec = specs.isSequence() ? itemOf(specs, "spec-id", present)["fields"] : metadata["partition-spec"];
    addText(dataset.properties, "partitioning", expressionOf(spec, schemas, schema, &sources));
    QStringList former;
    for (const Node &other : specs.items()) {
        if (other["spec-id"].integer() == present)
            continue;
        const QString text = expressionOf(other["fields"], schemas, schema, nullptr);
        former.append(other["spec-id"].text() + u": "_s + (text.isEmpty() ? u"-"_s : text));
    }
    addText(dataset.properties, "formerPartitioning", former.join(u"; "_s));
    const Node &order = itemOf(metadata["sort-orders"], "order-id", metadata["default-sort-order-id"].integer());
    addText(dataset.properties, "sortOrder", expressionOf(order["fields"], schemas, schema, nullptr));
    for (Column &column : columns)
        column.partition = sources.contains(column.path);
}

QString refsText(const Node &refs)
{
    QStringList parts;
    for (qsizetype i = 0; refs.isMap() && i < refs.size(); ++i) {
        const Node &ref = refs.items()[size_t(i)];
        parts.append(u"%1 (%2 %3)"_s.arg(refs.keys()[size_t(i)], ref["type"].text(), ref["snapshot-id"].text()));
    }
    return parts.join(u", "_s);
}

/// When a schema came into use is known by the first snapshot that was written with it.
QString firstUse(const Node &metadata, qint64 schema)
{
    QString first;
    for (const Node &snapshot : metadata["snapshots"].items()) {
        const QString at = timeText(snapshot["timestamp-ms"]);
        if (snapshot["schema-id"].integer() == schema && !at.isEmpty() && (first.isEmpty() || at < first))
            first = at;
    }
    return first;
}

} // namespace

QString icebergName(const QStringList &levels)
{
    QStringList parts;
    for (const QString &level : levels) {
        const bool isPlain = !level.contains(u'.') && !level.contains(u'"') && !level.isEmpty();
        parts.append(isPlain ? level : u'"' + QString(level).replace(u"\""_s, u"\"\""_s) + u'"');
    }
    return parts.join(u'.');
}

QString IcebergReader::idOf(const QStringList &levels, const QString &name) const
{
    return datasetId(m_ns, icebergName(levels + QStringList{name}));
}

Records IcebergReader::namespaces(const QList<QStringList> &listed) const
{
    Records out;
    for (const QStringList &levels : listed) {
        Domain domain;
        domain.id = icebergName(levels);
        domain.name = levels.value(levels.size() - 1);
        domain.domain = icebergName(levels.first(levels.size() - 1));
        domain.implied = true;
        out.domains.append(std::move(domain));
    }
    return out;
}

Records IcebergReader::nameSpace(const Node &answer, const QStringList &levels, const QString &unit) const
{
    Records out = namespaces({levels});
    Domain &domain = out.domains.first();
    domain.implied = false;
    domain.source = sourceOf(contextOf(unit), answer);
    const Node &properties = answer["properties"];
    domain.description = properties["comment"].text();
    addOwner(properties, domain, out);
    addProperties(properties, domain);
    return out;
}

Dataset &IcebergReader::addDataset(const Node &answer, const QStringList &levels, const QString &name, const QString &unit,
                                   Records &out) const
{
    const Node &metadata = answer["metadata"];
    Dataset dataset;
    dataset.id = idOf(levels, name);
    dataset.ns = m_ns;
    dataset.name = icebergName(levels + QStringList{name});
    dataset.domain = icebergName(levels);
    dataset.platform = u"iceberg"_s;
    dataset.source = sourceOf(contextOf(unit), answer);
    const Node &properties = metadata["properties"];
    dataset.description = properties["comment"].text();
    addOwner(properties, dataset, out);
    addText(dataset.properties, "location", metadata["location"].text());
    addText(dataset.properties, "metadataLocation", answer["metadata-location"].text());
    addText(dataset.properties, "formatVersion", metadata["format-version"].text());
    addText(dataset.properties, "uuid", firstText(metadata, {"table-uuid", "view-uuid"}));
    out.datasets.append(std::move(dataset));
    return out.datasets.last();
}

Records IcebergReader::table(const Node &answer, const QStringList &levels, const QString &name, const QString &unit) const
{
    Records out;
    const Node &metadata = answer["metadata"];
    Dataset &dataset = addDataset(answer, levels, name, unit, out);
    if (!metadata.isMap()) {
        out.issues.append(noMetadata(answer, dataset.name, unit));
        out.datasets.clear();
        return out;
    }
    dataset.type = u"table"_s;
    // What writes the files names the table by where they are.
    Server place;
    place.type = u"s3"_s;
    place.settings.append({u"location"_s, metadata["location"].text()});
    if (const DatasetName other = nameFromServer(place, {}); !other.isNull())
        dataset.aliases.append(other.id());
    const IcebergSchemas schemas(metadata);
    out.columns = schemas.columns(presentSchema(metadata), dataset.id);
    if (out.columns.isEmpty() && !schemas.countOf(presentSchema(metadata)))
        out.issues.append(
            issueAt(Issue::Severity::Warning, contextOf(unit), metadata,
                    Text::tr("Table “%1”: its metadata has no schema %2.").arg(dataset.name).arg(presentSchema(metadata))));
    addLayout(metadata, schemas, dataset, out.columns);
    addText(dataset.properties, "updatedAt", timeText(metadata["last-updated-ms"]));
    addText(dataset.properties, "currentSnapshot", metadata["current-snapshot-id"].text());
    addText(dataset.properties, "refs", refsText(metadata["refs"]));
    for (const IcebergSchemas::Change &change : schemas.changes()) {
        const QString at = firstUse(metadata, change.schema);
        dataset.properties.append(
            {u"schema "_s + QString::number(change.schema), (at.isEmpty() ? QString() : at + u"  "_s) + change.text});
    }
    addIcebergSnapshots(metadata, schemas, dataset, out.measurements);
    addProperties(metadata["properties"], dataset);
    return out;
}

Records IcebergReader::view(const Node &answer, const QStringList &levels, const QString &name, const QString &unit) const
{
    Records out;
    const Node &metadata = answer["metadata"];
    Dataset &dataset = addDataset(answer, levels, name, unit, out);
    if (!metadata.isMap()) {
        out.issues.append(noMetadata(answer, dataset.name, unit));
        out.datasets.clear();
        return out;
    }
    dataset.type = u"view"_s;
    const Node &version = itemOf(metadata["versions"], "version-id", metadata["current-version-id"].integer());
    const IcebergSchemas schemas(metadata);
    const qint64 schema = version["schema-id"].integer().value_or(presentSchema(metadata));
    out.columns = schemas.columns(schema, dataset.id);
    for (const Node &text : version["representations"].items())
        addProperty(dataset.properties, u"sql "_s + text["dialect"].text(), text["sql"]);
    addText(dataset.properties, "defaultCatalog", version["default-catalog"].text());
    addText(dataset.properties, "defaultNamespace", icebergName(version["default-namespace"].texts()));
    addText(dataset.properties, "updatedAt", timeText(version["timestamp-ms"]));
    addText(dataset.properties, "versions", QString::number(metadata["versions"].size()));
    for (const IcebergSchemas::Change &change : schemas.changes())
        dataset.properties.append({u"schema "_s + QString::number(change.schema), change.text});
    addProperties(metadata["properties"], dataset);
    return out;
}

} // namespace meshscope
