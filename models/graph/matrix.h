#pragma once

#include "models/graph/layout.h"

namespace meshscope::graph {

struct MatrixOptions {
    double cell = 28; ///< side of a cell
    bool operator==(const MatrixOptions &) const = default;
};
/// Order of the nodes along the flow: what gives stands before what takes, with as little weight against the order as is
/// found. Nodes of a group stand together, and so do groups. From `previous` (x) ties keep their order.
[[nodiscard]] std::vector<int> flowOrder(const LayoutInput &input);
/// Rows and columns in flowOrder: node i is the cell on the diagonal at its place, a group the square of its own, and an
/// edge runs from the diagonal along the row of its `from` to its cell in the column of its `to` and on to the diagonal:
/// `points[1]` is the middle of its cell. `reversed`: below the diagonal. Always left to right, whatever the direction.
[[nodiscard]] LayoutResult matrixLayout(const LayoutInput &input, const MatrixOptions &options = {});

} // namespace meshscope::graph
