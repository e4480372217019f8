#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// The Open Data Mesh platform (registry 2, marketplace 0.1): products, their versions and descriptors (DPDS), requests.
class OpenDataMeshConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;
    [[nodiscard]] Result<std::unique_ptr<RequestRoad>> requests() override;

private:
    OpenDataMeshConnector(EndpointConfig config, ConnectorTools tools);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
};

} // namespace meshscope
