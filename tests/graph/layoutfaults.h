#pragma once

#include "models/graph/layout.h"

#include <QString>

namespace meshscope::test {

/// What a layout must keep, whatever the graph; empty when it does.
[[nodiscard]] QString fault(const graph::LayoutInput &in, const graph::LayoutResult &r);
/// Cards an edge's straight stretches pass through that are neither of its ends.
[[nodiscard]] int cardsCrossed(const graph::LayoutInput &in, const graph::LayoutResult &r);

} // namespace meshscope::test
