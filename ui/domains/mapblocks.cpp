#include "ui/domains/mapbuilder.h"

#include <functional>
#include <set>

// Open domains on the map: made apart, then put into their places.
namespace meshscope {

void MapBuilder::findLevels()
{
    if (m_blocks.empty())
        return;
    std::set<NodeId> open = m_r.open;
    NodeId above = m_r.root;
    for (int depth = 0; above.isValid() && depth < deepest; ++depth, above = m_mesh.domainOf(above))
        open.insert(above);
    std::function<bool(NodeId)> passes;
    if (m_r.filter.isActive())
        passes = [this](NodeId thing) { return m_matcher.passes(thing); };
    m_levels = openLevels(m_mesh, open, m_r.cancelled, passes);
    m_out.cancelled = m_levels.cancelled;
}

/// What is in the open domains, each laid out for itself: none of them moves what is in another.
void MapBuilder::makeBlocks()
{
    for (Block &block : m_blocks) {
        for (size_t i = 0; i < m_levels.nodes.size() && !m_out.cancelled; ++i) {
            if (m_levels.nodes[i].node != m_groupNodes[size_t(block.group)])
                continue;
            block.made = MapBlockMaker(m_r, m_levels, m_loose, m_lines.outside).make(int(i));
            m_out.cancelled = block.made.cancelled;
            m_groups[size_t(block.group)].head = 32 * m_r.unit;
            break;
        }
    }
}

/// Puts what an open domain shows into its place.
void MapBuilder::mergeBlock(Block &block, QPointF at)
{
    MapBlock &made = block.made;
    block.firstCard = int(m_cards.size());
    block.firstGroup = int(m_groups.size()) - 1; // its first is the domain's own
    const auto groupOf = [&](int g) { return g <= 0 ? block.group : block.firstGroup + g; };
    const auto endOf = [&](int end) { return end >= 0 ? block.firstCard + end : ~groupOf(~end); };
    const bool isMeasured = m_r.size != MapRequest::Size::Products;
    for (size_t i = 0; i < made.cards.size(); ++i) {
        SceneCard &card = made.cards[i];
        card.rect.translate(at);
        card.group = groupOf(card.group);
        const NodeId node = made.cardNodes[i];
        const bool isThing = node.isValid() && (m_mesh.kind(node) == Kind::Product ||
                                                (m_mesh.kind(node) == Kind::Dataset && !m_mesh.productOf(node).isValid()));
        if (isMeasured && isThing && !card.isOpen) {
            const int value = measureOf(node);
            card.bar = double(value) / m_mostMeasured;
            if (card.shape == SceneCard::Shape::Map)
                card.figure = QString::number(value);
            else
                card.context += QStringLiteral(" · ") + MapMeasure::words(m_r.size, value);
        }
        m_cards.push_back(std::move(card));
        m_cardNodes.push_back(node);
    }
    for (size_t g = 1; g < made.groups.size(); ++g) {
        SceneGroup &group = made.groups[g];
        group.rect.translate(at);
        group.parent = groupOf(group.parent);
        m_groups.push_back(std::move(group));
        m_groupNodes.push_back(made.groupNodes[g]);
    }
    for (size_t e = 0; e < made.edges.size(); ++e) {
        SceneEdge &edge = made.edges[e];
        edge.from = endOf(edge.from);
        edge.to = endOf(edge.to);
        for (QPointF &p : edge.route.points)
            p += at;
        m_edges.push_back(std::move(edge));
        m_out.flows.push_back(std::move(made.rows[e]));
    }
    for (auto place = made.places.constBegin(); place != made.places.constEnd(); ++place)
        m_out.places.insert(place.key(), place.value());
}

} // namespace meshscope
