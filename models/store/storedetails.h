#pragma once

#include "models/mesh/detailsource.h"
#include "models/store/connections.h"
#include "models/store/loader.h"

namespace meshscope {

/// Columns, column edges, rules and measurements read from the workspace when they are asked for, as they were at the runs
/// that were the newest when it was made.
class StoreDetails final : public DetailSource {
public:
    /// `asOf` in milliseconds; openEnd: now.
    [[nodiscard]] static Result<std::shared_ptr<const StoreDetails>> make(std::shared_ptr<const Connections> pool,
                                                                          Database &db, qint64 asOf);

    [[nodiscard]] QList<Column> columns(const QString &endpoint, const QString &dataset) const override;
    [[nodiscard]] QList<ColumnEdge> columnEdges(const QString &endpoint, const QString &dataset) const override;
    [[nodiscard]] QList<QualityRule> qualityRules(const QString &endpoint, const QString &owner) const override;
    [[nodiscard]] QList<Measurement> measurements(const QString &endpoint, const QString &target, const QDateTime &from,
                                                  const QDateTime &until) const override;
    [[nodiscard]] QList<std::pair<QString, Column>> allColumns() const;

    struct At {
        QString name;
        qint64 id = 0;
        qint64 run = 0;
        QHash<qint64, QList<Rename>> renames;
    };
    [[nodiscard]] const std::vector<At> &endpoints() const { return m_endpoints; }

    /// Columns of all datasets, or of `dataset` only, of one endpoint at one run.
    [[nodiscard]] static QHash<QString, QList<Column>> readColumns(Database &db, const At &at, const QString &dataset);

private:
    explicit StoreDetails(std::shared_ptr<const Connections> pool)
        : m_pool(std::move(pool))
    {
    }
    [[nodiscard]] const At *at(const QString &endpoint) const;

    std::shared_ptr<const Connections> m_pool;
    std::vector<At> m_endpoints;
};

} // namespace meshscope
