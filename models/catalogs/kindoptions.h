#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// What a kind of server takes beyond what every server does.
[[nodiscard]] QList<Property> ownOptions(const EndpointKind &kind);

} // namespace meshscope
