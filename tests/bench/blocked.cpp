#include "tests/bench/blocked.h"

#include "app/services.h"
#include "app/window.h"
#include "models/catalogs/sync/sync.h"
#include "tests/bench/benchmesh.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace meshscope {

namespace {

/// How long each turn of this thread's event loop takes: what a click would have to wait for. Without the time the thread
/// was ready to run and other programs had the processors.
class Turns {
public:
    Turns()
        : m_file(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
    {
        QAbstractEventDispatcher *const dispatcher = QAbstractEventDispatcher::instance();
        m_awake = QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, dispatcher, [this] { begin(); });
        m_block = QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, dispatcher, [this] { end(); });
    }
    ~Turns()
    {
        QObject::disconnect(m_awake);
        QObject::disconnect(m_block);
        ::close(m_file);
    }
    Turns(const Turns &) = delete;
    Turns &operator=(const Turns &) = delete;
    /// Milliseconds, in order of length.
    [[nodiscard]] std::vector<double> sorted() const
    {
        std::vector<double> turns = m_turns;
        std::sort(turns.begin(), turns.end());
        return turns;
    }

private:
    using Time = std::chrono::steady_clock;
    void begin()
    {
        m_isIn = true;
        m_waited = waited();
        m_began = Time::now();
    }
    void end()
    {
        if (!std::exchange(m_isIn, false))
            return;
        const double took = std::chrono::duration<double, std::milli>(Time::now() - m_began).count();
        m_turns.push_back(took - double(waited() - m_waited) / 1e6);
    }
    /// Nanoseconds this thread has waited for a processor.
    [[nodiscard]] qint64 waited() const
    {
        std::array<char, 96> text{};
        if (::pread(m_file, text.data(), text.size() - 1, 0) <= 0)
            return 0;
        char *rest = nullptr;
        [[maybe_unused]] const long long ran = std::strtoll(text.data(), &rest, 10);
        return std::strtoll(rest, nullptr, 10);
    }

    const int m_file;
    QMetaObject::Connection m_awake, m_block;
    bool m_isIn = false;
    qint64 m_waited = 0;
    Time::time_point m_began;
    std::vector<double> m_turns;
};

constexpr std::chrono::minutes longest{10}; ///< that a run may take

/// Looks in a thread of its own, so that looking costs the window nothing.
Run finishedRun(const QString &file, const QString &endpoint)
{
    const auto end = std::chrono::steady_clock::now() + longest;
    const auto workspace = std::move(*Workspace::open(file, Workspace::Open::MustExist));
    while (std::chrono::steady_clock::now() < end) {
        const QList<Run> runs = workspace->runs(endpoint, 1);
        if (!runs.isEmpty() && runs.first().state != Run::State::Running)
            return runs.first();
        QThread::msleep(200);
    }
    Run run;
    run.state = Run::State::Failed;
    run.missing = QStringLiteral("the run of %1 had not finished after %2 minutes").arg(endpoint).arg(longest.count());
    return run;
}

} // namespace

int syncUnderWindow(const QString &file, const EndpointConfig &config, const QByteArray &secret)
{
    {
        const auto workspace = std::move(*Workspace::open(file, Workspace::Open::CreateIfMissing));
        if (!addEndpoint(*workspace, config, secret))
            return 1;
        StoredEndpoint endpoint = workspace->endpoints().first();
        endpoint.interval = QStringLiteral("PT1H"); // due at once
        if (!workspace->updateEndpoint(endpoint))
            return 1;
    }
    Result<Services> services = openServices(file, Workspace::Open::MustExist);
    if (!services)
        return 1;
    WindowSet windows(*services);
    windows.open(QStringLiteral("meshscope:view/endpoints"))->resize(1280, 800);
    const Turns turns;
    const Clock clock;
    QEventLoop loop;
    Run run;
    const std::unique_ptr<QThread> watch(QThread::create([&] { run = finishedRun(file, config.name); }));
    QObject::connect(watch.get(), &QThread::finished, &loop, [&] {
        constexpr int settles = 3'000; // the window takes over what is new
        QTimer::singleShot(settles, &loop, &QEventLoop::quit);
    });
    watch->start();
    loop.exec();
    watch->wait();
    const std::vector<double> sorted = turns.sorted();
    if (run.state != Run::State::Complete || sorted.empty()) {
        fprintf(stderr, "not complete: %s\n", qUtf8Printable(run.missing));
        return 1;
    }
    const auto over = sorted.cend() - std::upper_bound(sorted.cbegin(), sorted.cend(), 16.0);
    printf("%f %f %lld %lld %f %f\n", sorted.back(), sorted[sorted.size() * 99 / 100], static_cast<long long>(sorted.size()),
           static_cast<long long>(over), clock.spent().wall, memory("VmHWM:"));
    fflush(stdout);
    return 0;
}

} // namespace meshscope
