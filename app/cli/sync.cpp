#include "app/cli/interrupt.h"
#include "app/cli/runs.h"

#include "models/catalogs/http/requestlog.h"
#include "models/catalogs/sync/sync.h"

#include <QCoreApplication>
#include <QFuture>
#include <QMutex>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

QJsonObject counts(const QHash<QString, qint64> &numbers)
{
    QJsonObject json;
    for (auto it = numbers.cbegin(); it != numbers.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QString severityWord(Issue::Severity severity)
{
    switch (severity) {
    case Issue::Severity::Error: return u"error"_s;
    case Issue::Severity::Warning: return u"warning"_s;
    case Issue::Severity::Note: break;
    }
    return u"note"_s;
}

QJsonObject issueJson(const Issue &issue)
{
    QJsonObject where;
    if (!issue.where.url.isEmpty())
        where.insert(u"url"_s, issue.where.url);
    else
        where = {{u"file"_s, issue.where.file}, {u"line"_s, issue.where.line}, {u"column"_s, issue.where.column}};
    return {{u"severity"_s, severityWord(issue.severity)}, {u"where"_s, where}, {u"text"_s, issue.text}};
}

/// "12 products", for what a run counts; the words of the JSON stand for the kinds.
QStringList countTexts(const QHash<QString, qint64> &got)
{
    static const std::pair<const char *, const char *> kinds[] = {
        {"domain", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n domain(s)")},
        {"product", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n product(s)")},
        {"port", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n port(s)")},
        {"contract", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n contract(s)")},
        {"dataset", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n dataset(s)")},
        {"column", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n column(s)")},
        {"job", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n job(s)")},
        {"lineageEdge", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n lineage edge(s)")},
        {"columnEdge", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n column edge(s)")},
        {"measurement", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n measurement(s)")},
        {"request", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n request(s)")},
        {"namespace", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n namespace(s)")},
        {"source", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n source(s)")},
        {"version", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n version(s)")},
        {"run", QT_TRANSLATE_N_NOOP("meshscope::cli", "%n run(s)")},
    };
    QStringList texts;
    for (const auto &[word, text] : kinds) {
        if (const qint64 n = got.value(QLatin1String(word)); n > 0)
            texts.append(QCoreApplication::translate("meshscope::cli", text, nullptr, int(n)));
    }
    return texts;
}

QString runText(const Run &run)
{
    QString text = run.endpoint + u": "_s + runStateWord(run.state);
    if (run.expected.contains(u"document"_s))
        text += u", "_s + QCoreApplication::translate("meshscope::cli", "%1 of %2 documents")
                              .arg(run.got.value(u"document"_s))
                              .arg(run.expected.value(u"document"_s));
    if (const QStringList counted = countTexts(run.got); !counted.isEmpty())
        text += u"\n  "_s + counted.join(u", "_s);
    if (!run.missing.isEmpty())
        text += u"\n  "_s + QCoreApplication::translate("meshscope::cli", "missing: %1").arg(harmless(run.missing));
    for (const Issue &issue : run.issues) {
        if (!issue.text.isEmpty() && run.missing.contains(issue.text)) // just said
            continue;
        QString place = issue.where.url.isEmpty() ? issue.where.file : issue.where.url;
        if (issue.where.line > 0)
            place += u':' + QString::number(issue.where.line) +
                     (issue.where.column > 0 ? u':' + QString::number(issue.where.column) : QString());
        text += u"\n  "_s + severityWord(issue.severity) + u' ' + harmless(place) + u": "_s + harmless(issue.text);
    }
    return text;
}

/// All endpoints at once, each in a thread of its own: most of them wait for a server most of the time.
QList<Result<Run>> runAll(const Call &call, Workspace &workspace, const QList<StoredEndpoint> &endpoints)
{
    const Interruption interruption;
    QMutex mutex;
    const Progress shown = call.progress();
    QThreadPool pool;
    pool.setMaxThreadCount(8);
    QList<QFuture<Result<Run>>> futures;
    for (const StoredEndpoint &endpoint : endpoints) {
        Progress progress;
        progress.cancelled = shown.cancelled;
        progress.report = [&mutex, &shown, &endpoints, name = endpoint.name](qint64 done, qint64 total,
                                                                             const QString &what) {
            const QMutexLocker lock(&mutex);
            shown.report(done, total, endpoints.size() > 1 ? name + u": "_s + what : what);
        };
        futures.append(QtConcurrent::run(&pool, [&workspace, endpoint, progress, tools = toolsOf(call, endpoint.name)] {
            return syncEndpoint(workspace, {endpoint.name, endpoint.kind, endpoint.location, endpoint.options}, progress,
                                tools);
        }));
    }
    QList<Result<Run>> runs;
    for (QFuture<Result<Run>> &future : futures)
        runs.append(future.result());
    return runs;
}

Result<Answer> sync(Call &call)
{
    const Result<Services *> services = call.services(Workspace::Open::CreateIfMissing);
    if (!services)
        return Failure(services.error());
    Workspace &workspace = *(*services)->workspace;
    QList<StoredEndpoint> chosen;
    if (call.positional().isEmpty()) {
        for (const StoredEndpoint &endpoint : workspace.endpoints()) {
            if (!endpoint.isPaused) // one that is paused is read when it is named
                chosen.append(endpoint);
        }
    }
    for (const QString &name : call.positional()) {
        const Result<StoredEndpoint> endpoint = endpointNamed(workspace, name);
        if (!endpoint)
            return Failure(endpoint.error());
        chosen.append(*endpoint);
    }
    if (chosen.isEmpty())
        return fail(Error::Code::Failed,
                    QCoreApplication::translate(
                        "meshscope::cli", "there is no endpoint yet: add one with meshscope endpoint add folder PATH"));
    Answer answer;
    QJsonArray runs;
    QStringList texts;
    for (const Result<Run> &run : runAll(call, workspace, chosen)) {
        if (!run)
            return Failure(run.error());
        runs.append(runJson(*run));
        texts.append(runText(*run));
        if (run->state != Run::State::Complete)
            answer.exit = Partial;
    }
    for (const Issue &issue : (*services)->desk->resumeOutbox())
        texts.append(harmless(issue.text));
    answer.json = {{u"runs"_s, runs}};
    answer.text = texts.join(u'\n');
    return answer;
}

} // namespace

QJsonObject runJson(const Run &run)
{
    QJsonArray issues;
    for (const Issue &issue : run.issues)
        issues.append(issueJson(issue));
    QJsonObject json{{u"endpoint"_s, run.endpoint},         {u"state"_s, runStateWord(run.state)},
                     {u"started"_s, timeJson(run.started)}, {u"ended"_s, timeJson(run.ended)},
                     {u"expected"_s, counts(run.expected)}, {u"got"_s, counts(run.got)},
                     {u"unchanged"_s, run.unchanged},       {u"issues"_s, issues}};
    if (!run.missing.isEmpty())
        json.insert(u"missing"_s, run.missing);
    return json;
}

Result<StoredEndpoint> endpointNamed(const Workspace &workspace, const QString &name)
{
    QStringList names;
    for (const StoredEndpoint &endpoint : workspace.endpoints()) {
        if (endpoint.name == name)
            return endpoint;
        names.append(endpoint.name);
    }
    return fail(Error::Code::NotFound,
                names.isEmpty()
                    ? QCoreApplication::translate(
                          "meshscope::cli", "there is no endpoint yet: add one with meshscope endpoint add folder PATH")
                    : QCoreApplication::translate("meshscope::cli", "no endpoint has this name; there are: %1")
                          .arg(names.join(u", "_s)),
                name);
}

ConnectorTools toolsOf(const Call &call, const QString &endpoint)
{
    ConnectorTools tools;
    if (!call.has(u"verbose"_s))
        return tools;
    static QMutex mutex; // several endpoints tell of theirs at once
    tools.log = std::make_shared<RequestLog>(2'000, [endpoint, said = QString()](LoggedRequest request) mutable {
        const QMutexLocker lock(&mutex);
        if (!request.failure.isEmpty() && std::exchange(said, request.failure) == request.failure)
            request.failure = QCoreApplication::translate("meshscope::cli", "(the same)");
        std::fprintf(stderr, "%s: %s\n", qPrintable(endpoint), qPrintable(harmless(request.line())));
    });
    return tools;
}

std::vector<Command> syncCommands()
{
    return {
        {u"sync"_s, u"sync [NAME…]"_s, QCoreApplication::translate("meshscope::cli", "read the endpoints again"), {}, sync}};
}

} // namespace meshscope::cli
