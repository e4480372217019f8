#pragma once

#include "models/catalogs/httpconnector.h"

namespace meshscope {

/// AWS Glue's data catalog (glue-2017-03-31): databases, tables with their versions and partitions, results of data quality
/// runs. Requests are signed (Signature Version 4).
class GlueConnector final : public HttpConnector {
public:
    using HttpConnector::HttpConnector;
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);
    /// As of any endpoint over HTTP; the region may stand in the address alone.
    [[nodiscard]] static Result<void> check(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("AWS Glue"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;
};

} // namespace meshscope
