#include "models/catalogs/opendatamesh/connector.h"

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
    return std::make_unique<OpenDataMeshConnector>(placedAtServer(config, {registry, market, u"/api/v1/pp/registry"_s}),
                                                   tools);
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

Result<Outcome> OpenDataMeshConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    return OpenDataMeshReading(client, sink, progress).read();
}

Result<std::unique_ptr<RequestRoad>> OpenDataMeshConnector::requests()
{
    return std::make_unique<OpenDataMeshRequests>(config(), tools());
}

void OpenDataMeshConnector::test(RequestChecks &checks)
{
    const auto check = [&](const QString &what, const QString &target, bool isNeeded) {
        const Result<JsonPage> page = checks.askJson(what, HttpRequest::get(target, {{u"size"_s, u"1"_s}}), isNeeded);
        if (!page)
            return false;
        const bool isList = page->root()["content"].isSequence();
        if (!isList)
            checks.refute(Text::tr("What answers is no Open Data Mesh: there is no list in its answer. Check the address."));
        else
            checks.tell(page->root()["totalElements"].text());
        return isList;
    };
    if (!check(Text::tr("Data products can be read"), registry + u"/products"_s, true))
        return;
    // Its services have no word of their version.
    checks.tellVersion({}, Text::tr("Open Data Mesh does not tell it over its API. Registry 2.0 and marketplace 0.1 are "
                                    "known to work."));
    static_cast<void>(check(Text::tr("Versions can be read"), registry + u"/products-versions"_s, true));
    static_cast<void>(check(Text::tr("Requests for access can be read"), market + u"/requests"_s, false));
}

} // namespace meshscope
