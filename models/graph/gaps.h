#pragma once

#include "models/graph/coordinates.h"

namespace meshscope::graph {

/// Moves passing edges that would push anchored items apart into the nearest gap between anchored ones that has room, in
/// all layers. O(items · reach).
void passWhereRoomIs(LayerGraph &g, const Spacing &spacing, const Anchors &anchors);

} // namespace meshscope::graph
