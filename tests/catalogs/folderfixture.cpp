#include "tests/catalogs/folderfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace meshscope::test {

FolderFixture::FolderFixture(const QHash<QString, QString> &options)
    : root(dir.filePath(QStringLiteral("mesh")))
{
    QDir().mkpath(root);
    workspace = std::move(*Workspace::open(dir.filePath(QStringLiteral("test.mesh")), Workspace::Open::CreateIfMissing));
    config = *addEndpoint(*workspace, {QStringLiteral("mesh"), QStringLiteral("folder"), root, options});
}

void FolderFixture::write(const QString &path, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(at(path)).path());
    QFile file(at(path));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    Q_ASSERT(isWritten);
}

void FolderFixture::remove(const QString &path) const
{
    QFile::remove(at(path));
}

Run FolderFixture::sync() const
{
    const Result<Run> run = syncEndpoint(*workspace, config, {});
    if (run)
        return *run;
    Run failed;
    failed.state = Run::State::Failed;
    failed.missing = run.error().text;
    return failed;
}

QStringList FolderFixture::products() const
{
    QStringList ids;
    const MeshPtr loaded = mesh();
    for (const NodeId n : loaded->nodes(Kind::Product))
        ids.append(loaded->entity(n).id);
    ids.sort();
    return ids;
}

QByteArray productDocument(const QByteArray &id, const QByteArray &name)
{
    return "apiVersion: v1.0.0\nkind: DataProduct\nid: " + id + "\nname: " + (name.isEmpty() ? id : name) +
           "\nversion: 1.0.0\nstatus: active\ndomain: sales\noutputPorts:\n  - name: out\n    version: 1.0.0\n    type: "
           "table\n";
}

} // namespace meshscope::test
