#include "models/graph/radialplaces.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace meshscope::graph {

namespace {

constexpr double widest = 80 * std::numbers::pi / 180; ///< a half ring ends there, short of the other half
constexpr double arcStep = 8 * std::numbers::pi / 180;

/// Cards right of this angle keep clear of the other half.
double lastAngle(double radius, QSizeF card)
{
    return std::min(widest, std::acos(std::min(1.0, card.width() / 2 / radius)));
}

/// The next angle at which a card is clear of one at `angle` ≥ 0: beside or below it, whichever is nearer.
double nextAngle(double angle, double radius, QSizeF card)
{
    constexpr double never = std::numeric_limits<double>::infinity();
    const double sine = std::sin(angle) + card.height() / radius;
    const double cosine = std::cos(angle) - card.width() / radius;
    return std::min(sine <= 1 ? std::asin(sine) : never, cosine >= 0 ? std::acos(cosine) : never);
}

/// The stretch of a level or an upright line between the corridors; upright ones lead up or down.
std::optional<RingGate> lineAt(const RingTrack &t, double at, bool level, bool up)
{
    // The line crosses both corridors only when it comes nearer to the middle than the inner one.
    if (std::abs(at) > t.inside * 0.999)
        return {};
    const double in = std::sqrt(t.inside * t.inside - at * at);
    const double out = std::sqrt(t.outside * t.outside - at * at);
    if (level)
        return RingGate{{in, at}, {out, at}};
    return RingGate{{at, up ? -in : in}, {at, up ? -out : out}};
}

/// Keeps the gate that leads least away from an angle.
class NearestGate {
public:
    NearestGate(const RingTrack &track, double angle)
        : m_track(track)
        , m_angle(angle)
    {
    }
    void offer(double at, bool level, bool up = false)
    {
        const std::optional<RingGate> gate = lineAt(m_track, at, level, up);
        if (!gate)
            return;
        const double off = std::abs(std::atan2(gate->inner.y(), gate->inner.x()) - m_angle) +
                           std::abs(std::atan2(gate->outer.y(), gate->outer.x()) - m_angle);
        if (off < m_off) {
            m_off = off;
            m_best = gate;
        }
    }
    void offerBetween(size_t i)
    {
        const QPointF a = onCircle(m_track.radius, m_track.angles[i]);
        const QPointF b = onCircle(m_track.radius, m_track.angles[i + 1]);
        if (b.y() - a.y() >= m_track.card.height() * 0.999)
            offer((a.y() + b.y()) / 2, true);
        else
            offer((a.x() + b.x()) / 2, false, a.y() + b.y() < 0);
    }
    [[nodiscard]] const std::optional<RingGate> &best() const { return m_best; }

private:
    const RingTrack &m_track;
    double m_angle;
    double m_off = std::numeric_limits<double>::infinity();
    std::optional<RingGate> m_best;
};

} // namespace

QPointF onCircle(double radius, double angle)
{
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

std::vector<double> ringAngles(double radius, QSizeF card, int count, double stretch)
{
    const QSizeF wide(card.width() * stretch, card.height() * stretch);
    const double last = lastAngle(radius, card);
    if (count <= 0)
        return {};
    const double half = std::min(1.0, wide.height() / 2 / radius);
    std::vector<double> below; // of the half ring below the horizontal, nearest first
    const bool odd = count % 2 == 1;
    // The first pair faces itself across the horizontal, and the one in the middle of an odd row.
    double angle = odd ? std::max(nextAngle(0, radius, wide), std::asin(half)) : std::asin(half);
    while (int(below.size()) < count / 2 && angle <= last) {
        below.push_back(angle);
        angle = nextAngle(angle, radius, wide);
    }
    std::vector<double> angles;
    for (size_t i = below.size(); i-- > 0;)
        angles.push_back(-below[i]);
    if (odd)
        angles.push_back(0);
    angles.insert(angles.end(), below.begin(), below.end());
    return angles;
}

int ringRoom(double radius, QSizeF card, int most)
{
    const int odd = int(ringAngles(radius, card, most | 1).size());
    const int even = int(ringAngles(radius, card, (most + 1) & ~1).size());
    return std::min(most, std::max(odd, even));
}

std::optional<RingGate> gateNear(const RingTrack &t, double angle)
{
    constexpr size_t looked = 3; ///< gates on each side of the angle before all are tried
    NearestGate nearest(t, angle);
    if (t.angles.empty()) {
        nearest.offer(t.inside * 0.99 * std::sin(angle), true);
        return nearest.best();
    }
    const size_t gates = t.angles.size() - 1;
    const auto at = size_t(std::lower_bound(t.angles.begin(), t.angles.end(), angle) - t.angles.begin());
    for (size_t i = at > looked ? at - looked : 0; i < std::min(gates, at + looked); ++i)
        nearest.offerBetween(i);
    nearest.offer(onCircle(t.radius, t.angles.front()).y() - t.card.height() / 2, true);
    nearest.offer(onCircle(t.radius, t.angles.back()).y() + t.card.height() / 2, true);
    for (size_t i = 0; i < gates && !nearest.best(); ++i)
        nearest.offerBetween(i);
    return nearest.best();
}

void appendArc(std::vector<QPointF> &points, double radius, double from, double to)
{
    const int steps = std::max(1, int(std::ceil(std::abs(to - from) / arcStep)));
    for (int i = 0; i <= steps; ++i) {
        const QPointF p = onCircle(radius, from + (to - from) * i / steps);
        if (points.empty() || std::hypot(p.x() - points.back().x(), p.y() - points.back().y()) > 0.5)
            points.push_back(p);
    }
}

QPointF borderTowards(const QRectF &card, QPointF point)
{
    const QPointF way = point - card.center();
    const double x = std::abs(way.x()) > 1e-9 ? card.width() / 2 / std::abs(way.x()) : std::numeric_limits<double>::max();
    const double y = std::abs(way.y()) > 1e-9 ? card.height() / 2 / std::abs(way.y()) : std::numeric_limits<double>::max();
    const double share = std::min(x, y);
    return share < 1e100 ? card.center() + way * share : card.center();
}

} // namespace meshscope::graph
