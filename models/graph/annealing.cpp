#include "models/graph/annealing.h"

#include "models/graph/linegap.h"
#include "models/graph/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

// Simulated annealing of a small picture, or of the boxes of a large one, on the straight lines the eye sees (Kirkpatrick,
// Gelatt and Vecchi, 1983; for graphs Davidson and Harel, 1996). Shortest ranks are seldom the only ones, and the phases
// before choose among them blindly; here a thing goes to any rank between its neighbours' where lines cross less. What gets
// worse is taken less and less often. A try costs the moved things' lines times the lines over the same gaps between layers,
// eight at a time. Trades a proof of anything for the best pictures found in a few milliseconds.
namespace meshscope::graph {

namespace {

class Annealing {
public:
    Annealing(const LayerGraph &g, const Spacing &spacing, const Limits &limits, const LineEnds &ends,
              const AnnealEffort &effort, Places &places)
        : m_g(g)
        , m_s(spacing)
        , m_limits(limits)
        , m_ends(ends)
        , m_effort(effort)
        , m_rank(places.rank)
        , m_y(places.y)
        , m_first(g.real + 1, 0)
        , m_at(2 * g.links.count(), 0)
        , m_gaps(std::max(0, g.layers() - 1))
        , m_where(g.links.count() * m_gaps.count(), 0)
        , m_random(effort.seed)
    {
        readLayers();
        readLinks();
        for (int i = 0; i < draws; ++i)
            m_draws[size_t(i)] = std::round(-std::log((i + 0.5) / draws) * 1024) / 1024;
    }
    void run(Watch &watch);

private:
    static constexpr int draws = 256;
    static constexpr int perTry = 400; ///< what a try costs besides its pairs of lines
    void readLinks();
    void readLayers();
    void trySwap(int v, double heat);
    void tryMove(int v, double heat);
    [[nodiscard]] double wishFor(int v);
    [[nodiscard]] bool findPlace(int v, int r, double wish, double &y, int &place) const;
    void take(int v, int from, int r, int place);
    template<class F>
    void forGaps(int link, F &&f) const;
    void hide(int v);
    void show(int v);
    [[nodiscard]] double costOf(int v, double limit);
    [[nodiscard]] double allowance(double heat) { return heat * m_draws[size_t(m_random.below(draws))]; }
    [[nodiscard]] Height heightOf(double y) const { return Height(std::clamp((y - m_low) * m_scale, 0.0, 32000.0)); }
    [[nodiscard]] double densityAt(int r, Height h) const;
    [[nodiscard]] bool fixed(int r) const { return m_limits.isFixed[r]; }
    [[nodiscard]] bool isClosed(int r) const { return m_limits.isClosed[r]; }
    [[nodiscard]] int &where(int link, int gap) { return m_where[link * m_gaps.count() + gap]; }

    const LayerGraph &m_g;
    const Spacing &m_s;
    const Limits &m_limits;
    const LineEnds &m_ends;
    const AnnealEffort &m_effort;
    Vec<int> &m_rank;
    Vec<double> &m_y;
    Vec<int> m_first, m_at; ///< links at each thing
    Vec<LineGap> m_gaps;
    Vec<int> m_where;       ///< of link and gap: its place there
    Vec<Vec<int>> m_layers; ///< things by height
    Random m_random;
    std::array<double, draws> m_draws;
    long long m_steps = 0;
    double m_low = 0;
    double m_high = 0;
    double m_scale = 1; ///< heights of a gap in a unit of length
};

void Annealing::readLinks()
{
    for (const LayerGraph::Link &l : m_g.links) {
        ++m_first[l.from + 1];
        ++m_first[l.to + 1];
    }
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    Vec<int> next(m_first);
    for (int i = 0; i < m_g.links.count(); ++i) {
        const LayerGraph::Link &l = m_g.links[i];
        m_at[next[l.from]++] = i;
        m_at[next[l.to]++] = i;
        for (int r = m_rank[l.from]; r < m_rank[l.to]; ++r) {
            where(i, r) = m_gaps[r].count();
            m_gaps[r].add(i);
        }
    }
    for (int v = 0; v < m_g.real; ++v)
        show(v);
}

void Annealing::readLayers()
{
    m_layers.resize(size_t(m_g.layers()));
    for (int r = 0; r < m_g.layers(); ++r) {
        for (const int v : m_g.layer(r)) {
            if (!m_g.isPass(v))
                m_layers[r].push_back(v);
        }
    }
    // No thing goes far beyond where the topmost and the lowest are: the picture does not grow.
    m_low = m_high = m_y[0];
    double tall = 0;
    for (int v = 0; v < m_g.real; ++v) {
        m_low = std::min(m_low, m_y[v] - m_s.half[v]);
        m_high = std::max(m_high, m_y[v] + m_s.half[v]);
        tall += 2 * m_s.half[v] / m_g.real;
    }
    m_low -= tall / 2;
    m_high += tall / 2;
    m_scale = 32000 / std::max(1e-9, m_high - m_low);
}

/// Calls back with each gap the link's line lies over and its heights at the two sides.
template<class F>
void Annealing::forGaps(int link, F &&f) const
{
    const LayerGraph::Link &l = m_g.links[link];
    const double y0 = m_y[l.from] + (m_ends.fromOffset.empty() ? 0 : m_ends.fromOffset[link]);
    const double y1 = m_y[l.to] + (m_ends.toOffset.empty() ? 0 : m_ends.toOffset[link]);
    const int from = m_rank[l.from];
    const int to = m_rank[l.to];
    if (to == from + 1) {
        f(from, heightOf(y0), heightOf(y1));
        return;
    }
    const double begin = m_ends.fromX[from];
    const double slope = (y1 - y0) / std::max(1e-9, m_ends.toX[to] - begin);
    Height left = heightOf(y0);
    for (int r = from; r < to; ++r) {
        const Height right = heightOf(r + 1 == to ? y1 : y0 + slope * (m_ends.fromX[r + 1] - begin));
        f(r, left, right);
        left = right;
    }
}

void Annealing::hide(int v)
{
    for (int k = m_first[v]; k < m_first[v + 1]; ++k) {
        const LayerGraph::Link &l = m_g.links[m_at[k]];
        for (int r = m_rank[l.from]; r < m_rank[l.to]; ++r)
            m_gaps[r].hide(where(m_at[k], r));
    }
}

void Annealing::show(int v)
{
    for (int k = m_first[v]; k < m_first[v + 1]; ++k)
        forGaps(m_at[k], [&](int r, Height left, Height right) { m_gaps[r].put(where(m_at[k], r), left, right); });
}

/// Crossings of a line with what is in the thing it passes over in a layer.
double Annealing::densityAt(int r, Height h) const
{
    const Vec<int> &layer = m_layers[r];
    const double y = h / m_scale + m_low;
    int low = 0;
    for (int high = layer.count(); low < high;) {
        const int middle = (low + high) / 2;
        if (m_y[layer[middle]] + m_s.half[layer[middle]] < y)
            low = middle + 1;
        else
            high = middle;
    }
    return low < layer.count() && m_y[layer[low]] - m_s.half[layer[low]] < y ? m_limits.density[layer[low]] : 0;
}

/// Length of the lines at a thing and what they cross, its own being hidden; given up above the limit.
double Annealing::costOf(int v, double limit)
{
    double cost = 0;
    for (int k = m_first[v]; k < m_first[v + 1]; ++k) {
        const LayerGraph::Link &l = m_g.links[m_at[k]];
        const double dx = m_ends.toX[m_rank[l.to]] - m_ends.fromX[m_rank[l.from]];
        const double dy = m_y[l.to] - m_y[l.from];
        cost += std::sqrt(dx * dx + dy * dy);
    }
    const bool dense = !m_limits.density.empty();
    if (dense && m_rank[v] < m_gaps.count() && m_limits.density[v] > 0) {
        m_steps -= m_gaps[m_rank[v]].count() / 2;
        cost += m_effort.crossing * m_limits.density[v] *
                m_gaps[m_rank[v]].within(heightOf(m_y[v] - m_s.half[v]), heightOf(m_y[v] + m_s.half[v]));
    }
    for (int k = m_first[v]; k < m_first[v + 1] && cost < limit; ++k) {
        int crossings = 0;
        double passed = 0;
        const int from = m_rank[m_g.links[m_at[k]].from];
        forGaps(m_at[k], [&](int r, Height left, Height right) {
            m_steps -= m_gaps[r].count();
            crossings += m_gaps[r].crossed(left, right);
            if (dense && r > from)
                passed += densityAt(r, left);
        });
        cost += m_effort.crossing * (crossings + passed);
    }
    return cost;
}

/// Two things of one layer that stand near change places.
void Annealing::trySwap(int v, double heat)
{
    constexpr int reach = 4;
    Vec<int> &layer = m_layers[m_rank[v]];
    const int n = layer.count();
    if (n < 2)
        return;
    const int at = int(std::find(layer.begin(), layer.end(), v) - layer.begin());
    const int draw = m_random.below(2 * reach);
    const int with = at + (draw < reach ? -1 - draw : 1 + draw - reach);
    if (with < 0 || with >= n)
        return;
    const int p = std::min(at, with);
    const int q = std::max(at, with);
    const int a = layer[p];
    const int b = layer[q];
    // Neighbours keep the room both take together; others need the same room.
    const bool near = q == p + 1;
    if (!near && m_s.half[a] != m_s.half[b])
        return;
    const double ya = m_y[a];
    const double yb = m_y[b];
    hide(a);
    double before = costOf(a, 1e300);
    hide(b);
    before += costOf(b, 1e300);
    m_y[a] = near ? yb + m_s.half[b] - m_s.half[a] : yb;
    m_y[b] = near ? ya - m_s.half[a] + m_s.half[b] : ya;
    const double limit = before + allowance(heat);
    double after = costOf(a, limit);
    show(a);
    if (after < limit)
        after += costOf(b, limit - after);
    if (after < limit) {
        std::swap(layer[p], layer[q]);
    } else {
        m_y[a] = ya;
        m_y[b] = yb;
        show(a);
    }
    show(b);
}

/// Where a thing might like to be: level with one of its neighbours, near where it is, or anywhere.
double Annealing::wishFor(int v)
{
    const int draw = m_random.below(10);
    const int degree = m_first[v + 1] - m_first[v];
    if (draw < 5 && degree > 0) {
        const LayerGraph::Link &l = m_g.links[m_at[m_first[v] + m_random.below(degree)]];
        return m_y[l.from == v ? l.to : l.from] + (m_random.share() - 0.5) * 2 * m_s.half[v];
    }
    if (draw < 8)
        return m_y[v] + (m_random.share() - 0.5) * 10 * m_s.half[v];
    return m_low + (m_high - m_low) * m_random.share();
}

/// The free place of a layer nearest to a height. `place`: number of things above it, v left out.
bool Annealing::findPlace(int v, int r, double wish, double &y, int &place) const
{
    const Vec<int> &layer = m_layers[r];
    double best = 6 * m_s.half[v]; // farther is another wish
    bool found = false;
    double low = m_low + m_s.half[v];
    int above = 0;
    for (int i = 0; i <= layer.count(); ++i) {
        if (i < layer.count() && layer[i] == v)
            continue;
        const bool end = i == layer.count();
        const double high = end ? m_high - m_s.half[v] : m_y[layer[i]] - m_s.half[layer[i]] - m_s.half[v];
        if (low <= high) {
            const double at = std::clamp(wish, low, high);
            const double far = std::abs(at - wish);
            if (far < best) {
                best = far;
                y = at;
                place = above;
                found = true;
            }
        }
        if (end || high > wish + best)
            break;
        low = m_y[layer[i]] + m_s.half[layer[i]] + m_s.half[v];
        ++above;
    }
    return found;
}

/// A thing goes to a free place, maybe in another layer between those of its neighbours; the first of some that will do.
void Annealing::tryMove(int v, double heat)
{
    constexpr int tries = 3;
    const int was = m_rank[v];
    const double old = m_y[v];
    int low = 0;
    int high = m_layers.count() - 1;
    for (int k = m_first[v]; k < m_first[v + 1]; ++k) {
        const LayerGraph::Link &l = m_g.links[m_at[k]];
        if (l.to == v)
            low = std::max(low, m_rank[l.from] + 1);
        else
            high = std::min(high, m_rank[l.to] - 1);
    }
    hide(v);
    const double before = costOf(v, 1e300);
    for (int i = 0; i < tries; ++i) {
        m_steps -= i > 0 ? perTry : 0;
        int r = was;
        if (!isClosed(was) && m_random.below(4) > 0) {
            r = low + m_random.below(high - low + 1);
            if (isClosed(r) || m_limits.width[v] > m_limits.room[r])
                r = was;
        }
        double y = 0;
        int place = 0;
        if (!findPlace(v, r, wishFor(v), y, place))
            continue;
        const double limit = before + allowance(heat);
        m_rank[v] = r;
        m_y[v] = y;
        if (costOf(v, limit) < limit) {
            take(v, was, r, place);
            break;
        }
        m_rank[v] = was;
        m_y[v] = old;
    }
    show(v);
}

/// Writes a move to another place down in the lists by layer and gap.
void Annealing::take(int v, int from, int r, int place)
{
    Vec<int> &left = m_layers[from];
    left.erase(std::find(left.begin(), left.end(), v));
    m_layers[r].insert(m_layers[r].begin() + place, v);
    for (int k = m_first[v]; from != r && k < m_first[v + 1]; ++k) {
        const int i = m_at[k];
        // The gaps the line came to lie over or left, whichever end moved.
        const bool longer = (m_g.links[i].from == v) == (r < from);
        for (int gap = std::min(from, r); gap < std::max(from, r); ++gap) {
            LineGap &lines = m_gaps[gap];
            if (longer) {
                where(i, gap) = lines.count();
                lines.add(i);
            } else {
                const int at = where(i, gap);
                where(lines.links.back(), gap) = at;
                lines.remove(at);
            }
        }
    }
}

void Annealing::run(Watch &watch)
{
    Pace pace(watch);
    m_steps = m_effort.steps;
    while (m_steps > 0) {
        const long long left = m_steps;
        const int v = m_random.below(m_g.real);
        m_steps -= perTry;
        if (fixed(m_rank[v]))
            continue;
        const double heat = m_effort.heat * double(left) / double(m_effort.steps);
        if (m_random.below(5) == 0)
            trySwap(v, heat);
        else
            tryMove(v, heat);
        if (pace.stop(left - m_steps))
            return;
    }
}

} // namespace

void anneal(const LayerGraph &g, const Spacing &spacing, const Limits &limits, const LineEnds &ends,
            const AnnealEffort &effort, Places &places, Watch &watch)
{
    if (g.real > 1 && !g.links.empty())
        Annealing(g, spacing, limits, ends, effort, places).run(watch);
}

} // namespace meshscope::graph
