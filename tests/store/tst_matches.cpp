#include "models/store/matches.h"

#include "tests/store/storefixture.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

namespace {
const Address one{u"shop"_s, Kind::Product, u"orders"_s};
const Address other{u"lake"_s, Kind::Product, u"o/1 %"_s};
} // namespace

/// What is said of matches, and what a run asked its server, outlive the program.
class TestMatches : public QObject {
    Q_OBJECT
private slots:
    void aDecisionJoinsTwoAndCanBeTakenBack()
    {
        StoreFixture f;
        StoredEndpoint lake;
        lake.name = u"lake"_s;
        lake.kind = u"folder"_s;
        lake.location = u"/lake"_s;
        QVERIFY(f.workspace->addEndpoint(lake));
        Records a;
        a.products.append(product(one.id));
        Records b;
        b.products.append(product(other.id));
        QVERIFY(publish(*f.workspace, {{u"a"_s, a}}));
        QVERIFY(publish(*f.workspace, {{u"b"_s, b}}, u"lake"_s));
        const auto isOne = [&] {
            const MeshPtr mesh = *f.workspace->load();
            return mesh->find(one) == mesh->find(other);
        };
        QVERIFY(!isOne());
        const qint64 generation = f.workspace->generation();
        QVERIFY(decideMatches(*f.workspace, {{one, other, true, QDateTime::currentDateTimeUtc()}}));
        QVERIFY(f.workspace->generation() > generation); // views load again
        QVERIFY(isOne());
        f.reopen();
        QVERIFY(isOne());
        QVERIFY(decideMatches(*f.workspace, {{other, one, false, QDateTime::currentDateTimeUtc()}})); // the last word counts
        QCOMPARE(matchDecisions(*f.workspace).size(), 1);
        QVERIFY(!isOne());
        QVERIFY(forgetMatches(*f.workspace, {{one, other, true, {}}}));
        QVERIFY(matchDecisions(*f.workspace).isEmpty());
    }

    void whatARunAskedIsKeptWithIt()
    {
        StoreFixture f;
        Traffic traffic;
        traffic.requests = 3;
        traffic.bytes = 12'345'678'901;
        traffic.lines = {{QDateTime(QDate(2026, 11, 21), QTime(12, 0, 0, 7), Qt::UTC),
                          u"GET"_s,
                          u"https://h/a%2Fb?x=1"_s,
                          200,
                          5,
                          6,
                          1,
                          {}},
                         {QDateTime(QDate(2026, 11, 21), QTime(12, 0, 1), Qt::UTC), u"GET"_s, u"https://h/ü"_s, 0, 0, 15'000,
                          2, u"nothing answers"_s}};
        for (const bool isPublished : {true, false}) {
            Result<std::unique_ptr<RunWriter>> writer = f.workspace->beginRun(u"shop"_s);
            QVERIFY(writer);
            (*writer)->setTraffic(traffic);
            Run run;
            run.state = isPublished ? Run::State::Complete : Run::State::Failed;
            const Result<Run> ended = isPublished ? (*writer)->publish(run) : (*writer)->abandon(run);
            QVERIFY(ended);
            writer->reset();
            f.reopen();
            QCOMPARE(f.workspace->traffic(u"shop"_s, ended->id), traffic);
            QCOMPARE(f.workspace->runs(u"shop"_s).first().requests, qint64(3));
            QCOMPARE(f.workspace->traffic(u"shop"_s, ended->id + 1), Traffic());
        }
    }

    void logsOfLongAgoAreForgotten()
    {
        StoreFixture f;
        Traffic traffic;
        traffic.requests = 1;
        traffic.lines = {{QDateTime::fromMSecsSinceEpoch(1, Qt::UTC), u"GET"_s, u"https://h/"_s, 200, 1, 1, 1, {}}};
        QList<qint64> runs;
        for (int i = 0; i < 25; ++i) {
            Result<std::unique_ptr<RunWriter>> writer = f.workspace->beginRun(u"shop"_s);
            QVERIFY(writer);
            (*writer)->setTraffic(traffic);
            Run run;
            run.state = Run::State::Failed;
            runs.append((*writer)->abandon(run)->id);
        }
        QCOMPARE(f.workspace->traffic(u"shop"_s, runs.last()), traffic);
        QCOMPARE(f.workspace->traffic(u"shop"_s, runs.first()), Traffic());
        QCOMPARE(f.workspace->runs(u"shop"_s).size(), 25); // the runs themselves stay
    }

    void aPausedEndpointStaysPaused()
    {
        StoreFixture f;
        StoredEndpoint shop = f.workspace->endpoints().first();
        QVERIFY(!shop.isPaused);
        shop.isPaused = true;
        QVERIFY(f.workspace->updateEndpoint(shop));
        f.reopen();
        QVERIFY(f.workspace->endpoints().first().isPaused);
    }
};

MESHSCOPE_TEST(TestMatches)
#include "tst_matches.moc"
