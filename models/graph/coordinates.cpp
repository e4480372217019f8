#include "models/graph/layers.h"

#include "models/graph/compressed.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

// Coordinates across the layers after Brandes and Köpf (2001): four alignments (from the left or right, from the top or
// bottom) join each item with its middle neighbour into blocks that become straight lines; blocks are compacted by longest
// paths; the mean of the two middle values of the four is the result, which keeps every distance since each of the four
// does. Ports are respected by shifting items inside their block. O(items + pieces) for each alignment.
// When a last layout is given, each layer is then solved for the least squared distance from it (isotonic regression by
// pooling adjacent violators, linear), so that what stays does not move.
namespace meshscope::graph {

double Layers::gap(int upper, int lower) const
{
    const bool a = items[size_t(upper)].dummy;
    const bool b = items[size_t(lower)].dummy;
    return a && b ? nodeGap * 0.5 : a || b ? nodeGap * 0.75 : nodeGap;
}

namespace {

using Tops = std::vector<double>;

struct Neighbour {
    int item;
    double own;   ///< offset on the item itself
    double other; ///< offset on the neighbour
};

/// One of the four alignments. `mirrored` works on a picture turned upside down.
class Alignment {
public:
    Alignment(const Layers &layers, const std::vector<char> &conflicts, bool fromLeft, bool mirrored)
        : m_l(layers)
        , m_conflicts(conflicts)
        , m_fromLeft(fromLeft)
        , m_mirrored(mirrored)
        , m_root(layers.items.size())
        , m_linked(layers.items.size(), 0)
        , m_shift(layers.items.size(), 0)
    {
        std::iota(m_root.begin(), m_root.end(), 0);
    }

    Tops run()
    {
        align();
        compact();
        Tops tops(m_root.size());
        for (size_t v = 0; v < tops.size(); ++v) {
            const double y = m_y[size_t(m_root[v])] + m_shift[v];
            tops[v] = m_mirrored ? -(y + m_l.items[v].height) : y;
        }
        return tops;
    }

private:
    [[nodiscard]] int placeOf(int v) const
    {
        const int place = m_l.place[size_t(v)];
        return m_mirrored ? int(m_l.layers[size_t(m_l.rank[size_t(v)])].size()) - 1 - place : place;
    }
    [[nodiscard]] double offsetOn(int v, double offset) const
    {
        return m_mirrored ? m_l.items[size_t(v)].height - offset : offset;
    }
    void align()
    {
        std::vector<std::pair<Neighbour, int>> near;
        for (size_t i = 1; i < m_l.layers.size(); ++i) {
            const std::vector<int> &layer = m_l.layers[m_fromLeft ? i : m_l.layers.size() - 1 - i];
            int last = -1;
            for (size_t k = 0; k < layer.size(); ++k) {
                const int v = layer[m_mirrored ? layer.size() - 1 - k : k];
                near.clear();
                for (const int p : m_fromLeft ? m_l.in[size_t(v)] : m_l.out[size_t(v)]) {
                    const Layers::Piece &piece = m_l.pieces[size_t(p)];
                    if (m_fromLeft)
                        near.push_back({{piece.from, piece.toOffset, piece.fromOffset}, p});
                    else
                        near.push_back({{piece.to, piece.fromOffset, piece.toOffset}, p});
                }
                if (near.empty())
                    continue;
                std::sort(near.begin(), near.end(), [&](const auto &a, const auto &b) {
                    const int pa = placeOf(a.first.item);
                    const int pb = placeOf(b.first.item);
                    return pa != pb ? pa < pb
                                    : offsetOn(a.first.item, a.first.other) < offsetOn(b.first.item, b.first.other);
                });
                for (size_t m = (near.size() - 1) / 2; m <= near.size() / 2; ++m) {
                    const auto &[n, piece] = near[m];
                    if (m_root[size_t(v)] != v || m_linked[size_t(n.item)] || m_conflicts[size_t(piece)] ||
                        placeOf(n.item) <= last)
                        continue;
                    m_linked[size_t(n.item)] = 1;
                    m_root[size_t(v)] = m_root[size_t(n.item)];
                    m_shift[size_t(v)] = m_shift[size_t(n.item)] + offsetOn(n.item, n.other) - offsetOn(v, n.own);
                    last = placeOf(n.item);
                }
            }
        }
    }
    void compact()
    {
        struct Limit {
            int from, to;
            double distance;
        };
        const int n = int(m_root.size());
        std::vector<Limit> limits;
        for (const std::vector<int> &layer : m_l.layers) {
            for (size_t k = 0; k + 1 < layer.size(); ++k) {
                const int upper = m_mirrored ? layer[layer.size() - 1 - k] : layer[k];
                const int lower = m_mirrored ? layer[layer.size() - 2 - k] : layer[k + 1];
                limits.push_back({m_root[size_t(upper)], m_root[size_t(lower)],
                                  m_shift[size_t(upper)] + m_l.items[size_t(upper)].height + m_l.gap(upper, lower) -
                                      m_shift[size_t(lower)]});
            }
        }
        const Compressed out(n, limits, [](const Limit &e) { return e.from; });
        std::vector<int> waiting(size_t(n), 0), order;
        for (const Limit &e : limits)
            ++waiting[size_t(e.to)];
        for (int v = 0; v < n; ++v) {
            if (m_root[size_t(v)] == v && waiting[size_t(v)] == 0)
                order.push_back(v);
        }
        m_y.assign(size_t(n), 0);
        for (size_t i = 0; i < order.size(); ++i) {
            for (const int e : out.of(order[i])) {
                const Limit &limit = limits[size_t(e)];
                m_y[size_t(limit.to)] = std::max(m_y[size_t(limit.to)], m_y[size_t(limit.from)] + limit.distance);
                if (--waiting[size_t(limit.to)] == 0)
                    order.push_back(limit.to);
            }
        }
        // Second pass: blocks move down to what follows them, so that space opened by one layer is used by the others.
        for (size_t i = order.size(); i-- > 0;) {
            double most = std::numeric_limits<double>::infinity();
            for (const int e : out.of(order[i]))
                most = std::min(most, m_y[size_t(limits[size_t(e)].to)] - limits[size_t(e)].distance);
            if (std::isfinite(most))
                m_y[size_t(order[i])] = std::max(m_y[size_t(order[i])], most);
        }
    }

    const Layers &m_l;
    const std::vector<char> &m_conflicts;
    bool m_fromLeft;
    bool m_mirrored;
    std::vector<int> m_root;
    std::vector<char> m_linked;
    std::vector<double> m_shift;
    std::vector<double> m_y;
};

/// Pieces that cross one between two dummies give way to it (type 1 conflicts).
std::vector<char> conflictsOf(const Layers &l)
{
    std::vector<char> conflicts(l.pieces.size(), 0);
    for (size_t i = 0; i + 1 < l.layers.size(); ++i) {
        const std::vector<int> &upper = l.layers[i];
        const std::vector<int> &lower = l.layers[i + 1];
        int low = 0;
        size_t scanned = 0;
        for (size_t k = 0; k < lower.size(); ++k) {
            int inner = -1;
            if (l.items[size_t(lower[k])].dummy) {
                const int p = l.in[size_t(lower[k])].front();
                if (l.items[size_t(l.pieces[size_t(p)].from)].dummy)
                    inner = l.place[size_t(l.pieces[size_t(p)].from)];
            }
            if (inner < 0 && k + 1 < lower.size())
                continue;
            const int high = inner >= 0 ? inner : int(upper.size()) - 1;
            for (; scanned <= k; ++scanned) {
                for (const int p : l.in[size_t(lower[scanned])]) {
                    const int from = l.pieces[size_t(p)].from;
                    const int place = l.place[size_t(from)];
                    const bool isInner = l.items[size_t(from)].dummy && l.items[size_t(lower[scanned])].dummy;
                    if (!isInner && (place < low || place > high))
                        conflicts[size_t(p)] = 1;
                }
            }
            low = high;
        }
    }
    return conflicts;
}

/// Middle of four feasible layouts, put to the one of least height first.
void takeMiddle(Layers &l, const std::vector<Tops> &four)
{
    struct Extent {
        double low = std::numeric_limits<double>::infinity();
        double high = -std::numeric_limits<double>::infinity();
    };
    std::vector<Extent> extents(four.size());
    size_t least = 0;
    for (size_t k = 0; k < four.size(); ++k) {
        for (size_t v = 0; v < four[k].size(); ++v) {
            extents[k].low = std::min(extents[k].low, four[k][v]);
            extents[k].high = std::max(extents[k].high, four[k][v] + l.items[v].height);
        }
        if (extents[k].high - extents[k].low < extents[least].high - extents[least].low)
            least = k;
    }
    l.top.resize(l.items.size());
    for (size_t v = 0; v < l.top.size(); ++v) {
        double values[4];
        for (size_t k = 0; k < 4; ++k) {
            const bool mirrored = k % 2 == 1;
            values[k] =
                four[k][v] + (mirrored ? extents[least].high - extents[k].high : extents[least].low - extents[k].low);
        }
        std::sort(values, values + 4);
        l.top[v] = (values[1] + values[2]) / 2;
    }
}

/// Tops nearest to the wishes (weighted squares) that keep order and gaps: pooling adjacent violators.
void settle(Layers &l, const std::vector<int> &layer, const std::vector<double> &wish, const std::vector<double> &weight)
{
    struct Pool {
        double sum, weight;
        size_t count;
    };
    std::vector<Pool> pools;
    std::vector<double> shift(layer.size(), 0);
    for (size_t i = 0; i < layer.size(); ++i) {
        if (i > 0)
            shift[i] = shift[i - 1] + l.items[size_t(layer[i - 1])].height + l.gap(layer[i - 1], layer[i]);
        const double w = weight[size_t(layer[i])];
        pools.push_back({w * (wish[size_t(layer[i])] - shift[i]), w, 1});
        while (pools.size() > 1) {
            const Pool &b = pools[pools.size() - 1];
            const Pool &a = pools[pools.size() - 2];
            if (a.sum / a.weight <= b.sum / b.weight)
                break;
            const Pool joined{a.sum + b.sum, a.weight + b.weight, a.count + b.count};
            pools.pop_back();
            pools.back() = joined;
        }
    }
    size_t i = 0;
    for (const Pool &pool : pools) {
        for (size_t k = 0; k < pool.count; ++k, ++i)
            l.top[size_t(layer[i])] = pool.sum / pool.weight + shift[i];
    }
}

void returnToLastPlaces(Layers &l)
{
    std::vector<double> moves;
    for (size_t v = 0; v < l.items.size(); ++v) {
        if (l.items[v].kept)
            moves.push_back(l.items[v].hint - l.items[v].height / 2 - l.top[v]);
    }
    if (moves.empty())
        return;
    std::nth_element(moves.begin(), moves.begin() + std::ptrdiff_t(moves.size() / 2), moves.end());
    const double move = moves[moves.size() / 2];
    std::vector<double> wish(l.items.size()), weight(l.items.size(), 1);
    for (size_t v = 0; v < l.items.size(); ++v) {
        l.top[v] += move;
        const bool kept = l.items[v].kept;
        wish[v] = kept ? l.items[v].hint - l.items[v].height / 2 : l.top[v];
        weight[v] = kept ? 1000 : l.items[v].dummy ? 2 : 1;
    }
    for (const std::vector<int> &layer : l.layers)
        settle(l, layer, wish, weight);
    // What is new goes to the middle of its neighbours, now that those stand.
    for (int round = 0; round < 3; ++round) {
        for (size_t i = 0; i < l.layers.size(); ++i) {
            const std::vector<int> &layer = l.layers[round % 2 == 0 ? i : l.layers.size() - 1 - i];
            for (const int v : layer) {
                if (l.items[size_t(v)].kept)
                    continue;
                double sum = 0;
                double total = 0;
                for (const int p : l.in[size_t(v)]) {
                    const Layers::Piece &piece = l.pieces[size_t(p)];
                    sum += piece.weight * (l.top[size_t(piece.from)] + piece.fromOffset - piece.toOffset);
                    total += piece.weight;
                }
                for (const int p : l.out[size_t(v)]) {
                    const Layers::Piece &piece = l.pieces[size_t(p)];
                    sum += piece.weight * (l.top[size_t(piece.to)] + piece.toOffset - piece.fromOffset);
                    total += piece.weight;
                }
                wish[size_t(v)] = total > 0 ? sum / total : l.top[size_t(v)];
            }
            settle(l, layer, wish, weight);
        }
    }
}

/// Small jogs left by the mean of four layouts and by returning to last places: an item moves to the height of its heaviest
/// edge on one side when it has room and no straight edge on the other.
void straightenJogs(Layers &l)
{
    constexpr double smallest = 0.01;
    const double largest = std::max(6.0, l.nodeGap * 0.7);
    for (const bool fromLeft : {true, false}) {
        for (size_t i = 0; i < l.layers.size(); ++i) {
            const std::vector<int> &layer = l.layers[fromLeft ? i : l.layers.size() - 1 - i];
            for (size_t k = 0; k < layer.size(); ++k) {
                const size_t v = size_t(layer[k]);
                if (l.items[v].kept)
                    continue;
                const auto jog = [&](int p) {
                    const Layers::Piece &piece = l.pieces[size_t(p)];
                    const double d = l.top[size_t(piece.from)] + piece.fromOffset - l.top[size_t(piece.to)] - piece.toOffset;
                    return size_t(piece.to) == v ? d : -d;
                };
                const auto heaviest = [&](const std::vector<int> &pieces) {
                    return pieces.empty() ? -1 : *std::max_element(pieces.begin(), pieces.end(), [&](int a, int b) {
                        return l.pieces[size_t(a)].weight < l.pieces[size_t(b)].weight;
                    });
                };
                const int own = heaviest(fromLeft ? l.in[v] : l.out[v]);
                const std::vector<int> &others = fromLeft ? l.out[v] : l.in[v];
                if (own < 0 || std::any_of(others.begin(), others.end(), [&](int p) { return std::abs(jog(p)) < smallest; }))
                    continue;
                const double move = jog(own);
                if (std::abs(move) < smallest || std::abs(move) > largest)
                    continue;
                const double top = l.top[v] + move;
                const bool above = k == 0 || top >= l.top[size_t(layer[k - 1])] + l.items[size_t(layer[k - 1])].height +
                                                        l.gap(layer[k - 1], layer[k]);
                const bool below = k + 1 == layer.size() ||
                                   top + l.items[v].height + l.gap(layer[k], layer[k + 1]) <= l.top[size_t(layer[k + 1])];
                if (above && below)
                    l.top[v] = top;
            }
        }
    }
}

} // namespace

void placeVertically(Layers &l)
{
    const std::vector<char> conflicts = conflictsOf(l);
    std::vector<Tops> four;
    for (const bool fromLeft : {true, false}) {
        for (const bool mirrored : {false, true})
            four.push_back(Alignment(l, conflicts, fromLeft, mirrored).run());
    }
    takeMiddle(l, four);
    returnToLastPlaces(l);
    straightenJogs(l);
}

} // namespace meshscope::graph
