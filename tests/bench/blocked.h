#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// Opens the window on a workspace, syncs the endpoint in it and prints how long the thread of the window was away from
/// its events meanwhile: longest and 99th percentile in milliseconds, turns, seconds.
[[nodiscard]] int syncUnderWindow(const QString &file, const EndpointConfig &config, const QByteArray &secret);

} // namespace meshscope
