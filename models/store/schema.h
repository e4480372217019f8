#pragma once

#include "models/store/database.h"

namespace meshscope {

/// The version this program reads and writes: the number of its newest migration.
[[nodiscard]] int schemaVersion();

/// Brings a just opened file to schemaVersion(): an empty one is filled (only when `create`), an older one is first copied
/// to `<path>.v<N>.bak` and then upgraded in one transaction, a newer one is refused (Newer), anything else is Corrupt.
[[nodiscard]] Result<void> prepareSchema(Database &db, const QString &path, bool create);

} // namespace meshscope
