#include "models/catalogs/sync/schedule.h"

#include <QRegularExpression>

#include <array>

namespace meshscope {

qint64 durationSeconds(const QString &iso)
{
    static const QRegularExpression pattern(
        QStringLiteral("^P(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?$"));
    const QRegularExpressionMatch match = pattern.match(iso);
    if (!match.hasMatch())
        return 0;
    constexpr std::array<qint64, 5> seconds{7 * 86400, 86400, 3600, 60, 1};
    qint64 total = 0;
    for (int i = 0; i < 5; ++i)
        total += match.captured(i + 1).toLongLong() * seconds[size_t(i)];
    return total;
}

qint64 pauseAfter(qint64 interval, int failures)
{
    constexpr qint64 day = 86400;
    const qint64 most = std::max(interval, day);
    qint64 pause = interval;
    for (int n = 0; n < failures && pause < most; ++n)
        pause *= 2;
    return std::min(pause, most);
}

NextRun nextRun(const StoredEndpoint &endpoint, const QList<Run> &newestFirst, const QDateTime &now)
{
    NextRun next;
    QDateTime ended;
    for (const Run &run : newestFirst) {
        if (run.state == Run::State::Running)
            continue;
        if (!ended.isValid())
            ended = run.ended;
        if (run.state != Run::State::Failed)
            break;
        ++next.failures;
    }
    const qint64 interval = durationSeconds(endpoint.interval);
    if (endpoint.isPaused || interval <= 0)
        return next;
    next.at = ended.isValid() ? std::min(ended, now).addSecs(pauseAfter(interval, next.failures)) : now;
    return next;
}

std::optional<qint64> timeLeft(const RunPace &pace)
{
    constexpr qint64 soonest = 1000; // before, it is a guess
    constexpr double least = 0.02;
    if (pace.elapsed < soonest)
        return std::nullopt;
    double part = 0;
    const bool isCounted = pace.total > 0 && !pace.isOneOfMany;
    if (isCounted) {
        part = double(pace.done) / double(pace.total);
    } else {
        qint64 got = 0;
        qint64 before = 0;
        for (auto it = pace.gotBefore.cbegin(); it != pace.gotBefore.cend(); ++it) {
            before += it.value();
            got += std::min(it.value(), pace.got.value(it.key()));
        }
        if (before > 0)
            part = double(got) / double(before);
    }
    if (part >= least)
        return qint64(double(pace.elapsed) * (1 - std::min(part, 1.0)) / part);
    if (!isCounted && pace.tookBefore > pace.elapsed)
        return pace.tookBefore - pace.elapsed;
    return std::nullopt;
}

} // namespace meshscope
