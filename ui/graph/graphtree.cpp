#include "ui/graph/graphtree.h"

#include "ui/graph/graphtreemodel.h"
#include "ui/graph/graphview.h"
#include "ui/theme/style.h"
#include "ui/widgets/delegates.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSplitter>

#include <functional>

namespace meshscope {

namespace {
constexpr int fewCards = 60; ///< are all shown at once
constexpr double usualWidth = 280;
} // namespace

GraphTree::GraphTree(GraphView *view, QWidget *parent)
    : QTreeView(parent)
    , m_view(view)
    , m_tree(new GraphTreeModel(this))
{
    setObjectName(QStringLiteral("graphTree"));
    setAccessibleName(tr("The graph as a tree"));
    setAccessibleDescription(tr("Domains, products, datasets and columns; below each what is upstream and downstream."));
    setModel(m_tree);
    setItemDelegate(new TableDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setGround(this, &Tokens::surface);
    setGround(viewport(), &Tokens::surface);
    setMinimumWidth(px(160));
    hide();
    connect(view, &GraphView::sceneShown, this, [this] {
        m_isStale = true;
        if (isVisible())
            refresh();
    });
    connect(view, &GraphView::selectionChanged, this, &GraphTree::follow);
    connect(view, &GraphView::treeRequested, this, [this] {
        if (isHidden())
            toggle();
        else
            setFocus(Qt::ShortcutFocusReason);
    });
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) { open(index, false); });
}

QSize GraphTree::sizeHint() const
{
    return {px(usualWidth), px(400)};
}

QWidget *GraphTree::besideView()
{
    auto *both = new QSplitter(Qt::Horizontal);
    both->setHandleWidth(1);
    both->setChildrenCollapsible(false);
    both->addWidget(this);
    both->addWidget(m_view);
    both->setStretchFactor(1, 1);
    return both;
}

void GraphTree::setMesh(const MeshPtr &mesh)
{
    m_mesh = mesh;
    m_isStale = true;
}

void GraphTree::toggle()
{
    setVisible(isHidden());
    if (!isHidden())
        setFocus(Qt::ShortcutFocusReason);
    else
        m_view->setFocus(Qt::ShortcutFocusReason);
    emit shownChanged(!isHidden());
}

void GraphTree::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    if (m_isStale)
        refresh();
    follow();
}

/// Another scene: what was open stays open, what was current stays current.
void GraphTree::refresh()
{
    m_isStale = false;
    QStringList opened;
    const std::function<void(const QModelIndex &)> note = [&](const QModelIndex &parent) {
        for (int row = 0; row < m_tree->rowCount(parent); ++row) {
            const QModelIndex index = m_tree->index(row, 0, parent);
            if (!isExpanded(index))
                continue;
            opened.append(index.data(GraphTreeModel::CardRole).toString());
            note(index);
        }
    };
    note({});
    const QString current = currentIndex().data(GraphTreeModel::CardRole).toString();
    const bool isFirst = m_tree->rowCount() == 0;
    const QScopedValueRollback following(m_isFollowing, true);
    m_tree->setGraph(m_view->scene(), m_mesh);
    if (isFirst && m_view->scene()->cards().size() <= fewCards) {
        // The boxes and what is in them; what is upstream and downstream is opened by the person.
        for (const SceneCard &card : m_view->scene()->cards()) {
            for (QModelIndex i = m_tree->indexOf(card.id).parent(); i.isValid(); i = i.parent())
                expand(i);
        }
    }
    for (const QString &id : std::as_const(opened)) {
        if (const QModelIndex index = m_tree->indexOf(id); index.isValid())
            expand(index);
    }
    if (const QModelIndex index = m_tree->indexOf(current); index.isValid())
        setCurrentIndex(index);
}

/// To what is selected on the canvas.
void GraphTree::follow()
{
    if (m_isFollowing || !isVisible() || m_isStale)
        return;
    const QString id = m_view->selected();
    if (id.isEmpty() || currentIndex().data(GraphTreeModel::CardRole).toString() == id)
        return;
    const QModelIndex index = m_tree->indexOf(id);
    if (!index.isValid())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    setCurrentIndex(index);
    scrollTo(index);
}

void GraphTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (m_isFollowing || !current.isValid())
        return;
    const QString id = current.data(GraphTreeModel::CardRole).toString();
    if (id == m_view->selected())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    const int card = m_view->scene()->cardOf(id);
    if (card >= 0) {
        m_view->focusCard(card);
    } else if (m_view->scene()->groupOf(id) >= 0) {
        m_view->select(id, true);
        emit m_view->nodeSelected(id);
    }
}

void GraphTree::open(const QModelIndex &index, bool newWindow)
{
    const QString id = index.data(GraphTreeModel::CardRole).toString();
    using Row = GraphTreeModel::Row;
    switch (Row(index.data(GraphTreeModel::RowRole).toInt())) {
    case Row::Column: emit m_view->columnActivated(id, index.data(GraphTreeModel::ColumnRole).toString()); return;
    case Row::Hidden: emit m_view->expandRequested(id, index.data(GraphTreeModel::IsUpRole).toBool()); return;
    case Row::Upstream:
    case Row::Downstream: setExpanded(index, !isExpanded(index)); return;
    case Row::Neighbour: // to the card itself
        if (const QModelIndex own = m_tree->indexOf(id); own.isValid()) {
            setCurrentIndex(own);
            scrollTo(own);
        }
        return;
    default: emit m_view->nodeActivated(id, newWindow);
    }
}

void GraphTree::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            open(currentIndex(), control);
        return;
    case Qt::Key_Escape: toggle(); return;
    case Qt::Key_T:
        if (event->modifiers() == Qt::NoModifier) {
            m_view->setFocus(Qt::ShortcutFocusReason);
            return;
        }
        break;
    case Qt::Key_L:
        if (event->modifiers() == Qt::NoModifier && !m_view->selected().isEmpty()) {
            m_view->setLocked(m_view->locked().isEmpty() ? m_view->selected() : QString());
            return;
        }
        break;
    default: break;
    }
    QTreeView::keyPressEvent(event);
}

void GraphTree::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setIndentation(px(16));
}

} // namespace meshscope
