#include "app/services.h"

#include "models/access/folderport.h"
#include "models/access/keysigner.h"
#include "models/catalogs/connector.h"
#include "models/security/keystore.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// The endpoint's own folder, then those its `sample.roots` option declares.
QStringList rootsOf(const Workspace &workspace, const QString &name)
{
    for (const StoredEndpoint &endpoint : workspace.endpoints()) {
        if (endpoint.name == name && endpoint.kind == u"folder")
            return QStringList{endpoint.location} +
                   endpoint.options.value(u"sample.roots"_s).split(u':', Qt::SkipEmptyParts);
    }
    return {};
}

/// The road to the requests of a catalog.
Result<std::unique_ptr<RequestRoad>> roadOf(const StoredEndpoint &endpoint, const std::shared_ptr<SecretBox> &secrets)
{
    const Result<std::unique_ptr<Connector>> connector =
        makeConnector({endpoint.name, endpoint.kind, endpoint.location, endpoint.options}, {secrets, {}, {}});
    if (!connector)
        return Failure(connector.error());
    return (*connector)->requests();
}

std::optional<EndpointConfig> configOf(const Workspace &workspace, const QString &name)
{
    for (const StoredEndpoint &endpoint : workspace.endpoints()) {
        if (endpoint.name == name)
            return EndpointConfig{endpoint.name, endpoint.kind, endpoint.location, endpoint.options};
    }
    return {};
}

/// Rows where they live, asked for by the connector of the endpoint.
LiveRows liveRowsOf(const Workspace &workspace, const std::shared_ptr<SecretBox> &secrets)
{
    LiveRows live;
    live.offers = [&workspace, secrets](const QString &endpoint) {
        using Rows = LiveRows::Rows;
        const std::optional<EndpointConfig> config = configOf(workspace, endpoint);
        const std::optional<EndpointKind> kind = config ? endpointKind(config->kind) : std::nullopt;
        if (!kind || !kind->isServer()) // files are read by the reader itself
            return Rows::None;
        const Result<std::unique_ptr<Connector>> connector = makeConnector(*config, {secrets, {}, {}});
        const Capabilities known = connector ? (*connector)->capabilities() : Capabilities();
        if (!known.has(Capability::Samples))
            return Rows::None;
        return known.keepsSamples ? Rows::Kept : Rows::Live;
    };
    live.read = [&workspace, secrets](const QString &endpoint, const RowsRequest &request,
                                      const LiveRows::IsCancelled &cancelled,
                                      const LiveRows::Told &told) -> Result<DataRows> {
        const std::optional<EndpointConfig> config = configOf(workspace, endpoint);
        const Result<std::unique_ptr<Connector>> connector =
            makeConnector(config.value_or(EndpointConfig{endpoint, {}, {}, {}}), {secrets, {}, {}});
        if (!connector)
            return Failure(connector.error());
        Progress progress;
        if (cancelled)
            progress.cancelled = cancelled;
        if (told)
            progress.report = told;
        return (*connector)->sample(request, progress);
    };
    return live;
}

} // namespace

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/meshscope"_s;
}

QString defaultWorkspacePath()
{
    return dataFolder() + u"/default.mesh"_s;
}

Result<Services> openServices(const QString &workspacePath, Workspace::Open how)
{
    if (how == Workspace::Open::CreateIfMissing)
        QDir().mkpath(QFileInfo(workspacePath).absolutePath());
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(workspacePath, how);
    if (!workspace)
        return Failure(workspace.error());
    Services services;
    services.workspace = std::move(*workspace);
    services.secrets = personalSecretBox(defaultKeyFolder());
    Result<std::unique_ptr<AccessDesk::Signer>> signer = makeSigner(*services.workspace, defaultKeyFolder());
    if (!signer)
        return Failure(signer.error());
    const RequestRoads roads = [secrets = services.secrets](const StoredEndpoint &endpoint) {
        return roadOf(endpoint, secrets);
    };
    services.desk =
        std::make_unique<AccessDesk>(*services.workspace, endpointPorts(*services.workspace, roads), std::move(*signer));
    services.samples = std::make_unique<SampleReader>(
        [workspace = services.workspace.get()](const QString &endpoint) { return rootsOf(*workspace, endpoint); },
        [desk = services.desk.get()](const Mesh &mesh, NodeId port) {
            return desk->mayUnmask(mesh, port, QDateTime::currentDateTimeUtc());
        },
        installSalt(defaultKeyFolder()).value_or(QByteArray()), // without one: hashes of this run only
        liveRowsOf(*services.workspace, services.secrets));
    return services;
}

} // namespace meshscope
