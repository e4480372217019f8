#pragma once

#include "models/formats/node.h"
#include "models/mesh/datarows.h"

namespace meshscope {

class HttpClient;

/// The example rows that are of the dataset among entries of `GET /api/example-data`: those of its contract, else of the
/// products whose ports offer it; of its schema by name, else of none. Several entries are one after the other. None:
/// none is of it; `others` are the schemas the rest is of.
[[nodiscard]] std::optional<DataRows> exampleIn(const Node &entries, const RowsRequest &request,
                                                QStringList *others = nullptr);

/// Asks for the example rows of the dataset.
[[nodiscard]] Result<DataRows> entropyExample(HttpClient &client, const RowsRequest &request);

} // namespace meshscope
