#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/openmetadata/reading.h"

namespace meshscope {

/// OpenMetadata (1.6 to 2.x; openapi 1.13): domains, data products with their ports, tables and everything else data flows
/// through, owners, words, lineage, contracts, tests, usage and profiles.
class OpenMetadataConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;
    [[nodiscard]] Result<std::unique_ptr<RequestRoad>> requests() override;

private:
    OpenMetadataConnector(EndpointConfig config, ConnectorTools tools, openmetadata::ReadingOptions options);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
    openmetadata::ReadingOptions m_options;
};

} // namespace meshscope
