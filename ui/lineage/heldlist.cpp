#include "ui/lineage/heldlist.h"

#include "models/health/health.h"
#include "models/items/searchmodel.h"
#include "models/mesh/itemroles.h"
#include "ui/widgets/tableview.h"

#include <QStandardItemModel>

namespace meshscope {

namespace {

QStandardItem *nameCell(const Mesh &mesh, NodeId n)
{
    auto *item = new QStandardItem(mesh.name(n));
    item->setData(mesh.kind(n) == Kind::Dataset, MonoRole);
    item->setData(mesh.address(n).toString(), LinkRole);
    item->setToolTip(mesh.address(n).toString());
    return item;
}

QStandardItem *domainCell(const Mesh &mesh, NodeId n)
{
    auto *item = new QStandardItem(mesh.domainPath(n).join(QStringLiteral(" › ")));
    if (const NodeId top = topDomainOf(mesh, n); top.isValid())
        item->setData(mesh.address(top).toString(), HueRole);
    return item;
}

} // namespace

HeldList::HeldList(QWidget *parent)
    : GraphList(parent)
{
    setObjectName(QStringLiteral("heldList"));
    m_table->setObjectName(QStringLiteral("held"));
    addClose();
}

void HeldList::setNodes(const Mesh &mesh, const HealthReport *health, const QString &of, const std::vector<NodeId> &nodes)
{
    m_title = tr("What %1 holds").arg(of);
    begin(m_title, tr("%Ln shown here", "", int(nodes.size())), {tr("Name"), tr("Product"), tr("Domain")});
    for (const NodeId n : nodes) {
        auto *product = new QStandardItem;
        const NodeId owner = mesh.kind(n) == Kind::Product ? NodeId() : mesh.productOf(n);
        if (owner.isValid()) {
            product->setText(mesh.name(owner));
            product->setData(mesh.address(owner).toString(), LinkRole);
        }
        QStandardItem *name = nameCell(mesh, n);
        if (const Status status = health ? health->status(n) : Status::NoPromise; status != Status::NoPromise)
            name->setData(int(status), StatusRole);
        add({name, product, domainCell(mesh, n)}, mesh.address(n).toString());
    }
    m_table->fitColumns(2);
}

void HeldList::setEdges(const Mesh &mesh, const QString &from, const QString &to,
                        const std::vector<std::pair<NodeId, NodeId>> &edges)
{
    m_title = tr("%Ln edges", "", int(edges.size()));
    begin(m_title, tr("from %1 to %2").arg(from, to), {tr("From"), tr("To"), tr("Through")});
    for (const auto &[a, b] : edges) {
        QStringList jobs;
        if (mesh.kind(a) == Kind::Dataset && mesh.kind(b) == Kind::Dataset) {
            for (const NodeId job : mesh.edgeJobs(a, b))
                jobs.append(mesh.name(job));
        }
        jobs.removeDuplicates();
        auto *through = new QStandardItem(jobs.join(QStringLiteral(", ")));
        if (!jobs.isEmpty())
            through->setData(QStringLiteral("job"), IconNameRole);
        add({nameCell(mesh, a), nameCell(mesh, b), through}, mesh.address(a).toString());
    }
    m_table->fitColumns(2);
}

} // namespace meshscope
