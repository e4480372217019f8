#include "ui/shell/syncrunner.h"

#include <QMutexLocker>
#include <QRegularExpression>
#include <QtConcurrent>

namespace meshscope {

qint64 durationSeconds(const QString &iso)
{
    static const QRegularExpression pattern(
        QStringLiteral("^P(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?$"));
    const QRegularExpressionMatch match = pattern.match(iso);
    if (!match.hasMatch())
        return 0;
    constexpr std::array<qint64, 5> seconds{7 * 86400, 86400, 3600, 60, 1};
    qint64 total = 0;
    for (int i = 0; i < 5; ++i)
        total += match.captured(i + 1).toLongLong() * seconds[size_t(i)];
    return total;
}

SyncRunner::SyncRunner(Workspace &workspace, Sync sync, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_sync(std::move(sync))
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SyncRunner::take);
    // The worker reports as often as it likes; people see ten pictures a second.
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, [this] { emit progressed(state()); });
}

SyncRunner::~SyncRunner()
{
    m_watcher.disconnect(this);
    if (m_shared)
        m_shared->cancelled = true;
    m_watcher.waitForFinished();
}

SyncRunner::State SyncRunner::state() const
{
    State state;
    state.endpoint = m_running;
    if (m_shared) {
        state.done = m_shared->done;
        state.total = m_shared->total;
        const QMutexLocker lock(&m_shared->mutex);
        state.what = m_shared->what;
    }
    return state;
}

void SyncRunner::sync(const QString &endpoint)
{
    if (!m_waiting.contains(endpoint))
        m_waiting << endpoint;
    startNext();
}

void SyncRunner::syncAll()
{
    const QList<StoredEndpoint> all = m_workspace.endpoints();
    for (const StoredEndpoint &endpoint : all)
        sync(endpoint.name);
}

void SyncRunner::syncDue()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<StoredEndpoint> all = m_workspace.endpoints();
    for (const StoredEndpoint &endpoint : all) {
        const qint64 interval = durationSeconds(endpoint.interval);
        if (interval > 0 && endpoint.name != m_running &&
            (!endpoint.lastRun || endpoint.lastRun->ended.secsTo(now) >= interval))
            sync(endpoint.name);
    }
}

void SyncRunner::cancel()
{
    m_waiting.clear();
    if (m_shared)
        m_shared->cancelled = true;
}

void SyncRunner::startNext()
{
    if (isRunning() || m_waiting.isEmpty())
        return;
    const QString name = m_waiting.takeFirst();
    const QList<StoredEndpoint> all = m_workspace.endpoints();
    const auto found = std::find_if(all.begin(), all.end(), [&](const StoredEndpoint &e) { return e.name == name; });
    if (found == all.end()) { // removed while it waited
        startNext();
        return;
    }
    const EndpointConfig config{found->name, found->kind, found->location, found->options};
    m_running = name;
    m_shared = std::make_shared<Shared>();
    Progress progress;
    progress.cancelled = [shared = m_shared] { return shared->cancelled.load(); };
    progress.report = [shared = m_shared](qint64 done, qint64 total, const QString &what) {
        shared->done = done;
        shared->total = total;
        const QMutexLocker lock(&shared->mutex);
        shared->what = what;
    };
    emit started(name);
    m_tick.start();
    m_watcher.setFuture(QtConcurrent::run([sync = m_sync, config, progress] { return sync(config, progress); }));
}

void SyncRunner::take()
{
    const QString endpoint = m_running;
    const Result<Run> result = m_watcher.result();
    m_running.clear();
    m_shared.reset();
    m_tick.stop();
    if (result)
        emit finished(endpoint, *result);
    else
        emit failed(endpoint, result.error().text);
    startNext();
    if (!isRunning())
        emit idle();
}

} // namespace meshscope
