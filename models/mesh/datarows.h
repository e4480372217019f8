#pragma once

#include "models/mesh/issue.h"

#include <QStringList>

namespace meshscope {

/// Rows of a dataset as the place where it lives gives them: texts that say exactly what is there.
struct DataRows {
    struct Column {
        QString name;
        QString type; ///< the place's own word
    };
    QList<Column> columns;
    QList<QStringList> rows; ///< each as long as there are columns; null strings are NULL
    bool more = false;       ///< there are further ones
    QString kind;            ///< "postgresql", "trino"
    QString location;        ///< as people there call it
    Issues issues;
};

inline constexpr qsizetype longestCell = 32 * 1024; ///< characters of one value that are kept

} // namespace meshscope
