#pragma once

#include "models/catalogs/http/message.h"

namespace meshscope {

/// What is asked for where one address takes it all, in a word or two for a log: the name of a GraphQL operation and the
/// enumerated values it is given ("scroll DATASET"), the target of an AWS call ("GetTables"). Empty: the address tells.
[[nodiscard]] QString operationOf(const HttpRequest &request);

} // namespace meshscope
