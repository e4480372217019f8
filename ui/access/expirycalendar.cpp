#include "ui/access/expirycalendar.h"

#include "ui/access/requestdelegate.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshscope {

ExpiryCalendar::ExpiryCalendar(QWidget *parent)
    : QWidget(parent)
    , m_model(new RequestModel(this))
    , m_list(new QListView)
    , m_state(new StatePanel(m_list, this))
{
    setObjectName(u"expiryCalendar"_s);
    setGround(this, &Tokens::surface);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(px(20), px(16), px(20), px(16));
    outer->setSpacing(px(8));
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Expiry calendar"), TextRole::Title, &Tokens::text, this), 1);
    QPushButton *close = plainButton(tr("Back"), {}, this);
    close->setObjectName(u"closeCalendar"_s);
    head->addWidget(close);
    outer->addLayout(head);
    outer->addWidget(makeLabel(tr("Your access, and what you gave to others"), TextRole::Base, &Tokens::muted, this));
    outer->addWidget(m_state, 1);
    m_list->setObjectName(u"expiryList"_s);
    m_list->setAccessibleName(tr("Expiry calendar"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RequestDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setInitialFocus(this, m_list);
    connect(close, &QPushButton::clicked, this, &ExpiryCalendar::closed);
    connect(m_list, &QListView::activated, this, &ExpiryCalendar::open);
    connect(m_list, &QListView::clicked, this, &ExpiryCalendar::open);
}

void ExpiryCalendar::setRequests(const MeshPtr &mesh, const QList<AccessRequest> &requests, const PeopleNames &names)
{
    const QString current = m_list->currentIndex().data(RequestModel::RequestIdRole).toString();
    m_model->setByEnd(mesh, requests, QDate::currentDate(), names);
    if (m_model->rowCount() == 0) {
        m_state->showEmpty(tr("Nothing ends"), tr("Access with an end date appears here as soon as it is approved."));
        return;
    }
    const QModelIndex kept = m_model->indexOf(current);
    m_list->setCurrentIndex(kept.isValid() ? kept : m_model->index(1));
    m_state->showContent();
}

void ExpiryCalendar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

void ExpiryCalendar::open(const QModelIndex &index)
{
    if (const AccessRequest *request = m_model->request(index))
        emit requestOpened(request->id);
}

} // namespace meshscope
