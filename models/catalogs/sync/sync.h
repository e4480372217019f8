#pragma once

#include "models/catalogs/connector.h"
#include "models/store/workspace.h"

namespace meshscope {

class RunWatch;

/// One run of one endpoint: connector → staged rows → published. Blocking; for a worker thread.
/// A run that is cancelled or fails leaves the last complete run as it was. What it asked a server is kept with it.
[[nodiscard]] Result<Run> syncEndpoint(Workspace &workspace, const EndpointConfig &endpoint, const Progress &progress,
                                       ConnectorTools tools = {}, RunWatch *watch = nullptr);
/// The same, watched and cancelled by `watch`.
[[nodiscard]] Result<Run> syncEndpoint(Workspace &workspace, const EndpointConfig &endpoint, RunWatch &watch,
                                       const ConnectorTools &tools = {});

/// Adds an endpoint after checking kind, location and name ([a-z0-9-]+, unique); an empty name is derived from the location.
/// Its secret goes to the key stores of this person, never into the workspace.
[[nodiscard]] Result<EndpointConfig> addEndpoint(Workspace &workspace, EndpointConfig config, const QByteArray &secret = {},
                                                 const ConnectorTools &tools = {});
/// Puts another configuration in place of the endpoint's of that name and kind; without a secret the one it has stays.
[[nodiscard]] Result<void> changeEndpoint(Workspace &workspace, EndpointConfig config, const QByteArray &secret = {},
                                          const ConnectorTools &tools = {});
/// Removes it and its secret.
[[nodiscard]] Result<void> dropEndpoint(Workspace &workspace, const QString &name, bool keepHistory,
                                        const ConnectorTools &tools = {});

} // namespace meshscope
