#pragma once

#include "models/formats/node.h"

namespace meshscope {

/// Type of a plain (unquoted) scalar by the YAML 1.2 core schema: `yes`, `on` and dates are text, `0o17` is a number.
[[nodiscard]] Node::Type coreSchemaType(std::string_view plain);

} // namespace meshscope
