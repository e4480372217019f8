#pragma once

#include "models/store/database.h"

#include <QString>

#include <atomic>
#include <mutex>
#include <vector>

namespace meshscope {

/// The connections of one workspace: each is lent to one thread at a time. Also keeps the writers of this process in turn,
/// so that a request never waits longer than one short transaction of a run.
class Connections : public std::enable_shared_from_this<Connections> {
public:
    explicit Connections(const QString &path)
        : m_path(path)
    {
    }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// A connection on loan; goes back when it is destroyed.
    class Lease {
    public:
        Lease(std::shared_ptr<const Connections> pool, std::unique_ptr<Database> db);
        Lease(Lease &&) = default;
        Lease &operator=(Lease &&) = delete;
        ~Lease();
        [[nodiscard]] Database &operator*() const { return *m_db; }
        [[nodiscard]] Database *operator->() const { return m_db.get(); }

    private:
        std::shared_ptr<const Connections> m_pool;
        std::unique_ptr<Database> m_db;
    };
    [[nodiscard]] Result<Lease> take() const;
    void put(std::unique_ptr<Database> db) const;

    /// One write transaction's turn. Patient ones (runs) let everybody else go first.
    class Turn {
    public:
        enum class Manner : quint8 { Urgent, Patient };
        Turn(const Connections &pool, Manner manner);

    private:
        std::unique_lock<std::mutex> m_lock;
    };

private:
    QString m_path;
    mutable std::mutex m_mutex;
    mutable std::vector<std::unique_ptr<Database>> m_idle;
    mutable std::mutex m_writing;
    mutable std::atomic<int> m_waiting = 0;
};

} // namespace meshscope
