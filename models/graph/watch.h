#pragma once

#include <atomic>
#include <functional>
#include <mutex>

namespace meshscope::graph {

/// What a long computation asks now and then: whether to stop. Threads may share one; the question is put to the caller by
/// one at a time, and once answered with yes, not again.
class Watch {
public:
    Watch() = default;
    explicit Watch(std::function<bool()> cancelled)
        : m_cancelled(std::move(cancelled))
    {
    }
    [[nodiscard]] bool stop()
    {
        if (!m_cancelled)
            return false;
        if (m_stopped.load(std::memory_order_relaxed))
            return true;
        const std::lock_guard lock(m_mutex);
        if (!m_stopped && m_cancelled())
            m_stopped = true;
        return m_stopped;
    }

private:
    std::function<bool()> m_cancelled;
    std::atomic<bool> m_stopped = false;
    std::mutex m_mutex;
};

/// Asks a watch once in some steps: often enough for milliseconds, seldom enough to cost nothing.
class Pace {
public:
    explicit Pace(Watch &watch)
        : m_watch(watch)
    {
    }
    [[nodiscard]] bool stop(long long steps)
    {
        m_left -= steps;
        if (m_left > 0)
            return false;
        m_left = 500000;
        return m_watch.stop();
    }

private:
    Watch &m_watch;
    long long m_left = 500000;
};

} // namespace meshscope::graph
