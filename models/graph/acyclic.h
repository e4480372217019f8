#pragma once

#include <vector>

namespace meshscope::graph {

/// A weighted arc between two of `n` numbered things.
struct Arc {
    int from = 0;
    int to = 0;
    double weight = 1;
};
/// Number of the strongly connected part each of `n` things is in; parts are numbered sinks first.
/// Tarjan without recursion, O(n + arcs).
[[nodiscard]] std::vector<int> strongParts(int n, const std::vector<Arc> &arcs);
/// Which arcs to turn so that no cycle is left: only arcs inside a cycle, few and light ones. Loops are marked too.
[[nodiscard]] std::vector<char> backArcs(int n, const std::vector<Arc> &arcs);

} // namespace meshscope::graph
