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
constexpr double innerHead = 24;

} // namespace

QString MapBlockMaker::say(const char *text, int n)
{
    return QCoreApplication::translate("meshscope::MapScene", text, "", n);
}

MapBlockMaker::MapBlockMaker(const MapRequest &request, const OpenLevels &levels, const LooseDatasets &loose,
                             const Outside &beyond)
    : m_r(request)
    , m_mesh(*request.snapshot.mesh)
    , m_health(request.snapshot.health.get())
    , m_levels(levels)
    , m_below(loose)
    , m_outside(beyond)
    , m_matcher(m_mesh, request.filter, evidenceOf(m_health))
{
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
        if (isHeap(m_mesh, m_levels.nodes[size_t(box)].node, size_t(count)) && !m_heapBoxes.contains(box))
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
    if (!isInHeap(number))
        addDataset(number, parent);
    else if (m_r.unfolded.contains(m_levels.nodes[size_t(thing.parent)].node))
        addDataset(number, addHeapBox(thing.parent, m_loose.at(thing.parent)));
    // else one card stands for them all
}

bool MapBlockMaker::isInHeap(int number) const
{
    const int box = m_levels.nodes[size_t(number)].parent;
    return isLoose(number) && isHeap(m_mesh, m_levels.nodes[size_t(box)].node, size_t(m_loose.at(box)));
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
        const auto products = m_mesh.productsBelow(node).size();
        const int loose = m_below.below(node);
        group.count = products > 0 || loose == 0 ? QString::number(products)
                                                 : say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln datasets"), loose);
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

std::vector<int> MapBlockMaker::standIns(const MapRequest &request, const OpenLevels &levels)
{
    const Mesh &mesh = *request.snapshot.mesh;
    std::map<int, std::vector<int>> loose; // by box
    std::vector<int> standIns(levels.nodes.size());
    for (size_t i = 0; i < levels.nodes.size(); ++i) {
        standIns[i] = int(i);
        const NodeId node = levels.nodes[i].node;
        if (mesh.kind(node) == Kind::Dataset && !mesh.productOf(node).isValid())
            loose[levels.nodes[i].parent].push_back(int(i));
    }
    for (const auto &[box, list] : loose) {
        const NodeId domain = box >= 0 ? levels.nodes[size_t(box)].node : NodeId();
        const bool isOne = domain.isValid() && isHeap(mesh, domain, list.size()) && !request.unfolded.contains(domain);
        for (const int i : list)
            standIns[size_t(i)] = isOne ? list.front() : i;
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

} // namespace meshscope
