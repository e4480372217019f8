#pragma once

#include "models/catalogs/httpconnector.h"
#include "models/catalogs/openmetadata/reading.h"

namespace meshscope {

/// OpenMetadata (1.6 to 2.x; openapi 1.13): domains, data products with their ports, tables and everything else data flows
/// through, owners, words, lineage, contracts, tests, usage and profiles.
class OpenMetadataConnector final : public HttpConnector {
public:
    OpenMetadataConnector(EndpointConfig config, ConnectorTools tools, openmetadata::ReadingOptions options);
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<std::unique_ptr<RequestRoad>> requests() override;
    [[nodiscard]] Result<DataRows> sample(const RowsRequest &request, const Progress &progress) override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("OpenMetadata"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;

    const openmetadata::ReadingOptions m_options;
};

} // namespace meshscope
