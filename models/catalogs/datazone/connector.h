#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// Amazon DataZone (datazone-2018-05-10): domains and their units, projects, glossary terms, assets, listings, data
/// products, subscriptions, lineage. Requests are signed (Signature Version 4).
class DataZoneConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);
    /// As of any endpoint over HTTP; the region may stand in the address alone.
    [[nodiscard]] static Result<void> check(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;

private:
    DataZoneConnector(EndpointConfig config, ConnectorTools tools);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
};

} // namespace meshscope
