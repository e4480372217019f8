#pragma once

#include "models/access/request.h"
#include "models/mesh/mesh.h"

/// What an agreement in an endpoint means at a moment: pure functions, by the table of SEMANTICS.
namespace meshscope {

inline constexpr int expiringDays = 14;

/// By status, active, dates and the last event. What it covers is not looked at: that is coverage().
[[nodiscard]] RequestState stateOf(const Agreement &agreement, const QDateTime &now);
/// The newest event that decides (approved, rejected, cancelled, revoked, extended), or null.
[[nodiscard]] const RequestEvent *lastDecision(const Agreement &agreement);
/// Whether the status is one of the standard's words.
[[nodiscard]] bool isKnownStatus(const QString &status);

/// What somebody asked for, to hold an agreement against.
struct Asked {
    QString product; ///< id
    QString port;    ///< name or id; "*" = every output port
    QStringList columns;
};
/// Whether `agreement` covers it. A column also covers what is nested in it; "all columns" may be listed one by one.
/// Gives the reason when it does not, an empty text when it does.
[[nodiscard]] QString notCovered(const Mesh &mesh, const QString &endpoint, const Agreement &agreement, const Asked &asked);

/// What a port's own document calls it, where that is another word than its name (an "id"); else its name.
[[nodiscard]] QString portKey(const Port &port);
/// The output port of the product that `name` (its id, key, name, or name/version) means; invalid when there is none.
[[nodiscard]] NodeId outputPort(const Mesh &mesh, const QString &endpoint, const QString &product, const QString &name);
/// Address of what an agreement is about, also where the mesh does not know it.
[[nodiscard]] Address portAddress(const Mesh &mesh, const QString &endpoint, const Agreement &agreement);
/// Paths of the columns a port offers.
[[nodiscard]] QStringList portColumns(const Mesh &mesh, NodeId port);

/// Whether the provider's own data name `who` as owner, steward or team member (directly or by a team).
[[nodiscard]] bool isProvider(const Mesh &mesh, const Address &product, const Address &port, const QString &who);
[[nodiscard]] bool isProvider(const Mesh &mesh, const Address &product, const Address &port, const Profile &who);
/// Owners' team as the document names it, for a new agreement; else the first owner; may be empty.
[[nodiscard]] QString providerTeam(const Mesh &mesh, const Address &product);

} // namespace meshscope
