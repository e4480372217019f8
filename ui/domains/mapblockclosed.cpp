#include "ui/domains/mapblock.h"

#include "models/items/searchmodel.h"

#include <QCoreApplication>

#include <cmath>

// What an open domain shows of what is closed in it: boxes with their things in small, and cards that stand for many.
namespace meshscope {

namespace {

constexpr double cardWidth = 176;
constexpr double cardHeight = 52;
constexpr double smallWidth = 128;
constexpr double smallHeight = 24;
constexpr double smallAcross = 6;
constexpr double smallDown = 4;
constexpr double boxPadding = 8;
constexpr double innerHead = 24;
constexpr int fewLoose = 6; ///< datasets of no product shown in small beside products

} // namespace

SceneCard MapBlockMaker::summaryCard(const MapRequest &request, NodeId domain, int products, Status worst)
{
    const Mesh &mesh = *request.snapshot.mesh;
    SceneCard card;
    card.id = mesh.address(domain).toString();
    card.shape = SceneCard::Shape::Map;
    card.name = say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln products"), products);
    card.context = mesh.domainPath(domain).join(QStringLiteral(", "));
    card.stripe = false;
    card.fold = SceneFold::Closed;
    if (request.sign == MapRequest::Sign::Levels)
        card.status = worst;
    if (request.colour == MapRequest::Colour::Status && worst != Status::NoPromise)
        card.tone = worst;
    const NodeId top = topDomainOf(mesh, domain);
    card.hue = top.isValid() ? request.hues.value(mesh.address(top).toString(), -1) : -1;
    card.tip = mesh.domainPath(domain).join(QStringLiteral(" › ")) + u'\n' + card.name;
    return card;
}

SceneCard MapBlockMaker::heapCard(const MapRequest &request, NodeId domain, int count, int box)
{
    SceneCard card = summaryCard(request, domain, 0, Status::NoPromise);
    card.id = heapId(card.id);
    card.name = say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln datasets"), count);
    card.tip = request.snapshot.mesh->domainPath(domain).join(QStringLiteral(" › ")) + u'\n' +
               say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln datasets of no product"), count);
    card.status.reset();
    card.group = box;
    return card;
}

/// The box for a domain's datasets of no product where one card stood for them; made with the first of them.
int MapBlockMaker::addHeapBox(int box, int count)
{
    const auto known = m_heapBoxes.find(box);
    if (known != m_heapBoxes.end())
        return known->second;
    const NodeId domain = m_levels.nodes[size_t(box)].node;
    const SceneCard like = heapCard(m_r, domain, count, 0);
    const int parent = ~m_ends.at(box);
    SceneGroup group;
    group.id = like.id;
    group.name = say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln datasets of no product"), count);
    group.tip = like.tip;
    group.hue = m_r.colour == MapRequest::Colour::Domain ? like.hue : -1;
    group.parent = m_boxGroups[size_t(parent)];
    group.depth = m_out.groups[size_t(group.parent)].depth + 1;
    group.head = innerHead * m_r.unit;
    group.fold = SceneFold::Open;
    const int made = int(m_layout.groups.size());
    m_layout.groups.push_back({parent, group.head + 6 * m_r.unit, 12 * m_r.unit});
    m_boxGroups.push_back(int(m_out.groups.size()));
    m_out.groups.push_back(group);
    m_out.groupNodes.push_back({});
    m_heapBoxes.emplace(box, made);
    return made;
}

SceneCard MapBlockMaker::smallCard(NodeId thing) const
{
    SceneCard card = cardOf(thing);
    card.shape = SceneCard::Shape::Map;
    card.context = m_mesh.domainPath(thing).join(QStringLiteral(", "));
    const bool isProduct = m_mesh.kind(thing) == Kind::Product;
    const Status status = m_health ? m_health->status(thing) : Status::NoPromise;
    if (m_r.sign == MapRequest::Sign::Levels && (isProduct || status != Status::NoPromise))
        card.status = status;
    if (m_r.colour == MapRequest::Colour::Status && status != Status::NoPromise)
        card.tone = status;
    card.tip +=
        u'\n' + (isProduct ? statusName(status) : say(QT_TRANSLATE_NOOP("meshscope::MapScene", "dataset of no product")));
    return card;
}

/// A closed domain is a box with its things in small, two in a row; with many, with one card that says how many.
void MapBlockMaker::addClosedDomain(int number, int parent)
{
    const NodeId node = m_levels.nodes[size_t(number)].node;
    const SceneCard like = cardOf(node);
    SceneGroup group;
    group.id = like.id;
    group.name = like.name;
    group.tip = m_mesh.domainPath(node).join(QStringLiteral(" › ")) + like.tip.mid(like.name.size());
    group.hue = m_r.colour == MapRequest::Colour::Domain ? like.hue : -1;
    group.parent = m_boxGroups[size_t(parent)];
    group.depth = m_out.groups[size_t(group.parent)].depth + 1;
    group.head = innerHead * m_r.unit;
    group.fold = SceneFold::Closed;
    QList<NodeId> products = m_mesh.productsBelow(node);
    products.removeIf([this](NodeId p) { return !m_matcher.passes(p); });
    const int loose = m_below.below(node);
    const bool onlyLoose = products.isEmpty() && loose > 0;
    group.count = onlyLoose ? say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln datasets"), loose)
                            : QString::number(products.size());
    std::vector<SceneCard> cards;
    const auto add = [&](SceneCard card, NodeId thing) {
        cards.push_back(std::move(card));
        m_out.cardNodes.push_back(thing);
    };
    if (products.size() > smallBox) {
        Status worst = Status::NoPromise;
        for (const NodeId p : products)
            worst = worse(worst, m_health ? m_health->status(p) : Status::NoPromise);
        add(summaryCard(m_r, node, int(products.size()), worst), node);
    } else {
        for (const NodeId p : products)
            add(smallCard(p), p);
    }
    if (loose > (onlyLoose ? smallBox : fewLoose)) {
        add(heapCard(m_r, node, loose, 0), {});
    } else {
        for (const NodeId d : m_below.allBelow(node))
            add(smallCard(d), d);
    }
    addSmall(group, std::move(cards), number, parent);
}

/// A box with what it holds in small.
void MapBlockMaker::addSmall(SceneGroup group, std::vector<SceneCard> cards, int number, int parent)
{
    const double unit = m_r.unit;
    const int box = int(m_out.groups.size());
    const double columns = cards.size() <= 1 ? 1 : cards.size() > 12 ? 3 : 2;
    const double rows = std::ceil(double(cards.size()) / columns);
    for (size_t i = 0; i < cards.size(); ++i) {
        const double x = boxPadding + double(i % size_t(columns)) * (smallWidth + smallAcross);
        const double y = innerHead + double(i / size_t(columns)) * (smallHeight + smallDown);
        cards[i].rect = QRectF(x * unit, y * unit, smallWidth * unit, smallHeight * unit);
        cards[i].group = box;
        m_out.cards.push_back(cards[i]);
    }
    Piece piece;
    piece.group = box;
    m_ends.emplace(number, int(m_layout.nodes.size()));
    m_pieces.push_back(piece);
    m_layout.nodes.push_back({(2 * boxPadding + columns * smallWidth + (columns - 1) * smallAcross) * unit,
                              (innerHead + rows * (smallHeight + smallDown) - smallDown + boxPadding) * unit, parent});
    m_out.groups.push_back(std::move(group));
    m_out.groupNodes.push_back(m_levels.nodes[size_t(number)].node);
}

/// One card for many datasets of no product; what runs to them ends there.
void MapBlockMaker::addHeap(int box, int count)
{
    const int parent = ~m_ends.at(box);
    const NodeId domain = m_levels.nodes[size_t(box)].node;
    SceneCard card = heapCard(m_r, domain, count, 0);
    card.shape = SceneCard::Shape::Dataset;
    card.context = say(QT_TRANSLATE_NOOP("meshscope::MapScene", "of no product"));
    card.hue = -1;
    m_heaps.emplace(box, int(m_layout.nodes.size()));
    addCard(card, {}, parent, {cardWidth, cardHeight});
}

} // namespace meshscope
