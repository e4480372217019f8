#pragma once

#include "models/mesh/result.h"

#include <QByteArray>

namespace meshscope {

/// Reads a file only its owner may read: NotFound, or Refused when it is a link, another's, or open to others; at most
/// `largest` bytes.
[[nodiscard]] Result<QByteArray> readPrivateFile(const QString &path, qsizetype largest = 64 * 1024);
/// Makes it (mode 0600, its folder 0700), durable when it returns. Refused when it exists: it is never replaced.
[[nodiscard]] Result<void> createPrivateFile(const QString &path, const QByteArray &bytes);
/// Writes all of it and waits until it is on the disk; false with errno set.
[[nodiscard]] bool writeDurably(int fd, const QByteArray &bytes);

} // namespace meshscope
