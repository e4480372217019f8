#include "tests/mesh/stitchhelp.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

/// One thing or two: SEMANTICS decides.
class TestStitch : public QObject {
    Q_OBJECT
private slots:
    void aRenamedDatasetGoesByItsNewName()
    {
        Dataset renamed = dataset(QStringLiteral("pg://h"), QStringLiteral("now"), {QStringLiteral("pg://h/before")});
        renamed.properties.append({QStringLiteral("lifecycleStateChange"), QStringLiteral("RENAME")});
        const Dataset before = dataset(QStringLiteral("pg://h"), QStringLiteral("before"));
        for (const QList<Dataset> &list : {QList<Dataset>{before, renamed}, QList<Dataset>{renamed, before}}) {
            const MeshPtr mesh = Builder().add(datasets(list)).build();
            QCOMPARE(mesh->nodes(Kind::Dataset).size(), size_t(1));
            const NodeId n = mesh->nodes(Kind::Dataset).front();
            QCOMPARE(mesh->address(n).id, QStringLiteral("pg://h/now"));
            QCOMPARE(*mesh->resolve(QStringLiteral("a/dataset/pg%3A%2F%2Fh%2Fbefore")), n);
        }
    }
    void aDatasetGoesByItsOwnNameNotByASymlink()
    {
        const Dataset real = dataset(QStringLiteral("s3://lake"), QStringLiteral("orders"), {QStringLiteral("glue/orders")});
        const Dataset link = dataset(QStringLiteral("glue"), QStringLiteral("orders"));
        for (const QList<Dataset> &list : {QList<Dataset>{link, real}, QList<Dataset>{real, link}}) {
            const MeshPtr mesh = Builder().add(datasets(list)).build();
            QCOMPARE(mesh->nodes(Kind::Dataset).size(), size_t(1));
            QCOMPARE(mesh->address(mesh->nodes(Kind::Dataset).front()).id, QStringLiteral("s3://lake/orders"));
        }
        // An endpoint that was added before names it all the same.
        const MeshPtr mesh = Builder().add(datasets({link})).add(datasets({real})).build();
        QCOMPARE(mesh->address(mesh->nodes(Kind::Dataset).front()).endpoint, QStringLiteral("a"));
    }
    void idsThatMeanTheSameEverywhere_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("unique");
        QTest::newRow("urn") << "urn:li:dataset:(x)" << true;
        QTest::newRow("url") << "https://shop.example/p/1" << true;
        QTest::newRow("mail") << "ada@shop.example" << true;
        QTest::newRow("namespace") << "postgres://db.example:5432/a.b.c" << true;
        QTest::newRow("word") << "orders" << false;
        QTest::newRow("uuid") << "53581432-6c55-4ba2-a65f-72344a91553a" << false;
        QTest::newRow("no authority") << "snowflake:///DB.S.T" << false;
        QTest::newRow("localhost") << "kafka://localhost:9092/t" << false;
        QTest::newRow("urn alone") << "urn:" << false;
        QTest::newRow("at") << "@" << false;
        QTest::newRow("handle") << "@ada" << false;
        QTest::newRow("sentence") << "mail ada@shop.example now" << false;
        QTest::newRow("empty") << "" << false;
    }
    void idsThatMeanTheSameEverywhere()
    {
        QFETCH(QString, id);
        QTEST(isGloballyUnique(id), "unique");
    }
    void datasetsMeet_data()
    {
        QTest::addColumn<QList<Dataset>>("a");
        QTest::addColumn<QList<Dataset>>("b");
        QTest::addColumn<int>("nodes");
        const QString pg = QStringLiteral("postgres://h:5432");
        const auto list = [](std::initializer_list<Dataset> l) { return QList<Dataset>(l); };
        QTest::newRow("identity") << list({dataset(pg, "d.s.t")}) << list({dataset(pg, "d.s.t")}) << 1;
        QTest::newRow("case matters") << list({dataset(pg, "d.s.t")}) << list({dataset(pg, "D.S.T")}) << 2;
        QTest::newRow("no namespace") << list({dataset({}, "c/t")}) << list({dataset({}, "c/t")}) << 2;
        QTest::newRow("symlink") << list({dataset(pg, "d.s.t")})
                                 << list({dataset("s3://b", "t", {"postgres://h:5432/d.s.t"})}) << 1;
        QTest::newRow("symlink first") << list({dataset("s3://b", "t", {"postgres://h:5432/d.s.t"})})
                                       << list({dataset(pg, "d.s.t")}) << 1;
        QTest::newRow("common alias") << list({dataset("s3://b", "t", {"hive://m/d.t"})})
                                      << list({dataset("s3a://b", "t", {"hive://m/d.t"})}) << 1;
        QTest::newRow("chain") << list({dataset("a://x", "t", {"b://x/t"}), dataset("b://x", "t", {"c://x/t"})})
                               << list({dataset("c://x", "t")}) << 1;
        QTest::newRow("bare warehouse") << list({dataset("snowflake://", "db.s.t")})
                                        << list({dataset("snowflake://org-acc", "db.s.t")}) << 1;
        QTest::newRow("bare, other case") << list({dataset("snowflake://", "db.s.t")})
                                          << list({dataset("snowflake://org-acc", "DB.S.T")}) << 1;
        QTest::newRow("bare, two accounts")
            << list({dataset("snowflake://", "db.s.t")})
            << list({dataset("snowflake://one", "db.s.t"), dataset("snowflake://two", "db.s.t")}) << 3;
        QTest::newRow("bare, exact wins") << list({dataset("snowflake://", "db.s.t")})
                                          << list({dataset("snowflake://one", "db.s.t"),
                                                   dataset("snowflake://two", "DB.S.T")})
                                          << 2;
        QTest::newRow("bare, no folding") << list({dataset("s3://", "T")}) << list({dataset("s3://b", "t")}) << 2;
        QTest::newRow("bare, other scheme") << list({dataset("snowflake://", "d.s.t")}) << list({dataset(pg, "d.s.t")}) << 2;
        QTest::newRow("twice in one") << list({dataset(pg, "t"), dataset(pg, "t")}) << list({}) << 1;
        QTest::newRow("alias of itself") << list({dataset(pg, "t", {"postgres://h:5432/t", ""})}) << list({}) << 1;
    }
    void datasetsMeet()
    {
        QFETCH(QList<Dataset>, a);
        QFETCH(QList<Dataset>, b);
        const MeshPtr mesh = Builder().add(datasets(a)).add(datasets(b)).build();
        QTEST(int(mesh->nodes(Kind::Dataset).size()), "nodes");
        for (const Dataset &d : std::as_const(a))
            QVERIFY(mesh->find("a", Kind::Dataset, d.id).isValid());
        for (const Dataset &d : std::as_const(b)) {
            const NodeId n = mesh->find("b", Kind::Dataset, d.id);
            QVERIFY(n.isValid());
            for (const Address &alias : mesh->aliases(n))
                QCOMPARE(mesh->find(alias), n);
        }
    }
    void theFirstEndpointGivesTheAddress()
    {
        const Dataset d = dataset("pg://h", "t");
        const MeshPtr mesh = Builder().add(datasets({})).add(datasets({d})).add(datasets({d})).build();
        const NodeId n = mesh->find("c", Kind::Dataset, d.id);
        QCOMPARE(mesh->address(n).endpoint, QString("b"));
        QCOMPARE(mesh->endpointOf(n).name, QString("b"));
    }
    void aPersonsWordStands()
    {
        const Dataset d = dataset("pg://h", "t");
        Builder refused;
        refused.add(datasets({d})).add(datasets({d}));
        refused.builder.confirm({"a", Kind::Dataset, d.id}, {"b", Kind::Dataset, d.id}, false);
        QCOMPARE(refused.build()->nodes(Kind::Dataset).size(), size_t(2));
        Builder confirmed;
        Records one, two;
        one.products = {product("orders")};
        two.products = {product("sales-orders")};
        confirmed.add(one).add(two);
        confirmed.builder.confirm({"a", Kind::Product, "orders"}, {"b", Kind::Product, "sales-orders"}, true);
        confirmed.builder.confirm({"a", Kind::Product, "no such"}, {"b", Kind::Product, "sales-orders"}, true);
        const MeshPtr mesh = confirmed.build();
        QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(1));
        QCOMPARE(mesh->find("b", Kind::Product, "sales-orders"), mesh->find("a", Kind::Product, "orders"));
    }
    void productsAreOneByUniqueIdOnly()
    {
        Records a;
        a.products = {product("orders"), product("urn:dp:orders")};
        a.ports = {port("urn:dp:orders", true, "out")};
        Records b = a;
        const MeshPtr mesh = Builder().add(a).add(b).build();
        QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(3));
        QCOMPARE(mesh->portsOf(mesh->find("b", Kind::Product, "urn:dp:orders")).size(), size_t(1));
    }
    void secondOfAnIdIsNumbered()
    {
        Records r;
        r.products = {product("orders"), product("orders"), product("orders"), product("orders~2")};
        r.products[1].name = "second";
        const MeshPtr mesh = meshOf(r);
        QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(4));
        QCOMPARE(mesh->name(at(mesh, "shop/product/orders~2")), QString("second"));
        for (const NodeId n : mesh->nodes(Kind::Product))
            QCOMPARE(mesh->find(mesh->address(n)), n);
    }
    void withoutAnIdItsName()
    {
        Records r;
        DataProduct p;
        p.name = QStringLiteral("Nameless");
        r.products = {p, DataProduct{}};
        const MeshPtr mesh = meshOf(r);
        QVERIFY(at(mesh, "shop/product/Nameless").isValid());
        QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(2));
    }
    void hostileNamesAreNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("html") << "<script>alert(1)</script>";
        QTest::newRow("sql") << "'; DROP TABLE x; --";
        QTest::newRow("control") << QString(QChar(0)) + QChar(0x1f) + QChar(0x202e);
        QTest::newRow("long") << QString(70000, u'n');
        QTest::newRow("slashes") << "///";
        QTest::newRow("percent") << "%41%%2F";
        QTest::newRow("surrogate") << QString(QChar(0xd800));
    }
    void hostileNamesAreNames()
    {
        QFETCH(QString, name);
        Records r;
        r.domains = {domain(name, name)};
        r.products = {product(name, name)};
        r.contracts = {contract(name, name)};
        r.ports = {port(name, true, name, name)};
        r.datasets = {dataset(name, name, {name})};
        r.datasets[0].contract = name;
        r.products[0].owners = {{name, name, name, name}};
        const MeshPtr mesh = meshOf(r);
        const NodeId p = mesh->find("shop", Kind::Product, name);
        QVERIFY(p.isValid());
        QCOMPARE(mesh->domainPath(p), QStringList{name});
        QCOMPARE(mesh->datasetsOf(p).size(), size_t(1));
        if (name.at(0).unicode() != 0xd800) { // a lone surrogate has no UTF-8: its address cannot be typed
            for (const NodeId n : mesh->nodes(Kind::Dataset))
                QCOMPARE(*mesh->resolve(mesh->address(n).toString()), n);
        }
    }
};

MESHSCOPE_TEST(TestStitch)
#include "tst_stitch.moc"
