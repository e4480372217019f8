#pragma once

#include "models/graph/layergraph.h"
#include "models/graph/watch.h"

namespace meshscope::graph {

/// Sorts items of one layer by a key without comparing them pairwise, keeping the order of equal ones.
class KeySorter {
public:
    /// Keys by item; they are taken as equal when closer than a four-millionth of their range.
    void sort(std::span<int> items, const Vec<double> &key);

private:
    Vec<unsigned> m_digits, m_otherDigits;
    Vec<int> m_other;
};

/// Sorts all layers by a key of each item and numbers them.
void orderByKeys(LayerGraph &g, const Vec<double> &key);
/// Orders layers as a depth-first search along edges of both directions meets the items. O(pieces).
void orderDepthFirst(LayerGraph &g, Watch &watch);
/// One number for each item so that what is joined has near numbers, the passing ones between those of their ends.
/// Begins with the present order; O(rounds · links).
[[nodiscard]] Vec<double> nearNumbers(const LayerGraph &g, int rounds, Watch &watch);
/// Numbers of real items carried over to the passing ones on the straight way between the ends.
void numberPasses(const LayerGraph &g, Vec<double> &number);

} // namespace meshscope::graph
