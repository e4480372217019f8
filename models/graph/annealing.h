#pragma once

#include "models/graph/polishing.h"

namespace meshscope::graph {

/// Ranks and heights of things, without what passes.
struct Places {
    Vec<int> rank;
    Vec<double> y;
};
/// What annealing may not do.
struct Limits {
    Vec<char> isClosed;  ///< by layer: nothing enters or leaves it
    Vec<char> isFixed;   ///< by layer: nothing moves in it
    Vec<double> room;    ///< by layer: width of the widest thing it takes
    Vec<double> width;   ///< of things
    Vec<double> density; ///< of things: crossings of a line that passes over one; empty = none
};
struct AnnealEffort {
    double crossing = 640;     ///< what a crossing costs, in length
    double heat = 300;         ///< how much worse a move may make it at first, in the mean
    long long steps = 1000000; ///< pairs of lines looked at, about; the result depends on it, but on no clock
    unsigned seed = 0;
};
/// Moves things to other heights and other ranks between their neighbours, so that straight lines cross less and are short.
/// Distances between things of one rank hold; what passes is not looked at. O(steps).
void anneal(const LayerGraph &g, const Spacing &spacing, const Limits &limits, const LineEnds &ends,
            const AnnealEffort &effort, Places &places, Watch &watch);

} // namespace meshscope::graph
