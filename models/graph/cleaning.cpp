#include "models/graph/cleaning.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace meshscope::graph {

LayoutInput cleaned(const LayoutInput &input)
{
    LayoutInput out = input;
    const auto size = [](double &v) { v = std::isfinite(v) ? std::clamp(v, 0.0, 1e6) : 0.0; };
    for (size_t g = 0; g < out.groups.size(); ++g) {
        if (out.groups[g].parent < -1 || out.groups[g].parent >= int(g))
            out.groups[g].parent = -1;
        size(out.groups[g].head);
        size(out.groups[g].padding);
    }
    for (LayoutNode &n : out.nodes) {
        size(n.width);
        size(n.height);
        size(n.before);
        size(n.after);
        if (n.parent < -1 || n.parent >= int(out.groups.size()))
            n.parent = -1;
    }
    size(out.levelGap);
    size(out.nodeGap);
    out.widen = std::isfinite(out.widen) ? std::clamp(out.widen, 1.0, 10.0) : 1;
    const auto exists = [&](int item) { return item >= 0 ? item < int(out.nodes.size()) : ~item < int(out.groups.size()); };
    for (LayoutEdge &e : out.edges) {
        e.weight = std::isfinite(e.weight) ? std::clamp(e.weight, 0.001, 1e6) : 1;
        e.fromOffset = std::isfinite(e.fromOffset) ? e.fromOffset : -1;
        e.toOffset = std::isfinite(e.toOffset) ? e.toOffset : -1;
        if (e.from >= 0)
            e.fromOffset = exists(e.from) ? std::min(e.fromOffset, out.nodes[size_t(e.from)].height) : -1;
        if (e.to >= 0)
            e.toOffset = exists(e.to) ? std::min(e.toOffset, out.nodes[size_t(e.to)].height) : -1;
        if (!exists(e.from) || !exists(e.to))
            e.from = e.to = nothing;
    }
    out.previous.resize(out.previous.empty() ? 0 : out.nodes.size(), QPointF(std::nan(""), std::nan("")));
    if (out.anchor < 0 || out.anchor >= int(out.previous.size()))
        out.anchor = -1;
    return out;
}

void moveAndMeasure(LayoutResult &result, QPointF move, bool mirror)
{
    const auto moved = [&](const QRectF &r) {
        const QRectF m = r.translated(move);
        return mirror ? QRectF(-m.right(), m.top(), m.width(), m.height()) : m;
    };
    constexpr double far = std::numeric_limits<double>::infinity();
    double left = far;
    double right = -far;
    double top = far;
    double bottom = -far;
    for (std::vector<QRectF> *boxes : {&result.nodes, &result.groups}) {
        for (QRectF &r : *boxes) {
            r = moved(r);
            left = std::min(left, r.left());
            right = std::max(right, r.right());
            top = std::min(top, r.top());
            bottom = std::max(bottom, r.bottom());
        }
    }
    if (left > right)
        left = right = top = bottom = 0;
    result.measures.length = 0;
    for (LayoutRoute &route : result.routes) {
        for (size_t i = 0; i < route.points.size(); ++i) {
            QPointF &p = route.points[i];
            p += move;
            if (mirror)
                p.setX(-p.x());
            left = std::min(left, p.x());
            right = std::max(right, p.x());
            top = std::min(top, p.y());
            bottom = std::max(bottom, p.y());
            if (i > 0)
                result.measures.length += std::hypot(p.x() - route.points[i - 1].x(), p.y() - route.points[i - 1].y());
        }
    }
    result.bounds = QRectF(QPointF(left, top), QPointF(right, bottom));
    result.measures.area = result.bounds.width() * result.bounds.height();
}

} // namespace meshscope::graph
