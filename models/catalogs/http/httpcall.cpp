#include "models/catalogs/http/httpcall.h"

#include "models/catalogs/http/operation.h"
#include "models/catalogs/http/redirect.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpFailures)
};

/// “.” and “..” as segments would be taken as ways, not names, before they ever reach the server.
bool hasDots(const QString &path)
{
    const QStringList segments = path.section(u'?', 0, 0).split(u'/');
    return segments.contains(QLatin1String(".")) || segments.contains(QLatin1String(".."));
}

/// Path and query as they are to be sent, where QUrl would send others.
QByteArray rawTargetIn(const QString &target)
{
    const QByteArray bytes = target.toLatin1();
    if (!bytes.split('?').first().toUpper().contains("%2E"))
        return {};
    const qsizetype slash = bytes.indexOf('/', bytes.indexOf("://") + 3);
    return bytes.mid(slash);
}

} // namespace

HttpCall::HttpCall(HttpClient &client, const HttpRequest &request, Proof proof, IsCancelled cancelled)
    : m_client(client)
    , m_request(request)
    , m_proof(proof)
    , m_cancelled(std::move(cancelled))
    , m_failures{client.m_profile, client.m_redactor}
    , m_clock(client.m_options.clock)
{
}

Result<HttpAnswer> HttpCall::run()
{
    const Result<HttpRequest> request = absolute();
    if (!request)
        return Failure(request.error());
    m_end = m_clock.ticks() + m_client.m_profile.deadlines.whole;
    while (true) {
        Result<Attempt> attempt = this->attempt(*request);
        if (!attempt)
            return Failure(attempt.error());
        if (isAnswer(attempt->exchange))
            return std::move(attempt->exchange.answer);
        const Result<bool> renewed = canRenew(*attempt);
        if (!renewed)
            return Failure(renewed.error());
        if (*renewed)
            continue;
        const std::optional<std::chrono::milliseconds> pause = pauseAfter(*attempt);
        if (!pause)
            return Failure(errorOf(*attempt));
        if (m_clock.ticks() + *pause >= m_end) {
            return Failure(attempt->exchange.answer.header("Retry-After").isNull()
                               ? errorOf(*attempt)
                               : m_failures.tooLongPause(*pause, attempt->wire.url));
        }
        m_clock.wait(*pause, m_cancelled);
        if (m_cancelled())
            return Failure(m_failures.cancelled());
        ++m_attempt;
    }
}

Result<HttpRequest> HttpCall::absolute() const
{
    HttpRequest request = m_request;
    const QUrl &base = m_client.m_profile.base;
    QByteArray target = request.target.toUtf8();
    if (!target.startsWith("http://") && !target.startsWith("https://")) {
        QUrl root = base;
        root.setQuery(QString());
        root.setFragment({});
        QByteArray begin = root.toEncoded();
        while (begin.endsWith('/'))
            begin.chop(1);
        target = begin + (target.startsWith('/') || target.isEmpty() ? "" : "/") + target;
    }
    const QUrl url = QUrl::fromEncoded(target, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return Failure(m_failures.badTarget(request.target, Text::tr("“%1” is no address.").arg(request.target.left(200))));
    // QUrl writes “%2E” as “.”, which to some servers is another name: such a path goes around it, unless it would change
    // something.
    const bool isRaw = target.split('?').first().toUpper().contains("%2E");
    if (hasDots(url.path(QUrl::FullyEncoded)) || (isRaw && request.method != "GET")) {
        return Failure(m_failures.badTarget(
            request.target, Text::tr("A name in “%1” cannot be part of a web address.").arg(request.target.left(200))));
    }
    if (base.scheme() == QLatin1String("https") && url.scheme() != QLatin1String("https")) {
        return Failure(m_failures.badTarget(
            request.target,
            Text::tr("The catalog names an address without encryption (%1), which is not used. The proxy before "
                     "it should tell it that the outside is encrypted (X-Forwarded-Proto).")
                .arg(url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo))));
    }
    request.target = QString::fromLatin1(isRaw ? target : url.toEncoded(QUrl::RemoveFragment));
    if (headerValue(request.headers, "Accept").isNull())
        setHeader(request.headers, QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json, */*;q=0.5"));
    setHeader(request.headers, QByteArrayLiteral("User-Agent"), QByteArrayLiteral("Meshscope/" MESHSCOPE_VERSION));
    return request;
}

Result<HttpCall::Attempt> HttpCall::attempt(HttpRequest request)
{
    for (int redirects = 0;; ++redirects) {
        Result<Attempt> attempt = once(request);
        if (!attempt)
            return attempt;
        const HttpAnswer &answer = attempt->exchange.answer;
        const bool goesOn = attempt->exchange.end == Exchange::End::Answered && isRedirect(answer.status) &&
                            !m_request.accepted.contains(answer.status) && !answer.header("Location").isEmpty();
        if (!goesOn)
            return attempt;
        if (redirects == mostRedirects) {
            return Failure(
                m_failures.redirect(answer, Text::tr("%1 redirects again and again, more than %2 times. Check the address.")
                                                .arg(answer.url.host())
                                                .arg(mostRedirects)));
        }
        tl::expected<HttpRequest, QString> next = redirected(request, answer);
        if (!next)
            return Failure(m_failures.redirect(answer, next.error()));
        request = std::move(*next);
    }
}

Result<HttpCall::Attempt> HttpCall::once(const HttpRequest &request)
{
    Attempt attempt;
    attempt.sent = request;
    const QUrl url = QUrl::fromEncoded(request.target.toLatin1());
    const bool isOwn = isSameOrigin(url, m_client.m_profile.base);
    // what a login sends to its own server is not the endpoint's business, and stays with that server
    const QUrl home = m_proof == Proof::OfEndpoint ? m_client.m_profile.base : QUrl(m_request.target);
    if (!isSameOrigin(url, home))
        attempt.sent.headers = headersForStrangers(request.headers);
    if (isOwn && m_proof == Proof::OfEndpoint && m_client.m_options.auth) {
        const Result<void> proven = m_client.m_options.auth->apply(attempt.sent, authCall());
        m_client.hideSecrets();
        if (!proven)
            return Failure(withoutSecrets(proven.error()));
        attempt.hadProof = true;
    }
    attempt.wire.method = attempt.sent.method;
    attempt.wire.url = url;
    attempt.wire.rawTarget = rawTargetIn(request.target);
    attempt.wire.headers = attempt.sent.headers;
    attempt.wire.body = attempt.sent.body;
    attempt.wire.isRepeatable = attempt.sent.isRepeatable;
    attempt.wire.isOwnOrigin = isOwn;
    attempt.wire.deadlines = m_client.m_profile.deadlines;
    attempt.wire.limit = m_request.limit > 0 ? m_request.limit : m_client.m_profile.limit;
    if (!m_client.m_pace.acquire(m_cancelled))
        return Failure(m_failures.cancelled());
    const QDateTime at = m_clock.now();
    const std::chrono::milliseconds begun = m_clock.ticks();
    attempt.wire.deadlines.whole = m_end - begun;
    attempt.exchange = m_client.m_wire->send(attempt.wire, m_cancelled);
    m_client.m_pace.release();
    log(attempt, at, m_clock.ticks() - begun);
    if (attempt.exchange.end == Exchange::End::Answered)
        m_client.m_hasAnswered = true;
    else if (attempt.exchange.certificate)
        m_client.reject(*attempt.exchange.certificate);
    return attempt;
}

bool HttpCall::isAnswer(const Exchange &exchange) const
{
    const int status = exchange.answer.status;
    return exchange.end == Exchange::End::Answered &&
           ((status >= 200 && status < 300) || m_request.accepted.contains(status));
}

Result<bool> HttpCall::canRenew(const Attempt &attempt)
{
    const int status = attempt.exchange.answer.status;
    const bool isRefused = attempt.exchange.end == Exchange::End::Answered && attempt.hadProof && !m_hasRenewed &&
                           (status == 400 || status == 401 || status == 403 || status == 419);
    if (!isRefused)
        return false;
    m_hasRenewed = true;
    const Result<bool> renewed = m_client.m_options.auth->renew(attempt.sent, attempt.exchange.answer, authCall());
    return renewed ? renewed : Result<bool>(Failure(withoutSecrets(renewed.error())));
}

/// A login's server may say back what it was sent.
Error HttpCall::withoutSecrets(Error error) const
{
    error.text = m_client.m_redactor.text(error.text);
    return error;
}

std::optional<std::chrono::milliseconds> HttpCall::pauseAfter(const Attempt &attempt) const
{
    const RetryPolicy &policy = m_client.m_profile.retry;
    const bool isWorthIt = isWorthRepeating(attempt);
    const auto asked = isWorthIt ? retryAfter(attempt.exchange.answer.header("Retry-After"), m_clock.now()) : std::nullopt;
    if (asked)
        m_client.m_pace.pauseFor(*asked); // for the others too
    if (!isWorthIt || m_attempt >= policy.attempts)
        return std::nullopt;
    if (asked)
        return asked;
    return backOff(policy, m_attempt, m_clock.random());
}

bool HttpCall::isWorthRepeating(const Attempt &attempt) const
{
    const Exchange &exchange = attempt.exchange;
    const bool isRepeatable = attempt.sent.isRepeatable || !exchange.wasSent;
    constexpr int twice = 2; // each takes as long as the deadline
    switch (exchange.end) {
    case Exchange::End::Answered: {
        const auto &isThrottled = m_client.m_options.isThrottled;
        const int status = exchange.answer.status;
        // who is told to slow down was not served, so even what changes something may be asked for again
        if (status == 429 || (isThrottled && isThrottled(exchange.answer)))
            return true;
        return attempt.sent.isRepeatable && (status == 502 || status == 503 || status == 504);
    }
    case Exchange::End::Damaged: return isRepeatable;
    case Exchange::End::ConnectDeadline: return m_attempt < twice || m_client.m_hasAnswered;
    case Exchange::End::IdleDeadline: return isRepeatable && m_attempt < twice;
    case Exchange::End::Failed: return isLostWorthRepeating(attempt);
    case Exchange::End::Cancelled:
    case Exchange::End::WholeDeadline:
    case Exchange::End::TooLarge:
    case Exchange::End::UnknownCode:
    case Exchange::End::Certificate: break;
    }
    return false;
}

bool HttpCall::isLostWorthRepeating(const Attempt &attempt) const
{
    switch (attempt.exchange.error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
        return m_client.m_hasAnswered; // it was there a moment ago; at first it is rather a mistake in the address
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError: return attempt.sent.isRepeatable || !attempt.exchange.wasSent;
    default: return false;
    }
}

Error HttpCall::errorOf(const Attempt &attempt) const
{
    return attempt.exchange.end == Exchange::End::Answered ? m_failures.status(attempt.exchange.answer, attempt.hadProof)
                                                           : m_failures.noAnswer(attempt.exchange, attempt.wire);
}

AuthCall HttpCall::authCall()
{
    return {m_clock.now(), m_cancelled,
            [this](const HttpRequest &request) { return HttpCall(m_client, request, Proof::None, m_cancelled).run(); }};
}

void HttpCall::log(const Attempt &attempt, const QDateTime &at, std::chrono::milliseconds took)
{
    if (!m_client.m_options.log)
        return;
    LoggedRequest logged;
    logged.at = at;
    logged.method = QString::fromLatin1(attempt.sent.method);
    logged.address = m_client.m_redactor.address(attempt.wire.url);
    if (const QString operation = operationOf(attempt.sent); !operation.isEmpty()) // one address for all there is
        logged.address += u" ("_s + m_client.m_redactor.text(operation) + u')';
    logged.status = attempt.exchange.answer.status;
    logged.bytes = attempt.exchange.received;
    logged.millis = took.count();
    logged.attempt = m_attempt;
    if (attempt.exchange.end != Exchange::End::Answered)
        logged.failure = m_failures.noAnswer(attempt.exchange, attempt.wire).text;
    m_client.m_options.log->add(logged);
}

} // namespace meshscope
