#include "models/catalogs/http/pace.h"

#include <algorithm>
#include <thread>

namespace meshscope {

namespace {
constexpr std::chrono::milliseconds glance{50};
} // namespace

void waitPatiently(std::chrono::milliseconds time, const IsCancelled &cancelled)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (!cancelled()) {
        const auto left = end - std::chrono::steady_clock::now();
        if (left <= std::chrono::steady_clock::duration::zero())
            return;
        std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(left, glance));
    }
}

Pace::Pace(int atOnce, double perSecond, HttpClock clock)
    : m_atOnce(std::max(1, atOnce))
    , m_apart(perSecond > 0 ? qint64(1000.0 / perSecond) : 0)
    , m_clock(std::move(clock))
{
}

bool Pace::acquire(const IsCancelled &cancelled)
{
    std::chrono::milliseconds pause{0};
    {
        std::unique_lock lock(m_mutex);
        while (m_going >= m_atOnce) {
            if (cancelled())
                return false;
            m_freed.wait_for(lock, glance);
        }
        ++m_going;
        const std::chrono::milliseconds now = m_clock.ticks();
        const std::chrono::milliseconds begin = std::max(m_next, now);
        m_next = begin + m_apart;
        pause = begin - now;
    }
    if (pause > std::chrono::milliseconds::zero())
        m_clock.wait(pause, cancelled);
    if (!cancelled())
        return true;
    release();
    return false;
}

void Pace::release()
{
    {
        const std::lock_guard lock(m_mutex);
        --m_going;
    }
    m_freed.notify_one();
}

void Pace::pauseFor(std::chrono::milliseconds time)
{
    const std::lock_guard lock(m_mutex);
    m_next = std::max(m_next, m_clock.ticks() + time);
}

} // namespace meshscope
