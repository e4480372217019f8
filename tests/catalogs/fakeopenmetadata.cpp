#include "tests/catalogs/fakeopenmetadata.h"

#include "models/catalogs/openmetadata/names.h"

#include <QDateTime>
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

const QString requestList = u"tasks/dataAccessRequests"_s;

/// What the workflow offers to be done with a request in that state.
QJsonArray transitions(const QString &status)
{
    QJsonArray all;
    const auto add = [&all](const QString &id, const QString &to, bool needsComment) {
        all.append(
            QJsonObject{{u"id"_s, id}, {u"label"_s, id}, {u"targetTaskStatus"_s, to}, {u"requiresComment"_s, needsComment}});
    };
    if (status == u"Open") {
        add(u"approve"_s, u"Approved"_s, false);
        add(u"reject"_s, u"Rejected"_s, true);
    } else if (status == u"Approved") {
        add(u"markAsGranted"_s, u"Granted"_s, false);
    } else if (status == u"Granted") {
        add(u"revoke"_s, u"Revoked"_s, false);
    }
    return all;
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

void FakeOpenMetadata::addTables(int count)
{
    for (int i = 0; i < count; ++i)
        addTable(u"crm.shop.public.t%1"_s.arg(i, 3, 10, QChar(u'0')));
    addEdge(u"crm.shop.public.t000"_s, u"crm.shop.public.t001"_s,
            {QJsonObject{{u"fromColumns"_s, QJsonArray{u"crm.shop.public.t000.id"_s}},
                         {u"toColumn"_s, u"crm.shop.public.t001.id"_s},
                         {u"function"_s, u"sum(id)"_s}}});
}

void FakeOpenMetadata::addEdge(const QString &from, const QString &to, const QJsonArray &columns, bool isHidden)
{
    m_edges.append({from, to, columns, isHidden});
}

void FakeOpenMetadata::addEvent(const QString &entityType)
{
    events.append({{u"entityType"_s, entityType}, {u"eventType"_s, u"entityUpdated"_s}});
}

void FakeOpenMetadata::offer(const QString &product, const QJsonObject &table)
{
    QJsonObject port = table;
    port.insert(u"type"_s, u"table"_s);
    const QString way = u"dataProducts/"_s + uuidOf(product);
    lists[u"dataProducts/00000000-0000-4000-8000-000000000000/outputPorts"_s] = {};
    lists[u"dataProducts/name/%1/outputPorts"_s.arg(product)] = {port};
    lists[way + u"/outputPorts"_s] = {port};
    lists[way + u"/inputPorts"_s] = {};
    lists[requestList] = {};
}

std::optional<Script> FakeOpenMetadata::taskAnswer(const SeenRequest &request, const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (!lists.contains(requestList) || parts.first() != u"tasks" || path == requestList)
        return {};
    QList<QJsonObject> &tasks = lists[requestList];
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (parts.size() == 1) { // made anew, whatever it says: the server keeps nothing apart by what we call it
        const QString fqn = body.value(u"about"_s).toString().section(u"::"_s, 2).chopped(1);
        QJsonObject task{{u"id"_s, uuidOf(u"task %1"_s.arg(tasks.size()))},
                         {u"taskId"_s, u"TASK-%1"_s.arg(tasks.size())},
                         {u"status"_s, u"Open"_s},
                         {u"createdAt"_s, now},
                         {u"createdBy"_s, QJsonObject{{u"name"_s, u"anna"_s}}},
                         {u"about"_s, reference(u"table"_s, fqn)},
                         {u"availableTransitions"_s, transitions(u"Open"_s)}};
        for (const char *key : {"description", "payload"})
            task.insert(QLatin1StringView(key), body.value(QLatin1StringView(key)));
        tasks.prepend(task); // newest first
        return json(task, 201);
    }
    const auto found =
        std::find_if(tasks.begin(), tasks.end(), [&](const QJsonObject &task) { return task[u"id"] == parts[1]; });
    if (found == tasks.end())
        return {};
    if (request.method != "POST")
        return json(*found);
    QString status = parts.value(2) == u"close" ? u"Cancelled"_s : QString();
    for (const QJsonValue &transition : found->value(u"availableTransitions"_s).toArray()) {
        if (transition[u"id"] == body.value(u"transitionId"_s))
            status = transition[u"targetTaskStatus"].toString();
    }
    if (status.isEmpty())
        return json({{u"code"_s, 400}, {u"message"_s, u"No such transition"_s}}, 400);
    found->insert(u"status"_s, status);
    found->insert(u"availableTransitions"_s, transitions(status));
    if (status == u"Approved")
        found->insert(u"approvedAt"_s, now);
    found->insert(u"resolution"_s, QJsonObject{{u"comment"_s, body.value(u"comment"_s)}, {u"resolvedAt"_s, now}});
    return json(*found);
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
    if (const std::optional<Script> told = taskAnswer(request, path))
        return *told;
    if (lists.contains(path))
        return listAt(path, query);
    if (path.startsWith(u"lineage/"))
        return json(lineageOf(path.section(u'/', -1)));
    return missing();
}

} // namespace meshscope::test
