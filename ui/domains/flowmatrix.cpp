#include "ui/domains/flowmatrix.h"

#include "ui/domains/flowmatrixparts.h"
#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace meshscope {

namespace {
constexpr double cellSide = 32;
constexpr double rowHeadWidth = 190;
constexpr double columnHeadHeight = 132;
} // namespace

FlowMatrix::FlowMatrix(QWidget *parent)
    : QTableView(parent)
{
    setObjectName(QStringLiteral("flowMatrix"));
    setAccessibleName(tr("Flows between domains"));
    setAccessibleDescription(tr("The domain of the row gives to the domain of the column."));
    setModel(new FlowMatrixModel(this));
    setItemDelegate(new FlowMatrixDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalHeader(new FlowMatrixHeader(Qt::Horizontal, this));
    setVerticalHeader(new FlowMatrixHeader(Qt::Vertical, this));
    setGround(this, &Tokens::canvas);
    setGround(viewport(), &Tokens::canvas);
    if (auto *corner = findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
        corner->setVisible(false); // the ground shows
    applyMetrics();
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &cell) {
        if (m_data && m_data->count(cell.row(), cell.column()) > 0)
            emit cellActivated(cell.row(), cell.column());
    });
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()}) {
        connect(header, &QHeaderView::sectionClicked, this, [this, header](int i) {
            const QModelIndex now = currentIndex();
            setCurrentIndex(header == verticalHeader() ? model()->index(i, now.isValid() ? now.column() : 0)
                                                       : model()->index(now.isValid() ? now.row() : 0, i));
            emit domainSelected(m_data->rows[size_t(i)].id);
        });
        connect(header, &QHeaderView::sectionDoubleClicked, this,
                [this](int i) { emit domainActivated(m_data->rows[size_t(i)].id, false); });
    }
}

void FlowMatrix::applyMetrics()
{
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()}) {
        header->setSectionResizeMode(QHeaderView::Fixed);
        header->setMinimumSectionSize(1);
        header->setDefaultSectionSize(px(cellSide));
    }
    horizontalHeader()->setFixedHeight(px(columnHeadHeight));
    verticalHeader()->setFixedWidth(px(rowHeadWidth));
}

void FlowMatrix::setMatrix(FlowMatrixPtr made)
{
    // The cell a person stands on is found again by its domains.
    QString row, column;
    const QModelIndex was = currentIndex();
    if (m_data && was.isValid()) {
        row = m_data->rows[size_t(was.row())].id;
        column = m_data->rows[size_t(was.column())].id;
    }
    m_data = std::move(made);
    m_hovered = QModelIndex();
    m_findAt = -1;
    static_cast<FlowMatrixModel *>(model())->setMatrix(m_data);
    if (!m_data || m_data->rows.empty())
        return;
    const QSignalBlocker blocker(this);
    const int r = m_data->rowOf(row);
    const int c = m_data->rowOf(column);
    setCurrentIndex(model()->index(std::max(r, 0), std::max(c, 0)));
}

void FlowMatrix::select(const QString &domain)
{
    const int row = m_data ? m_data->rowOf(domain) : -1;
    if (row < 0)
        return;
    const QSignalBlocker blocker(this);
    setCurrentIndex(model()->index(row, std::max(0, currentIndex().column())));
    scrollTo(currentIndex());
}

int FlowMatrix::find(const QString &words, bool next)
{
    std::vector<int> found;
    for (size_t i = 0; m_data && !words.isEmpty() && i < m_data->rows.size(); ++i) {
        if (m_data->rows[i].name.contains(words, Qt::CaseInsensitive))
            found.push_back(int(i));
    }
    if (found.empty()) {
        m_findAt = -1;
        return 0;
    }
    m_findAt = next ? (m_findAt + 1) % int(found.size()) : 0;
    const int row = found[size_t(m_findAt)];
    setCurrentIndex(model()->index(row, std::max(0, currentIndex().column())));
    scrollTo(currentIndex());
    return int(found.size());
}

void FlowMatrix::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    horizontalHeader()->viewport()->update();
    verticalHeader()->viewport()->update();
    if (m_data && current.isValid() && (!previous.isValid() || previous.row() != current.row()))
        emit domainSelected(m_data->rows[size_t(current.row())].id);
}

void FlowMatrix::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex at = currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (at.isValid() && event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))
            emit domainActivated(m_data->rows[size_t(at.row())].id, event->modifiers() & Qt::ControlModifier);
        else if (at.isValid() && m_data->count(at.row(), at.column()) > 0)
            emit cellActivated(at.row(), at.column());
        return;
    case Qt::Key_Slash: emit findRequested(); return;
    default: QTableView::keyPressEvent(event);
    }
}

void FlowMatrix::setHovered(const QModelIndex &index)
{
    if (m_hovered == index)
        return;
    m_hovered = index;
    viewport()->update();
    horizontalHeader()->viewport()->update();
    verticalHeader()->viewport()->update();
    const bool opens = index.isValid() && m_data->count(index.row(), index.column()) > 0;
    viewport()->setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FlowMatrix::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    setHovered(indexAt(event->pos()));
}

void FlowMatrix::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    setHovered({});
}

void FlowMatrix::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
}

} // namespace meshscope
