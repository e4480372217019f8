#pragma once

#include "models/catalogs/http/retry.h"
#include "models/mesh/result.h"

#include <QSslConfiguration>
#include <QUrl>

#include <chrono>

class QNetworkAccessManager;
class QNetworkProxy;

namespace meshscope {

/// How the server proves who it is, and this computer to it.
struct TlsSettings {
    QString authorities;   ///< a PEM file of CAs that are trusted besides the system's
    QString certificate;   ///< of this client: PEM with its chain, or PKCS#12
    QString key;           ///< its key when it is not in the same file
    QByteArray passphrase; ///< of the key or the PKCS#12 file
    QString pinned;        ///< SHA-256 fingerprint of the one certificate that is taken although it does not verify
};

struct ProxySettings {
    enum class Kind : quint8 { System, None, Http, Socks5 };
    Kind kind = Kind::System;
    QString host;
    quint16 port = 0;
    QString user;
    QByteArray password;
};

struct Deadlines {
    std::chrono::milliseconds connect{15'000}; ///< until the request is on its way, TLS included
    std::chrono::milliseconds idle{60'000};    ///< without a byte in either direction
    std::chrono::milliseconds whole{600'000};  ///< one call with its redirects, pauses and repetitions
};

/// Everything there is to know to reach one endpoint; credentials apart.
struct HttpProfile {
    QString endpoint; ///< its name, as people know it
    QUrl base;
    TlsSettings tls;
    ProxySettings proxy;
    Deadlines deadlines;
    RetryPolicy retry;
    int atOnce = 4;
    double perSecond = 0;                    ///< requests begun; 0: as fast as it goes
    qint64 limit = qint64(64) * 1024 * 1024; ///< bytes of an answer, unpacked
    qint64 pages = 200'000;                  ///< of one list
};

/// TLS 1.2 and up with the certificates of `settings` read; an error names the file and what is wrong with it.
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const TlsSettings &settings);
/// The same without the client's certificate: for servers that are not the endpoint.
[[nodiscard]] QSslConfiguration withoutClientCertificate(QSslConfiguration configuration);
void applyProxy(QNetworkAccessManager &manager, const ProxySettings &settings);
/// What a request without encryption shows the proxy: only for tunnels does Qt use the password it was told. Else null.
[[nodiscard]] QByteArray proxyAuthorization(const ProxySettings &settings, const QUrl &url);
/// The proxy for a connection of one's own.
[[nodiscard]] QNetworkProxy networkProxy(const ProxySettings &settings, const QUrl &url);
/// "host:port" of the proxy a request to `url` goes through; empty when it goes straight.
[[nodiscard]] QString proxyFor(const ProxySettings &settings, const QUrl &url);
/// Scheme, host and port alike.
[[nodiscard]] bool isSameOrigin(const QUrl &one, const QUrl &other);

} // namespace meshscope
