#include "models/store/workspace.h"

#include "tests/store/storefixture.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

namespace {

const QString shop = QStringLiteral("shop");
const QString unitA = QStringLiteral("a.yaml");
const QString unitB = QStringLiteral("b.yaml");
const QString orders = QStringLiteral("pg://h/db.orders");

/// A product with a port and a contract with a table, all by ids of their own document, which starts at `start`.
Records documents(const QString &product, const QString &contract, qint64 start, int line)
{
    Records r;
    r.products.append(test::product(product));
    r.ports.append(port(product, QStringLiteral("out")));
    r.ports[0].contract = contract;
    Contract c;
    c.id = contract;
    r.contracts.append(c);
    Dataset d;
    d.id = contract + QStringLiteral("/table");
    d.contract = contract;
    r.datasets.append(d);
    r.columns = {column(d.id, product + QStringLiteral("_id"), QStringLiteral("integer"), 0)};
    ServiceLevel level;
    level.id = QStringLiteral("l1");
    level.owner = contract;
    level.property = QStringLiteral("latency");
    r.serviceLevels.append(level);
    QualityRule rule;
    rule.id = QStringLiteral("q1");
    rule.contract = contract;
    rule.dataset = d.id;
    r.qualityRules.append(rule);
    const SourceRef source{QString(), start, start + 10, QString(), line};
    r.products[0].source = r.ports[0].source = r.contracts[0].source = r.datasets[0].source = source;
    r.serviceLevels[0].source = source;
    return r;
}

} // namespace

/// Documents of one endpoint that speak of one thing are united; that claim one id for two are told apart.
class TestMerging : public QObject {
    Q_OBJECT
private slots:
    void unitesADatasetOfTwoFiles()
    {
        StoreFixture f;
        Records manifest, catalog;
        manifest.datasets.append(dataset(orders));
        manifest.datasets[0].description = QStringLiteral("All orders");
        manifest.datasets[0].tags = {QStringLiteral("gold")};
        manifest.columns = {column(orders, QStringLiteral("order_id"), {}, 0),
                            column(orders, QStringLiteral("amount"), {}, 1)};
        manifest.columns[0].description = QStringLiteral("key");
        catalog.datasets.append(dataset(orders));
        catalog.datasets[0].rowCount = 12;
        catalog.datasets[0].aliases = {QStringLiteral("pg://h/db.old")};
        catalog.datasets[0].tags = {QStringLiteral("gold"), QStringLiteral("big")};
        catalog.columns = {column(orders, QStringLiteral("ORDER_ID"), QStringLiteral("NUMBER"), 0),
                           column(orders, QStringLiteral("CREATED_AT"), QStringLiteral("DATE"), 1)};
        const Result<Run> run = publish(*f.workspace, {{unitB, manifest}, {unitA, catalog}});
        QVERIFY(run);
        QVERIFY(run->issues.isEmpty());
        QCOMPARE(run->got.value(QStringLiteral("dataset")), 1);
        QCOMPARE(run->got.value(QStringLiteral("column")), 3);
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(mesh->nodes(Kind::Dataset).size(), size_t(1));
        const Dataset united = mesh->dataset(mesh->nodes(Kind::Dataset)[0]);
        QCOMPARE(united.description, QStringLiteral("All orders"));
        QCOMPARE(united.rowCount, 12);
        QCOMPARE(united.tags, QStringList({QStringLiteral("gold"), QStringLiteral("big")}));
        const QList<Column> columns = f.workspace->details()->columns(shop, orders);
        QCOMPARE(columns.size(), 3);
        QStringList paths;
        for (const Column &c : columns)
            paths.append(c.path);
        paths.sort();
        QCOMPARE(paths, QStringList({QStringLiteral("CREATED_AT"), QStringLiteral("amount"), QStringLiteral("order_id")}));
        const auto key =
            std::find_if(columns.cbegin(), columns.cend(), [](const Column &c) { return c.path == u"order_id"; });
        QCOMPARE(key->logicalType, QStringLiteral("NUMBER"));
        QCOMPARE(key->description, QStringLiteral("key"));
    }
    void keepsColumnsThatDifferInCaseOnly()
    {
        StoreFixture f;
        Records a, b;
        a.datasets.append(dataset(orders));
        b.datasets.append(dataset(orders));
        a.columns = {column(orders, QStringLiteral("Id")), column(orders, QStringLiteral("name"))};
        b.columns = {column(orders, QStringLiteral("id"))};
        QVERIFY(publish(*f.workspace, {{unitA, a}, {unitB, b}}));
        QCOMPARE(f.workspace->details()->columns(shop, orders).size(), 3);
    }
    void takesTheLaterRunOfAJob()
    {
        StoreFixture f;
        Records a, b;
        Job job;
        job.id = QStringLiteral("ns/load");
        job.lastRunAt = QDateTime(QDate(2026, 1, 2), QTime(), Qt::UTC);
        job.lastRunState = QStringLiteral("FAIL");
        a.jobs.append(job);
        job.lastRunAt = job.lastRunAt.addDays(-1);
        job.lastRunState = QStringLiteral("COMPLETE");
        job.sql = QStringLiteral("select 1");
        b.jobs.append(job);
        const Result<Run> run = publish(*f.workspace, {{unitA, b}, {unitB, a}});
        QVERIFY(run);
        QCOMPARE(run->got.value(QStringLiteral("job")), 1);
        const MeshPtr mesh = *f.workspace->load();
        const Job united = mesh->job(mesh->nodes(Kind::Job)[0]);
        QCOMPARE(united.lastRunState, QStringLiteral("FAIL"));
        QCOMPARE(united.sql, QStringLiteral("select 1"));
    }
    void prefersADomainsDocument()
    {
        StoreFixture f;
        Records implied, document;
        Domain d;
        d.id = d.name = QStringLiteral("sales");
        d.implied = true;
        implied.domains.append(d);
        d.implied = false;
        d.name = QStringLiteral("Sales");
        document.domains.append(d);
        const Result<Run> run = publish(*f.workspace, {{unitA, implied}, {unitB, document}});
        QVERIFY(run);
        QCOMPARE(run->got.value(QStringLiteral("domain")), 1);
        QVERIFY(run->issues.isEmpty());
        const MeshPtr mesh = *f.workspace->load();
        const Domain united = mesh->domain(mesh->find(shop, Kind::Domain, QStringLiteral("sales")));
        QVERIFY(!united.implied);
        QCOMPARE(united.name, QStringLiteral("Sales"));
    }
    void countsEdgesOfTwoFilesOnce()
    {
        StoreFixture f;
        Records a;
        a.datasets = {dataset(orders), dataset(QStringLiteral("pg://h/raw"))};
        a.lineage = {{QStringLiteral("pg://h/raw"), orders, QStringLiteral("j1")},
                     {QStringLiteral("pg://h/raw"), orders, QStringLiteral("j2")}};
        a.columnLineage = {{QStringLiteral("pg://h/raw"), QStringLiteral("a"), orders, QStringLiteral("b"), {}, {}}};
        const Result<Run> run = publish(*f.workspace, {{unitA, a}, {unitB, a}});
        QVERIFY(run);
        QCOMPARE(run->got.value(QStringLiteral("lineageEdge")), 1);
        QCOMPARE(run->got.value(QStringLiteral("columnEdge")), 1);
        QCOMPARE((*f.workspace->load())->edgeCount(), 1);
        QCOMPARE(f.workspace->details()->columnEdges(shop, orders).size(), 1);
    }
    void tellsTwoOfOneIdApart_data()
    {
        QTest::addColumn<bool>("sameFile");
        QTest::newRow("in two files") << false;
        QTest::newRow("in one file") << true;
    }
    void tellsTwoOfOneIdApart()
    {
        QFETCH(bool, sameFile);
        StoreFixture f;
        Records first = documents(QStringLiteral("p"), QStringLiteral("c"), 0, 1);
        Records second = documents(QStringLiteral("p"), QStringLiteral("c"), 100, 20);
        second.products[0].name = QStringLiteral("Other");
        second.columns[0].path = QStringLiteral("other_id");
        Units units;
        if (sameFile) {
            second.columns[0].path = first.columns[0].path; // only its second coming tells them apart
            second.columns[0].logicalType = QStringLiteral("string");
            first.append(std::move(second));
            units = {{unitA, first}};
        } else {
            units = {{unitB, second}, {unitA, first}};
        }
        const Result<Run> run = publish(*f.workspace, units);
        QVERIFY(run);
        QCOMPARE(run->got.value(QStringLiteral("product")), 2);
        QCOMPARE(run->got.value(QStringLiteral("contract")), 2);
        QCOMPARE(run->got.value(QStringLiteral("port")), 2);
        QCOMPARE(run->got.value(QStringLiteral("dataset")), 2);
        QCOMPARE(run->got.value(QStringLiteral("column")), 2);
        QCOMPARE(run->issues.size(), 2); // the product's and the contract's
        QCOMPARE(run->issues[0].where.file, sameFile ? unitA : unitB);
        QCOMPARE(run->issues[0].where.line, 20);
        QVERIFY2(run->issues[0].text.contains(unitA), qUtf8Printable(run->issues[0].text));
        const MeshPtr mesh = *f.workspace->load();
        const auto find = [&](Kind kind, const char *id) { return mesh->find(shop, kind, QLatin1String(id)); };
        QCOMPARE(mesh->name(find(Kind::Product, "p~2")), QStringLiteral("Other"));
        QCOMPARE(mesh->name(find(Kind::Product, "p")), QStringLiteral("p"));
        const NodeId port = find(Kind::Port, "p~2/out/out/-");
        QVERIFY(port.isValid());
        QCOMPARE(mesh->port(port).product, QStringLiteral("p~2"));
        QCOMPARE(mesh->port(port).contract, QStringLiteral("c~2"));
        const NodeId table = find(Kind::Dataset, "c~2/table");
        QVERIFY(table.isValid());
        QCOMPARE(mesh->dataset(table).contract, QStringLiteral("c~2"));
        QCOMPARE(mesh->serviceLevels(find(Kind::Contract, "c~2")).size(), 1);
        const auto details = f.workspace->details();
        const QList<Column> columns = details->columns(shop, QStringLiteral("c~2/table"));
        QCOMPARE(columns.size(), 1);
        if (sameFile)
            QCOMPARE(columns[0].logicalType, QStringLiteral("string"));
        else
            QCOMPARE(columns[0].path, QStringLiteral("other_id"));
        QCOMPARE(details->columns(shop, QStringLiteral("c/table")).size(), 1);
        QCOMPARE(details->columns(shop, QStringLiteral("c/table"))[0].path, QStringLiteral("p_id"));
        if (!sameFile) {
            QCOMPARE(details->qualityRules(shop, QStringLiteral("c~2")).size(), 1);
            QCOMPARE(details->qualityRules(shop, QStringLiteral("c")).size(), 1);
        }
        // Said again, nothing is new; once the second is gone, so is its id.
        const Result<Run> again = publish(*f.workspace, units);
        QVERIFY(again);
        QVERIFY(again->unchanged);
        QCOMPARE(again->issues.size(), 2);
        QVERIFY(publish(*f.workspace, {{unitA, documents(QStringLiteral("p"), QStringLiteral("c"), 0, 1)}}));
        QCOMPARE((*f.workspace->load())->nodes(Kind::Product).size(), size_t(1));
        QVERIFY(f.workspace->runs(shop).first().issues.isEmpty());
    }
    void saysThatDomainsLieInACircle()
    {
        StoreFixture f;
        const auto domain = [](const char *id, const char *parent) {
            Domain d;
            d.id = QLatin1StringView(id);
            d.name = d.id;
            d.domain = QLatin1StringView(parent);
            return d;
        };
        Records r;
        r.domains = {domain("c", "a"),       domain("a", "b"),     domain("b", "c"),
                     domain("self", "self"), domain("under", "a"), domain("top", "")};
        const Result<Run> run = publish(*f.workspace, {{unitA, r}});
        QVERIFY(run);
        QCOMPARE(run->issues.size(), 2);
        QVERIFY2(run->issues[0].text.contains(QStringLiteral("a → b → c → a")), qUtf8Printable(run->issues[0].text));
        QVERIFY(run->issues[1].text.contains(QStringLiteral("self → self")));
        QCOMPARE(run->issues[0].where.file, unitA);
    }
    void numbersOnPastATakenId()
    {
        StoreFixture f;
        Records r;
        r.products = {product(QStringLiteral("p")), product(QStringLiteral("p~2")), product(QStringLiteral("p")),
                      product(QStringLiteral("p"))};
        const Result<Run> run = publish(*f.workspace, {{unitA, r}});
        QVERIFY(run);
        QCOMPARE(run->got.value(QStringLiteral("product")), 4);
        const MeshPtr mesh = *f.workspace->load();
        for (const char *id : {"p", "p~2", "p~3", "p~4"})
            QVERIFY(mesh->find(shop, Kind::Product, QLatin1String(id)).isValid());
    }
    void tellsManyApart()
    {
        StoreFixture f;
        Units units;
        for (int unit = 0; unit < 7; ++unit) {
            Records r;
            for (int i = 0; i < 60; ++i)
                r.append(documents(QStringLiteral("p%1").arg(i), QStringLiteral("c%1").arg(i), i * 100, i));
            units.append({QStringLiteral("u%1.yaml").arg(unit), r});
        }
        const Result<Run> run = publish(*f.workspace, units);
        QVERIFY(run);
        QCOMPARE(run->got.value(QStringLiteral("product")), 420);
        QCOMPARE(run->got.value(QStringLiteral("column")), 420);
        QCOMPARE(run->issues.size(), 2 * 360);
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(420));
        QCOMPARE(mesh->nodes(Kind::Port).size(), size_t(420));
        QCOMPARE(mesh->nodes(Kind::Dataset).size(), size_t(420));
        QCOMPARE(mesh->portsOf(mesh->find(shop, Kind::Product, QStringLiteral("p59~7"))).size(), size_t(1));
        QCOMPARE(f.workspace->details()->columns(shop, QStringLiteral("c59~7/table")).size(), 1);
    }
    void keepsADatasetWithBothItsContracts()
    {
        StoreFixture f;
        Records a, b;
        for (Records *const r : {&a, &b}) {
            Contract c;
            c.id = r == &a ? QStringLiteral("c1") : QStringLiteral("c2");
            r->contracts.append(c);
            r->datasets.append(dataset(orders));
            r->datasets[0].contract = c.id;
        }
        const Result<Run> run = publish(*f.workspace, {{unitA, a}, {unitB, b}});
        QVERIFY(run);
        QCOMPARE(run->got.value(QStringLiteral("dataset")), 1);
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(mesh->nodes(Kind::Dataset).size(), size_t(1));
        QCOMPARE(mesh->datasetsOf(mesh->find(shop, Kind::Contract, QStringLiteral("c1"))).size(), size_t(1));
        QCOMPARE(mesh->datasetsOf(mesh->find(shop, Kind::Contract, QStringLiteral("c2"))).size(), size_t(1));
    }
};

MESHSCOPE_TEST(TestMerging)
#include "tst_merging.moc"
