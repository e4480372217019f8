#include "ui/domains/flowlist.h"

#include "models/health/health.h"
#include "models/items/searchmodel.h"
#include "models/mesh/itemroles.h"
#include "ui/widgets/tableview.h"

#include <QStandardItemModel>

#include <algorithm>

namespace meshscope {

namespace {

/// A product, or a dataset with the product it belongs to.
QStandardItem *thingCell(const Mesh &mesh, const HealthReport *health, NodeId thing)
{
    const NodeId product = mesh.kind(thing) == Kind::Dataset ? mesh.productOf(thing) : NodeId();
    auto *item = new QStandardItem(product.isValid() ? QStringLiteral("%1 › %2").arg(mesh.name(product), mesh.name(thing))
                                                     : mesh.name(thing));
    item->setData(mesh.address(thing).toString(), LinkRole);
    item->setData(int(health ? health->status(thing) : Status::NoPromise), StatusRole);
    return item;
}

QStandardItem *domainCell(const Mesh &mesh, NodeId product)
{
    QStringList path = mesh.domainPath(product);
    auto *item = new QStandardItem(path.join(QStringLiteral(" › ")));
    const NodeId top = topDomainOf(mesh, product);
    if (top.isValid())
        item->setData(mesh.address(top).toString(), HueRole);
    return item;
}

} // namespace

QString flowReason(const Mesh &mesh, const Flow &flow)
{
    const QString via = flow.via.isValid() ? mesh.name(flow.via) : QString();
    const auto with = [&](const QString &named, const QString &plain) { return via.isEmpty() ? plain : named.arg(via); };
    switch (flow.by) {
    case ProductFlow::By::Port: return with(FlowList::tr("input port %1"), FlowList::tr("input port"));
    case ProductFlow::By::Contract: return with(FlowList::tr("contract %1"), FlowList::tr("contract"));
    case ProductFlow::By::Lineage: return with(FlowList::tr("lineage through %1"), FlowList::tr("lineage of its datasets"));
    case ProductFlow::By::Agreement: return with(FlowList::tr("access agreement for %1"), FlowList::tr("access agreement"));
    case ProductFlow::By::Declared: return FlowList::tr("declared by the product");
    }
    return {};
}

FlowList::FlowList(QWidget *parent)
    : GraphList(parent)
{
    m_table->setObjectName(QStringLiteral("flows"));
    addClose();
}

namespace {

/// What makes one dataset from another: jobs, and which columns become which.
QStringList lineageReasons(const Mesh &mesh, NodeId from, NodeId to)
{
    constexpr qsizetype most = 30;
    QStringList reasons;
    for (const NodeId job : mesh.edgeJobs(from, to))
        reasons.append(FlowList::tr("job %1").arg(mesh.name(job)));
    if (reasons.isEmpty())
        reasons.append(FlowList::tr("lineage"));
    const QString source = mesh.dataset(from).id;
    for (const ColumnEdge &edge : mesh.columnEdges(to)) {
        const QString line = QStringLiteral("%1 → %2").arg(edge.fromColumn, edge.toColumn);
        if (edge.fromDataset == source && reasons.size() < most && !reasons.contains(line))
            reasons.append(line);
    }
    return reasons;
}

} // namespace

void FlowList::setFlows(const Mesh &mesh, const HealthReport *health, const QString &from, const QString &to,
                        const std::vector<MapFlowRow> &rows)
{
    const bool isLineage = std::any_of(rows.begin(), rows.end(), [&](const MapFlowRow &row) {
        return mesh.kind(row.from) != Kind::Product || mesh.kind(row.to) != Kind::Product;
    });
    begin(isLineage ? tr("%Ln relations", "", int(rows.size())) : tr("%Ln flows", "", int(rows.size())),
          tr("from %1 to %2").arg(from, to), {tr("From"), tr("Domain"), tr("To"), tr("Domain"), tr("Because of")});
    for (const MapFlowRow &row : rows) {
        QStringList reasons;
        for (const Flow &flow : mesh.flowsBetween(row.from, row.to)) {
            const QString reason = flowReason(mesh, flow);
            if (!reasons.contains(reason))
                reasons.append(reason);
        }
        if (mesh.kind(row.from) == Kind::Dataset && mesh.kind(row.to) == Kind::Dataset)
            reasons = lineageReasons(mesh, row.from, row.to);
        auto *why = new QStandardItem(reasons.join(tr(", ")));
        why->setToolTip(reasons.join(u'\n'));
        add({thingCell(mesh, health, row.from), domainCell(mesh, row.from), thingCell(mesh, health, row.to),
             domainCell(mesh, row.to), why},
            mesh.address(row.from).toString());
    }
    m_table->fitColumns(4);
}

void FlowList::setThings(const Mesh &mesh, const HealthReport *health, const QString &title,
                         const std::vector<NodeId> &things)
{
    const bool isProducts =
        std::all_of(things.begin(), things.end(), [&](NodeId n) { return mesh.kind(n) == Kind::Product; });
    begin(title, {}, {isProducts ? tr("Product") : tr("Name"), tr("Domain")});
    for (const NodeId thing : things)
        add({thingCell(mesh, health, thing), domainCell(mesh, thing)}, mesh.address(thing).toString());
    m_table->fitColumns(1);
}

} // namespace meshscope
