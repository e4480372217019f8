#pragma once

#include "models/graph/vec.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace meshscope::graph {

/// A box to be put beside others.
struct PackBox {
    QSizeF size;
    bool kept = false;
    QPointF last; ///< where its corner was in the last layout
    QPointF at;   ///< result
};
/// Puts boxes below `y` without overlap, in rows of the aimed aspect or where they were; moves `y` behind them and widens
/// `width`.
void packRows(Vec<PackBox *> &boxes, double gap, double aspect, double &y, double &width);

} // namespace meshscope::graph
