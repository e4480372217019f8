#include "models/graph/matrix.h"

#include "tests/graph/randomgraph.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace meshscope;
using namespace meshscope::graph;

namespace {

double against(const LayoutInput &in, const std::vector<int> &order)
{
    std::vector<int> place(order.size());
    for (size_t i = 0; i < order.size(); ++i)
        place[size_t(order[i])] = int(i);
    double sum = 0;
    for (const LayoutEdge &e : in.edges) {
        if (e.from >= 0 && e.to >= 0 && place[size_t(e.from)] > place[size_t(e.to)])
            sum += e.weight;
    }
    return sum;
}

bool isPermutation(std::vector<int> order, size_t n)
{
    std::sort(order.begin(), order.end());
    for (size_t i = 0; i < order.size(); ++i) {
        if (order[i] != int(i))
            return false;
    }
    return order.size() == n;
}

} // namespace

/// Rows and columns follow the flow.
class TestMatrix : public QObject {
    Q_OBJECT
private slots:
    void nothingRunsAgainstAFlowWithoutCycles()
    {
        for (quint32 seed = 1; seed <= 100; ++seed) {
            const LayoutInput in = test::randomGraph(seed, {int(2 + seed % 40), int(seed * 2), 0, false, false});
            const std::vector<int> order = flowOrder(in);
            QVERIFY(isPermutation(order, in.nodes.size()));
            QCOMPARE(against(in, order), 0.0);
        }
    }
    void littleRunsAgainstIt()
    {
        // By hand: the light arc of each cycle is the one against the order.
        LayoutInput in;
        in.nodes.resize(5);
        in.edges = {{0, 1, 9}, {1, 2, 8}, {2, 0, 1}, {2, 3, 5}, {3, 4, 7}, {4, 2, 2}};
        QCOMPARE(against(in, flowOrder(in)), 3.0);
        QCOMPARE(flowOrder(in), (std::vector<int>{0, 1, 2, 3, 4}));
        // Never worse than the order they came in, and no single move makes it better.
        for (quint32 seed = 1; seed <= 40; ++seed) {
            const LayoutInput random = test::randomGraph(seed, {9, 40, 0, true, false});
            const std::vector<int> order = flowOrder(random);
            const double cost = against(random, order);
            for (size_t from = 0; from < order.size(); ++from) {
                for (size_t to = 0; to < order.size(); ++to) {
                    std::vector<int> moved = order;
                    moved.erase(moved.begin() + qsizetype(from));
                    moved.insert(moved.begin() + qsizetype(to), order[from]);
                    QVERIFY(against(random, moved) >= cost - 1e-9);
                }
            }
        }
    }
    void groupsStandTogether()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            const LayoutInput in = test::randomGraph(seed, {30, 60, 8, true, false});
            const LayoutResult r = matrixLayout(in, {10});
            for (size_t g = 0; g < in.groups.size(); ++g) {
                int inside = 0;
                for (const LayoutNode &n : in.nodes) {
                    int up = n.parent;
                    while (up >= 0 && up != int(g))
                        up = in.groups[size_t(up)].parent;
                    inside += up == int(g) ? 1 : 0;
                }
                QVERIFY(std::abs(r.groups[g].width() - inside * 10) < 1e-9);
            }
        }
    }
    void anEdgeIsACellOfItsRowAndColumn()
    {
        LayoutInput in;
        in.nodes.resize(3);
        in.edges = {{2, 0, 4}, {0, 1, 1}, {1, 2, 1}};
        const LayoutResult r = matrixLayout(in, {20});
        for (size_t e = 0; e < in.edges.size(); ++e) {
            const QPointF cell = r.routes[e].points.at(1);
            QCOMPARE(cell.y(), r.nodes[size_t(in.edges[e].from)].center().y());
            QCOMPARE(cell.x(), r.nodes[size_t(in.edges[e].to)].center().x());
            QCOMPARE(r.routes[e].reversed, cell.x() < cell.y());
        }
        QVERIFY(!r.routes[0].reversed); // the heavy one goes along
        QCOMPARE(r.bounds, QRectF(0, 0, 60, 60));
    }
    void aFurtherEdgeMovesLittle()
    {
        LayoutInput in = test::randomGraph(5, {40, 60, 0, false, false});
        const LayoutResult before = matrixLayout(in);
        for (const QRectF &r : before.nodes)
            in.previous.push_back(r.center());
        in.nodes.push_back({10, 10, -1});
        in.previous.push_back({std::nan(""), std::nan("")});
        in.edges.push_back({0, 40});
        const LayoutResult now = matrixLayout(in);
        int turned = 0;
        for (size_t a = 0; a < before.nodes.size(); ++a) {
            for (size_t b = a + 1; b < before.nodes.size(); ++b)
                turned += (before.nodes[a].x() < before.nodes[b].x()) != (now.nodes[a].x() < now.nodes[b].x()) ? 1 : 0;
        }
        QVERIFY2(turned <= 40 * 39 / 2 / 50, qPrintable(QString::number(turned)));
    }
    void takesBadInput()
    {
        QVERIFY(flowOrder({}).empty());
        QVERIFY(matrixLayout({}).nodes.empty());
        LayoutInput in;
        in.nodes = {{1, 1, 9}, {1, 1, 0}, {1, 1, 1}};
        in.groups = {{7, 1, 1}, {1, 1, 1}};
        in.edges = {{0, 99}, {~5, 1}, {1, 1}, {~0, 2}, {0, 1, std::nan("")}, {1, ~0}};
        const LayoutResult r = matrixLayout(in, {std::nan("")});
        QVERIFY(isPermutation(flowOrder(in), 3));
        QVERIFY(r.routes[0].points.empty() && r.routes[1].points.empty());
        QCOMPARE(matrixLayout(in).nodes, r.nodes);
    }
    void aCliqueOfManyEnds()
    {
        LayoutInput in;
        in.nodes.resize(300);
        for (int a = 0; a < 300; ++a) {
            for (int b = 0; b < 300; ++b)
                in.edges.push_back({a, b, a < b ? 2.0 : 1.0});
        }
        QCOMPARE(against(in, flowOrder(in)), 300.0 * 299 / 2);
    }
};

MESHSCOPE_TEST(TestMatrix)
#include "tst_matrix.moc"
