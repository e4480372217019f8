#pragma once

#include "ui/health/healthlists.h"

#include <QByteArray>

namespace meshscope {

/// The report to hand around: fractions, domains, what needs attention with its cause.
[[nodiscard]] QByteArray healthCsv(const HealthScope &scope);
[[nodiscard]] QByteArray healthPdf(const HealthScope &scope);

} // namespace meshscope
