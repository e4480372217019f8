#pragma once

#include "models/catalogs/httpendpoint.h"
#include "models/catalogs/requestchecks.h"

namespace meshscope {

/// Its address without white space around it, slashes and these ends: people paste the address of the server, of its API
/// or of a page.
[[nodiscard]] EndpointConfig placedAtServer(EndpointConfig config, const QStringList &ends = {});

/// Opens the way to a server over HTTP, to read it and to test it: what connectors say of their own is what comes after.
class HttpConnector : public Connector, public CheckTeller {
public:
    HttpConnector(EndpointConfig config, ConnectorTools tools, IsThrottled isThrottled = {});

    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) final;
    [[nodiscard]] Probe probe() final;

protected:
    [[nodiscard]] virtual QString product() const = 0; ///< by its own name
    [[nodiscard]] virtual Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) = 0;
    /// Of a server whose port answers: whether what reading asks for is answered, the first question first.
    virtual void test(RequestChecks &checks) = 0;

    [[nodiscard]] Result<std::unique_ptr<HttpClient>> open(const IsCancelled &cancelled) const;
    [[nodiscard]] const EndpointConfig &config() const { return m_config; }
    [[nodiscard]] const ConnectorTools &tools() const { return m_tools; }
    [[nodiscard]] QString option(const QString &name) const { return m_config.options.value(name); }

private:
    const EndpointConfig m_config;
    const ConnectorTools m_tools;
    const std::shared_ptr<SecretBox> m_secrets;
    const IsThrottled m_isThrottled;
};

} // namespace meshscope
