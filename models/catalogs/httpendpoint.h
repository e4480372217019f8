#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/http/httpclient.h"

namespace meshscope {

/// Options every endpoint over HTTP takes: pace, limits, proxy.
[[nodiscard]] QList<Property> httpOptions();
/// Checks all of it: Usage names the option and what it can be. `kind` says which ways to sign in there are.
[[nodiscard]] Result<HttpProfile> httpProfile(const EndpointConfig &config, const EndpointKind &kind);
/// The road to the endpoint; reads the secret, if there is one.
[[nodiscard]] Result<std::unique_ptr<HttpClient>> openEndpoint(const EndpointConfig &config, const EndpointKind &kind,
                                                               const ConnectorTools &tools, const IsCancelled &cancelled);

/// The first checks of any endpoint over HTTP: the name resolves, the port answers. False: nothing further can succeed.
[[nodiscard]] bool checkReach(const HttpProfile &profile, QList<Connector::Check> &checks);
/// Runs one request as checks: TLS and login are told of once, in words of their own. Null when it failed.
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
    void refute(const QString &text);

private:
    HttpClient &m_client;
    QList<Connector::Check> &m_checks;
    bool m_isReached = false;
};

} // namespace meshscope
