#include "models/catalogs/datahub/connector.h"

#include "models/catalogs/datahub/reading.h"
#include "models/catalogs/httpendpoint.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataHub)
};

const QString api = u"/api/graphql"_s;

/// People paste the address of the server, of its web pages, or of its API.
QString serverOf(QString location)
{
    location = location.trimmed();
    while (location.endsWith(u'/'))
        location.chop(1);
    for (const QString &part : {u"/api/graphql"_s, u"/api/v2/graphql"_s, u"/api/gms"_s, u"/api/graphiql"_s}) {
        if (location.endsWith(part))
            location.chop(part.size());
    }
    return location;
}

HttpRequest asking(const QByteArray &operation, const QByteArray &query)
{
    return GraphQlDocument(operation, query, {}).request(api, {});
}

/// How many of a kind there are.
QByteArray countQuery(const char *type)
{
    return QByteArray("query Count{list:searchAcrossEntities(input:{types:[") + type +
           "],query:\"*\",start:0,count:1}){total}}";
}

} // namespace

EndpointKind DataHubConnector::kind()
{
    QList<Property> options{
        {u"namespaces"_s, Text::tr("What stands for a platform, so that other endpoints' datasets are known to be the same, "
                                   "such as postgres=postgres://db.example:5432,kafka=kafka://broker.example:9092.")}};
    return {u"datahub"_s,
            Text::tr("DataHub"),
            Text::tr("A DataHub server. The location is the address of its web pages or of its metadata service, such as "
                     "https://datahub.example or http://datahub.example:8080."),
            options + httpOptions(),
            {u"bearer"_s, u"none"_s, u"basic"_s, u"apikey"_s, u"oauth2"_s, u"mtls"_s}};
}

Result<std::unique_ptr<Connector>> DataHubConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    EndpointConfig placed = config;
    placed.location = serverOf(config.location);
    return std::unique_ptr<Connector>(new DataHubConnector(std::move(placed), tools));
}

DataHubConnector::DataHubConnector(EndpointConfig config, ConnectorTools tools)
    : m_config(std::move(config))
    , m_tools(std::move(tools))
    , m_secrets(secretsOf(m_config, m_tools))
{
}

Capabilities DataHubConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains,       Capability::Products,  Capability::Columns, Capability::Lineage,
                   Capability::ColumnLineage, Capability::Contracts, Capability::Quality, Capability::Usage};
    all.missing.append({Capability::Samples, Text::tr("DataHub keeps statistics of the data, never its rows.")});
    all.missing.append({Capability::AccessRequests,
                        Text::tr("DataHub grants no access itself. Where a role names the place to ask for it, that link is "
                                 "shown with the dataset.")});
    all.missing.append({Capability::ChangeFeed,
                        Text::tr("Its feed of events tells nothing of lineage: the lists are read, a hundred things at a "
                                 "time, and compared.")});
    return all;
}

Result<Outcome> DataHubConnector::read(RecordSink &sink, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, progress.cancelled);
    if (!client)
        return Failure(client.error());
    return DataHubReading(**client, sink, progress, m_config.options.value(u"namespaces"_s)).read();
}

Connector::Probe DataHubConnector::probe()
{
    Probe probe;
    probe.product = u"DataHub"_s;
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, [] { return false; });
    if (!client) {
        probe.checks.append({Text::tr("The settings are in order"), false, client.error().text});
        return probe;
    }
    if (!checkReach((*client)->profile(), probe.checks))
        return probe;
    const QString host = (*client)->profile().base.host();
    RequestChecks checks(**client, probe.checks);
    const Result<HttpAnswer> first = checks.ask(Text::tr("GraphQL answers"), asking("Info", infoQuery()));
    if (!first)
        return probe;
    const Result<JsonPage> page = jsonPage(*first);
    if (!page || (!page->root()["data"].isMap() && !page->root()["errors"].isSequence())) {
        checks.refute(page ? Text::tr("What answers is no DataHub: it speaks no GraphQL. Check the address.")
                           : page.error().text);
        return probe;
    }
    checks.tell(Text::tr("Yes"));
    probe.version = page->root()["data"]["appConfig"]["appVersion"].text();
    const bool isTold = !probe.version.isEmpty();
    probe.checks.append({Text::tr("The version is known"), true,
                         isTold ? probe.version : Text::tr("The server does not tell it. What it lacks is left out.")});
    const auto count = [&](const QString &what, const char *type) {
        const Result<HttpAnswer> answer = checks.ask(what, asking("Count", countQuery(type)), false);
        const Result<JsonPage> counted = answer ? jsonPage(*answer) : Result<JsonPage>(Failure(answer.error()));
        if (!answer)
            return;
        const Node &list = counted ? counted->root()["data"]["list"] : Node::null();
        if (!counted)
            checks.refute(counted.error().text);
        else if (!list.isMap())
            checks.refute(GraphQlDocument::errorOf(counted->root(), host).text + u' ' +
                          Text::tr("It takes the privilege to view them (View Entity Page)."));
        else
            checks.tell(Text::tr("%1 are there").arg(list["total"].text()));
    };
    count(Text::tr("Domains can be read"), "DOMAIN");
    count(Text::tr("Data products can be read"), "DATA_PRODUCT");
    count(Text::tr("Datasets can be read"), "DATASET");
    count(Text::tr("Jobs can be read"), "DATA_JOB");
    count(Text::tr("Charts can be read"), "CHART");
    count(Text::tr("Dashboards can be read"), "DASHBOARD");
    count(Text::tr("Terms can be read"), "GLOSSARY_TERM");
    return probe;
}

} // namespace meshscope
