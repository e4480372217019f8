#pragma once

#include "models/formats/bitol.h"
#include "models/formats/contractparts.h"

/// Open Data Contract Standard of Bitol: https://bitol-io.github.io/open-data-contract-standard
namespace meshscope::odcs {

/// `schema` of ODCS 3: objects as datasets, properties as columns, relationships, rules.
void readSchema(const DocumentReader &reader, const Contract &contract);
/// `dataset` of ODCS 2.2: tables and columns.
void readTables(const DocumentReader &reader, const Contract &contract);
/// `quality` of an object, a column or a whole contract.
void readRules(const DocumentReader &reader, const Node &owner, const Contract &contract, const QString &dataset,
               const QString &column, UniqueIds &ids);

} // namespace meshscope::odcs
