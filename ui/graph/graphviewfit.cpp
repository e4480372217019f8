#include "ui/graph/graphview.h"

#include <algorithm>

// How much of the graph is seen: zoom, the whole of it, around one of its cards.
namespace meshscope {

namespace {

constexpr double leastShare = 0.5; ///< of the scale that shows the whole: farther out there is only empty room
constexpr double mostScale = 4;
constexpr double legible = 0.75;    ///< below, a graph that grows does not shrink any more
constexpr double opensWhole = 0.6;  ///< below, a lineage opens around its root instead of whole
constexpr double opensRows = 0.7;   ///< the same with columns to read
constexpr double opensAround = 0.8; ///< so large, or larger: cards with both their lines
constexpr double wholeCard = 41;    ///< pixels high
constexpr double margin = 20;

/// The scale down to which a scene opens whole.
double leastWhole(const Scene &scene)
{
    const bool hasRows =
        std::any_of(scene.cards().begin(), scene.cards().end(), [](const SceneCard &card) { return card.isOpen; });
    return hasRows ? opensRows : opensWhole;
}

} // namespace

/// As far out as the whole scene needs, and a little more. Who is farther out, because the scene has become smaller, stays.
double GraphView::leastZoom() const
{
    return std::min(m_goal.scale, leastShare * Camera::fitting(m_scene->bounds(), viewRect(), margin, 1.0).scale);
}

void GraphView::setZoom(double scale)
{
    zoomBy(scale / m_goal.scale);
}

void GraphView::zoomBy(double factor)
{
    const double scale = std::clamp(m_goal.scale * factor, leastZoom(), mostScale);
    m_followsFit = false;
    m_zoomAt = {-1, -1};
    moveTo(m_goal.zoomed(scale / m_goal.scale, viewRect().center()), true);
}

void GraphView::fit(bool animated)
{
    m_followsFit = true;
    m_zoomAt = {-1, -1};
    if (m_scene->isEmpty())
        return;
    moveTo(Camera::fitting(m_scene->bounds(), viewRect(), margin, 1.0), animated && !m_isFirst);
}

void GraphView::showAround(const QString &id, bool animated)
{
    const int card = m_scene->cardOf(id);
    const Camera fitted = Camera::fitting(m_scene->bounds(), viewRect(), margin, 1.0);
    if (card < 0 || fitted.scale >= leastWhole(*m_scene)) {
        fit(animated);
        return;
    }
    Camera c;
    c.scale = std::clamp(wholeCard / (52 * m_scene->unit()), opensAround, 1.0);
    c.offset = viewRect().center() - m_scene->cards()[size_t(card)].rect.center() * c.scale;
    // Around the card, without empty room where the graph ends.
    const QRectF on = c.toScreen(m_scene->bounds()).adjusted(-margin, -margin, margin, margin);
    const auto shift = [](double low, double high, double from, double to) {
        if (high - low <= to - from)
            return (from + to - low - high) / 2;
        return low > from ? from - low : high < to ? to - high : 0.0;
    };
    c.offset += QPointF(shift(on.left(), on.right(), 0, width()), shift(on.top(), on.bottom(), 0, height()));
    m_followsFit = false;
    moveTo(c, animated);
}

void GraphView::flyTo(const QString &id)
{
    const int card = m_scene->cardOf(id);
    const int group = m_scene->groupOf(id);
    if (card < 0 && group < 0)
        return;
    const QRectF r = card >= 0 ? m_scene->cards()[size_t(card)].rect : m_scene->groups()[size_t(group)].rect;
    Camera c = m_goal;
    c.scale = std::clamp(c.scale, 0.8, 1.5);
    if (group >= 0)
        c.scale = std::min(c.scale, Camera::fitting(r, viewRect(), margin, 1.5).scale);
    c.offset = viewRect().center() - r.center() * c.scale;
    m_followsFit = false;
    moveTo(c, true);
}

/// A view of the whole graph stays one; a graph that has grown too large to be read keeps its place instead of shrinking.
void GraphView::followFit(const QString &kept)
{
    if (!m_followsFit)
        return;
    const int card = m_scene->cardOf(kept);
    if (card < 0) {
        const double fitted = Camera::fitting(m_scene->bounds(), viewRect(), margin, 1.0).scale;
        m_followsFit = m_startAt.isEmpty() || fitted >= legible || fitted >= m_goal.scale;
        if (m_followsFit)
            fit(true);
        return;
    }
    // Smaller about the middle of the card, as far as needed to see everything from there.
    const QPointF middle = m_scene->cards()[size_t(card)].rect.center();
    const QPointF on = m_goal.toScreen(middle);
    const QRectF room = viewRect().adjusted(margin / 2, margin / 2, -margin / 2, -margin / 2);
    const QRectF bounds = m_scene->bounds();
    double scale = m_goal.scale;
    const auto fitIn = [&](double length, double space) { scale = length > 1 ? std::min(scale, space / length) : scale; };
    fitIn(middle.x() - bounds.left(), on.x() - room.left());
    fitIn(bounds.right() - middle.x(), room.right() - on.x());
    fitIn(middle.y() - bounds.top(), on.y() - room.top());
    fitIn(bounds.bottom() - middle.y(), room.bottom() - on.y());
    if (scale < legible) {
        m_followsFit = false;
        return;
    }
    Camera c = m_goal;
    c.scale = scale;
    c.offset = on - middle * scale;
    moveTo(c, true);
}

} // namespace meshscope
