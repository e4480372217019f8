#pragma once

#include "models/store/census.h"

namespace meshscope {

/// What one endpoint said at one of its published runs, put together from all its units: the same dataset, job, party,
/// term or implied domain of several documents is one record; second things of one id go by their other id.
/// Columns, rules, column edges and measurements stay where they are. Call within a read transaction.
[[nodiscard]] Result<Records> loadRecords(Database &db, qint64 endpoint, qint64 run, TextPool &pool);

/// The names that ids of one unit go by where they were taken already.
class UnitNames {
public:
    explicit UnitNames(QList<Rename> renames)
        : m_renames(std::move(renames))
    {
    }
    /// Of a row itself.
    void own(RowKind kind, int nth, QString &id) const;
    /// Of a thing named by a record whose document starts at `start` (-1: not known).
    void reference(RowKind kind, qint64 start, QString &id) const;
    void apply(Domain &, qint64) const {}
    void apply(Job &, qint64) const {}
    void apply(Term &, qint64) const {}
    void apply(Party &, qint64) const {}
    void apply(Agreement &, qint64) const {}
    void apply(DataProduct &, qint64) const {}
    void apply(Port &port, qint64 start) const;
    void apply(Contract &contract, qint64 start) const;
    void apply(Dataset &dataset, qint64 start) const;
    void apply(ServiceLevel &level, qint64 start) const;
    void apply(LineageEdge &edge) const;
    void apply(ProductFlow &flow) const;
    void apply(QualityRule &rule) const;
    void apply(ColumnEdge &edge) const;

private:
    QList<Rename> m_renames;
};

} // namespace meshscope
