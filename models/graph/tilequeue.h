#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

// Hands the parts of a picture over between the thread that shows them and those that draw them. No Qt: its test runs under
// ThreadSanitizer, which sees every lock. What is wanted is said as a whole each time: what is waiting and no longer wanted
// is forgotten, what is being drawn and no longer wanted is told to stop, what is wanted and already being drawn is left
// alone. Everything belongs to a generation (one immutable scene in one set of colours): results of an older one never come
// out. Costs a linear look through what is wanted, which is at most a few hundred tiles.
namespace meshscope::graph {

/// Tiles wanted, drawn by some threads, and fetched when done. `Job` has a comparable `key` and owns all that its drawing
/// reads; `Tile` is what comes out.
template<class Job, class Tile>
class TileQueue {
public:
    /// Asked by a drawing now and then; true: nobody wants the result any more.
    class Stop {
    public:
        explicit Stop(const std::atomic<bool> &flag)
            : m_flag(&flag)
        {
        }
        bool operator()() const { return m_flag->load(std::memory_order_relaxed); }

    private:
        const std::atomic<bool> *m_flag;
    };
    /// Called in a drawing thread; nothing when it stopped half way.
    using Draw = std::function<std::optional<Tile>(const Job &, const Stop &)>;
    struct Done {
        Job job;
        Tile tile;
    };

    /// `ready` is called from a drawing thread after a result has been put down; it must only send a message on.
    TileQueue(unsigned threads, Draw draw, std::function<void()> ready)
        : m_draw(std::move(draw))
        , m_ready(std::move(ready))
        , m_running(std::max(1U, threads))
    {
    }
    ~TileQueue()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_quit = true;
            m_pending.clear();
            for (Slot &slot : m_running)
                slot.stop.store(true);
        }
        m_work.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
    }
    TileQueue(const TileQueue &) = delete;
    TileQueue &operator=(const TileQueue &) = delete;

    /// Exactly these are wanted now, the most urgent first.
    void want(std::uint64_t generation, std::vector<Job> jobs)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (generation != m_generation)
                m_done.clear();
            m_generation = generation;
            for (Slot &slot : m_running) {
                const bool stays = slot.job && slot.generation == generation && holds(jobs, slot.job->key);
                if (slot.job && !stays)
                    slot.stop.store(true);
            }
            m_pending.clear();
            for (Job &job : jobs) {
                if (!isUnderWay(job))
                    m_pending.push_back(std::move(job));
            }
            std::reverse(m_pending.begin(), m_pending.end()); // the next one is taken from the end
            // The threads begin with the first work: a view that is never shown has none.
            while (!m_pending.empty() && m_threads.size() < m_running.size())
                m_threads.emplace_back([this, at = m_threads.size()] { run(m_running[at]); });
        }
        m_work.notify_all();
    }
    /// What has been drawn since the last time, in the order of being finished.
    [[nodiscard]] std::vector<Done> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_done, {});
    }
    [[nodiscard]] bool isIdle() const
    {
        const std::lock_guard lock(m_mutex);
        return isAtRest();
    }
    /// Returns when all that is wanted has been drawn.
    void wait() const
    {
        std::unique_lock lock(m_mutex);
        m_rest.wait(lock, [this] { return isAtRest(); });
    }

private:
    struct Slot {
        const Job *job = nullptr; ///< on the stack of its thread
        std::uint64_t generation = 0;
        std::atomic<bool> stop = false;
    };

    template<class Key>
    [[nodiscard]] static bool holds(const std::vector<Job> &jobs, const Key &key)
    {
        return std::any_of(jobs.begin(), jobs.end(), [&](const Job &job) { return job.key == key; });
    }
    [[nodiscard]] bool isUnderWay(const Job &job) const
    {
        const auto draws = [&](const Slot &slot) {
            return slot.job && slot.generation == m_generation && slot.job->key == job.key && !slot.stop.load();
        };
        return std::any_of(m_running.begin(), m_running.end(), draws) ||
               std::any_of(m_done.begin(), m_done.end(), [&](const Done &done) { return done.job.key == job.key; });
    }
    [[nodiscard]] bool isAtRest() const
    {
        return m_pending.empty() && std::none_of(m_running.begin(), m_running.end(), [](const Slot &s) { return s.job; });
    }

    void run(Slot &slot)
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_work.wait(lock, [this] { return m_quit || !m_pending.empty(); });
            if (m_quit)
                return;
            Job job = std::move(m_pending.back());
            m_pending.pop_back();
            slot.job = &job;
            slot.generation = m_generation;
            slot.stop.store(false);
            lock.unlock();
            std::optional<Tile> tile = m_draw(job, Stop(slot.stop));
            lock.lock();
            slot.job = nullptr;
            const bool isNews = tile && slot.generation == m_generation && !m_quit;
            if (isNews)
                m_done.push_back({std::move(job), std::move(*tile)});
            if (isAtRest())
                m_rest.notify_all();
            if (isNews) {
                lock.unlock();
                m_ready();
                lock.lock();
            }
        }
    }

    const Draw m_draw;
    const std::function<void()> m_ready;
    mutable std::mutex m_mutex;
    std::condition_variable m_work;
    mutable std::condition_variable m_rest;
    std::uint64_t m_generation = 0;
    std::vector<Job> m_pending;
    std::vector<Done> m_done;
    std::vector<Slot> m_running;
    bool m_quit = false;
    std::vector<std::thread> m_threads;
};

} // namespace meshscope::graph
