#pragma once

#include "models/catalogs/http/httpclient.h"
#include "models/catalogs/http/httpusual.h"
#include "models/catalogs/http/oauth.h"
#include "models/mesh/records.h"
#include "models/security/secretbox.h"

#include <QHash>

namespace meshscope {

/// An endpoint as the workspace knows it. Secrets are not among the options but in the box, as "<name>/<what>".
struct HttpEndpoint {
    QString name;
    QString location;
    QHash<QString, QString> options;
};

/// The options of every kind of endpoint that is reached over HTTP, to be added to its own.
[[nodiscard]] QList<Property> httpOptions();
/// What the box should hold for these options ("token", "password", "tls-passphrase", …): what a person is asked for.
[[nodiscard]] QStringList wantedSecrets(const HttpEndpoint &endpoint, const HttpUsual &usual = {});

/// Usage when an option's value cannot be, naming it and what it may be; NotFound when a secret is missing.
[[nodiscard]] Result<HttpProfile> httpProfile(const HttpEndpoint &endpoint, SecretBox &box);
[[nodiscard]] Result<std::shared_ptr<Auth>> httpAuth(const HttpEndpoint &endpoint, const HttpUsual &usual, SecretBox &box);
[[nodiscard]] OAuthSettings oauthSettings(const HttpEndpoint &endpoint);
/// Both, and the client they make. `options` brings the log, the cancelling and the clock. The box outlives the client:
/// renewed logins go back into it.
[[nodiscard]] Result<std::unique_ptr<HttpClient>> openHttp(const HttpEndpoint &endpoint, const HttpUsual &usual,
                                                           SecretBox &box, HttpClient::Options options);

} // namespace meshscope
