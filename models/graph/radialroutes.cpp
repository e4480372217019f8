#include "models/graph/radialplaces.h"

#include <algorithm>
#include <cmath>
#include <numbers>

// A route runs in the right half plane and is mirrored when its ends are on the left: out of the card along the radius,
// along the corridor, through the gate of each ring that lies between, along the next corridor, and into the other card.
namespace meshscope::graph {

namespace {

double angleOf(QPointF p)
{
    return std::atan2(p.y(), p.x());
}

} // namespace

/// Crosses the rings begin … end - 1 outwards; false when one leaves no way.
bool RingRouter::through(const std::vector<RingTrack> &tracks, int begin, int end, double aim, Points &points, double &angle)
{
    for (int k = begin; k < end; ++k) {
        const std::optional<RingGate> gate = gateNear(tracks[size_t(k)], aim);
        if (!gate)
            return false;
        appendArc(points, tracks[size_t(k)].inside, angle, angleOf(gate->inner));
        points.push_back(gate->outer);
        angle = angleOf(gate->outer);
    }
    return true;
}

void RingRouter::enter(int node, Points &points, double angle, bool fromInside) const
{
    const RingSeat &s = m_seats[size_t(node)];
    const RingTrack &t = half(node)[size_t(s.track)];
    const double corridor = fromInside ? t.inside : t.outside;
    appendArc(points, corridor, angle, s.angle);
    const QPointF end = onCircle(corridor, s.angle);
    points.push_back(mirroredIf(s.left, borderTowards(m_cards[size_t(node)], mirroredIf(s.left, end))));
}

/// From the corridor round the middle to a node.
bool RingRouter::outTo(int node, Points &points, double angle) const
{
    const RingSeat &s = m_seats[size_t(node)];
    if (!through(half(node), 0, s.track, s.angle, points, angle))
        return false;
    enter(node, points, angle, true);
    return true;
}

bool RingRouter::fromMiddle(int from, int to, Points &points) const
{
    const RingSeat &s = m_seats[size_t(to)];
    const RingTrack &first = half(to).front();
    double angle = s.angle;
    if (s.track > 0) {
        const std::optional<RingGate> gate = gateNear(first, s.angle);
        if (!gate)
            return false;
        angle = angleOf(gate->inner);
    }
    points.push_back(borderTowards(m_cards[size_t(from)], onCircle(first.inside, angle)));
    return outTo(to, points, angle);
}

bool RingRouter::sameHalf(int from, int to, Points &points) const
{
    const RingSeat &a = m_seats[size_t(from)];
    const RingSeat &b = m_seats[size_t(to)];
    const RingTrack &t = half(from)[size_t(a.track)];
    const QPointF begin = onCircle(t.outside, a.angle);
    points.push_back(mirroredIf(a.left, borderTowards(m_cards[size_t(from)], mirroredIf(a.left, begin))));
    points.push_back(begin);
    double angle = a.angle;
    if (!through(half(from), a.track + 1, b.track, b.angle, points, angle))
        return false;
    enter(to, points, angle, b.track != a.track);
    return true;
}

/// In through its own half, past the middle, out through the other. Points are as drawn, not mirrored.
bool RingRouter::acrossHalves(int from, int to, Points &points) const
{
    const RingSeat &a = m_seats[size_t(from)];
    const RingSeat &b = m_seats[size_t(to)];
    const double turn = (a.angle + b.angle >= 0 ? 1 : -1) * std::numbers::pi / 2;
    Points in, out;
    if (!outTo(from, in, turn) || !outTo(to, out, turn))
        return false;
    for (size_t i = in.size(); i-- > 0;)
        points.push_back(mirroredIf(a.left, in[i]));
    for (const QPointF &p : out)
        points.push_back(mirroredIf(b.left, p));
    return true;
}

RingRouter::Points RingRouter::direct(int a, int b) const
{
    const QRectF &from = m_cards[size_t(a)];
    const QRectF &to = m_cards[size_t(b)];
    if (a != b)
        return {borderTowards(from, to.center()), borderTowards(to, from.center())};
    const double out = std::max(1.0, m_loop) / 2;
    return {{from.right(), from.center().y()},
            {from.right() + out, from.center().y()},
            {from.right() + out, from.top() - out},
            {from.center().x(), from.top() - out},
            {from.center().x(), from.top()}};
}

RingRouter::Points RingRouter::route(int from, int to) const
{
    int a = from;
    int b = to;
    const RingSeat &seatA = m_seats[size_t(a)];
    const RingSeat &seatB = m_seats[size_t(b)];
    if (a == b || seatA.track == RingSeat::below || seatB.track == RingSeat::below)
        return direct(a, b);
    const bool turned = seatA.track > seatB.track; // drawn from the inside out
    if (turned)
        std::swap(a, b);
    const bool fromTheMiddle = m_seats[size_t(a)].track == RingSeat::middle;
    Points points;
    bool found = false;
    if (!fromTheMiddle && seatA.left != seatB.left) {
        found = acrossHalves(a, b, points);
    } else {
        found = fromTheMiddle ? fromMiddle(a, b, points) : sameHalf(a, b, points);
        for (QPointF &p : points)
            p = mirroredIf(m_seats[size_t(b)].left, p);
    }
    if (!found || points.size() < 2)
        return direct(from, to);
    if (turned)
        std::reverse(points.begin(), points.end());
    return points;
}

} // namespace meshscope::graph
