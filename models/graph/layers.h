#pragma once

#include "models/graph/layout.h"

#include <vector>

namespace meshscope::graph {

/// One connected part of one level, as the phases hand it on: things in layers, long edges cut into pieces by dummies.
struct Layers {
    enum class Border : unsigned char { None, Left, Right };
    struct Item {
        double width = 0;
        double height = 0;
        double before = 0; ///< kept free left and right of it
        double after = 0;
        Border border = Border::None; ///< a place on the side of the box around this level
        bool dummy = false;
        double hint = 0;       ///< wished middle from the last layout, or from outside for a border place
        double hintAcross = 0; ///< the same in x; only of what was kept
        bool hasHint = false;
        bool kept = false; ///< was in the last layout: stays in its order and, as far as can be, in its place
    };
    /// An edge between neighbouring layers after cutting; offsets are from the items' tops.
    struct Piece {
        int from = 0;
        int to = 0;
        double fromOffset = 0;
        double toOffset = 0;
        double weight = 1;
    };
    /// An edge as it came: acyclic, from < to in rank.
    struct Link {
        int from = 0;
        int to = 0;
        double fromOffset = 0;
        double toOffset = 0;
        double weight = 1;
        std::vector<int> dummies; ///< in order of layers
    };
    double levelGap = 96;
    double nodeGap = 20;
    Quality quality = Quality::Good;
    std::function<bool()> cancelled;

    std::vector<Item> items; ///< real ones first, dummies behind
    std::vector<Link> links;
    std::vector<int> rank;                ///< of items
    std::vector<std::vector<int>> layers; ///< items by rank, in order from the top
    std::vector<int> place;               ///< of items: index in its layer
    std::vector<Piece> pieces;
    std::vector<std::vector<int>> in, out; ///< of items: pieces
    std::vector<double> top;               ///< of items: result of the coordinates
    std::vector<double> left;              ///< of layers
    std::vector<double> right;             ///< of layers
    qint64 crossings = 0;

    [[nodiscard]] bool stop() const { return cancelled && cancelled(); }
    /// Space kept between two neighbours of a layer.
    [[nodiscard]] double gap(int upper, int lower) const;
    [[nodiscard]] bool keepsOrder() const; ///< something was in the last layout
};

/// Ranks so that every link goes at least one layer to the right and spans stay short; border places at the ends.
void rankItems(Layers &layers);
/// Cuts links that span several layers by dummies; fills layers, pieces, in, out.
void cutLongLinks(Layers &layers);
/// Orders the layers with few crossings; fills place and crossings.
void orderLayers(Layers &layers);
/// Crossings of the present order. O(pieces · log width).
[[nodiscard]] qint64 countCrossings(const Layers &layers);
/// Tops of all items: no overlap in a layer, long edges straight, neighbours close.
void placeVertically(Layers &layers);
/// Left and right of all layers, wider gaps where edges have to climb.
void placeHorizontally(Layers &layers);
/// Points of a link from border to border, in the layers' coordinates.
[[nodiscard]] std::vector<QPointF> routeOf(const Layers &layers, const Layers::Link &link);

} // namespace meshscope::graph
