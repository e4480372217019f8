#pragma once

#include "models/access/accessdesk.h"

namespace meshscope {

/// The signed chain of what happened to requests. Each event is a canonical JSON body (sorted keys, compact, UTF-8);
/// hash = SHA-256(previous hash ‖ body), signed with Ed25519. The newest count and hash are signed apart as the head.
///
/// Found: any event changed, removed (also the last ones), put in or out of order, signed with another key, or the head
/// taken away. Not found by the file alone: an older copy of the whole workspace put in its place; the events also stand
/// in the documents of the endpoint, and in a git folder in its history.
class AuditLog {
public:
    AuditLog(Workspace &workspace, AccessDesk::Signer &signer);

    [[nodiscard]] Result<void> append(const AccessRequest &request, const RequestEvent &event);
    /// The same unless the chain has it already.
    [[nodiscard]] Result<void> ensure(const AccessRequest &request, const RequestEvent &event);
    /// `expected`: ids of requests that were sent from here, which must have an event.
    [[nodiscard]] AccessDesk::AuditVerdict verify(const QStringList &expected) const;

private:
    [[nodiscard]] Result<void> appendBody(const AuditRow &last, qint64 index, const QByteArray &body);
    [[nodiscard]] Result<void> writeHead(const AuditRow &row);
    [[nodiscard]] QString headFault(const QList<AuditRow> &rows, const QByteArray &key) const;
    Workspace &m_workspace;
    AccessDesk::Signer &m_signer;
};

} // namespace meshscope
