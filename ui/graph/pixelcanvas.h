#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

namespace meshscope {

/// Draws straight into the pixels of an opaque 32-bit image, in device pixels: what is drawn a hundred thousand times, where
/// QPainter's way from path to spans costs more than the picture. Lines are blended over what is there (Wu's two pixels a
/// step), so that where many pass it gets darker.
class PixelCanvas {
public:
    explicit PixelCanvas(QImage &image); ///< RGB32; detached once, valid while the image lives

    /// Whole pixels; at least one each way.
    void fill(double left, double top, double right, double bottom, QRgb color);
    void frame(double left, double top, double right, double bottom, QRgb color);
    /// `strength` 0 … 256; `dashed` 4 on, 3 off.
    void line(const std::vector<QPointF> &points, QRgb color, unsigned strength, bool dashed = false);
    /// Two pixels wide.
    void boldLine(const std::vector<QPointF> &points, QRgb color, unsigned strength);
    /// Of any width.
    void ribbon(std::span<const QPointF> points, double width, QRgb color, unsigned strength);
    /// Brings every pixel nearer to a colour: 0 nothing, 256 all of it.
    void fade(QRgb towards, unsigned share);

private:
    void piece(QPointF from, QPointF to, QRgb color, unsigned strength, int *dash);
    template<bool steep>
    void steps(double from, double to, double across, double slope, QRgb color, unsigned strength, int *dash);
    template<bool steep>
    void bands(QPointF from, QPointF to, double width, QRgb color, unsigned strength);
    void blend(int x, int y, QRgb color, unsigned strength);

    QRgb *m_bits;
    qsizetype m_stride;
    int m_width, m_height;
};

} // namespace meshscope
