#pragma once

#include "models/mesh/traffic.h"

#include <QMutex>

#include <functional>

namespace meshscope {

/// What one run asked its endpoint. Thread safe. Keeps the first and the last ones of a long run, and counts all.
class RequestLog {
public:
    explicit RequestLog(qsizetype keep = 2'000, std::function<void(const LoggedRequest &)> told = {});
    void add(const LoggedRequest &request);
    [[nodiscard]] QList<LoggedRequest> requests() const;
    [[nodiscard]] qint64 count() const; ///< of all, also those no longer kept
    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] Traffic traffic() const;

private:
    const qsizetype m_keep;
    const std::function<void(const LoggedRequest &)> m_told; ///< each at once, in the thread that asked
    mutable QMutex m_mutex;
    QList<LoggedRequest> m_first;
    QList<LoggedRequest> m_last;
    qint64 m_count = 0;
    qint64 m_bytes = 0;
};

} // namespace meshscope
