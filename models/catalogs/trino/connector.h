#pragma once

#include "models/catalogs/httpconnector.h"
#include "models/catalogs/trino/reading.h"

namespace meshscope {

/// Trino (and Starburst): what the information schemas of its catalogs say, and rows by SQL.
class TrinoConnector final : public HttpConnector {
public:
    TrinoConnector(EndpointConfig config, ConnectorTools tools);
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<DataRows> sample(const RowsRequest &request, const Progress &progress) override;

private:
    [[nodiscard]] QString product() const override { return QStringLiteral("Trino"); }
    [[nodiscard]] Result<Outcome> readFrom(HttpClient &client, RecordSink &sink, const Progress &progress) override;
    void test(RequestChecks &checks) override;
    /// A client that still speaks for a moment after somebody cancelled.
    [[nodiscard]] trino::Asker::Farewell farewell() const;
    [[nodiscard]] QString user() const;
    [[nodiscard]] trino::Naming naming() const;

    const trino::Selection m_selection;
};

} // namespace meshscope
