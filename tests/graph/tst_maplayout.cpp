#include "models/graph/layout.h"

#include "tests/graph/randomgraph.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace meshscope;
using namespace meshscope::graph;

namespace {

/// A company: top boxes with inner boxes and cards of one size, flows between boxes.
LayoutInput company(quint32 seed, int tops, int flows)
{
    QRandomGenerator random(seed);
    LayoutInput in;
    const auto cards = [&](int parent, int count) {
        for (int i = 0; i < count; ++i)
            in.nodes.push_back({128, 24, parent});
    };
    for (int t = 0; t < tops; ++t) {
        const int top = int(in.groups.size());
        in.groups.push_back({-1, 26, 8});
        cards(top, random.bounded(6));
        const int inner = random.bounded(5);
        for (int s = 0; s < inner; ++s) {
            const int sub = int(in.groups.size());
            in.groups.push_back({top, 24, 8});
            cards(sub, random.bounded(12));
            if (random.bounded(4) == 0) {
                in.groups.push_back({sub, 24, 8});
                cards(sub + 1, random.bounded(5));
            }
        }
    }
    for (int f = 0; f < flows; ++f) {
        const int from = random.bounded(int(in.groups.size()));
        const int to = random.bounded(int(in.groups.size()));
        in.edges.push_back({~from, ~to, 1.0 + random.bounded(20)});
    }
    return in;
}

bool overlap(const QRectF &a, const QRectF &b)
{
    return a.left() < b.right() - 1e-6 && b.left() < a.right() - 1e-6 && a.top() < b.bottom() - 1e-6 &&
           b.top() < a.bottom() - 1e-6;
}

bool isIn(const LayoutInput &in, int group, int outer)
{
    for (; group >= 0; group = in.groups[size_t(group)].parent) {
        if (group == outer)
            return true;
    }
    return false;
}

int topOf(const LayoutInput &in, int group)
{
    while (in.groups[size_t(group)].parent >= 0)
        group = in.groups[size_t(group)].parent;
    return group;
}

} // namespace

/// The domain map keeps boxes apart, children inside, and flows out of the boxes they pass.
class TestMapLayout : public QObject {
    Q_OBJECT
private slots:
    void linesLeaveAndEnterByTheDoorsOfBoxes()
    {
        for (quint32 seed = 1; seed <= 150; ++seed) {
            QRandomGenerator random(seed);
            LayoutInput in = company(seed, 2 + int(seed % 12), 0);
            in.rightToLeft = seed % 3 == 0;
            MapOptions options;
            options.sizes.resize(in.groups.size());
            std::vector<int> tops;
            for (size_t g = 0; g < in.groups.size(); ++g) {
                if (in.groups[g].parent < 0)
                    tops.push_back(int(g));
            }
            for (const int top : tops) {
                if (random.bounded(2) == 0)
                    options.sizes[size_t(top)] = QSizeF(200 + random.bounded(500), 150 + random.bounded(300));
            }
            for (int f = 0; f < int(seed % 40); ++f) {
                const int from = tops[size_t(random.bounded(int(tops.size())))];
                const int to = tops[size_t(random.bounded(int(tops.size())))];
                const auto door = [&](int top) {
                    const double height = options.sizes[size_t(top)].height();
                    return options.sizes[size_t(top)].isEmpty() ? -1 : 10 + (height - 20) * random.generateDouble();
                };
                in.edges.push_back({~from, ~to, 1, door(from), door(to)});
            }
            const LayoutResult r = mapLayout(in, options);
            for (size_t e = 0; e < in.edges.size(); ++e) {
                const LayoutEdge &edge = in.edges[e];
                const QRectF from = r.groups[size_t(~edge.from)], to = r.groups[size_t(~edge.to)];
                const std::vector<QPointF> &p = r.routes[e].points;
                if (edge.from == edge.to)
                    continue;
                QVERIFY(p.size() >= 2);
                const QPointF out(in.rightToLeft ? from.left() : from.right(), from.top() + edge.fromOffset);
                const QPointF into(in.rightToLeft ? to.right() : to.left(), to.top() + edge.toOffset);
                QVERIFY(edge.fromOffset < 0 || (p.front() - out).manhattanLength() < 0.01);
                QVERIFY(edge.toOffset < 0 || (p.back() - into).manhattanLength() < 0.01);
                for (size_t i = 0; i + 1 < p.size(); ++i) {
                    QVERIFY(p[i].x() == p[i + 1].x() || p[i].y() == p[i + 1].y());
                    const QRectF stretch = QRectF(p[i], p[i + 1]).normalized().adjusted(-0.1, -0.1, 0.1, 0.1);
                    for (const int top : tops) {
                        // An end without a door may be led on in its own box to what it belongs to.
                        const bool isFree =
                            (~edge.from == top && edge.fromOffset < 0) || (~edge.to == top && edge.toOffset < 0);
                        QVERIFY2(isFree || !overlap(stretch, r.groups[size_t(top)].adjusted(0.2, 0.2, -0.2, -0.2)),
                                 qPrintable(QStringLiteral("seed %1").arg(seed)));
                    }
                }
            }
        }
    }
    void boxesHoldTheirOwn()
    {
        for (quint32 seed = 1; seed <= 150; ++seed) {
            const LayoutInput in = company(seed, 1 + int(seed % 14), int(seed % 40));
            const LayoutResult r = mapLayout(in);
            for (size_t v = 0; v < in.nodes.size(); ++v) {
                QVERIFY(r.groups[size_t(in.nodes[v].parent)].contains(r.nodes[v]));
                QVERIFY(r.nodes[v].top() >= r.groups[size_t(in.nodes[v].parent)].top() + 24);
                for (size_t w = v + 1; w < in.nodes.size(); ++w)
                    QVERIFY(!overlap(r.nodes[v], r.nodes[w]));
                for (size_t g = 0; g < in.groups.size(); ++g)
                    QVERIFY(isIn(in, in.nodes[v].parent, int(g)) || !overlap(r.nodes[v], r.groups[g]));
            }
            for (size_t g = 0; g < in.groups.size(); ++g) {
                const int parent = in.groups[g].parent;
                QVERIFY(parent < 0 || r.groups[size_t(parent)].contains(r.groups[g]));
                for (size_t h = g + 1; h < in.groups.size(); ++h)
                    QVERIFY(isIn(in, int(h), int(g)) || !overlap(r.groups[g], r.groups[h]));
            }
        }
    }
    void flowsPassNoOtherBox()
    {
        for (quint32 seed = 1; seed <= 150; ++seed) {
            const LayoutInput in = company(seed, 2 + int(seed % 12), int(seed % 30));
            const LayoutResult r = mapLayout(in);
            for (size_t e = 0; e < in.edges.size(); ++e) {
                const int from = topOf(in, ~in.edges[e].from);
                const int to = topOf(in, ~in.edges[e].to);
                const std::vector<QPointF> &p = r.routes[e].points;
                if (from == to)
                    continue;
                QVERIFY(p.size() >= 2);
                QVERIFY(r.groups[size_t(from)].adjusted(-0.01, -0.01, 0.01, 0.01).contains(p.front()));
                QVERIFY(r.groups[size_t(to)].adjusted(-0.01, -0.01, 0.01, 0.01).contains(p.back()));
                for (size_t i = 0; i + 1 < p.size(); ++i) {
                    QVERIFY(p[i].x() == p[i + 1].x() || p[i].y() == p[i + 1].y());
                    const QRectF stretch = QRectF(p[i], p[i + 1]).normalized().adjusted(-0.1, -0.1, 0.1, 0.1);
                    for (size_t g = 0; g < in.groups.size(); ++g) {
                        if (in.groups[g].parent < 0 && int(g) != from && int(g) != to)
                            QVERIFY2(!overlap(stretch, r.groups[g]), qPrintable(QStringLiteral("seed %1").arg(seed)));
                    }
                }
            }
        }
    }
    void followsTheFlow()
    {
        LayoutInput in;
        for (int g = 0; g < 6; ++g) {
            in.groups.push_back({-1, 26, 8});
            for (int i = 0; i < 10; ++i)
                in.nodes.push_back({128, 24, g});
        }
        in.edges = {{~0, ~2, 9}, {~1, ~2, 9}, {~2, ~4, 9}, {~3, ~5, 9}, {~1, ~3, 9}};
        const LayoutResult r = mapLayout(in);
        for (const LayoutEdge &e : in.edges)
            QVERIFY(r.groups[size_t(~e.from)].left() <= r.groups[size_t(~e.to)].left());
        QVERIFY(r.groups[0].right() < r.groups[4].left());
    }
    void aimsAtTheAspect()
    {
        const LayoutInput in = company(5, 12, 20);
        MapOptions options;
        options.aspect = 2.5;
        const LayoutResult wide = mapLayout(in, options);
        options.aspect = 0.5;
        const LayoutResult tall = mapLayout(in, options);
        QVERIFY(wide.bounds.width() / wide.bounds.height() > tall.bounds.width() / tall.bounds.height());
    }
    void isTheSameEachTime()
    {
        const LayoutInput in = company(9, 10, 25);
        QCOMPARE(mapLayout(in).groups, mapLayout(in).groups);
    }
    void takesBadInput()
    {
        QVERIFY(mapLayout({}).nodes.empty());
        LayoutInput in;
        in.nodes = {{std::nan(""), 4, 7}, {10, 10, 0}};
        in.groups = {{3, 26, 8}, {0, 26, 8}};
        in.edges = {{0, 1}, {~0, ~9}, {~0, ~1}, {5, 5}};
        const LayoutResult r = mapLayout(in);
        QCOMPARE(r.nodes.size(), size_t(2));
        QCOMPARE(r.routes.size(), size_t(4));
    }
    void aKeptPlanKeepsColumnsAndRowsWhenABoxGrows()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            const LayoutInput in = company(seed, 9, 30);
            MapPlan plan;
            const LayoutResult before = mapLayout(in, {}, &plan);
            QVERIFY(plan.tallest > 0);
            QCOMPARE(plan.places.size(), in.groups.size());
            MapPlan same = plan;
            const LayoutResult again = mapLayout(in, {}, &same);
            QCOMPARE(again.groups, before.groups);
            QCOMPARE(same.places, plan.places);
            // One top box is laid out elsewhere and has become large: what was in it is not given any more.
            MapOptions options;
            options.sizes.resize(in.groups.size());
            options.sizes[0] = QSizeF(1400, 900);
            LayoutInput grown = in;
            for (LayoutNode &n : grown.nodes)
                n.parent = n.parent == 0 ? -1 : n.parent;
            std::erase_if(grown.nodes, [](const LayoutNode &n) { return n.parent < 0; });
            const LayoutResult after = mapLayout(grown, options, &same);
            QCOMPARE(after.groups[0].size(), options.sizes[0]);
            std::vector<int> tops;
            for (size_t g = 0; g < in.groups.size(); ++g) {
                if (in.groups[g].parent < 0)
                    tops.push_back(int(g));
            }
            for (const int a : tops) {
                for (const int b : tops) {
                    if (a == b)
                        continue;
                    QVERIFY(!overlap(after.groups[size_t(a)], after.groups[size_t(b)]));
                    const auto [ca, ra] = plan.places[size_t(a)];
                    const auto [cb, rb] = plan.places[size_t(b)];
                    if (ca < cb)
                        QVERIFY(after.groups[size_t(a)].right() <= after.groups[size_t(b)].left());
                    if (ca == cb && ra < rb)
                        QVERIFY(after.groups[size_t(a)].bottom() <= after.groups[size_t(b)].top());
                }
            }
        }
    }
};

MESHSCOPE_TEST(TestMapLayout)
#include "tst_maplayout.moc"
