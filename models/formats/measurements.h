#pragma once

#include "models/formats/format.h"

namespace meshscope {

/// Whether a file holds observed values by its path: `measurements/*.ndjson` in any folder. readFile asks this before
/// it looks at the content.
[[nodiscard]] bool isMeasurementFile(const QString &file);
/// Reads `measurements/*.ndjson` (SEMANTICS): one JSON object a line. A line that does not parse or has a bad field is an
/// issue with its line; the others are read.
[[nodiscard]] FileRecords readMeasurements(const QByteArray &bytes, const ReadContext &context);

} // namespace meshscope
