// The half of AccessDesk that changes something: drafts, sending, decisions, and what a crash left half done.
//
// Every change goes the same way, so that a kill at any point neither loses nor doubles what was confirmed:
// 1. the row says what is about to happen (pending), 2. the endpoint is written, 3. the event is signed into the chain,
// 4. the row says that it is done. Whatever stops before 4 is found by resumeOutbox(), which looks at the endpoint first.
#include "models/access/accessdesk.h"

#include "models/access/outbox.h"
#include "models/access/requestview.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::AccessDesk)
};

/// Why a request cannot be sent as it is, or nothing.
std::optional<Error> fault(const Mesh &mesh, const AccessRequest &r)
{
    const auto usage = [&](const QString &text) { return Error{Error::Code::Usage, text, r.port.toString()}; };
    if (r.purpose.trimmed().isEmpty())
        return usage(Text::tr("Say what the data is for: the owner decides by the purpose."));
    if (!mesh.find(r.product).isValid())
        return Error{
            Error::Code::NotFound,
            Text::tr("The product %1 is not in %2 (any more): sync it, or ask for another.").arg(r.product.id, r.endpoint),
            r.product.toString()};
    const QDate today = QDate::currentDate();
    if (r.until.isValid() && r.until < today)
        return usage(Text::tr("The last day, %1, has passed: choose a later one.").arg(r.until.toString(Qt::ISODate)));
    if (r.from.isValid() && r.until.isValid() && r.until < r.from)
        return usage(Text::tr("The last day comes before the first."));
    if (askedOf(r).port == QStringLiteral("*"))
        return {};
    const NodeId port = mesh.find(r.port);
    if (!port.isValid())
        return Error{
            Error::Code::NotFound,
            Text::tr("The port %1 is not in %2 (any more): sync it, or ask for another.").arg(r.port.id, r.endpoint),
            r.port.toString()};
    if (!mesh.port(port).output)
        return usage(Text::tr("%1 is an input port: ask for an output port.").arg(mesh.name(port)));
    const QStringList known = r.columns.isEmpty() ? QStringList() : portColumns(mesh, port);
    for (const QString &column : r.columns) {
        const bool present =
            known.isEmpty() || known.contains(column) ||
            std::any_of(known.begin(), known.end(), [&](const QString &path) { return path.startsWith(column + u'.'); });
        if (!present)
            return usage(Text::tr("%1 has no column %2.").arg(mesh.name(port), column));
    }
    return {};
}

/// The port as the agreement names it: by the key its document gives it, else by name, where those are unique among the
/// product's outputs, else by id.
QString portText(const Mesh &mesh, const AccessRequest &r)
{
    if (askedOf(r).port == QStringLiteral("*"))
        return QStringLiteral("*");
    const NodeId node = mesh.find(r.port);
    const Port &port = mesh.port(node);
    const auto isAlone = [&](auto word) { // several versions of a port share its key and its name
        const std::span<const NodeId> all = mesh.portsOf(mesh.productOf(node));
        return std::count_if(all.begin(), all.end(), [&](NodeId other) {
                   return mesh.port(other).output && word(mesh.port(other)) == word(port);
               }) == 1;
    };
    if (!portKey(port).isEmpty() && isAlone(portKey))
        return portKey(port);
    return isAlone([](const Port &p) { return p.name; }) ? port.name : port.id;
}

void nameConsumer(const Mesh &mesh, const Profile &who, const AccessRequest &r, Agreement &a)
{
    const Result<Address> address = Address::parse(r.requestedFor);
    const QString id = address ? address->id : r.requestedFor;
    if (id.isEmpty() || (isSamePerson(id, r.requestedBy) && !who.teams.contains(id))) {
        a.consumerUser = r.requestedBy;
        return;
    }
    const NodeId party = mesh.find(r.endpoint, Kind::Party, id);
    const bool product = address ? address->kind == Kind::Product : mesh.find(r.endpoint, Kind::Product, id).isValid();
    if (product)
        a.consumerProduct = id;
    else if ((party.isValid() && mesh.party(party).isTeam) || who.teams.contains(id, Qt::CaseInsensitive))
        a.consumerTeam = id;
    else
        a.consumerUser = id;
}

Agreement agreementFor(const Mesh &mesh, const Profile &who, const AccessRequest &r, const RequestEvent &sent)
{
    Agreement a;
    a.id = r.id;
    a.product = r.product.id;
    a.port = portText(mesh, r);
    const NodeId port = mesh.find(r.port);
    if (port.isValid())
        a.contract = mesh.port(port).contract;
    a.providerTeam = providerTeam(mesh, r.product);
    nameConsumer(mesh, who, r, a);
    a.purpose = r.purpose;
    a.status = QStringLiteral("requested");
    a.from = r.from.isValid() ? r.from : QDate::currentDate();
    a.until = r.until;
    a.columns = r.columns;
    a.requestedBy = r.requestedBy;
    a.requestedFor = r.requestedFor;
    a.replaces = r.replaces;
    a.events = {sent};
    return a;
}

} // namespace

Result<QString> AccessDesk::saveDraft(AccessRequest draft)
{
    const QMutexLocker lock(&m_mutex);
    Outbox outbox(m_workspace);
    if (draft.id.isEmpty())
        draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    else if (const auto present = outbox.entry(draft.id); present && present->request.state != RequestState::Draft)
        return fail(Error::Code::Refused, Text::tr("The request %1 was sent already: it cannot be edited.").arg(draft.id),
                    draft.id);
    if (draft.product.isNull() && draft.port.kind == Kind::Product)
        draft.product = std::exchange(draft.port, {});
    if (draft.endpoint.isEmpty())
        draft.endpoint = draft.port.isNull() ? draft.product.endpoint : draft.port.endpoint;
    if (draft.requestedBy.isEmpty())
        draft.requestedBy = me();
    draft.state = RequestState::Draft;
    draft.verified.reset();
    draft.changed = QDateTime::currentDateTimeUtc();
    OutboxEntry entry;
    entry.request = draft;
    const Result<void> kept = outbox.put(entry);
    if (!kept)
        return Failure(kept.error());
    return draft.id;
}

Result<void> AccessDesk::discardDraft(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    Outbox outbox(m_workspace);
    const auto entry = outbox.entry(id);
    if (!entry)
        return fail(Error::Code::NotFound, Text::tr("There is no draft %1.").arg(id), id);
    if (entry->request.state != RequestState::Draft)
        return fail(Error::Code::Refused, Text::tr("The request %1 was sent already: cancel it instead.").arg(id), id);
    return outbox.remove(id);
}

Result<AccessRequest> AccessDesk::send(const Mesh &mesh, const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    Outbox outbox(m_workspace);
    std::optional<OutboxEntry> entry = outbox.entry(id);
    if (!entry)
        return fail(Error::Code::NotFound, Text::tr("There is no draft %1.").arg(id), id);
    const bool interrupted = entry->request.state == RequestState::Sent && !entry->filed;
    const RequestState state = requestOf(*entry).state;
    if (!interrupted && state != RequestState::Draft && state != RequestState::Failed)
        return moveRefused(entry->request, RequestMove::Send);
    AccessRequest &request = entry->request;
    if (request.product.isNull()) {
        const NodeId port = mesh.find(request.port);
        if (port.isValid())
            request.product = Address{request.port.endpoint, Kind::Product, mesh.port(port).product};
    }
    if (request.port.isNull())
        request.port = Address{request.endpoint, Kind::Port, portId(request.product.id, true, QStringLiteral("*"), {})};
    if (const std::optional<Error> wrong = fault(mesh, request))
        return Failure(*wrong);
    if (me().isEmpty())
        return fail(Error::Code::Usage, Text::tr("Enter your name in your profile: others see it on your requests."), id);
    if (request.requestedBy.isEmpty())
        request.requestedBy = me();
    const Result<QByteArray> key = m_signer->publicKey(); // what cannot be signed for is not sent
    if (!key)
        return Failure(key.error());
    if (!interrupted) {
        const Result<std::unique_ptr<AccessPort>> port = m_ports(request.endpoint);
        entry->remote = port && (*port)->isRemote();
        const RequestEvent sent{nextMoment({}), me(), QStringLiteral("sent"), {}, QStringLiteral("here")};
        entry->agreement = agreementFor(mesh, profile(), request, sent);
        entry->pending = sent;
        entry->filed = false;
        entry->reason.clear();
        request.state = RequestState::Sent;
        request.events = {sent};
        request.changed = sent.at;
        const Result<void> kept = outbox.put(*entry);
        if (!kept)
            return Failure(kept.error());
    }
    return deliver(&mesh, *entry);
}

Result<AccessRequest> AccessDesk::move(const Mesh &mesh, const QString &id, RequestMove move, const QString &note,
                                       const QDate &until)
{
    const QMutexLocker lock(&m_mutex);
    const Result<AccessRequest> found = request(mesh, id, QDateTime::currentDateTimeUtc());
    if (!found)
        return found;
    const std::optional<OutboxEntry> entry = Outbox(m_workspace).entry(found->id);
    if (found->delivery != Delivery::There && entry)
        return moveUndelivered(mesh, *found, *entry, move, note);
    if (move == RequestMove::Send || move == RequestMove::Retry)
        return isAllowed(found->state, move) ? send(mesh, found->id) : moveRefused(*found, move);
    if (move == RequestMove::Fail || !isAllowed(found->state, move))
        return moveRefused(*found, move);
    if (!moves(mesh, *found).contains(move)) {
        const bool mayCancel = move == RequestMove::Cancel && isMine(*found);
        const Result<std::unique_ptr<AccessPort>> port = m_ports(found->endpoint);
        const QString why = mayCancel && port ? (*port)->whyNot(move, found->state) : QString();
        const QString text =
            !why.isEmpty() ? why
            : move == RequestMove::Cancel
                ? Text::tr("Only who asked for it may cancel the request %1.")
                : Text::tr("Only an owner, steward or team member of the product may decide the request %1. "
                           "If you are one, check the name, e-mail and teams in your profile.");
        return fail(Error::Code::Refused, why.isEmpty() ? text.arg(found->id) : why, found->id);
    }
    if (found->state == RequestState::Failed && entry)
        return cancelFailed(mesh, *found, *entry, note);
    if (move == RequestMove::Extend && !mayDecide(mesh, *found))
        return askForMore(mesh, *found, note, until);
    return decide(mesh, *found, move, note, until);
}

Result<AccessRequest> AccessDesk::askForMore(const Mesh &mesh, const AccessRequest &old, const QString &note,
                                             const QDate &until)
{
    if (!until.isValid() || (old.until.isValid() && until <= old.until))
        return fail(Error::Code::Usage, Text::tr("Say until when: a day after the present end."), old.id);
    AccessRequest more;
    more.endpoint = old.endpoint;
    more.port = old.port;
    more.product = old.product;
    more.requestedFor = old.requestedFor;
    more.purpose = note.isEmpty() ? old.purpose : old.purpose + QStringLiteral("\n\n") + note;
    more.columns = old.columns;
    more.until = until;
    more.replaces = old.id;
    const Result<QString> id = saveDraft(more);
    if (!id)
        return Failure(id.error());
    return send(mesh, *id);
}

} // namespace meshscope
