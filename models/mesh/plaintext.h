#pragma once

#include <QString>

namespace meshscope {

/// The text without the characters that only turn the direction of others (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066
/// to U+2069): a name that carries them would reorder what is written beside it, so that one thing passes for another.
/// Letters keep their own direction.
[[nodiscard]] QString withoutDirections(const QString &text);

} // namespace meshscope
