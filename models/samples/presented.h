#pragma once

#include "models/samples/rawrows.h"
#include "models/samples/sample.h"

namespace meshscope {

/// Rows as they may be shown: columns named, typed, and masked by what is known of them unless that is `lifted`.
[[nodiscard]] Sample present(const RawRows &raw, const QList<Column> &columns, bool lifted, const QByteArray &salt);

} // namespace meshscope
