#pragma once

#include "models/mesh/records.h"

namespace meshscope {

/// What kind of product the words of a document say: alignment, virtual or physical, analytical. Reads `word` where the
/// standard has a field for it (`isKind`: kept as kindText), and properties and tags that commonly carry it.
void applyKindWord(const QString &word, bool isKind, DataProduct &product);
void applyKindProperties(DataProduct &product);

} // namespace meshscope
