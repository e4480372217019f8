#include "ui/lineage/lineagebuilder.h"

#include "models/health/health.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

// Cards that stand for several nodes: a schema, a product or a domain in the place of what is shown of it, and the edges
// that hold those of the nodes. An edge of products or domains holds those of their datasets.
namespace meshscope {

namespace {

constexpr double cardWidth = 176;
constexpr double openWidth = 236;
constexpr double cardHeight = 56 + 34; ///< the head and the line that says how many
constexpr double buttonRoom = 48;
constexpr qsizetype mostNamed = 12;

/// How many they are, in the word for what they are.
QString countOf(const Mesh &mesh, const std::vector<NodeId> &members)
{
    const auto all = [&](Kind kind) {
        return std::all_of(members.begin(), members.end(), [&](NodeId n) { return mesh.kind(n) == kind; });
    };
    const int n = int(members.size());
    if (all(Kind::Dataset))
        return QCoreApplication::translate("meshscope::LineageScene", "Holds %Ln datasets", "", n);
    if (all(Kind::Product))
        return QCoreApplication::translate("meshscope::LineageScene", "Holds %Ln products", "", n);
    return QCoreApplication::translate("meshscope::LineageScene", "Holds %Ln products and datasets", "", n);
}

} // namespace

const QString &LineageBuilder::foldOf(NodeId n)
{
    const auto [it, isNew] = m_foldOf.try_emplace(n);
    if (isNew) {
        if (const std::optional<graph::Fold> fold = m_folding.foldOf(n))
            it->second = fold->id;
    }
    return it->second;
}

void LineageBuilder::fold()
{
    for (const NodeId n : m_shown) {
        const QString &id = foldOf(n);
        if (id.isEmpty())
            continue;
        FoldedCard &card = m_out.folds[id];
        if (card.members.empty())
            card.fold = *m_folding.foldOf(n);
        card.members.push_back(n);
    }
}

/// How many nodes its button shows: neighbours of its nodes, and theirs as far as they come into the same card.
int LineageBuilder::hiddenBehind(const QString &id, const FoldedCard &folded, bool up)
{
    std::set<NodeId> hidden;
    std::vector<NodeId> queue = folded.members;
    for (size_t i = 0; i < queue.size(); ++i) {
        for (const NodeId other : m_view.beside(queue[i], up)) {
            if (m_shown.contains(other) || m_filtered.contains(other) || !hidden.insert(other).second)
                continue;
            if (foldOf(other) == id)
                queue.push_back(other);
        }
    }
    return int(hidden.size());
}

void LineageBuilder::addFold(const QString &id, const FoldedCard &folded)
{
    const graph::Fold &fold = folded.fold;
    SceneCard card;
    card.id = id;
    card.name = fold.name;
    card.shape = fold.kind == graph::FoldKind::Product  ? SceneCard::Shape::Product
                 : fold.kind == graph::FoldKind::Domain ? SceneCard::Shape::Domain
                                                        : SceneCard::Shape::Dataset;
    card.isOpen = true;
    card.moreRows = int(folded.members.size());
    card.moreText = countOf(m_mesh, folded.members);
    card.figure = QString::number(folded.members.size()); // zoomed out, there is no room for words
    card.hue = hueOfNode(folded.members.front());
    for (const NodeId n : folded.members) {
        card.isRoot = card.isRoot || n == m_out.root;
        if (hueOfNode(n) != card.hue)
            card.hue = -1;
    }
    if (fold.node.isValid()) {
        QStringList path = m_mesh.domainPath(fold.node);
        if (fold.kind == graph::FoldKind::Domain && !path.isEmpty())
            path.removeLast();
        card.context = path.join(QStringLiteral(", "));
        const Status status = m_health ? m_health->status(fold.node) : Status::NoPromise;
        if (status != Status::NoPromise)
            card.status = status;
    } else {
        const Dataset &d = m_mesh.dataset(folded.members.front());
        card.context = d.platform.isEmpty() ? d.type : d.platform;
    }
    card.tip = card.name + u'\n' + card.moreText;
    for (qsizetype i = 0; i < std::min(mostNamed, qsizetype(folded.members.size())); ++i)
        card.tip += u'\n' + m_mesh.name(folded.members[size_t(i)]);
    if (qsizetype(folded.members.size()) > mostNamed)
        card.tip += QStringLiteral("\n…");
    card.hiddenUp = hiddenBehind(id, folded, true);
    card.hiddenDown = hiddenBehind(id, folded, false);
    graph::LayoutNode node;
    node.width = std::clamp(46 + 7.6 * double(card.name.size()), cardWidth, openWidth) * m_r.unit;
    node.height = cardHeight * m_r.unit;
    node.before = card.hiddenUp > 0 ? buttonRoom * m_r.unit : 0;
    node.after = card.hiddenDown > 0 ? buttonRoom * m_r.unit : 0;
    for (const NodeId n : folded.members)
        m_cardOf.emplace(n, int(m_cards.size()));
    m_cards.push_back(card);
    m_cardNodes.emplace_back();
    m_layout.nodes.push_back(node);
}

/// Drawn wide with its number, which opens the list of what it holds.
void LineageBuilder::makeFlow(int edge, std::vector<std::pair<NodeId, NodeId>> held)
{
    SceneEdge &e = m_edges[size_t(edge)];
    e.count = qint64(held.size());
    e.isFlow = e.count > 1;
    e.isSoft = true;
    m_layout.edges[size_t(edge)].weight = std::max(m_layout.edges[size_t(edge)].weight, 1 + std::log2(double(held.size())));
    m_out.held.resize(std::max(m_out.held.size(), size_t(edge) + 1));
    m_out.held[size_t(edge)] = std::move(held);
}

void LineageBuilder::addBundles()
{
    for (const auto &[ends, pairs] : m_bundles) {
        graph::LayoutEdge l{ends.first, ends.second, 1, -1, -1};
        SceneEdge edge;
        edge.from = ends.first;
        edge.to = ends.second;
        edge.tip = m_cards[size_t(ends.first)].name + QStringLiteral(" → ") + m_cards[size_t(ends.second)].name;
        for (const auto &pair : pairs) {
            m_out.edgesOf[pair].push_back(int(m_edges.size()));
            if (const ColumnLink *link = tracedLink(pair.first, pair.second)) {
                edge.column = link->fromColumn;
                l.weight = 4;
            }
        }
        m_bundleEdges.emplace(ends, int(m_edges.size()));
        m_edges.push_back(edge);
        m_layout.edges.push_back(l);
        makeFlow(int(m_edges.size()) - 1, pairs);
    }
}

/// What the edges of products and domains hold: the edges of their datasets.
void LineageBuilder::countLinks()
{
    if (m_r.level != Level::Dataset) {
        std::map<std::pair<NodeId, NodeId>, std::vector<std::pair<NodeId, NodeId>>> below;
        for (const NodeId n : m_shown) {
            for (const NodeId d : m_view.datasets(n)) {
                for (const NodeId t : m_mesh.downstream(d)) {
                    const NodeId to = m_view.standIn(t);
                    if (to.isValid() && to != n && m_shown.contains(to))
                        below[{n, to}].emplace_back(d, t);
                }
            }
        }
        for (auto &[pair, held] : below) {
            const auto edges = m_out.edgesOf.find(pair);
            const bool isOwn = foldOf(pair.first).isEmpty() && foldOf(pair.second).isEmpty();
            if (isOwn && edges != m_out.edgesOf.end() && held.size() > 1)
                makeFlow(edges->second.front(), std::move(held));
        }
    }
    m_out.held.resize(m_edges.size());
}

} // namespace meshscope
