#include "tests/http/road.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;
using namespace std::chrono_literals;

/// Where a request goes: names of all kinds in an address, and addresses that are none.
class TestTargets : public QObject {
    Q_OBJECT
private slots:
    void sendsNamesAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("slash") << u"a/b"_s << QByteArray("/api/t/a%2Fb");
        QTest::newRow("quotes and dots") << u"sample.\"dim.x\""_s << QByteArray("/api/t/sample.%22dim.x%22");
        QTest::newRow("unit separator") << u"a\u001fb"_s << QByteArray("/api/t/a%1Fb");
        QTest::newRow("percent") << u"100%25"_s << QByteArray("/api/t/100%2525");
        QTest::newRow("plus and query") << u"a+b?c#d"_s << QByteArray("/api/t/a%2Bb%3Fc%23d");
        QTest::newRow("umlaut") << u"für"_s << QByteArray("/api/t/f%C3%BCr");
        QTest::newRow("three dots") << u"..."_s << QByteArray("/api/t/...");
        QTest::newRow("empty segment") << u""_s << QByteArray("/api/t/");
    }
    void sendsNamesAsTheyAre()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, target);
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        QVERIFY(road.client().get(u"/t/"_s + pathSegment(name)));
        QCOMPARE(road.server.seen().first().target, target);
    }
    void refusesNamesAnAddressCannotHold_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("up") << u"/t/../x"_s;
        QTest::newRow("here") << u"/t/."_s;
        QTest::newRow("broken") << u"/t/a b"_s;
        QTest::newRow("with a password") << u"http://me:secret@127.0.0.1/"_s;
        QTest::newRow("no host") << u"http:///x"_s;
    }
    void refusesNamesAnAddressCannotHold()
    {
        QFETCH(QString, target);
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        const auto answer = road.client().get(target);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Usage);
        QVERIFY(!answer.error().where.contains(u"secret"_s));
        QCOMPARE(road.server.seen().size(), 0);
    }
    void sendsEscapedDots_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<bool>("isAnswer");
        const QByteArray head = "HTTP/1.1 200 OK\r\n";
        const QByteArray body = "{\"a\": 1}";
        QTest::newRow("length") << Script::close(head + "Content-Length: 8\r\n\r\n" + body) << true;
        QTest::newRow("until the end") << Script::close(head + "\r\n" + body) << true;
        QTest::newRow("chunks") << Script::close(
                                       head + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\n{\"a\r\n5\r\n\": 1}\r\n0\r\n\r\n")
                                << true;
        const QByteArray small = packed(body, Packing::Gzip);
        QTest::newRow("packed") << Script::close(head + "Content-Encoding: gzip\r\n\r\n" + small) << true;
        QTest::newRow("half packed") << Script::close(head + "Content-Encoding: gzip\r\n\r\n" + small.left(15)) << false;
        QTest::newRow("too short") << Script::close(head + "Content-Length: 9\r\n\r\n" + body) << false;
        QTest::newRow("no last chunk") << Script::close(head + "Transfer-Encoding: chunked\r\n\r\n8\r\n" + body + "\r\n")
                                       << false;
        QTest::newRow("odd chunk") << Script::close(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + body) << false;
        QTest::newRow("nothing") << Script::close() << false;
        QTest::newRow("not HTTP") << Script::close("SSH-2.0\r\n\r\n") << false;
        QTest::newRow("stalls") << Script::stall() << false;
        QTest::newRow("never ends") << Script{head + "\r\n", Script::Then::Repeat, QByteArray(65'536, ' '), 0} << false;
    }
    /// Iceberg catalogs may separate the parts of a namespace by “%2E”, and take “.” for a part of a name.
    void sendsEscapedDots()
    {
        QFETCH(Script, script);
        QFETCH(bool, isAnswer);
        Road road([&script](const SeenRequest &) { return script; });
        road.options.auth = bearerAuth("secret");
        road.profile.retry.attempts = 1;
        road.profile.limit = 1'000'000;
        road.profile.deadlines.idle = isAnswer ? 60s : 1s;
        const auto answer = road.client().get(u"/namespaces/a%2Eb/tables?pageToken=x%2Ey"_s);
        QCOMPARE(answer.has_value(), isAnswer);
        const SeenRequest seen = road.server.seen().first();
        QCOMPARE(seen.target, "/api/namespaces/a%2Eb/tables?pageToken=x%2Ey");
        QCOMPARE(seen.header("authorization"), "Bearer secret");
        QCOMPARE(seen.header("host"), "127.0.0.1:" + QByteArray::number(road.server.port()));
        if (isAnswer)
            QCOMPARE(answer->body, "{\"a\": 1}");
        else
            QVERIFY2(answer.error().text.contains(u"127.0.0.1"_s), qPrintable(answer.error().text));
    }
    void changesNothingAtAnEscapedDot()
    {
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        QVERIFY(!road.client().send(HttpRequest::change("POST", u"/t/a%2Eb"_s, "{}")));
        QCOMPARE(road.server.seen().size(), 0);
    }
    void refusesAddressesThatAreNone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("none") << u""_s;
        QTest::newRow("file") << u"file:///etc"_s;
        QTest::newRow("bare") << u"catalog.example"_s;
        QTest::newRow("with a password") << u"https://me:secret@catalog.example"_s;
    }
    void refusesAddressesThatAreNone()
    {
        QFETCH(QString, address);
        HttpProfile profile;
        profile.endpoint = u"shop"_s;
        profile.base = QUrl(address);
        const auto client = HttpClient::open(profile, {});
        QVERIFY(!client);
        QCOMPARE(client.error().code, Error::Code::Usage);
        QVERIFY(!client.error().text.contains(u"secret"_s));
    }
};

MESHSCOPE_TEST(TestTargets)
#include "tst_targets.moc"
