#include "ui/graph/graphlist.h"

#include "models/mesh/itemroles.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tableview.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace meshscope {

GraphList::GraphList(QWidget *parent)
    : QWidget(parent)
    , m_head(new SectionHead({}))
    , m_table(new TableView)
    , m_model(new QStandardItemModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(6), px(8), 0);
    column->setSpacing(px(4));
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    m_table->setModel(m_model);
    connect(m_table, &TableView::opened, this, &GraphList::opened);
    connect(m_table, &TableView::linkOpened, this, &GraphList::opened);
    connect(m_table, &TableView::currentAddressChanged, this, &GraphList::selected);
}

int GraphList::rowCount() const
{
    return m_model->rowCount();
}

QToolButton *GraphList::addClose()
{
    QToolButton *close = iconButton(QStringLiteral("close"), tr("Close the list"), this);
    close->setObjectName(QStringLiteral("closeList"));
    m_head->addAction(close);
    connect(close, &QToolButton::clicked, this, &GraphList::closed);
    return close;
}

void GraphList::begin(const QString &title, const QString &context, const QStringList &heads)
{
    m_head->setTitle(title);
    m_head->setContext(context);
    m_table->setAccessibleName(title);
    m_model->clear();
    m_model->setHorizontalHeaderLabels(heads);
}

void GraphList::add(const QList<QStandardItem *> &items, const QString &address)
{
    items.first()->setData(address, AddressRole);
    for (QStandardItem *item : items)
        item->setEditable(false);
    m_model->appendRow(items);
}

void GraphList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
}

} // namespace meshscope
