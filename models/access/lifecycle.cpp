#include "models/access/lifecycle.h"

#include <QCoreApplication>
#include <QSet>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Lifecycle)
};

bool is(const QString &text, QLatin1StringView word)
{
    return QStringView(text).trimmed().compare(word, Qt::CaseInsensitive) == 0;
}

/// An event of the provider's side: somebody else than who asked did something, or the word says so itself.
bool isProviders(const RequestEvent &event, const Agreement &agreement)
{
    if (is(event.what, QLatin1StringView("in-review")))
        return true;
    for (const char *own : {"sent", "draft", "cancelled", "failed"}) {
        if (is(event.what, QLatin1StringView(own)))
            return false;
    }
    if (event.by.trimmed().isEmpty())
        return false;
    const QStringList consumers{agreement.requestedBy, agreement.requestedFor, agreement.consumerUser,
                                agreement.consumerTeam};
    const bool known = std::any_of(consumers.begin(), consumers.end(), [](const QString &c) { return !c.isEmpty(); });
    return known && std::none_of(consumers.begin(), consumers.end(),
                                 [&](const QString &consumer) { return isSamePerson(consumer, event.by); });
}

bool lastDecisionIs(const Agreement &agreement, QLatin1StringView word)
{
    const RequestEvent *last = lastDecision(agreement);
    return last && is(last->what, word);
}

bool covers(const QStringList &granted, const QString &column)
{
    return std::any_of(granted.begin(), granted.end(), [&](const QString &path) {
        return column == path || column.startsWith(path + u'.') || column.startsWith(path + QStringLiteral("[]"));
    });
}

/// Owners, stewards and members that the endpoint's own records of a thing name.
QList<PartyRole> rolesOf(const Mesh &mesh, const Address &address)
{
    const NodeId node = mesh.find(address);
    QList<PartyRole> roles;
    if (!node.isValid())
        return roles;
    for (const Fact &fact : mesh.facts(node)) {
        if (mesh.endpoints().at(fact.endpoint).name == address.endpoint)
            roles += mesh.entity(mesh.kind(node), fact).owners;
    }
    return roles;
}

/// Whether a name and a contact together mean `who`; an e-mail tells namesakes apart.
bool isNamed(const QString &name, const QString &contact, const QString &who)
{
    if (contact.contains(u'@'))
        return isSamePerson(QStringLiteral("%1 <%2>").arg(name, contact), who);
    return isSamePerson(name, who) || isSamePerson(contact, who);
}

/// Whether the party, or one it has as a member, is `who`.
bool isOrHas(const Mesh &mesh, const QString &endpoint, const QString &party, const QString &who, QSet<QString> &seen)
{
    if (party.isEmpty() || seen.contains(party))
        return false;
    seen.insert(party);
    if (isSamePerson(party, who))
        return true;
    const NodeId node = mesh.find(endpoint, Kind::Party, party);
    if (!node.isValid())
        return false;
    const Party &facts = mesh.party(node);
    if (isNamed(facts.name, facts.email, who))
        return true;
    for (const PartyRole &member : facts.owners) {
        if (isNamed(member.name, member.contact, who) || isOrHas(mesh, endpoint, member.party, who, seen))
            return true;
    }
    return std::any_of(facts.members.begin(), facts.members.end(),
                       [&](const QString &member) { return isOrHas(mesh, endpoint, member, who, seen); });
}

} // namespace

bool isKnownStatus(const QString &status)
{
    return is(status, QLatin1StringView("requested")) || is(status, QLatin1StringView("approved")) ||
           is(status, QLatin1StringView("rejected"));
}

const RequestEvent *lastDecision(const Agreement &agreement)
{
    for (qsizetype i = agreement.events.size() - 1; i >= 0; --i) {
        for (const char *word : {"approved", "rejected", "cancelled", "revoked", "extended"}) {
            if (is(agreement.events.at(i).what, QLatin1StringView(word)))
                return &agreement.events.at(i);
        }
    }
    return nullptr;
}

RequestState stateOf(const Agreement &agreement, const QDateTime &now)
{
    if (is(agreement.status, QLatin1StringView("rejected"))) {
        return lastDecisionIs(agreement, QLatin1StringView("cancelled")) ? RequestState::Cancelled : RequestState::Rejected;
    }
    if (!is(agreement.status, QLatin1StringView("approved"))) {
        const bool reviewed = std::any_of(agreement.events.begin(), agreement.events.end(),
                                          [&](const RequestEvent &event) { return isProviders(event, agreement); });
        return reviewed ? RequestState::InReview : RequestState::Sent;
    }
    // Taken back stays taken back, also after its last day.
    if (!agreement.active && lastDecisionIs(agreement, QLatin1StringView("revoked")))
        return RequestState::Revoked;
    if (!agreement.active && lastDecisionIs(agreement, QLatin1StringView("cancelled"))) // given back
        return RequestState::Cancelled;
    const QDate today = now.toLocalTime().date();
    // A catalog may end it in the course of its last day.
    if (agreement.until.isValid() && (agreement.until < today || (!agreement.active && agreement.until == today)))
        return RequestState::Expired;
    if (!agreement.active || (agreement.from.isValid() && agreement.from > today))
        return RequestState::Approved;
    if (agreement.until.isValid() && today.daysTo(agreement.until) <= expiringDays)
        return RequestState::Expiring;
    return RequestState::Granted;
}

QString portKey(const Port &port)
{
    // An id is `<product>/<out>/<key>/<version>`; the version holds no slash that matters here: it is known.
    const QString before = port.product + QLatin1String(port.output ? "/out/" : "/in/");
    const QString after = u'/' + (port.version.isEmpty() ? QStringLiteral("-") : port.version);
    if (!port.id.startsWith(before) || !port.id.endsWith(after) || port.id.size() <= before.size() + after.size())
        return port.name;
    return port.id.mid(before.size(), port.id.size() - before.size() - after.size());
}

NodeId outputPort(const Mesh &mesh, const QString &endpoint, const QString &product, const QString &name)
{
    const NodeId node = mesh.find(endpoint, Kind::Product, product);
    if (!node.isValid() || name.isEmpty())
        return {};
    NodeId named;
    NodeId keyed;
    for (const NodeId candidate : mesh.portsOf(node)) {
        const Port &port = mesh.port(candidate);
        if (!port.output)
            continue;
        if (port.id == name)
            return candidate;
        if (!named.isValid() && (port.name == name || port.name + u'/' + port.version == name))
            named = candidate;
        if (!keyed.isValid() && portKey(port) == name)
            keyed = candidate;
    }
    return keyed.isValid() ? keyed : named;
}

Address portAddress(const Mesh &mesh, const QString &endpoint, const Agreement &agreement)
{
    const NodeId port = outputPort(mesh, endpoint, agreement.product, agreement.port);
    if (port.isValid())
        return {endpoint, Kind::Port, mesh.port(port).id};
    return {endpoint, Kind::Port, portId(agreement.product, true, agreement.port, {})};
}

QStringList portColumns(const Mesh &mesh, NodeId port)
{
    QStringList paths;
    for (const NodeId dataset : mesh.datasetsOf(port)) {
        const QList<Column> columns = mesh.columns(dataset);
        for (const Column &column : columns)
            paths << column.path;
    }
    return paths;
}

QString notCovered(const Mesh &mesh, const QString &endpoint, const Agreement &agreement, const Asked &asked)
{
    if (agreement.product != asked.product)
        return Text::tr("it is about the product %1, asked was %2").arg(agreement.product, asked.product);
    const bool everyPort = agreement.port == QStringLiteral("*");
    if (!everyPort && agreement.port != asked.port) {
        const NodeId granted = outputPort(mesh, endpoint, agreement.product, agreement.port);
        if (!granted.isValid() || granted != outputPort(mesh, endpoint, asked.product, asked.port))
            return Text::tr("it covers the port %1, asked was %2").arg(agreement.port, asked.port);
    }
    if (agreement.columns.isEmpty())
        return {};
    QStringList wanted = asked.columns;
    if (wanted.isEmpty()) {
        const NodeId port = outputPort(mesh, endpoint, asked.product, asked.port);
        wanted = port.isValid() ? portColumns(mesh, port) : QStringList();
        if (wanted.isEmpty())
            return Text::tr("it covers only the columns %1, asked were all")
                .arg(agreement.columns.join(QStringLiteral(", ")));
    }
    QStringList missing;
    for (const QString &column : wanted) {
        if (!covers(agreement.columns, column))
            missing << column;
    }
    if (missing.isEmpty())
        return {};
    return Text::tr("it does not cover the columns %1").arg(missing.join(QStringLiteral(", ")));
}

bool isProvider(const Mesh &mesh, const Address &product, const Address &port, const QString &who)
{
    if (who.trimmed().isEmpty())
        return false;
    const QList<PartyRole> roles = rolesOf(mesh, product) + rolesOf(mesh, port);
    QSet<QString> seen;
    return std::any_of(roles.begin(), roles.end(), [&](const PartyRole &role) {
        return isNamed(role.name, role.contact, who) || isOrHas(mesh, product.endpoint, role.party, who, seen);
    });
}

bool isProvider(const Mesh &mesh, const Address &product, const Address &port, const Profile &who)
{
    QStringList names{who.email.isEmpty() ? who.name : QStringLiteral("%1 <%2>").arg(who.name, who.email)};
    names << who.teams;
    if (who.ids.contains(product.endpoint))
        names << who.ids.value(product.endpoint);
    return std::any_of(names.begin(), names.end(),
                       [&](const QString &name) { return isProvider(mesh, product, port, name); });
}

QString providerTeam(const Mesh &mesh, const Address &product)
{
    const QList<PartyRole> roles = rolesOf(mesh, product);
    QString first;
    for (const PartyRole &role : roles) {
        const QString name = role.party.isEmpty() ? role.name : role.party;
        if (name.isEmpty())
            continue;
        if (role.role.compare(QStringLiteral("owner"), Qt::CaseInsensitive) == 0)
            return name;
        if (first.isEmpty())
            first = name;
    }
    return first;
}

} // namespace meshscope
