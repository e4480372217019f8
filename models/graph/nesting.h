#pragma once

#include "models/graph/flatlayout.h"

namespace meshscope::graph {

/// The input taken apart level by level: level 0 is the top, level i + 1 is group i. What is directly in a level, and the
/// pieces of edges that run there, all going from left to right.
struct Nesting {
    struct Slot { ///< a card, an inner group, or a place on the border
        int node = -1;
        int level = -1;
        FlatItem::Border border = FlatItem::Border::None;
    };
    /// One end of a link in a level: a slot and, at an inner group, the place on its border.
    struct End {
        int slot = 0;
        int inner = -1;
        double offset = -1; ///< from a card's top; -1 = middle
        bool operator==(const End &) const = default;
    };
    struct Link {
        End from;
        End to;
        double weight = 0;
    };
    struct Level {
        int parent = -1;
        int slot = -1;  ///< its slot in the parent
        int height = 0; ///< levels below it
        Vec<Slot> seats;
        Vec<Link> links;
    };
    struct Segment {
        int level;
        int link;
    };
    struct Edge {
        bool reversed = false;
        int first = 0; ///< its segments, left to right
        int count = 0;
    };
    struct Place {
        int level = 0;
        int slot = 0;
    };
    Vec<Level> levels;
    Vec<Edge> edges;
    Vec<Segment> segments;
    Vec<Place> nodePlaces;
    Vec<Place> groupPlaces;
    bool hasBorders = false;

    [[nodiscard]] Place placeOf(int item) const { return item >= 0 ? nodePlaces[item] : groupPlaces[~item]; }
};
/// O(nodes + edges · depth). The input must be clean. Of no use when it was stopped.
[[nodiscard]] Nesting nest(const LayoutInput &input, Watch &watch);

} // namespace meshscope::graph
