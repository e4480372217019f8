#pragma once

#include "models/access/lifecycle.h"
#include "models/access/outbox.h"
#include "models/mesh/mesh.h"

/// From an agreement to the request people see: pure functions.
namespace meshscope {

/// An agreement as it was last read.
struct SeenAgreement {
    Agreement agreement;
    QString endpoint;
    QDateTime readAt;
};
/// `own`: what the workspace knows of it, or null. Granted only when the agreement covers what was asked.
[[nodiscard]] AccessRequest requestOf(const Mesh &mesh, const SeenAgreement &seen, const OutboxEntry *own,
                                      const QDateTime &now);
/// A row that no agreement is known of: a draft, a failure, something interrupted or cancelled before it was written.
[[nodiscard]] AccessRequest requestOf(const OutboxEntry &entry);
/// What was done here is remembered here: events of `ours` that `theirs` lacks are added, in the order of their moments.
void addEvents(Agreement &theirs, const Agreement &ours);
/// What a request asks for: of a port, or of every output port of its product.
[[nodiscard]] Asked askedOf(const AccessRequest &request);
/// What is odd about who decided, empty when nothing is.
[[nodiscard]] QString decisionWarning(const Mesh &mesh, const QString &endpoint, const Agreement &agreement,
                                      RequestState state);

} // namespace meshscope
