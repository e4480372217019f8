#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/http/httpclient.h"
#include "models/catalogs/paged.h"

namespace meshscope {

/// The first checks of any endpoint over HTTP: the name resolves, the port answers. False: nothing further can succeed.
[[nodiscard]] bool checkReach(const HttpProfile &profile, QList<Connector::Check> &checks);

/// Runs requests as checks of a probe: encryption and login are told of once, before the first answer.
class RequestChecks {
public:
    RequestChecks(HttpClient &client, Connector::Probe &probe)
        : m_client(client)
        , m_probe(probe)
    {
    }
    [[nodiscard]] Result<HttpAnswer> ask(const QString &what, const HttpRequest &request, bool isNeeded = true);
    /// The answer as a document. What is none refutes the check.
    [[nodiscard]] Result<JsonPage> askJson(const QString &what, const HttpRequest &request, bool isNeeded = true);
    /// A document with a list at `key`: anything else refutes the check.
    [[nodiscard]] Result<JsonPage> askList(const QString &what, const HttpRequest &request, const char *key,
                                           bool isNeeded = true);
    /// The last check's text, where an answer was good: how many there are, which version.
    void tell(const QString &text);
    /// The last answer was none after all.
    void refute(const QString &text);
    /// A check that asks nothing: which version answers, or what is known where the server does not tell.
    void tellVersion(const QString &version, const QString &untold);

    [[nodiscard]] HttpClient &client() { return m_client; }
    [[nodiscard]] Connector::Probe &probe() { return m_probe; }

private:
    HttpClient &m_client;
    Connector::Probe &m_probe;
    bool m_isReached = false;
};

} // namespace meshscope
