#pragma once

#include "models/catalogs/trino/records.h"

namespace meshscope::trino {

/// Domains of Starburst's data products: a list of `{"id","name","description","schemaLocation"}`.
[[nodiscard]] Records productDomains(const Node &list, const QString &file);
/// One data product of Starburst's with its views, each a port; those that are published are datasets.
[[nodiscard]] Records productOf(const Node &product, const QString &file, const Naming &naming);

} // namespace meshscope::trino
