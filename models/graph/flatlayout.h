#pragma once

#include "models/graph/layers.h"

#include <QSizeF>

namespace meshscope::graph {

/// One level of the nesting to be laid out: cards, closed boxes and places on the border; links are acyclic.
struct FlatInput {
    std::vector<Layers::Item> items;
    std::vector<Layers::Link> links;
    double levelGap = 96;
    double nodeGap = 20;
    double aspect = 1.6; ///< aimed at when unconnected parts are put side by side
    Quality quality = Quality::Good;
    std::function<bool()> cancelled;
};
struct FlatResult {
    std::vector<QPointF> topLeft;             ///< of items; border places have the width of the whole between them
    std::vector<std::vector<QPointF>> routes; ///< of links, left to right
    QSizeF size;
    qint64 crossings = 0;
};
/// Splits into connected parts, lays each out in layers, packs them without overlap.
[[nodiscard]] FlatResult flatLayout(const FlatInput &input);

} // namespace meshscope::graph
