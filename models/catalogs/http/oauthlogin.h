#pragma once

#include "models/catalogs/http/httpclient.h"
#include "models/catalogs/http/oauth.h"

namespace meshscope {

/// What a login needs besides its settings. `client` reaches the login's servers with the endpoint's proxy and authorities.
struct OAuthLogin {
    HttpClient &client;
    HttpClock clock;
    IsCancelled cancelled = [] { return false; };
    std::chrono::minutes patience{5};
};

/// The addresses an issuer publishes (OpenID Connect Discovery, or RFC 8414 where that is missing), put into `settings`.
[[nodiscard]] Result<OAuthSettings> discoverOAuth(const OAuthLogin &login, const QUrl &issuer, OAuthSettings settings);

/// Authorization code with PKCE (RFC 7636), answered on a port of this computer (RFC 8252). `open` shows the address to the
/// person. Blocks until the browser comes back, somebody cancels or patience ends.
[[nodiscard]] Result<OAuthTokens> loginByBrowser(const OAuthLogin &login, const OAuthSettings &settings,
                                                 const std::function<void(const QUrl &)> &open);

/// Device code (RFC 8628), where there is no browser: `show` tells the person which code to type where; `whole` is the
/// address that holds it already, where the server has one.
struct DeviceCode {
    QString code;
    QUrl url;
    QUrl whole;
};
[[nodiscard]] Result<OAuthTokens> loginByDevice(const OAuthLogin &login, const OAuthSettings &settings,
                                                const std::function<void(const DeviceCode &)> &show);

} // namespace meshscope
