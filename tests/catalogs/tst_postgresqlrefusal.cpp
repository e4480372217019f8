#include "models/catalogs/postgresql/refusal.h"

#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::postgresql;

namespace {

Target target(const QString &sslMode = {})
{
    Target t;
    t.endpoint = u"shop"_s;
    t.host = u"db.example"_s;
    t.database = u"Orders"_s;
    t.user = u"ada"_s;
    t.sslMode = sslMode;
    return t;
}

} // namespace

/// What libpq and the server say before a session is there, in words a person can act on.
class TestPostgreSqlRefusal : public QObject {
    Q_OBJECT
private slots:
    void saysWhatAndWhereAndWhatToDo_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("sslMode");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<QStringList>("words");
        const QString head = u"connection to server at \"db.example\" (192.0.2.1), port 5432 failed: "_s;
        const auto row = [&](const char *name, const QString &said, Error::Code code, const QStringList &words,
                             const QString &sslMode = {}) {
            QTest::newRow(name) << (head + said + u'\n') << sslMode << code << words;
        };
        const Error::Code refused = Error::Code::Refused;
        row("refused", u"Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?"_s,
            Error::Code::Io, {u"refuses connections"_s, u"Check the port"_s});
        row("timeout", u"Connection timed out\n\tIs the server running on that host?"_s, Error::Code::Io,
            {u"does not answer"_s, u"VPN"_s});
        row("libpq's timeout", u"timeout expired"_s, Error::Code::Io, {u"does not answer"_s});
        row("no road", u"Network is unreachable\n\tIs the server running on that host?"_s, Error::Code::Io,
            {u"No road leads to"_s});
        row("closed", u"server closed the connection unexpectedly\n\tThis probably means the server terminated abnormally"_s,
            Error::Code::Io, {u"broke off"_s, u"port"_s});
        row("HTTP", u"received invalid response to SSL negotiation: H"_s, Error::Code::Failed, {u"is not PostgreSQL"_s});
        row("password",
            u"FATAL:  28P01: password authentication failed for user \"ada\"\nLOCATION:  auth_failed, auth.c:335"_s, refused,
            {u"password of “ada”"_s, u"Enter it anew"_s, u"It says: password authentication failed"_s});
        row("a server that speaks German",
            u"SCHWERWIEGEND:  28P01: Passwort-Authentifizierung für Benutzer »ada« fehlgeschlagen"_s, refused,
            {u"password of “ada”"_s, u"fehlgeschlagen"_s});
        row("no database", u"FATAL:  3D000: database \"Orders\" does not exist\nLOCATION:  InitPostgres, postinit.c:1027"_s,
            Error::Code::NotFound, {u"no database “Orders”"_s, u"Check its name"_s});
        row("no user", u"FATAL:  28000: role \"ada\" does not exist"_s, refused, {u"“ada”"_s, u"Check the user"_s});
        const QString noRule =
            u"FATAL:  28000: no pg_hba.conf entry for host \"192.0.2.7\", user \"ada\", database \"Orders\", "_s;
        row("no rule", noRule + u"SSL encryption\n"_s + head + noRule + u"no encryption"_s, refused,
            {u"“ada” into “Orders”"_s, u"pg_hba.conf"_s, u"192.0.2.7"_s});
        row("encryption wanted", noRule + u"no encryption"_s, refused, {u"without encryption"_s, u"sslmode"_s},
            u"disable"_s);
        row("no encryption there", u"server does not support SSL, but SSL was required"_s, refused,
            {u"offers no encryption"_s, u"sslmode"_s}, u"require"_s);
        row("unknown authority", u"SSL error: certificate verify failed"_s, refused,
            {u"cannot be trusted"_s, u"tls.authorities"_s});
        row("another name", u"server certificate for \"other.example\" does not match host name \"db.example\""_s, refused,
            {u"for another name"_s, u"other.example"_s});
        row("no right",
            u"FATAL:  42501: permission denied for database \"Orders\"\nDETAIL:  User does not have CONNECT privilege."_s,
            refused, {u"may not connect"_s, u"CONNECT"_s});
        row("full", u"FATAL:  53300: sorry, too many clients already"_s, Error::Code::Busy, {u"no connection left"_s});
        row("starting", u"FATAL:  57P03: the database system is starting up"_s, Error::Code::Busy, {u"in a moment"_s});
        row("never seen", u"FATAL:  XX999: it rains"_s, Error::Code::Io, {u"cannot be reached"_s, u"It says: it rains"_s});
    }
    void saysWhatAndWhereAndWhatToDo()
    {
        QFETCH(QString, said);
        QFETCH(QString, sslMode);
        QFETCH(Error::Code, code);
        QFETCH(QStringList, words);
        const Error error = refusal(target(sslMode), said, false);
        QCOMPARE(error.code, code);
        for (const QString &word : words)
            QVERIFY2(error.text.contains(word), qUtf8Printable(error.text));
        QVERIFY2(error.text.contains(u"db.example:5432"_s), qUtf8Printable(error.text));
        for (const char *noise :
             {"connection to server", "LOCATION", "FATAL", "\t", "\n", "Is the server", "28P01", ".. ", "  "})
            QVERIFY2(!error.text.contains(QLatin1StringView(noise)), qUtf8Printable(error.text));
    }
    void aMissingPasswordIsAskedFor()
    {
        const Error error = refusal(target(), u"fe_sendauth: no password supplied\n"_s, true);
        QVERIFY(error.text.contains(u"wants a password for “ada”"_s));
        QVERIFY(!error.text.contains(u"fe_sendauth"_s));
    }
    void oneThingIsSaidOnce()
    {
        QCOMPARE(saidInOneLine(u"connection to server at \"h\" (::1), port 1 failed: Connection refused\n\tIs it?\n"
                               "connection to server at \"h\" (127.0.0.1), port 1 failed: Connection refused\n\tIs it?\n"_s),
                 u"Connection refused"_s);
    }
};

MESHSCOPE_TEST(TestPostgreSqlRefusal)
#include "tst_postgresqlrefusal.moc"
