#include "tests/catalogs/fakemarquez.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

/// A Marquez endpoint that was read before: what is asked for again.
class TestMarquezAgain : public QObject {
    Q_OBJECT
private slots:
    void aSecondSyncFindsNothingNewAndAsksForNoHistory()
    {
        FakeMarquez f;
        f.fill(25);
        f.addJob(u"hourly"_s, {}, {u"t003"_s}, 230);
        const Run first = f.sync();
        QCOMPARE(first.got.value(u"run"_s), 231);
        QCOMPARE(f.asked().filter(u"/runs?"_s).size(), 3);
        const Run second = f.sync();
        QVERIFY(second.unchanged);
        QCOMPARE(second.got, first.got);
        QCOMPARE(second.expected, first.expected);
        QCOMPARE(f.asked().filter(u"/versions?"_s).size() + f.asked().filter(u"/runs?"_s).size(), 0);
    }

    void withoutANewEventNothingIsReadAgain()
    {
        FakeMarquez f;
        f.fill(25);
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
        f.fill(5);
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
        f.fill(5);
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
        f.fill(5);
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
        QCOMPARE(f.asked().filter(u"/runs?"_s).size(), 1);
    }
};

MESHSCOPE_TEST(TestMarquezAgain)
#include "tst_marquezagain.moc"
