#pragma once

#include "models/graph/spacing.h"
#include "models/graph/switching.h"

namespace meshscope::graph {

/// Where the straight line of a link begins and ends on its items.
struct LineEnds {
    Vec<double> fromX, toX;           ///< by layer
    Vec<double> fromOffset, toOffset; ///< by link, from the item's middle; empty = there
};
/// Pairs of links whose straight lines from middle to middle cross, as the eye joins cards; those with an end in common do
/// not. `y` by item. O(links²), less where few lie over one another.
[[nodiscard]] long long straightCrossings(const LayerGraph &g, const LineEnds &ends, const Vec<double> &y);

/// Swaps neighbours and slides items in their free range while straight lines and the pieces between layers cross less
/// together, or as often and the lines are shorter.
/// `steps`: pairs of lines looked at, at most.
void polish(LayerGraph &g, const Spacing &spacing, const Movable &movable, const LineEnds &ends, Vec<double> &y,
            long long steps, Watch &watch);

} // namespace meshscope::graph
