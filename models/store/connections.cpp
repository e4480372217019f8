#include "models/store/connections.h"

#include <chrono>
#include <thread>

namespace meshscope {

Connections::Lease::Lease(std::shared_ptr<const Connections> pool, std::unique_ptr<Database> db)
    : m_pool(std::move(pool))
    , m_db(std::move(db))
{
}

Connections::Lease::~Lease()
{
    if (m_db)
        m_pool->put(std::move(m_db));
}

Result<Connections::Lease> Connections::take() const
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            std::unique_ptr<Database> db = std::move(m_idle.back());
            m_idle.pop_back();
            return Lease(shared_from_this(), std::move(db));
        }
    }
    Result<std::unique_ptr<Database>> made = Database::open(m_path, false);
    if (!made)
        return Failure(made.error());
    return Lease(shared_from_this(), std::move(*made));
}

void Connections::put(std::unique_ptr<Database> db) const
{
    constexpr size_t kept = 4;
    db->setSync(Database::Sync::Full);
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() < kept)
        m_idle.push_back(std::move(db));
}

Connections::Turn::Turn(const Connections &pool, Manner manner)
    : m_lock(pool.m_writing, std::defer_lock)
{
    using namespace std::chrono_literals;
    if (manner == Manner::Urgent) {
        ++pool.m_waiting;
        m_lock.lock();
        --pool.m_waiting;
        return;
    }
    while (pool.m_waiting > 0)
        std::this_thread::sleep_for(200us);
    m_lock.lock();
}

} // namespace meshscope
