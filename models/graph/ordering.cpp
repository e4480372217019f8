#include "models/graph/ordering.h"

#include "models/graph/crossings.h"
#include "models/graph/firstorder.h"

// Barycenter sweeps (Sugiyama, Tagawa and Toda, 1981) on heights instead of places: a layer is sorted by the mean height of
// its neighbours, then settled as near to those means as its distances allow, so that thin layers stand where their wide
// neighbours are. A sweep is O(pieces) and a count of crossings. Trades the strict fall of a local search, which follows.
namespace meshscope::graph {

Vec<double> stacked(const LayerGraph &g, const Spacing &spacing)
{
    Vec<double> y(g.items(), 0);
    for (int r = 0; r < g.layers(); ++r) {
        double at = 0;
        for (const int v : g.layer(r)) {
            y[v] = at + spacing.half[v];
            at += 2 * spacing.half[v];
        }
        for (const int v : g.layer(r))
            y[v] -= at / 2;
    }
    return y;
}

namespace {

/// Sum of neighbours' heights as seen from the item, on one side.
double heights(const LayerGraph &g, const Spacing &s, const Vec<double> &y, int v, bool left)
{
    const Vec<int> &first = left ? g.inFirst : g.outFirst;
    const Vec<int> &to = left ? g.inTo : g.outTo;
    double sum = 0;
    for (int i = first[v]; i < first[v + 1]; ++i)
        sum += y[to[i]];
    const Vec<double> &own = left ? s.inOwn : s.outOwn;
    if (!own.empty()) {
        const Vec<double> &other = left ? s.inOther : s.outOther;
        for (int i = first[v]; i < first[v + 1]; ++i)
            sum += other[i] - own[i];
    }
    return sum;
}

} // namespace

long long sweep(LayerGraph &g, const Spacing &spacing, int rounds, bool bothSides, const Vec<char> &fixedLayer,
                Vec<double> &y, Watch &watch)
{
    CrossingCounter counter;
    KeySorter sorter;
    Settler settler;
    Pace pace(watch);
    long long least = counter.count(g, pace);
    Vec<int> best(g.order);
    Vec<double> wish(g.items(), 0), weight(g.items(), 1);
    int idle = 0;
    for (int round = 0; round < rounds && least > 0 && idle < 6; ++round) {
        for (int i = 0; i < g.layers(); ++i) {
            const bool right = round % 2 == 0;
            const int r = right ? i : g.layers() - 1 - i;
            if (pace.stop(16LL * g.size(r)))
                return least;
            for (const int v : g.layer(r)) {
                const int ins = int(g.in(v).size());
                const int outs = int(g.out(v).size());
                const bool left = bothSides || (right ? ins > 0 : outs == 0);
                const bool other = bothSides || (right ? ins == 0 : outs > 0);
                const int count = (left ? ins : 0) + (other ? outs : 0);
                const double sum =
                    (left ? heights(g, spacing, y, v, true) : 0) + (other ? heights(g, spacing, y, v, false) : 0);
                wish[v] = count > 0 ? sum / count : y[v];
            }
            if (!fixedLayer.empty() && fixedLayer[r]) {
                settler.settle(g.layer(r), spacing, wish, weight, y);
                continue;
            }
            sorter.sort(g.layer(r), wish);
            settler.settle(g.layer(r), spacing, wish, weight, y);
        }
        g.number();
        const long long now = counter.count(g, pace);
        if (watch.stop())
            break;
        ++idle;
        if (now < least) {
            least = now;
            best = g.order;
            idle = 0;
        }
    }
    g.order = std::move(best);
    g.number();
    return least;
}

} // namespace meshscope::graph
