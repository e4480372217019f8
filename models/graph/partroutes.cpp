#include "models/graph/part.h"

#include <algorithm>
#include <cmath>

// Along the layers, and the edges' ways: each layer is as wide as its widest card, and the gap before it grows with how far
// edges have to climb there. An edge crosses a layer level, on the height kept for it, and climbs only in the gaps between
// layers, where no card is. O(pieces).
namespace meshscope::graph {

namespace {

constexpr double besideBorder = 28; ///< gap to the places on the side of a box

} // namespace

void Part::placeColumns()
{
    const LayerGraph &g = m_graph;
    const int n = m_items.count();
    m_left.fill(g.layers(), 0);
    m_right.fill(g.layers(), 0);
    double x = 0;
    double free = 0;
    for (int r = 0; r < g.layers(); ++r) {
        double width = 0;
        double before = 0;
        double after = 0;
        double climb = 0;
        for (const int v : g.layer(r)) {
            if (v < n) {
                width = std::max(width, item(v).width);
                before = std::max(before, item(v).before);
                after = std::max(after, item(v).after);
            }
            for (int i = g.inFirst[v]; i < g.inFirst[v + 1]; ++i) {
                const double offset = m_space.inOwn.empty() ? 0 : m_space.inOther[i] - m_space.inOwn[i];
                climb = std::max(climb, std::abs(m_y[g.inTo[i]] + offset - m_y[v]));
            }
        }
        if (r > 0) {
            const bool border = isBorder(r) || isBorder(r - 1);
            const double base = border ? std::min(m_in.levelGap, besideBorder) : m_in.levelGap;
            const double gap = std::clamp(base * 0.75 + climb * 0.12, base, base * std::max(1.0, m_in.widen));
            x += std::max(gap, std::max(before, free));
        }
        free = after;
        m_left[r] = x;
        x += width;
        m_right[r] = x;
    }
}

bool Part::isBorder(int layer) const
{
    const int v = m_graph.layer(layer).front();
    return v < m_items.count() && item(v).border != FlatItem::Border::None;
}

QPointF Part::topLeft(int i) const
{
    return {m_left[m_graph.rank[i]], m_y[i] - item(i).height / 2};
}

void Part::route(int l, Vec<QPointF> &points) const
{
    const size_t begin = points.size();
    const auto add = [&](double x, double y) {
        if (points.size() > begin && points.back() == QPointF(x, y))
            return;
        if (points.size() >= begin + 2 && points.back().y() == y && points[int(points.size()) - 2].y() == y)
            points.back().setX(x);
        else
            points.emplace_back(x, y);
    };
    const int a = m_ends[2 * l];
    const int b = m_ends[2 * l + 1];
    const int from = m_graph.rank[a];
    const int to = m_graph.rank[b];
    const double y0 = m_y[a] - item(a).height / 2 + link(l).fromOffset;
    const double y1 = m_y[b] - item(b).height / 2 + link(l).toOffset;
    add(m_left[from] + item(a).width, y0);
    if (m_way[l] < 0) {
        const double x0 = m_right[from] + (m_left[from + 1] - m_right[from]) / 4;
        const double x1 = m_left[to] - (m_left[to] - m_right[to - 1]) / 4;
        add(x0, y0);
        add(x0, m_roundAt);
        add(x1, m_roundAt);
        add(x1, y1);
        add(m_left[to], y1);
        return;
    }
    const LayerGraph::Link &way = m_graph.links[m_way[l]];
    add(m_right[from], y0);
    for (int r = from + 1; r < to; ++r) {
        const double y = m_y[way.firstPass + r - from - 1];
        add(m_left[r], y);
        add(m_right[r], y);
    }
    add(m_left[to], y1);
}

double Part::lengthOf() const
{
    double sum = 0;
    for (int l = 0; l < m_links.count(); ++l) {
        const int a = m_ends[2 * l];
        const int b = m_ends[2 * l + 1];
        const double dx = m_left[m_graph.rank[b]] - m_left[m_graph.rank[a]];
        const double dy = m_y[b] - m_y[a];
        sum += std::sqrt(dx * dx + dy * dy);
    }
    return sum;
}

/// Straight lines join the middles of cards, as far as those are alike; those of boxes their sides, where the edges are.
LineEnds Part::lineEnds() const
{
    LineEnds ends;
    for (int r = 0; r < m_left.count(); ++r) {
        const double middle = (m_left[r] + m_right[r]) / 2;
        ends.fromX.push_back(m_in.boxes ? m_right[r] : middle);
        ends.toX.push_back(m_in.boxes ? m_left[r] : middle);
    }
    if (m_space.inOwn.empty())
        return ends;
    for (int l = 0; l < m_links.count(); ++l) {
        if (m_way[l] < 0)
            continue;
        const FlatLink &k = link(l);
        ends.fromOffset.push_back((k.fromLine < 0 ? k.fromOffset : k.fromLine) - item(m_ends[2 * l]).height / 2);
        ends.toOffset.push_back((k.toLine < 0 ? k.toOffset : k.toLine) - item(m_ends[2 * l + 1]).height / 2);
    }
    return ends;
}

/// Where the part's corner was in the last layout: by the middle of what its kept items moved.
void Part::measureMove()
{
    Vec<double> dx, dy;
    for (int i = 0; i < m_items.count(); ++i) {
        if (!item(i).kept)
            continue;
        dx.push_back(item(i).lastLeft - m_left[m_graph.rank[i]]);
        dy.push_back(item(i).lastMiddle - m_y[i]);
    }
    if (dx.empty())
        return;
    const auto middle = std::ptrdiff_t(dx.size() / 2);
    std::nth_element(dx.begin(), dx.begin() + middle, dx.end());
    std::nth_element(dy.begin(), dy.begin() + middle, dy.end());
    kept = true;
    last = bounds.topLeft() + QPointF(dx[int(middle)], dy[int(middle)]);
}

} // namespace meshscope::graph
