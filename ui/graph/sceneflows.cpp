#include "ui/graph/sceneflows.h"

#include "ui/graph/scene.h"
#include "ui/graph/softcurve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace meshscope {

namespace {

constexpr int fewEdges = 300;       ///< between boxes: so many can be told apart
constexpr int manyEdges = 3000;     ///< so many cannot, anywhere far out
constexpr size_t mostFlows = 20000; ///< of a depth: what is thinner is not seen before its single edges are
constexpr int mostDepths = 4;
constexpr double leastAlong = 0.16;
constexpr double nearest = 2.5;   ///< what is the most that comes into a box counts so many times
constexpr double seenWhole = 105; ///< flows in view when the whole is
constexpr double grows = 1.25;    ///< how many more come: with this power of the zoom
constexpr size_t mostShown = 800; ///< at any scale: beyond, single edges are seen before they would be
constexpr size_t mostPulls = 6;
constexpr double tension = 0.75; ///< to the route, the rest to the straight way
constexpr double viewWidth = 1600, viewHeight = 900;
// Of a reference pixel on screen: lines of a bundle lie 4 to 7 of them apart.
constexpr double acrossFrom = 0.15, acrossTo = 0.29;
constexpr double insideFrom = 0.025, insideTo = 0.075;
constexpr double leastHit = 0.3;           ///< fainter is not pointed at
constexpr double boxFrom = 48, boxTo = 96; ///< pixels of a typical box, for the flows between such boxes to come

double smooth(double from, double to, double v)
{
    const double t = std::clamp((v - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

/// Where the way from a point inside a box to one outside leaves it.
QPointF leaving(const QRectF &box, QPointF inside, QPointF outside)
{
    const QPointF way = outside - inside;
    double t = 1;
    if (way.x() > 0)
        t = std::min(t, (box.right() - inside.x()) / way.x());
    else if (way.x() < 0)
        t = std::min(t, (box.left() - inside.x()) / way.x());
    if (way.y() > 0)
        t = std::min(t, (box.bottom() - inside.y()) / way.y());
    else if (way.y() < 0)
        t = std::min(t, (box.top() - inside.y()) / way.y());
    return inside + way * std::max(0.0, t);
}

} // namespace

SceneFlows::SceneFlows(const Scene &scene)
    : m_unit(scene.unit())
{
    for (const SceneGroup &g : scene.groups()) {
        m_parents.push_back(g.parent < int(m_parents.size()) ? g.parent : -1);
        m_depths.push_back(m_parents.back() < 0 ? 0 : m_depths[size_t(m_parents.back())] + 1);
    }
    findParts(scene);
    const auto across = std::count(m_parts.begin(), m_parts.end(), Part::Across);
    if (across <= fewEdges) {
        m_parts = {};
        return;
    }
    m_hasSingles = std::find(m_parts.begin(), m_parts.end(), Part::Single) != m_parts.end();
    m_crowd = std::clamp(std::log(double(across) / fewEdges) / std::log(double(manyEdges) / fewEdges), 0.0, 1.0);
    const QRectF bounds = scene.bounds();
    m_fitted = std::min(viewWidth / std::max(1.0, bounds.width()), viewHeight / std::max(1.0, bounds.height()));
    const int deepest = *std::max_element(m_depths.begin(), m_depths.end());
    for (int depth = 0; depth <= std::min(deepest, mostDepths - 1); ++depth)
        addLevel(scene, depth);
    std::erase_if(m_levels, [](const Level &level) { return level.flows.empty(); });
}

int SceneFlows::boxOf(int box, int depth) const
{
    while (box >= 0 && m_depths[size_t(box)] > depth)
        box = m_parents[size_t(box)];
    return box;
}

int SceneFlows::boxOfEnd(const Scene &scene, int end) const
{
    const int box = end < 0 ? ~end : scene.cards()[size_t(end)].group;
    return box < int(m_depths.size()) ? box : -1;
}

void SceneFlows::findParts(const Scene &scene)
{
    m_parts.assign(scene.edges().size(), Part::Single);
    for (size_t e = 0; e < m_parts.size(); ++e) {
        const SceneEdge &edge = scene.edges()[e];
        const int from = boxOfEnd(scene, edge.from), to = boxOfEnd(scene, edge.to);
        if (edge.isFlow || from < 0 || to < 0 || scene.points(int(e)).empty())
            continue;
        const int depth = std::min(m_depths[size_t(from)], m_depths[size_t(to)]);
        m_parts[e] = boxOf(from, depth) == boxOf(to, depth) ? Part::Inside : Part::Across;
    }
}

/// Counts what goes from box to box by sorting it; the edge in the middle of each run lends its route.
void SceneFlows::addLevel(const Scene &scene, int depth)
{
    struct Member {
        int from, to, edge;
        float y;
    };
    std::vector<Member> members;
    for (size_t e = 0; e < m_parts.size(); ++e) {
        if (m_parts[e] != Part::Across)
            continue;
        const SceneEdge &edge = scene.edges()[e];
        const int from = boxOf(boxOfEnd(scene, edge.from), depth), to = boxOf(boxOfEnd(scene, edge.to), depth);
        if (from == to)
            continue;
        const std::span<const QPointF> p = scene.points(int(e));
        members.push_back({from, to, int(e), float(p[p.size() / 2].y())});
    }
    std::sort(members.begin(), members.end(), [](const Member &a, const Member &b) {
        return std::tuple(a.from, a.to, a.y, a.edge) < std::tuple(b.from, b.to, b.y, b.edge);
    });
    Level level;
    level.depth = depth;
    for (size_t i = 0; i < members.size();) {
        size_t end = i;
        while (end < members.size() && members[end].from == members[i].from && members[end].to == members[i].to)
            ++end;
        Flow flow;
        flow.from = members[i].from;
        flow.to = members[i].to;
        flow.count = int(end - i);
        flow.edge = members[i + (end - i) / 2].edge;
        level.flows.push_back(flow);
        i = end;
    }
    // No box without its main source: that counts more than its width says.
    std::vector<int> most(scene.groups().size());
    for (const Flow &flow : level.flows)
        most[size_t(flow.to)] = std::max(most[size_t(flow.to)], flow.count);
    const auto weight = [&](const Flow &f) { return f.count * (f.count == most[size_t(f.to)] ? nearest : 1); };
    std::stable_sort(level.flows.begin(), level.flows.end(),
                     [&](const Flow &a, const Flow &b) { return weight(a) > weight(b); });
    if (level.flows.size() > mostFlows)
        level.flows.resize(mostFlows);
    std::erase_if(level.flows, [&](Flow &flow) { return !route(scene, level, flow); });
    std::vector<graph::AreaBox> boxes;
    for (size_t rank = 0; rank < level.flows.size(); ++rank) {
        Flow &flow = level.flows[rank];
        // As many more as the view shows less of the whole; long ones stay in view longer than its area says.
        const double from = m_fitted * std::pow(double(rank) / seenWhole, 1 / grows);
        flow.shownFrom = double(rank) < seenWhole ? 0.0F
                         : rank < mostShown       ? float(from)
                                                  : std::numeric_limits<float>::max();
        if (rank >= mostShown)
            continue; // never looked for by place
        QRectF area(level.points[flow.first], QSizeF(1, 1));
        for (quint32 k = 1; k < flow.size; ++k)
            area = area.united(QRectF(level.points[flow.first + k], QSizeF(1, 1)));
        const double wide = 12 * m_unit / m_fitted;
        boxes.push_back(Scene::boxOf(area.adjusted(-wide, -wide, wide, wide)));
    }
    level.index = graph::AreaIndex(std::move(boxes));
    std::vector<double> sides;
    for (size_t g = 0; g < m_depths.size(); ++g) {
        const QSizeF size = scene.groups()[g].rect.size();
        if (m_depths[g] == depth)
            sides.push_back(std::sqrt(std::max(0.0, size.width() * size.height())));
    }
    std::nth_element(sides.begin(), sides.begin() + qsizetype(sides.size() / 2), sides.end());
    level.side = sides[sides.size() / 2];
    m_levels.push_back(std::move(level));
}

/// The points that pull a flow: where it leaves the one box and comes to the other, and a few between, each the middle of a
/// stretch of the route, drawn a little to the straight way.
bool SceneFlows::route(const Scene &scene, Level &level, Flow &flow)
{
    const std::span<const QPointF> p = scene.points(flow.edge);
    const QRectF from = scene.groups()[size_t(flow.from)].rect, to = scene.groups()[size_t(flow.to)].rect;
    size_t first = 0, end = p.size();
    for (size_t i = 0; i < p.size(); ++i) {
        if (from.contains(p[i]))
            first = i + 1;
    }
    while (end > first && to.contains(p[end - 1]))
        --end;
    const auto within = [](const QRectF &box, QPointF at) {
        return QPointF(std::clamp(at.x(), box.left(), box.right()), std::clamp(at.y(), box.top(), box.bottom()));
    };
    const QPointF before = within(from, first > 0 ? p[first - 1] : from.center());
    const QPointF after = within(to, end < p.size() ? p[end] : to.center());
    const QPointF start = leaving(from, before, first < end ? p[first] : after);
    const QPointF stop = leaving(to, after, first < end ? p[end - 1] : before);
    if (!std::isfinite(start.x() + start.y() + stop.x() + stop.y()))
        return false;
    flow.first = quint32(level.points.size());
    // It leaves and comes in level, as single edges do.
    const double away = std::min(0.35 * std::abs(stop.x() - start.x()), 2.0 * std::max(from.width(), to.width()));
    const auto aside = [away](const QRectF &box, QPointF side) {
        return side + QPointF(side.x() > box.center().x() ? away : -away, 0);
    };
    level.points.push_back(start);
    level.points.push_back(aside(from, start));
    const size_t between = end - first;
    const size_t pulls = std::min(mostPulls, between / 4);
    for (size_t k = 0; k < pulls; ++k) {
        const size_t low = first + between * k / pulls, high = first + between * (k + 1) / pulls;
        QPointF middle;
        for (size_t i = low; i < high; ++i)
            middle += p[i] / double(high - low);
        const double t = (double(k) + 0.5) / double(pulls);
        level.points.push_back(middle * tension + (start + (stop - start) * t) * (1 - tension));
    }
    level.points.push_back(aside(to, stop));
    level.points.push_back(stop);
    flow.size = quint32(level.points.size()) - flow.first;
    for (size_t k = flow.first + 1; k < level.points.size(); ++k) {
        const QPointF way = level.points[k] - level.points[k - 1];
        flow.length += float(std::hypot(way.x(), way.y()));
    }
    return true;
}

// -- what is seen

double SceneFlows::acrossShare(double scale) const
{
    return 1 - m_crowd * (1 - smooth(acrossFrom, acrossTo, scale * m_unit));
}

double SceneFlows::insideShare(double scale) const
{
    return 1 - m_crowd * (1 - smooth(insideFrom, insideTo, scale * m_unit));
}

double SceneFlows::shareOf(size_t at, double scale) const
{
    double share = m_crowd * (1 - smooth(acrossFrom, acrossTo, scale * m_unit));
    for (size_t k = 1; k <= at; ++k)
        share *= smooth(boxFrom * m_unit, boxTo * m_unit, m_levels[k].side * scale);
    if (at + 1 < m_levels.size())
        share *= 1 - smooth(boxFrom * m_unit, boxTo * m_unit, m_levels[at + 1].side * scale);
    return share;
}

double SceneFlows::shareOf(const Flow &flow, double scale) const
{
    return flow.shownFrom <= 0 ? 1 : smooth(double(flow.shownFrom), 1.3 * double(flow.shownFrom), scale);
}

int SceneFlows::shownAt(const Level &level, double scale)
{
    const auto end = std::partition_point(level.flows.begin(), level.flows.end(),
                                          [&](const Flow &flow) { return double(flow.shownFrom) < scale; });
    return int(end - level.flows.begin());
}

double SceneFlows::shareAlong(double fromEnd, double length)
{
    const double hinted = leastAlong + (1 - leastAlong) * (1 - smooth(1400, 3600, length));
    return hinted + (1 - hinted) * (1 - smooth(150, 600, fromEnd));
}

double SceneFlows::widthOf(int count)
{
    return 1 + 0.7 * std::log2(double(std::max(1, count)));
}

void SceneFlows::flatten(const Level &level, const Flow &flow, double scale, QPointF offset, std::vector<QPointF> &pieces)
{
    pieces.clear();
    const double all = std::numeric_limits<double>::max() / 4;
    visitPieces(level, flow, scale, QRectF(-all, -all, 2 * all, 2 * all), [&](QPointF from, QPointF to, double) {
        if (pieces.empty())
            pieces.push_back(from * scale + offset);
        pieces.push_back(to * scale + offset);
    });
}

QPolygonF SceneFlows::arrowOf(const std::vector<QPointF> &pieces, double width, double pixel)
{
    const QPointF tip = pieces.back();
    QPointF way = tip - pieces[pieces.size() - std::min<size_t>(pieces.size(), 4)];
    const double length = std::hypot(way.x(), way.y());
    way = length > 1e-6 ? way / length : QPointF(1, 0);
    const double half = std::max(2.5 * pixel, width * 0.95), size = 1.8 * half;
    const QPointF side(-way.y() * half, way.x() * half);
    return QPolygonF({tip, tip - way * size + side, tip - way * size - side});
}

std::vector<int> SceneFlows::cardsOf(const Scene &scene, size_t level, const Flow &flow) const
{
    std::vector<int> cards;
    const int depth = m_levels[level].depth;
    for (size_t e = 0; e < m_parts.size(); ++e) {
        const SceneEdge &edge = scene.edges()[e];
        if (m_parts[e] != Part::Across || boxOf(boxOfEnd(scene, edge.from), depth) != flow.from ||
            boxOf(boxOfEnd(scene, edge.to), depth) != flow.to)
            continue;
        for (const int end : {edge.from, edge.to}) {
            if (end >= 0)
                cards.push_back(end);
        }
    }
    std::sort(cards.begin(), cards.end());
    cards.erase(std::unique(cards.begin(), cards.end()), cards.end());
    return cards;
}

SceneFlows::Hit SceneFlows::hit(QPointF at, double slack, double scale) const
{
    Hit best;
    double least = std::numeric_limits<double>::max();
    for (size_t k = 0; k < m_levels.size(); ++k) {
        if (shareOf(k, scale) < leastHit)
            continue;
        const Level &level = m_levels[k];
        const int shown = shownAt(level, scale);
        level.index.visit(Scene::boxOf(QRectF(at, QSizeF(0, 0))), [&](int i) {
            if (i >= shown)
                return;
            const Flow &flow = level.flows[size_t(i)];
            if (shareOf(flow, scale) < leastHit)
                return;
            const double reach = std::max(slack, widthOf(flow.count) * m_unit / scale / 2);
            double nearest = reach * reach;
            const QRectF near(at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
            visitPieces(level, flow, scale, near, [&](QPointF from, QPointF to, double) {
                nearest = std::min(nearest, squaredDistance(at, from, to));
            });
            const double distance = std::sqrt(nearest) - reach;
            if (distance < 0 && distance < least) {
                least = distance;
                best = {int(k), i};
            }
        });
    }
    return best;
}

} // namespace meshscope
