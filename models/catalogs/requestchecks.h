#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/http/httpclient.h"
#include "models/catalogs/paged.h"

namespace meshscope {

/// Told of a check when nothing more comes to it; in the worker's thread.
using Checked = std::function<void(const Connector::Check &)>;

/// A connector whose checks can be watched one by one while it probes.
class CheckTeller {
public:
    virtual ~CheckTeller() = default;
    void setChecked(Checked checked) { m_checked = std::move(checked); }

protected:
    Checked m_checked;
};

/// Whether anybody can read what goes over the wire: it is encrypted, or never leaves this computer. A warning otherwise.
[[nodiscard]] Connector::Check privacyCheck(bool isEncrypted, const QString &host, qint64 millis);

/// Runs requests as checks of a probe: encryption and login are told of once, before the first answer.
class RequestChecks {
public:
    RequestChecks(HttpClient &client, Connector::Probe &probe, Checked checked = {});
    ~RequestChecks();
    RequestChecks(const RequestChecks &) = delete;
    RequestChecks &operator=(const RequestChecks &) = delete;
    /// The first checks of any endpoint over HTTP: the name resolves, the port answers. False: nothing further can succeed.
    [[nodiscard]] bool reach();
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
    /// Nothing more comes to the checks so far: whoever waits for them is told. Before something that takes time.
    void settle();

    [[nodiscard]] HttpClient &client() { return m_client; }
    [[nodiscard]] Connector::Probe &probe() { return m_probe; }

private:
    HttpClient &m_client;
    Connector::Probe &m_probe;
    const Checked m_checked;
    qsizetype m_told = 0;
    bool m_isReached = false;
};

} // namespace meshscope
