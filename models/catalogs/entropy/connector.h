#pragma once

#include "models/catalogs/httpconnector.h"

namespace meshscope {

/// Entropy Data, formerly Data Mesh Manager (OpenAPI 0.0.3): teams and domains, products, contracts, assets, accesses,
/// lineage, results of tests.
class EntropyConnector final : public HttpConnector {
public:
    using HttpConnector::HttpConnector;
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<std::unique_ptr<RequestRoad>> requests() override;
    [[nodiscard]] Result<DataRows> sample(const RowsRequest &request, const Progress &progress) override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("Entropy Data"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;
};

} // namespace meshscope
