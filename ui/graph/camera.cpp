#include "ui/graph/camera.h"

#include <algorithm>
#include <cmath>

namespace meshscope {

Camera Camera::fitting(const QRectF &area, const QRectF &view, double margin, double largest)
{
    Camera c;
    const double width = std::max(1.0, view.width() - 2 * margin);
    const double height = std::max(1.0, view.height() - 2 * margin);
    const double scale = std::min(width / std::max(1.0, area.width()), height / std::max(1.0, area.height()));
    c.scale = std::clamp(scale, 1e-4, largest);
    c.offset = view.center() - area.center() * c.scale;
    return c;
}

Camera Camera::towards(const Camera &other, double share) const
{
    if (share >= 1)
        return other;
    Camera c;
    c.scale = scale * std::pow(other.scale / scale, share);
    const double grown = other.scale - scale;
    if (std::abs(grown) > 1e-3 * scale) {
        // The point both show in the same place stays there all the way: a zoom at the pointer does not wobble.
        const QPointF still = (offset - other.offset) / grown;
        c.offset = toScreen(still) - still * c.scale;
    } else {
        c.offset = offset + (other.offset - offset) * share;
    }
    return c;
}

} // namespace meshscope
