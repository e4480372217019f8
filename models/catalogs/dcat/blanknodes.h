#pragma once

#include <QByteArray>

namespace meshscope {

/// A JSON-LD document with its blank nodes ("_:n12") called by what they say: a server that makes their names up gives other
/// ones each time. Unchanged when there are none. Those that say the same become one.
[[nodiscard]] QByteArray withStableBlankNodes(const QByteArray &json);

} // namespace meshscope
