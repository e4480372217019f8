#pragma once

#include "models/mesh/result.h"

#include <QByteArray>

namespace meshscope {

/// zstd at its fastest ordinary level: originals are written often and read seldom.
[[nodiscard]] Result<QByteArray> compressed(const QByteArray &bytes);
[[nodiscard]] Result<QByteArray> decompressed(const QByteArray &bytes, qint64 size);

} // namespace meshscope
