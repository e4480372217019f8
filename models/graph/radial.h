#pragma once

#include "models/graph/layout.h"

namespace meshscope::graph {

struct RadialOptions {
    bool fullCircle = false; ///< neighbours all round; otherwise upstream in the left half, downstream in the right
    double ringGap = 48;     ///< kept free between the cards of two rings, edges run there
    double cardGap = 12;
    bool operator==(const RadialOptions &) const = default;
};
/// What each node is to the one in the middle.
struct RadialPlace {
    int distance = -1; ///< steps from the middle; -1 = not connected with it
    bool up = false;   ///< reached against the arrows
};
/// Distances from `centre`: along the arrows either way first; what only a detour reaches is on the side of what it was
/// reached from. O(nodes + edges).
[[nodiscard]] std::vector<RadialPlace> radialPlaces(const LayoutInput &input, int centre);
/// The neighbourhood of `input.anchor` (or of the node with most edges) as rings by distance. No cards overlap. Groups are
/// not drawn and edges at groups get no routes. Nodes that are not connected stand in rows below.
[[nodiscard]] LayoutResult radialLayout(const LayoutInput &input, const RadialOptions &options = {});

} // namespace meshscope::graph
