#pragma once

#include "models/graph/ranking.h"

namespace meshscope::graph {

/// Makes the weighted spans of ranks that hold shorter: the least there are, if the budget of steps lasts.
void shortenSpans(int n, const Vec<RankEdge> &edges, long long budget, Vec<int> &rank, Watch &watch);

} // namespace meshscope::graph
