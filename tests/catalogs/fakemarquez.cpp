#include "tests/catalogs/fakemarquez.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

Script listOf(const QString &key, const QList<QJsonObject> &items, int limit, int offset, int total)
{
    QJsonArray list;
    for (const QJsonObject &item : items.mid(offset, limit))
        list.append(item);
    QJsonObject body{{key, list}};
    if (total >= 0)
        body.insert(u"totalCount"_s, total);
    return Script::json(QJsonDocument(body).toJson());
}

QJsonObject runOf(const QString &job, int number)
{
    const QString hour = QString::number(10 + number % 10);
    return {{u"id"_s, u"%1-%2"_s.arg(job).arg(number)},
            {u"state"_s, u"COMPLETED"_s},
            {u"createdAt"_s, u"2026-11-%1T%2:00:00Z"_s.arg(1 + number / 10, 2, 10, QChar(u'0')).arg(hour)},
            {u"startedAt"_s, u"2026-11-%1T%2:00:00Z"_s.arg(1 + number / 10, 2, 10, QChar(u'0')).arg(hour)},
            {u"endedAt"_s, u"2026-11-%1T%2:05:00Z"_s.arg(1 + number / 10, 2, 10, QChar(u'0')).arg(hour)},
            {u"durationMs"_s, 300'000}};
}

QJsonArray named(const QStringList &names)
{
    QJsonArray list;
    for (const QString &name : names)
        list.append(QJsonObject{{u"namespace"_s, u"db://h"_s}, {u"name"_s, name}});
    return list;
}

} // namespace

FakeMarquez::FakeMarquez()
    : workspace(std::move(*Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing)))
    , server([this](const SeenRequest &request) { return answer(request); })
{
    config = *addEndpoint(*workspace, {u"mq"_s, u"marquez"_s, server.url().toString(), {}});
}

void FakeMarquez::addDataset(const QString &name, const QString &version)
{
    datasets.append({{u"namespace"_s, u"db://h"_s},
                     {u"name"_s, name},
                     {u"physicalName"_s, name},
                     {u"type"_s, u"DB_TABLE"_s},
                     {u"currentVersion"_s, version},
                     {u"fields"_s, QJsonArray{QJsonObject{{u"name"_s, u"id"_s}, {u"type"_s, u"INT"_s}}}},
                     {u"facets"_s, QJsonObject()}});
}

void FakeMarquez::addJob(const QString &name, const QStringList &inputs, const QStringList &outputs, int count)
{
    QJsonArray latest;
    for (int i = count - 1; i >= 0; --i) {
        runs[name].append(runOf(name, i));
        if (latest.size() < 10)
            latest.append(runs[name].last());
    }
    jobs.append({{u"namespace"_s, u"db://h"_s},
                 {u"name"_s, name},
                 {u"type"_s, u"BATCH"_s},
                 {u"inputs"_s, named(inputs)},
                 {u"outputs"_s, named(outputs)},
                 {u"latestRun"_s, latest.isEmpty() ? QJsonValue() : latest.first()},
                 {u"latestRuns"_s, latest}});
}

void FakeMarquez::fill(int count)
{
    for (int i = 0; i < count; ++i)
        addDataset(u"t%1"_s.arg(i, 3, 10, QChar(u'0')));
    addJob(u"load"_s, {u"t000"_s}, {u"t001"_s, u"t002"_s});
}

Run FakeMarquez::sync(const Progress &progress)
{
    m_before = server.seen().size();
    const Result<Run> run = syncEndpoint(*workspace, config, progress);
    Run failed;
    failed.state = Run::State::Failed;
    failed.missing = run ? QString() : run.error().text;
    return run.value_or(failed);
}

QStringList FakeMarquez::asked() const
{
    QStringList targets;
    const QList<SeenRequest> seen = server.seen();
    for (const SeenRequest &request : seen.mid(m_before))
        targets.append(QString::fromLatin1(request.target));
    return targets;
}

Script FakeMarquez::answer(const SeenRequest &request)
{
    const QMutexLocker lock(&mutex);
    const QUrl url(QString::fromLatin1(request.target));
    const QString path = url.path().mid(7);
    const QUrlQuery query(url);
    const int limit = query.queryItemValue(u"limit"_s).toInt();
    const int offset = query.queryItemValue(u"offset"_s).toInt();
    if (instead) {
        if (std::optional<Script> other = instead(path, limit, offset))
            return *other;
    }
    if (path == u"/namespaces")
        return listOf(u"namespaces"_s, {{{u"name"_s, u"db://h"_s}, {u"ownerName"_s, u"anonymous"_s}}}, limit, offset, -1);
    if (path == u"/events/lineage")
        return events ? listOf(u"events"_s, {{{u"eventTime"_s, QString::number(*events)}}}, limit, offset, *events)
                      : Script::answer(404, "{}");
    if (path == u"/sources")
        return listOf(u"sources"_s, sources, limit, offset, -1);
    if (path == u"/tags")
        return listOf(u"tags"_s, {}, limit, offset, -1);
    if (path.endsWith(u"/datasets"))
        return listOf(u"datasets"_s, datasets, limit, offset, int(datasets.size()));
    if (path.endsWith(u"/jobs"))
        return listOf(u"jobs"_s, jobs, limit, offset, int(jobs.size()) + hiddenJobs);
    const QString name = path.section(u'/', -2, -2);
    if (path.endsWith(u"/runs"))
        return listOf(u"runs"_s, runs.value(name), limit, offset, int(runs.value(name).size()));
    QList<QJsonObject> versions;
    for (const QJsonObject &dataset : std::as_const(datasets)) {
        if (dataset.value(u"name"_s) == name && versions.isEmpty())
            versions.append({{u"namespace"_s, u"db://h"_s},
                             {u"name"_s, name},
                             {u"version"_s, dataset.value(u"currentVersion"_s)},
                             {u"createdAt"_s, u"2026-11-01T00:00:00Z"_s},
                             {u"fields"_s, dataset.value(u"fields"_s)}});
    }
    return listOf(u"versions"_s, versions, limit, offset, int(versions.size()));
}

} // namespace meshscope::test
