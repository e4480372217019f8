#include "ui/graph/graphview.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

double easeOut(double t)
{
    return 1 - std::pow(1 - t, 3);
}

} // namespace

void GraphView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    painter.fillRect(event->rect(), t.canvas);
    GraphLook look;
    look.selected = m_selected;
    look.selectedGroup = m_selectedGroup;
    look.focused = m_ringShown && hasFocus() ? m_focused : -1;
    look.hovered = m_hovered;
    look.lit = m_hasLit ? &m_lit : nullptr;
    look.fade = m_fade;
    look.fadesRest = true;
    look.accented = m_accented.empty() ? nullptr : &m_accented;
    look.moves = m_isMoving ? &m_moves : nullptr;
    look.edgeOpacity = m_edgeOpacity;
    GraphPainter(*m_scene, m_camera, t, look).paint(painter, viewRect());
    if (m_minimapShown)
        paintMinimap(painter);
    if (hasFocus() && m_ringShown && m_focused < 0) {
        painter.setPen(QPen(t.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void GraphView::tick()
{
    bool busy = false;
    if (m_cameraTime > 0) {
        const double t = std::min(1.0, double(m_cameraClock.elapsed()) / m_cameraTime);
        m_camera = m_from.towards(m_goal, easeOut(t));
        if (t >= 1)
            m_cameraTime = 0;
        busy = busy || t < 1;
    }
    if (m_isMoving) {
        const double t = std::min(1.0, double(m_sceneClock.elapsed()) / std::max(1, m_sceneTime));
        for (size_t i = 0; i < m_moves.size(); ++i)
            m_moves[i] = m_moveFrom[i] * (1 - easeOut(t));
        m_edgeOpacity = t;
        m_isMoving = t < 1;
        if (!m_isMoving)
            m_edgeOpacity = 1;
        busy = busy || m_isMoving;
    }
    if (m_fadeTime > 0) {
        m_fade = std::min(1.0, double(m_fadeClock.elapsed()) / m_fadeTime);
        if (m_fade >= 1)
            m_fadeTime = 0;
        busy = busy || m_fade < 1;
    }
    if (!busy)
        m_frames.stop();
    update();
}

void GraphView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frames.timerId())
        tick();
    else
        QWidget::timerEvent(event);
}

QRectF GraphView::minimapRect() const
{
    const double unit = m_scene->unit();
    const QSizeF size(188 * unit, 104 * unit);
    return {16 * unit, height() - 16 * unit - size.height(), size.width(), size.height()};
}

void GraphView::paintMinimap(QPainter &painter)
{
    // Nothing to find on a map of what is all in view.
    if (m_scene->isEmpty() || height() < 300 || viewRect().contains(m_goal.toScreen(m_scene->bounds())))
        return;
    const Tokens &t = tokens(this);
    const QRectF frame = minimapRect();
    const Camera map = Camera::fitting(m_scene->bounds(), QRectF(QPointF(), frame.size()), 8, 1.0);
    const double ratio = devicePixelRatioF();
    if (m_minimap.isNull() || m_minimap.devicePixelRatioF() != ratio) {
        m_minimap = QPixmap((frame.size() * ratio).toSize());
        m_minimap.setDevicePixelRatio(ratio);
        m_minimap.fill(Qt::transparent);
        QPainter p(&m_minimap);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(t.line, 1));
        p.setBrush(t.raised);
        p.drawRoundedRect(QRectF(QPointF(), frame.size()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        p.setPen(Qt::NoPen);
        for (const SceneGroup &g : m_scene->groups()) {
            if (g.depth == 0)
                p.fillRect(map.toScreen(g.rect), g.hue >= 0 ? t.hues[size_t(g.hue)].head : t.sunken);
        }
        const double least = 2;
        for (const SceneCard &c : m_scene->cards()) {
            QRectF r = map.toScreen(c.rect);
            r.setSize({std::max(least, r.width()), std::max(least, r.height())});
            p.fillRect(r, mixed(t.raised, t.edge, c.shape == SceneCard::Shape::Job ? 0.4 : 0.75));
        }
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(frame.topLeft(), m_minimap);
    painter.translate(frame.topLeft());
    painter.setClipRect(QRectF(QPointF(), frame.size()).adjusted(2, 2, -2, -2));
    if (m_hasLit) {
        for (size_t i = 0; i < m_scene->cards().size(); ++i) {
            if (m_lit.cards[i])
                painter.fillRect(map.toScreen(m_scene->cards()[i].rect), t.accent);
        }
    }
    painter.setPen(QPen(t.text, 1.25));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(map.toScreen(m_camera.toScene(viewRect())).adjusted(0, 0, 0, 0), 2, 2);
    painter.restore();
}

void GraphView::moveByMinimap(QPointF at)
{
    const QRectF frame = minimapRect();
    const Camera map = Camera::fitting(m_scene->bounds(), QRectF(QPointF(), frame.size()), 8, 1.0);
    const QPointF to = map.toScene(at - frame.topLeft());
    Camera c = m_goal;
    c.offset = viewRect().center() - to * c.scale;
    m_followsFit = false;
    moveTo(c, false);
}

} // namespace meshscope
