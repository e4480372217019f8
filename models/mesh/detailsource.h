#pragma once

#include "models/mesh/records.h"

namespace meshscope {

/// Gives what a Mesh does not hold itself. Filled by the store; safe to call from any thread.
class DetailSource {
public:
    virtual ~DetailSource() = default;
    /// Columns of a dataset record, in ordinal order. `endpoint` is an endpoint's name, `dataset` its id there.
    [[nodiscard]] virtual QList<Column> columns(const QString &endpoint, const QString &dataset) const = 0;
    /// Column edges that touch the dataset on either side.
    [[nodiscard]] virtual QList<ColumnEdge> columnEdges(const QString &endpoint, const QString &dataset) const = 0;
    /// Quality rules of a dataset or contract id.
    [[nodiscard]] virtual QList<QualityRule> qualityRules(const QString &endpoint, const QString &owner) const = 0;
    /// Measurements with from <= at <= until, oldest first; an empty endpoint or target means all of them.
    [[nodiscard]] virtual QList<Measurement> measurements(const QString &endpoint, const QString &target,
                                                          const QDateTime &from, const QDateTime &until) const = 0;
};

} // namespace meshscope
