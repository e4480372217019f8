#pragma once

#include "models/formats/format.h"

#include <QString>

/// Names of properties that keep a term of an agreement which stands in its document but could not be read. Such an
/// agreement grants nothing: a last day with a slip of the pen is not "no last day".
namespace meshscope::duaterms {

inline const QString startDate = QStringLiteral("info.startDate");
inline const QString endDate = QStringLiteral("info.endDate");
inline const QString columns = QStringLiteral("custom.meshscope.columns");

} // namespace meshscope::duaterms

namespace meshscope {

/// A data usage agreement, also one that does not say that it is one.
void readAgreement(const Node &document, const ReadContext &context, Records &out);

} // namespace meshscope
