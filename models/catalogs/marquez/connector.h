#pragma once

#include "models/catalogs/httpconnector.h"

#include <chrono>

namespace meshscope {

/// Marquez, the OpenLineage server (0.51; spec/openapi.yml): namespaces, sources, tags, datasets with their versions, jobs
/// with their runs, column lineage.
class MarquezConnector final : public HttpConnector {
public:
    MarquezConnector(EndpointConfig config, ConnectorTools tools, std::chrono::hours fullEvery);
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("Marquez"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;

    const bool m_hasDomains;
    const std::chrono::hours m_fullEvery;
};

} // namespace meshscope
