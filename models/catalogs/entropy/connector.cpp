#include "models/catalogs/entropy/connector.h"

#include "models/catalogs/entropy/reading.h"
#include "models/catalogs/entropy/requests.h"
#include "models/catalogs/entropy/samples.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Entropy)
};

} // namespace

EndpointKind EntropyConnector::kind()
{
    EndpointKind kind{u"entropy"_s,
                      Text::tr("Entropy Data"),
                      Text::tr("Entropy Data, formerly Data Mesh Manager. The location is the address of its API, such as "
                               "https://api.entropy-data.com."),
                      httpOptions(),
                      {u"apikey"_s, u"bearer"_s, u"basic"_s, u"oauth2"_s, u"mtls"_s, u"none"_s}};
    kind.usual.keyHeader = "x-api-key";
    return kind;
}

Result<std::unique_ptr<Connector>> EntropyConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    return std::make_unique<EntropyConnector>(placedAtServer(config, {u"/api"_s}), tools);
}

Capabilities EntropyConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains,       Capability::Products,  Capability::Columns, Capability::Lineage,
                   Capability::ColumnLineage, Capability::Contracts, Capability::Quality, Capability::AccessRequests,
                   Capability::ChangeFeed,    Capability::Samples};
    all.keepsSamples = true;
    all.missing.append({Capability::Usage, Text::tr("It keeps traces of queries in one answer without pages: too much to "
                                                    "read each time.")});
    return all;
}

Result<Outcome> EntropyConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    return EntropyReading(client, sink, progress).read();
}

Result<std::unique_ptr<RequestRoad>> EntropyConnector::requests()
{
    return std::make_unique<EntropyRequests>(config(), tools());
}

Result<DataRows> EntropyConnector::sample(const RowsRequest &request, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = open(progress.cancelled);
    if (!client)
        return Failure(client.error());
    progress.report(0, 0, Text::tr("Asking %1").arg(config().location));
    return entropyExample(**client, request);
}

void EntropyConnector::test(RequestChecks &checks)
{
    const auto check = [&](const QString &what, const QString &target, bool isNeeded) {
        const Result<HttpAnswer> answer = checks.ask(what, HttpRequest::get(target), isNeeded);
        if (!answer)
            return answer.error().code != Error::Code::Refused || checks.probe().checks.size() > 4;
        const Result<JsonPage> page = jsonPage(*answer);
        if (!page)
            checks.refute(page.error().text);
        else if (!page->root().isSequence())
            checks.refute(Text::tr("What answers is no Entropy Data: there is no list in its answer. Check the address."));
        else
            checks.tell(page->next.isEmpty() ? QString::number(page->root().size())
                                             : Text::tr("%1 and more").arg(page->root().size()));
        return checks.probe().checks.last().ok;
    };
    if (!check(Text::tr("Teams and domains can be read"), u"/api/teams"_s, true))
        return;
    // Its API has no word of its version.
    checks.tellVersion({}, Text::tr("Entropy Data does not tell it over its API. The API as of 2026 is known to work."));
    const auto more = [&](const QString &what, const QString &target, bool isNeeded) {
        static_cast<void>(check(what, target, isNeeded));
    };
    more(Text::tr("Data products can be read"), u"/api/dataproducts"_s, true);
    more(Text::tr("Contracts can be read"), u"/api/datacontracts"_s, true);
    more(Text::tr("Assets can be read"), u"/api/assets"_s, true);
    more(Text::tr("Accesses can be read"), u"/api/access?pageSize=2"_s, true);
    more(Text::tr("Results of tests can be read"), u"/api/test-results"_s, true);
    more(Text::tr("The feed of events can be read"), u"/api/events"_s, false);
}

} // namespace meshscope
