#pragma once

#include "models/catalogs/http/auth.h"

#include <QUrl>

namespace meshscope {

/// Where tokens are to be had, and as whom. No token in here.
struct OAuthSettings {
    QUrl tokenUrl;
    QUrl authorizeUrl; ///< for a login by browser
    QUrl deviceUrl;    ///< for a login by a code
    QString client;
    QByteArray secret; ///< empty: a public client
    QString scope;
    QString audience;
    bool isSecretInBody = false; ///< for servers that do not read it from the header, as the standard has it
};

struct OAuthTokens {
    QByteArray access;
    QByteArray refresh;
    QDateTime renewAt;                       ///< a little before it runs out; invalid: only when it is refused
    [[nodiscard]] QByteArray toJson() const; ///< to be kept among the secrets
    [[nodiscard]] static std::optional<OAuthTokens> fromJson(const QByteArray &json);
};

/// Tokens by client credentials (RFC 6749, 4.4): asked for when they are needed, renewed before they run out.
[[nodiscard]] std::unique_ptr<Auth> oauthClientAuth(const OAuthSettings &settings);
/// Tokens of a person's login (oauthlogin.h), renewed by the refresh token; `keep` is told each new pair, from the thread
/// that asked, for servers let a refresh token be used only once.
[[nodiscard]] std::unique_ptr<Auth> oauthPersonAuth(const OAuthSettings &settings, const OAuthTokens &tokens,
                                                    std::function<void(const OAuthTokens &)> keep);

/// One question to the token endpoint, with the client's own proof added. Refused when the server says no: the reason in its
/// words is the error's `where` ("invalid_grant", "authorization_pending").
[[nodiscard]] Result<OAuthTokens> requestTokens(const OAuthSettings &settings, HttpFields fields, bool isRepeatable,
                                                const AuthCall &call);
/// The same address without encryption is only for this computer itself.
[[nodiscard]] Result<void> checkOAuthUrl(const QUrl &url);

} // namespace meshscope
