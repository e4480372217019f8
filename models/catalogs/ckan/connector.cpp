#include "models/catalogs/ckan/connector.h"

#include "models/catalogs/ckan/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Ckan)
};

const QString api = u"/api/3/action"_s;

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
    return std::make_unique<CkanConnector>(placedAtServer(config, {api, u"/api/action"_s, u"/api/3"_s, u"/dataset"_s}),
                                           tools);
}

Capabilities CkanConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains};
    all.missing = {
        {Capability::Products, Text::tr("CKAN knows datasets and their files, no data products.")},
        {Capability::Columns, Text::tr("CKAN knows files, not what is in them.")},
        {Capability::Lineage, Text::tr("CKAN does not tell where data come from.")},
        {Capability::ColumnLineage, Text::tr("CKAN does not tell where data come from.")},
        {Capability::Samples, Text::tr("The files are elsewhere: their addresses are shown.")},
        {Capability::Contracts, Text::tr("CKAN knows licences, no contracts.")},
        {Capability::Quality, Text::tr("CKAN measures nothing.")},
        {Capability::Usage, Text::tr("CKAN tells nobody who reads what.")},
        {Capability::AccessRequests, Text::tr("Nobody asks CKAN for access: it grants none.")},
        {Capability::ChangeFeed,
         Text::tr("CKAN tells what was changed, not what was removed: its lists are read, 500 datasets at a time, and "
                  "compared.")}};
    return all;
}

Result<Outcome> CkanConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    return CkanReading(client, sink, progress).read();
}

void CkanConnector::test(RequestChecks &checks)
{
    const auto ask = [&](const QString &what, const QString &action, const HttpFields &query,
                         const std::function<QString(const Node &)> &told) {
        const Result<JsonPage> page = checks.askJson(what, HttpRequest::get(api + action, query));
        if (!page)
            return false;
        const Result<const Node *> result = ckanResult(page->root(), checks.client().profile().base.host());
        if (!result)
            checks.refute(result.error().text);
        else
            checks.tell(told(**result));
        return result.has_value();
    };
    QString version;
    const bool isThere = ask(Text::tr("The site answers"), u"/status_show"_s, {}, [&](const Node &site) {
        version = site["ckan_version"].text();
        return site["site_title"].text();
    });
    if (!isThere)
        return;
    checks.tellVersion(version, Text::tr("The site does not tell it."));
    const auto some = [](const Node &list) { return Text::tr("%Ln on a first page", nullptr, int(list.size())); };
    static_cast<void>(ask(Text::tr("Organizations can be read"), u"/organization_list"_s,
                          {{u"all_fields"_s, u"true"_s}, {u"limit"_s, u"5"_s}}, some));
    static_cast<void>(
        ask(Text::tr("Groups can be read"), u"/group_list"_s, {{u"all_fields"_s, u"true"_s}, {u"limit"_s, u"5"_s}}, some));
    static_cast<void>(ask(Text::tr("Datasets can be read"), u"/package_search"_s,
                          {{u"q"_s, u"*:*"_s}, {u"rows"_s, u"1"_s}, {u"include_private"_s, u"true"_s}},
                          [](const Node &result) { return Text::tr("%1 are there").arg(result["count"].text()); }));
}

} // namespace meshscope
