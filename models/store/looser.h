#pragma once

#include "models/mesh/records.h"

namespace meshscope {

/// Whether the promise `after` asks less of the provider than `before` did. False where the two cannot be compared.
[[nodiscard]] bool isLooser(const ServiceLevel &before, const ServiceLevel &after);

} // namespace meshscope
