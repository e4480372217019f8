#include "ui/graph/svgparts.h"

#include "models/mesh/plaintext.h"

namespace meshscope {

QByteArray svgNumber(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 1);
    if (text.endsWith(".0"))
        text.chop(2);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray svgEscaped(const QString &text)
{
    QString clean = withoutDirections(text);
    for (qsizetype i = 0; i < clean.size(); ++i) {
        // What XML does not allow, even escaped.
        if (clean.at(i).category() == QChar::Other_Control || clean.at(i).unicode() >= 0xfffe)
            clean[i] = u' ';
    }
    return clean.toHtmlEscaped().toUtf8();
}

QByteArray svgSigns(const Tokens &t)
{
    const auto c = [](const QColor &color) { return color.name().toUtf8(); };
    const QByteArray round = " stroke-linecap=\"round\" stroke-linejoin=\"round\" fill=\"none\" stroke-width=\"1.5\"";
    return "<g id=\"met\" stroke=\"" + c(t.met) + '"' + round +
           "><circle cx=\"7\" cy=\"7\" r=\"5.7\"/><path d=\"M4.5 7.2 6.3 9 9.5 5.3\"/></g>\n"
           "<g id=\"risk\"><path fill=\"" +
           c(t.risk) + "\" d=\"M7 1.1 13.3 12.2H.7z\"/><path stroke=\"" + c(t.signGlyph) + '"' + round +
           " d=\"M7 5.2v3.2M7 10.7v.1\"/></g>\n"
           "<g id=\"bad\"><path fill=\"" +
           c(t.breached) + "\" d=\"M4.5.9h5l3.6 3.6v5l-3.6 3.6h-5L.9 9.5v-5z\"/><path stroke=\"" + c(t.signGlyph) + '"' +
           round +
           " d=\"M4.9 4.9l4.2 4.2M9.1 4.9 4.9 9.1\"/></g>\n"
           "<circle id=\"unknown\" cx=\"7\" cy=\"7\" r=\"5.4\" fill=\"none\" stroke-width=\"1.6\" "
           "stroke-dasharray=\"2.5 1.74\" stroke=\"" +
           c(t.unknown) + "\"/>\n<path id=\"none\" stroke-width=\"1.6\" d=\"M3.5 7h7\" stroke=\"" + c(t.muted) + "\"/>\n";
}

QByteArray svgSign(Status status, QPointF at, double size)
{
    const char *id = status == Status::Met        ? "met"
                     : status == Status::AtRisk   ? "risk"
                     : status == Status::Breached ? "bad"
                     : status == Status::Unknown  ? "unknown"
                                                  : "none";
    return QByteArray("<use href=\"#") + id + "\" transform=\"translate(" + svgNumber(at.x()) + ' ' + svgNumber(at.y()) +
           ") scale(" + QByteArray::number(size / 14, 'g', 3) + ")\"/>";
}

} // namespace meshscope
