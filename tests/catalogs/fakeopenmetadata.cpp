#include "tests/catalogs/fakeopenmetadata.h"

#include "models/catalogs/openmetadata/names.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

QJsonObject reference(const QString &type, const QString &fqn)
{
    return {{u"id"_s, FakeOpenMetadata::uuidOf(fqn)},
            {u"type"_s, type},
            {u"name"_s, openmetadata::nameParts(fqn).last()},
            {u"fullyQualifiedName"_s, fqn}};
}

Script json(const QJsonObject &body, int status = 200)
{
    return Script::answer(status, QJsonDocument(body).toJson(),
                          {{"Content-Type", "application/json"}, {"Date", "Sun, 22 Nov 2026 12:00:00 GMT"}});
}

} // namespace

FakeOpenMetadata::FakeOpenMetadata()
    : workspace(std::move(*Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing)))
    , server([this](const SeenRequest &request) { return answer(request); })
{
    for (const char *path : {"tables", "domains", "dataProducts", "users", "teams", "tags", "glossaryTerms", "databases",
                             "databaseSchemas", "dataQuality/testCases"})
        lists[QLatin1StringView(path)] = {};
    add(u"services/databaseServices"_s, u"crm"_s,
        {{u"serviceType"_s, u"Postgres"_s},
         {u"connection"_s, QJsonObject{{u"config"_s, QJsonObject{{u"hostPort"_s, u"db:5432"_s}}}}}});
    config = *addEndpoint(*workspace,
                          {u"om"_s, u"openmetadata"_s, server.url().toString() + u"/api/v1/"_s, {{u"auth"_s, u"none"_s}}});
}

QString FakeOpenMetadata::uuidOf(const QString &fqn)
{
    return QUuid::createUuidV5(QUuid(), fqn).toString(QUuid::WithoutBraces);
}

QJsonObject &FakeOpenMetadata::add(const QString &path, const QString &fqn, QJsonObject more)
{
    more.insert(u"id"_s, uuidOf(fqn));
    more.insert(u"name"_s, openmetadata::nameParts(fqn).last());
    more.insert(u"fullyQualifiedName"_s, fqn);
    more.insert(u"version"_s, 0.1);
    if (!more.contains(u"updatedAt"_s))
        more.insert(u"updatedAt"_s, qint64(1795253569083));
    lists[path].append(more);
    return lists[path].last();
}

QJsonObject &FakeOpenMetadata::addTable(const QString &fqn, QJsonObject more)
{
    if (!more.contains(u"columns"_s))
        more.insert(u"columns"_s,
                    QJsonArray{QJsonObject{
                        {u"name"_s, u"id"_s}, {u"dataType"_s, u"BIGINT"_s}, {u"fullyQualifiedName"_s, fqn + u".id"_s}}});
    more.insert(u"service"_s, reference(u"databaseService"_s, u"crm"_s));
    more.insert(u"serviceType"_s, u"Postgres"_s);
    return add(u"tables"_s, fqn, more);
}

void FakeOpenMetadata::addEdge(const QString &from, const QString &to, const QJsonArray &columns, bool isHidden)
{
    m_edges.append({from, to, columns, isHidden});
}

void FakeOpenMetadata::addEvent(const QString &entityType)
{
    events.append({{u"entityType"_s, entityType}, {u"eventType"_s, u"entityUpdated"_s}});
}

Run FakeOpenMetadata::sync(const Progress &progress)
{
    m_before = server.seen().size();
    const Result<Run> run = syncEndpoint(*workspace, config, progress);
    Run failed;
    failed.state = Run::State::Failed;
    failed.missing = run ? QString() : run.error().text;
    return run.value_or(failed);
}

QStringList FakeOpenMetadata::asked() const
{
    QStringList targets;
    const QList<SeenRequest> seen = server.seen();
    for (const SeenRequest &request : seen.mid(m_before))
        targets.append(QString::fromLatin1(request.target).mid(8));
    return targets;
}

Script FakeOpenMetadata::missing() const
{
    if (!isOld)
        return json({{u"code"_s, 404}, {u"message"_s, u"HTTP 404 Not Found"_s}}, 404);
    return json(
        {{u"responseMessage"_s, u"An exception with message [HTTP 404 Not Found] was thrown while processing request."_s},
         {u"errorType"_s, u"UNHANDLED_SERVER_EXCEPTION"_s}},
        500);
}

/// Cursors as the server makes them: what they hold is its own business.
Script FakeOpenMetadata::listAt(const QString &path, const QUrlQuery &query) const
{
    const QString fields = query.queryItemValue(u"fields"_s, QUrl::FullyDecoded);
    for (const QString &field : fields.split(u',', Qt::SkipEmptyParts)) {
        if (refusedFields.contains(field))
            return json({{u"code"_s, 400}, {u"message"_s, u"Invalid field name "_s + field}}, 400);
    }
    const QList<QJsonObject> &items = lists[path];
    const qsizetype limit = query.queryItemValue(u"limit"_s).toInt();
    const qsizetype begin = query.hasQueryItem(u"offset"_s)
                                ? query.queryItemValue(u"offset"_s).toInt()
                                : QByteArray::fromBase64(query.queryItemValue(u"after"_s).toLatin1()).toInt();
    QJsonArray data;
    for (const QJsonObject &item : items.mid(begin, limit))
        data.append(item);
    QJsonObject paging{{u"total"_s, items.size() + hiddenItems}};
    if (limit > 0 && begin + limit < items.size())
        paging.insert(
            u"after"_s,
            QString::fromLatin1(
                QByteArray::number(begin + limit).toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals)));
    return json({{u"data"_s, data}, {u"paging"_s, paging}});
}

QJsonObject FakeOpenMetadata::lineageOf(const QString &uuid) const
{
    QJsonArray nodes;
    QJsonArray up;
    QJsonArray down;
    for (const Edge &edge : m_edges) {
        const bool isUp = uuidOf(edge.to) == uuid;
        if (!isUp && uuidOf(edge.from) != uuid)
            continue;
        if (!edge.isHidden)
            nodes.append(reference(u"table"_s, isUp ? edge.from : edge.to));
        QJsonObject told{{u"fromEntity"_s, uuidOf(edge.from)}, {u"toEntity"_s, uuidOf(edge.to)}};
        if (!edge.columns.isEmpty())
            told.insert(u"lineageDetails"_s, QJsonObject{{u"columnsLineage"_s, edge.columns}});
        (isUp ? up : down).append(told);
    }
    QJsonObject entity{{u"id"_s, uuid}};
    for (const QList<QJsonObject> &items : lists) {
        for (const QJsonObject &item : items) {
            if (item.value(u"id"_s) == uuid)
                entity.insert(u"fullyQualifiedName"_s, item.value(u"fullyQualifiedName"_s));
        }
    }
    return {{u"entity"_s, entity}, {u"nodes"_s, nodes}, {u"upstreamEdges"_s, up}, {u"downstreamEdges"_s, down}};
}

Script FakeOpenMetadata::answer(const SeenRequest &request)
{
    const QMutexLocker lock(&mutex);
    const QUrl url(QString::fromLatin1(request.target));
    const QString path = url.path(QUrl::FullyDecoded).mid(8);
    const QUrlQuery query(url);
    if (instead) {
        if (std::optional<Script> other = instead(path, query))
            return *other;
    }
    if (answers.contains(path))
        return json(answers.value(path));
    if (path == u"system/version")
        return Script::answer(200, version,
                              {{"Content-Type", "application/json"}, {"Date", "Sun, 22 Nov 2026 12:00:00 GMT"}});
    if (path == u"users/loggedInUser")
        return json({{u"name"_s, u"anna"_s}});
    if (path == u"events" && hasEvents) {
        QJsonArray data;
        for (const QJsonObject &event : std::as_const(events))
            data.append(event);
        return json({{u"data"_s, data}, {u"paging"_s, QJsonObject{{u"total"_s, data.size()}}}});
    }
    if (lists.contains(path))
        return listAt(path, query);
    if (path.startsWith(u"lineage/"))
        return json(lineageOf(path.section(u'/', -1)));
    return missing();
}

} // namespace meshscope::test
