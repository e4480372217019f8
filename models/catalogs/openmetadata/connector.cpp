#include "models/catalogs/openmetadata/connector.h"

#include "models/catalogs/kindoptions.h"
#include "models/catalogs/openmetadata/samples.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenMetadata)
};

const QString api = u"/api/v1/"_s;

/// People paste the address of the server, of its API, or of the page they look at.
QString serverOf(QString location)
{
    location = location.trimmed();
    for (const QStringView tail : {u"/my-data", u"/signin", u"/explore", u"/"}) {
        while (location.endsWith(tail))
            location.chop(tail.size());
    }
    for (const QStringView tail : {u"/v1", u"/api"}) {
        if (location.endsWith(tail))
            location.chop(tail.size());
    }
    return location;
}

/// `crm=postgres://db:5432, lake=trino://t:8080`.
Result<QHash<QString, QString>> namespacesOf(const EndpointConfig &config)
{
    QHash<QString, QString> namespaces;
    const QStringList pairs = config.options.value(u"namespaces"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &pair : pairs) {
        const QString service = pair.section(u'=', 0, 0).trimmed();
        const QString ns = pair.section(u'=', 1).trimmed();
        if (service.isEmpty() || ns.isEmpty())
            return fail(Error::Code::Usage,
                        Text::tr("The option namespaces has “%1”: write service=namespace, several with commas between.")
                            .arg(pair.trimmed()),
                        config.name);
        namespaces.insert(service, ns);
    }
    return namespaces;
}

} // namespace

EndpointKind OpenMetadataConnector::kind()
{
    QList<Property> options{
        {u"domain"_s, Text::tr("What a domain is: domain, or service (services, databases and schemas). Default: domain.")},
        {u"namespaces"_s, Text::tr("OpenLineage namespaces of services whose connection does not tell them, as "
                                   "service=namespace, with commas between.")},
        {u"full"_s, Text::tr("Hours between two readings of everything; those in between read what has changed. 0: each one "
                             "reads everything. Default: 24.")}};
    return {u"openmetadata"_s,
            Text::tr("OpenMetadata"),
            Text::tr("An OpenMetadata server (1.6 to 2.x). The location is its address, such as "
                     "https://openmetadata.example:8585; the secret is the token of a bot or of a person."),
            options + httpOptions(),
            {u"bearer"_s, u"oauth2"_s, u"none"_s, u"mtls"_s}};
}

Result<std::unique_ptr<Connector>> OpenMetadataConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    if (const Result<void> checked = checkChoice(config, u"domain"_s, {u"domain"_s, u"service"_s}); !checked)
        return Failure(checked.error());
    openmetadata::ReadingOptions options;
    options.hasServiceDomains = config.options.value(u"domain"_s) == u"service";
    const Result<QHash<QString, QString>> namespaces = namespacesOf(config);
    if (!namespaces)
        return Failure(namespaces.error());
    options.namespaces = *namespaces;
    const Result<std::chrono::hours> fullEvery = openmetadata::Reading::fullEvery(config.name, config.options);
    if (!fullEvery)
        return Failure(fullEvery.error());
    options.fullEvery = *fullEvery;
    EndpointConfig placed = config;
    placed.location = serverOf(config.location);
    return std::make_unique<OpenMetadataConnector>(std::move(placed), tools, std::move(options));
}

OpenMetadataConnector::OpenMetadataConnector(EndpointConfig config, ConnectorTools tools,
                                             openmetadata::ReadingOptions options)
    : HttpConnector(std::move(config), std::move(tools))
    , m_options(std::move(options))
{
}

Capabilities OpenMetadataConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains,        Capability::Products,   Capability::Columns, Capability::Lineage,
                   Capability::ColumnLineage,  Capability::Contracts,  Capability::Quality, Capability::Usage,
                   Capability::AccessRequests, Capability::ChangeFeed, Capability::Samples};
    all.keepsSamples = true;
    return all;
}

Result<Outcome> OpenMetadataConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    return openmetadata::Reading(client, sink, progress, m_options).read();
}

Result<std::unique_ptr<RequestRoad>> OpenMetadataConnector::requests()
{
    return std::make_unique<openmetadata::Requests>(config(), tools());
}

Result<DataRows> OpenMetadataConnector::sample(const RowsRequest &request, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = open(progress.cancelled);
    if (!client)
        return Failure(client.error());
    progress.report(0, 0, Text::tr("Asking %1").arg(config().location));
    return openmetadata::keptSample(**client, request);
}

void OpenMetadataConnector::test(RequestChecks &checks)
{
    // The version is for everybody: who is asking is found out first.
    const Result<HttpAnswer> me =
        checks.ask(Text::tr("The login is known"), HttpRequest::get(api + u"users/loggedInUser"_s).accepting({404, 500}));
    if (!me)
        return;
    if (const Result<JsonPage> page = jsonPage(*me); page && page->status == 200)
        checks.tell(page->root()["name"].text());
    const Result<JsonPage> system =
        checks.askJson(Text::tr("The version is known"), HttpRequest::get(api + u"system/version"_s));
    if (!system)
        return;
    if (!system->root().isMap()) {
        checks.refute(Text::tr("What answers is no OpenMetadata: its version cannot be read. Check the address."));
        return;
    }
    const QString version = system->root()["version"].text();
    checks.probe().version = version;
    checks.tell(version.isEmpty() ? Text::tr("It does not tell it. 1.6 to 2.0 are known to work.") : version);
    struct Asked {
        QString what;
        QString path;
        bool isNeeded;
    };
    const Asked kinds[] = {{Text::tr("Domains can be read"), u"domains"_s, true},
                           {Text::tr("Data products can be read"), u"dataProducts"_s, true},
                           {Text::tr("Tables can be read"), u"tables"_s, true},
                           {Text::tr("Topics can be read"), u"topics"_s, false},
                           {Text::tr("Dashboards can be read"), u"dashboards"_s, false},
                           {Text::tr("Pipelines can be read"), u"pipelines"_s, false},
                           {Text::tr("Containers can be read"), u"containers"_s, false},
                           {Text::tr("Users can be read"), u"users"_s, false},
                           {Text::tr("Glossary terms can be read"), u"glossaryTerms"_s, false},
                           {Text::tr("Data contracts can be read"), u"dataContracts"_s, false},
                           {Text::tr("Test cases can be read"), u"dataQuality/testCases"_s, false}};
    for (const Asked &kind : kinds) {
        HttpRequest request = HttpRequest::get(api + kind.path, {{u"limit"_s, u"1"_s}});
        if (!kind.isNeeded)
            request = request.accepting({404, 500});
        const Result<JsonPage> page = checks.askJson(kind.what, request, kind.isNeeded);
        if (!page)
            continue;
        if (page->status != 200)
            checks.tell(Text::tr("This server has none of these"));
        else if (!page->root()["data"].isSequence())
            checks.refute(Text::tr("There is no list in the answer."));
        else
            checks.tell(Text::tr("%Ln of them", nullptr, int(page->root()["paging"]["total"].integer().value_or(0))));
    }
}

} // namespace meshscope
