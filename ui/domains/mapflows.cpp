#include "ui/domains/mapbuilder.h"

#include <QCoreApplication>

#include <limits>
#include <set>

namespace meshscope {

bool MapBuilder::isInside(NodeId n) const
{
    for (int depth = 0; n.isValid() && depth < deepest; ++depth, n = m_mesh.domainOf(n)) {
        if (n == m_r.root)
            return true;
    }
    return false;
}

/// The card or box a product's flows end at in this picture; INT_MIN when it is not in it.
int MapBuilder::endOf(NodeId product)
{
    constexpr int absent = std::numeric_limits<int>::min();
    if (m_byCard) {
        const auto card = m_cardOf.find(product);
        if (card != m_cardOf.end())
            return card->second;
    }
    const bool deep = m_r.flows == MapRequest::Flows::SubDomains;
    NodeId found;
    for (NodeId d = m_mesh.domainOf(product); d.isValid(); d = m_mesh.domainOf(d)) {
        const auto outside = m_outside.find(d);
        if (outside != m_outside.end())
            return ~outside->second;
        if (m_boxOf.contains(d)) {
            found = d;
            if (deep || m_groups[size_t(m_boxOf.at(d))].parent < 0)
                break;
        }
    }
    return found.isValid() ? ~m_boxOf.at(found) : absent;
}

int MapBuilder::topBox(int end) const
{
    int box = end >= 0 ? m_cards[size_t(end)].group : ~end;
    while (box >= 0 && m_groups[size_t(box)].parent >= 0)
        box = m_groups[size_t(box)].parent;
    return box;
}

void MapBuilder::addFlows()
{
    std::map<std::pair<int, int>, std::vector<MapFlowRow>> held;
    const std::span<const Flow> flows = m_mesh.flows();
    for (size_t i = 0; i < flows.size(); ++i) {
        if (i > 0 && flows[i].from == flows[i - 1].from && flows[i].to == flows[i - 1].to)
            continue; // another reason for the same flow
        if (!m_matcher.passes(flows[i].from) || !m_matcher.passes(flows[i].to))
            continue;
        const int from = endOf(flows[i].from);
        const int to = endOf(flows[i].to);
        constexpr int absent = std::numeric_limits<int>::min();
        if (from == absent || to == absent)
            continue;
        if (from == to || topBox(from) == topBox(to)) {
            // What is open shows them itself.
            m_out.innerFlows += m_groups[size_t(topBox(from))].fold == SceneFold::Open ? 0 : 1;
            continue;
        }
        if (m_r.root.isValid() && !isInside(flows[i].from) && !isInside(flows[i].to))
            continue;
        if (m_lines.boxes.contains({topBox(from), topBox(to)})) {
            ++m_out.flowCount; // drawn from end to end
            continue;
        }
        held[{from, to}].push_back({flows[i].from, flows[i].to});
    }
    const auto nameOf = [&](int end) { return end >= 0 ? m_cards[size_t(end)].name : m_groups[size_t(~end)].name; };
    for (auto &[ends, rows] : held) {
        SceneEdge edge;
        edge.from = ends.first;
        edge.to = ends.second;
        edge.isFlow = true;
        edge.count = qint64(rows.size());
        edge.tip = QCoreApplication::translate("meshscope::MapScene", "%1 → %2").arg(nameOf(edge.from), nameOf(edge.to)) +
                   u'\n' +
                   say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln flows between products; click for the list"),
                       int(rows.size()));
        std::set<NodeId> members;
        for (const MapFlowRow &row : rows) {
            members.insert(row.from);
            members.insert(row.to);
        }
        for (const NodeId n : members)
            edge.members.append(m_mesh.address(n).toString());
        m_layout.edges.push_back({edge.from, edge.to, double(edge.count)});
        m_out.flowCount += qsizetype(rows.size());
        m_edges.push_back(edge);
        m_out.flows.push_back(std::move(rows));
    }
}

} // namespace meshscope
