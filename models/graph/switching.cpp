#include "models/graph/switching.h"

#include <algorithm>

// Local search on the order of one layer while those beside it stay: greedy switching (Eades and Kelly, 1986) and sifting
// (Matuszewski, Schönfeld and Molitor, 1999) within a window. A pair of items costs a merge of their sorted rows, so a round
// of switching is O(pieces) for each pass over a layer, one of sifting O(window · pieces).
namespace meshscope::graph {

namespace {

/// Swaps until a pass over the layer finds nothing; returns the crossings less. A pair is looked at again only when one of
/// the two is another than before. `stale` is room for that.
long long switchLayer(LayerGraph &g, const SlotRows &rows, int r, const Movable &movable, Vec<char> &stale)
{
    const std::span<int> layer = g.layer(r);
    const int pairs = int(layer.size()) - 1;
    long long less = 0;
    bool changed = true;
    stale.assign(layer.size() + 1, 1);
    for (int pass = 0; changed && pass < 20; ++pass) {
        changed = false;
        for (int i = 0; i < pairs; ++i) {
            if (!stale[i])
                continue;
            stale[i] = 0;
            int &upper = layer[size_t(i)];
            int &lower = layer[size_t(i + 1)];
            if (!movable.item(upper) && !movable.item(lower))
                continue;
            const long long won = rows.turned(g, upper, lower);
            if (won > 0) {
                std::swap(upper, lower);
                stale[std::max(0, i - 1)] = 1;
                stale[i + 1] = 1;
                less += won;
                changed = true;
            }
        }
    }
    return less;
}

long long siftLayer(LayerGraph &g, const SlotRows &rows, int r, int window, const Movable &movable, Vec<int> &items,
                    Pace &pace)
{
    const std::span<int> layer = g.layer(r);
    const int n = int(layer.size());
    long long less = 0;
    items.assign(layer.begin(), layer.end());
    for (const int v : items) {
        if (!movable.item(v))
            continue;
        if (pace.stop(window * 8LL))
            return less;
        const int at = g.pos[v];
        long long change = 0;
        long long best = 0;
        int to = at;
        for (int i = at - 1; i >= std::max(0, at - window); --i) {
            const int u = layer[size_t(i)];
            change -= rows.turned(g, u, v);
            if (change < best) {
                best = change;
                to = i;
            }
        }
        change = 0;
        for (int i = at + 1; i < std::min(n, at + window + 1); ++i) {
            const int u = layer[size_t(i)];
            change -= rows.turned(g, v, u);
            if (change < best) {
                best = change;
                to = i;
            }
        }
        if (to == at)
            continue;
        less -= best;
        const int step = to > at ? 1 : -1;
        for (int i = at; i != to; i += step) {
            layer[size_t(i)] = layer[size_t(i + step)];
            g.pos[layer[size_t(i)]] = i;
        }
        layer[size_t(to)] = v;
        g.pos[v] = to;
    }
    return less;
}

/// Layers one after the other, to and fro, as long as that gains; one that has not changed since, nor those beside it, is
/// passed over. `improve` returns the crossings less.
template<class Improve>
long long overLayers(LayerGraph &g, int rounds, const Movable &movable, Watch &watch, Improve &&improve)
{
    SlotRows rows;
    Vec<char> stale(g.layers(), 1);
    long long less = 0;
    for (int round = 0; round < rounds; ++round) {
        long long now = 0;
        for (int i = 0; i < g.layers() && !watch.stop(); ++i) {
            const int r = round % 2 == 0 ? i : g.layers() - 1 - i;
            if (!movable.layer(r) || !stale[r])
                continue;
            rows.read(g, r);
            const long long won = improve(rows, r);
            stale[r] = 0;
            if (won > 0) {
                g.number(r);
                std::fill(stale.begin() + std::max(0, r - 1), stale.begin() + std::min(g.layers(), r + 2), 1);
            }
            now += won;
        }
        less += now;
        if (now == 0 || watch.stop())
            break;
    }
    return less;
}

} // namespace

long long switchNeighbours(LayerGraph &g, int rounds, const Movable &movable, Watch &watch)
{
    Vec<char> stale;
    return overLayers(g, rounds, movable, watch,
                      [&](const SlotRows &rows, int r) { return switchLayer(g, rows, r, movable, stale); });
}

long long sift(LayerGraph &g, int window, int rounds, const Movable &movable, Watch &watch)
{
    Vec<int> items;
    Pace pace(watch);
    return overLayers(g, rounds, movable, watch,
                      [&](const SlotRows &rows, int r) { return siftLayer(g, rows, r, window, movable, items, pace); });
}

} // namespace meshscope::graph
