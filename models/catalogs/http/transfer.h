#pragma once

#include "models/catalogs/http/errand.h"
#include "models/catalogs/http/inflater.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

class QNetworkRequest;

namespace meshscope {

/// Certificates that did not verify, by host and port; only touched in the wire's thread. Where a connection fails, Qt tells
/// the one request it was made for of its certificate, and all that wait for a connection that it failed.
using Rejected = QHash<QString, ServerCertificate>;

/// One request that goes by a QNetworkAccessManager.
class Transfer final : public Errand {
public:
    Transfer(WireRequest request, TlsSettings settings, ProxySettings proxy, std::shared_ptr<Shared> shared,
             std::shared_ptr<Rejected> rejected);
    ~Transfer() override;
    void start(QNetworkAccessManager &manager, const QSslConfiguration &tls) override;
    void stop(Exchange::End end) override;

private:
    [[nodiscard]] QNetworkReply *send(QNetworkAccessManager &manager, QNetworkRequest request);
    void moved();
    void readHead();
    void readBody();
    void take();
    void judge(const QList<QSslError> &errors);
    [[nodiscard]] Exchange::End endOf();
    void finish();

    const WireRequest m_request;
    const TlsSettings m_settings;
    const ProxySettings m_proxy;
    const std::shared_ptr<Shared> m_shared;
    const std::shared_ptr<Rejected> m_rejected;
    QPointer<QNetworkReply> m_reply; ///< its manager may go first
    QTimer m_connect{this};
    QTimer m_idle{this};
    QTimer m_whole{this};
    std::unique_ptr<Inflater> m_inflater;
    std::optional<Exchange::End> m_end;
    std::optional<ServerCertificate> m_certificate;
    QByteArray m_code;
    QByteArray m_body;
    qint64 m_received = 0;
    bool m_wasSent = false;
};

} // namespace meshscope
