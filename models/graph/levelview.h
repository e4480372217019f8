#pragma once

#include "models/graph/traversal.h"

#include <map>

namespace meshscope {

/// The mesh seen at one level: who is beside whom. Remembers what it was asked; one thread at a time.
class LevelView {
public:
    LevelView(const Mesh &mesh, Level level)
        : m_mesh(mesh)
        , m_level(level)
    {
    }
    /// The node of this level that stands for `n`; invalid when it has none.
    [[nodiscard]] NodeId standIn(NodeId n) const;
    /// Neighbours of a node of this level, each once, in order of handles.
    [[nodiscard]] const std::vector<NodeId> &beside(NodeId n, bool up);
    /// Datasets of a node of this level that carry lineage.
    [[nodiscard]] std::vector<NodeId> datasets(NodeId n);
    /// Jobs that make `to` from `from`, each once.
    [[nodiscard]] std::vector<NodeId> jobsBetween(NodeId from, NodeId to);

private:
    [[nodiscard]] std::vector<NodeId> find(NodeId n, bool up);
    [[nodiscard]] std::vector<NodeId> domainMembers(NodeId domain, Kind kind);

    const Mesh &m_mesh;
    Level m_level;
    std::map<std::pair<NodeId, bool>, std::vector<NodeId>> m_cache;
    std::map<NodeId, std::vector<NodeId>> m_products, m_datasets;
};

} // namespace meshscope
