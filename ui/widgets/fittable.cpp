#include "ui/widgets/fittable.h"

#include "ui/theme/tokens.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QWheelEvent>

namespace meshscope {

FitTable::FitTable(QAbstractItemModel *source, QWidget *parent)
    : TableView(parent)
    , m_proxy(new QSortFilterProxyModel(this))
{
    if (!source->parent())
        source->setParent(this);
    m_proxy->setSourceModel(source);
    m_proxy->setSortRole(SortRole);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortLocaleAware(true);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_proxy);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &FitTable::fit);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &FitTable::fit);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &FitTable::fit);
    fit();
}

void FitTable::setMaximumRows(int rows)
{
    m_maximum = rows;
    fit();
}

void FitTable::setStretched(int column)
{
    m_stretch = column;
    fitWidths();
}

void FitTable::setWide(bool wide)
{
    m_isWide = wide;
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    fit();
}

void FitTable::fitWidths()
{
    if (!m_isWide) {
        if (isVisible())
            fitColumns(m_stretch);
        return;
    }
    QHeaderView *head = horizontalHeader();
    head->setStretchLastSection(true);
    for (int column = 0; column < head->count(); ++column)
        setColumnWidth(column, qMin(qMax(sizeHintForColumn(column), head->sectionSizeHint(column)) + px(4), px(240)));
}

void FitTable::setHeadShown(bool shown)
{
    horizontalHeader()->setVisible(shown);
    fit();
}

void FitTable::setSortable(bool sortable)
{
    if (sortable) {
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as it came until a head is clicked
        horizontalHeader()->setSortIndicatorClearable(true);
    }
    setSortingEnabled(sortable);
}

void FitTable::setFilter(const QString &text)
{
    m_proxy->setFilterFixedString(text);
}

QSize FitTable::sizeHint() const
{
    return {px(320), height()};
}

QSize FitTable::minimumSizeHint() const
{
    return {px(80), minimumHeight()};
}

void FitTable::fit()
{
    if (m_isFitting)
        return;
    m_isFitting = true;
    const int rows = qMin(m_maximum, m_proxy->rowCount());
    const int head = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    const bool scrolls = m_proxy->rowCount() > m_maximum;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    fitWidths();
    const bool scrollsSideways = m_isWide && horizontalHeader()->length() > viewport()->width();
    setFixedHeight(head + qMax(1, rows) * verticalHeader()->defaultSectionSize() + px(2) +
                   (scrollsSideways ? horizontalScrollBar()->sizeHint().height() : 0));
    m_isFitting = false;
}

void FitTable::changeEvent(QEvent *event)
{
    TableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        fit();
}

void FitTable::showEvent(QShowEvent *event)
{
    TableView::showEvent(event);
    fit();
}

void FitTable::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    if (m_isWide && event->oldSize().width() != event->size().width())
        fit();
}

void FitTable::wheelEvent(QWheelEvent *event)
{
    // The page scrolls under the pointer unless this table has more to show itself.
    const bool isSideways = qAbs(event->angleDelta().x()) > qAbs(event->angleDelta().y());
    const QScrollBar *bar = isSideways ? horizontalScrollBar() : verticalScrollBar();
    if (bar->minimum() == bar->maximum())
        event->ignore();
    else
        TableView::wheelEvent(event);
}

} // namespace meshscope
