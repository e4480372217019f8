#include "models/graph/nesting.h"

#include "models/graph/acyclic.h"
#include "models/graph/cleaning.h"
#include "models/graph/compressed.h"

#include <algorithm>
#include <bit>
#include <cstdint>

// Takes a nested graph apart: every edge belongs to the innermost level that holds both its ends (there cycles are broken),
// and passes the borders of all groups between that level and its ends. Edges that run the same way in a level share a link
// there, and ways out of a group that begin at the same port share a place on its border.
namespace meshscope::graph {

namespace {

/// Numbers ends and pairs of ends in the order they come: a hash table in one array.
class Numbers {
public:
    struct Key {
        int level = 0;
        int kind = 0; ///< 0 link, else the side of a border place
        Nesting::End from, to;
        bool operator==(const Key &) const = default;
    };
    /// The number given with an equal key before, or `next`.
    int number(const Key &key, int next)
    {
        if (m_keys.count() * 2 >= m_table.count())
            grow();
        for (std::uint64_t at = hash(key);; ++at) {
            int &cell = m_table[int(at & (m_table.size() - 1))];
            if (cell < 0) {
                cell = m_keys.count();
                m_keys.push_back(key);
                m_numbers.push_back(next);
                return next;
            }
            if (m_keys[cell] == key)
                return m_numbers[cell];
        }
    }

private:
    static std::uint64_t hash(const Key &key)
    {
        std::uint64_t h = 0;
        const auto mix = [&](std::uint64_t v) {
            h = (h ^ v) * 0x9e3779b97f4a7c15ULL;
            h ^= h >> 29;
        };
        mix(std::uint64_t(unsigned(key.level)) << 32 | unsigned(key.kind));
        for (const Nesting::End &end : {key.from, key.to}) {
            mix(std::uint64_t(unsigned(end.slot)) << 32 | unsigned(end.inner));
            mix(std::bit_cast<std::uint64_t>(end.offset));
        }
        return h;
    }
    void grow()
    {
        m_table.assign(std::max<size_t>(64, m_table.size() * 2), -1);
        for (int i = 0; i < m_keys.count(); ++i) {
            std::uint64_t at = hash(m_keys[i]);
            while (m_table[int(at & (m_table.size() - 1))] >= 0)
                ++at;
            m_table[int(at & (m_table.size() - 1))] = i;
        }
    }

    Vec<Key> m_keys;
    Vec<int> m_numbers;
    Vec<int> m_table;
};

class Builder {
public:
    Builder(const LayoutInput &input, Watch &watch)
        : m_in(input)
        , m_watch(watch)
    {
    }

    Nesting build()
    {
        makeSlots();
        m_n.edges.resize(m_in.edges.size());
        if (m_watch.stop())
            return std::move(m_n);
        findMeetings();
        if (!m_watch.stop())
            breakCycles();
        Pace pace(m_watch);
        for (int e = 0; e < m_n.edges.count() && !pace.stop(64); ++e) {
            if (m_meetings[e].level >= 0)
                cut(e);
        }
        return std::move(m_n);
    }

private:
    using Border = FlatItem::Border;
    using End = Nesting::End;
    struct Meeting {
        int level = -1; ///< innermost that holds both ends; -1 for a loop
        int from = -1;  ///< seats there; -1: the end is the level's own box
        int to = -1;
    };
    [[nodiscard]] static int levelOf(int group) { return group + 1; }

    void makeSlots();
    void findMeetings();
    [[nodiscard]] Meeting meetingOf(const LayoutEdge &edge, const Vec<int> &depth) const;
    void breakCycles();
    void cut(int e);
    int border(int level, Border side, const End &end);
    int link(int level, const End &from, const End &to, double weight);
    void climb(int item, double offset, int level, Border side, double weight, End &end);

    const LayoutInput &m_in;
    Watch &m_watch;
    Nesting m_n;
    Vec<Meeting> m_meetings;
    Numbers m_numbers;
};

void Builder::makeSlots()
{
    m_n.levels.resize(m_in.groups.size() + 1);
    m_n.nodePlaces.resize(m_in.nodes.size());
    m_n.groupPlaces.resize(m_in.groups.size());
    const auto sit = [&](int parent, int node, int inner) {
        Vec<Nesting::Slot> &seats = m_n.levels[parent].seats;
        seats.push_back({node, inner, Border::None});
        return Nesting::Place{parent, seats.count() - 1};
    };
    for (int g = 0; g < m_n.groupPlaces.count(); ++g) {
        const Nesting::Place place = sit(levelOf(m_in.groups[size_t(g)].parent), -1, levelOf(g));
        m_n.groupPlaces[g] = place;
        m_n.levels[levelOf(g)].parent = place.level;
        m_n.levels[levelOf(g)].slot = place.slot;
    }
    for (int v = 0; v < m_n.nodePlaces.count(); ++v)
        m_n.nodePlaces[v] = sit(levelOf(m_in.nodes[size_t(v)].parent), v, -1);
    for (int i = m_n.levels.count(); i-- > 1;) {
        int &above = m_n.levels[m_n.levels[i].parent].height;
        above = std::max(above, m_n.levels[i].height + 1);
    }
}

void Builder::findMeetings()
{
    Vec<int> depth(m_n.levels.count(), 0);
    for (int i = 1; i < depth.count(); ++i)
        depth[i] = depth[m_n.levels[i].parent] + 1;
    m_meetings.resize(m_in.edges.size());
    for (int e = 0; e < m_meetings.count(); ++e) {
        const LayoutEdge &edge = m_in.edges[size_t(e)];
        if (edge.from != edge.to)
            m_meetings[e] = meetingOf(edge, depth);
    }
}

Builder::Meeting Builder::meetingOf(const LayoutEdge &edge, const Vec<int> &depth) const
{
    Nesting::Place a = m_n.placeOf(edge.from);
    Nesting::Place b = m_n.placeOf(edge.to);
    // An end inside the other end's own box: they meet in that box, the outer end being its border.
    const int boxA = edge.from < 0 ? levelOf(~edge.from) : -1;
    const int boxB = edge.to < 0 ? levelOf(~edge.to) : -1;
    const auto up = [&](Nesting::Place p) {
        const Nesting::Level &level = m_n.levels[p.level];
        return Nesting::Place{level.parent, level.slot};
    };
    while (true) {
        if (b.level == boxA)
            return {boxA, -1, b.slot};
        if (a.level == boxB)
            return {boxB, a.slot, -1};
        if (a.level == b.level)
            return {a.level, a.slot, b.slot};
        if (depth[a.level] >= depth[b.level])
            a = up(a);
        else
            b = up(b);
    }
}

void Builder::breakCycles()
{
    Vec<int> inside;
    for (int e = 0; e < m_meetings.count(); ++e) {
        if (m_meetings[e].level >= 0 && m_meetings[e].from >= 0 && m_meetings[e].to >= 0)
            inside.push_back(e);
    }
    const Compressed byLevel(m_n.levels.count(), inside, [&](int e) { return m_meetings[e].level; });
    std::vector<Arc> arcs;
    for (int i = 0; i < m_n.levels.count(); ++i) {
        arcs.clear();
        for (const int k : byLevel.of(i)) {
            const Meeting &m = m_meetings[inside[k]];
            arcs.push_back({m.from, m.to, m_in.edges[size_t(inside[k])].weight});
        }
        if (arcs.empty())
            continue;
        if (m_watch.stop())
            return;
        const std::vector<char> back = backArcs(m_n.levels[i].seats.count(), arcs);
        int at = 0;
        for (const int k : byLevel.of(i))
            m_n.edges[inside[k]].reversed = back[size_t(at++)] != 0;
    }
}

int Builder::border(int level, Border side, const End &end)
{
    Vec<Nesting::Slot> &seats = m_n.levels[level].seats;
    const int number = m_numbers.number({level, int(side), end, {}}, seats.count());
    if (number == seats.count())
        seats.push_back({-1, -1, side});
    m_n.hasBorders = true;
    return number;
}

int Builder::link(int level, const End &from, const End &to, double weight)
{
    Vec<Nesting::Link> &links = m_n.levels[level].links;
    const int number = m_numbers.number({level, 0, from, to}, links.count());
    if (number == links.count())
        links.push_back({from, to, 0});
    links[number].weight += weight;
    return number;
}

/// Adds the way of an end out to `level`, through the borders on `side`, innermost first. `end` is where it is in `level`.
void Builder::climb(int item, double offset, int level, Border side, double weight, End &end)
{
    Nesting::Place place = m_n.placeOf(item);
    end = {place.slot, -1, item >= 0 ? offset : -1};
    while (place.level != level) {
        const int out = border(place.level, side, end);
        const End onBorder{out, -1, 0};
        const int l =
            side == Border::Right ? link(place.level, end, onBorder, weight) : link(place.level, onBorder, end, weight);
        m_n.segments.push_back({place.level, l});
        const Nesting::Level &inner = m_n.levels[place.level];
        place = {inner.parent, inner.slot};
        end = {place.slot, out, 0};
    }
}

void Builder::cut(int e)
{
    const LayoutEdge &edge = m_in.edges[size_t(e)];
    const Meeting &meeting = m_meetings[e];
    Nesting::Edge &out = m_n.edges[e];
    const bool turned = out.reversed;
    End from, to;
    out.first = m_n.segments.count();
    if (meeting.from >= 0)
        climb(turned ? edge.to : edge.from, turned ? edge.toOffset : edge.fromOffset, meeting.level, Border::Right,
              edge.weight, from);
    const int middle = m_n.segments.count();
    m_n.segments.push_back({meeting.level, -1});
    if (meeting.to >= 0)
        climb(turned ? edge.from : edge.to, turned ? edge.fromOffset : edge.toOffset, meeting.level, Border::Left,
              edge.weight, to);
    std::reverse(m_n.segments.begin() + middle + 1, m_n.segments.end());
    if (meeting.from < 0)
        from = {border(meeting.level, Border::Left, to), -1, 0};
    if (meeting.to < 0)
        to = {border(meeting.level, Border::Right, from), -1, 0};
    m_n.segments[middle].link = link(meeting.level, from, to, edge.weight);
    out.count = m_n.segments.count() - out.first;
}

} // namespace

Nesting nest(const LayoutInput &input, Watch &watch)
{
    return Builder(input, watch).build();
}

} // namespace meshscope::graph
