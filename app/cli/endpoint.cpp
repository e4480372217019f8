#include "app/cli/commandline.h"
#include "models/catalogs/sync/sync.h"

#include <QCoreApplication>

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
        QString place = issue.where.url.isEmpty() ? issue.where.file : issue.where.url;
        if (issue.where.line > 0)
            place += u':' + QString::number(issue.where.line) +
                     (issue.where.column > 0 ? u':' + QString::number(issue.where.column) : QString());
        text += u"\n  "_s + severityWord(issue.severity) + u' ' + harmless(place) + u": "_s + harmless(issue.text);
    }
    return text;
}

QJsonArray capabilitiesJson(const StoredEndpoint &endpoint)
{
    QJsonArray words;
    const auto connector = makeConnector({endpoint.name, endpoint.kind, endpoint.location, endpoint.options});
    if (connector) {
        for (const Capability capability : (*connector)->capabilities().offered)
            words.append(capabilityWord(capability));
    }
    return words;
}

QJsonObject endpointJson(const StoredEndpoint &endpoint)
{
    return {{u"name"_s, endpoint.name},
            {u"kind"_s, endpoint.kind},
            {u"location"_s, endpoint.location},
            {u"capabilities"_s, capabilitiesJson(endpoint)},
            {u"lastRun"_s, endpoint.lastRun ? QJsonValue(runJson(*endpoint.lastRun)) : QJsonValue(QJsonValue::Null)},
            {u"interval"_s, endpoint.interval.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(endpoint.interval)}};
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

Answer listAnswer(const Workspace &workspace)
{
    QJsonArray list;
    QList<QStringList> rows;
    for (const StoredEndpoint &endpoint : workspace.endpoints()) {
        list.append(endpointJson(endpoint));
        rows.append({endpoint.name, endpoint.kind,
                     endpoint.lastRun ? runStateWord(endpoint.lastRun->state)
                                      : QCoreApplication::translate("meshscope::cli", "never read"),
                     endpoint.location});
    }
    return {{{u"endpoints"_s, list}},
            rows.isEmpty() ? QCoreApplication::translate("meshscope::cli", "no endpoints")
                           : table({QCoreApplication::translate("meshscope::cli", "name"),
                                    QCoreApplication::translate("meshscope::cli", "kind"),
                                    QCoreApplication::translate("meshscope::cli", "last run"),
                                    QCoreApplication::translate("meshscope::cli", "location")},
                                   rows),
            Done,
            {}};
}

Result<Answer> add(Call &call, const QStringList &words)
{
    if (words.size() != 3)
        return usage(QCoreApplication::translate(
            "meshscope::cli", "endpoint add takes a kind and a location: meshscope endpoint add folder PATH --name NAME"));
    EndpointConfig config;
    config.kind = words.at(1);
    config.location = words.at(2);
    config.name = call.value(u"name"_s);
    for (const QString &option : call.values(u"option"_s)) {
        const qsizetype at = option.indexOf(u'=');
        if (at <= 0)
            return usage(QCoreApplication::translate("meshscope::cli", "--option takes key=value, not \"%1\"").arg(option));
        config.options.insert(option.first(at), option.mid(at + 1));
    }
    if (const QString auth = call.value(u"auth"_s); !auth.isEmpty() && auth != u"none"_s)
        return usage(QCoreApplication::translate("meshscope::cli", "a folder needs no --auth"));
    const Result<Services *> services = call.services(Workspace::Open::CreateIfMissing);
    if (!services)
        return Failure(services.error());
    Workspace &workspace = *(*services)->workspace;
    const Result<EndpointConfig> added = addEndpoint(workspace, config);
    if (!added)
        return Failure(added.error());
    const Result<StoredEndpoint> stored = endpointNamed(workspace, added->name);
    if (!stored)
        return Failure(stored.error());
    return Answer{
        endpointJson(*stored),
        QCoreApplication::translate("meshscope::cli", "added %1; read it with: meshscope sync %1").arg(stored->name),
        Done,
        {}};
}

Result<Answer> remove(Call &call, const QStringList &words)
{
    if (words.size() != 2)
        return usage(QCoreApplication::translate("meshscope::cli", "endpoint remove takes the endpoint's name"));
    const Result<Services *> services = call.services();
    if (!services)
        return Failure(services.error());
    Workspace &workspace = *(*services)->workspace;
    const Result<StoredEndpoint> endpoint = endpointNamed(workspace, words.at(1));
    if (!endpoint)
        return Failure(endpoint.error());
    if (const Result<void> gone = workspace.removeEndpoint(endpoint->name, call.has(u"keep-history"_s)); !gone)
        return Failure(gone.error());
    Answer answer = listAnswer(workspace);
    answer.text =
        QCoreApplication::translate("meshscope::cli", "removed %1; the folder itself is untouched").arg(endpoint->name);
    return answer;
}

Result<Answer> test(Call &call, const QStringList &words)
{
    if (words.size() != 2)
        return usage(QCoreApplication::translate("meshscope::cli", "endpoint test takes the endpoint's name"));
    const Result<Services *> services = call.services();
    if (!services)
        return Failure(services.error());
    const Result<StoredEndpoint> endpoint = endpointNamed(*(*services)->workspace, words.at(1));
    if (!endpoint)
        return Failure(endpoint.error());
    const auto connector = makeConnector({endpoint->name, endpoint->kind, endpoint->location, endpoint->options});
    if (!connector)
        return Failure(connector.error());
    const Connector::Probe probe = (*connector)->probe();
    QJsonArray checks;
    QList<QStringList> rows;
    bool ok = true;
    for (const Connector::Check &check : probe.checks) {
        QJsonObject json{{u"what"_s, check.what}, {u"ok"_s, check.ok}, {u"text"_s, check.text}};
        if (!check.ok)
            json.insert(u"severity"_s, check.isNeeded ? u"error"_s : u"warning"_s);
        checks.append(json);
        rows.append({check.ok         ? u"ok"_s
                     : check.isNeeded ? QCoreApplication::translate("meshscope::cli", "not ok")
                                      : QCoreApplication::translate("meshscope::cli", "warning"),
                     check.what, check.text});
        ok = ok && (check.ok || !check.isNeeded); // it can be read, whatever else it does not offer
    }
    return Answer{{{u"name"_s, endpoint->name},
                   {u"ok"_s, ok},
                   {u"server"_s, QJsonObject{{u"product"_s, probe.product}, {u"version"_s, probe.version}}},
                   {u"checks"_s, checks}},
                  table({}, rows),
                  ok ? Done : Failed,
                  {}};
}

Answer kinds()
{
    QJsonArray list;
    QList<QStringList> rows;
    for (const EndpointKind &kind : endpointKinds()) {
        QJsonArray options;
        for (const Property &option : kind.options)
            options.append(QJsonObject{{u"name"_s, option.name}, {u"description"_s, option.value}});
        list.append(QJsonObject{{u"kind"_s, kind.kind},
                                {u"title"_s, kind.title},
                                {u"description"_s, kind.description},
                                {u"options"_s, options}});
        rows.append({kind.kind, kind.description});
        for (const Property &option : kind.options)
            rows.append({u"  --option "_s + option.name + u"=…"_s, option.value});
    }
    return {{{u"kinds"_s, list}}, table({}, rows), Done, {}};
}

Result<Answer> endpoint(Call &call)
{
    const QStringList words = call.positional();
    const QString what = words.value(0);
    if (what == u"kinds"_s)
        return kinds();
    if (what == u"add"_s)
        return add(call, words);
    if (what == u"remove"_s)
        return remove(call, words);
    if (what == u"test"_s)
        return test(call, words);
    if (what != u"list"_s || words.size() != 1)
        return usage(QCoreApplication::translate("meshscope::cli", "endpoint takes add, list, remove, test or kinds"));
    const Result<Services *> services = call.services();
    if (!services)
        return Failure(services.error());
    return listAnswer(*(*services)->workspace);
}

Result<Answer> sync(Call &call)
{
    const Result<Services *> services = call.services(Workspace::Open::CreateIfMissing);
    if (!services)
        return Failure(services.error());
    Workspace &workspace = *(*services)->workspace;
    QList<StoredEndpoint> chosen;
    if (call.positional().isEmpty())
        chosen = workspace.endpoints();
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
    for (const StoredEndpoint &endpoint : chosen) {
        const Result<Run> run =
            syncEndpoint(workspace, {endpoint.name, endpoint.kind, endpoint.location, endpoint.options}, call.progress());
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

std::vector<Command> endpointCommands()
{
    return {
        {u"endpoint"_s,
         u"endpoint add KIND LOCATION --name NAME | list | remove NAME | test NAME | kinds"_s,
         QCoreApplication::translate("meshscope::cli", "where the mesh is read from"),
         {{u"name"_s, QCoreApplication::translate("meshscope::cli", "Name of the endpoint in this workspace (a-z, 0-9, -)."),
           u"name"_s},
          {u"option"_s, QCoreApplication::translate("meshscope::cli", "An option of the kind; see endpoint kinds."),
           u"key=value"_s},
          {u"auth"_s, QCoreApplication::translate("meshscope::cli", "How to sign in; a folder needs none."), u"kind"_s},
          {u"keep-history"_s,
           QCoreApplication::translate("meshscope::cli", "Keep what the endpoint said for comparing dates.")}},
         endpoint},
        {u"sync"_s, u"sync [NAME…]"_s, QCoreApplication::translate("meshscope::cli", "read the endpoints again"), {}, sync},
    };
}

} // namespace meshscope::cli
