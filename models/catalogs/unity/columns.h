#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

namespace meshscope {

/// The columns of a table of Unity Catalog, by position, nested ones after what holds them: by `type_json` (Spark's), which
/// knows comments of nested fields, or where that says nothing by `type_text`.
[[nodiscard]] QList<Column> unityColumns(const Node &columns, const QString &dataset);

} // namespace meshscope
