#include "models/graph/part.h"

#include <algorithm>
#include <numeric>

// Large parts do not fit the processor's cache, and most of a phase's time would go into waiting for what lies anywhere in
// memory. So what is near in the picture is numbered near: first by a depth-first search, whose branches ranks and near
// numbers walk along, and when there is a first order, by that. O(things + pieces); spares two fifths of the whole at
// 100,000 nodes. Smaller parts keep the numbers of the input.
namespace meshscope::graph {

namespace {

constexpr int manyThings = 60000;
constexpr int manyItems = 100000;

/// Indices 0 … n - 1 in the order of their keys, equal ones as they were. Keys are below `keys`.
template<class Key>
Vec<int> sortedBy(int n, int keys, Key key)
{
    Vec<int> first(keys + 1, 0), sorted(n);
    for (int i = 0; i < n; ++i)
        ++first[key(i) + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    for (int i = 0; i < n; ++i)
        sorted[first[key(i)]++] = i;
    return sorted;
}

Vec<int> taken(const Vec<int> &from, const Vec<int> &indices)
{
    Vec<int> out;
    out.reserve(indices.size());
    for (const int i : indices)
        out.push_back(from[i]);
    return out;
}

/// Things as a search from the first ones meets them, whichever way links run.
Vec<int> depthFirst(int n, const Vec<int> &ends, Pace &pace)
{
    const Vec<int> halves = sortedBy(ends.count(), n, [&](int i) { return ends[i]; });
    Vec<int> first(n + 1, 0), order, stack;
    for (const int v : ends)
        ++first[v + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    Vec<char> seen(n, 0);
    order.reserve(size_t(n));
    for (int start = 0; start < n && !pace.stop(8); ++start) {
        stack.assign(1, start);
        while (!stack.empty()) {
            const int v = stack.back();
            stack.pop_back();
            if (seen[v])
                continue;
            seen[v] = 1;
            order.push_back(v);
            if (pace.stop(8 + 4LL * (first[v + 1] - first[v])))
                return order;
            for (int i = first[v + 1]; i-- > first[v];) {
                const int other = ends[halves[i] ^ 1];
                if (!seen[other])
                    stack.push_back(other);
            }
        }
    }
    return order;
}

} // namespace

/// Numbers things by `order`, and links by where they begin.
void Part::renumber(const Vec<int> &order)
{
    Vec<int> number(m_items.count(), 0);
    for (int i = 0; i < order.count(); ++i)
        number[order[i]] = i;
    const Vec<int> links = sortedBy(m_links.count(), m_items.count(), [&](int l) { return number[m_ends[2 * l]]; });
    m_items = taken(m_items, order);
    m_links = taken(m_links, links);
    Vec<int> ends;
    ends.reserve(m_ends.size());
    for (const int l : links) {
        ends.push_back(number[m_ends[2 * l]]);
        ends.push_back(number[m_ends[2 * l + 1]]);
    }
    m_ends = std::move(ends);
}

/// Before there are ranks.
void Part::numberDepthFirst(Watch &watch)
{
    if (m_items.count() < manyThings)
        return;
    Pace pace(watch);
    const Vec<int> order = depthFirst(m_items.count(), m_ends, pace);
    if (order.count() == m_items.count())
        renumber(order);
}

/// When there is a first order; that stays as it is.
void Part::numberLikeOrder(Watch &watch)
{
    // What is led round is chosen among equals by number.
    if (m_graph.items() < manyItems || m_hasRound || watch.stop())
        return;
    const LayerGraph was = std::move(m_graph);
    Vec<int> things, rank;
    for (const int v : was.order) {
        if (was.isPass(v))
            continue;
        things.push_back(v);
        rank.push_back(was.rank[v]);
    }
    const Vec<int> way = m_way;
    const Vec<int> links = m_links;
    renumber(things);
    if (watch.stop())
        return;
    buildGraph(std::move(rank), watch);
    if (watch.stop())
        return;
    // The same order in the new numbers.
    Vec<int> number(was.items(), 0), place(m_in.links.count(), 0);
    for (int i = 0; i < things.count(); ++i)
        number[things[i]] = i;
    for (int l = 0; l < m_links.count(); ++l)
        place[m_links[l]] = m_way[l];
    for (int l = 0; l < links.count(); ++l) {
        const LayerGraph::Link &old = was.links[way[l]];
        const int passes = was.rank[old.to] - was.rank[old.from] - 1;
        for (int i = 0; i < passes; ++i)
            number[old.firstPass + i] = m_graph.links[place[links[l]]].firstPass + i;
    }
    for (int i = 0; i < was.items(); ++i)
        m_graph.order[i] = number[was.order[i]];
    m_graph.number();
    space();
}

} // namespace meshscope::graph
