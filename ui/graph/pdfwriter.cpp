#include "ui/graph/drawing.h"

#include "ui/theme/tokens.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace meshscope {

namespace {

constexpr int dotsPerInch = 96;          ///< one unit of a drawing is a dot
constexpr double longestPage = 14400;    ///< points a side in PDF 1.x
constexpr double edge = 12 / 25.4 * 96;  ///< of a printed page: most printers leave it free
constexpr double shared = 8 / 25.4 * 96; ///< of two neighbours: what is glued
constexpr double markLength = 14;

/// A, B, … Z, AA, AB, …: columns of pages are called as in a table.
QString letters(int column)
{
    QString name;
    for (++column; column > 0; column = (column - 1) / 26)
        name.prepend(QChar(u'A' + (column - 1) % 26));
    return name;
}

class PdfWriter {
public:
    PdfWriter(const Drawing &drawing, const QString &title, const ExportOrder &order)
        : m_d(drawing)
        , m_title(title)
        , m_order(order)
    {
    }
    Result<QByteArray> write()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        bool isDone = false;
        {
            QPdfWriter writer(&buffer);
            writer.setTitle(m_title);
            writer.setCreator(QStringLiteral("Meshscope"));
            writer.setResolution(dotsPerInch);
            writer.setPageMargins(QMarginsF());
            isDone = m_order.pages == PdfPages::One ? onePage(writer) : pages(writer);
        }
        return isDone ? Result<QByteArray>(buffer.data()) : cancelledExport();
    }

private:
    bool step(double share)
    {
        if (m_order.steps.progress)
            m_order.steps.progress(share);
        return !(m_order.steps.cancelled && m_order.steps.cancelled());
    }
    bool onePage(QPdfWriter &writer)
    {
        const double points = 0.75 * std::max(m_d.size.width(), m_d.size.height());
        const double scale = std::min(1.0, longestPage / points);
        const QSizeF size = m_d.size * scale;
        writer.setPageSize(QPageSize(size * 0.75, QPageSize::Point, {}, QPageSize::ExactMatch));
        QPainter painter(&writer);
        painter.fillRect(QRectF(QPointF(), size), m_d.ground);
        return m_d.draw(painter, {QPointF(), scale, size}, [this](double share) { return step(share); });
    }

    struct Sheet {
        int row = 0;
        int column = 0;
        QRectF area; ///< of the drawing
    };
    /// Pages at a scale; those with nothing on them are left out.
    [[nodiscard]] std::vector<Sheet> sheets(double scale, QSizeF paper) const
    {
        std::vector<Sheet> made;
        const QSizeF area = paper / scale;
        const QSizeF stride(area.width() - shared / scale, area.height() - shared / scale);
        const auto count = [&](double length, double part, double on) {
            return length <= part ? 1 : 1 + int(std::ceil((length - part) / on - 1e-9));
        };
        const int rows = count(m_d.size.height(), area.height(), stride.height());
        const int columns = count(m_d.size.width(), area.width(), stride.width());
        if (qint64(rows) * columns > qint64(mostPages) * 64)
            return std::vector<Sheet>(size_t(mostPages) + 1); // too many to look at each
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const QRectF at(QPointF(column * stride.width(), row * stride.height()), area);
                if (!m_d.holds || m_d.holds(at))
                    made.push_back({row, column, at});
            }
        }
        return made;
    }
    bool pages(QPdfWriter &writer)
    {
        const QPageSize size(m_order.pages == PdfPages::A3 ? QPageSize::A3 : QPageSize::A4);
        writer.setPageSize(size);
        writer.setPageOrientation(QPageLayout::Landscape);
        const QSizeF page = QSizeF(size.sizePixels(dotsPerInch)).transposed();
        const QRectF content = QRectF(QPointF(), page).adjusted(edge, edge, -edge, -edge);
        double scale = 1;
        std::vector<Sheet> made = sheets(scale, content.size());
        while (made.size() > size_t(mostPages)) {
            scale *= 0.9;
            made = sheets(scale, content.size());
        }
        QPainter painter;
        for (size_t i = 0; i < made.size(); ++i) {
            if (i > 0)
                writer.newPage();
            else if (!painter.begin(&writer))
                return false;
            const auto share = [&](double part) { return step((double(i) + part) / double(made.size())); };
            if (!share(0) || !sheet(painter, made[i], content, scale, share))
                return false;
            marks(painter, content, made, i);
        }
        return true;
    }
    bool sheet(QPainter &painter, const Sheet &sheet, const QRectF &content, double scale,
               const std::function<bool(double)> &share)
    {
        painter.save();
        painter.setClipRect(content);
        painter.translate(content.topLeft());
        painter.fillRect(QRectF(QPointF(), content.size()), m_d.ground);
        const bool isDone = m_d.draw(painter, {sheet.area.topLeft(), scale, content.size()}, share);
        painter.restore();
        return isDone;
    }
    /// Crosses at the corners of what is drawn, on paper: where to cut, and what lies on what. Below it where it belongs.
    void marks(QPainter &painter, const QRectF &content, const std::vector<Sheet> &all, size_t index)
    {
        painter.setPen(QPen(Qt::black, 0.5));
        const double inset = shared / 2;
        for (const bool right : {false, true}) {
            for (const bool bottom : {false, true}) {
                const QPointF corner(right ? content.right() - inset : content.left() + inset,
                                     bottom ? content.bottom() - inset : content.top() + inset);
                const double outX = right ? content.right() : content.left();
                const double outY = bottom ? content.bottom() : content.top();
                painter.drawLine(QLineF(corner.x(), outY, corner.x(), outY + (bottom ? markLength : -markLength)));
                painter.drawLine(QLineF(outX, corner.y(), outX + (right ? markLength : -markLength), corner.y()));
            }
        }
        QFont font = textFont(TextRole::Small);
        font.setPointSizeF(8);
        painter.setFont(font);
        const QString place = letters(all[index].column) + QString::number(all[index].row + 1);
        QString words = QCoreApplication::translate("meshscope::exportpicture", "%1 · page %2 of %3")
                            .arg(place)
                            .arg(index + 1)
                            .arg(all.size());
        const QRectF foot(content.left() + 2 * inset, content.bottom() + 4, content.width() - 4 * inset, edge - 8);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignTop, words);
        const double room = foot.width() - QFontMetricsF(font).horizontalAdvance(words) - 40;
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignTop,
                         QFontMetricsF(font).elidedText(m_title.simplified(), Qt::ElideRight, room));
    }

    const Drawing &m_d;
    const QString &m_title;
    const ExportOrder &m_order;
};

} // namespace

Result<QByteArray> pdfOf(const Drawing &drawing, const QString &title, const ExportOrder &order)
{
    return PdfWriter(drawing, title, order).write();
}

} // namespace meshscope
