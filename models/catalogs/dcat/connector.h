#pragma once

#include "models/catalogs/httpconnector.h"

namespace meshscope {

/// A catalog published as DCAT 2 or 3, DCAT-US or DPROD (JSON-LD, in pages by Hydra or Link): what the reader of such
/// documents makes of it.
class DcatConnector final : public HttpConnector {
public:
    using HttpConnector::HttpConnector;
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("DCAT"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;
};

} // namespace meshscope
