#include "ui/graph/graphpainter.h"

#include "ui/widgets/signs.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

// The names of domains, which keep their size on screen whatever the zoom.
namespace meshscope {

namespace {

constexpr double nameOnly = 96; ///< width of a box below which only its name is drawn
constexpr double hueOnly = 24;
constexpr double plateOnly = 6; ///< width of a top box from which on it is named, if there is room beside it

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

/// The name of a box that is too narrow for it, as wide as it wants to be and as its box leaves it.
struct Plate {
    int group = 0;
    double area = 0; ///< of the box: the largest are named first
    QRectF whole, narrow;
};

/// Gives every plate a place where it covers no other, the larger domains first: whole if it can be, else as narrow as its
/// box if that still says something; else it is left out, and the box's hue must do.
std::vector<std::pair<int, QRectF>> placePlates(std::vector<Plate> plates, double leastWidth)
{
    std::sort(plates.begin(), plates.end(), [](const Plate &a, const Plate &b) { return a.area > b.area; });
    std::vector<std::pair<int, QRectF>> placed;
    const auto isFree = [&](const QRectF &r) {
        return std::none_of(placed.begin(), placed.end(), [&](const auto &other) { return other.second.intersects(r); });
    };
    for (const Plate &plate : plates) {
        if (isFree(plate.whole))
            placed.emplace_back(plate.group, plate.whole);
        else if (plate.narrow.width() >= leastWidth && isFree(plate.narrow))
            placed.emplace_back(plate.group, plate.narrow);
    }
    return placed;
}

} // namespace

/// Heads lie over the cards: their names keep their size on screen and stay at the top of what is seen of their box.
void GraphPainter::paintHeads(const QRectF &view)
{
    const double outer = 18 * m_unit;
    const double innerLeast = 14 * m_unit;
    std::vector<double> bottoms(m_scene.groups().size(), view.top());
    std::vector<Plate> plates;
    for (size_t g = 0; g < m_scene.groups().size(); ++g) {
        const SceneGroup &group = m_scene.groups()[g];
        const QRectF box = m_camera.toScreen(group.rect);
        const double parentBottom = group.parent >= 0 ? bottoms[size_t(group.parent)] : view.top();
        bottoms[g] = parentBottom;
        const double seenFrom = group.depth > 0 ? hueOnly : plateOnly;
        if (!box.intersects(view) || (box.width() < seenFrom && !m_look.fullDetail))
            continue;
        const bool inner = group.depth > 0;
        if (!inner && !m_look.fullDetail && box.width() < nameOnly * m_unit) {
            const double named = widthOf(group.name, TextRole::Strong, 12 * m_unit, 600) + 20 * m_unit;
            const QRectF narrow(box.topLeft(), QSizeF(box.width(), outer));
            plates.push_back({int(g), box.width() * box.height(),
                              QRectF(box.topLeft(), QSizeF(std::max(named, box.width()), outer)), narrow});
            continue;
        }
        const double least = inner ? innerLeast : outer;
        double height = group.head * m_camera.scale;
        if (height < least) {
            if (inner && height < 0.6 * least && (box.width() < nameOnly || box.height() < 2.5 * least))
                continue;
            height = std::min(least, box.height());
        }
        double top = box.top();
        if (!m_look.fullDetail && top < parentBottom)
            top = std::max(top, std::min(parentBottom, box.bottom() - height));
        const QRectF strip(box.left(), top, box.width(), height);
        bottoms[g] = std::max(parentBottom, strip.bottom());
        paintHead(int(g), box, strip, view);
    }
    for (const auto &[group, plate] : placePlates(std::move(plates), 40 * m_unit))
        paintHead(group, plate, plate, view);
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
    const double pad = std::min(8 * m_s, 8 * m_unit);
    const double visibleLeft = std::max(strip.left(), view.left());
    QRectF room(visibleLeft + pad, strip.top(), std::min(strip.right(), view.right()) - visibleLeft - 2 * pad,
                strip.height());
    if (isTop && room.width() > 24 * m_unit) {
        const double height = std::min(14 * m_unit, strip.height() - 6);
        m_p->setPen(Qt::NoPen);
        m_p->setBrush(h ? h->stripe : m_t.lineStrong);
        const QRectF stripe(room.left(), strip.center().y() - height / 2, 3 * m_unit, height);
        if (radius < 3 && !m_look.fullDetail)
            m_p->fillRect(stripe.toRect(), m_p->brush());
        else
            m_p->drawRoundedRect(stripe, 1.5, 1.5);
        room.setLeft(room.left() + 10 * m_unit);
    }
    // Zoomed in, heads grow a little with their box; zoomed out they never shrink below 12 pixels.
    const double size = std::clamp((isTop ? 13.0 : 12.0) * m_s, 12.0 * m_unit, 16.0 * m_unit);
    const auto name = [&](const QRectF &at) {
        text(at, group.name, isTop ? TextRole::Strong : TextRole::Small, size, h ? h->name : m_t.text, isTop ? 600 : 500);
    };
    if (room.width() < 60 * m_unit && !m_look.fullDetail) {
        name(room); // nothing else fits
        return;
    }
    const double nameWidth = widthOf(group.name, isTop ? TextRole::Strong : TextRole::Small, size, isTop ? 600 : 500);
    const double spare = room.width() - nameWidth - 10 * m_unit;
    QRectF end = room;
    const double small = size * 12.0 / 13.0;
    double badges = 0;
    for (const auto &[status, count] : group.badges)
        badges += (14 + 4 + 8) * m_unit + widthOf(QString::number(count), TextRole::Small, small, 500);
    if (isTop && badges > 0 && badges < spare)
        paintBadges(group, end, small);
    const double countWidth = widthOf(group.count, TextRole::Small, small);
    if (countWidth < spare - (end.width() < room.width() ? room.width() - end.width() : 0)) {
        text(end, group.count, TextRole::Small, small, m_t.muted, -1, Qt::AlignRight);
        end.setRight(end.right() - countWidth - 8 * m_unit);
    }
    name(QRectF(room.left(), room.top(), end.right() - room.left(), room.height()));
}

void GraphPainter::paintBadges(const SceneGroup &group, QRectF &room, double size)
{
    for (size_t i = group.badges.size(); i-- > 0;) {
        const auto &[status, count] = group.badges[i];
        const QString number = QString::number(count);
        const double width = widthOf(number, TextRole::Small, size, 500);
        text(QRectF(room.right() - width - 1, room.top(), width + 2, room.height()), number, TextRole::Small, size, m_t.text,
             500);
        const double sign = 12 * m_unit;
        const double x = room.right() - width - 4 * m_unit - sign;
        paintStatus(*m_p, QRectF(x, room.center().y() - sign / 2, sign, sign), status, m_t);
        room.setRight(x - 8 * m_unit);
    }
}

} // namespace meshscope
