#include "models/graph/levels.h"

#include "models/graph/parallel.h"

#include <algorithm>
#include <cmath>
#include <utility>

// Levels are laid out innermost first (flatlayout.cpp), each a flat graph of cards, closed boxes and places on its border;
// an edge that leaves a group passes such a place. With edges between groups this runs twice: a draft, and again from the
// draft's ranks and places of boxes, with the places on the borders in the order of what their edges reach outside. Levels
// of one height do not depend on each other and are shared out to two threads.
namespace meshscope::graph {

namespace {

constexpr double emptyGroupWidth = 120;
constexpr int worthThreads = 1500; ///< nodes from which a second thread gains
constexpr int attemptWork = 2400;  ///< nodes and edges laid out in all attempts together
constexpr int mostAttempts = 4;
constexpr int annealWork = 8000000;  ///< steps for all links together
constexpr int leastAnnealing = 5000; ///< steps a link that are worth the start
constexpr int mostAnnealing = 160000;
constexpr int polishing = 1000;
constexpr int polishingOfMany = 100; ///< of levels in levels: what is between them crosses most
constexpr int boxWork = 10000;       ///< steps for boxes a link of all levels, at most
constexpr long long mostTries = 84;  ///< and a pair of links between boxes
constexpr long long leastTries = 40; ///< with less, sweeps and sifting find better orders of boxes
constexpr int large = 6000;          ///< nodes and edges of a picture whose levels are laid out with less effort each

bool holdsBoxes(const Nesting::Level &level)
{
    const auto boxes = std::count_if(level.seats.begin(), level.seats.end(), [](const auto &s) { return s.level >= 0; });
    const auto cards = std::count_if(level.seats.begin(), level.seats.end(), [](const auto &s) { return s.node >= 0; });
    return boxes > cards;
}

} // namespace

Levels::Levels(const LayoutInput &input, const Nesting &nesting, Watch &watch)
    : m_in(input)
    , m_nest(nesting)
    , m_watch(watch)
    , m_levels(nesting.levels.count())
    , m_origins(nesting.levels.count())
    , m_lastNodes(nesting.nodePlaces.count())
    , m_lastGroups(nesting.groupPlaces.count())
{
    const int size = std::max(1, int(input.nodes.size() + input.edges.size()));
    const int more = input.quality == Quality::Best ? 4 : 1;
    if (input.quality != Quality::Fast)
        m_attempts = std::clamp(more * attemptWork / size, 1, mostAttempts);
    int links = 1;
    int boxLinks = 0;
    for (const Nesting::Level &level : nesting.levels) {
        links += level.links.count();
        boxLinks += holdsBoxes(level) ? level.links.count() : 0;
    }
    const int steps = std::min(mostAnnealing, annealWork / links);
    if (input.quality != Quality::Fast && steps >= leastAnnealing)
        m_annealing = steps * more;
    const long long boxSteps =
        std::min(static_cast<long long>(boxWork) * links / std::max(1, boxLinks), mostTries * boxLinks);
    if (input.quality != Quality::Fast && boxSteps >= leastTries * boxLinks)
        m_boxAnnealing = int(boxSteps) * more;
    m_large = size > large;
    m_two = int(input.nodes.size()) >= worthThreads;
    readLast();
}

/// Boxes of what the last layout knew; of a group, around all it holds.
void Levels::readLast()
{
    for (int v = 0; v < m_lastNodes.count() && v < int(m_in.previous.size()); ++v) {
        const QPointF was = m_in.previous[size_t(v)];
        if (!std::isfinite(was.x()) || !std::isfinite(was.y()))
            continue;
        const LayoutNode &node = m_in.nodes[size_t(v)];
        const double x = m_in.rightToLeft ? -was.x() : was.x();
        m_lastNodes[v] = {x - node.width / 2, was.y() - node.height / 2, was.y() + node.height / 2, true};
    }
    const auto known = std::count_if(m_lastNodes.begin(), m_lastNodes.end(), [](const Last &last) { return last.known; });
    m_mostKnown = known > 0 && known * 10 >= m_lastNodes.count() * 9;
    const auto join = [](Last &group, const Last &part) {
        if (!part.known)
            return;
        group = group.known ? Last{std::min(group.left, part.left), std::min(group.top, part.top),
                                   std::max(group.bottom, part.bottom), true}
                            : part;
    };
    for (int v = 0; v < m_lastNodes.count(); ++v) {
        const int parent = m_in.nodes[size_t(v)].parent;
        if (parent >= 0)
            join(m_lastGroups[parent], m_lastNodes[v]);
    }
    for (int g = m_lastGroups.count(); g-- > 0;) {
        const int parent = m_in.groups[size_t(g)].parent;
        if (parent >= 0)
            join(m_lastGroups[parent], m_lastGroups[g]);
    }
}

bool Levels::layOut()
{
    if (m_watch.stop())
        return false;
    if (!m_nest.hasBorders)
        return run(false);
    // What was laid out before stays about where it was, so that no draft has to tell.
    if (m_mostKnown) {
        readOutside();
        return run(false);
    }
    if (!run(true))
        return false;
    readOutside();
    // Where many edges leave their groups, what they reach outside decides the orders inside, and has moved by now.
    const auto leaving = std::count_if(m_nest.edges.begin(), m_nest.edges.end(), [](const auto &e) { return e.count > 1; });
    if (m_in.quality != Quality::Fast && leaving * 4 > m_nest.edges.count()) {
        const int annealing = std::exchange(m_annealing, 0);
        if (!run(false))
            return false;
        m_annealing = annealing;
        readOutside();
    }
    return run(false);
}

bool Levels::run(bool draft)
{
    const int n = m_nest.levels.count();
    Vec<Vec<int>> byHeight(m_nest.levels[0].height + 1);
    for (int i = 0; i < n; ++i)
        byHeight[m_nest.levels[i].height].push_back(i);
    int done = 0;
    for (Vec<int> &levels : byHeight) {
        std::stable_sort(levels.begin(), levels.end(),
                         [&](int a, int b) { return m_nest.levels[a].links.size() > m_nest.levels[b].links.size(); });
        forEach(
            levels.count(), m_two, [&](int i) { layOutLevel(levels[i], draft); },
            [&] {
                if (m_in.progress && m_nest.hasBorders && !draft)
                    m_in.progress(0.3 + 0.7 * double(++done) / n);
            });
        if (m_watch.stop())
            return false;
    }
    if (m_in.progress)
        m_in.progress(draft ? 0.3 : 1);
    m_origins[0] = QPointF();
    for (int i = 1; i < n; ++i) {
        const Nesting::Level &level = m_nest.levels[i];
        const Level &parent = m_levels[level.parent];
        m_origins[i] = m_origins[level.parent] + parent.content + parent.result.topLeft[level.slot];
    }
    return true;
}

/// Height of an item's middle; NaN if there is none yet.
double Levels::middleOf(int item) const
{
    if (m_mostKnown) {
        const Last &last = item >= 0 ? m_lastNodes[item] : m_lastGroups[~item];
        return last.known ? (last.top + last.bottom) / 2 : std::nan("");
    }
    const Nesting::Place place = m_nest.placeOf(item);
    const Level &level = m_levels[place.level];
    return m_origins[place.level].y() + level.content.y() + level.result.topLeft[place.slot].y() +
           level.input.items[place.slot].height / 2;
}

/// For every level's border places: the middle of what the edges through them reach outside.
void Levels::readOutside()
{
    Vec<Vec<int>> counts(m_nest.levels.count());
    m_outside.resize(m_nest.levels.size());
    for (int i = 0; i < m_outside.count(); ++i) {
        m_outside[i].fill(m_nest.levels[i].seats.count(), 0);
        counts[i].fill(m_nest.levels[i].seats.count(), 0);
    }
    for (int e = 0; e < m_nest.edges.count(); ++e) {
        const Nesting::Edge &edge = m_nest.edges[e];
        const LayoutEdge &ends = m_in.edges[size_t(e)];
        const auto note = [&](const Nesting::Segment &s, int slot, bool otherIsTo) {
            if (m_nest.levels[s.level].seats[slot].border == FlatItem::Border::None)
                return;
            const double middle = middleOf(otherIsTo ? ends.to : ends.from);
            if (std::isnan(middle))
                return;
            m_outside[s.level][slot] += middle;
            ++counts[s.level][slot];
        };
        for (int k = edge.first; k < edge.first + edge.count; ++k) {
            const Nesting::Segment &s = m_nest.segments[k];
            const Nesting::Link &link = m_nest.levels[s.level].links[s.link];
            note(s, link.from.slot, edge.reversed);
            note(s, link.to.slot, !edge.reversed);
        }
    }
    for (int i = 0; i < m_outside.count(); ++i) {
        for (int k = 0; k < m_outside[i].count(); ++k)
            m_outside[i][k] = counts[i][k] > 0 ? m_outside[i][k] / counts[i][k] : std::nan("");
    }
}

/// Distance of an edge's end from the top of the slot it is at.
double Levels::offsetAt(const Nesting::End &end, const Nesting::Level &level) const
{
    const Nesting::Slot &slot = level.seats[end.slot];
    if (slot.border != FlatItem::Border::None)
        return 0;
    if (slot.level >= 0) {
        const Level &inner = m_levels[slot.level];
        return end.inner >= 0 ? inner.content.y() + inner.result.topLeft[end.inner].y() : inner.box.height() / 2;
    }
    const double height = m_in.nodes[size_t(slot.node)].height;
    return end.offset >= 0 ? std::min(end.offset, height) : height / 2;
}

/// The same for the straight line to the card itself, which may stand elsewhere than the place on the border.
double Levels::lineAt(const Nesting::End &end, const Nesting::Level &level) const
{
    const Nesting::Slot &slot = level.seats[end.slot];
    if (slot.level < 0 || end.inner < 0)
        return offsetAt(end, level);
    const Level &inner = m_levels[slot.level];
    return inner.content.y() + inner.lines[end.inner];
}

/// Where the cards stand that border places lead to, and how many lines a line over the whole level would cross.
void Levels::readLines(int i)
{
    const Nesting::Level &nest = m_nest.levels[i];
    Level &level = m_levels[i];
    level.lines.fill(nest.seats.count(), 0);
    double climb = 0;
    for (const Nesting::Link &link : nest.links) {
        const double from = level.result.topLeft[link.from.slot].y() + lineAt(link.from, nest);
        const double to = level.result.topLeft[link.to.slot].y() + lineAt(link.to, nest);
        if (nest.seats[link.to.slot].border != FlatItem::Border::None)
            level.lines[link.to.slot] = from;
        else if (nest.seats[link.from.slot].border != FlatItem::Border::None)
            level.lines[link.from.slot] = to;
        else
            climb += std::abs(from - to);
    }
    for (const Nesting::Slot &slot : nest.seats)
        climb += slot.level >= 0 ? m_levels[slot.level].density * m_levels[slot.level].box.height() : 0;
    level.density = climb / std::max(1.0, level.result.size.height());
}

void Levels::layOutLevel(int i, bool draft)
{
    const Nesting::Level &nest = m_nest.levels[i];
    Level &level = m_levels[i];
    FlatInput &flat = level.input;
    Vec<double> heights;
    for (const FlatItem &item : flat.items)
        heights.push_back(item.height);
    flat = {};
    flat.levelGap = m_in.levelGap;
    flat.nodeGap = m_in.nodeGap;
    flat.widen = m_in.widen;
    flat.quality = m_in.quality;
    flat.boxes = holdsBoxes(nest);
    flat.draft = draft;
    flat.large = m_large;
    flat.attempts = draft ? 1 : m_attempts;
    flat.annealing = std::max(draft ? 0 : m_annealing, flat.boxes ? m_boxAnnealing : 0);
    flat.polishing = m_nest.levels.count() > 1 ? polishingOfMany : polishing;
    if (!flat.boxes || m_boxAnnealing > 0)
        flat.ranks = std::move(level.result.ranks);
    if (flat.boxes && m_boxAnnealing > 0 && !flat.ranks.empty()) {
        for (int k = 0; k < nest.seats.count(); ++k)
            flat.middles.push_back(level.result.topLeft[k].y() + heights[k] / 2);
    }
    bool left = false;
    bool right = false;
    flat.items.resize(nest.seats.size());
    for (int k = 0; k < nest.seats.count(); ++k) {
        const Nesting::Slot &slot = nest.seats[k];
        FlatItem &item = flat.items[k];
        item.border = slot.border;
        left = left || slot.border == FlatItem::Border::Left;
        right = right || slot.border == FlatItem::Border::Right;
        const Last *last = nullptr;
        if (slot.node >= 0) {
            const LayoutNode &node = m_in.nodes[size_t(slot.node)];
            item.width = node.width;
            item.height = node.height;
            item.before = node.before;
            item.after = node.after;
            last = &m_lastNodes[slot.node];
        } else if (slot.level >= 0) {
            item.width = m_levels[slot.level].box.width();
            item.height = m_levels[slot.level].box.height();
            item.density = m_levels[slot.level].density;
            last = &m_lastGroups[slot.level - 1];
        } else if (!draft && !m_outside.empty() && !std::isnan(m_outside[i][k])) {
            item.wish = m_outside[i][k];
            item.hasWish = true;
        }
        if (last && last->known) {
            item.kept = true;
            item.lastLeft = last->left;
            item.lastMiddle = (last->top + last->bottom) / 2;
        }
    }
    // Border places lie on the box itself: there the layout's own gap is the padding, but for what has no edge to them.
    const double padding = i > 0 ? m_in.groups[size_t(i - 1)].padding : 0;
    flat.before = left ? padding : 0;
    flat.after = right ? padding : 0;
    flat.links.reserve(nest.links.size());
    for (const Nesting::Link &link : nest.links)
        flat.links.push_back({link.from.slot, link.to.slot, offsetAt(link.from, nest), offsetAt(link.to, nest), link.weight,
                              lineAt(link.from, nest), lineAt(link.to, nest)});
    if (m_watch.stop())
        return;
    level.result = flatLayout(flat, m_watch);
    if (m_watch.stop())
        return;
    readLines(i);
    const QSizeF size = level.result.size;
    if (i == 0) {
        level.box = QRectF(QPointF(), size);
        return;
    }
    const LayoutGroup &group = m_in.groups[size_t(i - 1)];
    const double padLeft = padding - flat.before;
    const double padRight = padding - flat.after;
    const double width = std::max(size.width() + padLeft + padRight, right ? 0.0 : emptyGroupWidth);
    level.content = QPointF(padLeft, group.head + group.padding);
    level.box = QRectF(0, 0, width, group.head + size.height() + 2 * group.padding);
}

std::vector<QPointF> Levels::route(const Nesting::Edge &edge) const
{
    std::vector<QPointF> points;
    for (int k = edge.first; k < edge.first + edge.count; ++k) {
        const Nesting::Segment &s = m_nest.segments[k];
        const Level &level = m_levels[s.level];
        const QPointF move = m_origins[s.level] + level.content;
        for (int i = level.result.routeFirst[s.link]; i < level.result.routeFirst[s.link + 1]; ++i) {
            const QPointF p = level.result.routePoints[i] + move;
            if (points.empty() || std::abs(points.back().x() - p.x()) > 1e-6 || std::abs(points.back().y() - p.y()) > 1e-6)
                points.push_back(p);
        }
    }
    if (edge.reversed)
        std::reverse(points.begin(), points.end());
    return points;
}

LayoutResult Levels::result() const
{
    LayoutResult out;
    out.nodes.resize(m_in.nodes.size());
    out.groups.resize(m_in.groups.size());
    out.routes.resize(m_in.edges.size());
    for (int i = 0; i < m_levels.count(); ++i) {
        const Level &level = m_levels[i];
        out.measures.crossings += level.result.measures.crossings;
        out.measures.rankTime += level.result.measures.rankTime;
        out.measures.orderTime += level.result.measures.orderTime;
        out.measures.placeTime += level.result.measures.placeTime;
        if (i > 0)
            out.groups[size_t(i - 1)] = QRectF(m_origins[i], level.box.size());
        for (int k = 0; k < m_nest.levels[i].seats.count(); ++k) {
            const int node = m_nest.levels[i].seats[k].node;
            if (node < 0)
                continue;
            const LayoutNode &n = m_in.nodes[size_t(node)];
            out.nodes[size_t(node)] =
                QRectF(m_origins[i] + level.content + level.result.topLeft[k], QSizeF(n.width, n.height));
        }
    }
    Pace pace(m_watch);
    for (int e = 0; e < m_nest.edges.count() && !pace.stop(64); ++e) {
        out.routes[size_t(e)].reversed = m_nest.edges[e].reversed;
        out.routes[size_t(e)].points = route(m_nest.edges[e]);
    }
    return out;
}

} // namespace meshscope::graph
