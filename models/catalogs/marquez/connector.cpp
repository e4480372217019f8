#include "models/catalogs/marquez/connector.h"

#include "models/catalogs/httpendpoint.h"
#include "models/catalogs/marquez/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Marquez)
};

const QString api = u"/api/v1"_s;

/// People paste the address of the server, or of its API.
QString serverOf(QString location)
{
    location = location.trimmed();
    while (location.endsWith(u'/'))
        location.chop(1);
    if (location.endsWith(api))
        location.chop(api.size());
    return location;
}

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
    const QString domain = config.options.value(u"domain"_s);
    if (!domain.isEmpty() && domain != u"none" && domain != u"namespace")
        return fail(Error::Code::Usage, Text::tr("The option domain is “%1”: it can be none or namespace.").arg(domain),
                    config.name);
    const Result<std::chrono::hours> fullEvery = MarquezReading::fullEvery(config.name, config.options);
    if (!fullEvery)
        return Failure(fullEvery.error());
    EndpointConfig placed = config;
    placed.location = serverOf(config.location);
    return std::unique_ptr<Connector>(new MarquezConnector(std::move(placed), tools, *fullEvery));
}

MarquezConnector::MarquezConnector(EndpointConfig config, ConnectorTools tools, std::chrono::hours fullEvery)
    : m_config(std::move(config))
    , m_tools(std::move(tools))
    , m_secrets(secretsOf(m_config, m_tools))
    , m_hasDomains(m_config.options.value(u"domain"_s) == u"namespace")
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
    all.missing.append({Capability::Products, Text::tr("Marquez knows datasets and jobs, no data products.")});
    all.missing.append({Capability::Samples, Text::tr("Marquez keeps what is said of the data, never the data.")});
    all.missing.append({Capability::Contracts, Text::tr("Marquez knows no contracts, only what checks found.")});
    all.missing.append({Capability::Usage, Text::tr("Marquez counts runs of jobs, not who reads the data.")});
    all.missing.append({Capability::AccessRequests, Text::tr("Nobody asks Marquez for access: it grants none.")});
    return all;
}

Result<Outcome> MarquezConnector::read(RecordSink &sink, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, progress.cancelled);
    if (!client)
        return Failure(client.error());
    return MarquezReading(**client, sink, progress, m_hasDomains).read(m_fullEvery);
}

Connector::Probe MarquezConnector::probe()
{
    Probe probe;
    probe.product = u"Marquez"_s;
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, [] { return false; });
    if (!client) {
        probe.checks.append({Text::tr("The settings are in order"), false, client.error().text});
        return probe;
    }
    if (!checkReach((*client)->profile(), probe.checks))
        return probe;
    RequestChecks checks(**client, probe.checks);
    const HttpFields one{{u"limit"_s, u"1"_s}, {u"offset"_s, u"0"_s}};

    const Result<HttpAnswer> first =
        checks.ask(Text::tr("Namespaces can be read"), HttpRequest::get(api + u"/namespaces"_s, one));
    if (!first)
        return probe;
    const Result<JsonPage> page = jsonPage(*first);
    const bool isMarquez = page && page->root()["namespaces"].isSequence();
    if (!isMarquez) {
        checks.refute(page
                          ? Text::tr("What answers is no Marquez: there are no namespaces in its answer. Check the address.")
                          : page.error().text);
        return probe;
    }
    const QString ns =
        page->root()["namespaces"].items().empty() ? QString() : page->root()["namespaces"].items().front()["name"].text();
    checks.tell(ns.isEmpty() ? Text::tr("There is none yet") : Text::tr("The first is “%1”").arg(ns));
    // The API has no word of its version; /stats came with 0.50.
    probe.checks.append({Text::tr("The version is known"), true,
                         Text::tr("Marquez does not tell it over its API. Versions to 0.51 are known to work.")});

    const auto count = [&](const QString &what, const QString &target) {
        const Result<HttpAnswer> answer = checks.ask(what, HttpRequest::get(target, one));
        const Result<JsonPage> counted = answer ? jsonPage(*answer) : Result<JsonPage>(Failure(answer.error()));
        if (answer && !counted)
            checks.refute(counted.error().text);
        else if (counted)
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
    return probe;
}

} // namespace meshscope
