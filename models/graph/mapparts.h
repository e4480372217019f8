#pragma once

#include "models/graph/layout.h"

#include <vector>

namespace meshscope::graph {

/// A top box of the domain map (or the heap of cards in no box), its size and later its place.
struct MapUnit {
    int group = -1; ///< -1: the cards without a box
    QSizeF size;
    QRectF box;
    int column = 0;
    int row = 0;
};
/// What flows from unit to unit.
struct MapFlow {
    int from = 0;
    int to = 0;
    double weight = 1;
};
/// Sizes of all boxes and where their content is in them, innermost first. Box rectangles are relative to the parent.
struct MapBoxes {
    std::vector<QRectF> groups;
    std::vector<QRectF> nodes;
    QSizeF loose; ///< of the cards without a box
};
/// `tallest`: height over width from which a box puts its inner boxes into another column. `widths`: least widths by group.
[[nodiscard]] MapBoxes measureBoxes(const LayoutInput &input, const MapOptions &options, double tallest,
                                    const std::vector<double> &widths = {});
/// Whether a group's size is given and not measured.
[[nodiscard]] bool isFixed(const MapOptions &options, size_t group);
/// Makes a top box `width` wide: its inner boxes follow, cards move to the middle.
void widenBox(const LayoutInput &input, MapBoxes &boxes, int group, double width);

/// Puts units into columns so that most flows go one column to the right and heights are even; orders each column.
/// Fills column and row.
struct MapColumns {
    int count = 0;
    double flowCost = 0; ///< mean over the flows: 0 when each goes one column to the right
};
[[nodiscard]] MapColumns chooseColumns(std::vector<MapUnit> &units, const std::vector<MapFlow> &flows, int count,
                                       const MapOptions &options);
/// Columns that make about the aimed aspect.
[[nodiscard]] int columnCount(const std::vector<MapUnit> &units, const MapOptions &options);

/// Places the columns and routes the edges between them: along the gaps between columns and between boxes. Widens gaps
/// that have to hold many. `ends` gives each edge's units (-1: no route).
struct MapEnd {
    int fromUnit = -1;
    int toUnit = -1;
    double fromDoor = -1; ///< from the unit's top: it leaves there, at the right side; -1 = wherever is best
    double toDoor = -1;   ///< comes in there, at the left side
};
void placeColumns(std::vector<MapUnit> &units, int columns, const std::vector<MapEnd> &edges, const MapOptions &options,
                  std::vector<LayoutRoute> &routes);

} // namespace meshscope::graph
