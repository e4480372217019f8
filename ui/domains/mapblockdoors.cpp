#include "ui/domains/mapblock.h"

#include <algorithm>
#include <cmath>

// Lines that leave an open domain: where they meet its side, and the ways to there of those that go on outside.
namespace meshscope {

/// The ways out and in that lines of the map ask for: one for each thing, or column, and direction.
void MapBlockMaker::addDoors()
{
    for (auto door = m_outside.doors.lower_bound({m_first, false, {}});
         door != m_outside.doors.end() && door->first.number < m_last; ++door) {
        const MapDoor &wish = door->first;
        const std::optional<int> end = endOf(wish.number);
        if (!end || *end == outside)
            continue;
        const double column = wish.column.isEmpty() || *end < 0 ? -1 : rowOffset(*end, wish.column);
        const double offset = column >= 0 ? column : headOffset(*end);
        const double weight = 1 + door->second / 4;
        if (wish.goesOut)
            m_layout.edges.push_back({*end, m_after, weight, offset, -1});
        else
            m_layout.edges.push_back({m_before, *end, weight, -1, offset});
        m_doors.emplace_back(wish, *end);
    }
}

/// Inside the domain as they were laid out; from the last bend on level to its side, each at a height of its own.
void MapBlockMaker::takeDoors(const graph::LayoutResult &result)
{
    const QRectF box = result.groups[0];
    const size_t first = m_out.edges.size();
    for (size_t i = 0; i < m_doors.size(); ++i) {
        const auto &[wish, end] = m_doors[i];
        std::vector<QPointF> points = result.routes[first + i].points;
        if (points.size() < 2)
            continue;
        if (wish.goesOut)
            std::reverse(points.begin(), points.end());
        const auto inside = std::find_if(points.begin(), points.end(), [&](QPointF p) {
            return p.x() > box.left() && p.x() < box.right() && p.y() > box.top() && p.y() < box.bottom();
        });
        if (inside == points.end())
            continue;
        const bool isRight = wish.goesOut != m_r.rightToLeft;
        const QPointF side(isRight ? box.right() : box.left(), inside->y());
        points.erase(points.begin(), inside);
        points.insert(points.begin(), side);
        if (wish.goesOut)
            std::reverse(points.begin(), points.end());
        for (QPointF &p : points)
            p -= box.topLeft();
        m_out.doors[wish] = {sceneEnd(end), std::move(points)};
    }
}

/// The route as far as it is in the domain: what comes in or goes out begins or ends at its side.
void MapBlockMaker::takeRoute(size_t edge, const graph::LayoutResult &result)
{
    const QRectF box = result.groups[0];
    graph::LayoutRoute route = result.routes[edge];
    std::vector<QPointF> &points = route.points;
    const auto cut = [&](bool atEnd) {
        if (atEnd)
            std::reverse(points.begin(), points.end());
        const auto first = std::find_if(points.begin(), points.end(), [&](QPointF p) {
            return p.x() > box.left() + 0.5 && p.x() < box.right() - 0.5 && p.y() > box.top() - 0.5 &&
                   p.y() < box.bottom() + 0.5;
        });
        if (first != points.end() && first != points.begin()) {
            const QPointF in = *first;
            const QPointF out = *std::prev(first);
            const double side = out.x() <= in.x() ? box.left() : box.right();
            const double share = std::abs(in.x() - out.x()) > 1e-6 ? (side - out.x()) / (in.x() - out.x()) : 1;
            const double y = out.y() + (in.y() - out.y()) * std::clamp(share, 0.0, 1.0);
            points.erase(points.begin(), first);
            points.insert(points.begin(), QPointF(side, std::abs(share) < 0.01 ? out.y() : y));
        }
        if (atEnd)
            std::reverse(points.begin(), points.end());
    };
    if (m_out.edges[edge].from == ~0)
        cut(false);
    if (m_out.edges[edge].to == ~0)
        cut(true);
    for (QPointF &p : points)
        p -= box.topLeft();
    m_out.edges[edge].route = std::move(route);
}

} // namespace meshscope
