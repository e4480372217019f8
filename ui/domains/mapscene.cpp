#include "ui/domains/mapscene.h"

#include "models/health/health.h"
#include "ui/domains/mapmeasure.h"
#include "ui/domains/matrixscene.h"
#include "ui/domains/treemapscene.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace meshscope {

namespace {

constexpr double cardWidth = 128;
constexpr double cardHeight = 24;
constexpr int deepest = 1000;

QString say(const char *text, int n)
{
    return QCoreApplication::translate("meshscope::MapScene", text, "", n);
}

/// Builds one map: boxes and cards first, then flows between what is visible.
class MapBuilder {
public:
    explicit MapBuilder(const MapRequest &request)
        : m_r(request)
        , m_mesh(*request.snapshot.mesh)
        , m_health(request.snapshot.health.get())
        , m_measure(m_mesh, m_health, request.size)
    {
    }
    MapScene build()
    {
        if (m_r.root.isValid())
            addInside();
        else
            addWhole();
        if (m_r.flows != MapRequest::Flows::Nothing)
            addFlows();
        measure();
        layOut();
        return std::move(m_out);
    }

private:
    void addWhole();
    void addInside();
    void addDomain(NodeId domain, int parent);
    int addBox(NodeId domain, int parent, const QString &name);
    void addProducts(NodeId domain, int box);
    void addFlows();
    void measure();
    void layOut();
    [[nodiscard]] int hueOfDomain(NodeId n) const;
    [[nodiscard]] Status statusOf(NodeId product) const;
    [[nodiscard]] int measureOf(NodeId product) const;
    [[nodiscard]] bool isInside(NodeId n) const;
    [[nodiscard]] int endOf(NodeId product);
    [[nodiscard]] int topBox(int end) const;
    void addBadges(SceneGroup &group, const QList<NodeId> &products) const;

    const MapRequest &m_r;
    const Mesh &m_mesh;
    const HealthReport *m_health;
    const MapMeasure m_measure;
    MapScene m_out;
    graph::LayoutInput m_layout;
    std::vector<SceneCard> m_cards;
    std::vector<SceneGroup> m_groups;
    std::vector<SceneEdge> m_edges;
    std::vector<NodeId> m_cardNodes, m_groupNodes;
    std::map<NodeId, int> m_boxOf;   ///< domains that have a box
    std::map<NodeId, int> m_cardOf;  ///< products
    std::map<NodeId, int> m_outside; ///< top domains outside the root, as closed boxes
    bool m_byCard = false;           ///< flows end at cards: inside a domain without sub-domains
};

int MapBuilder::hueOfDomain(NodeId n) const
{
    const NodeId top = topDomainOf(m_mesh, n);
    return top.isValid() ? m_r.hues.value(m_mesh.address(top).toString(), -1) : -1;
}

Status MapBuilder::statusOf(NodeId product) const
{
    return m_health ? m_health->status(product) : Status::NoPromise;
}

int MapBuilder::measureOf(NodeId product) const
{
    return m_measure.of(product);
}

bool MapBuilder::isInside(NodeId n) const
{
    for (int depth = 0; n.isValid() && depth < deepest; ++depth, n = m_mesh.domainOf(n)) {
        if (n == m_r.root)
            return true;
    }
    return false;
}

void MapBuilder::addBadges(SceneGroup &group, const QList<NodeId> &products) const
{
    std::map<Status, int> counts;
    for (const NodeId p : products)
        ++counts[statusOf(p)];
    for (const Status s : {Status::Breached, Status::AtRisk, Status::Unknown}) {
        if (counts[s] > 0 && m_r.sign == MapRequest::Sign::Levels)
            group.badges.emplace_back(s, counts[s]);
    }
}

int MapBuilder::addBox(NodeId domain, int parent, const QString &name)
{
    SceneGroup group;
    group.id = m_mesh.address(domain).toString();
    group.name = name;
    group.parent = parent;
    group.depth = parent < 0 ? 0 : m_groups[size_t(parent)].depth + 1;
    group.head = (group.depth == 0 ? 26 : 24) * m_r.unit;
    group.hue = m_r.colour == MapRequest::Colour::Domain ? hueOfDomain(domain) : -1;
    const QList<NodeId> products = m_mesh.productsBelow(domain);
    int total = 0;
    for (const NodeId p : products)
        total += measureOf(p);
    group.count = group.depth > 0 ? QString::number(total) : MapMeasure::words(m_r.size, total);
    addBadges(group, products);
    const int own = int(m_mesh.productsOf(domain).size());
    group.tip = m_mesh.domainPath(domain).join(QStringLiteral(" › "));
    group.tip += u'\n' + say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%n own products"), own);
    if (products.size() > own)
        group.tip += u'\n' + say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%n products in sub-domains"),
                                 int(products.size()) - own);
    const QString description = m_mesh.entity(domain).description;
    if (!description.isEmpty())
        group.tip += u'\n' + description.left(300);
    m_layout.groups.push_back({parent, group.head, 8 * m_r.unit});
    m_groups.push_back(group);
    m_groupNodes.push_back(domain);
    return int(m_groups.size()) - 1;
}

void MapBuilder::addProducts(NodeId domain, int box)
{
    for (const NodeId p : m_mesh.productsOf(domain)) {
        SceneCard card;
        card.id = m_mesh.address(p).toString();
        card.shape = SceneCard::Shape::Map;
        card.name = m_mesh.name(p);
        card.context = m_mesh.domainPath(p).join(QStringLiteral(", "));
        const Status status = statusOf(p);
        if (m_r.sign == MapRequest::Sign::Levels)
            card.status = status;
        if (m_r.colour == MapRequest::Colour::Status && status != Status::NoPromise)
            card.tone = status;
        card.hue = hueOfDomain(domain);
        card.stripe = false;
        card.group = box;
        card.tip = card.name + u'\n' + statusName(status);
        const QString description = m_mesh.entity(p).description;
        if (!description.isEmpty())
            card.tip += u'\n' + description.left(300);
        m_cardOf.emplace(p, int(m_cards.size()));
        m_layout.nodes.push_back({cardWidth * m_r.unit, cardHeight * m_r.unit, box});
        m_cards.push_back(card);
        m_cardNodes.push_back(p);
    }
}

void MapBuilder::addDomain(NodeId domain, int parent)
{
    // Depth first without recursion: a chain of domains may be long.
    struct Step {
        NodeId domain;
        int parent;
    };
    std::vector<Step> stack{{domain, parent}};
    while (!stack.empty()) {
        const Step step = stack.back();
        stack.pop_back();
        if (m_boxOf.contains(step.domain))
            continue;
        // A box with nothing in it and below it says nothing on the map of the whole.
        const int box = addBox(step.domain, step.parent, m_mesh.name(step.domain));
        m_boxOf.emplace(step.domain, box);
        ++(step.parent < 0 ? m_out.domains : m_out.subDomains);
        addProducts(step.domain, box);
        const auto children = m_mesh.childDomains(step.domain);
        for (size_t i = children.size(); i-- > 0;)
            stack.push_back({children[i], box});
    }
}

void MapBuilder::addWhole()
{
    for (const NodeId d : m_mesh.topDomains())
        addDomain(d, -1);
}

void MapBuilder::addInside()
{
    const auto children = m_mesh.childDomains(m_r.root);
    m_byCard = children.empty();
    if (!m_mesh.productsOf(m_r.root).empty() || children.empty()) {
        const int box = addBox(m_r.root, -1, m_mesh.name(m_r.root));
        m_groups.back().count =
            say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%n own products"), int(m_mesh.productsOf(m_r.root).size()));
        m_boxOf.emplace(m_r.root, box);
        addProducts(m_r.root, box);
    }
    for (const NodeId d : children)
        addDomain(d, -1);
    m_out.subDomains = int(m_boxOf.size()) - (m_boxOf.contains(m_r.root) ? 1 : 0);
    m_out.domains = 1;
    // Neighbours as closed boxes: the top domains (inside the same top domain, the siblings) that flows go to.
    for (const Flow &flow : m_mesh.flows()) {
        const bool from = isInside(flow.from);
        const bool to = isInside(flow.to);
        if (from == to)
            continue;
        NodeId other = m_mesh.domainOf(from ? flow.to : flow.from);
        for (int depth = 0; other.isValid() && depth < deepest; ++depth) {
            const NodeId above = m_mesh.domainOf(other);
            NodeId root = m_r.root;
            bool sibling = !above.isValid();
            for (int k = 0; root.isValid() && !sibling && k < deepest; ++k, root = m_mesh.domainOf(root))
                sibling = m_mesh.domainOf(root) == above;
            if (sibling)
                break;
            other = above;
        }
        if (!other.isValid() || m_outside.contains(other) || isInside(other))
            continue;
        m_outside.emplace(other, addBox(other, -1, m_mesh.name(other)));
    }
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
        const int from = endOf(flows[i].from);
        const int to = endOf(flows[i].to);
        constexpr int absent = std::numeric_limits<int>::min();
        if (from == absent || to == absent)
            continue;
        if (from == to || topBox(from) == topBox(to)) {
            ++m_out.innerFlows;
            continue;
        }
        if (m_r.root.isValid() && !isInside(flows[i].from) && !isInside(flows[i].to))
            continue;
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
                   say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%n flows between products; click for the list"),
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

void MapBuilder::measure()
{
    int most = 1;
    for (const NodeId p : m_cardNodes)
        most = std::max(most, measureOf(p));
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const NodeId p = m_cardNodes[i];
        if (m_r.size != MapRequest::Size::Products) {
            const int value = measureOf(p);
            m_cards[i].bar = double(value) / most;
            m_cards[i].figure = QString::number(value);
        }
        switch (statusOf(p)) {
        case Status::Met: ++m_out.met; break;
        case Status::AtRisk: ++m_out.atRisk; break;
        case Status::Breached: ++m_out.breached; break;
        case Status::Unknown: ++m_out.unknown; break;
        case Status::NoPromise: ++m_out.noPromise; break;
        }
    }
    m_out.products = int(m_cards.size());
}

void MapBuilder::layOut()
{
    m_layout.cancelled = m_r.cancelled;
    m_layout.rightToLeft = m_r.rightToLeft;
    graph::MapOptions options;
    options.aspect = m_r.aspect;
    options.acrossGap = 72 * m_r.unit;
    options.downGap = 46 * m_r.unit;
    options.cardGapAcross = 6 * m_r.unit;
    options.cardGapDown = 4 * m_r.unit;
    options.boxGap = 6 * m_r.unit;
    const graph::LayoutResult result = graph::mapLayout(m_layout, options);
    m_out.cancelled = result.cancelled;
    if (result.cancelled)
        return;
    graph::DrawnGraph &drawn = m_out.drawn;
    drawn.level = Level::Domain;
    drawn.bounds = result.bounds;
    const auto note = [&](NodeId n, const QString &id, const QString &name, const QRectF &rect, int parent, bool isBox) {
        drawn.nodes.push_back({n, id, kindWord(m_mesh.kind(n)), name, parent >= 0 ? m_groups[size_t(parent)].id : QString(),
                               m_mesh.domainPath(n), rect, 0, isBox});
    };
    for (size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i].rect = result.nodes[i];
        note(m_cardNodes[i], m_cards[i].id, m_cards[i].name, result.nodes[i], m_cards[i].group, false);
    }
    for (size_t g = 0; g < m_groups.size(); ++g) {
        m_groups[g].rect = result.groups[g];
        note(m_groupNodes[g], m_groups[g].id, m_groups[g].name, result.groups[g], m_groups[g].parent, true);
    }
    for (size_t e = 0; e < m_edges.size(); ++e) {
        m_edges[e].route = result.routes[e];
        const auto end = [&](int i) { return i >= 0 ? i : int(m_cards.size()) + ~i; };
        graph::DrawnGraph::Edge edge;
        edge.from = end(m_edges[e].from);
        edge.to = end(m_edges[e].to);
        edge.kind = kindWord(Kind::Domain);
        edge.points = result.routes[e].points;
        edge.count = m_edges[e].count;
        edge.reversed = result.routes[e].reversed;
        drawn.edges.push_back(edge);
    }
    m_out.scene = std::make_shared<Scene>(std::move(m_cards), std::move(m_groups), std::move(m_edges), m_r.unit);
}

} // namespace

NodeId topDomainOf(const Mesh &mesh, NodeId n)
{
    NodeId top = mesh.kind(n) == Kind::Domain ? n : mesh.domainOf(n);
    for (int depth = 0; top.isValid() && mesh.domainOf(top).isValid() && depth < deepest; ++depth)
        top = mesh.domainOf(top);
    return top;
}

QHash<QString, int> huesOf(const Mesh &mesh)
{
    QHash<QString, int> hues;
    for (const NodeId d : mesh.topDomains()) {
        const Address address = mesh.address(d);
        if (address.id != noDomainId)
            hues.insert(address.toString(), hueOf(address.toString()));
    }
    return hues;
}

MapScene buildMap(const MapRequest &request)
{
    const bool isMatrix = request.arrangement == MapRequest::Arrangement::Matrix;
    MapScene made = isMatrix ? buildMatrix(request) : MapBuilder(request).build();
    if (request.arrangement == MapRequest::Arrangement::Treemap)
        made = asTreemap(request, std::move(made));
    made.arrangement = request.arrangement;
    return made;
}

} // namespace meshscope
