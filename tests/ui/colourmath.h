#pragma once

#include <QColor>

#include <array>

namespace meshscope::test {

/// WCAG 2.1 contrast ratio, 1…21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

enum class Vision { Normal, Protanopia, Deuteranopia, Tritanopia };
/// What a person of that vision sees: Machado, Oliveira, Fernandes 2009, severity 1, applied in linear light.
[[nodiscard]] QColor seenBy(const QColor &color, Vision vision);
/// CIEDE2000 of two sRGB colours under D65.
[[nodiscard]] double deltaE2000(const QColor &a, const QColor &b);

} // namespace meshscope::test
