#include "models/catalogs/datahub/connector.h"

#include "models/catalogs/datahub/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataHub)
};

const QString api = u"/api/graphql"_s;

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
            options + QList<Property>{DataHubReading::fullEveryOption()} + httpOptions(),
            {u"bearer"_s, u"none"_s, u"basic"_s, u"apikey"_s, u"oauth2"_s, u"mtls"_s}};
}

DataHubConnector::DataHubConnector(EndpointConfig config, ConnectorTools tools, std::chrono::hours fullEvery)
    : HttpConnector(std::move(config), std::move(tools))
    , m_fullEvery(fullEvery)
{
}

Result<std::unique_ptr<Connector>> DataHubConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    const Result<std::chrono::hours> fullEvery = DataHubReading::fullEvery(config.name, config.options);
    if (!fullEvery)
        return Failure(fullEvery.error());
    return std::make_unique<DataHubConnector>(
        placedAtServer(config, {api, u"/api/v2/graphql"_s, u"/api/gms"_s, u"/api/graphiql"_s}), tools, *fullEvery);
}

Capabilities DataHubConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains, Capability::Products,      Capability::Columns,
                   Capability::Lineage, Capability::ColumnLineage, Capability::Contracts,
                   Capability::Quality, Capability::Usage,         Capability::ChangeFeed};
    all.missing.append({Capability::Samples, Text::tr("DataHub keeps statistics of the data, never its rows.")});
    all.missing.append({Capability::AccessRequests,
                        Text::tr("DataHub grants no access itself. Where a role names the place to ask for it, that link is "
                                 "shown with the dataset.")});
    return all;
}

Result<Outcome> DataHubConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    return DataHubReading(client, sink, progress, {option(u"namespaces"_s), m_fullEvery}).read();
}

void DataHubConnector::test(RequestChecks &checks)
{
    const Result<JsonPage> info = checks.askJson(Text::tr("GraphQL answers"), asking("Info", infoQuery()));
    if (!info)
        return;
    if (!info->root()["data"].isMap() && !info->root()["errors"].isSequence()) {
        checks.refute(Text::tr("What answers is no DataHub: it speaks no GraphQL. Check the address."));
        return;
    }
    checks.tell(Text::tr("Yes"));
    checks.tellVersion(info->root()["data"]["appConfig"]["appVersion"].text(),
                       Text::tr("The server does not tell it. What it lacks is left out."));
    const auto count = [&](const QString &what, const char *type) {
        const Result<JsonPage> counted = checks.askJson(what, asking("Count", countQuery(type)), false);
        if (!counted)
            return;
        const Node &list = counted->root()["data"]["list"];
        if (!list.isMap())
            checks.refute(GraphQlDocument::errorOf(counted->root(), checks.client().profile().base.host()).text + u' ' +
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
}

} // namespace meshscope
