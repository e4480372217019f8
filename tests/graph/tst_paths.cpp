#include "models/graph/paths.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <set>

using namespace meshscope;
using namespace meshscope::graph;

namespace {

/// All simple paths by trying.
void walk(const std::vector<std::vector<int>> &out, int at, int to, std::vector<int> &path,
          std::vector<std::vector<int>> &found)
{
    path.push_back(at);
    if (at == to) {
        found.push_back(path);
    } else {
        for (const int next : out[size_t(at)]) {
            if (std::find(path.begin(), path.end(), next) == path.end())
                walk(out, next, to, path, found);
        }
    }
    path.pop_back();
}

std::vector<std::vector<int>> everyPath(int n, const std::vector<Arc> &arcs, int from, int to)
{
    std::vector<std::set<int>> sets(static_cast<size_t>(n));
    for (const Arc &a : arcs)
        sets[size_t(a.from)].insert(a.to);
    std::vector<std::vector<int>> out, found;
    for (const std::set<int> &s : sets)
        out.emplace_back(s.begin(), s.end());
    std::vector<int> path;
    walk(out, from, to, path, found);
    return found;
}

/// A ladder of `rungs` choices between two: 2^rungs paths.
std::vector<Arc> ladder(int rungs)
{
    std::vector<Arc> arcs;
    for (int i = 0; i < rungs; ++i) {
        const int v = i * 3;
        arcs.insert(arcs.end(), {{v, v + 1}, {v, v + 2}, {v + 1, v + 3}, {v + 2, v + 3}});
    }
    return arcs;
}

} // namespace

/// How many ways there are, exactly, and the shortest of them.
class TestPaths : public QObject {
    Q_OBJECT
private slots:
    void countsOfAnySize()
    {
        BigCount n = 1;
        for (int i = 0; i < 200; ++i)
            n += n;
        QCOMPARE(n.toString(), QStringLiteral("1606938044258990275541962092341162602522202993782792835301376"));
        QCOMPARE(n.digits(), 61);
        const QLocale c = QLocale::c();
        QCOMPARE(n.inWords(c), QStringLiteral("≈ 1.6 × 10⁶⁰"));
        QCOMPARE(BigCount().inWords(c), QStringLiteral("0"));
        QCOMPARE(BigCount(999'999'999'999'999).inWords(c).remove(c.groupSeparator()), QStringLiteral("999999999999999"));
        QCOMPARE(BigCount(9'960'000'000'000'000).inWords(c), QStringLiteral("≈ 1.0 × 10¹⁶"));
        BigCount carry(999'999'999'999'999'999u);
        carry += 1;
        QCOMPARE(carry.toString(), QStringLiteral("1000000000000000000"));
        QCOMPARE(carry, BigCount(1'000'000'000'000'000'000u));
        QCOMPARE(BigCount(18'446'744'073'709'551'615u).toString(), QStringLiteral("18446744073709551615"));
        QVERIFY(BigCount(0).isZero());
    }
    void listsEveryPathOfAGraphWithoutCycles()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            QRandomGenerator random(seed);
            const int n = 2 + random.bounded(9);
            std::vector<Arc> arcs;
            for (int i = 0; i < n * 3; ++i) {
                const int a = random.bounded(n);
                const int b = random.bounded(n);
                arcs.push_back({std::min(a, b), std::max(a, b), 1}); // double ones and loops with them
            }
            std::vector<std::vector<int>> expected = everyPath(n, arcs, 0, n - 1);
            const Paths paths = allPaths(n, arcs, 0, n - 1, 100000);
            QCOMPARE(paths.count, BigCount(expected.size()));
            QCOMPARE(paths.cycles, 0);
            for (size_t i = 1; i < paths.first.size(); ++i)
                QVERIFY(paths.first[i - 1].size() <= paths.first[i].size());
            std::vector<std::vector<int>> found = paths.first;
            std::sort(found.begin(), found.end());
            std::sort(expected.begin(), expected.end());
            QCOMPARE(found, expected);
        }
    }
    void waysThroughCyclesAreRealPaths()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            QRandomGenerator random(seed);
            const int n = 3 + random.bounded(7);
            std::vector<Arc> arcs;
            for (int i = 0; i < n * 2; ++i)
                arcs.push_back({random.bounded(n), random.bounded(n), 1});
            const std::vector<std::vector<int>> all = everyPath(n, arcs, 0, n - 1);
            const Paths paths = allPaths(n, arcs, 0, n - 1, 100000);
            QCOMPARE(paths.count.isZero(), all.empty());
            QCOMPARE(BigCount(paths.first.size()), paths.count);
            std::set<std::vector<int>> distinct;
            for (size_t i = 0; i < paths.first.size(); ++i) {
                QVERIFY(std::find(all.begin(), all.end(), paths.first[i]) != all.end());
                QVERIFY(i == 0 || paths.first[i - 1].size() <= paths.first[i].size());
                QVERIFY(distinct.insert(paths.first[i]).second);
            }
            if (!all.empty()) {
                size_t shortest = all.front().size();
                for (const std::vector<int> &p : all)
                    shortest = std::min(shortest, p.size());
                QCOMPARE(paths.first.front().size(), shortest);
            }
        }
    }
    void aCycleIsOnePlace()
    {
        // 0 → {1 ⇄ 2} → 3, out of the cycle by either: two ways.
        const std::vector<Arc> arcs{{0, 1}, {1, 2}, {2, 1}, {1, 3}, {2, 3}};
        const Paths paths = allPaths(4, arcs, 0, 3, 10);
        QCOMPARE(paths.count, BigCount(2));
        QCOMPARE(paths.cycles, 1);
        QCOMPARE(paths.first, (std::vector<std::vector<int>>{{0, 1, 3}, {0, 1, 2, 3}}));
        // Both ends in one cycle: one way, the shortest.
        QCOMPARE(allPaths(4, {{0, 1}, {1, 2}, {2, 0}, {0, 2}}, 0, 2, 10).first, (std::vector<std::vector<int>>{{0, 2}}));
    }
    void astronomicallyManyAreCountedAndTheFirstListed()
    {
        const int rungs = 4000;
        const std::vector<Arc> arcs = ladder(rungs);
        const Paths paths = allPaths(rungs * 3 + 1, arcs, 0, rungs * 3, 25);
        QCOMPARE(paths.count.digits(), 1205); // 2^4000
        QCOMPARE(paths.first.size(), size_t(25));
        std::set<std::vector<int>> distinct(paths.first.begin(), paths.first.end());
        QCOMPARE(distinct.size(), size_t(25));
        for (const std::vector<int> &p : paths.first)
            QCOMPARE(p.size(), size_t(rungs * 2 + 1));
    }
    void aWideHubIsNotWalkedForEachPath()
    {
        std::vector<Arc> arcs;
        const int spokes = 20000;
        for (int level = 0; level < 3; ++level) {
            for (int i = 1; i <= spokes; ++i) {
                const int hub = level * (spokes + 1);
                arcs.push_back({hub, hub + i});
                arcs.push_back({hub + i, hub + spokes + 1});
            }
        }
        const Paths paths = allPaths(3 * (spokes + 1) + 1, arcs, 0, 3 * (spokes + 1), 500);
        QCOMPARE(paths.count, BigCount(quint64(spokes) * spokes * spokes));
        QCOMPARE(paths.first.size(), size_t(500));
    }
    void nothingLeadsBack()
    {
        const Paths none = allPaths(3, {{0, 1}, {1, 2}}, 2, 0, 10);
        QVERIFY(none.count.isZero() && none.first.empty());
        QVERIFY(allPaths(3, {{0, 1}}, 1, 1, 10).count.isZero());
        QVERIFY(allPaths(0, {}, 0, 1, 10).count.isZero());
        QVERIFY(allPaths(2, {{0, 7}, {-1, 1}}, 0, 1, 10).count.isZero());
    }
    void canBeCancelled()
    {
        for (int after = 1; after <= 12; ++after) {
            int asked = 0;
            QVERIFY(allPaths(3001, ladder(1000), 0, 3000, 10, [&] { return ++asked >= after; }).cancelled);
        }
    }
    void ofTheMesh()
    {
        const MeshPtr mesh = test::sampleMesh();
        const NodeId orders = test::at(mesh, QStringLiteral("shop/product/orders"));
        const NodeId report = test::at(mesh, QStringLiteral("shop/product/finance-report"));
        const MeshPaths paths = pathsBetween(*mesh, orders, report, Level::Product, 10);
        QVERIFY(!paths.count.isZero());
        QCOMPARE(BigCount(paths.first.size()), paths.count);
        QCOMPARE(paths.first.front().front(), orders);
        QCOMPARE(paths.first.front().back(), report);
        QVERIFY(pathsBetween(*mesh, report, orders, Level::Product, 10).count.isZero());
        QVERIFY(pathsBetween(*mesh, {}, orders, Level::Product, 10).count.isZero());
    }
};

MESHSCOPE_TEST(TestPaths)
#include "tst_paths.moc"
