#pragma once

#include "ui/graph/exportpicture.h"

namespace meshscope {

/// A scene as SVG of our own making: classes instead of repeated attributes, signs and arrow heads drawn once, text as text,
/// every card and domain a link to it. A tenth of what a general SVG painter writes, and opens in browsers and Inkscape.
/// The one place that knows how SVG is written; which colours and sizes, as GraphPainter. Nothing when cancelled.
[[nodiscard]] std::optional<QByteArray> svgOf(const Scene &scene, const Tokens &tokens, const QString &title, double margin,
                                              const ExportSteps &steps = {}, const PictureLegend &legend = {});

} // namespace meshscope
