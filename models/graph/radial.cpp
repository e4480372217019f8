#include "models/graph/radial.h"

#include "models/graph/radialplaces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

// Breadth first from the middle gives each node its distance and side. The nodes of a distance fill one or more half rings
// (tracks) from the inside out, as many as have room; within a track they are spread about the horizontal. On the first
// distance nodes keep their order (that of the last layout where there was one), further out they go to the mean angle of
// what they are connected with one step nearer: fewer crossings for one sweep. Rings are further apart than the diagonals
// of their cards, which leaves a free corridor between two of them: an edge leaves its card along the radius, runs along
// corridors, and crosses rings between two cards, so it never goes through one.
//
// O((nodes + edges) log nodes), and O(tracks between its ends) for each edge.
namespace meshscope::graph {

namespace {

constexpr double mostStretch = 1.9; ///< few cards are not spread over the whole half
constexpr double largestSide = 1e6;

double side(double v)
{
    return std::isfinite(v) && v > 0 ? std::min(v, largestSide) : 0;
}

double diagonal(QSizeF s)
{
    return std::hypot(s.width(), s.height());
}

bool isEdge(const LayoutInput &in, const LayoutEdge &e)
{
    const int n = int(in.nodes.size());
    return e.from >= 0 && e.to >= 0 && e.from < n && e.to < n;
}

class Radial {
public:
    Radial(const LayoutInput &input, const RadialOptions &options)
        : m_in(input)
        , m_o(options)
    {
    }
    LayoutResult make()
    {
        m_out.nodes.assign(m_in.nodes.size(), QRectF());
        m_out.groups.assign(m_in.groups.size(), QRectF());
        m_out.routes.resize(m_in.edges.size());
        if (m_in.nodes.empty())
            return std::move(m_out);
        m_centre = centre();
        m_places = radialPlaces(m_in, m_centre);
        m_at.assign(m_in.nodes.size(), {});
        m_key.assign(m_in.nodes.size(), 0);
        m_out.nodes[size_t(m_centre)] = card(m_centre, {});
        collectNear();
        chooseSides();
        for (const bool left : {true, false})
            placeHalf(left);
        // One circle round the middle for both halves, so that lines pass from one to the other without a step.
        if (!m_tracks[0].empty() && !m_tracks[1].empty())
            m_tracks[0].front().inside = m_tracks[1].front().inside =
                std::min(m_tracks[0].front().inside, m_tracks[1].front().inside);
        placeRest();
        const RingRouter router(m_tracks, m_at, m_out.nodes, m_o.cardGap);
        for (size_t e = 0; e < m_in.edges.size() && !isCancelled(e); ++e) {
            const LayoutEdge &edge = m_in.edges[e];
            if (isEdge(m_in, edge))
                m_out.routes[e] = {router.route(edge.from, edge.to), reverses(edge)};
        }
        finish();
        return std::move(m_out);
    }

private:
    bool isCancelled(size_t step)
    {
        if (step % 256 == 0 && m_in.cancelled && m_in.cancelled())
            m_out.cancelled = true;
        return m_out.cancelled;
    }
    [[nodiscard]] QSizeF sizeOf(int v) const
    {
        return {side(m_in.nodes[size_t(v)].width), side(m_in.nodes[size_t(v)].height)};
    }
    [[nodiscard]] QRectF card(int v, QPointF at) const
    {
        const QSizeF s = sizeOf(v);
        return {at - QPointF(s.width() / 2, s.height() / 2), s};
    }
    [[nodiscard]] int centre() const
    {
        if (m_in.anchor >= 0 && m_in.anchor < int(m_in.nodes.size()))
            return m_in.anchor;
        std::vector<int> degree(m_in.nodes.size(), 0);
        for (const LayoutEdge &e : m_in.edges) {
            if (isEdge(m_in, e)) {
                ++degree[size_t(e.from)];
                ++degree[size_t(e.to)];
            }
        }
        return int(std::max_element(degree.begin(), degree.end()) - degree.begin());
    }
    /// For each node what it is connected with one step nearer to the middle.
    void collectNear()
    {
        m_near.resize(m_in.nodes.size());
        for (const LayoutEdge &e : m_in.edges) {
            if (!isEdge(m_in, e))
                continue;
            const int from = m_places[size_t(e.from)].distance;
            const int to = m_places[size_t(e.to)].distance;
            if (from == to + 1)
                m_near[size_t(e.from)].push_back(e.to);
            if (to == from + 1)
                m_near[size_t(e.to)].push_back(e.from);
        }
    }
    /// The side of the middle a node was on in the last layout; nothing when that knows none.
    [[nodiscard]] std::optional<bool> wasLeft(int v) const
    {
        if (size_t(v) >= m_in.previous.size() || size_t(m_centre) >= m_in.previous.size())
            return {};
        const double x = m_in.previous[size_t(v)].x() - m_in.previous[size_t(m_centre)].x();
        return std::isfinite(x) && x != 0 ? std::optional(x < 0) : std::nullopt;
    }
    /// Where there are no sides, each branch from the middle stays on its side, or goes where less is.
    void chooseSides()
    {
        std::vector<int> order;
        for (size_t v = 0; v < m_places.size(); ++v) {
            if (m_places[v].distance > 0)
                order.push_back(int(v));
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return m_places[size_t(a)].distance < m_places[size_t(b)].distance; });
        std::vector<std::array<int, 2>> counts(m_places.size() + 1);
        for (const int v : order) {
            const int distance = m_places[size_t(v)].distance;
            std::array<int, 2> &count = counts[size_t(distance)];
            bool left = m_places[size_t(v)].up;
            if (m_o.fullCircle)
                left = distance > 1 && !m_near[size_t(v)].empty() ? m_at[size_t(m_near[size_t(v)].front())].left
                                                                  : wasLeft(v).value_or(count[1] < count[0]);
            m_at[size_t(v)].left = left != (m_in.rightToLeft && !m_o.fullCircle);
            ++count[left ? 1 : 0];
        }
        m_order = std::move(order);
    }
    [[nodiscard]] double previousY(int v) const
    {
        return size_t(v) < m_in.previous.size() && std::isfinite(m_in.previous[size_t(v)].y()) ? m_in.previous[size_t(v)].y()
                                                                                               : 0;
    }
    void placeHalf(bool left)
    {
        std::vector<RingTrack> &tracks = m_tracks[left ? 1 : 0];
        double reach = diagonal(sizeOf(m_centre)) / 2; // the circle nothing sticks out of so far
        for (size_t begin = 0; begin < m_order.size() && !isCancelled(0);) {
            const int distance = m_places[size_t(m_order[begin])].distance;
            std::vector<int> ring;
            for (; begin < m_order.size() && m_places[size_t(m_order[begin])].distance == distance; ++begin) {
                if (m_at[size_t(m_order[begin])].left == left)
                    ring.push_back(m_order[begin]);
            }
            if (!ring.empty())
                placeRing(ring, tracks, reach);
        }
    }
    void placeRing(std::vector<int> &ring, std::vector<RingTrack> &tracks, double &reach)
    {
        QSizeF most(0, 0);
        for (const int v : ring)
            most = most.expandedTo(sizeOf(v));
        sortByAngle(ring);
        const QSizeF spaced(most.width() + m_o.cardGap, most.height() + m_o.cardGap);
        const double gap = std::max(1.0, m_o.ringGap);
        std::vector<int> room;
        const size_t first = tracks.size();
        for (int left = int(ring.size()); left > 0;) {
            RingTrack t;
            t.card = spaced;
            t.radius = std::max(reach + gap + diagonal(most) / 2, std::max(spaced.width(), spaced.height()));
            t.inside = std::max(reach + gap / 2, t.radius - diagonal(most) / 2 - gap / 2);
            t.outside = t.radius + diagonal(most) / 2 + gap / 2;
            reach = t.radius + diagonal(most) / 2;
            room.push_back(std::max(1, ringRoom(t.radius, spaced, left)));
            left -= room.back();
            tracks.push_back(t);
        }
        share(ring, tracks, first, room);
        for (size_t k = first; k < tracks.size(); ++k)
            seat(tracks[k], int(k));
    }
    /// Neighbours by angle go to different tracks, each as full as the others.
    void share(const std::vector<int> &ring, std::vector<RingTrack> &tracks, size_t first, const std::vector<int> &room)
    {
        std::vector<int> used(room.size(), 0);
        for (const int v : ring) {
            size_t best = 0;
            for (size_t k = 1; k < room.size(); ++k) {
                if (qint64(used[k] + 1) * room[best] < qint64(used[best] + 1) * room[k])
                    best = k;
            }
            ++used[best];
            tracks[first + best].nodes.push_back(v);
        }
    }
    void seat(RingTrack &t, int track)
    {
        const int n = int(t.nodes.size());
        double low = 1;
        double high = mostStretch;
        t.angles = ringAngles(t.radius, t.card, n, high);
        if (int(t.angles.size()) < n) {
            for (int step = 0; step < 24; ++step) {
                const double middle = (low + high) / 2;
                (int(ringAngles(t.radius, t.card, n, middle).size()) == n ? low : high) = middle;
            }
            t.angles = ringAngles(t.radius, t.card, n, low);
        }
        // One less than what fits always fits, whether odd or even.
        Q_ASSERT(int(t.angles.size()) == n);
        for (int i = 0; i < n; ++i) {
            const int v = t.nodes[size_t(i)];
            RingSeat &s = m_at[size_t(v)];
            s.track = track;
            s.angle = t.angles[size_t(i)];
            m_out.nodes[size_t(v)] = card(v, mirroredIf(s.left, onCircle(t.radius, s.angle)));
        }
    }
    void sortByAngle(std::vector<int> &ring)
    {
        for (const int v : ring) {
            double sum = 0;
            for (const int w : m_near[size_t(v)])
                sum += m_out.nodes[size_t(w)].center().y();
            const bool isFirst = m_near[size_t(v)].empty() || m_places[size_t(v)].distance < 2;
            m_key[size_t(v)] = isFirst ? 0 : sum / double(m_near[size_t(v)].size());
        }
        std::sort(ring.begin(), ring.end(), [&](int a, int b) {
            if (m_key[size_t(a)] != m_key[size_t(b)])
                return m_key[size_t(a)] < m_key[size_t(b)];
            return previousY(a) != previousY(b) ? previousY(a) < previousY(b) : a < b;
        });
    }
    void placeRest()
    {
        QRectF used;
        for (const QRectF &r : m_out.nodes)
            used = used.united(r);
        const double width = std::max(used.width(), 1200.0);
        QPointF at(used.center().x() - width / 2, used.bottom() + m_o.ringGap);
        double high = 0;
        for (size_t v = 0; v < m_places.size(); ++v) {
            if (m_places[v].distance >= 0)
                continue;
            const QSizeF s = sizeOf(int(v));
            if (at.x() > used.center().x() - width / 2 && at.x() + s.width() > used.center().x() + width / 2) {
                at = {used.center().x() - width / 2, at.y() + high + m_o.cardGap};
                high = 0;
            }
            m_at[v].track = RingSeat::below;
            m_out.nodes[v] = QRectF(at, s);
            at.rx() += s.width() + m_o.cardGap;
            high = std::max(high, s.height());
        }
    }

    /// Towards the middle downstream of it, or away from it upstream: only a cycle does.
    [[nodiscard]] bool reverses(const LayoutEdge &e) const
    {
        const auto rank = [&](int v) {
            const RadialPlace &p = m_places[size_t(v)];
            return p.up ? -p.distance : p.distance;
        };
        return rank(e.from) > rank(e.to);
    }
    void finish()
    {
        QRectF bounds;
        for (const QRectF &r : m_out.nodes)
            bounds = bounds.united(r);
        for (const LayoutRoute &r : m_out.routes) {
            for (const QPointF &p : r.points)
                bounds = bounds.united(QRectF(p, QSizeF(1e-9, 1e-9)));
        }
        const QPointF move = -bounds.topLeft();
        for (QRectF &r : m_out.nodes)
            r.translate(move);
        for (LayoutRoute &r : m_out.routes) {
            for (QPointF &p : r.points)
                p += move;
        }
        m_out.bounds = bounds.translated(move);
        for (const LayoutRoute &r : m_out.routes) {
            for (size_t i = 1; i < r.points.size(); ++i)
                m_out.measures.length +=
                    std::hypot(r.points[i].x() - r.points[i - 1].x(), r.points[i].y() - r.points[i - 1].y());
        }
    }

    const LayoutInput &m_in;
    const RadialOptions &m_o;
    LayoutResult m_out;
    int m_centre = 0;
    std::vector<RadialPlace> m_places;
    std::vector<std::vector<int>> m_near;
    std::vector<int> m_order; ///< all that is connected, by distance
    std::vector<RingSeat> m_at;
    std::vector<double> m_key;
    std::array<std::vector<RingTrack>, 2> m_tracks; ///< right, left
};

} // namespace

std::vector<RadialPlace> radialPlaces(const LayoutInput &input, int centre)
{
    const int n = int(input.nodes.size());
    std::vector<RadialPlace> places(size_t(n), RadialPlace{});
    if (centre < 0 || centre >= n)
        return places;
    std::vector<std::vector<int>> out(size_t(n), std::vector<int>{}), in(size_t(n), std::vector<int>{});
    for (const LayoutEdge &e : input.edges) {
        if (isEdge(input, e)) {
            out[size_t(e.from)].push_back(e.to);
            in[size_t(e.to)].push_back(e.from);
        }
    }
    const auto spread = [&](bool up) {
        std::vector<int> distance(size_t(n), -1);
        std::vector<int> queue{centre};
        distance[size_t(centre)] = 0;
        for (size_t i = 0; i < queue.size(); ++i) {
            for (const int w : (up ? in : out)[size_t(queue[i])]) {
                if (distance[size_t(w)] < 0) {
                    distance[size_t(w)] = distance[size_t(queue[i])] + 1;
                    queue.push_back(w);
                }
            }
        }
        return distance;
    };
    const std::vector<int> up = spread(true);
    const std::vector<int> down = spread(false);
    std::vector<int> queue;
    for (int v = 0; v < n; ++v) {
        const int a = up[size_t(v)];
        const int b = down[size_t(v)];
        if (a < 0 && b < 0)
            continue;
        const bool isUp = a > 0 && (b < 0 || a <= b);
        places[size_t(v)] = {isUp ? a : b, isUp};
        queue.push_back(v);
    }
    std::stable_sort(queue.begin(), queue.end(),
                     [&](int a, int b) { return places[size_t(a)].distance < places[size_t(b)].distance; });
    // What neither way leads to, from what is placed already; nearest first, by buckets of distance.
    std::vector<std::vector<int>> byDistance(size_t(n) + 1);
    for (const int v : queue)
        byDistance[size_t(places[size_t(v)].distance)].push_back(v);
    for (size_t d = 0; d < byDistance.size(); ++d) {
        for (size_t i = 0; i < byDistance[d].size(); ++i) {
            const int v = byDistance[d][i];
            for (const auto *next : {&out, &in}) {
                for (const int w : (*next)[size_t(v)]) {
                    if (places[size_t(w)].distance >= 0)
                        continue;
                    places[size_t(w)] = {int(d) + 1, places[size_t(v)].up};
                    byDistance[d + 1].push_back(w);
                }
            }
        }
    }
    return places;
}

LayoutResult radialLayout(const LayoutInput &input, const RadialOptions &options)
{
    return Radial(input, options).make();
}

} // namespace meshscope::graph
