#pragma once

#include "models/graph/layers.h"

#include <limits>

namespace meshscope::graph {

/// The input taken apart level by level: level 0 is the top, level i + 1 is group i. What is directly in a level, and the
/// pieces of edges that run there, all going from left to right.
struct Nesting {
    static constexpr QPointF nowhere{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    struct Slot { ///< a card, an inner group, or a place on the border
        int node = -1;
        int level = -1;
        Layers::Border border = Layers::Border::None;
        QPointF previous; ///< middle in the last layout, NaN = none
    };
    struct Link {
        int from = 0; ///< seats
        int to = 0;
        int fromInner = -1; ///< border place in the inner group the end is at
        int toInner = -1;
        double fromOffset = -1;
        double toOffset = -1;
        double weight = 0;
    };
    struct Level {
        int parent = -1;
        int slot = -1; ///< its slot in the parent
        std::vector<Slot> seats;
        std::vector<Link> links;
    };
    struct Segment {
        int level;
        int link;
    };
    struct Edge {
        int from = 0; ///< as in LayoutEdge
        int to = 0;
        bool reversed = false;
        std::vector<Segment> segments; ///< left to right
    };
    struct Place {
        int level;
        int slot;
    };
    struct End {
        int slot;
        int inner;
        double offset;
    };
    std::vector<Level> levels;
    std::vector<Edge> edges;
    std::vector<Place> nodePlaces;
    std::vector<Place> groupPlaces;
    bool hasBorders = false;

    [[nodiscard]] Place placeOf(int item) const { return item >= 0 ? nodePlaces[size_t(item)] : groupPlaces[size_t(~item)]; }
};
/// O(nodes + edges · depth). The input must be clean.
[[nodiscard]] Nesting nest(const LayoutInput &input);
/// Both ends of an edge that names what is not there: it gets no route.
inline constexpr int nothing = 0x7fffffff;
/// The input with impossible numbers and references made harmless: sizes 0 … 10⁶, parents before children, edges that
/// lead nowhere from and to `nothing`.
[[nodiscard]] LayoutInput cleaned(const LayoutInput &input);
/// Moves everything, mirrors it if asked, sets bounds and measures.
void moveAndMeasure(LayoutResult &result, QPointF move, bool mirror);

} // namespace meshscope::graph
