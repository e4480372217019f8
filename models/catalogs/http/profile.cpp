#include "models/catalogs/http/profile.h"

#include "models/security/algorithms.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslKey>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpProfile)
};

Result<QByteArray> readFile(const QString &path)
{
    constexpr qint64 largest = 16 * 1024 * 1024; // of the bundles of all authorities the largest have 1 MB
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(file.exists() ? Error::Code::Io : Error::Code::NotFound,
                    Text::tr("The certificate file %1 cannot be read: %2.").arg(path, file.errorString()), path);
    }
    return file.read(largest);
}

/// RSA, EC and DSA keys look alike in PKCS#8; the older forms do not.
QSslKey keyIn(const QByteArray &pem, const QByteArray &passphrase)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase);
        if (!key.isNull())
            return key;
    }
    return {};
}

Result<void> useBundle(QSslConfiguration &configuration, const QString &path, const QByteArray &passphrase)
{
    QFile file(path);
    QSslKey key;
    QSslCertificate certificate;
    QList<QSslCertificate> chain;
    if (!file.open(QIODevice::ReadOnly) || !QSslCertificate::importPkcs12(&file, &key, &certificate, &chain, passphrase)) {
        return fail(
            Error::Code::Usage,
            Text::tr("%1 cannot be used as a client certificate: it is no PKCS#12 file, or its passphrase is another.")
                .arg(path),
            path);
    }
    configuration.setLocalCertificateChain(QList<QSslCertificate>{certificate} + chain);
    configuration.setPrivateKey(key);
    return {};
}

Result<void> useClientCertificate(QSslConfiguration &configuration, const TlsSettings &settings)
{
    const Result<QByteArray> text = readFile(settings.certificate);
    if (!text)
        return Failure(text.error());
    if (!text->contains("-----BEGIN"))
        return useBundle(configuration, settings.certificate, settings.passphrase);
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*text, QSsl::Pem);
    if (chain.isEmpty()) {
        return fail(Error::Code::Usage, Text::tr("There is no certificate in %1.").arg(settings.certificate),
                    settings.certificate);
    }
    const QString keyFile = settings.key.isEmpty() ? settings.certificate : settings.key;
    const Result<QByteArray> keyText = settings.key.isEmpty() ? text : readFile(settings.key);
    if (!keyText)
        return Failure(keyText.error());
    const QSslKey key = keyIn(*keyText, settings.passphrase);
    if (key.isNull()) {
        return fail(Error::Code::Usage,
                    Text::tr("There is no private key in %1, or its passphrase is another.").arg(keyFile), keyFile);
    }
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return {};
}

/// The system's proxies, except for this computer itself: no proxy could reach that.
class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

Result<QSslConfiguration> tlsConfiguration(const TlsSettings &settings)
{
    loadAlgorithms(); // before Qt does, in its own way
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    if (!settings.authorities.isEmpty()) {
        const Result<QByteArray> text = readFile(settings.authorities);
        if (!text)
            return Failure(text.error());
        const QList<QSslCertificate> more = QSslCertificate::fromData(*text, QSsl::Pem);
        if (more.isEmpty()) {
            return fail(Error::Code::Usage,
                        Text::tr("There is no certificate in %1. A file of authorities is in the PEM format, with lines "
                                 "“-----BEGIN CERTIFICATE-----”.")
                            .arg(settings.authorities),
                        settings.authorities);
        }
        configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + more);
    }
    if (!settings.certificate.isEmpty()) {
        const Result<void> used = useClientCertificate(configuration, settings);
        if (!used)
            return Failure(used.error());
    }
    return configuration;
}

QSslConfiguration withoutClientCertificate(QSslConfiguration configuration)
{
    configuration.setLocalCertificateChain({});
    configuration.setPrivateKey({});
    return configuration;
}

void applyProxy(QNetworkAccessManager &manager, const ProxySettings &settings)
{
    if (settings.kind == ProxySettings::Kind::System)
        manager.setProxyFactory(new SystemProxies); // the manager owns it
    else
        manager.setProxy(networkProxy(settings, {}));
}

QByteArray proxyAuthorization(const ProxySettings &settings, const QUrl &url)
{
    if (settings.kind != ProxySettings::Kind::Http || settings.user.isEmpty() || url.scheme() != QLatin1String("http"))
        return {};
    return "Basic " + (settings.user + u':' + QString::fromUtf8(settings.password)).toLatin1().toBase64();
}

QNetworkProxy networkProxy(const ProxySettings &settings, const QUrl &url)
{
    const QNetworkProxy none(QNetworkProxy::NoProxy);
    switch (settings.kind) {
    case ProxySettings::Kind::None: return none;
    case ProxySettings::Kind::System: return SystemProxies().queryProxy(QNetworkProxyQuery(url)).value(0, none);
    case ProxySettings::Kind::Http:
    case ProxySettings::Kind::Socks5: break;
    }
    const auto type = settings.kind == ProxySettings::Kind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy;
    return {type, settings.host, settings.port, settings.user, QString::fromUtf8(settings.password)};
}

QString proxyFor(const ProxySettings &settings, const QUrl &url)
{
    const QNetworkProxy proxy = networkProxy(settings, url);
    return proxy.type() == QNetworkProxy::NoProxy ? QString() : proxy.hostName() + u':' + QString::number(proxy.port());
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto portOf = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

} // namespace meshscope
