#pragma once

#include "models/catalogs/connector.h"
#include "models/store/workspace.h"

#include <QFutureWatcher>
#include <QMutex>
#include <QTimer>

#include <atomic>
#include <functional>

namespace meshscope {

/// Reads endpoints in a worker, one after the other, with progress and cancel. An endpoint asked for while it is being
/// read is read once more afterwards.
class SyncRunner final : public QObject {
    Q_OBJECT
public:
    using Sync = std::function<Result<Run>(const EndpointConfig &, const Progress &)>;
    /// `sync` reads one endpoint; called in the worker.
    SyncRunner(Workspace &workspace, Sync sync, QObject *parent = nullptr);
    ~SyncRunner() override;
    struct State {
        QString endpoint; ///< empty: nothing runs
        qint64 done = 0;
        qint64 total = 0;
        QString what;
    };
    [[nodiscard]] State state() const;
    [[nodiscard]] bool isRunning() const { return !m_running.isEmpty(); }

public slots:
    void sync(const QString &endpoint);
    void syncAll();
    /// Those whose interval has passed since their last run.
    void syncDue();
    void cancel(); ///< what runs and what waits

signals:
    void started(const QString &endpoint);
    void progressed(const meshscope::SyncRunner::State &state);
    void finished(const QString &endpoint, const meshscope::Run &run);
    void failed(const QString &endpoint, const QString &text);
    void idle(); ///< nothing runs or waits any more

private:
    struct Shared { ///< written by the worker, read by the window
        std::atomic<bool> cancelled{false};
        std::atomic<qint64> done{0};
        std::atomic<qint64> total{0};
        QMutex mutex;
        QString what;
    };
    void startNext();
    void take();

    Workspace &m_workspace;
    Sync m_sync;
    QStringList m_waiting;
    QString m_running;
    std::shared_ptr<Shared> m_shared;
    QFutureWatcher<Result<Run>> m_watcher;
    QTimer m_tick;
};

/// Seconds of an ISO 8601 duration of weeks, days, hours, minutes, seconds ("PT1H", "P1D"); 0 when it is none.
[[nodiscard]] qint64 durationSeconds(const QString &iso);

} // namespace meshscope
