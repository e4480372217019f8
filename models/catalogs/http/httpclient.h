#pragma once

#include "models/catalogs/http/auth.h"
#include "models/catalogs/http/certificate.h"
#include "models/catalogs/http/message.h"
#include "models/catalogs/http/profile.h"
#include "models/catalogs/http/redaction.h"
#include "models/catalogs/http/requestlog.h"

#include <QMutex>

#include <atomic>

namespace meshscope {

class Wire;

/// The road to one endpoint. Calls block, from worker threads: any of them, several at once. What is safe to repeat is
/// repeated, redirects are followed, credentials go to the endpoint's own origin only, each request is logged. An error is
/// a sentence that names the endpoint and says what to do, and holds no secret.
class HttpClient {
public:
    struct Options {
        std::shared_ptr<Auth> auth;      ///< none: nobody asks
        std::shared_ptr<RequestLog> log; ///< none: nobody wants to know
        IsCancelled cancelled = [] { return false; };
        /// Statuses in which a vendor says "slow down" besides 429 (Glue: 400 with ThrottlingException).
        std::function<bool(const HttpAnswer &)> isThrottled;
        HttpClock clock;
    };
    /// An error tells what is wrong with the address or the certificate files.
    [[nodiscard]] static Result<std::unique_ptr<HttpClient>> open(const HttpProfile &profile, Options options);
    ~HttpClient();

    /// 2xx and what the request accepts come back as answers. Refused: 401 and 403; NotFound: 404; the rest: Failed, Io
    /// when the network failed, Full when the answer is over the limit, Cancelled.
    [[nodiscard]] Result<HttpAnswer> send(const HttpRequest &request);
    /// To any server, as nobody: the login's own.
    [[nodiscard]] Result<HttpAnswer> sendWithoutCredentials(const HttpRequest &request);
    [[nodiscard]] Result<HttpAnswer> get(const QString &target, const HttpFields &query = {});

    using ReadPage = std::function<Result<std::optional<HttpRequest>>(const HttpAnswer &)>;
    /// One page after the other, each read (and stored) before the next is asked for; `read` tells what is next, or that it
    /// was the last. Returns the number of pages. A server that sends back to a page that was read already is stopped.
    [[nodiscard]] Result<qint64> eachPage(HttpRequest first, const ReadPage &read);
    using ReadOne = std::function<Result<void>(qsizetype index, const Result<HttpAnswer> &answer)>;
    /// Many requests, as many at once as the profile allows; read in their order, in this thread.
    [[nodiscard]] Result<void> each(const QList<HttpRequest> &requests, const ReadOne &read);

    /// The certificate of the last call that failed for it: what a person decides about.
    [[nodiscard]] std::optional<ServerCertificate> rejectedCertificate() const;
    [[nodiscard]] const HttpProfile &profile() const { return m_profile; }

private:
    friend class HttpCall;
    HttpClient(HttpProfile profile, Options options, QSslConfiguration tls);

    void reject(const ServerCertificate &certificate);
    void hideSecrets();

    const HttpProfile m_profile;
    const Options m_options;
    Redactor m_redactor;
    Pace m_pace;
    std::unique_ptr<Wire> m_wire;
    mutable QMutex m_mutex;
    std::optional<ServerCertificate> m_rejected;
    QList<QByteArray> m_hidden;
    std::atomic<bool> m_hasAnswered = false;
};

} // namespace meshscope
