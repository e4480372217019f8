#include "models/health/health.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace meshscope;
using namespace meshscope::test;

namespace {
/// One product `p` with port, contract `c` and dataset `d` (of the contract), one level, and what was measured.
class Case {
public:
    explicit Case(const QString &property, const QString &value, const QString &unit = {})
    {
        DataProduct p;
        p.id = QStringLiteral("p");
        records.products.append(p);
        Contract c;
        c.id = QStringLiteral("c");
        records.contracts.append(c);
        Dataset d;
        d.id = QStringLiteral("postgres://h/db.s.orders");
        d.ns = QStringLiteral("postgres://h");
        d.name = QStringLiteral("db.s.orders");
        d.contract = c.id;
        records.datasets.append(d);
        Port port;
        port.product = p.id;
        port.name = QStringLiteral("out");
        port.id = portId(p.id, true, port.name, {});
        port.contract = c.id;
        records.ports.append(port);
        ServiceLevel level;
        level.id = QStringLiteral("level");
        level.owner = c.id;
        level.property = property;
        level.value = value;
        level.unit = unit;
        records.serviceLevels.append(level);
    }
    ServiceLevel &level() { return records.serviceLevels.first(); }
    Measurement &measure(double daysAgo, double value, const QString &unit, const QString &property = {},
                         const QString &target = {})
    {
        Measurement m;
        m.at = sampleNow().addMSecs(-qint64(daysAgo * 86'400'000.0));
        m.target = target.isEmpty() ? QStringLiteral("c") : target;
        m.property = property.isEmpty() ? level().property : property;
        m.value = value;
        m.unit = unit;
        m.source = QStringLiteral("probe");
        records.measurements.append(m);
        return records.measurements.last();
    }
    /// A ratio of `total` every day, `bad` of them bad, oldest first.
    void days(const QList<double> &bad, double total)
    {
        for (qsizetype i = 0; i < bad.size(); ++i) {
            Measurement &m = measure(double(bad.size() - 1 - i), 1 - bad[i] / total, QStringLiteral("ratio"));
            m.good = total - bad[i];
            m.total = total;
        }
    }
    LevelState judge(const HealthPolicy &policy = {})
    {
        mesh = meshOf(records);
        report = evaluateHealth(mesh, sampleNow(), policy);
        return report->products.first().states.value(0);
    }

    Records records;
    MeshPtr mesh;
    HealthPtr report;
};
const QString seconds = QStringLiteral("s");
const QString ratio = QStringLiteral("ratio");
} // namespace

/// Levels are judged by the rules of SEMANTICS, and say which.
class TestHealth : public QObject {
    Q_OBJECT
private slots:
    void momentsAreJudgedByTheNewest_data()
    {
        QTest::addColumn<QString>("property");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<double>("observed");
        QTest::addColumn<QString>("observedUnit");
        QTest::addColumn<Status>("status");
        const auto row = [](const char *name, const char *property, const char *value, const char *unit, double observed,
                            const char *observedUnit, Status status) {
            QTest::newRow(name) << QString::fromLatin1(property) << QString::fromUtf8(value) << QString::fromLatin1(unit)
                                << observed << QString::fromLatin1(observedUnit) << status;
        };
        row("fresh", "freshness", "4", "h", 2 * 3600, "s", Status::Met);
        row("at 80 %", "freshness", "4", "h", 0.8 * 4 * 3600, "s", Status::Met);
        row("past 80 %", "freshness", "4", "h", 0.81 * 4 * 3600, "s", Status::AtRisk);
        row("at the limit", "freshness", "4", "h", 4 * 3600, "s", Status::AtRisk);
        row("too old", "freshness", "4", "h", 4 * 3600 + 1, "s", Status::Breached);
        row("another unit", "latency", "15", "minutes", 20, "min", Status::Breached);
        row("iso", "latency", "P1D", "", 3600, "s", Status::Met);
        row("frequency may reach its limit", "frequency", "1", "d", 86000, "s", Status::Met);
        row("frequency missed", "frequency", "daily", "", 90000, "s", Status::Breached);
        row("rows", "rowCount", "1000", "rows", 999, "rows", Status::Breached);
        row("enough rows", "rowCount", ">= 1000", "", 1000, "rows", Status::Met);
        row("batch", "completeness", "99", "percent", 0.985, "ratio", Status::Breached);
        row("batch near", "completeness", "99", "percent", 0.9915, "ratio", Status::AtRisk);
        row("full batch", "completeness", "99", "percent", 0.9999, "ratio", Status::Met);
        row("percent measured as such", "completeness", "99", "%", 99.99, "%", Status::Met);
        row("retention", "retention", "1", "y", 200 * 86400, "s", Status::Breached);
        row("long kept", "retention", "P1Y", "", 400.0 * 86400, "s", Status::Met);
        row("by seven", "timeOfAvailability", "07:00Z", "", 6.5 * 3600, "s", Status::Met);
        row("after seven", "timeOfAvailability", "07:00Z", "", 7.5 * 3600, "s", Status::Breached);
        row("repair", "timeToRepair", "24", "h", 20 * 3600, "s", Status::AtRisk);
        row("throughput", "throughput", "1000", "rows", 500, "rows", Status::Breached);
        row("unknown property", "responseTime", "500", "ms", 0.4, "s", Status::Met);
        row("unknown property over", "responseTime", "500", "ms", 0.6, "s", Status::Breached);
        row("another dimension", "freshness", "4", "h", 0.5, "ratio", Status::Unknown);
        row("not a number", "freshness", "4", "h", std::nan(""), "s", Status::Unknown);
    }
    void momentsAreJudgedByTheNewest()
    {
        QFETCH(QString, property);
        QFETCH(QString, value);
        QFETCH(QString, unit);
        QFETCH(double, observed);
        QFETCH(QString, observedUnit);
        Case c(property, value, unit);
        c.measure(0.1, observed, observedUnit);
        const LevelState state = c.judge();
        QTEST(state.status, "status");
        QVERIFY(!state.why.isEmpty());
    }
    void anOlderValueDoesNotDecide()
    {
        Case c("latency", "1", "h");
        for (int day = 9; day > 0; --day)
            c.measure(day, 5 * 3600, seconds);
        c.measure(0, 600, seconds);
        QCOMPARE(c.judge().status, Status::Met);
        c.measure(-1, 9000, seconds); // after "now": not known yet
        QCOMPARE(c.judge().status, Status::Met);
    }
    void windowsAddUp_data()
    {
        QTest::addColumn<QString>("property");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QList<double>>("bad"); // a day, of 1000
        QTest::addColumn<Status>("status");
        QTest::addColumn<double>("used");
        QTest::newRow("kept") << "availability"
                              << "99" << QList<double>(30, 2) << Status::Met << 0.2;
        QTest::newRow("spent") << "availability"
                               << "99" << QList<double>(30, 11) << Status::Breached << 1.1;
        QTest::newRow("nearly spent") << "availability"
                                      << "99" << QList<double>(30, 8) << Status::AtRisk << 0.8;
        QList<double> oneBad(30, 0);
        oneBad[10] = 200;
        QTest::newRow("one bad day") << "availability"
                                     << "99" << oneBad << Status::AtRisk << 200.0 / 300;
        // The same amount today: the pace of the last day uses the rest up in less than three days.
        QList<double> badToday(30, 0);
        badToday[29] = 150;
        QTest::newRow("pace") << "availability"
                              << "99" << badToday << Status::AtRisk << 0.5;
        oneBad[10] = 150;
        QTest::newRow("long ago") << "availability"
                                  << "99" << oneBad << Status::Met << 0.5;
        QTest::newRow("error rate") << "errorRate"
                                    << "2" << QList<double>(30, 10) << Status::Met << 0.5;
        QTest::newRow("error rate over") << "errorRate"
                                         << "2" << QList<double>(30, 30) << Status::Breached << 1.5;
        QTest::newRow("nothing allowed") << "availability"
                                         << "100" << oneBad << Status::Breached << 1.005;
        QTest::newRow("nothing needed") << "availability"
                                        << "100" << QList<double>(30, 0) << Status::Met << 0.0;
    }
    void windowsAddUp()
    {
        QFETCH(QString, property);
        QFETCH(QString, value);
        QFETCH(QList<double>, bad);
        Case c(property, value, "percent");
        c.days(bad, 1000);
        if (property == "errorRate") {
            for (Measurement &m : c.records.measurements)
                m.value = 1 - m.value;
        }
        if (QLatin1StringView(QTest::currentDataTag()) == QLatin1StringView("one bad day")) {
            const LevelState state = c.judge();
            QCOMPARE(state.status, Status::Met); // two thirds used, and the pace of today is nought
            return;
        }
        const LevelState state = c.judge();
        QTEST(state.status, "status");
        QVERIFY(state.budget);
        QFETCH(double, used);
        QVERIFY2(std::abs(state.budget->used - used) < 1e-9, qPrintable(QString::number(state.budget->used)));
        QCOMPARE(state.budget->windowSeconds, 30 * 86400);
        QCOMPARE(state.evidence.size(), 30);
        QVERIFY(state.evidence.first().at > state.evidence.last().at);
        QVERIFY(state.evidence.first().total);
    }
    void burnIsTheLastDaysPace()
    {
        Case c("availability", "99", "%");
        QList<double> bad(30, 5);
        bad[29] = 20;
        c.days(bad, 1000);
        const LevelState state = c.judge();
        QVERIFY(std::abs(state.budget->burn - 2) < 1e-9);
        QVERIFY(std::abs(state.budget->allowed - 0.01) < 1e-12);
        QVERIFY(state.budget->measured > 0.9);
    }
    void unmeasuredTimeIsSaid()
    {
        Case c("availability", "99", "%");
        c.days(QList<double>(6, 1), 1000);
        const LevelState state = c.judge();
        QCOMPARE(state.status, Status::Met);
        QVERIFY(state.budget->measured < 0.3);
        QVERIFY2(state.why.contains(u"was measured"), qPrintable(state.why));
    }
    void ratiosWithoutCountsWeighTheSame()
    {
        Case c("accuracy", "0.98");
        for (int day = 9; day >= 0; --day)
            c.measure(day, day % 2 ? 0.97 : 0.995, ratio);
        const LevelState state = c.judge();
        QVERIFY(std::abs(state.observed->quantity.value - 0.9825) < 1e-9);
        QCOMPARE(state.status, Status::AtRisk);
    }
    void unknownSaysWhy_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QList<double>>("daysAgo");
        QTest::addColumn<QString>("why");
        QTest::newRow("never") << "4"
                               << "h" << QList<double>{} << "Nobody has measured";
        QTest::newRow("long ago") << "4"
                                  << "h" << QList<double>{12, 11, 10, 9} << "the usual interval is 1 d";
        QTest::newRow("text") << "as soon as possible"
                              << "" << QList<double>{0} << "has no number";
        QTest::newRow("no unit") << "4"
                                 << "" << QList<double>{0} << "has no unit";
        QTest::newRow("once, long ago") << "4"
                                        << "h" << QList<double>{5} << "Last measured 5 d ago";
    }
    void unknownSaysWhy()
    {
        QFETCH(QString, value);
        QFETCH(QString, unit);
        QFETCH(QList<double>, daysAgo);
        QFETCH(QString, why);
        Case c("freshness", value, unit);
        for (const double day : std::as_const(daysAgo))
            c.measure(day, 60, seconds);
        const LevelState state = c.judge();
        QCOMPARE(state.status, Status::Unknown);
        QVERIFY2(state.why.contains(why), qPrintable(state.why));
    }
    void aBurstIsNoHabit()
    {
        Case c("freshness", "4", "h");
        for (int day = 5; day > 0; --day) {
            for (int i = 0; i < 20; ++i)
                c.measure(day + i * 0.0001, 60, seconds);
        }
        // Twenty a day within minutes: a day without one is no silence yet.
        QCOMPARE(c.judge().status, Status::Met);
    }
    void datesAreWatchedByTheCalendar_data()
    {
        QTest::addColumn<QString>("property");
        QTest::addColumn<int>("days");
        QTest::addColumn<Status>("status");
        QTest::newRow("support ends soon") << "endOfSupport" << 30 << Status::AtRisk;
        QTest::newRow("support ends later") << "endOfSupport" << 91 << Status::Met;
        QTest::newRow("support ended") << "endOfSupport" << -2 << Status::Breached;
        QTest::newRow("life ended") << "endOfLife" << -400 << Status::Breached;
        QTest::newRow("today") << "endOfLife" << 0 << Status::AtRisk;
        QTest::newRow("available, but who looked") << "generalAvailability" << -400 << Status::Unknown;
    }
    void datesAreWatchedByTheCalendar()
    {
        QFETCH(QString, property);
        QFETCH(int, days);
        Case c(property, sampleNow().date().addDays(days).toString(Qt::ISODate));
        const LevelState state = c.judge();
        QTEST(state.status, "status");
        QVERIFY(state.status != Status::Met || state.observed);
        Case text(property, "when we are done");
        QCOMPARE(text.judge().status, Status::Unknown);
    }
    void generalAvailabilityNeedsSomebodyToLook()
    {
        Case c("generalAvailability", "2026-01-01");
        c.measure(20, 1, "1");
        QCOMPARE(c.judge().status, Status::Met);
        c.measure(1, 0, "1");
        QCOMPARE(c.judge().status, Status::Breached);
        Case arrived("generalAvailability", "2026-01-01");
        arrived.measure(1, 1, "1", "completion", "postgres://h/db.s.orders");
        QCOMPARE(arrived.judge().status, Status::Met);
    }
    void measurementsFindTheirLevel_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("property");
        QTest::addColumn<bool>("found");
        QTest::newRow("contract") << "c"
                                  << "freshness" << true;
        QTest::newRow("address") << "shop/contract/c"
                                 << "freshness" << true;
        QTest::newRow("dataset") << "postgres://h/db.s.orders"
                                 << "freshness" << true;
        QTest::newRow("dataset address") << Address{"shop", Kind::Dataset, "postgres://h/db.s.orders"}.toString()
                                         << "freshness" << true;
        QTest::newRow("port") << "p/out/out/-"
                              << "freshness" << true;
        QTest::newRow("product") << "p"
                                 << "freshness" << true;
        QTest::newRow("case") << "c"
                              << "FRESHNESS" << true;
        QTest::newRow("same kind") << "c"
                                   << "dataFreshness" << true;
        QTest::newRow("latency stands in") << "c"
                                           << "latency" << true;
        QTest::newRow("another property") << "c"
                                          << "availability" << false;
        QTest::newRow("another thing") << "other"
                                       << "freshness" << false;
        QTest::newRow("html") << "<b>c</b>"
                              << "freshness" << false;
        QTest::newRow("a test is no level") << "postgres://h/db.s.orders"
                                            << "test" << false;
    }
    void measurementsFindTheirLevel()
    {
        QFETCH(QString, target);
        QFETCH(QString, property);
        QFETCH(bool, found);
        Case c("freshness", "4", "h");
        c.measure(0, 60, seconds, property, target);
        QCOMPARE(c.judge().status, found ? Status::Met : Status::Unknown);
    }
    void theClosestMeasurementCounts()
    {
        Case c("freshness", "4", "h");
        c.measure(0, 60, seconds, "freshness", "c");
        c.measure(0, 90000, seconds, "freshness", "p");
        c.measure(0, 90000, seconds, "latency", "c");
        QCOMPARE(c.judge().status, Status::Met);
        QCOMPARE(c.judge().evidence.size(), 1);
    }
    void elementsMustNotContradict_data()
    {
        QTest::addColumn<QString>("promised");
        QTest::addColumn<QString>("measured");
        QTest::addColumn<bool>("found");
        QTest::newRow("same") << "orders.placed_at"
                              << "orders.placed_at" << true;
        QTest::newRow("column alone") << "orders.placed_at"
                                      << "placed_at" << true;
        QTest::newRow("object alone") << "orders.placed_at"
                                      << "orders" << true;
        QTest::newRow("not said") << "orders.placed_at"
                                  << "" << true;
        QTest::newRow("another column") << "orders.placed_at"
                                        << "orders.paid_at" << false;
        QTest::newRow("one of several") << "orders.a, orders.b"
                                        << "b" << true;
        QTest::newRow("whole promised, object measured") << ""
                                                         << "orders" << true;
        QTest::newRow("whole promised, column measured") << ""
                                                         << "orders.placed_at" << false;
    }
    void elementsMustNotContradict()
    {
        QFETCH(QString, promised);
        QFETCH(QString, measured);
        QFETCH(bool, found);
        Case c("freshness", "4", "h");
        c.level().element = promised;
        c.measure(0, 60, seconds).element = measured;
        QCOMPARE(c.judge().status, found ? Status::Met : Status::Unknown);
    }
    void dataThatArrivedIsFresh()
    {
        Case c("freshness", "4", "h");
        const QString dataset = QStringLiteral("postgres://h/db.s.orders");
        c.measure(1.0 / 24, 1, "1", "completion", dataset);
        LevelState state = c.judge();
        QCOMPARE(state.status, Status::Met);
        QVERIFY(std::abs(state.observed->quantity.value - 3600) < 1);
        QCOMPARE(*c.report->products.first().freshAt, sampleNow().addSecs(-3600));
        // A failed run brings nothing.
        Case failed("freshness", "4", "h");
        failed.measure(5.0 / 24, 1, "1", "completion", dataset);
        failed.measure(1.0 / 24, 0, "1", "completion", dataset);
        QCOMPARE(failed.judge().status, Status::Breached);
    }
    void leftMetIsKnown()
    {
        Case c("latency", "4", "h");
        for (int day = 9; day >= 0; --day)
            c.measure(day, day < 3 ? 8 * 3600 : 3600, seconds);
        QCOMPARE(c.judge().since, sampleNow().addDays(-2));
        Case always("latency", "4", "h");
        always.measure(1, 8 * 3600, seconds);
        always.measure(0, 8 * 3600, seconds);
        QVERIFY(!always.judge().since.isValid());
    }
    void historyKeepsGaps()
    {
        Case c("latency", "4", "h");
        for (const int day : {6, 5, 2, 0})
            c.measure(day + 0.1, day == 5 ? 8 * 3600 : 3600, seconds);
        const LevelState state = c.judge();
        const QList<DayValue> history = levelHistory(*c.mesh, state, sampleNow(), 10);
        QCOMPARE(history.size(), 10);
        QCOMPARE(history.last().day, sampleNow().date());
        QStringList line;
        for (const DayValue &d : history)
            line.append(d.value ? statusWord(d.status) : QStringLiteral("-"));
        QCOMPARE(line.join(u' '), QString("- - - met breached - - met - met"));
        QVERIFY(levelHistory(*c.mesh, state, sampleNow(), 0).isEmpty());
        QVERIFY(levelHistory(*c.mesh, LevelState{}, sampleNow(), 5).isEmpty());
    }
    void historyFindsWhatTheReportFound()
    {
        for (const QString &target :
             {QStringLiteral("shop/dataset/postgres://h/db.s.orders"), QStringLiteral("postgres://h/db.s.orders"),
              Address{"shop", Kind::Dataset, "postgres://h/db.s.orders"}.toString()}) {
            Case c("latency", "4", "h");
            c.measure(0, 3600, seconds, {}, target);
            const LevelState state = c.judge();
            QCOMPARE(state.status, Status::Met);
            QVERIFY(levelHistory(*c.mesh, state, sampleNow(), 1).first().value);
        }
    }
    void historyOfAWindowIsADayEach()
    {
        Case c("availability", "99", "%");
        QList<double> bad(10, 0);
        bad[9] = 500;
        c.days(bad, 1000);
        const LevelState state = c.judge();
        const QList<DayValue> history = levelHistory(*c.mesh, state, sampleNow(), 3);
        QCOMPARE(*history[1].value, 1.0);
        QCOMPARE(*history[2].value, 0.5);
        QCOMPARE(history[2].status, Status::Breached);
    }
    void sampleStandsAsItsStorySays()
    {
        const MeshPtr mesh = sampleMesh();
        const HealthPtr report = evaluateHealth(mesh, sampleNow());
        const auto status = [&](const char *address) { return report->status(at(mesh, QString::fromLatin1(address))); };
        QCOMPARE(status("shop/product/orders"), Status::Met);
        QCOMPARE(status("shop/product/payments"), Status::Breached);
        QCOMPARE(status("shop/product/customers"), Status::AtRisk);
        QCOMPARE(status("shop/product/stock"), Status::Unknown);
        QCOMPARE(status("shop/product/scratch"), Status::NoPromise);
        QCOMPARE(status("shop/contract/payments-c"), Status::Breached);
        QCOMPARE(report->status(mesh->find("shop", Kind::Port, "payments/out/main/1")), Status::Breached);
        QCOMPARE(status("shop/domain/commerce"), Status::AtRisk);
        QCOMPARE(status("shop/domain/finance"), Status::Breached);
        const LevelCounts totals = report->totals();
        QCOMPARE(totals.total(), 5);
        QCOMPARE(totals.met, 2);
    }
    void domainsCountOwnAndBelowApart()
    {
        const MeshPtr mesh = sampleMesh();
        const HealthPtr report = evaluateHealth(mesh, sampleNow());
        const DomainHealth *commerce = report->domain(at(mesh, "shop/domain/commerce"));
        QVERIFY(commerce);
        QCOMPARE(commerce->ownProducts, 1);
        QCOMPARE(commerce->productsBelow, 4);
        QCOMPARE(commerce->own.total(), 0);
        QCOMPARE(commerce->below.total(), 3);
        QCOMPARE(commerce->allByProduct.total(), 2); // the others promise nothing
        QCOMPARE(*score(commerce->below), 2.0 / 3);
        QVERIFY(!score(commerce->own));
        QVERIFY(report->domain(mesh->topDomains().back()));
    }
    void theNearestBreachedUpstreamIsTheCause()
    {
        SampleMesh s = makeSample();
        ServiceLevel late;
        late.id = QStringLiteral("late");
        late.owner = QStringLiteral("revenue-c");
        late.property = QStringLiteral("freshness");
        late.value = QStringLiteral("1");
        late.unit = QStringLiteral("h");
        s.shop.serviceLevels.append(late);
        Measurement m;
        m.at = sampleNow();
        m.target = QStringLiteral("revenue-c");
        m.property = QStringLiteral("freshness");
        m.value = 7200;
        m.unit = seconds;
        s.shop.measurements.append(m);
        auto details = std::make_shared<MemoryDetails>();
        details->add("shop", s.shop);
        MeshBuilder builder(details);
        EndpointFacts shop;
        shop.name = QStringLiteral("shop");
        EndpointFacts dbt;
        dbt.name = QStringLiteral("dbt");
        builder.add(shop, s.shop);
        builder.add(dbt, s.dbt);
        const MeshPtr mesh = builder.build();
        const HealthPtr report = evaluateHealth(mesh, sampleNow());
        const ProductHealth *revenue = report->product(at(mesh, "shop/product/revenue"));
        QCOMPARE(revenue->status, Status::Breached);
        QCOMPARE(revenue->causes, QList<NodeId>{at(mesh, "shop/product/payments")});
    }
    void idsAreUniqueInTheProduct()
    {
        Case c("freshness", "4", "h");
        ServiceLevel twin = c.level();
        twin.ownerKind = Kind::Product;
        twin.owner = QStringLiteral("p");
        c.records.serviceLevels.append(twin);
        c.records.serviceLevels.append(twin);
        c.judge();
        QSet<QString> ids;
        for (const LevelState &s : c.report->products.first().states)
            ids.insert(s.id);
        QCOMPARE(ids.size(), 3);
    }
    void nothingToJudgeIsNoPromise()
    {
        const HealthPtr empty = evaluateHealth(MeshBuilder(nullptr).build(), sampleNow());
        QVERIFY(empty->products.isEmpty());
        QCOMPARE(empty->totals().total(), 0);
        QCOMPARE(empty->status(NodeId{}), Status::NoPromise);
        QVERIFY(!empty->product(NodeId{}));
    }
    void hostileLevelsDoNotHurt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("html") << "<img src=x onerror=alert(1)>";
        QTest::newRow("sql") << "'; DROP TABLE level; --";
        QTest::newRow("control") << QString(QChar(0)) + QChar(1) + QChar(0x202e);
        QTest::newRow("long") << QString(70000, u'%');
        QTest::newRow("placeholder") << "%1 %2 %99";
        QTest::newRow("infinite") << "1e308%";
        QTest::newRow("negative") << "-5";
    }
    void hostileLevelsDoNotHurt()
    {
        QFETCH(QString, text);
        for (const QString &property : {QStringLiteral("freshness"), QStringLiteral("availability"), text}) {
            Case c(property, text, text);
            c.level().element = text;
            c.measure(0, 1e308, text);
            c.measure(0, -1e308, ratio).total = 0;
            const LevelState state = c.judge();
            QVERIFY(!state.why.isEmpty());
            QVERIFY(state.status != Status::Met || state.observed);
            (void)levelHistory(*c.mesh, state, sampleNow(), 3);
        }
    }
    void neverMetWithoutAnObservation()
    {
        for (const char *property : {"latency", "freshness", "frequency", "retention", "availability", "generalAvailability",
                                     "endOfSupport", "endOfLife", "timeOfAvailability", "errorRate", "throughput",
                                     "timeToDetect", "completeness", "rowCount", "accuracy", "other"}) {
            for (const char *value : {"0", "1", "99.9", "2030-01-01", "2020-01-01", "09:00", "text", ""}) {
                Case c(QString::fromLatin1(property), QString::fromLatin1(value), "d");
                const LevelState state = c.judge();
                QVERIFY2(state.status != Status::Met || state.observed, property);
            }
        }
    }
};

MESHSCOPE_TEST(TestHealth)
#include "tst_health.moc"
