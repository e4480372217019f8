#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// Unity Catalog (the open one, 0.6, and Databricks' where it is alike; api/all.yaml): catalogs, schemas, tables,
/// views and what they read, volumes, functions, models, permissions; tables that are Iceberg's too with their snapshots.
class UnityConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;

private:
    UnityConnector(EndpointConfig config, ConnectorTools tools);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
};

} // namespace meshscope
