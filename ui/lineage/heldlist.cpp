#include "ui/lineage/heldlist.h"

#include "models/health/health.h"
#include "models/items/searchmodel.h"
#include "models/mesh/itemroles.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tableview.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

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
    : QWidget(parent)
    , m_head(new SectionHead({}))
    , m_table(new TableView)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("heldList"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(6), px(8), 0);
    column->setSpacing(px(4));
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    auto *close = iconButton(QStringLiteral("close"), tr("Close the list"), this);
    close->setObjectName(QStringLiteral("closeHeld"));
    m_head->addAction(close);
    m_table->setObjectName(QStringLiteral("held"));
    m_table->setModel(m_model);
    connect(close, &QToolButton::clicked, this, &HeldList::closed);
    connect(m_table, &TableView::opened, this, &HeldList::opened);
    connect(m_table, &TableView::linkOpened, this, &HeldList::opened);
    connect(m_table, &TableView::currentAddressChanged, this, &HeldList::selected);
}

int HeldList::rowCount() const
{
    return m_model->rowCount();
}

void HeldList::begin(const QString &title, const QString &context, const QStringList &heads)
{
    m_title = title;
    m_head->setTitle(title);
    m_head->setContext(context);
    m_table->setAccessibleName(title);
    m_model->clear();
    m_model->setHorizontalHeaderLabels(heads);
}

void HeldList::add(const QList<QStandardItem *> &items, const QString &address)
{
    items.first()->setData(address, AddressRole);
    for (QStandardItem *item : items)
        item->setEditable(false);
    m_model->appendRow(items);
}

void HeldList::setNodes(const Mesh &mesh, const HealthReport *health, const QString &of, const std::vector<NodeId> &nodes)
{
    begin(tr("What %1 holds").arg(of), tr("%Ln shown here", "", int(nodes.size())),
          {tr("Name"), tr("Product"), tr("Domain")});
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
    begin(tr("%Ln edges", "", int(edges.size())), tr("from %1 to %2").arg(from, to), {tr("From"), tr("To"), tr("Through")});
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

void HeldList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

} // namespace meshscope
