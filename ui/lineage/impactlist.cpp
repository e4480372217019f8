#include "ui/lineage/impactlist.h"

#include "models/health/health.h"
#include "models/items/searchmodel.h"
#include "models/mesh/itemroles.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tableview.h"

#include <QGuiApplication>
#include <QClipboard>
#include <QStandardItemModel>

#include <algorithm>
#include <set>

namespace meshscope {

namespace {

constexpr int columnRole = Qt::UserRole + 50;

NodeId productOf(const Mesh &mesh, NodeId n)
{
    return mesh.kind(n) == Kind::Product ? n : mesh.productOf(n);
}

QString ownerOf(const Mesh &mesh, NodeId n)
{
    const NodeId product = productOf(mesh, n);
    for (const NodeId at : {n, product}) {
        if (!at.isValid())
            continue;
        for (const PartyRole &role : mesh.entity(at).owners) {
            if (role.role.compare(QLatin1String("owner"), Qt::CaseInsensitive) == 0)
                return role.name.isEmpty() ? role.party : role.name;
        }
        if (!mesh.entity(at).owners.isEmpty()) {
            const PartyRole &role = mesh.entity(at).owners.first();
            return role.name.isEmpty() ? role.party : role.name;
        }
    }
    return {};
}

} // namespace

ImpactList::ImpactList(QWidget *parent)
    : GraphList(parent)
{
    auto *copy = quietButton(tr("Copy"), QStringLiteral("copy"), this);
    m_head->addAction(copy);
    m_table->setObjectName(QStringLiteral("impact"));
    m_table->setSortingEnabled(false);
    connect(copy, &QPushButton::clicked, this, [this] {
        m_table->selectAll();
        m_table->copySelection();
        m_table->clearSelection();
        emit copyRequested();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (!now.isValid())
            return;
        const QModelIndex first = now.siblingAtColumn(0);
        emit rowSelected(first.data(AddressRole).toString(), first.data(columnRole).toString());
    });
}

QString ImpactList::summary(const Mesh &mesh, const LineageScene &scene, bool ofColumns) const
{
    std::set<NodeId> datasets, products, domains;
    int steps = 0;
    for (const ImpactRow &row : scene.impact) {
        if (mesh.kind(row.node) == Kind::Dataset)
            datasets.insert(row.node);
        if (productOf(mesh, row.node).isValid())
            products.insert(productOf(mesh, row.node));
        if (const NodeId top = topDomainOf(mesh, row.node); top.isValid())
            domains.insert(top);
        steps = std::max(steps, row.step);
    }
    if (scene.impact.empty())
        return tr("nothing downstream is shown");
    QStringList parts;
    if (ofColumns)
        parts.append(
            tr("%1 in %2")
                .arg(tr("%Ln columns", "", int(scene.impact.size())), tr("%Ln datasets", "", int(datasets.size()))));
    else if (!datasets.empty())
        parts.append(tr("%Ln datasets", "", int(datasets.size())));
    if (!products.empty() && scene.level != Level::Domain)
        parts.append(tr("%Ln products", "", int(products.size())));
    if (!domains.empty())
        parts.append(tr("%Ln domains", "", int(domains.size())));
    parts.append(tr("within %Ln steps", "", steps));
    return parts.join(QStringLiteral(", "));
}

void ImpactList::addRow(const Mesh &mesh, const HealthReport *health, const ImpactRow &row, bool ofColumns)
{
    const QString address = mesh.address(row.node).toString();
    auto *step = new QStandardItem;
    step->setData(row.step, Qt::DisplayRole);
    step->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    step->setData(address, AddressRole);
    step->setData(row.column, columnRole);
    QList<QStandardItem *> items{step};
    if (ofColumns) {
        auto *column = new QStandardItem(row.column);
        column->setData(true, MonoRole);
        items.append(column);
    }
    if (m_hasDatasets) {
        const bool isDataset = mesh.kind(row.node) == Kind::Dataset;
        auto *dataset = new QStandardItem(isDataset ? mesh.name(row.node) : QString());
        dataset->setData(true, MonoRole);
        items.append(dataset);
    }
    const NodeId product = productOf(mesh, row.node);
    auto *productItem = new QStandardItem(product.isValid() ? mesh.name(product) : QString());
    if (product.isValid()) {
        if (health && health->status(product) != Status::NoPromise)
            productItem->setData(int(health->status(product)), StatusRole);
        productItem->setData(mesh.address(product).toString(), LinkRole);
    }
    if (m_hasProducts)
        items.append(productItem);
    else
        delete productItem;
    auto *domain = new QStandardItem(mesh.domainPath(row.node).join(QStringLiteral(" › ")));
    if (const NodeId top = topDomainOf(mesh, row.node); top.isValid())
        domain->setData(mesh.address(top).toString(), HueRole);
    items.append(domain);
    QStringList jobs;
    for (const NodeId job : row.through)
        jobs.append(mesh.name(job));
    jobs.removeDuplicates();
    auto *through = new QStandardItem(jobs.join(QStringLiteral(", ")));
    if (!jobs.isEmpty())
        through->setData(QStringLiteral("job"), IconNameRole);
    if (!row.transform.isEmpty())
        through->setData(row.transform, DetailRole);
    items.append(through);
    items.append(new QStandardItem(ownerOf(mesh, row.node)));
    for (QStandardItem *item : std::as_const(items)) {
        item->setEditable(false);
        item->setToolTip(item->text());
    }
    m_model->appendRow(items);
}

void ImpactList::setImpact(const Mesh &mesh, const HealthReport *health, const LineageScene &scene, const QString &name,
                           const QString &column)
{
    m_ofColumns = !column.isEmpty();
    m_head->setTitle(tr("Impact of %1").arg(m_ofColumns ? column : name));
    m_head->setContext(summary(mesh, scene, m_ofColumns));
    const QSignalBlocker blocker(m_table->selectionModel());
    m_model->removeRows(0, m_model->rowCount());
    m_hasProducts = scene.level != Level::Domain;
    m_hasDatasets = std::any_of(scene.impact.begin(), scene.impact.end(),
                                [&](const ImpactRow &row) { return mesh.kind(row.node) == Kind::Dataset; });
    QStringList heads{tr("Step")};
    if (m_ofColumns)
        heads.append(tr("Column"));
    if (m_hasDatasets)
        heads.append(tr("Dataset"));
    if (m_hasProducts)
        heads.append(tr("Product"));
    heads += {tr("Domain"), tr("Through"), tr("Owner")};
    m_model->setColumnCount(int(heads.size()));
    m_model->setHorizontalHeaderLabels(heads);
    for (const ImpactRow &row : scene.impact)
        addRow(mesh, health, row, m_ofColumns);
    // Flows that contracts and ports tell of go through no job: a column of nothing would push the rest apart.
    const int through = int(heads.size()) - 2;
    const bool hasThrough = std::any_of(scene.impact.begin(), scene.impact.end(), [](const ImpactRow &row) {
        return !row.through.empty() || !row.transform.isEmpty();
    });
    for (int i = 0; i < heads.size(); ++i)
        m_table->setColumnHidden(i, i == through && !hasThrough);
    m_table->fitColumns(hasThrough ? through : through - 1);
}

void ImpactList::select(const QString &address, const QString &column)
{
    const QSignalBlocker blocker(m_table->selectionModel());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(AddressRole).toString() == address &&
            (column.isEmpty() || index.data(columnRole).toString() == column)) {
            m_table->selectRow(row);
            m_table->scrollTo(index);
            m_table->viewport()->update(); // the row that was selected was not told
            return;
        }
    }
    m_table->clearSelection();
    m_table->viewport()->update();
}

} // namespace meshscope
