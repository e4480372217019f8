#include "tests/http/road.h"
#include "tests/support/testmain.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

/// One request and its answer, and every way in which a server can fail to give one.
class TestExchange : public QObject {
    Q_OBJECT
private slots:
    void asksAndAnswers()
    {
        Road road([](const SeenRequest &) { return Script::json("{\"id\": 9007199254740993}"); });
        const auto answer = road.client().get(u"/v1/things"_s, {{u"q"_s, u"a b+c&d=ä/é"_s}, {u"limit"_s, u"5"_s}});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->json()->object().value(u"id"_s).toInteger(), 9007199254740993);
        const SeenRequest seen = road.server.seen().first();
        QCOMPARE(seen.method, "GET");
        QCOMPARE(seen.target, "/api/v1/things?q=a%20b%2Bc%26d%3D%C3%A4%2F%C3%A9&limit=5");
        QVERIFY(seen.header("user-agent").startsWith("Meshscope/"));
        QVERIFY(seen.header("accept").startsWith("application/json"));
        QVERIFY(seen.header("authorization").isNull());
        QVERIFY(seen.header("cookie").isNull());
    }
    void sendsBodies_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("isRepeatable");
        for (const char *method : {"POST", "PUT", "PATCH", "DELETE"}) {
            QTest::addRow("%s once", method) << QByteArray(method) << false;
            QTest::addRow("%s again", method) << QByteArray(method) << true;
        }
    }
    void sendsBodies()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, isRepeatable);
        Road road([](const SeenRequest &) { return Script::answer(201, "{}"); });
        const QByteArray body = '"' + QByteArray(300'000, 'x') + '"';
        for (const QByteArray &bytes : {body, QByteArray("")}) {
            HttpRequest request = HttpRequest::change(method, u"/x"_s, bytes);
            request.isRepeatable = isRepeatable;
            const auto answer = road.client().send(request);
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
            QCOMPARE(answer->status, 201);
            QCOMPARE(road.server.seen().last().method, method);
            QCOMPARE(road.server.seen().last().body, bytes);
            QCOMPARE(road.server.seen().last().header("content-type"), "application/json");
        }
    }
    void keepsConnections()
    {
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        for (int i = 0; i < 5; ++i)
            QVERIFY(road.client().get(u"/x"_s));
        QCOMPARE(road.server.connections(), 1);
    }
    void unpacks_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<Packing>("packing");
        QTest::newRow("gzip") << QByteArray("gzip") << Packing::Gzip;
        QTest::newRow("GZip") << QByteArray("GZip") << Packing::Gzip;
        QTest::newRow("x-gzip") << QByteArray("x-gzip") << Packing::Gzip;
        QTest::newRow("deflate") << QByteArray("deflate") << Packing::Zlib;
        QTest::newRow("deflate, bare") << QByteArray("deflate") << Packing::Bare;
    }
    void unpacks()
    {
        QFETCH(QByteArray, code);
        QFETCH(Packing, packing);
        const QByteArray body = "[" + QByteArray(20'000'000, ' ') + "1]"; // packs a thousandfold, and is no bomb
        Road road([&](const SeenRequest &) {
            return Script::answer(200, packed(body, packing), {{"Content-Encoding", code}});
        });
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        QCOMPARE(answer->body.size(), body.size());
        QVERIFY(answer->body == body);
        QCOMPARE(road.server.seen().first().header("accept-encoding"), "gzip, deflate");
    }
    void stopsAtItsLimit_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("announced") << 0;
        QTest::newRow("never ending") << 1;
        QTest::newRow("packed") << 2;
        QTest::newRow("chunked") << 3;
    }
    void stopsAtItsLimit()
    {
        QFETCH(int, way);
        Road road([way](const SeenRequest &) -> Script {
            const QByteArray head = "HTTP/1.1 200 OK\r\n";
            switch (way) {
            case 0: return {head + "Content-Length: 5000000000\r\n\r\n{", Script::Then::Stall, {}, 0};
            case 1: return {head + "\r\n[", Script::Then::Repeat, QByteArray(100'000, '1'), 0};
            case 2:
                return Script::answer(200, packed(QByteArray(30'000'000, ' '), Packing::Gzip),
                                      {{"Content-Encoding", "gzip"}});
            default:
                return {head + "Transfer-Encoding: chunked\r\n\r\n", Script::Then::Repeat,
                        "10000\r\n" + QByteArray(65'536, ' ') + "\r\n", 0};
            }
        });
        road.profile.limit = 1'000'000;
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Full);
        QVERIFY(answer.error().text.contains(u"shop"_s));
        QCOMPARE(road.server.seen().size(), 1);
        if (way != 2)                            // all of that one has come
            QTRY_COMPARE(road.server.gone(), 1); // it does not go on sending to nobody
    }
    void aLimitOfTheRequestCounts()
    {
        Road road([](const SeenRequest &) { return Script::json('"' + QByteArray(5'000, 'x') + '"'); });
        HttpRequest request = HttpRequest::get(u"/x"_s);
        request.limit = 5'001;
        QVERIFY(!road.client().send(request));
        request.limit = 5'002;
        QVERIFY(road.client().send(request));
    }
    void saysWhyThereIsNoAnswer_data()
    {
        QTest::addColumn<Script>("script");
        const QByteArray head = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("closed") << Script::close();
        QTest::newRow("reset") << Script::reset();
        QTest::newRow("shorter than said") << Script::close(head + "Content-Length: 10\r\n\r\n{}");
        QTest::newRow("chunks cut off") << Script::close(head + "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"a\": {}\r\n");
        QTest::newRow("half a head") << Script::close("HTTP/1.1 200 OK\r\nContent-Len");
        QTest::newRow("damaged gzip") << Script::answer(200, QByteArray("\x1f\x8b\x08 rubbish", 11),
                                                        {{"Content-Encoding", "gzip"}});
        QTest::newRow("half a gzip") << Script::answer(200, packed("{\"a\":1234567}", Packing::Gzip).left(20),
                                                       {{"Content-Encoding", "gzip"}});
        QTest::newRow("unknown code") << Script::answer(200, "xyz", {{"Content-Encoding", "br"}});
        QTest::newRow("not HTTP") << Script::close("SSH-2.0-OpenSSH_9.2\r\n\r\n");
    }
    void saysWhyThereIsNoAnswer()
    {
        QFETCH(Script, script);
        Road road([&script](const SeenRequest &) { return script; });
        road.profile.retry.attempts = 1;
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().text.contains(u"“shop”"_s), qPrintable(answer.error().text));
        QVERIFY2(answer.error().text.contains(u"127.0.0.1"_s), qPrintable(answer.error().text));
        QVERIFY(!road.log->requests().first().failure.isEmpty());
    }
    void saysThatNobodyIsThere()
    {
        quint16 port = 0;
        {
            const ScriptedServer gone([](const SeenRequest &) { return Script::json("{}"); });
            port = gone.port();
        }
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.profile.base.setPort(port);
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Io);
        QVERIFY2(answer.error().text.contains(u"refuses connections"_s), qPrintable(answer.error().text));
        QVERIFY(road.time.pauses().isEmpty()); // a mistake in the address is said at once
    }
    void notesEachRequestWithoutSecrets()
    {
        Road road([](const SeenRequest &request) {
            return request.target.contains("/old") ? Script::redirect(302, "/new?token=abc123") : Script::json("[]");
        });
        road.options.auth = bearerAuth("tOp-seCret");
        QVERIFY(road.client().get(u"/old"_s, {{u"api_key"_s, u"hidden1"_s}, {u"pageToken"_s, u"p2"_s}}));
        const QList<LoggedRequest> log = road.log->requests();
        QCOMPARE(log.size(), 2);
        QCOMPARE(log[0].status, 302);
        QCOMPARE(log[0].address, road.server.url(u"/api/old?api_key=…&pageToken=p2"_s).toString());
        QCOMPARE(log[1].address, road.server.url(u"/new?token=…"_s).toString());
        QCOMPARE(log[1].bytes, 2);
        QVERIFY(log[1].line().startsWith(u"GET http://127.0.0.1"_s));
        for (const LoggedRequest &request : log)
            QVERIFY(!request.line().contains(u"hidden1"_s) && !request.line().contains(u"seCret"_s));
    }
    void notesWhichOperationWasAskedFor()
    {
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.options.auth = bearerAuth("SECRETVALUE");
        const QByteArray body = R"({"query":"query Scroll{a}","variables":{"type":"DATASET","who":"SECRETVALUE"}})";
        QVERIFY(road.client().send(HttpRequest::ask(u"/graphql"_s, body)));
        QCOMPARE(road.log->requests().first().address,
                 road.server.url(u"/api/graphql"_s).toString() + u" (Scroll DATASET …)"_s);
    }
    void whatAServerEchoesIsNotRepeatedToAnybody()
    {
        Road road([](const SeenRequest &request) {
            return Script::answer(403, "{\"message\": \"no right for " + request.header("authorization") + "\"}");
        });
        road.options.auth = basicAuth(u"anna"_s, u"pass wörd"_s);
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Refused);
        QVERIFY2(answer.error().text.contains(u"no right for Basic …"_s), qPrintable(answer.error().text));
    }
    void statusesBecomeErrorsUnlessAccepted_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("400") << 400 << Error::Code::Failed;
        QTest::newRow("401") << 401 << Error::Code::Refused;
        QTest::newRow("403") << 403 << Error::Code::Refused;
        QTest::newRow("404") << 404 << Error::Code::NotFound;
        QTest::newRow("304") << 304 << Error::Code::Failed;
        QTest::newRow("410") << 410 << Error::Code::Failed;
        QTest::newRow("500") << 500 << Error::Code::Failed;
    }
    void statusesBecomeErrorsUnlessAccepted()
    {
        QFETCH(int, status);
        QFETCH(Error::Code, code);
        const QByteArray body = status == 304 ? "" : "{\"code\": 1, \"message\": \"because\"}";
        Road road([&](const SeenRequest &) { return Script::answer(status, body); });
        const auto refused = road.client().get(u"/x"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        QCOMPARE(refused.error().text.contains(u"It says: because"_s), status != 304);
        const auto accepted = road.client().send(HttpRequest::get(u"/x"_s).accepting({status}));
        QVERIFY(accepted);
        QCOMPARE(accepted->status, status);
        QCOMPARE(accepted->body, body);
    }
};

MESHSCOPE_TEST(TestExchange)
#include "tst_exchange.moc"
