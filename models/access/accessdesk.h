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
    /// The same of a request that was made here, for endpoints that do not find it by its id alone.
    [[nodiscard]] virtual Result<Agreement> find(const Agreement &wanted) const { return readAt(wanted.id, wanted.source); }
    /// What went less than well in the last write() that succeeded ("committed, not pushed: …"); empty when all went well.
    [[nodiscard]] virtual QString warning() const { return {}; }

    // What differs where somebody else's server keeps it. None of these asks anybody.

    /// Reading asks a server, which may be away: what is known of it is shown, and asked for only when something is done.
    [[nodiscard]] virtual bool isRemote() const { return false; }
    /// Whether "not found" is certain for a request that was sent.
    [[nodiscard]] virtual bool isFindingSure() const { return true; }
    /// Why it cannot be done there with what stands so; empty when it can.
    [[nodiscard]] virtual QString whyNot(RequestMove move, RequestState state) const
    {
        Q_UNUSED(move)
        Q_UNUSED(state)
        return {};
    }
    /// Whether what stands there shows that the event took place.
    [[nodiscard]] virtual bool shows(const Agreement &now, const RequestEvent &event) const;
    /// How it stands there after the last write(), where that was looked up.
    [[nodiscard]] virtual std::optional<Agreement> readBack() const { return {}; }
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
    /// Completes what a crash or a server that was away interrupted: requests whose sending had begun are looked for and
    /// sent where missing, audit events of what was done are added. Called at start and after a sync; says what it could
    /// not do, but for what waits in the outbox.
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
    enum class Manner : quint8 { Careful, AnywayAgain }; ///< again although nobody knows whether it is there
    [[nodiscard]] Result<AccessRequest> deliver(const Mesh *mesh, OutboxEntry entry, Manner manner = Manner::Careful);
    [[nodiscard]] Result<QString> handIn(AccessPort &port, OutboxEntry &entry, Manner manner);
    [[nodiscard]] Result<AccessRequest> failed(OutboxEntry entry, const Error &why);
    [[nodiscard]] Result<AccessRequest> waits(OutboxEntry entry, const QString &why);
    [[nodiscard]] Result<AccessRequest> moveUndelivered(const Mesh &mesh, const AccessRequest &request, OutboxEntry entry,
                                                        RequestMove move, const QString &note);
    [[nodiscard]] Result<AccessRequest> cancelFailed(const Mesh &mesh, const AccessRequest &request, OutboxEntry entry,
                                                     const QString &note);
    [[nodiscard]] Result<QString> file(AccessPort &port, OutboxEntry &entry);
    [[nodiscard]] Result<AccessRequest> cancelUnsent(OutboxEntry entry, const QString &note);
    [[nodiscard]] Result<AccessRequest> askForMore(const Mesh &mesh, const AccessRequest &old, const QString &note,
                                                   const QDate &until);
    [[nodiscard]] Result<AccessRequest> decide(const Mesh &mesh, const AccessRequest &request, RequestMove move,
                                               const QString &note, const QDate &until);
    [[nodiscard]] Result<void> settle(OutboxEntry entry);
    [[nodiscard]] Result<void> settleDecision(OutboxEntry entry);
    [[nodiscard]] Result<AccessRequest> unconfirmed(const Mesh &mesh, OutboxEntry entry, const AccessRequest &request,
                                                    const Error &why);
    Workspace &m_workspace;
    PortFactory m_ports;
    std::unique_ptr<Signer> m_signer;
    mutable std::optional<Profile> m_proposed;
    mutable QRecursiveMutex m_mutex;
};

} // namespace meshscope
