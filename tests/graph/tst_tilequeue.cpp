#include "models/graph/tilequeue.h"

#include "tests/support/testmain.h"

#include <memory>
#include <set>

using namespace meshscope::graph;

namespace {

struct Key {
    int x = 0;
    int y = 0;
    auto operator<=>(const Key &) const = default;
};
struct Job {
    Key key;
    std::shared_ptr<const std::vector<int>> scene;
};
using Queue = TileQueue<Job, int>;

std::vector<Job> jobsFor(const std::shared_ptr<const std::vector<int>> &scene, int from, int to)
{
    std::vector<Job> jobs;
    for (int i = from; i < to; ++i)
        jobs.push_back({{i, 0}, scene});
    return jobs;
}

std::shared_ptr<const std::vector<int>> sceneOf(int value)
{
    return std::make_shared<const std::vector<int>>(64, value);
}

/// A gate drawings wait at, so that a test decides when they go on.
class Gate {
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }
    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_open; });
    }
    void awaitOne()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting > 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = false;
    int m_waiting = 0;
};

} // namespace

/// Scenes and tiles change hands without races: this is what runs under ThreadSanitizer.
class TestTileQueue : public QObject {
    Q_OBJECT
private slots:
    void drawsEverythingOnce()
    {
        std::atomic<int> drawn = 0;
        std::atomic<int> told = 0;
        Queue queue(
            3,
            [&](const Job &job, const Queue::Stop &) -> std::optional<int> {
                ++drawn;
                return job.key.x + job.scene->front();
            },
            [&] { ++told; });
        queue.want(1, jobsFor(sceneOf(1000), 0, 50));
        queue.wait();
        std::set<int> got;
        for (const Queue::Done &done : queue.take())
            got.insert(done.tile);
        QCOMPARE(got.size(), size_t(50));
        QCOMPARE(*got.begin(), 1000);
        QCOMPARE(drawn.load(), 50);
        QVERIFY(told.load() <= 50);
        QVERIFY(queue.isIdle());
        QVERIFY(queue.take().empty());
    }
    void theMostUrgentComesFirst()
    {
        Gate gate;
        std::vector<int> order;
        Queue queue(
            1,
            [&](const Job &job, const Queue::Stop &) -> std::optional<int> {
                if (job.key.y == 1)
                    gate.pass();
                order.push_back(job.key.x); // one thread only
                return job.key.x;
            },
            [] {});
        queue.want(1, {Job{{7, 1}, nullptr}});
        gate.awaitOne();
        queue.want(1, {Job{{7, 1}, nullptr}, Job{{3, 0}, nullptr}, Job{{1, 0}, nullptr}, Job{{2, 0}, nullptr}});
        gate.open();
        queue.wait();
        QCOMPARE(order, (std::vector<int>{7, 3, 1, 2}));
    }
    void whatIsNoLongerWantedIsStopped()
    {
        Gate gate;
        std::atomic<bool> wasStopped = false;
        Queue queue(
            1,
            [&](const Job &job, const Queue::Stop &stop) -> std::optional<int> {
                if (job.key.x == 1) {
                    gate.pass();
                    wasStopped = stop();
                    return stop() ? std::optional<int>() : 1;
                }
                return job.key.x;
            },
            [] {});
        queue.want(1, jobsFor(nullptr, 1, 9)); // 2 … 8 wait behind the first
        gate.awaitOne();
        queue.want(1, jobsFor(nullptr, 20, 22));
        gate.open();
        queue.wait();
        std::vector<int> got;
        for (const Queue::Done &done : queue.take())
            got.push_back(done.tile);
        QVERIFY(wasStopped.load());
        QCOMPARE(got, (std::vector<int>{20, 21}));
    }
    void whatIsWantedAgainAfterAStopIsDrawn()
    {
        Gate gate;
        std::atomic<int> begun = 0;
        Queue queue(
            1,
            [&](const Job &, const Queue::Stop &stop) -> std::optional<int> {
                if (++begun == 1)
                    gate.pass();
                return stop() ? std::optional<int>() : 5;
            },
            [] {});
        queue.want(1, jobsFor(nullptr, 1, 2));
        gate.awaitOne();
        queue.want(1, {});
        queue.want(1, jobsFor(nullptr, 1, 2));
        gate.open();
        queue.wait();
        QCOMPARE(queue.take().size(), size_t(1));
        QCOMPARE(begun.load(), 2);
    }
    void anOlderSceneNeverComesOut()
    {
        Gate gate;
        Queue queue(
            1,
            [&](const Job &job, const Queue::Stop &) -> std::optional<int> {
                if (job.scene->front() == 1)
                    gate.pass();
                return job.scene->front();
            },
            [] {});
        queue.want(1, jobsFor(sceneOf(1), 0, 1));
        gate.awaitOne();
        queue.want(2, jobsFor(sceneOf(2), 0, 1));
        gate.open();
        queue.wait();
        const std::vector<Queue::Done> done = queue.take();
        QCOMPARE(done.size(), size_t(1));
        QCOMPARE(done.front().tile, 2);
    }
    void manyChangesWhileDrawing()
    {
        // Scenes die on this thread while others still read theirs; each tile must be of one scene only.
        std::atomic<bool> isMixed = false;
        Queue queue(
            4,
            [&](const Job &job, const Queue::Stop &stop) -> std::optional<int> {
                int sum = 0;
                for (const int v : *job.scene) {
                    if (stop())
                        return {};
                    sum += v;
                }
                if (sum != 64 * job.scene->front())
                    isMixed = true;
                return job.scene->front();
            },
            [] {});
        for (int generation = 1; generation <= 300; ++generation) {
            const auto scene = sceneOf(generation);
            queue.want(std::uint64_t(generation), jobsFor(scene, 0, 40));
            if (generation % 3 == 0)
                queue.want(std::uint64_t(generation), jobsFor(scene, 20, 60));
            for (const Queue::Done &done : queue.take())
                QCOMPARE(done.tile, generation);
        }
        queue.wait();
        for (const Queue::Done &done : queue.take())
            QCOMPARE(done.tile, 300);
        QVERIFY(!isMixed.load());
    }
    void endsWhileDrawing()
    {
        for (int i = 0; i < 50; ++i) {
            Queue queue(
                2, [](const Job &job, const Queue::Stop &) { return std::optional<int>(job.key.x); }, [] {});
            queue.want(1, jobsFor(nullptr, 0, 100));
        }
    }
};

MESHSCOPE_TEST(TestTileQueue)
#include "tst_tilequeue.moc"
