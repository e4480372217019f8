#include "models/catalogs/requestchecks.h"

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

} // namespace

Connector::Check privacyCheck(bool isEncrypted, const QString &host, qint64 millis)
{
    const QString what = Text::tr("Nobody can read along");
    if (isEncrypted)
        return {what, true, Text::tr("The connection is encrypted"), false, millis};
    if (host == u"localhost" || QHostAddress(host).isLoopback())
        return {what, true, Text::tr("It is not encrypted, but does not leave this computer"), false, millis};
    return {
        what, false,
        Text::tr("The connection is not encrypted: whoever is on the way can read along. Use encryption where the server "
                 "offers it."),
        false, millis};
}

RequestChecks::RequestChecks(HttpClient &client, Connector::Probe &probe, Checked checked)
    : m_client(client)
    , m_probe(probe)
    , m_checked(std::move(checked))
    , m_told(probe.checks.size())
{
}

RequestChecks::~RequestChecks()
{
    settle();
}

void RequestChecks::settle()
{
    while (m_told < m_probe.checks.size()) {
        const Connector::Check &check = m_probe.checks.at(m_told++);
        if (m_checked)
            m_checked(check);
    }
}

bool RequestChecks::reach()
{
    const HttpProfile &profile = m_client.profile();
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
    m_probe.checks.append(
        {isProxied ? Text::tr("The proxy's name resolves") : Text::tr("The name resolves"), isFound,
         addresses.contains(host) ? Text::tr("It is an address already")
         : isFound                ? host + u": "_s + addresses.mid(0, 3).join(u", "_s)
                   : Text::tr("There is no server %1. Check the spelling, and whether a VPN is needed.").arg(host),
         true, clock.elapsed()});
    if (!isFound)
        return false;
    settle();
    clock.restart();
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(host, quint16(port));
    const bool isOpen = socket.waitForConnected(int(profile.deadlines.connect.count()));
    m_probe.checks.append(
        {isProxied ? Text::tr("The proxy's port answers") : Text::tr("The port answers"), isOpen,
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
    settle();
    return isOpen;
}

Result<HttpAnswer> RequestChecks::ask(const QString &what, const HttpRequest &request, bool isNeeded)
{
    settle();
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
            m_probe.checks.append({Text::tr("The certificate is good"), false,
                                   rejected->toText() + u'\n' +
                                       Text::tr("If you know that this is the server, pin its certificate: --pin %1")
                                           .arg(rejected->fingerprint),
                                   true, clock.elapsed(), std::make_shared<ServerCertificate>(*rejected)});
        else
            m_probe.checks.append(privacyCheck(isTls, m_client.profile().base.host(), clock.elapsed()));
        if (!isCertificate)
            m_probe.checks.append({Text::tr("The login is accepted"), !isLogin,
                                   isLogin ? answer.error().text : Text::tr("Yes"), true, clock.elapsed()});
        if (isLogin || isCertificate)
            return answer;
    }
    m_probe.checks.append({what, answer.has_value(), answer ? QString() : answer.error().text, isNeeded, clock.elapsed()});
    return answer;
}

Result<JsonPage> RequestChecks::askJson(const QString &what, const HttpRequest &request, bool isNeeded)
{
    const Result<HttpAnswer> answer = ask(what, request, isNeeded);
    if (!answer)
        return Failure(answer.error());
    Result<JsonPage> page = jsonPage(*answer);
    if (!page)
        refute(page.error().text);
    return page;
}

Result<JsonPage> RequestChecks::askList(const QString &what, const HttpRequest &request, const char *key, bool isNeeded)
{
    Result<JsonPage> page = askJson(what, request, isNeeded);
    if (!page || page->root()[key].isSequence())
        return page;
    const QString text = Text::tr("There is no list in the answer.");
    refute(text);
    return fail(Error::Code::Parse, text, m_client.profile().endpoint);
}

void RequestChecks::tell(const QString &text)
{
    m_probe.checks.last().text = text;
}

void RequestChecks::refute(const QString &text)
{
    m_probe.checks.last().ok = false;
    m_probe.checks.last().text = text;
}

void RequestChecks::tellVersion(const QString &version, const QString &untold)
{
    m_probe.version = version;
    m_probe.checks.append({Text::tr("The version is known"), true, version.isEmpty() ? untold : version});
}

} // namespace meshscope
