#pragma once

#include "models/graph/crossings.h"
#include "models/graph/watch.h"

namespace meshscope::graph {

/// What must stay in its order; null: nothing.
struct Movable {
    const Vec<char> *fixedLayer = nullptr;
    const Vec<char> *fixedItem = nullptr; ///< keeps its order among its like
    [[nodiscard]] bool layer(int r) const { return !fixedLayer || fixedLayer->empty() || !(*fixedLayer)[r]; }
    [[nodiscard]] bool item(int v) const { return !fixedItem || fixedItem->empty() || !(*fixedItem)[v]; }
};
/// Swaps neighbours of layers while that takes crossings away; `rounds` over all layers at most. Returns what it took away.
long long switchNeighbours(LayerGraph &g, int rounds, const Movable &movable, Watch &watch);
/// Moves each item to the best of the places at most `window` away, `rounds` over all layers. Returns what it took away.
long long sift(LayerGraph &g, int window, int rounds, const Movable &movable, Watch &watch);

} // namespace meshscope::graph
