#pragma once

#include <QDateTime>
#include <QList>
#include <QMutex>
#include <QString>

#include <functional>

namespace meshscope {

/// One request as it went over the wire, redirects and repetitions each on their own. Holds no secret.
struct LoggedRequest {
    QDateTime at;
    QString method;
    QString address;  ///< redacted
    int status = 0;   ///< 0: no answer
    qint64 bytes = 0; ///< received, as packed
    qint64 millis = 0;
    int attempt = 1;                    ///< 2 and more: repeated
    QString failure;                    ///< translated and redacted; why there is no answer, or none that was taken
    [[nodiscard]] QString line() const; ///< "GET https://… 200 1234 B 56 ms"
};

/// What one run asked its endpoint. Thread safe. Keeps the first and the last ones of a long run, and counts all.
class RequestLog {
public:
    explicit RequestLog(qsizetype keep = 2'000, std::function<void(const LoggedRequest &)> told = {});
    void add(const LoggedRequest &request);
    [[nodiscard]] QList<LoggedRequest> requests() const;
    [[nodiscard]] qint64 count() const; ///< of all, also those no longer kept
    [[nodiscard]] qint64 bytes() const;

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
