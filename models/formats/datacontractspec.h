#pragma once

#include "models/formats/contractparts.h"

namespace meshscope::dcs {

/// `models` and `definitions` of the Data Contract Specification: datasets, columns, rules, column lineage.
void readModels(const DocumentReader &reader, const Contract &contract);

} // namespace meshscope::dcs
