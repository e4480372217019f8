#include "ui/graph/graphpainter.h"

#include <algorithm>
#include <cmath>

// Names of boxes that are too small for them: beside the box, where they cover nothing.
namespace meshscope {

namespace {

constexpr double leastName = 60; ///< as in headpainter.cpp
constexpr double lowest = 11.5;
constexpr size_t mostPlates = 400;
constexpr size_t mostLines = 3000; ///< of a scene whose lines are drawn one by one at every scale

/// Whether a stretch of a line passes an area.
bool passes(QPointF from, QPointF to, const QRectF &area)
{
    double first = 0, last = 1;
    const double d[] = {to.x() - from.x(), to.y() - from.y()};
    const double lows[] = {area.left() - from.x(), area.top() - from.y()};
    const double highs[] = {area.right() - from.x(), area.bottom() - from.y()};
    for (int k = 0; k < 2; ++k) {
        if (std::abs(d[k]) < 1e-9) {
            if (lows[k] > 0 || highs[k] < 0)
                return false;
            continue;
        }
        const auto [a, b] = std::minmax({lows[k] / d[k], highs[k] / d[k]});
        first = std::max(first, a);
        last = std::min(last, b);
    }
    return first <= last;
}

} // namespace

void GraphPainter::placePlates(std::vector<Head> plates, const QRectF &view)
{
    const auto areaOf = [](const Head &h) { return h.box.width() * h.box.height(); };
    std::sort(plates.begin(), plates.end(), [&](const Head &a, const Head &b) { return areaOf(a) > areaOf(b); });
    std::vector<QRectF> boxes; // nothing else of the top may be covered
    for (const SceneGroup &group : m_scene.groups()) {
        const QRectF box = m_camera.toScreen(group.rect);
        if (group.depth == 0 && box.intersects(view))
            boxes.push_back(box);
    }
    const double height = 15 * m_unit;
    const auto isFree = [&](const Head &head, const QRectF &r) {
        const auto isHit = [&](const QRectF &other) { return other.intersects(r); };
        return view.contains(r) && std::none_of(m_taken.begin(), m_taken.end(), isHit) &&
               std::none_of(boxes.begin(), boxes.end(),
                            [&](const QRectF &other) { return other != head.box && other.intersects(r); }) &&
               !coversFlow(r, head.group);
    };
    for (size_t i = 0; i < plates.size() && i < mostPlates; ++i) {
        Head &head = plates[i];
        const SceneGroup &group = m_scene.groups()[size_t(head.group)];
        const QRectF &box = head.box;
        const double named = std::ceil(widthOf(group.name, TextRole::Strong, headSize(group, {}), 600)) + 20 * m_unit;
        const bool isLow = box.height() < height;
        const double top = isLow ? box.center().y() - height / 2 : box.top();
        const double wide = std::min(named, 160 * m_unit);
        const double whole = isLow ? std::max(wide, box.width()) : wide;
        // On it, reaching out to one side or the other; over it; under it.
        std::vector<QRectF> places;
        const auto beside = [&](double y, double h) {
            const QRectF onLeft(box.left(), y, whole, h), onRight(box.right() - whole, y, whole, h);
            places.push_back(m_scene.isMirrored() ? onRight : onLeft);
            places.push_back(m_scene.isMirrored() ? onLeft : onRight);
        };
        beside(top, height);
        if (isLow)
            beside(box.center().y() - lowest * m_unit / 2, lowest * m_unit);
        for (const double share : {0.25, 0.5, 0.75}) { // down a high one
            if (box.height() > 4 * height)
                beside(box.top() + share * box.height(), height);
        }
        if (box.width() < leastName * m_unit) {
            places.emplace_back(box.center().x() - wide / 2, box.top() - height, wide, height);
            places.emplace_back(box.center().x() - wide / 2, box.bottom(), wide, height);
        }
        const auto place = std::find_if(places.begin(), places.end(), [&](const QRectF &r) { return isFree(head, r); });
        if (!isLow && named <= box.width())
            head.strip = QRectF(box.left(), top, box.width(), height);
        else if (place != places.end())
            head.strip = *place;
        else if (box.width() >= (leastName + 16) * m_unit && box.height() >= lowest * m_unit)
            head.strip = QRectF(box.topLeft(), QSizeF(box.width(), std::min(height, box.height())));
        else
            continue;
        const bool isHit =
            std::any_of(m_taken.begin(), m_taken.end(), [&](const QRectF &r) { return r.intersects(head.strip); });
        if (isHit)
            continue;
        m_heads.push_back(head);
        m_taken.push_back(head.strip);
    }
}

/// Whether a line that is seen passes an area outside a box. Only in what is drawn as whole lines that is asked.
bool GraphPainter::coversFlow(const QRectF &area, int group) const
{
    const QRectF there = m_camera.toScene(area.adjusted(1, 1, -1, -1));
    const QRectF own = m_scene.groups()[size_t(group)].rect;
    const auto isHit = [&](QPointF a, QPointF b) { return passes(a, b, there) && !(own.contains(a) && own.contains(b)); };
    const SceneFlows &flows = m_scene.flows();
    for (size_t k = 0; k < flows.levels().size(); ++k) {
        const SceneFlows::Level &level = flows.levels()[k];
        if (flows.shareOf(k, m_camera.scale) < 0.1)
            continue;
        const int shown = SceneFlows::shownAt(level, m_camera.scale);
        bool isAny = false;
        level.index.visit(Scene::boxOf(there), [&](int i) {
            if (isAny || i >= shown)
                return;
            SceneFlows::visitPieces(level, level.flows[size_t(i)], m_camera.scale, there,
                                    [&](QPointF a, QPointF b, double) { isAny = isAny || isHit(a, b); });
        });
        if (isAny)
            return true;
    }
    if (m_scene.edges().size() > mostLines)
        return false; // they are faint then, and a hatch rather than lines
    bool isAny = false;
    m_scene.visitStretches(there, [&](int, const Scene::Stretch &s) {
        const std::span<const QPointF> points = isAny ? std::span<const QPointF>() : m_scene.points(s.edge);
        for (size_t i = 1; i < points.size() && !isAny; ++i)
            isAny = isHit(points[i - 1], points[i]);
    });
    return isAny;
}

} // namespace meshscope
