#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// Tests an endpoint as it is typed, before anything is kept: the secret stays in memory. Without one, what is kept for
/// `config` counts. Blocking; for a worker thread.
[[nodiscard]] Result<Connector::Probe> testConnection(EndpointConfig config, const QByteArray &secret, ConnectorTools tools);

} // namespace meshscope
