#include "models/catalogs/dcat/connector.h"

#include "models/catalogs/dcat/reading.h"
#include "models/catalogs/httpendpoint.h"
#include "models/formats/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DcatEndpoint)
};

} // namespace

EndpointKind DcatConnector::kind()
{
    return {
        u"dcat"_s,
        Text::tr("DCAT catalog"),
        Text::tr("A catalog published as DCAT, DCAT-US or DPROD. The location is the address of its JSON-LD document, such "
                 "as https://data.example/catalog.jsonld or …/data.json; further pages are followed."),
        httpOptions(),
        {u"none"_s, u"bearer"_s, u"basic"_s, u"apikey"_s, u"oauth2"_s, u"mtls"_s}};
}

Result<std::unique_ptr<Connector>> DcatConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    EndpointConfig placed = config;
    placed.location = config.location.trimmed();
    return std::unique_ptr<Connector>(new DcatConnector(std::move(placed), tools));
}

DcatConnector::DcatConnector(EndpointConfig config, ConnectorTools tools)
    : m_config(std::move(config))
    , m_tools(std::move(tools))
    , m_secrets(secretsOf(m_config, m_tools))
{
}

Capabilities DcatConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains, Capability::Products, Capability::Lineage, Capability::Quality};
    const auto lacks = [&all](Capability what, const QString &why) { all.missing.append({what, why}); };
    lacks(Capability::Columns, Text::tr("DCAT describes datasets and where they are, not what is in them."));
    lacks(Capability::ColumnLineage, Text::tr("DCAT names the datasets something comes from, no columns."));
    lacks(Capability::Samples, Text::tr("The data are elsewhere: their addresses are shown."));
    lacks(Capability::Contracts, Text::tr("DCAT knows licences and rights, no contracts."));
    lacks(Capability::Usage, Text::tr("DCAT does not tell who reads what."));
    lacks(Capability::AccessRequests, Text::tr("A published catalog takes no requests."));
    lacks(Capability::ChangeFeed,
          Text::tr("A published catalog is read as a whole; what the server says is unchanged is not "
                   "sent again."));
    return all;
}

Result<Outcome> DcatConnector::read(RecordSink &sink, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, progress.cancelled);
    if (!client)
        return Failure(client.error());
    return DcatReading(**client, sink, progress).read();
}

Connector::Probe DcatConnector::probe()
{
    Probe probe;
    probe.product = u"DCAT"_s;
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, [] { return false; });
    if (!client) {
        probe.checks.append({Text::tr("The settings are in order"), false, client.error().text});
        return probe;
    }
    if (!checkReach((*client)->profile(), probe.checks))
        return probe;
    RequestChecks checks(**client, probe.checks);
    const HttpRequest request = HttpRequest::get((*client)->profile().base.toString(QUrl::FullyEncoded))
                                    .with("Accept", "application/ld+json, application/json;q=0.9, */*;q=0.1");
    const Result<HttpAnswer> answer = checks.ask(Text::tr("The catalog can be read"), request);
    if (!answer)
        return probe;
    const Result<JsonPage> page = jsonPage(*answer);
    const Format *format = page ? formatOf(page->root()) : nullptr;
    if (!page)
        checks.refute(page.error().text);
    else if (!format || format->name() != u"DCAT")
        checks.refute(Text::tr("What %1 gives is no catalog in DCAT (JSON-LD). Name the address of the catalog itself.")
                          .arg(answer->url.host()));
    if (!page || !format)
        return probe;
    Records records;
    format->read(page->root(), {}, records);
    checks.tell(Text::tr("%Ln dataset(s) on the first page", nullptr, int(records.datasets.size())));
    return probe;
}

} // namespace meshscope
