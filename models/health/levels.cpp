#include "models/health/levelrules.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {
QString asDate(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).date().toString(Qt::ISODate);
}

QString asAge(qint64 ms)
{
    return formatQuantity(Quantity{double(ms / 1000), QStringLiteral("s"), {}});
}

QString percent(double share)
{
    return formatQuantity(Quantity{std::round(share * 100) / 100, QStringLiteral("ratio"), {}});
}

/// Kinds whose values creep up to their limit; others meet it by design (a file a day is a day old).
bool creeps(LevelKind kind)
{
    return kind == LevelKind::Latency || kind == LevelKind::Freshness || kind == LevelKind::TimeToDetect ||
           kind == LevelKind::TimeToNotify || kind == LevelKind::TimeToRepair;
}
} // namespace

LevelJudge::LevelJudge(const ServiceLevel &level, const Series &series, const QStringList &sources,
                       const HealthPolicy &policy, const QDateTime &asOf)
    : m_level(level)
    , m_series(series)
    , m_sources(sources)
    , m_policy(policy)
    , m_now(asOf.toMSecsSinceEpoch())
    , m_kind(levelKind(level.property))
    , m_comparison(comparisonFor(level, m_kind))
    , m_objective(objectiveOf(level.value, level.unit, m_kind))
    , m_upper(level.valueTo.isEmpty() ? std::nullopt : objectiveOf(level.valueTo, level.unit, m_kind))
    , m_interval(usualInterval(series.samples, qint64(policy.windowDays) * 86'400'000))
{
    // Measured once: take it for a daily habit.
    if (m_interval == 0)
        m_interval = 86'400'000;
    m_badSum.assign(series.samples.size() + 1, 0);
    m_weightSum.assign(series.samples.size() + 1, 0);
    const bool counted =
        std::all_of(series.samples.begin(), series.samples.end(), [](const LevelSample &s) { return s.total > 0; });
    const bool isMost = m_comparison == u"<=";
    for (size_t i = 0; i < series.samples.size(); ++i) {
        const LevelSample &s = series.samples[i];
        // Without counts every measurement weighs the same.
        m_badSum[i + 1] = m_badSum[i] + (counted ? s.bad : isMost ? s.value : 1 - s.value);
        m_weightSum[i + 1] = m_weightSum[i] + (counted ? s.total : 1);
    }
}

bool LevelJudge::keeps(double value) const
{
    const double limit = m_objective->value;
    const double slack = 1e-9 * std::max(1.0, std::abs(limit));
    if (m_upper && (value > m_upper->value + slack))
        return false;
    if (m_comparison == u"<=")
        return value <= limit + slack;
    return m_comparison == u"=" && !m_upper ? std::abs(value - limit) <= slack : value >= limit - slack;
}

Status LevelJudge::momentStatus(double value) const
{
    if (!keeps(value))
        return Status::Breached;
    const bool near = creeps(m_kind) && m_comparison == u"<=" && value > m_policy.riskShare * m_objective->value;
    const double allowed = hasBudget() ? (m_comparison == u"<=" ? m_objective->value : 1 - m_objective->value) : 0;
    const double bad = m_comparison == u"<=" ? value : 1 - value;
    const bool nearBudget = allowed > 0 && bad >= m_policy.riskShare * allowed;
    return near || nearBudget ? Status::AtRisk : Status::Met;
}

Status LevelJudge::statusOf(size_t sample) const
{
    const LevelSample &s = m_series.samples[sample];
    return byWindow() ? windowStatus(s.at, false) : momentStatus(s.value);
}

/// When it left "met" the last time; invalid when it never was within the time looked at.
QDateTime LevelJudge::leftMet() const
{
    const auto &samples = m_series.samples;
    for (size_t i = end(m_now); i-- > 0;) {
        if (statusOf(i) == Status::Met)
            return i + 1 < samples.size() && samples[i + 1].at <= m_now
                       ? QDateTime::fromMSecsSinceEpoch(samples[i + 1].at, Qt::UTC)
                       : QDateTime();
    }
    return {};
}

QString LevelJudge::stale(const LevelSample &newest) const
{
    const qint64 age = m_now - newest.at;
    if (age <= 3 * m_interval)
        return {};
    return QCoreApplication::translate(
               "meshscope::Health",
               "Last measured %1 ago, on %2; the usual interval is %3. What is older than three intervals says nothing.")
        .arg(asAge(age), asDate(newest.at), asAge(m_interval));
}

QString LevelJudge::said(double value) const
{
    return formatQuantity(Quantity{value, m_objective->unit, m_objective->given});
}

QString LevelJudge::promise() const
{
    const QString sign = m_comparison == u"<="   ? QStringLiteral("≤")
                         : m_comparison == u">=" ? QStringLiteral("≥")
                                                 : m_comparison;
    return sign + QChar(0xa0) + said(m_objective->value);
}

QList<Evidence> LevelJudge::evidence() const
{
    QList<Evidence> result;
    const qint64 from = m_now - qint64(m_policy.windowDays) * 86'400'000;
    for (size_t i = end(m_now); i-- > 0 && m_series.samples[i].at > from;) {
        const LevelSample &s = m_series.samples[i];
        Evidence e{QDateTime::fromMSecsSinceEpoch(s.at, Qt::UTC), s.value, std::nullopt, std::nullopt,
                   m_sources.value(s.source)};
        if (s.total > 0) {
            e.good = double(s.good);
            e.total = s.total;
        }
        result.append(e);
    }
    return result;
}

/// The newest arrival of data as a measurement of age, where nothing measures the age itself.
std::optional<LevelSample> LevelJudge::arrival() const
{
    if (m_kind != LevelKind::Freshness)
        return std::nullopt;
    const auto found = std::upper_bound(m_series.arrivals.begin(), m_series.arrivals.end(), m_now);
    if (found == m_series.arrivals.begin())
        return std::nullopt;
    LevelSample s;
    s.at = *std::prev(found);
    s.value = double(m_now - s.at) / 1000;
    return s;
}

LevelState LevelJudge::judge() const
{
    LevelState state;
    state.level = &m_level;
    state.kind = m_kind;
    state.comparison = m_comparison;
    state.objective = m_objective;
    state.evidence = evidence();
    if (m_kind == LevelKind::EndOfSupport || m_kind == LevelKind::EndOfLife)
        return judgeDate(std::move(state));
    if (m_kind == LevelKind::GeneralAvailability)
        return judgeStart(std::move(state));
    const size_t known = end(m_now);
    std::optional<LevelSample> newest = known > 0 ? std::optional(m_series.samples[known - 1]) : std::nullopt;
    const bool measured = newest && stale(*newest).isEmpty();
    const std::optional<LevelSample> arrived = measured ? std::nullopt : arrival();
    const bool byArrival = arrived && (!newest || arrived->at > newest->at);
    if (byArrival) {
        newest = arrived;
        state.evidence.prepend(Evidence{QDateTime::fromMSecsSinceEpoch(newest->at, Qt::UTC), newest->value, std::nullopt,
                                        std::nullopt, QCoreApplication::translate("meshscope::Health", "arrival of data")});
    }
    if (newest) {
        const QString unit = m_objective && m_objective->unit != u"1" ? m_objective->unit : QString();
        state.observed = LevelState::Observed{Quantity{newest->value, unit.isEmpty() ? QStringLiteral("1") : unit,
                                                       m_objective ? m_objective->given : QString()},
                                              QDateTime::fromMSecsSinceEpoch(newest->at, Qt::UTC)};
    }
    if (!m_objective) {
        state.why = QCoreApplication::translate("meshscope::Health", "The objective “%1” has no number to compare with.")
                        .arg(m_level.value.isEmpty() ? m_level.description : m_level.value);
        return state;
    }
    if (!newest) {
        state.why = QCoreApplication::translate("meshscope::Health", "Nobody has measured this in the last %1 days.")
                        .arg(healthLookbackDays(m_policy));
        return state;
    }
    if (!byArrival && !measured) {
        state.why = stale(*newest);
        return state;
    }
    if (m_objective->unit == u"1" && m_level.unit.isEmpty() && (creeps(m_kind) || m_kind == LevelKind::Frequency)) {
        state.why =
            QCoreApplication::translate("meshscope::Health", "The objective “%1” has no unit: say seconds, hours or days.")
                .arg(m_level.value);
        return state;
    }
    return byWindow() ? judgeWindow(std::move(state), *newest) : judgeMoment(std::move(state), *newest);
}

/// Ends are watched by the calendar: at risk some time before, breached after.
LevelState LevelJudge::judgeDate(LevelState state) const
{
    if (!m_objective || m_objective->unit != u"date") {
        state.why = QCoreApplication::translate("meshscope::Health", "The objective “%1” is no date.").arg(m_level.value);
        return state;
    }
    // A bare date is its end.
    const qint64 day = 86'400'000;
    const qint64 ends = qint64(m_objective->value) * 1000 + (m_level.value.trimmed().size() == 10 ? day : 0);
    const qint64 left = ends - m_now;
    const QString date = formatQuantity(*m_objective);
    state.observed = LevelState::Observed{Quantity{double(left) / 1000, QStringLiteral("s"), {}},
                                          QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC)};
    if (left < 0) {
        state.status = Status::Breached;
        state.since = QDateTime::fromMSecsSinceEpoch(ends, Qt::UTC);
        state.why = QCoreApplication::translate("meshscope::Health", "Ended on %1, %2 ago.").arg(date, asAge(-left));
    } else if (left <= m_policy.endWarningDays * day) {
        state.status = Status::AtRisk;
        state.since = QDateTime::fromMSecsSinceEpoch(ends - m_policy.endWarningDays * day, Qt::UTC);
        state.why = QCoreApplication::translate("meshscope::Health", "Ends on %1, in %2; the warning begins %3 days before.")
                        .arg(date, asAge(left))
                        .arg(m_policy.endWarningDays);
    } else {
        state.status = Status::Met;
        state.why = QCoreApplication::translate("meshscope::Health", "Ends on %1, in %2.").arg(date, asAge(left));
    }
    return state;
}

/// General availability: met once something shows that it is there, breached when it is not and the day has passed.
LevelState LevelJudge::judgeStart(LevelState state) const
{
    const size_t known = end(m_now);
    const bool dated = m_objective && m_objective->unit == u"date";
    const qint64 due = dated ? qint64(m_objective->value) * 1000 : 0;
    const QString date = dated ? formatQuantity(*m_objective) : m_level.value;
    const auto arrived = std::upper_bound(m_series.arrivals.begin(), m_series.arrivals.end(), m_now);
    const bool hasArrived = arrived != m_series.arrivals.begin() && *std::prev(arrived) >= due;
    if (known > 0) {
        const LevelSample &newest = m_series.samples[known - 1];
        state.observed = LevelState::Observed{Quantity{newest.value, QStringLiteral("1"), {}},
                                              QDateTime::fromMSecsSinceEpoch(newest.at, Qt::UTC)};
        const bool isThere = newest.value > 0;
        if (isThere || m_now < due) {
            state.status = Status::Met;
            state.why =
                isThere ? QCoreApplication::translate("meshscope::Health", "Found available on %1; promised from %2.")
                              .arg(asDate(newest.at), date)
                        : QCoreApplication::translate("meshscope::Health", "Not available yet; promised from %1.").arg(date);
        } else {
            state.status = Status::Breached;
            state.since = QDateTime::fromMSecsSinceEpoch(due, Qt::UTC);
            state.why = QCoreApplication::translate("meshscope::Health", "Promised from %1, not available on %2.")
                            .arg(date, asDate(newest.at));
        }
    } else if (dated && hasArrived) {
        state.status = Status::Met;
        state.observed = LevelState::Observed{Quantity{1, QStringLiteral("1"), {}},
                                              QDateTime::fromMSecsSinceEpoch(*std::prev(arrived), Qt::UTC)};
        state.why = QCoreApplication::translate("meshscope::Health", "Data arrived on %1; promised from %2.")
                        .arg(asDate(*std::prev(arrived)), date);
    } else {
        state.why =
            QCoreApplication::translate("meshscope::Health", "Promised from %1; nobody has measured whether it is there.")
                .arg(date);
    }
    return state;
}

/// The newest value decides; a budget, where there is one, can only warn.
LevelState LevelJudge::judgeMoment(LevelState state, const LevelSample &newest) const
{
    state.status = momentStatus(newest.value);
    const QString observed = said(newest.value);
    const QString objective = promise();
    if (state.status == Status::Breached) {
        state.why = QCoreApplication::translate("meshscope::Health", "%1 on %2; promised %3.")
                        .arg(observed, asDate(newest.at), objective);
    } else if (state.status == Status::AtRisk) {
        const double allowed = hasBudget() && m_comparison != u"<=" ? 1 - m_objective->value : m_objective->value;
        const double used = hasBudget() && m_comparison != u"<=" ? 1 - newest.value : newest.value;
        state.why = QCoreApplication::translate("meshscope::Health",
                                                "%1, promised %2: %3 of what is allowed is used; at risk from %4.")
                        .arg(observed, objective, percent(used / allowed), percent(m_policy.riskShare));
    } else {
        state.why = QCoreApplication::translate("meshscope::Health", "%1 on %2, within %3.")
                        .arg(observed, asDate(newest.at), objective);
    }
    state.budget = budgetAt(m_now);
    if (state.budget)
        state.budget->measured = measuredShare(m_now, state.budget->windowSeconds * 1000);
    if (state.budget && state.status == Status::Met) {
        const double left = daysLeft(*state.budget);
        if (state.budget->used >= m_policy.riskShare) {
            state.status = Status::AtRisk;
            state.why = QCoreApplication::translate(
                            "meshscope::Health", "%1 now, but %2 of the error budget of %3 days is used; at risk from %4.")
                            .arg(observed, percent(state.budget->used), QString::number(m_policy.windowDays),
                                 percent(m_policy.riskShare));
        } else if (left < m_policy.projectedDays) {
            state.status = Status::AtRisk;
            state.why =
                QCoreApplication::translate("meshscope::Health",
                                            "%1 now; at the pace of the last day the error budget is used up in %2 days.")
                    .arg(observed, QString::number(left, 'f', 1));
        }
    }
    if (state.status != Status::Met)
        state.since = m_series.samples.empty() ? QDateTime() : leftMet();
    return state;
}

LevelState LevelJudge::judgeWindow(LevelState state, const LevelSample &newest) const
{
    Q_UNUSED(newest)
    state.budget = budgetAt(m_now);
    if (state.budget)
        state.budget->measured = measuredShare(m_now, state.budget->windowSeconds * 1000);
    if (!state.budget) {
        state.why = QCoreApplication::translate("meshscope::Health", "Not measured within the window of %1 days.")
                        .arg(m_policy.windowDays);
        return state;
    }
    const Budget &b = *state.budget;
    const Window window = windowAt(m_now, b.windowSeconds * 1000);
    const double value = m_comparison == u"<=" ? window.share() : 1 - window.share();
    state.observed->quantity.value = value;
    state.status = windowStatus(m_now, true);
    if (m_comparison == u"=" && !keeps(value))
        state.status = Status::Breached;
    const QString days = QString::number(m_policy.windowDays);
    if (state.status == Status::Breached)
        state.why =
            QCoreApplication::translate("meshscope::Health", "%1 over %2 days; promised %3: %4 of the error budget is used.")
                .arg(said(value), days, promise(), percent(b.used));
    else if (state.status == Status::AtRisk && b.used >= m_policy.riskShare - 1e-9)
        state.why = QCoreApplication::translate("meshscope::Health",
                                                "%1 over %2 days: %3 of the error budget of %4 is used; at risk from %5.")
                        .arg(said(value), days, percent(b.used), said(b.allowed), percent(m_policy.riskShare));
    else if (state.status == Status::AtRisk)
        state.why =
            QCoreApplication::translate(
                "meshscope::Health", "%1 over %2 days: at the pace of the last day the error budget is used up in %3 days.")
                .arg(said(value), days, QString::number(daysLeft(b), 'f', 1));
    else
        state.why =
            QCoreApplication::translate("meshscope::Health", "%1 over %2 days, within %3; %4 of the error budget is used.")
                .arg(said(value), days, promise(), percent(b.used));
    if (b.measured < 0.9)
        state.why +=
            u' ' +
            QCoreApplication::translate("meshscope::Health", "Only %1 of that time was measured.").arg(percent(b.measured));
    if (state.status != Status::Met)
        state.since = leftMet();
    return state;
}

DayValue LevelJudge::day(QDate date, qint64 begin, qint64 finish) const
{
    DayValue result;
    result.day = date;
    const size_t first = end(begin - 1);
    const size_t last = end(finish - 1);
    if (first == last || !m_objective)
        return result;
    if (!byWindow()) {
        result.value = m_series.samples[last - 1].value;
        result.status = momentStatus(*result.value);
        return result;
    }
    const double share = (m_badSum[last] - m_badSum[first]) / std::max(1e-300, m_weightSum[last] - m_weightSum[first]);
    result.value = m_comparison == u"<=" ? share : 1 - share;
    result.status = windowStatus(m_series.samples[last - 1].at, true);
    return result;
}

} // namespace meshscope
