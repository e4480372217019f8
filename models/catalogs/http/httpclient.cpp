#include "models/catalogs/http/httpclient.h"

#include "models/catalogs/http/httpcall.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFuture>
#include <QSet>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <deque>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpFailures)
};

QByteArray digestOf(const HttpRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.method + ' ' + request.target.toUtf8() + '\n');
    hash.addData(request.body);
    return hash.result();
}

Result<void> checkAddress(const HttpProfile &profile)
{
    const QUrl &base = profile.base;
    const bool isWeb = base.scheme() == QLatin1String("https") || base.scheme() == QLatin1String("http");
    if (!base.isValid() || !isWeb || base.host().isEmpty()) {
        return fail(Error::Code::Usage,
                    Text::tr("The address of endpoint “%1” must begin with https:// or http:// and name a server.")
                        .arg(profile.endpoint),
                    profile.endpoint);
    }
    if (!base.userInfo().isEmpty()) {
        return fail(Error::Code::Usage,
                    Text::tr("The address of endpoint “%1” holds a user or password. Take them out and enter them as the "
                             "endpoint's credentials: an address is shown and logged.")
                        .arg(profile.endpoint),
                    profile.endpoint);
    }
    return {};
}

} // namespace

Result<std::unique_ptr<HttpClient>> HttpClient::open(const HttpProfile &profile, Options options)
{
    const Result<void> checked = checkAddress(profile);
    if (!checked)
        return Failure(checked.error());
    Result<QSslConfiguration> tls = tlsConfiguration(profile.tls);
    if (!tls)
        return Failure(tls.error());
    return std::unique_ptr<HttpClient>(new HttpClient(profile, std::move(options), std::move(*tls)));
}

HttpClient::HttpClient(HttpProfile profile, Options options, QSslConfiguration tls)
    : m_profile(std::move(profile))
    , m_options(std::move(options))
    , m_pace(m_profile.atOnce, m_profile.perSecond, m_options.clock)
    , m_wire(std::make_unique<Wire>(m_profile, std::move(tls)))
{
    m_redactor.addSecret(m_profile.tls.passphrase);
    m_redactor.addSecret(m_profile.proxy.password);
    hideSecrets();
}

HttpClient::~HttpClient() = default;

Result<HttpAnswer> HttpClient::send(const HttpRequest &request)
{
    return HttpCall(*this, request, HttpCall::Proof::OfEndpoint, m_options.cancelled).run();
}

Result<HttpAnswer> HttpClient::sendWithoutCredentials(const HttpRequest &request)
{
    return HttpCall(*this, request, HttpCall::Proof::None, m_options.cancelled).run();
}

Result<HttpAnswer> HttpClient::get(const QString &target, const HttpFields &query)
{
    return send(HttpRequest::get(target, query));
}

Result<qint64> HttpClient::eachPage(HttpRequest first, const ReadPage &read)
{
    QSet<QByteArray> seen;
    qint64 pages = 0;
    for (std::optional<HttpRequest> next = std::move(first); next;) {
        const QByteArray digest = digestOf(*next);
        if (seen.contains(digest))
            return Failure(Failures{m_profile, m_redactor}.endless(m_profile.base));
        seen.insert(digest);
        const Result<HttpAnswer> answer = send(*next);
        if (!answer)
            return Failure(answer.error());
        ++pages;
        Result<std::optional<HttpRequest>> after = read(*answer);
        if (!after)
            return Failure(after.error());
        next = std::move(*after);
    }
    return pages;
}

Result<void> HttpClient::each(const QList<HttpRequest> &requests, const ReadOne &read)
{
    std::atomic<bool> isStopped = false;
    const IsCancelled cancelled = [this, &isStopped] { return isStopped || m_options.cancelled(); };
    QThreadPool pool; // waits for its own when it goes
    pool.setMaxThreadCount(m_profile.atOnce);
    std::deque<QFuture<Result<HttpAnswer>>> flying;
    qsizetype begun = 0;
    for (qsizetype i = 0; i < requests.size(); ++i) {
        for (; begun < requests.size() && flying.size() < size_t(m_profile.atOnce); ++begun) {
            flying.push_back(QtConcurrent::run(&pool, [this, &cancelled, request = requests[begun]] {
                return HttpCall(*this, request, HttpCall::Proof::OfEndpoint, cancelled).run();
            }));
        }
        const Result<HttpAnswer> answer = flying.front().result();
        flying.pop_front();
        const Result<void> taken = read(i, answer);
        if (!taken) {
            isStopped = true;
            return taken;
        }
    }
    return {};
}

std::optional<ServerCertificate> HttpClient::rejectedCertificate() const
{
    const QMutexLocker lock(&m_mutex);
    return m_rejected;
}

void HttpClient::reject(const ServerCertificate &certificate)
{
    const QMutexLocker lock(&m_mutex);
    m_rejected = certificate;
}

void HttpClient::hideSecrets()
{
    if (!m_options.auth)
        return;
    const QList<QByteArray> secrets = m_options.auth->secrets();
    const QMutexLocker lock(&m_mutex);
    if (secrets == m_hidden)
        return;
    m_hidden = secrets;
    for (const QByteArray &secret : secrets)
        m_redactor.addSecret(secret);
}

} // namespace meshscope
