#include "models/catalogs/dcat/connector.h"

#include "models/catalogs/dcat/reading.h"
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
    return std::make_unique<DcatConnector>(std::move(placed), tools);
}

Capabilities DcatConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains, Capability::Products, Capability::Lineage, Capability::Quality};
    all.missing = {
        {Capability::Columns, Text::tr("DCAT describes datasets and where they are, not what is in them.")},
        {Capability::ColumnLineage, Text::tr("DCAT names the datasets something comes from, no columns.")},
        {Capability::Samples, Text::tr("The data are elsewhere: their addresses are shown.")},
        {Capability::Contracts, Text::tr("DCAT knows licences and rights, no contracts.")},
        {Capability::Usage, Text::tr("DCAT does not tell who reads what.")},
        {Capability::AccessRequests, Text::tr("A published catalog takes no requests.")},
        {Capability::ChangeFeed, Text::tr("A published catalog is read as a whole; what the server says is unchanged is not "
                                          "sent again.")}};
    return all;
}

Result<Outcome> DcatConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    return DcatReading(client, sink, progress).read();
}

void DcatConnector::test(RequestChecks &checks)
{
    const QUrl base = checks.client().profile().base;
    const HttpRequest request = HttpRequest::get(base.toString(QUrl::FullyEncoded))
                                    .with("Accept", "application/ld+json, application/json;q=0.9, */*;q=0.1");
    const Result<JsonPage> page = checks.askJson(Text::tr("The catalog can be read"), request);
    if (!page)
        return;
    const Format *format = formatOf(page->root());
    if (!format || format->name() != u"DCAT") {
        checks.refute(Text::tr("What %1 gives is no catalog in DCAT (JSON-LD). Name the address of the catalog itself.")
                          .arg(base.host()));
        return;
    }
    Records records;
    format->read(page->root(), {}, records);
    checks.tell(Text::tr("%Ln dataset(s) on the first page", nullptr, int(records.datasets.size())));
}

} // namespace meshscope
