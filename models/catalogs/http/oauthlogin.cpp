#include "models/catalogs/http/oauthlogin.h"

#include "models/catalogs/http/loopback.h"
#include "models/security/ed25519.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OAuth)
};

constexpr auto forUrl = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

AuthCall callOf(const OAuthLogin &login)
{
    return {login.clock.now(), login.cancelled,
            [&login](const HttpRequest &request) { return login.client.sendWithoutCredentials(request); }};
}

QUrl urlIn(const QJsonObject &object, const char *name)
{
    return QUrl::fromEncoded(object.value(QLatin1StringView(name)).toString().toUtf8());
}

QUrl authorizeUrl(const OAuthSettings &settings, const QString &back, const QByteArray &state, const QByteArray &verifier)
{
    HttpFields fields{{QStringLiteral("response_type"), QStringLiteral("code")},
                      {QStringLiteral("client_id"), settings.client},
                      {QStringLiteral("redirect_uri"), back},
                      {QStringLiteral("state"), QString::fromLatin1(state)},
                      {QStringLiteral("code_challenge"), QString::fromLatin1(sha256(verifier).toBase64(forUrl))},
                      {QStringLiteral("code_challenge_method"), QStringLiteral("S256")}};
    if (!settings.scope.isEmpty())
        fields.append({QStringLiteral("scope"), settings.scope});
    if (!settings.audience.isEmpty())
        fields.append({QStringLiteral("audience"), settings.audience});
    QByteArray address = settings.authorizeUrl.toEncoded(QUrl::RemoveFragment);
    address += (settings.authorizeUrl.hasQuery() ? '&' : '?') + formEncoded(fields);
    return QUrl::fromEncoded(address);
}

Failure notInTime()
{
    return fail(Error::Code::Failed, Text::tr("Nobody logged in within the time for it. Start the login again."));
}

Failure cancelled()
{
    return fail(Error::Code::Cancelled, Text::tr("Cancelled."));
}

} // namespace

Result<OAuthSettings> discoverOAuth(const OAuthLogin &login, const QUrl &issuer, OAuthSettings settings)
{
    const Result<void> checked = checkOAuthUrl(issuer);
    if (!checked)
        return Failure(checked.error());
    QString base = issuer.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    Result<HttpAnswer> answer = login.client.sendWithoutCredentials(
        HttpRequest::get(base + QStringLiteral("/.well-known/openid-configuration")).accepting({404}));
    if (answer && answer->status == 404)
        answer = login.client.sendWithoutCredentials(
            HttpRequest::get(base + QStringLiteral("/.well-known/oauth-authorization-server")));
    if (!answer)
        return Failure(answer.error());
    const Result<QJsonDocument> json = answer->json();
    if (!json)
        return Failure(json.error());
    const QJsonObject object = json->object();
    const QUrl says = urlIn(object, "issuer");
    if (says.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash) != base) { // somebody else's addresses
        return fail(Error::Code::Refused,
                    Text::tr("%1 calls itself %2. Enter the issuer as it calls itself.").arg(base, says.toString()), base);
    }
    settings.tokenUrl = urlIn(object, "token_endpoint");
    settings.authorizeUrl = urlIn(object, "authorization_endpoint");
    settings.deviceUrl = urlIn(object, "device_authorization_endpoint");
    return settings;
}

Result<OAuthTokens> loginByBrowser(const OAuthLogin &login, const OAuthSettings &settings,
                                   const std::function<void(const QUrl &)> &open)
{
    const Result<void> checked = checkOAuthUrl(settings.authorizeUrl);
    if (!checked)
        return Failure(checked.error());
    const Result<QByteArray> random = randomBytes(48);
    if (!random)
        return Failure(random.error());
    const QByteArray verifier = random->left(32).toBase64(forUrl);
    const QByteArray state = random->mid(32).toBase64(forUrl);
    Loopback loopback;
    const Result<QString> back = loopback.listen();
    if (!back)
        return Failure(back.error());
    open(authorizeUrl(settings, *back, state, verifier));
    const auto end = login.clock.ticks() + login.patience;
    const auto isOver = [&] { return login.cancelled() || login.clock.ticks() >= end; };
    const Result<QByteArray> code = loopback.waitForCode(state, isOver);
    if (!code) {
        if (code.error().code != Error::Code::Cancelled)
            return Failure(code.error());
        return login.cancelled() ? cancelled() : notInTime();
    }
    return requestTokens(settings,
                         {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                          {QStringLiteral("code"), QString::fromUtf8(*code)},
                          {QStringLiteral("redirect_uri"), *back},
                          {QStringLiteral("code_verifier"), QString::fromLatin1(verifier)}},
                         false, callOf(login));
}

Result<OAuthTokens> loginByDevice(const OAuthLogin &login, const OAuthSettings &settings,
                                  const std::function<void(const DeviceCode &)> &show)
{
    const Result<void> checked = checkOAuthUrl(settings.deviceUrl);
    if (!checked)
        return Failure(checked.error());
    HttpFields fields{{QStringLiteral("client_id"), settings.client}};
    if (!settings.scope.isEmpty())
        fields.append({QStringLiteral("scope"), settings.scope});
    const Result<HttpAnswer> answer =
        login.client.sendWithoutCredentials(HttpRequest::form(QString::fromLatin1(settings.deviceUrl.toEncoded()), fields));
    if (!answer)
        return Failure(answer.error());
    const Result<QJsonDocument> json = answer->json();
    if (!json)
        return Failure(json.error());
    const QJsonObject object = json->object();
    const QString device = object.value(QLatin1String("device_code")).toString();
    const DeviceCode code{object.value(QLatin1String("user_code")).toString(), urlIn(object, "verification_uri"),
                          urlIn(object, "verification_uri_complete")};
    if (device.isEmpty() || code.code.isEmpty() || !code.url.isValid())
        return fail(Error::Code::Parse, Text::tr("%1 gave no code to log in with.").arg(settings.deviceUrl.host()));
    show(code);
    auto interval = std::chrono::seconds(std::max(1, object.value(QLatin1String("interval")).toInt(5)));
    const auto end = login.clock.ticks() + std::chrono::seconds(object.value(QLatin1String("expires_in")).toInt(600));
    while (login.clock.ticks() < end) {
        login.clock.wait(interval, login.cancelled);
        if (login.cancelled())
            return cancelled();
        const Result<OAuthTokens> tokens =
            requestTokens(settings,
                          {{QStringLiteral("grant_type"), QStringLiteral("urn:ietf:params:oauth:grant-type:device_code")},
                           {QStringLiteral("device_code"), device}},
                          true, callOf(login));
        if (tokens || tokens.error().code != Error::Code::Refused)
            return tokens;
        const QString &reason = tokens.error().where;
        if (reason == QLatin1String("slow_down"))
            interval += std::chrono::seconds(5);
        else if (reason == QLatin1String("expired_token"))
            break;
        else if (reason != QLatin1String("authorization_pending"))
            return tokens;
    }
    return notInTime();
}

} // namespace meshscope
