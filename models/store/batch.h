#pragma once

#include "models/store/connections.h"

#include <QElapsedTimer>

#include <optional>

namespace meshscope {

/// A long series of writes as short transactions: ask step() before each. Others get their turn in between.
class Batch {
public:
    Batch(const Connections &pool, Database &db)
        : m_pool(pool)
        , m_db(db)
    {
    }
    [[nodiscard]] Result<void> step();
    [[nodiscard]] Result<void> finish();

private:
    const Connections &m_pool;
    Database &m_db;
    std::optional<Connections::Turn> m_turn;
    std::optional<Transaction> m_transaction; ///< after the turn, so that it ends first
    QElapsedTimer m_timer;
    int m_steps = 0;
};

} // namespace meshscope
