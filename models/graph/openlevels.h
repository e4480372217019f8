#pragma once

#include "models/mesh/mesh.h"

#include <functional>
#include <set>
#include <utility>
#include <vector>

namespace meshscope {

/// One thing of the mesh in a picture where some things are open: a box when open, a card when closed.
struct OpenNode {
    NodeId node;
    int parent = -1; ///< number of the box it lies in; less than its own
    int depth = 0;
    bool isOpen = false;
    bool canOpen = false;
    qint64 inside = 0; ///< relations hidden in it while it is closed
};
/// What runs between two things that are seen, with every relation it holds.
struct OpenEdge {
    int from = 0; ///< numbers of nodes, boxes among them
    int to = 0;
    std::vector<std::pair<NodeId, NodeId>> members; ///< products, or datasets where one of the two products is open
    [[nodiscard]] qint64 count() const { return qint64(members.size()); }
};
struct OpenLevels {
    std::vector<OpenNode> nodes; ///< parents before what is in them; siblings in address order, domains first
    std::vector<OpenEdge> edges; ///< by from, to
    bool cancelled = false;
};

/// The mesh as it is seen from company to dataset when some things are open: domains hold domains, products and datasets of
/// no product, products hold their ports and datasets. What has a closed box above it is not seen; what runs to it ends at
/// that box. Columns are the rows of a dataset's card and not nodes.
///
/// Relations are counted once: two closed products by their flow, whatever its reasons; where one of them is open, by the
/// lineage of their datasets, and by the flow itself where no lineage tells of it. O(what is seen + relations · depth).
///
/// `passes`: products and datasets of no product that are there; others are not seen, with all they have, and domains that
/// hold none of the former.
[[nodiscard]] OpenLevels openLevels(const Mesh &mesh, const std::set<NodeId> &open,
                                    const std::function<bool()> &cancelled = {},
                                    const std::function<bool(NodeId thing)> &passes = {});
/// All that must be open for `n` to be seen: the boxes above it, the outermost first.
[[nodiscard]] std::vector<NodeId> boxesAbove(const Mesh &mesh, NodeId n);

} // namespace meshscope
