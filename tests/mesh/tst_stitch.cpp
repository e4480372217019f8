#include "models/mesh/stitch.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

namespace {
Dataset dataset(const QString &ns, const QString &name, const QStringList &aliases = {})
{
    Dataset d;
    d.ns = ns;
    d.name = name;
    d.id = ns.isEmpty() ? name : datasetId(ns, name);
    d.aliases = aliases;
    return d;
}
Domain domain(const QString &id, const QString &name, const QString &parent = {})
{
    Domain d;
    d.id = id;
    d.name = name;
    d.domain = parent;
    return d;
}
DataProduct product(const QString &id, const QString &domain = {})
{
    DataProduct p;
    p.id = id;
    p.name = id;
    p.domain = domain;
    return p;
}
Port port(const QString &product, bool output, const QString &name, const QString &contract = {})
{
    Port p;
    p.product = product;
    p.output = output;
    p.name = name;
    p.contract = contract;
    p.id = portId(product, output, name, {});
    return p;
}
Contract contract(const QString &id, const QString &product = {})
{
    Contract c;
    c.id = id;
    c.product = product;
    return c;
}

/// Endpoints a, b, c … in this order.
struct Builder {
    MeshBuilder builder{nullptr};
    int count = 0;
    Builder &add(const Records &r)
    {
        EndpointFacts f;
        f.name = QString(QChar(u'a' + char16_t(count++)));
        builder.add(f, r);
        return *this;
    }
    MeshPtr build() { return builder.build(); }
};
Records datasets(const QList<Dataset> &list)
{
    Records r;
    r.datasets = list;
    return r;
}
Records domains(const QList<Domain> &list, const QList<DataProduct> &products = {})
{
    Records r;
    r.domains = list;
    r.products = products;
    return r;
}
QStringList roles(const Mesh &mesh)
{
    QStringList result;
    for (const Dangling &d : mesh.dangling())
        result.append(d.role + u'=' + d.id);
    result.sort();
    return result;
}
} // namespace

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
    void domainsMeetByPath()
    {
        Records a = domains({domain("1", "Commerce"), domain("2", "Orders", "1"), domain("3", "Orders")});
        Records b = domains({domain("x", "COMMERCE"), domain("y", "orders", "commerce")}, {product("p", "Orders")});
        const MeshPtr mesh = Builder().add(a).add(b).build();
        QCOMPARE(mesh->nodes(Kind::Domain).size(), size_t(3));
        QCOMPARE(mesh->find("b", Kind::Domain, "y"), mesh->find("a", Kind::Domain, "2"));
        QCOMPARE(mesh->domainPath(mesh->find("b", Kind::Product, "p")), QStringList({"Commerce", "Orders"}));
        QVERIFY(mesh->find("a", Kind::Domain, "3") != mesh->find("a", Kind::Domain, "2"));
    }
    void domainsOfOneEndpointStayApart()
    {
        const MeshPtr mesh = meshOf(domains({domain("1", "Orders"), domain("2", "Orders")}));
        QCOMPARE(mesh->nodes(Kind::Domain).size(), size_t(2));
    }
    void aBareDomainIsNotSplit()
    {
        const MeshPtr mesh = meshOf(domains({}, {product("p", "Sales/EU.North"), product("q", "sales/eu.north")}));
        QCOMPARE(mesh->topDomains().size(), size_t(1));
        QCOMPARE(mesh->name(mesh->topDomains().front()), QString("Sales/EU.North"));
        QCOMPARE(mesh->productsOf(mesh->topDomains().front()).size(), size_t(2));
    }
    void noDomainIsOneAndLast()
    {
        const MeshPtr mesh =
            Builder().add(domains({}, {product("p"), product("q", "Zebra")})).add(domains({}, {product("p")})).build();
        QCOMPARE(mesh->topDomains().size(), size_t(2));
        QCOMPARE(mesh->entity(mesh->topDomains().back()).id, noDomainId);
        QCOMPARE(mesh->productsOf(mesh->topDomains().back()).size(), size_t(2));
        QCOMPARE(mesh->find("b", Kind::Domain, "-"), mesh->find("a", Kind::Domain, "-"));
        // Nobody needs it: it is not there.
        const MeshPtr without = meshOf(domains({domain("d", "D")}, {product("p", "d")}));
        QCOMPARE(without->nodes(Kind::Domain).size(), size_t(1));
    }
    void cyclesOfDomainsAreBroken()
    {
        const MeshPtr mesh = meshOf(domains({domain("a", "A", "c"), domain("b", "B", "a"), domain("c", "C", "b"),
                                             domain("d", "D", "c"), domain("self", "S", "self")},
                                            {product("p", "b")}));
        QCOMPARE(mesh->topDomains().size(), size_t(2));
        QCOMPARE(mesh->domainPath(at(mesh, "shop/product/p")), QStringList({"A", "B"}));
        QCOMPARE(mesh->domainPath(at(mesh, "shop/domain/d")), QStringList({"A", "B", "C", "D"}));
        QCOMPARE(mesh->dangling().size(), 2);
        QCOMPARE(mesh->productsBelow(at(mesh, "shop/domain/a")).size(), 1);
    }
    void aMissingParentIsShownAndSaid()
    {
        const MeshPtr mesh = meshOf(domains({domain("a", "A", "nowhere")}));
        QCOMPARE(mesh->domainPath(at(mesh, "shop/domain/a")), QStringList({"nowhere", "A"}));
        QCOMPARE(roles(*mesh), QStringList({"parent domain=nowhere"}));
    }
    void deepDomainsDoNotOverflow()
    {
        QList<Domain> deep;
        for (int i = 0; i < 20000; ++i)
            deep.append(domain(QString::number(i), QStringLiteral("d"), i ? QString::number(i - 1) : QString()));
        std::reverse(deep.begin(), deep.end());
        const MeshPtr mesh = meshOf(domains(deep));
        QCOMPARE(mesh->topDomains().size(), size_t(1));
    }
    void referencesThatLeadNowhereAreKept()
    {
        Records r;
        r.products = {product("p")};
        r.ports = {port("p", true, "out", "gone"), port("nobody", true, "out")};
        r.ports[0].datasets = {"lost"};
        r.ports[0].inputContracts = {"missing"};
        r.datasets = {dataset("pg://h", "t")};
        r.datasets[0].product = "absent";
        r.datasets[0].contract = "void";
        r.lineage = {{"unknown", r.datasets[0].id, "job"}, {r.datasets[0].id, "elsewhere", {}}, {"x", "y", {}}};
        r.flows = {{"ghost", "p", ProductFlow::By::Declared, {}}};
        r.products[0].terms = {"term"};
        r.products[0].owners = {{"party", {}, "owner", {}}, {{}, "Just a name", "owner", {}}};
        const MeshPtr mesh = meshOf(r);
        QCOMPARE(mesh->edgeCount(), 0);
        QCOMPARE(mesh->dangling().size(), 12);
        for (const Dangling &d : mesh->dangling()) {
            QVERIFY(d.from.isValid());
            QVERIFY(!d.role.isEmpty());
        }
    }
    void contractsOfOtherEndpointsResolveIfUnique()
    {
        Records a;
        a.contracts = {contract("urn:contract:1"), contract("plain")};
        Records b;
        b.products = {product("p")};
        b.ports = {port("p", true, "one", "urn:contract:1"), port("p", true, "two", "plain")};
        const MeshPtr mesh = Builder().add(a).add(b).build();
        QCOMPARE(mesh->contractsOf(mesh->find("b", Kind::Product, "p")).size(), size_t(1));
        QCOMPARE(roles(*mesh), QStringList({"contract of port=plain"}));
    }
    void contractsMayNameTheirProduct()
    {
        Records r;
        r.products = {product("id-1"), product("id-2"), product("id-3")};
        r.products[0].name = "My quantum";
        r.products[1].name = r.products[2].name = "Twins";
        r.contracts = {contract("one", "My quantum"), contract("two", "Twins")};
        const MeshPtr mesh = meshOf(r);
        QCOMPARE(mesh->productOf(at(mesh, "shop/contract/one")), at(mesh, "shop/product/id-1"));
        QCOMPARE(roles(*mesh), QStringList({"product of contract=Twins"}));
    }
    void levelsSaidTwiceCountOnce()
    {
        Records a;
        a.contracts = {contract("urn:contract:1")};
        ServiceLevel level;
        level.owner = "urn:contract:1";
        level.property = "latency";
        level.value = "4";
        a.serviceLevels = {level};
        Records b = a;
        b.serviceLevels.first().value = "5";
        b.serviceLevels.append(level);
        const MeshPtr mesh = Builder().add(a).add(b).build();
        QCOMPARE(mesh->serviceLevels(mesh->nodes(Kind::Contract).front()).size(), 2);
        QCOMPARE(mesh->allServiceLevels().size(), 3);
    }
    void tableThatReadsItselfKeepsItsEdge()
    {
        const Dataset t = dataset("pg://h", "t");
        Records a = datasets({t, dataset("s3://b", "t", {t.id})});
        a.lineage = {{t.id, t.id, {}}};
        Records b = a;
        b.lineage = {{a.datasets[1].id, t.id, {}}};
        QCOMPARE(Builder().add(a).build()->edgeCount(), 1);
        QCOMPARE(Builder().add(b).build()->edgeCount(), 0); // two names of one table
    }
    void columnEdgesSpeakCanonically()
    {
        const Dataset t = dataset("snowflake://acc", "DB.S.T");
        const Dataset bare = dataset("snowflake://", "db.s.t");
        Records a = datasets({t});
        Records b = datasets({bare, dataset("snowflake://", "db.s.u")});
        b.columnLineage = {{bare.id, "x", b.datasets[1].id, "y", {}, {}}};
        b.columns = {Column{}};
        b.columns[0].dataset = bare.id;
        b.columns[0].path = "x";
        auto details = std::make_shared<MemoryDetails>();
        details->add("a", a);
        details->add("b", b);
        MeshBuilder builder(details);
        EndpointFacts f;
        f.name = "a";
        builder.add(f, a);
        f.name = "b";
        builder.add(f, b);
        const MeshPtr mesh = builder.build();
        const NodeId n = mesh->find("b", Kind::Dataset, bare.id);
        QCOMPARE(mesh->entity(n).id, t.id);
        QCOMPARE(mesh->columns(n).value(0).dataset, t.id);
        QCOMPARE(mesh->columnEdges(n).value(0).fromDataset, t.id);
        const NodeId u = mesh->find("b", Kind::Dataset, b.datasets[1].id);
        QCOMPARE(mesh->findReference("b", Kind::Dataset, mesh->columnEdges(u).value(0).fromDataset), n);
    }
    void whoReadsIsNotWhoStandsBehind()
    {
        // a → (table of nobody) → b's input; and c reads b's own output: a does not reach c.
        Records r;
        r.products = {product("a"), product("b"), product("c")};
        r.datasets = {dataset("pg://h", "a"), dataset("pg://h", "stage"), dataset("pg://h", "b")};
        r.ports = {port("a", true, "out"), port("b", false, "in"), port("b", true, "out"), port("c", false, "in")};
        r.ports[0].datasets = {"pg://h/a"};
        r.ports[1].datasets = {"pg://h/stage"};
        r.ports[2].datasets = {"pg://h/b"};
        r.ports[3].datasets = {"pg://h/b"};
        r.lineage = {{"pg://h/a", "pg://h/stage", {}}, {"pg://h/stage", "pg://h/b", {}}};
        const MeshPtr mesh = meshOf(r);
        const auto id = [&](const char *p) { return mesh->find("shop", Kind::Product, QString::fromLatin1(p)); };
        QCOMPARE(mesh->flowsBetween(id("a"), id("b")).size(), size_t(1));
        QCOMPARE(int(mesh->flowsBetween(id("b"), id("c")).front().by), int(ProductFlow::By::Port));
        QVERIFY(mesh->flowsBetween(id("a"), id("c")).empty());
        QVERIFY(mesh->flowsBetween(id("a"), id("a")).empty());
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
