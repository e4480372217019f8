#include "ui/graph/svgwriter.h"

#include "ui/graph/graphpainter.h"
#include "ui/graph/svgparts.h"
#include "ui/widgets/page.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QHash>

#include <array>
#include <cmath>

namespace meshscope {

namespace {

/// Widths of letters, measured once each.
class Ruler {
public:
    explicit Ruler(const QFont &font)
        : m_metrics(font)
    {
        m_latin.fill(-1);
    }
    [[nodiscard]] QString elided(const QString &text, double room, Qt::TextElideMode mode)
    {
        const QString line = text.left(400);
        double width = 0;
        for (const QChar c : line)
            width += widthOf(c);
        return width <= room ? line : m_metrics.elidedText(line, mode, room);
    }
    [[nodiscard]] double widthOf(const QString &text)
    {
        double width = 0;
        for (const QChar c : text)
            width += widthOf(c);
        return width;
    }

private:
    double widthOf(QChar c)
    {
        if (c.unicode() < m_latin.size()) {
            double &known = m_latin[c.unicode()];
            return known >= 0 ? known : known = m_metrics.horizontalAdvance(c);
        }
        return m_metrics.horizontalAdvance(c);
    }
    QFontMetricsF m_metrics;
    std::array<double, 384> m_latin;
};

QFont sized(TextRole role, double pixels, int weight)
{
    QFont font = textFont(role, weight);
    font.setPixelSize(std::max(1, int(std::lround(pixels))));
    return font;
}

class SvgWriter {
public:
    SvgWriter(const Scene &scene, const Tokens &tokens, double margin, const PictureLegend &legend)
        : m_scene(scene)
        , m_t(tokens)
        , m_unit(scene.unit())
        , m_origin(QPointF(margin, margin) - scene.bounds().topLeft())
        , m_graph(scene.bounds().size() + QSizeF(2 * margin, 2 * margin))
        , m_size(m_graph + QSizeF(0, legend.heightFor(m_graph.width())))
        , m_legend(legend)
        , m_names(sized(TextRole::Strong, 13 * m_unit, 600))
        , m_small(sized(TextRole::Small, 12 * m_unit, 400))
        , m_mono(sized(TextRole::Mono, 11.5 * m_unit, 400))
    {
    }

    std::optional<QByteArray> write(const QString &title, const ExportSteps &steps)
    {
        const size_t total = m_scene.groups().size() + m_scene.edges().size() + m_scene.cards().size() + 1;
        size_t done = 0;
        const auto step = [&] {
            if (++done % 1024 != 0)
                return true;
            if (steps.progress)
                steps.progress(double(done) / double(total));
            return !(steps.cancelled && steps.cancelled());
        };
        m_out.reserve(qsizetype(total * 220));
        head(title);
        for (size_t g = 0; g < m_scene.groups().size(); ++g) {
            box(m_scene.groups()[g]);
            if (!step())
                return {};
        }
        m_out += "<g fill=\"none\">\n";
        for (size_t e = 0; e < m_scene.edges().size(); ++e) {
            edge(int(e));
            if (!step())
                return {};
        }
        m_out += "</g>\n";
        for (size_t c = 0; c < m_scene.cards().size(); ++c) {
            card(int(c));
            if (!step())
                return {};
        }
        for (const SceneGroup &g : m_scene.groups())
            name(g);
        for (const Scene::Label &l : m_scene.labels())
            label(l);
        m_out += m_legend.svg(QRectF(0, m_graph.height(), m_graph.width(), m_size.height() - m_graph.height()), m_t);
        m_out += "</svg>\n";
        return std::move(m_out);
    }

private:
    [[nodiscard]] QByteArray x(double v) const { return svgNumber(v + m_origin.x()); }
    [[nodiscard]] QByteArray y(double v) const { return svgNumber(v + m_origin.y()); }
    [[nodiscard]] QByteArray u(double v) const { return svgNumber(v * m_unit); }
    [[nodiscard]] QByteArray rect(const QRectF &r) const
    {
        return "x=\"" + x(r.left()) + "\" y=\"" + y(r.top()) + "\" width=\"" + svgNumber(r.width()) + "\" height=\"" +
               svgNumber(r.height()) + '"';
    }
    void text(const char *kind, double left, double baseline, const QString &words, const QByteArray &more = {})
    {
        if (!words.isEmpty())
            m_out += QByteArray("<text class=\"") + kind + "\" x=\"" + x(left) + "\" y=\"" + y(baseline) + '"' + more + '>' +
                     svgEscaped(words) + "</text>";
    }
    /// A link that the program itself opens, with the whole text to point at.
    void open(const QString &id, const QString &view, const QString &tip)
    {
        m_out += "<a href=\"" + svgEscaped(Location{view, id, {}}.toString()) + "\">";
        if (!tip.isEmpty())
            m_out += "<title>" + svgEscaped(tip) + "</title>";
    }

    void head(const QString &title)
    {
        const QByteArray family = svgEscaped(QFontInfo(textFont(TextRole::Base)).family());
        const QByteArray mono = svgEscaped(QFontInfo(textFont(TextRole::Mono)).family());
        const auto c = [](const QColor &color) { return color.name().toUtf8(); };
        m_out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
                 svgNumber(m_size.width()) + "\" height=\"" + svgNumber(m_size.height()) + "\" viewBox=\"0 0 " +
                 svgNumber(m_size.width()) + ' ' + svgNumber(m_size.height()) + "\">\n<title>" + svgEscaped(title) +
                 "</title>\n<style>\n";
        m_out += "text{font-family:'" + family + "',sans-serif;font-size:" + u(12) + "px;fill:" + c(m_t.text) + "}\n";
        m_out += ".n{font-weight:600;font-size:" + u(13) + "px}.s{fill:" + c(m_t.muted) + "}.m{font-family:'" + mono +
                 "',monospace;font-size:" + u(11.5) + "px}.b{font-weight:600;text-anchor:middle;font-size:" + u(11) +
                 "px}\n";
        m_out += ".e{stroke:" + c(m_t.edge) + ";stroke-width:" + u(1.25) +
                 "}.r{stroke-dasharray:5 4}.f{stroke:" + c(m_t.flow) + "}.o{stroke:" + c(m_t.canvas) +
                 "}.a{fill:" + c(m_t.edge) + "}.w{fill:" + c(m_t.flow) + "}\n";
        m_out += ".c{fill:" + c(m_t.raised) + ";stroke:" + c(m_t.line) + "}.p{fill:" + c(m_t.raised) +
                 ";stroke:" + c(m_t.lineStrong) + "}.t{fill:" + c(m_t.selection) + "}.l{fill:none;stroke:" + c(m_t.line) +
                 "}\n";
        for (size_t h = 0; h < m_t.hues.size(); ++h) {
            const Hue &hue = m_t.hues[h];
            const QByteArray i = QByteArray::number(int(h));
            m_out += ".g" + i + "{fill:" + c(hue.box) + ";stroke:" + c(hue.border) + "}.k" + i + "{fill:" + c(hue.sub) +
                     ";stroke:" + c(hue.border) + "}.h" + i + "{fill:" + c(hue.head) + ";stroke:" + c(hue.border) + "}.i" +
                     i + "{fill:" + c(hue.stripe) + "}.d" + i + "{fill:" + c(hue.name) + "}\n";
        }
        m_out += "</style>\n<defs>\n";
        m_out += svgSigns(m_t) + "</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"" + c(m_t.canvas) + "\"/>\n";
    }

    [[nodiscard]] static QByteArray hued(char kind, int hue, const char *otherwise)
    {
        return hue >= 0 && hue < 12 ? kind + QByteArray::number(hue) : QByteArray(otherwise);
    }

    void box(const SceneGroup &g)
    {
        const QByteArray r = g.depth == 0 ? u(10) : u(7);
        m_out +=
            "<rect class=\"" + hued(g.depth == 0 ? 'g' : 'k', g.hue, "c") + "\" " + rect(g.rect) + " rx=\"" + r + "\"/>\n";
    }
    void name(const SceneGroup &g)
    {
        const double baseline = g.rect.top() + g.head / 2 + 4.5 * m_unit;
        open(g.id, QStringLiteral("map"), g.tip);
        const double count = m_small.widthOf(g.count);
        const double room = g.rect.width() - 34 * m_unit - count;
        text(hued('d', g.hue, "t").prepend("n ").constData(), g.rect.left() + 10 * m_unit, baseline,
             m_names.elided(g.name, std::max(room, 40.0), Qt::ElideRight));
        if (room > 40)
            text("s", g.rect.right() - 10 * m_unit, baseline, g.count, " text-anchor=\"end\"");
        m_out += "</a>\n";
    }

    void edge(int e)
    {
        const SceneEdge &edge = m_scene.edges()[size_t(e)];
        m_scene.lineOf(e, m_line);
        if (m_line.size() < 2)
            return;
        QByteArray d = "d=\"M" + x(m_line[0].x()) + ' ' + y(m_line[0].y());
        for (size_t i = 1; i < m_line.size(); ++i) {
            const QPointF from = m_line[i - 1];
            const QPointF to = m_line[i];
            if (isAngular(edge) || std::abs(from.y() - to.y()) < 0.05 || std::abs(from.x() - to.x()) < 0.05) {
                d += 'L' + x(to.x()) + ' ' + y(to.y());
                continue;
            }
            const double bend = (to.x() - from.x()) / 2;
            d += 'C' + x(from.x() + bend) + ' ' + y(from.y()) + ' ' + x(to.x() - bend) + ' ' + y(to.y()) + ' ' + x(to.x()) +
                 ' ' + y(to.y());
        }
        d += '"';
        const double width = edge.isFlow ? 1 + 0.7 * std::log2(double(std::max<qint64>(1, edge.count)) + 0.4) : 1.25;
        if (edge.isFlow) {
            m_out += "<path class=\"o\" stroke-width=\"" + u(width + 5) + "\" " + d + "/>";
            m_out += "<path class=\"f\" stroke-linejoin=\"round\" stroke-width=\"" + u(width) + "\" " + d + "/>";
        } else {
            m_out += QByteArray("<path class=\"e") + (edge.route.reversed ? " r" : "") + "\" " + d + "/>";
        }
        const std::span<const QPointF> points = m_scene.points(e);
        const QPointF tip = points.back();
        QPointF way = tip - points[points.size() - 2];
        if (!isAngular(edge) && std::abs(way.x()) > 0.5)
            way = QPointF(way.x() > 0 ? 1 : -1, 0);
        const double length = std::hypot(way.x(), way.y());
        if (length > 1e-6) {
            way *= Scene::arrowLength * m_unit / length;
            const QPointF side = QPointF(-way.y(), way.x()) * std::max(0.45, width * 0.13);
            const QPointF a = tip - way + side, b = tip - way - side;
            m_out += QByteArray("<path class=\"") + (edge.isFlow ? 'w' : 'a') + "\" d=\"M" + x(tip.x()) + ' ' + y(tip.y()) +
                     'L' + x(a.x()) + ' ' + y(a.y()) + 'L' + x(b.x()) + ' ' + y(b.y()) + "z\"/>";
        }
        m_out += '\n';
    }
    void label(const Scene::Label &l)
    {
        const QString count = QString::number(m_scene.edges()[size_t(l.edge)].count);
        const double w = std::max(20.0, 7.0 * double(count.size()) + 12) * m_unit;
        const QRectF pill(l.at - QPointF(w / 2, 10 * m_unit), QSizeF(w, 20 * m_unit));
        m_out += "<g><title>" + svgEscaped(m_scene.tipOf(l.edge)) + "</title><rect class=\"c\" " + rect(pill) + " rx=\"" +
                 u(10) + "\"/>";
        text("b", l.at.x(), l.at.y() + 4 * m_unit, count);
        m_out += "</g>\n";
    }

    void sign(Status status, QPointF at, double size) { m_out += svgSign(status, at + m_origin, size); }

    void card(int index)
    {
        const SceneCard &c = m_scene.cards()[size_t(index)];
        const bool isMap = c.shape == SceneCard::Shape::Map;
        const bool isJob = c.shape == SceneCard::Shape::Job;
        open(c.id.section(u'#', 0, 0),
             c.shape == SceneCard::Shape::Dataset || isJob ? QStringLiteral("lineage") : QStringLiteral("product"),
             c.tip.isEmpty() ? c.name : c.tip);
        const double radius = isJob ? c.rect.height() / 2 : (isMap ? 5 : 6) * m_unit;
        const bool isDomain = c.shape == SceneCard::Shape::Domain;
        m_out += "<rect class=\"" + (isDomain ? hued('h', c.hue, "c") : QByteArray("c")) + '"';
        if (c.tone)
            m_out += " style=\"fill:" + toneOf(*c.tone).name().toUtf8() + '"';
        m_out += ' ' + rect(c.rect) + " rx=\"" + svgNumber(radius) + "\"/>";
        if (c.shape == SceneCard::Shape::Product)
            m_out += "<path class=\"l\" d=\"M" + x(c.rect.left() + 6 * m_unit) + ' ' + y(c.rect.top() - 3 * m_unit) + 'H' +
                     x(c.rect.right() - 6 * m_unit) + "\"/>";
        const bool stripe = c.hue >= 0 && c.hue < 12 && !isJob && (c.stripe || !isMap);
        if (stripe)
            m_out += "<rect class=\"" + hued('i', c.hue, "p") + "\" " +
                     rect({c.rect.left() + 5 * m_unit, c.rect.top() + 6 * m_unit, 3 * m_unit,
                           std::min(40 * m_unit, c.rect.height() - 12 * m_unit)}) +
                     " rx=\"" + u(1.5) + "\"/>";
        const double left = c.rect.left() + (isJob ? 30 : stripe ? 16 : isMap ? 8 : 12) * m_unit;
        double right = c.rect.right() - (isMap ? 8 : 10) * m_unit;
        const double middle = isMap || isJob ? c.rect.center().y() : c.rect.top() + 18 * m_unit;
        if (isJob)
            m_out += "<path class=\"l\" d=\"M" + x(c.rect.left() + 14 * m_unit) + ' ' + y(middle - 4 * m_unit) + 'v' + u(8) +
                     'l' + u(6) + " -" + u(4) + "z\"/>";
        if (c.status) {
            const double size = (isMap ? 12 : 14) * m_unit;
            sign(*c.status, {right - size, middle - size / 2}, size);
            right -= size + 6 * m_unit;
        }
        if (!c.figure.isEmpty() && c.moreText.isEmpty()) {
            text("s", right, middle + 4 * m_unit, c.figure, " text-anchor=\"end\"");
            right -= m_small.widthOf(c.figure) + 4 * m_unit;
        }
        const bool plain = isMap || isJob;
        text(plain ? "j" : "n", left, middle + 4.5 * m_unit,
             (plain ? m_small : m_names).elided(c.name, right - left, Qt::ElideMiddle));
        if (!plain)
            text("s", left, c.rect.top() + 40 * m_unit,
                 m_small.elided(c.context, c.rect.right() - 10 * m_unit - left, Qt::ElideRight));
        rows(index);
        m_out += "</a>";
        buttons(index);
        m_out += '\n';
    }
    void rows(int index)
    {
        const SceneCard &c = m_scene.cards()[size_t(index)];
        for (int place = 0; place < c.places(); ++place) {
            const SceneRow &row = c.rows[size_t(place)];
            const QRectF r = m_scene.rowRect(index, place);
            if (row.isTraced)
                m_out += "<rect class=\"t\" " + rect(r.adjusted(1, 0, -1, -2)) + "/>";
            const double type = row.type.isEmpty() ? 0 : std::min(m_small.widthOf(row.type), r.width() * 0.4);
            text("m", r.left() + 14 * m_unit, r.center().y() + 4 * m_unit,
                 m_mono.elided(row.name, r.width() - 34 * m_unit - type, Qt::ElideMiddle));
            text("s", r.right() - 12 * m_unit, r.center().y() + 4 * m_unit,
                 m_small.elided(row.type, r.width() * 0.4, Qt::ElideRight), " text-anchor=\"end\"");
        }
        const int hidden = c.moreRows + int(c.rows.size()) - c.places();
        if (c.isOpen && hidden > 0)
            text("s", c.rect.left() + (c.moreText.isEmpty() ? 36 : 16) * m_unit, c.rect.bottom() - 8 * m_unit,
                 c.moreText.isEmpty()
                     ? QCoreApplication::translate("meshscope::GraphPainter", "%Ln more columns", "", hidden)
                     : c.moreText);
    }
    void buttons(int index)
    {
        const SceneCard &c = m_scene.cards()[size_t(index)];
        for (const bool up : {true, false}) {
            const QRectF r = m_scene.buttonRect(index, up);
            if (r.isNull())
                continue;
            m_out += "<rect class=\"p\" " + rect(r) + " rx=\"" + svgNumber(r.height() / 2) + "\"/>";
            text("b", r.center().x(), r.center().y() + 4 * m_unit,
                 QStringLiteral("+%1").arg(up ? c.hiddenUp : c.hiddenDown));
        }
    }
    [[nodiscard]] QColor toneOf(Status status) const
    {
        switch (status) {
        case Status::Met: return m_t.metSoft;
        case Status::AtRisk: return m_t.riskSoft;
        case Status::Breached: return m_t.breachedSoft;
        default: return m_t.unknownSoft;
        }
    }

    const Scene &m_scene;
    const Tokens &m_t;
    const double m_unit;
    const QPointF m_origin;
    const QSizeF m_graph, m_size; ///< without and with the legend
    const PictureLegend &m_legend;
    Ruler m_names, m_small, m_mono;
    QByteArray m_out;
    std::vector<QPointF> m_line;
};

} // namespace

std::optional<QByteArray> svgOf(const Scene &scene, const Tokens &tokens, const QString &title, double margin,
                                const ExportSteps &steps, const PictureLegend &legend)
{
    return SvgWriter(scene, tokens, margin, legend).write(title, steps);
}

} // namespace meshscope
