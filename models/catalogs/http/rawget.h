#pragma once

#include "models/catalogs/http/errand.h"

#include <QTimer>

class QSslSocket;

namespace meshscope {

/// A GET whose path goes over the wire byte by byte. Qt's addresses write “%2E” as “.”, which to an Iceberg catalog with
/// that separator is another namespace. HTTP/1.1 on a connection of its own, for these few requests only.
class RawGet final : public Errand {
public:
    RawGet(WireRequest request, TlsSettings settings, ProxySettings proxy, std::shared_ptr<Shared> shared);
    void start(QNetworkAccessManager &manager, const QSslConfiguration &tls) override;
    void stop(Exchange::End end) override;

private:
    void ask();
    void take();
    void judge(const QList<QSslError> &errors);
    void finish();

    const WireRequest m_request;
    const TlsSettings m_settings;
    const ProxySettings m_proxy;
    const std::shared_ptr<Shared> m_shared;
    QSslSocket *m_socket;
    QTimer m_connect{this};
    QTimer m_idle{this};
    QTimer m_whole{this};
    std::optional<Exchange::End> m_end;
    std::optional<ServerCertificate> m_certificate;
    QByteArray m_in;
    bool m_wasSent = false;
    bool m_isOver = false;
};

/// The answer in these bytes, which ended where the connection did: its head, the chunks put together, unpacked. Failed when
/// it is not whole or no HTTP.
[[nodiscard]] Exchange readAnswer(const QByteArray &bytes, qint64 limit);

} // namespace meshscope
