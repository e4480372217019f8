#pragma once

#include "models/health/health.h"

namespace meshscope {

/// The levels of one product, port, contract or dataset, judged; in the Mesh's order. Pure; O(measurements of its parts).
[[nodiscard]] QList<LevelState> levelStatesOf(const MeshPtr &mesh, NodeId node, const QDateTime &asOf,
                                              const HealthPolicy &policy = {});

} // namespace meshscope
