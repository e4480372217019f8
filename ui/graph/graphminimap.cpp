#include "ui/graph/graphview.h"

#include "ui/graph/pixelcanvas.h"

#include <QPainter>

#include <algorithm>

// The map in the corner: all cards as blocks, the lit ones in the accent, and a frame round what is in view.
namespace meshscope {

namespace {
constexpr double leastBlock = 2;
constexpr double leastHeight = 300; ///< of a view that has room for a map

QRectF rectOf(const Scene::Mark &m)
{
    return {QPointF(double(m.left), double(m.top)), QPointF(double(m.right), double(m.bottom))};
}

void fillBlock(PixelCanvas &canvas, const QRectF &r, const QColor &color, double ratio)
{
    canvas.fill(r.left(), r.top(), std::max(r.right(), r.left() + leastBlock * ratio),
                std::max(r.bottom(), r.top() + leastBlock * ratio), color.rgb());
}
} // namespace

QRectF GraphView::minimapRect() const
{
    const double unit = m_scene->unit();
    const QSizeF size(188 * unit, 104 * unit);
    double left = 16 * unit;
    double right = width() - 16 * unit - size.width();
    if (layoutDirection() == Qt::RightToLeft)
        std::swap(left, right); // corners count from where reading begins
    const double bottom = height() - 16 * unit - size.height();
    switch (m_minimapCorner) {
    case 1: return {QPointF(right, bottom), size};
    case 2: return {QPointF(right, 16 * unit), size};
    case 3: return {QPointF(left, 16 * unit), size};
    default: return {QPointF(left, bottom), size};
    }
}

/// Below where lines begin, unless it covers cards there and another corner is free; never while something moves.
void GraphView::placeMinimap()
{
    if (m_isPressed || m_cameraTime > 0 || m_isMoving)
        return;
    const auto isFree = [&] {
        bool covers = false;
        m_scene->visitCards(m_goal.toScene(minimapRect().adjusted(-4, -4, 4, 4)), [&](int) { covers = true; });
        return !covers;
    };
    const int now = m_minimapCorner;
    for (const int corner : {now, 0, 1, 2, 3}) {
        m_minimapCorner = corner;
        if (isFree())
            return;
    }
    m_minimapCorner = now;
}

/// Nothing to find on a map of what is all in view.
bool GraphView::isMinimapSeen() const
{
    return m_minimapShown && !m_scene->isEmpty() && height() >= leastHeight &&
           !viewRect().contains(m_goal.toScreen(m_scene->bounds()));
}

void GraphView::drawMinimapGround(const QSizeF &size)
{
    const Tokens &t = meshscope::tokens(this);
    const double ratio = devicePixelRatioF();
    Camera map = Camera::fitting(m_scene->bounds(), QRectF(QPointF(), size), 8, 1.0);
    m_minimapGround = QImage((size * ratio).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    m_minimapGround.fill(t.raised);
    map.scale *= ratio;
    map.offset *= ratio;
    PixelCanvas canvas(m_minimapGround);
    for (const SceneGroup &g : m_scene->groups()) {
        if (g.depth == 0)
            fillBlock(canvas, map.toScreen(g.rect), g.hue >= 0 ? t.hues[size_t(g.hue)].head : t.sunken, ratio);
    }
    const QColor block = mixed(t.raised, t.edge, 0.75);
    for (const Scene::Mark &m : m_scene->marks())
        fillBlock(canvas, map.toScreen(rectOf(m)), block, ratio);
}

void GraphView::drawMinimap(const QSizeF &size)
{
    const Tokens &t = meshscope::tokens(this);
    const double ratio = devicePixelRatioF();
    if (m_minimapGround.size() != (size * ratio).toSize().expandedTo({1, 1}))
        drawMinimapGround(size);
    Camera map = Camera::fitting(m_scene->bounds(), QRectF(QPointF(), size), 8, 1.0);
    map.scale *= ratio;
    map.offset *= ratio;
    QImage blocks = m_minimapGround;
    PixelCanvas canvas(blocks);
    for (const int card : m_hasLit ? m_lit.cardList : m_picked)
        fillBlock(canvas, map.toScreen(rectOf(m_scene->marks()[size_t(card)])), t.accent, ratio);
    m_minimap = QPixmap(blocks.size());
    m_minimap.fill(Qt::transparent);
    m_minimap.setDevicePixelRatio(ratio);
    blocks.setDevicePixelRatio(ratio);
    QPainter painter(&m_minimap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    QBrush brush(blocks);
    brush.setTransform(QTransform::fromScale(1 / ratio, 1 / ratio));
    painter.setBrush(brush);
    painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void GraphView::paintMinimap(QPainter &painter)
{
    if (!isMinimapSeen())
        return;
    placeMinimap();
    const Tokens &t = meshscope::tokens(this);
    const QRectF frame = minimapRect();
    if (m_minimap.isNull() || m_minimap.devicePixelRatioF() != devicePixelRatioF())
        drawMinimap(frame.size());
    const Camera map = Camera::fitting(m_scene->bounds(), QRectF(QPointF(), frame.size()), 8, 1.0);
    painter.save();
    painter.drawPixmap(frame.topLeft(), m_minimap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(frame.topLeft());
    painter.setClipRect(QRectF(QPointF(), frame.size()).adjusted(2, 2, -2, -2));
    painter.setPen(QPen(t.text, 1.25));
    painter.setBrush(Qt::NoBrush);
    QRectF seen = map.toScreen(m_camera.toScene(viewRect()));
    seen.setSize(seen.size().expandedTo({4, 4}));
    painter.drawRoundedRect(seen, 2, 2);
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
