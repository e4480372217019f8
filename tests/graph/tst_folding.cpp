#include "models/graph/folding.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

#include <QtTest>

using namespace meshscope;
using namespace meshscope::graph;

/// What stands for what.
class TestFolding : public QObject {
    Q_OBJECT
private slots:
    void aNameHasASchema_data()
    {
        QTest::addColumn<QString>("ns");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("schema");
        QTest::newRow("table") << "postgres://db:5432"
                               << "shop.public.orders"
                               << "shop.public";
        QTest::newRow("no database") << "mysql://db:3306"
                                     << "shop.orders"
                                     << "shop";
        QTest::newRow("file") << "s3://lake"
                              << "raw/orders/2024.v1.parquet"
                              << "raw/orders";
        QTest::newRow("file at the top") << "s3://lake"
                                         << "/orders"
                                         << "lake";
        QTest::newRow("topic with dots") << "kafka://broker:9092"
                                         << "orders.placed.v1"
                                         << "broker:9092";
        QTest::newRow("name alone") << "postgres://db:5432"
                                    << "orders"
                                    << "db:5432";
        QTest::newRow("nothing") << ""
                                 << "orders"
                                 << "";
        QTest::newRow("no namespace") << ""
                                      << "public.orders"
                                      << "public";
        QTest::newRow("dots only") << ""
                                   << ".orders"
                                   << "";
    }
    void aNameHasASchema()
    {
        QFETCH(const QString, ns);
        QFETCH(const QString, name);
        QFETCH(const QString, schema);
        Dataset d;
        d.ns = ns;
        d.name = name;
        d.id = ns.isEmpty() ? QStringLiteral("contract/orders") : ns + u'/' + name;
        QCOMPARE(schemaOf(d), schema);
        d.name = name.section(u'.', -1); // a source may say the last part only: the identity says it all
        if (!ns.isEmpty())
            QCOMPARE(schemaOf(d), schema);
    }
    void theOutermostDomainWins()
    {
        const MeshPtr mesh = test::sampleMesh();
        NodeId dataset;
        std::vector<Fold> offered;
        for (const NodeId n : mesh->nodes(Kind::Dataset)) {
            offered = Folding(*mesh, {}).offered(n);
            if (offered.size() == 4) { // schema, product, domain, the domain around it
                dataset = n;
                break;
            }
        }
        QVERIFY(dataset.isValid());
        QVERIFY(!Folding(*mesh, {}).foldOf(dataset));
        FoldChoice choice;
        choice.bySchema = true;
        QCOMPARE(Folding(*mesh, choice).foldOf(dataset)->id, offered[0].id);
        QVERIFY(Folding::isSchemaId(offered[0].id));
        for (size_t i = 1; i < 4; ++i) {
            choice.folded.insert(offered[i].id);
            QCOMPARE(Folding(*mesh, choice).foldOf(dataset)->id, offered[i].id);
            QVERIFY(Folding(*mesh, choice).foldOf(dataset)->node.isValid());
        }
        choice = {};
        choice.bySchema = true;
        choice.unfolded.insert(offered[0].id);
        QVERIFY(!Folding(*mesh, choice).foldOf(dataset));
    }
    void schemasOfTwoPlatformsAreTwo()
    {
        Records r;
        for (const char *ns : {"postgres://a", "postgres://b", ""}) {
            Dataset d;
            d.ns = QLatin1StringView(ns);
            d.name = QStringLiteral("db.orders");
            d.id = d.ns.isEmpty() ? d.name : d.ns + u'/' + d.name;
            r.datasets.append(d);
        }
        const MeshPtr mesh = test::meshOf(r);
        FoldChoice choice;
        choice.bySchema = true;
        std::set<QString> ids;
        for (const NodeId n : mesh->nodes(Kind::Dataset))
            ids.insert(Folding(*mesh, choice).foldOf(n)->id);
        QCOMPARE(ids.size(), size_t(3));
    }
};

MESHSCOPE_TEST(TestFolding)
#include "tst_folding.moc"
