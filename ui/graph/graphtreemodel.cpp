#include "ui/graph/graphtreemodel.h"

#include <algorithm>

namespace meshscope {

struct GraphTreeModel::Item {
    Row kind = Row::Around;
    QString id;     ///< of what it shows
    QString name;   ///< of what is around cards, of a column
    QString detail; ///< of a column: its type
    int end = -1;   ///< card, or ~group, of the scene
    int count = 0;  ///< of edges or of what is not shown
    bool isUp = false;
    bool isFilled = false; ///< its late rows are there
    Item *parent = nullptr;
    Items children;
    int row = 0;
    Item *add(std::unique_ptr<Item> item)
    {
        item->parent = this;
        item->row = int(children.size());
        children.push_back(std::move(item));
        return children.back().get();
    }
};

namespace {

/// Those a person looks for first come first.
int rankOf(GraphTreeModel::Row kind)
{
    return kind == GraphTreeModel::Row::Around || kind == GraphTreeModel::Row::Box ? 0 : 1;
}

constexpr int deepest = 200;

} // namespace

GraphTreeModel::GraphTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_top(std::make_unique<Item>())
{
}

GraphTreeModel::~GraphTreeModel() = default;

void GraphTreeModel::setGraph(ScenePtr scene, MeshPtr mesh)
{
    beginResetModel();
    m_scene = std::move(scene);
    m_mesh = std::move(mesh);
    m_known.clear();
    m_top = std::make_unique<Item>();
    if (m_scene)
        build();
    endResetModel();
}

NodeId GraphTreeModel::find(const QString &id) const
{
    const Result<Address> parsed = Address::parse(id.section(u'#', 0, 0));
    return m_mesh && parsed ? m_mesh->find(*parsed) : NodeId();
}

// -- what is there from the beginning: cards in what is around them

GraphTreeModel::Item *GraphTreeModel::around(const QString &id, const QString &name, Item *parent)
{
    const auto known = m_known.constFind(id);
    if (known != m_known.constEnd())
        return *known;
    auto item = std::make_unique<Item>();
    item->id = id;
    item->name = name;
    const int card = m_scene->cardOf(id);
    const int group = m_scene->groupOf(id);
    if (group >= 0) { // of a closed box the card in it has its id
        item->kind = Row::Box;
        item->end = ~group;
    } else if (card >= 0) {
        item->kind = Row::Card;
        item->end = card;
    }
    return *m_known.insert(id, parent->add(std::move(item)));
}

GraphTreeModel::Item *GraphTreeModel::rowOfBox(int group)
{
    std::vector<int> chain;
    for (int g = group; g >= 0 && int(chain.size()) < deepest; g = m_scene->groups()[size_t(g)].parent)
        chain.push_back(g);
    Item *at = m_top.get();
    for (size_t i = chain.size(); i-- > 0;)
        at = around(m_scene->groups()[size_t(chain[i])].id, m_scene->groups()[size_t(chain[i])].name, at);
    return at;
}

/// Boxes where the scene has them, else the domains and the product that the mesh knows.
GraphTreeModel::Item *GraphTreeModel::containerOf(int card)
{
    const SceneCard &c = m_scene->cards()[size_t(card)];
    Item *at = m_top.get();
    if (c.group >= 0)
        return rowOfBox(c.group);
    if (c.shape == SceneCard::Shape::Job)
        return around(QStringLiteral("jobs:"), tr("Jobs"), at);
    const NodeId n = find(c.id);
    if (!n.isValid())
        return at;
    std::vector<NodeId> chain;
    const NodeId product = m_mesh->kind(n) == Kind::Dataset ? m_mesh->productOf(n) : NodeId();
    if (product.isValid())
        chain.push_back(product);
    NodeId domain = m_mesh->domainOf(product.isValid() ? product : n);
    for (int depth = 0; domain.isValid() && depth < deepest; ++depth, domain = m_mesh->domainOf(domain))
        chain.push_back(domain);
    for (size_t i = chain.size(); i-- > 0;)
        at = around(m_mesh->address(chain[i]).toString(), m_mesh->name(chain[i]), at);
    return at;
}

void GraphTreeModel::build()
{
    for (size_t g = 0; g < m_scene->groups().size(); ++g) // empty ones too
        rowOfBox(int(g));
    for (size_t i = 0; i < m_scene->cards().size(); ++i)
        around(m_scene->cards()[i].id, {}, containerOf(int(i)));
    sortBelow(*m_top);
}

void GraphTreeModel::sortBelow(Item &top)
{
    std::vector<Item *> todo{&top};
    while (!todo.empty()) {
        Item &item = *todo.back();
        todo.pop_back();
        std::stable_sort(item.children.begin(), item.children.end(), [&](const auto &a, const auto &b) {
            if (rankOf(a->kind) != rankOf(b->kind))
                return rankOf(a->kind) < rankOf(b->kind);
            return textOf(*a).localeAwareCompare(textOf(*b)) < 0;
        });
        for (size_t i = 0; i < item.children.size(); ++i) {
            item.children[i]->row = int(i);
            todo.push_back(item.children[i].get());
        }
    }
}

// -- what is looked up when a row is opened

int GraphTreeModel::countEdges(const Item &item, bool up) const
{
    int count = 0;
    for (const int e : m_scene->edgesAt(item.end)) {
        const SceneEdge &edge = m_scene->edges()[size_t(e)];
        count += (up ? edge.to : edge.from) == item.end ? 1 : 0;
    }
    return count;
}

bool GraphTreeModel::canHaveLate(const Item &item) const
{
    switch (item.kind) {
    case Row::Around:
    case Row::Column:
    case Row::Hidden: return false;
    case Row::Upstream:
    case Row::Downstream: return true;
    case Row::Box: return !m_scene->edgesAt(item.end).empty();
    case Row::Card:
    case Row::Neighbour: break;
    }
    if (!m_scene->edgesAt(item.end).empty())
        return true;
    if (item.end < 0)
        return false;
    const SceneCard &card = m_scene->cards()[size_t(item.end)];
    return card.hiddenUp > 0 || card.hiddenDown > 0 || card.shape == SceneCard::Shape::Dataset;
}

void GraphTreeModel::addEdges(const Item &item, bool up, Items &to) const
{
    for (const int e : m_scene->edgesAt(item.end)) {
        const SceneEdge &edge = m_scene->edges()[size_t(e)];
        if ((up ? edge.to : edge.from) != item.end)
            continue;
        auto row = std::make_unique<Item>();
        row->kind = Row::Neighbour;
        row->end = up ? edge.from : edge.to;
        row->count = edge.isFlow ? int(edge.count) : 0;
        row->id = row->end >= 0 ? m_scene->cards()[size_t(row->end)].id : m_scene->groups()[size_t(~row->end)].id;
        row->isUp = up;
        to.push_back(std::move(row));
    }
    std::stable_sort(to.begin(), to.end(),
                     [&](const auto &a, const auto &b) { return textOf(*a).localeAwareCompare(textOf(*b)) < 0; });
    const int hidden = item.end < 0 ? 0
                       : up         ? m_scene->cards()[size_t(item.end)].hiddenUp
                                    : m_scene->cards()[size_t(item.end)].hiddenDown;
    if (hidden > 0) {
        auto row = std::make_unique<Item>();
        row->kind = Row::Hidden;
        row->id = item.id;
        row->isUp = up;
        row->count = hidden;
        to.push_back(std::move(row));
    }
}

GraphTreeModel::Items GraphTreeModel::made(const Item &item) const
{
    Items rows;
    if (item.kind == Row::Upstream || item.kind == Row::Downstream) {
        addEdges(item, item.kind == Row::Upstream, rows);
        return rows;
    }
    for (const bool up : {true, false}) {
        const int hidden = item.end < 0 ? 0
                           : up         ? m_scene->cards()[size_t(item.end)].hiddenUp
                                        : m_scene->cards()[size_t(item.end)].hiddenDown;
        const int count = countEdges(item, up);
        if (count + hidden == 0)
            continue;
        auto row = std::make_unique<Item>();
        row->kind = up ? Row::Upstream : Row::Downstream;
        row->id = item.id;
        row->end = item.end;
        row->count = count + hidden;
        row->isUp = up;
        rows.push_back(std::move(row));
    }
    const NodeId n = item.kind == Row::Card ? find(item.id) : NodeId();
    if (n.isValid() && m_mesh->kind(n) == Kind::Dataset) {
        for (const Column &column : m_mesh->columns(n)) {
            auto row = std::make_unique<Item>();
            row->kind = Row::Column;
            row->id = item.id;
            row->name = column.path;
            row->detail = column.logicalType.isEmpty() ? column.physicalType : column.logicalType;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

bool GraphTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && !itemAt(parent)->isFilled && canHaveLate(*itemAt(parent));
}

void GraphTreeModel::fetchMore(const QModelIndex &parent)
{
    Item *item = itemAt(parent);
    if (!parent.isValid() || item->isFilled)
        return;
    item->isFilled = true;
    Items rows = made(*item);
    if (rows.empty())
        return;
    const int first = int(item->children.size());
    beginInsertRows(parent, first, first + int(rows.size()) - 1);
    for (auto &row : rows)
        item->add(std::move(row));
    endInsertRows();
}

// -- the model

GraphTreeModel::Item *GraphTreeModel::itemAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_top.get();
}

QModelIndex GraphTreeModel::indexOfItem(const Item *item) const
{
    return item && item != m_top.get() ? createIndex(item->row, 0, item) : QModelIndex();
}

QModelIndex GraphTreeModel::indexOf(const QString &id) const
{
    return indexOfItem(m_known.value(id));
}

QModelIndex GraphTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Item *item = itemAt(parent);
    return column == 0 && row >= 0 && row < int(item->children.size())
               ? createIndex(row, 0, item->children[size_t(row)].get())
               : QModelIndex();
}

QModelIndex GraphTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOfItem(itemAt(child)->parent) : QModelIndex();
}

int GraphTreeModel::rowCount(const QModelIndex &parent) const
{
    return int(itemAt(parent)->children.size());
}

int GraphTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool GraphTreeModel::hasChildren(const QModelIndex &parent) const
{
    return !itemAt(parent)->children.empty() || canFetchMore(parent);
}

QString GraphTreeModel::textOf(const Item &item) const
{
    switch (item.kind) {
    case Row::Upstream: return tr("Upstream (%1)").arg(item.count);
    case Row::Downstream: return tr("Downstream (%1)").arg(item.count);
    case Row::Hidden: return tr("Show %Ln more", "", item.count);
    case Row::Around:
    case Row::Column: return item.name;
    default: break;
    }
    return item.end >= 0 ? m_scene->cards()[size_t(item.end)].name : m_scene->groups()[size_t(~item.end)].name;
}

/// All that a card shows, in words.
QString GraphTreeModel::spoken(const Item &item) const
{
    QStringList parts{textOf(item)};
    if (item.kind == Row::Column) {
        parts.append(item.detail);
        parts.prepend(tr("column"));
    } else if (item.kind == Row::Card || item.kind == Row::Neighbour) {
        if (item.end >= 0) {
            const SceneCard &card = m_scene->cards()[size_t(item.end)];
            parts << card.context << card.moreText;
            if (card.status)
                parts.append(statusName(*card.status));
        }
        if (item.count > 1)
            parts.append(tr("%Ln edges", "", item.count));
    } else if (item.kind == Row::Box) {
        parts.append(m_scene->groups()[size_t(~item.end)].count);
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString GraphTreeModel::iconOf(const Item &item) const
{
    switch (item.kind) {
    case Row::Upstream: return QStringLiteral("arrow-left");
    case Row::Downstream: return QStringLiteral("arrow-right");
    case Row::Hidden: return QStringLiteral("plus");
    case Row::Column: return QStringLiteral("column");
    case Row::Box: return QStringLiteral("domain");
    default: break;
    }
    if (item.kind != Row::Around && item.end >= 0) {
        switch (m_scene->cards()[size_t(item.end)].shape) {
        case SceneCard::Shape::Job: return QStringLiteral("job");
        case SceneCard::Shape::Dataset: return QStringLiteral("dataset");
        case SceneCard::Shape::Domain: return QStringLiteral("domain");
        default: return QStringLiteral("product");
        }
    }
    const NodeId n = find(item.id);
    return !n.isValid()                       ? QStringLiteral("folder")
           : m_mesh->kind(n) == Kind::Product ? QStringLiteral("product")
                                              : QStringLiteral("domain");
}

QVariant GraphTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &item = *itemAt(index);
    const SceneCard *card = (item.kind == Row::Card || item.kind == Row::Neighbour) && item.end >= 0
                                ? &m_scene->cards()[size_t(item.end)]
                                : nullptr;
    switch (role) {
    case Qt::DisplayRole: return textOf(item);
    case Qt::ToolTipRole: return card && !card->tip.isEmpty() ? card->tip : spoken(item);
    case Qt::AccessibleTextRole: return spoken(item);
    case IconNameRole: return iconOf(item);
    case DetailRole: return item.kind == Row::Column ? item.detail : card ? card->context : QString();
    case MonoRole: return item.kind == Row::Column;
    case MutedRole: return item.kind == Row::Around || item.kind == Row::Upstream || item.kind == Row::Downstream;
    case StatusRole: return card && card->status ? QVariant(int(*card->status)) : QVariant();
    case RowRole: return int(item.kind);
    case CardRole: return item.id;
    case ColumnRole: return item.kind == Row::Column ? item.name : QString();
    case IsUpRole: return item.isUp;
    default: return {};
    }
}

} // namespace meshscope
