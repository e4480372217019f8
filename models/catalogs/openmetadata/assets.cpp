#include "models/catalogs/openmetadata/records.h"

#include "models/formats/reading.h"
#include "models/mesh/address.h"

using namespace Qt::StringLiterals;

// What data flows through: tables, topics, files, dashboards as datasets with their columns; pipelines as jobs.
namespace meshscope::openmetadata {

namespace {

QString fqnOf(const Node &item)
{
    return firstText(item, {"fullyQualifiedName", "name"});
}

/// The list at `a/b`.
const Node &columnsOf(const AssetKind &kind, const Node &item)
{
    if (!kind.columns)
        return Node::null();
    const std::string_view path = kind.columns;
    const size_t slash = path.find('/');
    return slash == std::string_view::npos ? item[path] : item[path.substr(0, slash)][path.substr(slash + 1)];
}

/// Children of a list are fields of its items.
QString childPath(const Node &column, const QString &path)
{
    return column["dataType"].isText("ARRAY") ? path + u"[]."_s : path + u'.';
}

bool isPersonal(const QString &tag)
{
    return (tag.startsWith(u"PII.") && tag != u"PII.None" && tag != u"PII.NonSensitive") || tag.startsWith(u"PersonalData.");
}

void addLabels(const Node &labels, Column &column)
{
    for (const Node &label : labels.items()) {
        const QString tag = label["tagFQN"].text();
        if (tag.isEmpty() || label["state"].isText("Suggested"))
            continue;
        if (!label["source"].isText("Glossary") && !column.tags.contains(tag))
            column.tags.append(tag);
        if (!column.terms.contains(tag))
            column.terms.append(tag);
        if (column.classification.isEmpty() && isPersonal(tag))
            column.classification = tag;
    }
}

class ColumnReader {
public:
    ColumnReader(const QString &dataset, Records &out)
        : m_dataset(dataset)
        , m_out(out)
    {
    }
    void read(const Node &columns, const QString &prefix)
    {
        for (const Node &item : columns.items()) {
            const QString name = item["name"].text();
            if (name.isEmpty())
                continue;
            const QString path = prefix + name;
            add(item, path);
            read(item["children"], childPath(item, path));
        }
    }

private:
    void add(const Node &item, const QString &path)
    {
        Column column;
        column.dataset = m_dataset;
        column.path = path;
        column.ordinal = m_ordinal++;
        const QString type = item["dataType"].text();
        column.physicalType = item["dataTypeDisplay"].text();
        if (column.physicalType.isEmpty())
            column.physicalType = type.toLower();
        else if (!column.physicalType.startsWith(type, Qt::CaseInsensitive))
            addProperty(column.properties, "dataType", item["dataType"]);
        column.description = item["description"].text();
        addProperty(column.properties, "displayName", item["displayName"]);
        const QString constraint = item["constraint"].text();
        column.primaryKey = constraint == u"PRIMARY_KEY";
        column.unique = constraint == u"UNIQUE";
        if (column.primaryKey || constraint == u"NOT_NULL")
            column.nullable = false;
        else if (constraint == u"NULL")
            column.nullable = true;
        addLabels(item["tags"], column);
        for (const Node &source : item["featureSources"].items()) // of a feature of a model
            addProperty(column.properties, "featureSource", source["fullyQualifiedName"]);
        m_out.columns.append(std::move(column));
    }

    QString m_dataset;
    Records &m_out;
    int m_ordinal = 0;
};

/// Keys, partitions and foreign keys, which stand beside the columns.
void addConstraints(const Node &item, qsizetype first, Records &out)
{
    const auto named = [&](const QString &name) -> Column * {
        for (qsizetype i = first; i < out.columns.size(); ++i) {
            if (out.columns[i].path == name)
                return &out.columns[i];
        }
        return nullptr;
    };
    for (const Node &constraint : item["tableConstraints"].items()) {
        const QString type = constraint["constraintType"].text();
        const QStringList columns = constraint["columns"].texts();
        const QStringList referred = constraint["referredColumns"].texts();
        for (qsizetype i = 0; i < columns.size(); ++i) {
            Column *const column = named(columns[i]);
            if (!column)
                continue;
            if (type == u"PRIMARY_KEY") {
                column->primaryKey = true;
                column->nullable = false;
            } else if (type == u"UNIQUE" && columns.size() == 1) {
                column->unique = true;
            } else if (type == u"FOREIGN_KEY" && i < referred.size()) {
                column->properties.append({u"references"_s, referred[i]});
            } else if (!type.isEmpty() && type != u"FOREIGN_KEY") {
                column->properties.append({u"constraint"_s, type + u": "_s + columns.join(u", "_s)});
            }
        }
    }
    for (const Node &part : item["tablePartition"]["columns"].items()) {
        if (Column *const column = named(part.isMap() ? part["columnName"].text() : part.text()))
            column->partition = true;
    }
}

QString datasetType(const AssetKind &kind, const Node &item)
{
    const QString type = QLatin1StringView(kind.type);
    if (type == u"table") {
        static const QHash<QString, QString> words{{u"View"_s, u"view"_s},
                                                   {u"SecureView"_s, u"view"_s},
                                                   {u"MaterializedView"_s, u"materialized view"_s},
                                                   {u"External"_s, u"external table"_s},
                                                   {u"Foreign"_s, u"foreign table"_s},
                                                   {u"Stream"_s, u"stream"_s}};
        return words.value(item["tableType"].text(), type);
    }
    if (type == u"dashboard" && item["dashboardType"].isText("Report"))
        return u"report"_s;
    if (type == u"container")
        return item["dataModel"]["columns"].size() > 0 ? u"file"_s : type;
    static const QHash<QString, QString> words{{u"dashboardDataModel"_s, u"data model"_s},
                                               {u"mlmodel"_s, u"ML model"_s},
                                               {u"searchIndex"_s, u"search index"_s},
                                               {u"apiEndpoint"_s, u"API endpoint"_s}};
    return words.value(type, type);
}

void measure(const QString &dataset, const char *property, const Node &value, const QDateTime &at, const char *unit,
             Records &out)
{
    const std::optional<double> number = value.number();
    if (!number || !at.isValid())
        return;
    Measurement found;
    found.at = at;
    found.target = dataset;
    found.targetKind = Kind::Dataset;
    found.property = QLatin1StringView(property);
    found.value = *number;
    found.unit = QLatin1StringView(unit);
    found.source = u"OpenMetadata"_s;
    out.measurements.append(std::move(found));
}

void collectItemColumns(const Node &columns, const QString &prefix, bool isBelowItems, QHash<QString, QString> &to)
{
    for (const Node &column : columns.items()) {
        const QString path = prefix + column["name"].text();
        const QString fqn = column["fullyQualifiedName"].text();
        if (isBelowItems && !fqn.isEmpty())
            to.insert(fqn, path);
        const Node &children = column["children"];
        if (children.size() > 0)
            collectItemColumns(children, childPath(column, path), isBelowItems || column["dataType"].isText("ARRAY"), to);
    }
}

} // namespace

void Reader::addItemColumns(const AssetKind &kind, const Node &item, QHash<QString, QString> &to)
{
    collectItemColumns(columnsOf(kind, item), {}, false, to);
}

DatasetName Reader::assetName(const AssetKind &kind, const Node &item) const
{
    const QString type = QLatin1StringView(kind.type);
    QStringList parts = nameParts(fqnOf(item));
    const QString service = firstText(item["service"], {"fullyQualifiedName", "name"});
    const QString serviceName = service.isEmpty() && !parts.isEmpty() ? parts.first() : service;
    if (!parts.isEmpty())
        parts.removeFirst();
    if (const QString ns = m_context.namespaces.value(serviceName); !ns.isEmpty() && !kind.isJob)
        return {ns, parts.join(u'.'), platformOf(ns)};
    if (type == u"container") {
        const QString path = item["fullPath"].text();
        return path.contains(u"://") ? nameFromServer({}, path) : DatasetName();
    }
    const Service known = m_context.services.value(serviceName);
    if (type == u"table" && parts.size() == 3)
        return tableName(known, parts);
    return type == u"topic" && parts.size() == 1 ? topicName(known, parts.first()) : DatasetName();
}

QString Reader::assetId(const AssetKind &kind, const Node &item) const
{
    const DatasetName name = assetName(kind, item);
    return name.isNull() ? fqnOf(item) : name.id();
}

Records Reader::assets(const AssetKind &kind, const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["data"].items()) {
        if (fqnOf(item).isEmpty())
            continue;
        if (kind.isJob)
            readJob(kind, item, unit, out);
        else
            readDataset(kind, item, unit, out);
    }
    return out;
}

void Reader::readDataset(const AssetKind &kind, const Node &item, const QString &unit, Records &out) const
{
    Dataset dataset;
    readEntity(item, unit, dataset);
    const DatasetName name = assetName(kind, item);
    const QString fqn = fqnOf(item);
    dataset.id = name.isNull() ? fqn : name.id();
    dataset.ns = name.ns;
    const QString serviceType = item["serviceType"].text();
    dataset.platform = name.platform.isEmpty() ? serviceType.toLower() : name.platform;
    dataset.type = datasetType(kind, item);
    if (fqn != dataset.id)
        dataset.properties.append({u"fullyQualifiedName"_s, fqn});
    if (m_context.hasServiceDomains) {
        const Node &place = item["databaseSchema"].isMap() ? item["databaseSchema"] : item["service"];
        dataset.domain = fqnOf(place);
    }
    const Node &products = item["dataProducts"];
    if (products.size() > 0)
        dataset.product = fqnOf(products.items().front());
    for (qsizetype i = 1; i < products.size(); ++i)
        dataset.properties.append({u"dataProduct"_s, fqnOf(products.items()[size_t(i)])});
    dataset.contract = m_context.contracts.value(item["id"].text());
    dataset.dropped = item["deleted"].boolean().value_or(false);
    for (const char *key : {"service", "database", "databaseSchema", "parent", "apiCollection"})
        addProperty(dataset.properties, key, item[key]["name"]);
    for (const char *key : {"serviceType", "retentionPeriod", "schemaDefinition", "fileFormats", "partitions", "chartType",
                            "dataModelType", "sql", "project", "algorithm", "target", "endpointURL", "requestMethod",
                            "metricType", "unitOfMeasurement", "granularity", "metricExpression", "prefix"})
        addProperty(dataset.properties, key, item[key]);
    const QDateTime updated = timeOf(item["lifeCycle"]["updated"]["timestamp"]);
    if (updated.isValid())
        dataset.properties.append({u"dataUpdatedAt"_s, updated.toString(Qt::ISODateWithMs)});
    const Node &profile = item["profile"];
    if (const std::optional<double> rows = profile["rowCount"].number())
        dataset.rowCount = qint64(*rows);
    if (const std::optional<double> bytes = profile["sizeInByte"].number())
        dataset.byteCount = qint64(*bytes);
    else if (const std::optional<double> size = item["size"].number())
        dataset.byteCount = qint64(*size);
    const QDateTime at = timeOf(profile["timestamp"]);
    measure(dataset.id, "rowCount", profile["rowCount"], at, "rows", out);
    measure(dataset.id, "byteCount", profile["sizeInByte"], at, "bytes", out);
    measure(dataset.id, "columnCount", profile["columnCount"], at, "1", out);
    measure(dataset.id, "usage", item["usageSummary"]["dailyStats"]["count"],
            QDateTime::fromString(item["usageSummary"]["date"].text() + u"T00:00:00Z"_s, Qt::ISODate), "1", out);
    const qsizetype first = out.columns.size();
    ColumnReader(dataset.id, out).read(columnsOf(kind, item), {});
    addConstraints(item, first, out);
    for (const char *key : {"charts", "dataModels"}) { // what a dashboard is made of
        QStringList names;
        for (const Node &part : item[key].items())
            names.append(fqnOf(part));
        if (!names.isEmpty())
            dataset.properties.append({QLatin1StringView(key), names.join(u", "_s)});
    }
    out.datasets.append(std::move(dataset));
}

void Reader::readJob(const AssetKind &kind, const Node &item, const QString &unit, Records &out) const
{
    Job job;
    readEntity(item, unit, job);
    job.id = fqnOf(item);
    job.type = QLatin1StringView(kind.type);
    job.integration = item["serviceType"].text();
    job.sql = firstText(item["storedProcedureCode"], {"code"});
    for (const char *key : {"service", "databaseSchema"})
        addProperty(job.properties, key, item[key]["name"]);
    for (const char *key : {"scheduleInterval", "pipelineLocation", "state", "storedProcedureType"})
        addProperty(job.properties, key, item[key]);
    const Node &run = item["pipelineStatus"];
    job.lastRunAt = timeOf(run["endDate"].isNull() ? run["timestamp"] : run["endDate"]);
    job.lastRunState = firstText(run, {"executionStatus", "pipelineState"});
    job.lastRunId = run["runId"].text();
    if (job.lastRunAt.isValid() && (job.lastRunState == u"Successful" || job.lastRunState == u"Failed")) {
        Measurement done;
        done.at = job.lastRunAt;
        done.target = job.id;
        done.targetKind = Kind::Job;
        done.property = u"completion"_s;
        done.value = job.lastRunState == u"Successful" ? 1 : 0;
        done.unit = u"1"_s;
        done.source = u"OpenMetadata"_s;
        done.run = job.lastRunId;
        out.measurements.append(std::move(done));
    }
    for (const Node &task : item["tasks"].items()) {
        const QString name = task["name"].text();
        if (name.isEmpty())
            continue;
        Job step;
        readEntity(task, unit, step);
        step.id = task["fullyQualifiedName"].text();
        if (step.id.isEmpty() || step.id == job.id)
            step.id = below(job.id, name);
        step.parent = job.id;
        step.type = task["taskType"].text();
        step.integration = job.integration;
        step.sql = task["taskSQL"].text();
        step.domain = job.domain;
        out.jobs.append(std::move(step));
    }
    out.jobs.append(std::move(job));
}

} // namespace meshscope::openmetadata
