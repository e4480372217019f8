// The part of AccessDesk that decides about agreements in an endpoint, and completes what a crash interrupted.
#include "models/access/accessdesk.h"

#include "models/access/agreementtext.h"
#include "models/access/auditlog.h"
#include "models/access/requestview.h"

#include <QCoreApplication>

#include <cerrno>
#include <csignal>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::AccessDesk)
};

struct Change {
    QString word;
    Agreement agreement;
};

Error usage(const QString &text, const QString &id)
{
    return {Error::Code::Usage, text, id};
}

/// The agreement as it is after the move; Usage when the dates do not fit.
Result<Change> changed(Agreement a, RequestMove move, const QDate &wantedUntil)
{
    const QDate today = QDate::currentDate();
    const bool isDated = move == RequestMove::Approve || move == RequestMove::Extend;
    const QDate until = isDated ? wantedUntil : QDate();
    if (until.isValid() && until < today)
        return Failure(usage(Text::tr("%1 has passed: choose a later day.").arg(until.toString(Qt::ISODate)), a.id));
    if (until.isValid() && a.from.isValid() && until < a.from)
        return Failure(usage(Text::tr("The last day comes before the first."), a.id));
    switch (move) {
    case RequestMove::Review: return Change{QStringLiteral("in-review"), a};
    case RequestMove::Approve:
        if (until.isValid())
            a.until = until;
        if (a.until.isValid() && a.until < today)
            return Failure(usage(Text::tr("It was asked for until %1, which has passed: say until when you approve it.")
                                     .arg(a.until.toString(Qt::ISODate)),
                                 a.id));
        a.status = QStringLiteral("approved");
        a.active = true;
        return Change{QStringLiteral("approved"), a};
    case RequestMove::Reject:
    case RequestMove::Cancel:
        a.status = QStringLiteral("rejected");
        a.active = false;
        return Change{move == RequestMove::Reject ? QStringLiteral("rejected") : QStringLiteral("cancelled"), a};
    case RequestMove::Revoke: a.active = false; return Change{QStringLiteral("revoked"), a};
    case RequestMove::Extend:
        if (!a.until.isValid())
            return Failure(usage(Text::tr("It has no last day, so there is nothing to extend."), a.id));
        if (!until.isValid() || until <= a.until)
            return Failure(usage(Text::tr("Say until when: a day after %1.").arg(a.until.toString(Qt::ISODate)), a.id));
        a.until = until;
        a.active = true;
        return Change{QStringLiteral("extended"), a};
    default: return Failure(usage(Text::tr("This is not decided, it is sent."), a.id));
    }
}

QString commitMessage(const QString &word, const AccessRequest &r, const QString &note)
{
    const QString head = QStringLiteral("access: %1 %2").arg(word, r.port.id.left(60));
    return QStringLiteral("%1\n\n%2%3Request: %4\n")
        .arg(head, note, note.isEmpty() ? QString() : QStringLiteral("\n\n"), r.id);
}

bool hasEvent(const Agreement &agreement, const RequestEvent &event)
{
    return std::any_of(agreement.events.begin(), agreement.events.end(),
                       [&](const RequestEvent &other) { return isSameEvent(other, event); });
}

/// Whether another program on this workspace is just doing it.
bool isUnderWay(const OutboxEntry &entry)
{
    return entry.process > 0 && entry.process != QCoreApplication::applicationPid() &&
           (::kill(pid_t(entry.process), 0) == 0 || errno != ESRCH);
}

SourceRef sourceIn(const Mesh &mesh, const AccessRequest &request, const std::optional<OutboxEntry> &row)
{
    const QList<Agreement> &all = mesh.agreements();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).id == request.id && mesh.agreementEndpoint(i) == request.endpoint)
            return all.at(i).source;
    }
    return row && row->agreement ? row->agreement->source : SourceRef();
}

} // namespace

Result<AccessRequest> AccessDesk::decide(const Mesh &mesh, const AccessRequest &request, RequestMove move,
                                         const QString &note, const QDate &until)
{
    if (me().isEmpty())
        return fail(Error::Code::Usage, Text::tr("Enter your name in your profile: others see who decided."), request.id);
    const Result<QByteArray> key = m_signer->publicKey();
    if (!key)
        return Failure(key.error());
    const Result<std::unique_ptr<AccessPort>> port = m_ports(request.endpoint);
    if (!port)
        return Failure(port.error());
    Outbox outbox(m_workspace);
    const std::optional<OutboxEntry> row = outbox.entry(request.id);
    const SourceRef source = sourceIn(mesh, request, row);
    const Result<Agreement> fresh = (*port)->readAt(request.id, source);
    if (!fresh)
        return Failure(fresh.error());
    const RequestState now = stateOf(*fresh, QDateTime::currentDateTimeUtc());
    if (!isAllowed(now, move)) {
        return fail(Error::Code::Refused,
                    Text::tr("The request %1 was changed meanwhile and is in the state \"%2\": look at it again.")
                        .arg(request.id, requestStateName(now)),
                    request.id);
    }
    Result<Change> change = changed(*fresh, move, until);
    if (!change)
        return Failure(change.error());
    const RequestEvent event{nextMoment(fresh->events), me(), change->word, note, QStringLiteral("here")};
    change->agreement.events.append(event);
    if (move == RequestMove::Approve || move == RequestMove::Reject || move == RequestMove::Revoke)
        change->agreement.decision = note.isEmpty() ? QStringLiteral("%1 by %2").arg(change->word, event.by)
                                                    : QStringLiteral("%1 by %2: %3").arg(change->word, event.by, note);
    OutboxEntry entry;
    entry.request = request;
    entry.own = false;
    if (row)
        entry = *row;
    entry.filed = true;
    entry.agreement = *fresh;
    entry.agreement->source = source;
    entry.pending = event;
    const Result<void> announced = outbox.put(entry);
    if (!announced)
        return Failure(announced.error());
    change->agreement.source = source;
    const Result<QString> written = (*port)->write(change->agreement, profile(), commitMessage(change->word, request, note));
    if (!written) { // nothing changed there, so nothing is pending here
        entry.pending.reset();
        const Result<void> undone = row ? outbox.put(*row) : outbox.remove(request.id);
        Q_UNUSED(undone)
        return Failure(written.error());
    }
    entry.filed = true;
    entry.agreement = change->agreement;
    entry.agreement->source.file = *written;
    entry.warning = (*port)->warning();
    const QDateTime moment = QDateTime::currentDateTimeUtc();
    AccessRequest answer = requestOf(mesh, {*entry.agreement, request.endpoint, moment}, &entry, moment);
    entry.request.state = answer.state;
    entry.request.changed = event.at;
    const Result<void> settled = settle(entry);
    if (!settled)
        answer.warning = Text::tr("It was written, but not yet recorded: %1").arg(settled.error().text);
    return answer;
}

Issues AccessDesk::resumeOutbox()
{
    const QMutexLocker lock(&m_mutex);
    Issues issues;
    const auto say = [&](const OutboxEntry &entry, const QString &text) {
        Issue issue;
        issue.where.url = entry.request.port.toDeepLink();
        issue.text = Text::tr("The request %1: %2").arg(entry.request.id, text);
        issues.append(issue);
    };
    const QList<OutboxEntry> entries = Outbox(m_workspace).entries();
    for (OutboxEntry entry : entries) {
        if (!entry.pending || isUnderWay(entry))
            continue;
        if (!entry.filed) { // sending had begun
            const Result<AccessRequest> sent = deliver(nullptr, entry);
            if (!sent || sent->state == RequestState::Failed)
                say(entry, sent ? sent->warning : sent.error().text);
            continue;
        }
        const Result<std::unique_ptr<AccessPort>> port = m_ports(entry.request.endpoint);
        const SourceRef source = entry.agreement ? entry.agreement->source : SourceRef();
        const Result<Agreement> fresh =
            port ? (*port)->readAt(entry.request.id, source) : Result<Agreement>(Failure(port.error()));
        if (!fresh && fresh.error().code != Error::Code::NotFound) {
            say(entry, fresh.error().text); // later, when it can be looked at
            continue;
        }
        Result<void> settled;
        if (fresh && hasEvent(*fresh, *entry.pending)) {
            Agreement same = *fresh;
            same.source = source;
            const QString message = commitMessage(entry.pending->what, entry.request, entry.pending->note);
            const Result<QString> committed =
                (*port)->write(same, profile(), message); // what is only on disk gets committed
            entry.agreement = same;
            settled = committed ? settle(entry) : Result<void>(Failure(committed.error()));
        } else { // it was never written: whoever decided was not told so, and decides again
            entry.pending.reset();
            settled = entry.own ? Outbox(m_workspace).put(entry) : Outbox(m_workspace).remove(entry.request.id);
        }
        if (!settled)
            say(entry, settled.error().text);
    }
    return issues;
}

} // namespace meshscope
