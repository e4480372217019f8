#include "app/services.h"

#include "models/access/folderport.h"
#include "models/access/keysigner.h"

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
        if (endpoint.name == name)
            return QStringList{endpoint.location} +
                   endpoint.options.value(u"sample.roots"_s).split(u':', Qt::SkipEmptyParts);
    }
    return {};
}

/// Masks are lifted for a person who holds a verified grant on the port.
bool holdsGrant(const AccessDesk &desk, const Mesh &mesh, NodeId port)
{
    const Address address = mesh.address(port);
    const QList<AccessRequest> requests = desk.requests(mesh, QDateTime::currentDateTimeUtc());
    return std::any_of(requests.cbegin(), requests.cend(), [&](const AccessRequest &request) {
        return (request.state == RequestState::Granted || request.state == RequestState::Expiring) &&
               request.port == address && desk.isMine(request);
    });
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
    Result<std::unique_ptr<AccessDesk::Signer>> signer = makeSigner(*services.workspace, defaultKeyFolder());
    if (!signer)
        return Failure(signer.error());
    services.desk =
        std::make_unique<AccessDesk>(*services.workspace, endpointPorts(*services.workspace), std::move(*signer));
    services.samples = std::make_unique<SampleReader>(
        [workspace = services.workspace.get()](const QString &endpoint) { return rootsOf(*workspace, endpoint); },
        [desk = services.desk.get()](const Mesh &mesh, NodeId port) { return holdsGrant(*desk, mesh, port); });
    return services;
}

} // namespace meshscope
