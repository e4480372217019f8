#include "tests/http/road.h"
#include "tests/support/testmain.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;
using namespace std::chrono_literals;

/// How long an answer is waited for, and who ends it.
class TestWaits : public QObject {
    Q_OBJECT
private slots:
    void endsAtItsDeadlines_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<int>("idle");
        QTest::addColumn<int>("whole");
        QTest::addColumn<QString>("said");
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
        QTest::newRow("never answers") << Script::stall() << 60 << 600'000 << u"sent nothing for 0.06 s"_s;
        QTest::newRow("stalls in the body")
            << Script{head + "{", Script::Then::Stall, {}, 0} << 60 << 600'000 << u"sent nothing for 0.06 s"_s;
        QTest::newRow("drips for ever") << Script{head + QByteArray(100'000, ' '), Script::Then::Nothing, {}, 5} << 60'000
                                        << 150 << u"was not done within 0.15 s"_s;
    }
    void endsAtItsDeadlines()
    {
        QFETCH(Script, script);
        QFETCH(int, idle);
        QFETCH(int, whole);
        QFETCH(QString, said);
        Road road([&script](const SeenRequest &) { return script; });
        road.profile.deadlines.idle = std::chrono::milliseconds(idle);
        road.profile.deadlines.whole = std::chrono::milliseconds(whole);
        road.profile.retry.attempts = 1;
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().text.contains(said), qPrintable(answer.error().text));
    }
    void aSlowBodyIsNoIdleOne()
    {
        Road road([](const SeenRequest &) {
            Script script = Script::json("{\"a\": 1}");
            script.drip = 1;
            return script;
        });
        road.profile.deadlines.idle = 5s;
        QVERIFY(road.client().get(u"/x"_s));
    }
    void isCancelledWhileItWaits_data()
    {
        QTest::addColumn<Script>("script");
        QTest::newRow("for the answer") << Script::stall();
        QTest::newRow("in the body") << Script{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", Script::Then::Stall, {}, 0};
        QTest::newRow("for the next attempt") << Script::answer(429, "", {{"Retry-After", "300"}});
    }
    void isCancelledWhileItWaits()
    {
        QFETCH(Script, script);
        std::atomic<bool> isCancelled = false;
        Road road([&script](const SeenRequest &) { return script; });
        road.options.cancelled = [&isCancelled] { return isCancelled.load(); };
        road.options.clock = {};
        HttpClient &client = road.client();
        QFuture<Result<HttpAnswer>> answer = QtConcurrent::run([&client] { return client.get(u"/x"_s); });
        QTRY_COMPARE(road.server.seen().size(), 1);
        QVERIFY(!answer.isFinished());
        isCancelled = true;
        QTRY_VERIFY(answer.isFinished()); // long before any deadline
        QCOMPARE(answer.result().error().code, Error::Code::Cancelled);
    }
    void cancellingEndsTheConnection()
    {
        std::atomic<bool> isCancelled = false;
        Road road([&isCancelled](const SeenRequest &) {
            isCancelled = true;
            return Script::stall();
        });
        road.options.cancelled = [&isCancelled] { return isCancelled.load(); };
        QVERIFY(!road.client().get(u"/x"_s));
        QTRY_COMPARE(road.server.gone(), 1);
    }
};

MESHSCOPE_TEST(TestWaits)
#include "tst_waits.moc"
