#include "models/catalogs/trino/connector.h"

#include "models/catalogs/kindoptions.h"
#include "models/catalogs/trino/rows.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace meshscope {

using trino::Asker;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Trino)
};

} // namespace

EndpointKind TrinoConnector::kind()
{
    QList<Property> options{
        {u"catalogs"_s,
         Text::tr("Catalogs to read, separated by commas; * stands for anything. Default: all but the system's.")},
        {u"catalogs.without"_s, Text::tr("Catalogs not to read, in the same way.")},
        {u"profiles"_s,
         Text::tr(
             "Catalogs whose tables' statistics are read too, in the same way: one statement a table. Default: none.")}};
    HttpUsual usual;
    usual.isLatin1 = true;
    return {u"trino"_s,
            Text::tr("Trino or Starburst"),
            Text::tr("A Trino server (or Starburst, which is one). The location is its address, such as "
                     "https://trino.example:8443. Where nobody signs in, the user says in whose name it is asked."),
            options + httpOptions(),
            {u"basic"_s, u"none"_s, u"bearer"_s, u"oauth2"_s, u"mtls"_s},
            usual};
}

Result<std::unique_ptr<Connector>> TrinoConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    return std::make_unique<TrinoConnector>(placedAtServer(config), tools);
}

TrinoConnector::TrinoConnector(EndpointConfig config, ConnectorTools tools)
    : HttpConnector(std::move(config), std::move(tools))
    , m_selection{listOption(this->config(), u"catalogs"_s), listOption(this->config(), u"catalogs.without"_s),
                  listOption(this->config(), u"profiles"_s)}
{
}

Capabilities TrinoConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains, Capability::Columns, Capability::Lineage, Capability::Samples};
    all.missing = {{Capability::Products,
                    Text::tr("Trino knows tables and views; data products are read where the server is Starburst's.")},
                   {Capability::ColumnLineage, Text::tr("Which tables a view reads is known, not which of their columns.")},
                   {Capability::Contracts, Text::tr("Trino knows no contracts.")},
                   {Capability::Quality, Text::tr("Trino knows no constraints and checks nothing.")},
                   {Capability::Usage, Text::tr("Who reads what is in the server's own log, which is not read.")},
                   {Capability::AccessRequests, Text::tr("Rights in Trino are granted, not asked for.")},
                   {Capability::ChangeFeed, Text::tr("The information schema tells no times: it is read and compared.")}};
    return all;
}

Asker::Farewell TrinoConnector::farewell() const
{
    return [this]() -> std::unique_ptr<HttpClient> {
        constexpr qint64 longest = 900; // milliseconds: a cancel takes a second at most
        const auto clock = std::make_shared<QElapsedTimer>();
        clock->start();
        Result<std::unique_ptr<HttpClient>> client = open([clock] { return clock->hasExpired(longest); });
        return client ? std::move(*client) : nullptr;
    };
}

/// A server without a login wants a name all the same. Who signs in is who asks; with a token, another name can be said.
QString TrinoConnector::user() const
{
    const QString auth = config().options.value(u"auth"_s, u"basic"_s);
    const QString said = auth == u"basic" ? QString() : option(u"auth.user"_s);
    return said.isEmpty() && auth == u"none" ? u"meshscope"_s : said;
}

trino::Naming TrinoConnector::naming() const
{
    const QUrl url(config().location);
    return {u"trino://%1:%2"_s.arg(url.host()).arg(url.port(url.scheme() == u"https" ? 443 : 80))};
}

Result<Outcome> TrinoConnector::readFrom(HttpClient &client, RecordSink &sink, const Progress &progress)
{
    Asker asker(client, user(), progress.cancelled, farewell());
    return trino::Reading(client, asker, naming(), m_selection, sink, progress).read();
}

Result<DataRows> TrinoConnector::sample(const RowsRequest &request, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = open(progress.cancelled);
    if (!client)
        return Failure(client.error());
    Asker asker(**client, user(), progress.cancelled, farewell());
    return trino::firstRows(asker, naming(), request.dataset, request.rows, [&](int percent, const QString &state) {
        progress.report(std::max(percent, 0), percent < 0 ? 0 : 100, state.toLower());
    });
}

void TrinoConnector::test(RequestChecks &checks)
{
    const Result<JsonPage> info = checks.askJson(Text::tr("The server tells what it is"), HttpRequest::get(u"/v1/info"_s));
    if (!info)
        return;
    if (!info->root()["nodeVersion"].isMap()) {
        checks.refute(Text::tr("What answers is no Trino. Check the address."));
        return;
    }
    checks.probe().version = info->root()["nodeVersion"]["version"].text();
    checks.tell(Text::tr("Trino %1").arg(checks.probe().version));
    if (info->root()["starting"].boolean().value_or(false))
        checks.refute(Text::tr("It is still starting. Try again in a minute."));
    Asker asker(
        checks.client(), user(), [] { return false; }, farewell());
    QElapsedTimer clock;
    const auto count = [&](const QString &what, const QString &sql, const QString &good) {
        checks.settle();
        clock.start();
        qint64 rows = 0;
        Asker::Taker taker;
        taker.row = [&rows](const Node &) -> Result<bool> {
            ++rows;
            return true;
        };
        const Result<void> asked = asker.ask(sql, taker, std::chrono::seconds(30));
        checks.probe().checks.append({what, asked.has_value(),
                                      !asked                   ? asked.error().text
                                      : good.contains(u"%1"_s) ? good.arg(rows)
                                                               : good,
                                      true, clock.elapsed()});
        return asked.has_value();
    };
    if (!count(Text::tr("Statements are answered"), u"SHOW CATALOGS"_s, Text::tr("%1 catalogs")))
        return;
    count(Text::tr("Comments and views can be read"),
          u"SELECT catalog_name FROM system.metadata.table_comments WHERE catalog_name = 'system' LIMIT 1"_s,
          Text::tr("Yes"));
}

} // namespace meshscope
