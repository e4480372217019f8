#pragma once

#include "models/graph/layout.h"
#include "models/graph/vec.h"
#include "models/graph/watch.h"

#include <QPointF>
#include <QSizeF>

namespace meshscope::graph {

/// A card, a closed box, or a place on the side of the box around the level.
struct FlatItem {
    enum class Border : unsigned char { None, Left, Right };
    double width = 0;
    double height = 0;
    double before = 0; ///< kept free left and right of it
    double after = 0;
    Border border = Border::None;
    bool kept = false;   ///< was in the last layout: stays in its order and, as far as can be, in its place
    double lastLeft = 0; ///< of what was kept
    double lastMiddle = 0;
    double density = 0; ///< of a box: lines inside that one passing straight over it crosses
    double wish = 0;    ///< of a border place: the height of what its edges reach outside
    bool hasWish = false;
};
/// An edge between two items; the edges of a level have no cycle, nothing ends at a left place or begins at a right one.
struct FlatLink {
    int from = 0;
    int to = 0;
    double fromOffset = 0; ///< from the item's top
    double toOffset = 0;
    double weight = 1;
    double fromLine = -1; ///< where in a box the card stands it comes from, from the item's top; -1 = at the offset
    double toLine = -1;
};
/// One level of the nesting to be laid out.
struct FlatInput {
    Vec<FlatItem> items;
    Vec<FlatLink> links;
    double levelGap = 96;
    double nodeGap = 20;
    double widen = 1.75;
    double before = 0; ///< kept free left and right of what does not reach the border
    double after = 0;
    double aspect = 1.6; ///< aimed at when unconnected parts are put side by side
    Quality quality = Quality::Good;
    bool boxes = false; ///< its items are mostly closed boxes
    int attempts = 1;   ///< first orders tried for a part
    int annealing = 0;  ///< steps a link of annealing
    int polishing = 0;  ///< and of polishing after each
    bool draft = false; ///< the order need not be good, ranks are those that stay
    bool large = false; ///< one of many levels that share the work a picture may be
    // What a draft found: ranks of items and, of boxes, the heights of their middles. Empty: there was none.
    Vec<int> ranks;
    Vec<double> middles;
};
struct FlatResult {
    Vec<QPointF> topLeft; ///< of items; border places have the width of the whole between them
    Vec<int> ranks;       ///< of items, from 0 in each connected part
    Vec<int> routeFirst;  ///< of links, and the end: where each begins in `routePoints`
    Vec<QPointF> routePoints;
    QSizeF size;
    LayoutMeasures measures; ///< crossings and phases
};
/// Splits into connected parts, lays each out in layers, packs them without overlap. What comes back when it was stopped
/// is of no use.
[[nodiscard]] FlatResult flatLayout(const FlatInput &input, Watch &watch);

} // namespace meshscope::graph
