#include "ui/domains/matrixpicture.h"

#include "ui/domains/flowmatrixparts.h"
#include "ui/graph/graphpainter.h"
#include "ui/graph/svgparts.h"
#include "ui/widgets/page.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr double margin = 24;
constexpr double side = 32; ///< of a cell, as on the screen
constexpr double headWidth = 190;
constexpr double headHeight = 132;
constexpr double corner = 8;

QFont letters(bool isItalic = false)
{
    QFont font = textFont(TextRole::Small);
    font.setPixelSize(12);
    font.setItalic(isItalic);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Where the parts of the table are.
class MatrixPlan {
public:
    MatrixPlan(const FlowMatrixData &matrix, const PictureLegend &legend)
        : m_count(int(matrix.rows.size()))
        , m_isMirrored(matrix.isMirrored)
    {
        const double width = 2 * margin + headWidth + m_count * side;
        const double height = 2 * margin + headHeight + m_count * side;
        m_foot = QRectF(0, height, width, legend.heightFor(width));
        m_size = {width, height + m_foot.height()};
    }
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] QRectF foot() const { return m_foot; }
    [[nodiscard]] QRectF cell(int row, int column) const
    {
        return QRectF(columnFoot(column).x(), top() + row * side, side, side).adjusted(1, 1, -1, -1);
    }
    /// Beside the cells, on the side where reading begins.
    [[nodiscard]] QRectF rowHead(int row) const
    {
        return {m_isMirrored ? left() + m_count * side : margin, top() + row * side, headWidth, side};
    }
    /// What a row's name ends at, next to the cells.
    [[nodiscard]] QRectF rowStripe(int row) const
    {
        const QRectF room = rowHead(row);
        return {m_isMirrored ? room.left() + 4 : room.right() - 7, room.top() + side * 0.2, 3, side * 0.6};
    }
    [[nodiscard]] QRectF rowName(int row) const
    {
        return rowHead(row).adjusted(m_isMirrored ? 14 : 0, 0, m_isMirrored ? 0 : -14, 0);
    }
    [[nodiscard]] bool isMirrored() const { return m_isMirrored; }
    [[nodiscard]] bool hasRowHeads(const QRectF &area) const
    {
        return rowHead(0).left() < area.right() && rowHead(0).right() > area.left();
    }
    /// Of a column, lying down: turned up about its lower left corner.
    [[nodiscard]] QRectF columnHead() const { return {0, 0, headHeight, side}; }
    [[nodiscard]] QPointF columnFoot(int column) const
    {
        return {left() + (m_isMirrored ? m_count - 1 - column : column) * side, top()};
    }
    struct Range {
        int first, end;
    };
    [[nodiscard]] Range rowsIn(const QRectF &area) const { return rangeOf(area.top() - top(), area.bottom() - top()); }
    [[nodiscard]] Range columnsIn(const QRectF &area) const
    {
        const Range seen = rangeOf(area.left() - left(), area.right() - left());
        return m_isMirrored ? Range{m_count - seen.end, m_count - seen.first} : seen;
    }
    [[nodiscard]] double left() const { return m_isMirrored ? margin : margin + headWidth; } ///< of the cells
    [[nodiscard]] static double top() { return margin + headHeight; }

private:
    [[nodiscard]] Range rangeOf(double from, double to) const
    {
        return {std::clamp(int(std::floor(from / side)), 0, m_count), std::clamp(int(std::ceil(to / side)), 0, m_count)};
    }
    int m_count;
    bool m_isMirrored;
    QRectF m_foot;
    QSizeF m_size;
};

QColor stripeOf(const FlowMatrixData::Row &row, const Tokens &t)
{
    return row.hue >= 0 && row.hue < int(t.hues.size()) ? t.hues[size_t(row.hue)].stripe : t.lineStrong;
}

// -- painted

class MatrixPainter {
public:
    MatrixPainter(QPainter &painter, const FlowMatrixData &matrix, const MatrixPlan &plan, const Tokens &tokens)
        : m_p(painter)
        , m_data(matrix)
        , m_plan(plan)
        , m_t(tokens)
    {
    }
    bool paint(const QRectF &area, const std::function<bool(double)> &step)
    {
        m_p.setRenderHint(QPainter::Antialiasing);
        const MatrixPlan::Range rows = m_plan.rowsIn(area);
        const MatrixPlan::Range columns = m_plan.columnsIn(area);
        if (m_plan.hasRowHeads(area)) {
            for (int row = rows.first; row < rows.end; ++row)
                rowHead(row);
        }
        if (area.top() < m_plan.top()) {
            for (int column = columns.first; column < columns.end; ++column)
                columnHead(column);
        }
        for (int row = rows.first; row < rows.end; ++row) {
            if (!step(double(row - rows.first) / std::max(1, rows.end - rows.first)))
                return false;
            for (int column = columns.first; column < columns.end; ++column)
                cell(row, column);
        }
        return true;
    }

private:
    void name(const FlowMatrixData::Row &row, const QRectF &room, Qt::Alignment align)
    {
        const QFont font = letters(row.isOutside);
        m_p.setFont(font);
        m_p.setPen(row.isOutside ? m_t.muted : m_t.text);
        m_p.drawText(room, int(align | Qt::AlignVCenter),
                     QFontMetricsF(font).elidedText(row.name.simplified(), Qt::ElideRight, room.width()));
    }
    void stripe(const FlowMatrixData::Row &row, const QRectF &at)
    {
        m_p.setPen(Qt::NoPen);
        m_p.setBrush(stripeOf(row, m_t));
        m_p.drawRoundedRect(at, 1.5, 1.5);
    }
    void rowHead(int index)
    {
        const FlowMatrixData::Row &row = m_data.rows[size_t(index)];
        stripe(row, m_plan.rowStripe(index));
        name(row, m_plan.rowName(index), m_plan.isMirrored() ? Qt::AlignLeft : Qt::AlignRight);
    }
    void columnHead(int index)
    {
        const FlowMatrixData::Row &row = m_data.rows[size_t(index)];
        m_p.save();
        m_p.translate(m_plan.columnFoot(index));
        m_p.rotate(-90);
        stripe(row, {4, side * 0.2, 3, side * 0.6});
        name(row, m_plan.columnHead().adjusted(12, 0, 0, 0), Qt::AlignLeft);
        m_p.restore();
    }
    void cell(int row, int column)
    {
        const QRectF box = m_plan.cell(row, column);
        const int count = m_data.count(row, column);
        m_p.setPen(Qt::NoPen);
        if (row != column && count == 0) {
            m_p.setBrush(m_t.line);
            m_p.drawEllipse(box.center(), 1, 1);
            return;
        }
        m_p.setBrush(row == column ? m_t.sunken : matrixTint(count, m_data.most, m_t));
        m_p.drawRoundedRect(box, 3, 3);
        if (column < row) {
            m_p.setBrush(m_t.risk);
            m_p.drawPolygon(
                QPolygonF{box.topRight(), box.topRight() - QPointF(corner, 0), box.topRight() + QPointF(0, corner)});
        }
        if (count > 0) {
            m_p.setFont(letters());
            m_p.setPen(row == column ? m_t.muted : m_t.text);
            m_p.drawText(box, Qt::AlignCenter, QString::number(count));
        }
    }

    QPainter &m_p;
    const FlowMatrixData &m_data;
    const MatrixPlan &m_plan;
    const Tokens &m_t;
};

// -- written

class MatrixSvg {
public:
    MatrixSvg(const FlowMatrixData &matrix, const MatrixPlan &plan, const Tokens &tokens)
        : m_data(matrix)
        , m_plan(plan)
        , m_t(tokens)
        , m_metrics(letters())
    {
    }
    std::optional<QByteArray> write(const QString &title, const PictureLegend &legend, const ExportSteps &steps)
    {
        head(title);
        const int count = int(m_data.rows.size());
        for (int i = 0; i < count; ++i) {
            const QRectF room = m_plan.rowName(i);
            const QPointF at(m_plan.isMirrored() ? room.left() : room.right(), room.center().y() + 4);
            name(i, at, m_plan.isMirrored() ? "" : " text-anchor=\"end\"", room.width());
            stripe(i, m_plan.rowStripe(i));
            const QPointF foot = m_plan.columnFoot(i);
            m_out += "<g transform=\"translate(" + svgNumber(foot.x()) + ' ' + svgNumber(foot.y()) + ") rotate(-90)\">";
            name(i, QPointF(12, side / 2 + 4), {}, headHeight - 12);
            stripe(i, {4, side * 0.2, 3, side * 0.6});
            m_out += "</g>\n";
        }
        // Only what is there: the empty cells of very many domains are a pattern.
        m_out += "<rect fill=\"url(#dots)\" x=\"" + svgNumber(m_plan.left()) + "\" y=\"" + svgNumber(m_plan.top()) +
                 "\" width=\"" + svgNumber(count * side) + "\" height=\"" + svgNumber(count * side) + "\"/>\n";
        for (int i = 0; i < count; ++i)
            cell(i, i);
        QList<quint64> keys = m_data.cells.keys();
        std::sort(keys.begin(), keys.end());
        for (qsizetype k = 0; k < keys.size(); ++k) {
            if (k % 1024 == 0 && steps.progress)
                steps.progress(double(k) / double(keys.size()));
            if (k % 1024 == 0 && steps.cancelled && steps.cancelled())
                return {};
            const auto row = int(keys[k] / quint64(count));
            const auto column = int(keys[k] % quint64(count));
            if (row != column)
                cell(row, column);
        }
        m_out += legend.svg(m_plan.foot(), m_t) + "</svg>\n";
        return std::move(m_out);
    }

private:
    void head(const QString &title)
    {
        const auto c = [](const QColor &color) { return color.name().toUtf8(); };
        const QByteArray width = svgNumber(m_plan.size().width());
        const QByteArray height = svgNumber(m_plan.size().height());
        const QByteArray half = svgNumber(side / 2);
        m_out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width +
                "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' + height + "\">\n<title>" + svgEscaped(title) +
                "</title>\n<style>text{font-family:'" + svgEscaped(QFontInfo(letters()).family()) +
                "',sans-serif;font-size:12px;fill:" + c(m_t.text) + "}.o{fill:" + c(m_t.muted) +
                "}.i{font-style:italic}.w{fill:" + c(m_t.risk) + "}.n{text-anchor:middle}</style>\n<defs>\n" +
                svgSigns(m_t) + "<pattern id=\"dots\" patternUnits=\"userSpaceOnUse\" x=\"" + svgNumber(m_plan.left()) +
                "\" y=\"" + svgNumber(m_plan.top()) + "\" width=\"" + svgNumber(side) + "\" height=\"" + svgNumber(side) +
                "\"><circle cx=\"" + half + "\" cy=\"" + half + "\" r=\"1\" fill=\"" + c(m_t.line) +
                "\"/></pattern>\n</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"" + c(m_t.canvas) + "\"/>\n";
    }
    void rect(const QRectF &r, const QColor &fill, double radius)
    {
        m_out += "<rect x=\"" + svgNumber(r.x()) + "\" y=\"" + svgNumber(r.y()) + "\" width=\"" + svgNumber(r.width()) +
                 "\" height=\"" + svgNumber(r.height()) + "\" rx=\"" + svgNumber(radius) + "\" fill=\"" +
                 fill.name().toUtf8() + "\"/>";
    }
    void stripe(int index, const QRectF &at) { rect(at, stripeOf(m_data.rows[size_t(index)], m_t), 1.5); }
    void name(int index, QPointF at, const QByteArray &more, double room)
    {
        const FlowMatrixData::Row &row = m_data.rows[size_t(index)];
        m_out += "<a href=\"" + svgEscaped(Location{QStringLiteral("map"), row.id, {}}.toString()) + "\"><title>" +
                 svgEscaped(row.path) + "</title><text" + (row.isOutside ? " class=\"o i\"" : "") + more + " x=\"" +
                 svgNumber(at.x()) + "\" y=\"" + svgNumber(at.y()) + "\">" +
                 svgEscaped(m_metrics.elidedText(row.name.simplified(), Qt::ElideRight, room)) + "</text></a>";
    }
    void cell(int row, int column)
    {
        const QRectF box = m_plan.cell(row, column);
        const int count = m_data.count(row, column);
        m_out += "<g><title>" +
                 svgEscaped(m_data.rows[size_t(row)].name + QStringLiteral(" → ") + m_data.rows[size_t(column)].name) +
                 "</title>";
        rect(box, row == column ? m_t.sunken : matrixTint(count, m_data.most, m_t), 3);
        if (column < row)
            m_out += "<path class=\"w\" d=\"M" + svgNumber(box.right()) + ' ' + svgNumber(box.top()) + 'h' +
                     svgNumber(-corner) + 'L' + svgNumber(box.right()) + ' ' + svgNumber(box.top() + corner) + "z\"/>";
        if (count > 0)
            m_out += QByteArray("<text class=\"n") + (row == column ? " o" : "") + "\" x=\"" + svgNumber(box.center().x()) +
                     "\" y=\"" + svgNumber(box.center().y() + 4) + "\">" + QByteArray::number(count) + "</text>";
        m_out += "</g>\n";
    }

    const FlowMatrixData &m_data;
    const MatrixPlan &m_plan;
    const Tokens &m_t;
    QFontMetricsF m_metrics;
    QByteArray m_out;
};

} // namespace

Result<QByteArray> matrixPicture(const FlowMatrixData &matrix, const Tokens &tokens, const QString &title,
                                 const ExportOrder &order, const PictureLegend &legend)
{
    const MatrixPlan plan(matrix, legend);
    if (order.format == graph::GraphFormat::Svg) {
        std::optional<QByteArray> written = MatrixSvg(matrix, plan, tokens).write(title, legend, order.steps);
        return written ? Result<QByteArray>(std::move(*written)) : cancelledExport();
    }
    Drawing drawing;
    drawing.size = plan.size();
    drawing.ground = tokens.canvas;
    drawing.draw = [&](QPainter &painter, const DrawingWindow &window, const std::function<bool(double)> &step) {
        painter.save();
        painter.scale(window.scale, window.scale);
        painter.translate(-window.from);
        const bool isDone = MatrixPainter(painter, matrix, plan, tokens).paint(window.area(), step);
        if (isDone && plan.foot().intersects(window.area()))
            legend.paint(painter, plan.foot(), tokens);
        painter.restore();
        return isDone;
    };
    return order.format == graph::GraphFormat::Pdf ? pdfOf(drawing, title, order) : pngOf(drawing, order);
}

} // namespace meshscope
