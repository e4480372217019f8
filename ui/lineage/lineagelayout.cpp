#include "ui/lineage/lineagebuilder.h"

#include <cmath>

// Where the cards of a lineage are, and the same graph for files.
namespace meshscope {

namespace {

// Cards up to which a layout is worth its time: a few seconds at most.
constexpr size_t mostBest = 3000;
constexpr size_t mostGood = 150'000;

QString foldWord(graph::FoldKind kind)
{
    return kind == graph::FoldKind::Schema    ? QStringLiteral("schema")
           : kind == graph::FoldKind::Product ? kindWord(Kind::Product)
                                              : kindWord(Kind::Domain);
}

graph::DrawnGraph::Node nodeOf(const FoldedCard &folded, const SceneCard &card)
{
    graph::DrawnGraph::Node node;
    node.node = folded.fold.node;
    node.address = card.id;
    node.kind = foldWord(folded.fold.kind);
    node.name = card.name;
    node.rect = card.rect;
    return node;
}

} // namespace

/// Where a card was in the last picture. One that stands for several now was where they were; one that was collapsed
/// until now was where its card was.
std::optional<QPointF> LineageBuilder::placeBefore(size_t card) const
{
    const QString &id = m_cards[card].id;
    const auto placeOf = [&](const QString &known) -> std::optional<QPointF> {
        const auto it = m_r.previous.find(known);
        return it == m_r.previous.end() ? std::nullopt : std::optional(*it);
    };
    if (const auto own = placeOf(id))
        return own;
    if (id == m_r.anchor) {
        if (const auto taken = placeOf(m_r.anchorFrom))
            return taken;
    }
    const auto folded = m_out.folds.find(id);
    if (folded != m_out.folds.end()) {
        QPointF sum;
        int count = 0;
        for (const NodeId n : folded->second.members) {
            if (const auto was = placeOf(m_mesh.address(n).toString())) {
                sum += *was;
                ++count;
            }
        }
        return count > 0 ? std::optional(sum / count) : std::nullopt;
    }
    if (!m_cardNodes[card].isValid())
        return {};
    for (const graph::Fold &fold : m_folding.offered(m_cardNodes[card])) {
        if (const auto was = placeOf(fold.id))
            return was;
    }
    return {};
}

void LineageBuilder::layOut()
{
    m_layout.nodeGap = 20 * m_r.unit;
    m_layout.rightToLeft = m_r.rightToLeft;
    m_layout.cancelled = m_r.cancelled;
    m_layout.progress = m_r.progress;
    m_layout.quality = m_cards.size() <= mostBest   ? graph::Quality::Best
                       : m_cards.size() <= mostGood ? graph::Quality::Good
                                                    : graph::Quality::Fast;
    bool known = false;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const std::optional<QPointF> was = placeBefore(i);
        known = known || was;
        m_layout.previous.push_back(was.value_or(QPointF(std::nan(""), std::nan(""))));
        if (m_cards[i].id == m_r.anchor && was)
            m_layout.anchor = int(i);
    }
    if (!known)
        m_layout.previous.clear();
    const bool isRings = m_r.rings != LineageRequest::Rings::None && m_out.root.isValid();
    const graph::LayoutResult result = isRings ? rings() : graph::layeredLayout(m_layout);
    m_out.cancelled = result.cancelled;
    if (result.cancelled)
        return;
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i].rect = result.nodes[i];
    for (size_t e = 0; e < m_edges.size(); ++e) {
        m_edges[e].route = result.routes[e];
        m_edges[e].isBent = isRings;
    }
    m_out.drawn.bounds = result.bounds;
    draw(m_links);
    m_out.scene = std::make_shared<Scene>(std::move(m_cards), std::vector<SceneGroup>(), std::move(m_edges), m_r.unit,
                                          m_r.rightToLeft);
}

/// The same graph for files: jobs are what an edge goes through, not nodes.
void LineageBuilder::draw(const std::vector<LineageAnswer::Link> &links)
{
    graph::DrawnGraph &d = m_out.drawn;
    d.root = m_out.root;
    d.level = m_r.level;
    std::map<NodeId, int> index;
    std::map<int, int> drawnAs; // by card
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const NodeId n = m_cardNodes[i];
        const auto folded = m_out.folds.find(m_cards[i].id);
        if (folded != m_out.folds.end()) {
            drawnAs.emplace(int(i), int(d.nodes.size()));
            d.nodes.push_back(nodeOf(folded->second, m_cards[i]));
        }
        if (!n.isValid())
            continue;
        index.emplace(n, int(d.nodes.size()));
        drawnAs.emplace(int(i), int(d.nodes.size()));
        const NodeId domain = m_mesh.domainOf(n);
        d.nodes.push_back({n, m_cards[i].id, kindWord(m_mesh.kind(n)), m_cards[i].name,
                           domain.isValid() ? m_mesh.address(domain).toString() : QString(), m_mesh.domainPath(n),
                           m_cards[i].rect, 0, false});
    }
    const QString kind = kindWord(m_r.level == Level::Dataset   ? Kind::Dataset
                                  : m_r.level == Level::Product ? Kind::Product
                                                                : Kind::Domain);
    for (const LineageAnswer::Link &link : links) {
        graph::DrawnGraph::Edge edge;
        edge.from = index.at(link.from);
        edge.to = index.at(link.to);
        edge.kind = kind;
        edge.via = link.via;
        const std::vector<int> &parts = m_out.edgesOf[{link.from, link.to}];
        const size_t used = link.via.empty() || parts.size() < 2 ? 1 : 2; // to the first pill and on
        for (size_t k = 0; k < used && k < parts.size(); ++k) {
            const std::vector<QPointF> &points = m_edges[size_t(parts[k])].route.points;
            edge.points.insert(edge.points.end(), points.begin(), points.end());
            edge.reversed = edge.reversed || m_edges[size_t(parts[k])].route.reversed;
            edge.count = m_edges[size_t(parts[k])].count;
        }
        d.edges.push_back(edge);
    }
    for (const auto &[ends, e] : m_bundleEdges) {
        graph::DrawnGraph::Edge edge;
        edge.from = drawnAs.at(ends.first);
        edge.to = drawnAs.at(ends.second);
        edge.kind = kind;
        edge.points = m_edges[size_t(e)].route.points;
        edge.reversed = m_edges[size_t(e)].route.reversed;
        edge.count = qint64(m_bundles.at(ends).size());
        d.edges.push_back(edge);
    }
}

} // namespace meshscope
