#include "ui/access/requestlist.h"

#include "ui/access/requestdelegate.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/taborder.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshscope {

RequestList::RequestList(QWidget *parent)
    : QWidget(parent)
    , m_filter(new SearchField(tr("Find a request"), this))
    , m_list(new QListView(this))
    , m_model(new RequestModel(this))
    , m_summary(makeLabel({}, TextRole::Small, &Tokens::muted, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), px(12), px(12), px(8));
    m_filter->setObjectName(u"requestFilter"_s);
    column->addWidget(m_filter);
    m_list->setObjectName(u"requestList"_s);
    m_list->setAccessibleName(tr("Requests"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RequestDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    column->addWidget(makeLine(Qt::Horizontal, this));
    column->addWidget(m_summary);
    setMinimumWidth(px(240));
    setInitialFocus(this, m_list);
    connect(m_filter, &QLineEdit::textChanged, this, &RequestList::filterChanged);
    connect(m_filter, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QListView::clicked, this, &RequestList::clicked);
    connect(m_list, &QListView::activated, this, &RequestList::opened);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const AccessRequest *request = m_model->request(index))
            emit chosen(request->id);
    });
}

void RequestList::setRequests(const MeshPtr &mesh, const QList<AccessRequest> &requests, const PeopleNames &names)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    m_model->setRequests(mesh, requests, m_filter->text(), names);
    std::array<int, 4> groups{};
    for (const AccessRequest &request : requests)
        ++groups.at(size_t(requestGroup(request.state)));
    m_summary->setText(
        tr("%1 drafts, %2 open, %3 granted, %4 closed").arg(groups[0]).arg(groups[1]).arg(groups[2]).arg(groups[3]));
}

bool RequestList::contains(const QString &id) const
{
    return m_model->indexOf(id).isValid();
}

QString RequestList::first() const
{
    return m_model->rowCount() > 1 ? m_model->request(m_model->index(1))->id : QString(); // the first row is a head
}

void RequestList::select(const QString &id)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    m_list->setCurrentIndex(m_model->indexOf(id));
    m_list->viewport()->update();
}

void RequestList::clearFilter()
{
    m_filter->clear();
}

} // namespace meshscope
