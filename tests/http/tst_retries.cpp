#include "tests/http/road.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;
using namespace std::chrono_literals;

namespace {

/// Answers with these one after the other, then with an empty object.
ScriptedServer::Answer inTurn(QList<Script> scripts)
{
    auto left = std::make_shared<QList<Script>>(std::move(scripts));
    return [left](const SeenRequest &) { return left->isEmpty() ? Script::json("{}") : left->takeFirst(); };
}

} // namespace

/// What is safe to repeat is repeated, with growing pauses; what is not is never sent twice.
class TestRetries : public QObject {
    Q_OBJECT
private slots:
    void triesAgain_data()
    {
        QTest::addColumn<Script>("script");
        for (const int status : {429, 502, 503, 504})
            QTest::addRow("%d", status) << Script::answer(status, "<html>busy</html>");
        QTest::newRow("shorter than said") << Script::close("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}");
        QTest::newRow("half a gzip") << Script::answer(200, packed("{\"a\":1234567}", Packing::Gzip).left(20),
                                                       {{"Content-Encoding", "gzip"}});
    }
    void triesAgain()
    {
        QFETCH(Script, script);
        Road road(inTurn({script, script, script}));
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        QCOMPARE(road.server.seen().size(), 4);
        QCOMPARE(road.time.pauses(), (QList<qint64>{500, 1000, 2000}));
        QCOMPARE(road.log->count(), 4);
        QCOMPARE(road.log->requests().last().attempt, 4);
    }
    void triesAgainWhenConnectionsBreak()
    {
        std::atomic<int> broken = 0; // Qt itself tries a broken connection again before it says so
        Road road([&broken](const SeenRequest &) { return ++broken <= 4 ? Script::reset() : Script::json("{}"); });
        QVERIFY(road.client().get(u"/x"_s));
        QVERIFY(!road.time.pauses().isEmpty());
    }
    void givesUpInTheEnd()
    {
        Road road([](const SeenRequest &) { return Script::answer(503, "{\"message\": \"maintenance\"}"); });
        road.time.random = 1;
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().text.contains(u"maintenance"_s), qPrintable(answer.error().text));
        QCOMPARE(road.server.seen().size(), 5);
        QCOMPARE(road.time.pauses(), (QList<qint64>{250, 500, 1000, 2000})); // chance takes away up to half
    }
    void doesNotRepeatWhatIsNot_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 409, 500, 501})
            QTest::addRow("%d", status) << status;
    }
    void doesNotRepeatWhatIsNot()
    {
        QFETCH(int, status);
        Road road([status](const SeenRequest &) { return Script::answer(status, "{}"); });
        QVERIFY(!road.client().get(u"/x"_s));
        QCOMPARE(road.server.seen().size(), 1);
    }
    void waitsAsLongAsItIsAsked_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("pause");
        for (const int status : {429, 503}) {
            QTest::addRow("%d, seconds", status) << status << QByteArray("7") << qint64(7000);
            QTest::addRow("%d, nothing", status) << status << QByteArray("0") << qint64(0);
            QTest::addRow("%d, date", status) << status << QByteArray("Sat, 21 Nov 2026 12:01:30 GMT") << qint64(90'000);
            QTest::addRow("%d, old date", status)
                << status << QByteArray("Saturday, 21-Nov-26 12:00:05 GMT") << qint64(5'000);
            QTest::addRow("%d, C's date", status) << status << QByteArray("Sat Nov 21 12:00:06 2026") << qint64(6'000);
            QTest::addRow("%d, past date", status) << status << QByteArray("Sat, 21 Nov 2020 12:01:30 GMT") << qint64(0);
            QTest::addRow("%d, nonsense", status) << status << QByteArray("soon") << qint64(500);
            QTest::addRow("%d, negative", status) << status << QByteArray("-5") << qint64(500);
        }
    }
    void waitsAsLongAsItIsAsked()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, value);
        QFETCH(qint64, pause);
        Road road(inTurn({Script::answer(status, "", {{"Retry-After", value}})}));
        QVERIFY(road.client().get(u"/x"_s));
        QCOMPARE(road.time.pauses(), QList<qint64>{pause});
    }
    void saysWhenThePauseIsTooLong()
    {
        Road road([](const SeenRequest &) { return Script::answer(429, "", {{"Retry-After", "86400"}}); });
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Busy);
        QVERIFY2(answer.error().text.contains(u"86400 s"_s) || answer.error().text.contains(u"86,400 s"_s),
                 qPrintable(answer.error().text));
        QVERIFY(road.time.pauses().isEmpty());
    }
    void sendsChangesOnce_data()
    {
        QTest::addColumn<Script>("script");
        QTest::newRow("closed") << Script::close();
        QTest::newRow("reset") << Script::reset();
        QTest::newRow("cut off") << Script::close("HTTP/1.1 201 Created\r\nContent-Length: 10\r\n\r\n{}");
        QTest::newRow("503") << Script::answer(503, "");
        QTest::newRow("504") << Script::answer(504, "");
        QTest::newRow("stalls") << Script::stall();
    }
    void sendsChangesOnce()
    {
        QFETCH(Script, script);
        Road road([&script](const SeenRequest &request) { return request.method == "POST" ? script : Script::json("{}"); });
        road.profile.deadlines.idle = 400ms;
        QVERIFY(road.client().get(u"/before"_s)); // a connection that could be used again
        for (const QByteArray &body : {QByteArray("{\"want\": \"access\"}"), QByteArray("")}) {
            const qsizetype before = road.server.seen().size();
            const auto answer = road.client().send(HttpRequest::change("POST", u"/requests"_s, body));
            QVERIFY(!answer);
            QCOMPARE(road.server.seen().size(), before + 1);
            QVERIFY2(!script.bytes.contains("50") ? answer.error().text.contains(u"not known"_s) : true,
                     qPrintable(answer.error().text));
        }
        QVERIFY(road.time.pauses().isEmpty());
    }
    void repeatsAQuestionThatIsPosted()
    {
        Road road(inTurn({Script::answer(502, ""), Script::answer(504, "")}));
        QVERIFY(road.client().send(HttpRequest::ask(u"/graphql"_s, "{\"query\": \"{ me }\"}")));
        QCOMPARE(road.server.seen().size(), 3);
        QCOMPARE(road.server.seen().last().body, "{\"query\": \"{ me }\"}");
    }
    void sendsAChangeAgainThatWasOnlyTooEarly()
    {
        Road road(inTurn({Script::answer(429, "", {{"Retry-After", "1"}})}));
        QVERIFY(road.client().send(HttpRequest::change("POST", u"/requests"_s, "{}")));
        QCOMPARE(road.server.seen().size(), 2);
        QCOMPARE(road.server.seen().last().body, "{}");
    }
    void knowsAVendorsOwnWordForTooMany()
    {
        Road road(inTurn({Script::answer(400, "{\"__type\": \"ThrottlingException\"}")}));
        road.options.isThrottled = [](const HttpAnswer &answer) { return answer.body.contains("ThrottlingException"); };
        QVERIFY(road.client().get(u"/x"_s));
        QCOMPARE(road.time.pauses(), QList<qint64>{500});
    }
    void aServerThatWasThereIsWaitedFor()
    {
        auto server = std::make_unique<ScriptedServer>([](const SeenRequest &) { return Script::json("{}"); });
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.profile.base = server->url();
        QVERIFY(road.client().get(u"/x"_s));
        server.reset();
        QVERIFY(!road.client().get(u"/x"_s));
        QCOMPARE(road.time.pauses().size(), 4);
    }
    void keepsToItsRate()
    {
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.profile.perSecond = 2;
        for (int i = 0; i < 4; ++i)
            QVERIFY(road.client().get(u"/x"_s));
        QCOMPARE(road.time.pauses(), (QList<qint64>{500, 500, 500}));
    }
    void aPauseIsForAllRequests()
    {
        Road road(inTurn({Script::answer(429, "", {{"Retry-After", "9"}})}));
        road.profile.retry.attempts = 1;
        QVERIFY(!road.client().get(u"/x"_s)); // gives up, but what it was told counts for the next
        QVERIFY(road.client().get(u"/y"_s));
        QCOMPARE(road.time.pauses(), QList<qint64>{9000});
    }
};

MESHSCOPE_TEST(TestRetries)
#include "tst_retries.moc"
