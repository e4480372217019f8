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

} // namespace meshscope::graph
