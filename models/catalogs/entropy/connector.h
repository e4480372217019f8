#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// Entropy Data, formerly Data Mesh Manager (OpenAPI 0.0.3): teams and domains, products, contracts, assets, accesses,
/// lineage, results of tests.
class EntropyConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;
    [[nodiscard]] Result<std::unique_ptr<RequestRoad>> requests() override;

private:
    EntropyConnector(EndpointConfig config, ConnectorTools tools);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
};

} // namespace meshscope
