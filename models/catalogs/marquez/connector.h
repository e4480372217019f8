#pragma once

#include "models/catalogs/connector.h"

#include <chrono>

namespace meshscope {

/// Marquez, the OpenLineage server (0.51; spec/openapi.yml): namespaces, sources, tags, datasets with their versions, jobs
/// with their runs, column lineage.
class MarquezConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;

private:
    MarquezConnector(EndpointConfig config, ConnectorTools tools, std::chrono::hours fullEvery);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
    bool m_hasDomains;
    std::chrono::hours m_fullEvery;
};

} // namespace meshscope
