#include "models/catalogs/connectiontest.h"
#include "models/catalogs/http/certificate.h"
#include "models/catalogs/http/requestlog.h"
#include "models/catalogs/recognise.h"
#include "models/catalogs/signatures.h"
#include "models/catalogs/sync/runwatch.h"
#include "models/catalogs/sync/schedule.h"

#include "tests/catalogs/fakemarquez.h"
#include "tests/support/testmain.h"

#include <QtTest>

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);

Run ended(Run::State state, const QDateTime &at)
{
    Run run;
    run.state = state;
    run.started = at.addSecs(-10);
    run.ended = at;
    return run;
}

} // namespace

/// When endpoints are read by themselves, what a run tells while it goes, and what an address is found to be.
class TestSchedule : public QObject {
    Q_OBJECT
private slots:
    void anIllServerIsAskedLessAndLessOften()
    {
        StoredEndpoint endpoint;
        endpoint.interval = u"PT1H"_s;
        const auto next = [&](const QList<Run> &runs) { return nextRun(endpoint, runs, noon); };
        QCOMPARE(*next({}).at, noon); // never read: at once
        QCOMPARE(*next({ended(Run::State::Complete, noon)}).at, noon.addSecs(3600));
        QCOMPARE(*next({ended(Run::State::Partial, noon)}).at, noon.addSecs(3600));
        const Run failed = ended(Run::State::Failed, noon);
        QCOMPARE(*next({failed}).at, noon.addSecs(2 * 3600));
        QCOMPARE(*next({failed, failed}).at, noon.addSecs(4 * 3600));
        QCOMPARE(next({failed, failed, ended(Run::State::Complete, noon), failed}).failures, 2);
        QCOMPARE(*next(QList<Run>(20, failed)).at, noon.addSecs(86400)); // once a day, whatever happens
        QCOMPARE(*next({ended(Run::State::Complete, noon.addDays(3))}).at, noon.addSecs(3600)); // the clock was set back
        Run running;
        QCOMPARE(*next({running, failed}).at, noon.addSecs(2 * 3600));
        endpoint.isPaused = true;
        QVERIFY(!next({}).at);
        endpoint.isPaused = false;
        endpoint.interval.clear();
        QVERIFY(!next({}).at);
    }

    void theTimeLeftIsEstimatedByWhatIsKnown()
    {
        QVERIFY(!timeLeft({500, 5, 10, {}, {}, 0})); // too soon to tell
        QCOMPARE(*timeLeft({10'000, 25, 100, {}, {}, 0}), qint64(30'000));
        QCOMPARE(*timeLeft({10'000, 0, 0, {{u"dataset"_s, 50}}, {{u"dataset"_s, 100}}, 0}), qint64(10'000));
        QCOMPARE(*timeLeft({10'000, 0, 0, {{u"dataset"_s, 900}}, {{u"dataset"_s, 100}}, 0}), qint64(0)); // it grew
        QCOMPARE(*timeLeft({10'000, 0, 0, {}, {{u"dataset"_s, 100}}, 15'000}), qint64(5'000));
        QVERIFY(!timeLeft({10'000, 0, 0, {}, {}, 0}));
    }
    /// The end of one list says nothing about those that follow.
    void theTimeLeftOfOneListIsNotThatOfTheRun()
    {
        QVERIFY(!timeLeft({10'000, 100, 100, {{u"dataset"_s, 100}}, {}, 0, true}));
        QVERIFY(!timeLeft({10'000, 1, 100, {}, {}, 0, true}));
        QCOMPARE(*timeLeft({10'000, 100, 100, {{u"dataset"_s, 50}}, {{u"dataset"_s, 50}, {u"job"_s, 150}}, 0, true}),
                 qint64(30'000));
        QCOMPARE(*timeLeft({10'000, 100, 100, {}, {{u"dataset"_s, 100}}, 15'000, true}), qint64(5'000));
    }

    void aRunTellsWhatItHasAndKeepsWhatItAsked()
    {
        FakeMarquez f;
        for (int i = 0; i < 25; ++i)
            f.addDataset(u"d%1"_s.arg(i));
        RunWatch watch;
        const Result<Run> run = syncEndpoint(*f.workspace, f.config, watch);
        QVERIFY(run);
        QCOMPARE(run->state, Run::State::Complete);
        const RunWatch::State state = watch.state();
        QCOMPARE(state.got.value(u"dataset"_s), qint64(50)); // in the list, and with the versions
        QCOMPARE(state.requests, qint64(f.server.seen().size()));
        const Traffic traffic = f.workspace->traffic(f.config.name, run->id);
        QCOMPARE(traffic.requests, qint64(f.server.seen().size()));
        QCOMPARE(traffic.lines.size(), f.server.seen().size());
        QCOMPARE(traffic.lines.last().status, 200);
        QVERIFY(traffic.lines.first().address.startsWith(f.server.url().toString()));
    }

    void aRunIsStoppedByItsWatch()
    {
        FakeMarquez f;
        f.addDataset(u"d"_s);
        RunWatch watch;
        f.instead = [&](const QString &path, int, int) -> std::optional<Script> {
            if (path.endsWith(u"/datasets")) {
                watch.cancel();
                return Script::stall();
            }
            return {};
        };
        QElapsedTimer clock;
        clock.start();
        const Result<Run> run = syncEndpoint(*f.workspace, f.config, watch);
        QVERIFY(run);
        QCOMPARE(run->state, Run::State::Cancelled);
        QVERIFY(f.workspace->traffic(f.config.name, run->id).requests > 0); // what it asked until then
    }

    void aConnectionIsTestedBeforeAnythingIsKept()
    {
        FakeMarquez f;
        EndpointConfig config{{}, u"marquez"_s, f.server.url().toString(), {{u"auth"_s, u"bearer"_s}}};
        QStringList lines;
        ConnectorTools tools;
        tools.log = std::make_shared<RequestLog>(2, [&](const LoggedRequest &request) { lines.append(request.line()); });
        const Result<Connector::Probe> probe = testConnection(config, "s3cret-word", tools);
        QVERIFY2(probe, probe ? "" : qPrintable(probe.error().text));
        QVERIFY(probe->checks.size() >= 5);
        for (const Connector::Check &check : probe->checks)
            QVERIFY2(check.ok, qPrintable(check.what + u": "_s + check.text));
        QCOMPARE(f.server.seen().last().header("Authorization"), QByteArray("Bearer s3cret-word"));
        QVERIFY(!lines.isEmpty());
        QVERIFY(!lines.join(u' ').contains(u"s3cret-word"));
        QVERIFY(!keptSecret({u"new"_s, u"marquez"_s, config.location, config.options}));
    }

    void aTestEndsWhenItIsStopped()
    {
        ScriptedServer silent([](const SeenRequest &) { return Script::stall(); });
        std::atomic<bool> isCancelled = false;
        ConnectorTools tools;
        tools.cancelled = [&] { return isCancelled.load(); };
        QTimer::singleShot(100, [&] { isCancelled = true; });
        std::atomic<bool> isDone = false;
        std::unique_ptr<QThread> thread(QThread::create([&] {
            const auto probe = testConnection({{}, u"marquez"_s, silent.url().toString(), {}}, {}, tools);
            isDone = probe && !probe->checks.last().ok;
        }));
        thread->start();
        QTRY_VERIFY(thread->isFinished());
        QVERIFY(isDone);
    }

    void anAddressIsRecognised_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("location"); // below the server
        const auto row = [](const char *kind, const char *path, const char *body, const char *version,
                            const char *location) {
            QTest::newRow(kind) << QByteArray(path) << QByteArray(body) << QString::fromLatin1(kind)
                                << QString::fromLatin1(version) << QString::fromLatin1(location);
        };
        row("openmetadata", "/api/v1/system/version", "{\"version\":\"1.6.1\",\"revision\":\"abc\",\"timestamp\":1}",
            "1.6.1", "");
        row("datahub", "/config",
            "{\"models\":{},\"versions\":{\"acryldata/datahub\":{\"version\":\"v1.2.0\"}},\"noCode\":\"true\"}", "v1.2.0",
            "");
        row("marquez", "/api/v1/namespaces", "{\"namespaces\":[],\"totalCount\":0}", "", "");
        row("unity", "/api/2.1/unity-catalog/catalogs", "{\"catalogs\":[]}", "", "");
        row("trino", "/v1/info", "{\"nodeVersion\":{\"version\":\"476\"},\"environment\":\"x\",\"coordinator\":true}", "476",
            "");
        row("iceberg", "/iceberg/v1/config", "{\"defaults\":{},\"overrides\":{}}", "", "/iceberg");
        row("opendatamesh", "/api/v2/pp/registry/products", "{\"content\":[],\"totalElements\":0}", "", "");
        row("ckan", "/api/3/action/status_show", "{\"success\":true,\"result\":{\"ckan_version\":\"2.12.0\"}}", "2.12.0",
            "");
        row("dcat", "/some/page", "{\"@context\":\"https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld\"}", "",
            "/some/page");
    }
    void anAddressIsRecognised()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, kind);
        QFETCH(QString, version);
        QFETCH(QString, location);
        ScriptedServer server([&](const SeenRequest &request) {
            return request.target.split('?').first() == path
                       ? Script::json(body)
                       : Script::answer(404, "<html>not here</html>", {{"Content-Type", "text/html"}});
        });
        const Result<QList<Recognised>> found = recognise(server.url(u"/some/page"_s).toString());
        QVERIFY2(found, found ? "" : qPrintable(found.error().text));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().kind, kind);
        QCOMPARE(found->first().version, version);
        QCOMPARE(found->first().location, server.url().toString(QUrl::StripTrailingSlash) + location);
        for (const SeenRequest &request : server.seen()) {
            QVERIFY(request.header("Authorization").isEmpty());
            QVERIFY(request.header("Cookie").isEmpty());
            QCOMPARE(request.method, QByteArray("GET"));
        }
    }

    void whatIsNoCatalogIsNotTakenForOne()
    {
        ScriptedServer server([](const SeenRequest &) {
            return Script::answer(200, "<html>welcome</html>", {{"Content-Type", "text/html"}});
        });
        const Result<QList<Recognised>> found = recognise(server.url().toString());
        QVERIFY(found);
        QVERIFY(found->isEmpty());
        ScriptedServer gate([](const SeenRequest &) {
            return Script::answer(401, "{}", {{"Content-Type", "application/json"}});
        });
        QVERIFY(recognise(gate.url().toString())->isEmpty());
    }

    void aKeyThatIsMissingLooksLikeEntropyOnlyWhereNothingIsSurer()
    {
        ScriptedServer server([](const SeenRequest &request) {
            if (request.target.startsWith("/v1/info"))
                return Script::json("{\"nodeVersion\":{\"version\":\"476-e.1\"}}");
            return Script::answer(403, "{\"title\":\"Forbidden\",\"status\":403}",
                                  {{"Content-Type", "application/problem+json"}});
        });
        const Result<QList<Recognised>> found = recognise(server.url().toString());
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().product, u"Starburst"_s);
    }

    void nobodyThereIsSaid()
    {
        const Result<QList<Recognised>> found = recognise(u"http://127.0.0.1:9/"_s);
        QVERIFY(!found);
        QVERIFY(!found.error().text.isEmpty());
        QVERIFY(!recognise(u"http://"_s));
    }

    void aCloudsOwnAddressNeedsNoQuestion()
    {
        const auto kindOf = [](const QString &url) { return recognisedByAddress(QUrl(url)).value_or(Recognised()).kind; };
        QCOMPARE(kindOf(u"https://glue.eu-west-1.amazonaws.com/"_s), u"glue"_s);
        QCOMPARE(recognisedByAddress(QUrl(u"https://datazone.us-east-1.amazonaws.com"_s))->options.value(u"aws.region"_s),
                 u"us-east-1"_s);
        QCOMPARE(kindOf(u"postgresql://db.example:5432/shop"_s), u"postgresql"_s);
        QCOMPARE(kindOf(u"https://adb-1.2.azuredatabricks.net"_s), u"unity"_s);
        QCOMPARE(kindOf(u"https://glue.example.com"_s), QString());
    }
};

MESHSCOPE_TEST(TestSchedule)
#include "tst_schedule.moc"
