#include "models/catalogs/personlogin.h"

#include "models/catalogs/http/oauthlogin.h"
#include "models/catalogs/httpendpoint.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::PersonLogin)
};

} // namespace

Result<QByteArray> logIn(const EndpointConfig &config, const ConnectorTools &tools, const LoginTalk &talk)
{
    const HttpEndpoint endpoint{config.name, config.location, config.options};
    OAuthSettings settings = oauthSettings(endpoint);
    const bool hasWay = !settings.authorizeUrl.isEmpty() || !settings.deviceUrl.isEmpty();
    if (settings.tokenUrl.isEmpty() || settings.client.isEmpty() || !hasWay)
        return fail(Error::Code::Usage,
                    Text::tr("To log in, the token address, the login page (or the device address) and the client are "
                             "needed. Who keeps the catalog knows them."),
                    config.name);
    const std::shared_ptr<SecretBox> box = secretsOf(config, tools);
    if (const Result<QByteArray> secret = box->read(config.name + u"/client-secret"_s))
        settings.secret = *secret; // a public client has none
    const Result<HttpProfile> profile = httpProfile(endpoint, *box);
    if (!profile)
        return Failure(profile.error());
    HttpClient::Options options;
    options.log = tools.log;
    options.cancelled = talk.cancelled;
    const Result<std::unique_ptr<HttpClient>> client = HttpClient::open(*profile, std::move(options));
    if (!client)
        return Failure(client.error());
    const OAuthLogin login{**client, {}, talk.cancelled};
    const Result<OAuthTokens> tokens =
        settings.authorizeUrl.isEmpty()
            ? loginByDevice(login, settings, [&](const DeviceCode &code) { talk.show(code.code, code.url, code.whole); })
            : loginByBrowser(login, settings, talk.open);
    if (!tokens)
        return Failure(tokens.error());
    return tokens->toJson();
}

} // namespace meshscope
