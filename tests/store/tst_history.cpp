#include "models/store/workspace.h"

#include "tests/store/storefixture.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

namespace {

const QString shop = QStringLiteral("shop");
const QString unitA = QStringLiteral("a.yaml");
const QString unitB = QStringLiteral("b.yaml");

Records productWithTable(const QString &id, const QList<Column> &columns = {})
{
    Records r;
    r.products.append(product(id, QStringLiteral("sales")));
    r.ports.append(port(id, QStringLiteral("table")));
    r.ports.last().type = QStringLiteral("table");
    r.datasets.append(dataset(QStringLiteral("pg://h/") + id));
    for (Column c : columns) {
        c.dataset = r.datasets.last().id;
        r.columns.append(c);
    }
    return r;
}

ServiceLevel level(const QString &property, const QString &value, const QString &unit)
{
    ServiceLevel l;
    l.id = property;
    l.ownerKind = Kind::Product;
    l.owner = QStringLiteral("orders");
    l.property = property;
    l.value = value;
    l.unit = unit;
    return l;
}

Measurement latency(double value)
{
    Measurement m;
    m.at = QDateTime(QDate(2026, 3, 4), QTime(5, 6), Qt::UTC);
    m.target = QStringLiteral("orders");
    m.property = QStringLiteral("latency");
    m.source = QStringLiteral("probe");
    m.value = value;
    return m;
}

Records ordersAndStock()
{
    Records both = productWithTable(QStringLiteral("orders"));
    both.append(productWithTable(QStringLiteral("stock")));
    return both;
}

/// Publishes what was handed to it, as a run of that state.
Result<Run> publishAs(RunWriter &writer, Run::State state)
{
    Run run;
    run.state = state;
    return writer.publish(run);
}

/// Products that are known from an earlier reading only.
QStringList staleProducts(const Workspace &workspace)
{
    QStringList stale;
    const MeshPtr mesh = *workspace.load();
    for (const NodeId node : mesh->nodes(Kind::Product)) {
        const Entity &product = mesh->entity(node);
        for (const Property &p : product.properties) {
            if (p.name == QLatin1String("meshscope:staleSince") && !p.value.isEmpty())
                stale.append(product.id);
        }
    }
    stale.sort();
    return stale;
}

QStringList addresses(const QList<Difference::Thing> &things)
{
    QStringList all;
    for (const Difference::Thing &t : things)
        all.append(t.address.toString());
    return all;
}

std::optional<Difference::FieldChange> changeOf(const Difference &d, Kind kind, const QString &field)
{
    for (const Difference::Changed &c : d.changed) {
        if (c.thing.address.kind != kind)
            continue;
        for (const Difference::FieldChange &f : c.fields) {
            if (f.field == field)
                return f;
        }
    }
    return {};
}

} // namespace

/// What the workspace knew at a moment can be asked for ever after.
class TestHistory : public QObject {
    Q_OBJECT
private slots:
    void retiresWhatACompleteRunDoesNotList()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))},
                                       {unitB, productWithTable(QStringLiteral("stock"))}}));
        const QDateTime before = nextMoment();
        const Result<Run> run = publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))}});
        QVERIFY(run);
        QVERIFY(!run->unchanged);
        QCOMPARE(run->got.value(QStringLiteral("product")), 1);
        QCOMPARE((*f.workspace->load())->nodes(Kind::Product).size(), size_t(1));
        QCOMPARE((*f.workspace->load(before))->nodes(Kind::Product).size(), size_t(2));
        QVERIFY(f.workspace->original(shop, unitB)); // the newest bytes of what is gone stay
    }
    void keepsWhatAPartialRunDidNotReach()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))},
                                       {unitB, productWithTable(QStringLiteral("stock"))}}));
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))}}, shop, Run::State::Partial));
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(2));
        QVERIFY(!mesh->endpoints().first().complete);
    }
    void knowsWhenNothingChanged()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))}}));
        const auto second = publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))}});
        QVERIFY(second);
        QVERIFY(second->unchanged);
        QCOMPARE(second->got.value(QStringLiteral("product")), 1);
        QCOMPARE(f.workspace->runs(shop).size(), 2);
    }
    void comesBackAfterItWasGone()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))}}));
        QVERIFY(publish(*f.workspace, {}));
        QCOMPARE((*f.workspace->load())->nodes(Kind::Product).size(), size_t(0));
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))}}));
        QCOMPARE((*f.workspace->load())->nodes(Kind::Product).size(), size_t(1));
        QVERIFY(f.workspace->original(shop, unitA));
    }
    void leavesNothingOfAnAbandonedRun()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))}}));
        {
            auto writer = std::move(*f.workspace->beginRun(shop));
            QVERIFY(writer->original(unitA, "other", "hash"));
            QVERIFY(writer->records(unitA, productWithTable(QStringLiteral("stock"))));
            Run run;
            run.state = Run::State::Failed;
            run.missing = QStringLiteral("why");
            QVERIFY(writer->abandon(run));
        }
        {
            auto writer = std::move(*f.workspace->beginRun(shop)); // dropped without a word
            QVERIFY(writer->records(unitB, productWithTable(QStringLiteral("stock"))));
        }
        const MeshPtr mesh = *f.workspace->load();
        QVERIFY(mesh->find(shop, Kind::Product, QStringLiteral("orders")).isValid());
        QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(1));
        QCOMPARE(f.workspace->original(shop, unitA).value_or(QByteArray()), unitA.toUtf8());
        const QList<Run> runs = f.workspace->runs(shop);
        QCOMPARE(runs.size(), 3);
        QCOMPARE(runs[1].state, Run::State::Failed);
        QCOMPARE(runs[1].missing, QStringLiteral("why"));
        QCOMPARE(runs[0].state, Run::State::Cancelled);
    }
    void holdsOneRunOfAnEndpointAtATime()
    {
        StoreFixture f;
        const auto writer = f.workspace->beginRun(shop);
        QVERIFY(writer);
        const auto second = f.workspace->beginRun(shop);
        QVERIFY(!second);
        QCOMPARE(second.error().code, Error::Code::Busy);
        QVERIFY(!f.workspace->beginRun(QStringLiteral("nobody")));
    }
    void keepsWhatDoesNotParseAndSaysSinceWhen()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))},
                                       {unitB, productWithTable(QStringLiteral("stock"))}}));
        auto writer = std::move(*f.workspace->beginRun(shop));
        const Issue fault{Issue::Severity::Error, {unitA, 3, 4, {}}, QStringLiteral("broken")};
        QVERIFY(writer->stale(unitA, {fault}));
        QVERIFY(writer->unchanged(unitB));
        const Result<Run> done = publishAs(*writer, Run::State::Complete);
        QVERIFY(done);
        QCOMPARE(done->issues, {fault});
        QCOMPARE(staleProducts(*f.workspace), QStringList{QStringLiteral("orders")});
        writer.reset();
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))},
                                       {unitB, productWithTable(QStringLiteral("stock"))}}));
        QVERIFY(f.workspace->runs(shop).first().issues.isEmpty());
    }
    void anOriginalThatComesAgainIsNoLongerStale()
    {
        StoreFixture f;
        const QByteArray hash(32, 'h');
        const Issue warning{Issue::Severity::Warning, {unitA, 1, 1, {}}, QStringLiteral("odd")};
        {
            auto writer = std::move(*f.workspace->beginRun(shop));
            Records orders = productWithTable(QStringLiteral("orders"));
            orders.issues = {warning};
            QVERIFY(writer->original(unitA, "orders", hash));
            QVERIFY(writer->records(unitA, orders));
            QVERIFY(publishAs(*writer, Run::State::Complete));
        }
        {
            auto writer = std::move(*f.workspace->beginRun(shop));
            QVERIFY(writer->stale(unitA, {}));
            QVERIFY(publishAs(*writer, Run::State::Partial));
            QCOMPARE(staleProducts(*f.workspace), QStringList{QStringLiteral("orders")});
        }
        auto writer = std::move(*f.workspace->beginRun(shop));
        QVERIFY(writer->original(unitA, "orders", hash));
        QVERIFY(writer->unchanged(unitA));
        const Result<Run> done = publishAs(*writer, Run::State::Complete);
        QVERIFY(done);
        QCOMPARE(staleProducts(*f.workspace), QStringList());
        QCOMPARE(done->issues, {warning});
    }
    void keepsWhatComesAfterAFaultOnly()
    {
        StoreFixture f;
        const Records both = ordersAndStock();
        QVERIFY(publish(*f.workspace, {{unitA, both}}));
        auto writer = std::move(*f.workspace->beginRun(shop));
        Records first = productWithTable(QStringLiteral("orders"));
        first.products[0].name = QStringLiteral("Orders");
        QVERIFY(writer->records(unitA, first));
        QVERIFY(writer->stale(unitA, {{Issue::Severity::Error, {unitA, 30, 1, {}}, QStringLiteral("broken")}}));
        QVERIFY(publishAs(*writer, Run::State::Complete));
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(2));
        QCOMPARE(mesh->name(mesh->find(shop, Kind::Product, QStringLiteral("orders"))), QStringLiteral("Orders"));
        // What parsed is current; what it lacks is marked.
        QCOMPARE(staleProducts(*f.workspace), QStringList{QStringLiteral("stock")});
        writer.reset();
        QVERIFY(publish(*f.workspace, {{unitA, both}}));
        QCOMPARE(staleProducts(*f.workspace), QStringList());
    }
    /// It may turn out late that a unit was not read whole: when its rows are written already.
    void keepsWhatAUnitLacksAfterItWasWritten()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, {{unitA, ordersAndStock()}}));
        for (const bool isLacking : {true, false}) {
            auto writer = std::move(*f.workspace->beginRun(shop));
            QVERIFY(writer->records(unitA, productWithTable(QStringLiteral("orders"))));
            for (int i = 0; i < 300; ++i) // more than are collected
                QVERIFY(writer->records(QStringLiteral("unit%1").arg(i), {}));
            if (isLacking)
                QVERIFY(writer->stale(unitA, {}));
            QVERIFY(publishAs(*writer, isLacking ? Run::State::Partial : Run::State::Complete));
            const MeshPtr mesh = *f.workspace->load();
            QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(isLacking ? 2 : 1));
            QCOMPARE(mesh->nodes(Kind::Dataset).size(), size_t(isLacking ? 2 : 1));
            QVERIFY(mesh->find(shop, Kind::Product, QStringLiteral("orders")).isValid());
            QVERIFY(!staleProducts(*f.workspace).contains(QStringLiteral("orders"))); // it was read: it is current
        }
    }
    void movesPlacesWithoutNewVersions()
    {
        StoreFixture f;
        Records r = productWithTable(QStringLiteral("orders"));
        QVERIFY(publish(*f.workspace, {{unitA, r}}));
        const QDateTime before = nextMoment();
        r.products[0].source = {unitA, 100, 200, QString(), 9};
        const Result<Run> run = publish(*f.workspace, {{unitA, r}});
        QVERIFY(run);
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(mesh->product(mesh->nodes(Kind::Product)[0]).source.line, 9);
        const auto difference = f.workspace->difference(before, QDateTime::currentDateTimeUtc());
        QVERIFY(difference);
        QVERIFY(difference->changed.isEmpty());
    }
    void appendsMeasurementsOnce()
    {
        StoreFixture f;
        const Measurement m = latency(1);
        Records r;
        r.measurements = {m, m};
        QVERIFY(publish(*f.workspace, {{unitA, r}, {unitB, r}}));
        QCOMPARE(f.workspace->details()->measurements({}, {}, {}, {}).size(), 1);
        const QDateTime before = nextMoment();
        r.measurements = {m};
        r.measurements[0].value = 2; // corrected
        r.measurements.append(m);
        r.measurements.last().at = m.at.addDays(1);
        QVERIFY(publish(*f.workspace, {{unitA, r}}));
        const QList<Measurement> all = f.workspace->details()->measurements(shop, QStringLiteral("orders"), {}, {});
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].value, 2.0);
        QCOMPARE(f.workspace->details(before)->measurements({}, {}, {}, {}).size(), 1);
        QCOMPARE(f.workspace->details(before)->measurements({}, {}, {}, {})[0].value, 1.0);
        QVERIFY(publish(*f.workspace, {})); // the file is gone, what was measured is not
        QCOMPARE(f.workspace->details()->measurements({}, {}, {}, {}).size(), 2);
    }
    void ofWhatTheFirstRunMeasuresTwiceTheLastCounts()
    {
        StoreFixture f;
        const Measurement m = latency(1);
        Records r;
        Measurement later = m;
        later.value = 7;
        later.unit = QStringLiteral("ms");
        later.good = 3;
        r.measurements = {m, m, later};
        QVERIFY(publish(*f.workspace, {{unitA, r}, {unitB, r}}));
        const QList<Measurement> all = f.workspace->details()->measurements({}, {}, {}, {});
        QCOMPARE(all, QList<Measurement>{later});
    }
    void tellsWhatChanged()
    {
        StoreFixture f;
        Records before =
            productWithTable(QStringLiteral("orders"), {column({}, QStringLiteral("id"), QStringLiteral("integer"), 0),
                                                        column({}, QStringLiteral("amount"), QStringLiteral("decimal"), 1),
                                                        column({}, QStringLiteral("note"), QStringLiteral("string"), 2)});
        before.products[0].owners = {{QString(), QStringLiteral("Ann"), QStringLiteral("owner"), QString()}};
        before.serviceLevels = {level(QStringLiteral("availability"), QStringLiteral("99.9"), QStringLiteral("percent")),
                                level(QStringLiteral("latency"), QStringLiteral("1"), QStringLiteral("h"))};
        QVERIFY(publish(*f.workspace, {{unitA, before}, {unitB, productWithTable(QStringLiteral("old"))}}));
        const QDateTime moment = nextMoment();
        Records after = before;
        after.products[0].owners[0].name = QStringLiteral("Bob");
        after.products[0].domain = QStringLiteral("commerce");
        after.ports.append(port(QStringLiteral("orders"), QStringLiteral("topic")));
        after.columns.removeAt(2);
        after.columns[0].nullable = false;
        after.columns[1].logicalType = QStringLiteral("string");
        after.columns.append(column(after.datasets[0].id, QStringLiteral("tax"), QStringLiteral("decimal"), 3));
        after.serviceLevels[0].value = QStringLiteral("99.0");
        after.serviceLevels[1].value = QStringLiteral("30");
        after.serviceLevels[1].unit = QStringLiteral("minutes");
        QVERIFY(
            publish(*f.workspace, {{unitA, after}, {QStringLiteral("c.yaml"), productWithTable(QStringLiteral("new"))}}));
        const Result<Difference> found = f.workspace->difference(moment, QDateTime::currentDateTimeUtc());
        QVERIFY(found);
        QVERIFY(addresses(found->added).contains(QStringLiteral("shop/product/new")));
        QVERIFY(addresses(found->removed).contains(QStringLiteral("shop/product/old")));
        const auto owners = changeOf(*found, Kind::Product, QStringLiteral("owners"));
        QVERIFY(owners);
        QCOMPARE(owners->before, QStringLiteral("Ann (owner)"));
        QCOMPARE(owners->after, QStringLiteral("Bob (owner)"));
        QVERIFY(!owners->breaking);
        QCOMPARE(changeOf(*found, Kind::Product, QStringLiteral("domain"))->after, QStringLiteral("commerce"));
        QVERIFY(!changeOf(*found, Kind::Product, QStringLiteral("output port topic"))->breaking);
        QVERIFY(changeOf(*found, Kind::Dataset, QStringLiteral("column id"))->breaking);
        QVERIFY(changeOf(*found, Kind::Dataset, QStringLiteral("column amount"))->breaking);
        QVERIFY(changeOf(*found, Kind::Dataset, QStringLiteral("column note"))->breaking);
        QVERIFY(changeOf(*found, Kind::Dataset, QStringLiteral("column note"))->after.isEmpty());
        QVERIFY(!changeOf(*found, Kind::Dataset, QStringLiteral("column tax"))->breaking);
        QVERIFY(changeOf(*found, Kind::Product, QStringLiteral("service level availability"))->breaking);
        QVERIFY(!changeOf(*found, Kind::Product, QStringLiteral("service level latency"))->breaking);
        const Result<Difference> back = f.workspace->difference(QDateTime::currentDateTimeUtc(), moment);
        QVERIFY(back);
        QVERIFY(changeOf(*back, Kind::Product, QStringLiteral("output port topic"))->breaking);
        QVERIFY(addresses(back->added).contains(QStringLiteral("shop/product/old")));
    }
    void comparesWithBeforeTheFirstRun()
    {
        StoreFixture f;
        const QDateTime start = nextMoment();
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))}}));
        const Result<Difference> found = f.workspace->difference(start, QDateTime::currentDateTimeUtc());
        QVERIFY(found);
        QCOMPARE(found->added.size(), 3);
        QVERIFY(found->changed.isEmpty());
        QVERIFY(f.workspace->removeEndpoint(shop, true));
        const QDateTime end = nextMoment();
        QCOMPARE((*f.workspace->load())->nodes(Kind::Product).size(), size_t(0));
        QCOMPARE(f.workspace->difference(start, end)->added.size(), 0);
    }
    void keepsTheHistoryOfARemovedEndpoint()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("orders"))}}));
        const QDateTime before = nextMoment();
        QVERIFY(f.workspace->removeEndpoint(shop, true));
        QCOMPARE((*f.workspace->load(before))->nodes(Kind::Product).size(), size_t(1));
        QCOMPARE(f.workspace->difference(before, nextMoment())->removed.size(), 3);
        StoredEndpoint again;
        again.name = shop;
        again.kind = QStringLiteral("folder");
        QVERIFY(f.workspace->addEndpoint(again));
        QVERIFY(publish(*f.workspace, {{unitA, productWithTable(QStringLiteral("stock"))}}));
        QCOMPARE((*f.workspace->load())->nodes(Kind::Product).size(), size_t(1));
    }
};

MESHSCOPE_TEST(TestHistory)
#include "tst_history.moc"
