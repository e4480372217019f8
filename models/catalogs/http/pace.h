#pragma once

#include <QDateTime>
#include <QRandomGenerator>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace meshscope {

using IsCancelled = std::function<bool()>;

/// Waits, looking up every 50 ms whether that is still wanted.
void waitPatiently(std::chrono::milliseconds time, const IsCancelled &cancelled);

/// Time as requests see it: a test puts its own in its place, so that none has to sleep.
struct HttpClock {
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    std::function<std::chrono::milliseconds()> ticks = [] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    };
    std::function<void(std::chrono::milliseconds, const IsCancelled &)> wait = waitPatiently;
    std::function<double()> random = [] { return QRandomGenerator::global()->generateDouble(); };
};

/// How many requests are on their way at once, and how many a second begin. Thread safe.
class Pace {
public:
    Pace(int atOnce, double perSecond, HttpClock clock);
    /// False when it was cancelled meanwhile; otherwise release() is due.
    [[nodiscard]] bool acquire(const IsCancelled &cancelled);
    void release();
    /// The server asked for a pause: nobody begins before it is over.
    void pauseFor(std::chrono::milliseconds time);

private:
    const int m_atOnce;
    const std::chrono::milliseconds m_apart;
    const HttpClock m_clock;
    std::mutex m_mutex;
    std::condition_variable m_freed;
    int m_going = 0;
    std::chrono::milliseconds m_next{0};
};

} // namespace meshscope
