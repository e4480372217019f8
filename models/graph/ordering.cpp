#include "models/graph/layers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

// Crossing reduction: sweeps by barycenter (Sugiyama et al. 1981) left and right from two starting orders, each followed by
// switching of neighbours (Gansner et al. 1993); the best order seen is kept. Crossings are counted with an accumulator tree
// (Barth, Jünger, Mutzel 2004). A sweep costs O(pieces · log). When a last layout is given, what was in it keeps its order
// and only the rest is fitted in.
namespace meshscope::graph {

namespace {

/// Crossings between two layers, pieces given as (upper place, lower place) with their offsets.
qint64 crossingsBehind(const Layers &l, size_t layer)
{
    struct End {
        double from, to;
    };
    std::vector<End> ends;
    const auto key = [&](int item, double offset) {
        const double height = std::max(1.0, l.items[size_t(item)].height);
        return l.place[size_t(item)] + 0.999 * std::clamp(offset / height, 0.0, 1.0);
    };
    for (const int v : l.layers[layer]) {
        for (const int p : l.out[size_t(v)]) {
            const Layers::Piece &piece = l.pieces[size_t(p)];
            ends.push_back({key(v, piece.fromOffset), key(piece.to, piece.toOffset)});
        }
    }
    std::sort(ends.begin(), ends.end(),
              [](const End &a, const End &b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
    std::vector<double> seats(ends.size());
    std::transform(ends.begin(), ends.end(), seats.begin(), [](const End &e) { return e.to; });
    std::sort(seats.begin(), seats.end());
    seats.erase(std::unique(seats.begin(), seats.end()), seats.end());
    std::vector<qint64> tree(seats.size() + 1, 0);
    qint64 total = 0;
    qint64 seen = 0;
    for (size_t i = 0; i < ends.size();) {
        size_t j = i;
        for (; j < ends.size() && ends[j].from == ends[i].from; ++j) {
            const size_t slot = size_t(std::lower_bound(seats.begin(), seats.end(), ends[j].to) - seats.begin()) + 1;
            qint64 notBelow = 0;
            for (size_t s = slot; s > 0; s -= s & (~s + 1))
                notBelow += tree[s];
            total += seen - notBelow;
        }
        for (; i < j; ++i, ++seen) {
            const size_t slot = size_t(std::lower_bound(seats.begin(), seats.end(), ends[i].to) - seats.begin()) + 1;
            for (size_t s = slot; s < tree.size(); s += s & (~s + 1))
                ++tree[s];
        }
    }
    return total;
}

void number(Layers &l)
{
    l.place.resize(l.items.size());
    for (const std::vector<int> &layer : l.layers) {
        for (size_t i = 0; i < layer.size(); ++i)
            l.place[size_t(layer[i])] = int(i);
    }
}

/// Where an end lies in its layer, its offset included, so that columns of one card sort rightly.
double endKey(const Layers &l, int item, double offset)
{
    const double height = std::max(1.0, l.items[size_t(item)].height);
    return l.place[size_t(item)] + std::clamp(offset / height, 0.0, 1.0) - 0.5;
}

double barycenter(const Layers &l, int v, bool fromLeft)
{
    double sum = 0;
    double weight = 0;
    for (const int p : fromLeft ? l.in[size_t(v)] : l.out[size_t(v)]) {
        const Layers::Piece &piece = l.pieces[size_t(p)];
        const int other = fromLeft ? piece.from : piece.to;
        sum += piece.weight * endKey(l, other, fromLeft ? piece.fromOffset : piece.toOffset);
        weight += piece.weight;
    }
    return weight > 0 ? sum / weight : std::nan("");
}

bool isFixed(const Layers &l, int v)
{
    return l.items[size_t(v)].kept || (l.items[size_t(v)].border != Layers::Border::None && l.items[size_t(v)].hasHint);
}

/// Sorts the free items of a layer by key into the places between fixed ones; items without a key stay where they are.
void sortLayer(Layers &l, std::vector<int> &layer, const std::vector<double> &keys)
{
    const bool anyFixed = std::any_of(layer.begin(), layer.end(), [&](int v) { return isFixed(l, v); });
    std::vector<int> movable;
    for (const int v : layer) {
        if (!std::isnan(keys[size_t(v)]) && !(anyFixed && isFixed(l, v)))
            movable.push_back(v);
    }
    std::stable_sort(movable.begin(), movable.end(), [&](int a, int b) { return keys[size_t(a)] < keys[size_t(b)]; });
    if (!anyFixed) {
        size_t next = 0;
        for (int &v : layer) {
            if (!std::isnan(keys[size_t(v)]))
                v = movable[next++];
        }
    } else {
        // The fixed ones and those without a wish keep their order; the others go before the first with a greater key.
        std::vector<int> stay;
        for (const int v : layer) {
            if (std::isnan(keys[size_t(v)]) || isFixed(l, v))
                stay.push_back(v);
        }
        std::vector<int> merged;
        size_t next = 0;
        for (const int v : stay) {
            while (next < movable.size() && !std::isnan(keys[size_t(v)]) && keys[size_t(movable[next])] < keys[size_t(v)])
                merged.push_back(movable[next++]);
            merged.push_back(v);
        }
        merged.insert(merged.end(), movable.begin() + std::ptrdiff_t(next), movable.end());
        layer = std::move(merged);
    }
    for (size_t i = 0; i < layer.size(); ++i)
        l.place[size_t(layer[i])] = int(i);
}

void sweep(Layers &l, bool fromLeft)
{
    std::vector<double> keys(l.items.size(), std::nan(""));
    for (size_t i = 1; i < l.layers.size(); ++i) {
        std::vector<int> &layer = l.layers[fromLeft ? i : l.layers.size() - 1 - i];
        for (const int v : layer)
            keys[size_t(v)] = barycenter(l, v, fromLeft);
        sortLayer(l, layer, keys);
    }
}

/// Crossings between the pieces of a and b (neighbours, a above b), and what they would be the other way round.
std::pair<qint64, qint64> pairCrossings(const Layers &l, int a, int b)
{
    qint64 now = 0;
    qint64 then = 0;
    std::vector<double> ka, kb;
    for (const bool left : {true, false}) {
        ka.clear();
        kb.clear();
        for (const int p : left ? l.in[size_t(a)] : l.out[size_t(a)]) {
            const Layers::Piece &piece = l.pieces[size_t(p)];
            ka.push_back(left ? endKey(l, piece.from, piece.fromOffset) : endKey(l, piece.to, piece.toOffset));
        }
        for (const int p : left ? l.in[size_t(b)] : l.out[size_t(b)]) {
            const Layers::Piece &piece = l.pieces[size_t(p)];
            kb.push_back(left ? endKey(l, piece.from, piece.fromOffset) : endKey(l, piece.to, piece.toOffset));
        }
        std::sort(ka.begin(), ka.end());
        std::sort(kb.begin(), kb.end());
        size_t less = 0;
        size_t lessEqual = 0;
        for (const double k : ka) {
            while (less < kb.size() && kb[less] < k)
                ++less;
            while (lessEqual < kb.size() && kb[lessEqual] <= k)
                ++lessEqual;
            now += qint64(less);
            then += qint64(kb.size() - lessEqual);
        }
    }
    return {now, then};
}

/// Switches neighbours while it helps; bounded rounds.
void switchNeighbours(Layers &l, int rounds)
{
    for (int round = 0; round < rounds && !l.stop(); ++round) {
        bool better = false;
        for (std::vector<int> &layer : l.layers) {
            for (size_t i = 0; i + 1 < layer.size(); ++i) {
                if (isFixed(l, layer[i]) && isFixed(l, layer[i + 1]))
                    continue;
                const auto [now, then] = pairCrossings(l, layer[i], layer[i + 1]);
                if (then >= now)
                    continue;
                std::swap(layer[i], layer[i + 1]);
                l.place[size_t(layer[i])] = int(i);
                l.place[size_t(layer[i + 1])] = int(i + 1);
                better = true;
            }
        }
        if (!better)
            return;
    }
}

/// First order: depth first from the left (or from the right), so that subtrees lie together.
std::vector<std::vector<int>> firstOrder(const Layers &l, bool fromLeft)
{
    std::vector<std::vector<int>> layers(l.layers.size());
    std::vector<char> seen(l.items.size(), 0);
    std::vector<int> path;
    for (size_t i = 0; i < l.layers.size(); ++i) {
        for (const int start : l.layers[fromLeft ? i : l.layers.size() - 1 - i]) {
            path.push_back(start);
            while (!path.empty()) {
                const int v = path.back();
                path.pop_back();
                if (seen[size_t(v)])
                    continue;
                seen[size_t(v)] = 1;
                layers[size_t(l.rank[size_t(v)])].push_back(v);
                const std::vector<int> &next = fromLeft ? l.out[size_t(v)] : l.in[size_t(v)];
                for (size_t k = next.size(); k-- > 0;) {
                    const Layers::Piece &piece = l.pieces[size_t(next[k])];
                    path.push_back(fromLeft ? piece.to : piece.from);
                }
            }
        }
    }
    return layers;
}

/// The order of the last layout; what is new gets its neighbours' middle as a wish.
std::vector<std::vector<int>> keptOrder(const Layers &l)
{
    std::vector<double> wish(l.items.size(), std::nan(""));
    for (size_t v = 0; v < l.items.size(); ++v) {
        if (l.items[v].hasHint)
            wish[v] = l.items[v].hint;
    }
    for (int round = 0; round < 4; ++round) {
        for (size_t i = 0; i < l.layers.size(); ++i) {
            for (const int v : l.layers[round % 2 == 0 ? i : l.layers.size() - 1 - i]) {
                if (l.items[size_t(v)].hasHint)
                    continue;
                double sum = 0;
                int count = 0;
                const auto add = [&](int other) {
                    if (!std::isnan(wish[size_t(other)])) {
                        sum += wish[size_t(other)];
                        ++count;
                    }
                };
                for (const int p : l.in[size_t(v)])
                    add(l.pieces[size_t(p)].from);
                for (const int p : l.out[size_t(v)])
                    add(l.pieces[size_t(p)].to);
                if (count > 0)
                    wish[size_t(v)] = sum / count;
            }
        }
    }
    std::vector<std::vector<int>> layers = l.layers;
    for (std::vector<int> &layer : layers) {
        std::stable_sort(layer.begin(), layer.end(), [&](int a, int b) {
            const double wa = std::isnan(wish[size_t(a)]) ? 1e300 : wish[size_t(a)];
            const double wb = std::isnan(wish[size_t(b)]) ? 1e300 : wish[size_t(b)];
            return wa < wb;
        });
    }
    return layers;
}

} // namespace

bool Layers::keepsOrder() const
{
    return std::any_of(items.begin(), items.end(), [](const Item &i) { return i.kept; });
}

qint64 countCrossings(const Layers &l)
{
    qint64 total = 0;
    for (size_t i = 0; i + 1 < l.layers.size(); ++i)
        total += crossingsBehind(l, i);
    return total;
}

void orderLayers(Layers &l)
{
    std::vector<std::vector<std::vector<int>>> starts;
    if (l.keepsOrder())
        starts.push_back(keptOrder(l));
    else {
        starts.push_back(firstOrder(l, true));
        if (l.quality != Quality::Fast)
            starts.push_back(firstOrder(l, false));
    }
    const int sweeps = l.keepsOrder() ? 2 : l.quality == Quality::Fast ? 4 : l.quality == Quality::Good ? 16 : 40;
    const int rounds = l.quality == Quality::Fast ? 1 : l.pieces.size() < 4000 ? 20 : 4;
    std::vector<std::vector<int>> best;
    qint64 fewest = -1;
    const auto keep = [&] {
        const qint64 crossings = countCrossings(l);
        if (fewest >= 0 && crossings >= fewest)
            return false;
        fewest = crossings;
        best = l.layers;
        return true;
    };
    for (std::vector<std::vector<int>> &start : starts) {
        l.layers = std::move(start);
        number(l);
        switchNeighbours(l, rounds);
        keep();
        int idle = 0;
        for (int i = 0; i < sweeps && fewest > 0 && idle < 4 && !l.stop(); ++i) {
            sweep(l, i % 2 == 0);
            switchNeighbours(l, rounds);
            idle = keep() ? 0 : idle + 1;
        }
    }
    l.layers = std::move(best);
    l.crossings = std::max<qint64>(0, fewest);
    number(l);
}

} // namespace meshscope::graph
