#include "models/graph/coordinates.h"

#include <algorithm>
#include <cmath>
#include <numeric>

// Heights in two steps. Smoothing: sweeps in which each layer takes the mean of its neighbours' heights, as near as order
// and distances allow (isotonic regression, as in Brandes and Köpf's successors); pieces of long edges weigh 8 and 2 as in
// Gansner and others (1993). Straightening: first items go to the weighted median of their neighbours where there is room,
// then the passing items of one long edge to a common height as far as their free ranges meet, then straight runs as a whole
// to the median of what they are joined with. Every round is O(pieces). Trades the optimum of a network simplex for that.
namespace meshscope::graph {

namespace {

double pieceWeight(const LayerGraph &g, int a, int b)
{
    return g.isPass(a) && g.isPass(b) ? 8 : g.isPass(a) || g.isPass(b) ? 2 : 1;
}

class Across {
public:
    Across(const LayerGraph &g, const Spacing &spacing, const Anchors &anchors, Vec<double> &y, Watch &watch)
        : m_g(g)
        , m_s(spacing)
        , m_anchors(anchors)
        , m_y(y)
        , m_pace(watch)
        , m_wish(g.items(), 0)
        , m_weight(g.items(), 1)
    {
    }
    void smooth(bool toRight);
    void median(bool toRight);
    void straightenLongEdges();
    void moveRuns();

private:
    [[nodiscard]] bool anchored(int v) const { return !m_anchors.isAnchored.empty() && m_anchors.isAnchored[v]; }
    /// Calls back with the height at which the piece would be straight, and its weight.
    template<class F>
    void forPieces(int v, F &&f) const
    {
        const bool offsets = !m_s.inOwn.empty();
        for (int i = m_g.inFirst[v]; i < m_g.inFirst[v + 1]; ++i) {
            const int w = m_g.inTo[i];
            f(w, m_y[w] + (offsets ? m_s.inOther[i] - m_s.inOwn[i] : 0), pieceWeight(m_g, v, w));
        }
        for (int i = m_g.outFirst[v]; i < m_g.outFirst[v + 1]; ++i) {
            const int w = m_g.outTo[i];
            f(w, m_y[w] + (offsets ? m_s.outOther[i] - m_s.outOwn[i] : 0), pieceWeight(m_g, v, w));
        }
    }
    [[nodiscard]] double lowest(int v) const
    {
        const int p = m_g.pos[v];
        if (p == 0)
            return -1e300;
        const int u = m_g.layer(m_g.rank[v])[size_t(p - 1)];
        return m_y[u] + m_s.half[u] + m_s.half[v];
    }
    [[nodiscard]] double highest(int v) const
    {
        const auto layer = m_g.layer(m_g.rank[v]);
        const int p = m_g.pos[v];
        if (p + 1 == int(layer.size()))
            return 1e300;
        const int u = layer[size_t(p + 1)];
        return m_y[u] - m_s.half[u] - m_s.half[v];
    }
    [[nodiscard]] double medianOf(Vec<std::pair<double, double>> &targets) const;

    const LayerGraph &m_g;
    const Spacing &m_s;
    const Anchors &m_anchors;
    Vec<double> &m_y;
    Pace m_pace;
    Vec<double> m_wish, m_weight;
    Settler m_settler;
    Vec<std::pair<double, double>> m_targets;
};

void Across::smooth(bool toRight)
{
    for (int i = 0; i < m_g.layers(); ++i) {
        const int r = toRight ? i : m_g.layers() - 1 - i;
        if (m_pace.stop(8LL * m_g.size(r)))
            return;
        for (const int v : m_g.layer(r)) {
            if (anchored(v)) {
                m_wish[v] = m_anchors.y[v];
                m_weight[v] = 1000;
                continue;
            }
            double sum = 0;
            double weight = 0;
            forPieces(v, [&](int, double at, double w) {
                sum += w * at;
                weight += w;
            });
            m_wish[v] = weight > 0 ? sum / weight : m_y[v];
            m_weight[v] = weight > 0 ? weight : 0.5;
        }
        m_settler.settle(m_g.layer(r), m_s, m_wish, m_weight, m_y);
    }
}

/// The weighted median; between two when both are.
double Across::medianOf(Vec<std::pair<double, double>> &targets) const
{
    std::sort(targets.begin(), targets.end());
    double total = 0;
    for (const auto &t : targets)
        total += t.second;
    double sum = 0;
    for (int i = 0; i < targets.count(); ++i) {
        sum += targets[i].second;
        if (2 * sum > total)
            return targets[i].first;
        if (2 * sum == total && i + 1 < targets.count())
            return (targets[i].first + targets[i + 1].first) / 2;
    }
    return targets.back().first;
}

void Across::median(bool toRight)
{
    for (int i = 0; i < m_g.layers(); ++i) {
        const auto layer = m_g.layer(toRight ? i : m_g.layers() - 1 - i);
        if (m_pace.stop(24LL * int(layer.size())))
            return;
        for (const int v : layer) {
            if (anchored(v))
                continue;
            m_targets.clear();
            forPieces(v, [&](int, double at, double w) { m_targets.emplace_back(at, w); });
            if (m_targets.empty())
                continue;
            const double low = lowest(v);
            const double high = highest(v);
            if (low <= high)
                m_y[v] = std::clamp(medianOf(m_targets), low, high);
        }
    }
}

void Across::straightenLongEdges()
{
    for (const LayerGraph::Link &l : m_g.links) {
        const int passes = m_g.rank[l.to] - m_g.rank[l.from] - 1;
        if (m_pace.stop(16LL * passes))
            return;
        if (passes > 0 && anchored(l.firstPass))
            continue;
        for (int begin = 0; begin < passes;) {
            double low = -1e300;
            double high = 1e300;
            double sum = 0;
            int end = begin;
            for (; end < passes; ++end) {
                const int v = l.firstPass + end;
                const double l2 = std::max(low, lowest(v));
                const double h2 = std::min(high, highest(v));
                if (l2 > h2)
                    break;
                low = l2;
                high = h2;
                sum += m_y[v];
            }
            if (end == begin) { // no room at all: rounding
                ++begin;
                continue;
            }
            // The height of an end that is within reach makes the edge straight there.
            double at = std::clamp(sum / (end - begin), low, high);
            const int v = l.firstPass + begin;
            const int last = l.firstPass + end - 1;
            const bool offsets = !m_s.inOwn.empty();
            const double from = m_y[m_g.inTo[m_g.inFirst[v]]] + (offsets ? m_s.inOther[m_g.inFirst[v]] : 0);
            const double to = m_y[m_g.outTo[m_g.outFirst[last]]] + (offsets ? m_s.outOther[m_g.outFirst[last]] : 0);
            const bool fromFits = from >= low && from <= high;
            const bool toFits = to >= low && to <= high;
            if (fromFits && (!toFits || std::abs(from - at) <= std::abs(to - at)))
                at = from;
            else if (toFits)
                at = to;
            for (int i = begin; i < end; ++i)
                m_y[l.firstPass + i] = at;
            begin = end;
        }
    }
}

/// Items joined by straight pieces move together, by the median of what their other pieces would need.
void Across::moveRuns()
{
    constexpr double same = 1e-6;
    Vec<int> root(m_g.items());
    std::iota(root.begin(), root.end(), 0);
    const auto find = [&](int v) {
        while (root[v] != v)
            v = root[v] = root[root[v]];
        return v;
    };
    for (int v = 0; v < m_g.items() && !m_pace.stop(24); ++v) {
        forPieces(v, [&](int w, double at, double) {
            if (m_g.rank[w] > m_g.rank[v] && std::abs(at - m_y[v]) < same)
                root[std::max(find(v), find(w))] = std::min(find(v), find(w));
        });
    }
    // Members of each run in one list.
    Vec<int> first(m_g.items() + 1, 0), members(m_g.items());
    for (int v = 0; v < m_g.items(); ++v)
        ++first[find(v) + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    Vec<int> next(first);
    for (int v = 0; v < m_g.items(); ++v)
        members[next[find(v)]++] = v;
    for (int run = 0; run < m_g.items() && !m_pace.stop(24); ++run) {
        if (first[run + 1] - first[run] < 2)
            continue;
        double low = -1e300;
        double high = 1e300;
        m_targets.clear();
        bool fixed = false;
        for (int i = first[run]; i < first[run + 1] && !fixed; ++i) {
            const int v = members[i];
            fixed = anchored(v);
            low = std::max(low, lowest(v) - m_y[v]);
            high = std::min(high, highest(v) - m_y[v]);
            forPieces(v, [&](int w, double at, double weight) {
                if (root[w] != run && find(w) != run)
                    m_targets.emplace_back(at - m_y[v], weight);
            });
        }
        if (fixed || m_targets.empty())
            continue;
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
        const double move = std::clamp(medianOf(m_targets), low, high);
        if (std::abs(move) < same)
            continue;
        for (int i = first[run]; i < first[run + 1]; ++i)
            m_y[members[i]] += move;
    }
}

} // namespace

void placeAcross(const LayerGraph &g, const Spacing &spacing, const Anchors &anchors, int rounds, int straight,
                 Vec<double> &y, Watch &watch)
{
    Across across(g, spacing, anchors, y, watch);
    for (int i = 0; i < std::max(1, rounds) && !(i > 0 && watch.stop()); ++i)
        across.smooth(i % 2 == 0);
    for (int i = 0; i < straight && !watch.stop(); ++i) {
        across.median(i % 2 == 0);
        if (watch.stop())
            return;
        across.straightenLongEdges();
        if (watch.stop())
            return;
        across.moveRuns();
    }
    if (straight == 0)
        across.straightenLongEdges();
    // What rounding took off a distance is given back.
    for (int r = 0; r < g.layers(); ++r) {
        const auto layer = g.layer(r);
        for (size_t i = 1; i < layer.size(); ++i) {
            const double least = y[layer[i - 1]] + spacing.half[layer[i - 1]] + spacing.half[layer[i]];
            y[layer[i]] = std::max(y[layer[i]], least);
        }
    }
}

} // namespace meshscope::graph
