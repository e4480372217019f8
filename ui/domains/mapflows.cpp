#include "ui/domains/mapbuilder.h"

#include <QCoreApplication>

#include <algorithm>
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

/// The card or box at which the flows of a product, or of a dataset of none, end in this picture.
int MapBuilder::endOf(NodeId thing)
{
    if (!m_matcher.passes(thing))
        return noEnd;
    const NodeId own = m_mesh.domainOf(thing);
    if (m_byCard) {
        const auto card = m_cardOf.find(thing);
        if (card != m_cardOf.end())
            return card->second;
        const auto heap = m_mesh.kind(thing) == Kind::Dataset ? m_heapOf.find(own) : m_heapOf.end();
        if (heap != m_heapOf.end())
            return heap->second;
    }
    const bool deep = m_r.flows == MapRequest::Flows::SubDomains;
    NodeId found;
    int depth = 0;
    for (NodeId d = own; d.isValid() && depth < deepest; d = m_mesh.domainOf(d), ++depth) {
        const auto outside = m_outside.find(d);
        if (outside != m_outside.end())
            return ~outside->second;
        if (m_boxOf.contains(d)) {
            found = d;
            if (deep || m_groups[size_t(m_boxOf.at(d))].parent < 0)
                break;
        }
    }
    return found.isValid() ? ~m_boxOf.at(found) : noEnd;
}

int MapBuilder::topBox(int end) const
{
    int box = end >= 0 ? m_cards[size_t(end)].group : ~end;
    while (box >= 0 && m_groups[size_t(box)].parent >= 0)
        box = m_groups[size_t(box)].parent;
    return box;
}

QString MapBuilder::flowTip(const SceneEdge &edge, const std::vector<MapFlowRow> &rows) const
{
    const auto nameOf = [&](int end) { return end >= 0 ? m_cards[size_t(end)].name : m_groups[size_t(~end)].name; };
    QString tip =
        QCoreApplication::translate("meshscope::MapScene", "%1 → %2").arg(nameOf(edge.from), nameOf(edge.to)) + u'\n';
    const auto ofProducts = int(std::count_if(rows.begin(), rows.end(), [this](const MapFlowRow &row) {
        return m_mesh.kind(row.from) == Kind::Product && m_mesh.kind(row.to) == Kind::Product;
    }));
    const int ofDatasets = int(rows.size()) - ofProducts;
    if (ofDatasets == 0)
        return tip +
               say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln flows between products; click for the list"), ofProducts);
    if (ofProducts > 0)
        tip += say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln flows between products"), ofProducts) + u'\n';
    return tip +
           say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln flows from or to datasets of no product; click for the list"),
               ofDatasets);
}

void MapBuilder::addFlows()
{
    std::map<std::pair<int, int>, std::vector<MapFlowRow>> held;
    // What runs inside a top box is only counted.
    const std::vector<CountedRelation> relations = countedRelations(
        m_mesh, [this](NodeId thing) { return endOf(thing); }, m_r.cancelled);
    for (const CountedRelation &relation : relations) {
        const int from = relation.fromEnd;
        const int to = relation.toEnd;
        if (from == to || topBox(from) == topBox(to)) {
            // What is open shows them itself.
            m_out.innerFlows += m_groups[size_t(topBox(from))].fold == SceneFold::Open ? 0 : 1;
            continue;
        }
        if (m_r.root.isValid() && !isInside(relation.from) && !isInside(relation.to))
            continue;
        if (m_lines.boxes.contains({topBox(from), topBox(to)})) {
            ++m_out.flowCount; // drawn from end to end
            continue;
        }
        held[{from, to}].push_back({relation.from, relation.to});
    }
    for (auto &[ends, rows] : held) {
        SceneEdge edge;
        edge.from = ends.first;
        edge.to = ends.second;
        edge.isFlow = true;
        edge.count = qint64(rows.size());
        edge.tip = flowTip(edge, rows);
        std::set<NodeId> members;
        for (const MapFlowRow &row : rows) {
            for (const NodeId n : {row.from, row.to}) {
                members.insert(n);
                if (m_mesh.kind(n) == Kind::Dataset && m_mesh.productOf(n).isValid())
                    members.insert(m_mesh.productOf(n));
            }
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
