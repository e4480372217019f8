#pragma once

#include "models/mesh/issue.h"
#include "models/mesh/records.h"

#include <QStringList>

namespace meshscope {

/// Rows of a dataset as the place where it lives gives them: texts that say exactly what is there.
struct DataRows {
    struct Column {
        QString name;
        QString type;          ///< the place's own word; empty: it has none
        bool isHidden = false; ///< the place gives something else instead of its values
    };
    QList<Column> columns;
    QList<QStringList> rows; ///< each as long as there are columns; null strings are NULL
    bool more = false;       ///< there are further ones
    QString kind;            ///< "postgresql", "trino", "openmetadata" …
    QString location;        ///< as people there call it
    Issues issues;
};

/// First rows of a dataset that an endpoint is asked for.
struct RowsRequest {
    QString dataset; ///< its id at this endpoint
    int rows = 100;
    Dataset known = {};     ///< what the endpoint said of it when it was read; empty: nobody knows
    QList<Port> ports = {}; ///< what it said of the output ports that offer it
};

inline constexpr qsizetype longestCell = 32 * 1024; ///< characters of one value that are kept

} // namespace meshscope
