#include "models/access/outbox.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <csignal>

namespace meshscope {

namespace {

using Json = QJsonObject;

QString momentOf(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime moment(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QDate date(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        list << item.toString();
    return list;
}

Json toJson(const RequestEvent &e)
{
    return {{QStringLiteral("at"), momentOf(e.at)},
            {QStringLiteral("by"), e.by},
            {QStringLiteral("what"), e.what},
            {QStringLiteral("note"), e.note},
            {QStringLiteral("source"), e.source}};
}

RequestEvent eventOf(const Json &o)
{
    return {moment(o[u"at"]), o[u"by"].toString(), o[u"what"].toString(), o[u"note"].toString(), o[u"source"].toString()};
}

QJsonArray toJson(const QList<RequestEvent> &events)
{
    QJsonArray array;
    for (const RequestEvent &event : events)
        array.append(toJson(event));
    return array;
}

QList<RequestEvent> eventsOf(const QJsonValue &value)
{
    QList<RequestEvent> events;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        events.append(eventOf(item.toObject()));
    return events;
}

QString addressText(const Address &address)
{
    return address.isNull() ? QString() : address.toString();
}

Address addressOf(const QJsonValue &value)
{
    return Address::parse(value.toString()).value_or(Address());
}

Json toJson(const AccessRequest &r)
{
    return {{QStringLiteral("port"), addressText(r.port)},
            {QStringLiteral("product"), addressText(r.product)},
            {QStringLiteral("requestedBy"), r.requestedBy},
            {QStringLiteral("requestedFor"), r.requestedFor},
            {QStringLiteral("purpose"), r.purpose},
            {QStringLiteral("columns"), QJsonArray::fromStringList(r.columns)},
            {QStringLiteral("from"), r.from.toString(Qt::ISODate)},
            {QStringLiteral("until"), r.until.toString(Qt::ISODate)},
            {QStringLiteral("replaces"), r.replaces},
            {QStringLiteral("events"), toJson(r.events)}};
}

void read(const Json &o, AccessRequest &r)
{
    r.port = addressOf(o[u"port"]);
    r.product = addressOf(o[u"product"]);
    r.requestedBy = o[u"requestedBy"].toString();
    r.requestedFor = o[u"requestedFor"].toString();
    r.purpose = o[u"purpose"].toString();
    r.columns = texts(o[u"columns"]);
    r.from = date(o[u"from"]);
    r.until = date(o[u"until"]);
    r.replaces = o[u"replaces"].toString();
    r.events = eventsOf(o[u"events"]);
}

/// The texts of an agreement by name, both ways.
template<class A, class Visit>
void eachText(A &a, const Visit &visit)
{
    visit(u"id", a.id);
    visit(u"description", a.description);
    visit(u"product", a.product);
    visit(u"port", a.port);
    visit(u"contract", a.contract);
    visit(u"providerTeam", a.providerTeam);
    visit(u"consumerTeam", a.consumerTeam);
    visit(u"consumerUser", a.consumerUser);
    visit(u"consumerProduct", a.consumerProduct);
    visit(u"purpose", a.purpose);
    visit(u"status", a.status);
    visit(u"requestedBy", a.requestedBy);
    visit(u"requestedFor", a.requestedFor);
    visit(u"replaces", a.replaces);
    visit(u"decision", a.decision);
    visit(u"file", a.source.file);
}

Json toJson(const Agreement &a)
{
    Json o{{QStringLiteral("active"), a.active},
           {QStringLiteral("from"), a.from.toString(Qt::ISODate)},
           {QStringLiteral("until"), a.until.toString(Qt::ISODate)},
           {QStringLiteral("columns"), QJsonArray::fromStringList(a.columns)},
           {QStringLiteral("tags"), QJsonArray::fromStringList(a.tags)},
           {QStringLiteral("events"), toJson(a.events)}};
    eachText(a, [&](QStringView name, const QString &text) { o.insert(name, text); });
    QJsonArray properties;
    for (const Property &property : a.properties)
        properties.append(QJsonArray{property.name, property.value});
    o.insert(QStringLiteral("properties"), properties);
    return o;
}

Agreement agreementOf(const Json &o)
{
    Agreement a;
    a.active = o[u"active"].toBool();
    a.from = date(o[u"from"]);
    a.until = date(o[u"until"]);
    a.columns = texts(o[u"columns"]);
    a.tags = texts(o[u"tags"]);
    a.events = eventsOf(o[u"events"]);
    eachText(a, [&](QStringView name, QString &text) { text = o.value(name).toString(); });
    const QJsonArray properties = o[u"properties"].toArray();
    for (const QJsonValue &property : properties)
        a.properties.append({property[0].toString(), property[1].toString()});
    return a;
}

QByteArray bodyOf(const OutboxEntry &entry)
{
    Json o{{QStringLiteral("request"), toJson(entry.request)},
           {QStringLiteral("own"), entry.own},
           {QStringLiteral("filed"), entry.filed},
           {QStringLiteral("remote"), entry.remote},
           {QStringLiteral("attempted"), entry.attempted},
           {QStringLiteral("reason"), entry.reason},
           {QStringLiteral("warning"), entry.warning}};
    if (entry.agreement)
        o.insert(QStringLiteral("agreement"), toJson(*entry.agreement));
    if (entry.pending)
        o.insert(QStringLiteral("pending"), toJson(*entry.pending));
    if (entry.waiting)
        o.insert(QStringLiteral("waiting"), true);
    else if (entry.pending)
        o.insert(QStringLiteral("process"), QCoreApplication::applicationPid());
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

OutboxEntry entryOf(const StoredRequest &row)
{
    const Json o = QJsonDocument::fromJson(row.body).object();
    OutboxEntry entry;
    read(o[u"request"].toObject(), entry.request);
    entry.request.id = row.id;
    entry.request.endpoint = row.endpoint;
    entry.request.state = requestStateFromWord(row.state).value_or(RequestState::Failed);
    entry.request.changed = row.changed;
    entry.own = o[u"own"].toBool(true);
    entry.filed = o[u"filed"].toBool();
    entry.remote = o[u"remote"].toBool();
    entry.attempted = o[u"attempted"].toBool();
    entry.waiting = o[u"waiting"].toBool();
    entry.process = o[u"process"].toInteger();
    entry.reason = o[u"reason"].toString();
    entry.warning = o[u"warning"].toString();
    if (o.contains(u"agreement"))
        entry.agreement = agreementOf(o[u"agreement"].toObject());
    if (o.contains(u"pending"))
        entry.pending = eventOf(o[u"pending"].toObject());
    return entry;
}

} // namespace

bool isUnderWay(const OutboxEntry &entry)
{
    return entry.process > 0 && entry.process != QCoreApplication::applicationPid() &&
           (::kill(pid_t(entry.process), 0) == 0 || errno != ESRCH);
}

QList<OutboxEntry> Outbox::entries() const
{
    QList<OutboxEntry> all;
    const QList<StoredRequest> rows = m_workspace.requests();
    all.reserve(rows.size());
    for (const StoredRequest &row : rows)
        all.append(entryOf(row));
    return all;
}

std::optional<OutboxEntry> Outbox::entry(const QString &id) const
{
    const QList<StoredRequest> rows = m_workspace.requests();
    for (const StoredRequest &row : rows) {
        if (row.id == id)
            return entryOf(row);
    }
    return {};
}

Result<void> Outbox::put(const OutboxEntry &entry)
{
    StoredRequest row;
    row.id = entry.request.id;
    row.endpoint = entry.request.endpoint;
    row.address = addressText(entry.request.port.isNull() ? entry.request.product : entry.request.port);
    row.state = requestStateWord(entry.request.state);
    row.body = bodyOf(entry);
    row.changed = entry.request.changed;
    return m_workspace.putRequest(row);
}

Result<void> Outbox::remove(const QString &id)
{
    return m_workspace.removeRequest(id);
}

} // namespace meshscope
