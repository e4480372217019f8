#pragma once

#include "models/access/request.h"
#include "models/mesh/mesh.h"
#include "models/store/workspace.h"

#include <QMutex>

#include <functional>

namespace meshscope {

struct OutboxEntry;
struct SeenAgreement;

/// Files and decides requests for one endpoint. Implemented by whoever can reach it (a mesh folder here).
class AccessPort {
public:
    virtual ~AccessPort() = default;
    /// Writes the agreement where the endpoint keeps it; returns its name there. Atomic: whole or not at all.
    [[nodiscard]] virtual Result<QString> write(const Agreement &agreement, const Profile &who, const QString &message) = 0;
    /// The agreement as the endpoint has it now; NotFound when it has none.
    [[nodiscard]] virtual Result<Agreement> read(const QString &id) const = 0;
    /// The same where the mesh knows the document it stands in.
    [[nodiscard]] virtual Result<Agreement> readAt(const QString &id, const SourceRef &where) const
    {
        Q_UNUSED(where)
        return read(id);
    }
    /// What went less than well in the last write() that succeeded ("committed, not pushed: …"); empty when all went well.
    [[nodiscard]] virtual QString warning() const { return {}; }
};

/// Carries requests: drafts, sending, decisions, what each stands at; signs every event into the audit chain.
/// Blocking calls, quick on a folder; from any thread, one after the other: windows, samples and syncs share one desk.
class AccessDesk {
public:
    using PortFactory = std::function<Result<std::unique_ptr<AccessPort>>(const QString &endpoint)>;
    class Signer { ///< Ed25519 over a hash; the key is in the keychain or a private file
    public:
        virtual ~Signer() = default;
        [[nodiscard]] virtual Result<QByteArray> sign(const QByteArray &data) = 0;
        [[nodiscard]] virtual Result<QByteArray> publicKey() = 0;
    };
    AccessDesk(Workspace &workspace, PortFactory ports, std::unique_ptr<Signer> signer);

    [[nodiscard]] Profile profile() const; ///< from the workspace; proposed from git's user at first
    [[nodiscard]] Result<void> setProfile(const Profile &profile);

    /// Every request: own drafts and outbox, and all agreements of the mesh, with states as of `now`; newest first.
    [[nodiscard]] QList<AccessRequest> requests(const Mesh &mesh, const QDateTime &now) const;
    [[nodiscard]] Result<AccessRequest> request(const Mesh &mesh, const QString &id,
                                                const QDateTime &now) const; ///< id or unique prefix
    [[nodiscard]] bool isMine(const AccessRequest &request) const;
    [[nodiscard]] bool mayDecide(const Mesh &mesh, const AccessRequest &request) const;
    [[nodiscard]] QList<RequestMove> moves(const Mesh &mesh, const AccessRequest &request) const; ///< what I may do now

    /// Keeps a draft (new id when empty); durable when it returns.
    [[nodiscard]] Result<QString> saveDraft(AccessRequest draft);
    [[nodiscard]] Result<void> discardDraft(const QString &id);
    /// Sends a draft: outbox first, then the endpoint. On a write error the request is Failed with the reason and stays.
    [[nodiscard]] Result<AccessRequest> send(const Mesh &mesh, const QString &id);
    /// Approve, reject, cancel, revoke, extend. Refused with a reason where the state or the person does not allow it.
    [[nodiscard]] Result<AccessRequest> move(const Mesh &mesh, const QString &id, RequestMove move, const QString &note,
                                             const QDate &until = {});
    /// Whether I hold a verified grant for all columns of the port that somebody entitled to it gave.
    [[nodiscard]] bool mayUnmask(const Mesh &mesh, NodeId port, const QDateTime &now) const;
    /// Completes what a crash interrupted: requests whose sending had begun are looked for and written where missing,
    /// audit events of what was written are added. Called at start and after a sync; says what it could not do.
    [[nodiscard]] Issues resumeOutbox();
    struct AuditVerdict {
        bool ok = true;
        qint64 events = 0;
        qint64 firstBad = -1;
        QString why;
    };
    [[nodiscard]] AuditVerdict verifyAudit() const;

private:
    [[nodiscard]] QString me() const; ///< how I am written into documents
    [[nodiscard]] QDateTime nextMoment(const QList<RequestEvent> &events) const;
    [[nodiscard]] SeenAgreement freshest(const SeenAgreement &known, const OutboxEntry &own) const;
    [[nodiscard]] AccessRequest alone(const Mesh &mesh, const OutboxEntry &entry, const QDateTime &now) const;
    [[nodiscard]] Result<AccessRequest> deliver(const Mesh *mesh, OutboxEntry entry);
    [[nodiscard]] Result<AccessRequest> failed(OutboxEntry entry, const Error &why);
    [[nodiscard]] Result<AccessRequest> cancelUnsent(OutboxEntry entry, const QString &note);
    [[nodiscard]] Result<AccessRequest> askForMore(const Mesh &mesh, const AccessRequest &old, const QString &note,
                                                   const QDate &until);
    [[nodiscard]] Result<AccessRequest> decide(const Mesh &mesh, const AccessRequest &request, RequestMove move,
                                               const QString &note, const QDate &until);
    [[nodiscard]] Result<void> settle(OutboxEntry entry);
    Workspace &m_workspace;
    PortFactory m_ports;
    std::unique_ptr<Signer> m_signer;
    mutable std::optional<Profile> m_proposed;
    mutable QRecursiveMutex m_mutex;
};

} // namespace meshscope
