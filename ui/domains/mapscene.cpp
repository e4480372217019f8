#include "ui/domains/mapbuilder.h"

#include "models/items/searchmodel.h"
#include "ui/domains/matrixscene.h"
#include "ui/domains/treemapscene.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace meshscope {

namespace {

constexpr double cardWidth = 128;
constexpr double cardHeight = 24;
constexpr QLatin1StringView heapMark("#datasets");

} // namespace

QString MapBuilder::say(const char *text, int n)
{
    return QCoreApplication::translate("meshscope::MapScene", text, "", n);
}

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

QList<NodeId> MapBuilder::shownBelow(NodeId domain)
{
    QList<NodeId> products = m_mesh.productsBelow(domain);
    if (m_r.filter.isActive())
        products.removeIf([this](NodeId p) { return !m_matcher.passes(p); });
    return products;
}

void MapBuilder::countHidden()
{
    if (!m_r.filter.isActive())
        return;
    std::vector<NodeId> asked;
    for (const NodeId p : m_mesh.nodes(Kind::Product)) {
        if (!m_r.root.isValid() || isInside(p))
            asked.push_back(p);
    }
    for (const NodeId d : m_mesh.nodes(Kind::Dataset)) {
        if (!m_mesh.productOf(d).isValid() && (!m_r.root.isValid() || isInside(d)))
            asked.push_back(d);
    }
    m_out.hidden = m_matcher.hidden(asked);
}

void MapBuilder::addDomain(NodeId domain, int parent)
{
    // Depth first without recursion: a chain of domains may be long.
    struct Step {
        NodeId domain;
        int parent;
        bool isSeen; ///< not in a box that is open or only says how much it holds
    };
    std::set<NodeId> counted;
    std::vector<Step> stack{{domain, parent, true}};
    while (!stack.empty()) {
        const Step step = stack.back();
        stack.pop_back();
        if (m_boxOf.contains(step.domain) || !counted.insert(step.domain).second || !isThere(step.domain))
            continue;
        const bool isTop = step.parent < 0;
        ++(isTop ? m_out.domains : m_out.subDomains);
        int box = step.parent;
        bool isSeen = step.isSeen;
        if (isSeen) {
            // A box with nothing in it and below it says nothing on the map of the whole.
            box = addBox(step.domain, step.parent, m_mesh.name(step.domain));
            m_boxOf.emplace(step.domain, box);
            isSeen = !addFolded(step.domain, box, isTop);
            if (isSeen)
                addProducts(step.domain, box);
        }
        const auto children = m_mesh.childDomains(step.domain);
        for (size_t i = children.size(); i-- > 0;)
            stack.push_back({children[i], box, isSeen});
    }
}

/// A top box that is open is laid out on its own; one of very many products only says how many it has.
bool MapBuilder::addFolded(NodeId domain, int box, bool isTop)
{
    SceneGroup &group = m_groups[size_t(box)];
    if (isMap())
        group.fold = SceneFold::Closed;
    if (isTop && isOpen(domain)) {
        group.fold = SceneFold::Open;
        m_blocks.push_back({box, {}});
        return true;
    }
    if (!isTop || !m_isLarge)
        return false;
    std::map<Status, int> counts;
    const QList<NodeId> products = shownBelow(domain);
    for (const NodeId p : products)
        ++counts[statusOf(p)];
    Status worst = Status::NoPromise;
    for (const Status s : {Status::Met, Status::Unknown, Status::AtRisk, Status::Breached})
        worst = counts[s] > 0 ? s : worst;
    const int loose = m_loose.below(domain);
    group.count.clear(); // the cards say it
    if (!products.isEmpty() || loose == 0) {
        SceneCard card = MapBlockMaker::summaryCard(m_r, domain, int(products.size()), worst);
        card.group = box;
        addSmall(std::move(card), domain, box);
    }
    if (loose > 0)
        addSmall(MapBlockMaker::heapCard(m_r, domain, loose, box), {}, box);
    return true;
}

QList<NodeId> MapBuilder::shownProducts()
{
    if (m_r.root.isValid())
        return shownBelow(m_r.root);
    const auto all = m_mesh.nodes(Kind::Product);
    QList<NodeId> products(all.begin(), all.end());
    if (m_r.filter.isActive())
        products.removeIf([this](NodeId p) { return !m_matcher.passes(p); });
    return products;
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
    const int products = int(m_mesh.productsOf(m_r.root).size());
    const int loose = int(m_loose.of(m_r.root).size());
    if (products > 0 || loose > 0 || children.empty()) {
        const int box = addBox(m_r.root, -1, m_mesh.name(m_r.root));
        m_groups.back().count =
            products > 0 || loose == 0
                ? say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln own products"), products)
                : say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln own datasets of no product"), loose);
        m_boxOf.emplace(m_r.root, box);
        if (m_byCard && isOpen(m_r.root)) {
            m_groups.back().fold = SceneFold::Open;
            m_blocks.push_back({box, {}});
        } else {
            addProducts(m_r.root, box);
        }
    }
    for (const NodeId d : children)
        addDomain(d, -1);
    m_out.subDomains += m_out.domains;
    m_out.domains = 1;
    // Neighbours as closed boxes: the top domains (inside the same top domain, the siblings) that flows go to.
    const auto thingOf = [this](NodeId dataset) {
        const NodeId product = m_mesh.productOf(dataset);
        return product.isValid() ? product : dataset;
    };
    const auto meet = [&](NodeId a, NodeId b) {
        const bool from = isInside(a);
        if (from != isInside(b) && m_matcher.passes(a) && m_matcher.passes(b))
            addNeighbour(from ? b : a);
    };
    for (const Flow &flow : m_mesh.flows())
        meet(flow.from, flow.to);
    for (const NodeId d : m_mesh.nodes(Kind::Dataset)) {
        for (const NodeId next : m_mesh.downstream(d)) {
            if (!m_mesh.productOf(d).isValid() || !m_mesh.productOf(next).isValid())
                meet(thingOf(d), thingOf(next));
        }
    }
}

void MapBuilder::addNeighbour(NodeId thing)
{
    NodeId other = m_mesh.domainOf(thing);
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
        return;
    m_outside.emplace(other, addBox(other, -1, m_mesh.name(other)));
}

void MapBuilder::measure()
{
    const QList<NodeId> products = shownProducts();
    const bool isMeasured = m_r.size != MapRequest::Size::Products;
    for (const NodeId p : products) {
        if (isMeasured)
            m_mostMeasured = std::max(m_mostMeasured, measureOf(p));
        switch (statusOf(p)) {
        case Status::Met: ++m_out.met; break;
        case Status::AtRisk: ++m_out.atRisk; break;
        case Status::Breached: ++m_out.breached; break;
        case Status::Unknown: ++m_out.unknown; break;
        case Status::NoPromise: ++m_out.noPromise; break;
        }
    }
    m_out.products = int(products.size());
    for (const NodeId d : isMeasured ? m_out.loose : std::vector<NodeId>())
        m_mostMeasured = std::max(m_mostMeasured, measureOf(d));
    for (size_t i = 0; i < m_cards.size() && isMeasured; ++i) {
        if (!m_cardNodes[i].isValid() || m_mesh.kind(m_cardNodes[i]) == Kind::Domain)
            continue;
        const int value = measureOf(m_cardNodes[i]);
        m_cards[i].bar = double(value) / m_mostMeasured;
        m_cards[i].figure = QString::number(value);
    }
}

void MapBuilder::layOut()
{
    if (m_out.cancelled)
        return;
    m_layout.cancelled = m_r.cancelled;
    m_layout.progress = m_r.progress;
    m_layout.rightToLeft = m_r.rightToLeft;
    graph::MapOptions options;
    options.aspect = m_r.aspect;
    options.acrossGap = 72 * m_r.unit;
    options.downGap = 46 * m_r.unit;
    options.cardGapAcross = 6 * m_r.unit;
    options.cardGapDown = 4 * m_r.unit;
    options.boxGap = 6 * m_r.unit;
    options.sizes.resize(m_groups.size());
    // Room for names: also where the whole of a large mesh is in view and they are larger than their boxes' parts.
    for (const SceneGroup &group : m_groups) {
        const auto letters = double(group.name.size());
        options.widths.push_back(
            m_r.unit * (group.depth == 0 ? std::min(44 + 13 * letters, 240.0) : std::min(30 + 8.5 * letters, 190.0)));
    }
    for (const Block &block : m_blocks)
        options.sizes[size_t(block.group)] = block.made.size;
    const size_t flows = m_edges.size();
    layLines();
    graph::MapPlan plan;
    plan.tallest = m_r.plan.tallest;
    for (const SceneGroup &group : m_groups)
        plan.places.push_back(m_r.plan.columns.value(group.id, {-1, -1}));
    const graph::LayoutResult result = graph::mapLayout(m_layout, options, isMap() ? &plan : nullptr);
    m_out.cancelled = result.cancelled;
    if (result.cancelled)
        return;
    m_out.plan.tallest = plan.tallest;
    for (size_t g = 0; g < m_groups.size() && g < plan.places.size(); ++g) {
        if (plan.places[g].first >= 0)
            m_out.plan.columns.insert(m_groups[g].id, plan.places[g]);
    }
    m_out.drawn.level = Level::Domain;
    m_out.drawn.bounds = result.bounds;
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i].rect = result.nodes[i];
    for (size_t g = 0; g < m_groups.size(); ++g)
        m_groups[g].rect = result.groups[g];
    for (size_t e = 0; e < m_edges.size(); ++e)
        m_edges[e].route = result.routes[e];
    for (Block &block : m_blocks)
        mergeBlock(block, result.groups[size_t(block.group)].topLeft());
    drawLines(flows, result);
    noteDrawn();
    m_out.scene =
        std::make_shared<Scene>(std::move(m_cards), std::move(m_groups), std::move(m_edges), m_r.unit, m_r.rightToLeft);
}

/// The same for exports. A card that only says how much its box holds is the box.
void MapBuilder::noteDrawn()
{
    graph::DrawnGraph &drawn = m_out.drawn;
    const auto note = [&](NodeId n, const QString &id, const QString &name, const QRectF &rect, int parent, bool isBox) {
        drawn.nodes.push_back({n, id, kindWord(m_mesh.kind(n)), name,
                               parent >= 0 ? withoutHeap(m_groups[size_t(parent)].id) : QString(), m_mesh.domainPath(n),
                               rect, 0, isBox});
        return int(drawn.nodes.size()) - 1;
    };
    std::vector<int> cards(m_cards.size(), -1), groups;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        if (m_cardNodes[i].isValid() && m_mesh.kind(m_cardNodes[i]) != Kind::Domain)
            cards[i] = note(m_cardNodes[i], m_cards[i].id, m_cards[i].name, m_cards[i].rect, m_cards[i].group, false);
    }
    for (size_t g = 0; g < m_groups.size(); ++g) {
        const SceneGroup &group = m_groups[g];
        groups.push_back(m_groupNodes[g].isValid()
                             ? note(m_groupNodes[g], group.id, group.name, group.rect, group.parent, true)
                             : groups[size_t(group.parent)]); // its domain is what they are in
    }
    const auto endOf = [&](int end) {
        if (end < 0)
            return groups[size_t(~end)];
        return cards[size_t(end)] >= 0 ? cards[size_t(end)] : groups[size_t(std::max(0, m_cards[size_t(end)].group))];
    };
    for (const SceneEdge &edge : m_edges) {
        graph::DrawnGraph::Edge e;
        e.from = endOf(edge.from);
        e.to = endOf(edge.to);
        e.kind = kindWord(edge.isSoft ? Kind::Dataset : Kind::Domain);
        e.points = edge.route.points;
        e.count = edge.count;
        e.reversed = edge.route.reversed;
        drawn.edges.push_back(e);
    }
}

QString heapId(const QString &domain)
{
    return domain + heapMark;
}

bool isHeapId(const QString &id)
{
    return id.endsWith(heapMark);
}

QString withoutHeap(const QString &id)
{
    return isHeapId(id) ? id.chopped(heapMark.size()) : id;
}

bool isHeap(const Mesh &mesh, NodeId domain, size_t loose)
{
    constexpr size_t few = 6, veryMany = 2000;
    return loose > few && (loose > veryMany || !mesh.productsOf(domain).empty());
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
