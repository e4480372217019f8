#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

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
    bool operator==(const LoggedRequest &) const = default;
};

/// What one run asked its endpoint: all of it counted, the first and the last lines of a long one kept.
struct Traffic {
    qint64 requests = 0;
    qint64 bytes = 0;
    QList<LoggedRequest> lines;
    bool operator==(const Traffic &) const = default;
};

} // namespace meshscope
