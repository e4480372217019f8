#include "models/catalogs/http/transfer.h"

#include "models/catalogs/http/profile.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <cstring>

namespace meshscope {

namespace {

/// Bytes that may wait for a thread that is busy elsewhere: without a bound Qt keeps what a server sends, however much.
constexpr qint64 mostUnread = qint64(16) * 1024 * 1024;

/// A body that can be read once. Qt sends a request again when a connection breaks before the answer; a body that cannot
/// be rewound is its one way of being told not to.
class OnceBody final : public QIODevice {
public:
    explicit OnceBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool seek(qint64) override { return false; }
    [[nodiscard]] bool atEnd() const override { return m_at >= m_bytes.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }

protected:
    [[nodiscard]] qint64 readData(char *data, qint64 size) override
    {
        const qint64 taken = std::min<qint64>(size, m_bytes.size() - m_at);
        if (taken <= 0)
            return -1;
        std::memcpy(data, m_bytes.constData() + m_at, size_t(taken));
        m_at += taken;
        return taken;
    }
    [[nodiscard]] qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

QNetworkRequest requestOf(const WireRequest &from, const QSslConfiguration &tls)
{
    QNetworkRequest request(from.url);
    for (const HttpHeader &header : from.headers)
        request.setRawHeader(header.name, header.value);
    // Asked for by hand, Qt hands the bytes over as they came: its own unpacking refuses what packs well and has no bound
    // that one could set to the size of an answer.
    request.setRawHeader("Accept-Encoding", "gzip, deflate");
    request.setSslConfiguration(from.isOwnOrigin ? tls : withoutClientCertificate(tls));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return request;
}

/// Errors that only say which status there was.
bool isStatus(QNetworkReply::NetworkError error, int status)
{
    switch (error) {
    case QNetworkReply::NoError: return true;
    case QNetworkReply::ProtocolInvalidOperationError: return status == 400;
    // it made ready to send the body again, on the way of the redirect or with credentials, and that is our business
    case QNetworkReply::ContentReSendError: return status == 307 || status == 308 || status == 401;
    default: break;
    }
    return (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
           error >= QNetworkReply::InternalServerError;
}

/// Qt now and then takes a chunked answer for whole when the connection ends between two chunks. JSON shows that it is not:
/// something in it is still open.
bool isCutOff(QByteArrayView body)
{
    const QByteArrayView text = body.trimmed();
    if (text.isEmpty() || (text.front() != '{' && text.front() != '['))
        return false;
    qint64 open = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            isInString = !isInString;
        else if (isInString)
            i += c == '\\' ? 1 : 0;
        else if (c == '{' || c == '[')
            ++open;
        else if (c == '}' || c == ']')
            --open;
    }
    return isInString || open > 0;
}

/// The request did not get as far as the server.
bool isBefore(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::OperationCanceledError: return true; // by a deadline of ours, which has its own way to know
    default: return false;
    }
}

} // namespace

Transfer::Transfer(WireRequest request, TlsSettings settings, ProxySettings proxy, std::shared_ptr<Shared> shared,
                   std::shared_ptr<Rejected> rejected)
    : m_request(std::move(request))
    , m_settings(std::move(settings))
    , m_proxy(std::move(proxy))
    , m_shared(std::move(shared))
    , m_rejected(std::move(rejected))
{
}

Transfer::~Transfer()
{
    if (m_reply) {
        m_reply->disconnect(this);
        delete m_reply;
    }
}

void Transfer::start(QNetworkAccessManager &manager, const QSslConfiguration &tls)
{
    m_connect.setSingleShot(true);
    m_idle.setSingleShot(true);
    m_whole.setSingleShot(true);
    connect(&m_connect, &QTimer::timeout, this, [this] { stop(Exchange::End::ConnectDeadline); });
    connect(&m_idle, &QTimer::timeout, this, [this] { stop(Exchange::End::IdleDeadline); });
    connect(&m_whole, &QTimer::timeout, this, [this] { stop(Exchange::End::WholeDeadline); });
    // of a request that has no body and must not be repeated Qt does not say when it was sent
    if (!m_request.isRepeatable && m_request.body.isEmpty())
        moved();
    else
        m_connect.start(m_request.deadlines.connect);
    m_whole.start(std::max(m_request.deadlines.whole, std::chrono::milliseconds(1)));

    QNetworkRequest request = requestOf(m_request, tls);
    const QByteArray toProxy = proxyAuthorization(m_proxy, m_request.url);
    if (!toProxy.isNull())
        request.setRawHeader("Proxy-Authorization", toProxy);
    m_reply = send(manager, std::move(request));
    m_reply->setReadBufferSize(mostUnread);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { moved(); });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        if (sent > 0)
            moved();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { readHead(); });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { readBody(); });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { judge(errors); });
    connect(m_reply, &QNetworkReply::finished, this, [this] { finish(); });
}

void Transfer::stop(Exchange::End end)
{
    if (!m_end)
        m_end = end;
    m_reply->abort();
}

QNetworkReply *Transfer::send(QNetworkAccessManager &manager, QNetworkRequest request)
{
    const QByteArray &method = m_request.method;
    if (method == "GET")
        return manager.get(request);
    if (method == "HEAD")
        return manager.head(request);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    if (m_request.isRepeatable)
        return manager.sendCustomRequest(request, method, m_request.body);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    return manager.sendCustomRequest(request, method, new OnceBody(m_request.body, this));
}

void Transfer::moved()
{
    m_wasSent = true;
    m_connect.stop();
    m_idle.start(m_request.deadlines.idle);
}

void Transfer::readHead()
{
    moved();
    const QByteArray code = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (code == "gzip" || code == "x-gzip" || code == "deflate") {
        m_inflater = std::make_unique<Inflater>(m_request.limit);
        return;
    }
    if (!code.isEmpty() && code != "identity") {
        m_code = code;
        return stop(Exchange::End::UnknownCode);
    }
    if (m_request.method != "HEAD" && m_reply->rawHeader("Content-Length").toLongLong() > m_request.limit)
        stop(Exchange::End::TooLarge);
}

void Transfer::readBody()
{
    moved();
    take();
    if (m_end)
        m_reply->abort();
}

void Transfer::take()
{
    const QByteArray bytes = m_reply->isOpen() ? m_reply->readAll() : QByteArray();
    m_received += bytes.size();
    if (m_end)
        return;
    if (!m_inflater) {
        m_body += bytes;
        if (m_body.size() > m_request.limit)
            m_end = Exchange::End::TooLarge;
        return;
    }
    switch (m_inflater->add(bytes, m_body)) {
    case Inflater::State::More:
    case Inflater::State::Whole: break;
    case Inflater::State::TooLarge: m_end = Exchange::End::TooLarge; break;
    case Inflater::State::Damaged: m_end = Exchange::End::Damaged; break;
    }
}

void Transfer::judge(const QList<QSslError> &errors)
{
    const QSslCertificate leaf = m_reply->sslConfiguration().peerCertificate();
    if (m_request.isOwnOrigin && isFingerprint(m_settings.pinned, fingerprintOf(leaf))) {
        m_reply->ignoreSslErrors(); // this very certificate was decided upon, for this endpoint
        return;
    }
    m_certificate = describe(m_request.url.host(), leaf, errors);
    m_rejected->insert(m_request.url.authority(), *m_certificate);
}

Exchange::End Transfer::endOf()
{
    if (m_end)
        return *m_end;
    const QNetworkReply::NetworkError error = m_reply->error();
    const auto known = m_rejected->constFind(m_request.url.authority());
    if (error == QNetworkReply::SslHandshakeFailedError && !m_certificate && known != m_rejected->cend())
        m_certificate = *known;
    if (m_certificate && error != QNetworkReply::NoError)
        return Exchange::End::Certificate;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 0)
        m_rejected->remove(m_request.url.authority());
    if (status == 0 || !isStatus(error, status))
        return Exchange::End::Failed;
    if (m_inflater && m_received > 0 && m_inflater->state() != Inflater::State::Whole)
        return Exchange::End::Damaged;
    if (!m_inflater && m_reply->rawHeader("Transfer-Encoding").toLower().contains("chunked") && isCutOff(m_body))
        return Exchange::End::Damaged;
    return Exchange::End::Answered;
}

void Transfer::finish()
{
    take();
    Exchange exchange;
    exchange.end = endOf();
    exchange.received = m_received;
    exchange.error = m_reply->error();
    exchange.wasSent = isBefore(exchange.error) ? m_wasSent && m_end.has_value() : true;
    exchange.errorText = exchange.end == Exchange::End::UnknownCode ? QString::fromLatin1(m_code) : m_reply->errorString();
    exchange.certificate = m_certificate;
    if (exchange.end == Exchange::End::Failed)
        exchange.proxy = proxyFor(m_proxy, m_request.url);
    exchange.answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    exchange.answer.url = m_request.url;
    exchange.answer.body = std::move(m_body);
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        exchange.answer.headers.append({name, value});
    m_shared->deliver(std::move(exchange));
    deleteLater();
}

} // namespace meshscope
