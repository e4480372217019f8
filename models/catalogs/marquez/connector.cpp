#include "models/catalogs/marquez/connector.h"

#include "models/catalogs/kindoptions.h"
#include "models/catalogs/marquez/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Marquez)
};

const QString api = u"/api/v1"_s;

} // namespace

EndpointKind MarquezConnector::kind()
{
    QList<Property> options{{u"domain"_s, Text::tr("What a domain is: none, or each namespace. Default: none.")},
                            MarquezReading::fullEveryOption()};
    return {u"marquez"_s,
            Text::tr("Marquez"),
            Text::tr("A Marquez server, which gathers OpenLineage events. The location is its address, such as "
                     "http://marquez.example:5000."),
            options + httpOptions(),
            {u"none"_s, u"bearer"_s, u"basic"_s, u"apikey"_s, u"oauth2"_s, u"mtls"_s}};
}

Result<std::unique_ptr<Connector>> MarquezConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    if (const Result<void> checked = checkChoice(config, u"domain"_s, {u"none"_s, u"namespace"_s}); !checked)
        return Failure(checked.error());
    const Result<std::chrono::hours> fullEvery = MarquezReading::fullEvery(config.name, config.options);
    if (!fullEvery)
        return Failure(fullEvery.error());
    return std::make_unique<MarquezConnector>(placedAtServer(config, {api}), tools, *fullEvery);
}

MarquezConnector::MarquezConnector(EndpointConfig config, ConnectorTools tools, std::chrono::hours fullEvery)
    : HttpConnector(std::move(config), std::move(tools))
    , m_hasDomains(option(u"domain"_s) == u"namespace")
    , m_fullEvery(fullEvery)
{
}

Capabilities MarquezConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Columns, Capability::Lineage, Capability::ColumnLineage, Capability::Quality,
                   Capability::ChangeFeed};
    if (m_hasDomains)
        all.offered.prepend(Capability::Domains);
    else
        all.missing.append(
            {Capability::Domains, Text::tr("Marquez knows namespaces, no domains. The option domain=namespace shows each "
                                           "namespace as one.")});
    all.missing += {{Capability::Products, Text::tr("Marquez knows datasets and jobs, no data products.")},
                    {Capability::Samples, Text::tr("Marquez keeps what is said of the data, never the data.")},
                    {Capability::Contracts, Text::tr("Marquez knows no contracts, only what checks found.")},
                    {Capability::Usage, Text::tr("Marquez counts runs of jobs, not who reads the data.")},
                    {Capability::AccessRequests, Text::tr("Nobody asks Marquez for access: it grants none.")}};
    return all;
}

Result<Outcome> MarquezConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    return MarquezReading(client, sink, progress, m_hasDomains).read(m_fullEvery);
}

void MarquezConnector::test(RequestChecks &checks)
{
    const HttpFields one{{u"limit"_s, u"1"_s}, {u"offset"_s, u"0"_s}};
    const Result<JsonPage> page =
        checks.askJson(Text::tr("Namespaces can be read"), HttpRequest::get(api + u"/namespaces"_s, one));
    if (!page)
        return;
    const Node &spaces = page->root()["namespaces"];
    if (!spaces.isSequence()) {
        checks.refute(Text::tr("What answers is no Marquez: there are no namespaces in its answer. Check the address."));
        return;
    }
    const QString ns = spaces.size() == 0 ? QString() : spaces.items().front()["name"].text();
    checks.tell(ns.isEmpty() ? Text::tr("There is none yet") : Text::tr("The first is “%1”").arg(ns));
    // The API has no word of its version; /stats came with 0.50.
    checks.tellVersion({}, Text::tr("Marquez does not tell it over its API. Versions to 0.51 are known to work."));

    const auto count = [&](const QString &what, const QString &target) {
        const Result<JsonPage> counted = checks.askJson(what, HttpRequest::get(target, one));
        if (counted)
            checks.tell(Text::tr("%1 in “%2”").arg(counted->root()["totalCount"].text(), ns));
    };
    const QString space = api + u"/namespaces/"_s + pathSegment(ns);
    if (!ns.isEmpty()) {
        count(Text::tr("Datasets can be read"), space + u"/datasets"_s);
        count(Text::tr("Jobs can be read"), space + u"/jobs"_s);
    }
    const Result<HttpAnswer> sources =
        checks.ask(Text::tr("Sources can be read"), HttpRequest::get(api + u"/sources"_s, one).accepting({500}), false);
    if (sources)
        checks.tell(sources->status == 500 ? Text::tr("One by one: the server fails over a source without an address")
                                           : Text::tr("Yes"));
    if (checks.ask(Text::tr("Tags can be read"), HttpRequest::get(api + u"/tags"_s, one), false))
        checks.tell(Text::tr("Yes"));
}

} // namespace meshscope
