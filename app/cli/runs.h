#pragma once

#include "app/cli/commandline.h"

namespace meshscope::cli {

/// A run as the command line's contract has it.
[[nodiscard]] QJsonObject runJson(const Run &run);
/// NotFound lists the names there are.
[[nodiscard]] Result<StoredEndpoint> endpointNamed(const Workspace &workspace, const QString &name);
/// With -v each request is told of on standard error as it is done.
[[nodiscard]] ConnectorTools toolsOf(const Call &call, const QString &endpoint);

} // namespace meshscope::cli
