#pragma once

#include "models/store/workspace.h"

namespace meshscope {

/// Seconds of an ISO 8601 duration of weeks, days, hours, minutes, seconds ("PT1H", "P1D"); 0 when it is none.
[[nodiscard]] qint64 durationSeconds(const QString &iso);

/// How long to wait after `failures` in a row: the interval, doubled each time a server is ill, up to a day (or the
/// interval, where that is longer).
[[nodiscard]] qint64 pauseAfter(qint64 interval, int failures);

/// When an endpoint is read next by itself, and how often in a row it could not be read.
struct NextRun {
    std::optional<QDateTime> at; ///< none: only when it is asked for, or changes
    int failures = 0;
};
[[nodiscard]] NextRun nextRun(const StoredEndpoint &endpoint, const QList<Run> &newestFirst, const QDateTime &now);

/// What a run has come to so far, and what the last whole one did.
struct RunPace {
    qint64 elapsed = 0; ///< milliseconds
    qint64 done = 0;
    qint64 total = 0; ///< 0: nobody knows
    QHash<QString, qint64> got;
    QHash<QString, qint64> gotBefore;
    qint64 tookBefore = 0;    ///< milliseconds
    bool isOneOfMany = false; ///< what is done is of one list, and others follow: how many, nobody knows
};
/// Milliseconds it will still take, as far as one can tell: by what is listed, if that is all; else by what the last run
/// found.
[[nodiscard]] std::optional<qint64> timeLeft(const RunPace &pace);

} // namespace meshscope
