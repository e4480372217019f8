#include "tests/catalogs/fakemarquez.h"
#include "tests/support/testmain.h"

#include <atomic>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

/// A Marquez endpoint from the first page to the last, with a server that does not always behave.
class TestMarquez : public QObject {
    Q_OBJECT
private slots:
    void readsEverythingAndCountsIt()
    {
        FakeMarquez f;
        f.fill(25);
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
        QCOMPARE(f.asked().filter(u"/jobs?limit=50&offset=0"_s).size(), 2);
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
        f.fill(3);
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
        f.fill(12);
        f.datasets.append(f.datasets.first());
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(run.got.value(u"dataset"_s), 12);
        QVERIFY(run.issues[0].text.contains(u"more than once"));
    }

    void aSourceTheServerFailsOverIsLeftOut()
    {
        FakeMarquez f;
        f.fill(3);
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
        f.fill(12);
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
        f.fill(230);
        f.instead = [](const QString &path, int, int) -> std::optional<Script> {
            return path.endsWith(u"/versions") ? std::optional(Script::answer(403, "{}")) : std::nullopt;
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QCOMPARE(run.issues.size(), 3); // five in one sentence, the rest of them, and those not asked for
        QVERIFY2(run.issues[0].text.contains(u"2 more"), qUtf8Printable(run.issues[0].text));
        QVERIFY(run.issues[1].text.contains(u"195"));
        QVERIFY(run.issues[2].text.contains(u"30"));
        QCOMPARE(f.asked().filter(u"/versions?"_s).size(), 200);
        QCOMPARE(run.got.value(u"run"_s), 1);
    }

    void oneHalfAnswerIsAskedForAgain()
    {
        FakeMarquez f;
        f.fill(3);
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
        f.fill(50);
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
};

MESHSCOPE_TEST(TestMarquez)
#include "tst_marquez.moc"
