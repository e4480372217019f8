#pragma once

#include "models/formats/contractparts.h"

namespace meshscope::dcs {

/// `models` and `definitions` of the Data Contract Specification: datasets, columns, rules, column lineage.
void readModels(const DocumentReader &reader, const Contract &contract);
/// `schema` of version 0.9, in another language: datasets with their columns.
void readEmbeddedSchema(const DocumentReader &reader, const Contract &contract);

} // namespace meshscope::dcs
