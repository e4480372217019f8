#pragma once

#include "models/catalogs/http/failures.h"
#include "models/catalogs/http/httpclient.h"
#include "models/catalogs/http/wire.h"

namespace meshscope {

/// One call of a client from its beginning to its end: redirects, renewed credentials, pauses, repetitions.
class HttpCall {
public:
    enum class Proof : quint8 { None, OfEndpoint };
    HttpCall(HttpClient &client, const HttpRequest &request, Proof proof, IsCancelled cancelled);
    [[nodiscard]] Result<HttpAnswer> run();

private:
    /// How one attempt went: the request that was sent last, and what came of it.
    struct Attempt {
        HttpRequest sent;
        WireRequest wire;
        Exchange exchange;
        bool hadProof = false;
    };
    [[nodiscard]] Result<HttpRequest> absolute() const;
    [[nodiscard]] Result<Attempt> attempt(HttpRequest request);
    [[nodiscard]] Result<Attempt> once(const HttpRequest &request);
    [[nodiscard]] bool isAnswer(const Exchange &exchange) const;
    [[nodiscard]] Result<bool> canRenew(const Attempt &attempt);
    [[nodiscard]] Error withoutSecrets(Error error) const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> pauseAfter(const Attempt &attempt) const;
    [[nodiscard]] bool isWorthRepeating(const Attempt &attempt) const;
    [[nodiscard]] bool isLostWorthRepeating(const Attempt &attempt) const;
    [[nodiscard]] Error errorOf(const Attempt &attempt) const;
    [[nodiscard]] AuthCall authCall();
    void log(const Attempt &attempt, const QDateTime &at, std::chrono::milliseconds took);

    HttpClient &m_client;
    const HttpRequest m_request;
    const Proof m_proof;
    const IsCancelled m_cancelled;
    const Failures m_failures;
    const HttpClock &m_clock;
    std::chrono::milliseconds m_end{0};
    int m_attempt = 1;
    bool m_hasRenewed = false;
};

} // namespace meshscope
