#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/trino/reading.h"

namespace meshscope {

/// Trino (and Starburst): what the information schemas of its catalogs say, and rows by SQL.
class TrinoConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;
    [[nodiscard]] Result<DataRows> sample(const SampleRequest &request, const Progress &progress) override;

private:
    TrinoConnector(EndpointConfig config, ConnectorTools tools);
    /// A client that still speaks for a moment after somebody cancelled.
    [[nodiscard]] trino::Asker::Farewell farewell() const;
    [[nodiscard]] QString user() const;
    [[nodiscard]] trino::Naming naming() const;

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
    trino::Selection m_selection;
};

} // namespace meshscope
