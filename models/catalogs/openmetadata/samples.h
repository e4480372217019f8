#pragma once

#include "models/formats/node.h"
#include "models/mesh/datarows.h"

namespace meshscope {
class HttpClient;
}

namespace meshscope::openmetadata {

/// What the server keeps sample rows of, by the type a dataset was read as. Empty: it keeps none of such.
struct Sampled {
    QString path;    ///< of the list, after /api/v1
    QString type;    ///< as its policies call it
    QString columns; ///< where an item's columns are, `a/b`
};
[[nodiscard]] Sampled sampledAs(const QString &datasetType);

/// What an answer about one thing holds of its sample: rows by column, or messages. None: it holds no sample. Columns that
/// the server masks (`name [MASKED]`, its PIIMasker) are hidden ones.
[[nodiscard]] std::optional<DataRows> sampleIn(const Node &answer, const Sampled &sampled, const QString &fqn, int rows);

/// Asks for the rows the server keeps, by the name the dataset was read with.
[[nodiscard]] Result<DataRows> keptSample(HttpClient &client, const RowsRequest &request);

} // namespace meshscope::openmetadata
