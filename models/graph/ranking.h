#pragma once

#include "models/graph/vec.h"
#include "models/graph/watch.h"

namespace meshscope::graph {

/// An edge that must go at least `length` ranks to the right.
struct RankEdge {
    int from = 0;
    int to = 0;
    int weight = 1;
    int length = 1;
};
/// Ranks from 0 so that every edge goes at least its length and the weighted spans are short. The edges have no cycle.
/// `effort`: steps of the simplex allowed per node and edge; 0 leaves the ranks of the longest paths.
[[nodiscard]] Vec<int> rankNodes(int n, const Vec<RankEdge> &edges, int effort, Watch &watch);
/// Sum of weight · span.
[[nodiscard]] long long spanOf(const Vec<RankEdge> &edges, const Vec<int> &rank);

} // namespace meshscope::graph
