#pragma once

#include "models/graph/spacing.h"
#include "models/graph/watch.h"

namespace meshscope::graph {

/// How much work the order may be; numbers of rounds.
struct OrderEffort {
    int near = 130;  ///< steps of the near numbers; 0: the depth-first order alone
    int sweeps = 20; ///< over all layers
    int switches = 10;
    int window = 64; ///< how far an item is tried
    int sifts = 4;
};
/// Sweeps: each layer is sorted by the mean of its neighbours' heights and settled there; the order with fewest crossings
/// stays, and how many those are is returned. `y` is where the items are, begins as given.
long long sweep(LayerGraph &g, const Spacing &spacing, int rounds, bool bothSides, const Vec<char> &fixedLayer,
                Vec<double> &y, Watch &watch);
/// Layers one after the other from the top, each around 0, in their present order.
[[nodiscard]] Vec<double> stacked(const LayerGraph &g, const Spacing &spacing);

} // namespace meshscope::graph
