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

    /// What comes as nothing once is out of date until it comes again, though it says then what it said before.
    void whatComesAgainAsItWasIsNoLongerStale()
    {
        FakeMarquez f;
        f.fill(3);
        const auto stale = [&] {
            const MeshPtr mesh = *f.workspace->load();
            const std::span<const NodeId> nodes = mesh->nodes(Kind::Dataset);
            return std::count_if(nodes.begin(), nodes.end(), [&](NodeId node) {
                const QList<Property> all = mesh->dataset(node).properties;
                return std::any_of(all.cbegin(), all.cend(),
                                   [](const Property &p) { return p.name == u"meshscope:staleSince"; });
            });
        };
        QCOMPARE(f.sync().state, Run::State::Complete);
        QCOMPARE(stale(), 0);
        f.instead = [](const QString &path, int, int) {
            return path.endsWith(u"/datasets") ? std::optional(Script::answer(200, "{\"data")) : std::nullopt;
        };
        QCOMPARE(f.sync().state, Run::State::Partial);
        QCOMPARE(stale(), 3);
        f.instead = {};
        QCOMPARE(f.sync().state, Run::State::Complete);
        QCOMPARE(stale(), 0);
    }

    /// A newer server that tells a field otherwise does so for ever: at first it may be a fault.
    void aFieldOfAnotherFormIsBelievedTheSecondTime()
    {
        FakeMarquez f;
        f.fill(3);
        const Run first = f.sync();
        QCOMPARE(first.state, Run::State::Complete);
        const auto set = [&](qsizetype index, const QString &field, const QJsonValue &value) {
            const QMutexLocker lock(&f.mutex);
            f.datasets[index].insert(field, value);
        };
        const auto warnings = [](const Run &run) {
            return std::count_if(run.issues.cbegin(), run.issues.cend(), [](const Issue &issue) {
                return issue.severity == Issue::Severity::Warning && issue.text.contains(u"“fields”"_s);
            });
        };
        const QJsonValue fields = f.datasets[0].value(u"fields"_s);
        set(0, u"fields"_s, u"none"_s);
        const Run once = f.sync();
        QCOMPARE(once.state, Run::State::Partial);
        QVERIFY2(once.missing.contains(u"“fields”"_s), qUtf8Printable(once.missing));
        QCOMPARE(once.got.value(u"column"_s), first.got.value(u"column"_s));
        const Run twice = f.sync();
        QVERIFY2(twice.state == Run::State::Complete, qUtf8Printable(twice.missing));
        QCOMPARE(warnings(twice), 1);
        QVERIFY(twice.got.value(u"column"_s) < first.got.value(u"column"_s));
        const Run again = f.sync();
        QVERIFY(again.unchanged);
        QCOMPARE(warnings(again), 1);
        set(1, u"description"_s, u"other words"_s);
        const Run later = f.sync();
        QVERIFY2(later.state == Run::State::Complete, qUtf8Printable(later.missing));
        QCOMPARE(warnings(later), 1);
        set(0, u"fields"_s, fields);
        const Run well = f.sync();
        QCOMPARE(well.state, Run::State::Complete);
        QCOMPARE(warnings(well), 0);
        QCOMPARE(well.got.value(u"column"_s), first.got.value(u"column"_s));
        QVERIFY(f.sync().unchanged);
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
