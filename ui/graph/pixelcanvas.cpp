#include "ui/graph/pixelcanvas.h"

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr int dashOn = 4;
constexpr int dashLength = 7;

QRgb mix(QRgb under, QRgb over, unsigned strength)
{
    const unsigned rest = 256 - strength;
    const unsigned redBlue = (((over & 0xff00ffU) * strength + (under & 0xff00ffU) * rest) >> 8) & 0xff00ffU;
    const unsigned green = (((over & 0x00ff00U) * strength + (under & 0x00ff00U) * rest) >> 8) & 0x00ff00U;
    return 0xff000000U | redBlue | green;
}

} // namespace

PixelCanvas::PixelCanvas(QImage &image)
    : m_bits(reinterpret_cast<QRgb *>(image.bits()))
    , m_stride(image.bytesPerLine() / qsizetype(sizeof(QRgb)))
    , m_width(image.width())
    , m_height(image.height())
{
}

void PixelCanvas::fill(double left, double top, double right, double bottom, QRgb color)
{
    // Compared as numbers first: far outside, they do not fit an int.
    if (left >= m_width || top >= m_height || right <= 0 || bottom <= 0)
        return;
    const int x0 = int(std::max(0.0, std::round(left)));
    const int y0 = int(std::max(0.0, std::round(top)));
    const int x1 = int(std::min(double(m_width), std::max(std::round(right), std::round(left) + 1)));
    const int y1 = int(std::min(double(m_height), std::max(std::round(bottom), std::round(top) + 1)));
    for (int y = y0; y < y1; ++y)
        std::fill(m_bits + y * m_stride + x0, m_bits + y * m_stride + std::max(x0, x1), color);
}

void PixelCanvas::frame(double left, double top, double right, double bottom, QRgb color)
{
    fill(left, top, right, top + 1, color);
    fill(left, bottom - 1, right, bottom, color);
    fill(left, top, left + 1, bottom, color);
    fill(right - 1, top, right, bottom, color);
}

void PixelCanvas::blend(int x, int y, QRgb color, unsigned strength)
{
    QRgb &pixel = m_bits[y * m_stride + x];
    pixel = mix(pixel, color, strength);
}

/// One pixel a step along the longer way, shared out to the two it lies between.
template<bool steep>
void PixelCanvas::steps(double from, double to, double across, double slope, QRgb color, unsigned strength, int *dash)
{
    const int length = steep ? m_height : m_width;
    const int breadth = steep ? m_width : m_height;
    const int first = int(std::max(0.0, std::ceil(from)));
    const int last = int(std::min(double(length - 1), std::ceil(to) - 1));
    if (last < first)
        return;
    // 16.16 fixed point; what is far beside the image was cut off before.
    std::int64_t at = std::int64_t((across + slope * (first - from)) * 65536.0);
    const std::int64_t step = std::int64_t(slope * 65536.0);
    for (int i = first; i <= last; ++i, at += step) {
        if (dash) {
            *dash = (*dash + 1) % dashLength;
            if (*dash >= dashOn)
                continue;
        }
        const int cell = int(at >> 16);
        const unsigned part = unsigned(at & 0xffff) * strength >> 16;
        if (cell >= 0 && cell < breadth)
            steep ? blend(cell, i, color, strength - part) : blend(i, cell, color, strength - part);
        if (cell + 1 >= 0 && cell + 1 < breadth)
            steep ? blend(cell + 1, i, color, part) : blend(i, cell + 1, color, part);
    }
}

void PixelCanvas::piece(QPointF a, QPointF b, QRgb color, unsigned strength, int *dash)
{
    // Cut to the image with a pixel to spare.
    double from = 0, to = 1;
    const double dx = b.x() - a.x(), dy = b.y() - a.y();
    const std::pair<double, double> sides[] = {
        {-dx, a.x() + 1}, {dx, m_width + 1 - a.x()}, {-dy, a.y() + 1}, {dy, m_height + 1 - a.y()}};
    for (const auto &[p, q] : sides) {
        if (p == 0) {
            if (q < 0)
                return;
        } else if (p < 0) {
            from = std::max(from, q / p);
        } else {
            to = std::min(to, q / p);
        }
    }
    if (from >= to)
        return;
    // Pixels are counted from their middles.
    QPointF s(a.x() + dx * from - 0.5, a.y() + dy * from - 0.5);
    QPointF e(a.x() + dx * to - 0.5, a.y() + dy * to - 0.5);
    if (std::abs(dx) >= std::abs(dy)) {
        if (s.x() > e.x())
            std::swap(s, e);
        if (e.x() > s.x())
            steps<false>(s.x(), e.x(), s.y(), (e.y() - s.y()) / (e.x() - s.x()), color, strength, dash);
    } else {
        if (s.y() > e.y())
            std::swap(s, e);
        steps<true>(s.y(), e.y(), s.x(), (e.x() - s.x()) / (e.y() - s.y()), color, strength, dash);
    }
}

void PixelCanvas::line(const std::vector<QPointF> &points, QRgb color, unsigned strength, bool dashed)
{
    int dash = 0;
    for (size_t i = 1; i < points.size(); ++i)
        piece(points[i - 1], points[i], color, strength, dashed ? &dash : nullptr);
}

void PixelCanvas::boldLine(const std::vector<QPointF> &points, QRgb color, unsigned strength)
{
    for (size_t i = 1; i < points.size(); ++i) {
        const QPointF way = points[i] - points[i - 1];
        const QPointF beside = std::abs(way.x()) >= std::abs(way.y()) ? QPointF(0, 0.5) : QPointF(0.5, 0);
        piece(points[i - 1] - beside, points[i] - beside, color, strength, nullptr);
        piece(points[i - 1] + beside, points[i] + beside, color, strength, nullptr);
    }
}

/// One straight piece of a ribbon: at each step along the longer way a band across it, its ends as strong as they cover
/// their pixels.
template<bool steep>
void PixelCanvas::bands(QPointF from, QPointF to, double width, QRgb color, unsigned strength)
{
    const auto along = [](QPointF p) { return (steep ? p.y() : p.x()) - 0.5; };
    const auto beside = [](QPointF p) { return steep ? p.x() : p.y(); };
    if (along(from) > along(to))
        std::swap(from, to);
    const double length = along(to) - along(from);
    if (length <= 0)
        return;
    const int breadth = steep ? m_width : m_height;
    const double slope = (beside(to) - beside(from)) / length;
    const double half = width / 2 * std::sqrt(1 + slope * slope);
    const int first = int(std::clamp(std::ceil(along(from)), 0.0, double(steep ? m_height : m_width)));
    const int last = int(std::clamp(std::ceil(along(to)) - 1, -1.0, double((steep ? m_height : m_width) - 1)));
    for (int i = first; i <= last; ++i) {
        const double middle = beside(from) + slope * (i - along(from));
        const double low = std::max(0.0, middle - half), high = std::min(double(breadth), middle + half);
        if (low >= high)
            continue;
        const int top = int(low), bottom = std::min(breadth - 1, int(high));
        for (int k = top; k <= bottom; ++k) {
            const double covered = std::min(high, k + 1.0) - std::max(low, double(k));
            const unsigned part = unsigned(double(strength) * covered);
            steep ? blend(k, i, color, part) : blend(i, k, color, part);
        }
    }
}

void PixelCanvas::ribbon(std::span<const QPointF> points, double width, QRgb color, unsigned strength)
{
    for (size_t i = 1; i < points.size(); ++i) {
        const QPointF a = points[i - 1], b = points[i];
        if (std::max(a.x(), b.x()) + width < 0 || std::min(a.x(), b.x()) - width > m_width ||
            std::max(a.y(), b.y()) + width < 0 || std::min(a.y(), b.y()) - width > m_height)
            continue;
        if (std::abs(b.x() - a.x()) >= std::abs(b.y() - a.y()))
            bands<false>(a, b, width, color, strength);
        else
            bands<true>(a, b, width, color, strength);
    }
}

void PixelCanvas::fade(QRgb towards, unsigned share)
{
    for (int y = 0; y < m_height; ++y) {
        QRgb *row = m_bits + y * m_stride;
        for (int x = 0; x < m_width; ++x)
            row[x] = mix(row[x], towards, share);
    }
}

} // namespace meshscope
