#pragma once

#include "models/mesh/mesh.h"

#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

namespace meshscope {

/// Datasets that belong to no product, by domain. The mesh must outlive it. O(datasets).
class LooseDatasets {
public:
    /// `passes`: those that are there; all when empty.
    explicit LooseDatasets(const Mesh &mesh, const std::function<bool(NodeId)> &passes = {});
    /// A domain's own, in address order; of the invalid node those in no domain.
    [[nodiscard]] std::span<const NodeId> of(NodeId domain) const;
    /// How many a domain and all its sub-domains have.
    [[nodiscard]] int below(NodeId domain) const;
    /// The same as a list: its own first, then those of its sub-domains.
    [[nodiscard]] std::vector<NodeId> allBelow(NodeId domain) const;
    [[nodiscard]] size_t count() const { return m_count; }

private:
    const Mesh &m_mesh;
    std::map<NodeId, std::vector<NodeId>> m_own;
    std::unordered_map<quint32, int> m_below;
    size_t m_count = 0;
};

/// One relation as it is counted: from product to product, or from dataset to dataset where one of them is of no product.
struct CountedRelation {
    NodeId from;
    NodeId to;
    int fromEnd = 0;
    int toEnd = 0;
};

/// The relations of a mesh between the ends of a picture, each once. Two products: their flow, whatever its reasons. Where a
/// dataset of no product gives or takes: the lineage edge, unless it lies on the way of a flow between products of the same
/// two ends, directly or through further datasets of no product there: then that flow stands for it. What is between
/// products' own datasets their flow always stands for.
///
/// `endOf`: number of what a product or a dataset of no product ends at; `noEnd` = not in the picture, or does not pass.
/// Relations inside one end come too. O(relations + what such ways hold).
inline constexpr int noEnd = -0x7fffffff;
[[nodiscard]] std::vector<CountedRelation> countedRelations(const Mesh &mesh, const std::function<int(NodeId thing)> &endOf,
                                                            const std::function<bool()> &cancelled = {});

} // namespace meshscope
