#include "models/graph/layers.h"

#include "models/graph/compressed.h"

#include <algorithm>

// Ranking: longest path from the sources, then every thing moves to the end of its free range where the weight of its
// links pulls it (a coordinate descent on the sum of spans, the objective of Gansner et al. 1993). O(sweeps · m); trades the
// exact optimum of network simplex for a bounded number of sweeps.
namespace meshscope::graph {

namespace {

std::vector<int> topological(int n, const std::vector<Layers::Link> &links, const Compressed &out)
{
    std::vector<int> waiting(size_t(n), 0), order;
    for (const Layers::Link &link : links)
        ++waiting[size_t(link.to)];
    order.reserve(size_t(n));
    for (int v = 0; v < n; ++v) {
        if (waiting[size_t(v)] == 0)
            order.push_back(v);
    }
    for (size_t i = 0; i < order.size(); ++i) {
        for (const int e : out.of(order[i])) {
            if (--waiting[size_t(links[size_t(e)].to)] == 0)
                order.push_back(links[size_t(e)].to);
        }
    }
    return order;
}

/// One sweep; true when something moved.
bool shorten(Layers &l, const std::vector<int> &order, const Compressed &in, const Compressed &out, bool forward)
{
    bool moved = false;
    for (size_t i = 0; i < order.size(); ++i) {
        const int v = forward ? order[i] : order[order.size() - 1 - i];
        if (l.items[size_t(v)].border != Layers::Border::None)
            continue;
        int low = -1;
        int high = -1;
        double pull = 0;
        for (const int e : in.of(v)) {
            const Layers::Link &link = l.links[size_t(e)];
            low = std::max(low, l.rank[size_t(link.from)] + 1);
            if (l.items[size_t(link.from)].border == Layers::Border::None)
                pull -= link.weight;
        }
        for (const int e : out.of(v)) {
            const Layers::Link &link = l.links[size_t(e)];
            const int r = l.rank[size_t(link.to)] - 1;
            if (l.items[size_t(link.to)].border == Layers::Border::None) {
                high = high < 0 ? r : std::min(high, r);
                pull += link.weight;
            }
        }
        int &rank = l.rank[size_t(v)];
        const int wanted = pull < 0 && low >= 0 ? low : pull > 0 && high >= 0 ? high : rank;
        if (wanted != rank) {
            rank = wanted;
            moved = true;
        }
    }
    return moved;
}

} // namespace

void rankItems(Layers &l)
{
    const int n = int(l.items.size());
    const Compressed out(n, l.links, [](const Layers::Link &e) { return e.from; });
    const Compressed in(n, l.links, [](const Layers::Link &e) { return e.to; });
    const std::vector<int> order = topological(n, l.links, out);
    const bool leftBorder =
        std::any_of(l.items.begin(), l.items.end(), [](const Layers::Item &i) { return i.border == Layers::Border::Left; });
    l.rank.assign(size_t(n), 0);
    for (const int v : order) {
        int rank = leftBorder && l.items[size_t(v)].border != Layers::Border::Left ? 1 : 0;
        for (const int e : in.of(v))
            rank = std::max(rank, l.rank[size_t(l.links[size_t(e)].from)] + 1);
        l.rank[size_t(v)] = rank;
    }
    const int sweeps = l.quality == Quality::Fast ? 2 : 12;
    for (int i = 0; i < sweeps && !l.stop(); ++i) {
        if (!shorten(l, order, in, out, i % 2 == 1))
            break;
    }
    int last = 0;
    int first = n > 0 ? l.rank[0] : 0;
    for (int v = 0; v < n; ++v) {
        if (l.items[size_t(v)].border != Layers::Border::Right)
            last = std::max(last, l.rank[size_t(v)]);
    }
    for (int v = 0; v < n; ++v) {
        if (l.items[size_t(v)].border == Layers::Border::Right)
            l.rank[size_t(v)] = last + 1;
        first = std::min(first, l.rank[size_t(v)]);
    }
    for (int &rank : l.rank)
        rank -= first;
}

void cutLongLinks(Layers &l)
{
    int ranks = 0;
    for (const int rank : l.rank)
        ranks = std::max(ranks, rank + 1);
    for (Layers::Link &link : l.links) {
        int previous = link.from;
        double offset = link.fromOffset;
        for (int r = l.rank[size_t(link.from)] + 1; r < l.rank[size_t(link.to)]; ++r) {
            const int dummy = int(l.items.size());
            Layers::Item item;
            item.dummy = true;
            l.items.push_back(item);
            l.rank.push_back(r);
            link.dummies.push_back(dummy);
            l.pieces.push_back({previous, dummy, offset, 0, link.weight});
            previous = dummy;
            offset = 0;
        }
        l.pieces.push_back({previous, link.to, offset, link.toOffset, link.weight});
    }
    l.in.assign(l.items.size(), {});
    l.out.assign(l.items.size(), {});
    for (size_t i = 0; i < l.pieces.size(); ++i) {
        l.out[size_t(l.pieces[i].from)].push_back(int(i));
        l.in[size_t(l.pieces[i].to)].push_back(int(i));
    }
    l.layers.assign(size_t(ranks), {});
    for (size_t v = 0; v < l.items.size(); ++v)
        l.layers[size_t(l.rank[v])].push_back(int(v));
}

} // namespace meshscope::graph
