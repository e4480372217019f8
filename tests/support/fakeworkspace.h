#pragma once

#include "models/mesh/meshbuilder.h"
#include "models/store/workspace.h"

namespace meshscope::test {

/// A workspace in memory for tests of what files requests and keeps an audit: requests, audit, settings and endpoints work,
/// and can be made to fail or be tampered with; it holds no runs.
class FakeWorkspace final : public Workspace {
public:
    QList<StoredEndpoint> kept;
    QList<StoredRequest> rows;
    QList<AuditRow> chain;
    QHash<QString, QVariant> settings;
    bool full = false;      ///< every write fails
    bool auditFull = false; ///< only the audit's

    QString path() const override { return QStringLiteral("memory"); }
    Result<void> addEndpoint(const StoredEndpoint &endpoint) override
    {
        kept.append(endpoint);
        return {};
    }
    Result<void> removeEndpoint(const QString &name, bool) override
    {
        kept.removeIf([&](const StoredEndpoint &e) { return e.name == name; });
        return {};
    }
    Result<void> updateEndpoint(const StoredEndpoint &) override { return {}; }
    QList<StoredEndpoint> endpoints() const override { return kept; }
    Result<std::unique_ptr<RunWriter>> beginRun(const QString &) override { return refused(); }
    QList<Run> runs(const QString &, int) const override { return {}; }
    Traffic traffic(const QString &, qint64) const override { return {}; }
    qint64 generation() const override { return 0; }
    Result<MeshPtr> load(const QDateTime &) const override { return refused(); }
    QList<std::pair<QString, Column>> allColumns() const override { return {}; }
    Result<Difference> difference(const QDateTime &, const QDateTime &) const override { return refused(); }
    Result<QByteArray> original(const QString &, const QString &) const override { return refused(); }
    std::shared_ptr<const DetailSource> details(const QDateTime &) const override
    {
        return std::make_shared<MemoryDetails>();
    }
    Result<void> putRequest(const StoredRequest &request) override
    {
        if (full)
            return refused();
        for (StoredRequest &row : rows) {
            if (row.id == request.id) {
                row = request;
                return {};
            }
        }
        rows.append(request);
        return {};
    }
    Result<void> removeRequest(const QString &id) override
    {
        if (full)
            return refused();
        rows.removeIf([&](const StoredRequest &row) { return row.id == id; });
        return {};
    }
    QList<StoredRequest> requests() const override { return rows; }
    Result<void> appendAudit(const AuditRow &row) override
    {
        if (full || auditFull || row.index != chain.size())
            return refused();
        chain.append(row);
        return {};
    }
    QList<AuditRow> audit() const override { return chain; }
    QVariant setting(const QString &key, const QVariant &fallback) const override { return settings.value(key, fallback); }
    Result<void> setSetting(const QString &key, const QVariant &value) override
    {
        if (full)
            return refused();
        settings.insert(key, value);
        return {};
    }

private:
    static Failure refused() { return fail(Error::Code::Full, QStringLiteral("no room left in this test")); }
};

} // namespace meshscope::test
