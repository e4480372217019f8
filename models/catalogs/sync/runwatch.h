#pragma once

#include "models/mesh/records.h"

#include <QHash>
#include <QMutex>

#include <atomic>

namespace meshscope {

struct LoggedRequest;

/// What a run has come to so far: written by the worker, read by whoever shows it.
class RunWatch {
public:
    struct State {
        qint64 done = 0;
        qint64 total = 0;
        QString what;
        QHash<QString, qint64> got; ///< in the words of Run::got; a thing two units tell of is counted twice
        qint64 requests = 0;
        qint64 bytes = 0;
    };
    void report(qint64 done, qint64 total, const QString &what);
    void count(const Records &records);
    void count(const LoggedRequest &request);
    [[nodiscard]] State state() const;
    void cancel() { m_isCancelled = true; }
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }

private:
    mutable QMutex m_mutex;
    State m_state;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace meshscope
