#include "models/catalogs/unity/connector.h"

#include "models/catalogs/httpendpoint.h"
#include "models/catalogs/unity/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Unity)
};

/// People paste the address of the server, or of its API.
QString serverOf(QString location)
{
    location = location.trimmed();
    while (location.endsWith(u'/'))
        location.chop(1);
    for (const QString &end : {u"/api/2.1/unity-catalog/iceberg"_s, UnityReading::api, u"/api"_s}) {
        if (location.endsWith(end))
            location.chop(end.size());
    }
    return location;
}

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
    const QString permissions = config.options.value(u"permissions"_s);
    if (!permissionWords().contains(permissions))
        return fail(Error::Code::Usage,
                    Text::tr("The option permissions is “%1”: it can be none, schemas or all.").arg(permissions),
                    config.name);
    const QString iceberg = config.options.value(u"iceberg"_s);
    if (!iceberg.isEmpty() && iceberg != u"yes" && iceberg != u"no")
        return fail(Error::Code::Usage, Text::tr("The option iceberg is “%1”: it can be yes or no.").arg(iceberg),
                    config.name);
    EndpointConfig placed = config;
    placed.location = serverOf(config.location);
    return std::unique_ptr<Connector>(new UnityConnector(std::move(placed), tools));
}

UnityConnector::UnityConnector(EndpointConfig config, ConnectorTools tools)
    : m_config(std::move(config))
    , m_tools(std::move(tools))
    , m_secrets(secretsOf(m_config, m_tools))
{
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

Result<Outcome> UnityConnector::read(RecordSink &sink, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, progress.cancelled);
    if (!client)
        return Failure(client.error());
    const UnityReading::Options options{permissionWords().value(m_config.options.value(u"permissions"_s)),
                                        m_config.options.value(u"iceberg"_s) != u"no"};
    return UnityReading(**client, sink, progress, options).read();
}

Connector::Probe UnityConnector::probe()
{
    Probe probe;
    probe.product = u"Unity Catalog"_s;
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, [] { return false; });
    if (!client) {
        probe.checks.append({Text::tr("The settings are in order"), false, client.error().text});
        return probe;
    }
    if (!checkReach((*client)->profile(), probe.checks))
        return probe;
    RequestChecks checks(**client, probe.checks);
    const auto firstOf = [&](const QString &what, const QString &path, const char *key, HttpFields fields, bool isNeeded) {
        fields.append({u"max_results"_s, u"1"_s});
        const Result<HttpAnswer> answer =
            checks.ask(what, HttpRequest::get(UnityReading::api + u'/' + path, fields), isNeeded);
        const Result<JsonPage> page = answer ? jsonPage(*answer) : Result<JsonPage>(Failure(answer.error()));
        if (!answer)
            return QString();
        if (!page || !page->root()[key].isSequence()) {
            checks.refute(page ? Text::tr("There is no list in the answer.") : page.error().text);
            return QString();
        }
        const Node &items = page->root()[key];
        const QString name = items.size() == 0 ? QString() : items.items().front()["name"].text();
        checks.tell(name.isEmpty() ? Text::tr("There is none") : Text::tr("The first is “%1”").arg(name));
        return name;
    };
    const QString catalog = firstOf(Text::tr("Catalogs can be read"), u"catalogs"_s, "catalogs", {}, true);
    if (catalog.isEmpty())
        return probe;
    // The API has no word of its version.
    probe.checks.append({Text::tr("The version is known"), true,
                         Text::tr("Unity Catalog does not tell it over its API. Versions to 0.6 are known to work.")});
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
    return probe;
}

} // namespace meshscope
