#pragma once

#include <QString>

namespace meshscope {

/// How a promise, or what makes promises, stands. Never Met without a measurement.
enum class Status : quint8 { Met, AtRisk, Breached, Unknown, NoPromise };
[[nodiscard]] QString statusWord(Status s); ///< "met", "at-risk", "breached", "unknown", "no-promise": as in JSON
[[nodiscard]] QString statusName(Status s); ///< for people, translated
/// The higher, the worse: breached > at risk > unknown > met > no promise.
[[nodiscard]] int badness(Status s);
/// The worse of two by that.
[[nodiscard]] Status worse(Status a, Status b);

} // namespace meshscope
