#pragma once

#include "models/catalogs/connector.h"
#include "models/formats/node.h"

namespace meshscope {

/// The region where it is not said apart: it stands in the address of each service of AWS.
[[nodiscard]] EndpointConfig placedInRegion(EndpointConfig config);
/// Seconds since 1970 with a fraction, or text in ISO form: services differ, and so do their versions.
[[nodiscard]] QDateTime awsTime(const Node &node);

} // namespace meshscope
