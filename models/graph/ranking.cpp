#include "models/graph/ranking.h"

#include "models/graph/compressed.h"
#include "models/graph/simplex.h"

#include <algorithm>
#include <cmath>
#include <limits>

// Ranks after Gansner, Koutsofios, North and Vo (1993): first those of the longest paths, then where springs would pull the
// nodes, which spares the network simplex that follows (simplex.cpp) most of its far moves. All but the simplex O(nodes +
// edges).
namespace meshscope::graph {

namespace {

/// Ranks of the longest paths; `order` is a topological one.
Vec<int> longestPaths(int n, const Vec<RankEdge> &edges, const Compressed &out, Vec<int> &order)
{
    Vec<int> rank(n, 0), waiting(n, 0);
    order.reserve(size_t(n));
    for (const RankEdge &e : edges)
        ++waiting[e.to];
    for (int v = 0; v < n; ++v) {
        if (waiting[v] == 0)
            order.push_back(v);
    }
    for (int i = 0; i < order.count(); ++i) {
        for (const int e : out.of(order[i])) {
            const RankEdge &edge = edges[e];
            rank[edge.to] = std::max(rank[edge.to], rank[edge.from] + edge.length);
            if (--waiting[edge.to] == 0)
                order.push_back(edge.to);
        }
    }
    return rank;
}

/// Moves single nodes with more weight on one side to that side as far as they can.
void shorten(const Vec<RankEdge> &edges, const Compressed &out, const Compressed &in, const Vec<int> &order, Vec<int> &rank,
             Watch &watch)
{
    Pace pace(watch);
    for (int round = 0; round < 4; ++round) {
        bool moved = false;
        for (int i = 0; i < order.count(); ++i) {
            const int v = order[round % 2 == 0 ? order.count() - 1 - i : i];
            if (pace.stop(32))
                return;
            int low = std::numeric_limits<int>::min();
            int high = std::numeric_limits<int>::max();
            long long net = 0;
            for (const int e : out.of(v)) {
                net += edges[e].weight;
                high = std::min(high, rank[edges[e].to] - edges[e].length);
            }
            for (const int e : in.of(v)) {
                net -= edges[e].weight;
                low = std::max(low, rank[edges[e].from] + edges[e].length);
            }
            const int to = net > 0 ? high : net < 0 ? low : rank[v];
            moved = moved || to != rank[v];
            rank[v] = to;
        }
        if (!moved)
            return;
    }
}

/// Starts the ranks where edges would pull their ends if they were springs of their length, then makes every edge hold.
void relax(const Vec<RankEdge> &edges, const Compressed &out, const Compressed &in, const Vec<int> &order, int rounds,
           Vec<int> &rank, Watch &watch)
{
    Vec<double> x(rank.count(), 0);
    for (int v = 0; v < x.count(); ++v)
        x[v] = rank[v];
    Pace pace(watch);
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < order.count(); ++i) {
            const int v = order[round % 2 == 0 ? order.count() - 1 - i : i];
            if (pace.stop(32))
                return;
            double sum = 0;
            double weight = 0;
            for (const int e : out.of(v)) {
                const double w = edges[e].weight;
                sum += w * (x[edges[e].to] - edges[e].length);
                weight += w;
            }
            for (const int e : in.of(v)) {
                const double w = edges[e].weight;
                sum += w * (x[edges[e].from] + edges[e].length);
                weight += w;
            }
            if (weight > 0)
                x[v] = sum / weight;
        }
    }
    for (const int v : order) {
        int low = int(std::lround(x[v] - 0.5));
        for (const int e : in.of(v))
            low = std::max(low, rank[edges[e].from] + edges[e].length);
        rank[v] = low;
    }
}

} // namespace

long long spanOf(const Vec<RankEdge> &edges, const Vec<int> &rank)
{
    long long sum = 0;
    for (const RankEdge &e : edges)
        sum += static_cast<long long>(e.weight) * (rank[e.to] - rank[e.from]);
    return sum;
}

Vec<int> rankNodes(int n, const Vec<RankEdge> &edges, int effort, Watch &watch)
{
    const Compressed out(n, edges, [](const RankEdge &e) { return e.from; });
    const Compressed in(n, edges, [](const RankEdge &e) { return e.to; });
    Vec<int> order;
    if (watch.stop())
        return Vec<int>(n, 0);
    Vec<int> rank = longestPaths(n, edges, out, order);
    if (n < 2 || watch.stop())
        return rank;
    shorten(edges, out, in, order, rank, watch);
    if (effort > 0 && !watch.stop())
        relax(edges, out, in, order, 10, rank, watch);
    if (watch.stop())
        return rank;
    shorten(edges, out, in, order, rank, watch);
    if (effort > 0 && !watch.stop())
        shortenSpans(n, edges, static_cast<long long>(effort) * (n + edges.count()), rank, watch);
    int least = std::numeric_limits<int>::max();
    for (const int r : rank)
        least = std::min(least, r);
    for (int &r : rank)
        r -= least;
    return rank;
}

} // namespace meshscope::graph
