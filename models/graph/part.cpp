#include "models/graph/part.h"

#include "models/graph/crossings.h"
#include "models/graph/lastranks.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

// One connected part through all phases: ranks, cutting, order, heights, columns, routes. Small parts try several first
// orders and keep the one whose straight edges cross least. A part that was laid out before keeps its ranks and its order,
// and what is new finds its place between.
namespace meshscope::graph {

namespace {

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Distinct offsets at each item, ascending: its ports.
struct Ports {
    Vec<int> first;
    Vec<double> offset;
};

/// Numbers the ports of one side of all items. `port` gets each link's number.
Ports numberPorts(int n, const Vec<int> &item, const Vec<double> &offset, Vec<int> &port)
{
    Ports ports;
    Vec<int> order(item.count());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        return item[a] != item[b] ? item[a] < item[b] : offset[a] != offset[b] ? offset[a] < offset[b] : a < b;
    });
    ports.first.fill(n + 1, 0);
    port.fill(item.count(), 0);
    for (int i = 0; i < order.count(); ++i) {
        const int l = order[i];
        const int before = i > 0 ? order[i - 1] : -1;
        const bool same = before >= 0 && item[before] == item[l];
        if (same && offset[before] == offset[l]) {
            port[l] = port[before];
            continue;
        }
        port[l] = same ? port[before] + 1 : 0;
        ports.offset.push_back(offset[l]);
        ++ports.first[item[l] + 1];
    }
    std::partial_sum(ports.first.begin(), ports.first.end(), ports.first.begin());
    return ports;
}

} // namespace

Effort effortFor(Quality quality, int size, bool ofLarge)
{
    // The work a node may cost falls with their number, so that the whole stays near-linear also where edges are longer.
    constexpr int small = 3000;
    constexpr int large = 60000;
    constexpr int huge = 1000000;
    Effort effort;
    if (quality == Quality::Fast) {
        effort.simplex = size > huge ? 0 : 8;
        effort.order = size > large ? OrderEffort{6, 2, 0, 0, 0} : OrderEffort{34, 3, 2, 8, 1};
        effort.smooth = size > large ? 4 : 6;
        effort.straight = 0;
    } else if (size > large) {
        const bool best = quality == Quality::Best && size < huge;
        effort.simplex = best ? 300 : size > huge ? 12 : 30;
        effort.order = best ? OrderEffort{100, 12, 10, 32, 2} : OrderEffort{40, 7, 4, 16, 1};
        effort.smooth = best ? 16 : 8;
        effort.straight = best ? 2 : 1;
    } else if (size < small) {
        effort.simplex = 10000;
        effort.order = ofLarge ? OrderEffort{24, 16, 20, 64, 2} : OrderEffort{100, 16, 20, 64, 8};
        effort.smooth = ofLarge ? 14 : 20;
        effort.straight = ofLarge ? 4 : 6;
    } else if (quality == Quality::Best) {
        effort.simplex = 1000;
        effort.order = {200, 16, 20, 64, 6};
        effort.smooth = 40;
        effort.straight = 4;
    }
    return effort;
}

/// A draft is as cheap as can be, but for the ranks, which stay.
Effort Part::effortOf(int size) const
{
    Effort effort = effortFor(m_in.quality, size, m_in.large);
    if (m_in.draft) {
        const int simplex = effort.simplex;
        effort = effortFor(Quality::Fast, size);
        effort.simplex = simplex;
        if (m_in.quality != Quality::Fast)
            effort.order.near /= 2;
    }
    return effort;
}

Vec<int> Part::ranks(const Effort &effort, Watch &watch) const
{
    const int n = m_items.count();
    const int leftEnd = n;
    const int rightEnd = n + 1;
    const auto standIn = [&](int i) {
        return item(i).border == FlatItem::Border::Left ? leftEnd : item(i).border == FlatItem::Border::Right ? rightEnd : i;
    };
    Vec<RankEdge> edges;
    edges.reserve(size_t(m_links.count()));
    for (int l = 0; l < m_links.count(); ++l) {
        const int weight = int(std::lround(std::clamp(link(l).weight, 1.0, 1000.0)));
        edges.push_back({standIn(m_ends[2 * l]), standIn(m_ends[2 * l + 1]), weight, 1});
    }
    Vec<int> rank;
    if (m_hasKept) {
        Vec<double> left(n + 2, std::nan(""));
        for (int i = 0; i < n; ++i) {
            if (item(i).kept)
                left[i] = item(i).lastLeft;
        }
        rank = keepRanks(n + 2, edges, lastColumns(left, m_in.levelGap * 0.4));
    } else {
        rank = rankNodes(n + 2, edges, effort.simplex, watch);
    }
    int low = std::numeric_limits<int>::max();
    int high = std::numeric_limits<int>::min();
    bool left = false;
    for (int i = 0; i < n; ++i) {
        left = left || standIn(i) == leftEnd;
        if (standIn(i) == i) {
            low = std::min(low, rank[i]);
            high = std::max(high, rank[i]);
        }
    }
    if (low > high)
        low = high = 0;
    for (int i = 0; i < n; ++i) {
        const int end = standIn(i);
        rank[i] = (end == leftEnd ? low - 1 : end == rightEnd ? high + 1 : rank[i]) - low + (left ? 1 : 0);
    }
    rank.resize(size_t(n));
    // Ranks nothing stands in are left out.
    Vec<int> used(n > 0 ? *std::max_element(rank.begin(), rank.end()) + 2 : 1, 0);
    for (const int r : rank)
        used[r + 1] = 1;
    std::partial_sum(used.begin(), used.end(), used.begin());
    for (int &r : rank)
        r = used[r];
    return rank;
}

void Part::space()
{
    const int n = m_items.count();
    const double passHalf = m_in.nodeGap / 4;
    m_space.half.fill(m_graph.items(), passHalf);
    for (int i = 0; i < n; ++i) {
        if (item(i).border == FlatItem::Border::None)
            m_space.half[i] = (item(i).height + m_in.nodeGap) / 2;
    }
}

void Part::layOut(Vec<int> &local, Watch &watch)
{
    QElapsedTimer timer;
    timer.start();
    const int n = m_items.count();
    Effort work = effortOf(n + m_links.count());
    int wishes = 0;
    for (int i = 0; i < n; ++i) {
        local[m_items[i]] = i;
        touchesBorder = touchesBorder || item(i).border != FlatItem::Border::None;
        m_hasKept = m_hasKept || item(i).kept;
        if (item(i).hasWish) {
            wish += item(i).wish;
            ++wishes;
        }
    }
    hasWish = wishes > 0;
    wish = hasWish ? wish / wishes : 0;
    m_ends.fill(2 * m_links.count(), 0);
    for (int l = 0; l < m_links.count(); ++l) {
        m_ends[2 * l] = local[link(l).from];
        m_ends[2 * l + 1] = local[link(l).to];
    }
    if (watch.stop())
        return;
    numberDepthFirst(watch);
    if (watch.stop())
        return;
    Vec<int> rank;
    if (m_in.ranks.empty() || m_hasKept) {
        rank = ranks(work, watch);
    } else {
        for (const int v : m_items)
            rank.push_back(m_in.ranks[v]);
    }
    rankTime = milliseconds(timer);
    timer.restart();
    if (watch.stop())
        return;
    buildGraph(std::move(rank), watch);
    if (watch.stop())
        return;
    // From here on pieces are the work: few cards may have many long edges.
    work = effortOf(std::max(n + m_links.count(), m_graph.inTo.count() / 2));
    space();
    m_y.fill(m_graph.items(), 0);
    holdBorders();
    if (watch.stop())
        return;
    if (m_hasKept)
        orderLike(work, watch);
    else
        orderNew(work, watch);
    orderTime = milliseconds(timer) - m_acrossTime;
    timer.restart();
    if (watch.stop())
        return;
    placeColumns();
    Pace pace(watch);
    if (!m_in.draft)
        crossings = m_counted >= 0 ? m_counted : CrossingCounter().count(m_graph, pace);
    if (watch.stop())
        return;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (int v = 0; v < m_graph.items(); ++v) {
        const double half = v < n ? item(v).height / 2 : 0;
        low = std::min(low, m_y[v] - half);
        high = std::max(high, m_y[v] + half);
    }
    if (m_hasRound)
        m_roundAt = high += m_in.nodeGap;
    bounds = QRectF(0, low, m_right.empty() ? 0 : m_right.back(), high - low);
    measureMove();
    placeTime = milliseconds(timer) + m_acrossTime;
}

/// Chooses the links that would be cut into more pieces than a picture can show: they are led round below all layers.
void Part::leadRound(const Vec<int> &rank)
{
    const int count = m_links.count();
    m_way.fill(count, 0);
    long long pieces = 0;
    const auto span = [&](int l) { return rank[m_ends[2 * l + 1]] - rank[m_ends[2 * l]]; };
    for (int l = 0; l < count; ++l)
        pieces += span(l);
    const long long most = 500000 + 5LL * (m_items.count() + count);
    if (pieces <= most)
        return;
    Vec<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return span(a) > span(b); });
    for (const int l : order) {
        if (pieces <= most)
            break;
        pieces -= span(l);
        m_way[l] = -1;
        m_hasRound = true;
    }
}

/// Layers, ports and offsets from ranks.
void Part::buildGraph(Vec<int> rank, Watch &watch)
{
    const int n = m_items.count();
    const int count = m_links.count();
    Vec<int> from(count), to(count), fromPort(count), toPort(count);
    Vec<double> fromOffset(count), toOffset(count);
    bool middle = true;
    for (int l = 0; l < count; ++l) {
        from[l] = m_ends[2 * l];
        to[l] = m_ends[2 * l + 1];
        fromOffset[l] = link(l).fromOffset - item(from[l]).height / 2;
        toOffset[l] = link(l).toOffset - item(to[l]).height / 2;
        middle = middle && fromOffset[l] == 0 && toOffset[l] == 0;
    }
    Ports outPorts, inPorts;
    if (!middle) {
        outPorts = numberPorts(n, from, fromOffset, fromPort);
        inPorts = numberPorts(n, to, toOffset, toPort);
    }
    leadRound(rank);
    if (watch.stop())
        return;
    Vec<LayerGraph::Link> links;
    links.reserve(size_t(count));
    for (int l = 0; l < count; ++l) {
        if (m_way[l] < 0)
            continue;
        m_way[l] = links.count();
        links.push_back(
            {from[l], to[l], fromPort[l], toPort[l], int(std::lround(std::clamp(link(l).weight, 1.0, 1000.0))), -1});
    }
    m_graph = LayerGraph(n, std::move(rank), std::move(links), watch);
    if (middle || watch.stop())
        return;
    const LayerGraph &g = m_graph;
    const auto offsetAt = [&](const Ports &ports, int v, int port) {
        return v < n ? ports.offset[ports.first[v] + port] : 0.0;
    };
    m_space.inOwn.fill(g.inTo.count(), 0);
    m_space.inOther.fill(g.inTo.count(), 0);
    m_space.outOwn.fill(g.outTo.count(), 0);
    m_space.outOther.fill(g.outTo.count(), 0);
    for (int v = 0; v < g.items(); ++v) {
        for (int i = g.inFirst[v]; i < g.inFirst[v + 1]; ++i) {
            m_space.inOwn[i] = offsetAt(inPorts, v, g.inOwn[i]);
            m_space.inOther[i] = offsetAt(outPorts, g.inTo[i], g.inPort[i]);
        }
        for (int i = g.outFirst[v]; i < g.outFirst[v + 1]; ++i) {
            m_space.outOwn[i] = offsetAt(outPorts, v, g.outOwn[i]);
            m_space.outOther[i] = offsetAt(inPorts, g.outTo[i], g.outPort[i]);
        }
    }
}

} // namespace meshscope::graph
