#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace meshscope {

/// What an address can name (CLI contract: domain product port dataset column job contract term party request).
enum class Kind : quint8 { Domain, Product, Port, Dataset, Column, Job, Contract, Term, Party, Request };
inline constexpr int kindCount = 10;

/// The word used in addresses and JSON.
[[nodiscard]] QString kindWord(Kind kind);
/// The word people read, in their language; `plural` for headings and counts.
[[nodiscard]] QString kindName(Kind kind, bool plural = false);
[[nodiscard]] std::optional<Kind> kindFromWord(QStringView word);

} // namespace meshscope
