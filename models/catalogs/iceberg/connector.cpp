#include "models/catalogs/iceberg/connector.h"

#include "models/catalogs/iceberg/reading.h"
#include "models/catalogs/kindoptions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Iceberg)
};

/// People paste what other clients call "uri", or the address of the configuration.
QString catalogOf(QString location)
{
    location = location.trimmed();
    for (const QString &end : {u"/"_s, u"/v1/config"_s, u"/v1"_s, u"/"_s}) {
        while (location.endsWith(end))
            location.chop(end.size());
    }
    return location;
}

/// The catalog's own token address is what most clients use, though the protocol would rather have another server.
EndpointConfig placed(EndpointConfig config)
{
    config.location = catalogOf(config.location);
    if (config.options.value(u"auth"_s) == u"oauth" && config.options.value(u"oauth.token"_s).isEmpty()) {
        config.options.insert(u"oauth.token"_s, config.location + u"/v1/oauth/tokens"_s);
        for (const auto &[option, value] :
             {std::pair(u"oauth.scope"_s, u"catalog"_s), std::pair(u"oauth.secret"_s, u"body"_s)}) {
            if (config.options.value(option).isEmpty())
                config.options.insert(option, value);
        }
    }
    return config;
}

} // namespace

EndpointKind IcebergConnector::kind()
{
    QList<Property> options{
        {u"warehouse"_s, Text::tr("Warehouse, or catalog, where the server has several.")},
        {u"snapshots"_s, Text::tr("Which snapshots of a table are read: all, or refs (those that branches and tags name). "
                                  "Default: all.")}};
    return {u"iceberg"_s,
            Text::tr("Iceberg REST catalog"),
            Text::tr("A catalog that speaks Iceberg's REST protocol: Polaris, Nessie, Unity Catalog, Lakekeeper … The "
                     "location is what clients call its “uri”, such as https://polaris.example/api/catalog."),
            options + httpOptions(),
            {u"none"_s, u"bearer"_s, u"oauth2"_s, u"basic"_s, u"apikey"_s, u"mtls"_s}};
}

Result<std::unique_ptr<Connector>> IcebergConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    if (const Result<void> checked = checkChoice(config, u"snapshots"_s, {u"all"_s, u"refs"_s}); !checked)
        return Failure(checked.error());
    return std::make_unique<IcebergConnector>(placed(config), tools);
}

Result<void> IcebergConnector::check(const EndpointConfig &config, const ConnectorTools &tools)
{
    return checkHttpEndpoint(placed(config), tools);
}

Capabilities IcebergConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains, Capability::Columns, Capability::Quality};
    all.missing = {
        {Capability::Products, Text::tr("An Iceberg catalog knows tables and views, no data products.")},
        {Capability::Lineage, Text::tr("The protocol tells what views say in SQL, not what they read.")},
        {Capability::ColumnLineage, Text::tr("The protocol tells what views say in SQL, not what they read.")},
        {Capability::Samples, Text::tr("The catalog knows where the files are; rows are read by an engine such as Trino.")},
        {Capability::Contracts, Text::tr("An Iceberg catalog knows schemas, no contracts.")},
        {Capability::Usage, Text::tr("The catalog does not tell who reads its tables.")},
        {Capability::AccessRequests, Text::tr("The protocol has no way to ask for access.")},
        {Capability::ChangeFeed,
         Text::tr("The protocol lists no changes: each table is asked for by its ETag, and answered in full where it has "
                  "changed.")}};
    return all;
}

QString IcebergConnector::product() const
{
    return Text::tr("Iceberg REST catalog");
}

Result<Outcome> IcebergConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    const IcebergReading::Options options{option(u"warehouse"_s), option(u"snapshots"_s) != u"refs"};
    return IcebergReading(client, sink, progress, options).read();
}

void IcebergConnector::test(RequestChecks &checks)
{
    const QString warehouse = option(u"warehouse"_s);
    const Result<JsonPage> config =
        checks.askJson(Text::tr("The configuration can be read"), IcebergReading::configRequest(warehouse));
    if (!config)
        return;
    if (!config->root()["overrides"].isMap() && !config->root()["defaults"].isMap()) {
        checks.refute(Text::tr("What answers is no Iceberg catalog. Check the address: it is the one that clients are given "
                               "as “uri”."));
        return;
    }
    const IcebergPaths paths(config->root(), checks.client().profile().base);
    checks.tell(paths.prefix().isEmpty() ? Text::tr("Yes") : Text::tr("Its paths begin with “%1”").arg(paths.prefix()));
    checks.tellVersion({}, Text::tr("The protocol does not tell it. Iceberg 1.11 is known to work."));

    const HttpFields one{{u"pageToken"_s, QString()}, {u"pageSize"_s, u"1"_s}};
    const auto firstOf = [&](const QString &what, const QString &target, const char *key, bool isNeeded) {
        Result<JsonPage> page = checks.askList(what, HttpRequest::get(target, one), key, isNeeded);
        if (page)
            checks.tell(page->root()[key].size() > 0 ? Text::tr("Yes") : Text::tr("There is none"));
        return page;
    };
    const Result<JsonPage> spaces = firstOf(Text::tr("Namespaces can be read"), paths.namespaces(), "namespaces", true);
    if (!spaces || spaces->root()["namespaces"].size() == 0)
        return;
    const QStringList levels = spaces->root()["namespaces"].items().front().texts();
    const Result<JsonPage> tables =
        firstOf(Text::tr("Tables can be listed"), paths.things(levels, u"tables"_s), "identifiers", true);
    if (tables && tables->root()["identifiers"].size() > 0) {
        const QString name = tables->root()["identifiers"].items().front()["name"].text();
        if (checks.ask(Text::tr("Tables can be read"),
                       HttpRequest::get(paths.thing(levels, u"tables"_s, name), {{u"snapshots"_s, u"refs"_s}})))
            checks.tell(Text::tr("The first of “%1” is “%2”").arg(icebergName(levels), name));
    }
    if (!paths.serves(u"GET /v1/{prefix}/namespaces/{namespace}/views"_s))
        checks.probe().checks.append({Text::tr("Views can be listed"), true, Text::tr("The catalog has no views")});
    else
        static_cast<void>(firstOf(Text::tr("Views can be listed"), paths.things(levels, u"views"_s), "identifiers", false));
}

} // namespace meshscope
