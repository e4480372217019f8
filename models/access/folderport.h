#pragma once

#include "models/access/accessdesk.h"
#include "models/access/safefolder.h"
#include "models/mesh/requestroad.h"

namespace meshscope {

/// Requests of a mesh folder: one file each, `access/<id>.dua.yaml`; committed where the folder is in a git work tree.
/// Agreements that others keep elsewhere in the folder are changed where they stand.
class FolderPort final : public AccessPort {
public:
    struct Options {
        bool push = false; ///< push the branch after a commit (`git.push`)
    };
    FolderPort(QString folder, Options options);

    [[nodiscard]] Result<QString> write(const Agreement &agreement, const Profile &who, const QString &message) override;
    [[nodiscard]] Result<Agreement> read(const QString &id) const override;
    [[nodiscard]] Result<Agreement> readAt(const QString &id, const SourceRef &where) const override;
    [[nodiscard]] QString warning() const override { return m_warning; }

    /// Name of a new request's file, relative to the folder.
    [[nodiscard]] static QString fileOf(const QString &id);

private:
    struct Found {
        QString file; ///< relative to the folder
        QByteArray text;
    };
    [[nodiscard]] Result<Found> find(const QString &id, const QString &where) const;
    /// Busy when the file holds an event that `wanted` was made without: somebody else decided in between.
    [[nodiscard]] static Result<void> checkNothingNew(const Found &found, const Agreement &wanted);
    [[nodiscard]] Result<void> commit(const QString &file, const Profile &who, const QString &message);
    QString m_folder;
    Options m_options;
    QString m_warning;
};

/// Makes the road to a catalog's requests; an error says why the endpoint takes none.
using RequestRoads = std::function<Result<std::unique_ptr<RequestRoad>>(const StoredEndpoint &endpoint)>;
/// Ports of all endpoints of a workspace: folders take requests, and catalogs that `roads` knows one to.
[[nodiscard]] AccessDesk::PortFactory endpointPorts(const Workspace &workspace, RequestRoads roads = {});

} // namespace meshscope
