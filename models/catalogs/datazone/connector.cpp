#include "models/catalogs/datazone/connector.h"

#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/datazone/reading.h"
#include "models/catalogs/datazone/requests.h"
#include "models/catalogs/kindoptions.h"

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
    if (const Result<void> checked = checkChoice(config, u"lineage"_s, {u"yes"_s, u"no"_s}); !checked)
        return Failure(checked.error());
    return std::make_unique<DataZoneConnector>(placedInRegion(config), tools);
}

Result<void> DataZoneConnector::check(const EndpointConfig &config, const ConnectorTools &tools)
{
    return checkHttpEndpoint(placedInRegion(config), tools);
}

Capabilities DataZoneConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains,       Capability::Products, Capability::Columns,       Capability::Lineage,
                   Capability::ColumnLineage, Capability::Quality,  Capability::AccessRequests};
    all.missing = {{Capability::Samples, Text::tr("DataZone keeps what is said of the data, never the data.")},
                   {Capability::Contracts, Text::tr("DataZone knows forms of assets, no contracts.")},
                   {Capability::Usage, Text::tr("DataZone tells who subscribes, not who reads.")},
                   {Capability::ChangeFeed,
                    Text::tr("The lists are read and compared; lineage is read anew when there are new events.")}};
    return all;
}

Result<Outcome> DataZoneConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    const DataZoneReading::Options options{option(u"aws.region"_s), option(u"datazone.domain"_s),
                                           option(u"lineage"_s) != u"no"};
    return DataZoneReading(client, sink, progress, options).read();
}

Result<std::unique_ptr<RequestRoad>> DataZoneConnector::requests()
{
    return std::make_unique<DataZoneRequests>(config(), tools());
}

void DataZoneConnector::test(RequestChecks &checks)
{
    const auto listOf = [&](const QString &what, const HttpRequest &request, bool isNeeded) {
        Result<JsonPage> page = checks.askList(what, request, "items", isNeeded);
        if (page) {
            const QString total = page->root()["totalMatchCount"].text();
            checks.tell(page->root()["items"].size() == 0 ? Text::tr("There is none")
                        : total.isEmpty()                 ? Text::tr("Yes")
                                                          : Text::tr("There are %1").arg(total));
        }
        return page;
    };
    const HttpFields one{{u"maxResults"_s, u"1"_s}};
    QString domain = option(u"datazone.domain"_s);
    if (domain.isEmpty()) {
        const Result<JsonPage> domains =
            listOf(Text::tr("Domains can be read"), HttpRequest::get(u"/v2/domains"_s, one), true);
        if (!domains || domains->root()["items"].size() == 0)
            return;
        domain = domains->root()["items"].items().front()["id"].text();
    }
    checks.tellVersion({}, Text::tr("DataZone has one: the API of 2018-05-10"));
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
}

} // namespace meshscope
