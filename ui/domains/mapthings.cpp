#include "ui/domains/mapbuilder.h"

#include <QCoreApplication>
#include <QLocale>

// What is in a domain's box on the map: how much it has, its products, its datasets of no product.
namespace meshscope {

namespace {

constexpr double cardWidth = 128;
constexpr double cardHeight = 24;

} // namespace

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

/// "16 products"; of a domain without any "212 datasets". In a box of a box only the number, unless it counts other things.
QString MapBuilder::countOf(const SceneGroup &group, NodeId domain, const QList<NodeId> &products) const
{
    const int loose = m_loose.below(domain);
    int total = 0;
    for (const NodeId p : products)
        total += measureOf(p);
    if (m_r.size != MapRequest::Size::Products) {
        for (const NodeId d : loose > 0 ? m_loose.allBelow(domain) : std::vector<NodeId>())
            total += measureOf(d);
        return group.depth > 0 ? QString::number(total) : MapMeasure::words(m_r.size, total);
    }
    const bool isLoose = products.isEmpty() && (loose > 0 || m_mesh.nodes(Kind::Product).empty());
    if (group.depth == 0)
        return isLoose ? MapMeasure::words(MapRequest::Size::Datasets, loose) : MapMeasure::words(m_r.size, total);
    int top = group.parent;
    while (m_groups[size_t(top)].parent >= 0)
        top = m_groups[size_t(top)].parent;
    const bool isLooseAround = m_mesh.productsBelow(m_groupNodes[size_t(top)]).isEmpty();
    if (!isLoose)
        return QString::number(total);
    return isLooseAround ? QLocale().toString(loose) : MapMeasure::words(MapRequest::Size::Datasets, loose);
}

/// What a domain has itself and what its sub-domains have, apart.
QString MapBuilder::tipOf(NodeId domain, const QList<NodeId> &products)
{
    int own = 0;
    for (const NodeId p : m_mesh.productsOf(domain))
        own += m_matcher.passes(p) ? 1 : 0;
    const int loose = int(m_loose.of(domain).size());
    const int looseBelow = m_loose.below(domain) - loose;
    QString tip = m_mesh.domainPath(domain).join(QStringLiteral(" › "));
    const auto line = [&](const char *text, int n) { tip += u'\n' + say(text, n); };
    if (!products.isEmpty() || m_loose.below(domain) == 0)
        line(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln own products"), own);
    if (products.size() > own)
        line(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln products in sub-domains"), int(products.size()) - own);
    if (loose > 0)
        line(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln own datasets of no product"), loose);
    if (looseBelow > 0)
        line(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln datasets of no product in sub-domains"), looseBelow);
    const QString description = m_mesh.entity(domain).description;
    if (!description.isEmpty())
        tip += u'\n' + description.left(300);
    return tip;
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
    const QList<NodeId> products = shownBelow(domain);
    group.count = countOf(group, domain, products);
    if (products.isEmpty() && m_health && m_loose.below(domain) > 0) {
        const std::vector<NodeId> loose = m_loose.allBelow(domain);
        addBadges(group, QList<NodeId>(loose.begin(), loose.end()));
    } else {
        addBadges(group, products);
    }
    group.tip = tipOf(domain, products);
    m_layout.groups.push_back({parent, group.head, 8 * m_r.unit});
    m_groups.push_back(group);
    m_groupNodes.push_back(domain);
    return int(m_groups.size()) - 1;
}

/// A product or a dataset of no product, in small.
SceneCard MapBuilder::smallCard(NodeId thing, int box) const
{
    SceneCard card;
    card.id = m_mesh.address(thing).toString();
    card.shape = SceneCard::Shape::Map;
    card.name = m_mesh.name(thing);
    card.context = m_mesh.domainPath(thing).join(QStringLiteral(", "));
    const Status status = statusOf(thing);
    const bool isProduct = m_mesh.kind(thing) == Kind::Product;
    // A product owes promises; that a dataset makes none is nothing to say.
    if (m_r.sign == MapRequest::Sign::Levels && (isProduct || status != Status::NoPromise))
        card.status = status;
    if (m_r.colour == MapRequest::Colour::Status && status != Status::NoPromise)
        card.tone = status;
    card.hue = hueOfDomain(thing);
    card.stripe = false;
    card.group = box;
    card.tip = card.name + u'\n' +
               (isProduct ? statusName(status) : say(QT_TRANSLATE_NOOP("meshscope::MapScene", "dataset of no product"), -1));
    const QString description = m_mesh.entity(thing).description;
    if (!description.isEmpty())
        card.tip += u'\n' + description.left(300);
    return card;
}

void MapBuilder::addSmall(SceneCard card, NodeId node, int box)
{
    m_layout.nodes.push_back({cardWidth * m_r.unit, cardHeight * m_r.unit, box});
    m_cards.push_back(std::move(card));
    m_cardNodes.push_back(node);
}

void MapBuilder::addProducts(NodeId domain, int box)
{
    for (const NodeId p : m_mesh.productsOf(domain)) {
        if (!m_matcher.passes(p))
            continue;
        m_cardOf.emplace(p, int(m_cards.size()));
        addSmall(smallCard(p, box), p, box);
    }
    addLoose(domain, box);
}

/// A domain's own datasets of no product: one by one as long as that is legible, else one card for all. Where they are all
/// it has and its head says how many, nothing more has to.
void MapBuilder::addLoose(NodeId domain, int box)
{
    const std::span<const NodeId> loose = m_loose.of(domain);
    if (loose.empty())
        return;
    const bool oneByOne = !isMap() || (!m_hasManyLoose && !isHeap(m_mesh, domain, loose.size()));
    if (oneByOne) {
        for (const NodeId d : loose) {
            m_cardOf.emplace(d, int(m_cards.size()));
            addSmall(smallCard(d, box), d, box);
        }
        return;
    }
    const bool isAll = m_loose.below(domain) == int(loose.size()) && shownBelow(domain).isEmpty();
    if (isAll && !m_byCard)
        return;
    m_heapOf.emplace(domain, int(m_cards.size()));
    addSmall(MapBlockMaker::heapCard(m_r, domain, int(loose.size()), box), {}, box);
}

/// What no filter hides of it and of what is below it.
bool MapBuilder::isThere(NodeId domain)
{
    return !m_r.filter.isActive() || m_loose.below(domain) > 0 || !shownBelow(domain).isEmpty();
}

std::vector<NodeId> MapBuilder::looseInDomains() const
{
    std::vector<NodeId> loose;
    for (const NodeId top : m_mesh.topDomains()) {
        const std::vector<NodeId> below = m_loose.allBelow(top);
        loose.insert(loose.end(), below.begin(), below.end());
    }
    return loose;
}

/// What has no domain is in no box: it is said and listed.
void MapBuilder::countMissing()
{
    const std::span<const NodeId> nowhere = m_loose.of({});
    if (m_r.root.isValid() || nowhere.empty())
        return;
    m_out.missing.assign(nowhere.begin(), nowhere.end());
    m_out.missingNote =
        say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln datasets of no domain are not shown"), int(nowhere.size()));
}

} // namespace meshscope
