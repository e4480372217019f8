#include "models/graph/nesting.h"

#include "models/graph/acyclic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

// Takes a nested graph apart: every edge belongs to the innermost level that holds both its ends (there cycles are broken),
// and passes the borders of all groups between that level and its ends.
namespace meshscope::graph {

namespace {

using LinkKey = std::tuple<int, int, int, int, double, double>;
using BorderKey = std::tuple<int, int, int, double>; ///< side, slot, inner, offset

class Builder {
public:
    explicit Builder(const LayoutInput &input)
        : m_in(input)
        , m_borders(input.groups.size() + 1)
        , m_links(input.groups.size() + 1)
    {
    }

    Nesting build()
    {
        makeSlots();
        m_n.edges.resize(m_in.edges.size());
        findMeetings();
        breakCycles();
        for (size_t e = 0; e < m_in.edges.size(); ++e) {
            if (m_meetings[e].level >= 0)
                cut(e);
        }
        return std::move(m_n);
    }

private:
    struct Meeting {
        int level = -1; ///< innermost that holds both ends; -1 for a loop
        int from = -1;  ///< seats there; -1: the end is the level's own box
        int to = -1;
    };
    [[nodiscard]] static int levelOf(int group) { return group + 1; }

    void makeSlots();
    void findMeetings();
    void breakCycles();
    void cut(size_t e);
    int border(int level, Layers::Border side, const Nesting::End &end);
    int link(int level, const Nesting::End &from, const Nesting::End &to, double weight);
    std::vector<Nesting::Segment> climb(int item, double offset, int level, Layers::Border side, double weight,
                                        Nesting::End &end);

    const LayoutInput &m_in;
    Nesting m_n;
    std::vector<Meeting> m_meetings;
    std::vector<std::map<BorderKey, int>> m_borders;
    std::vector<std::map<LinkKey, int>> m_links;
};

void Builder::makeSlots()
{
    m_n.levels.resize(m_in.groups.size() + 1);
    m_n.nodePlaces.resize(m_in.nodes.size());
    m_n.groupPlaces.resize(m_in.groups.size());
    for (size_t g = 0; g < m_in.groups.size(); ++g) {
        const int parent = levelOf(m_in.groups[g].parent);
        Nesting::Level &level = m_n.levels[g + 1];
        level.parent = parent;
        level.slot = int(m_n.levels[size_t(parent)].seats.size());
        m_n.groupPlaces[g] = {parent, level.slot};
        m_n.levels[size_t(parent)].seats.push_back({-1, int(g) + 1, Layers::Border::None, Nesting::nowhere});
    }
    std::vector<QPointF> sum(m_n.levels.size());
    std::vector<int> count(m_n.levels.size(), 0);
    for (size_t v = 0; v < m_in.nodes.size(); ++v) {
        const int parent = levelOf(m_in.nodes[v].parent);
        std::vector<Nesting::Slot> &seats = m_n.levels[size_t(parent)].seats;
        m_n.nodePlaces[v] = {parent, int(seats.size())};
        const QPointF was = v < m_in.previous.size() ? m_in.previous[v] : Nesting::nowhere;
        const bool known = std::isfinite(was.x()) && std::isfinite(was.y());
        seats.push_back({int(v), -1, Layers::Border::None, known ? was : Nesting::nowhere});
        if (known) {
            sum[size_t(parent)] += was;
            ++count[size_t(parent)];
        }
    }
    for (size_t i = m_n.levels.size(); i-- > 1;) {
        const size_t parent = size_t(m_n.levels[i].parent);
        sum[parent] += sum[i];
        count[parent] += count[i];
        if (count[i] > 0)
            m_n.levels[parent].seats[size_t(m_n.levels[i].slot)].previous = sum[i] / count[i];
    }
}

void Builder::findMeetings()
{
    std::vector<int> depth(m_n.levels.size(), 0);
    for (size_t i = 1; i < depth.size(); ++i)
        depth[i] = depth[size_t(m_n.levels[i].parent)] + 1;
    m_meetings.resize(m_in.edges.size());
    for (size_t e = 0; e < m_in.edges.size(); ++e) {
        const LayoutEdge &edge = m_in.edges[e];
        m_n.edges[e].from = edge.from;
        m_n.edges[e].to = edge.to;
        if (edge.from == edge.to)
            continue;
        Nesting::Place a = m_n.placeOf(edge.from);
        Nesting::Place b = m_n.placeOf(edge.to);
        // An end inside the other end's own box: they meet in that box, the outer end being its border.
        const int boxA = edge.from < 0 ? levelOf(~edge.from) : -1;
        const int boxB = edge.to < 0 ? levelOf(~edge.to) : -1;
        const auto up = [&](Nesting::Place p) {
            const Nesting::Level &level = m_n.levels[size_t(p.level)];
            return Nesting::Place{level.parent, level.slot};
        };
        Meeting &meeting = m_meetings[e];
        while (true) {
            if (b.level == boxA) {
                meeting = {boxA, -1, b.slot};
                break;
            }
            if (a.level == boxB) {
                meeting = {boxB, a.slot, -1};
                break;
            }
            if (a.level == b.level) {
                meeting = {a.level, a.slot, b.slot};
                break;
            }
            if (depth[size_t(a.level)] >= depth[size_t(b.level)])
                a = up(a);
            else
                b = up(b);
        }
    }
}

void Builder::breakCycles()
{
    std::vector<std::vector<int>> byLevel(m_n.levels.size());
    for (size_t e = 0; e < m_meetings.size(); ++e) {
        if (m_meetings[e].level >= 0 && m_meetings[e].from >= 0 && m_meetings[e].to >= 0)
            byLevel[size_t(m_meetings[e].level)].push_back(int(e));
    }
    for (size_t i = 0; i < byLevel.size(); ++i) {
        std::vector<Arc> arcs;
        for (const int e : byLevel[i])
            arcs.push_back({m_meetings[size_t(e)].from, m_meetings[size_t(e)].to, m_in.edges[size_t(e)].weight});
        const std::vector<char> back = backArcs(int(m_n.levels[i].seats.size()), arcs);
        for (size_t k = 0; k < arcs.size(); ++k)
            m_n.edges[size_t(byLevel[i][k])].reversed = back[k] != 0;
    }
}

int Builder::border(int level, Layers::Border side, const Nesting::End &end)
{
    const auto [it, isNew] = m_borders[size_t(level)].try_emplace(BorderKey{int(side), end.slot, end.inner, end.offset},
                                                                  int(m_n.levels[size_t(level)].seats.size()));
    if (isNew)
        m_n.levels[size_t(level)].seats.push_back({-1, -1, side, Nesting::nowhere});
    m_n.hasBorders = true;
    return it->second;
}

int Builder::link(int level, const Nesting::End &from, const Nesting::End &to, double weight)
{
    std::vector<Nesting::Link> &links = m_n.levels[size_t(level)].links;
    const auto [it, isNew] = m_links[size_t(level)].try_emplace(
        LinkKey{from.slot, to.slot, from.inner, to.inner, from.offset, to.offset}, int(links.size()));
    if (isNew)
        links.push_back({from.slot, to.slot, from.inner, to.inner, from.offset, to.offset, 0});
    links[size_t(it->second)].weight += weight;
    return it->second;
}

/// The way of an end out to `level`, through the borders on `side`; innermost first. `end` is where it is in `level`.
std::vector<Nesting::Segment> Builder::climb(int item, double offset, int level, Layers::Border side, double weight,
                                             Nesting::End &end)
{
    std::vector<Nesting::Segment> segments;
    Nesting::Place place = m_n.placeOf(item);
    end = {place.slot, -1, item >= 0 ? offset : -1};
    while (place.level != level) {
        const int out = border(place.level, side, end);
        const Nesting::End onBorder{out, -1, 0};
        const int l = side == Layers::Border::Right ? link(place.level, end, onBorder, weight)
                                                    : link(place.level, onBorder, end, weight);
        segments.push_back({place.level, l});
        const Nesting::Level &inner = m_n.levels[size_t(place.level)];
        place = {inner.parent, inner.slot};
        end = {place.slot, out, 0};
    }
    return segments;
}

void Builder::cut(size_t e)
{
    const LayoutEdge &edge = m_in.edges[e];
    const Meeting &meeting = m_meetings[e];
    Nesting::Edge &out = m_n.edges[e];
    const int left = out.reversed ? edge.to : edge.from;
    const int right = out.reversed ? edge.from : edge.to;
    const double leftOffset = out.reversed ? edge.toOffset : edge.fromOffset;
    const double rightOffset = out.reversed ? edge.fromOffset : edge.toOffset;
    Nesting::End from{}, to{};
    std::vector<Nesting::Segment> before, after;
    if (meeting.from >= 0)
        before = climb(left, leftOffset, meeting.level, Layers::Border::Right, edge.weight, from);
    if (meeting.to >= 0)
        after = climb(right, rightOffset, meeting.level, Layers::Border::Left, edge.weight, to);
    if (meeting.from < 0)
        from = {border(meeting.level, Layers::Border::Left, to), -1, 0};
    if (meeting.to < 0)
        to = {border(meeting.level, Layers::Border::Right, from), -1, 0};
    out.segments = std::move(before);
    out.segments.push_back({meeting.level, link(meeting.level, from, to, edge.weight)});
    out.segments.insert(out.segments.end(), after.rbegin(), after.rend());
}

} // namespace

Nesting nest(const LayoutInput &input)
{
    return Builder(input).build();
}

LayoutInput cleaned(const LayoutInput &input)
{
    LayoutInput out = input;
    const auto size = [](double &v) { v = std::isfinite(v) ? std::clamp(v, 0.0, 1e6) : 0.0; };
    for (size_t g = 0; g < out.groups.size(); ++g) {
        if (out.groups[g].parent < -1 || out.groups[g].parent >= int(g))
            out.groups[g].parent = -1;
        size(out.groups[g].head);
        size(out.groups[g].padding);
    }
    for (LayoutNode &n : out.nodes) {
        size(n.width);
        size(n.height);
        size(n.before);
        size(n.after);
        if (n.parent < -1 || n.parent >= int(out.groups.size()))
            n.parent = -1;
    }
    size(out.levelGap);
    size(out.nodeGap);
    const auto exists = [&](int item) { return item >= 0 ? item < int(out.nodes.size()) : ~item < int(out.groups.size()); };
    for (LayoutEdge &e : out.edges) {
        e.weight = std::isfinite(e.weight) ? std::clamp(e.weight, 0.001, 1e6) : 1;
        e.fromOffset = std::isfinite(e.fromOffset) ? e.fromOffset : -1;
        e.toOffset = std::isfinite(e.toOffset) ? e.toOffset : -1;
        if (e.from >= 0)
            e.fromOffset = exists(e.from) ? std::min(e.fromOffset, out.nodes[size_t(e.from)].height) : -1;
        if (e.to >= 0)
            e.toOffset = exists(e.to) ? std::min(e.toOffset, out.nodes[size_t(e.to)].height) : -1;
        if (!exists(e.from) || !exists(e.to))
            e.from = e.to = nothing;
    }
    out.previous.resize(out.previous.empty() ? 0 : out.nodes.size(), QPointF(std::nan(""), std::nan("")));
    if (out.anchor < 0 || out.anchor >= int(out.previous.size()))
        out.anchor = -1;
    return out;
}

void moveAndMeasure(LayoutResult &result, QPointF move, bool mirror)
{
    const auto moved = [&](const QRectF &r) {
        const QRectF m = r.translated(move);
        return mirror ? QRectF(-m.right(), m.top(), m.width(), m.height()) : m;
    };
    QRectF bounds;
    const auto include = [&](const QRectF &r) { bounds = bounds.isNull() ? r : bounds.united(r); };
    for (QRectF &r : result.nodes)
        include(r = moved(r));
    for (QRectF &r : result.groups)
        include(r = moved(r));
    double left = bounds.left();
    double right = bounds.right();
    double top = bounds.top();
    double bottom = bounds.bottom();
    result.measures.length = 0;
    for (LayoutRoute &route : result.routes) {
        for (size_t i = 0; i < route.points.size(); ++i) {
            QPointF &p = route.points[i];
            p += move;
            if (mirror)
                p.setX(-p.x());
            left = std::min(left, p.x());
            right = std::max(right, p.x());
            top = std::min(top, p.y());
            bottom = std::max(bottom, p.y());
            if (i > 0)
                result.measures.length += std::hypot(p.x() - route.points[i - 1].x(), p.y() - route.points[i - 1].y());
        }
    }
    result.bounds = QRectF(QPointF(left, top), QPointF(right, bottom));
}

} // namespace meshscope::graph
