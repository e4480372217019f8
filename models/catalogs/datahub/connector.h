#pragma once

#include "models/catalogs/httpconnector.h"

#include <chrono>

namespace meshscope {

/// DataHub (v1.6 line, GraphQL; older servers are asked for what they know): domains, data products with their output
/// ports, datasets, jobs, charts and dashboards with columns, people, terms, lineage of tables and columns, checks, usage.
class DataHubConnector final : public HttpConnector {
public:
    DataHubConnector(EndpointConfig config, ConnectorTools tools, std::chrono::hours fullEvery);
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("DataHub"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;

    const std::chrono::hours m_fullEvery; ///< between two readings of everything
};

} // namespace meshscope
