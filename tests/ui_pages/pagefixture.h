#pragma once

#include "models/health/health.h"
#include "models/samples/sample.h"
#include "models/store/workspace.h"
#include "tests/support/samplemesh.h"
#include "ui/widgets/page.h"

#include <QTemporaryDir>
#include <QtTest>

namespace meshscope::test {

/// Everything a page is made from: a workspace of its own, the sample mesh judged at its moment.
struct PageFixture {
    PageFixture();
    [[nodiscard]] Snapshot snapshot() const;
    [[nodiscard]] static Snapshot snapshotOf(const MeshPtr &mesh);

    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
    MeshPtr mesh;
    SampleReader samples;
};

/// Every address of the mesh, of every kind.
[[nodiscard]] QStringList everyAddress(const Mesh &mesh);

} // namespace meshscope::test
