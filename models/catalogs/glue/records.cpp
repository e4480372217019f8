#include "models/catalogs/glue/records.h"

#include "models/catalogs/awsendpoint.h"
#include "models/formats/naming.h"
#include "models/formats/reading.h"
#include "models/formats/sqltypes.h"
#include "models/mesh/address.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
}

void addTime(QList<Property> &properties, const char *name, const Node &time)
{
    if (const QDateTime at = awsTime(time); at.isValid())
        properties.append({QString::fromLatin1(name), at.toString(Qt::ISODateWithMs)});
}

void addMap(const Node &map, QList<Property> &properties)
{
    for (qsizetype i = 0; i < qsizetype(map.items().size()) && map.isMap(); ++i)
        addProperty(properties, map.keys()[size_t(i)], map.items()[size_t(i)]);
}

std::optional<qint64> numberIn(const Node &map, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys) {
        bool isNumber = false;
        const qint64 value = map[key].text().toLongLong(&isNumber);
        if (isNumber && value >= 0) // −1 where it was never counted
            return value;
    }
    return std::nullopt;
}

void addOwner(const QString &owner, Entity &entity, Records &out)
{
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

/// What a view says. Athena packs it: a comment that holds JSON in base64.
QString sqlOf(const Node &item)
{
    const QString text = item["ViewOriginalText"].text();
    const QString begin = u"/* Presto View: "_s;
    if (!text.startsWith(begin))
        return text;
    const QByteArray packed = text.mid(begin.size()).section(u' ', 0, 0).toLatin1();
    const QByteArray json = QByteArray::fromBase64(packed);
    const Parsed parsed = parseDocuments(json, Syntax::Json);
    const QString sql = parsed.documents.empty() ? QString() : parsed.documents.front()["originalSql"].text();
    return sql.isEmpty() ? text : sql;
}

/// Columns with what their types hold; keys of partitions are columns too, and stand behind.
QList<Column> columnsOf(const Node &table, const QString &dataset)
{
    QList<Column> columns;
    QHash<QString, qsizetype> known;
    const auto add = [&](const Node &field, bool isPartition) {
        const QString name = field["Name"].text();
        if (name.isEmpty())
            return;
        if (known.contains(name)) { // an Iceberg table names its keys in both places
            columns[known.value(name)].partition |= isPartition;
            return;
        }
        known.insert(name, columns.size());
        Column column;
        column.dataset = dataset;
        column.path = name;
        column.ordinal = int(columns.size());
        column.physicalType = field["Type"].text();
        column.partition = isPartition;
        column.description = field["Comment"].text();
        addMap(field["Parameters"], column.properties);
        const QString type = column.physicalType;
        columns.append(std::move(column));
        for (const TypeField &part : fieldsOfType(type, name)) {
            Column nested;
            nested.dataset = dataset;
            nested.path = part.path;
            nested.ordinal = int(columns.size());
            nested.physicalType = part.type;
            nested.nullable = part.nullable;
            nested.description = part.comment;
            columns.append(std::move(nested));
        }
    };
    for (const Node &field : table["StorageDescriptor"]["Columns"].items())
        add(field, false);
    for (const Node &field : table["PartitionKeys"].items())
        add(field, true);
    return columns;
}

Measurement measured(const QString &dataset, const char *property, const QDateTime &at, double value, const char *unit)
{
    Measurement found;
    found.at = at;
    found.target = dataset;
    found.targetKind = Kind::Dataset;
    found.property = QString::fromLatin1(property);
    found.value = value;
    found.unit = QString::fromLatin1(unit);
    found.source = u"AWS Glue"_s;
    return found;
}

} // namespace

QString GlueReader::namespaceOf(const Node &table) const
{
    return u"arn:aws:glue:"_s + m_region + u':' + table["CatalogId"].text();
}

QString GlueReader::idOf(const Node &table) const
{
    return datasetId(namespaceOf(table),
                     u"table/"_s + table["DatabaseName"].text() + u'/' + firstText(table, {"Name", "TableName"}));
}

Records GlueReader::databases(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["DatabaseList"].items()) {
        Domain domain;
        domain.id = domain.name = item["Name"].text();
        if (domain.id.isEmpty())
            continue;
        domain.source = sourceOf(contextOf(unit), item);
        domain.description = item["Description"].text();
        const Node &parameters = item["Parameters"];
        addOwner(parameters["owner"].text(), domain, out);
        for (const char *key : {"LocationUri", "CatalogId", "TargetDatabase", "FederatedDatabase"})
            addProperty(domain.properties, key, item[key]);
        addTime(domain.properties, "CreateTime", item["CreateTime"]);
        addMap(parameters, domain.properties);
        out.domains.append(std::move(domain));
    }
    return out;
}

Records GlueReader::tables(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["TableList"].items()) {
        if (!item["Name"].text().isEmpty())
            readTable(item, unit, out);
    }
    return out;
}

void GlueReader::readTable(const Node &item, const QString &unit, Records &out) const
{
    Dataset dataset;
    dataset.id = idOf(item);
    dataset.ns = namespaceOf(item);
    dataset.name = dataset.id.mid(dataset.ns.size() + 1);
    dataset.domain = item["DatabaseName"].text();
    dataset.platform = u"glue"_s;
    dataset.type = item["TableType"].text().endsWith(u"VIEW") ? u"view"_s : u"table"_s;
    dataset.source = sourceOf(contextOf(unit), item);
    dataset.description = item["Description"].text();
    addOwner(item["Owner"].text(), dataset, out);
    const Node &storage = item["StorageDescriptor"];
    const Node &parameters = item["Parameters"];
    Server place;
    place.type = u"s3"_s;
    place.settings.append({u"location"_s, storage["Location"].text()});
    const bool isView = dataset.type == u"view"; // its place holds nothing
    if (const DatasetName name = isView ? DatasetName() : nameFromServer(place, {}); !name.isNull())
        dataset.aliases.append(name.id());
    dataset.rowCount = numberIn(parameters, {"numRows", "recordCount"});
    dataset.byteCount = numberIn(parameters, {"totalSize", "sizeKey"});
    addProperty(dataset.properties, "TableType", item["TableType"]);
    for (const char *key :
         {"Location", "InputFormat", "OutputFormat", "Compressed", "NumberOfBuckets", "BucketColumns", "SortColumns"})
        addProperty(dataset.properties, key, storage[key]);
    addProperty(dataset.properties, "SerializationLibrary", storage["SerdeInfo"]["SerializationLibrary"]);
    for (const char *key : {"CreateTime", "UpdateTime", "LastAccessTime", "LastAnalyzedTime"})
        addTime(dataset.properties, key, item[key]);
    for (const char *key : {"CreatedBy", "VersionId", "Retention", "IsRegisteredWithLakeFormation", "TargetTable",
                            "FederatedTable", "IsMultiDialectView", "ViewDefinition"})
        addProperty(dataset.properties, key, item[key]);
    if (const QString sql = sqlOf(item); !sql.isEmpty())
        dataset.properties.append({u"sql"_s, sql});
    addMap(parameters, dataset.properties);
    out.columns += columnsOf(item, dataset.id);
    out.datasets.append(std::move(dataset));
}

Records GlueReader::partitions(const QString &table, const Node &page, const std::optional<Counted> &count,
                               const QString &unit) const
{
    Records out;
    QSet<qint64> told; // many are made at once
    for (const Node &item : page["Partitions"].items()) {
        const QDateTime at = awsTime(item["CreationTime"]);
        if (!at.isValid() || told.contains(at.toSecsSinceEpoch()))
            continue;
        told.insert(at.toSecsSinceEpoch());
        out.measurements.append(measured(table, "freshness", at, 0, "s"));
    }
    if (!count)
        return out;
    Dataset dataset;
    dataset.id = table;
    dataset.ns = table.section(u"/table/"_s, 0, 0);
    dataset.name = table.mid(dataset.ns.size() + 1);
    dataset.source = sourceOf(contextOf(unit), page);
    const QString number = QString::number(count->partitions);
    dataset.properties.append({u"partitions"_s, count->isAll ? number : u"≥ "_s + number});
    out.datasets.append(std::move(dataset));
    return out;
}

Records GlueReader::quality(const Node &answer) const
{
    Records out;
    const Node &table = answer["DataSource"]["GlueTable"];
    QDateTime at = awsTime(answer["CompletedOn"]);
    if (!at.isValid())
        at = awsTime(answer["StartedOn"]);
    if (table["TableName"].text().isEmpty() || !at.isValid())
        return out;
    const QString id = idOf(table);
    const QString run = firstText(answer, {"RulesetEvaluationRunId", "JobRunId", "ResultId"});
    const QString ruleset = answer["RulesetName"].text();
    if (const std::optional<double> score = answer["Score"].number()) {
        out.measurements.append(measured(id, "dataQuality", at, *score, "ratio"));
        out.measurements.last().run = run;
    }
    for (const Node &result : answer["RuleResults"].items()) {
        const QString rule = result["Name"].text();
        if (rule.isEmpty())
            continue;
        const QString name = ruleset.isEmpty() ? rule : ruleset + u'/' + rule;
        QualityRule told;
        told.id = id + u'#' + name + u'#';
        told.dataset = id;
        told.name = name;
        told.type = u"Glue data quality"_s;
        told.text = firstText(result, {"Description", "EvaluatedRule"});
        told.expression = result["EvaluatedRule"].text();
        out.qualityRules.append(std::move(told));
        const QString outcome = result["Result"].text();
        if (outcome != u"PASS" && outcome != u"FAIL") // ERROR: nothing was found out
            continue;
        const double value = outcome == u"PASS" ? 1 : 0;
        Measurement found = measured(id, "assertion", at, value, "1");
        found.property = u"assertion:"_s + name;
        found.run = run;
        found.good = value;
        found.total = 1;
        out.measurements.append(std::move(found));
    }
    return out;
}

} // namespace meshscope
