#include "models/catalogs/http/rawget.h"

#include "models/catalogs/http/inflater.h"

#include <QNetworkProxy>
#include <QSslSocket>

namespace meshscope {

namespace {

constexpr qsizetype mostHead = 256 * 1024;

/// The chunks put together (RFC 9112, 7.1); nothing when the last one is missing.
std::optional<QByteArray> dechunked(const QByteArray &bytes)
{
    QByteArray body;
    qsizetype at = 0;
    while (true) {
        const qsizetype end = bytes.indexOf("\r\n", at);
        if (end < 0)
            return std::nullopt;
        bool isNumber = false;
        const qint64 size = bytes.mid(at, end - at).split(';').first().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0 || size > bytes.size())
            return std::nullopt;
        if (size == 0)
            return body;
        at = end + 2;
        if (at + size + 2 > bytes.size())
            return std::nullopt;
        body += bytes.mid(at, size);
        at += size + 2;
    }
}

QNetworkReply::NetworkError errorOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::HostNotFoundError: return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::RemoteHostClosedError: return QNetworkReply::RemoteHostClosedError;
    case QAbstractSocket::SslHandshakeFailedError: return QNetworkReply::SslHandshakeFailedError;
    case QAbstractSocket::ProxyAuthenticationRequiredError: return QNetworkReply::ProxyAuthenticationRequiredError;
    case QAbstractSocket::ProxyConnectionRefusedError: return QNetworkReply::ProxyConnectionRefusedError;
    case QAbstractSocket::ProxyConnectionClosedError: return QNetworkReply::ProxyConnectionClosedError;
    case QAbstractSocket::ProxyConnectionTimeoutError: return QNetworkReply::ProxyTimeoutError;
    case QAbstractSocket::ProxyNotFoundError: return QNetworkReply::ProxyNotFoundError;
    default: return QNetworkReply::UnknownNetworkError;
    }
}

} // namespace

Exchange readAnswer(const QByteArray &bytes, qint64 limit)
{
    Exchange exchange;
    exchange.error = QNetworkReply::RemoteHostClosedError;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0 || !bytes.startsWith("HTTP/1."))
        return exchange;
    const QByteArrayList lines = bytes.left(end).split('\n');
    HttpAnswer &answer = exchange.answer;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0)
            answer.headers.append({lines[i].left(colon).trimmed(), lines[i].mid(colon + 1).trimmed()});
    }
    QByteArray body = bytes.mid(end + 4);
    exchange.received = body.size();
    if (answer.header("Transfer-Encoding").toLower().contains("chunked")) {
        const std::optional<QByteArray> whole = dechunked(body);
        if (!whole)
            return exchange;
        body = *whole;
    } else if (const QByteArray length = answer.header("Content-Length"); !length.isNull()) {
        if (body.size() < length.toLongLong())
            return exchange;
        body.truncate(length.toLongLong());
    }
    answer.status = lines[0].split(' ').value(1).toInt();
    exchange.error = QNetworkReply::NoError;
    exchange.end = body.size() > limit ? Exchange::End::TooLarge : Exchange::End::Answered;
    const QByteArray code = answer.header("Content-Encoding").toLower();
    if (code.isEmpty() || code == "identity" || body.isEmpty()) {
        answer.body = body;
        return exchange;
    }
    exchange.errorText = QString::fromLatin1(code);
    if (code != "gzip" && code != "x-gzip" && code != "deflate") {
        exchange.end = Exchange::End::UnknownCode;
        return exchange;
    }
    switch (Inflater(limit).add(body, answer.body)) {
    case Inflater::State::Whole: break;
    case Inflater::State::TooLarge: exchange.end = Exchange::End::TooLarge; break;
    case Inflater::State::More:
    case Inflater::State::Damaged: exchange.end = Exchange::End::Damaged; break;
    }
    return exchange;
}

RawGet::RawGet(WireRequest request, TlsSettings settings, ProxySettings proxy, std::shared_ptr<Shared> shared)
    : m_request(std::move(request))
    , m_settings(std::move(settings))
    , m_proxy(std::move(proxy))
    , m_shared(std::move(shared))
    , m_socket(new QSslSocket(this))
{
}

void RawGet::start(QNetworkAccessManager &manager, const QSslConfiguration &tls)
{
    Q_UNUSED(manager)
    const std::pair<QTimer *, Exchange::End> timers[] = {{&m_connect, Exchange::End::ConnectDeadline},
                                                         {&m_idle, Exchange::End::IdleDeadline},
                                                         {&m_whole, Exchange::End::WholeDeadline}};
    for (const auto &[timer, end] : timers) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this, why = end] { stop(why); });
    }
    m_connect.start(m_request.deadlines.connect);
    m_whole.start(std::max(m_request.deadlines.whole, std::chrono::milliseconds(1)));
    connect(m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) { judge(errors); });
    connect(m_socket, &QSslSocket::readyRead, this, [this] { take(); });
    connect(m_socket, &QSslSocket::disconnected, this, [this] { finish(); });
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] { finish(); });
    m_socket->setProxy(networkProxy(m_proxy, m_request.url));
    m_socket->setSslConfiguration(m_request.isOwnOrigin ? tls : withoutClientCertificate(tls));
    const bool isSecure = m_request.url.scheme() == QLatin1String("https");
    const auto port = quint16(m_request.url.port(isSecure ? 443 : 80));
    connect(m_socket, isSecure ? &QSslSocket::encrypted : &QSslSocket::connected, this, [this] { ask(); });
    if (isSecure)
        m_socket->connectToHostEncrypted(m_request.url.host(), port);
    else
        m_socket->connectToHost(m_request.url.host(), port);
}

void RawGet::ask()
{
    m_connect.stop();
    m_idle.start(m_request.deadlines.idle);
    m_wasSent = true;
    const QString host = m_request.url.authority(QUrl::FullyEncoded);
    QByteArray head = m_request.method + ' ' + m_request.rawTarget + " HTTP/1.1\r\nHost: " + host.toLatin1() +
                      "\r\nConnection: close\r\nAccept-Encoding: gzip, deflate\r\n";
    for (const HttpHeader &header : m_request.headers)
        head += header.name + ": " + header.value + "\r\n";
    m_socket->write(head + "\r\n");
}

void RawGet::take()
{
    m_idle.start(m_request.deadlines.idle);
    m_in += m_socket->readAll();
    if (m_in.size() > m_request.limit + mostHead)
        stop(Exchange::End::TooLarge);
}

void RawGet::judge(const QList<QSslError> &errors)
{
    const QSslCertificate leaf = m_socket->peerCertificate();
    if (m_request.isOwnOrigin && isFingerprint(m_settings.pinned, fingerprintOf(leaf)))
        m_socket->ignoreSslErrors();
    else
        m_certificate = describe(m_request.url.host(), leaf, errors);
}

void RawGet::stop(Exchange::End end)
{
    if (!m_end)
        m_end = end;
    m_socket->abort();
    finish();
}

void RawGet::finish()
{
    if (m_isOver)
        return;
    m_isOver = true;
    if (m_socket->isOpen())
        m_in += m_socket->readAll();
    Exchange exchange = readAnswer(m_in, m_request.limit);
    if (m_end)
        exchange.end = *m_end;
    else if (m_certificate && !m_wasSent)
        exchange.end = Exchange::End::Certificate;
    if (exchange.end == Exchange::End::Failed) {
        const bool wasLost = m_wasSent || m_socket->error() == QAbstractSocket::UnknownSocketError;
        exchange.error = wasLost ? QNetworkReply::RemoteHostClosedError : errorOf(m_socket->error());
        exchange.errorText = m_socket->errorString();
        exchange.proxy = proxyFor(m_proxy, m_request.url);
    }
    exchange.wasSent = m_wasSent;
    exchange.certificate = m_certificate;
    exchange.answer.url = m_request.url;
    m_shared->deliver(std::move(exchange));
    deleteLater();
}

} // namespace meshscope
