#include "ui/graph/drawing.h"

#include "ui/graph/pngwriter.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace meshscope {

namespace {

constexpr double longestImage = 65000;         ///< pixels a side: beyond, few programs open it
constexpr double largestImage = 2'000'000'000; ///< pixels
constexpr double stripPixels = 4'000'000;      ///< drawn at once: 16 MB

QString say(const char *text)
{
    return QCoreApplication::translate("meshscope::exportpicture", text);
}

} // namespace

Failure cancelledExport()
{
    return fail(Error::Code::Cancelled, say(QT_TRANSLATE_NOOP("meshscope::exportpicture", "The export was cancelled")));
}

Result<QByteArray> pngOf(const Drawing &drawing, const ExportOrder &order)
{
    const double scale = std::clamp(order.scale, 0.01, 50.0);
    const QSizeF exact = drawing.size * scale;
    if (exact.width() > longestImage || exact.height() > longestImage || exact.width() * exact.height() > largestImage)
        return fail(Error::Code::Full,
                    say(QT_TRANSLATE_NOOP("meshscope::exportpicture",
                                          "A picture of %1 by %2 pixels is too large; choose a smaller scale, SVG or PDF"))
                        .arg(exact.width(), 0, 'f', 0)
                        .arg(exact.height(), 0, 'f', 0));
    const QSize size = exact.toSize().expandedTo({1, 1});
    const int rows = std::clamp(int(stripPixels / size.width()), 16, 1024);
    PngWriter writer(size);
    for (int top = 0; top < size.height(); top += rows) {
        QImage strip(size.width(), std::min(rows, size.height() - top), QImage::Format_RGB32);
        if (strip.isNull())
            return fail(
                Error::Code::Full,
                say(QT_TRANSLATE_NOOP("meshscope::exportpicture",
                                      "There is not enough memory for the picture; choose a smaller scale, SVG or PDF")));
        strip.fill(drawing.ground);
        const auto step = [&](double share) {
            if (order.steps.progress)
                order.steps.progress((top + share * strip.height()) / size.height());
            return !(order.steps.cancelled && order.steps.cancelled());
        };
        QPainter painter(&strip);
        if (!step(0) || !drawing.draw(painter, {QPointF(0, top / scale), scale, QSizeF(strip.size())}, step))
            return cancelledExport();
        painter.end();
        writer.add(strip);
    }
    const std::optional<QByteArray> bytes = writer.finish();
    return bytes ? Result<QByteArray>(*bytes)
                 : fail(Error::Code::Failed,
                        say(QT_TRANSLATE_NOOP("meshscope::exportpicture", "The PNG picture could not be made; try SVG")));
}

} // namespace meshscope
