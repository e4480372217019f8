#include "tests/graph/layoutfaults.h"

#include <cmath>

namespace meshscope::test {

using namespace graph;

namespace {

constexpr double slack = 1e-6;

bool overlap(const QRectF &a, const QRectF &b)
{
    return a.left() < b.right() - slack && b.left() < a.right() - slack && a.top() < b.bottom() - slack &&
           b.top() < a.bottom() - slack;
}
bool inside(const QRectF &inner, const QRectF &outer)
{
    return inner.left() >= outer.left() - slack && inner.right() <= outer.right() + slack &&
           inner.top() >= outer.top() - slack && inner.bottom() <= outer.bottom() + slack;
}
QRectF boxOf(const LayoutResult &r, int item)
{
    return item >= 0 ? r.nodes[size_t(item)] : r.groups[size_t(~item)];
}
bool isInGroup(const LayoutInput &in, int item, int group)
{
    int g = item >= 0 ? in.nodes[size_t(item)].parent : in.groups[size_t(~item)].parent;
    for (; g >= 0; g = in.groups[size_t(g)].parent) {
        if (g == group)
            return true;
    }
    return false;
}
bool holds(const LayoutInput &in, int outer, int inner)
{
    return outer < 0 && isInGroup(in, inner, ~outer);
}

} // namespace

QString fault(const LayoutInput &in, const LayoutResult &r)
{
    if (r.nodes.size() != in.nodes.size() || r.groups.size() != in.groups.size() || r.routes.size() != in.edges.size())
        return QStringLiteral("sizes differ");
    const auto name = [](const char *what, size_t a, size_t b) {
        return QStringLiteral("%1 %2 %3").arg(QLatin1String(what)).arg(a).arg(b);
    };
    for (size_t a = 0; a < in.nodes.size(); ++a) {
        if (!std::isfinite(r.nodes[a].x()) || !std::isfinite(r.nodes[a].y()))
            return name("not finite", a, a);
        if (!inside(r.nodes[a], r.bounds))
            return name("outside bounds", a, a);
        if (in.nodes[a].parent >= 0 && !inside(r.nodes[a], r.groups[size_t(in.nodes[a].parent)]))
            return name("node outside group", a, size_t(in.nodes[a].parent));
        for (size_t b = a + 1; b < in.nodes.size(); ++b) {
            if (overlap(r.nodes[a], r.nodes[b]))
                return name("nodes overlap", a, b);
        }
        for (size_t g = 0; g < in.groups.size(); ++g) {
            if (!isInGroup(in, int(a), int(g)) && overlap(r.nodes[a], r.groups[g]))
                return name("node overlaps group", a, g);
        }
    }
    for (size_t g = 0; g < in.groups.size(); ++g) {
        if (in.groups[g].parent >= 0 && !inside(r.groups[g], r.groups[size_t(in.groups[g].parent)]))
            return name("group outside group", g, size_t(in.groups[g].parent));
        for (size_t h = g + 1; h < in.groups.size(); ++h) {
            if (!isInGroup(in, ~int(h), int(g)) && overlap(r.groups[g], r.groups[h]))
                return name("groups overlap", g, h);
        }
    }
    for (size_t e = 0; e < in.edges.size(); ++e) {
        const LayoutEdge &edge = in.edges[e];
        const LayoutRoute &route = r.routes[e];
        if (route.points.size() < 2)
            return name("no route", e, e);
        const QRectF from = boxOf(r, edge.from);
        const QRectF to = boxOf(r, edge.to);
        const auto onBorder = [](const QRectF &box, QPointF p) {
            const QRectF deep = box.adjusted(slack, slack, -slack, -slack);
            return box.adjusted(-slack, -slack, slack, slack).contains(p) && !(deep.isValid() && deep.contains(p));
        };
        if (!onBorder(from, route.points.front()) || !onBorder(to, route.points.back()))
            return name("route does not end at its cards", e, e);
        if (edge.from == edge.to || holds(in, edge.from, edge.to) || holds(in, edge.to, edge.from))
            continue;
        if (!route.reversed && from.right() > to.left() + slack)
            return name("forward edge goes left", e, e);
    }
    return {};
}

int cardsCrossed(const LayoutInput &in, const LayoutResult &r)
{
    int crossed = 0;
    for (size_t e = 0; e < in.edges.size(); ++e) {
        const std::vector<QPointF> &p = r.routes[e].points;
        if (in.edges[e].from == in.edges[e].to)
            continue;
        for (size_t i = 0; i + 1 < p.size(); ++i) {
            const QRectF box = QRectF(p[i], p[i + 1]).normalized();
            for (size_t v = 0; v < r.nodes.size(); ++v) {
                const QRectF card = r.nodes[v].adjusted(0.01, 0.01, -0.01, -0.01);
                // A stretch is level, or bends in the free gap between two layers: its box must miss every card.
                if (box.left() < card.right() && box.right() > card.left() && box.top() < card.bottom() &&
                    box.bottom() > card.top())
                    ++crossed;
            }
        }
    }
    return crossed;
}

} // namespace meshscope::test
