#pragma once

#include "models/graph/areaindex.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <vector>

namespace meshscope {

class Scene;

/// The flows between the boxes of a scene: its plain edges counted together, for scales at which single ones cannot be told
/// apart. One set a depth of boxes; the widest first, each a smooth curve (a B-spline, as in Holten's bundles) pulled by the
/// route of one of its edges, so that flows with the same way lie together. Made once with its scene: O(edges · log edges) a
/// depth, and about 150 bytes a flow.
class SceneFlows {
public:
    struct Flow {
        int from = 0; ///< boxes
        int to = 0;
        int count = 0;
        int edge = 0;        ///< whose route it takes
        float shownFrom = 0; ///< scale from which on it is among those shown
        quint32 first = 0;   ///< of its points
        quint32 size = 0;
        float length = 0; ///< of its curve, nearly
    };
    struct Level {
        int depth = 0;
        double side = 0; ///< of a typical box of this depth
        std::vector<Flow> flows;
        std::vector<QPointF> points; ///< that pull the flows' curves, from side to side of their boxes
        graph::AreaIndex index;
    };
    /// How an edge takes part.
    enum class Part : unsigned char { Single, Inside, Across };

    SceneFlows() = default;
    explicit SceneFlows(const Scene &scene);

    [[nodiscard]] const std::vector<Level> &levels() const { return m_levels; }
    [[nodiscard]] Part partOf(int edge) const { return m_parts.empty() ? Part::Single : m_parts[size_t(edge)]; }
    [[nodiscard]] bool hasSingles() const { return m_hasSingles; } ///< edges that are drawn at every scale

    // -- what is seen at a scale: all of it between 0 and 1, without a jump anywhere
    [[nodiscard]] double acrossShare(double scale) const; ///< of single edges between boxes
    [[nodiscard]] double insideShare(double scale) const; ///< of single edges within a box
    [[nodiscard]] double shareOf(size_t level, double scale) const;
    [[nodiscard]] double shareOf(const Flow &flow, double scale) const; ///< within its level
    [[nodiscard]] static int shownAt(const Level &level, double scale); ///< how many of a level, the first
    [[nodiscard]] static double widthOf(int count);                     ///< in reference pixels
    /// Of a place so many pixels from the nearer end of a flow so many pixels long: what leads far out of the view is only
    /// hinted at between its ends.
    [[nodiscard]] static double shareAlong(double fromEnd, double length);
    /// The line of a flow as short straight pieces, in screen coordinates.
    static void flatten(const Level &level, const Flow &flow, double scale, QPointF offset, std::vector<QPointF> &pieces);
    /// Calls visit(from, to, gone) for the straight pieces, in scene units, of what may pass through an area: `gone` is how
    /// far along the flow, the same whatever the area.
    template<class Visit>
    static void visitPieces(const Level &level, const Flow &flow, double scale, const QRectF &area, Visit &&visit);
    /// The head at the end of such a line.
    [[nodiscard]] static QPolygonF arrowOf(const std::vector<QPointF> &pieces, double width, double pixel);
    /// Cards at the ends of what a flow holds.
    [[nodiscard]] std::vector<int> cardsOf(const Scene &scene, size_t level, const Flow &flow) const;

    struct Hit {
        int level = -1, flow = -1;
    };
    /// The flow drawn nearest to a point; −1 when there is none within `slack`, in scene units.
    [[nodiscard]] Hit hit(QPointF at, double slack, double scale) const;

private:
    [[nodiscard]] int boxOf(int box, int depth) const;
    [[nodiscard]] int boxOfEnd(const Scene &scene, int end) const;
    void findParts(const Scene &scene);
    void addLevel(const Scene &scene, int depth);
    static bool route(const Scene &scene, Level &level, Flow &flow);

    std::vector<Part> m_parts;            ///< empty: nothing is counted together
    std::vector<int> m_parents, m_depths; ///< of the boxes
    std::vector<Level> m_levels;
    double m_unit = 1;
    double m_fitted = 1; ///< scale at which the whole is in view
    double m_crowd = 0;  ///< 0 … 1: how much there is to count together
    bool m_hasSingles = true;
};

template<class Visit>
void SceneFlows::visitPieces(const Level &level, const Flow &flow, double scale, const QRectF &area, Visit &&visit)
{
    // A cubic B-spline from the first point to the last; each part of it lies within the box of its four points.
    const QPointF *points = level.points.data() + flow.first;
    const int last = int(flow.size) - 1;
    double gone = 0;
    for (int i = -1; i <= last; ++i) {
        const auto at = [&](int k) { return points[std::clamp(k, 0, last)]; };
        const QPointF a = at(i - 1), b = at(i), c = at(i + 1), d = at(i + 2);
        const double length = std::hypot(c.x() - b.x(), c.y() - b.y());
        const auto [left, right] = std::minmax({a.x(), b.x(), c.x(), d.x()});
        const auto [top, bottom] = std::minmax({a.y(), b.y(), c.y(), d.y()});
        if (right >= area.left() && left <= area.right() && bottom >= area.top() && top <= area.bottom()) {
            const int parts = std::clamp(int(std::sqrt(length * scale) / 1.5) + 2, 2, 24);
            QPointF from;
            for (int k = 0; k <= parts; ++k) {
                const double t = double(k) / parts, s = 1 - t;
                const QPointF to = (a * (s * s * s) + b * (3 * t * t * t - 6 * t * t + 4) +
                                    c * (3 * s * s * s - 6 * s * s + 4) + d * (t * t * t)) /
                                   6;
                if (k > 0)
                    visit(from, to, gone + length * (double(k) - 0.5) / parts);
                from = to;
            }
        }
        gone += length;
    }
}

} // namespace meshscope
