#include "models/store/batch.h"

#include <chrono>
#include <thread>

namespace meshscope {

Result<void> Batch::step()
{
    constexpr int stepsBetweenLooks = 64;
    constexpr qint64 milliseconds = 60;
    if (m_transaction && ++m_steps % stepsBetweenLooks == 0 && m_timer.elapsed() > milliseconds) {
        if (const Result<void> done = finish(); !done)
            return done;
        // Longer than other processes wait between two tries (see Database).
        std::this_thread::sleep_for(std::chrono::microseconds(2500));
    }
    if (m_transaction)
        return {};
    m_turn.emplace(m_pool, Connections::Turn::Manner::Patient);
    Result<Transaction> begun = Transaction::begin(m_db, Transaction::Kind::Write);
    if (!begun) {
        m_turn.reset();
        return Failure(begun.error());
    }
    m_transaction.emplace(std::move(*begun));
    m_timer.start();
    return {};
}

Result<void> Batch::finish()
{
    if (!m_transaction)
        return {};
    const Result<void> done = m_transaction->commit();
    m_transaction.reset();
    m_turn.reset();
    return done;
}

} // namespace meshscope
