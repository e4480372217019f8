#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/http/httpclient.h"
#include "models/catalogs/paged.h"

namespace meshscope {

/// Requests of the marketplace: submitted with an identifier made here (the marketplace takes each but once), decided by
/// the results that executors report.
class OpenDataMeshRequests final : public RequestRoad {
public:
    OpenDataMeshRequests(EndpointConfig config, ConnectorTools tools);
    ~OpenDataMeshRequests() override;

    [[nodiscard]] Result<Agreement> find(const Agreement &wanted) override;
    [[nodiscard]] Result<void> ask(const Agreement &wanted) override;
    [[nodiscard]] Result<void> take(const Agreement &now, const Decision &decision) override;
    [[nodiscard]] QString whyNot(RequestStep step) const override;

private:
    [[nodiscard]] Result<HttpClient *> client();
    [[nodiscard]] Result<JsonPage> get(const QString &target, const HttpFields &query = {});
    [[nodiscard]] Result<void> send(const HttpRequest &request);
    /// What the registry calls the output port that is asked for.
    [[nodiscard]] Result<QString> portOf(const Agreement &wanted);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
    std::unique_ptr<HttpClient> m_client;
};

} // namespace meshscope
