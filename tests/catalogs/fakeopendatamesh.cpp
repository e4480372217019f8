#include "tests/catalogs/fakeopendatamesh.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

Script json(const QJsonObject &value)
{
    return Script::json(QJsonDocument(value).toJson(QJsonDocument::Compact));
}

Script page(const QList<QJsonObject> &items, const QUrlQuery &query)
{
    const int size = std::max(1, query.queryItemValue(u"size"_s).toInt());
    const int number = query.queryItemValue(u"page"_s).toInt();
    QJsonArray content;
    for (const QJsonObject &item : items.mid(qsizetype(number) * size, size))
        content.append(item);
    return json({{u"content"_s, content}, {u"totalElements"_s, items.size()}});
}

QList<QJsonObject> having(const QList<QJsonObject> &items, const QUrlQuery &query, const QStringList &fields)
{
    QList<QJsonObject> found;
    for (const QJsonObject &item : items) {
        if (std::all_of(fields.begin(), fields.end(), [&](const QString &field) {
                const QString wanted = query.queryItemValue(field, QUrl::FullyDecoded);
                return wanted.isEmpty() || item[field].toString() == wanted;
            }))
            found.append(item);
    }
    return found;
}

} // namespace

const QString FakeOpenDataMesh::base = u"urn:odm:dataproducts:"_s;

void FakeOpenDataMesh::addProduct(const QString &name, const QString &state)
{
    products.append({{u"uuid"_s, u"p-"_s + name},
                     {u"fqn"_s, base + name},
                     {u"domain"_s, u"sales"_s},
                     {u"name"_s, name},
                     {u"displayName"_s, QJsonValue()},
                     {u"validationState"_s, state},
                     {u"updatedAt"_s, u"2026-11-01T10:00:00.000+00:00"_s}});
}

void FakeOpenDataMesh::addVersion(const QString &product, const QString &number, const QStringList &ports,
                                  const QJsonValue &state)
{
    const QString fqn = base + product;
    QJsonArray outputs;
    for (const QString &port : ports) {
        outputs.append(QJsonObject{{u"fullyQualifiedName"_s, u"%1:outputports:%2:%3"_s.arg(fqn, port, number)},
                                   {u"name"_s, port},
                                   {u"version"_s, number}});
    }
    const QJsonObject content{
        {u"dataProductDescriptor"_s, u"1.0.0"_s},
        {u"info"_s, QJsonObject{{u"fullyQualifiedName"_s, fqn},
                                {u"name"_s, product},
                                {u"version"_s, number},
                                {u"domain"_s, u"sales"_s},
                                {u"owner"_s, QJsonObject{{u"id"_s, u"olga@example.com"_s}, {u"name"_s, u"Olga"_s}}}}},
        {u"interfaceComponents"_s, QJsonObject{{u"outputPorts"_s, outputs}}}};
    versions.append({{u"uuid"_s, u"v-%1-%2"_s.arg(product, number)},
                     {u"dataProductUuid"_s, u"p-"_s + product},
                     {u"name"_s, u"Release "_s + number},
                     {u"versionNumber"_s, number},
                     {u"validationState"_s, state},
                     {u"createdAt"_s, u"2026-11-01T10:00:00.000+00:00"_s},
                     {u"updatedAt"_s, u"2026-11-01T10:00:00.000+00:00"_s},
                     {u"spec"_s, u"dpds"_s},
                     {u"content"_s, content}});
}

Script FakeOpenDataMesh::submit(const QJsonObject &body)
{
    for (const QJsonObject &request : std::as_const(requests)) {
        if (request[u"identifier"] == body[u"identifier"] && request[u"operation"] == body[u"operation"])
            return Script::answer(400, R"({"status":400,"message":"Access request already exists"})",
                                  {{"Content-Type", "application/json"}});
    }
    QJsonObject request = body;
    request.insert(u"uuid"_s, u"r-%1"_s.arg(++submissions));
    request.insert(u"createdAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    requests.append(request);
    return Script::answer(201, QJsonDocument(request).toJson(), {{"Content-Type", "application/json"}});
}

std::optional<Script> FakeOpenDataMesh::registryAnswer(const QString &path, const QUrlQuery &query) const
{
    const QString registry = u"/api/v2/pp/registry"_s;
    if (path == registry + u"/products"_s)
        return page(having(products, query, {u"fqn"_s}), query);
    if (path == registry + u"/products-versions"_s) {
        QList<QJsonObject> listed = having(versions, query, {u"dataProductUuid"_s});
        for (QJsonObject &version : listed)
            version.remove(u"content"_s);
        return page(listed, query);
    }
    for (QJsonObject version : std::as_const(versions)) {
        if (path != registry + u"/products-versions/"_s + version[u"uuid"].toString())
            continue;
        for (const QJsonObject &product : std::as_const(products)) {
            if (product[u"uuid"] == version[u"dataProductUuid"])
                version.insert(u"dataProduct"_s, product);
        }
        return json(version);
    }
    return {};
}

Script FakeOpenDataMesh::answer(const SeenRequest &request)
{
    const QMutexLocker lock(&mutex);
    const QUrl url(QString::fromLatin1(request.target));
    const QString path = url.path();
    const QUrlQuery query(url);
    const QString market = u"/api/v1/pp/marketplace"_s;
    if (const std::optional<Script> told = registryAnswer(path, query))
        return *told;
    if (!hasMarket || !path.startsWith(market))
        return Script::answer(404, R"({"status":404,"error":"Not Found"})", {{"Content-Type", "application/json"}});
    if (losesAnswers && submissions > 0)
        return Script::reset();
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (path == market + u"/requests/submit"_s) {
        const Script done = submit(body);
        return losesAnswers ? Script::reset() : done;
    }
    if (path == market + u"/requests"_s)
        return page(having(requests, query, {u"identifier"_s, u"operation"_s}), query);
    if (path == market + u"/executor-responses"_s)
        return page(having(responses, query, {u"accessRequestUuid"_s}), query);
    const QString uuid = path.section(u'/', 6, 6);
    if (request.method == "DELETE") {
        requests.removeIf([&](const QJsonObject &r) { return r[u"uuid"] == uuid; });
        return Script::answer(204, "");
    }
    QJsonObject response = body;
    response.insert(u"id"_s, responses.size() + 1);
    response.insert(u"accessRequestUuid"_s, uuid);
    response.insert(u"createdAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    responses.append(response);
    return Script::answer(200, "");
}

} // namespace meshscope::test
