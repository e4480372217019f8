#include "models/catalogs/httpendpoint.h"

#include "tests/catalogs/fakemarquez.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

void fill(FakeMarquez &f, int datasets)
{
    for (int i = 0; i < datasets; ++i)
        f.addDataset(u"t%1"_s.arg(i, 3, 10, QChar(u'0')));
    f.addJob(u"load"_s, {u"t000"_s}, {u"t001"_s, u"t002"_s});
}

qsizetype countOf(const QStringList &targets, const QString &part)
{
    return targets.filter(part).size();
}

} // namespace

/// A Marquez endpoint from the first page to the last, with a server that does not always behave.
class TestMarquez : public QObject {
    Q_OBJECT
private slots:
    void readsEverythingAndCountsIt()
    {
        FakeMarquez f;
        fill(f, 25);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"dataset"_s), 25);
        QCOMPARE(run.expected.value(u"dataset"_s), 25);
        QCOMPARE(run.got.value(u"job"_s), 1);
        QCOMPARE(run.got.value(u"lineageEdge"_s), 2);
        QCOMPARE(run.got.value(u"version"_s), 25);
        QCOMPARE(run.got.value(u"run"_s), 1);
        QVERIFY(run.issues.isEmpty());
        const MeshPtr mesh = *f.workspace->load();
        QVERIFY(mesh->find(u"mq"_s, Kind::Job, u"db://h/load"_s).isValid());
        QVERIFY(mesh->find(u"mq"_s, Kind::Dataset, u"db://h/t024"_s).isValid());
    }

    void aSecondSyncFindsNothingNewAndAsksForNoHistory()
    {
        FakeMarquez f;
        fill(f, 25);
        f.addJob(u"hourly"_s, {}, {u"t003"_s}, 230);
        const Run first = f.sync();
        QCOMPARE(first.got.value(u"run"_s), 231);
        QCOMPARE(countOf(f.asked(), u"/runs?"_s), 3);
        const Run second = f.sync();
        QVERIFY(second.unchanged);
        QCOMPARE(second.got, first.got);
        QCOMPARE(second.expected, first.expected);
        QCOMPARE(countOf(f.asked(), u"/versions?"_s) + countOf(f.asked(), u"/runs?"_s), 0);
    }

    void withoutANewEventNothingIsReadAgain()
    {
        FakeMarquez f;
        fill(f, 25);
        f.hiddenJobs = 1;
        f.events = 40;
        const Run first = f.sync();
        QVERIFY(first.state == Run::State::Complete);
        const Run second = f.sync();
        QVERIFY(second.unchanged);
        QCOMPARE(f.asked().size(), 3);
        QCOMPARE(second.got, first.got);
        QCOMPARE(second.expected, first.expected);
        QCOMPARE(second.issues, first.issues);
        {
            const QMutexLocker lock(&f.mutex);
            f.addDataset(u"t025"_s);
            f.events = 41;
        }
        QCOMPARE(f.sync().got.value(u"dataset"_s), 26);
        QVERIFY(f.sync().unchanged);
        QCOMPARE(f.asked().size(), 3);
    }

    void aPartialRunIsNothingToRelyOn()
    {
        FakeMarquez f;
        fill(f, 5);
        f.events = 5;
        QVERIFY(f.sync().state == Run::State::Complete);
        f.events = 6;
        f.instead = [](const QString &path, int, int) {
            return path.endsWith(u"/jobs") ? std::optional(Script::answer(403, "{}")) : std::nullopt;
        };
        QVERIFY(f.sync().state == Run::State::Partial);
        f.instead = {};
        QVERIFY(f.sync().state == Run::State::Complete);
        QVERIFY(f.asked().size() > 3);
    }

    void everythingIsReadEachTimeWhereThePersonWantsIt()
    {
        FakeMarquez f;
        fill(f, 5);
        f.events = 5;
        f.config.options.insert(u"full"_s, u"0"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        f.datasets.removeLast();
        QCOMPARE(f.sync().got.value(u"dataset"_s), 4);
        f.config.options.insert(u"full"_s, u"often"_s);
        QVERIFY(f.sync().missing.contains(u"full"_s));
    }

    void anotherOrderIsNoChange()
    {
        FakeMarquez f;
        fill(f, 5);
        QVERIFY(f.sync().state == Run::State::Complete);
        {
            const QMutexLocker lock(&f.mutex);
            QJsonArray outputs = f.jobs[0].value(u"outputs"_s).toArray();
            outputs.append(outputs.takeAt(0));
            f.jobs[0].insert(u"outputs"_s, outputs);
        }
        QVERIFY(f.sync().unchanged);
    }

    void onlyNewRunsAreAskedFor()
    {
        FakeMarquez f;
        f.addJob(u"hourly"_s, {}, {}, 230);
        QCOMPARE(f.sync().got.value(u"run"_s), 230);
        {
            const QMutexLocker lock(&f.mutex);
            QJsonObject run = f.runs[u"hourly"_s].first();
            run.insert(u"id"_s, u"newest"_s);
            run.insert(u"endedAt"_s, u"2026-11-28T10:00:00Z"_s);
            f.runs[u"hourly"_s].prepend(run);
            f.jobs[0].insert(u"latestRun"_s, run);
        }
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(run.got.value(u"run"_s), 231);
        QCOMPARE(countOf(f.asked(), u"/runs?"_s), 1);
    }

    void aListThatShiftsIsReadAgain()
    {
        FakeMarquez f;
        for (int i = 0; i < 60; ++i)
            f.addJob(u"j%1"_s.arg(i), {}, {}, 0);
        std::atomic<int> pages = 0;
        f.instead = [&](const QString &path, int, int offset) -> std::optional<Script> {
            // An event moves the last job to the front between the first page and the second.
            if (path.endsWith(u"/jobs") && offset == 50 && pages++ == 0)
                f.jobs.prepend(f.jobs.takeLast());
            return {};
        };
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"job"_s), 60);
        QCOMPARE(countOf(f.asked(), u"/jobs?limit=50&offset=0"_s), 2);
    }

    void aListThatNeverHoldsStillIsPartialAndRetiresNothing()
    {
        FakeMarquez f;
        for (int i = 0; i < 60; ++i)
            f.addJob(u"j%1"_s.arg(i), {}, {}, 0);
        QVERIFY(f.sync().state == Run::State::Complete);
        f.instead = [&](const QString &path, int, int offset) -> std::optional<Script> {
            if (path.endsWith(u"/jobs") && offset == 50)
                f.jobs.prepend(f.jobs.takeLast());
            return {};
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY(run.missing.contains(u"db://h"));
        QCOMPARE(run.got.value(u"job"_s), 60);
    }

    void whatIsCountedAndNeverListedIsSaid()
    {
        FakeMarquez f;
        fill(f, 3);
        f.hiddenJobs = 2;
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(run.issues.size(), 1);
        QCOMPARE(run.issues[0].severity, Issue::Severity::Note);
        QVERIFY(run.issues[0].text.contains(u'2'));
    }

    void thingsListedTwiceAreOne()
    {
        FakeMarquez f;
        fill(f, 12);
        f.datasets.append(f.datasets.first());
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(run.got.value(u"dataset"_s), 12);
        QVERIFY(run.issues[0].text.contains(u"more than once"));
    }

    void aSourceTheServerFailsOverIsLeftOut()
    {
        FakeMarquez f;
        fill(f, 3);
        for (int i = 0; i < 9; ++i)
            f.sources.append({{u"name"_s, u"s%1"_s.arg(i)}, {u"connectionUrl"_s, u"db://s%1"_s.arg(i)}});
        f.instead = [](const QString &path, int limit, int offset) -> std::optional<Script> {
            if (path == u"/sources" && offset <= 4 && offset + limit > 4)
                return Script::answer(500, "{\"code\":500,\"message\":\"There was an error\"}");
            return {};
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(run.got.value(u"source"_s), 8);
        QCOMPARE(run.issues.size(), 1);
        QCOMPARE(run.issues[0].severity, Issue::Severity::Warning);
    }

    void aKindThatFailsCostsThatKindAlone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        for (const char *path : {"/jobs", "/datasets", "/versions"}) {
            QTest::addRow("500 %s", path) << QString::fromLatin1(path) << 500 << QByteArray("{\"message\":\"broken\"}");
            QTest::addRow("403 %s", path) << QString::fromLatin1(path) << 403 << QByteArray("{\"message\":\"not you\"}");
            QTest::addRow("half %s", path) << QString::fromLatin1(path) << 200 << QByteArray("{\"jobs\":[{\"name\":\"x");
            QTest::addRow("page %s", path)
                << QString::fromLatin1(path) << 200 << QByteArray("<!doctype html><title>Log in</title>");
            QTest::addRow("other %s", path) << QString::fromLatin1(path) << 200 << QByteArray("{\"jobs\":\"none\"}");
        }
    }
    void aKindThatFailsCostsThatKindAlone()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        FakeMarquez f;
        fill(f, 12);
        const Run first = f.sync();
        QVERIFY2(first.state == Run::State::Complete, qUtf8Printable(first.missing));
        {
            const QMutexLocker lock(&f.mutex);
            for (QJsonObject &dataset : f.datasets) // so that there is a reason to ask
                dataset.insert(u"currentVersion"_s, u"v2"_s);
        }
        f.instead = [=](const QString &asked, int, int) -> std::optional<Script> {
            return asked.endsWith(path) ? std::optional(Script::answer(status, body)) : std::nullopt;
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY(!run.missing.isEmpty());
        const MeshPtr mesh = *f.workspace->load(); // what was there stays
        QCOMPARE(mesh->nodes(Kind::Dataset).size(), size_t(12));
        QCOMPARE(mesh->nodes(Kind::Job).size(), size_t(1));
        QCOMPARE(run.got.value(u"lineageEdge"_s), 2);
    }

    void whatNobodyMaySeeIsNotToldOfOneByOne()
    {
        FakeMarquez f;
        fill(f, 230);
        f.instead = [](const QString &path, int, int) -> std::optional<Script> {
            return path.endsWith(u"/versions") ? std::optional(Script::answer(403, "{}")) : std::nullopt;
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QCOMPARE(run.issues.size(), 7); // five, the rest of them, and those not asked for
        QVERIFY(run.issues[5].text.contains(u"195"));
        QVERIFY(run.issues[6].text.contains(u"30"));
        QCOMPARE(countOf(f.asked(), u"/versions?"_s), 200);
        QCOMPARE(run.got.value(u"run"_s), 1);
    }

    void oneHalfAnswerIsAskedForAgain()
    {
        FakeMarquez f;
        fill(f, 3);
        std::atomic<int> asked = 0;
        f.instead = [&](const QString &path, int, int) -> std::optional<Script> {
            return path.endsWith(u"/datasets") && asked++ == 0 ? std::optional(Script::json("{\"datasets\":[{"))
                                                               : std::nullopt;
        };
        QCOMPARE(f.sync().state, Run::State::Complete);
    }

    void anotherServerIsSaidToBeNone()
    {
        FakeMarquez f;
        f.instead = [](const QString &, int, int) { return std::optional(Script::json("{\"ok\":true}")); };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY(run.missing.contains(u"no Marquez"));
    }

    void stopsWhenItIsCancelled()
    {
        FakeMarquez f;
        fill(f, 50);
        std::atomic<bool> isCancelled = false;
        f.instead = [&](const QString &path, int, int offset) -> std::optional<Script> {
            if (!path.endsWith(u"/datasets") || offset < 20)
                return {};
            isCancelled = true;
            return Script::stall();
        };
        Progress progress;
        progress.cancelled = [&] { return isCancelled.load(); };
        const Run run = f.sync(progress);
        QCOMPARE(run.state, Run::State::Cancelled);
        QCOMPARE((*f.workspace->load())->nodes(Kind::Dataset).size(), size_t(0));
    }

    void numbersKeepTheirPrecision()
    {
        FakeMarquez f;
        f.instead = [](const QString &path, int, int) -> std::optional<Script> {
            if (!path.endsWith(u"/datasets"))
                return {};
            return Script::json("{\"totalCount\":1,\"datasets\":[{\"namespace\":\"db://h\",\"name\":\"t\",\"fields\":null,"
                                "\"tags\":null,\"columnLineage\":null,"
                                "\"facets\":{\"dataQualityMetrics\":{\"rowCount\":9007199254740993}}}]}");
        };
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        const MeshPtr mesh = *f.workspace->load();
        const NodeId node = mesh->find(u"mq"_s, Kind::Dataset, u"db://h/t"_s);
        QVERIFY(node.isValid());
        QCOMPARE(mesh->dataset(node).rowCount, std::optional<qint64>(9007199254740993));
    }

    void namesOfAllKindsAreAskedForAsTheyAre()
    {
        FakeMarquez f;
        const QString name = u"a/b c%2F?#.“ü”"_s;
        f.addDataset(name);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"version"_s), 0); // the fake finds names by their last part
        QVERIFY(!f.asked().filter(QString::fromLatin1(QUrl::toPercentEncoding(name))).isEmpty());
    }

    void theProbeIsAListOfWhatWorks()
    {
        FakeMarquez f;
        fill(f, 3);
        const auto connector = makeConnector(f.config);
        QVERIFY(connector);
        const Connector::Probe probe = (*connector)->probe();
        QCOMPARE(probe.product, u"Marquez"_s);
        QVERIFY(probe.checks.size() >= 9);
        for (const Connector::Check &check : probe.checks)
            QVERIFY2(check.ok, qUtf8Printable(check.what + check.text));
        f.instead = [](const QString &path, int, int) -> std::optional<Script> {
            return path.endsWith(u"/jobs") ? std::optional(Script::answer(403, "{}")) : std::nullopt;
        };
        const Connector::Probe denied = (*connector)->probe();
        const auto failed = std::count_if(denied.checks.begin(), denied.checks.end(), [](const auto &c) { return !c.ok; });
        QCOMPARE(failed, 1);
    }

    void aLoginThatIsRefusedEndsTheProbe()
    {
        FakeMarquez f;
        f.instead = [](const QString &, int, int) { return std::optional(Script::answer(401, "{}")); };
        const Connector::Probe probe = (*makeConnector(f.config))->probe();
        QVERIFY(!probe.checks.last().ok);
        QCOMPARE(probe.checks.size(), 4);
    }

    void signsInWithASecretThatIsNowhereElse()
    {
        FakeMarquez f;
        fill(f, 3);
        const QByteArray secret = "s3cr3t-t0k3n-of-nobody";
        const auto added = addEndpoint(
            *f.workspace, {u"signed"_s, u"marquez"_s, f.server.url().toString(), {{u"auth"_s, u"bearer"_s}}}, secret);
        QVERIFY2(added, added ? "" : qUtf8Printable(added.error().text));
        QCOMPARE(syncEndpoint(*f.workspace, *added, {})->state, Run::State::Complete);
        QCOMPARE(f.server.seen().last().header("authorization"), "Bearer " + secret);
        for (const QString &name : QDir(f.dir.path()).entryList(QDir::Files)) {
            QFile file(f.dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret), qUtf8Printable(name));
        }
        QVERIFY(dropEndpoint(*f.workspace, u"signed"_s, false));
        QVERIFY(!secretsOf(*added, {})->read(u"signed/token"_s));
        const Result<Run> gone = syncEndpoint(*f.workspace, f.config, {});
        QCOMPARE(gone->state, Run::State::Complete);
        QVERIFY(f.server.seen().last().header("authorization").isEmpty());
    }

    void whoSignsInIsSaidInTheWordsOfTheCommandLine()
    {
        const QList<EndpointKind> kinds = endpointKinds();
        const EndpointKind &kind =
            *std::find_if(kinds.begin(), kinds.end(), [](const auto &k) { return k.kind == u"marquez"; });
        EndpointConfig config{u"x"_s, u"marquez"_s, u"http://h"_s, {}};
        QCOMPARE(signIn(config, kind, {u"basic"_s, {}, {}, {}, {}}).error().code, Error::Code::Usage);
        QCOMPARE(signIn(config, kind, {u"mtls"_s, {}, {}, {}, {}}).error().code, Error::Code::Usage);
        QCOMPARE(signIn(config, kind, {u"sigv4"_s, {}, {}, {}, {}}).error().code, Error::Code::Usage);
        QVERIFY(config.options.isEmpty());
        QVERIFY(signIn(config, kind, {u"apikey"_s, {}, {}, {}, u"AB"_s}));
        QCOMPARE(config.options.value(u"auth"_s), u"key"_s);
        QCOMPARE(config.options.value(u"tls.pin"_s), u"AB"_s);
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("secret");
        const QString server = u"http://127.0.0.1:1"_s;
        QTest::newRow("no scheme") << u"marquez:5000"_s << QString() << QByteArray();
        QTest::newRow("file") << u"/tmp"_s << QString() << QByteArray();
        QTest::newRow("password") << u"http://me:pw@h"_s << QString() << QByteArray();
        QTest::newRow("auth") << server << u"auth=sigv4"_s << QByteArray();
        QTest::newRow("no secret") << server << u"auth=bearer"_s << QByteArray();
        QTest::newRow("no certificate") << server << u"auth=mtls"_s << QByteArray();
        QTest::newRow("secret for nothing") << server << QString() << QByteArray("x");
        QTest::newRow("proxy") << server << u"proxy=ftp://x"_s << QByteArray();
        QTest::newRow("pace") << server << u"http.parallel=0"_s << QByteArray();
        QTest::newRow("domain") << server << u"domain=planet"_s << QByteArray();
        QTest::newRow("unknown") << server << u"colour=red"_s << QByteArray();
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QString, location);
        QFETCH(QString, option);
        QFETCH(QByteArray, secret);
        FakeMarquez f;
        EndpointConfig config{u"x"_s, u"marquez"_s, location, {}};
        if (!option.isEmpty())
            config.options.insert(option.section(u'=', 0, 0), option.section(u'=', 1));
        const auto added = addEndpoint(*f.workspace, config, secret);
        QVERIFY(!added);
        QCOMPARE(added.error().code, Error::Code::Usage);
        QVERIFY(!added.error().text.contains(u"pw"));
        QCOMPARE(f.workspace->endpoints().size(), 1);
    }
};

MESHSCOPE_TEST(TestMarquez)
#include "tst_marquez.moc"
