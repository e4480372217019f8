#include "tests/catalogs/fakedatahub.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

Script said(const QJsonObject &body)
{
    return Script::json(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Script refused(const QString &message, int column)
{
    const QJsonObject place{{u"line"_s, 1}, {u"column"_s, column}};
    return said({{u"errors"_s, QJsonArray{QJsonObject{{u"message"_s, message}, {u"locations"_s, QJsonArray{place}}}}}});
}

QString operationOf(const SeenRequest &request)
{
    if (request.target.startsWith("/openapi/v1/events/poll"))
        return u"Poll"_s;
    return QJsonDocument::fromJson(request.body).object().value(u"operationName"_s).toString();
}

/// Bytes in JSON, as Avro writes them: a character each.
QJsonObject bytesField(const QByteArray &bytes)
{
    return {{u"value"_s, QString::fromLatin1(bytes)}, {u"contentType"_s, u"application/json"_s}};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Where a field stands in a query, by its name alone.
qsizetype placeOf(const QString &query, const QString &field)
{
    static const QString after = u" {(}"_s;
    for (qsizetype at = query.indexOf(field); at >= 0; at = query.indexOf(field, at + 1)) {
        const QChar before = at > 0 ? query[at - 1] : u' ';
        const QChar next = query.size() > at + field.size() ? query[at + field.size()] : u' ';
        if ((before == u' ' || before == u'{' || before == u'}' || before == u':') && after.contains(next))
            return before == u':' ? query.lastIndexOf(u'{', at) + 1 : at;
    }
    return -1;
}

} // namespace

FakeDataHub::FakeDataHub()
    : workspace(std::move(*Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing)))
    , server([this](const SeenRequest &request) { return answer(request); })
{
    config = *addEndpoint(*workspace, {u"dh"_s, u"datahub"_s, server.url().toString(), {{u"auth"_s, u"none"_s}}});
}

QString FakeDataHub::datasetUrn(const QString &name)
{
    return u"urn:li:dataset:(urn:li:dataPlatform:snowflake,db.s.%1,PROD)"_s.arg(name);
}

QJsonObject FakeDataHub::lineage(const QStringList &urns, const QString &type)
{
    QJsonArray relations;
    for (const QString &urn : urns)
        relations.append(
            QJsonObject{{u"type"_s, u"DownstreamOf"_s}, {u"entity"_s, QJsonObject{{u"urn"_s, urn}, {u"type"_s, type}}}});
    return {{u"total"_s, urns.size()}, {u"filtered"_s, 0}, {u"relationships"_s, relations}};
}

void FakeDataHub::add(const QString &type, const QString &urn, QJsonObject fields)
{
    fields.insert(u"urn"_s, urn);
    fields.insert(u"type"_s, type);
    entities[type].append(fields);
}

void FakeDataHub::addDataset(const QString &name, QJsonObject fields)
{
    const QJsonObject column{{u"fieldPath"_s, u"id"_s}, {u"nullable"_s, false}, {u"type"_s, u"NUMBER"_s}};
    fields.insert(u"schemaMetadata"_s, QJsonObject{{u"fields"_s, QJsonArray{column}}});
    add(u"DATASET"_s, datasetUrn(name), fields);
}

void FakeDataHub::change(const QString &urn, const QJsonObject &fields)
{
    for (QList<QJsonObject> &list : entities) {
        for (QJsonObject &entity : list) {
            for (auto it = fields.begin(); entity.value(u"urn"_s) == urn && it != fields.end(); ++it)
                entity.insert(it.key(), it.value());
        }
    }
}

void FakeDataHub::remove(const QString &urn)
{
    for (QList<QJsonObject> &list : entities)
        list.removeIf([&](const QJsonObject &entity) { return entity.value(u"urn"_s) == urn; });
}

void FakeDataHub::tell(const QString &urn, const QString &category, const QString &operation)
{
    const QJsonObject payload{{u"entityUrn"_s, urn},
                              {u"category"_s, category},
                              {u"operation"_s, operation},
                              {u"auditStamp"_s, QJsonObject{{u"actor"_s, u"urn:li:corpuser:datahub"_s}}}};
    feeds[platform()].append(compact({{u"name"_s, u"entityChangeEvent"_s}, {u"payload"_s, bytesField(compact(payload))}}));
}

void FakeDataHub::tellAspect(const QString &urn, const QString &aspect, const QByteArray &now, const QByteArray &before,
                             const QString &change, const QString &topic)
{
    const auto value = [](const QByteArray &bytes) -> QJsonValue {
        if (bytes.isEmpty())
            return QJsonValue();
        return QJsonObject{{u"com.linkedin.pegasus2avro.mxe.GenericAspect"_s, bytesField(bytes)}};
    };
    feeds[topic].append(compact({{u"entityUrn"_s, QJsonObject{{u"string"_s, urn}}},
                                 {u"changeType"_s, change},
                                 {u"aspectName"_s, QJsonObject{{u"string"_s, aspect}}},
                                 {u"aspect"_s, value(now)},
                                 {u"previousAspectValue"_s, value(before)}}));
}

QStringList FakeDataHub::askedAgain() const
{
    QStringList urns;
    for (const SeenRequest &request : server.seen().mid(m_before)) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        for (const QJsonValue &urn : body.value(u"variables"_s).toObject().value(u"urns"_s).toArray())
            urns.append(urn.toString());
    }
    urns.sort();
    return urns;
}

QJsonObject FakeDataHub::found(const QString &urn) const
{
    for (const QList<QJsonObject> &list : entities) {
        for (const QJsonObject &entity : list) {
            if (entity.value(u"urn"_s) == urn)
                return entity;
        }
    }
    return {};
}

/// As ExternalEventsController: without an offset a feed is at its end; what is no offset of its own is its 500.
Script FakeDataHub::polled(const SeenRequest &request) const
{
    const QUrlQuery query = QUrlQuery(QUrl::fromEncoded(request.target));
    if (!hasFeeds)
        return Script::answer(404, "{\"message\":\"Not Found\"}", {{"Content-Type", "application/json"}});
    const QList<QByteArray> all = feeds.value(query.queryItemValue(u"topic"_s));
    const QString offset = query.queryItemValue(u"offsetId"_s, QUrl::FullyDecoded);
    bool isOffset = offset.startsWith(u"o=");
    const qsizetype from = offset.isEmpty() ? std::max<qsizetype>(0, all.size() - lookback) : offset.mid(2).toInt(&isOffset);
    if (!isOffset && !offset.isEmpty())
        return Script::answer(500, "{\"errorMessage\":\"An unexpected error occurred: Invalid offset\"}",
                              {{"Content-Type", "application/json"}});
    QJsonArray events;
    for (const QByteArray &event : all.mid(from, offset.isEmpty() ? 0 : query.queryItemValue(u"limit"_s).toInt()))
        events.append(QJsonObject{{u"contentType"_s, u"application/json"_s}, {u"value"_s, QString::fromUtf8(event)}});
    return said({{u"offsetId"_s, u"o=%1"_s.arg(from + events.size())},
                 {u"count"_s, events.size()},
                 {u"events"_s, events},
                 {u"errorMessage"_s, QJsonValue()}});
}

Run FakeDataHub::sync()
{
    m_before = server.seen().size();
    const Result<Run> run = syncEndpoint(*workspace, config, {});
    Run failed;
    failed.state = Run::State::Failed;
    failed.missing = run ? QString() : run.error().text;
    return run.value_or(failed);
}

QStringList FakeDataHub::asked() const
{
    QStringList operations;
    for (const SeenRequest &request : server.seen().mid(m_before))
        operations.append(operationOf(request));
    return operations;
}

Script FakeDataHub::answer(const SeenRequest &request)
{
    const QMutexLocker lock(&mutex);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString operation = operationOf(request);
    const QString query = body.value(u"query"_s).toString();
    const QJsonObject variables = body.value(u"variables"_s).toObject();
    const QJsonObject input = variables.value(u"input"_s).toObject();
    const QString type = operation == u"Poll" ? QUrlQuery(QUrl::fromEncoded(request.target)).queryItemValue(u"topic"_s)
                                              : input.value(u"types"_s).toArray().at(0).toString();
    if (instead) {
        if (std::optional<Script> other = instead(operation, type, variables))
            return *other;
    }
    if (operation == u"Poll") {
        const std::optional<Script> other =
            insteadOfPoll ? insteadOfPoll(type, request.target.contains("offsetId")) : std::nullopt;
        return other ? *other : polled(request);
    }
    if (hiddenTypes.contains(type))
        return refused(u"Variable 'input' has an invalid value: Invalid input for enum 'EntityType'. No value found for "
                       "name '%1'"_s.arg(type),
                       1);
    for (const QString &field : std::as_const(hidden)) {
        const QString owner = field.section(u'.', 0, 0);
        const qsizetype at = placeOf(query, field.section(u'.', 1));
        if (at >= 0 && (owner == u"Query" || query.contains(u"on "_s + owner + u'{')))
            return refused(u"Validation error (FieldUndefined@[x]) : Field '%2' in type '%1' is undefined"_s.arg(
                               owner, field.section(u'.', 1)),
                           int(at) + 1);
    }
    if (operation == u"Info")
        return said({{u"data"_s, QJsonObject{{u"__typename"_s, u"Query"_s},
                                             {u"appConfig"_s, QJsonObject{{u"appVersion"_s, u"v1.6"_s}}}}}});
    if (operation == u"Others")
        return said({{u"data"_s, QJsonObject{{u"MLMODEL"_s, QJsonObject{{u"total"_s, 3}}}}}});
    if (operation == u"Entities") {
        QJsonArray list;
        for (const QJsonValue &urn : variables.value(u"urns"_s).toArray()) {
            const QJsonObject entity = found(urn.toString());
            list.append(entity.isEmpty() ? QJsonValue() : QJsonValue(entity));
        }
        return said({{u"data"_s, QJsonObject{{u"entities"_s, list}}}, {u"extensions"_s, QJsonObject()}});
    }
    if (operation != u"Rest")
        return listed(input, operation == u"Scroll");
    const QString urn = variables.value(u"urn"_s).toString();
    const QStringList all = allUpstreams.value(urn);
    QJsonObject part = lineage(all.mid(variables.value(u"start"_s).toInt(), variables.value(u"count"_s).toInt()));
    part.insert(u"total"_s, all.size());
    const QString kind = urn.contains(u":dataJob:"_s) ? u"DATA_JOB"_s : u"DATASET"_s;
    return said(
        {{u"data"_s, QJsonObject{{u"entity"_s, QJsonObject{{u"urn"_s, urn}, {u"type"_s, kind}, {u"upstream"_s, part}}}}}});
}

Script FakeDataHub::listed(const QJsonObject &input, bool isScroll) const
{
    const QList<QJsonObject> all = entities.value(input.value(u"types"_s).toArray().at(0).toString());
    const int count = input.value(u"count"_s).toInt();
    const int start = isScroll ? input.value(u"scrollId"_s).toString().mid(1).toInt() : input.value(u"start"_s).toInt();
    QJsonArray results;
    for (const QJsonObject &entity : all.mid(start, count))
        results.append(QJsonObject{{u"entity"_s, entity}});
    QJsonObject list{{u"total"_s, all.size()}, {u"searchResults"_s, results}};
    // As the real one: a full page is followed by another, if only by an empty one.
    if (isScroll && results.size() == count)
        list.insert(u"nextScrollId"_s, u"s%1"_s.arg(start + count));
    return said({{u"data"_s, QJsonObject{{u"list"_s, list}}}, {u"extensions"_s, QJsonObject()}});
}

} // namespace meshscope::test
