#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

/// What a person types finds one thing, or says which it could be.
class TestResolve : public QObject {
    Q_OBJECT
private slots:
    void typedAddresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        const QString revenue = QStringLiteral("shop/dataset/postgres://db.shop.example:5432/shop.mart.revenue");
        QTest::newRow("whole") << "shop/product/orders"
                               << "shop/product/orders";
        QTest::newRow("deep link") << "meshscope:///shop/product/orders"
                                   << "shop/product/orders";
        QTest::newRow("kind and id") << "product/orders"
                                     << "shop/product/orders";
        QTest::newRow("id") << "catalogue"
                            << "shop/product/catalogue";
        QTest::newRow("name") << "Churn score"
                              << "shop/product/churn";
        QTest::newRow("last part") << "shop.mart.revenue" << revenue;
        QTest::newRow("two parts") << "db.shop.example:5432/shop.mart.revenue" << revenue;
        QTest::newRow("encoded") << "dataset/postgres%3A%2F%2Fdb.shop.example%3A5432%2Fshop.mart.revenue" << revenue;
        QTest::newRow("other endpoint") << "dbt/dataset/postgres://db.shop.example:5432/shop.mart.revenue" << revenue;
        QTest::newRow("column, its dataset")
            << "shop/column/postgres://db.shop.example:5432/shop.mart.revenue/day" << revenue;
        QTest::newRow("column by its end") << "shop.mart.revenue/day" << revenue;
        QTest::newRow("port") << "finance-report/in/revenue/1"
                              << "shop/port/finance-report/in/revenue/1";
        QTest::newRow("person") << "Ben Okafor"
                                << "shop/party/ben@shop.example";
    }
    void typedAddresses()
    {
        QFETCH(QString, typed);
        QFETCH(QString, address);
        const MeshPtr mesh = sampleMesh();
        const Result<NodeId> found = mesh->resolve(typed);
        QVERIFY2(found, found ? "" : qPrintable(found.error().text));
        QCOMPARE(*found, at(mesh, address));
    }
    void refusals_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << "" << int(Error::Code::NotFound);
        QTest::newRow("absent") << "no-such-thing" << int(Error::Code::NotFound);
        QTest::newRow("part of a part") << "atalogue" << int(Error::Code::NotFound);
        QTest::newRow("another case") << "churn SCORE" << int(Error::Code::NotFound);
        QTest::newRow("several") << "orders" << int(Error::Code::Ambiguous);
        QTest::newRow("slash") << "/" << int(Error::Code::NotFound);
        QTest::newRow("html") << "<b>orders</b>" << int(Error::Code::NotFound);
        QTest::newRow("percent") << "%zz%" << int(Error::Code::NotFound);
        QTest::newRow("absent column") << "shop.mart.revenue/no_such_column" << int(Error::Code::NotFound);
    }
    void refusals()
    {
        QFETCH(QString, typed);
        const Result<NodeId> found = sampleMesh()->resolve(typed);
        QVERIFY(!found);
        QTEST(int(found.error().code), "code");
        QCOMPARE(found.error().where, typed);
    }
    void ambiguousListsTheCandidates()
    {
        const Result<NodeId> found = sampleMesh()->resolve("orders");
        QVERIFY(!found);
        QVERIFY(found.error().text.contains(u"shop/domain/orders"));
        QVERIFY(found.error().text.contains(u"shop/product/orders"));
        Records many;
        for (int i = 0; i < 500; ++i) {
            DataProduct p;
            p.id = QString::number(i);
            p.name = QStringLiteral("Same");
            many.products.append(p);
        }
        const Result<NodeId> same = meshOf(many)->resolve("Same");
        QVERIFY(!same);
        QVERIFY(same.error().text.contains(u"500"));
        QVERIFY(same.error().text.size() < 1000);
    }
    void anIdGoesBeforeTheEndOfAnIdBeforeAName()
    {
        Records records;
        DataProduct events;
        events.id = "order-events";
        events.name = "Order events";
        DataProduct other;
        other.id = "p2";
        other.name = "p3";
        DataProduct third;
        third.id = "x/p3";
        records.products = {events, other, third};
        for (const char *product : {"a", "b"}) {
            Port port;
            port.product = product;
            port.id = QStringLiteral("%1/in/order-events/1").arg(product);
            port.name = "order-events";
            records.ports.append(port);
        }
        Dataset topic;
        topic.ns = "kafka://broker:9092";
        topic.id = "kafka://broker:9092/order-events";
        topic.name = "order-events";
        records.datasets.append(topic);
        const MeshPtr mesh = meshOf(records);
        const auto typed = [&](const QString &text) {
            const Result<NodeId> found = mesh->resolve(text);
            return found ? mesh->address(*found).id : found.error().text;
        };
        QCOMPARE(typed("order-events"), QString("order-events"));
        QCOMPARE(typed("broker:9092/order-events"), topic.id);
        QCOMPARE(typed("p3"), QString("x/p3"));
        QCOMPARE(typed("Order events"), QString("order-events"));
        QVERIFY(typed("order-events/1").contains("a%2Fin%2Forder-events%2F1"));
        QVERIFY(typed("order-events/1").contains("b%2Fin%2Forder-events%2F1"));
    }
    void columnsResolveToTheirPath()
    {
        const MeshPtr mesh = sampleMesh();
        const auto nested =
            mesh->resolveColumn("shop/column/postgres://db.shop.example:5432/shop.sales.orders/address.street");
        QVERIFY(nested);
        QCOMPARE(nested->path, QString("address.street"));
        QVERIFY(!mesh->resolveColumn("shop/product/orders"));
        QVERIFY(!mesh->resolveColumn({}));
        const Address encoded{"shop", Kind::Column, "postgres://db.shop.example:5432/shop.sales.orders/amount"};
        QVERIFY(mesh->resolveColumn(encoded.toString()));
        QVERIFY(mesh->resolveColumn(encoded.toDeepLink()));
    }
    void everyAddressFindsItsNode()
    {
        const MeshPtr mesh = sampleMesh();
        for (int k = 0; k < kindCount; ++k) {
            for (const NodeId n : mesh->nodes(Kind(k))) {
                QCOMPARE(*mesh->resolve(mesh->address(n).toString()), n);
                QCOMPARE(*mesh->resolve(mesh->address(n).toDeepLink()), n);
            }
            const auto nodes = mesh->nodes(Kind(k));
            QVERIFY(std::is_sorted(nodes.begin(), nodes.end()));
        }
    }
};

MESHSCOPE_TEST(TestResolve)
#include "tst_resolve.moc"
