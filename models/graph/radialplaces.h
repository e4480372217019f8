#pragma once

#include "models/graph/radial.h"

#include <array>
#include <optional>

/// The geometry of a radial layout, seen in its right half; the left one is mirrored.
namespace meshscope::graph {

/// Places on one half ring: mirrored about the horizontal, monotone in x and y above and below it, so that two cards of
/// `card` (gap included) never overlap. At most `count`, as many as fit; `stretch` ≥ 1 spreads them. Angles ascend.
[[nodiscard]] std::vector<double> ringAngles(double radius, QSizeF card, int count, double stretch = 1);
/// How many fit.
[[nodiscard]] int ringRoom(double radius, QSizeF card, int most);

/// One half ring with its cards and the free corridors on both sides of it.
struct RingTrack {
    double radius = 0;
    double inside = 0;  ///< radius of the corridor towards the middle
    double outside = 0; ///< and of the one away from it
    QSizeF card;
    std::vector<double> angles;
    std::vector<int> nodes; ///< by angle
};
/// A way through a ring between two cards: a straight line from the inner to the outer corridor.
struct RingGate {
    QPointF inner;
    QPointF outer;
};
/// The gate nearest to an angle; none when the cards leave no room.
[[nodiscard]] std::optional<RingGate> gateNear(const RingTrack &track, double angle);
/// Points along a circle round the middle, at most 8 degrees apart, from angle to angle, both included.
void appendArc(std::vector<QPointF> &points, double radius, double from, double to);
[[nodiscard]] QPointF onCircle(double radius, double angle);
[[nodiscard]] inline QPointF mirroredIf(bool left, QPointF p)
{
    return left ? QPointF(-p.x(), p.y()) : p;
}
/// Where the line from the middle of a card towards a point leaves the card.
[[nodiscard]] QPointF borderTowards(const QRectF &card, QPointF point);

/// Where a node sits.
struct RingSeat {
    static constexpr int middle = -1;
    static constexpr int below = -2; ///< in the rows of what is not connected
    bool left = false;
    int track = middle;
    double angle = 0;
};
/// Edges along the corridors of rings and through their gates: never through a card.
class RingRouter {
public:
    /// `tracks`: right and left half. Everything is round (0, 0) and must outlive the router.
    RingRouter(const std::array<std::vector<RingTrack>, 2> &tracks, const std::vector<RingSeat> &seats,
               const std::vector<QRectF> &cards, double loop)
        : m_tracks(tracks)
        , m_seats(seats)
        , m_cards(cards)
        , m_loop(loop)
    {
    }
    [[nodiscard]] std::vector<QPointF> route(int from, int to) const;

private:
    using Points = std::vector<QPointF>;
    [[nodiscard]] const std::vector<RingTrack> &half(int node) const { return m_tracks[m_seats[size_t(node)].left ? 1 : 0]; }
    [[nodiscard]] static bool through(const std::vector<RingTrack> &tracks, int begin, int end, double aim, Points &points,
                                      double &angle);
    void enter(int node, Points &points, double angle, bool fromInside) const;
    [[nodiscard]] bool outTo(int node, Points &points, double angle) const;
    [[nodiscard]] bool fromMiddle(int from, int to, Points &points) const;
    [[nodiscard]] bool sameHalf(int from, int to, Points &points) const;
    [[nodiscard]] bool acrossHalves(int from, int to, Points &points) const;
    [[nodiscard]] Points direct(int from, int to) const;

    const std::array<std::vector<RingTrack>, 2> &m_tracks;
    const std::vector<RingSeat> &m_seats;
    const std::vector<QRectF> &m_cards;
    double m_loop; ///< room for the edge of a node to itself
};

} // namespace meshscope::graph
