#pragma once

#include "models/graph/layergraph.h"

namespace meshscope::graph {

/// What the items of a layer graph need across the layers, and where pieces meet them.
struct Spacing {
    Vec<double> half; ///< of items: half of its height and of the gap around it; two neighbours keep the sum of theirs
    // Distance of a piece's end from the middle of the item it is at, by row entry; empty: all in the middle.
    Vec<double> inOwn, inOther, outOwn, outOther;
};

/// Middles nearest to the wishes (weighted squares) that keep a layer's order and distances: pooling adjacent violators,
/// linear.
class Settler {
public:
    /// `wish` and `weight` by item; the result goes to `y`.
    void settle(std::span<const int> layer, const Spacing &spacing, const Vec<double> &wish, const Vec<double> &weight,
                Vec<double> &y);

private:
    struct Pool {
        double sum, weight;
        int count;
    };
    Vec<Pool> m_pools;
    Vec<double> m_shift;
};

} // namespace meshscope::graph
