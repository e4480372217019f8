#include "models/graph/part.h"

#include "models/graph/firstorder.h"
#include "models/graph/gaps.h"
#include "models/graph/switching.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <limits>

// The order of a part. Fresh: several first orders, each swept, switched, sifted and given heights; the one whose straight
// edges cross least, then are shortest, is taken. Again: by the heights of the last layout; only what is new, and where long
// edges pass, moves between what was there.
namespace meshscope::graph {

namespace {

constexpr int boxNear = 48;                ///< steps of the near numbers of boxes
constexpr int mostFound = 4;               ///< orders that are polished
constexpr long long polishSteps = 1500000; ///< for all orders that are polished together

/// A number between -1 and 1 that looks random: the same on any machine.
double scatter(unsigned a, unsigned b)
{
    unsigned h = a * 2654435761U ^ (b + 0x9e3779b9U) * 2246822519U;
    h ^= h >> 15;
    h *= 2654435769U;
    h ^= h >> 13;
    return double(h) / double(std::numeric_limits<unsigned>::max()) * 2 - 1;
}

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
    if (attempts == 1) {
        // Boxes are few and unlike: the far-reaching order of cards would spread them by their fringes.
        order(m_in.boxes ? 2 : 0, effort, watch);
        place(effort, watch);
        return;
    }
    const Vec<int> begin(m_graph.order);
    Vec<Found> found; // the best, best first
    Vec<int> seed;
    CrossingCounter counter;
    long long least = 0;
    // The first orders, then shaken ones of the best: what is found near a good order is mostly better than a new one.
    const int starts = std::min(4, attempts);
    for (int i = 0; i < attempts && !(i > 0 && watch.stop()); ++i) {
        m_graph.order = i < starts ? begin : seed;
        m_graph.number();
        if (i < starts)
            order(i, effort, watch);
        else
            shake(i, effort, watch);
        const long long now = counter.count(m_graph);
        if (i > 0 && now > least + least / 20)
            continue;
        if (i == 0 || now <= least) {
            least = now;
            seed = m_graph.order;
        }
        place(effort, watch);
        keep(found);
        if (least == 0 && i > 0)
            break;
    }
    if (m_links.count() > 300)
        found.resize(1);
    const long long steps = polishSteps / found.count();
    Vec<Found> polished;
    for (const Found &f : found) {
        take(f);
        polish(m_graph, m_space, {&m_fixedLayer, nullptr}, lineEnds(), m_y, steps, watch);
        keep(polished);
    }
    take(polished[0]);
}

/// Adds the present order and heights to the few best.
void Part::keep(Vec<Found> &found)
{
    placeColumns();
    // A crossing counts as much as some columns' width of edges.
    const double cost = double(straightCrossings(m_graph, lineEnds(), m_y)) * m_in.levelGap * 4 + lengthOf();
    int place = found.count();
    for (; place > 0 && cost < found[place - 1].cost; --place) {}
    if (place == mostFound || (place > 0 && cost == found[place - 1].cost))
        return;
    found.insert(found.begin() + place, {m_graph.order, m_y, cost});
    if (found.count() > mostFound)
        found.pop_back();
}

void Part::take(const Found &found)
{
    m_graph.order = found.order;
    m_graph.number();
    m_y = found.y;
    placeColumns();
}

/// Shakes the present order and lets it settle again.
void Part::shake(int number, const Effort &effort, Watch &watch)
{
    static constexpr double amounts[] = {0.02, 0.1, 0.05, 0.3};
    Vec<double> key(m_graph.items(), 0);
    for (int v = 0; v < key.count(); ++v)
        key[v] = double(m_graph.pos[v]) / m_graph.size(m_graph.rank[v]) +
                 amounts[number % 4] * scatter(unsigned(number), unsigned(v));
    orderByKeys(m_graph, key);
    holdBorders();
    m_y = stacked(m_graph, m_space);
    sweep(m_graph, m_space, 4, number % 8 < 4, m_fixedLayer, m_y, watch);
    settleOrder(effort.order, watch);
}

void Part::settleOrder(const OrderEffort &effort, Watch &watch)
{
    const Movable movable{&m_fixedLayer, nullptr};
    switchNeighbours(m_graph, effort.switches, movable, watch);
    if (effort.sifts > 0)
        sift(m_graph, effort.window, effort.sifts, movable, watch);
}

/// One of several first orders, swept and settled.
void Part::order(int number, const Effort &effort, Watch &watch)
{
    orderDepthFirst(m_graph);
    if (number % 2 == 0 && effort.order.near > 0) {
        const int rounds = number == 0 ? effort.order.near : m_in.boxes ? boxNear : effort.order.near / 8;
        orderByKeys(m_graph, nearNumbers(m_graph, rounds, watch));
    }
    holdBorders();
    if (watch.stop())
        return;
    m_y = stacked(m_graph, m_space);
    sweep(m_graph, m_space, effort.order.sweeps, number != 1, m_fixedLayer, m_y, watch);
    settleOrder(effort.order, watch);
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
