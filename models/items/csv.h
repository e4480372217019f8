#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace meshscope {

/// RFC 4180, UTF-8; cells a spreadsheet would take for a formula are prefixed with an apostrophe.
[[nodiscard]] QByteArray csvOf(const QList<QStringList> &rows);

} // namespace meshscope
