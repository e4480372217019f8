#pragma once

#include <QPointF>

#include <algorithm>
#include <cmath>

namespace meshscope {

/// The S-curve between two layers as short straight pieces: calls visit(point) for each after `from`, `to` the last. The
/// same curve as curveThrough(): y = 3t² − 2t³, x = 1.5 t (1 − t) + t³. `coarse`: fewer pieces the larger it is.
template<class Visit>
void softCurve(QPointF from, QPointF to, bool isStraight, double coarse, Visit &&visit)
{
    const QPointF way = to - from;
    const double across = std::abs(way.x()), down = std::abs(way.y());
    if (!isStraight && std::min(across, down) > 2) {
        const int parts = std::clamp(int(std::sqrt(std::max(across, down)) / coarse) + 2, 4, 32);
        for (int k = 1; k < parts; ++k) {
            const double t = double(k) / parts;
            visit(QPointF(from.x() + way.x() * (1.5 * t * (1 - t) + t * t * t), from.y() + way.y() * t * t * (3 - 2 * t)));
        }
    }
    visit(to);
}

[[nodiscard]] inline double squaredDistance(QPointF p, QPointF a, QPointF b)
{
    const QPointF way = b - a;
    const double length = QPointF::dotProduct(way, way);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, way) / length, 0.0, 1.0) : 0.0;
    const QPointF d = p - (a + way * t);
    return QPointF::dotProduct(d, d);
}

/// Where along the curve (its t) it is so far across: x is a cubic that only grows; three steps of Newton are enough.
[[nodiscard]] inline double softCurveAt(double x)
{
    double t = std::clamp(x, 0.0, 1.0);
    const double u = t;
    for (int i = 0; i < 3; ++i)
        t -= (t * (t * (t - 1.5) + 1.5) - u) / (3 * t * (t - 1) + 1.5);
    return t;
}

/// Squared distance of a point from that curve; `most` when it is not nearer than that. Looks only at the part beside the
/// point: what passes far away costs next to nothing.
[[nodiscard]] inline double squaredDistanceToCurve(QPointF at, QPointF from, QPointF to, bool isStraight, double most)
{
    const double reach = std::sqrt(most);
    if (at.x() < std::min(from.x(), to.x()) - reach || at.x() > std::max(from.x(), to.x()) + reach ||
        at.y() < std::min(from.y(), to.y()) - reach || at.y() > std::max(from.y(), to.y()) + reach)
        return most;
    const QPointF way = to - from;
    if (isStraight || std::min(std::abs(way.x()), std::abs(way.y())) <= 2)
        return std::min(most, squaredDistance(at, from, to));
    const double spare = 0.002;
    const double a = softCurveAt((at.x() - reach - from.x()) / way.x()),
                 b = softCurveAt((at.x() + reach - from.x()) / way.x());
    const double first = std::max(0.0, std::min(a, b) - spare), last = std::min(1.0, std::max(a, b) + spare);
    const auto point = [&](double t) {
        return QPointF(from.x() + way.x() * (1.5 * t * (1 - t) + t * t * t), from.y() + way.y() * t * t * (3 - 2 * t));
    };
    QPointF before = point(first);
    const double end = point(last).y();
    if (at.y() < std::min(before.y(), end) - reach || at.y() > std::max(before.y(), end) + reach)
        return most;
    const int parts = std::clamp(int((last - first) * 32) + 1, 2, 32);
    double least = most;
    for (int k = 1; k <= parts; ++k) {
        const QPointF next = point(first + (last - first) * k / parts);
        least = std::min(least, squaredDistance(at, before, next));
        before = next;
    }
    return least;
}

} // namespace meshscope
