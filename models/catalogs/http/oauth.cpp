#include "models/catalogs/http/oauth.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <mutex>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OAuth)
};

QByteArray clientProof(const OAuthSettings &settings)
{
    // both parts are form-encoded first (RFC 6749, 2.3.1)
    return (QUrl::toPercentEncoding(settings.client) + ':' + settings.secret.toPercentEncoding()).toBase64();
}

OAuthTokens tokensIn(const QJsonObject &object, const QDateTime &now)
{
    OAuthTokens tokens;
    tokens.access = object.value(QLatin1String("access_token")).toString().toUtf8();
    tokens.refresh = object.value(QLatin1String("refresh_token")).toString().toUtf8();
    const QJsonValue expires = object.value(QLatin1String("expires_in"));
    const double seconds = expires.isString() ? expires.toString().toDouble() : expires.toDouble();
    constexpr double ahead = 60;            // so that none runs out on its way
    constexpr double longest = 365 * 86400; // what is good for ever is said in any number
    if (seconds > 0)
        tokens.renewAt =
            now.addMSecs(qint64(1000 * (seconds > 2 * ahead ? std::min(seconds, longest) - ahead : seconds / 2)));
    return tokens;
}

Error refusal(const OAuthSettings &settings, const HttpAnswer &answer)
{
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    const QString reason = object.value(QLatin1String("error")).toString();
    const QString said = messageIn(answer);
    const QString host = settings.tokenUrl.host();
    QString text;
    if (reason == QLatin1String("invalid_grant"))
        text = Text::tr("The login at %1 has run out or was withdrawn. Log in again.").arg(host);
    else if (reason == QLatin1String("invalid_client") || reason == QLatin1String("unauthorized_client") ||
             answer.status == 401)
        text = Text::tr("%1 does not accept the client “%2” or its secret. Check both.").arg(host, settings.client);
    else
        text = Text::tr("%1 gave no token.").arg(host);
    if (!said.isEmpty())
        text += u' ' + Text::tr("It says: %1").arg(said);
    return {Error::Code::Refused, text, reason};
}

/// Holds the tokens of one endpoint for all its threads; one of them renews, the others wait for that.
class OAuthAuth final : public Auth {
public:
    OAuthAuth(OAuthSettings settings, bool isPerson, OAuthTokens tokens, std::function<void(const OAuthTokens &)> keep)
        : m_settings(std::move(settings))
        , m_isPerson(isPerson)
        , m_keep(std::move(keep))
        , m_tokens(std::move(tokens))
    {
    }
    [[nodiscard]] QString word() const override { return QStringLiteral("oauth"); }

    [[nodiscard]] Result<void> apply(HttpRequest &request, const AuthCall &call) override
    {
        const Result<QByteArray> token = current(call, {});
        if (!token)
            return Failure(token.error());
        setHeader(request.headers, "Authorization", "Bearer " + *token);
        return {};
    }

    [[nodiscard]] Result<bool> renew(const HttpRequest &sent, const HttpAnswer &answer, const AuthCall &call) override
    {
        if (answer.status != 401 && answer.status != 419) // 419: Iceberg's word for a token that ran out
            return false;
        const Result<QByteArray> token = current(call, headerValue(sent.headers, "Authorization").mid(7));
        if (!token)
            return Failure(token.error());
        return true;
    }

    [[nodiscard]] QList<QByteArray> secrets() const override
    {
        const std::lock_guard lock(m_held);
        QList<QByteArray> all{m_settings.secret, m_tokens.access, m_tokens.refresh};
        if (!m_settings.secret.isEmpty())
            all.append(clientProof(m_settings));
        return all;
    }

private:
    /// A token that is not `refused`; a new one where there is none.
    [[nodiscard]] Result<QByteArray> current(const AuthCall &call, const QByteArray &refused)
    {
        std::unique_lock renewing(m_renewing, std::defer_lock);
        while (!renewing.try_lock_for(std::chrono::milliseconds(50))) {
            if (call.cancelled())
                return fail(Error::Code::Cancelled, Text::tr("Cancelled."));
        }
        const OAuthTokens before = held();
        const bool isOld = before.renewAt.isValid() && call.now >= before.renewAt;
        if (!before.access.isEmpty() && before.access != refused && !isOld)
            return before.access;
        Result<OAuthTokens> fresh = fetch(before, call);
        if (!fresh)
            return Failure(fresh.error());
        if (fresh->refresh.isEmpty())
            fresh->refresh = before.refresh; // it stays valid then (RFC 6749, 6)
        {
            const std::lock_guard lock(m_held);
            m_tokens = *fresh;
        }
        if (m_keep)
            m_keep(*fresh);
        return fresh->access;
    }

    [[nodiscard]] OAuthTokens held() const
    {
        const std::lock_guard lock(m_held);
        return m_tokens;
    }

    [[nodiscard]] Result<OAuthTokens> fetch(const OAuthTokens &before, const AuthCall &call) const
    {
        HttpFields fields;
        if (!m_isPerson) {
            fields.append({QStringLiteral("grant_type"), QStringLiteral("client_credentials")});
            if (!m_settings.scope.isEmpty())
                fields.append({QStringLiteral("scope"), m_settings.scope});
            if (!m_settings.audience.isEmpty())
                fields.append({QStringLiteral("audience"), m_settings.audience});
            return requestTokens(m_settings, fields, true, call);
        }
        if (before.refresh.isEmpty())
            return fail(Error::Code::Refused,
                        Text::tr("The login at %1 has run out. Log in again.").arg(m_settings.tokenUrl.host()),
                        QStringLiteral("invalid_grant"));
        fields.append({QStringLiteral("grant_type"), QStringLiteral("refresh_token")});
        fields.append({QStringLiteral("refresh_token"), QString::fromUtf8(before.refresh)});
        return requestTokens(m_settings, fields, false, call);
    }

    const OAuthSettings m_settings;
    const bool m_isPerson;
    const std::function<void(const OAuthTokens &)> m_keep;
    std::timed_mutex m_renewing;
    mutable std::mutex m_held;
    OAuthTokens m_tokens;
};

} // namespace

QByteArray OAuthTokens::toJson() const
{
    QJsonObject object{{QStringLiteral("access"), QString::fromUtf8(access)},
                       {QStringLiteral("refresh"), QString::fromUtf8(refresh)}};
    if (renewAt.isValid())
        object.insert(QStringLiteral("renewAt"), renewAt.toUTC().toString(Qt::ISODateWithMs));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<OAuthTokens> OAuthTokens::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    OAuthTokens tokens{object.value(QLatin1String("access")).toString().toUtf8(),
                       object.value(QLatin1String("refresh")).toString().toUtf8(),
                       QDateTime::fromString(object.value(QLatin1String("renewAt")).toString(), Qt::ISODateWithMs)};
    if (tokens.access.isEmpty() && tokens.refresh.isEmpty())
        return std::nullopt;
    return tokens;
}

Result<void> checkOAuthUrl(const QUrl &url)
{
    const bool isHere = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
    if (url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isHere))
        return {};
    return fail(Error::Code::Usage,
                Text::tr("“%1” cannot be used to log in: such an address begins with https://.")
                    .arg(url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo)),
                url.host());
}

Result<OAuthTokens> requestTokens(const OAuthSettings &settings, HttpFields fields, bool isRepeatable, const AuthCall &call)
{
    const Result<void> checked = checkOAuthUrl(settings.tokenUrl);
    if (!checked)
        return Failure(checked.error());
    if (settings.secret.isEmpty() || settings.isSecretInBody)
        fields.append({QStringLiteral("client_id"), settings.client});
    if (settings.isSecretInBody && !settings.secret.isEmpty())
        fields.append({QStringLiteral("client_secret"), QString::fromUtf8(settings.secret)});
    HttpRequest request =
        HttpRequest::form(QString::fromLatin1(settings.tokenUrl.toEncoded()), fields).accepting({400, 401, 403});
    request.isRepeatable = isRepeatable;
    if (!settings.secret.isEmpty() && !settings.isSecretInBody)
        setHeader(request.headers, "Authorization", "Basic " + clientProof(settings));
    const Result<HttpAnswer> answer = call.send(request);
    if (!answer)
        return Failure(answer.error());
    if (answer->status >= 400)
        return Failure(refusal(settings, *answer));
    const Result<QJsonDocument> json = answer->json();
    if (!json)
        return Failure(json.error());
    const OAuthTokens tokens = tokensIn(json->object(), call.now);
    const bool isClean =
        std::all_of(tokens.access.begin(), tokens.access.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (tokens.access.isEmpty() || !isClean)
        return Failure(refusal(settings, *answer)); // some say an error with 200
    return tokens;
}

std::unique_ptr<Auth> oauthClientAuth(const OAuthSettings &settings)
{
    return std::make_unique<OAuthAuth>(settings, false, OAuthTokens{}, nullptr);
}

std::unique_ptr<Auth> oauthPersonAuth(const OAuthSettings &settings, const OAuthTokens &tokens,
                                      std::function<void(const OAuthTokens &)> keep)
{
    return std::make_unique<OAuthAuth>(settings, true, tokens, std::move(keep));
}

} // namespace meshscope
