#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// AWS Glue's data catalog (glue-2017-03-31): databases, tables with their versions and partitions, results of data quality
/// runs. Requests are signed (Signature Version 4).
class GlueConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);
    /// As of any endpoint over HTTP; the region may stand in the address alone.
    [[nodiscard]] static Result<void> check(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;

private:
    GlueConnector(EndpointConfig config, ConnectorTools tools);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
};

} // namespace meshscope
