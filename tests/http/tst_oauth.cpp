#include "models/catalogs/http/oauthlogin.h"
#include "models/security/ed25519.h"
#include "tests/http/road.h"
#include "tests/support/testmain.h"

#include <QTcpSocket>
#include <QUrlQuery>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

/// Who gives tokens: numbered, each good for an hour; the catalog takes only the newest.
struct Issuer {
    explicit Issuer(std::function<std::optional<Script>(const SeenRequest &)> first = {})
        : server([this, first = std::move(first)](const SeenRequest &request) {
            if (const auto script = first ? first(request) : std::nullopt)
                return *script;
            const QByteArray number = QByteArray::number(++given);
            return Script::json("{\"access_token\": \"token-" + number + "\", \"refresh_token\": \"refresh-" + number +
                                "\", \"token_type\": \"Bearer\", \"expires_in\": 3600}");
        })
    {
        settings.tokenUrl = server.url(u"/token"_s);
        settings.authorizeUrl = server.url(u"/authorize?tenant=acme"_s);
        settings.deviceUrl = server.url(u"/device"_s);
        settings.client = u"mesh scope"_s;
        settings.secret = "s+cret:1";
    }
    std::atomic<int> given = 0;
    ScriptedServer server;
    OAuthSettings settings;
};

QUrlQuery formOf(const SeenRequest &request)
{
    return QUrlQuery(QString::fromLatin1(request.body));
}

QString field(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
}

Script refused(const QByteArray &reason)
{
    return Script::answer(400, "{\"error\": \"" + reason + "\", \"error_description\": \"says the issuer\"}");
}

/// Asks as a browser would, and gives back what it was answered.
QByteArray visit(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    if (!socket.waitForConnected())
        return {};
    socket.write("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) +
                 " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead())
        ;
    return socket.readAll();
}

} // namespace

/// Tokens come, are renewed without anybody noticing, and a person's login ends at this program and nowhere else.
class TestOAuth : public QObject {
    Q_OBJECT
private slots:
    void asksForATokenOnce_data()
    {
        QTest::addColumn<bool>("isSecretInBody");
        QTest::newRow("in the header") << false;
        QTest::newRow("in the body") << true;
    }
    void asksForATokenOnce()
    {
        QFETCH(bool, isSecretInBody);
        Issuer issuer;
        issuer.settings.isSecretInBody = isSecretInBody;
        issuer.settings.scope = u"catalog read"_s;
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.options.auth = oauthClientAuth(issuer.settings);
        for (int i = 0; i < 3; ++i)
            QVERIFY(road.client().get(u"/x"_s));
        QCOMPARE(issuer.server.seen().size(), 1);
        const SeenRequest asked = issuer.server.seen().first();
        QCOMPARE(asked.method, "POST");
        QCOMPARE(asked.header("content-type"), "application/x-www-form-urlencoded");
        QCOMPARE(field(formOf(asked), "grant_type"), u"client_credentials"_s);
        QCOMPARE(field(formOf(asked), "scope"), u"catalog read"_s);
        QCOMPARE(field(formOf(asked), "client_secret"), isSecretInBody ? u"s+cret:1"_s : QString());
        QCOMPARE(asked.header("authorization"),
                 isSecretInBody ? QByteArray() : "Basic " + QByteArray("mesh%20scope:s%2Bcret%3A1").toBase64());
        QCOMPARE(road.server.seen().last().header("authorization"), "Bearer token-1");
    }
    void renewsBeforeItRunsOut()
    {
        Issuer issuer;
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.options.auth = oauthClientAuth(issuer.settings);
        QVERIFY(road.client().get(u"/x"_s));
        road.time.today = road.time.today.addSecs(3500);
        QVERIFY(road.client().get(u"/x"_s));
        QCOMPARE(road.server.seen().last().header("authorization"), "Bearer token-1");
        road.time.today = road.time.today.addSecs(50);
        QVERIFY(road.client().get(u"/x"_s));
        QCOMPARE(road.server.seen().last().header("authorization"), "Bearer token-2");
    }
    void renewsWhatIsRefused_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("401") << 401;
        QTest::newRow("419") << 419;
    }
    void renewsWhatIsRefused()
    {
        QFETCH(int, status);
        Issuer issuer;
        Road road([status](const SeenRequest &request) {
            return request.header("authorization") == "Bearer token-1" ? Script::answer(status, "{}") : Script::json("{}");
        });
        road.options.auth = oauthClientAuth(issuer.settings);
        QVERIFY(road.client().send(HttpRequest::change("POST", u"/x"_s, "{}")));
        QCOMPARE(road.server.seen().size(), 2);
        QCOMPARE(issuer.given, 2);
    }
    void doesNotRenewForEver()
    {
        Issuer issuer;
        Road road([](const SeenRequest &) { return Script::answer(401, "{}"); });
        road.options.auth = oauthClientAuth(issuer.settings);
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Refused);
        QCOMPARE(road.server.seen().size(), 2);
        QVERIFY(!road.client().get(u"/y"_s));
        QCOMPARE(issuer.given, 3);
    }
    void manyRequestsRenewOnce()
    {
        Issuer issuer;
        Road road([](const SeenRequest &request) {
            return request.header("authorization") == "Bearer token-1" ? Script::answer(401, "{}") : Script::json("{}");
        });
        road.options.auth = oauthClientAuth(issuer.settings);
        QList<HttpRequest> requests(12, HttpRequest::get(u"/x"_s));
        road.server.holdUntil(4);
        int good = 0;
        QVERIFY(road.client().each(requests, [&good](qsizetype, const Result<HttpAnswer> &answer) -> Result<void> {
            good += answer ? 1 : 0;
            return {};
        }));
        QCOMPARE(good, 12);
        QCOMPARE(issuer.given, 2);
    }
    void aPersonsTokensAreKeptAnew()
    {
        Issuer issuer;
        QList<OAuthTokens> kept;
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.options.auth =
            oauthPersonAuth(issuer.settings, {"old", "refresh-0", road.time.today.addSecs(-1)},
                            [&kept](const OAuthTokens &tokens) { kept.append(*OAuthTokens::fromJson(tokens.toJson())); });
        QVERIFY(road.client().get(u"/x"_s));
        QCOMPARE(field(formOf(issuer.server.seen().first()), "grant_type"), u"refresh_token"_s);
        QCOMPARE(field(formOf(issuer.server.seen().first()), "refresh_token"), u"refresh-0"_s);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().access, "token-1");
        QCOMPARE(kept.first().refresh, "refresh-1");
        QCOMPARE(kept.first().renewAt, road.time.today.addSecs(3540));
        QVERIFY(!OAuthTokens::fromJson("nonsense"));
    }
    void aTokenThatIsGoodForEverIsAskedForOnce()
    {
        for (const QByteArray seconds : {"1e300", "\"inf\"", "99999999999999999999"}) {
            Issuer issuer([&seconds](const SeenRequest &) {
                return Script::json("{\"access_token\": \"t\", \"token_type\": \"Bearer\", \"expires_in\": " + seconds +
                                    "}");
            });
            QList<OAuthTokens> kept;
            Road road([](const SeenRequest &) { return Script::json("{}"); });
            road.options.auth = oauthPersonAuth(issuer.settings, {"old", "refresh-0", road.time.today.addSecs(-1)},
                                                [&kept](const OAuthTokens &tokens) { kept.append(tokens); });
            QVERIFY(road.client().get(u"/x"_s));
            QVERIFY(road.client().get(u"/y"_s));
            QCOMPARE(kept.size(), 1);
            QCOMPARE(kept.first().renewAt, road.time.today.addDays(365).addSecs(-60));
        }
    }
    void anEndedLoginIsSaid_data()
    {
        QTest::addColumn<QByteArray>("refresh");
        QTest::newRow("no refresh token") << QByteArray();
        QTest::newRow("withdrawn") << QByteArray("refresh-0");
    }
    void anEndedLoginIsSaid()
    {
        QFETCH(QByteArray, refresh);
        Issuer issuer([](const SeenRequest &) { return std::optional(refused("invalid_grant")); });
        Road road([](const SeenRequest &) { return Script::answer(401, "{}"); });
        road.options.auth = oauthPersonAuth(issuer.settings, {"old", refresh, {}}, nullptr);
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Refused);
        QVERIFY2(answer.error().text.contains(u"Log in again"_s), qPrintable(answer.error().text));
        QVERIFY(!answer.error().text.contains(u"s+cret"_s));
    }
    void tellsWhatTheIssuerSays_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("said");
        QTest::newRow("client") << refused("invalid_client") << u"“mesh scope”"_s;
        QTest::newRow("scope") << refused("invalid_scope") << u"says the issuer"_s;
        QTest::newRow("nothing") << Script::json("{}") << u"gave no token"_s;
        QTest::newRow("an error with 200") << Script::json("{\"error\": \"invalid_scope\"}") << u"invalid_scope"_s;
        QTest::newRow("page") << Script::answer(200, "<html><title>Portal</title>") << u"Portal"_s;
        QTest::newRow("header in the token")
            << Script::json("{\"access_token\": \"x\\r\\nX-Evil: 1\"}") << u"gave no token"_s;
    }
    void tellsWhatTheIssuerSays()
    {
        QFETCH(Script, script);
        QFETCH(QString, said);
        Issuer issuer([&script](const SeenRequest &) { return std::optional(script); });
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.options.auth = oauthClientAuth(issuer.settings);
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().text.contains(said), qPrintable(answer.error().text));
        QCOMPARE(road.server.seen().size(), 0);
    }
    void tokensAreOnlyAskedForWithEncryption()
    {
        Issuer issuer;
        issuer.settings.tokenUrl = QUrl(u"http://login.example/token"_s);
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.options.auth = oauthClientAuth(issuer.settings);
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Usage);
    }
    void logsInByBrowser()
    {
        Issuer issuer;
        issuer.settings.secret.clear();
        issuer.settings.scope = u"openid offline_access"_s;
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        QFuture<QByteArrayList> browser;
        QUrl opened;
        QTcpSocket early; // as browsers do, and then says nothing
        const auto tokens = loginByBrowser({road.client(), {}}, issuer.settings, [&](const QUrl &url) {
            opened = url;
            const QUrl back(field(QUrlQuery(url), "redirect_uri"));
            early.connectToHost(back.host(), quint16(back.port()));
            browser = QtConcurrent::run([url, back] {
                const auto with = [&back](const QString &query) {
                    QUrl to = back;
                    to.setQuery(query);
                    return to;
                };
                QUrl icon = back;
                icon.setPath(u"/favicon.ico"_s);
                const QString state = field(QUrlQuery(url), "state");
                return QByteArrayList{visit(icon), visit(with(u"code=evil&state=guessed"_s)),
                                      visit(with(u"code=the%2Bcode%2F1&state="_s + state))};
            });
        });
        QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().text));
        QCOMPARE(tokens->access, "token-1");
        const QUrlQuery asked(opened);
        QCOMPARE(opened.path(), u"/authorize"_s);
        QCOMPARE(field(asked, "tenant"), u"acme"_s);
        QCOMPARE(field(asked, "response_type"), u"code"_s);
        QCOMPARE(field(asked, "scope"), u"openid offline_access"_s);
        QCOMPARE(field(asked, "code_challenge_method"), u"S256"_s);
        QVERIFY(field(asked, "state").size() >= 20);
        QVERIFY(field(asked, "redirect_uri").startsWith(u"http://127.0.0.1:"_s));

        const QUrlQuery form = formOf(issuer.server.seen().first());
        QCOMPARE(issuer.server.seen().size(), 1);
        QCOMPARE(field(form, "code"), u"the+code/1"_s);
        QCOMPARE(field(form, "redirect_uri"), field(asked, "redirect_uri"));
        QCOMPARE(field(form, "client_id"), u"mesh scope"_s);
        const QByteArray verifier = field(form, "code_verifier").toLatin1();
        QVERIFY(verifier.size() >= 43);
        QCOMPARE(sha256(verifier).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
                 field(asked, "code_challenge").toLatin1());
        const QByteArrayList answers = browser.result();
        QVERIFY(answers[0].startsWith("HTTP/1.1 404"));
        QVERIFY(answers[1].startsWith("HTTP/1.1 400"));
        QVERIFY(answers[2].startsWith("HTTP/1.1 200") && answers[2].contains("You are logged in"));
    }
    void aRefusedLoginIsSaid()
    {
        Issuer issuer;
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        QFuture<QByteArray> browser;
        const auto tokens = loginByBrowser({road.client(), {}}, issuer.settings, [&browser](const QUrl &url) {
            QUrl back(field(QUrlQuery(url), "redirect_uri"));
            back.setQuery(u"error=access_denied&error_description=not+you&state="_s + field(QUrlQuery(url), "state"));
            browser = QtConcurrent::run([back] { return visit(back); });
        });
        browser.waitForFinished();
        QVERIFY(!tokens);
        QCOMPARE(tokens.error().code, Error::Code::Refused);
        QVERIFY2(tokens.error().text.contains(u"not you"_s), qPrintable(tokens.error().text));
        QCOMPARE(issuer.server.seen().size(), 0);
    }
    void aLoginCanBeCancelled_data()
    {
        QTest::addColumn<bool>("isDevice");
        QTest::newRow("browser") << false;
        QTest::newRow("device") << true;
    }
    void aLoginCanBeCancelled()
    {
        QFETCH(bool, isDevice);
        Issuer issuer([](const SeenRequest &) {
            return std::optional(
                Script::json("{\"device_code\": \"d\", \"user_code\": \"U\", \"verification_uri\": \"https://h/d\"}"));
        });
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        std::atomic<bool> isCancelled = false;
        OAuthLogin login{road.client(), road.time.clock(), [&isCancelled] { return isCancelled.load(); }};
        const auto tokens =
            isDevice ? loginByDevice(login, issuer.settings, [&isCancelled](const DeviceCode &) { isCancelled = true; })
                     : loginByBrowser(login, issuer.settings, [&isCancelled](const QUrl &) { isCancelled = true; });
        QVERIFY(!tokens);
        QCOMPARE(tokens.error().code, Error::Code::Cancelled);
    }
    void logsInByCode()
    {
        int polls = 0;
        Issuer issuer([&polls](const SeenRequest &request) -> std::optional<Script> {
            if (request.target == "/device")
                return Script::json(
                    "{\"device_code\": \"dev1\", \"user_code\": \"ABCD-EFGH\", \"verification_uri\": \"https://h/d\", "
                    "\"verification_uri_complete\": \"https://h/d?code=ABCD-EFGH\", \"expires_in\": 600, \"interval\": 3}");
            switch (++polls) {
            case 1: return refused("authorization_pending");
            case 2: return refused("slow_down");
            case 3: return Script::answer(503, "");
            case 4: return refused("authorization_pending");
            default: return std::nullopt;
            }
        });
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        DeviceCode shown;
        const auto tokens = loginByDevice({road.client(), road.time.clock()}, issuer.settings,
                                          [&shown](const DeviceCode &code) { shown = code; });
        QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().text));
        QCOMPARE(shown.code, u"ABCD-EFGH"_s);
        QCOMPARE(shown.url, QUrl(u"https://h/d"_s));
        QCOMPARE(road.time.pauses(), (QList<qint64>{3000, 3000, 8000, 500, 8000}));
        QCOMPARE(field(formOf(issuer.server.seen().last()), "device_code"), u"dev1"_s);
    }
    void aCodeThatRanOutIsSaid_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QString>("said");
        QTest::newRow("expired") << QByteArray("expired_token") << u"Start the login again"_s;
        QTest::newRow("for ever pending") << QByteArray("authorization_pending") << u"Start the login again"_s;
        QTest::newRow("denied") << QByteArray("access_denied") << u"says the issuer"_s;
    }
    void aCodeThatRanOutIsSaid()
    {
        QFETCH(QByteArray, reason);
        QFETCH(QString, said);
        Issuer issuer([&reason](const SeenRequest &request) {
            return std::optional(request.target == "/device"
                                     ? Script::json("{\"device_code\": \"d\", \"user_code\": \"U\", \"verification_uri\": "
                                                    "\"https://h/d\", \"expires_in\": 60}")
                                     : refused(reason));
        });
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        const auto tokens = loginByDevice({road.client(), road.time.clock()}, issuer.settings, [](const DeviceCode &) {});
        QVERIFY(!tokens);
        QVERIFY2(tokens.error().text.contains(said), qPrintable(tokens.error().text));
        QVERIFY(issuer.server.seen().size() <= 13);
    }
    void findsTheAddressesOfAnIssuer_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isHimself");
        QTest::newRow("OpenID") << QByteArray("/realm/.well-known/openid-configuration") << true;
        QTest::newRow("OAuth") << QByteArray("/realm/.well-known/oauth-authorization-server") << true;
        QTest::newRow("another") << QByteArray("/realm/.well-known/openid-configuration") << false;
    }
    void findsTheAddressesOfAnIssuer()
    {
        QFETCH(QByteArray, path);
        QFETCH(bool, isHimself);
        QByteArray name;
        Issuer issuer([&](const SeenRequest &request) {
            return std::optional(request.target == path ? Script::json("{\"issuer\": \"" + name +
                                                                       "\", \"token_endpoint\": \"https://h/token\", "
                                                                       "\"authorization_endpoint\": \"https://h/auth\"}")
                                                        : Script::answer(404, "no"));
        });
        const QUrl url = issuer.server.url(u"/realm"_s);
        name = isHimself ? url.toEncoded() : QByteArray("https://evil.example");
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        const auto found = discoverOAuth({road.client(), {}}, url, issuer.settings);
        QCOMPARE(found.has_value(), isHimself);
        if (found) {
            QCOMPARE(found->tokenUrl, QUrl(u"https://h/token"_s));
            QCOMPARE(found->client, issuer.settings.client);
        }
    }
};

MESHSCOPE_TEST(TestOAuth)
#include "tst_oauth.moc"
