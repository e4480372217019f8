#pragma once

#include "models/mesh/searchindex.h"

#include <functional>

namespace meshscope {

/// Everything that passes the filter, by kind and name: what Find lists while nothing is typed. Needs no index.
[[nodiscard]] SearchIndex::Answer browse(const Mesh &mesh, const SearchIndex::Filter &filter, qsizetype limit,
                                         const std::function<bool(NodeId)> &accept = {});

} // namespace meshscope
