#include "models/graph/lastranks.h"

#include "models/graph/compressed.h"

#include <algorithm>
#include <cmath>
#include <limits>

// Ranks like in the last layout: ranking anew after a small change would move whole parts of the picture sideways. Kept
// nodes stay in their columns, pushed right only where an edge needs it; new ones stand right after what feeds them or,
// fed by nothing, right before what they feed. O(nodes log nodes + edges).
namespace meshscope::graph {

Vec<int> lastColumns(const Vec<double> &left, double tolerance)
{
    Vec<int> known;
    for (int v = 0; v < left.count(); ++v) {
        if (!std::isnan(left[v]))
            known.push_back(v);
    }
    std::sort(known.begin(), known.end(), [&](int a, int b) { return left[a] != left[b] ? left[a] < left[b] : a < b; });
    Vec<int> columns(left.count(), -1);
    int column = -1;
    double begin = 0;
    for (const int v : known) {
        if (column < 0 || left[v] > begin + tolerance) {
            ++column;
            begin = left[v];
        }
        columns[v] = column;
    }
    return columns;
}

Vec<int> keepRanks(int n, const Vec<RankEdge> &edges, const Vec<int> &columns)
{
    constexpr int open = std::numeric_limits<int>::min();
    const Compressed out(n, edges, [](const RankEdge &e) { return e.from; });
    Vec<int> rank(columns), waiting(n, 0), order;
    for (int v = 0; v < n; ++v) {
        if (rank[v] < 0)
            rank[v] = open;
    }
    for (const RankEdge &e : edges)
        ++waiting[e.to];
    for (int v = 0; v < n; ++v) {
        if (waiting[v] == 0)
            order.push_back(v);
    }
    for (int i = 0; i < order.count(); ++i) {
        const int v = order[i];
        for (const int e : out.of(v)) {
            const int w = edges[e].to;
            if (rank[v] != open)
                rank[w] = std::max(rank[w], rank[v] + edges[e].length);
            if (--waiting[w] == 0)
                order.push_back(w);
        }
    }
    for (int i = order.count(); i-- > 0;) {
        const int v = order[i];
        if (rank[v] != open)
            continue;
        int high = std::numeric_limits<int>::max();
        for (const int e : out.of(v))
            high = std::min(high, rank[edges[e].to] - edges[e].length);
        rank[v] = high == std::numeric_limits<int>::max() ? 0 : high;
    }
    const int least = n > 0 ? *std::min_element(rank.begin(), rank.end()) : 0;
    for (int &r : rank)
        r -= least;
    return rank;
}

} // namespace meshscope::graph
