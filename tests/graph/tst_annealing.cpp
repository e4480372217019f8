#include "models/graph/annealing.h"
#include "models/graph/ordering.h"
#include "models/graph/ranking.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <cmath>

using namespace meshscope::graph;

namespace {

constexpr double columnWidth = 260;

/// A random graph in layers, its things stacked, and what annealing needs of it.
struct Picture {
    explicit Picture(quint32 seed, int n = 40, int m = 60)
    {
        QRandomGenerator random(seed);
        Vec<RankEdge> edges;
        Vec<LayerGraph::Link> links;
        for (int i = 0; i < m; ++i) {
            const int a = int(random.bounded(n - 1));
            edges.push_back({a, a + 1 + int(random.bounded(n - a - 1)), 1, 1});
            links.push_back({a, edges.back().to, 0, 0, 1, -1});
        }
        Watch watch;
        graph = LayerGraph(n, rankNodes(n, edges, 1000, watch), links, watch);
        for (int v = 0; v < graph.items(); ++v)
            spacing.half.push_back(graph.isPass(v) ? 5 : 20 + 5 * int(random.bounded(3)));
        for (int r = 0; r < graph.layers(); ++r) {
            ends.fromX.push_back(r * columnWidth);
            limits.isClosed.push_back(0);
            limits.isFixed.push_back(0);
            limits.room.push_back(100);
        }
        ends.toX = ends.fromX;
        limits.width.fill(n, 100);
        places = {graph.rank, stacked(graph, spacing)};
        places.rank.resize(size_t(n));
        places.y.resize(size_t(n));
    }
    [[nodiscard]] Places annealed(unsigned number = 0) const
    {
        Watch watch;
        Places out(places);
        anneal(graph, spacing, limits, ends, {600, 300, 500000, number}, out, watch);
        return out;
    }
    [[nodiscard]] long long crossings(const Places &p) const
    {
        LayerGraph g(graph);
        std::copy(p.rank.begin(), p.rank.end(), g.rank.begin());
        return straightCrossings(g, ends, p.y);
    }

    /// How often a line passes over a thing of a layer between its ends.
    [[nodiscard]] int passedOver(const Places &p) const
    {
        int passed = 0;
        for (const LayerGraph::Link &l : graph.links) {
            for (int v = 0; v < graph.real; ++v) {
                const int r = p.rank[v];
                if (r <= p.rank[l.from] || r >= p.rank[l.to])
                    continue;
                const double share = double(r - p.rank[l.from]) / (p.rank[l.to] - p.rank[l.from]);
                const double y = p.y[l.from] + (p.y[l.to] - p.y[l.from]) * share;
                passed += std::abs(y - p.y[v]) < spacing.half[v] ? 1 : 0;
            }
        }
        return passed;
    }

    LayerGraph graph;
    Spacing spacing;
    LineEnds ends;
    Limits limits;
    Places places;
};

} // namespace

/// Annealing of small pictures.
class TestAnnealing : public QObject {
    Q_OBJECT
private slots:
    void linesCrossLess()
    {
        long long before = 0;
        long long after = 0;
        for (quint32 seed = 1; seed <= 10; ++seed) {
            const Picture picture(seed);
            before += picture.crossings(picture.places);
            after += picture.crossings(picture.annealed());
        }
        QVERIFY2(after * 2 < before, qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before)));
    }
    void edgesGoRightAndThingsKeepTheirDistance()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            const Picture picture(seed);
            const Places p = picture.annealed();
            for (const LayerGraph::Link &l : picture.graph.links)
                QVERIFY(p.rank[l.from] < p.rank[l.to]);
            for (int a = 0; a < picture.graph.real; ++a) {
                QVERIFY(p.rank[a] >= 0 && p.rank[a] < picture.graph.layers());
                for (int b = a + 1; b < picture.graph.real; ++b) {
                    const double least = picture.spacing.half[a] + picture.spacing.half[b];
                    QVERIFY(p.rank[a] != p.rank[b] || std::abs(p.y[a] - p.y[b]) >= least - 1e-6);
                }
            }
        }
    }
    void closedLayersKeepTheirThingsAndFixedOnesTheirHeights()
    {
        for (quint32 seed = 1; seed <= 10; ++seed) {
            Picture picture(seed);
            picture.limits.isClosed[0] = 1;
            picture.limits.isClosed[1] = picture.limits.isFixed[1] = 1;
            const Places p = picture.annealed();
            bool moved = false;
            for (int v = 0; v < picture.graph.real; ++v) {
                const int was = picture.places.rank[v];
                QVERIFY((was > 1 && p.rank[v] > 1) || p.rank[v] == was);
                QVERIFY(was != 1 || p.y[v] == picture.places.y[v]);
                moved = moved || (was == 0 && p.y[v] != picture.places.y[v]);
            }
            QVERIFY(moved);
        }
    }
    void wideThingsGoWhereTheyHaveRoom()
    {
        bool moved = false;
        for (quint32 seed = 1; seed <= 10; ++seed) {
            Picture picture(seed);
            for (int v = 0; v < picture.graph.real; v += 2)
                picture.limits.width[v] = 101;
            const Places p = picture.annealed();
            for (int v = 0; v < picture.graph.real; ++v) {
                const bool stays = p.rank[v] == picture.places.rank[v];
                QVERIFY(stays || v % 2 == 1);
                moved = moved || !stays;
            }
        }
        QVERIFY(moved);
    }
    void linesKeepOffWhatIsDense()
    {
        int free = 0;
        int dense = 0;
        for (quint32 seed = 1; seed <= 10; ++seed) {
            Picture picture(seed);
            free += picture.passedOver(picture.annealed());
            picture.limits.density.fill(picture.graph.real, 5);
            dense += picture.passedOver(picture.annealed());
        }
        QVERIFY2(dense * 2 < free, qPrintable(QStringLiteral("%1 of %2").arg(dense).arg(free)));
    }
    void theSameEverytimeAndOtherwiseByItsNumber()
    {
        const Picture picture(3);
        const Places one = picture.annealed();
        const Places again = picture.annealed();
        QVERIFY(one.rank == again.rank && one.y == again.y);
        QVERIFY(picture.annealed(1).y != one.y);
    }
    void nothingToDoIsNoHarm()
    {
        Picture picture(1, 2, 1);
        QCOMPARE(picture.crossings(picture.annealed()), 0);
        picture.graph.links.clear();
        QVERIFY(picture.annealed().y == picture.places.y);
    }
    void aWatchStopsIt()
    {
        const Picture picture(2);
        int asked = 0;
        Watch watch([&] { return ++asked > 0; });
        Places out(picture.places);
        anneal(picture.graph, picture.spacing, picture.limits, picture.ends, {600, 300, 1000000000000LL, 0}, out, watch);
        QCOMPARE(asked, 1);
    }
};

MESHSCOPE_TEST(TestAnnealing)
#include "tst_annealing.moc"
