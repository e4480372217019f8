#include "models/catalogs/ckan/connector.h"

#include "models/catalogs/ckan/reading.h"
#include "models/catalogs/httpendpoint.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Ckan)
};

const QString api = u"/api/3/action"_s;

/// People paste the address of the site, or of its API.
QString siteOf(QString location)
{
    location = location.trimmed();
    while (location.endsWith(u'/'))
        location.chop(1);
    for (const QString &part : {u"/api/3/action"_s, u"/api/action"_s, u"/api/3"_s, u"/dataset"_s}) {
        if (location.endsWith(part))
            location.chop(part.size());
    }
    return location;
}

} // namespace

EndpointKind CkanConnector::kind()
{
    EndpointKind kind{u"ckan"_s,
                      Text::tr("CKAN"),
                      Text::tr("A CKAN site. The location is its address, such as https://data.example. The key is an API "
                               "token; without one only what is public is seen."),
                      httpOptions(),
                      {u"none"_s, u"apikey"_s, u"basic"_s, u"oauth2"_s, u"mtls"_s}};
    kind.usual.keyHeader = QByteArrayLiteral("Authorization");
    return kind;
}

Result<std::unique_ptr<Connector>> CkanConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    EndpointConfig placed = config;
    placed.location = siteOf(config.location);
    return std::unique_ptr<Connector>(new CkanConnector(std::move(placed), tools));
}

CkanConnector::CkanConnector(EndpointConfig config, ConnectorTools tools)
    : m_config(std::move(config))
    , m_tools(std::move(tools))
    , m_secrets(secretsOf(m_config, m_tools))
{
}

Capabilities CkanConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains};
    const auto lacks = [&all](Capability what, const QString &why) { all.missing.append({what, why}); };
    lacks(Capability::Products, Text::tr("CKAN knows datasets and their files, no data products."));
    lacks(Capability::Columns, Text::tr("CKAN knows files, not what is in them."));
    lacks(Capability::Lineage, Text::tr("CKAN does not tell where data come from."));
    lacks(Capability::ColumnLineage, Text::tr("CKAN does not tell where data come from."));
    lacks(Capability::Samples, Text::tr("The files are elsewhere: their addresses are shown."));
    lacks(Capability::Contracts, Text::tr("CKAN knows licences, no contracts."));
    lacks(Capability::Quality, Text::tr("CKAN measures nothing."));
    lacks(Capability::Usage, Text::tr("CKAN tells nobody who reads what."));
    lacks(Capability::AccessRequests, Text::tr("Nobody asks CKAN for access: it grants none."));
    lacks(Capability::ChangeFeed,
          Text::tr("CKAN tells what was changed, not what was removed: its lists are read, 500 datasets at a time, and "
                   "compared."));
    return all;
}

Result<Outcome> CkanConnector::read(RecordSink &sink, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, progress.cancelled);
    if (!client)
        return Failure(client.error());
    return CkanReading(**client, sink, progress).read();
}

Connector::Probe CkanConnector::probe()
{
    Probe probe;
    probe.product = u"CKAN"_s;
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(m_config, *m_secrets, m_tools, [] { return false; });
    if (!client) {
        probe.checks.append({Text::tr("The settings are in order"), false, client.error().text});
        return probe;
    }
    if (!checkReach((*client)->profile(), probe.checks))
        return probe;
    RequestChecks checks(**client, probe.checks);
    const auto ask = [&](const QString &what, const QString &action, const HttpFields &query,
                         const std::function<QString(const Node &)> &told) {
        const Result<HttpAnswer> answer = checks.ask(what, HttpRequest::get(api + action, query));
        if (!answer)
            return false;
        const Result<JsonPage> page = jsonPage(*answer);
        const Result<const Node *> result =
            page ? ckanResult(page->root(), (*client)->profile().base.host()) : Result<const Node *>(Failure(page.error()));
        if (!result)
            checks.refute(result.error().text);
        else
            checks.tell(told(**result));
        return result.has_value();
    };
    const bool isThere = ask(Text::tr("The site answers"), u"/status_show"_s, {}, [&](const Node &site) {
        probe.version = site["ckan_version"].text();
        return site["site_title"].text();
    });
    if (!isThere)
        return probe;
    probe.checks.append({Text::tr("The version is known"), true,
                         probe.version.isEmpty() ? Text::tr("The site does not tell it.") : probe.version});
    const auto some = [](const Node &list) { return Text::tr("%Ln on a first page", nullptr, int(list.size())); };
    static_cast<void>(ask(Text::tr("Organizations can be read"), u"/organization_list"_s,
                          {{u"all_fields"_s, u"true"_s}, {u"limit"_s, u"5"_s}}, some));
    static_cast<void>(
        ask(Text::tr("Groups can be read"), u"/group_list"_s, {{u"all_fields"_s, u"true"_s}, {u"limit"_s, u"5"_s}}, some));
    static_cast<void>(ask(Text::tr("Datasets can be read"), u"/package_search"_s,
                          {{u"q"_s, u"*:*"_s}, {u"rows"_s, u"1"_s}, {u"include_private"_s, u"true"_s}},
                          [](const Node &result) { return Text::tr("%1 are there").arg(result["count"].text()); }));
    return probe;
}

} // namespace meshscope
