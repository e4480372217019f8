#pragma once

#include "models/graph/layout.h"

namespace meshscope::graph {

/// Both ends of an edge that names what is not there: it gets no route.
inline constexpr int nothing = 0x7fffffff;
/// The input with impossible numbers and references made harmless: sizes 0 … 10⁶, parents before children, edges that
/// lead nowhere from and to `nothing`.
[[nodiscard]] LayoutInput cleaned(const LayoutInput &input);
/// Moves everything, mirrors it if asked, sets bounds and measures.
void moveAndMeasure(LayoutResult &result, QPointF move, bool mirror);

} // namespace meshscope::graph
