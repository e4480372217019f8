#include "tests/catalogs/fakeentropy.h"

#include <QDate>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

Script json(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return Script::json(document.toJson(QJsonDocument::Compact));
}

Script problem(int status, const QString &detail)
{
    const QJsonObject body{{u"title"_s, u"Problem"_s}, {u"status"_s, status}, {u"detail"_s, detail}};
    return Script::answer(status, QJsonDocument(body).toJson(), {{"Content-Type", "application/problem+json"}});
}

QJsonObject topOf(QJsonObject product)
{
    for (const char *part : {"inputPorts", "outputPorts"})
        product.remove(QLatin1StringView(part));
    return product;
}

} // namespace

FakeEntropy::FakeEntropy()
    : server([this](const SeenRequest &request) { return answer(request); })
{
    for (const char *list : {"teams", "tags", "certifications", "sourcesystems", "definitions", "datacontracts", "assets",
                             "access", "dataproducts", "test-results", "example-data"})
        lists.insert(QLatin1StringView(list), {});
    put(u"teams"_s, {{u"id"_s, u"sales"_s}, {u"name"_s, u"Sales"_s}, {u"type"_s, u"Domain"_s}});
    put(u"teams"_s,
        {{u"id"_s, u"orders-team"_s},
         {u"name"_s, u"Orders"_s},
         {u"type"_s, u"Team"_s},
         {u"parent"_s, u"sales"_s},
         {u"members"_s, QJsonArray{QJsonObject{{u"emailAddress"_s, u"olga@example.com"_s}, {u"role"_s, u"Owner"_s}}}}});
}

void FakeEntropy::put(const QString &list, const QJsonObject &item, const QString &event)
{
    const QMutexLocker lock(&mutex);
    if (QJsonObject *present = find(list, item[u"id"].toString()))
        *present = item;
    else
        lists[list].append(item);
    if (!event.isEmpty())
        emitEvent(event, item[u"id"].toString());
}

void FakeEntropy::remove(const QString &list, const QString &id, const QString &event)
{
    const QMutexLocker lock(&mutex);
    lists[list].removeIf([&](const QJsonObject &item) { return item[u"id"] == id; });
    emitEvent(event, id);
}

void FakeEntropy::emitEvent(const QString &type, const QString &id)
{
    const QString at = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    events.append({{u"specversion"_s, u"1.0"_s},
                   {u"id"_s, u"e%1"_s.arg(events.size() + 1, 8, 10, QChar(u'0'))},
                   {u"type"_s, u"com.entropy-data.events."_s + type},
                   {u"time"_s, at},
                   {u"subject"_s, id},
                   {u"data"_s, QJsonObject{{u"id"_s, id}, {u"timestamp"_s, at}}}});
}

void FakeEntropy::addProduct(const QString &id, const QString &team)
{
    put(u"datacontracts"_s,
        {{u"apiVersion"_s, u"v3.1.0"_s},
         {u"kind"_s, u"DataContract"_s},
         {u"id"_s, id + u"-contract"_s},
         {u"name"_s, id},
         {u"version"_s, u"1.0.0"_s},
         {u"status"_s, u"active"_s},
         {u"schema"_s,
          QJsonArray{QJsonObject{
              {u"name"_s, u"rows"_s},
              {u"properties"_s, QJsonArray{QJsonObject{{u"name"_s, u"id"_s}, {u"logicalType"_s, u"string"_s}},
                                           QJsonObject{{u"name"_s, u"email"_s}, {u"logicalType"_s, u"string"_s}}}}}}}},
        u"DataContractCreatedEvent"_s);
    put(u"dataproducts"_s,
        {{u"apiVersion"_s, u"v1.0.0"_s},
         {u"kind"_s, u"DataProduct"_s},
         {u"id"_s, id},
         {u"name"_s, id},
         {u"status"_s, u"active"_s},
         {u"team"_s, QJsonObject{{u"name"_s, team}}},
         {u"outputPorts"_s, QJsonArray{QJsonObject{{u"name"_s, u"table"_s},
                                                   {u"version"_s, u"1.0.0"_s},
                                                   {u"type"_s, u"postgres"_s},
                                                   {u"contractId"_s, id + u"-contract"_s}}}}},
        u"DataProductCreatedEvent"_s);
}

QJsonObject *FakeEntropy::find(const QString &list, const QString &id)
{
    QList<QJsonObject> &items = lists[list];
    const auto found = std::find_if(items.begin(), items.end(), [&](const QJsonObject &item) { return item[u"id"] == id; });
    return found == items.end() ? nullptr : &*found;
}

QJsonObject FakeEntropy::access(const QString &id) const
{
    const QMutexLocker lock(&mutex);
    for (const QJsonObject &item : lists[u"access"_s]) {
        if (item[u"id"] == id)
            return item;
    }
    return {};
}

qsizetype FakeEntropy::asked(const QByteArray &method, const QByteArray &part) const
{
    const QList<SeenRequest> seen = server.seen();
    return std::count_if(seen.begin(), seen.end(), [&](const SeenRequest &request) {
        return request.method == method && request.target.contains(part);
    });
}

Script FakeEntropy::listOf(const QString &list, const QUrlQuery &query) const
{
    const QList<QJsonObject> &items = lists[list];
    const int page = query.queryItemValue(u"p"_s).toInt();
    QJsonArray part;
    for (const QJsonObject &item : items.mid(qsizetype(page) * pageSize, pageSize))
        part.append(list == u"dataproducts" ? topOf(item) : item);
    Script script = json(part);
    if ((page + 1) * pageSize >= items.size())
        return script;
    const QByteArray next =
        "<http://elsewhere.example/api/" + list.toUtf8() + "?p=" + QByteArray::number(page + 1) + ">; rel=\"next\"";
    return Script::answer(200, QJsonDocument(part).toJson(), {{"Content-Type", "application/json"}, {"Link", next}});
}

Script FakeEntropy::accessCall(const SeenRequest &request, const QString &id, const QString &verb)
{
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    QJsonObject *present = find(u"access"_s, id);
    if (request.method == "PUT") {
        QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QString product = body[u"provider"][u"dataProductId"].toString();
        if (!find(u"dataproducts"_s, product))
            return problem(422, u"Data product %1 does not exist."_s.arg(product));
        QJsonObject info = body[u"info"].toObject();
        info.insert(u"status"_s, present ? (*present)[u"info"][u"status"] : QJsonValue(u"requested"_s));
        info.insert(u"active"_s, present ? (*present)[u"info"][u"active"] : QJsonValue(false));
        body.insert(u"info"_s, info);
        puts[id] += present ? 0 : 1;
        if (present) {
            *present = body;
        } else {
            lists[u"access"_s].append(body);
            emitEvent(u"AccessRequestedEvent"_s, id);
        }
        return Script::answer(200, "");
    }
    if (!present)
        return problem(404, u"There is no access %1."_s.arg(id));
    if (request.method == "GET")
        return json(*present);
    if (request.method == "DELETE") {
        lists[u"access"_s].removeIf([&](const QJsonObject &item) { return item[u"id"] == id; });
        emitEvent(u"AccessDeletedEvent"_s, id);
        return Script::answer(200, "");
    }
    QJsonObject info = (*present)[u"info"].toObject();
    const QString status = info[u"status"].toString();
    if (status != (verb == u"cancel" ? u"approved"_s : u"requested"_s))
        return problem(422, u"Access %1 is %2 and cannot be changed so."_s.arg(id, status));
    if (verb == u"cancel") {
        info.insert(u"endDate"_s, today);
        info.insert(u"active"_s, false);
    } else {
        info.insert(u"status"_s, verb == u"approve" ? u"approved"_s : u"rejected"_s);
        info.insert(u"active"_s, verb == u"approve");
    }
    present->insert(u"info"_s, info);
    emitEvent(verb == u"cancel"    ? u"AccessCanceledEvent"_s
              : verb == u"approve" ? u"AccessApprovedEvent"_s
                                   : u"AccessRejectedEvent"_s,
              id);
    return Script::answer(200, "");
}

Script FakeEntropy::carryOut(const SeenRequest &request)
{
    const QUrl url(QString::fromLatin1(request.target));
    const QStringList parts = url.path(QUrl::FullyDecoded).mid(5).split(u'/');
    const QUrlQuery query(url);
    if (parts[0] == u"events") {
        if (!hasFeed)
            return problem(403, u"The key may not read events."_s);
        const QString last = query.queryItemValue(u"lastEventId"_s);
        QJsonArray batch;
        for (const QJsonObject &event : std::as_const(events)) {
            if (event[u"id"].toString() > last && batch.size() < pageSize)
                batch.append(event);
        }
        return json(batch);
    }
    if (parts[0] == u"v1")
        return json(lineage);
    if (!lists.contains(parts[0]))
        return problem(404, u"No such endpoint."_s);
    if (parts.size() == 1)
        return listOf(parts[0], query);
    if (parts[0] == u"access")
        return accessCall(request, parts[1], parts.value(2));
    const QJsonObject *item = find(parts[0], parts[1]);
    return item ? json(*item) : problem(404, u"Not there."_s);
}

Script FakeEntropy::answer(const SeenRequest &request)
{
    const QMutexLocker lock(&mutex);
    if (instead) {
        if (std::optional<Script> other = instead(request))
            return *other;
    }
    Script script = carryOut(request);
    if (after) {
        if (std::optional<Script> other = after(request))
            return *other;
    }
    return script;
}

} // namespace meshscope::test
