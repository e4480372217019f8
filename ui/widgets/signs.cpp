#include "ui/widgets/signs.h"

#include <QPainterPath>
#include <QtMath>

namespace meshscope {

namespace {

QPen roundPen(const QColor &color, double width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// Moves the painter into the 14-unit box of a sign.
void enterBox(QPainter &p, const QRectF &rect)
{
    const double side = qMin(rect.width(), rect.height());
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(rect.center().x() - side / 2, rect.center().y() - side / 2);
    p.scale(side / 14, side / 14);
}

void drawMet(QPainter &p, const QColor &color)
{
    p.setBrush(Qt::NoBrush);
    p.setPen(roundPen(color, 1.4));
    p.drawEllipse(QPointF(7, 7), 5.7, 5.7);
    p.setPen(roundPen(color, 1.5));
    p.drawPolyline(QPolygonF({{4.5, 7.2}, {6.3, 9.0}, {9.5, 5.3}}));
}

void drawRisk(QPainter &p, const QColor &color, const QColor &glyph)
{
    // The corners are rounded by stroking a smaller triangle with a round join.
    p.setPen(roundPen(color, 1.4));
    p.setBrush(color);
    p.drawPolygon(QPolygonF({{7, 2.3}, {12.2, 11.5}, {1.8, 11.5}}));
    p.setPen(roundPen(glyph, 1.6));
    p.drawLine(QPointF(7, 5.2), QPointF(7, 8.4));
    p.drawPoint(QPointF(7, 10.7));
}

void drawBreached(QPainter &p, const QColor &color, const QColor &glyph)
{
    constexpr double lo = 0.9;
    constexpr double hi = 13.1;
    constexpr double cut = 3.6;
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    p.drawPolygon(QPolygonF({{lo + cut, lo},
                             {hi - cut, lo},
                             {hi, lo + cut},
                             {hi, hi - cut},
                             {hi - cut, hi},
                             {lo + cut, hi},
                             {lo, hi - cut},
                             {lo, lo + cut}}));
    p.setPen(roundPen(glyph, 1.6));
    p.drawLine(QPointF(4.9, 4.9), QPointF(9.1, 9.1));
    p.drawLine(QPointF(9.1, 4.9), QPointF(4.9, 9.1));
}

void drawDashedRing(QPainter &p, const QColor &color)
{
    QPen pen(color, 1.6);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({2.5 / 1.6, 1.74 / 1.6}); // Qt counts dashes in pen widths
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(QPointF(7, 7), 5.4, 5.4);
}

void drawRing(QPainter &p, const QColor &color, double filled)
{
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(color, 1.6));
    p.drawEllipse(QPointF(7, 7), 5.4, 5.4);
    if (filled > 0) {
        p.setPen(Qt::NoPen);
        p.setBrush(color);
        p.drawPie(QRectF(1.6, 1.6, 10.8, 10.8), 90 * 16, -qRound(filled * 360 * 16));
    }
}

} // namespace

void paintStatus(QPainter &p, const QRectF &rect, Status status, const Tokens &t, const QColor &over)
{
    p.save();
    enterBox(p, rect);
    const QColor color = over.isValid() ? over : statusColor(status, t);
    const QColor glyph = over.isValid() ? t.selection : t.signGlyph;
    switch (status) {
    case Status::Met: drawMet(p, color); break;
    case Status::AtRisk: drawRisk(p, color, glyph); break;
    case Status::Breached: drawBreached(p, color, glyph); break;
    case Status::Unknown: drawDashedRing(p, color); break;
    case Status::NoPromise:
        p.setPen(roundPen(color, 1.6));
        p.drawLine(QPointF(4, 7), QPointF(10, 7));
        break;
    }
    p.restore();
}

void paintRequestSign(QPainter &p, const QRectF &rect, RequestSign sign, const Tokens &t, const QColor &over)
{
    if (sign == RequestSign::Granted || sign == RequestSign::Expiring || sign == RequestSign::Bad) {
        const Status same = sign == RequestSign::Granted    ? Status::Met
                            : sign == RequestSign::Expiring ? Status::AtRisk
                                                            : Status::Breached;
        paintStatus(p, rect, same, t, over);
        return;
    }
    p.save();
    enterBox(p, rect);
    switch (sign) {
    case RequestSign::Draft: drawDashedRing(p, over.isValid() ? over : t.muted); break;
    case RequestSign::Sent: drawRing(p, over.isValid() ? over : t.muted, 0); break;
    case RequestSign::InReview: drawRing(p, over.isValid() ? over : t.accent, 0.5); break;
    case RequestSign::Approved: drawRing(p, over.isValid() ? over : t.risk, 0.75); break;
    default:
        drawRing(p, over.isValid() ? over : t.muted, 0);
        p.setPen(roundPen(over.isValid() ? over : t.muted, 1.6));
        p.drawLine(QPointF(4.6, 7), QPointF(9.4, 7));
    }
    p.restore();
}

QColor statusColor(Status status, const Tokens &t)
{
    switch (status) {
    case Status::Met: return t.met;
    case Status::AtRisk: return t.risk;
    case Status::Breached: return t.breached;
    case Status::Unknown:
    case Status::NoPromise: break;
    }
    return t.unknown;
}

QColor statusSoft(Status status, const Tokens &t)
{
    switch (status) {
    case Status::Met: return t.metSoft;
    case Status::AtRisk: return t.riskSoft;
    case Status::Breached: return t.breachedSoft;
    case Status::Unknown:
    case Status::NoPromise: break;
    }
    return t.unknownSoft;
}

QColor statusTextColor(Status status, const Tokens &t)
{
    switch (status) {
    case Status::Met: return t.metText;
    case Status::AtRisk: return t.riskText;
    case Status::Breached: return t.breachedText;
    case Status::Unknown:
    case Status::NoPromise: break;
    }
    return t.unknownText;
}

StatusSign::StatusSign(Status status, int size, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus(status);
}

void StatusSign::setStatus(Status status)
{
    m_status = status;
    setAccessibleName(statusName(status));
    setToolTip(statusName(status));
    update();
}

QSize StatusSign::sizeHint() const
{
    return {px(m_size), px(m_size)};
}

void StatusSign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStatus(painter, rect(), m_status, tokens(this));
}

} // namespace meshscope
