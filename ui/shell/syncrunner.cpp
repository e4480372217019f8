#include "ui/shell/syncrunner.h"

#include <QtConcurrent>

namespace meshscope {

SyncRunner::SyncRunner(Workspace &workspace, Sync sync, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_sync(std::move(sync))
{
    m_pool.setMaxThreadCount(8); // most of them wait for a server most of the time
    // The workers report as often as they like; people see ten pictures a second.
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, [this] { emit progressed(state()); });
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &SyncRunner::syncDue);
}

SyncRunner::~SyncRunner()
{
    for (const auto &job : m_jobs) {
        job->future->disconnect(this);
        job->watch->cancel();
    }
    for (const auto &job : m_jobs)
        job->future->waitForFinished();
}

SyncRunner::State SyncRunner::stateOf(const Job &job) const
{
    RunWatch::State now = job.watch->state();
    State state;
    state.endpoint = job.endpoint;
    state.done = now.done;
    state.total = now.total;
    state.what = now.what;
    state.requests = now.requests;
    state.bytes = now.bytes;
    state.isStopping = job.watch->isCancelled();
    state.millisLeft =
        timeLeft({job.clock.elapsed(), now.done, now.total, now.got, job.gotBefore, job.tookBefore, job.hasManyLists});
    state.got = std::move(now.got);
    state.gotBefore = job.gotBefore;
    return state;
}

QList<SyncRunner::State> SyncRunner::states() const
{
    QList<State> all;
    for (const auto &job : m_jobs)
        all.append(stateOf(*job));
    return all;
}

SyncRunner::State SyncRunner::state() const
{
    const QList<State> all = states();
    if (all.size() <= 1)
        return all.value(0);
    State sum;
    sum.endpoint = tr("%Ln endpoints", nullptr, int(all.size()));
    bool isKnown = true;
    bool isTimeKnown = true;
    for (const State &state : all) {
        sum.done += state.done;
        sum.total += state.total;
        isKnown = isKnown && state.total > 0;
        sum.requests += state.requests;
        sum.bytes += state.bytes;
        isTimeKnown = isTimeKnown && state.millisLeft;
        sum.millisLeft = std::max(sum.millisLeft, state.millisLeft);
    }
    if (!isTimeKnown) // the longest may be the one nobody can tell of
        sum.millisLeft.reset();
    if (!isKnown)
        sum.done = sum.total = 0;
    return sum;
}

SyncRunner::Job *SyncRunner::jobOf(const QString &endpoint)
{
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto &job) { return job->endpoint == endpoint; });
    return found == m_jobs.end() ? nullptr : found->get();
}

void SyncRunner::sync(const QString &endpoint)
{
    if (Job *job = jobOf(endpoint)) {
        job->isWantedAgain = true;
        return;
    }
    const QList<StoredEndpoint> all = m_workspace.endpoints();
    const auto found = std::find_if(all.begin(), all.end(), [&](const StoredEndpoint &e) { return e.name == endpoint; });
    if (found != all.end()) // else it was removed meanwhile
        start(*found);
}

void SyncRunner::syncAll()
{
    const QList<StoredEndpoint> all = m_workspace.endpoints();
    for (const StoredEndpoint &endpoint : all) {
        if (!endpoint.isPaused)
            sync(endpoint.name);
    }
}

void SyncRunner::syncDue()
{
    constexpr qint64 longest = 300'000; // another program may have read it, or set its interval
    const QDateTime now = QDateTime::currentDateTimeUtc();
    qint64 wait = longest;
    QStringList due;
    const QList<StoredEndpoint> all = m_workspace.endpoints();
    for (const StoredEndpoint &endpoint : all) {
        if (endpoint.isPaused || durationSeconds(endpoint.interval) <= 0 || jobOf(endpoint.name))
            continue;
        const bool isIll = endpoint.lastRun && endpoint.lastRun->state == Run::State::Failed;
        QDateTime at = *nextRun(endpoint,
                                isIll              ? m_workspace.runs(endpoint.name, 16)
                                : endpoint.lastRun ? QList<Run>{*endpoint.lastRun}
                                                   : QList<Run>(),
                                now)
                            .at;
        if (const auto tried = m_tried.constFind(endpoint.name); tried != m_tried.cend())
            at = std::max(at, tried->at.addSecs(pauseAfter(durationSeconds(endpoint.interval), tried->failures)));
        if (at <= now)
            due.append(endpoint.name);
        else
            wait = std::min(wait, now.msecsTo(at));
    }
    m_due.start(int(std::max<qint64>(wait, 1000)));
    for (const QString &endpoint : std::as_const(due))
        sync(endpoint);
}

void SyncRunner::cancel()
{
    for (const auto &job : m_jobs) {
        job->isWantedAgain = false;
        job->watch->cancel();
    }
}

void SyncRunner::cancelOne(const QString &endpoint)
{
    if (Job *job = jobOf(endpoint)) {
        job->isWantedAgain = false;
        job->watch->cancel();
    }
}

void SyncRunner::start(const StoredEndpoint &endpoint)
{
    auto job = std::make_unique<Job>();
    job->endpoint = endpoint.name;
    job->watch = std::make_shared<RunWatch>();
    job->future = std::make_unique<QFutureWatcher<Result<Run>>>();
    job->clock.start();
    const std::optional<EndpointKind> kind = endpointKind(endpoint.kind);
    job->hasManyLists = !kind || kind->isServer();
    if (endpoint.lastRun && endpoint.lastRun->state == Run::State::Complete) {
        job->gotBefore = endpoint.lastRun->got;
        job->tookBefore = endpoint.lastRun->started.msecsTo(endpoint.lastRun->ended);
    }
    connect(job->future.get(), &QFutureWatcherBase::finished, this, [this, name = endpoint.name] { take(name); });
    const EndpointConfig config{endpoint.name, endpoint.kind, endpoint.location, endpoint.options};
    auto *future = job->future.get();
    const std::shared_ptr<RunWatch> watch = job->watch;
    m_jobs.push_back(std::move(job));
    emit started(endpoint.name);
    m_tick.start();
    future->setFuture(QtConcurrent::run(&m_pool, [sync = m_sync, config, watch] { return sync(config, *watch); }));
}

void SyncRunner::take(const QString &endpoint)
{
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto &job) { return job->endpoint == endpoint; });
    if (found == m_jobs.end())
        return;
    const Result<Run> result = (*found)->future->result();
    const bool isWantedAgain = (*found)->isWantedAgain;
    (*found)->future.release()->deleteLater(); // it is what calls
    m_jobs.erase(found);
    if (result) {
        m_tried.remove(endpoint);
        emit finished(endpoint, *result);
    } else {
        Tried &tried = m_tried[endpoint];
        tried = {QDateTime::currentDateTimeUtc(), tried.failures + 1};
        emit failed(endpoint, result.error().text);
    }
    if (isWantedAgain)
        sync(endpoint);
    if (m_jobs.empty()) {
        m_tick.stop();
        emit idle();
    }
    syncDue();
}

} // namespace meshscope
