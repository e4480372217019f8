#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/datazone/records.h"

#include "models/formats/naming.h"
#include "models/formats/reading.h"
#include "models/formats/sqltypes.h"

#include <QSet>

using namespace Qt::StringLiterals;

// The second part of DataZoneReader: assets, and the forms that say what they are.
namespace meshscope {

namespace {

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
}

/// The forms of an asset, each a document of its own in a text.
class Forms {
public:
    explicit Forms(const Node &list)
    {
        for (const Node &form : list.items()) {
            const QByteArray content = form["content"].text().toUtf8();
            Form made{firstText(form, {"typeName"}), form["formName"].text(), parseDocuments(content, Syntax::Json)};
            if (!made.parsed.documents.empty())
                m_forms.push_back(std::move(made));
        }
    }
    struct Form {
        QString type; ///< "amazon.datazone.GlueTableFormType"
        QString name;
        Parsed parsed;
        [[nodiscard]] const Node &root() const { return parsed.documents.front(); }
        [[nodiscard]] bool is(QLatin1StringView word) const { return type.contains(word) || name.contains(word); }
    };
    [[nodiscard]] const std::vector<Form> &all() const { return m_forms; }
    [[nodiscard]] const Node &form(QLatin1StringView word) const
    {
        for (const Form &form : m_forms) {
            if (form.is(word))
                return form.root();
        }
        return Node::null();
    }

private:
    std::vector<Form> m_forms;
};

const Node &formsOf(const Node &asset)
{
    const Node &more = asset["additionalAttributes"]["formsOutput"];
    return more.isSequence() ? more : asset["formsOutput"];
}

void addColumns(const Node &form, const QString &dataset, QList<Column> &columns)
{
    QSet<QString> partitions;
    for (const Node &key : form["partitionKeys"].items())
        partitions.insert(firstText(key, {"columnName", "name"}));
    const auto add = [&](const Node &field, bool isPartition) {
        Column column;
        column.path = firstText(field, {"columnName", "name"});
        if (column.path.isEmpty())
            return;
        column.dataset = dataset;
        column.ordinal = int(columns.size());
        column.physicalType = firstText(field, {"dataType", "type"});
        column.description = firstText(field, {"description", "comment"});
        column.partition = isPartition || partitions.contains(column.path);
        addProperty(column.properties, "businessName", field["businessName"]);
        const QString path = column.path;
        const QString type = column.physicalType;
        columns.append(std::move(column));
        for (const TypeField &part : fieldsOfType(type, path)) {
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
    for (const Node &field : form["columns"].items())
        add(field, false);
    QSet<QString> known;
    for (const Column &column : std::as_const(columns))
        known.insert(column.path);
    for (const Node &key : form["partitionKeys"].items()) {
        if (!known.contains(firstText(key, {"columnName", "name"})))
            add(key, true);
    }
}

/// What people added to columns: names, descriptions, terms.
void addBusinessMetadata(const Node &form, QList<Column> &columns)
{
    for (const Node &told : form["columnsBusinessMetadata"].items()) {
        for (Column &column : columns) {
            if (column.path != told["columnIdentifier"].text())
                continue;
            addProperty(column.properties, "businessName", told["name"]);
            if (const QString text = told["description"].text(); !text.isEmpty())
                column.description = text;
            column.terms += told["glossaryTerms"].texts();
        }
    }
}

void addCommon(const Node &form, Dataset &dataset)
{
    if (const QString text = form["readMe"].text(); !text.isEmpty())
        dataset.description += (dataset.description.isEmpty() ? u""_s : u"\n\n"_s) + text;
    for (const char *key : {"customProperties", "sourceIdentifier"}) {
        const Node &value = form[key];
        for (qsizetype i = 0; value.isMap() && i < value.size(); ++i)
            addProperty(dataset.properties, value.keys()[size_t(i)], value.items()[size_t(i)]);
        if (!value.isMap())
            addProperty(dataset.properties, key, value);
    }
}

/// Everything else a form says that is one value.
void addPlain(const Forms::Form &form, Dataset &dataset)
{
    const Node &root = form.root();
    for (qsizetype i = 0; root.isMap() && i < root.size(); ++i) {
        const Node &value = root.items()[size_t(i)];
        if (value.isScalar())
            addProperty(dataset.properties, root.keys()[size_t(i)], value);
    }
}

void addPoint(const Node &point, const QString &dataset, QList<Measurement> &measurements)
{
    const QDateTime at = awsTime(point["timestamp"]);
    const QByteArray json = point["contentSummary"].text().toUtf8();
    const Parsed parsed = parseDocuments(json, Syntax::Json);
    if (!at.isValid() || parsed.documents.empty())
        return;
    const std::optional<double> passing = parsed.documents.front()["passingPercentage"].number();
    if (!passing)
        return;
    Measurement found;
    found.at = at;
    found.target = dataset;
    found.targetKind = Kind::Dataset;
    found.property = u"dataQuality"_s;
    found.value = *passing / 100;
    found.unit = u"ratio"_s;
    if (const std::optional<double> count = parsed.documents.front()["evaluationsCount"].number()) {
        found.total = *count;
        found.good = *count * *passing / 100;
    }
    found.source = point["formName"].text();
    found.run = point["id"].text();
    measurements.append(std::move(found));
}

} // namespace

DataZoneContext::Name DataZoneReader::nameOf(const Node &asset) const
{
    const Forms forms(formsOf(asset));
    const QString id = firstText(asset, {"identifier", "id"});
    const QString own = u"asset/"_s + id;
    const Node &glue = forms.form("GlueTableForm"_L1);
    if (!glue.isNull()) {
        if (const QString arn = glue["tableArn"].text(); !arn.isEmpty())
            return m_context.nameOf(arn, own);
        const QString account = glue["catalogId"].text();
        const QString region = glue["region"].text();
        const QString table = glue["tableName"].text();
        if (!table.isEmpty())
            return {u"arn:aws:glue:"_s + (region.isEmpty() ? m_context.region : region) + u':' +
                        (account.isEmpty() ? m_context.account : account),
                    u"table/"_s + glue["databaseName"].text() + u'/' + table};
    }
    for (const QLatin1StringView word : {"RedshiftTableForm"_L1, "RedshiftViewForm"_L1}) {
        const Node &redshift = forms.form(word);
        const QString host = firstText(redshift, {"clusterIdentifier", "workgroupName", "host"});
        if (redshift.isNull() || host.isEmpty())
            continue;
        Server server;
        server.type = u"redshift"_s;
        server.settings = {{u"clusterIdentifier"_s, host},
                           {u"region"_s, redshift["region"].text().isEmpty() ? m_context.region : redshift["region"].text()},
                           {u"database"_s, redshift["databaseName"].text()},
                           {u"schema"_s, redshift["schemaName"].text()}};
        const DatasetName name = nameFromServer(server, firstText(redshift, {"tableName", "viewName"}));
        if (!name.isNull())
            return {name.ns, name.name};
    }
    return m_context.nameOf(asset["externalIdentifier"].text(), own);
}

Records DataZoneReader::assets(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &result : page["items"].items()) {
        const Node &item = result["assetItem"];
        if (!item["identifier"].text().isEmpty())
            readAsset(item, unit, out);
    }
    return out;
}

void DataZoneReader::readAsset(const Node &item, const QString &unit, Records &out) const
{
    const Forms forms(formsOf(item));
    const DataZoneContext::Name name = nameOf(item);
    const QString id = item["identifier"].text();
    Dataset dataset;
    dataset.id = name.id();
    dataset.ns = name.ns;
    dataset.name = name.name;
    dataset.platform = platformOf(name.ns);
    dataset.type = item["typeIdentifier"].text().contains(u"View") ? u"view"_s
                   : item["typeIdentifier"].text().contains(u"S3") ? u"file"_s
                                                                   : u"table"_s;
    dataset.description = item["description"].text();
    dataset.terms = item["glossaryTerms"].texts();
    dataset.source = sourceOf(contextOf(unit), item);
    m_context.place(item["owningProjectId"].text(), dataset);
    dataset.properties.append({u"asset"_s, id});
    if (const QString title = item["name"].text(); !title.isEmpty())
        dataset.properties.append({u"businessName"_s, title});
    if (const QString listing = m_context.listings.value(id); !listing.isEmpty())
        dataset.properties.append({u"listing"_s, listing});
    for (const char *key : {"typeIdentifier", "externalIdentifier"})
        addProperty(dataset.properties, key, item[key]);
    QList<Column> columns;
    for (const Forms::Form &form : forms.all()) {
        if (form.is("AssetCommonDetails"_L1))
            addCommon(form.root(), dataset);
        else if (!form.is("ColumnBusinessMetadata"_L1))
            addPlain(form, dataset);
        if (columns.isEmpty())
            addColumns(form.root(), dataset.id, columns);
    }
    addBusinessMetadata(forms.form("ColumnBusinessMetadata"_L1), columns);
    out.columns += columns;
    out.datasets.append(std::move(dataset));
}

Records DataZoneReader::points(const QString &asset, const Node &page) const
{
    Records out;
    for (const Node &point : page["items"].items())
        addPoint(point, m_context.assets.value(asset), out.measurements);
    return out;
}

} // namespace meshscope
