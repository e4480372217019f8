#include "models/catalogs/unity/records.h"

#include "models/catalogs/unity/columns.h"
#include "models/formats/naming.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
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

void addMap(const Node &map, QList<Property> &properties)
{
    for (qsizetype i = 0; i < qsizetype(map.items().size()) && map.isMap(); ++i)
        addProperty(properties, map.keys()[size_t(i)], map.items()[size_t(i)]);
}

/// "MATERIALIZED_VIEW" → "materialized view"; where a table is kept is no kind of thing.
QString typeOf(const Node &item)
{
    const QString type = item["table_type"].text();
    if (type.isEmpty() || type == u"MANAGED" || type == u"EXTERNAL")
        return u"table"_s;
    return type.toLower().replace(u'_', u' ');
}

/// By where the files are, which is what engines that write there call it.
void addPlace(const Node &item, Dataset &dataset)
{
    const QString location = item["storage_location"].text();
    addText(dataset.properties, "location", location);
    Server place;
    place.type = u"s3"_s;
    place.settings.append({u"location"_s, location});
    if (const DatasetName name = location.isEmpty() ? DatasetName() : nameFromServer(place, {}); !name.isNull())
        dataset.aliases.append(name.id());
}

PartyRole roleOf(const QString &name, const QString &role)
{
    return {name, name, role, name.contains(u'@') ? name : QString()};
}

Party partyOf(const QString &name, const SourceRef &source)
{
    Party party;
    party.id = party.name = name;
    party.email = name.contains(u'@') ? name : QString();
    party.source = source;
    return party;
}

/// "p3 int, p4 bigint"
QString parametersOf(const Node &list)
{
    QStringList parts;
    for (const Node &parameter : list["parameters"].items())
        parts.append(parameter["name"].text() + u' ' + parameter["type_text"].text());
    return parts.join(u", "_s);
}

/// Full names of what something depends on, of that kind.
QStringList dependenciesOf(const Node &list, std::string_view kind, std::string_view key)
{
    QStringList names;
    for (const Node &item : list["dependencies"].items()) {
        const QString name = item[kind][key].text();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

std::optional<qint64> numberIn(const Node &properties, std::string_view key)
{
    bool isNumber = false;
    const qint64 value = properties[key].text().toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

} // namespace

QString unityName(const Node &item)
{
    QStringList parts;
    for (const char *key : {"catalog_name", "schema_name", "name"}) {
        if (const QString part = item[key].text(); !part.isEmpty())
            parts.append(part);
    }
    return parts.join(u'.');
}

QString UnityReader::namespaceOf(const QUrl &base)
{
    const QString host = base.host();
    const bool isDatabricks = host.endsWith(u".databricks.com") || host.endsWith(u".azuredatabricks.net") ||
                              host.endsWith(u".databricks.us") || host.endsWith(u".databricks.azure.cn");
    if (isDatabricks)
        return u"databricks://"_s + host;
    return u"unitycatalog://"_s + host + u':' + QString::number(base.port(base.scheme() == u"https" ? 443 : 80));
}

QString UnityReader::tableId(const QString &fullName) const
{
    return datasetId(m_ns, fullName);
}

/// What everything has.
void UnityReader::tell(const Node &item, const QString &unit, Entity &entity, Records &out) const
{
    entity.source = sourceOf(contextOf(unit), item);
    entity.description = item["comment"].text();
    if (const QString owner = item["owner"].text(); !owner.isEmpty()) {
        entity.owners.append(roleOf(owner, u"owner"_s));
        out.parties.append(partyOf(owner, entity.source));
    }
    addText(entity.properties, "createdAt", timeText(item["created_at"]));
    addText(entity.properties, "updatedAt", timeText(item["updated_at"]));
    for (const char *key : {"created_by", "updated_by", "browse_only", "isolation_mode", "connection_name"})
        addProperty(entity.properties, key, item[key]);
    addText(entity.properties, "id", firstText(item, {"table_id", "volume_id", "function_id", "schema_id", "id"}));
}

Records UnityReader::catalogs(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["catalogs"].items()) {
        Domain domain;
        domain.id = domain.name = item["name"].text();
        if (domain.id.isEmpty())
            continue;
        tell(item, unit, domain, out);
        addProperty(domain.properties, "catalogType", item["catalog_type"]);
        addProperty(domain.properties, "storageRoot", item["storage_root"]);
        addMap(item["properties"], domain.properties);
        out.domains.append(std::move(domain));
    }
    return out;
}

Records UnityReader::schemas(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["schemas"].items()) {
        Domain domain;
        domain.name = item["name"].text();
        if (domain.name.isEmpty())
            continue;
        domain.id = unityName(item);
        domain.domain = item["catalog_name"].text();
        tell(item, unit, domain, out);
        addProperty(domain.properties, "storageRoot", item["storage_root"]);
        addMap(item["properties"], domain.properties);
        out.domains.append(std::move(domain));
    }
    return out;
}

Dataset &UnityReader::addDataset(const Node &item, const QString &name, const QString &unit, Records &out) const
{
    Dataset dataset;
    dataset.id = datasetId(m_ns, name);
    dataset.ns = m_ns;
    dataset.name = name;
    dataset.domain = item["catalog_name"].text() + u'.' + item["schema_name"].text();
    dataset.platform = m_ns.section(u':', 0, 0);
    tell(item, unit, dataset, out);
    addPlace(item, dataset);
    out.datasets.append(std::move(dataset));
    return out.datasets.last();
}

Records UnityReader::tables(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["tables"].items()) {
        if (!item["name"].text().isEmpty())
            readTable(item, unit, out);
    }
    return out;
}

void UnityReader::readTable(const Node &item, const QString &unit, Records &out) const
{
    Dataset &dataset = addDataset(item, unityName(item), unit, out);
    dataset.type = typeOf(item);
    const Node &properties = item["properties"];
    dataset.rowCount = numberIn(properties, "spark.sql.statistics.numRows");
    dataset.byteCount = numberIn(properties, "spark.sql.statistics.totalSize");
    addProperty(dataset.properties, "tableType", item["table_type"]);
    addProperty(dataset.properties, "format", item["data_source_format"]);
    addProperty(dataset.properties, "sql", item["view_definition"]);
    addMap(properties, dataset.properties);
    out.columns += unityColumns(item["columns"], dataset.id);
    for (const Node &constraint : item["table_constraints"].items()) {
        const QStringList keys = constraint["primary_key_constraint"]["child_columns"].texts();
        for (Column &column : out.columns) {
            if (column.dataset == dataset.id && keys.contains(column.path))
                column.primaryKey = true;
        }
    }
    readDependencies(item, dataset, out);
}

/// What a view reads: the only lineage the server knows.
void UnityReader::readDependencies(const Node &item, const Dataset &view, Records &out) const
{
    const Node &dependencies = item["view_dependencies"];
    for (const QString &table : dependenciesOf(dependencies, "table", "table_full_name"))
        out.lineage.append({tableId(table), view.id, {}});
    const QString functions = dependenciesOf(dependencies, "function", "function_full_name").join(u", "_s);
    if (!functions.isEmpty())
        out.datasets.last().properties.append({u"uses functions"_s, functions});
}

QString UnityReader::volumeName(const Node &item) const
{
    // As paths have it: a volume may be called like a table.
    return u"Volumes/"_s + item["catalog_name"].text() + u'/' + item["schema_name"].text() + u'/' + item["name"].text();
}

Records UnityReader::volumes(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["volumes"].items()) {
        if (item["name"].text().isEmpty())
            continue;
        Dataset &dataset = addDataset(item, volumeName(item), unit, out);
        dataset.type = u"volume"_s;
        addProperty(dataset.properties, "volumeType", item["volume_type"]);
    }
    return out;
}

Records UnityReader::functions(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["functions"].items()) {
        Job job;
        job.name = unityName(item);
        if (item["name"].text().isEmpty())
            continue;
        job.ns = m_ns;
        job.id = datasetId(m_ns, u"functions/"_s + job.name);
        job.domain = item["catalog_name"].text() + u'.' + item["schema_name"].text();
        job.type = u"function"_s;
        tell(item, unit, job, out);
        const QString language = item["external_language"].text();
        job.sql = language.isEmpty() || language == u"SQL" ? item["routine_definition"].text() : QString();
        if (job.sql.isEmpty())
            addProperty(job.properties, "code", item["routine_definition"]);
        addText(job.properties, "parameters", parametersOf(item["input_params"]));
        addText(job.properties, "returns", firstText(item, {"full_data_type", "data_type"}));
        addText(job.properties, "returnColumns", parametersOf(item["return_params"]));
        for (const char *key : {"routine_body", "external_language", "is_deterministic", "sql_data_access", "security_type"})
            addProperty(job.properties, key, item[key]);
        const Node &dependencies = item["routine_dependencies"];
        addText(job.properties, "reads", dependenciesOf(dependencies, "table", "table_full_name").join(u", "_s));
        addText(job.properties, "uses functions",
                dependenciesOf(dependencies, "function", "function_full_name").join(u", "_s));
        addProperty(job.properties, "properties", item["properties"]);
        out.jobs.append(std::move(job));
    }
    return out;
}

Records UnityReader::models(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["registered_models"].items()) {
        if (item["name"].text().isEmpty())
            continue;
        addDataset(item, u"models/"_s + unityName(item), unit, out).type = u"model"_s;
    }
    return out;
}

Records UnityReader::versions(const QString &model, const Node &page, const QString &unit) const
{
    Records out;
    if (page["model_versions"].size() == 0)
        return out;
    Dataset dataset;
    dataset.id = datasetId(m_ns, u"models/"_s + model);
    dataset.ns = m_ns;
    dataset.name = u"models/"_s + model;
    dataset.source = sourceOf(contextOf(unit), page);
    for (const Node &item : page["model_versions"].items()) {
        QStringList parts;
        for (const char *key : {"status", "comment", "run_id", "source", "storage_location"}) {
            if (const QString text = item[key].text(); !text.isEmpty())
                parts.append(QLatin1StringView(key) == "comment"_L1 ? text : QLatin1StringView(key) + u": "_s + text);
        }
        parts.prepend(timeText(item["created_at"]));
        dataset.properties.append({u"version "_s + item["version"].text(), parts.join(u", "_s)});
    }
    out.datasets.append(std::move(dataset));
    return out;
}

Records UnityReader::permissions(const Securable &on, const Node &answer, const QString &unit) const
{
    Records out;
    QList<Property> granted;
    QList<PartyRole> roles;
    const SourceRef source = sourceOf(contextOf(unit), answer);
    for (const Node &assignment : answer["privilege_assignments"].items()) {
        const QString principal = assignment["principal"].text();
        if (principal.isEmpty())
            continue;
        QStringList privileges;
        for (const Node &privilege : assignment["privileges"].items()) // a word, or an object on Databricks
            privileges.append(privilege.isMap() ? privilege["privilege"].text() : privilege.text());
        privileges.sort();
        granted.append({u"permission of "_s + principal, privileges.join(u", "_s)});
        out.parties.append(partyOf(principal, source));
    }
    if (granted.isEmpty())
        return out;
    if (on.type == u"catalog" || on.type == u"schema") {
        Domain domain;
        domain.id = on.fullName;
        domain.name = on.fullName.section(u'.', -1);
        domain.domain = on.fullName.contains(u'.') ? on.fullName.section(u'.', 0, 0) : QString();
        domain.properties = granted;
        domain.source = source;
        domain.implied = true; // what it is stands elsewhere
        out.domains.append(std::move(domain));
        return out;
    }
    Dataset dataset;
    dataset.ns = m_ns;
    dataset.name = on.fullName;
    dataset.id = tableId(on.fullName);
    dataset.properties = granted;
    dataset.source = source;
    out.datasets.append(std::move(dataset));
    return out;
}

} // namespace meshscope
