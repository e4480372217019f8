#pragma once

#include "models/mesh/mesh.h"

namespace meshscope {

/// Hue of every top domain by its address, for scenes built in a worker; asked on the GUI thread, where the style knows
/// them. "No domain" is none: it has no hue.
[[nodiscard]] QHash<QString, int> huesOf(const Mesh &mesh);

} // namespace meshscope
