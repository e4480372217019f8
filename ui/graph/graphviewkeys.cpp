#include "ui/graph/graphview.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QFocusEvent>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace meshscope {

void GraphView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_ringShown = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                  event->reason() == Qt::ShortcutFocusReason;
    update();
}

void GraphView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (!handleKey(event->key(), modifiers))
        QWidget::keyPressEvent(event);
}

bool GraphView::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool control = modifiers & Qt::ControlModifier;
    if (modifiers & ~Qt::ControlModifier)
        return false;
    if (control && key != Qt::Key_Return && key != Qt::Key_Enter)
        return handleControlKey(key);
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(1.25); return true;
    case Qt::Key_Minus: zoomBy(0.8); return true;
    case Qt::Key_0: setZoom(1); return true;
    case Qt::Key_F: fit(); return true;
    case Qt::Key_Slash: emit findRequested(); return true;
    case Qt::Key_T: emit treeRequested(); return true;
    case Qt::Key_L: {
        const int card = m_focused >= 0 ? m_focused : m_selected;
        setLocked(!m_locked.isEmpty() || card < 0 ? QString() : m_scene->cards()[size_t(card)].id);
        return true;
    }
    case Qt::Key_Escape: return escape();
    case Qt::Key_E: return walkEdges();
    case Qt::Key_G: return selectBoxAround();
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (m_selected < 0 || !m_scene->cards()[size_t(m_selected)].scrolls())
            return false;
        scrollRows(selected(), (key == Qt::Key_PageUp ? -1 : 1) * m_scene->cards()[size_t(m_selected)].places());
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (m_selected < 0 || !m_scene->cards()[size_t(m_selected)].scrolls())
            return false;
        scrollRows(selected(), (key == Qt::Key_Home ? -1 : 1) * int(m_scene->cards()[size_t(m_selected)].rows.size()));
        return true;
    case Qt::Key_S:
        if (m_selected < 0 || !m_scene->cards()[size_t(m_selected)].scrolls())
            return false;
        openRowSearch(m_selected);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: walk(key); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_ringShown && m_hovered.part == Scene::Hit::Part::Edge &&
            opensList(m_scene->edges()[size_t(m_hovered.index)])) {
            emit edgeActivated(m_hovered.index);
            return true;
        }
        if (selected().isEmpty())
            return false;
        emit nodeActivated(selected(), control);
        return true;
    case Qt::Key_Space: {
        if (m_selected < 0) {
            if (m_selectedGroup >= 0 && m_opensInPlace)
                emit openToggled(selected());
            else if (m_selectedGroup >= 0)
                emit nodeActivated(selected(), false);
            return m_selectedGroup >= 0;
        }
        const SceneCard &card = m_scene->cards()[size_t(m_selected)];
        const QString id = card.id;
        if (!card.moreText.isEmpty()) // what it stands for comes before its neighbours
            emit openToggled(id);
        else if (card.hiddenDown > 0)
            emit expandRequested(id, false);
        else if (card.hiddenUp > 0)
            emit expandRequested(id, true);
        else
            emit openToggled(id);
        return true;
    }
    default: return false;
    }
}

bool GraphView::handleControlKey(int key)
{
    if (key == Qt::Key_A) {
        QStringList all;
        for (const SceneCard &card : m_scene->cards())
            all.append(card.id);
        setPicked(all);
        return true;
    }
    if (key != Qt::Key_C || pickedText().isEmpty())
        return false;
    QGuiApplication::clipboard()->setText(pickedText());
    emit said(m_picked.empty() ? tr("Address copied") : tr("%Ln cards copied", "", int(m_picked.size())));
    return true;
}

/// From one edge at what is selected to the next: it is drawn as if the pointer were on it, and said where it leads.
bool GraphView::walkEdges()
{
    const bool onCard = m_selected >= 0;
    if (!onCard && m_selectedGroup < 0)
        return false;
    const std::span<const int> edges = m_scene->edgesAt(onCard ? m_selected : ~m_selectedGroup);
    if (edges.empty())
        return false;
    const auto now = std::find(edges.begin(), edges.end(), m_hovered.part == Scene::Hit::Part::Edge ? m_hovered.index : -1);
    const int next = now == edges.end() || now + 1 == edges.end() ? edges.front() : *(now + 1);
    m_ringShown = true;
    m_hovered = {Scene::Hit::Part::Edge, next, -1};
    emit said(m_scene->tipOf(next).section(u'\n', 0, 0));
    update();
    return true;
}

/// The box of the selected card, then the box around that.
bool GraphView::selectBoxAround()
{
    const int box = m_selected >= 0        ? m_scene->cards()[size_t(m_selected)].group
                    : m_selectedGroup >= 0 ? m_scene->groups()[size_t(m_selectedGroup)].parent
                                           : -1;
    if (box < 0)
        return false;
    const QString id = m_scene->groups()[size_t(box)].id;
    select(id);
    emit nodeSelected(id);
    return true;
}

/// Lets go of one thing after the other: the search in a card, what is being drawn, what is picked, the locked path, the
/// selection.
bool GraphView::escape()
{
    if (m_searched >= 0) {
        closeRowSearch();
    } else if (!m_band.isNull()) {
        m_band = {};
        m_isBanding = m_isPressed = false;
        setCursor(Qt::ArrowCursor);
        update();
    } else if (!m_picked.empty()) {
        setPicked({});
    } else if (!m_locked.isEmpty()) {
        setLocked({});
    } else if (!selected().isEmpty()) {
        select({});
        emit nodeSelected({});
    } else {
        return false;
    }
    return true;
}

void GraphView::walk(int key)
{
    if (m_scene->cards().empty())
        return;
    m_ringShown = true;
    if (m_focused < 0) {
        // The first step goes to what is nearest to the selected box, else to the middle of the view.
        const QPointF middle = m_selectedGroup >= 0 ? m_scene->groups()[size_t(m_selectedGroup)].rect.center()
                                                    : m_camera.toScene(viewRect().center());
        focusCard(nearestCard(middle, [&](QPointF at) { return QLineF(at, middle).length(); }));
        return;
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        walkAlong((key == Qt::Key_Left) != mirrored);
    else
        walkAside(key == Qt::Key_Down);
}

/// To the neighbour by an edge that is nearest in height; without edges, to the nearest card on that side.
void GraphView::walkAlong(bool up)
{
    const QPointF here = m_scene->cards()[size_t(m_focused)].rect.center();
    int best = -1;
    double least = 1e300;
    for (const int e : m_scene->edgesAt(m_focused)) {
        const SceneEdge &edge = m_scene->edges()[size_t(e)];
        const int other = up ? edge.from : edge.to;
        if ((up ? edge.to : edge.from) != m_focused || other < 0 || other == m_focused)
            continue;
        const double d = std::abs(m_scene->cards()[size_t(other)].rect.center().y() - here.y());
        if (d < least) {
            least = d;
            best = other;
        }
    }
    if (best < 0 && m_scene->edgesAt(m_focused).empty()) {
        const bool left = up != (layoutDirection() == Qt::RightToLeft);
        best = nearestCard(here, [&](QPointF at) {
            const double dx = left ? here.x() - at.x() : at.x() - here.x();
            return dx > 1 ? dx + 3 * std::abs(at.y() - here.y()) : -1;
        });
    }
    if (best >= 0)
        focusCard(best);
}

void GraphView::walkAside(bool down)
{
    const QPointF here = m_scene->cards()[size_t(m_focused)].rect.center();
    const int best = nearestCard(here, [&](QPointF at) {
        const double dy = down ? at.y() - here.y() : here.y() - at.y();
        return dy > 1 ? dy + 3 * std::abs(at.x() - here.x()) : -1;
    });
    if (best >= 0)
        focusCard(best);
}

/// The card whose middle costs least (less than 0: not that one), looked for in growing surroundings: what is further away
/// than the best found so far cannot be better.
int GraphView::nearestCard(QPointF to, const std::function<double(QPointF)> &costOf) const
{
    const QRectF bounds = m_scene->bounds();
    int best = -1;
    double least = 1e300;
    for (double reach = 400 * m_scene->unit();; reach *= 3) {
        const QRectF around(to - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
        m_scene->visitCards(around, [&](int i) {
            const double cost = costOf(m_scene->cards()[size_t(i)].rect.center());
            if (cost >= 0 && (cost < least || (cost == least && i < best))) {
                least = cost;
                best = i;
            }
        });
        if (least <= reach || around.contains(bounds))
            return best;
    }
}

void GraphView::focusCard(int card)
{
    if (card < 0 || card >= int(m_scene->cards().size()))
        return;
    m_ringShown = true;
    const QString id = m_scene->cards()[size_t(card)].id;
    select(id);
    // Brought into view with the least movement.
    const QRectF on = m_goal.toScreen(m_scene->cards()[size_t(card)].rect);
    const QRectF room = viewRect().adjusted(24, 24, -24, -24);
    QPointF move;
    if (on.left() < room.left())
        move.setX(room.left() - on.left());
    else if (on.right() > room.right())
        move.setX(room.right() - on.right());
    if (on.top() < room.top())
        move.setY(room.top() - on.top());
    else if (on.bottom() > room.bottom())
        move.setY(room.bottom() - on.bottom());
    if (!move.isNull()) {
        Camera c = m_goal;
        c.offset += move;
        m_followsFit = false;
        moveTo(c, true);
    }
    emit nodeSelected(id);
    if (QAccessible::isActive()) {
        const QAccessibleInterface *list = QAccessible::queryAccessibleInterface(this);
        QAccessibleInterface *focused = list ? list->focusChild() : nullptr;
        if (!focused)
            return;
        QAccessibleEvent focus(focused, QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
    }
}

void GraphView::activateCard(int card)
{
    if (card >= 0 && card < int(m_scene->cards().size()))
        emit nodeActivated(m_scene->cards()[size_t(card)].id, false);
}

} // namespace meshscope
