#include "tests/mesh/stitchhelp.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

/// What things say of each other, across endpoints.
class TestStitchReferences : public QObject {
    Q_OBJECT
private slots:
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
};

MESHSCOPE_TEST(TestStitchReferences)
#include "tst_stitchreferences.moc"
