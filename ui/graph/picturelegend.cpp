#include "ui/graph/picturelegend.h"

#include "ui/graph/svgparts.h"
#include "ui/widgets/signs.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace meshscope {

namespace {

constexpr double margin = 24; ///< as around the picture
constexpr double line = 24;
constexpr double sign = 12;
constexpr double letters = 12; ///< pixels high
constexpr double gap = 18;     ///< between two entries

QFont legendFont()
{
    QFont font = textFont(TextRole::Small);
    font.setPixelSize(int(letters));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

/// One after the other, as many as have room on a line; a long one goes on in the next.
std::vector<PictureLegend::Place> PictureLegend::places(double width) const
{
    const QFontMetricsF metrics(legendFont());
    const double room = std::max(width - 2 * margin, 100.0);
    std::vector<Place> made;
    QPointF at(margin, 0);
    for (const Entry &entry : entries) {
        if (entry.text.isEmpty())
            continue;
        QString rest = entry.text.simplified();
        for (bool isFirst = true; !rest.isEmpty(); isFirst = false) {
            const double before = entry.status && isFirst ? sign + 5 : 0;
            const double wide = before + metrics.horizontalAdvance(rest);
            if (at.x() > margin && at.x() + wide > margin + room)
                at = {margin, at.y() + line};
            QString part = rest;
            while (part.contains(u' ') && before + metrics.horizontalAdvance(part) > room)
                part.truncate(part.lastIndexOf(u' '));
            rest = rest.mid(part.size()).trimmed();
            made.push_back({isFirst ? entry.status : std::nullopt, part, at});
            at = rest.isEmpty() ? at + QPointF(before + metrics.horizontalAdvance(part) + gap, 0)
                                : QPointF(margin, at.y() + line);
        }
    }
    return made;
}

double PictureLegend::heightFor(double width) const
{
    const std::vector<Place> all = places(width);
    return all.empty() ? 0 : all.back().at.y() + line + margin / 2;
}

void PictureLegend::paint(QPainter &painter, const QRectF &room, const Tokens &tokens) const
{
    painter.save();
    painter.setFont(legendFont());
    for (const Place &place : places(room.width())) {
        QPointF at = room.topLeft() + place.at;
        if (place.status) {
            paintStatus(painter, QRectF(at.x(), at.y() + (line - sign) / 2, sign, sign), *place.status, tokens);
            at.rx() += sign + 5;
        }
        painter.setPen(tokens.muted);
        painter.drawText(QRectF(at, QSizeF(room.width(), line)), Qt::AlignLeft | Qt::AlignVCenter, place.text);
    }
    painter.restore();
}

QByteArray PictureLegend::svg(const QRectF &room, const Tokens &tokens) const
{
    QByteArray out;
    for (const Place &place : places(room.width())) {
        QPointF at = room.topLeft() + place.at;
        if (place.status) {
            out += svgSign(*place.status, at + QPointF(0, (line - sign) / 2), sign);
            at.rx() += sign + 5;
        }
        out += "<text font-size=\"12\" style=\"font-size:12px;fill:" + tokens.muted.name().toUtf8() + "\" x=\"" +
               svgNumber(at.x()) + "\" y=\"" + svgNumber(at.y() + line / 2 + 4) + "\">" + svgEscaped(place.text) +
               "</text>\n";
    }
    return out;
}

} // namespace meshscope
