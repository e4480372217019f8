#include "models/mesh/plaintext.h"
#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

namespace {
QStringList ids(const Mesh &mesh, std::span<const NodeId> nodes)
{
    QStringList result;
    for (const NodeId n : nodes)
        result.append(mesh.entity(n).id);
    return result;
}
const QString orders = QStringLiteral("postgres://db.shop.example:5432/shop.sales.orders");
const QString revenue = QStringLiteral("postgres://db.shop.example:5432/shop.mart.revenue");
} // namespace

/// The sample's structure comes out as its documents say it.
class TestMesh : public QObject {
    Q_OBJECT
private slots:
    void domainsNestByIdAndName()
    {
        const MeshPtr mesh = sampleMesh();
        QCOMPARE(ids(*mesh, mesh->topDomains()), QStringList({"commerce", "finance", "logistics", "-"}));
        const NodeId commerce = at(mesh, "shop/domain/commerce");
        QCOMPARE(ids(*mesh, mesh->childDomains(commerce)), QStringList({"customers", "orders"}));
        QCOMPARE(mesh->domainPath(at(mesh, "shop/product/orders")), QStringList({"Commerce", "Orders"}));
        QCOMPARE(ids(*mesh, mesh->productsOf(commerce)), QStringList({"catalogue"}));
        QCOMPARE(ids(*mesh, mesh->productsBelow(commerce)),
                 QStringList({"catalogue", "churn", "customers", "orders", "returns"}));
        QCOMPARE(mesh->name(mesh->domainOf(at(mesh, "shop/product/scratch"))), QString("No domain"));
        // The other endpoint's bare "Finance" is the same box.
        QCOMPARE(at(mesh, "dbt/domain/Finance"), at(mesh, "shop/domain/finance"));
    }
    void noNameTurnsWhatStandsBesideIt_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("Orders") << QStringLiteral("Orders");
        QTest::newRow("override") << QStringLiteral("Orders \u202elatot\u202c") << QStringLiteral("Orders latot");
        QTest::newRow("isolates") << QStringLiteral("\u2067a\u2069\u2066b\u2068c") << QStringLiteral("abc");
        QTest::newRow("marks") << QStringLiteral("a\u200eb\u200fc\u061cd") << QStringLiteral("abcd");
        QTest::newRow("unclosed") << QStringLiteral("\u202a\u202b\u202dx") << QStringLiteral("x");
        QTest::newRow("letters keep theirs") << QStringLiteral("طلبات ZW\u200cNJ") << QStringLiteral("طلبات ZW\u200cNJ");
    }
    void noNameTurnsWhatStandsBesideIt()
    {
        QFETCH(QString, given);
        QFETCH(QString, shown);
        QCOMPARE(withoutDirections(given), shown);
    }
    void datasetsOfTwoEndpointsAreOne()
    {
        const MeshPtr mesh = sampleMesh();
        const NodeId n = mesh->find("dbt", Kind::Dataset, orders);
        QVERIFY(n.isValid());
        QCOMPARE(n, mesh->find("shop", Kind::Dataset, orders));
        QCOMPARE(mesh->address(n).endpoint, QString("shop"));
        QCOMPARE(mesh->aliases(n), QList<Address>({Address{"dbt", Kind::Dataset, orders}}));
        QCOMPARE(mesh->facts(n).size(), size_t(2));
        QCOMPARE(mesh->columns(n).size(), 7);
        QCOMPARE(mesh->columnEdges(n).size(), 3);
        QCOMPARE(mesh->qualityRules(n).size(), 1);
    }
    void portsContractsAndDatasetsMeet()
    {
        const MeshPtr mesh = sampleMesh();
        const NodeId product = at(mesh, "shop/product/orders");
        QCOMPARE(ids(*mesh, mesh->portsOf(product)), QStringList({"orders/out/events/1", "orders/out/main/1"}));
        QCOMPARE(ids(*mesh, mesh->contractsOf(product)), QStringList({"orders-c"}));
        QCOMPARE(ids(*mesh, mesh->datasetsOf(product)),
                 QStringList({"kafka://broker.shop.example:9092/orders.events", orders}));
        QCOMPARE(mesh->productOf(mesh->find("shop", Kind::Dataset, orders)), product);
        QCOMPARE(mesh->productOf(at(mesh, "shop/contract/orders-c")), product);
        QCOMPARE(ids(*mesh, mesh->portsOf(at(mesh, "shop/product/shipments"))),
                 QStringList({"shipments/in/orders/1", "shipments/out/main/1"}));
        QCOMPARE(mesh->serviceLevels(product).size(), 2);
        QCOMPARE(mesh->dangling().size(), 1);
        QCOMPARE(mesh->dangling().first().id, QString("no-such-contract"));
    }
    void lineageRunsBothWays()
    {
        const MeshPtr mesh = sampleMesh();
        const NodeId target = mesh->find("dbt", Kind::Dataset, revenue);
        QCOMPARE(mesh->edgeCount(), 4);
        QCOMPARE(mesh->upstream(target).size(), size_t(2));
        for (const NodeId up : mesh->upstream(target)) {
            QVERIFY(std::ranges::count(mesh->downstream(up), target) == 1);
            QCOMPARE(mesh->edgeJobs(up, target).size(), size_t(1));
        }
        QCOMPARE(ids(*mesh, mesh->jobsOf(target)), QStringList({"dbt/shop.revenue"}));
        QVERIFY(mesh->edgeJobs(target, target).empty());
    }
    void flowsSayWhy_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("by");
        QTest::newRow("contract") << "orders"
                                  << "shipments" << int(ProductFlow::By::Contract);
        QTest::newRow("lineage") << "orders"
                                 << "revenue" << int(ProductFlow::By::Lineage);
        QTest::newRow("lineage of the other") << "payments"
                                              << "revenue" << int(ProductFlow::By::Lineage);
        QTest::newRow("port") << "customers"
                              << "churn" << int(ProductFlow::By::Port);
        QTest::newRow("declared") << "catalogue"
                                  << "orders" << int(ProductFlow::By::Declared);
        QTest::newRow("agreement") << "shipments"
                                   << "delivery-report" << int(ProductFlow::By::Agreement);
        QTest::newRow("report") << "revenue"
                                << "finance-report" << int(ProductFlow::By::Contract);
    }
    void flowsSayWhy()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, by);
        const MeshPtr mesh = sampleMesh();
        const auto flows =
            mesh->flowsBetween(mesh->find("shop", Kind::Product, from), mesh->find("shop", Kind::Product, to));
        QCOMPARE(flows.size(), size_t(1));
        QCOMPARE(int(flows.front().by), by);
        QCOMPARE(mesh->flows().size(), size_t(7));
    }
    void ownersAreFoundByIdMailAndName()
    {
        const MeshPtr mesh = sampleMesh();
        QCOMPARE(ids(*mesh, mesh->users(at(mesh, "shop/party/ada@shop.example"))),
                 QStringList({"catalogue", "churn", "customers"}));
        QCOMPARE(ids(*mesh, mesh->users(at(mesh, "shop/term/customer"))), QStringList({"customers"}));
    }
    void anEmptyMeshAnswersEverything()
    {
        const MeshPtr mesh = MeshBuilder(nullptr).build();
        QCOMPARE(mesh->nodeCount(), 0);
        QVERIFY(mesh->topDomains().empty());
        QVERIFY(!mesh->find("a", Kind::Product, "b").isValid());
        QVERIFY(!mesh->resolve("x"));
        QVERIFY(mesh->flows().empty());
    }
};

MESHSCOPE_TEST(TestMesh)
#include "tst_mesh.moc"
