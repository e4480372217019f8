#pragma once

#include "ui/domains/mapscene.h"

namespace meshscope {

/// The map's boxes and cards as a treemap: areas say the measure. Flows are not drawn; exports keep them. Places are kept
/// from `request.previous`.
[[nodiscard]] MapScene asTreemap(const MapRequest &request, MapScene made);

} // namespace meshscope
