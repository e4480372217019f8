#pragma once

#include "models/catalogs/postgresql/session.h"
#include "models/mesh/datarows.h"

namespace meshscope::postgresql {

/// First rows of a dataset, as texts that lose nothing. Columns this user may not read are left out, and named.
/// Refused, with the permission that is missing; NotFound when there is no such table (any more).
[[nodiscard]] Result<DataRows> firstRows(Session &session, const Target &target, const QString &dataset, int rows);

} // namespace meshscope::postgresql
