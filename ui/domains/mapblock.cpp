#include "ui/domains/mapblock.h"

#include "models/items/searchmodel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr double cardWidth = 176;
constexpr double wideCard = 236;
constexpr double cardHeight = 52;
constexpr double openHead = 56;
constexpr double rowHeight = 24;
constexpr double searchHeight = 28;
constexpr int fewRows = 16; ///< columns up to which an open dataset shows them all
constexpr int scrolledRows = 12;
constexpr int mostLoose = 6; ///< datasets of no product that an open domain shows one by one; more are one card
constexpr double smallWidth = 128;
constexpr double smallHeight = 24;
constexpr double smallAcross = 6;
constexpr double smallDown = 4;
constexpr double boxPadding = 8;
constexpr double innerHead = 24;

} // namespace

QString MapBlockMaker::say(const char *text, int n)
{
    return QCoreApplication::translate("meshscope::MapScene", text, "", n);
}

MapBlockMaker::MapBlockMaker(const MapRequest &request, const OpenLevels &levels, const Outside &beyond)
    : m_r(request)
    , m_mesh(*request.snapshot.mesh)
    , m_health(request.snapshot.health.get())
    , m_levels(levels)
    , m_outside(beyond)
    , m_matcher(m_mesh, request.filter, evidenceOf(m_health))
{
}

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

SceneCard MapBlockMaker::cardOf(NodeId node) const
{
    SceneCard card;
    card.id = m_mesh.address(node).toString();
    card.name = m_mesh.name(node);
    const NodeId top = topDomainOf(m_mesh, node);
    card.hue = top.isValid() ? m_r.hues.value(m_mesh.address(top).toString(), -1) : -1;
    card.stripe = false;
    const QString description = m_mesh.entity(node).description;
    card.tip = card.name;
    if (!description.isEmpty())
        card.tip += u'\n' + description.left(300);
    return card;
}

MapBlock MapBlockMaker::make(int domain)
{
    m_domain = domain;
    m_first = domain + 1;
    m_last = m_first;
    while (m_last < int(m_levels.nodes.size()) &&
           m_levels.nodes[size_t(m_last)].depth > m_levels.nodes[size_t(domain)].depth)
        ++m_last;
    const double unit = m_r.unit;
    m_layout.groups.push_back({-1, 32 * unit, 14 * unit});
    m_boxGroups.push_back(0);
    m_out.groups.emplace_back();
    m_out.groupNodes.push_back(m_levels.nodes[size_t(domain)].node);
    m_ends.emplace(domain, ~0);
    for (int number = m_first; number < m_last; ++number)
        m_loose[m_levels.nodes[size_t(number)].parent] += isLoose(number) ? 1 : 0;
    for (int number = m_first; number < m_last; ++number)
        addThing(number);
    for (const auto &[box, count] : m_loose) {
        if (count > mostLoose)
            addHeap(box, count);
    }
    if (m_r.flows != MapRequest::Flows::Nothing) {
        holdRelations();
        addEdges();
        addPortEdges();
        addDoors();
    }
    readLast();
    layOut();
    return std::move(m_out);
}

int MapBlockMaker::boxOf(int number) const
{
    const auto parent = m_ends.find(m_levels.nodes[size_t(number)].parent);
    return parent == m_ends.end() || parent->second >= 0 ? 0 : ~parent->second;
}

/// A dataset of no product.
bool MapBlockMaker::isLoose(int number) const
{
    const NodeId node = m_levels.nodes[size_t(number)].node;
    return m_mesh.kind(node) == Kind::Dataset && !m_mesh.productOf(node).isValid();
}

void MapBlockMaker::addThing(int number)
{
    const OpenNode &thing = m_levels.nodes[size_t(number)];
    const int parent = boxOf(number);
    switch (m_mesh.kind(thing.node)) {
    case Kind::Domain: thing.isOpen ? addOpenBox(number, parent) : addClosedDomain(number, parent); return;
    case Kind::Product: thing.isOpen ? addOpenBox(number, parent) : addProduct(number, parent); return;
    case Kind::Port: addPort(number, parent); return;
    default: break;
    }
    if (isLoose(number) && m_loose.at(thing.parent) > mostLoose)
        return; // one card stands for them all
    addDataset(number, parent);
}

void MapBlockMaker::addOpenBox(int number, int parent)
{
    const NodeId node = m_levels.nodes[size_t(number)].node;
    const double unit = m_r.unit;
    const bool isProduct = m_mesh.kind(node) == Kind::Product;
    const SceneCard like = cardOf(node);
    SceneGroup group;
    group.id = like.id;
    group.name = like.name;
    group.tip = like.tip;
    group.hue = m_r.colour == MapRequest::Colour::Domain ? like.hue : -1;
    group.parent = m_boxGroups[size_t(parent)];
    group.depth = m_out.groups[size_t(group.parent)].depth + 1;
    group.head = (isProduct ? 28 : innerHead) * unit;
    group.fold = SceneFold::Open;
    if (isProduct && m_health && m_r.sign == MapRequest::Sign::Levels) {
        group.status = m_health->status(node);
        group.count = statusName(*group.status);
        group.tip += u'\n' + group.count;
    } else if (!isProduct) {
        group.count = QString::number(m_mesh.productsBelow(node).size());
    }
    m_ends.emplace(number, ~int(m_layout.groups.size()));
    m_nodeEnds.emplace(node, ~int(m_layout.groups.size()));
    m_layout.groups.push_back({parent, group.head + 6 * unit, 12 * unit});
    m_boxGroups.push_back(int(m_out.groups.size()));
    m_out.groups.push_back(group);
    m_out.groupNodes.push_back(node);
    // A box of nothing would not be there: what it has is filtered away.
    const bool isEmpty = number + 1 >= m_last || m_levels.nodes[size_t(number) + 1].parent != number;
    if (isEmpty) {
        m_pieces.emplace_back();
        m_layout.nodes.push_back({cardWidth * unit, 8 * unit, int(m_layout.groups.size()) - 1});
    }
}

/// A closed domain is a box with its products in small, two in a row; with many, with one card that says how many.
void MapBlockMaker::addClosedDomain(int number, int parent)
{
    const NodeId node = m_levels.nodes[size_t(number)].node;
    const double unit = m_r.unit;
    const SceneCard like = cardOf(node);
    SceneGroup group;
    group.id = like.id;
    group.name = like.name;
    group.tip = m_mesh.domainPath(node).join(QStringLiteral(" › ")) + like.tip.mid(like.name.size());
    group.hue = m_r.colour == MapRequest::Colour::Domain ? like.hue : -1;
    group.parent = m_boxGroups[size_t(parent)];
    group.depth = m_out.groups[size_t(group.parent)].depth + 1;
    group.head = innerHead * unit;
    group.fold = SceneFold::Closed;
    QList<NodeId> products = m_mesh.productsBelow(node);
    products.removeIf([this](NodeId p) { return !m_matcher.passes(p); });
    group.count = QString::number(products.size());
    const int box = int(m_out.groups.size());
    const auto statusOf = [this](NodeId p) { return m_health ? m_health->status(p) : Status::NoPromise; };
    std::vector<SceneCard> cards;
    if (products.size() > smallBox) {
        Status worst = Status::NoPromise;
        for (const NodeId p : products)
            worst = worse(worst, statusOf(p));
        cards.push_back(summaryCard(m_r, node, int(products.size()), worst));
        m_out.cardNodes.push_back(node);
    } else {
        for (const NodeId p : products) {
            SceneCard card = cardOf(p);
            card.shape = SceneCard::Shape::Map;
            card.context = m_mesh.domainPath(p).join(QStringLiteral(", "));
            const Status status = statusOf(p);
            if (m_r.sign == MapRequest::Sign::Levels)
                card.status = status;
            if (m_r.colour == MapRequest::Colour::Status && status != Status::NoPromise)
                card.tone = status;
            card.tip += u'\n' + statusName(status);
            cards.push_back(card);
            m_out.cardNodes.push_back(p);
        }
    }
    const double columns = cards.size() == 1 ? 1 : cards.size() > 12 ? 3 : 2;
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
    m_out.groups.push_back(group);
    m_out.groupNodes.push_back(node);
}

void MapBlockMaker::addCard(SceneCard card, NodeId node, int parent, QSizeF size)
{
    card.group = m_boxGroups[size_t(parent)];
    Piece piece;
    piece.card = int(m_out.cards.size());
    m_pieces.push_back(piece);
    m_layout.nodes.push_back({size.width() * m_r.unit, size.height() * m_r.unit, parent});
    m_out.cards.push_back(std::move(card));
    m_out.cardNodes.push_back(node);
}

void MapBlockMaker::addProduct(int number, int parent)
{
    const OpenNode &thing = m_levels.nodes[size_t(number)];
    SceneCard card = cardOf(thing.node);
    card.shape = SceneCard::Shape::Product;
    const Status status = m_health ? m_health->status(thing.node) : Status::NoPromise;
    if (m_r.sign == MapRequest::Sign::Levels)
        card.status = status;
    if (m_r.colour == MapRequest::Colour::Status && status != Status::NoPromise)
        card.tone = status;
    card.context = statusName(status);
    card.tip += u'\n' + card.context;
    card.fold = thing.canOpen ? SceneFold::Closed : SceneFold::None;
    m_ends.emplace(number, int(m_layout.nodes.size()));
    m_nodeEnds.emplace(thing.node, int(m_layout.nodes.size()));
    const double named = 58 + 7.6 * double(card.name.size());
    addCard(card, thing.node, parent, {std::clamp(named, cardWidth, wideCard), cardHeight});
}

void MapBlockMaker::addPort(int number, int parent)
{
    const NodeId node = m_levels.nodes[size_t(number)].node;
    const Port &port = m_mesh.port(node);
    SceneCard card = cardOf(node);
    card.context = port.output ? say(QT_TRANSLATE_NOOP("meshscope::MapScene", "output port"))
                               : say(QT_TRANSLATE_NOOP("meshscope::MapScene", "input port"));
    if (!port.type.isEmpty())
        card.context += QStringLiteral(" · ") + port.type;
    card.tip += u'\n' + card.context;
    m_ends.emplace(number, int(m_layout.nodes.size()));
    m_nodeEnds.emplace(node, int(m_layout.nodes.size()));
    addCard(card, node, parent, {std::clamp(46 + 7.6 * double(card.name.size()), cardWidth, wideCard), cardHeight});
}

void MapBlockMaker::addDataset(int number, int parent)
{
    const NodeId node = m_levels.nodes[size_t(number)].node;
    const Dataset &dataset = m_mesh.dataset(node);
    const auto columns = m_mesh.columns(node).size();
    SceneCard card = cardOf(node);
    QStringList context{dataset.platform.isEmpty() ? dataset.type : dataset.platform};
    if (columns > 0)
        context.append(say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln columns"), int(columns)));
    context.removeAll(QString());
    card.context = context.join(QStringLiteral(" · "));
    if (!dataset.ns.isEmpty())
        card.tip += u'\n' + dataset.ns + u'/' + dataset.name;
    card.fold = columns > 0 ? SceneFold::Closed : SceneFold::None;
    QSizeF size(std::clamp(58 + 7.6 * double(card.name.size()), cardWidth, wideCard), cardHeight);
    if (columns > 0 && m_r.open.contains(node)) {
        addColumns(node, card);
        card.fold = SceneFold::Open;
        size = {wideCard, openHead + (card.scrolls() ? searchHeight : 0) + rowHeight * double(card.places()) + 6};
    }
    m_ends.emplace(number, int(m_layout.nodes.size()));
    m_nodeEnds.emplace(node, int(m_layout.nodes.size()));
    addCard(card, node, parent, size);
}

bool MapBlockMaker::showsColumn(const Mesh &mesh, NodeId dataset, const QString &column)
{
    const auto columns = mesh.columns(dataset);
    const auto shown = columns.size() > fewRows ? scrolledRows : columns.size();
    return std::any_of(columns.begin(), columns.begin() + shown, [&](const Column &c) { return c.path == column; });
}

std::vector<int> MapBlockMaker::standIns(const Mesh &mesh, const OpenLevels &levels)
{
    std::map<int, std::vector<int>> loose; // by box
    std::vector<int> standIns(levels.nodes.size());
    for (size_t i = 0; i < levels.nodes.size(); ++i) {
        standIns[i] = int(i);
        const NodeId node = levels.nodes[i].node;
        if (mesh.kind(node) == Kind::Dataset && !mesh.productOf(node).isValid())
            loose[levels.nodes[i].parent].push_back(int(i));
    }
    for (const auto &[box, list] : loose) {
        for (const int i : list)
            standIns[size_t(i)] = int(list.size()) > mostLoose ? list.front() : i;
    }
    return standIns;
}

void MapBlockMaker::addColumns(NodeId dataset, SceneCard &card) const
{
    card.isOpen = true;
    for (const Column &c : m_mesh.columns(dataset)) {
        SceneRow row;
        row.name = c.path;
        row.type = c.logicalType.isEmpty() ? c.physicalType : c.logicalType;
        const bool isMasked =
            !c.classification.isEmpty() && c.classification.compare(QLatin1String("public"), Qt::CaseInsensitive) != 0;
        row.sign = c.primaryKey ? SceneRow::Sign::Key : isMasked ? SceneRow::Sign::Masked : SceneRow::Sign::Column;
        card.rows.push_back(row);
    }
    if (int(card.rows.size()) > fewRows)
        card.rowsShown = scrolledRows;
}

/// One card for many datasets of no product; what runs to them ends there.
void MapBlockMaker::addHeap(int box, int count)
{
    const int parent = ~m_ends.at(box);
    const NodeId domain = m_levels.nodes[size_t(box)].node;
    SceneCard card;
    card.id = m_mesh.address(domain).toString() + QStringLiteral("#datasets");
    card.name = say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln datasets"), count);
    card.context = say(QT_TRANSLATE_NOOP("meshscope::MapScene", "of no product"));
    card.tip = card.name + u' ' + card.context;
    card.stripe = false;
    m_heaps.emplace(box, int(m_layout.nodes.size()));
    addCard(card, {}, parent, {cardWidth, cardHeight});
}

} // namespace meshscope
