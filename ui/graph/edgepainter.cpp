#include "ui/graph/graphpainter.h"

#include "ui/graph/pixelcanvas.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr double halo = 2.5; ///< of canvas on each side of a flow, so that crossings read
constexpr double shortestLabelled = 36;
constexpr double numberedShare = 0.6; ///< of strength of flows, from which on they say how much they hold
constexpr size_t mostLabels = 400;
constexpr double thinBelow = 0.8; ///< zoom under which a plain line is one pixel wide
constexpr size_t manyEdges = 120; ///< in one tile
constexpr int mostFlows = 60;     ///< of the box under the pointer

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

bool GraphPainter::isForward(int edge) const
{
    return edgeLit(edge) || (m_look.accented && (*m_look.accented)[size_t(edge)]);
}

bool GraphPainter::isEdgeHovered(int edge) const
{
    return edge >= 0 && m_look.hovered.index == edge &&
           (m_look.hovered.part == Scene::Hit::Part::Edge || m_look.hovered.part == Scene::Hit::Part::Label);
}

void GraphPainter::paintEdges(const QRectF &view)
{
    m_p->save();
    m_p->setOpacity(m_look.edgeOpacity);
    const std::vector<int> edges = m_scene.edgesIn(m_camera.toScene(view));
    for (const bool front : {false, true}) { // what stands out is drawn over the rest
        for (size_t i = 0; i < edges.size() && goesOn(); ++i) {
            if (isForward(edges[i]) == front)
                paintEdge(edges[i], front);
        }
    }
    m_p->restore();
}

void GraphPainter::paintEdge(int e, bool isFront)
{
    const SceneEdge &edge = m_scene.edges()[size_t(e)];
    const graph::AreaBox box = m_scene.edgeBox(e);
    if (m_scene.points(e).empty() || std::max(box.right - box.left, box.bottom - box.top) * m_camera.scale < 0.5)
        return;
    const bool hovered = isEdgeHovered(e);
    const QColor color = hovered && !isFront ? mixed(edgeColor(e), m_t.text, 0.5) : edgeColor(e);
    const double zoom = std::clamp(m_camera.scale, 0.5, 1.6);
    double width = edge.isFlow ? flowWidth(edge.count) * m_unit : 1.25 * m_unit;
    if (isFront || hovered)
        width = std::max(width, 2.0 * m_unit);
    width *= edge.isFlow ? std::min(1.0, zoom) : std::max(0.7, std::min(1.0, zoom));
    const QTransform move = QTransform(m_camera.scale, 0, 0, m_camera.scale, m_camera.offset.x(), m_camera.offset.y());
    const QPainterPath path = move.map(m_scene.pathOf(e));
    m_p->setBrush(Qt::NoBrush);
    if (edge.isFlow && !edge.isSoft) {
        m_p->setPen(QPen(m_t.canvas, width + 2 * halo * m_unit, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        m_p->drawPath(path);
    }
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (edge.route.reversed && (!edge.isFlow || edge.isSoft))
        pen.setDashPattern({4, 3});
    m_p->setPen(pen);
    m_p->drawPath(path);
    paintArrow(e, color, width);
}

/// The flow under the pointer; those of the box under the pointer, or of the selected one, whatever the zoom shows of the
/// rest.
void GraphPainter::paintFlowsOver(const QRectF &view)
{
    const SceneFlows &flows = m_scene.flows();
    const bool isFlow = m_look.hovered.part == Scene::Hit::Part::Flow;
    const int box = m_look.hovered.part == Scene::Hit::Part::Group ? m_look.hovered.index : m_look.selectedGroup;
    if ((!isFlow && box < 0) || flows.levels().empty())
        return;
    const graph::AreaBox area = Scene::boxOf(m_camera.toScene(view));
    for (size_t k = 0; k < flows.levels().size(); ++k) {
        const SceneFlows::Level &level = flows.levels()[k];
        if (box < 0 || m_scene.groups()[size_t(box)].depth != level.depth || flows.acrossShare(m_camera.scale) > 0.5)
            continue;
        int painted = 0;
        for (size_t i = 0; i < level.flows.size() && painted < mostFlows; ++i) {
            const SceneFlows::Flow &flow = level.flows[i];
            const bool isAway = i < level.index.boxes().size() && !level.index.boxes()[i].touches(area);
            if ((flow.from != box && flow.to != box) || isAway)
                continue;
            paintFlow(level, flow);
            ++painted;
        }
    }
    if (isFlow) {
        const SceneFlows::Level &level = flows.levels()[size_t(m_look.hovered.row)];
        paintFlow(level, level.flows[size_t(m_look.hovered.index)]);
    }
}

void GraphPainter::paintFlow(const SceneFlows::Level &level, const SceneFlows::Flow &flow)
{
    SceneFlows::flatten(level, flow, m_camera.scale, m_camera.offset, m_pieces);
    const double width = std::max(2.0, SceneFlows::widthOf(flow.count)) * m_unit;
    m_p->setBrush(Qt::NoBrush);
    m_p->setPen(QPen(m_t.accent, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    m_p->drawPolyline(m_pieces.data(), int(m_pieces.size()));
    const QPolygonF head = SceneFlows::arrowOf(m_pieces, width, m_unit);
    m_p->setPen(Qt::NoPen);
    m_p->setBrush(m_t.accent);
    m_p->drawPolygon(head);
}

/// The head of the arrow points as the last stretch goes.
void GraphPainter::paintArrow(int e, const QColor &color, double width)
{
    const bool isFlow = m_scene.edges()[size_t(e)].isFlow;
    const std::span<const QPointF> points = m_scene.points(e);
    const QPointF tip = m_camera.toScreen(points.back());
    QPointF way = tip - m_camera.toScreen(points[points.size() - 2]);
    if (!isAngular(m_scene.edges()[size_t(e)]) && std::abs(way.x()) > 0.5)
        way = QPointF(way.x() > 0 ? 1 : -1, 0);
    const double length = std::hypot(way.x(), way.y());
    const double size = Scene::arrowLength * m_s * (isFlow ? 1.15 : 1.0);
    if (length < 1e-6 || size < 2)
        return;
    way /= length;
    const QPointF side(-way.y(), way.x());
    const double half = std::max(size * 0.45, width * 0.9);
    m_p->setPen(Qt::NoPen);
    m_p->setBrush(color);
    m_p->drawPolygon(QPolygonF({tip, tip - way * size + side * half, tip - way * size - side * half}));
}

bool GraphPainter::paintTile(QImage &image, const std::function<bool()> &stop)
{
    const double ratio = image.devicePixelRatio();
    const QRectF view(QPointF(), QSizeF(image.size()) / ratio);
    const QRectF area = m_camera.toScene(view);
    {
        QPainter painter(&image);
        begin(painter);
        paintBoxes(view);
    }
    const auto stopped = [&] { return stop && stop(); };
    // Thin plain lines go straight into the pixels: stroking their curves would cost more than all the cards.
    size_t passing = 0;
    m_scene.visitStretches(area, [&](int, const Scene::Stretch &) { ++passing; });
    const bool isThin = m_camera.scale < thinBelow || passing > manyEdges;
    std::vector<int> stroked, headed;
    PixelCanvas canvas(image);
    const double whole = 256 * std::clamp(m_unit * std::max(0.72, m_camera.scale), 0.5, 1.0);
    const unsigned strength = unsigned(whole * m_scene.flows().acrossShare(m_camera.scale));
    m_scene.visitStretches(area, [&](int, const Scene::Stretch &s) {
        const SceneEdge &edge = m_scene.edges()[size_t(s.edge)];
        if (!isThin || edge.isFlow || isForward(s.edge)) {
            stroked.push_back(s.edge);
            return;
        }
        m_scene.flatten(s, m_camera.scale * ratio, m_camera.offset * ratio, m_pieces);
        const bool isAcross = m_scene.flows().partOf(s.edge) == SceneFlows::Part::Across;
        canvas.line(m_pieces, edgeColor(s.edge).rgb(), isAcross ? strength : unsigned(whole), edge.route.reversed);
        if (m_scene.isLast(s) && view.adjusted(-8, -8, 8, 8).contains(m_camera.toScreen(m_scene.points(s.edge).back())))
            headed.push_back(s.edge);
    });
    std::sort(stroked.begin(), stroked.end());
    stroked.erase(std::unique(stroked.begin(), stroked.end()), stroked.end());
    if (stopped())
        return false;
    QPainter painter(&image);
    begin(painter);
    for (const int e : headed)
        paintArrow(e, edgeColor(e), 1);
    for (const bool front : {false, true}) {
        for (const int e : stroked) {
            if (isForward(e) == front)
                paintEdge(e, front);
        }
    }
    const std::vector<int> cards = m_scene.cardsIn(area.adjusted(-4, -4, 4, 4));
    for (size_t i = 0; i < cards.size(); ++i) {
        if (i % 32 == 31 && stopped())
            return false;
        paintCard(cards[i]);
    }
    for (const int card : cards)
        paintButtons(card);
    return true;
}

/// Numbers of flows; those that hold more first, and none over another or over a name.
void GraphPainter::paintLabels(const QRectF &view, bool inside)
{
    m_p->save();
    m_p->setOpacity(m_look.edgeOpacity);
    const QRectF room = view.adjusted(-60, -30, 60, 30);
    std::vector<const Scene::Label *> labels;
    for (const Scene::Label &label : m_scene.labels()) {
        if (m_scene.edges()[size_t(label.edge)].isSoft == inside && room.contains(m_camera.toScreen(label.at)) &&
            label.length * m_camera.scale >= shortestLabelled)
            labels.push_back(&label);
    }
    const auto rank = [this](const Scene::Label *label) {
        const bool isHovered = m_look.hovered.part == Scene::Hit::Part::Label && m_look.hovered.index == label->edge;
        return std::pair(isHovered || isForward(label->edge), m_scene.edges()[size_t(label->edge)].count);
    };
    const size_t shown = std::min(labels.size(), mostLabels);
    std::partial_sort(labels.begin(), labels.begin() + std::ptrdiff_t(shown), labels.end(),
                      [&](const Scene::Label *a, const Scene::Label *b) {
                          const auto x = rank(a), y = rank(b);
                          return x != y ? x > y : a->edge < b->edge;
                      });
    for (size_t i = 0; i < shown; ++i)
        paintLabel(*labels[i]);
    m_p->restore();
}

void GraphPainter::paintLabel(const Scene::Label &label)
{
    const QPointF at = m_camera.toScreen(label.at);
    const int e = label.edge;
    const double s = std::clamp(m_camera.scale, 0.75, 1.3) * m_unit;
    const QString number = QString::number(m_scene.edges()[size_t(e)].count);
    const double size = 11 * s;
    const double height = 20 * s;
    const double width = std::max(height, widthOf(number, TextRole::Tiny, size, 600) + 12 * s);
    const QRectF pill = snapped(QRectF(at.x() - width / 2, at.y() - height / 2, width, height));
    if (!m_taken.isFree(pill))
        return;
    m_taken.take(pill);
    if (m_look.written)
        m_look.written->push_back({pill, -1});
    paintPill(pill, number, size, isForward(e), m_look.hovered.index == e && m_look.hovered.part == Scene::Hit::Part::Label);
}

void GraphPainter::paintPill(const QRectF &pill, const QString &number, double size, bool isFront, bool isHovered)
{
    m_p->setPen(QPen(isFront ? m_t.accent : isHovered ? m_t.lineStrong : m_t.line, 1));
    m_p->setBrush(isFront ? m_t.accent : isHovered ? m_t.hover : m_t.raised);
    m_p->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    text(pill, number, TextRole::Tiny, size, isFront ? m_t.accentText : m_t.text, 600, Qt::AlignHCenter);
}

/// Numbers of the flows that stand for single edges, where the plan says.
void GraphPainter::paintFlowNumbers(const QRectF &view)
{
    const SceneFlows &flows = m_scene.flows();
    if (!m_look.names || flows.levels().empty())
        return;
    for (const NamePlan::Number &number : m_look.names->numbers) {
        const QPointF at = m_camera.toScreen(number.at);
        const QRectF pill = snapped(QRectF(at - QPointF(number.size.width() / 2, number.size.height() / 2), number.size));
        if (!pill.intersects(view) || flows.shareOf(size_t(number.level), m_camera.scale) < numberedShare ||
            !m_taken.isFree(pill))
            continue;
        const bool isHovered = m_look.hovered.part == Scene::Hit::Part::Flow && m_look.hovered.row == number.level &&
                               m_look.hovered.index == number.flow;
        const qint64 count = flows.levels()[size_t(number.level)].flows[size_t(number.flow)].count;
        paintPill(pill, QLocale().toString(count), 10 * m_unit, isHovered, false);
        m_taken.take(pill);
        if (m_look.written)
            m_look.written->push_back({pill, -1});
    }
}

} // namespace meshscope
