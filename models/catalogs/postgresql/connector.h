#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/postgresql/relations.h"
#include "models/catalogs/postgresql/session.h"
#include "models/catalogs/requestchecks.h"

namespace meshscope {

/// One PostgreSQL database: its schemas as domains, tables and views, columns, keys and comments; which columns views read.
/// It is asked in a session that cannot write.
class PostgreSqlConnector final : public Connector, public CheckTeller {
public:
    [[nodiscard]] static EndpointKind kind();
    [[nodiscard]] static Result<std::unique_ptr<Connector>> make(const EndpointConfig &config, const ConnectorTools &tools);
    /// Whether its address, options, files and secrets make a session; asks nobody.
    [[nodiscard]] static Result<void> check(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] Result<Outcome> read(RecordSink &sink, const Progress &progress) override;
    [[nodiscard]] Probe probe() override;
    [[nodiscard]] Result<DataRows> sample(const RowsRequest &request, const Progress &progress) override;

private:
    PostgreSqlConnector(postgresql::Target target, postgresql::Selection selection, EndpointConfig config,
                        ConnectorTools tools);
    /// Secrets are read no earlier than they are needed.
    [[nodiscard]] Result<std::unique_ptr<postgresql::Session>> open(const postgresql::IsCancelled &cancelled) const;

    const postgresql::Target m_target;
    const postgresql::Selection m_selection;
    const EndpointConfig m_config;
    const ConnectorTools m_tools;
};

} // namespace meshscope
