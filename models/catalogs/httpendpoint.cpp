#include "models/catalogs/httpendpoint.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkProxy>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpEndpoint)
};

Failure badOption(const EndpointConfig &config, const QString &name, const QString &what)
{
    return fail(Error::Code::Usage, Text::tr("The option %1 is “%2”: %3").arg(name, config.options.value(name), what),
                config.name);
}

/// A number of an option within bounds; `fallback` when it is not given.
Result<double> numberOf(const EndpointConfig &config, const QString &name, double fallback, double least, double most)
{
    const QString text = config.options.value(name);
    if (text.isEmpty())
        return fallback;
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || value < least || value > most)
        return badOption(config, name, Text::tr("write a number from %1 to %2.").arg(least).arg(most));
    return value;
}

/// "system", "none", or an address: http://host:port, socks5://host:port.
Result<ProxySettings> proxyOf(const EndpointConfig &config)
{
    ProxySettings proxy;
    const QString text = config.options.value(u"proxy"_s);
    if (text.isEmpty() || text == u"system")
        return proxy;
    if (text == u"none") {
        proxy.kind = ProxySettings::Kind::None;
        return proxy;
    }
    const QUrl url(text);
    const bool isSocks = url.scheme() == u"socks5";
    if ((!isSocks && url.scheme() != u"http") || url.host().isEmpty() || url.port() <= 0 || !url.userInfo().isEmpty())
        return badOption(config, u"proxy"_s, Text::tr("it can be system, none, http://host:port or socks5://host:port."));
    proxy.kind = isSocks ? ProxySettings::Kind::Socks5 : ProxySettings::Kind::Http;
    proxy.host = url.host();
    proxy.port = quint16(url.port());
    return proxy;
}

Result<void> checkAuth(const EndpointConfig &config, const EndpointKind &kind)
{
    const auto option = [&](const char *name) { return config.options.value(QLatin1StringView(name)); };
    const QString auth = option("auth").isEmpty() ? kind.auth.value(0) : option("auth");
    if (!kind.auth.contains(auth))
        return badOption(config, u"auth"_s, Text::tr("%1 takes %2.").arg(kind.title, kind.auth.join(u", "_s)));
    const bool needsSecret = auth == u"bearer" || auth == u"basic" || auth == u"apikey";
    if (needsSecret && option("secret").isEmpty())
        return fail(Error::Code::Usage,
                    Text::tr("To sign in by %1 a secret is needed: the token, the password or the key.").arg(auth),
                    config.name);
    if (auth == u"basic" && option("user").isEmpty())
        return fail(Error::Code::Usage, Text::tr("To sign in by basic a user is needed."), config.name);
    if (auth == u"mtls" && option("cert").isEmpty())
        return fail(Error::Code::Usage, Text::tr("To sign in by mtls a client certificate is needed."), config.name);
    return {};
}

} // namespace

QList<Property> httpOptions()
{
    return {{u"apikey.header"_s, Text::tr("With auth apikey: the header that takes the key. Default: X-API-Key.")},
            {u"proxy"_s, Text::tr("system, none, http://host:port or socks5://host:port. Default: system.")},
            {u"requests.atOnce"_s, Text::tr("How many requests are on their way at once, 1 to 4. Default: 4.")},
            {u"requests.perSecond"_s, Text::tr("How many requests begin a second at most. Default: no limit.")},
            {u"answer.limit"_s, Text::tr("Megabytes an answer may have. Default: 64.")},
            {u"timeout"_s, Text::tr("Seconds without a byte after which a request is given up. Default: 60.")}};
}

QStringList httpFields()
{
    return {u"auth"_s, u"user"_s, u"secret"_s, u"ca"_s, u"cert"_s, u"pin"_s};
}

Result<HttpProfile> httpProfile(const EndpointConfig &config, const EndpointKind &kind)
{
    HttpProfile profile;
    profile.endpoint = config.name;
    profile.base = QUrl(config.location.trimmed(), QUrl::StrictMode);
    const bool isWeb = profile.base.scheme() == u"https" || profile.base.scheme() == u"http";
    if (!profile.base.isValid() || !isWeb || profile.base.host().isEmpty())
        return fail(Error::Code::Usage,
                    Text::tr("“%1” is no address of a server: write https://host or http://host:port.")
                        .arg(config.location.section(u'@', -1)),
                    config.name);
    if (!profile.base.userInfo().isEmpty() || profile.base.hasQuery() || profile.base.hasFragment())
        return fail(Error::Code::Usage,
                    Text::tr("The address may hold no user, password, query or fragment: it is shown and logged. Give "
                             "credentials as such."),
                    config.name);
    if (const Result<void> done = checkAuth(config, kind); !done)
        return Failure(done.error());
    profile.tls.authorities = config.options.value(u"ca"_s);
    profile.tls.certificate = config.options.value(u"cert"_s);
    profile.tls.pinned = config.options.value(u"pin"_s);
    const Result<ProxySettings> proxy = proxyOf(config);
    const Result<double> atOnce = numberOf(config, u"requests.atOnce"_s, 4, 1, 4);
    const Result<double> perSecond = numberOf(config, u"requests.perSecond"_s, 0, 0.01, 1000);
    const Result<double> megabytes = numberOf(config, u"answer.limit"_s, 64, 1, 4096);
    const Result<double> idle = numberOf(config, u"timeout"_s, 60, 1, 3600);
    for (const Result<double> *number : {&atOnce, &perSecond, &megabytes, &idle}) {
        if (!*number)
            return Failure(number->error());
    }
    if (!proxy)
        return Failure(proxy.error());
    profile.proxy = *proxy;
    profile.atOnce = int(*atOnce);
    profile.perSecond = *perSecond;
    profile.limit = qint64(*megabytes * 1024 * 1024);
    profile.deadlines.idle = std::chrono::milliseconds(qint64(*idle * 1000));
    profile.deadlines.whole = std::max(profile.deadlines.whole, profile.deadlines.idle * 2);
    return profile;
}

Result<std::unique_ptr<HttpClient>> openEndpoint(const EndpointConfig &config, const EndpointKind &kind,
                                                 const ConnectorTools &tools, const IsCancelled &cancelled)
{
    Result<HttpProfile> profile = httpProfile(config, kind);
    if (!profile)
        return Failure(profile.error());
    QByteArray secret;
    if (const QString name = config.options.value(u"secret"_s); !name.isEmpty()) {
        const Result<QByteArray> kept = tools.secret(name);
        if (!kept)
            return fail(kept.error().code,
                        Text::tr("The secret of endpoint “%1” could not be read. %2 If it is lost, remove the endpoint and "
                                 "add it again with its secret.")
                            .arg(config.name, kept.error().text),
                        config.name);
        secret = *kept;
    }
    const QString auth = config.options.value(u"auth"_s);
    HttpClient::Options options;
    options.log = tools.log;
    options.cancelled = cancelled;
    if (auth == u"bearer")
        options.auth = bearerAuth(secret);
    else if (auth == u"basic")
        options.auth = basicAuth(config.options.value(u"user"_s), QString::fromUtf8(secret));
    else if (auth == u"apikey")
        options.auth = headerAuth(config.options.value(u"apikey.header"_s, u"X-API-Key"_s).toLatin1(), secret);
    else if (auth == u"mtls")
        profile->tls.passphrase = secret;
    return HttpClient::open(*profile, std::move(options));
}

bool checkReach(const HttpProfile &profile, QList<Connector::Check> &checks)
{
    QString host = profile.base.host();
    int port = profile.base.port(profile.base.scheme() == u"https" ? 443 : 80);
    QNetworkProxy proxy(QNetworkProxy::NoProxy);
    if (profile.proxy.kind == ProxySettings::Kind::System && !QHostAddress(host).isLoopback() && host != u"localhost")
        proxy = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(profile.base)).value(0);
    else if (profile.proxy.kind == ProxySettings::Kind::Http || profile.proxy.kind == ProxySettings::Kind::Socks5)
        proxy = QNetworkProxy(QNetworkProxy::HttpProxy, profile.proxy.host, profile.proxy.port);
    const bool isProxied = proxy.type() != QNetworkProxy::NoProxy && !proxy.hostName().isEmpty();
    if (isProxied) { // who resolves the server's name is the proxy
        host = proxy.hostName();
        port = proxy.port();
    }
    QElapsedTimer clock;
    clock.start();
    const QHostInfo found = QHostInfo::fromName(host);
    QStringList addresses;
    for (const QHostAddress &address : found.addresses())
        addresses.append(address.toString());
    const bool isFound = !addresses.isEmpty();
    checks.append({isProxied ? Text::tr("The proxy's name resolves") : Text::tr("The name resolves"), isFound,
                   isFound ? host + u": "_s + addresses.mid(0, 3).join(u", "_s)
                           : Text::tr("There is no server %1. Check the spelling, and whether a VPN is needed.").arg(host),
                   true, clock.elapsed()});
    if (!isFound)
        return false;
    clock.restart();
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(host, quint16(port));
    const bool isOpen = socket.waitForConnected(int(profile.deadlines.connect.count()));
    checks.append({isProxied ? Text::tr("The proxy's port answers") : Text::tr("The port answers"), isOpen,
                   isOpen ? u"%1:%2"_s.arg(host).arg(port)
                   : socket.error() == QAbstractSocket::ConnectionRefusedError
                       ? Text::tr("%1 refuses connections at port %2. Check the port, and whether the catalog is running.")
                             .arg(host)
                             .arg(port)
                       : Text::tr("Nothing answers at %1, port %2 (%3). A firewall or a missing VPN may be in the way.")
                             .arg(host)
                             .arg(port)
                             .arg(socket.errorString()),
                   true, clock.elapsed()});
    return isOpen;
}

Result<HttpAnswer> RequestChecks::ask(const QString &what, const HttpRequest &request, bool isNeeded)
{
    QElapsedTimer clock;
    clock.start();
    Result<HttpAnswer> answer = m_client.send(request);
    const bool isTls = m_client.profile().base.scheme() == u"https";
    const std::optional<ServerCertificate> rejected = m_client.rejectedCertificate();
    const bool isCertificate = !answer && rejected.has_value();
    const bool isLogin = !answer && answer.error().code == Error::Code::Refused;
    const bool isReached = answer || isLogin || answer.error().code == Error::Code::NotFound;
    if (!m_isReached && (isReached || isCertificate)) {
        m_isReached = true;
        if (isCertificate)
            m_checks.append({Text::tr("The certificate is good"), false,
                             rejected->toText() + u'\n' +
                                 Text::tr("If you know that this is the server, pin its certificate: --pin %1")
                                     .arg(rejected->fingerprint),
                             true, clock.elapsed()});
        else
            m_checks.append({Text::tr("The connection is encrypted"), true,
                             isTls ? Text::tr("Yes")
                                   : Text::tr("No: what goes over the wire can be read on the way. Use https where the "
                                              "server offers it."),
                             true, clock.elapsed()});
        if (!isCertificate)
            m_checks.append({Text::tr("The login is accepted"), !isLogin, isLogin ? answer.error().text : Text::tr("Yes"),
                             true, clock.elapsed()});
        if (isLogin || isCertificate)
            return answer;
    }
    m_checks.append({what, answer.has_value(), answer ? QString() : answer.error().text, isNeeded, clock.elapsed()});
    return answer;
}

void RequestChecks::tell(const QString &text)
{
    m_checks.last().text = text;
}

void RequestChecks::refute(const QString &text)
{
    m_checks.last().ok = false;
    m_checks.last().text = text;
}

} // namespace meshscope
