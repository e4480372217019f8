#pragma once

#include "models/graph/layout.h"

namespace meshscope::graph {

/// How a treemap is drawn.
struct TreemapOptions {
    std::vector<double> sizes;          ///< by node; missing, negative and NaN are nothing: such a node gets no area
    QSizeF area{1600, 1000};            ///< what is filled
    std::vector<QRectF> previousNodes;  ///< the last treemap, by node and by group; null = was not in it
    std::vector<QRectF> previousGroups; //   (any area: it is scaled)
    bool operator==(const TreemapOptions &) const = default;
};
/// Nested treemap: every group is a rectangle as large among its siblings as what it holds, filled below its head by its
/// own parts in the same way. Parts of one box tile it exactly, so areas within a box are proportional to sizes; gaps are
/// the painter's. Edges get no routes. Cards' own widths and heights are not used.
/// From the last treemap the places are kept: see treemap.cpp.
[[nodiscard]] LayoutResult treemapLayout(const LayoutInput &input, const TreemapOptions &options);

} // namespace meshscope::graph
