#include "models/catalogs/unity/connector.h"

#include "models/catalogs/kindoptions.h"
#include "models/catalogs/unity/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Unity)
};

const QHash<QString, UnityReading::Permissions> &permissionWords()
{
    static const QHash<QString, UnityReading::Permissions> words{{QString(), UnityReading::Permissions::Schemas},
                                                                 {u"none"_s, UnityReading::Permissions::None},
                                                                 {u"schemas"_s, UnityReading::Permissions::Schemas},
                                                                 {u"all"_s, UnityReading::Permissions::All}};
    return words;
}

} // namespace

EndpointKind UnityConnector::kind()
{
    QList<Property> options{
        {u"permissions"_s, Text::tr("Whose permissions are read: none, schemas (those of catalogs and schemas), or all (one "
                                    "request a table). Default: schemas.")},
        {u"iceberg"_s, Text::tr("Whether snapshots of tables are read by the server's Iceberg interface: yes or no. "
                                "Default: yes.")}};
    return {u"unity"_s,
            Text::tr("Unity Catalog"),
            Text::tr("A Unity Catalog server, or a Databricks workspace. The location is its address, such as "
                     "http://unity.example:8080."),
            options + httpOptions(),
            {u"none"_s, u"bearer"_s, u"oauth2"_s, u"basic"_s, u"apikey"_s, u"mtls"_s}};
}

Result<std::unique_ptr<Connector>> UnityConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    for (const auto &[option, words] : {std::pair(u"permissions"_s, QStringList{u"none"_s, u"schemas"_s, u"all"_s}),
                                        std::pair(u"iceberg"_s, QStringList{u"yes"_s, u"no"_s})}) {
        if (const Result<void> checked = checkChoice(config, option, words); !checked)
            return Failure(checked.error());
    }
    return std::make_unique<UnityConnector>(
        placedAtServer(config, {u"/api/2.1/unity-catalog/iceberg"_s, UnityReading::api, u"/api"_s}), tools);
}

Capabilities UnityConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains, Capability::Columns, Capability::Lineage};
    all.missing = {
        {Capability::Products, Text::tr("Unity Catalog knows tables, volumes, functions and models, no data products.")},
        {Capability::ColumnLineage, Text::tr("Unity Catalog tells which tables a view reads, not which columns.")},
        {Capability::Samples, Text::tr("The catalog knows where the files are; rows are read by an engine such as Trino.")},
        {Capability::Contracts, Text::tr("Unity Catalog knows schemas, no contracts.")},
        {Capability::Quality, Text::tr("Unity Catalog keeps no results of checks; tables it serves as Iceberg's bring what "
                                       "their snapshots say.")},
        {Capability::Usage, Text::tr("The open Unity Catalog does not tell who reads its tables.")},
        {Capability::AccessRequests, Text::tr("Unity Catalog has grants, and no way to ask for one.")},
        {Capability::ChangeFeed, Text::tr("The server lists no changes: the lists are read and compared.")}};
    return all;
}

Result<Outcome> UnityConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    const UnityReading::Options options{permissionWords().value(option(u"permissions"_s)), option(u"iceberg"_s) != u"no"};
    return UnityReading(client, sink, progress, options).read();
}

void UnityConnector::test(RequestChecks &checks)
{
    const auto firstOf = [&](const QString &what, const QString &path, const char *key, HttpFields fields, bool isNeeded) {
        fields.append({u"max_results"_s, u"1"_s});
        const Result<JsonPage> page =
            checks.askList(what, HttpRequest::get(UnityReading::api + u'/' + path, fields), key, isNeeded);
        if (!page)
            return QString();
        const Node &items = page->root()[key];
        const QString name = items.size() == 0 ? QString() : items.items().front()["name"].text();
        checks.tell(name.isEmpty() ? Text::tr("There is none") : Text::tr("The first is “%1”").arg(name));
        return name;
    };
    const QString catalog = firstOf(Text::tr("Catalogs can be read"), u"catalogs"_s, "catalogs", {}, true);
    if (catalog.isEmpty())
        return;
    // The API has no word of its version.
    checks.tellVersion({}, Text::tr("Unity Catalog does not tell it over its API. Versions to 0.6 are known to work."));
    const HttpFields in{{u"catalog_name"_s, catalog}};
    const QString schema = firstOf(Text::tr("Schemas can be read"), u"schemas"_s, "schemas", in, true);
    if (!schema.isEmpty()) {
        const HttpFields inSchema = in + HttpFields{{u"schema_name"_s, schema}};
        for (const auto &[what, path, key, isNeeded] :
             {std::tuple(Text::tr("Tables can be read"), u"tables"_s, "tables", true),
              std::tuple(Text::tr("Volumes can be read"), u"volumes"_s, "volumes", false),
              std::tuple(Text::tr("Functions can be read"), u"functions"_s, "functions", false),
              std::tuple(Text::tr("Models can be read"), u"models"_s, "registered_models", false)})
            static_cast<void>(firstOf(what, path, key, inSchema, isNeeded));
    }
    if (checks.ask(Text::tr("Permissions can be read"),
                   HttpRequest::get(UnityReading::api + u"/permissions/catalog/"_s + pathSegment(catalog)), false))
        checks.tell(Text::tr("Yes"));
}

} // namespace meshscope
