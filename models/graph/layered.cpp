#include "models/graph/cleaning.h"
#include "models/graph/levels.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

// The layered layout: taken apart by groups (nesting.cpp), levels laid out innermost first (levels.cpp), put together and
// moved to where the last layout was.
namespace meshscope::graph {

namespace {

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

/// How far everything must move to lie where it was: the anchor exactly, else by the middle of all moves.
QPointF moveToLast(const LayoutInput &input, const LayoutResult &result)
{
    std::vector<double> dx, dy;
    for (size_t v = 0; v < input.nodes.size() && v < input.previous.size(); ++v) {
        const QPointF wish = input.previous[v];
        if (!std::isfinite(wish.x()) || !std::isfinite(wish.y()))
            continue;
        const QPointF c = result.nodes[v].center();
        const double mirror = input.rightToLeft ? -1 : 1;
        const QPointF move(wish.x() * mirror - c.x(), wish.y() - c.y());
        if (int(v) == input.anchor)
            return move;
        dx.push_back(move.x());
        dy.push_back(move.y());
    }
    if (dx.empty())
        return {};
    const auto middle = std::ptrdiff_t(dx.size() / 2);
    std::nth_element(dx.begin(), dx.begin() + middle, dx.end());
    std::nth_element(dy.begin(), dy.begin() + middle, dy.end());
    return {dx[size_t(middle)], dy[size_t(middle)]};
}

} // namespace

LayoutResult layeredLayout(const LayoutInput &given)
{
    QElapsedTimer timer;
    timer.start();
    const auto passed = [&] { return double(timer.nsecsElapsed()) / 1e6; };
    const LayoutInput input = cleaned(given);
    Watch watch(input.cancelled);
    LayoutResult result;
    if (watch.stop()) {
        result.cancelled = true;
        return result;
    }
    const Nesting nesting = nest(input, watch);
    if (watch.stop()) {
        result.cancelled = true;
        return result;
    }
    const double nestTime = passed();
    Levels levels(input, nesting, watch);
    if (!levels.layOut()) {
        result.cancelled = true;
        return result;
    }
    const double laidOut = passed();
    result = levels.result();
    if (watch.stop()) {
        result = {};
        result.cancelled = true;
        return result;
    }
    drawLoops(input, result);
    moveAndMeasure(result, moveToLast(input, result), input.rightToLeft);
    result.measures.nestTime = nestTime;
    result.measures.routeTime = passed() - laidOut;
    result.measures.milliseconds = passed();
    return result;
}

} // namespace meshscope::graph
