#include "models/catalogs/entropy/records.h"

#include "models/formats/documentreader.h"
#include "models/formats/naming.h"
#include "models/mesh/address.h"

using namespace Qt::StringLiterals;

// The second part of EntropyReader: what is in no standard's words: assets, definitions, tags, results of tests.
namespace meshscope {

namespace {

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
}

/// Places of other assets, not data: "snowflake_schema".
bool isPlace(const QString &type)
{
    static const QStringList places{u"schema"_s, u"database"_s, u"catalog"_s,   u"account"_s,  u"project"_s,
                                    u"server"_s, u"folder"_s,   u"workspace"_s, u"instance"_s, u"bucket"_s};
    return places.contains(type.section(u'_', -1).toLower());
}

/// By the naming rules where source and name tell enough; the asset's own id else.
void nameAsset(const Node &asset, Dataset &dataset)
{
    const Node &info = asset["info"];
    const Node &custom = asset.peek("custom").isMap() ? asset["custom"] : asset["properties"];
    const QString source = info["source"].text().toLower();
    const auto place = [&](const char *key) { return custom.peek(key).isScalar() ? custom.peek(key).text() : QString(); };
    QString qualified = info["qualifiedName"].text();
    if (qualified.isEmpty() || qualified.count(u'.') != 2)
        qualified = info["sourceId"].text();
    QStringList parts = qualified.split(u'.');
    if (parts.size() != 3 || parts.contains(QString())) {
        const QString table = place("table").isEmpty() ? dataset.name : place("table");
        parts = {place("database"), place("schema"), table};
    }
    DatasetName name;
    if (!parts.contains(QString())) {
        Server server;
        server.type = source;
        for (const char *key : {"account", "host", "port", "location"}) {
            if (const QString value = place(key); !value.isEmpty())
                server.settings.append({QLatin1StringView(key), value});
        }
        server.settings.append({u"database"_s, parts[0]});
        server.settings.append({u"schema"_s, parts[1]});
        name = nameFromServer(server, parts[2]);
        if (name.isNull())
            name = nameFromRelation(source, parts[0], parts[1], parts[2], {});
    }
    dataset.platform = name.isNull() ? source : name.platform;
    dataset.ns = name.ns;
    dataset.id = name.isNull() ? dataset.id : name.id();
}

void readColumns(const Node &columns, const QString &dataset, const QString &prefix, QList<Column> &out, int depth = 0)
{
    constexpr int deepest = 100;
    for (const Node &node : columns.items()) {
        const QString name = node["name"].text();
        if (name.isEmpty() || depth > deepest)
            continue;
        Column column;
        column.dataset = dataset;
        column.path = prefix + name;
        column.ordinal = int(out.size());
        column.physicalType = node["type"].text();
        column.logicalType = column.physicalType;
        column.description = node["description"].text();
        if (const std::optional<bool> required = node["required"].boolean())
            column.nullable = !*required;
        column.primaryKey = node["primaryKey"].boolean().value_or(false);
        column.unique = node["unique"].boolean().value_or(false);
        column.tags = node["tags"].texts();
        addProperty(column.properties, "qualifiedName", node["qualifiedName"]);
        for (const char *more : {"custom", "links"}) {
            const Node &fields = node[more];
            for (size_t i = 0; i < fields.keys().size(); ++i)
                addProperty(column.properties, fields.keys()[i], fields.items()[i]);
        }
        const QString path = column.path;
        out.append(std::move(column));
        readColumns(node["properties"], dataset, path + u'.', out, depth + 1);
        const Node &items = node["items"]; // what an array holds has a name only to have one
        readColumns(items["properties"], dataset, path + u"[]."_s, out, depth + 1);
    }
}

Measurement resultOf(const Node &result, const QString &word)
{
    const bool isGood = word == u"passed" || word == u"warning";
    Measurement found;
    QString at = result["timestampEnd"].text();
    if (at.isEmpty())
        at = result["timestampStart"].text();
    found.at = QDateTime::fromString(at.replace(u' ', u'T'), Qt::ISODateWithMs).toUTC();
    found.target = result["dataContractId"].text();
    found.targetKind = Kind::Contract;
    found.value = isGood ? 1 : 0;
    found.good = isGood ? 1 : 0;
    found.total = 1;
    found.unit = u"1"_s;
    found.source = u"Entropy Data"_s;
    found.run = result["id"].text();
    return found;
}

bool isVerdict(const QString &word)
{
    return word == u"passed" || word == u"warning" || word == u"failed" || word == u"error";
}

} // namespace

Records EntropyReader::assets(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    for (const Node &item : page.items()) {
        const DocumentReader reader(item, context, out);
        const Node &info = item["info"];
        Dataset dataset;
        dataset.id = item["id"].text();
        dataset.type = info["type"].text();
        if (dataset.id.isEmpty() || (isPlace(dataset.type) && item["columns"].size() == 0))
            continue;
        dataset.source = sourceOf(context, item);
        dataset.name = firstText(info, {"name", "sourceId"});
        if (dataset.name.isEmpty())
            dataset.name = dataset.id;
        dataset.description = info["description"].text();
        dataset.lifecycle = info["status"].text();
        dataset.tags = item["tags"].texts();
        for (const QString &tag : item["assignedTags"].texts()) {
            if (!dataset.tags.contains(tag))
                dataset.tags.append(tag);
        }
        if (const QString owner = info["owner"].text(); !owner.isEmpty()) {
            const QString name = m_context.teams.value(owner).name;
            dataset.owners.append({owner, name.isEmpty() ? owner : name, u"owner"_s, {}});
            dataset.domain = m_context.domainOf({}, owner);
        }
        dataset.properties.append({u"assetId"_s, dataset.id});
        for (const char *key : {"source", "sourceId", "sourceUrl", "version"})
            addProperty(dataset.properties, key, info[key]);
        for (const char *more : {"custom", "properties", "links"})
            dataset.properties += reader.properties(item, more);
        for (const Node &relation : item["relationships"].items())
            addProperty(dataset.properties, relation["relationshipType"].text(), relation["assetId"]);
        nameAsset(item, dataset);
        QList<Column> columns;
        readColumns(item["columns"], dataset.id, {}, columns);
        for (Column &column : columns) {
            for (const QString &tag : std::as_const(column.tags)) {
                if (m_context.tags.contains(tag))
                    column.terms.append(u"tags/"_s + tag);
            }
        }
        out.columns += columns;
        finish(dataset);
        out.datasets.append(std::move(dataset));
    }
    return out;
}

Records EntropyReader::definitions(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    for (const Node &item : page.items()) {
        Term term;
        term.id = item["id"].text();
        if (term.id.isEmpty())
            continue;
        term.source = sourceOf(context, item);
        term.name = firstText(item, {"title", "name", "id"});
        term.description = item["description"].text();
        term.tags = item["tags"].texts();
        if (const QString owner = item["owner"].text(); !owner.isEmpty()) {
            const QString name = m_context.teams.value(owner).name;
            term.owners.append({owner, name.isEmpty() ? owner : name, u"owner"_s, {}});
            term.domain = m_context.domainOf({}, owner);
        }
        for (const char *key : {"type", "format", "pattern", "enum", "minLength", "maxLength", "minimum", "maximum",
                                "exclusiveMinimum", "exclusiveMaximum", "example", "pii", "classification"})
            addProperty(term.properties, key, item[key]);
        out.terms.append(std::move(term));
    }
    return out;
}

Records EntropyReader::tags(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    for (const Node &item : page.items()) {
        const DocumentReader reader(item, context, out);
        const QString id = item["id"].text();
        if (id.isEmpty())
            continue;
        Term term;
        term.id = u"tags/"_s + id; // ids are unique among tags only
        term.source = sourceOf(context, item);
        term.name = id;
        term.description = item["info"]["description"].text();
        if (const QString owner = firstText(item, {"owner"}); !owner.isEmpty())
            term.owners.append({owner, m_context.teams.value(owner, {owner, {}, false}).name, u"owner"_s, {}});
        term.properties = reader.properties(item, "links") + reader.properties(item, "properties");
        out.terms.append(std::move(term));
    }
    return out;
}

Records EntropyReader::testResults(const Node &page, const QString &unit) const
{
    Q_UNUSED(unit)
    Records out;
    for (const Node &item : page.items()) {
        const QString word = item["result"].text();
        Measurement found = resultOf(item, word);
        found.property = u"tests"_s;
        found.element = item["server"].text();
        if (isVerdict(word) && found.at.isValid() && !found.target.isEmpty())
            out.measurements.append(std::move(found));
    }
    return out;
}

Records EntropyReader::checks(const Node &testResult, const QString &unit) const
{
    Q_UNUSED(unit)
    Records out;
    for (const Node &check : testResult["checks"].items()) {
        const QString word = check["result"].text();
        Measurement found = resultOf(testResult, word);
        const QString name = firstText(check, {"name", "type"});
        found.property = u"assertion:"_s + name;
        found.element = check["model"].text();
        if (const QString field = check["field"].text(); !field.isEmpty())
            found.element += (found.element.isEmpty() ? u""_s : u"."_s) + field;
        if (isVerdict(word) && found.at.isValid() && !found.target.isEmpty() && !name.isEmpty())
            out.measurements.append(std::move(found));
    }
    return out;
}

} // namespace meshscope
