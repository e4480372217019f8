#pragma once

#include "models/health/health.h"

namespace meshscope {

/// How service levels are read and judged: see SEMANTICS, "Service levels".

/// Lower case, letters and digits only: "Time to Detect", "timeToDetect" and "time_to_detect" are one.
[[nodiscard]] QString foldedProperty(const QString &property);
/// "<=", ">=" or "=": the level's own word, else what its kind means.
[[nodiscard]] QString comparisonFor(const ServiceLevel &level, LevelKind kind);
[[nodiscard]] bool isRatioKind(LevelKind kind);
[[nodiscard]] std::optional<Quantity> objectiveOf(const QString &value, const QString &unit, LevelKind kind);

/// One observation of a level, canonical. For ratios `bad` of `total` count against the promise.
struct LevelSample {
    qint64 at = 0; ///< ms since 1970
    double value = 0;
    double bad = 0;
    double total = 0; ///< 0 = not counted, only a share
    float good = 0;   ///< as measured, for the evidence
    quint32 source = 0;
};

/// What was observed for one level, oldest first.
struct Series {
    std::vector<LevelSample> samples;
    std::vector<qint64> arrivals; ///< when data of its datasets arrived: completions
    int rank = 1000;              ///< how close the measurements are to the level; lower is closer
};

/// How far back measurements are read: three usual intervals of a monthly habit at least.
[[nodiscard]] inline int healthLookbackDays(const HealthPolicy &policy)
{
    return std::max(90, policy.windowDays * 2);
}

/// The gap in which a random moment between two measurements falls, so that bursts do not count as a habit; over
/// the last `stretch` ms that were measured. 0 = unknown.
[[nodiscard]] qint64 usualInterval(const std::vector<LevelSample> &samples, qint64 stretch);

/// A level's figures ready to be judged at any moment.
class LevelJudge {
public:
    LevelJudge(const ServiceLevel &level, const Series &series, const QStringList &sources, const HealthPolicy &policy,
               const QDateTime &asOf);
    /// Everything but the id.
    [[nodiscard]] LevelState judge() const;
    /// Status and value of the day that begins at `begin` and ends at `end` (ms).
    [[nodiscard]] DayValue day(QDate day, qint64 begin, qint64 end) const;

private:
    struct Window {
        double bad = 0;
        double weight = 0;
        size_t count = 0;
        [[nodiscard]] double share() const { return weight > 0 ? bad / weight : 0; }
    };
    [[nodiscard]] LevelState judgeDate(LevelState state) const;
    [[nodiscard]] LevelState judgeStart(LevelState state) const;
    [[nodiscard]] LevelState judgeMoment(LevelState state, const LevelSample &newest) const;
    [[nodiscard]] LevelState judgeWindow(LevelState state, const LevelSample &newest) const;
    [[nodiscard]] Status momentStatus(double value) const;
    [[nodiscard]] Status windowStatus(qint64 at, bool withPace) const;
    [[nodiscard]] Window windowAt(qint64 at, qint64 length) const;
    [[nodiscard]] std::optional<Budget> budgetAt(qint64 at) const;
    [[nodiscard]] double measuredShare(qint64 at, qint64 length) const;
    [[nodiscard]] double daysLeft(const Budget &budget) const;
    [[nodiscard]] Status statusOf(size_t sample) const;
    [[nodiscard]] QDateTime leftMet() const;
    [[nodiscard]] QString stale(const LevelSample &newest) const;
    [[nodiscard]] bool keeps(double value) const;
    [[nodiscard]] std::optional<LevelSample> arrival() const;
    [[nodiscard]] size_t end(qint64 at) const; ///< samples before or at this moment
    [[nodiscard]] QList<Evidence> evidence() const;
    [[nodiscard]] QString said(double value) const;
    [[nodiscard]] QString promise() const; ///< "≥ 99.5 %"
    [[nodiscard]] bool hasBudget() const
    {
        return isRatioKind(m_kind) && m_objective && m_objective->unit == QLatin1StringView("ratio");
    }
    [[nodiscard]] bool byWindow() const { return hasBudget() && m_kind != LevelKind::Completeness; }

    const ServiceLevel &m_level;
    const Series &m_series;
    const QStringList &m_sources;
    const HealthPolicy &m_policy;
    qint64 m_now;
    LevelKind m_kind;
    QString m_comparison;
    std::optional<Quantity> m_objective;
    std::optional<Quantity> m_upper; ///< of a promise that is a range
    qint64 m_interval;
    std::vector<double> m_badSum; ///< prefix sums over the samples
    std::vector<double> m_weightSum;
};

} // namespace meshscope
