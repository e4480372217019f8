#pragma once

#include "models/graph/spacing.h"
#include "models/graph/watch.h"

namespace meshscope::graph {

/// Where an item should stay, from the last layout.
struct Anchors {
    Vec<double> y; ///< by item
    Vec<char> isAnchored;
};
/// Heights of all items: near their neighbours, no closer than the distances, in the given order. `rounds` of smoothing,
/// `straight` of straightening. `y` begins as given.
void placeAcross(const LayerGraph &g, const Spacing &spacing, const Anchors &anchors, int rounds, int straight,
                 Vec<double> &y, Watch &watch);

} // namespace meshscope::graph
