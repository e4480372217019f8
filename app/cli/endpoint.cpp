#include "app/cli/commandline.h"
#include "app/cli/runs.h"
#include "models/catalogs/recognise.h"
#include "models/catalogs/sync/schedule.h"
#include "models/catalogs/sync/sync.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

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
            {u"interval"_s, endpoint.interval.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(endpoint.interval)},
            {u"paused"_s, endpoint.isPaused}};
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

/// The secret of --secret-file or standard input, without the newline that ends it; empty when none is given.
Result<QByteArray> secretOf(const Call &call)
{
    if (!call.has(u"secret"_s) && !call.has(u"secret-file"_s))
        return QByteArray();
    if (call.has(u"secret"_s) && call.value(u"secret"_s) != u"-")
        return usage(QCoreApplication::translate(
            "meshscope::cli", "--secret takes only -, for standard input: what stands on a command line is seen by others"));
    const QString path = call.value(u"secret-file"_s);
    QFile file(path);
    const bool isOpen = call.has(u"secret"_s) ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return fail(Error::Code::Io,
                    QCoreApplication::translate("meshscope::cli", "cannot be read: %1").arg(file.errorString()), path);
    QByteArray secret = file.read(1 << 20);
    if (secret.endsWith('\n'))
        secret.chop(secret.endsWith("\r\n") ? 2 : 1);
    if (secret.isEmpty())
        return usage(QCoreApplication::translate("meshscope::cli", "the secret is empty"), path);
    return secret;
}

/// Puts who asks and by which certificates into the configuration; the secret apart.
Result<QByteArray> accessOf(const Call &call, EndpointConfig &config)
{
    const std::optional<EndpointKind> kind = endpointKind(config.kind);
    if (!kind)
        return QByteArray(); // adding it says which there are
    if (kind->isServer()) {
        const SignIn how{call.value(u"auth"_s), call.value(u"user"_s), call.value(u"ca"_s), call.value(u"cert"_s),
                         call.value(u"pin"_s)};
        if (const Result<void> done = signIn(config, *kind, how); !done)
            return Failure(done.error());
        return secretOf(call);
    }
    for (const char *const name : {"auth", "user", "ca", "cert", "pin", "secret", "secret-file"}) {
        const QString option = QString::fromLatin1(name);
        if (call.has(option) && !(option == u"auth" && call.value(option) == u"none"))
            return usage(QCoreApplication::translate("meshscope::cli", "a folder needs no --%1").arg(option));
    }
    return QByteArray();
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
        if (serverFields().contains(option.first(at)))
            return usage(
                QCoreApplication::translate("meshscope::cli", "\"%1\" is no --option; see --help").arg(option.first(at)));
        config.options.insert(option.first(at), option.mid(at + 1));
    }
    const Result<QByteArray> secret = accessOf(call, config);
    if (!secret)
        return Failure(secret.error());
    const Result<Services *> services = call.services(Workspace::Open::CreateIfMissing);
    if (!services)
        return Failure(services.error());
    Workspace &workspace = *(*services)->workspace;
    const Result<EndpointConfig> added = addEndpoint(workspace, config, *secret);
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
    if (const Result<void> gone = dropEndpoint(workspace, endpoint->name, call.has(u"keep-history"_s)); !gone)
        return Failure(gone.error());
    Answer answer = listAnswer(workspace);
    answer.text =
        endpoint->kind == u"folder"
            ? QCoreApplication::translate("meshscope::cli", "removed %1; the folder itself is untouched").arg(endpoint->name)
            : QCoreApplication::translate("meshscope::cli", "removed %1 and its credentials; the catalog itself is "
                                                            "untouched")
                  .arg(endpoint->name);
    return answer;
}

/// pause NAME, resume NAME, every NAME DURATION|never: when it is read by itself.
Result<Answer> schedule(Call &call, const QStringList &words)
{
    const QString &what = words.first();
    const bool isEvery = what == u"every";
    if (words.size() != (isEvery ? 3 : 2))
        return usage(QCoreApplication::translate(
            "meshscope::cli", "endpoint pause and resume take the endpoint's name, every also PT1H, P1D or never"));
    if (isEvery && words.at(2) != u"never" && durationSeconds(words.at(2)) <= 0)
        return usage(QCoreApplication::translate("meshscope::cli", "\"%1\" is no duration: PT15M, PT1H, P1D or never")
                         .arg(words.at(2)));
    const Result<Services *> services = call.services();
    if (!services)
        return Failure(services.error());
    Workspace &workspace = *(*services)->workspace;
    Result<StoredEndpoint> endpoint = endpointNamed(workspace, words.at(1));
    if (!endpoint)
        return Failure(endpoint.error());
    if (isEvery)
        endpoint->interval = words.at(2) == u"never" ? QString() : words.at(2);
    else
        endpoint->isPaused = what == u"pause";
    if (const Result<void> done = workspace.updateEndpoint(*endpoint); !done)
        return Failure(done.error());
    return listAnswer(workspace);
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
    const auto connector = makeConnector({endpoint->name, endpoint->kind, endpoint->location, endpoint->options},
                                         toolsOf(call, endpoint->name));
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
        if (check.millis >= 0)
            json.insert(u"milliseconds"_s, check.millis);
        checks.append(json);
        rows.append({check.ok         ? u"ok"_s
                     : check.isNeeded ? QCoreApplication::translate("meshscope::cli", "not ok")
                                      : QCoreApplication::translate("meshscope::cli", "warning"),
                     check.what,
                     check.millis < 0
                         ? QString()
                         : QCoreApplication::translate("meshscope::cli", "%1 ms").arg(QLocale().toString(check.millis)),
                     check.text});
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

Result<Answer> recogniseAnswer(const QStringList &words)
{
    if (words.size() != 2)
        return usage(QCoreApplication::translate("meshscope::cli", "endpoint recognise takes an address"));
    const Result<QList<Recognised>> found = recognise(words.at(1));
    if (!found)
        return Failure(found.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const Recognised &one : *found) {
        list.append(QJsonObject{{u"kind"_s, one.kind},
                                {u"product"_s, one.product},
                                {u"version"_s, one.version},
                                {u"location"_s, one.location},
                                {u"sure"_s, one.isSure},
                                {u"supported"_s, endpointKind(one.kind).has_value()}});
        rows.append({one.kind, one.product, one.version, one.location});
    }
    return Answer{{{u"found"_s, list}},
                  rows.isEmpty() ? QCoreApplication::translate("meshscope::cli", "none of the catalogs known here")
                                 : table({}, rows),
                  Done,
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
                                {u"auth"_s, array(kind.auth)},
                                {u"options"_s, options}});
        rows.append({kind.kind, kind.description});
        if (kind.isServer())
            rows.append({u"  --auth "_s + kind.auth.join(u'|'),
                         QCoreApplication::translate("meshscope::cli", "How to sign in; the first is usual.")});
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
    if (what == u"recognise"_s)
        return recogniseAnswer(words);
    if (what == u"pause"_s || what == u"resume"_s || what == u"every"_s)
        return schedule(call, words);
    if (what != u"list"_s || words.size() != 1)
        return usage(QCoreApplication::translate(
            "meshscope::cli", "endpoint takes add, list, remove, test, pause, resume, every, recognise or kinds"));
    const Result<Services *> services = call.services();
    if (!services)
        return Failure(services.error());
    return listAnswer(*(*services)->workspace);
}

} // namespace

std::vector<Command> endpointCommands()
{
    return {
        {u"endpoint"_s,
         u"endpoint add KIND LOCATION --name NAME | list | remove NAME | test NAME | pause NAME | resume NAME | every NAME PT1H | recognise ADDRESS | kinds"_s,
         QCoreApplication::translate("meshscope::cli", "where the mesh is read from"),
         {{u"name"_s, QCoreApplication::translate("meshscope::cli", "Name of the endpoint in this workspace (a-z, 0-9, -)."),
           u"name"_s},
          {u"option"_s, QCoreApplication::translate("meshscope::cli", "An option of the kind; see endpoint kinds."),
           u"key=value"_s},
          {u"auth"_s, QCoreApplication::translate("meshscope::cli", "How to sign in; a folder needs none."), u"kind"_s},
          {u"user"_s, QCoreApplication::translate("meshscope::cli", "Who signs in, with --auth basic."), u"name"_s},
          {u"secret-file"_s,
           QCoreApplication::translate("meshscope::cli", "A file with the token, the password or the key."), u"file"_s},
          {u"secret"_s, QCoreApplication::translate("meshscope::cli", "-: the same from standard input."), u"-"_s},
          {u"ca"_s,
           QCoreApplication::translate("meshscope::cli", "A PEM file of authorities to trust besides the system's."),
           u"file"_s},
          {u"cert"_s,
           QCoreApplication::translate("meshscope::cli",
                                       "The client's certificate and key (PEM or PKCS#12), with --auth mtls."),
           u"file"_s},
          {u"pin"_s,
           QCoreApplication::translate("meshscope::cli",
                                       "SHA-256 fingerprint of the one certificate to take although it does not verify."),
           u"fingerprint"_s},
          {u"keep-history"_s,
           QCoreApplication::translate("meshscope::cli", "Keep what the endpoint said for comparing dates.")}},
         endpoint},
    };
}

} // namespace meshscope::cli
