#pragma once

#include "models/items/cellmodel.h"
#include "ui/health/healthhistory.h"

namespace meshscope {

/// Which list the page's table shows: what needs attention, or what one of its numbers counts.
enum class HealthList : quint8 {
    Attention,
    Products,
    AllMet,
    AtRisk,
    Breached,
    Unknown,
    NoPromise,
    Fresh,
    Freshness, ///< every product with a freshness level
    Owned,
    Unowned,
    Levels,
    LevelsMet,
    LevelsAtRisk,
    LevelsBreached,
    LevelsUnknown,
    Decided,
    InTime
};
[[nodiscard]] QString healthListWord(HealthList list); ///< for the location
[[nodiscard]] HealthList healthListOf(QStringView word);
[[nodiscard]] HealthList productsWith(Status status);

struct HealthTable {
    QString title;
    QString context;
    QList<CellModel::Head> heads;
    QList<CellModel::Row> rows;
    int stretched = 0;
};

/// What the page is about: one report, narrowed to a domain and those below it (invalid: all).
struct HealthScope {
    HealthPtr health;
    NodeId domain;
    int days = 30;
    bool ownCausesOnly = false;
    [[nodiscard]] const Mesh &mesh() const { return *health->mesh; }
    [[nodiscard]] bool contains(NodeId product) const;
    [[nodiscard]] QList<const ProductHealth *> products() const;
    /// Domains shown as rows: the top ones, or the children of the chosen one (itself when it has none).
    [[nodiscard]] QList<NodeId> rowDomains() const;
    /// The one of rowDomains() a product belongs to; invalid for those of the chosen domain itself.
    [[nodiscard]] NodeId rowDomainOf(NodeId product) const;
};
/// Whether a node is this domain, in it, or somewhere below it.
[[nodiscard]] bool isBelow(const Mesh &mesh, NodeId node, NodeId domain);
[[nodiscard]] bool hasOwner(const Mesh &mesh, NodeId product);
[[nodiscard]] HealthTable healthTable(const HealthScope &scope, HealthList list, NodeId rowDomain = {});
/// Products with a measured freshness, the latest first: name, how much of the allowance is used, what is left of it.
[[nodiscard]] QList<CellModel::Row> freshnessRows(const HealthScope &scope, int most);

} // namespace meshscope
