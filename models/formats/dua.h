#pragma once

#include <QString>

/// Names of properties that keep a term of an agreement which stands in its document but could not be read. Such an
/// agreement grants nothing: a last day with a slip of the pen is not "no last day".
namespace meshscope::duaterms {

inline const QString startDate = QStringLiteral("info.startDate");
inline const QString endDate = QStringLiteral("info.endDate");
inline const QString columns = QStringLiteral("custom.meshscope.columns");

} // namespace meshscope::duaterms
