#include "tests/http/road.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

/// Redirects are followed where that harms nobody, and what is the endpoint's stays with the endpoint.
class TestRedirects : public QObject {
    Q_OBJECT
private slots:
    void follows_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("becomes");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%d GET", status) << status << QByteArray("GET") << QByteArray("GET");
            QTest::addRow("%d POST", status)
                << status << QByteArray("POST") << (status >= 307 ? QByteArray("POST") : QByteArray("GET"));
            QTest::addRow("%d PUT", status)
                << status << QByteArray("PUT") << (status == 303 ? QByteArray("GET") : QByteArray("PUT"));
        }
    }
    void follows()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, becomes);
        Road road([status](const SeenRequest &request) {
            return request.target == "/api/old" ? Script::redirect(status, "../api/new?x=1") : Script::json("{}");
        });
        road.options.auth = bearerAuth("secret");
        const HttpRequest request =
            method == "GET" ? HttpRequest::get(u"/old"_s) : HttpRequest::change(method, u"/old"_s, "{\"a\":1}");
        const auto answer = road.client().send(request.with("X-Mine", "yes"));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        QCOMPARE(answer->url.path(), u"/api/new"_s);
        const SeenRequest seen = road.server.seen().last();
        QCOMPARE(seen.target, "/api/new?x=1");
        QCOMPARE(seen.method, becomes);
        QCOMPARE(seen.body, becomes == "GET" ? "" : "{\"a\":1}");
        QCOMPARE(seen.header("content-type").isEmpty(), becomes == "GET");
        QCOMPARE(seen.header("authorization"), "Bearer secret");
        QCOMPARE(seen.header("x-mine"), "yes");
    }
    void fiveButNotSix_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("isFollowed");
        QTest::newRow("five") << 5 << true;
        QTest::newRow("six") << 6 << false;
        QTest::newRow("for ever") << 1'000'000 << false;
    }
    void fiveButNotSix()
    {
        QFETCH(int, count);
        QFETCH(bool, isFollowed);
        int left = count;
        Road road(
            [&left](const SeenRequest &) { return left-- > 0 ? Script::redirect(302, "/round") : Script::json("{}"); });
        const auto answer = road.client().get(u"/x"_s);
        QCOMPARE(answer.has_value(), isFollowed);
        QCOMPARE(road.server.seen().size(), 6);
        if (!answer)
            QVERIFY2(answer.error().text.contains(u"again and again"_s), qPrintable(answer.error().text));
    }
    void anotherOriginGetsNothingOfOurs()
    {
        ScriptedServer other([](const SeenRequest &) { return Script::json("{}"); });
        Road road([&other](const SeenRequest &) { return Script::redirect(302, other.url(u"/theirs"_s).toEncoded()); });
        road.options.auth = headerAuth("x-api-key", "secret");
        const auto answer = road.client().send(HttpRequest::get(u"/x"_s).with("X-Mine", "yes"));
        QVERIFY(answer);
        QCOMPARE(road.server.seen().last().header("x-api-key"), "secret");
        const SeenRequest seen = other.seen().first();
        QVERIFY(seen.header("x-api-key").isNull());
        QVERIFY(seen.header("x-mine").isNull());
        QVERIFY(!seen.header("accept").isNull());
    }
    void anAddressFromAnAnswerIsNoMoreTrusted()
    {
        ScriptedServer other([](const SeenRequest &) { return Script::answer(401, "{}"); });
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.options.auth = bearerAuth("secret");
        const auto answer = road.client().get(other.url(u"/page2"_s).toString());
        QVERIFY(!answer);
        QVERIFY(other.seen().first().header("authorization").isNull());
        QVERIFY2(answer.error().text.contains(u"not sent to another server"_s), qPrintable(answer.error().text));
        QVERIFY(road.client().get(road.server.url(u"/page2"_s).toString()));
        QCOMPARE(road.server.seen().last().header("authorization"), "Bearer secret");
    }
    void aBodyDoesNotTravelOn()
    {
        ScriptedServer other([](const SeenRequest &) { return Script::json("{}"); });
        Road road([&other](const SeenRequest &) { return Script::redirect(307, other.url(u"/x"_s).toEncoded()); });
        const auto answer = road.client().send(HttpRequest::ask(u"/graphql"_s, "{}"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Refused);
        QCOMPARE(other.seen().size(), 0);
    }
    void refusesOtherSchemes_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("file") << QByteArray("file:///etc/passwd");
        QTest::newRow("script") << QByteArray("javascript:alert(1)");
        QTest::newRow("nowhere") << QByteArray("http://");
    }
    void refusesOtherSchemes()
    {
        QFETCH(QByteArray, location);
        Road road([&location](const SeenRequest &) { return Script::redirect(302, location); });
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Refused);
        QCOMPARE(road.server.seen().size(), 1);
    }
    void aPasswordInARedirectIsNotUsed()
    {
        Road road([&road](const SeenRequest &request) {
            return request.target == "/api/x"
                       ? Script::redirect(302, "http://me:pw@127.0.0.1:" + QByteArray::number(road.server.port()) + "/y")
                       : Script::json("{}");
        });
        QVERIFY(road.client().get(u"/x"_s));
        QVERIFY(road.server.seen().last().header("authorization").isNull());
    }
    void whoWantsTheRedirectGetsIt()
    {
        Road road([](const SeenRequest &) { return Script::redirect(302, "/elsewhere"); });
        const auto answer = road.client().send(HttpRequest::get(u"/x"_s).accepting({302}));
        QVERIFY(answer);
        QCOMPARE(answer->header("location"), "/elsewhere");
    }
};

MESHSCOPE_TEST(TestRedirects)
#include "tst_redirects.moc"
