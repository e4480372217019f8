#pragma once

#include "models/formats/node.h"

namespace meshscope::trino {

/// A value as text that says exactly what it is; null strings are NULL. Numbers, times, intervals and addresses stand as the
/// server wrote them, bytes in hexadecimal, what has parts as JSON, rows with the names of their fields. `signature` is the
/// column's typeSignature.
[[nodiscard]] QString valueText(const Node &value, const Node &signature);

/// One field of a type: what is nested in a column has a name.
struct Field {
    QString path; ///< below the column: ".a", "[].x"
    QString type;
    int depth = 1;
};
/// Fields within a type as the information schema writes it: "row(a integer, b array(row(x double)))".
[[nodiscard]] QList<Field> fieldsOf(const QString &type);

} // namespace meshscope::trino
