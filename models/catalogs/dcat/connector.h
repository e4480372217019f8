#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// A catalog published as DCAT 2 or 3, DCAT-US or DPROD (JSON-LD, in pages by Hydra or Link): what the reader of such
/// documents makes of it.
class DcatConnector final : public Connector {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;

private:
    DcatConnector(EndpointConfig config, ConnectorTools tools);

    EndpointConfig m_config;
    ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
};

} // namespace meshscope
