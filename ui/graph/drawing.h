#pragma once

#include "models/graph/export.h"
#include "models/mesh/result.h"

#include <QByteArray>
#include <QColor>
#include <QSizeF>

#include <functional>

class QPainter;

namespace meshscope {

/// How far something long has come, and whether it is still wanted; called in the thread that does it.
struct ExportSteps {
    std::function<void(double share)> progress;
    std::function<bool()> cancelled;
};

/// How a PDF is cut: one page as large as the graph, or pages to print, lying, that are put together by their marks.
enum class PdfPages : quint8 { One, A4, A3 };

/// What file is asked for.
struct ExportOrder {
    graph::GraphFormat format = graph::GraphFormat::Svg;
    PdfPages pages = PdfPages::One;
    double scale = 2; ///< of a PNG
    ExportSteps steps;
};

/// What part of a drawing a device shows: the drawing's point `from` is at the device's origin, `scale` dots a unit.
struct DrawingWindow {
    QPointF from;
    double scale = 1;
    QSizeF size; ///< in dots
    [[nodiscard]] QRectF area() const { return {from, size / scale}; }
};

/// Something that can be drawn in parts: how large it is, and how to draw a part. Drawing tells `step` which share is done
/// and ends with false as soon as that says so.
struct Drawing {
    QSizeF size;
    QColor ground, text, line;
    std::function<bool(QPainter &, const DrawingWindow &, const std::function<bool(double share)> &step)> draw;
    /// Whether anything is there: pages of a PDF without anything are left out. None: everywhere.
    std::function<bool(const QRectF &area)> holds;
};

/// Drawn and packed in strips, so that its memory does not grow with its height. Refused when it would be larger than
/// readers of the format can take.
[[nodiscard]] Result<QByteArray> pngOf(const Drawing &drawing, const ExportOrder &order);
/// Vectors, text as text. On pages the drawing keeps its size (or is made smaller until it fits on `mostPages` of them),
/// neighbouring pages share a strip, and each says its row, column and number.
[[nodiscard]] Result<QByteArray> pdfOf(const Drawing &drawing, const QString &title, const ExportOrder &order);
inline constexpr int mostPages = 400;

[[nodiscard]] Failure cancelledExport();

} // namespace meshscope
