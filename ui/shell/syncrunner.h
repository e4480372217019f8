#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/sync/runwatch.h"
#include "models/catalogs/sync/schedule.h"
#include "models/store/workspace.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace meshscope {

/// Reads endpoints in workers, all at once and each a run of its own, with progress and cancel; those with an interval by
/// itself, less often while they are ill. An endpoint asked for while it is being read is read once more afterwards.
class SyncRunner final : public QObject {
    Q_OBJECT
public:
    using Sync = std::function<Result<Run>(const EndpointConfig &, RunWatch &)>;
    /// `sync` reads one endpoint; called in a worker.
    SyncRunner(Workspace &workspace, Sync sync, QObject *parent = nullptr);
    ~SyncRunner() override;
    struct State {
        QString endpoint; ///< empty: nothing runs
        qint64 done = 0;
        qint64 total = 0;
        QString what;
        QHash<QString, qint64> got;
        QHash<QString, qint64> gotBefore; ///< by the last run that was complete
        qint64 requests = 0;
        qint64 bytes = 0;
        std::optional<qint64> millisLeft;
        bool isStopping = false;
    };
    /// All that runs as one: for a line that has room for no more.
    [[nodiscard]] State state() const;
    [[nodiscard]] QList<State> states() const;
    [[nodiscard]] bool isRunning() const { return !m_jobs.empty(); }

public slots:
    void sync(const QString &endpoint);
    void syncAll(); ///< that are not paused
    /// Those whose interval has passed since their last run; the others when theirs has.
    void syncDue();
    void cancel(); ///< what runs and what waits
    void cancelOne(const QString &endpoint);

signals:
    void started(const QString &endpoint);
    void progressed(const meshscope::SyncRunner::State &state);
    void finished(const QString &endpoint, const meshscope::Run &run);
    void failed(const QString &endpoint, const QString &text);
    void idle(); ///< nothing runs or waits any more

private:
    struct Job {
        QString endpoint;
        std::shared_ptr<RunWatch> watch;
        std::unique_ptr<QFutureWatcher<Result<Run>>> future;
        QElapsedTimer clock;
        QHash<QString, qint64> gotBefore;
        qint64 tookBefore = 0;
        bool hasManyLists = true;
        bool isWantedAgain = false;
    };
    struct Tried { ///< without a run that the workspace remembers
        QDateTime at;
        int failures = 0;
    };
    [[nodiscard]] State stateOf(const Job &job) const;
    [[nodiscard]] Job *jobOf(const QString &endpoint);
    void start(const StoredEndpoint &endpoint);
    void take(const QString &endpoint);

    Workspace &m_workspace;
    Sync m_sync;
    std::vector<std::unique_ptr<Job>> m_jobs;
    QHash<QString, Tried> m_tried;
    QThreadPool m_pool;
    QTimer m_tick;
    QTimer m_due;
};

} // namespace meshscope
