#include "models/health/levelrules.h"

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {
constexpr double dayMs = 86'400'000.0;
}

qint64 usualInterval(const std::vector<LevelSample> &samples, qint64 stretch)
{
    // Habits change: only the last stretch before the newest counts, if it holds enough to speak of a habit.
    constexpr size_t enough = 4;
    size_t first = samples.size();
    while (first > 0 && (samples[first - 1].at >= samples.back().at - stretch || samples.size() - first < enough))
        --first;
    std::vector<qint64> gaps;
    qint64 all = 0;
    for (size_t i = first + 1; i < samples.size(); ++i) {
        const qint64 gap = samples[i].at - samples[i - 1].at;
        if (gap > 0)
            gaps.push_back(gap);
        all += gap;
    }
    std::sort(gaps.begin(), gaps.end());
    qint64 passed = 0;
    for (const qint64 gap : gaps) {
        passed += gap;
        if (passed * 2 >= all)
            return gap;
    }
    return 0;
}

size_t LevelJudge::end(qint64 at) const
{
    const auto found = std::upper_bound(m_series.samples.begin(), m_series.samples.end(), at,
                                        [](qint64 t, const LevelSample &s) { return t < s.at; });
    return size_t(found - m_series.samples.begin());
}

/// Bad over all within `length` before `at`.
LevelJudge::Window LevelJudge::windowAt(qint64 at, qint64 length) const
{
    Window w;
    const size_t last = end(at);
    const size_t first = end(at - length);
    w.count = last - first;
    w.bad = m_badSum[last] - m_badSum[first];
    w.weight = m_weightSum[last] - m_weightSum[first];
    return w;
}

/// What lies no more than one and a half usual intervals after a measurement counts as measured: time nobody looked at is
/// not good time.
double LevelJudge::measuredShare(qint64 at, qint64 length) const
{
    const size_t last = end(at);
    const size_t first = end(at - length);
    if (first == last)
        return 0;
    const auto &samples = m_series.samples;
    qint64 covered = std::min(samples[first].at - (at - length), m_interval);
    for (size_t i = first; i < last; ++i) {
        const qint64 until = i + 1 < last ? samples[i + 1].at : at;
        covered += std::min(until - samples[i].at, m_interval * 3 / 2);
    }
    return std::clamp(double(covered) / double(length), 0.0, 1.0);
}

/// allowed = 1 − objective (an error rate allows its objective). Both shares are over the measured time alone, so used is
/// one over the other; burn is the last day's pace over the even pace.
std::optional<Budget> LevelJudge::budgetAt(qint64 at) const
{
    const auto length = qint64(m_policy.windowDays * dayMs);
    const Window window = windowAt(at, length);
    if (!hasBudget() || window.count == 0)
        return std::nullopt;
    Budget b;
    b.windowSeconds = length / 1000;
    b.allowed = m_comparison == u"<=" ? m_objective->value : 1 - m_objective->value;
    const auto share = [&](const Window &w) {
        if (b.allowed > 1e-12)
            return w.share() / b.allowed;
        return w.share() > 0 ? 1 + w.share() : 0.0; // nothing is allowed: any fault is over it
    };
    b.used = share(window);
    // The day that ends with the newest measurement; one usual interval at least, so that a weekly figure has a pace too.
    b.burn = share(windowAt(m_series.samples[end(at) - 1].at, std::max(qint64(dayMs), m_interval)));
    return b;
}

/// Days until the budget is used up at the present pace; infinite at or below the even pace.
double LevelJudge::daysLeft(const Budget &b) const
{
    if (b.burn <= 1)
        return HUGE_VAL;
    return std::max(0.0, 1 - b.used) * m_policy.windowDays / b.burn;
}

Status LevelJudge::windowStatus(qint64 at, bool withPace) const
{
    const auto budget = budgetAt(at);
    if (!budget)
        return Status::Unknown;
    if (budget->used > 1 + 1e-9)
        return Status::Breached;
    const bool soon = withPace && daysLeft(*budget) < m_policy.projectedDays;
    return budget->used >= m_policy.riskShare - 1e-9 || soon ? Status::AtRisk : Status::Met;
}

} // namespace meshscope
