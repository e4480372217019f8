#include "ui/graph/graphpainter.h"

#include "ui/widgets/signs.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

// The names of domains, which keep their size on screen whatever the zoom.
namespace meshscope {

namespace {

using namespace headsize;

/// A rectangle with its upper corners rounded; drawn without clipping, which SVG files would not get.
QPainterPath topRounded(const QRectF &r, double radius)
{
    const double d = 2 * std::min({radius, r.height(), r.width() / 2});
    QPainterPath path(r.bottomLeft());
    path.lineTo(r.left(), r.top() + d / 2);
    path.arcTo(QRectF(r.left(), r.top(), d, d), 180, -90);
    path.lineTo(r.right() - d / 2, r.top());
    path.arcTo(QRectF(r.right() - d, r.top(), d, d), 90, -90);
    path.lineTo(r.bottomRight());
    path.closeSubpath();
    return path;
}

/// The head of a box that is wide enough for one, at the top of what is seen of it and below the head of the box around;
/// nothing where it would be too small, or reach out of the box.
std::optional<QRectF> headStrip(const SceneGroup &group, const QRectF &box, double parentBottom, double scale, double unit,
                                bool fullDetail)
{
    const bool inner = group.depth > 0;
    double height = group.head * scale;
    if (fullDetail)
        return QRectF(box.left(), box.top(), box.width(),
                      std::max(height, std::min((inner ? 14 : 18) * unit, box.height())));
    // As high as words need; higher where the box is so large that it makes no difference to what is in it.
    const double least = (inner ? 13 : box.height() > 150 * unit ? 18 : 14) * unit;
    if (height < least) {
        if (box.height() < lowest * unit || (inner && box.width() < (height < 0.6 * least ? nameOnly : leastName) * unit))
            return {};
        height = std::min(least, box.height());
    }
    const double top = std::max(box.top(), std::min(parentBottom, box.bottom() - height));
    if (inner && top < parentBottom - 0.5)
        return {}; // it would lie under the head of the box around it
    // Pushed along by the view, a large one becomes as low as its words allow.
    height = std::max(std::min(height, 26 * unit), height - (top - box.top()));
    return QRectF(box.left(), top, box.width(), height);
}

/// What the words of a head may take of what is seen of it.
QRectF headRoom(const SceneGroup &group, const QRectF &strip, const QRectF &view, double scale, double unit)
{
    const double pad = std::min(8 * scale * unit, 8 * unit);
    const double left = std::max(strip.left(), view.left());
    QRectF room(left + pad, strip.top(), std::min(strip.right(), view.right()) - left - 2 * pad, strip.height());
    if (group.depth == 0 && room.width() > 24 * unit)
        room.setLeft(room.left() + 10 * unit); // its stripe
    return room;
}

/// The same with the stripe.
QRectF headWhole(const SceneGroup &group, const QRectF &room, double unit)
{
    return group.depth == 0 && room.width() > 14 * unit ? room.adjusted(-10 * unit, 0, 0, 0) : room;
}

constexpr double foldWidth = 18;
constexpr double leastFoldRoom = 80; ///< of a head, for its button to be there

} // namespace

QRectF GraphPainter::foldRect(const Scene &scene, int group, const Camera &camera, const QRectF &view)
{
    if (scene.groups()[size_t(group)].fold == SceneFold::None)
        return {};
    std::vector<int> chain;
    for (int g = group; g >= 0; g = scene.groups()[size_t(g)].parent)
        chain.push_back(g);
    double bottom = view.top();
    std::optional<QRectF> strip;
    for (size_t i = chain.size(); i-- > 0;) {
        const SceneGroup &at = scene.groups()[size_t(chain[i])];
        const QRectF box = camera.toScreen(at.rect);
        strip = at.depth > 0 || box.width() >= nameOnly * scene.unit()
                    ? headStrip(at, box, bottom, camera.scale, scene.unit(), false)
                    : std::nullopt;
        if (strip)
            bottom = std::max(bottom, strip->bottom());
    }
    if (!strip)
        return {};
    const QRectF room = headRoom(scene.groups()[size_t(group)], *strip, view, camera.scale, scene.unit());
    if (room.width() < leastFoldRoom * scene.unit())
        return {};
    const QRectF at(room.left() - 3 * scene.unit(), room.top(), foldWidth * scene.unit(), room.height());
    const QRectF whole = headWhole(scene.groups()[size_t(group)], room, scene.unit());
    return scene.isMirrored() ? QRectF(whole.left() + whole.right() - at.right(), at.top(), at.width(), at.height()) : at;
}

/// Points down when open, along the line when closed.
void GraphPainter::paintFold(const QRectF &at, SceneFold fold, const QColor &color)
{
    const QPointF middle = at.center();
    const double wide = std::min(at.width(), at.height()) * 0.28;
    const double deep = wide * (fold == SceneFold::Closed && m_scene.isMirrored() ? -0.55 : 0.55);
    m_p->setPen(QPen(color, std::max(1.2, wide * 0.32), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_p->setBrush(Qt::NoBrush);
    if (fold == SceneFold::Open)
        m_p->drawPolyline(
            QPolygonF({middle + QPointF(-wide, -deep), middle + QPointF(0, deep), middle + QPointF(wide, -deep)}));
    else
        m_p->drawPolyline(
            QPolygonF({middle + QPointF(-deep, -wide), middle + QPointF(deep, 0), middle + QPointF(-deep, wide)}));
}

NamePlan GraphPainter::namesIn(const QSizeF &view) const
{
    return planNames(m_scene, m_camera.scale, view, [this](const QString &words, TextRole role, double pixels, int weight) {
        return widthOf(words, role, pixels, weight);
    });
}

/// Where the heads are: each within its own box and below that of the box around it, so that none lies over another. A top
/// box too small for one is named where the plan says.
void GraphPainter::planHeads(const QRectF &view)
{
    m_heads.clear();
    m_taken.clear();
    std::vector<double> bottoms(m_scene.groups().size(), view.top());
    std::vector<Head> inner;
    bool isAnySmall = false;
    for (size_t g = 0; g < m_scene.groups().size(); ++g) {
        const SceneGroup &group = m_scene.groups()[g];
        const QRectF box = m_camera.toScreen(group.rect);
        const double parentBottom = group.parent >= 0 ? bottoms[size_t(group.parent)] : view.top();
        bottoms[g] = parentBottom;
        if (group.depth == 0 && !m_look.fullDetail && NamePlan::needsPlate(group, m_camera.scale, m_unit)) {
            isAnySmall = true;
            continue;
        }
        if (!box.intersects(view) || (box.width() < hueOnly && !m_look.fullDetail))
            continue;
        const std::optional<QRectF> strip = headStrip(group, box, parentBottom, m_camera.scale, m_unit, m_look.fullDetail);
        if (!strip)
            continue;
        bottoms[g] = std::max(parentBottom, strip->bottom());
        if (group.depth > 0) {
            inner.push_back({int(g), box, *strip});
            continue;
        }
        m_heads.push_back({int(g), box, *strip});
        m_taken.take(*strip);
    }
    if (isAnySmall || (!m_look.fullDetail && !m_scene.flows().levels().empty()))
        takePlan(view);
    std::erase_if(inner, [&](const Head &head) { // what is in a box named by a plate gives way to it
        return !m_look.fullDetail && !m_taken.isFree(head.strip.adjusted(0.6, 0.6, -0.6, -0.6));
    });
    for (const Head &head : inner)
        m_taken.take(head.strip);
    m_heads.insert(m_heads.end(), inner.begin(), inner.end());
}

/// What of the plan is seen: at its own scale as it is; at others as far as none lies over another.
void GraphPainter::takePlan(const QRectF &view)
{
    if (!m_look.names) {
        m_ownNames = namesIn(view.size());
        m_look.names = &m_ownNames;
    }
    for (const NamePlan::Plate &plate : m_look.names->plates) {
        const SceneGroup &group = m_scene.groups()[size_t(plate.group)];
        const QRectF box = m_camera.toScreen(group.rect);
        const QRectF strip = plate.around.translated(m_camera.toScreen(plate.pin));
        if (!strip.intersects(view) || box.width() < plateOnly || !NamePlan::needsPlate(group, m_camera.scale, m_unit) ||
            !m_taken.isFree(strip))
            continue;
        m_heads.push_back({plate.group, strip, strip, true, plate.isUpright});
        m_taken.take(strip);
    }
}

/// Heads lie over the cards: their names keep their size on screen and stay at the top of what is seen of their box.
void GraphPainter::paintHeads(const QRectF &view)
{
    for (const Head &head : m_heads) {
        if (head.isUpright)
            paintUpright(head);
        else
            paintHead(head.group, head.box, head.strip, head.isPlate ? head.strip : view);
    }
}

/// A name that is read from below.
void GraphPainter::paintUpright(const Head &head)
{
    const SceneGroup &group = m_scene.groups()[size_t(head.group)];
    const Hue *h = hue(group.hue);
    const QRect r = head.strip.toRect();
    m_p->fillRect(r, h ? h->border : m_t.line);
    m_p->fillRect(r.adjusted(1, 1, -1, -1), h ? h->head : m_t.sunken);
    m_p->save();
    m_p->translate(r.left(), r.top() + r.height());
    m_p->rotate(-90);
    const QRectF room(8 * m_unit, 0, r.height() - 12 * m_unit, r.width());
    const double size = headWords(group, 0, m_camera.scale, m_unit);
    text(room, group.name, TextRole::Strong, size, h ? h->name : m_t.text, 600, Qt::AlignLeft, elisionOf(group.name));
    m_p->restore();
    if (m_look.written) {
        const double drawn = std::min(widthOf(group.name, TextRole::Strong, size, 600), room.width());
        const double bottom = r.top() + r.height() - room.left();
        m_look.written->push_back({QRectF(r.center().x() - size / 2, bottom - drawn, size, drawn), head.group});
    }
}

/// What are words made by programs differ at their ends.
Qt::TextElideMode GraphPainter::elisionOf(const QString &name)
{
    return name.contains(u' ') ? Qt::ElideRight : Qt::ElideMiddle;
}

/// A name that is cut still says something, or is not there.
void GraphPainter::paintName(int index, const QRectF &whole, const QRectF &room, double size)
{
    const SceneGroup &group = m_scene.groups()[size_t(index)];
    const bool isTop = group.depth == 0;
    const TextRole role = isTop ? TextRole::Strong : TextRole::Small;
    const int weight = isTop ? 600 : 500;
    const double width = widthOf(group.name, role, size, weight);
    const bool isCut = width > room.width();
    if (isCut && room.width() < leastName * m_unit && !m_look.fullDetail)
        return;
    const QRectF at = sided(whole, room);
    const Hue *h = hue(group.hue);
    text(at, group.name, role, size, h ? h->name : m_t.text, weight, Qt::AlignLeft, elisionOf(group.name));
    if (m_look.written) {
        const double drawn = std::min(width, room.width());
        const QRectF ink(m_scene.isMirrored() ? at.right() - drawn : at.left(), at.center().y() - size / 2, drawn, size);
        m_look.written->push_back({ink, index});
    }
}

void GraphPainter::paintHead(int index, const QRectF &box, const QRectF &strip, const QRectF &view)
{
    const SceneGroup &group = m_scene.groups()[size_t(index)];
    const Hue *h = hue(group.hue);
    const double radius = std::min((group.depth == 0 ? 10.0 : 7.0) * m_s, 10.0 * m_unit);
    const bool isTop = group.depth == 0;
    const bool floats = strip.top() > box.top() + 0.5 || strip.height() > group.head * m_camera.scale + 0.5;
    const QRectF edge = snapped(box);
    const bool stuck = strip.top() > box.top() + 0.5;
    const QColor ground = isTop ? (h ? h->head : m_t.sunken) : (h ? h->sub : m_t.raised);
    if ((isTop || floats) && radius < 3 && !m_look.fullDetail) {
        // Too small to be seen round: hundreds of them are in view then.
        const QRect r(QPointF(edge.left(), stuck ? strip.top() : edge.top()).toPoint(),
                      QPointF(edge.right(), strip.bottom()).toPoint());
        const QColor line = h ? h->border : m_t.line;
        m_p->fillRect(r, line);
        m_p->fillRect(r.adjusted(1, 1, -1, -1), ground);
    } else if (isTop || floats) {
        m_p->setPen(QPen(h ? h->border : m_t.line, 1));
        m_p->setBrush(ground);
        m_p->drawPath(topRounded(QRectF(edge.left(), stuck ? strip.top() : edge.top(), edge.width(),
                                        std::round(strip.bottom()) - 0.5 - (stuck ? strip.top() : edge.top())),
                                 stuck ? 0 : radius));
    }
    QRectF room = headRoom(group, strip, view, m_camera.scale, m_unit);
    const QRectF whole = headWhole(group, room, m_unit); // mirrored as one
    // Zoomed in, names grow a little with their box; zoomed out they stay as large as can be read, in the height there is.
    const double size = headWords(group, m_look.fullDetail ? 0 : strip.height(), m_camera.scale, m_unit);
    const double named = widthOf(group.name, isTop ? TextRole::Strong : TextRole::Small, size, isTop ? 600 : 500);
    // Rather the whole name than a stripe and a part of it.
    const QRectF most = whole.adjusted(-2 * m_unit, 0, 2 * m_unit, 0).intersected(strip);
    if (isTop && named > room.width() && named <= most.width() && !m_look.fullDetail) {
        room = most;
    } else if (isTop && room.width() > 14 * m_unit) {
        const double height = std::min(14 * m_unit, strip.height() - 6);
        m_p->setPen(Qt::NoPen);
        m_p->setBrush(h ? h->stripe : m_t.lineStrong);
        const QRectF stripe =
            sided(whole, QRectF(room.left() - 10 * m_unit, strip.center().y() - height / 2, 3 * m_unit, height));
        if (radius < 3 && !m_look.fullDetail)
            m_p->fillRect(stripe.toRect(), m_p->brush());
        else
            m_p->drawRoundedRect(stripe, 1.5, 1.5);
    }
    // The name first: where there is little room, or on a plate (all that is seen of it), nothing else is there.
    if (!m_look.fullDetail &&
        (view == strip || room.width() < std::min(named + foldWidth * m_unit, std::max(leastFoldRoom, 120.0) * m_unit))) {
        paintName(index, whole, room, size);
        return;
    }
    if (group.fold != SceneFold::None && room.width() >= leastFoldRoom * m_unit && !m_look.fullDetail) {
        const bool hovered = m_look.hovered.part == Scene::Hit::Part::GroupFold && m_look.hovered.index == index;
        const QRectF at(room.left() - 3 * m_unit, room.top(), foldWidth * m_unit, room.height());
        const double side = std::clamp(14 * m_s, 12 * m_unit, 16 * m_unit);
        const QRectF sign(at.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
        paintFold(sided(whole, sign), group.fold, hovered ? m_t.accent : h ? h->name : m_t.muted);
        room.setLeft(at.right() + m_unit);
    }
    const double spare = room.width() - named - 10 * m_unit;
    QRectF end = room;
    const double small = size * 12.0 / 13.0;
    double badges = 0;
    for (const auto &[status, count] : group.badges)
        badges += (14 + 4 + 8) * m_unit + widthOf(QString::number(count), TextRole::Small, small, 500);
    if (isTop && badges > 0 && badges < spare)
        paintBadges(group, whole, end, small);
    if (group.status && spare > 40 * m_unit) {
        const double sign = 12 * m_unit;
        const QRectF at(end.right() - sign, end.center().y() - sign / 2, sign, sign);
        paintStatus(*m_p, sided(whole, at), *group.status, m_t);
        end.setRight(end.right() - sign - 5 * m_unit);
    }
    const double countWidth = widthOf(group.count, TextRole::Small, small);
    if (countWidth < spare - (end.width() < room.width() ? room.width() - end.width() : 0)) {
        text(sided(whole, end), group.count, TextRole::Small, small, m_t.muted, -1, Qt::AlignRight);
        end.setRight(end.right() - countWidth - 8 * m_unit);
    }
    paintName(index, whole, QRectF(room.left(), room.top(), end.right() - room.left(), room.height()), size);
}

void GraphPainter::paintBadges(const SceneGroup &group, const QRectF &whole, QRectF &room, double size)
{
    for (size_t i = group.badges.size(); i-- > 0;) {
        const auto &[status, count] = group.badges[i];
        const QString number = QString::number(count);
        const double width = widthOf(number, TextRole::Small, size, 500);
        text(sided(whole, QRectF(room.right() - width - 1, room.top(), width + 2, room.height())), number, TextRole::Small,
             size, m_t.text, 500);
        const double sign = 12 * m_unit;
        const double x = room.right() - width - 4 * m_unit - sign;
        paintStatus(*m_p, sided(whole, QRectF(x, room.center().y() - sign / 2, sign, sign)), status, m_t);
        room.setRight(x - 8 * m_unit);
    }
}

} // namespace meshscope
