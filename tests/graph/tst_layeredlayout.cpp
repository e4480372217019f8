#include "models/graph/layout.h"

#include "tests/graph/layoutfaults.h"
#include "tests/graph/randomgraph.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace meshscope;
using namespace meshscope::graph;
using test::cardsCrossed;
using test::fault;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int share = 10; ///< unoptimised and watched, a layout takes a hundred times as long
#else
constexpr int share = 1;
#endif

} // namespace

/// What must hold for any graph the layered layout is given.
class TestLayeredLayout : public QObject {
    Q_OBJECT
private slots:
    void keepsItsPromises_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("edges");
        QTest::addColumn<int>("groups");
        QTest::addColumn<int>("graphs");
        QTest::newRow("tiny") << 4 << 5 << 0 << 100;
        QTest::newRow("flat") << 30 << 45 << 0 << 40;
        QTest::newRow("dense") << 20 << 120 << 0 << 60;
        QTest::newRow("unconnected") << 40 << 8 << 0 << 60;
        QTest::newRow("nested") << 30 << 40 << 6 << 60;
        QTest::newRow("deep") << 20 << 30 << 25 << 40;
        QTest::newRow("groups alone") << 0 << 0 << 8 << 10;
    }
    void keepsItsPromises()
    {
        QFETCH(int, nodes);
        QFETCH(int, edges);
        QFETCH(int, groups);
        QFETCH(int, graphs);
        for (int seed = 1; seed <= graphs / share; ++seed) {
            const LayoutInput in = test::randomGraph(quint32(seed), {nodes, edges, groups});
            const LayoutResult r = layeredLayout(in);
            const QString what = fault(in, r);
            QVERIFY2(what.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(what)));
        }
    }
    void edgesPassNoCard()
    {
        for (int seed = 1; seed <= 40 / share; ++seed) {
            LayoutInput in = test::randomGraph(quint32(seed), {30, 45, 0});
            QCOMPARE(cardsCrossed(in, layeredLayout(in)), 0);
            in = test::randomGraph(quint32(seed), {25, 35, 6});
            for (LayoutEdge &e : in.edges) {
                if (e.to < 0)
                    e.to = e.from == 0 ? 1 : 0;
            }
            QCOMPARE(cardsCrossed(in, layeredLayout(in)), 0);
        }
    }
    void isTheSameEachTime()
    {
        const LayoutInput in = test::randomGraph(7, {60, 100, 8});
        const LayoutResult a = layeredLayout(in);
        const LayoutResult b = layeredLayout(in);
        QCOMPARE(a.nodes, b.nodes);
        QCOMPARE(a.groups, b.groups);
        for (size_t e = 0; e < a.routes.size(); ++e)
            QCOMPARE(a.routes[e].points, b.routes[e].points);
    }
    void turnsOnlyWhatIsInACycle()
    {
        for (int seed = 1; seed <= 50; ++seed) {
            const LayoutInput in = test::randomGraph(quint32(seed), {25, 50, 0, false});
            for (const LayoutRoute &route : layeredLayout(in).routes)
                QVERIFY(!route.reversed);
        }
    }
    void aChainIsStraight()
    {
        LayoutInput in;
        for (int i = 0; i < 6; ++i)
            in.nodes.push_back({100, 40, -1});
        for (int i = 0; i < 5; ++i)
            in.edges.push_back({i, i + 1});
        const LayoutResult r = layeredLayout(in);
        for (int i = 1; i < 6; ++i)
            QCOMPARE(r.nodes[size_t(i)].center().y(), r.nodes[0].center().y());
    }
    void aLongEdgeIsStraightInTheMiddle()
    {
        LayoutInput in;
        for (int i = 0; i < 6; ++i)
            in.nodes.push_back({100, 40, -1});
        for (int i = 0; i < 5; ++i)
            in.edges.push_back({i, i + 1});
        in.edges.push_back({0, 5});
        const LayoutResult r = layeredLayout(in);
        const std::vector<QPointF> &p = r.routes.back().points;
        QVERIFY(p.size() >= 2 && p.size() <= 6);
        for (size_t i = 2; i + 2 < p.size(); ++i)
            QCOMPARE(p[i].y(), p[1 + 1].y());
    }
    void meetsTheGivenOffsets()
    {
        LayoutInput in;
        in.nodes = {{100, 200, -1}, {100, 200, -1}};
        in.edges = {{0, 1, 1, 30, 150}};
        const LayoutResult r = layeredLayout(in);
        QCOMPARE(r.routes[0].points.front().y(), r.nodes[0].top() + 30);
        QCOMPARE(r.routes[0].points.back().y(), r.nodes[1].top() + 150);
    }
    void hasNoCrossingWhereNoneIsNeeded()
    {
        LayoutInput in; // a tree
        for (int i = 0; i < 31; ++i)
            in.nodes.push_back({80, 30, -1});
        for (int i = 1; i < 31; ++i)
            in.edges.push_back({(i - 1) / 2, i});
        QCOMPARE(layeredLayout(in).measures.crossings, 0);
    }
    void staysWhenSomethingIsAdded()
    {
        for (int seed = 1; seed <= 20; ++seed) {
            LayoutInput in = test::randomGraph(quint32(seed), {25, 30, 0, false, false});
            const LayoutResult before = layeredLayout(in);
            for (const QRectF &n : before.nodes)
                in.previous.push_back(n.center());
            in.anchor = 3;
            const LayoutResult same = layeredLayout(in);
            std::vector<double> moves;
            for (size_t v = 0; v < before.nodes.size(); ++v)
                moves.push_back(std::abs(same.nodes[v].center().y() - before.nodes[v].center().y()));
            std::sort(moves.begin(), moves.end());
            QVERIFY2(moves[12] < 1 && moves.back() < 60,
                     qPrintable(QStringLiteral("seed %1: %2, %3").arg(seed).arg(moves[12]).arg(moves.back())));
            in.nodes.push_back({100, 40, -1});
            in.previous.emplace_back(std::nan(""), std::nan(""));
            in.edges.push_back({3, 25});
            const LayoutResult after = layeredLayout(in);
            QVERIFY(fault(in, after).isEmpty());
            QVERIFY(std::abs(after.nodes[3].center().x() - before.nodes[3].center().x()) < 0.01);
            QVERIFY(std::abs(after.nodes[3].center().y() - before.nodes[3].center().y()) < 0.01);
            int pairs = 0;
            int turned = 0;
            for (size_t a = 0; a < 25; ++a) {
                for (size_t b = a + 1; b < 25; ++b) {
                    const double dyBefore = before.nodes[a].center().y() - before.nodes[b].center().y();
                    const double dyAfter = after.nodes[a].center().y() - after.nodes[b].center().y();
                    ++pairs;
                    turned += std::abs(dyBefore) > 40 && dyBefore * dyAfter < 0 ? 1 : 0;
                }
            }
            QVERIFY2(turned * 50 <= pairs, qPrintable(QStringLiteral("seed %1: %2 of %3").arg(seed).arg(turned).arg(pairs)));
        }
    }
    void mirrorsForRightToLeft()
    {
        LayoutInput in = test::randomGraph(3, {10, 14, 0, false});
        in.rightToLeft = true;
        const LayoutResult r = layeredLayout(in);
        for (size_t e = 0; e < in.edges.size(); ++e)
            QVERIFY(r.nodes[size_t(in.edges[e].from)].left() >= r.nodes[size_t(in.edges[e].to)].right());
    }
    void takesBadInput()
    {
        LayoutInput in;
        QVERIFY(layeredLayout(in).nodes.empty());
        in.nodes = {{std::nan(""), -5, 9}, {1e300, 10, -7}, {0, 0, -1}};
        in.groups = {{4, std::nan(""), 8}};
        in.edges = {{0, 99}, {-77, 1}, {1, 1}, {0, 1, std::nan(""), 1e9, std::nan("")}, {0, 1}, {1, 0}};
        in.previous = {QPointF(std::nan(""), 1)};
        in.anchor = 12;
        const LayoutResult r = layeredLayout(in);
        QCOMPARE(r.nodes.size(), size_t(3));
        QVERIFY(r.routes[0].points.empty());
        QVERIFY(r.routes[1].points.empty());
        QVERIFY(r.routes[3].points.size() >= 2);
        for (const QRectF &n : r.nodes)
            QVERIFY(std::isfinite(n.x()) && std::isfinite(n.width()));
    }
    void cardsWithoutEdgesKeepOffTheSidesEdgesCross()
    {
        LayoutInput in;
        in.groups = {{-1, 26, 12}, {-1, 26, 12}};
        in.nodes = {{100, 40, 0}, {100, 40, 0}, {300, 40, 0}, {100, 40, 1}, {100, 40, 1}, {300, 40, 1}};
        in.edges = {{0, 3}, {0, 4}};
        const LayoutResult r = layeredLayout(in);
        for (const size_t v : {size_t(1), size_t(2), size_t(5)}) {
            const QRectF box = r.groups[size_t(in.nodes[v].parent)];
            QVERIFY(r.nodes[v].left() >= box.left() + 12 - 1e-6);
            QVERIFY(r.nodes[v].right() <= box.right() - 12 + 1e-6);
        }
    }
    void stopsWhenCancelled()
    {
        LayoutInput in = test::randomGraph(1, {200, 300, 10});
        int calls = 0;
        in.cancelled = [&] { return ++calls > 3; };
        QVERIFY(layeredLayout(in).cancelled);
    }
};

MESHSCOPE_TEST(TestLayeredLayout)
#include "tst_layeredlayout.moc"
