#pragma once

#include "models/catalogs/httpconnector.h"

namespace meshscope {

/// Amazon DataZone (datazone-2018-05-10): domains and their units, projects, glossary terms, assets, listings, data
/// products, subscriptions, lineage. Requests are signed (Signature Version 4).
class DataZoneConnector final : public HttpConnector {
public:
    using HttpConnector::HttpConnector;
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);
    /// As of any endpoint over HTTP; the region may stand in the address alone.
    [[nodiscard]] static Result<void> check(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<std::unique_ptr<RequestRoad>> requests() override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("Amazon DataZone"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;
};

} // namespace meshscope
