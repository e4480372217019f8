#include "models/catalogs/glue/connector.h"

#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/glue/reading.h"
#include "models/catalogs/httpendpoint.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Glue)
};

bool isYes(const EndpointConfig &config, const QString &option)
{
    return config.options.value(option) != u"no";
}

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
        const QString value = config.options.value(option);
        if (!value.isEmpty() && value != u"yes" && value != u"no")
            return fail(Error::Code::Usage, Text::tr("The option %1 is “%2”: it can be yes or no.").arg(option, value),
                        config.name);
    }
    return std::unique_ptr<Connector>(new GlueConnector(placedInRegion(config), tools));
}

Result<void> GlueConnector::check(const EndpointConfig &config, const ConnectorTools &tools)
{
    return checkHttpEndpoint(placedInRegion(config), tools);
}

GlueConnector::GlueConnector(EndpointConfig config, ConnectorTools tools)
    : m_config(std::move(config))
    , m_tools(std::move(tools))
    , m_secrets(secretsOf(m_config, m_tools))
{
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

Result<Outcome> GlueConnector::read(RecordSink &sink, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client =
        openEndpoint(m_config, *m_secrets, m_tools, progress.cancelled, &GlueReading::isThrottled);
    if (!client)
        return Failure(client.error());
    const GlueReading::Options options{m_config.options.value(u"aws.region"_s), isYes(m_config, u"versions"_s),
                                       isYes(m_config, u"partitions"_s)};
    return GlueReading(**client, sink, progress, options).read();
}

Connector::Probe GlueConnector::probe()
{
    Probe probe;
    probe.product = u"AWS Glue"_s;
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(
        m_config, *m_secrets, m_tools, [] { return false; }, &GlueReading::isThrottled);
    if (!client) {
        probe.checks.append({Text::tr("The settings are in order"), false, client.error().text});
        return probe;
    }
    if (!checkReach((*client)->profile(), probe.checks))
        return probe;
    RequestChecks checks(**client, probe.checks);
    const auto firstOf = [&](const QString &what, const char *operation, const char *key, QJsonObject fields,
                             bool isNeeded) {
        fields.insert(u"MaxResults"_s, 1);
        const Result<HttpAnswer> answer = checks.ask(what, GlueReading::question(operation, fields), isNeeded);
        if (!answer)
            return QString();
        const Result<JsonPage> page = jsonPage(*answer);
        if (!page || !page->root()[key].isSequence()) {
            checks.refute(page ? Text::tr("There is no list in the answer.") : page.error().text);
            return QString();
        }
        const Node &items = page->root()[key];
        const QString name = items.size() == 0 ? QString() : items.items().front()["Name"].text();
        checks.tell(items.size() == 0 ? Text::tr("There is none")
                    : name.isEmpty()  ? Text::tr("Yes")
                                      : Text::tr("The first is “%1”").arg(name));
        return name;
    };
    const QString database = firstOf(Text::tr("Databases can be read"), "GetDatabases", "DatabaseList", {}, true);
    probe.checks.append({Text::tr("The version is known"), true, Text::tr("Glue has one: the API of 2017-03-31")});
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
    return probe;
}

} // namespace meshscope
