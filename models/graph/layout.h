#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>
#include <vector>

/// The seam between views and layout engines: sizes in, positions out. Pure functions; no Gui.
namespace meshscope::graph {

struct LayoutNode {
    double width = 0;
    double height = 0;
    int parent = -1;   ///< index into LayoutInput::groups, -1 = top
    double before = 0; ///< kept free beside the card in the layered layout, for its buttons; edges pass there
    double after = 0;
};
struct LayoutGroup {
    int parent = -1;  ///< index into groups, less than its own
    double head = 26; ///< height kept free at the top
    double padding = 8;
    bool operator==(const LayoutGroup &) const = default;
};
struct LayoutEdge {
    int from = 0; ///< node, or group as ~group (bitwise not)
    int to = 0;
    double weight = 1;
    double fromOffset = -1; ///< port: distance from the card's top; -1 = middle
    double toOffset = -1;
};
enum class Quality : unsigned char { Fast, Good, Best };
struct LayoutInput {
    std::vector<LayoutNode> nodes;
    std::vector<LayoutGroup> groups;
    std::vector<LayoutEdge> edges;
    double levelGap = 96;
    double nodeGap = 20;
    double widen = 1.75; ///< a gap between layers may grow by this where edges climb far
    bool rightToLeft = false;
    Quality quality = Quality::Good;
    std::vector<QPointF> previous;   ///< centres from the last layout, one per node; NaN = new. Empty = none
    int anchor = -1;                 ///< node that must stay where `previous` has it
    std::function<bool()> cancelled; ///< asked by several threads, one at a time
    std::function<void(double share)> progress;
};
struct LayoutRoute {
    std::vector<QPointF> points; ///< from border to border; curves are drawn through them
    bool reversed = false;       ///< goes against the direction (a cycle)
};
struct LayoutMeasures {
    qint64 crossings = 0; ///< of the routes between neighbouring layers
    double length = 0;    ///< of all routes
    double area = 0;
    double milliseconds = 0;
    // What the phases took, in milliseconds of all threads together: nesting and cycles; ranks; order; coordinates; routes.
    double nestTime = 0;
    double rankTime = 0;
    double orderTime = 0;
    double placeTime = 0;
    double routeTime = 0;
};
struct LayoutResult {
    bool cancelled = false;
    std::vector<QRectF> nodes;
    std::vector<QRectF> groups;
    std::vector<LayoutRoute> routes; ///< one per edge
    QRectF bounds;
    LayoutMeasures measures;
};

/// Layered, left to right, nested by group. Deterministic.
[[nodiscard]] LayoutResult layeredLayout(const LayoutInput &input);
/// Boxes of cards two to a row, sub-boxes stacked, top boxes in columns along the flow: the domain map.
struct MapOptions {
    int cardsPerRow = 2;
    double acrossGap = 72;
    double downGap = 46;
    double aspect = 1.6;
    double cardGapAcross = 6;
    double cardGapDown = 4;
    double boxGap = 6; ///< between the boxes in a box
    /// Of groups that were laid out elsewhere and are taken as they are; null = measured. An edge that has an offset at such
    /// a top group leaves it there at the right side, or comes in there at the left side: what is in it goes on from there.
    std::vector<QSizeF> sizes;
    std::vector<double> widths; ///< of groups: at least, so that a name has room; missing = as what is in it needs
};
/// How a map was put together. Given again, top boxes stay in their columns and rows whatever has become of their sizes.
struct MapPlan {
    double tallest = 0;                      ///< as chosen; 0 = nothing was chosen yet
    std::vector<std::pair<int, int>> places; ///< column and row of the top boxes, by group; -1 = not known
};
/// `plan`: kept if it knows a top box, and says afterwards what was done.
[[nodiscard]] LayoutResult mapLayout(const LayoutInput &input, const MapOptions &options = {}, MapPlan *plan = nullptr);

} // namespace meshscope::graph
