#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// DataHub (v1.6 line, GraphQL; older servers are asked for what they know): domains, data products with their output
/// ports, datasets, jobs, charts and dashboards with columns, people, terms, lineage of tables and columns, checks, usage.
class DataHubConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;

private:
    DataHubConnector(EndpointConfig config, ConnectorTools tools);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
};

} // namespace meshscope
