#pragma once

#include "ui/graph/scene.h"
#include "ui/graph/takenareas.h"
#include "ui/theme/tokens.h"

#include <functional>
#include <vector>

namespace meshscope {

/// Sizes of heads and of what names a box that has none, in reference pixels on the screen.
namespace headsize {
inline constexpr double nameOnly = 96;  ///< width of a box below which only its name is drawn
inline constexpr double hueOnly = 24;   ///< width below which a box is a block of its hue
inline constexpr double plateOnly = 6;  ///< width of a top box from which on it is named, if there is room
inline constexpr double leastName = 60; ///< room below which a name is whole or not there: less says nothing
inline constexpr double lowest = 11.5;  ///< height of a box below which its name is not in it
} // namespace headsize

/// How wide words are in a role's font, so many pixels high.
using MeasureWords = std::function<double(const QString &words, TextRole role, double pixels, int weight)>;

/// Where, at one scale, the names of top boxes too small for a head lie, and the numbers of flows: found for the whole scene
/// at once, so that a view only moves them along. The larger a box, the sooner it is named: beside itself where nothing is
/// covered; a large one also over lines, upright in itself, or over a part of its neighbours; a small one else not at all.
struct NamePlan {
    struct Plate {
        int group = 0;
        QPointF pin;   ///< in its box: in the scene
        QRectF around; ///< from there, on the screen
        bool isUpright = false;
    };
    struct Number {
        int level = 0;
        int flow = 0;
        QPointF at; ///< its middle, in the scene
        QSizeF size;
    };
    double scale = 0;
    std::vector<Plate> plates;   ///< of the largest box first
    std::vector<Number> numbers; ///< of the widest flow first

    /// Whether a top box is too small for a head of its own.
    [[nodiscard]] static bool needsPlate(const SceneGroup &group, double scale, double unit);
    /// Of a box on the screen: named even where lines, or parts of others, are covered.
    [[nodiscard]] static bool isLarge(const QSizeF &box, double unit);
};

/// `view` is the size of what shows it: a scene smaller than that has room around it. O(boxes · lines near them).
[[nodiscard]] NamePlan planNames(const Scene &scene, double scale, const QSizeF &view, const MeasureWords &measure);

/// Pixels of the name of a box in a head so high; 0: in none.
[[nodiscard]] double headWords(const SceneGroup &group, double stripHeight, double scale, double unit);

} // namespace meshscope
