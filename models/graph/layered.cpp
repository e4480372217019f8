#include "models/graph/layout.h"

#include "models/graph/acyclic.h"
#include "models/graph/flatlayout.h"
#include "models/graph/nesting.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <limits>

// The layered layout: for each group, innermost first, what is directly in it is laid out in layers (flatlayout.cpp), inner
// groups being closed boxes; an edge that leaves a group passes through a place on its border. Cycles are broken at every
// level before, so that it is known on which side an edge leaves. With edges between groups this runs twice: the second time
// the places on the borders are ordered by where their other ends were in the first.
namespace meshscope::graph {

namespace {

constexpr double emptyGroupWidth = 120;

struct Level {
    FlatInput input;
    FlatResult result;
    QRectF box; ///< of the group, without the absolute place
    QPointF content;
};

class Engine {
public:
    Engine(const LayoutInput &input, const Nesting &nesting)
        : m_in(input)
        , m_nest(nesting)
        , m_levels(nesting.levels.size())
        , m_origins(nesting.levels.size())
    {
    }

    /// Lays out every level; false when cancelled. `outside` holds wished heights of border places or is empty.
    bool layOut(const std::vector<std::vector<double>> &outside)
    {
        for (size_t i = m_nest.levels.size(); i-- > 0;) {
            if (m_in.cancelled && m_in.cancelled())
                return false;
            layOutLevel(i, outside);
            if (m_in.progress)
                m_in.progress(double(m_nest.levels.size() - i) / double(m_nest.levels.size()));
        }
        m_origins[0] = QPointF();
        for (size_t i = 1; i < m_nest.levels.size(); ++i) {
            const Nesting::Level &level = m_nest.levels[i];
            const Level &parent = m_levels[size_t(level.parent)];
            m_origins[i] = m_origins[size_t(level.parent)] + parent.content + parent.result.topLeft[size_t(level.slot)];
        }
        return !(m_in.cancelled && m_in.cancelled());
    }

    /// For every level's border places: the middle of what the edges through them reach outside.
    [[nodiscard]] std::vector<std::vector<double>> outsideHeights() const
    {
        std::vector<std::vector<double>> heights(m_nest.levels.size());
        std::vector<std::vector<int>> counts(m_nest.levels.size());
        for (size_t i = 0; i < m_nest.levels.size(); ++i) {
            heights[i].assign(m_nest.levels[i].seats.size(), 0);
            counts[i].assign(m_nest.levels[i].seats.size(), 0);
        }
        for (size_t e = 0; e < m_nest.edges.size(); ++e) {
            const Nesting::Edge &edge = m_nest.edges[e];
            const auto note = [&](const Nesting::Segment &s, int slot, bool otherIsTo) {
                if (m_nest.levels[size_t(s.level)].seats[size_t(slot)].border == Layers::Border::None)
                    return;
                heights[size_t(s.level)][size_t(slot)] += middleOf(otherIsTo ? edge.to : edge.from);
                ++counts[size_t(s.level)][size_t(slot)];
            };
            for (const Nesting::Segment &s : edge.segments) {
                const Nesting::Link &link = m_nest.levels[size_t(s.level)].links[size_t(s.link)];
                note(s, link.from, edge.reversed);
                note(s, link.to, !edge.reversed);
            }
        }
        for (size_t i = 0; i < heights.size(); ++i) {
            for (size_t k = 0; k < heights[i].size(); ++k)
                heights[i][k] = counts[i][k] > 0 ? heights[i][k] / counts[i][k] : std::nan("");
        }
        return heights;
    }

    [[nodiscard]] LayoutResult result() const;

private:
    [[nodiscard]] double middleOf(int item) const
    {
        const Nesting::Place place = m_nest.placeOf(item);
        const Level &level = m_levels[size_t(place.level)];
        return m_origins[size_t(place.level)].y() + level.content.y() + level.result.topLeft[size_t(place.slot)].y() +
               level.input.items[size_t(place.slot)].height / 2;
    }
    void layOutLevel(size_t i, const std::vector<std::vector<double>> &outside);
    [[nodiscard]] double offsetAt(const Nesting::End &end, const Nesting::Level &level) const;
    [[nodiscard]] std::vector<QPointF> route(const Nesting::Edge &edge) const;

    const LayoutInput &m_in;
    const Nesting &m_nest;
    std::vector<Level> m_levels;
    std::vector<QPointF> m_origins;
};

/// Distance of an edge's end from the top of the slot it is at.
double Engine::offsetAt(const Nesting::End &end, const Nesting::Level &level) const
{
    const Nesting::Slot &slot = level.seats[size_t(end.slot)];
    if (slot.border != Layers::Border::None)
        return 0;
    if (slot.level >= 0) {
        const Level &inner = m_levels[size_t(slot.level)];
        return end.inner >= 0 ? inner.content.y() + inner.result.topLeft[size_t(end.inner)].y() : inner.box.height() / 2;
    }
    const double height = m_in.nodes[size_t(slot.node)].height;
    return end.offset >= 0 ? std::min(end.offset, height) : height / 2;
}

void Engine::layOutLevel(size_t i, const std::vector<std::vector<double>> &outside)
{
    const Nesting::Level &nest = m_nest.levels[i];
    Level &level = m_levels[i];
    level = {};
    FlatInput &flat = level.input;
    flat.levelGap = m_in.levelGap;
    flat.nodeGap = m_in.nodeGap;
    flat.quality = m_in.quality;
    flat.cancelled = m_in.cancelled;
    for (size_t k = 0; k < nest.seats.size(); ++k) {
        const Nesting::Slot &slot = nest.seats[k];
        Layers::Item item;
        item.border = slot.border;
        if (slot.node >= 0) {
            item.width = m_in.nodes[size_t(slot.node)].width;
            item.height = m_in.nodes[size_t(slot.node)].height;
            item.before = m_in.nodes[size_t(slot.node)].before;
            item.after = m_in.nodes[size_t(slot.node)].after;
        } else if (slot.level >= 0) {
            item.width = m_levels[size_t(slot.level)].box.width();
            item.height = m_levels[size_t(slot.level)].box.height();
        } else if (!outside.empty() && !std::isnan(outside[i][k])) {
            item.hint = outside[i][k];
            item.hasHint = true;
        }
        if (!std::isnan(slot.previous.y())) {
            item.hint = slot.previous.y();
            item.hintAcross = m_in.rightToLeft ? -slot.previous.x() : slot.previous.x();
            item.hasHint = true;
            item.kept = true;
        }
        flat.items.push_back(item);
    }
    for (const Nesting::Link &link : nest.links) {
        Layers::Link l;
        l.from = link.from;
        l.to = link.to;
        l.fromOffset = offsetAt({link.from, link.fromInner, link.fromOffset}, nest);
        l.toOffset = offsetAt({link.to, link.toInner, link.toOffset}, nest);
        l.weight = link.weight;
        flat.links.push_back(l);
    }
    level.result = flatLayout(flat);
    const QSizeF size = level.result.size;
    if (i == 0) {
        level.box = QRectF(QPointF(), size);
        return;
    }
    const LayoutGroup &group = m_in.groups[i - 1];
    const bool left = std::any_of(flat.items.begin(), flat.items.end(),
                                  [](const Layers::Item &it) { return it.border == Layers::Border::Left; });
    const bool right = std::any_of(flat.items.begin(), flat.items.end(),
                                   [](const Layers::Item &it) { return it.border == Layers::Border::Right; });
    // Border places lie on the box itself: there the layout's own gap is the padding.
    const double padLeft = left ? 0 : group.padding;
    const double padRight = right ? 0 : group.padding;
    const double width = std::max(size.width() + padLeft + padRight, right ? 0.0 : emptyGroupWidth);
    level.content = QPointF(padLeft, group.head + group.padding);
    level.box = QRectF(0, 0, width, group.head + size.height() + 2 * group.padding);
}

std::vector<QPointF> Engine::route(const Nesting::Edge &edge) const
{
    std::vector<QPointF> points;
    for (const Nesting::Segment &s : edge.segments) {
        const Level &level = m_levels[size_t(s.level)];
        const QPointF move = m_origins[size_t(s.level)] + level.content;
        for (const QPointF &p : level.result.routes[size_t(s.link)]) {
            if (points.empty() || std::abs(points.back().x() - p.x() - move.x()) > 1e-6 ||
                std::abs(points.back().y() - p.y() - move.y()) > 1e-6)
                points.push_back(p + move);
        }
    }
    if (edge.reversed)
        std::reverse(points.begin(), points.end());
    return points;
}

LayoutResult Engine::result() const
{
    LayoutResult out;
    out.nodes.resize(m_in.nodes.size());
    out.groups.resize(m_in.groups.size());
    out.routes.resize(m_in.edges.size());
    for (size_t i = 0; i < m_nest.levels.size(); ++i) {
        const Level &level = m_levels[i];
        out.measures.crossings += level.result.crossings;
        if (i > 0)
            out.groups[i - 1] = QRectF(m_origins[i], level.box.size());
        for (size_t k = 0; k < m_nest.levels[i].seats.size(); ++k) {
            const int node = m_nest.levels[i].seats[k].node;
            if (node < 0)
                continue;
            const LayoutNode &n = m_in.nodes[size_t(node)];
            out.nodes[size_t(node)] =
                QRectF(m_origins[i] + level.content + level.result.topLeft[k], QSizeF(n.width, n.height));
        }
    }
    for (size_t e = 0; e < m_nest.edges.size(); ++e) {
        out.routes[e].reversed = m_nest.edges[e].reversed;
        out.routes[e].points = route(m_nest.edges[e]);
    }
    return out;
}

/// A loop at the upper right corner of its card.
void drawLoops(const LayoutInput &input, LayoutResult &result)
{
    for (size_t e = 0; e < input.edges.size(); ++e) {
        const LayoutEdge &edge = input.edges[e];
        if (edge.from != edge.to || edge.from == nothing)
            continue;
        const QRectF r = edge.from >= 0 ? result.nodes[size_t(edge.from)] : result.groups[size_t(~edge.from)];
        const double out = std::min(input.levelGap, input.nodeGap) * 0.4;
        const double y = r.top() + r.height() * 0.25;
        result.routes[e].reversed = true;
        result.routes[e].points = {{r.right(), y},
                                   {r.right() + out, y},
                                   {r.right() + out, r.top() - out},
                                   {r.center().x(), r.top() - out},
                                   {r.center().x(), r.top()}};
    }
}

void finish(const LayoutInput &input, LayoutResult &result)
{
    drawLoops(input, result);
    QPointF move;
    std::vector<double> dx, dy;
    for (size_t v = 0; v < input.nodes.size() && v < input.previous.size(); ++v) {
        const QPointF wish = input.previous[v];
        if (!std::isfinite(wish.x()) || !std::isfinite(wish.y()))
            continue;
        const QPointF c = result.nodes[v].center();
        const double mirror = input.rightToLeft ? -1 : 1;
        if (int(v) == input.anchor) {
            dx.assign(1, wish.x() * mirror - c.x());
            dy.assign(1, wish.y() - c.y());
            break;
        }
        dx.push_back(wish.x() * mirror - c.x());
        dy.push_back(wish.y() - c.y());
    }
    if (!dx.empty()) {
        std::nth_element(dx.begin(), dx.begin() + std::ptrdiff_t(dx.size() / 2), dx.end());
        std::nth_element(dy.begin(), dy.begin() + std::ptrdiff_t(dy.size() / 2), dy.end());
        move = QPointF(dx[dx.size() / 2], dy[dy.size() / 2]);
    }
    moveAndMeasure(result, move, input.rightToLeft);
}

} // namespace

LayoutResult layeredLayout(const LayoutInput &given)
{
    QElapsedTimer timer;
    timer.start();
    const LayoutInput input = cleaned(given);
    const Nesting nesting = nest(input);
    LayoutResult result;
    Engine engine(input, nesting);
    bool done = engine.layOut({});
    if (done && nesting.hasBorders)
        done = engine.layOut(engine.outsideHeights());
    if (!done) {
        result.cancelled = true;
        return result;
    }
    result = engine.result();
    finish(input, result);
    result.measures.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    return result;
}

} // namespace meshscope::graph
