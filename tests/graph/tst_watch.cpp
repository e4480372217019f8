#include "models/graph/coordinates.h"
#include "models/graph/crossings.h"
#include "models/graph/firstorder.h"
#include "models/graph/ordering.h"
#include "models/graph/ranking.h"
#include "models/graph/switching.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <functional>

using namespace meshscope::graph;

namespace {

constexpr int things = 20000;
constexpr int ranks = 40;
constexpr int mostWork = 50000; ///< things, links and pieces between two questions

/// Many things in few layers, with many long links.
struct Large {
    Vec<int> rank;
    Vec<LayerGraph::Link> links;
    Vec<RankEdge> edges;
};

Large large()
{
    QRandomGenerator random(5);
    Large out;
    for (int v = 0; v < things; ++v)
        out.rank.push_back(v * ranks / things);
    while (out.links.count() < things) {
        const int a = int(random.bounded(things));
        const int b = std::min(things - 1, a + things / ranks + int(random.bounded(things / 2)));
        if (out.rank[a] < out.rank[b]) {
            out.links.push_back({a, b, 0, 0, 1, -1});
            out.edges.push_back({a, b, 1, 1});
        }
    }
    return out;
}

/// A cancel is as quick as the longest work between two questions, which no clock of a busy machine can tell: here the
/// questions are counted.
class WatchTest : public QObject {
    Q_OBJECT
private slots:
    void everyPhaseAsksOften_data()
    {
        QTest::addColumn<std::function<void(Watch &)>>("phase");
        QTest::addColumn<int>("rounds");
        const auto row = [](const char *name, int rounds, std::function<void(Watch &)> phase) {
            QTest::newRow(name) << std::move(phase) << rounds;
        };
        const Large from = large();
        Watch none;
        const LayerGraph graph(things, from.rank, from.links, none);
        Spacing spacing;
        spacing.half.fill(graph.items(), 10);
        m_pieces = graph.inTo.count();
        row("ranks", 0, [from](Watch &w) { static_cast<void>(rankNodes(things, from.edges, 20, w)); });
        row("cutting long edges", 0, [from](Watch &w) { const LayerGraph g(things, from.rank, from.links, w); });
        row("depth first", 1, [graph](Watch &w) {
            LayerGraph g(graph);
            orderDepthFirst(g, w);
        });
        row("crossings", 1, [graph](Watch &w) {
            Pace pace(w);
            static_cast<void>(CrossingCounter().count(graph, pace));
        });
        row("sweeps", 2, [graph, spacing](Watch &w) {
            LayerGraph g(graph);
            Vec<double> y = stacked(g, spacing);
            sweep(g, spacing, 2, true, {}, y, w);
        });
        row("switching", 1, [graph](Watch &w) {
            LayerGraph g(graph);
            switchNeighbours(g, 1, {}, w);
        });
        row("sifting", 1, [graph](Watch &w) {
            LayerGraph g(graph);
            sift(g, 4, 1, {}, w);
        });
        row("heights", 4, [graph, spacing](Watch &w) {
            Vec<double> y = stacked(graph, spacing);
            placeAcross(graph, spacing, {}, 2, 1, y, w);
        });
    }
    void everyPhaseAsksOften()
    {
        QFETCH(std::function<void(Watch &)>, phase);
        QFETCH(int, rounds);
        int asked = 0;
        Watch watch([&] {
            ++asked;
            return false;
        });
        phase(watch);
        // Without rounds: a phase of several passes over things and links, or one over pieces.
        const int least = rounds > 0 ? rounds * (m_pieces / mostWork) : 5;
        QVERIFY2(asked >= least, qPrintable(QString("asked %1 times, at least %2 wanted").arg(asked).arg(least)));
        // A yes to any of them is the last question, and ends the phase.
        const int all = asked;
        for (const int yes : {1, all / 2, all}) {
            asked = 0;
            Watch stopping([&] { return ++asked >= yes; });
            phase(stopping);
            QCOMPARE(asked, yes);
        }
    }

private:
    int m_pieces = 0;
};

} // namespace

MESHSCOPE_TEST(WatchTest)
#include "tst_watch.moc"
