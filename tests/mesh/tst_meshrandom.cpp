#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <map>
#include <set>

using namespace meshscope;
using namespace meshscope::test;

namespace {
using Pair = std::pair<QString, QString>;

QString table(int i)
{
    return datasetId(QStringLiteral("pg://h"), QStringLiteral("t%1").arg(i));
}

/// Records of a random small mesh: some tables belong to products, some to nobody; lineage may be cyclic.
struct Random {
    QRandomGenerator dice;
    int tables;
    int products;
    Records r;
    std::map<int, std::set<int>> makers;  // table → products
    std::map<int, std::set<int>> readers; // table → products with an input port on it
    std::set<std::pair<int, int>> edges;

    explicit Random(quint32 seed)
        : dice(seed)
        , tables(3 + int(dice.bounded(25)))
        , products(1 + int(dice.bounded(7)))
    {
        for (int p = 0; p < products; ++p) {
            DataProduct product;
            product.id = QStringLiteral("p%1").arg(p);
            r.products.append(product);
        }
        for (int t = 0; t < tables; ++t) {
            Dataset d;
            d.ns = QStringLiteral("pg://h");
            d.name = QStringLiteral("t%1").arg(t);
            d.id = table(t);
            r.datasets.append(d);
            for (const bool output : {true, false}) {
                if (dice.bounded(3) != 0)
                    continue;
                const int p = int(dice.bounded(products));
                Port port;
                port.product = QStringLiteral("p%1").arg(p);
                port.output = output;
                port.name = QStringLiteral("t%1").arg(t);
                port.id = portId(port.product, output, port.name, {});
                port.datasets = {d.id};
                r.ports.append(port);
                (output ? makers : readers)[t].insert(p);
            }
        }
        const int wanted = int(dice.bounded(tables * 2));
        for (int i = 0; i < wanted; ++i) {
            const std::pair edge(int(dice.bounded(tables)), int(dice.bounded(tables)));
            edges.insert(edge);
            r.lineage.append(LineageEdge{table(edge.first), table(edge.second), {}});
        }
    }

    /// Product pairs by lineage, the slow way: every walk from a product's table through tables of nobody.
    [[nodiscard]] std::set<Pair> lineageFlows() const
    {
        std::set<Pair> result;
        for (const auto &[source, from] : makers) {
            std::set<int> seen{source};
            std::vector<int> open{source};
            while (!open.empty()) {
                const int t = open.back();
                open.pop_back();
                for (const auto &[a, b] : edges) {
                    if (a != t || seen.contains(b))
                        continue;
                    seen.insert(b);
                    const bool owned = makers.contains(b);
                    std::set<int> to = owned ? makers.at(b) : std::set<int>{};
                    if (!owned && readers.contains(b))
                        to.insert(readers.at(b).begin(), readers.at(b).end());
                    for (const int f : from) {
                        for (const int x : to) {
                            if (f != x)
                                result.insert({QStringLiteral("p%1").arg(f), QStringLiteral("p%1").arg(x)});
                        }
                    }
                    if (!owned)
                        open.push_back(b);
                }
            }
        }
        return result;
    }
};
} // namespace

/// Compressed adjacency and flows agree with the slow way on random meshes.
class TestMeshRandom : public QObject {
    Q_OBJECT
private slots:
    void adjacencyIsTheListOfEdges()
    {
        for (quint32 seed = 1; seed <= 100; ++seed) {
            const Random random(seed);
            const MeshPtr mesh = meshOf(random.r);
            QCOMPARE(mesh->edgeCount(), qsizetype(random.edges.size()));
            std::set<Pair> out, in;
            for (const NodeId n : mesh->nodes(Kind::Dataset)) {
                const auto down = mesh->downstream(n);
                const auto up = mesh->upstream(n);
                QVERIFY(std::is_sorted(down.begin(), down.end()));
                QVERIFY(std::is_sorted(up.begin(), up.end()));
                for (const NodeId to : down)
                    out.insert({mesh->entity(n).id, mesh->entity(to).id});
                for (const NodeId from : up)
                    in.insert({mesh->entity(from).id, mesh->entity(n).id});
            }
            std::set<Pair> expected;
            for (const auto &[a, b] : random.edges)
                expected.insert({table(a), table(b)});
            QVERIFY(out == expected);
            QVERIFY(in == expected);
        }
    }
    void flowsByLineageAreTheWalks()
    {
        for (quint32 seed = 1; seed <= 300; ++seed) {
            const Random random(seed);
            const MeshPtr mesh = meshOf(random.r);
            std::set<Pair> found;
            for (const Flow &f : mesh->flows()) {
                if (f.by == ProductFlow::By::Lineage)
                    found.insert({mesh->entity(f.from).id, mesh->entity(f.to).id});
                const auto between = mesh->flowsBetween(f.from, f.to);
                QVERIFY(std::any_of(between.begin(), between.end(),
                                    [&](const Flow &g) { return g.by == f.by && g.via == f.via; }));
                const auto down = mesh->productsDownstream(f.from);
                const auto up = mesh->productsUpstream(f.to);
                QVERIFY(std::find(down.begin(), down.end(), f.to) != down.end());
                QVERIFY(std::find(up.begin(), up.end(), f.from) != up.end());
            }
            QVERIFY2(found == random.lineageFlows(), qPrintable(QString::number(seed)));
        }
    }
    void theOrderOfRecordsDoesNotMatter()
    {
        for (quint32 seed = 1; seed <= 50; ++seed) {
            const Random random(seed);
            Records turned = random.r;
            std::reverse(turned.products.begin(), turned.products.end());
            std::reverse(turned.ports.begin(), turned.ports.end());
            std::reverse(turned.datasets.begin(), turned.datasets.end());
            std::reverse(turned.lineage.begin(), turned.lineage.end());
            const MeshPtr a = meshOf(random.r);
            const MeshPtr b = meshOf(turned);
            QCOMPARE(a->nodeCount(), b->nodeCount());
            QCOMPARE(a->flows().size(), b->flows().size());
            for (quint32 i = 0; i < quint32(a->nodeCount()); ++i) {
                QCOMPARE(a->address(NodeId{i}), b->address(NodeId{i}));
                QCOMPARE(a->productOf(NodeId{i}), b->productOf(NodeId{i}));
            }
        }
    }
};

MESHSCOPE_TEST(TestMeshRandom)
#include "tst_meshrandom.moc"
