#pragma once

#include <QPointF>
#include <QRectF>

namespace meshscope {

/// Where a scene is seen from: screen = scene · scale + offset.
struct Camera {
    double scale = 1;
    QPointF offset;

    [[nodiscard]] QPointF toScreen(QPointF p) const { return p * scale + offset; }
    [[nodiscard]] QRectF toScreen(const QRectF &r) const { return {toScreen(r.topLeft()), r.size() * scale}; }
    [[nodiscard]] QPointF toScene(QPointF p) const { return (p - offset) / scale; }
    [[nodiscard]] QRectF toScene(const QRectF &r) const { return {toScene(r.topLeft()), r.size() / scale}; }
    /// Scaled by `factor` with the scene point under `pivot` staying there.
    [[nodiscard]] Camera zoomed(double factor, QPointF pivot) const
    {
        Camera c;
        c.scale = scale * factor;
        c.offset = pivot - toScene(pivot) * c.scale;
        return c;
    }
    /// `area` as large as it fits into `view` with a margin, at most `largest`.
    [[nodiscard]] static Camera fitting(const QRectF &area, const QRectF &view, double margin, double largest);
    /// `share` of the way to another one; the scale goes geometrically.
    [[nodiscard]] Camera towards(const Camera &other, double share) const;
    bool operator==(const Camera &) const = default;
};

} // namespace meshscope
