#include "models/graph/part.h"

#include "models/graph/crossings.h"
#include "models/graph/firstorder.h"
#include "models/graph/gaps.h"
#include "models/graph/switching.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

// The order of a part. Fresh: several first orders, each swept, switched, sifted and given heights; small parts are annealed
// (partranks.cpp), and what crosses least, then is shortest, is taken. Again: by the heights of the last layout; only what
// is new, and where long edges pass, moves between what was there.
namespace meshscope::graph {

namespace {

constexpr int boxNear = 16;  ///< steps of the near numbers of boxes
constexpr int mostFound = 4; ///< orders that are kept for the last steps

} // namespace

/// Places on the border whose other ends are known stand in the order of those, and stay so.
void Part::holdBorders()
{
    m_fixedLayer.fill(m_graph.layers(), 0);
    if (!hasWish)
        return;
    for (const int r : {0, m_graph.layers() - 1}) {
        const auto layer = m_graph.layer(r);
        if (item(layer.front()).border == FlatItem::Border::None)
            continue;
        std::stable_sort(layer.begin(), layer.end(), [&](int a, int b) {
            return (item(a).hasWish ? item(a).wish : wish) < (item(b).hasWish ? item(b).wish : wish);
        });
        m_graph.number(r);
        m_fixedLayer[r] = 1;
    }
}

void Part::orderNew(const Effort &effort, Watch &watch)
{
    const int attempts = m_links.count() < 2 ? 1 : std::max(1, m_in.attempts);
    // Boxes are few and unlike: the far-reaching order of cards would spread them by their fringes.
    const int near = attempts == 1 && m_in.boxes ? boxNear : effort.order.near;
    if (attempts == 1 && m_in.boxes && mayAnneal()) {
        orderBoxes(effort, watch);
        return;
    }
    if (attempts == 1 && !mayAnneal()) {
        orderFirst(near, watch);
        numberLikeOrder(watch);
        if (watch.stop())
            return;
        m_counted = sweepOrder(true, effort, watch);
        m_counted -= settleOrder(effort.order, watch);
        place(effort, watch);
        return;
    }
    const Vec<int> begin(m_graph.order);
    Vec<Found> found; // the best, best first
    for (int i = 0; i < attempts && !(i > 0 && watch.stop()); ++i) {
        m_graph.order = begin;
        m_graph.number();
        order(i % 2 == 1 ? 0 : i == 0 ? near : near / 8, i != 1, effort, watch);
        settleOrder(effort.order, watch);
        place(effort, watch);
        keep(found);
    }
    if (found[0].crossings > 0 && mayAnneal())
        annealFound(found, effort, watch);
    take(found[0]);
}

/// Boxes are few, their edges many and long: a rough order, or the draft's, and most of the work for the straight lines
/// between them.
void Part::orderBoxes(const Effort &effort, Watch &watch)
{
    constexpr int passWindow = 48;
    constexpr int passSifts = 2;
    constexpr double coldHeat = 1;
    constexpr double hotHeat = 15;
    const bool drafted = !m_in.middles.empty();
    Effort rough = effort;
    rough.order.sweeps = 2;
    rough.smooth = 6;
    rough.straight = 0;
    if (drafted)
        orderLikeDraft();
    else
        order(boxNear, true, rough, watch);
    place(rough, watch);
    if (watch.stop())
        return;
    placeColumns();
    const long long steps = static_cast<long long>(m_in.annealing) * m_links.count();
    const Places places = annealed(0, steps, drafted ? coldHeat : hotHeat, watch);
    if (watch.stop())
        return;
    const Anchors boxes = putBack(places);
    if (m_in.draft)
        return; // where the boxes stand is all it is for
    const Movable passes{nullptr, &boxes.isAnchored};
    switchNeighbours(m_graph, 4, passes, watch);
    sift(m_graph, passWindow, passSifts, passes, watch);
    placeAcross(m_graph, m_space, boxes, effort.smooth, effort.straight, m_y, watch);
}

/// Boxes one below the other as the draft had them.
void Part::orderLikeDraft()
{
    Vec<double> key(m_graph.items(), 0);
    for (int i = 0; i < m_items.count(); ++i)
        key[i] = m_in.middles[m_items[i]];
    numberPasses(m_graph, key);
    orderByKeys(m_graph, key);
    holdBorders();
}

/// Adds the present order and heights to the few best.
void Part::keep(Vec<Found> &found)
{
    placeColumns();
    // The straight lines the eye sees between cards, and the routes that are drawn.
    const long long crossed = straightCrossings(m_graph, lineEnds(), m_y) + CrossingCounter().count(m_graph);
    const double cost = double(crossed) * m_in.levelGap * crossingWorth + lengthOf();
    int place = found.count();
    for (; place > 0 && cost < found[place - 1].cost; --place) {}
    if (place == mostFound || (place > 0 && cost == found[place - 1].cost))
        return;
    Vec<int> rank(m_graph.rank);
    rank.resize(m_items.size());
    found.insert(found.begin() + place, Found{std::move(rank), m_graph.order, m_y, crossed, cost});
    if (found.count() > mostFound)
        found.pop_back();
}

void Part::take(const Found &found)
{
    if (!std::equal(found.rank.begin(), found.rank.end(), m_graph.rank.begin()))
        rebuild(found.rank);
    m_graph.order = found.order;
    m_graph.number();
    m_y = found.y;
    placeColumns();
}

/// One of several first orders, swept.
void Part::order(int rounds, bool bothSides, const Effort &effort, Watch &watch)
{
    orderFirst(rounds, watch);
    if (!watch.stop())
        sweepOrder(bothSides, effort, watch);
}

void Part::orderFirst(int rounds, Watch &watch)
{
    orderDepthFirst(m_graph, watch);
    if (watch.stop())
        return;
    if (rounds > 0) {
        const Vec<double> near = nearNumbers(m_graph, rounds, watch);
        if (watch.stop())
            return;
        orderByKeys(m_graph, near);
    }
}

long long Part::sweepOrder(bool bothSides, const Effort &effort, Watch &watch)
{
    holdBorders();
    m_y = stacked(m_graph, m_space);
    return sweep(m_graph, m_space, effort.order.sweeps, bothSides, m_fixedLayer, m_y, watch);
}

/// The local search that follows a swept order. Returns the crossings less.
long long Part::settleOrder(const OrderEffort &effort, Watch &watch)
{
    const Movable movable{&m_fixedLayer, nullptr};
    long long less = switchNeighbours(m_graph, effort.switches, movable, watch);
    if (effort.sifts > 0)
        less += sift(m_graph, effort.window, effort.sifts, movable, watch);
    return less;
}

void Part::place(const Effort &effort, Watch &watch)
{
    QElapsedTimer timer;
    timer.start();
    m_y = stacked(m_graph, m_space);
    placeAcross(m_graph, m_space, m_anchors, effort.smooth, effort.straight, m_y, watch);
    m_acrossTime += double(timer.nsecsElapsed()) / 1e6;
}

/// Order and heights of the last layout; what is new stands between its neighbours, and moves there as it likes.
void Part::orderLike(const Effort &effort, Watch &watch)
{
    const int n = m_items.count();
    Vec<double> key(m_graph.items(), 0), sum(n, 0);
    Vec<int> count(n, 0);
    Vec<char> known(n, 0);
    m_anchors.y.fill(m_graph.items(), 0);
    m_anchors.isAnchored.fill(m_graph.items(), 0);
    double middle = 0;
    int keptItems = 0;
    for (int i = 0; i < n; ++i) {
        if (!item(i).kept)
            continue;
        key[i] = m_anchors.y[i] = item(i).lastMiddle;
        m_anchors.isAnchored[i] = known[i] = 1;
        middle += key[i];
        ++keptItems;
    }
    middle /= std::max(1, keptItems);
    for (int round = 0; round < 4; ++round) {
        std::fill(sum.begin(), sum.end(), 0.0);
        std::fill(count.begin(), count.end(), 0);
        for (const LayerGraph::Link &l : m_graph.links) {
            if (known[l.from]) {
                sum[l.to] += key[l.from];
                ++count[l.to];
            }
            if (known[l.to]) {
                sum[l.from] += key[l.to];
                ++count[l.from];
            }
        }
        for (int i = 0; i < n; ++i) {
            if (item(i).kept)
                continue;
            known[i] = known[i] || count[i] > 0;
            key[i] = count[i] > 0 ? sum[i] / count[i] : known[i] ? key[i] : middle;
        }
    }
    numberPasses(m_graph, key);
    orderByKeys(m_graph, key);
    holdBorders();
    const Movable movable{&m_fixedLayer, &m_anchors.isAnchored};
    switchNeighbours(m_graph, 2, movable, watch);
    sift(m_graph, 16, 1, movable, watch);
    passWhereRoomIs(m_graph, m_space, m_anchors);
    QElapsedTimer timer;
    timer.start();
    m_y = std::move(key);
    placeAcross(m_graph, m_space, m_anchors, 6, std::min(1, effort.straight), m_y, watch);
    m_acrossTime += double(timer.nsecsElapsed()) / 1e6;
}

} // namespace meshscope::graph
