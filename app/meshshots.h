#pragma once

#include "models/mesh/result.h"

#include <QString>

namespace meshscope {

/// Pictures of a generated mesh of 100,000 datasets: the whole, some domains, some cards; light and dark. Returns how many.
[[nodiscard]] Result<int> takeMeshShots(const QString &folder);

} // namespace meshscope
