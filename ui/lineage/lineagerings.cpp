#include "ui/lineage/lineagebuilder.h"

#include "models/graph/radial.h"
#include "models/graph/radialplaces.h"

#include <algorithm>

namespace meshscope {

/// The cards as rings round the root. Cards keep room for the buttons at their sides.
graph::LayoutResult LineageBuilder::rings() const
{
    graph::LayoutInput input = m_layout;
    const auto root = std::find(m_cardNodes.begin(), m_cardNodes.end(), m_out.root);
    input.anchor = root == m_cardNodes.end() ? -1 : int(root - m_cardNodes.begin());
    for (graph::LayoutNode &node : input.nodes)
        node.width += node.before + node.after;
    graph::RadialOptions options;
    options.fullCircle = m_r.rings == LineageRequest::Rings::Circle;
    options.ringGap = 56 * m_r.unit;
    options.cardGap = 14 * m_r.unit;
    graph::LayoutResult result = graph::radialLayout(input, options);
    if (result.cancelled)
        return result;
    for (size_t i = 0; i < result.nodes.size(); ++i) {
        const graph::LayoutNode &node = m_layout.nodes[i];
        const bool mirrored = m_r.rightToLeft;
        result.nodes[i].adjust(mirrored ? node.after : node.before, 0, mirrored ? -node.before : -node.after, 0);
    }
    // The room is given up: lines go on to the card itself.
    for (size_t e = 0; e < result.routes.size(); ++e) {
        std::vector<QPointF> &points = result.routes[e].points;
        const graph::LayoutEdge &edge = m_layout.edges[e];
        if (points.size() < 2 || edge.from == edge.to)
            continue;
        points.front() = graph::borderTowards(result.nodes[size_t(edge.from)], points[1]);
        points.back() = graph::borderTowards(result.nodes[size_t(edge.to)], points[points.size() - 2]);
    }
    return result;
}

} // namespace meshscope
