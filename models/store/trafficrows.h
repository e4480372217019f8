#pragma once

#include "models/mesh/traffic.h"
#include "models/store/database.h"

namespace meshscope {

/// Keeps what a run asked, and forgets what runs long ago did.
[[nodiscard]] Result<void> keepTraffic(Database &db, qint64 endpoint, qint64 run, const Traffic &traffic);
[[nodiscard]] Traffic readTraffic(Database &db, qint64 endpoint, qint64 run);

} // namespace meshscope
