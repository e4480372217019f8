#include "models/catalogs/sync/sync.h"

#include "models/catalogs/http/requestlog.h"
#include "models/catalogs/sync/runwatch.h"
#include "models/security/keystore.h"
#include "models/security/memorybox.h"
#include "models/security/personalbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

namespace meshscope {

namespace {

struct SyncText {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Sync)
};

/// Hands what a connector reads to the run that stages it.
class RunSink final : public RecordSink {
public:
    RunSink(RunWriter &writer, const Workspace &workspace, const QString &endpoint, RunWatch *watch)
        : m_writer(writer)
        , m_workspace(workspace)
        , m_endpoint(endpoint)
        , m_watch(watch)
    {
    }
    [[nodiscard]] Result<void> original(OriginalFile file) override
    {
        return m_writer.original(file.path, file.bytes, file.hash);
    }
    [[nodiscard]] Result<void> records(const QString &unit, Records records) override
    {
        if (m_watch)
            m_watch->count(records);
        return m_writer.records(unit, records);
    }
    [[nodiscard]] Result<void> unchanged(const QString &unit) override { return m_writer.unchanged(unit); }
    [[nodiscard]] Result<void> stale(const QString &unit, Issues issues) override { return m_writer.stale(unit, issues); }
    [[nodiscard]] QStringList units() const override { return m_writer.units(); }
    [[nodiscard]] QByteArray knownHash(const QString &unit) const override { return m_writer.knownHash(unit); }
    [[nodiscard]] Result<QByteArray> knownOriginal(const QString &unit) const override
    {
        return m_workspace.original(m_endpoint, unit);
    }
    [[nodiscard]] QByteArray note(const QString &unit) const override { return m_writer.note(unit); }
    [[nodiscard]] Result<void> setNote(const QString &unit, const QByteArray &note) override
    {
        return m_writer.setNote(unit, note);
    }

private:
    RunWriter &m_writer;
    const Workspace &m_workspace;
    const QString m_endpoint;
    RunWatch *const m_watch;
};

bool isName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9-]+$"));
    return form.match(name).hasMatch();
}

/// A name from the last part of a location, numbered until it is free.
QString freeName(const QString &location, const QStringList &taken)
{
    QString name = QFileInfo(QFileInfo(location).absoluteFilePath()).fileName().toLower();
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    name.replace(others, QStringLiteral("-"));
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    if (name.isEmpty())
        name = QStringLiteral("mesh");
    QString numbered = name;
    for (int n = 2; taken.contains(numbered); ++n)
        numbered = name + u'-' + QString::number(n);
    return numbered;
}

/// A sentence about a run of a server that names it.
QString naming(const EndpointConfig &endpoint, const QString &text)
{
    const QString host = QUrl(endpoint.location).host();
    if (text.isEmpty() || host.isEmpty() || text.contains(endpoint.name) || text.contains(host))
        return text;
    return SyncText::tr("Endpoint “%1”: %2").arg(endpoint.name, text);
}

/// Where the folder is; NotFound when it is nowhere.
Result<QString> folderPath(const QString &location)
{
    const QString path = location.startsWith(QLatin1String("file:")) ? QUrl(location).toLocalFile() : location;
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Error::Code::NotFound, SyncText::tr("There is no folder “%1”. Check the path.").arg(path), path);
    if (!info.isDir())
        return fail(Error::Code::Usage, SyncText::tr("“%1” is a file. Name the folder it is in.").arg(path), path);
    return QDir::cleanPath(info.absoluteFilePath());
}

} // namespace

Result<Run> syncEndpoint(Workspace &workspace, const EndpointConfig &endpoint, const Progress &progress,
                         ConnectorTools tools, RunWatch *watch)
{
    if (!tools.log)
        tools.log = std::make_shared<RequestLog>(2'000, [watch](const LoggedRequest &request) {
            if (watch)
                watch->count(request);
        });
    Result<std::unique_ptr<Connector>> connector = makeConnector(endpoint, tools);
    if (!connector)
        return Failure(connector.error());
    Result<std::unique_ptr<RunWriter>> writer = workspace.beginRun(endpoint.name);
    if (!writer)
        return Failure(writer.error());
    RunSink sink(**writer, workspace, endpoint.name, watch);
    Run run;
    Result<Outcome> outcome = (*connector)->read(sink, progress);
    (*writer)->setTraffic(tools.log->traffic());
    if (!outcome) {
        run.state = outcome.error().code == Error::Code::Cancelled ? Run::State::Cancelled : Run::State::Failed;
        run.missing = naming(endpoint, outcome.error().text);
        return (*writer)->abandon(run);
    }
    run.state = outcome->complete ? Run::State::Complete : Run::State::Partial;
    run.expected = outcome->expected;
    run.got = outcome->got;
    run.missing = naming(endpoint, outcome->missing);
    run.issues = outcome->issues;
    Result<Run> published = (*writer)->publish(run);
    if (published)
        return published;
    // The reason is worth keeping with the run, where there is room for that much.
    run.state = Run::State::Failed;
    run.missing = published.error().text;
    run.issues.clear();
    if (const Result<Run> abandoned = (*writer)->abandon(run))
        return abandoned;
    return Failure(published.error());
}

Result<Run> syncEndpoint(Workspace &workspace, const EndpointConfig &endpoint, RunWatch &watch, const ConnectorTools &tools)
{
    Progress progress;
    progress.cancelled = [&watch] { return watch.isCancelled(); };
    progress.report = [&watch](qint64 done, qint64 total, const QString &what) { watch.report(done, total, what); };
    return syncEndpoint(workspace, endpoint, progress, tools, &watch);
}

Result<EndpointConfig> addEndpoint(Workspace &workspace, EndpointConfig config, const QByteArray &secret,
                                   const ConnectorTools &tools)
{
    const std::optional<EndpointKind> kind = endpointKind(config.kind);
    const bool isServer = kind && kind->isServer();
    QStringList taken;
    for (const StoredEndpoint &endpoint : workspace.endpoints())
        taken.append(endpoint.name);
    if (config.name.isEmpty())
        config.name = freeName(isServer ? config.kind : config.location, taken);
    if (!isName(config.name))
        return fail(
            Error::Code::Usage,
            SyncText::tr("“%1” cannot be an endpoint's name: use small letters, digits and hyphens.").arg(config.name),
            config.name);
    if (isServer) {
        config.location = config.location.trimmed();
        config.options.insert(QStringLiteral("secrets"), QUuid::createUuid().toString(QUuid::WithoutBraces));
    }
    if (const Result<std::unique_ptr<Connector>> connector = makeConnector(config, tools); !connector)
        return Failure(connector.error());
    if (config.kind == QLatin1String("folder")) {
        Result<QString> path = folderPath(config.location);
        if (!path)
            return Failure(path.error());
        config.location = *path;
    }
    StoredEndpoint stored;
    stored.name = config.name;
    stored.kind = config.kind;
    stored.location = config.location;
    stored.options = config.options;
    const auto forget = [&](const Error &error) {
        if (isServer)
            static_cast<void>(forgetSecrets(config, tools));
        return Failure(error);
    };
    if (isServer) {
        if (const Result<void> kept = keepSecret(config, secret, tools); !kept)
            return Failure(kept.error());
        if (const Result<void> checked = checkEndpoint(config, tools); !checked)
            return forget(checked.error());
    }
    if (const Result<void> added = workspace.addEndpoint(stored); !added)
        return forget(added.error());
    return config;
}

Result<void> changeEndpoint(Workspace &workspace, EndpointConfig config, const QByteArray &secret,
                            const ConnectorTools &tools)
{
    const QList<StoredEndpoint> all = workspace.endpoints();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&](const StoredEndpoint &e) { return e.name == config.name; });
    if (found == all.cend() || found->kind != config.kind)
        return fail(Error::Code::NotFound, SyncText::tr("There is no endpoint “%1” to change.").arg(config.name),
                    config.name);
    const std::optional<EndpointKind> kind = endpointKind(config.kind);
    ConnectorTools tried; // before it is kept
    if (kind && kind->isServer()) {
        config.location = config.location.trimmed();
        if (found->options.contains(QStringLiteral("secrets")))
            config.options.insert(QStringLiteral("secrets"), found->options.value(QStringLiteral("secrets")));
        tried.secrets = std::make_shared<MemoryBox>(tools.secrets ? tools.secrets : personalSecretBox(defaultKeyFolder()));
        if (!secret.isEmpty()) {
            if (const Result<void> kept = keepSecret(config, secret, tried); !kept)
                return kept;
        }
    }
    if (const Result<std::unique_ptr<Connector>> connector = makeConnector(config, tried); !connector)
        return Failure(connector.error());
    if (config.kind == QLatin1String("folder")) {
        Result<QString> path = folderPath(config.location);
        if (!path)
            return Failure(path.error());
        config.location = *path;
    }
    if (const Result<void> checked = checkEndpoint(config, tried); !checked)
        return checked;
    if (!secret.isEmpty()) {
        if (const Result<void> kept = keepSecret(config, secret, tools); !kept)
            return kept;
    }
    StoredEndpoint changed = *found;
    changed.location = config.location;
    changed.options = config.options;
    return workspace.updateEndpoint(changed);
}

Result<void> dropEndpoint(Workspace &workspace, const QString &name, bool keepHistory, const ConnectorTools &tools)
{
    EndpointConfig config;
    for (const StoredEndpoint &endpoint : workspace.endpoints()) {
        if (endpoint.name == name)
            config = {endpoint.name, endpoint.kind, endpoint.location, endpoint.options};
    }
    if (Result<void> removed = workspace.removeEndpoint(name, keepHistory); !removed)
        return removed;
    return config.options.contains(QStringLiteral("secrets")) ? forgetSecrets(config, tools) : Result<void>();
}

} // namespace meshscope
