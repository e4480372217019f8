// The part of AccessDesk that decides about agreements in an endpoint, and completes what a crash interrupted.
#include "models/access/accessdesk.h"

#include "models/access/agreementtext.h"
#include "models/access/auditlog.h"
#include "models/access/lifecycle.h"
#include "models/access/requestview.h"

#include <QCoreApplication>
#include <QSet>

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

/// The agreement as it is known here: where it stands, and what it is found by.
Agreement knownOf(const Mesh &mesh, const AccessRequest &request, const std::optional<OutboxEntry> &row)
{
    const QList<Agreement> &all = mesh.agreements();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).id == request.id && mesh.agreementEndpoint(i) == request.endpoint)
            return all.at(i);
    }
    Agreement known = row && row->agreement ? *row->agreement : Agreement();
    known.id = request.id;
    return known;
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
    if (const QString why = (*port)->whyNot(move, request.state); !why.isEmpty())
        return fail(Error::Code::Refused, why, request.id);
    Outbox outbox(m_workspace);
    const std::optional<OutboxEntry> row = outbox.entry(request.id);
    const Agreement known = knownOf(mesh, request, row);
    Result<Agreement> fresh = (*port)->find(known);
    if (!fresh)
        return Failure(fresh.error());
    if ((*port)->isRemote()) {
        addEvents(*fresh, known);
        if (row && row->agreement)
            addEvents(*fresh, *row->agreement);
    }
    const RequestState now = stateOf(*fresh, QDateTime::currentDateTimeUtc());
    // Who cancels a request does not give back what was granted meanwhile without knowing of it.
    const auto isInForce = [](RequestState state) {
        return state == RequestState::Granted || state == RequestState::Expiring;
    };
    const bool isGivenBackUnseen = move == RequestMove::Cancel && isInForce(now) && !isInForce(request.state);
    if (!isAllowed(now, move) || isGivenBackUnseen) {
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
    entry.remote = (*port)->isRemote();
    entry.agreement = *fresh;
    entry.agreement->source = known.source;
    entry.pending = event;
    entry.waiting = false;
    const Result<void> announced = outbox.put(entry);
    if (!announced)
        return Failure(announced.error());
    change->agreement.source = known.source;
    const Result<QString> written = (*port)->write(change->agreement, profile(), commitMessage(change->word, request, note));
    if (!written) {
        Result<Agreement> after = entry.remote ? (*port)->find(known) : Result<Agreement>(Failure(written.error()));
        const bool isGone = !after && after.error().code == Error::Code::NotFound && move == RequestMove::Cancel;
        if (isGone)
            after = change->agreement;
        if (entry.remote && !after && after.error().code != Error::Code::NotFound) // lost on the way, or only its answer
            return unconfirmed(mesh, entry, request, written.error());
        if (!entry.remote || !after || !(isGone || (*port)->shows(*after, event))) {
            // nothing changed there, so nothing is pending here
            const Result<void> undone = row ? outbox.put(*row) : outbox.remove(request.id);
            Q_UNUSED(undone)
            return Failure(written.error());
        }
        addEvents(*after, change->agreement);
        change->agreement = *after;
    }
    entry.agreement = (*port)->readBack().value_or(change->agreement);
    addEvents(*entry.agreement, change->agreement);
    entry.agreement->source = known.source;
    if (written)
        entry.agreement->source.file = *written;
    entry.warning = (*port)->warning();
    const QDateTime moment = QDateTime::currentDateTimeUtc();
    AccessRequest answer = requestOf(mesh, {*entry.agreement, request.endpoint, moment}, &entry, moment);
    entry.request.state = answer.state;
    entry.request.changed = entry.remote ? moment : event.at; // newer than any list that was read before
    const Result<void> settled = settle(entry);
    if (!settled)
        answer.warning = Text::tr("It was written, but not yet recorded: %1").arg(settled.error().text);
    return answer;
}

/// The decision is on its way, or was taken and its answer lost: what stands there will tell.
Result<AccessRequest> AccessDesk::unconfirmed(const Mesh &mesh, OutboxEntry entry, const AccessRequest &request,
                                              const Error &why)
{
    entry.waiting = true;
    const Result<void> kept = Outbox(m_workspace).put(entry);
    if (!kept)
        return Failure(kept.error());
    const QDateTime moment = QDateTime::currentDateTimeUtc();
    AccessRequest answer = requestOf(mesh, {*entry.agreement, request.endpoint, moment}, &entry, moment);
    answer.delivery = Delivery::Unconfirmed;
    answer.warning =
        Text::tr("Sent, unconfirmed: %1 It is looked up as soon as %2 answers.").arg(why.text, request.endpoint);
    return answer;
}

Result<void> AccessDesk::settleDecision(OutboxEntry entry)
{
    const Result<std::unique_ptr<AccessPort>> port = m_ports(entry.request.endpoint);
    if (!port)
        return Failure(port.error());
    Agreement known = entry.agreement.value_or(Agreement());
    known.id = entry.request.id;
    Result<Agreement> fresh = (*port)->find(known);
    if (!fresh && fresh.error().code != Error::Code::NotFound)
        return Failure(fresh.error()); // later, when it can be looked at
    const bool isRemote = (*port)->isRemote();
    if (!fresh && isRemote && entry.pending->what == QStringLiteral("cancelled")) {
        fresh = known; // taken back, it is no longer there
        fresh->status = QStringLiteral("rejected");
        fresh->active = false;
    } else if (!fresh || !(*port)->shows(*fresh, *entry.pending)) {
        // It was never done: whoever decided was not told so, and decides again.
        entry.pending.reset();
        entry.waiting = false;
        return entry.own ? Outbox(m_workspace).put(entry) : Outbox(m_workspace).remove(entry.request.id);
    }
    Agreement same = *fresh;
    same.source = known.source;
    if (isRemote) {
        addEvents(same, known);
        Agreement done;
        done.events = {*entry.pending};
        addEvents(same, done);
        entry.request.state = stateOf(same, QDateTime::currentDateTimeUtc());
        entry.request.changed = QDateTime::currentDateTimeUtc();
    } else { // what is only on disk gets committed
        const QString message = commitMessage(entry.pending->what, entry.request, entry.pending->note);
        const Result<QString> committed = (*port)->write(same, profile(), message);
        if (!committed)
            return Failure(committed.error());
    }
    entry.agreement = same;
    entry.waiting = false;
    return settle(entry);
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
    QSet<QString> away; // one long silence an endpoint is enough
    const QList<OutboxEntry> entries = Outbox(m_workspace).entries();
    for (const OutboxEntry &entry : entries) {
        if (!entry.pending || isUnderWay(entry) || away.contains(entry.request.endpoint))
            continue;
        if (entry.filed) {
            const Result<void> settled = settleDecision(entry);
            if (!settled && entry.remote && settled.error().code == Error::Code::Io)
                away.insert(entry.request.endpoint);
            if (!settled)
                say(entry, settled.error().text);
            continue;
        }
        const Result<AccessRequest> sent = deliver(nullptr, entry); // sending had begun
        if (sent && sent->delivery == Delivery::Waiting)
            away.insert(entry.request.endpoint);
        else if (!sent || sent->state == RequestState::Failed || sent->delivery == Delivery::Unconfirmed)
            say(entry, sent ? sent->warning : sent.error().text);
    }
    return issues;
}

} // namespace meshscope
