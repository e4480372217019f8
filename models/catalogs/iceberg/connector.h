#pragma once

#include "models/catalogs/httpconnector.h"

namespace meshscope {

/// A catalog that speaks Iceberg's REST protocol (open-api/rest-catalog-open-api.yaml): Polaris, Nessie, Unity Catalog,
/// Lakekeeper, Gravitino …: namespaces, tables with all their schemas and snapshots, views.
class IcebergConnector final : public HttpConnector {
public:
    using HttpConnector::HttpConnector;
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);
    /// As of any endpoint over HTTP; where no server for tokens is named, the catalog's own is meant.
    [[nodiscard]] static Result<void> check(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;

private:
    [[nodiscard]] QString product() const override;
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;
};

} // namespace meshscope
