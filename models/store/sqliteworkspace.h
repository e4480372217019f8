#pragma once

#include "models/store/connections.h"
#include "models/store/workspace.h"

namespace meshscope {

/// The Workspace in an SQLite file.
class SqliteWorkspace final : public Workspace {
public:
    explicit SqliteWorkspace(std::shared_ptr<Connections> pool)
        : m_pool(std::move(pool))
    {
    }
    [[nodiscard]] Result<void> prepare(Open how);
    [[nodiscard]] QString path() const override { return m_pool->path(); }

    [[nodiscard]] Result<void> addEndpoint(const StoredEndpoint &endpoint) override;
    [[nodiscard]] Result<void> removeEndpoint(const QString &name, bool keepHistory) override;
    [[nodiscard]] Result<void> updateEndpoint(const StoredEndpoint &endpoint) override;
    [[nodiscard]] QList<StoredEndpoint> endpoints() const override;

    [[nodiscard]] Result<std::unique_ptr<RunWriter>> beginRun(const QString &endpoint) override;
    [[nodiscard]] QList<Run> runs(const QString &endpoint, int limit) const override;
    [[nodiscard]] Traffic traffic(const QString &endpoint, qint64 run) const override;
    [[nodiscard]] qint64 generation() const override;

    [[nodiscard]] Result<MeshPtr> load(const QDateTime &asOf) const override;
    [[nodiscard]] QList<std::pair<QString, Column>> allColumns() const override;
    [[nodiscard]] Result<Difference> difference(const QDateTime &from, const QDateTime &to) const override;
    [[nodiscard]] Result<QByteArray> original(const QString &endpoint, const QString &file) const override;
    [[nodiscard]] std::shared_ptr<const DetailSource> details(const QDateTime &asOf) const override;

    [[nodiscard]] Result<void> putRequest(const StoredRequest &request) override;
    [[nodiscard]] Result<void> removeRequest(const QString &id) override;
    [[nodiscard]] QList<StoredRequest> requests() const override;
    [[nodiscard]] Result<void> appendAudit(const AuditRow &row) override;
    [[nodiscard]] QList<AuditRow> audit() const override;

    [[nodiscard]] QVariant setting(const QString &key, const QVariant &fallback) const override;
    [[nodiscard]] Result<void> setSetting(const QString &key, const QVariant &value) override;

private:
    /// Runs `work` in one short, durable transaction.
    template<class Work>
    [[nodiscard]] Result<void> write(Work work);

    std::shared_ptr<Connections> m_pool;
};

} // namespace meshscope
