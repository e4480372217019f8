#include "tests/http/road.h"
#include "tests/support/testmain.h"

#include <QJsonObject>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;
using namespace std::chrono_literals;

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
    void asksForAtMostFourAtOnce()
    {
        Road road([](const SeenRequest &request) { return Script::json('"' + request.target + '"'); });
        QList<HttpRequest> requests;
        for (int i = 0; i < 20; ++i)
            requests.append(HttpRequest::get(u"/%1"_s.arg(i)));
        road.server.holdUntil(4);
        QByteArrayList read;
        const auto done =
            road.client().each(requests, [&read](qsizetype index, const Result<HttpAnswer> &answer) -> Result<void> {
                if (!answer)
                    return Failure(answer.error());
                if (answer->body != "\"/api/" + QByteArray::number(index) + '"')
                    return fail(Error::Code::Failed, u"out of order"_s);
                read.append(answer->body);
                return {};
            });
        QVERIFY(done);
        QCOMPARE(read.size(), 20);
        QCOMPARE(road.server.mostAtOnce(), 4);
    }
    void stopsTheOthersWhenReadingFails()
    {
        Road road(
            [](const SeenRequest &request) { return request.target == "/api/0" ? Script::json("{}") : Script::stall(); });
        QList<HttpRequest> requests;
        for (int i = 0; i < 20; ++i)
            requests.append(HttpRequest::get(u"/%1"_s.arg(i)));
        const auto done = road.client().each(requests, [](qsizetype, const Result<HttpAnswer> &) {
            return Result<void>(fail(Error::Code::Full, u"disk"_s));
        });
        QVERIFY(!done);
        QCOMPARE(done.error().code, Error::Code::Full);
        QVERIFY(road.server.seen().size() <= 4);
    }
    void readsPageAfterPage()
    {
        Road road([](const SeenRequest &request) {
            const int page = request.target.mid(request.target.indexOf('=') + 1).toInt();
            if (page == 3)
                return Script::json("[3]");
            return Script::answer(
                200, '[' + QByteArray::number(page) + ']',
                {{"Link", "<?page=0>; rel=\"prev\", <?page=" + QByteArray::number(page + 1) + ">; rel=\"next\""}});
        });
        QByteArray all;
        qsizetype askedWhenRead = 0;
        const auto pages =
            road.client().eachPage(HttpRequest::get(u"/list"_s, {{u"page"_s, u"1"_s}}),
                                   [&](const HttpAnswer &answer) -> Result<std::optional<HttpRequest>> {
                                       all += answer.body;
                                       askedWhenRead = std::max(askedWhenRead, road.server.seen().size() - all.count(']'));
                                       const auto next = answer.nextLink();
                                       return next ? std::optional(HttpRequest::get(*next)) : std::nullopt;
                                   });
        QVERIFY2(pages, pages ? "" : qPrintable(pages.error().text));
        QCOMPARE(*pages, 3);
        QCOMPARE(all, "[1][2][3]");
        QCOMPARE(askedWhenRead, 0); // none is asked for before the one before it was read
    }
    void stopsAtAnEndlessCursor()
    {
        Road road([](const SeenRequest &) { return Script::json("{\"next\": \"/list?after=b\"}"); });
        const auto pages = road.client().eachPage(
            HttpRequest::get(u"/list"_s), [](const HttpAnswer &answer) -> Result<std::optional<HttpRequest>> {
                return std::optional(HttpRequest::get(answer.json()->object().value(u"next"_s).toString()));
            });
        QVERIFY(!pages);
        QVERIFY2(pages.error().text.contains(u"circle"_s), qPrintable(pages.error().text));
        QCOMPARE(road.server.seen().size(), 2);
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

MESHSCOPE_TEST(TestExchange)
#include "tst_exchange.moc"
