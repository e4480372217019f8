#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/http/httpclient.h"

namespace meshscope {

/// Requests for access of Entropy Data: PUT with an id made here (so nothing is asked for twice), approve, reject, cancel.
class EntropyRequests final : public RequestRoad {
public:
    EntropyRequests(EndpointConfig config, ConnectorTools tools);
    ~EntropyRequests() override;

    [[nodiscard]] Result<Agreement> find(const Agreement &wanted) override;
    [[nodiscard]] Result<void> ask(const Agreement &wanted) override;
    [[nodiscard]] Result<void> take(const Agreement &now, const Decision &decision) override;
    [[nodiscard]] QString whyNot(RequestStep step) const override;
    [[nodiscard]] QString lost(const Decision &decision) const override;

private:
    [[nodiscard]] Result<HttpClient *> client();
    [[nodiscard]] Failure away(const HttpAnswer &answer) const;
    [[nodiscard]] Result<void> send(const HttpRequest &request);
    /// Moves the last day: everything else stays as it is there, whatever it is.
    [[nodiscard]] Result<void> moveEnd(const QString &id, const QDate &until);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
    std::unique_ptr<HttpClient> m_client;
};

} // namespace meshscope
