#pragma once

#include "models/graph/acyclic.h"
#include "models/graph/bigcount.h"
#include "models/graph/traversal.h"

#include <functional>

namespace meshscope::graph {

/// All ways from one node to another along the arrows.
///
/// What is counted: the ways of the acyclic condensation. Where there is no cycle these are exactly the paths. The nodes of
/// a cycle (a strongly connected part) count as one place: ways that differ only in how they turn inside it are one way,
/// drawn by the shortest turn; ways that enter or leave it by different edges are different ones. (All simple paths cannot
/// be counted in general: that is #P-complete.) A way passes no node twice.
struct Paths {
    BigCount count;
    int cycles = 0;                      ///< parts of more than one node between the two
    std::vector<std::vector<int>> first; ///< the shortest, by number of edges; ties in order of the arcs
    bool cancelled = false;
};
/// Counted by one sum a node over the condensation; listed lazily, best first by the exact distance left, so that the first
/// `most` cost O((nodes + arcs) log + most · length · log) however many there are. Arcs given twice are one; none from a
/// node to itself.
[[nodiscard]] Paths allPaths(int nodes, const std::vector<Arc> &arcs, int from, int to, int most,
                             const std::function<bool()> &cancelled = {});

/// The same between two nodes of a level of the mesh.
struct MeshPaths {
    NodeId from;
    NodeId to;
    Level level = Level::Dataset;
    BigCount count;
    int cycles = 0;
    std::vector<std::vector<NodeId>> first;
    bool cancelled = false;
};
[[nodiscard]] MeshPaths pathsBetween(const Mesh &mesh, NodeId from, NodeId to, Level level, int most,
                                     const std::function<bool()> &cancelled = {});

} // namespace meshscope::graph
