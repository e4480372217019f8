#include "tests/ui_pages/pagefixture.h"

namespace meshscope::test {

PageFixture::PageFixture()
    : mesh(sampleMesh())
    , samples([this](const QString &) { return QStringList{dir.path()}; }, {})
{
    auto opened = Workspace::open(dir.filePath(QStringLiteral("test.mesh")), Workspace::Open::CreateIfMissing);
    Q_ASSERT(opened);
    workspace = std::move(*opened);
}

Snapshot PageFixture::snapshotOf(const MeshPtr &mesh)
{
    Snapshot snapshot;
    snapshot.mesh = mesh;
    snapshot.health = evaluateHealth(mesh, sampleNow());
    return snapshot;
}

Snapshot PageFixture::snapshot() const
{
    return snapshotOf(mesh);
}

QStringList everyAddress(const Mesh &mesh)
{
    QStringList all;
    for (const Kind kind :
         {Kind::Domain, Kind::Product, Kind::Port, Kind::Dataset, Kind::Job, Kind::Contract, Kind::Term, Kind::Party}) {
        for (const NodeId n : mesh.nodes(kind))
            all << mesh.address(n).toString();
    }
    return all;
}

} // namespace meshscope::test
