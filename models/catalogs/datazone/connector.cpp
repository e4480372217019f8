#include "models/catalogs/datazone/connector.h"

#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/datazone/reading.h"
#include "models/catalogs/httpendpoint.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataZone)
};

} // namespace

EndpointKind DataZoneConnector::kind()
{
    QList<Property> options{
        {u"datazone.domain"_s, Text::tr("Id of the one DataZone domain to read (dzd-…). Default: all of the region.")},
        {u"lineage"_s, Text::tr("Whether the lineage graph is read: yes or no. Default: yes.")}};
    EndpointKind kind{u"datazone"_s,
                      Text::tr("Amazon DataZone"),
                      Text::tr("Amazon DataZone of an account in a region. The location is the service's address, such as "
                               "https://datazone.eu-west-1.api.aws."),
                      options + httpOptions(),
                      {u"sigv4"_s, u"none"_s}};
    kind.usual.service = "datazone";
    return kind;
}

Result<std::unique_ptr<Connector>> DataZoneConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    const QString lineage = config.options.value(u"lineage"_s);
    if (!lineage.isEmpty() && lineage != u"yes" && lineage != u"no")
        return fail(Error::Code::Usage, Text::tr("The option lineage is “%1”: it can be yes or no.").arg(lineage),
                    config.name);
    return std::unique_ptr<Connector>(new DataZoneConnector(placedInRegion(config), tools));
}

Result<void> DataZoneConnector::check(const EndpointConfig &config, const ConnectorTools &tools)
{
    return checkHttpEndpoint(placedInRegion(config), tools);
}

DataZoneConnector::DataZoneConnector(EndpointConfig config, ConnectorTools tools)
    : m_config(std::move(config))
    , m_tools(std::move(tools))
    , m_secrets(secretsOf(m_config, m_tools))
{
}

Capabilities DataZoneConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains, Capability::Products,      Capability::Columns,
                   Capability::Lineage, Capability::ColumnLineage, Capability::Quality};
    all.missing = {
        {Capability::Samples, Text::tr("DataZone keeps what is said of the data, never the data.")},
        {Capability::Contracts, Text::tr("DataZone knows forms of assets, no contracts.")},
        {Capability::Usage, Text::tr("DataZone tells who subscribes, not who reads.")},
        {Capability::AccessRequests, Text::tr("Subscriptions are read; asking for one is done in the DataZone portal.")},
        {Capability::ChangeFeed,
         Text::tr("The lists are read and compared; lineage is read anew when there are new events.")}};
    return all;
}

Result<Outcome> DataZoneConnector::read(RecordSink &sink, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, progress.cancelled);
    if (!client)
        return Failure(client.error());
    const DataZoneReading::Options options{m_config.options.value(u"aws.region"_s),
                                           m_config.options.value(u"datazone.domain"_s),
                                           m_config.options.value(u"lineage"_s) != u"no"};
    return DataZoneReading(**client, sink, progress, options).read();
}

Connector::Probe DataZoneConnector::probe()
{
    Probe probe;
    probe.product = u"Amazon DataZone"_s;
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, [] { return false; });
    if (!client) {
        probe.checks.append({Text::tr("The settings are in order"), false, client.error().text});
        return probe;
    }
    if (!checkReach((*client)->profile(), probe.checks))
        return probe;
    RequestChecks checks(**client, probe.checks);
    const auto listOf = [&](const QString &what, const HttpRequest &request, bool isNeeded) {
        const Result<HttpAnswer> answer = checks.ask(what, request, isNeeded);
        Result<JsonPage> page = answer ? jsonPage(*answer) : Result<JsonPage>(Failure(answer.error()));
        if (answer && (!page || !page->root()["items"].isSequence())) {
            checks.refute(page ? Text::tr("There is no list in the answer.") : page.error().text);
            return Result<JsonPage>(fail(Error::Code::Parse, QString()));
        }
        if (page) {
            const QString total = page->root()["totalMatchCount"].text();
            checks.tell(page->root()["items"].size() == 0 ? Text::tr("There is none")
                        : total.isEmpty()                 ? Text::tr("Yes")
                                                          : Text::tr("There are %1").arg(total));
        }
        return page;
    };
    const HttpFields one{{u"maxResults"_s, u"1"_s}};
    QString domain = m_config.options.value(u"datazone.domain"_s);
    if (domain.isEmpty()) {
        const Result<JsonPage> domains =
            listOf(Text::tr("Domains can be read"), HttpRequest::get(u"/v2/domains"_s, one), true);
        if (!domains || domains->root()["items"].size() == 0)
            return probe;
        domain = domains->root()["items"].items().front()["id"].text();
    }
    probe.checks.append({Text::tr("The version is known"), true, Text::tr("DataZone has one: the API of 2018-05-10")});
    const QString path = u"/v2/domains/"_s + pathSegment(domain);
    const auto search = [&](const QString &rest, const QString &scope) {
        QJsonObject fields{{u"maxResults"_s, 1}};
        if (!scope.isEmpty())
            fields.insert(u"searchScope"_s, scope);
        return HttpRequest::ask(path + rest, QJsonDocument(fields).toJson(QJsonDocument::Compact));
    };
    static_cast<void>(listOf(Text::tr("Projects can be read"), HttpRequest::get(path + u"/projects"_s, one), true));
    static_cast<void>(listOf(Text::tr("Assets can be read"), search(u"/search"_s, u"ASSET"_s), true));
    static_cast<void>(listOf(Text::tr("Data products can be read"), search(u"/search"_s, u"DATA_PRODUCT"_s), true));
    static_cast<void>(listOf(Text::tr("Glossary terms can be read"), search(u"/search"_s, u"GLOSSARY_TERM"_s), true));
    static_cast<void>(listOf(Text::tr("Listings can be read"), search(u"/listings/search"_s, {}), true));
    static_cast<void>(listOf(Text::tr("Subscriptions can be read"),
                             HttpRequest::get(path + u"/subscriptions"_s, one + HttpFields{{u"status"_s, u"APPROVED"_s}}),
                             false));
    static_cast<void>(
        listOf(Text::tr("Lineage events can be read"), HttpRequest::get(path + u"/lineage/events"_s, one), false));
    return probe;
}

} // namespace meshscope
