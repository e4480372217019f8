#include "ui/graph/graphview.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {
constexpr double edgeSlack = 5; ///< pixels beside an edge that still point at it
constexpr double mostScale = 4;
using Part = Scene::Hit::Part;

bool isOnCard(const Scene::Hit &hit)
{
    return hit.part >= Part::Card && hit.part <= Part::ExpandDown;
}
} // namespace

Scene::Hit GraphView::hitAt(QPointF position) const
{
    if (m_scene->isEmpty())
        return {};
    Scene::Hit hit = m_scene->hit(m_camera.toScene(position), edgeSlack / m_camera.scale, m_camera.scale);
    // Buttons that are too small to be drawn are not there; those in the heads of boxes have their place on the screen.
    if (hit.part == Part::Fold && m_scene->foldRect(hit.index).height() * m_camera.scale < GraphPainter::leastFold)
        hit.part = Part::Card;
    else if (hit.part == Part::Group && GraphPainter::foldRect(*m_scene, hit.index, m_camera, viewRect()).contains(position))
        hit.part = Part::GroupFold;
    return hit;
}

QString GraphView::idOf(const Scene::Hit &hit) const
{
    if (isOnCard(hit))
        return m_scene->cards()[size_t(hit.index)].id;
    const bool onGroup = hit.part == Part::Group || hit.part == Part::GroupFold;
    return onGroup ? m_scene->groups()[size_t(hit.index)].id : QString();
}

void GraphView::setHovered(const Scene::Hit &hit)
{
    if (hit == m_hovered)
        return;
    const bool sameCard = isOnCard(hit) && isOnCard(m_hovered) && hit.index == m_hovered.index;
    const bool wasOnCard = isOnCard(m_hovered);
    m_hovered = hit;
    const bool canPress = hit.part == Part::ExpandUp || hit.part == Part::ExpandDown || hit.part == Part::More ||
                          hit.part == Part::Label || hit.part == Part::Flow || hit.part == Part::Row ||
                          hit.part == Part::RowSearch || hit.part == Part::Fold || hit.part == Part::GroupFold;
    setCursor(canPress ? Qt::PointingHandCursor : Qt::ArrowCursor);
    // Only another card changes which paths are lit.
    if (sameCard || (!isOnCard(hit) && !wasOnCard))
        update();
    else
        updateLit();
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta();
    const double steps = event->angleDelta().y() / 120.0;
    event->accept();
    if (!event->modifiers() && steps != 0 && scrollRowsAt(event->position(), event->angleDelta().y()))
        return;
    if (event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier)) {
        Camera c = m_goal;
        const QPointF delta = pixels.isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(pixels);
        c.offset += event->modifiers() & Qt::ShiftModifier && delta.x() == 0 ? QPointF(delta.y(), 0) : delta;
        keepInSight(c);
        m_followsFit = false;
        moveTo(c, false);
    } else if (steps != 0) {
        const double scale = std::clamp(m_goal.scale * std::pow(1.2, steps), leastZoom(), mostScale);
        m_followsFit = false;
        m_zoomAt = event->position();
        Camera c = m_goal.zoomed(scale / m_goal.scale, event->position());
        keepInSight(c);
        moveTo(c, std::abs(steps) >= 1);
    }
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    m_ringShown = false;
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_pressAt = m_lastAt = event->position();
    m_isPressed = true;
    m_isPanning = event->button() == Qt::MiddleButton;
    m_onMinimap = isMinimapSeen() && minimapRect().contains(event->position());
    m_isBanding = false;
    if (m_onMinimap)
        moveByMinimap(event->position());
    if (m_isPanning)
        setCursor(Qt::ClosedHandCursor);
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPressed) {
        setHovered(hitAt(event->position()));
        return;
    }
    if (m_onMinimap) {
        moveByMinimap(event->position());
        return;
    }
    if (!m_isPanning && (event->position() - m_pressAt).manhattanLength() < QApplication::startDragDistance())
        return;
    if (m_isBanding || (!m_isPanning && event->modifiers() & Qt::ShiftModifier)) {
        m_isBanding = true;
        m_band = QRectF(m_pressAt, event->position());
        setCursor(Qt::CrossCursor);
        update();
        return;
    }
    if (!m_isPanning) {
        m_isPanning = true;
        setCursor(Qt::ClosedHandCursor);
    }
    Camera c = m_goal;
    c.offset += event->position() - m_lastAt;
    keepInSight(c);
    m_lastAt = event->position();
    m_followsFit = false;
    moveTo(c, false);
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isPressed)
        return;
    m_isPressed = false;
    if (m_isBanding) {
        m_isBanding = false;
        setCursor(Qt::ArrowCursor);
        pickIn(std::exchange(m_band, {}).normalized());
        return;
    }
    if (m_isPanning || m_onMinimap) {
        m_isPanning = m_onMinimap = false;
        setCursor(Qt::ArrowCursor);
        return;
    }
    click(hitAt(event->position()), event->modifiers());
}

void GraphView::click(const Scene::Hit &hit, Qt::KeyboardModifiers modifiers)
{
    switch (hit.part) {
    case Part::ExpandUp:
    case Part::ExpandDown: emit expandRequested(idOf(hit), hit.part == Part::ExpandUp); return;
    case Part::Label: emit edgeActivated(hit.index); return;
    case Part::Flow: pickFlow({hit.row, hit.index}); return;
    case Part::More: emit moreColumnsRequested(idOf(hit)); return;
    case Part::Fold:
    case Part::GroupFold: emit openToggled(idOf(hit)); return;
    case Part::Edge:
        if (opensList(m_scene->edges()[size_t(hit.index)])) {
            emit edgeActivated(hit.index);
            return;
        }
        break;
    case Part::Row: clickRow(hit); return;
    case Part::RowSearch: openRowSearch(hit.index); return;
    default: break;
    }
    const QString id = idOf(hit);
    if (modifiers & Qt::ControlModifier && !id.isEmpty()) {
        emit nodeActivated(id, true);
        return;
    }
    if (modifiers & Qt::ShiftModifier && hit.part == Part::Card) {
        // One more or one less; the first time what is selected is one of them.
        QStringList ids = picked();
        if (ids.isEmpty() && !selected().isEmpty() && selected() != id)
            ids.append(selected());
        if (!ids.removeOne(id))
            ids.append(id);
        setPicked(ids);
        return;
    }
    if (id == selected())
        return;
    select(id);
    emit nodeSelected(id);
}

/// The list a flow holds: the cards its edges join.
void GraphView::pickFlow(const SceneFlows::Hit &hit)
{
    const SceneFlows::Flow &flow = m_scene->flows().levels()[size_t(hit.level)].flows[size_t(hit.flow)];
    QStringList ids;
    for (const int card : m_scene->flows().cardsOf(*m_scene, size_t(hit.level), flow))
        ids.append(m_scene->cards()[size_t(card)].id);
    setPicked(ids);
    emit said(m_scene->tipOf(hit));
}

void GraphView::clickRow(const Scene::Hit &hit)
{
    const QString id = m_scene->cards()[size_t(hit.index)].id;
    const QString column = columnAt(hit.index, hit.row);
    select(id);
    emit nodeSelected(id);
    if (!column.isEmpty())
        emit columnActivated(id, column);
}

/// Cards that lie in a rectangle, by more than touching it.
void GraphView::pickIn(const QRectF &band)
{
    const QRectF area = m_camera.toScene(band);
    QStringList ids;
    for (const int card : m_scene->cardsIn(area)) {
        if (m_scene->cards()[size_t(card)].rect.intersects(area))
            ids.append(m_scene->cards()[size_t(card)].id);
    }
    setPicked(ids);
    update();
    emit said(ids.isEmpty() ? tr("Nothing picked")
                            : tr("%Ln cards picked; Ctrl+C copies them, Esc lets them go", "", int(ids.size())));
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Scene::Hit hit = hitAt(event->position());
    if (hit.part == Part::Card || hit.part == Part::Group) {
        if (m_opensInPlace)
            emit openToggled(idOf(hit));
        else
            emit nodeActivated(idOf(hit), false);
        return;
    }
    if (hit.part == Part::GroupFold || hit.part == Part::Fold)
        return; // the first of the two presses has toggled it
    if (hit.part == Part::ExpandUp || hit.part == Part::ExpandDown || hit.part == Part::Row || hit.part == Part::More ||
        hit.part == Part::RowSearch) {
        click(hit, event->modifiers());
        return;
    }
    Camera c = m_goal.zoomed(std::min(1.6, mostScale / m_goal.scale), event->position());
    m_followsFit = false;
    m_zoomAt = event->position();
    moveTo(c, true);
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    QString id;
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        id = selected();
        const int card = m_scene->cardOf(id);
        at = mapToGlobal(card >= 0 ? cardRectOnScreen(card).center() : rect().center());
    } else {
        const Scene::Hit hit = hitAt(event->pos());
        id = idOf(hit);
        if (!id.isEmpty() && id != selected()) {
            select(id);
            emit nodeSelected(id);
        }
    }
    emit contextRequested(id, at);
}

void GraphView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setHovered({});
}

bool GraphView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showTip(help->globalPos(), help->pos());
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // Plain letters are ours while the canvas has the focus, whatever menus use them for.
        auto *key = static_cast<QKeyEvent *>(event);
        static const QList<int> ours{Qt::Key_Plus,  Qt::Key_Minus, Qt::Key_0,     Qt::Key_F,     Qt::Key_L,
                                     Qt::Key_Space, Qt::Key_E,     Qt::Key_G,     Qt::Key_Slash, Qt::Key_Left,
                                     Qt::Key_Up,    Qt::Key_Down,  Qt::Key_Right, Qt::Key_Equal, Qt::Key_S};
        if (key->matches(QKeySequence::Copy) || (key->matches(QKeySequence::SelectAll))) {
            key->accept();
            return true;
        }
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) && ours.contains(key->key())) {
            key->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void GraphView::showTip(QPoint globalPosition, QPointF at)
{
    const Scene::Hit hit = hitAt(at);
    QString tip;
    if (hit.part == Part::Row) {
        const SceneCard &card = m_scene->cards()[size_t(hit.index)];
        const auto window = m_windows.find(hit.index);
        const int number = (window == m_windows.end() ? RowWindow() : window->second).rowAt(card, hit.row);
        if (number >= 0) {
            const SceneRow &row = card.rows[size_t(number)];
            tip = row.type.isEmpty() ? row.name : QStringLiteral("%1: %2").arg(row.name, row.type);
        }
    } else if (hit.part == Part::ExpandUp || hit.part == Part::ExpandDown) {
        const SceneCard &card = m_scene->cards()[size_t(hit.index)];
        tip = hit.part == Part::ExpandUp ? tr("Show %Ln more upstream of %1", "", card.hiddenUp).arg(card.name)
                                         : tr("Show %Ln more downstream of %1", "", card.hiddenDown).arg(card.name);
    } else if (isOnCard(hit)) {
        const SceneCard &card = m_scene->cards()[size_t(hit.index)];
        tip = card.tip.isEmpty() ? card.name : card.tip;
    } else if (hit.part == Part::Group || hit.part == Part::GroupFold) {
        tip = m_scene->groups()[size_t(hit.index)].tip;
    } else if (hit.part == Part::Flow) {
        tip = m_scene->tipOf(SceneFlows::Hit{hit.row, hit.index});
    } else if (hit.part == Part::Edge || hit.part == Part::Label) {
        tip = m_scene->tipOf(hit.index);
    }
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(globalPosition, Qt::convertFromPlainText(tip.left(2000), Qt::WhiteSpaceNormal), this);
}

} // namespace meshscope
