#pragma once

#include "models/catalogs/httpconnector.h"

namespace meshscope {

/// The Open Data Mesh platform (registry 2, marketplace 0.1): products, their versions and descriptors (DPDS), requests.
class OpenDataMeshConnector final : public HttpConnector {
public:
    using HttpConnector::HttpConnector;
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<std::unique_ptr<RequestRoad>> requests() override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("Open Data Mesh"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;
};

} // namespace meshscope
