#pragma once

#include "models/mesh/status.h"
#include "ui/theme/tokens.h"

#include <QByteArray>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace meshscope {

/// What the signs and areas of a picture say: lines of text with signs below it, as below the graph on the screen.
struct PictureLegend {
    struct Entry {
        std::optional<Status> status; ///< its sign before the text
        QString text;
    };
    std::vector<Entry> entries; ///< those without a text are left out
    /// Room it takes below a picture of that width; 0 without anything to say.
    [[nodiscard]] double heightFor(double width) const;
    void paint(QPainter &painter, const QRectF &room, const Tokens &tokens) const;
    /// The same as elements of an SVG that has svgSigns.
    [[nodiscard]] QByteArray svg(const QRectF &room, const Tokens &tokens) const;

private:
    struct Place {
        std::optional<Status> status;
        QString text;
        QPointF at; ///< of its sign; in the room
    };
    [[nodiscard]] std::vector<Place> places(double width) const;
};

} // namespace meshscope
