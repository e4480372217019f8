#include "models/access/accessdesk.h"

#include "models/access/agreementtext.h"
#include "models/access/auditlog.h"
#include "models/access/gitfolder.h"
#include "models/access/requestview.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::AccessDesk)
};

const QString profileKey = QStringLiteral("profile");

QDateTime readAtOf(const Mesh &mesh, const QString &endpoint)
{
    for (const EndpointFacts &facts : mesh.endpoints()) {
        if (facts.name == endpoint)
            return facts.readAt;
    }
    return mesh.asOf();
}

bool hasEvent(const Agreement &agreement, const RequestEvent &event)
{
    return std::any_of(agreement.events.begin(), agreement.events.end(),
                       [&](const RequestEvent &other) { return isSameEvent(other, event); });
}

/// Marks what a newer request takes the place of.
void markReplaced(QList<AccessRequest> &requests)
{
    QHash<QString, QString> newest; // requests are newest first
    for (const AccessRequest &request : std::as_const(requests)) {
        if (!request.replaces.isEmpty() && request.state != RequestState::Draft && !newest.contains(request.replaces))
            newest.insert(request.replaces, request.id);
    }
    for (AccessRequest &request : requests)
        request.replacedBy = newest.value(request.id);
}

} // namespace

bool AccessPort::shows(const Agreement &now, const RequestEvent &event) const
{
    return hasEvent(now, event);
}

AccessDesk::AccessDesk(Workspace &workspace, PortFactory ports, std::unique_ptr<Signer> signer)
    : m_workspace(workspace)
    , m_ports(std::move(ports))
    , m_signer(std::move(signer))
{
}

Profile AccessDesk::profile() const
{
    const QMutexLocker lock(&m_mutex);
    const QString text = m_workspace.setting(profileKey).toString();
    if (text.isEmpty()) {
        if (!m_proposed) {
            const GitUser user = gitUser();
            m_proposed = Profile{user.name.isEmpty() ? qEnvironmentVariable("USER") : user.name, user.email, {}, {}};
        }
        return *m_proposed;
    }
    const QJsonObject o = QJsonDocument::fromJson(text.toUtf8()).object();
    Profile profile;
    profile.name = o[u"name"].toString();
    profile.email = o[u"email"].toString();
    const QJsonArray teams = o[u"teams"].toArray();
    for (const QJsonValue &team : teams)
        profile.teams << team.toString();
    const QJsonObject ids = o[u"ids"].toObject();
    for (auto it = ids.begin(); it != ids.end(); ++it)
        profile.ids.insert(it.key(), it.value().toString());
    return profile;
}

Result<void> AccessDesk::setProfile(const Profile &profile)
{
    const QMutexLocker lock(&m_mutex);
    if (profile.name.trimmed().isEmpty())
        return fail(Error::Code::Usage, Text::tr("Enter your name: others see it on your requests."));
    QJsonObject ids;
    for (auto it = profile.ids.begin(); it != profile.ids.end(); ++it)
        ids.insert(it.key(), it.value());
    const QJsonObject o{{QStringLiteral("name"), profile.name.trimmed()},
                        {QStringLiteral("email"), profile.email.trimmed()},
                        {QStringLiteral("teams"), QJsonArray::fromStringList(profile.teams)},
                        {QStringLiteral("ids"), ids}};
    return m_workspace.setSetting(profileKey, QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact)));
}

QString AccessDesk::me() const
{
    const Profile who = profile();
    return who.email.isEmpty() ? who.name : who.email;
}

QDateTime AccessDesk::nextMoment(const QList<RequestEvent> &events) const
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    qint64 last = 0;
    for (const RequestEvent &event : events)
        last = std::max(last, event.at.isValid() ? event.at.toSecsSinceEpoch() : 0);
    // Events are written to the second and keep their order; a clock that runs ahead elsewhere does not pull ours along.
    const qint64 at = last >= now && last - now < 60 ? last + 1 : now;
    return QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
}

SeenAgreement AccessDesk::freshest(const SeenAgreement &known, const OutboxEntry &own) const
{
    if (own.remote && own.agreement) {
        // Nobody asks a server for a list: what it said last counts, when it was read or when something was done.
        const bool isOlder = known.readAt.isValid() && known.readAt < own.request.changed;
        SeenAgreement seen = isOlder ? SeenAgreement{*own.agreement, known.endpoint, own.request.changed} : known;
        addEvents(seen.agreement, isOlder ? known.agreement : *own.agreement);
        return seen;
    }
    if (!own.agreement || own.agreement->events.isEmpty() || hasEvent(known.agreement, own.agreement->events.last()))
        return known;
    // The mesh was read before what was last written here, or somebody took that out again: the document knows.
    const Result<std::unique_ptr<AccessPort>> port = m_ports(known.endpoint);
    const Result<Agreement> fresh =
        port ? (*port)->readAt(own.request.id, own.agreement->source) : Result<Agreement>(Failure(port.error()));
    return fresh ? SeenAgreement{*fresh, known.endpoint, QDateTime::currentDateTimeUtc()} : known;
}

AccessRequest AccessDesk::alone(const Mesh &mesh, const OutboxEntry &entry, const QDateTime &now) const
{
    if (!entry.filed || !entry.agreement)
        return requestOf(entry);
    const SeenAgreement written{*entry.agreement, entry.request.endpoint, entry.request.changed};
    if (entry.remote) {
        AccessRequest request = requestOf(mesh, written, &entry, now);
        const bool isClosed = request.state >= RequestState::Expired;
        if (isClosed || readAtOf(mesh, written.endpoint) <= entry.request.changed)
            return request;
        request.verified.reset();
        if (request.state == RequestState::Granted || request.state == RequestState::Expiring)
            request.state = RequestState::Approved;
        request.warning = Text::tr("It is no longer in %1: it was not there when that was last read.").arg(written.endpoint);
        return request;
    }
    const Result<std::unique_ptr<AccessPort>> port = m_ports(written.endpoint);
    const Result<Agreement> fresh =
        port ? (*port)->readAt(entry.request.id, entry.agreement->source) : Result<Agreement>(Failure(port.error()));
    if (fresh)
        return requestOf(mesh, {*fresh, written.endpoint, QDateTime::currentDateTimeUtc()}, &entry, now);
    AccessRequest request = requestOf(mesh, written, &entry, now);
    request.verified.reset();
    if (request.state == RequestState::Granted || request.state == RequestState::Expiring)
        request.state = RequestState::Approved;
    request.warning = Text::tr("It is no longer in %1: %2").arg(written.endpoint, fresh.error().text);
    return request;
}

QList<AccessRequest> AccessDesk::requests(const Mesh &mesh, const QDateTime &now) const
{
    const QMutexLocker lock(&m_mutex);
    const QList<OutboxEntry> entries = Outbox(m_workspace).entries();
    QHash<std::pair<QString, QString>, const OutboxEntry *> own;
    for (const OutboxEntry &entry : entries)
        own.insert({entry.request.endpoint, entry.request.id}, &entry);

    QList<AccessRequest> all;
    const QList<Agreement> &agreements = mesh.agreements();
    all.reserve(agreements.size() + entries.size());
    for (qsizetype i = 0; i < agreements.size(); ++i) {
        const QString endpoint = mesh.agreementEndpoint(i);
        SeenAgreement seen{agreements.at(i), endpoint, readAtOf(mesh, endpoint)};
        const OutboxEntry *entry = own.take({endpoint, seen.agreement.id});
        if (entry)
            seen = freshest(seen, *entry);
        all.append(requestOf(mesh, seen, entry, now));
    }
    for (const OutboxEntry *entry : std::as_const(own))
        all.append(alone(mesh, *entry, now));
    std::stable_sort(all.begin(), all.end(), [](const AccessRequest &a, const AccessRequest &b) {
        return a.changed != b.changed ? a.changed > b.changed : a.id < b.id;
    });
    markReplaced(all);
    return all;
}

Result<AccessRequest> AccessDesk::request(const Mesh &mesh, const QString &id, const QDateTime &now) const
{
    const QMutexLocker lock(&m_mutex);
    const QString typed = id.trimmed();
    const Result<Address> address = Address::parse(typed);
    const QString wanted = address && address->kind == Kind::Request ? address->id : typed;
    QList<AccessRequest> found;
    const QList<AccessRequest> all = requests(mesh, now);
    for (const AccessRequest &request : all) {
        const bool here = !address || address->endpoint == request.endpoint;
        if (here && request.id == wanted)
            return request;
        if (here && !wanted.isEmpty() && request.id.startsWith(wanted, Qt::CaseInsensitive))
            found.append(request);
    }
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return fail(Error::Code::NotFound, Text::tr("There is no request %1. List them to see their ids.").arg(typed),
                    typed);
    QStringList names;
    for (const AccessRequest &request : std::as_const(found))
        names << request.id;
    return fail(Error::Code::Ambiguous,
                Text::tr("Several requests begin with %1: %2").arg(typed, names.join(QStringLiteral(", "))), typed);
}

bool AccessDesk::isMine(const AccessRequest &request) const
{
    const QMutexLocker lock(&m_mutex);
    const Profile who = profile();
    return request.state == RequestState::Draft || who.isMe(request.requestedBy) || who.isMe(request.requestedFor);
}

bool AccessDesk::mayDecide(const Mesh &mesh, const AccessRequest &request) const
{
    const QMutexLocker lock(&m_mutex);
    return isProvider(mesh, request.product, request.port, profile());
}

QList<RequestMove> AccessDesk::moves(const Mesh &mesh, const AccessRequest &request) const
{
    const QMutexLocker lock(&m_mutex);
    const bool mine = isMine(request);
    const bool decides = mayDecide(mesh, request);
    QList<RequestMove> possible;
    if (request.delivery != Delivery::There)
        return mine || decides ? QList<RequestMove>{RequestMove::Retry, RequestMove::Cancel} : possible;
    for (const RequestMove move : {RequestMove::Send, RequestMove::Retry, RequestMove::Cancel}) {
        if (mine && isAllowed(request.state, move))
            possible << move;
    }
    for (const RequestMove move : {RequestMove::Review, RequestMove::Approve, RequestMove::Reject, RequestMove::Revoke}) {
        if (decides && isAllowed(request.state, move))
            possible << move;
    }
    if ((mine || decides) && isAllowed(request.state, RequestMove::Extend))
        possible << RequestMove::Extend;
    if (possible.isEmpty())
        return possible;
    if (const Result<std::unique_ptr<AccessPort>> port = m_ports(request.endpoint); port && (*port)->isRemote()) {
        possible.removeIf([&](RequestMove move) {
            const bool isForMore = move == RequestMove::Extend && !decides; // that is a new request
            return !isForMore && !(*port)->whyNot(move, request.state).isEmpty();
        });
    }
    return possible;
}

bool AccessDesk::mayUnmask(const Mesh &mesh, NodeId port, const QDateTime &now) const
{
    const QMutexLocker lock(&m_mutex);
    if (!port.isValid() || mesh.kind(port) != Kind::Port)
        return false;
    const QList<AccessRequest> all = requests(mesh, now);
    return std::any_of(all.begin(), all.end(), [&](const AccessRequest &request) {
        if (!request.verified || !request.warning.isEmpty() || !isMine(request))
            return false;
        Agreement terms;
        terms.product = request.product.id;
        terms.port = askedOf(request).port;
        terms.columns = request.columns;
        for (const Fact &fact : mesh.facts(port)) {
            const Port &facts = static_cast<const Port &>(mesh.entity(Kind::Port, fact));
            if (mesh.endpoints().at(fact.endpoint).name == request.endpoint && facts.output &&
                notCovered(mesh, request.endpoint, terms, {facts.product, facts.id, {}}).isEmpty())
                return true;
        }
        return false;
    });
}

AccessDesk::AuditVerdict AccessDesk::verifyAudit() const
{
    const QMutexLocker lock(&m_mutex);
    QStringList sent;
    const QList<OutboxEntry> entries = Outbox(m_workspace).entries();
    for (const OutboxEntry &entry : entries) {
        if (entry.filed && !entry.pending)
            sent << entry.request.id;
    }
    return AuditLog(m_workspace, *m_signer).verify(sent);
}

} // namespace meshscope
