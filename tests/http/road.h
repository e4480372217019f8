#pragma once

#include "models/catalogs/http/httpclient.h"

#include "tests/support/scriptedserver.h"

#include <mutex>

namespace meshscope::test {

/// Time that passes only where somebody waits, and remembers how long each waited.
class FakeTime {
public:
    [[nodiscard]] HttpClock clock();
    [[nodiscard]] QList<qint64> pauses() const;
    QDateTime today = QDateTime({2026, 11, 21}, {12, 0}, Qt::UTC);
    double random = 0;

private:
    mutable std::mutex m_mutex;
    qint64 m_passed = 0;
    QList<qint64> m_pauses;
};

/// A server, a client on the road to it, and what both noted.
struct Road {
    explicit Road(ScriptedServer::Answer answer, const std::optional<QSslConfiguration> &tls = {});
    /// The client, made at first use: change the profile and the options before.
    HttpClient &client();

    ScriptedServer server;
    HttpProfile profile;
    HttpClient::Options options;
    FakeTime time;
    std::shared_ptr<RequestLog> log = std::make_shared<RequestLog>();

private:
    std::unique_ptr<HttpClient> m_client;
};

/// gzip, or zlib's deflate, or deflate without any wrapping.
enum class Packing { Gzip, Zlib, Bare };
[[nodiscard]] QByteArray packed(const QByteArray &bytes, Packing packing);

} // namespace meshscope::test
