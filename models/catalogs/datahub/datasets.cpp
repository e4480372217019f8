#include "models/catalogs/datahub/records.h"

#include "models/formats/reading.h"

#include <QSet>

using namespace Qt::StringLiterals;

// The second part of DataHubReader: datasets with their columns and lineage.
namespace meshscope {

namespace {

/// Relations of one direction: what data is reached, jobs apart.
QStringList reached(const Node &lineage, const DataHubNames &names)
{
    QStringList ids;
    for (const Node &relation : lineage["relationships"].items()) {
        const Node &entity = relation["entity"];
        const QString type = entity["type"].text();
        const QString urn = entity["urn"].text();
        if (urn.isEmpty() || type == u"DATA_JOB" || type == u"DATA_PROCESS_INSTANCE" || type == u"SCHEMA_FIELD")
            continue;
        const QString id = names.idOf(urn);
        if (!ids.contains(id))
            ids.append(id);
    }
    return ids;
}

QString typeFor(const QString &platform, bool isView)
{
    static const QSet<QString> files{u"s3"_s, u"gcs"_s, u"abs"_s, u"hdfs"_s, u"file"_s};
    static const QSet<QString> streams{u"kafka"_s, u"pulsar"_s, u"kinesis"_s, u"pubsub"_s};
    return isView ? u"view"_s : files.contains(platform) ? u"file"_s : streams.contains(platform) ? u"topic"_s : u"table"_s;
}

struct ColumnPair {
    QString from;
    QString fromPath;
    QString to;
    QString toPath;
    [[nodiscard]] bool operator==(const ColumnPair &other) const = default;
};

size_t qHash(const ColumnPair &pair, size_t seed)
{
    return qHashMulti(seed, pair.from, pair.fromPath, pair.to, pair.toPath);
}

/// A field of the schema, with what was edited about it.
void addField(const Node &field, const QString &path, const QString &dataset, Column &column)
{
    column.dataset = dataset;
    column.path = path;
    column.logicalType = field["type"].text().toLower();
    column.physicalType = field["nativeDataType"].text();
    column.nullable = field["nullable"].boolean();
    column.primaryKey = field["isPartOfKey"].boolean().value_or(false);
    column.partition = field["isPartitioningKey"].boolean().value_or(false);
    column.description = field["description"].text();
    addProperty(column.properties, "label", field["label"]);
}

} // namespace

void DataHubReader::readDataset(const Node &entity, const QString &unit, Records &out) const
{
    const QString urn = entity["urn"].text();
    const DataHubUrn parsed = DataHubUrn::parse(urn);
    const DatasetName known = m_names.nameOf(parsed);
    const Node &properties = entity["properties"];
    Dataset dataset;
    dataset.id = m_names.idOf(urn);
    dataset.ns = known.ns;
    dataset.platform = known.platform;
    // The full name: the short one is the same in each schema.
    const bool isOpaque = known.isNull() && !parsed.parts.value(1).contains(u'.');
    dataset.name = known.name.isEmpty() ? parsed.parts.value(1, urn) : known.name;
    const QString shown = properties["name"].text();
    if (isOpaque && !shown.isEmpty())
        dataset.name = shown;
    else if (!shown.isEmpty() && shown != dataset.name)
        addText(dataset.properties, u"displayName"_s, shown);
    if (dataset.id != urn)
        dataset.aliases.append(urn);
    describe(entity, unit, dataset, out);
    addPlace(entity, dataset);
    const Node &view = entity["viewProperties"];
    if (dataset.type.isEmpty())
        dataset.type = typeFor(parsed.parts.value(0).section(u':', -1), view.isMap());
    addProperty(dataset.properties, "sql", view["logic"]);
    addProperty(dataset.properties, "materialized", view["materialized"]);
    addProperty(dataset.properties, "qualifiedName", properties["qualifiedName"]);
    if (const QString environment = parsed.parts.value(2); environment != u"PROD")
        addText(dataset.properties, u"environment"_s, environment);
    for (const char *key : {"created", "lastModified"}) {
        const Node &at = properties[key];
        if (const QDateTime time = timeOfMillis(at.isMap() ? at["time"] : at); time.isValid())
            addText(dataset.properties, QLatin1StringView(key) + u"At"_s, time.toString(Qt::ISODateWithMs));
    }
    for (const Node &sibling : entity["siblings"]["siblings"].items())
        addText(dataset.properties, u"sameAs"_s, sibling["urn"].text());
    addRoles(entity["access"], dataset);
    readContract(entity, unit, dataset, out);
    addProfile(entity, dataset, out);
    const QString id = dataset.id;
    const QString contract = dataset.contract;
    out.datasets.append(std::move(dataset));
    addColumns(entity, id, out);
    addUpstream(entity, id, out);
    addFineGrained(entity["fineGrainedLineages"], {}, out);
    addAssertions(entity, id, contract, out);
    addUsage(entity, id, out);
}

/// Where access is asked for outside of DataHub: it only knows the address.
void DataHubReader::addRoles(const Node &access, Dataset &dataset) const
{
    for (const Node &item : access["roles"].items()) {
        const Node &role = item["role"]["properties"];
        addText(dataset.properties, u"requestAccess: "_s + role["name"].text(), role["requestUrl"].text());
    }
}

void DataHubReader::addColumns(const Node &entity, const QString &dataset, Records &out) const
{
    const Node &schema = entity["schemaMetadata"];
    QHash<QString, const Node *> edits;
    for (const Node &edit : entity["editableSchemaMetadata"]["editableSchemaFieldInfo"].items())
        edits.insert(edit["fieldPath"].text(), &edit);
    const QStringList keys = schema["primaryKeys"].texts();
    QSet<QString> known;
    int ordinal = 0;
    for (const Node &field : schema["fields"].items()) {
        const QString fieldPath = field["fieldPath"].text();
        QString path = DataHubNames::columnPath(fieldPath);
        if (known.contains(path)) // a key and a value, or parts of a union, may be called the same
            path = fieldPath;
        if (path.isEmpty() || known.contains(path))
            continue;
        known.insert(path);
        Column column;
        addField(field, path, dataset, column);
        column.ordinal = ordinal++;
        column.primaryKey = column.primaryKey || keys.contains(fieldPath) || keys.contains(path);
        if (const Node *edit = edits.value(fieldPath)) {
            if (const QString text = (*edit)["description"].text(); !text.isEmpty())
                column.description = text;
            addTerms(*edit, column.tags, column.terms);
        }
        addTerms(field, column.tags, column.terms);
        out.columns.append(std::move(column));
    }
}

/// Fields of a chart or dashboard, and the columns they come from.
void DataHubReader::addInputFields(const Node &entity, const QString &dataset, Records &out) const
{
    QSet<QString> known;
    for (const Node &item : entity["inputFields"]["fields"].items()) {
        const Node &field = item["schemaField"];
        const DataHubUrn from = DataHubUrn::parse(item["schemaFieldUrn"].text());
        QString path = DataHubNames::columnPath(field["fieldPath"].text());
        if (path.isEmpty())
            path = DataHubNames::columnPath(from.parts.value(1));
        if (path.isEmpty())
            continue;
        if (!known.contains(path)) {
            Column column;
            addField(field, path, dataset, column);
            column.ordinal = int(known.size());
            out.columns.append(std::move(column));
            known.insert(path);
        }
        const QString source = from.type == u"schemaField" ? m_names.idOf(from.parts.value(0)) : QString();
        if (!source.isEmpty() && source != dataset)
            out.columnLineage.append({source, DataHubNames::columnPath(from.parts.value(1)), dataset, path, {}, {}});
    }
}

void DataHubReader::addFineGrained(const Node &lineages, const QString &job, Records &out) const
{
    QSet<ColumnPair> known; // several may tell the same
    for (const Node &lineage : lineages.items()) {
        const QString transform = lineage["transformOperation"].text();
        for (const Node &down : lineage["downstreams"].items()) {
            const QString to = down["urn"].text();
            const QString toId = m_names.idOf(to);
            const QString toPath = DataHubNames::columnPath(down["path"].text());
            for (const Node &up : lineage["upstreams"].items()) {
                const QString from = up["urn"].text();
                const QString fromPath = DataHubNames::columnPath(up["path"].text());
                if (from.isEmpty() || to.isEmpty() || fromPath.isEmpty() || toPath.isEmpty())
                    continue;
                const qsizetype before = known.size();
                known.insert({from, fromPath, to, toPath});
                if (known.size() > before)
                    out.columnLineage.append({m_names.idOf(from), fromPath, toId, toPath, job, transform});
            }
        }
    }
}

void DataHubReader::addUpstream(const Node &entity, const QString &dataset, Records &out) const
{
    for (const QString &id : reached(entity["upstream"], m_names)) {
        if (id != dataset)
            out.lineage.append({id, dataset, {}});
    }
}

JobFlow DataHubReader::flowOf(const Node &job) const
{
    return {reached(job["upstream"], m_names), reached(job["downstream"], m_names)};
}

/// A job makes each of its outputs from each of its inputs; what was known before has its edges.
void DataHubReader::addFlow(const JobFlow &known, const JobFlow &more, const QString &job, Records &out) const
{
    const auto add = [&](const QStringList &inputs, const QStringList &outputs) {
        for (const QString &to : outputs) {
            for (const QString &from : inputs) {
                if (from != to)
                    out.lineage.append({from, to, job});
            }
        }
    };
    add(more.inputs, known.outputs + more.outputs);
    add(known.inputs, more.outputs);
}

} // namespace meshscope
