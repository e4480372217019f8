#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// CKAN, the open-data portal (2.9 to 2.12, Action API 3): organizations, groups, datasets with their files.
class CkanConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;

private:
    CkanConnector(EndpointConfig config, ConnectorTools tools);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
};

} // namespace meshscope
