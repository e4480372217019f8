#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// Tests an endpoint as it is typed, before anything is kept: the secret stays in memory. Without one, what is kept for
/// `config` counts. Blocking; for a worker thread. `checked`: told of each check as soon as it is over, where the kind
/// knows; all of them are in what comes back.
[[nodiscard]] Result<Connector::Probe> testConnection(EndpointConfig config, const QByteArray &secret, ConnectorTools tools,
                                                      const std::function<void(const Connector::Check &)> &checked = {});

} // namespace meshscope
