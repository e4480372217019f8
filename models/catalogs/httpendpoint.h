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

/// The first checks of any endpoint over HTTP: the name resolves, the port answers. False: nothing further can succeed.
[[nodiscard]] bool checkReach(const HttpProfile &profile, QList<Connector::Check> &checks);
/// Runs requests as checks: encryption and login are told of once, before the first answer.
class RequestChecks {
public:
    RequestChecks(HttpClient &client, QList<Connector::Check> &checks)
        : m_client(client)
        , m_checks(checks)
    {
    }
    [[nodiscard]] Result<HttpAnswer> ask(const QString &what, const HttpRequest &request, bool isNeeded = true);
    /// The last check's text, where an answer was good: how many there are, which version.
    void tell(const QString &text);
    /// The last answer was none after all.
    void refute(const QString &text);

private:
    HttpClient &m_client;
    QList<Connector::Check> &m_checks;
    bool m_isReached = false;
};

} // namespace meshscope
