#pragma once

#include "models/store/workspace.h"
#include "ui/widgets/page.h"

#include <QFutureWatcher>
#include <QTimer>

namespace meshscope {

/// Keeps the snapshot every window draws from: loads Mesh, health and search index in a worker when the workspace moves.
class SnapshotSource final : public QObject {
    Q_OBJECT
public:
    explicit SnapshotSource(Workspace &workspace, QObject *parent = nullptr);
    ~SnapshotSource() override;
    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; } ///< an empty mesh before the first load
    [[nodiscard]] bool isLoading() const { return m_watcher.isRunning(); }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; } ///< something was loaded at least once
    [[nodiscard]] QDateTime asOf() const { return m_asOf; }

public slots:
    void reload();
    /// What the workspace knew then; null goes back to now.
    void setAsOf(const QDateTime &asOf);
    /// Reloads when another process or a run published something.
    void checkGeneration();

signals:
    void snapshotChanged(const meshscope::Snapshot &snapshot);
    void loadingChanged(bool loading);
    void failed(const QString &text);

private:
    struct Stage {
        Snapshot snapshot;
        qint64 generation = 0;
        QString error;
    };
    static void load(QPromise<Stage> &promise, const Workspace *workspace, const QDateTime &asOf);
    void take(int index);

    Workspace &m_workspace;
    Snapshot m_snapshot;
    QDateTime m_asOf;
    qint64 m_generation = -1;
    bool m_isLoaded = false;
    bool m_again = false;
    QFutureWatcher<Stage> m_watcher;
    QTimer m_poll;
};

} // namespace meshscope
