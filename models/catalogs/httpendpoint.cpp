#include "models/catalogs/httpendpoint.h"

#include "models/catalogs/http/awsauth.h"
#include "models/security/keystore.h"
#include "models/security/personalbox.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpEndpoint)
};

HttpUsual usualOf(const EndpointConfig &config)
{
    const std::optional<EndpointKind> kind = endpointKind(config.kind);
    return kind ? kind->usual : HttpUsual();
}

/// What a person is asked for; the first is the one that proves who it is.
QStringList secretNames(const EndpointConfig &config)
{
    QStringList wanted = wantedSecrets({config.name, config.location, config.options}, usualOf(config));
    if (wanted.isEmpty() && config.options.contains(u"tls.certificate"_s))
        wanted.append(u"tls-passphrase"_s);
    return wanted;
}

Failure badSignIn(const EndpointConfig &config, const QString &text)
{
    return fail(Error::Code::Usage, text, config.name);
}

} // namespace

QStringList serverFields()
{
    return {u"secrets"_s};
}

QString authOption(const QString &auth)
{
    static const QHash<QString, QString> words{
        {u"apikey"_s, u"key"_s}, {u"oauth2"_s, u"oauth"_s}, {u"mtls"_s, u"none"_s}}; // others have the same name here
    return words.value(auth, auth);
}

Result<void> signIn(EndpointConfig &config, const EndpointKind &kind, const SignIn &how)
{
    const QString auth = how.auth.isEmpty() ? kind.auth.value(0) : how.auth;
    const bool isPerson = auth == u"login" && kind.auth.contains(u"oauth2"_s); // by OAuth, as somebody
    if (!kind.auth.contains(auth) && !isPerson)
        return badSignIn(config,
                         Text::tr("%1 takes no --auth %2. It takes: %3.").arg(kind.title, auth, kind.auth.join(u", "_s)));
    if (auth == u"basic" && how.user.isEmpty())
        return badSignIn(config, Text::tr("To sign in by basic a user is needed."));
    if (auth == u"mtls" && how.certificate.isEmpty())
        return badSignIn(config, Text::tr("To sign in by mtls a client certificate is needed."));
    const auto put = [&config](const char *option, const QString &value) {
        if (!value.isEmpty())
            config.options.insert(QLatin1StringView(option), value);
    };
    const auto file = [](const QString &path) { return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath(); };
    if (!how.auth.isEmpty())
        put("auth", authOption(auth));
    put("auth.user", how.user);
    put("tls.authorities", file(how.authorities));
    put("tls.certificate", file(how.certificate));
    put("tls.pin", how.pin);
    return {};
}

std::shared_ptr<SecretBox> secretsOf(const EndpointConfig &config, const ConnectorTools &tools)
{
    return scopedSecretBox(tools.secrets ? tools.secrets : personalSecretBox(defaultKeyFolder()),
                           config.options.value(u"secrets"_s));
}

namespace {

/// Keys of AWS are two or three, and come together.
Result<void> keepAwsKeys(const EndpointConfig &config, const QByteArray &secret, const ConnectorTools &tools)
{
    Result<AwsKeys> keys = awsKeysOf(secret, config.options.value(u"aws.key"_s).toLatin1());
    if (!keys)
        return badSignIn(config, keys.error().text);
    const std::shared_ptr<SecretBox> box = secretsOf(config, tools);
    for (const auto &[what, value] : {std::pair(u"aws-key"_s, keys->id), std::pair(u"aws-secret"_s, keys->secret),
                                      std::pair(u"aws-session"_s, keys->token)}) {
        const QString name = config.name + u'/' + what;
        if (Result<void> done = value.isEmpty() ? box->remove(name) : box->keep(name, value); !done)
            return done;
    }
    return {};
}

/// As one text that keepSecret() takes.
Result<QByteArray> keptAwsKeys(const EndpointConfig &config, const ConnectorTools &tools)
{
    const std::shared_ptr<SecretBox> box = secretsOf(config, tools);
    QByteArrayList lines;
    for (const QString &what : {u"aws-key"_s, u"aws-secret"_s, u"aws-session"_s}) {
        const Result<QByteArray> line = box->read(config.name + u'/' + what);
        if (line)
            lines.append(*line);
        else if (line.error().code != Error::Code::NotFound)
            return line;
    }
    return lines.isEmpty() ? Result<QByteArray>(fail(Error::Code::NotFound, {}, config.name)) : lines.join('\n');
}

bool isSigned(const EndpointConfig &config)
{
    return config.options.value(u"auth"_s, usualOf(config).auth) == u"sigv4";
}

} // namespace

Result<void> keepSecret(const EndpointConfig &config, const QByteArray &secret, const ConnectorTools &tools)
{
    const QStringList wanted = secretNames(config);
    const bool isWanted = !wanted.isEmpty() && wanted.first() != u"tls-passphrase"; // which not every key has
    if (secret.isEmpty())
        return isWanted ? badSignIn(config, Text::tr("To sign in like that a secret is needed: the token, the password or "
                                                     "the key."))
                        : Result<void>();
    if (isSigned(config))
        return keepAwsKeys(config, secret, tools);
    if (wanted.isEmpty())
        return badSignIn(config, Text::tr("There is a secret, but it is not said how to sign in with it. Say it: bearer, "
                                          "basic, …"));
    return secretsOf(config, tools)->keep(config.name + u'/' + wanted.first(), secret);
}

Result<QByteArray> keptSecret(const EndpointConfig &config, const ConnectorTools &tools)
{
    if (isSigned(config))
        return keptAwsKeys(config, tools);
    const QStringList names = secretNames(config);
    if (names.isEmpty())
        return fail(Error::Code::NotFound, {}, config.name);
    return secretsOf(config, tools)->read(config.name + u'/' + names.first());
}

Result<void> forgetSecrets(const EndpointConfig &config, const ConnectorTools &tools)
{
    const std::shared_ptr<SecretBox> box = secretsOf(config, tools);
    QStringList names = wantedSecrets({config.name, config.location, config.options}, usualOf(config));
    names += {u"tls-passphrase"_s, u"login"_s, u"client-secret"_s, u"aws-key"_s, u"aws-secret"_s, u"aws-session"_s};
    Result<void> removed;
    for (const QString &name : std::as_const(names)) {
        if (Result<void> done = box->remove(config.name + u'/' + name); !done)
            removed = std::move(done);
    }
    return removed;
}

Result<void> checkHttpEndpoint(const EndpointConfig &config, const ConnectorTools &tools)
{
    const QUrl url(config.location.trimmed(), QUrl::StrictMode);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return badSignIn(config, Text::tr("The address may hold no user, password, query or fragment: it is shown and "
                                          "logged. Give credentials as such."));
    const std::shared_ptr<SecretBox> box = secretsOf(config, tools);
    const Result<std::unique_ptr<HttpClient>> client = openEndpoint(config, *box, tools, [] { return true; });
    return client ? Result<void>() : Result<void>(Failure(client.error()));
}

Result<std::unique_ptr<HttpClient>> openEndpoint(const EndpointConfig &config, SecretBox &box, const ConnectorTools &tools,
                                                 const IsCancelled &cancelled, const IsThrottled &isThrottled)
{
    HttpClient::Options options;
    options.log = tools.log;
    options.cancelled = tools.cancelled ? [cancelled, also = tools.cancelled] { return cancelled() || also(); } : cancelled;
    options.isThrottled = isThrottled;
    if (tools.clock)
        options.clock = *tools.clock;
    return openHttp({config.name, config.location, config.options}, usualOf(config), box, std::move(options));
}

} // namespace meshscope
