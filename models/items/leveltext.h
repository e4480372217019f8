#pragma once

#include "models/health/health.h"

namespace meshscope {

/// "timeToDetect" → "Time to detect": a property name for people.
[[nodiscard]] QString levelTitle(const QString &property);
/// "≤ 15 min"; an objective that is no number stays as it was given.
[[nodiscard]] QString objectiveText(const LevelState &state);
/// "99.59 %", or "none".
[[nodiscard]] QString observedText(const LevelState &state);
/// Share of the error budget that is left: 1 … below 0 when overspent; none without a budget.
[[nodiscard]] std::optional<double> budgetLeft(const LevelState &state);
/// "18 %", "−21 %".
[[nodiscard]] QString shareText(double share, int decimals = 0);
/// "3 met, 1 at risk, 1 unknown of 5".
[[nodiscard]] QString countsText(const LevelCounts &counts);
/// The level that makes its product as bad as it is: the worst, of those the one with the least budget. Null without levels.
[[nodiscard]] const LevelState *worstLevel(const QList<LevelState> &states);
/// A time span in its two biggest parts: "6 h 12 min".
[[nodiscard]] QString spanText(qint64 seconds);

} // namespace meshscope
