#pragma once

#include "models/catalogs/http/certificate.h"
#include "models/catalogs/http/message.h"
#include "models/catalogs/http/pace.h"
#include "models/catalogs/http/profile.h"

#include <QNetworkReply>
#include <QThread>

#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace meshscope {

/// One request as it is sent: absolute, complete, to one server.
struct WireRequest {
    QByteArray method;
    QUrl url;
    QByteArray rawTarget = {}; ///< path and query, where QUrl would change them
    HttpHeaders headers;
    QByteArray body;
    bool isRepeatable = true;
    bool isOwnOrigin = true; ///< the client certificate and the pinned one are for the endpoint alone
    Deadlines deadlines;
    qint64 limit = 0;
};

/// What came of it.
struct Exchange {
    enum class End : quint8 {
        Answered, ///< whole, whatever its status
        Cancelled,
        ConnectDeadline,
        IdleDeadline,
        WholeDeadline,
        TooLarge,    ///< the answer is over the limit
        Damaged,     ///< what was packed cannot be unpacked
        UnknownCode, ///< packed in a way that was not asked for
        Certificate, ///< the server's certificate does not verify
        Failed       ///< `error` tells
    };
    End end = End::Failed;
    HttpAnswer answer;
    qint64 received = 0;  ///< bytes of the body as they came
    bool wasSent = false; ///< the server may have seen the request
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText;
    QString proxy; ///< through which it failed
    std::optional<ServerCertificate> certificate;
};

/// Sends single requests by a QNetworkAccessManager in a thread of its own; nothing is repeated or redirected here.
/// Connections are pooled by host only, whatever TLS settings a request has: hence one wire a profile.
class Wire {
public:
    explicit Wire(const HttpProfile &profile, QSslConfiguration tls);
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;
    /// Blocks until there is an end; looks every 20 ms whether it is cancelled. From any thread, also several.
    [[nodiscard]] Exchange send(const WireRequest &request, const IsCancelled &cancelled);

private:
    struct Desk;
    const TlsSettings m_settings;
    const ProxySettings m_proxy;
    const QSslConfiguration m_tls;
    QThread m_thread;
    Desk *m_desk; ///< lives in the thread
};

} // namespace meshscope
