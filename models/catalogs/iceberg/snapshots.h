#pragma once

#include "models/catalogs/iceberg/schema.h"

namespace meshscope {

/// What the snapshots of a table's main branch say (spec: snapshots, snapshot-log): when data came, how much there was
/// then. `dataset` gets what holds now.
void addIcebergSnapshots(const Node &metadata, const IcebergSchemas &schemas, Dataset &dataset,
                         QList<Measurement> &measurements);

} // namespace meshscope
