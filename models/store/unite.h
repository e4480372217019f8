#pragma once

#include "models/mesh/records.h"

namespace meshscope {

/// What several documents say about one thing, as one record: what is said first stays, gaps are filled, lists united;
/// the later run of a job wins. Documents come in path order.
void unite(Domain &into, const Domain &other); ///< a document wins over an implied one
void unite(Dataset &into, const Dataset &other);
void unite(Job &into, const Job &other);
void unite(Term &into, const Term &other);
void unite(Party &into, const Party &other);

/// Columns of one dataset from several documents, matched by path: exactly, or, where one side writes its names in upper
/// case throughout (a warehouse's own listing), without case; then the other side's spelling is kept.
[[nodiscard]] QList<Column> uniteColumns(const QList<QList<Column>> &parts);

} // namespace meshscope
