#include "models/catalogs/glue/connector.h"

#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/glue/reading.h"
#include "models/catalogs/kindoptions.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Glue)
};

} // namespace

EndpointKind GlueConnector::kind()
{
    QList<Property> options{
        {u"versions"_s, Text::tr("Whether the versions of tables are read: yes or no. Default: yes.")},
        {u"partitions"_s, Text::tr("Whether partitions are counted, one request a table that has some: yes or no. "
                                   "Default: yes.")}};
    EndpointKind kind{u"glue"_s,
                      Text::tr("AWS Glue"),
                      Text::tr("The AWS Glue data catalog of an account in a region. The location is the service's address, "
                               "such as https://glue.eu-west-1.amazonaws.com."),
                      options + httpOptions(),
                      {u"sigv4"_s, u"none"_s}};
    kind.usual.service = "glue";
    return kind;
}

Result<std::unique_ptr<Connector>> GlueConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    for (const QString &option : {u"versions"_s, u"partitions"_s}) {
        if (const Result<void> checked = checkChoice(config, option, {u"yes"_s, u"no"_s}); !checked)
            return Failure(checked.error());
    }
    return std::make_unique<GlueConnector>(placedInRegion(config), tools, &GlueReading::isThrottled);
}

Result<void> GlueConnector::check(const EndpointConfig &config, const ConnectorTools &tools)
{
    return checkHttpEndpoint(placedInRegion(config), tools);
}

Capabilities GlueConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains, Capability::Columns, Capability::Quality};
    all.missing = {
        {Capability::Products, Text::tr("Glue knows databases and tables, no data products: they are in DataZone.")},
        {Capability::Lineage, Text::tr("Glue keeps no lineage: it is in DataZone, or in events of the jobs.")},
        {Capability::ColumnLineage, Text::tr("Glue keeps no lineage: it is in DataZone, or in events of the jobs.")},
        {Capability::Samples, Text::tr("Glue knows where the files are; rows are read by an engine such as Trino.")},
        {Capability::Contracts, Text::tr("Glue knows schemas, no contracts.")},
        {Capability::Usage, Text::tr("Glue does not tell who reads its tables.")},
        {Capability::AccessRequests, Text::tr("Nobody asks Glue for access; DataZone has requests.")},
        {Capability::ChangeFeed, Text::tr("Glue lists no changes: the lists are read, and asked for more where a table has "
                                          "another version.")}};
    return all;
}

Result<Outcome> GlueConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    const GlueReading::Options options{option(u"aws.region"_s), option(u"versions"_s) != u"no",
                                       option(u"partitions"_s) != u"no"};
    return GlueReading(client, sink, progress, options).read();
}

void GlueConnector::test(RequestChecks &checks)
{
    const auto firstOf = [&](const QString &what, const char *operation, const char *key, QJsonObject fields,
                             bool isNeeded) {
        fields.insert(u"MaxResults"_s, 1);
        const Result<JsonPage> page = checks.askList(what, GlueReading::question(operation, fields), key, isNeeded);
        if (!page)
            return QString();
        const Node &items = page->root()[key];
        const QString name = items.size() == 0 ? QString() : items.items().front()["Name"].text();
        checks.tell(items.size() == 0 ? Text::tr("There is none")
                    : name.isEmpty()  ? Text::tr("Yes")
                                      : Text::tr("The first is “%1”").arg(name));
        return name;
    };
    const QString database = firstOf(Text::tr("Databases can be read"), "GetDatabases", "DatabaseList", {}, true);
    checks.tellVersion({}, Text::tr("Glue has one: the API of 2017-03-31"));
    if (!database.isEmpty()) {
        const QString table =
            firstOf(Text::tr("Tables can be read"), "GetTables", "TableList", {{u"DatabaseName"_s, database}}, true);
        const QJsonObject of{{u"DatabaseName"_s, database}, {u"TableName"_s, table}};
        if (!table.isEmpty())
            static_cast<void>(firstOf(Text::tr("Versions can be read"), "GetTableVersions", "TableVersions", of, false));
        if (!table.isEmpty())
            static_cast<void>(firstOf(Text::tr("Partitions can be read"), "GetPartitions", "Partitions", of, false));
    }
    static_cast<void>(firstOf(Text::tr("Data quality results can be read"), "ListDataQualityResults", "Results", {}, false));
}

} // namespace meshscope
