#pragma once

#include "models/store/connections.h"
#include "models/store/takenids.h"

#include <unordered_set>

namespace meshscope {

/// What an endpoint holds once a run is published, counted without reading a body where that can be avoided; and which
/// ids are taken twice (SEMANTICS, Addresses).
struct Census {
    QHash<QString, qint64> got;
    QList<Rename> renames;
    Issues issues;
};

/// Rows that this run closes, and units it retires, are left out; what it staged is counted.
struct CensusScope {
    qint64 endpoint = 0;
    qint64 run = 0;
    const std::unordered_set<qint64> &closedEntities;
    const std::unordered_set<qint64> &closedDetails;
    QList<qint64> goneUnits;
};
[[nodiscard]] Result<Census> takeCensus(Database &db, const CensusScope &scope);

/// Renames in force at `run`, by unit.
[[nodiscard]] Result<QHash<qint64, QList<Rename>>> renamesAt(Database &db, qint64 endpoint, qint64 run);

} // namespace meshscope
