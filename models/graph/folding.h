#pragma once

#include "models/graph/traversal.h"

#include <optional>
#include <set>

namespace meshscope::graph {

/// What nodes of a lineage can be collapsed into, from fine to coarse.
enum class FoldKind : quint8 { Schema, Product, Domain };

/// A card that stands for several nodes. `id` is the address of a product or domain; a schema is no node of the mesh and
/// has an id of its own that no address is like.
struct Fold {
    QString id;
    FoldKind kind = FoldKind::Schema;
    NodeId node; ///< product or domain; invalid for a schema
    QString name;
};

/// What is collapsed.
struct FoldChoice {
    bool bySchema = false;      ///< every schema that is not in `unfolded`
    std::set<QString> folded;   ///< ids of folds
    std::set<QString> unfolded; ///< ids of schemas
    [[nodiscard]] bool isActive() const { return bySchema || !folded.empty(); }
    bool operator==(const FoldChoice &) const = default;
};

/// The namespace part of a dataset's name: "shop.public" of "shop.public.orders", the folder of a file. Topics have none
/// in their name: the broker's. Empty when there is neither.
[[nodiscard]] QString schemaOf(const Dataset &dataset);

/// Which fold each node of a lineage is in. The outermost domain wins, then the product, then the schema. O(depth of the
/// domains) a node.
class Folding {
public:
    Folding(const Mesh &mesh, FoldChoice choice)
        : m_mesh(mesh)
        , m_choice(std::move(choice))
    {
    }
    /// What stands for a node; nothing when it stands for itself.
    [[nodiscard]] std::optional<Fold> foldOf(NodeId n) const;
    /// What a node could be collapsed into: schema, product, domain and the domains around it, as far as it has them.
    [[nodiscard]] std::vector<Fold> offered(NodeId n) const;
    [[nodiscard]] static bool isSchemaId(const QString &id);

private:
    [[nodiscard]] Fold foldAt(NodeId container, FoldKind kind) const;
    [[nodiscard]] std::optional<Fold> schemaFold(NodeId n) const;

    const Mesh &m_mesh;
    FoldChoice m_choice;
};

} // namespace meshscope::graph
