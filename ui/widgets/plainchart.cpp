#include "ui/widgets/plainchart.h"

#include <QtCharts/QCategoryAxis>
#include <QtCharts/QLineSeries>

namespace meshscope {

PlainChart::PlainChart(QColor Tokens::*ground, QWidget *parent)
    : QChartView(parent)
    , m_ground(ground)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setBackgroundRoundness(0);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
}

void PlainChart::clear()
{
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
}

void PlainChart::setAxes(const Axis &across, const Axis &up)
{
    m_across = across.marks;
    m_up = up.marks;
    const auto add = [this](const Axis &axis, Qt::AlignmentFlag side) {
        auto *drawn = new QCategoryAxis(chart());
        drawn->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        drawn->setRange(axis.low, axis.high);
        for (const Mark &mark : axis.marks)
            drawn->append(mark.text, mark.value);
        drawn->setLabelsVisible(false);
        chart()->addAxis(drawn, side);
        for (QAbstractSeries *series : chart()->series())
            series->attachAxis(drawn);
        return drawn;
    };
    add(across, Qt::AlignBottom)->setGridLineVisible(false);
    add(up, Qt::AlignLeft)->setLineVisible(false);
}

void PlainChart::applyGround()
{
    const Tokens &t = tokens(this);
    chart()->setBackgroundBrush(t.*m_ground);
    chart()->setBackgroundPen(Qt::NoPen);
    chart()->setPlotAreaBackgroundVisible(false);
    setBackgroundBrush(t.*m_ground);
    for (QAbstractAxis *axis : chart()->axes()) {
        axis->setGridLinePen(QPen(t.line, 1));
        axis->setLinePen(QPen(t.lineStrong, 1));
    }
}

void PlainChart::paintDashed(QLineSeries *line, const QColor &color)
{
    QPen pen(color, 1);
    pen.setDashPattern({4, 3});
    line->setPen(pen);
}

void PlainChart::paintMarks(QPainter &p) const
{
    p.setFont(textFont(TextRole::Tiny));
    p.setPen(tokens(this).muted);
    const QRectF plot = chart()->plotArea();
    for (const Mark &mark : m_up) {
        const double y = positionOf(0, mark.value).y();
        p.drawText(QRectF(0, y - px(8), plot.left() - px(6), px(16)), Qt::AlignRight | Qt::AlignVCenter, mark.text);
    }
    for (const Mark &mark : m_across) {
        const double x = positionOf(mark.value, 0).x();
        p.drawText(QRectF(x - px(40), plot.bottom() + px(4), px(80), px(16)), Qt::AlignCenter, mark.text);
    }
}

QPointF PlainChart::positionOf(double across, double up) const
{
    const QList<QAbstractSeries *> all = chart()->series();
    return all.isEmpty() ? QPointF() : mapFromScene(chart()->mapToScene(chart()->mapToPosition({across, up}, all.last())));
}

} // namespace meshscope
