#pragma once

#include "models/catalogs/httpconnector.h"

namespace meshscope {

/// Unity Catalog (the open one, 0.6, and Databricks' where it is alike; api/all.yaml): catalogs, schemas, tables,
/// views and what they read, volumes, functions, models, permissions; tables that are Iceberg's too with their snapshots.
class UnityConnector final : public HttpConnector {
public:
    using HttpConnector::HttpConnector;
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("Unity Catalog"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;
};

} // namespace meshscope
