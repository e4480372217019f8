#pragma once

#include "models/mesh/mesh.h"

namespace meshscope {

enum class Level : quint8 { Dataset, Product, Domain };

/// What `lineage` answers (SEMANTICS: lineage answers). Depth: least number of edges, negative upstream; a node reached
/// both ways is listed once with the smaller absolute depth, upstream on a tie.
struct LineageAnswer {
    struct Item {
        NodeId node;
        int depth = 0;
    };
    struct Link {
        NodeId from;
        NodeId to;
        std::vector<NodeId> via;
    };
    NodeId root;
    Level level = Level::Dataset;
    std::vector<Item> nodes; ///< includes the root; by depth, then address order
    std::vector<Link> links; ///< between nodes in the answer
    qsizetype totalUp = 0;   ///< everything reachable, whatever the depth asked
    qsizetype totalDown = 0;
    bool complete = true; ///< false when a node belongs to an endpoint whose last run was not complete
    qsizetype hidden = 0;
    std::vector<std::vector<NodeId>> cycles;
};
inline constexpr int allDepths = -1;

/// O(edges reached). At product level a dataset of no product counts as itself.
[[nodiscard]] LineageAnswer lineage(const Mesh &mesh, NodeId root, int up, int down, Level level);
/// The level a root asks for when none is given.
[[nodiscard]] Level defaultLevel(const Mesh &mesh, NodeId root);

/// The nodes of a level that stand for `n`: a dataset's product, a product's domain; downwards all its datasets or
/// products, which are all at depth 0. Empty when there are none.
[[nodiscard]] std::vector<NodeId> rootsAt(const Mesh &mesh, NodeId n, Level level);

/// One step of a column's trace.
struct ColumnStep {
    NodeId dataset;
    QString column;
    int depth = 0;
};
struct ColumnLink {
    NodeId fromDataset;
    QString fromColumn;
    NodeId toDataset;
    QString toColumn;
    NodeId job;
    QString transform;
};
struct ColumnTrace {
    std::vector<ColumnStep> steps;
    std::vector<ColumnLink> links;
    qsizetype totalUp = 0;
    qsizetype totalDown = 0;
};
/// A column followed up and down; reads column edges from the mesh's details as it goes.
[[nodiscard]] ColumnTrace traceColumn(const Mesh &mesh, NodeId dataset, const QString &column, int up, int down);

} // namespace meshscope
