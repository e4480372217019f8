#pragma once

#include "models/catalogs/connector.h"
#include "models/store/workspace.h"

namespace meshscope {

/// One run of one endpoint: connector → staged rows → published. Blocking; for a worker thread.
/// A run that is cancelled or fails leaves the last complete run as it was.
[[nodiscard]] Result<Run> syncEndpoint(Workspace &workspace, const EndpointConfig &endpoint, const Progress &progress);

/// Adds an endpoint after checking kind, location and name ([a-z0-9-]+, unique); an empty name is derived from the location.
[[nodiscard]] Result<EndpointConfig> addEndpoint(Workspace &workspace, EndpointConfig config);

} // namespace meshscope
