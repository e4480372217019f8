#pragma once

#include "models/catalogs/httpconnector.h"

namespace meshscope {

/// CKAN, the open-data portal (2.9 to 2.12, Action API 3): organizations, groups, datasets with their files.
class CkanConnector final : public HttpConnector {
public:
    using HttpConnector::HttpConnector;
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("CKAN"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;
};

} // namespace meshscope
