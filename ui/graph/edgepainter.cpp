#include "ui/graph/graphpainter.h"

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr double halo = 2.5; ///< of canvas on each side of a flow, so that crossings read
constexpr double shortestLabelled = 36;

/// 1 + 0.7 · log2 n.
double flowWidth(qint64 count)
{
    return 1 + 0.7 * std::log2(double(std::max<qint64>(1, count)) + (count == 1 ? 0.4 : 0));
}

} // namespace

QColor GraphPainter::edgeColor(int index) const
{
    const SceneEdge &edge = m_scene.edges()[size_t(index)];
    const QColor normal = edge.isFlow ? m_t.flow : m_t.edge;
    if ((m_look.accented && (*m_look.accented)[size_t(index)]) || edgeLit(index))
        return mixed(normal, m_t.accent, edgeLit(index) ? m_look.fade : 1);
    if (m_look.lit && m_look.fadesRest)
        return mixed(normal, m_t.fadedEdge, m_look.fade);
    return normal;
}

void GraphPainter::paintEdges(const QRectF &view)
{
    m_p->save();
    m_p->setOpacity(m_look.edgeOpacity);
    const std::vector<int> edges = m_scene.edgesIn(m_camera.toScene(view));
    const auto forward = [&](int e) { return edgeLit(e) || (m_look.accented && (*m_look.accented)[size_t(e)]); };
    for (const bool front : {false, true}) { // what stands out is drawn over the rest
        for (const int e : edges) {
            if (forward(e) != front)
                continue;
            const SceneEdge &edge = m_scene.edges()[size_t(e)];
            const bool hovered = m_look.hovered.index == e && (m_look.hovered.part == Scene::Hit::Part::Edge ||
                                                               m_look.hovered.part == Scene::Hit::Part::Label);
            if (edge.path.isEmpty())
                continue;
            const QRectF on = m_camera.toScreen(edge.path.controlPointRect());
            if (std::max(on.width(), on.height()) < 0.5)
                continue;
            const QColor color = hovered && !front ? mixed(edgeColor(e), m_t.text, 0.5) : edgeColor(e);
            const double zoom = std::clamp(m_camera.scale, 0.5, 1.6);
            double width = edge.isFlow ? flowWidth(edge.count) * m_unit : 1.25 * m_unit;
            if (front || hovered)
                width = std::max(width, 2.0 * m_unit);
            width *= edge.isFlow ? std::min(1.0, zoom) : std::max(0.7, std::min(1.0, zoom));
            const QTransform move =
                QTransform(m_camera.scale, 0, 0, m_camera.scale, m_camera.offset.x(), m_camera.offset.y());
            const QPainterPath path = move.map(edge.path);
            if (edge.isFlow) {
                m_p->setPen(QPen(m_t.canvas, width + 2 * halo * m_unit, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
                m_p->setBrush(Qt::NoBrush);
                m_p->drawPath(path);
            }
            QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
            if (edge.route.reversed && !edge.isFlow)
                pen.setDashPattern({4, 3});
            m_p->setPen(pen);
            m_p->setBrush(Qt::NoBrush);
            m_p->drawPath(path);
            // The head of the arrow points as the last stretch goes.
            const QPointF tip = m_camera.toScreen(edge.route.points.back());
            const QPointF before = m_camera.toScreen(edge.tail);
            QPointF way = tip - before;
            if (!edge.isFlow && std::abs(way.x()) > 0.5)
                way = QPointF(way.x() > 0 ? 1 : -1, 0);
            const double length = std::hypot(way.x(), way.y());
            const double size = Scene::arrowLength * m_s * (edge.isFlow ? 1.15 : 1.0);
            if (length < 1e-6 || size < 2)
                continue;
            way /= length;
            const QPointF side(-way.y(), way.x());
            const double half = std::max(size * 0.45, width * 0.9);
            m_p->setPen(Qt::NoPen);
            m_p->setBrush(color);
            m_p->drawPolygon(QPolygonF({tip, tip - way * size + side * half, tip - way * size - side * half}));
        }
    }
    m_p->restore();
}

void GraphPainter::paintLabels(const QRectF &view)
{
    m_p->save();
    m_p->setOpacity(m_look.edgeOpacity);
    for (const int e : m_scene.edgesIn(m_camera.toScene(view))) {
        const SceneEdge &edge = m_scene.edges()[size_t(e)];
        if (!edge.isFlow || edge.path.isEmpty())
            continue;
        if (edge.path.length() * m_camera.scale < shortestLabelled)
            continue;
        const double s = std::clamp(m_camera.scale, 0.75, 1.3) * m_unit;
        const QString number = QString::number(edge.count);
        const double size = 11 * s;
        const double height = 20 * s;
        const double width = std::max(height, widthOf(number, TextRole::Tiny, size, 600) + 12 * s);
        const QPointF at = m_camera.toScreen(edge.labelAt);
        const QRectF pill = snapped(QRectF(at.x() - width / 2, at.y() - height / 2, width, height));
        const bool front = edgeLit(e) || (m_look.accented && (*m_look.accented)[size_t(e)]);
        const bool hovered = m_look.hovered.index == e && m_look.hovered.part == Scene::Hit::Part::Label;
        m_p->setPen(QPen(front ? m_t.accent : hovered ? m_t.lineStrong : m_t.line, 1));
        m_p->setBrush(front ? m_t.accent : hovered ? m_t.hover : m_t.raised);
        m_p->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        text(pill, number, TextRole::Tiny, size, front ? m_t.accentText : m_t.text, 600, Qt::AlignHCenter);
    }
    m_p->restore();
}

} // namespace meshscope
