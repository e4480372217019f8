#include "models/catalogs/opendatamesh/connector.h"

#include "models/catalogs/httpendpoint.h"
#include "models/catalogs/opendatamesh/reading.h"
#include "models/catalogs/opendatamesh/requests.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenDataMesh)
};

const QString registry = u"/api/v2/pp/registry"_s;
const QString market = u"/api/v1/pp/marketplace"_s;

/// People paste the address of the server, or of one of its services.
QString serverOf(QString location)
{
    location = location.trimmed();
    while (location.endsWith(u'/'))
        location.chop(1);
    for (const QString &service : {registry, market, u"/api/v1/pp/registry"_s}) {
        if (location.endsWith(service))
            location.chop(service.size());
    }
    return location;
}

} // namespace

EndpointKind OpenDataMeshConnector::kind()
{
    return {u"opendatamesh"_s,
            Text::tr("Open Data Mesh"),
            Text::tr("The Open Data Mesh platform: its registry, and its marketplace behind the same address, such as "
                     "https://odm.example."),
            httpOptions(),
            {u"none"_s, u"bearer"_s, u"basic"_s, u"apikey"_s, u"oauth2"_s, u"mtls"_s}};
}

Result<std::unique_ptr<Connector>> OpenDataMeshConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    EndpointConfig placed = config;
    placed.location = serverOf(config.location);
    return std::unique_ptr<Connector>(new OpenDataMeshConnector(std::move(placed), tools));
}

OpenDataMeshConnector::OpenDataMeshConnector(EndpointConfig config, ConnectorTools tools)
    : m_config(std::move(config))
    , m_tools(std::move(tools))
    , m_secrets(secretsOf(m_config, m_tools))
{
}

Capabilities OpenDataMeshConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains, Capability::Products, Capability::Columns, Capability::Contracts,
                   Capability::AccessRequests};
    all.missing.append(
        {Capability::Lineage, Text::tr("Its descriptors say what a port depends on, not which data: that is shown "
                                       "between products.")});
    all.missing.append({Capability::ColumnLineage, Text::tr("Its descriptors know no lineage of columns.")});
    all.missing.append({Capability::Samples, Text::tr("It keeps descriptors, no data.")});
    all.missing.append({Capability::Quality, Text::tr("It keeps what is promised, not what was measured.")});
    all.missing.append({Capability::Usage, Text::tr("It does not see who reads the data.")});
    all.missing.append(
        {Capability::ChangeFeed, Text::tr("It has no feed: the lists are read and compared, and descriptors asked "
                                          "for where they tell of a change.")});
    return all;
}

Result<Outcome> OpenDataMeshConnector::read(RecordSink &sink, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, progress.cancelled);
    if (!client)
        return Failure(client.error());
    return OpenDataMeshReading(**client, sink, progress).read();
}

Result<std::unique_ptr<RequestRoad>> OpenDataMeshConnector::requests()
{
    return std::unique_ptr<RequestRoad>(std::make_unique<OpenDataMeshRequests>(m_config, m_tools));
}

Connector::Probe OpenDataMeshConnector::probe()
{
    Probe probe;
    probe.product = u"Open Data Mesh"_s;
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, [] { return false; });
    if (!client) {
        probe.checks.append({Text::tr("The settings are in order"), false, client.error().text});
        return probe;
    }
    if (!checkReach((*client)->profile(), probe.checks))
        return probe;
    RequestChecks checks(**client, probe.checks);
    const auto check = [&](const QString &what, const QString &target, bool isNeeded) {
        const Result<HttpAnswer> answer = checks.ask(what, HttpRequest::get(target, {{u"size"_s, u"1"_s}}), isNeeded);
        if (!answer)
            return false;
        const Result<JsonPage> page = jsonPage(*answer);
        if (!page)
            checks.refute(page.error().text);
        else if (!page->root()["content"].isSequence())
            checks.refute(Text::tr("What answers is no Open Data Mesh: there is no list in its answer. Check the address."));
        else
            checks.tell(page->root()["totalElements"].text());
        return probe.checks.last().ok;
    };
    if (!check(Text::tr("Data products can be read"), registry + u"/products"_s, true))
        return probe;
    // Its services have no word of their version.
    probe.checks.append(
        {Text::tr("The version is known"), true,
         Text::tr("Open Data Mesh does not tell it over its API. Registry 2.0 and marketplace 0.1 are known to "
                  "work.")});
    static_cast<void>(check(Text::tr("Versions can be read"), registry + u"/products-versions"_s, true));
    static_cast<void>(check(Text::tr("Requests for access can be read"), market + u"/requests"_s, false));
    return probe;
}

} // namespace meshscope
