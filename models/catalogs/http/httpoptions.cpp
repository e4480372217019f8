#include "models/catalogs/http/httpoptions.h"

#include "models/catalogs/http/awsauth.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpOptions)
};

QString nameOf(const HttpEndpoint &endpoint, const char *what)
{
    return endpoint.name + u'/' + QLatin1StringView(what);
}

Failure badOption(const HttpEndpoint &endpoint, const char *option, const QString &allowed)
{
    QUrl value(endpoint.options.value(QLatin1StringView(option)));
    const bool holdsPassword = !value.userInfo().isEmpty(); // which is not to be shown
    value.setUserInfo({});
    return fail(Error::Code::Usage,
                Text::tr("Endpoint “%1”: the option %2 cannot be “%3”. It may be: %4.")
                    .arg(endpoint.name, QLatin1StringView(option),
                         holdsPassword ? value.toString() : endpoint.options.value(QLatin1StringView(option)), allowed),
                endpoint.name);
}

QString authOf(const HttpEndpoint &endpoint, const HttpUsual &usual)
{
    return endpoint.options.value(QStringLiteral("auth"), usual.auth);
}

/// A secret that must be there.
Result<QByteArray> needed(const HttpEndpoint &endpoint, SecretBox &box, const char *what)
{
    const Result<QByteArray> secret = box.read(nameOf(endpoint, what));
    if (secret || secret.error().code != Error::Code::NotFound)
        return secret;
    return fail(Error::Code::NotFound,
                Text::tr("Endpoint “%1”: its %2 is not known here. Enter it in the endpoint's settings.")
                    .arg(endpoint.name, QLatin1StringView(what)),
                endpoint.name);
}

/// A secret that may be there.
Result<QByteArray> possible(const HttpEndpoint &endpoint, SecretBox &box, const char *what)
{
    const Result<QByteArray> secret = box.read(nameOf(endpoint, what));
    return !secret && secret.error().code == Error::Code::NotFound ? Result<QByteArray>(QByteArray()) : secret;
}

/// A number within bounds; `fallback` where nothing is said.
Result<double> number(const HttpEndpoint &endpoint, const char *option, double fallback, double least, double most)
{
    const QString text = endpoint.options.value(QLatin1StringView(option));
    if (text.isEmpty())
        return fallback;
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    return badOption(endpoint, option, Text::tr("a number from %1 to %2").arg(least).arg(most));
}

Result<ProxySettings> proxyIn(const HttpEndpoint &endpoint, SecretBox &box)
{
    ProxySettings proxy;
    const QString text = endpoint.options.value(QStringLiteral("proxy"), QStringLiteral("system"));
    if (text == QLatin1String("system"))
        return proxy;
    if (text == QLatin1String("none")) {
        proxy.kind = ProxySettings::Kind::None;
        return proxy;
    }
    const QUrl url(text);
    const bool isHttp = url.scheme() == QLatin1String("http");
    if ((!isHttp && url.scheme() != QLatin1String("socks5")) || url.host().isEmpty() || !url.userInfo().isEmpty())
        return badOption(endpoint, "proxy", QStringLiteral("system, none, http://host:port, socks5://host:port"));
    proxy.kind = isHttp ? ProxySettings::Kind::Http : ProxySettings::Kind::Socks5;
    proxy.host = url.host();
    proxy.port = quint16(url.port(isHttp ? 8080 : 1080));
    proxy.user = endpoint.options.value(QStringLiteral("proxy.user"));
    if (proxy.user.isEmpty())
        return proxy;
    const Result<QByteArray> password = needed(endpoint, box, "proxy-password");
    if (!password)
        return Failure(password.error());
    proxy.password = *password;
    return proxy;
}

Result<TlsSettings> tlsIn(const HttpEndpoint &endpoint, SecretBox &box)
{
    TlsSettings tls;
    tls.authorities = endpoint.options.value(QStringLiteral("tls.authorities"));
    tls.certificate = endpoint.options.value(QStringLiteral("tls.certificate"));
    tls.key = endpoint.options.value(QStringLiteral("tls.key"));
    tls.pinned = endpoint.options.value(QStringLiteral("tls.pin"));
    if (!tls.pinned.isEmpty() && !isFingerprint(tls.pinned, tls.pinned))
        return badOption(endpoint, "tls.pin", Text::tr("the SHA-256 fingerprint of a certificate"));
    const Result<QByteArray> passphrase =
        tls.certificate.isEmpty() ? Result<QByteArray>(QByteArray()) : possible(endpoint, box, "tls-passphrase");
    if (!passphrase)
        return Failure(passphrase.error());
    tls.passphrase = *passphrase;
    return tls;
}

using Made = Result<std::shared_ptr<Auth>>;

Made awsAuthOf(const HttpEndpoint &endpoint, const HttpUsual &usual, SecretBox &box)
{
    const QByteArray region = endpoint.options.value(QStringLiteral("aws.region")).toLatin1();
    if (region.isEmpty())
        return badOption(endpoint, "aws.region", Text::tr("a region of AWS, such as eu-west-1"));
    const Result<QByteArray> kept = possible(endpoint, box, "aws-key");
    if (!kept)
        return Failure(kept.error());
    const QString id = endpoint.options.value(QStringLiteral("aws.key"), QString::fromLatin1(*kept));
    if (id.isEmpty())
        return awsAuth(awsProfileKeys(endpoint.options.value(QStringLiteral("aws.profile"))), region, usual.service);
    const Result<QByteArray> secret = needed(endpoint, box, "aws-secret");
    if (!secret)
        return Failure(secret.error());
    const Result<QByteArray> session = possible(endpoint, box, "aws-session");
    if (!session)
        return Failure(session.error());
    return awsAuth(fixedAwsKeys({id.toLatin1(), *secret, *session}), region, usual.service);
}

Made oauthOf(const HttpEndpoint &endpoint, bool isPerson, SecretBox &box)
{
    OAuthSettings settings = oauthSettings(endpoint);
    if (settings.tokenUrl.isEmpty())
        return badOption(endpoint, "oauth.token", Text::tr("the address that gives tokens"));
    if (settings.client.isEmpty())
        return badOption(endpoint, "oauth.client", Text::tr("the name this program has there"));
    const Result<QByteArray> secret =
        isPerson ? possible(endpoint, box, "client-secret") : needed(endpoint, box, "client-secret");
    if (!secret)
        return Failure(secret.error());
    settings.secret = *secret;
    if (!isPerson)
        return oauthClientAuth(settings);
    const Result<QByteArray> kept = possible(endpoint, box, "login");
    if (!kept)
        return Failure(kept.error());
    const QString name = nameOf(endpoint, "login");
    return oauthPersonAuth(settings, OAuthTokens::fromJson(*kept).value_or(OAuthTokens{}),
                           [&box, name](const OAuthTokens &tokens) {
                               // what cannot be kept still serves this run; the next one asks to log in again
                               static_cast<void>(box.keep(name, tokens.toJson()));
                           });
}

} // namespace

QList<Property> httpOptions()
{
    return {
        {QStringLiteral("auth"), Text::tr("How to log in: none, bearer, basic, key, oauth (client credentials), login (a "
                                          "person, by OAuth), sigv4.")},
        {QStringLiteral("auth.user"), Text::tr("User for basic.")},
        {QStringLiteral("auth.header"), Text::tr("Header the key goes into.")},
        {QStringLiteral("oauth.token"), Text::tr("Address that gives tokens.")},
        {QStringLiteral("oauth.authorize"), Text::tr("Address of the login page.")},
        {QStringLiteral("oauth.device"), Text::tr("Address that gives codes to log in with.")},
        {QStringLiteral("oauth.client"), Text::tr("Name of this program there.")},
        {QStringLiteral("oauth.scope"), Text::tr("Scopes to ask for, with blanks between them.")},
        {QStringLiteral("oauth.audience"), Text::tr("Audience to ask for.")},
        {QStringLiteral("oauth.secret"), Text::tr("Where the client's secret is sent: header or body.")},
        {QStringLiteral("aws.region"), Text::tr("Region of AWS.")},
        {QStringLiteral("aws.profile"), Text::tr("Profile in the files of the AWS command line.")},
        {QStringLiteral("aws.key"), Text::tr("Access key of AWS, instead of a profile.")},
        {QStringLiteral("tls.authorities"), Text::tr("PEM file of authorities trusted besides the system's.")},
        {QStringLiteral("tls.certificate"), Text::tr("Certificate of this client: PEM or PKCS#12.")},
        {QStringLiteral("tls.key"), Text::tr("Its key, when it is in another file.")},
        {QStringLiteral("tls.pin"),
         Text::tr("SHA-256 fingerprint of a certificate that is trusted although it does not verify.")},
        {QStringLiteral("proxy"), Text::tr("system, none, http://host:port or socks5://host:port.")},
        {QStringLiteral("proxy.user"), Text::tr("User for the proxy.")},
        {QStringLiteral("http.rate"), Text::tr("Requests a second, at most.")},
        {QStringLiteral("http.parallel"), Text::tr("Requests at once, 1 to 4.")},
        {QStringLiteral("http.limit"), Text::tr("Megabytes an answer may have; 64 where nothing is said.")},
        {QStringLiteral("http.pages"), Text::tr("Pages one list may have; 200000 where nothing is said.")},
        {QStringLiteral("http.connect"), Text::tr("Seconds until a connection stands; 15 where nothing is said.")},
        {QStringLiteral("http.idle"), Text::tr("Seconds an answer may pause; 60 where nothing is said.")},
        {QStringLiteral("http.timeout"),
         Text::tr("Seconds one request may take with its repetitions; 600 where nothing is said.")}};
}

QStringList wantedSecrets(const HttpEndpoint &endpoint, const HttpUsual &usual)
{
    const QString auth = authOf(endpoint, usual);
    QStringList wanted;
    if (auth == QLatin1String("bearer"))
        wanted << QStringLiteral("token");
    else if (auth == QLatin1String("basic"))
        wanted << QStringLiteral("password");
    else if (auth == QLatin1String("key"))
        wanted << QStringLiteral("key");
    else if (auth == QLatin1String("oauth"))
        wanted << QStringLiteral("client-secret");
    else if (auth == QLatin1String("login"))
        wanted << QStringLiteral("login");
    else if (auth == QLatin1String("sigv4") && endpoint.options.contains(QStringLiteral("aws.key")))
        wanted << QStringLiteral("aws-secret");
    if (endpoint.options.contains(QStringLiteral("proxy.user")))
        wanted << QStringLiteral("proxy-password");
    return wanted;
}

Result<HttpProfile> httpProfile(const HttpEndpoint &endpoint, SecretBox &box)
{
    HttpProfile profile;
    profile.endpoint = endpoint.name;
    profile.base = QUrl(endpoint.location.trimmed());
    const Result<TlsSettings> tls = tlsIn(endpoint, box);
    if (!tls)
        return Failure(tls.error());
    profile.tls = *tls;
    const Result<ProxySettings> proxy = proxyIn(endpoint, box);
    if (!proxy)
        return Failure(proxy.error());
    profile.proxy = *proxy;
    const Result<double> rate = number(endpoint, "http.rate", 0, 0.01, 1000);
    const Result<double> parallel = number(endpoint, "http.parallel", profile.atOnce, 1, 4);
    const Result<double> limit = number(endpoint, "http.limit", 64, 1, 1024);
    const Result<double> pages = number(endpoint, "http.pages", double(profile.pages), 1, 10'000'000);
    const Result<double> timeout = number(endpoint, "http.timeout", 600, 1, 86'400);
    const Result<double> connect = number(endpoint, "http.connect", 15, 0.1, 3'600);
    const Result<double> idle = number(endpoint, "http.idle", 60, 0.1, 3'600);
    for (const Result<double> *value : {&rate, &parallel, &limit, &pages, &timeout, &connect, &idle}) {
        if (!*value)
            return Failure(value->error());
    }
    profile.perSecond = *rate;
    profile.atOnce = int(*parallel);
    profile.limit = qint64(*limit * 1024 * 1024);
    profile.pages = qint64(*pages);
    profile.deadlines.connect = std::chrono::milliseconds(qint64(*connect * 1000));
    profile.deadlines.idle = std::chrono::milliseconds(qint64(*idle * 1000));
    profile.deadlines.whole = std::chrono::milliseconds(qint64(*timeout * 1000));
    return profile;
}

OAuthSettings oauthSettings(const HttpEndpoint &endpoint)
{
    const auto &options = endpoint.options;
    OAuthSettings settings;
    settings.tokenUrl = QUrl(options.value(QStringLiteral("oauth.token")));
    settings.authorizeUrl = QUrl(options.value(QStringLiteral("oauth.authorize")));
    settings.deviceUrl = QUrl(options.value(QStringLiteral("oauth.device")));
    settings.client = options.value(QStringLiteral("oauth.client"));
    settings.scope = options.value(QStringLiteral("oauth.scope"));
    settings.audience = options.value(QStringLiteral("oauth.audience"));
    settings.isSecretInBody = options.value(QStringLiteral("oauth.secret")) == QLatin1String("body");
    return settings;
}

Result<std::shared_ptr<Auth>> httpAuth(const HttpEndpoint &endpoint, const HttpUsual &usual, SecretBox &box)
{
    const QString auth = authOf(endpoint, usual);
    if (auth == QLatin1String("none"))
        return std::shared_ptr<Auth>();
    if (auth == QLatin1String("oauth") || auth == QLatin1String("login"))
        return oauthOf(endpoint, auth == QLatin1String("login"), box);
    if (auth == QLatin1String("sigv4"))
        return awsAuthOf(endpoint, usual, box);
    const bool isBearer = auth == QLatin1String("bearer");
    const bool isBasic = auth == QLatin1String("basic");
    if (!isBearer && !isBasic && auth != QLatin1String("key"))
        return badOption(endpoint, "auth", QStringLiteral("none, bearer, basic, key, oauth, login, sigv4"));
    const Result<QByteArray> secret = needed(endpoint, box, isBearer ? "token" : isBasic ? "password" : "key");
    if (!secret)
        return Failure(secret.error());
    const bool isClean =
        std::none_of(secret->begin(), secret->end(), [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
    if (!isClean) {
        return fail(Error::Code::Usage,
                    Text::tr("Endpoint “%1”: its secret goes over several lines. Enter it anew, as one.").arg(endpoint.name),
                    endpoint.name);
    }
    if (isBearer)
        return bearerAuth(*secret);
    if (isBasic)
        return basicAuth(endpoint.options.value(QStringLiteral("auth.user")), QString::fromUtf8(*secret), usual.isLatin1);
    const QString header = endpoint.options.value(QStringLiteral("auth.header"));
    return headerAuth(header.isEmpty() ? usual.keyHeader : header.toLatin1(), *secret);
}

Result<std::unique_ptr<HttpClient>> openHttp(const HttpEndpoint &endpoint, const HttpUsual &usual, SecretBox &box,
                                             HttpClient::Options options)
{
    const Result<HttpProfile> profile = httpProfile(endpoint, box);
    if (!profile)
        return Failure(profile.error());
    const Result<std::shared_ptr<Auth>> auth = httpAuth(endpoint, usual, box);
    if (!auth)
        return Failure(auth.error());
    options.auth = *auth;
    return HttpClient::open(*profile, std::move(options));
}

} // namespace meshscope
