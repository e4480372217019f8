#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace meshscope {

/// How often, and how long apart, what is safe to repeat is tried again.
struct RetryPolicy {
    int attempts = 5;
    std::chrono::milliseconds first{500};
    std::chrono::milliseconds longest{30'000};
};

/// The pause after the n-th attempt failed (from 1): doubled each time up to the longest, of which `random` (0 to 1) takes
/// away up to half, so that many clients do not come back at once.
[[nodiscard]] std::chrono::milliseconds backOff(const RetryPolicy &policy, int attempt, double random);
/// Retry-After (RFC 9110, 10.2.3): seconds, or a date in one of the three forms; past dates are no pause at all.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, const QDateTime &now);
/// A date of HTTP in one of its three forms (RFC 9110, 5.6.7).
[[nodiscard]] QDateTime httpDate(const QByteArray &value);

} // namespace meshscope
