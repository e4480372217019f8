#include "ui/graph/graphselection.h"

#include "ui/graph/graphview.h"
#include "ui/theme/style.h"
#include "ui/widgets/controls.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace meshscope {

GraphSelection::GraphSelection(GraphView *view)
    : QFrame(view)
    , m_view(view)
    , m_count(new QLabel)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("graphSelection"));
    setAccessibleName(tr("Picked cards"));
    setTextRole(m_count, TextRole::Strong, 600);
    auto *copy = iconButton(QStringLiteral("copy"), tr("Copy (Ctrl+C)"), this);
    auto *close = iconButton(QStringLiteral("close"), tr("Let go (Esc)"), this);
    copy->setObjectName(QStringLiteral("copyPicked"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(px(8), 0, 0, 0);
    head->addWidget(m_count, 1);
    head->addWidget(copy);
    head->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(4), px(4), px(4), px(4));
    column->setSpacing(px(4));
    column->addLayout(head);
    column->addWidget(m_list, 1);
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true); // ten thousand rows are not measured one by one
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(accessibleName());
    connect(copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_view->pickedText());
        emit copied(rowCount());
    });
    connect(close, &QToolButton::clicked, this, [this] { m_view->setPicked({}); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &at) { m_view->flyTo(at.data(Qt::UserRole).toString()); });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &at) { m_view->flyTo(at.data(Qt::UserRole).toString()); });
    connect(view, &GraphView::pickedChanged, this, &GraphSelection::take);
    view->installEventFilter(this);
    hide();
}

int GraphSelection::rowCount() const
{
    return m_model->rowCount();
}

void GraphSelection::take()
{
    m_model->clear();
    const QStringList ids = m_view->picked();
    setVisible(ids.size() >= 2);
    m_count->setText(tr("%Ln picked", "", int(ids.size())));
    if (ids.size() < 2)
        return;
    QList<QStandardItem *> rows;
    rows.reserve(ids.size());
    for (const QString &id : ids) {
        const SceneCard &card = m_view->scene()->cards()[size_t(m_view->scene()->cardOf(id))];
        auto *row = new QStandardItem(card.context.isEmpty() ? card.name : card.name + QStringLiteral(", ") + card.context);
        row->setData(id, Qt::UserRole);
        row->setToolTip(card.tip);
        rows.append(row);
    }
    m_model->appendColumn(rows);
    settle();
    raise();
}

void GraphSelection::settle()
{
    const int width = std::min(px(280), m_view->width() - px(32));
    const int height = std::min(m_view->height() - px(32), px(48) + std::min(rowCount(), 14) * px(26));
    const int x = m_view->layoutDirection() == Qt::RightToLeft ? px(16) : m_view->width() - width - px(16);
    setGeometry(x, px(16), width, height);
}

bool GraphSelection::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize && isVisible())
        settle();
    return QFrame::eventFilter(watched, event);
}

void GraphSelection::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
}

} // namespace meshscope
