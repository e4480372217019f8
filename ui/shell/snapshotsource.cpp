#include "ui/shell/snapshotsource.h"

#include "models/health/health.h"
#include "models/mesh/meshbuilder.h"
#include "models/mesh/searchindex.h"

#include <QPromise>
#include <QtConcurrent>

namespace meshscope {

SnapshotSource::SnapshotSource(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_snapshot.mesh = MeshBuilder(std::make_shared<MemoryDetails>()).build();
    m_snapshot.health = evaluateHealth(m_snapshot.mesh, QDateTime::currentDateTimeUtc());
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, &SnapshotSource::take);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_again) {
            m_again = false;
            reload();
            return;
        }
        emit loadingChanged(false);
    });
    // Another process may publish into the same file; asking for the generation is one small query.
    m_poll.setInterval(3000);
    connect(&m_poll, &QTimer::timeout, this, &SnapshotSource::checkGeneration);
    m_poll.start();
}

SnapshotSource::~SnapshotSource()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_watcher.waitForFinished();
}

void SnapshotSource::reload()
{
    if (m_watcher.isRunning()) {
        m_again = true; // latest wins: what is being loaded now is already old
        m_watcher.cancel();
        return;
    }
    emit loadingChanged(true);
    m_watcher.setFuture(QtConcurrent::run(&SnapshotSource::load, static_cast<const Workspace *>(&m_workspace), m_asOf));
}

void SnapshotSource::setAsOf(const QDateTime &asOf)
{
    if (m_asOf == asOf)
        return;
    m_asOf = asOf;
    reload();
}

void SnapshotSource::checkGeneration()
{
    if (!m_watcher.isRunning() && m_isLoaded && m_workspace.generation() != m_generation)
        reload();
}

void SnapshotSource::load(QPromise<Stage> &promise, const Workspace *workspace, const QDateTime &asOf)
{
    Stage stage;
    stage.generation = workspace->generation();
    Result<MeshPtr> mesh = workspace->load(asOf);
    if (!mesh) {
        stage.error = mesh.error().text;
        promise.addResult(stage);
        return;
    }
    if (promise.isCanceled())
        return;
    stage.snapshot.mesh = *mesh;
    stage.snapshot.asOf = asOf;
    stage.snapshot.health = evaluateHealth(*mesh, asOf.isValid() ? asOf : QDateTime::currentDateTimeUtc());
    if (promise.isCanceled())
        return;
    // The views can draw now; search follows when its index is built.
    promise.addResult(stage);
    stage.snapshot.search = std::make_shared<const SearchIndex>(*mesh, workspace->allColumns());
    promise.addResult(stage);
}

void SnapshotSource::take(int index)
{
    if (m_again)
        return;
    const Stage stage = m_watcher.resultAt(index);
    m_generation = stage.generation;
    m_isLoaded = true;
    if (!stage.error.isEmpty()) {
        emit failed(stage.error);
        return;
    }
    m_snapshot = stage.snapshot;
    emit snapshotChanged(m_snapshot);
}

} // namespace meshscope
