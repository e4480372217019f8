#pragma once

#include "models/graph/ranking.h"

namespace meshscope::graph {

/// Columns of what was laid out before: numbers from 0 by left sides, those closer than `tolerance` being one column.
/// `left` is NaN for what was not; that gets -1.
[[nodiscard]] Vec<int> lastColumns(const Vec<double> &left, double tolerance);
/// Ranks that keep the given columns wherever every edge still goes right; what has none (-1) goes beside its neighbours.
/// O(nodes + edges).
[[nodiscard]] Vec<int> keepRanks(int n, const Vec<RankEdge> &edges, const Vec<int> &columns);

} // namespace meshscope::graph
