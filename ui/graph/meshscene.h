#pragma once

#include "ui/graph/scene.h"

namespace meshscope {

/// A generated mesh of any size, always the same for a seed, for pictures and benchmarks: domains of very different sizes in
/// three tiers, stages from source to consumption in each, skewed fan-out, one edge in twelve to another domain, 1.6 edges a
/// node.
struct GeneratedMesh {
    graph::LayoutInput input; ///< a group a domain
    std::vector<int> stage;   ///< of nodes
    std::vector<int> tier;    ///< of domains
};
[[nodiscard]] GeneratedMesh generateMesh(int nodes, quint32 seed);

/// Places from a plain grid: domains in rows by tier, stages from left to right in each. For measuring drawing alone.
[[nodiscard]] graph::LayoutResult gridLayout(const GeneratedMesh &mesh);
/// The scene of a generated mesh laid out by whichever layout; texts are shared where they are the same.
[[nodiscard]] ScenePtr sceneOf(const GeneratedMesh &mesh, graph::LayoutResult layout, double unit = 1);

} // namespace meshscope
