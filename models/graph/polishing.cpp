#include "models/graph/polishing.h"

#include "models/graph/crossings.h"

#include <algorithm>
#include <cmath>
#include <numeric>

// The last step for small pictures. Fewest crossings between neighbouring layers is not yet fewest for the eye, which joins
// cards by straight lines; but routes must not cross more for it. A local search on both: each try costs the moved items'
// links times the links beside them.
namespace meshscope::graph {

namespace {

struct Line {
    double ax, ay, bx, by;
};

bool cross(const Line &s, const Line &t)
{
    const auto side = [](const Line &l, double x, double y) {
        return (l.bx - l.ax) * (y - l.ay) - (l.by - l.ay) * (x - l.ax);
    };
    const double o1 = side(s, t.ax, t.ay);
    const double o2 = side(s, t.bx, t.by);
    const double o3 = side(t, s.ax, s.ay);
    const double o4 = side(t, s.bx, s.by);
    return ((o1 < 0 && o2 > 0) || (o1 > 0 && o2 < 0)) && ((o3 < 0 && o4 > 0) || (o3 > 0 && o4 < 0));
}

Line lineOf(const LayerGraph &g, const LineEnds &ends, const Vec<double> &y, int i)
{
    const LayerGraph::Link &l = g.links[i];
    return {ends.fromX[g.rank[l.from]], y[l.from] + (ends.fromOffset.empty() ? 0 : ends.fromOffset[i]),
            ends.toX[g.rank[l.to]], y[l.to] + (ends.toOffset.empty() ? 0 : ends.toOffset[i])};
}

class Polish {
public:
    Polish(LayerGraph &g, const Spacing &spacing, const Movable &movable, const LineEnds &ends, Vec<double> &y,
           long long steps)
        : m_g(g)
        , m_s(spacing)
        , m_movable(movable)
        , m_ends(ends)
        , m_y(y)
        , m_steps(steps)
        , m_first(g.real + 1, 0)
        , m_at(2 * g.links.count(), 0)
        , m_mark(g.links.count(), 0)
    {
        for (const LayerGraph::Link &l : g.links) {
            ++m_first[l.from + 1];
            ++m_first[l.to + 1];
        }
        std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
        Vec<int> next(m_first);
        for (int i = 0; i < g.links.count(); ++i) {
            m_at[next[g.links[i].from]++] = i;
            m_at[next[g.links[i].to]++] = i;
        }
        while (m_lines.count() < g.links.count())
            m_lines.push_back(lineOf(g, ends, y, int(m_lines.size())));
        // Links over each gap between layers: only those can cross.
        m_over.resize(size_t(std::max(0, g.layers() - 1)));
        for (int i = 0; i < g.links.count(); ++i) {
            for (int r = g.rank[g.links[i].from]; r < g.rank[g.links[i].to]; ++r)
                m_over[r].push_back(i);
        }
    }
    bool round();
    [[nodiscard]] bool spent() const { return m_steps <= 0; }

private:
    struct Cost {
        long long crossings = 0;
        double length = 0;
        [[nodiscard]] bool betterThan(const Cost &o) const
        {
            return crossings != o.crossings ? crossings < o.crossings : length < o.length - 0.5;
        }
    };
    void move(int v, double y)
    {
        m_y[v] = y;
        if (m_g.isPass(v))
            return;
        for (int k = m_first[v]; k < m_first[v + 1]; ++k) {
            Line &line = m_lines[m_at[k]];
            const bool from = m_g.links[m_at[k]].from == v;
            const Vec<double> &offset = from ? m_ends.fromOffset : m_ends.toOffset;
            (from ? line.ay : line.by) = y + (offset.empty() ? 0 : offset[m_at[k]]);
        }
    }
    [[nodiscard]] Cost costOf(int a, int b);
    bool trySwap(int r, int i);
    bool trySlide(int v);

    LayerGraph &m_g;
    const Spacing &m_s;
    const Movable &m_movable;
    Vec<Line> m_lines; ///< of links
    const LineEnds &m_ends;
    Vec<double> &m_y;
    long long m_steps;
    Vec<int> m_first, m_at; ///< links at each real item
    Vec<int> m_mark;
    Vec<Vec<int>> m_over;
    Vec<double> m_places;
    SlotRows m_rows;
    int m_stamp = 0;
};

/// Crossings and length of the links at one or two items (-1: none, or an item that only passes).
Polish::Cost Polish::costOf(int a, int b)
{
    Cost cost;
    const int own = ++m_stamp;
    for (const int v : {a, b}) {
        if (v < 0 || v >= m_g.real)
            continue;
        for (int k = m_first[v]; k < m_first[v + 1]; ++k) {
            const int i = m_at[k];
            if (m_mark[i] == own)
                continue;
            const LayerGraph::Link &l = m_g.links[i];
            const Line s = m_lines[i];
            const double low = std::min(s.ay, s.by);
            const double high = std::max(s.ay, s.by);
            cost.length += std::sqrt((s.bx - s.ax) * (s.bx - s.ax) + (s.by - s.ay) * (s.by - s.ay));
            m_mark[i] = own;
            const int from = m_g.rank[l.from];
            const int to = m_g.rank[l.to];
            for (int r = from; r < to; ++r) {
                m_steps -= m_over[r].count();
                for (const int o : m_over[r]) {
                    const Line &t = m_lines[o];
                    if (std::max(t.ay, t.by) <= low || std::min(t.ay, t.by) >= high)
                        continue;
                    const LayerGraph::Link &m = m_g.links[o];
                    // Each pair once: where both begin to lie over one another, and of two own links by the first.
                    if (std::max(from, m_g.rank[m.from]) != r || m.from == l.from || m.to == l.to || m.from == l.to ||
                        m.to == l.from || m_mark[o] == own)
                        continue;
                    cost.crossings += cross(s, t) ? 1 : 0;
                }
            }
        }
    }
    return cost;
}

bool Polish::trySwap(int r, int i)
{
    const auto layer = m_g.layer(r);
    const int a = layer[size_t(i)];
    const int b = layer[size_t(i + 1)];
    if (m_g.isPass(a) && m_g.isPass(b))
        return false;
    Cost before = costOf(a, b);
    const long long less = m_rows.turned(m_g, a, b);
    before.crossings += less;
    if (before.crossings <= 0)
        return false;
    const double ya = m_y[a];
    const double yb = m_y[b];
    move(a, yb + m_s.half[b] - m_s.half[a]);
    move(b, ya - m_s.half[a] + m_s.half[b]);
    if (costOf(a, b).betterThan(before)) {
        std::swap(layer[size_t(i)], layer[size_t(i + 1)]);
        return true;
    }
    move(a, ya);
    move(b, yb);
    return false;
}

bool Polish::trySlide(int v)
{
    constexpr double far = 400;
    const auto layer = m_g.layer(m_g.rank[v]);
    const int p = m_g.pos[v];
    const double was = m_y[v];
    double low = was - far;
    double high = was + far;
    if (p > 0) {
        const int u = layer[size_t(p - 1)];
        low = std::max(low, m_y[u] + m_s.half[u] + m_s.half[v]);
    }
    if (p + 1 < int(layer.size())) {
        const int u = layer[size_t(p + 1)];
        high = std::min(high, m_y[u] - m_s.half[u] - m_s.half[v]);
    }
    if (high - low < 1)
        return false;
    m_places.assign({low, high, (low + high) / 2});
    for (int k = m_first[v]; k < std::min(m_first[v + 1], m_first[v] + 4); ++k) {
        const LayerGraph::Link &l = m_g.links[m_at[k]];
        m_places.push_back(std::clamp(m_y[l.from == v ? l.to : l.from], low, high));
    }
    Cost best = costOf(v, -1);
    if (best.crossings == 0)
        return false;
    double to = was;
    for (const double place : m_places) {
        move(v, place);
        const Cost cost = costOf(v, -1);
        if (cost.betterThan(best)) {
            best = cost;
            to = place;
        }
    }
    move(v, to);
    return to != was;
}

bool Polish::round()
{
    bool changed = false;
    for (int r = 0; r < m_g.layers() && !spent(); ++r) {
        if (m_movable.layer(r)) {
            m_rows.read(m_g, r);
            for (int i = 0; i + 1 < m_g.size(r) && !spent(); ++i)
                changed = trySwap(r, i) || changed;
            m_g.number(r);
        }
        for (const int v : m_g.layer(r)) {
            if (!m_g.isPass(v) && !spent())
                changed = trySlide(v) || changed;
        }
    }
    return changed;
}

} // namespace

long long straightCrossings(const LayerGraph &g, const LineEnds &ends, const Vec<double> &y)
{
    Vec<int> order(g.links.count());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return g.rank[g.links[a].from] < g.rank[g.links[b].from]; });
    Vec<Line> lines;
    for (const int i : order)
        lines.push_back(lineOf(g, ends, y, i));
    long long sum = 0;
    for (int i = 0; i < lines.count(); ++i) {
        const LayerGraph::Link &a = g.links[order[i]];
        for (int k = i + 1; k < lines.count() && g.rank[g.links[order[k]].from] < g.rank[a.to]; ++k) {
            const LayerGraph::Link &b = g.links[order[k]];
            sum += a.from != b.from && a.to != b.to && a.to != b.from && cross(lines[i], lines[k]) ? 1 : 0;
        }
    }
    return sum;
}

void polish(LayerGraph &g, const Spacing &spacing, const Movable &movable, const LineEnds &ends, Vec<double> &y,
            long long steps, Watch &watch)
{
    Polish search(g, spacing, movable, ends, y, steps);
    while (!search.spent() && !watch.stop() && search.round())
        ;
}

} // namespace meshscope::graph
