#pragma once

#include "models/catalogs/sync/sync.h"

#include <QTemporaryDir>

namespace meshscope::test {

/// A mesh folder, a workspace beside it and an endpoint "mesh" on it.
struct FolderFixture {
    explicit FolderFixture(const QHash<QString, QString> &options = {});
    void write(const QString &path, const QByteArray &bytes) const; ///< makes the folders too
    void remove(const QString &path) const;
    [[nodiscard]] QString at(const QString &path) const { return root + u'/' + path; }
    [[nodiscard]] Run sync() const;
    [[nodiscard]] MeshPtr mesh() const { return *workspace->load(); }
    [[nodiscard]] QStringList products() const; ///< ids, sorted

    QTemporaryDir dir;
    QString root;
    std::unique_ptr<Workspace> workspace;
    EndpointConfig config;
};

/// A data product document (ODPS) of that id.
[[nodiscard]] QByteArray productDocument(const QByteArray &id, const QByteArray &name = {});

} // namespace meshscope::test
