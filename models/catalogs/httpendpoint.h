#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/http/httpoptions.h"

namespace meshscope {

/// The secrets of one endpoint, wherever this person's are kept.
[[nodiscard]] std::shared_ptr<SecretBox> secretsOf(const EndpointConfig &config, const ConnectorTools &tools);
/// The option for a way to sign in as the command line names it: "key" for "apikey".
[[nodiscard]] QString authOption(const QString &auth);
/// Whether its address, options, files and secrets make a client; asks nobody.
[[nodiscard]] Result<void> checkHttpEndpoint(const EndpointConfig &config, const ConnectorTools &tools);

/// Statuses in which a vendor says "slow down" besides 429.
using IsThrottled = std::function<bool(const HttpAnswer &)>;
/// The road to the endpoint. The box outlives the client.
[[nodiscard]] Result<std::unique_ptr<HttpClient>> openEndpoint(const EndpointConfig &config, SecretBox &box,
                                                               const ConnectorTools &tools, const IsCancelled &cancelled,
                                                               const IsThrottled &isThrottled = {});

} // namespace meshscope
