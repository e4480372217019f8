#include "models/graph/coordinates.h"
#include "models/graph/crossings.h"
#include "models/graph/firstorder.h"
#include "models/graph/gaps.h"
#include "models/graph/lastranks.h"
#include "models/graph/nesting.h"
#include "models/graph/ordering.h"
#include "models/graph/packing.h"
#include "models/graph/polishing.h"
#include "models/graph/ranking.h"
#include "models/graph/switching.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <cmath>

using namespace meshscope::graph;

namespace {

Vec<RankEdge> randomEdges(quint32 seed, int n, int m)
{
    QRandomGenerator random(seed);
    Vec<RankEdge> edges;
    for (int i = 0; i < m; ++i) {
        const int a = int(random.bounded(n - 1));
        edges.push_back({a, a + 1 + int(random.bounded(n - a - 1)), 1 + int(random.bounded(3)), 1});
    }
    return edges;
}

LayerGraph randomLayers(quint32 seed, int n, int m)
{
    const Vec<RankEdge> edges = randomEdges(seed, n, m);
    Watch watch;
    Vec<LayerGraph::Link> links;
    QRandomGenerator random(seed + 99);
    for (const RankEdge &e : edges)
        links.push_back({e.from, e.to, int(random.bounded(2)), int(random.bounded(2)), 1, -1});
    return LayerGraph(n, rankNodes(n, edges, 100, watch), links, watch);
}

Spacing evenSpacing(const LayerGraph &g)
{
    Spacing s;
    for (int v = 0; v < g.items(); ++v)
        s.half.push_back(g.isPass(v) ? 5 : 15);
    return s;
}

/// The slow way: every pair of pieces.
long long crossingsOneByOne(const LayerGraph &g)
{
    long long sum = 0;
    for (int r = 0; r + 1 < g.layers(); ++r) {
        Vec<std::pair<int, int>> pieces;
        for (const int v : g.layer(r)) {
            for (int i = g.outFirst[v]; i < g.outFirst[v + 1]; ++i)
                pieces.emplace_back(g.outSlot[v] + g.outOwn[i], g.inSlot[g.outTo[i]] + g.outPort[i]);
        }
        for (int i = 0; i < pieces.count(); ++i) {
            for (int k = i + 1; k < pieces.count(); ++k)
                sum += (pieces[i].first - pieces[k].first) * (pieces[i].second - pieces[k].second) < 0 ? 1 : 0;
        }
    }
    return sum;
}

/// The least weighted span there is, by trying all ranks below `most`.
long long leastSpan(int n, const Vec<RankEdge> &edges, int most)
{
    Vec<int> rank(n, 0);
    long long best = -1;
    for (bool more = true; more;) {
        bool holds = true;
        for (const RankEdge &e : edges)
            holds = holds && rank[e.to] - rank[e.from] >= e.length;
        if (holds && (best < 0 || spanOf(edges, rank) < best))
            best = spanOf(edges, rank);
        int i = 0;
        while (i < n && ++rank[i] == most)
            rank[i++] = 0;
        more = i < n;
    }
    return best;
}

} // namespace

/// Each phase of the layered layout by itself.
class TestLayoutPhases : public QObject {
    Q_OBJECT
private slots:
    void ranksHoldAndAreShortest()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            const Vec<RankEdge> edges = randomEdges(seed, 6, 8);
            Watch watch;
            const Vec<int> rank = rankNodes(6, edges, 1000, watch);
            for (const RankEdge &e : edges)
                QVERIFY(rank[e.to] - rank[e.from] >= e.length);
            QCOMPARE(*std::min_element(rank.begin(), rank.end()), 0);
            QCOMPARE(spanOf(edges, rank), leastSpan(6, edges, 6));
        }
    }
    void moreEffortNeverMakesRanksLonger()
    {
        const Vec<RankEdge> edges = randomEdges(4, 2000, 3200);
        Watch watch;
        const long long some = spanOf(edges, rankNodes(2000, edges, 10, watch));
        const long long more = spanOf(edges, rankNodes(2000, edges, 10000, watch));
        QVERIFY(more <= some);
        QVERIFY(some < spanOf(edges, rankNodes(2000, edges, 0, watch)));
    }
    void keptRanksStay()
    {
        // 0 -> 1 -> 2 were in columns 0, 1, 3; 3 is new between 1 and 2, 4 new before 0
        const Vec<int> columns = lastColumns(
            [] {
                Vec<double> left(5, std::nan(""));
                left[0] = 10;
                left[1] = 200.4;
                left[2] = 600;
                return left;
            }(),
            30);
        QCOMPARE(columns[0], 0);
        QCOMPARE(columns[2], 2);
        QCOMPARE(columns[3], -1);
        Vec<RankEdge> edges;
        for (const auto &[a, b] : {std::pair{0, 1}, {1, 2}, {1, 3}, {3, 2}, {4, 0}})
            edges.push_back({a, b, 1, 1});
        const Vec<int> rank = keepRanks(5, edges, columns);
        QCOMPARE(rank[1] - rank[0], 1);
        QCOMPARE(rank[3] - rank[1], 1);
        QCOMPARE(rank[2] - rank[1], 2); // only as far as the new one needs
        QCOMPARE(rank[0] - rank[4], 1);
    }
    void longLinksPassEveryLayer()
    {
        const LayerGraph g = randomLayers(3, 40, 60);
        for (const LayerGraph::Link &l : g.links) {
            int at = l.from;
            for (int r = g.rank[l.from] + 1; r < g.rank[l.to]; ++r) {
                const int pass = l.firstPass + r - g.rank[l.from] - 1;
                QCOMPARE(g.rank[pass], r);
                QCOMPARE(g.in(pass).front(), at);
                at = pass;
            }
            QVERIFY(std::count(g.out(at).begin(), g.out(at).end(), l.to) > 0);
        }
    }
    void crossingsAreCountedRight()
    {
        for (quint32 seed = 1; seed <= 40; ++seed) {
            const LayerGraph g = randomLayers(seed, 30, 60);
            QCOMPARE(CrossingCounter().count(g), crossingsOneByOne(g));
        }
    }
    void localSearchSaysWhatItTookAway()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            LayerGraph g = randomLayers(seed, 60, 110);
            Watch watch;
            long long before = crossingsOneByOne(g);
            long long less = switchNeighbours(g, 10, {}, watch);
            QCOMPARE(crossingsOneByOne(g), before - less);
            before -= less;
            less = sift(g, 16, 3, {}, watch);
            QCOMPARE(crossingsOneByOne(g), before - less);
            QVERIFY(less >= 0);
        }
    }
    void sweepsNeverLeaveMoreCrossings()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            LayerGraph g = randomLayers(seed, 80, 130);
            const Spacing spacing = evenSpacing(g);
            Watch watch;
            const long long before = crossingsOneByOne(g);
            Vec<double> y = stacked(g, spacing);
            sweep(g, spacing, 6, true, {}, y, watch);
            QVERIFY(crossingsOneByOne(g) <= before);
        }
    }
    void depthFirstKeepsTreesFree()
    {
        Vec<LayerGraph::Link> links;
        Vec<int> rank(63, 0);
        for (int v = 1; v < 63; ++v) {
            links.push_back({(v - 1) / 2, v, 0, 0, 1, -1});
            rank[v] = rank[(v - 1) / 2] + 1;
        }
        Watch watch;
        LayerGraph g(63, rank, links, watch);
        orderDepthFirst(g, watch);
        QCOMPARE(CrossingCounter().count(g), 0);
    }
    void sortingByKeysIsStable()
    {
        QRandomGenerator random(1);
        for (const int n : {5, 95, 96, 3000}) {
            Vec<int> items, expected;
            Vec<double> key(n, 0);
            for (int i = 0; i < n; ++i) {
                items.push_back(i);
                key[i] = double(random.bounded(50)) - 20;
            }
            expected = items;
            std::stable_sort(expected.begin(), expected.end(), [&](int a, int b) { return key[a] < key[b]; });
            KeySorter().sort(items, key);
            QCOMPARE(items, expected);
        }
    }
    void nearNumbersPutJoinedThingsTogether()
    {
        // Two chains in one graph, given interleaved and joined at one end only.
        Vec<LayerGraph::Link> links;
        Vec<int> rank;
        for (int i = 0; i < 40; ++i) {
            rank.push_back(i / 2);
            if (i >= 2)
                links.push_back({i - 2, i, 0, 0, 1, -1});
        }
        links.push_back({0, 3, 0, 0, 1, -1});
        Watch watch;
        LayerGraph g(40, rank, links, watch);
        const Vec<double> x = nearNumbers(g, 400, watch);
        QVERIFY((x[38] < 0) != (x[39] < 0));
        QVERIFY(std::abs(x[38] - x[36]) < std::abs(x[38] - x[39]) / 4);
    }
    void settlingKeepsOrderAndDistances()
    {
        const LayerGraph g = randomLayers(5, 50, 20);
        const Spacing spacing = evenSpacing(g);
        QRandomGenerator random(3);
        Vec<double> wish, weight, y(g.items(), 0);
        for (int v = 0; v < g.items(); ++v) {
            wish.push_back(double(random.bounded(300)));
            weight.push_back(1 + double(random.bounded(5)));
        }
        Settler settler;
        for (int r = 0; r < g.layers(); ++r) {
            settler.settle(g.layer(r), spacing, wish, weight, y);
            for (int i = 0; i + 1 < g.size(r); ++i) {
                const int a = g.layer(r)[size_t(i)];
                const int b = g.layer(r)[size_t(i + 1)];
                QVERIFY(y[b] - y[a] >= spacing.half[a] + spacing.half[b] - 1e-9);
            }
        }
    }
    void heightsKeepDistancesAndAnchors()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            LayerGraph g = randomLayers(seed, 60, 90);
            const Spacing spacing = evenSpacing(g);
            Watch watch;
            Vec<double> y = stacked(g, spacing);
            placeAcross(g, spacing, {}, 10, 4, y, watch);
            for (int r = 0; r < g.layers(); ++r) {
                for (int i = 0; i + 1 < g.size(r); ++i) {
                    const int a = g.layer(r)[size_t(i)];
                    const int b = g.layer(r)[size_t(i + 1)];
                    QVERIFY(y[b] - y[a] >= spacing.half[a] + spacing.half[b] - 1e-6);
                }
            }
            Anchors anchors{y, Vec<char>(g.items(), 1)};
            Vec<double> again = stacked(g, spacing);
            placeAcross(g, spacing, anchors, 4, 1, again, watch);
            for (int v = 0; v < g.items(); ++v)
                QVERIFY(std::abs(again[v] - y[v]) < 1e-6);
        }
    }
    void passesGoWhereRoomIs()
    {
        // One layer in the middle: two anchored cards with no room between, and a pass put between them.
        Vec<LayerGraph::Link> links{};
        links.push_back({0, 3, 0, 0, 1, -1});
        links.push_back({0, 1, 0, 0, 1, -1});
        links.push_back({0, 2, 0, 0, 1, -1});
        Watch watch;
        LayerGraph g(
            4,
            [] {
                Vec<int> rank(4, 1);
                rank[0] = 0;
                rank[3] = 2;
                return rank;
            }(),
            links, watch);
        const int pass = g.links[0].firstPass;
        g.order[g.first[1]] = 1;
        g.order[g.first[1] + 1] = pass;
        g.order[g.first[1] + 2] = 2;
        g.number();
        const Spacing spacing = evenSpacing(g);
        Anchors anchors{Vec<double>(g.items(), 0), Vec<char>(g.items(), 0)};
        anchors.isAnchored[1] = anchors.isAnchored[2] = 1;
        anchors.y[2] = 30;
        passWhereRoomIs(g, spacing, anchors);
        QVERIFY(g.pos[pass] != 1);
        QVERIFY(g.pos[1] < g.pos[2]);
    }
    void polishTakesCrossingsOfLinesAndRoutesAway()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            LayerGraph g = randomLayers(seed, 40, 60);
            const Spacing spacing = evenSpacing(g);
            Watch watch;
            Vec<double> y = stacked(g, spacing);
            LineEnds ends;
            for (int r = 0; r < g.layers(); ++r)
                ends.fromX.push_back(r * 260);
            ends.toX = ends.fromX;
            const auto both = [&] { return straightCrossings(g, ends, y) + CrossingCounter().count(g); };
            const long long before = both();
            polish(g, spacing, {}, ends, y, 100000, watch);
            QVERIFY(both() < before);
            for (int r = 0; r < g.layers(); ++r) {
                for (int i = 0; i + 1 < g.size(r); ++i)
                    QVERIFY(y[g.layer(r)[size_t(i)]] < y[g.layer(r)[size_t(i + 1)]]);
            }
        }
    }
    void boxesArePackedWithoutOverlap()
    {
        QRandomGenerator random(8);
        Vec<PackBox> boxes;
        for (int i = 0; i < 60; ++i)
            boxes.push_back({QSizeF(20 + random.bounded(200), 20 + random.bounded(90)),
                             i % 3 == 0,
                             QPointF(random.bounded(900), random.bounded(900)),
                             {}});
        Vec<PackBox *> all;
        for (PackBox &b : boxes)
            all.push_back(&b);
        double y = 0;
        double width = 0;
        packRows(all, 10, 1.6, y, width);
        for (int a = 0; a < 60; ++a) {
            const QRectF r(boxes[a].at, boxes[a].size);
            QVERIFY(r.right() <= width + 1e-6 && r.bottom() <= y + 1e-6);
            for (int b = a + 1; b < 60; ++b)
                QVERIFY(!r.adjusted(1, 1, -1, -1).intersects(QRectF(boxes[b].at, boxes[b].size)));
        }
    }
    void edgesPassTheBordersOfTheirGroups()
    {
        LayoutInput in;
        in.groups = {{-1}, {0}, {-1}};
        in.nodes = {{10, 10, 1}, {10, 10, 2}, {10, 10, 2}};
        in.edges = {{0, 1}, {0, 2}, {1, 0}};
        Watch watch;
        const Nesting n = nest(in, watch);
        QCOMPARE(n.edges[0].count, 4); // out of two groups, across, into one
        QVERIFY(n.edges[0].reversed != n.edges[2].reversed);
        QCOMPARE(n.levels[2].links.count(), 1); // both edges leave their group the same way
        QCOMPARE(n.levels[0].height, 2);
    }
};

MESHSCOPE_TEST(TestLayoutPhases)
#include "tst_layoutphases.moc"
