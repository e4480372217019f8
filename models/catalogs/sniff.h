#pragma once

#include <QByteArray>
#include <QString>

namespace meshscope {

/// How much of a file the guess needs.
inline constexpr qint64 sniffBytes = 16 << 10;

/// Whether a file may hold a document of ours, from its first bytes: text that starts like JSON or YAML. Names only help
/// to report faults: what is called .yaml and does not parse is told, a note.txt is not.
[[nodiscard]] bool mayBeDocument(const QByteArray &head, const QString &path);
[[nodiscard]] bool isCalledDocument(const QString &path);

/// Whether a large file is worth parsing whole, or is rows of data: false only when the first of a list or of JSON lines is
/// no document and the words that every document of ours has somewhere are missing. Costs one pass without parsing.
[[nodiscard]] bool isWorthParsing(const QByteArray &bytes, const QString &path);

} // namespace meshscope
