// The part of AccessDesk that brings requests to where they are decided: into a folder, or to a server that may be away.
#include "models/access/accessdesk.h"

#include "models/access/auditlog.h"
#include "models/access/outbox.h"
#include "models/access/requestview.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::AccessDesk)
};

QString commitMessage(const QString &word, const AccessRequest &r)
{
    const QString port = r.port.id.startsWith(r.product.id) ? r.port.id : r.product.id + u'/' + r.port.id;
    return QStringLiteral("access: %1 %2\n\n%3\n\nRequest: %4\n").arg(word, port.left(60), r.purpose, r.id);
}

} // namespace

Result<AccessRequest> AccessDesk::failed(OutboxEntry entry, const Error &why)
{
    entry.request.state = RequestState::Failed;
    entry.reason = why.text;
    entry.pending.reset();
    entry.waiting = false;
    const Result<void> kept = Outbox(m_workspace).put(entry);
    if (!kept)
        return Failure(kept.error());
    const RequestEvent event{QDateTime::currentDateTimeUtc(), me(), QStringLiteral("failed"), why.text, {}};
    const Result<void> logged = AuditLog(m_workspace, *m_signer).append(entry.request, event);
    Q_UNUSED(logged) // nothing was done; that the reason is kept matters more
    return requestOf(entry);
}

Result<AccessRequest> AccessDesk::deliver(const Mesh *mesh, OutboxEntry entry, Manner manner)
{
    const Result<std::unique_ptr<AccessPort>> port = m_ports(entry.request.endpoint);
    if (!port)
        return failed(entry, port.error());
    if (!entry.agreement || !entry.pending)
        return failed(entry, {Error::Code::Corrupt, Text::tr("The request was not kept whole: discard it and ask again.")});
    entry.waiting = false;
    const Result<QString> written = (*port)->isRemote() ? handIn(**port, entry, manner) : file(**port, entry);
    if (!written)
        return entry.remote && written.error().code == Error::Code::Io ? waits(entry, written.error().text)
                                                                       : failed(entry, written.error());
    entry.filed = true;
    entry.attempted = false;
    entry.reason.clear();
    entry.agreement->source.file = *written;
    entry.warning = (*port)->warning();
    if (entry.remote) // newer than any list that was read before
        entry.request.changed = QDateTime::currentDateTimeUtc();
    const Result<void> settled = settle(entry);
    if (settled)
        entry.pending.reset();
    else // it is sent all the same; resumeOutbox() completes the record
        entry.warning = Text::tr("It was sent, but not yet recorded: %1").arg(settled.error().text);
    if (!mesh)
        return requestOf(entry);
    AccessRequest answer = requestOf(*mesh, {*entry.agreement, entry.request.endpoint, QDateTime::currentDateTimeUtc()},
                                     &entry, QDateTime::currentDateTimeUtc());
    return answer;
}

/// Into a folder.
Result<QString> AccessDesk::file(AccessPort &port, OutboxEntry &entry)
{
    // It may have been written before a crash; what the provider has done with it since stays as it is.
    const Result<Agreement> present = port.read(entry.request.id);
    if (!present && present.error().code != Error::Code::NotFound)
        return Failure(present.error());
    if (present)
        entry.agreement = *present;
    return port.write(*entry.agreement, profile(), commitMessage(QStringLiteral("request"), entry.request));
}

/// To a server: looked up first, sent only where it is not there, and looked up again where the answer was lost. Io: it
/// could not be reached; `entry.attempted` tells whether it may have it all the same.
Result<QString> AccessDesk::handIn(AccessPort &port, OutboxEntry &entry, Manner manner)
{
    Outbox outbox(m_workspace);
    const Agreement wanted = *entry.agreement;
    Result<Agreement> present = port.find(wanted);
    if (!present && present.error().code != Error::Code::NotFound)
        return Failure(present.error());
    if (!present && entry.attempted && !port.isFindingSure() && manner == Manner::Careful)
        return fail(Error::Code::Io,
                    Text::tr("It was sent before, and %1 does not tell whether it arrived: look there, then try again or "
                             "cancel it.")
                        .arg(entry.request.endpoint));
    if (!present) {
        entry.attempted = true;
        if (const Result<void> announced = outbox.put(entry); !announced)
            return Failure(announced.error());
        const Result<QString> sent = port.write(wanted, profile(), {});
        present = sent && port.readBack() ? Result<Agreement>(*port.readBack()) : port.find(wanted);
        if (!present) {
            using Code = Error::Code;
            const Code code = sent ? Code::Io : sent.error().code;
            const bool isRefused = code == Code::Refused || code == Code::Usage || code == Code::NotFound;
            const bool isAbsent = present.error().code == Code::NotFound && port.isFindingSure() && !sent;
            entry.attempted = !(isAbsent || isRefused);
            if (!sent)
                return Failure(sent.error());
            present = wanted; // it was taken, and could only not be looked at yet
        }
    }
    addEvents(*present, wanted);
    entry.agreement = *present;
    return present->source.file;
}

/// It stays in the outbox, and nobody has it in hand.
Result<AccessRequest> AccessDesk::waits(OutboxEntry entry, const QString &why)
{
    entry.request.state = RequestState::Sent;
    entry.waiting = true;
    entry.reason = why;
    const Result<void> kept = Outbox(m_workspace).put(entry);
    if (!kept)
        return Failure(kept.error());
    return requestOf(entry);
}

Result<void> AccessDesk::settle(OutboxEntry entry)
{
    Result<void> logged = AuditLog(m_workspace, *m_signer).ensure(entry.request, *entry.pending);
    if (logged)
        entry.pending.reset();
    const Result<void> kept = Outbox(m_workspace).put(entry);
    return logged ? kept : logged;
}

/// Of what is on its way: sent again, or given up.
Result<AccessRequest> AccessDesk::moveUndelivered(const Mesh &mesh, const AccessRequest &request, OutboxEntry entry,
                                                  RequestMove move, const QString &note)
{
    if (!moves(mesh, request).contains(move))
        return moveRefused(request, move);
    if (isUnderWay(entry))
        return fail(Error::Code::Busy, Text::tr("The request %1 is just being sent by another window.").arg(request.id),
                    request.id);
    if (entry.filed) { // a decision whose answer was lost
        const Result<void> settled = settleDecision(entry);
        if (!settled)
            return Failure(settled.error());
        return this->request(mesh, request.id, QDateTime::currentDateTimeUtc());
    }
    if (move == RequestMove::Retry)
        return deliver(&mesh, entry, Manner::AnywayAgain);
    return entry.attempted ? cancelFailed(mesh, request, entry, note) : cancelUnsent(entry, note);
}

/// Of what may be there or not.
Result<AccessRequest> AccessDesk::cancelFailed(const Mesh &mesh, const AccessRequest &request, OutboxEntry entry,
                                               const QString &note)
{
    const Result<std::unique_ptr<AccessPort>> port = m_ports(request.endpoint);
    if (!port || (entry.remote && !entry.attempted))
        return cancelUnsent(entry, note);
    const Result<Agreement> present =
        entry.agreement ? (*port)->find(*entry.agreement) : (*port)->read(request.id); // it may never have got there
    if (!present && entry.remote && present.error().code != Error::Code::NotFound)
        return Failure(present.error());
    if (!present)
        return cancelUnsent(entry, note);
    if (entry.remote) {
        const Agreement wanted = *entry.agreement;
        entry.filed = true;
        entry.attempted = false;
        entry.agreement = *present;
        addEvents(*entry.agreement, wanted);
        if (!entry.pending)
            entry.pending = wanted.events.value(0);
        if (const Result<void> settled = settle(entry); !settled)
            return Failure(settled.error());
    }
    return decide(mesh, request, RequestMove::Cancel, note, {});
}

Result<AccessRequest> AccessDesk::cancelUnsent(OutboxEntry entry, const QString &note)
{
    const RequestEvent event{nextMoment(entry.request.events), me(), QStringLiteral("cancelled"), note,
                             QStringLiteral("here")};
    entry.request.state = RequestState::Cancelled;
    entry.request.events.append(event);
    entry.request.changed = event.at;
    entry.pending.reset();
    entry.waiting = false;
    const Result<void> logged = AuditLog(m_workspace, *m_signer).append(entry.request, event);
    const Result<void> kept = logged ? Outbox(m_workspace).put(entry) : logged;
    if (!kept)
        return Failure(kept.error());
    return requestOf(entry);
}

} // namespace meshscope
