#include "models/catalogs/http/httpoptions.h"
#include "tests/http/road.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

/// Secrets in memory.
class OpenBox final : public SecretBox {
public:
    QHash<QString, QByteArray> held;
    QString word() const override { return u"open"_s; }
    Result<QByteArray> read(const QString &name) override
    {
        if (!held.contains(name))
            return fail(Error::Code::NotFound, u"none"_s);
        return held.value(name);
    }
    Result<void> keep(const QString &name, const QByteArray &secret) override
    {
        held.insert(name, secret);
        return {};
    }
    Result<void> remove(const QString &name) override
    {
        held.remove(name);
        return {};
    }
};

using Options = QHash<QString, QString>;
using Secrets = QHash<QString, QByteArray>;

} // namespace

/// From the options of an endpoint and the secrets beside them to a client that is ready.
class TestHttpOptions : public QObject {
    Q_OBJECT
private slots:
    void logsInAsItIsTold_data()
    {
        QTest::addColumn<Options>("options");
        QTest::addColumn<Secrets>("secrets");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("nobody") << Options{} << Secrets{} << QByteArray("authorization") << QByteArray();
        QTest::newRow("bearer") << Options{{u"auth"_s, u"bearer"_s}} << Secrets{{u"shop/token"_s, "t"}}
                                << QByteArray("authorization") << QByteArray("Bearer t");
        QTest::newRow("basic") << Options{{u"auth"_s, u"basic"_s}, {u"auth.user"_s, u"anna"_s}}
                               << Secrets{{u"shop/password"_s, "p:w"}} << QByteArray("authorization")
                               << "Basic " + QByteArray("anna:p:w").toBase64();
        QTest::newRow("key") << Options{{u"auth"_s, u"key"_s}} << Secrets{{u"shop/key"_s, "k"}} << QByteArray("x-api-key")
                             << QByteArray("k");
        QTest::newRow("key in another header")
            << Options{{u"auth"_s, u"key"_s}, {u"auth.header"_s, u"Authorization"_s}} << Secrets{{u"shop/key"_s, "k"}}
            << QByteArray("authorization") << QByteArray("k");
    }
    void logsInAsItIsTold()
    {
        QFETCH(Options, options);
        QFETCH(Secrets, secrets);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        ScriptedServer server([](const SeenRequest &) { return Script::json("{}"); });
        OpenBox box;
        box.held = secrets;
        const HttpEndpoint endpoint{u"shop"_s, server.url(u"/api"_s).toString(), options};
        QCOMPARE(wantedSecrets(endpoint).size(), secrets.size());
        for (const QString &what : wantedSecrets(endpoint))
            QVERIFY(secrets.contains(u"shop/"_s + what));
        const auto client = openHttp(endpoint, {}, box, {});
        QVERIFY2(client, client ? "" : qPrintable(client.error().text));
        QVERIFY((*client)->get(u"/x"_s));
        QCOMPARE(server.seen().first().header(header.constData()), value);
        if (secrets.isEmpty())
            return;
        box.held.clear();
        const auto without = openHttp(endpoint, {}, box, {});
        QVERIFY(!without);
        QCOMPARE(without.error().code, Error::Code::NotFound);
    }
    void whatIsUsualNeedNotBeSaid()
    {
        ScriptedServer server([](const SeenRequest &) { return Script::json("{}"); });
        OpenBox box;
        box.held.insert(u"glue/aws-secret"_s, "geheim");
        const HttpEndpoint endpoint{
            u"glue"_s, server.url().toString(), {{u"aws.key"_s, u"AKID"_s}, {u"aws.region"_s, u"eu-west-1"_s}}};
        HttpUsual usual;
        usual.auth = u"sigv4"_s;
        usual.service = "glue";
        QCOMPARE(wantedSecrets(endpoint, usual), QStringList{u"aws-secret"_s});
        const auto client = openHttp(endpoint, usual, box, {});
        QVERIFY(client && (*client)->get(u"/x"_s));
        QVERIFY(server.seen().first().header("authorization").contains("Credential=AKID/"));
        QVERIFY(server.seen().first().header("authorization").contains("/eu-west-1/glue/aws4_request"));
    }
    void aRenewedLoginIsKept()
    {
        ScriptedServer server([](const SeenRequest &request) {
            return request.target == "/token" ? Script::json("{\"access_token\": \"new\", \"refresh_token\": \"r2\"}")
                   : request.header("authorization") == "Bearer new" ? Script::json("{}")
                                                                     : Script::answer(401, "{}");
        });
        OpenBox box;
        box.held.insert(u"shop/login"_s, OAuthTokens{"old", "r1", {}}.toJson());
        const HttpEndpoint endpoint{u"shop"_s,
                                    server.url().toString(),
                                    {{u"auth"_s, u"login"_s},
                                     {u"oauth.token"_s, server.url(u"/token"_s).toString()},
                                     {u"oauth.client"_s, u"meshscope"_s}}};
        const auto client = openHttp(endpoint, {}, box, {});
        QVERIFY(client && (*client)->get(u"/x"_s));
        QCOMPARE(OAuthTokens::fromJson(box.held.value(u"shop/login"_s))->refresh, "r2");
    }
    void readsTheRest()
    {
        OpenBox box;
        box.held = {{u"shop/proxy-password"_s, "pw"}, {u"shop/tls-passphrase"_s, "pp"}};
        const QString pin = u"ab"_s.repeated(32);
        const auto profile = httpProfile({u"shop"_s,
                                          u" https://catalog.example/api "_s,
                                          {{u"proxy"_s, u"socks5://proxy:9"_s},
                                           {u"proxy.user"_s, u"anna"_s},
                                           {u"tls.authorities"_s, u"ca.pem"_s},
                                           {u"tls.certificate"_s, u"me.p12"_s},
                                           {u"tls.pin"_s, pin},
                                           {u"http.rate"_s, u"0.5"_s},
                                           {u"http.parallel"_s, u"1"_s},
                                           {u"http.limit"_s, u"128"_s},
                                           {u"http.connect"_s, u"2.5"_s},
                                           {u"http.idle"_s, u"20"_s},
                                           {u"http.timeout"_s, u"30"_s}}},
                                         box);
        QVERIFY(profile);
        QCOMPARE(profile->base, QUrl(u"https://catalog.example/api"_s));
        QCOMPARE(profile->proxy.kind, ProxySettings::Kind::Socks5);
        QCOMPARE(profile->proxy.host, u"proxy"_s);
        QCOMPARE(profile->proxy.port, 9);
        QCOMPARE(profile->proxy.password, "pw");
        QCOMPARE(profile->tls.passphrase, "pp");
        QCOMPARE(profile->tls.pinned, pin);
        QCOMPARE(profile->perSecond, 0.5);
        QCOMPARE(profile->atOnce, 1);
        QCOMPARE(profile->limit, qint64(128) * 1024 * 1024);
        QCOMPARE(profile->deadlines.whole, std::chrono::seconds(30));
        QCOMPARE(profile->deadlines.connect, std::chrono::milliseconds(2500));
        QCOMPARE(profile->deadlines.idle, std::chrono::seconds(20));
    }
    void refusesValuesThatCannotBe_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("auth") << u"auth"_s << u"magic"_s;
        QTest::newRow("proxy") << u"proxy"_s << u"ftp://x"_s;
        QTest::newRow("proxy with a password") << u"proxy"_s << u"http://me:secret@proxy:1"_s;
        QTest::newRow("pin") << u"tls.pin"_s << u"abc"_s;
        QTest::newRow("rate") << u"http.rate"_s << u"fast"_s;
        QTest::newRow("rate of nothing") << u"http.rate"_s << u"0"_s;
        QTest::newRow("five at once") << u"http.parallel"_s << u"5"_s;
        QTest::newRow("limit") << u"http.limit"_s << u"nan"_s;
        QTest::newRow("sigv4 without a region") << u"auth"_s << u"sigv4"_s;
        QTest::newRow("oauth without an address") << u"auth"_s << u"oauth"_s;
    }
    void refusesValuesThatCannotBe()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        OpenBox box;
        const auto client = openHttp({u"shop"_s, u"https://catalog.example"_s, {{option, value}}}, {}, box, {});
        QVERIFY(!client);
        QCOMPARE(client.error().code, Error::Code::Usage);
        QVERIFY2(client.error().text.contains(u"shop"_s), qPrintable(client.error().text));
        QVERIFY2(!client.error().text.contains(u"secret"_s), qPrintable(client.error().text));
    }
    void aSecretOfSeveralLinesIsNoHeader()
    {
        OpenBox box;
        box.held.insert(u"shop/token"_s, "a\r\nX-Evil: 1");
        const auto client = openHttp({u"shop"_s, u"https://catalog.example"_s, {{u"auth"_s, u"bearer"_s}}}, {}, box, {});
        QVERIFY(!client);
        QVERIFY(!client.error().text.contains(u"Evil"_s));
    }
    void everyOptionIsExplained()
    {
        QStringList names;
        for (const Property &option : httpOptions()) {
            QVERIFY2(!option.value.isEmpty(), qPrintable(option.name));
            QVERIFY(!names.contains(option.name));
            names << option.name;
        }
    }
};

MESHSCOPE_TEST(TestHttpOptions)
#include "tst_httpoptions.moc"
