#include "models/graph/traversal.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <functional>
#include <map>
#include <set>

using namespace meshscope;

namespace {

/// Tables `t0` … joined by the given edges, each made by a job of its own.
MeshPtr tables(int count, const std::vector<std::pair<int, int>> &edges)
{
    Records r;
    const auto id = [](int i) { return QStringLiteral("db://x/t%1").arg(i, 3, 10, QLatin1Char('0')); };
    for (int i = 0; i < count; ++i) {
        Dataset d;
        d.ns = QStringLiteral("db://x");
        d.name = QStringLiteral("t%1").arg(i, 3, 10, QLatin1Char('0'));
        d.id = id(i);
        r.datasets.append(d);
    }
    for (const auto &[a, b] : edges) {
        Job job;
        job.ns = QStringLiteral("jobs");
        job.name = QStringLiteral("j%1-%2").arg(a).arg(b);
        job.id = job.ns + u'/' + job.name;
        r.jobs.append(job);
        r.lineage.append({id(a), id(b), job.id});
        r.columnLineage.append({id(a), QStringLiteral("c"), id(b), QStringLiteral("c"), job.id, QStringLiteral("copied")});
    }
    return test::meshOf(r);
}

NodeId t(const MeshPtr &mesh, int i)
{
    return mesh->find(QStringLiteral("shop"), Kind::Dataset, QStringLiteral("db://x/t%1").arg(i, 3, 10, QLatin1Char('0')));
}

std::map<NodeId, int> depthsOf(const LineageAnswer &a)
{
    std::map<NodeId, int> depths;
    for (const LineageAnswer::Item &item : a.nodes)
        depths.emplace(item.node, item.depth);
    return depths;
}

} // namespace

/// Lineage answers follow the page of meanings: depths, ties, totals, cycles.
class TestTraversal : public QObject {
    Q_OBJECT
private slots:
    void limitsDepthsButCountsAll()
    {
        const MeshPtr mesh = tables(6, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}});
        const LineageAnswer a = lineage(*mesh, t(mesh, 2), 1, 2, Level::Dataset);
        QCOMPARE(a.nodes.size(), size_t(4));
        QCOMPARE(a.nodes.front().depth, -1);
        QCOMPARE(a.nodes.back().depth, 2);
        QCOMPARE(a.totalUp, 2);
        QCOMPARE(a.totalDown, 3);
        QCOMPARE(a.links.size(), size_t(3));
        QCOMPARE(a.links.front().via.size(), size_t(1));
        QVERIFY(a.cycles.empty());
        QVERIFY(a.complete);
        const LineageAnswer all = lineage(*mesh, t(mesh, 2), allDepths, allDepths, Level::Dataset);
        QCOMPARE(all.nodes.size(), size_t(6));
    }
    void aTieIsUpstream()
    {
        const MeshPtr mesh = tables(3, {{0, 1}, {1, 0}, {1, 2}, {2, 0}});
        const auto depths = depthsOf(lineage(*mesh, t(mesh, 0), allDepths, allDepths, Level::Dataset));
        QCOMPARE(depths.at(t(mesh, 1)), -1); // 1 up, 1 down
        QCOMPARE(depths.at(t(mesh, 2)), -1); // 1 up, 2 down
    }
    void findsCycles()
    {
        const MeshPtr mesh = tables(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {4, 4}, {3, 5}, {3, 4}});
        const LineageAnswer a = lineage(*mesh, t(mesh, 0), allDepths, allDepths, Level::Dataset);
        QVERIFY(!a.cycles.empty());
        bool three = false;
        for (const auto &cycle : a.cycles)
            three = three || cycle.size() == 3;
        QVERIFY(three);
    }
    void agreesWithASlowSearch()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            QRandomGenerator random(seed);
            std::set<std::pair<int, int>> edges;
            for (int i = 0; i < 30; ++i) {
                const int a = random.bounded(20);
                const int b = random.bounded(20);
                if (a != b)
                    edges.insert({a, b});
            }
            const MeshPtr mesh = tables(20, {edges.begin(), edges.end()});
            const auto slow = [&](bool up) {
                std::map<int, int> depth{{0, 0}};
                for (int round = 0; round < 25; ++round) {
                    for (const auto &[a, b] : edges) {
                        const int from = up ? b : a;
                        const int to = up ? a : b;
                        if (depth.contains(from) && (!depth.contains(to) || depth[to] > depth[from] + 1))
                            depth[to] = depth[from] + 1;
                    }
                }
                return depth;
            };
            const std::map<int, int> up = slow(true);
            const std::map<int, int> down = slow(false);
            const LineageAnswer a = lineage(*mesh, t(mesh, 0), 2, 3, Level::Dataset);
            QCOMPARE(a.totalUp, qsizetype(up.size()) - 1);
            QCOMPARE(a.totalDown, qsizetype(down.size()) - 1);
            const auto depths = depthsOf(a);
            for (int i = 0; i < 20; ++i) {
                const bool isUp = up.contains(i) && up.at(i) <= 2;
                const bool isDown = down.contains(i) && down.at(i) <= 3;
                const auto it = depths.find(t(mesh, i));
                QCOMPARE(it != depths.end(), isUp || isDown);
                if (!isUp && !isDown)
                    continue;
                const int expected = isUp && (!isDown || up.at(i) <= down.at(i)) ? -up.at(i) : down.at(i);
                QCOMPARE(it->second, expected);
            }
            for (const LineageAnswer::Link &link : a.links)
                QVERIFY(depths.contains(link.from) && depths.contains(link.to));
        }
    }
    void followsProductsAndDomains()
    {
        const MeshPtr mesh = test::sampleMesh();
        const NodeId revenue = test::at(mesh, QStringLiteral("shop/product/revenue"));
        QCOMPARE(defaultLevel(*mesh, revenue), Level::Product);
        const LineageAnswer a = lineage(*mesh, revenue, allDepths, allDepths, Level::Product);
        const auto depths = depthsOf(a);
        const auto depth = [&](const char *id) {
            const auto it = depths.find(test::at(mesh, QStringLiteral("shop/product/") + QLatin1StringView(id)));
            return it == depths.end() ? 99 : it->second;
        };
        QCOMPARE(depth("revenue"), 0);
        QVERIFY(depth("orders") < 0 && depth("orders") > -3);
        QVERIFY(depth("payments") < 0);
        QCOMPARE(depth("finance-report"), 1);
        QCOMPARE(depth("stock"), 99);
        const NodeId finance = test::at(mesh, QStringLiteral("shop/domain/finance"));
        QCOMPARE(defaultLevel(*mesh, finance), Level::Domain);
        const LineageAnswer d = lineage(*mesh, finance, 1, 1, Level::Domain);
        QVERIFY(d.totalUp >= 1);
        for (const LineageAnswer::Item &item : d.nodes)
            QCOMPARE(mesh->kind(item.node), Kind::Domain);
        const LineageAnswer tablesOf = lineage(*mesh, revenue, 1, 0, Level::Dataset);
        QCOMPARE(mesh->kind(tablesOf.root), Kind::Dataset);
        QVERIFY(tablesOf.totalUp >= 4);
    }
    void tracesAColumn()
    {
        const MeshPtr mesh = tables(5, {{0, 1}, {1, 2}, {1, 3}, {3, 4}});
        const ColumnTrace trace = traceColumn(*mesh, t(mesh, 1), QStringLiteral("c"), allDepths, 1);
        QCOMPARE(trace.totalUp, 1);
        QCOMPARE(trace.totalDown, 3);
        QCOMPARE(trace.steps.size(), size_t(4));
        QCOMPARE(trace.steps.front().depth, -1);
        QCOMPARE(trace.links.size(), size_t(3));
        QVERIFY(trace.links.front().job.isValid());
        QCOMPARE(trace.links.front().transform, QStringLiteral("copied"));
        QVERIFY(traceColumn(*mesh, t(mesh, 1), QStringLiteral("no such"), 1, 1).links.empty());
    }
    void anInvalidRootIsAnEmptyAnswer()
    {
        QVERIFY(lineage(*test::sampleMesh(), {}, 1, 1, Level::Dataset).nodes.empty());
        QVERIFY(traceColumn(*test::sampleMesh(), {}, QStringLiteral("x"), 1, 1).steps.empty());
    }
};

MESHSCOPE_TEST(TestTraversal)
#include "tst_traversal.moc"
