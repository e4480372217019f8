#pragma once

#include "models/formats/node.h"

namespace meshscope {

/// What of an answer is never kept: credentials that catalogs hand out with what was asked for, and those that people put
/// among properties. Values under names such as `s3.secret-access-key`, and addresses that carry a signature, are replaced
/// where they stand; of `whole` fields at the top everything. Returns the bytes as they are where there is nothing such.
[[nodiscard]] QByteArray withoutCredentials(const QByteArray &bytes, const Node &root, const QStringList &whole = {});

} // namespace meshscope
