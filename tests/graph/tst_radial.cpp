#include "models/graph/radial.h"

#include "tests/graph/randomgraph.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace meshscope;
using namespace meshscope::graph;

namespace {

bool overlap(const QRectF &a, const QRectF &b)
{
    return a.left() < b.right() - 1e-6 && b.left() < a.right() - 1e-6 && a.top() < b.bottom() - 1e-6 &&
           b.top() < a.bottom() - 1e-6;
}

int overlaps(const LayoutResult &r)
{
    int n = 0;
    for (size_t v = 0; v < r.nodes.size(); ++v) {
        for (size_t w = v + 1; w < r.nodes.size(); ++w)
            n += overlap(r.nodes[v], r.nodes[w]) ? 1 : 0;
    }
    return n;
}

/// Whether a straight stretch comes into a card.
bool meets(QPointF a, QPointF b, const QRectF &card)
{
    const QRectF r = card.adjusted(1, 1, -1, -1);
    const int steps = 1 + int(std::hypot(b.x() - a.x(), b.y() - a.y()) / 4);
    for (int i = 0; i <= steps; ++i) {
        if (r.contains(a + (b - a) * (double(i) / steps)))
            return true;
    }
    return false;
}

/// Two layers up and three down, cards of one size.
LayoutInput neighbourhood(quint32 seed, int nodes)
{
    QRandomGenerator random(seed);
    LayoutInput in;
    for (int v = 0; v < nodes; ++v)
        in.nodes.push_back({176, 52, -1});
    in.anchor = 0;
    for (int v = 1; v < nodes; ++v) {
        const int other = random.bounded(3) == 0 ? 0 : random.bounded(v);
        in.edges.push_back(v % 3 == 0 ? LayoutEdge{v, other} : LayoutEdge{other, v});
    }
    for (int i = 0; i < nodes / 4; ++i)
        in.edges.push_back({random.bounded(nodes), random.bounded(nodes)});
    return in;
}

} // namespace

/// Rings by distance, apart from each other, edges between the cards.
class TestRadial : public QObject {
    Q_OBJECT
private slots:
    void cardsDoNotOverlap()
    {
        for (quint32 seed = 1; seed <= 150; ++seed) {
            LayoutInput in = test::randomGraph(seed, {int(1 + seed), int(seed * 2), int(seed % 4), true, false});
            in.anchor = int(seed % (seed + 1)) / 2;
            in.rightToLeft = seed % 2 == 0;
            for (const bool full : {false, true}) {
                const LayoutResult r = radialLayout(in, {full, 48, 12});
                QCOMPARE(overlaps(r), 0);
                for (const QRectF &card : r.nodes)
                    QVERIFY(r.bounds.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(card));
            }
        }
    }
    void edgesPassNoCard()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            const LayoutInput in = neighbourhood(seed, 3 + int(seed) * 2);
            const LayoutResult r = radialLayout(in, {seed % 2 == 0, 48, 12});
            for (size_t e = 0; e < in.edges.size(); ++e) {
                const LayoutEdge &edge = in.edges[e];
                const std::vector<QPointF> &p = r.routes[e].points;
                QVERIFY(p.size() >= 2);
                if (edge.from == edge.to)
                    continue;
                for (const auto &[end, point] : {std::pair(edge.from, p.front()), std::pair(edge.to, p.back())}) {
                    const QRectF card = r.nodes[size_t(end)];
                    QVERIFY(card.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point));
                    QVERIFY(!card.adjusted(1, 1, -1, -1).contains(point));
                }
                for (size_t i = 0; i + 1 < p.size(); ++i) {
                    for (size_t v = 0; v < r.nodes.size(); ++v) {
                        if (int(v) != edge.from && int(v) != edge.to)
                            QVERIFY2(!meets(p[i], p[i + 1], r.nodes[v]), qPrintable(QStringLiteral("seed %1").arg(seed)));
                    }
                }
            }
        }
    }
    void upstreamIsLeftAndFurtherIsFurther()
    {
        LayoutInput in;
        in.nodes.resize(7, {100, 40, -1});
        in.anchor = 3;
        in.edges = {{0, 1}, {1, 3}, {2, 3}, {3, 4}, {4, 5}, {6, 4}};
        const LayoutResult r = radialLayout(in);
        const QPointF c = r.nodes[3].center();
        for (const int up : {0, 1, 2})
            QVERIFY(r.nodes[size_t(up)].right() < c.x());
        for (const int down : {4, 5, 6}) // 6 is reached only by a detour over what is downstream
            QVERIFY(r.nodes[size_t(down)].left() > c.x());
        const auto away = [&](int v) { return QLineF(c, r.nodes[size_t(v)].center()).length(); };
        QVERIFY(away(0) > away(1) && away(5) > away(4) && away(6) > away(4));
        in.rightToLeft = true;
        const LayoutResult mirrored = radialLayout(in);
        QVERIFY(mirrored.nodes[0].left() > mirrored.nodes[3].center().x());
    }
    void distancesAreSteps()
    {
        LayoutInput in;
        in.nodes.resize(6);
        in.edges = {{0, 1}, {1, 2}, {2, 0}, {3, 0}, {3, 4}};
        const std::vector<RadialPlace> p = radialPlaces(in, 0);
        QCOMPARE(p[0].distance, 0);
        QVERIFY(p[1].distance == 1 && !p[1].up);
        QVERIFY(p[2].distance == 1 && p[2].up); // in a cycle: the nearer way
        QVERIFY(p[4].distance == 2 && p[4].up);
        QCOMPARE(p[5].distance, -1);
    }
    void theFullCircleIsBalanced()
    {
        LayoutInput in;
        in.nodes.resize(21, {100, 40, -1});
        in.anchor = 0;
        for (int v = 1; v <= 20; ++v)
            in.edges.push_back({0, v});
        const auto left = [](const LayoutResult &r) {
            return std::count_if(r.nodes.begin(), r.nodes.end(),
                                 [&](const QRectF &c) { return c.center().x() < r.nodes[0].center().x() - 1; });
        };
        QCOMPARE(left(radialLayout(in, {false, 48, 12})), 0);
        QCOMPARE(left(radialLayout(in, {true, 48, 12})), 10);
    }
    void branchesOfTheFullCircleStayOnTheirSide()
    {
        LayoutInput in = neighbourhood(4, 60);
        const RadialOptions round{true, 48, 12};
        const LayoutResult r = radialLayout(in, round);
        for (const QRectF &card : r.nodes)
            in.previous.push_back(card.center());
        // New ones come first in the order: what is there does not make way to the other side.
        for (int i = 0; i < 7; ++i) {
            in.nodes.push_back({176, 52, -1});
            in.edges.insert(in.edges.begin(), {0, int(in.nodes.size()) - 1});
            in.previous.push_back({std::nan(""), std::nan("")});
        }
        const LayoutResult now = radialLayout(in, round);
        const std::vector<RadialPlace> places = radialPlaces(in, 0);
        for (size_t v = 1; v < 60; ++v) {
            if (places[v].distance == 1)
                QCOMPARE(now.nodes[v].center().x() < now.nodes[0].center().x(),
                         r.nodes[v].center().x() < r.nodes[0].center().x());
        }
        QCOMPARE(overlaps(now), 0);
    }
    void isTheSameEachTimeAndKeepsItsOrder()
    {
        LayoutInput in = neighbourhood(4, 60);
        const LayoutResult r = radialLayout(in);
        QCOMPARE(radialLayout(in).nodes, r.nodes);
        for (const QRectF &card : r.nodes)
            in.previous.push_back(card.center());
        // A new neighbour of the middle: what is there stays in its order.
        in.nodes.push_back({176, 52, -1});
        in.edges.push_back({0, 60});
        in.previous.push_back({std::nan(""), std::nan("")});
        const LayoutResult now = radialLayout(in);
        const std::vector<RadialPlace> places = radialPlaces(in, 0);
        int pairs = 0;
        int turned = 0;
        for (size_t a = 1; a < 60; ++a) {
            for (size_t b = a + 1; b < 60; ++b) {
                if (places[a].distance != 1 || places[b].distance != 1 || places[a].up != places[b].up)
                    continue;
                ++pairs;
                const double before = r.nodes[a].center().y() - r.nodes[b].center().y();
                const double after = now.nodes[a].center().y() - now.nodes[b].center().y();
                turned += before * after < 0 ? 1 : 0;
            }
        }
        QVERIFY(pairs > 20);
        QVERIFY2(turned * 20 <= pairs, qPrintable(QStringLiteral("%1 of %2").arg(turned).arg(pairs)));
    }
    void takesBadInput()
    {
        QVERIFY(radialLayout({}).nodes.empty());
        LayoutInput in;
        in.nodes = {{std::nan(""), -4, 0}, {0, 0, 1}, {1e9, 1e9, -1}, {10, 70000, -1}};
        in.edges = {{0, 9}, {~0, 1}, {0, 1}, {1, 1}, {2, 0}, {3, 0}, {0, 0}};
        in.anchor = 77;
        const LayoutResult r = radialLayout(in, {false, std::nan(""), 0});
        QCOMPARE(overlaps(radialLayout(in)), 0);
        QVERIFY(r.routes[0].points.empty() && r.routes[1].points.empty());
        for (const QRectF &card : r.nodes)
            QVERIFY(std::isfinite(card.x()) && std::isfinite(card.bottom()));
    }
    void aStarAndAChainOfThousands()
    {
        LayoutInput star, chain;
        star.nodes.resize(20000, {176, 52, -1});
        chain.nodes.resize(20000, {176, 52, -1});
        star.anchor = chain.anchor = 0;
        for (int v = 1; v < 20000; ++v) {
            star.edges.push_back({0, v});
            chain.edges.push_back({v - 1, v});
        }
        const LayoutResult r = radialLayout(star);
        QVERIFY(r.bounds.width() < 60000);
        QCOMPARE(radialLayout(chain).routes.size(), size_t(19999));
        for (int after = 1; after <= 4; ++after) {
            int asked = 0;
            star.cancelled = [&] { return ++asked >= after; };
            QVERIFY(radialLayout(star).cancelled);
        }
    }
};

MESHSCOPE_TEST(TestRadial)
#include "tst_radial.moc"
