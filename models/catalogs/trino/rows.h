#pragma once

#include "models/catalogs/trino/records.h"
#include "models/catalogs/trino/statement.h"
#include "models/mesh/datarows.h"

namespace meshscope::trino {

/// First rows of a dataset, as texts that lose nothing. Columns are named: one that is denied would fail all of it. Refused,
/// with the permission that is missing; NotFound when there is no such table (any more).
[[nodiscard]] Result<DataRows> firstRows(Asker &asker, const Naming &naming, const QString &dataset, int rows,
                                         const std::function<void(int percent, const QString &state)> &told);

} // namespace meshscope::trino
