#include "models/catalogs/postgresql/connector.h"

#include "models/catalogs/httpendpoint.h"
#include "models/catalogs/kindoptions.h"
#include "models/catalogs/postgresql/catalog.h"
#include "models/catalogs/postgresql/queries.h"
#include "models/catalogs/postgresql/rows.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace meshscope {

using postgresql::Session;
using postgresql::Target;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::PostgreSql)
};

constexpr int defaultPort = 5432;
constexpr int oldest = 120000; ///< 12.0: before it, columns that are generated had no mark

/// "postgresql://host:port/database"; Usage says what is missing.
Result<Target> targetOf(const EndpointConfig &config)
{
    const QUrl url(config.location.trimmed(), QUrl::StrictMode);
    const QString database = url.path(QUrl::FullyDecoded).section(u'/', 1);
    if (!url.isValid() || (url.scheme() != u"postgresql" && url.scheme() != u"postgres") || url.host().isEmpty() ||
        database.isEmpty() || database.contains(u'/'))
        return fail(Error::Code::Usage,
                    Text::tr("“%1” names no database: write postgresql://host:port/database.")
                        .arg(config.location.section(u'@', -1)),
                    config.name);
    if (!url.userInfo().isEmpty() || url.hasQuery())
        return fail(
            Error::Code::Usage,
            Text::tr("The address may hold no user, password or query: it is shown and logged. Give user and secret as "
                     "such, the rest as options."),
            config.name);
    static const QStringList modes{u""_s, u"disable"_s, u"prefer"_s, u"require"_s, u"verify-ca"_s, u"verify-full"_s};
    Target target;
    target.endpoint = config.name;
    target.host = url.host();
    target.port = url.port(defaultPort);
    target.database = database;
    target.user = config.options.value(u"auth.user"_s);
    target.sslMode = config.options.value(u"sslmode"_s);
    target.authorities = config.options.value(u"tls.authorities"_s);
    target.certificate = config.options.value(u"tls.certificate"_s);
    target.key = config.options.value(u"tls.key"_s, target.certificate);
    if (!modes.contains(target.sslMode))
        return fail(Error::Code::Usage,
                    Text::tr("The option sslmode is “%1”: it can be %2.").arg(target.sslMode, modes.mid(1).join(u", "_s)),
                    config.name);
    const QString auth = config.options.value(u"auth"_s, u"basic"_s);
    if (auth != u"basic" && auth != u"none")
        return fail(Error::Code::Usage, Text::tr("The option auth is “%1”: it can be %2.").arg(auth, u"basic, none"_s),
                    config.name);
    if (target.user.isEmpty())
        return fail(Error::Code::Usage, Text::tr("PostgreSQL asks who it is: give a user."), config.name);
    return target;
}

/// With the password, and what opens the key of a certificate. A key without a passphrase has none in the box.
Result<Target> withSecrets(Target target, const EndpointConfig &config, const ConnectorTools &tools)
{
    const std::shared_ptr<SecretBox> box = secretsOf(config, tools);
    if (config.options.value(u"auth"_s, u"basic"_s) == u"basic") {
        const Result<QByteArray> password = box->read(config.name + u"/password"_s);
        if (!password && password.error().code == Error::Code::NotFound)
            return fail(Error::Code::NotFound,
                        Text::tr("Endpoint “%1”: its password is not known here. Enter it in the endpoint's settings.")
                            .arg(target.endpoint),
                        target.endpoint);
        if (!password) // its keeper says what to do
            return Failure(password.error());
        target.password = *password;
    }
    if (target.certificate.isEmpty())
        return target;
    const Result<QByteArray> passphrase = box->read(config.name + u"/tls-passphrase"_s);
    if (!passphrase && passphrase.error().code != Error::Code::NotFound)
        return Failure(passphrase.error());
    target.passphrase = passphrase.value_or(QByteArray());
    return target;
}

} // namespace

EndpointKind PostgreSqlConnector::kind()
{
    return {
        u"postgresql"_s,
        Text::tr("PostgreSQL"),
        Text::tr("One database of a PostgreSQL server (12 or newer). The location is postgresql://host:port/database. It is "
                 "asked in a session that cannot write."),
        {{u"schemas"_s, Text::tr("Schemas to read, separated by commas; * stands for anything. Default: all.")},
         {u"schemas.without"_s, Text::tr("Schemas not to read, in the same way.")},
         {u"sslmode"_s,
          Text::tr("disable, prefer, require, verify-ca or verify-full. Default: verify-full; on this computer "
                   "prefer.")},
         {u"auth"_s, Text::tr("How to log in: basic (a password), or none (the server trusts, or asks for a certificate).")},
         {u"auth.user"_s, Text::tr("Who asks.")},
         {u"tls.authorities"_s, Text::tr("PEM file of authorities that are trusted instead of the system's.")},
         {u"tls.certificate"_s, Text::tr("Certificate of this client: PEM.")},
         {u"tls.key"_s, Text::tr("Its key, when it is in another file.")}},
        {u"basic"_s, u"none"_s, u"mtls"_s},
        {},
        {u"postgresql"_s, u"postgres"_s}};
}

Result<std::unique_ptr<Connector>> PostgreSqlConnector::make(const EndpointConfig &config, const ConnectorTools &tools)
{
    Result<Target> target = targetOf(config);
    if (!target)
        return Failure(target.error());
    const postgresql::Selection selection{listOption(config, u"schemas"_s), listOption(config, u"schemas.without"_s)};
    return std::unique_ptr<Connector>(new PostgreSqlConnector(std::move(*target), selection, config, tools));
}

Result<void> PostgreSqlConnector::check(const EndpointConfig &config, const ConnectorTools &tools)
{
    const Result<Target> target = targetOf(config);
    if (!target)
        return Failure(target.error());
    for (const QString &file : {target->authorities, target->certificate, target->key}) {
        if (!file.isEmpty() && !QFileInfo(file).isReadable())
            return fail(Error::Code::NotFound, Text::tr("The certificate file %1 cannot be read.").arg(file), file);
    }
    const Result<Target> whole = withSecrets(*target, config, tools);
    return whole ? Result<void>() : Failure(whole.error());
}

PostgreSqlConnector::PostgreSqlConnector(Target target, postgresql::Selection selection, EndpointConfig config,
                                         ConnectorTools tools)
    : m_target(std::move(target))
    , m_selection(std::move(selection))
    , m_config(std::move(config))
    , m_tools(std::move(tools))
{
}

Result<std::unique_ptr<Session>> PostgreSqlConnector::open(const postgresql::IsCancelled &cancelled) const
{
    const Result<Target> target = withSecrets(m_target, m_config, m_tools);
    if (!target)
        return Failure(target.error());
    Result<std::unique_ptr<Session>> session = Session::open(*target, m_tools.log, cancelled);
    if (session && (*session)->versionNumber() < oldest)
        return fail(Error::Code::Failed,
                    Text::tr("Endpoint “%1”: the server is version %2; from version 12 on it can be read.")
                        .arg(target->endpoint, (*session)->version()),
                    target->server());
    return session;
}

Capabilities PostgreSqlConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains, Capability::Columns, Capability::Lineage, Capability::Samples, Capability::Quality};
    all.missing = {
        {Capability::Products, Text::tr("A database knows tables and views, no data products.")},
        {Capability::ColumnLineage, Text::tr("Which columns a view reads is known, not which of its own they end in.")},
        {Capability::Contracts, Text::tr("A database knows no contracts; its constraints are shown as rules.")},
        {Capability::Usage, Text::tr("Who reads what is in the server's own log, which is not read.")},
        {Capability::AccessRequests, Text::tr("Rights in a database are granted, not asked for.")},
        {Capability::ChangeFeed, Text::tr("What the catalog says is read and compared.")}};
    return all;
}

Result<Outcome> PostgreSqlConnector::read(RecordSink &sink, const Progress &progress)
{
    Result<std::unique_ptr<Session>> session = open(progress.cancelled);
    if (!session)
        return Failure(session.error());
    return postgresql::Catalog(**session, m_target, m_selection, sink, progress).read();
}

Result<DataRows> PostgreSqlConnector::sample(const RowsRequest &request, const Progress &progress)
{
    const Result<std::unique_ptr<Session>> session = open(progress.cancelled);
    if (!session)
        return Failure(session.error());
    progress.report(0, 0, Text::tr("Asking %1").arg(m_target.server()));
    return postgresql::firstRows(**session, m_target, request.dataset, request.rows);
}

Connector::Probe PostgreSqlConnector::probe()
{
    Probe probe;
    probe.product = u"PostgreSQL"_s;
    QElapsedTimer timer;
    timer.start();
    const auto add = [&](const QString &what, bool ok, const QString &text, bool isNeeded = true) {
        probe.checks.append({what, ok, text, isNeeded, timer.restart()});
        if (m_checked)
            m_checked(probe.checks.last());
    };
    const Result<std::unique_ptr<Session>> session = open([] { return false; });
    add(Text::tr("The database lets “%1” in").arg(m_target.user), session.has_value(),
        session ? m_target.server() + u'/' + m_target.database : session.error().text);
    if (!session)
        return probe;
    probe.version = (*session)->version();
    const Check privacy = privacyCheck((*session)->isEncrypted(), m_target.host, 0);
    add(privacy.what, privacy.ok, privacy.text, privacy.isNeeded);
    qint64 relations = 0, readable = 0;
    const Result<void> counted = (*session)->select(postgresql::countSql, {}, [&](const postgresql::Row &row) {
        relations = row.number(0);
        readable = row.number(1);
        return Result<void>();
    });
    add(Text::tr("Its catalog can be read"), counted.has_value(),
        counted ? Text::tr("%n tables and views", "", int(relations)) : counted.error().text);
    if (counted)
        add(Text::tr("Their rows may be read"), readable == relations,
            readable == relations
                ? Text::tr("All of them")
                : Text::tr("%1 of %2. The others are shown without their rows.").arg(readable).arg(relations),
            false);
    return probe;
}

} // namespace meshscope
