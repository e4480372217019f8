#include "tests/catalogs/fakedatahub.h"

#include <QJsonDocument>

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
    return QJsonDocument::fromJson(request.body).object().value(u"operationName"_s).toString();
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
    const QString type = input.value(u"types"_s).toArray().at(0).toString();
    if (instead) {
        if (std::optional<Script> other = instead(operation, type, variables))
            return *other;
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
