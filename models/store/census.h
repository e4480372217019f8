#pragma once

#include "models/store/connections.h"
#include "models/store/facts.h"

#include <unordered_set>

namespace meshscope {

/// A second or later thing of one id: what it goes by in its endpoint. `start` is the first byte of its document.
struct Rename {
    qint64 unit = 0;
    RowKind kind = RowKind::Product;
    int nth = 0;
    qint64 start = 0;
    QString key;
    QString name;
    bool operator==(const Rename &) const = default;
};

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
