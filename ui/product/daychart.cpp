#include "ui/product/daychart.h"

#include "ui/widgets/signs.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QtCharts/QLineSeries>

#include <cmath>

namespace meshscope {

namespace {
/// 1, 2 or 5 times a power of ten, so that about four of them fill the range.
double niceStep(double range)
{
    if (!(range > 0))
        return 1;
    const double raw = range / 4;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (raw <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

/// Steps of seconds people count in.
double niceSeconds(double range)
{
    for (const double step : {1, 5, 15, 30, 60, 300, 600, 1800, 3600, 7200, 14400, 21600, 43200, 86400})
        if (range / step <= 5)
            return step;
    return 86400 * niceStep(range / 86400);
}
} // namespace

DayChart::DayChart(QWidget *parent)
    : PlainChart(&Tokens::surface, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(px(150));
}

QSize DayChart::sizeHint() const
{
    return {px(480), px(150)};
}

void DayChart::setData(const Data &given)
{
    m_data = given;
    m_current = -1;
    rebuild();
    int bad = 0;
    int gaps = 0;
    for (const DayValue &day : m_data.days) {
        bad += day.status == Status::Breached || day.status == Status::AtRisk ? 1 : 0;
        gaps += day.value ? 0 : 1;
    }
    setAccessibleName(tr("%Ln day(s)", nullptr, int(m_data.days.size())));
    setAccessibleDescription(
        tr("%1 at risk or breached, %2 without a measurement, objective %3").arg(bad).arg(gaps).arg(m_data.objectiveText));
}

void DayChart::rebuild()
{
    clear();
    m_axisNote.clear();
    double low = m_data.objective.value_or(0);
    double high = m_data.objective.value_or(0);
    bool any = m_data.objective.has_value();
    for (const DayValue &day : m_data.days) {
        if (!day.value)
            continue;
        low = any ? qMin(low, *day.value) : *day.value;
        high = any ? qMax(high, *day.value) : *day.value;
        any = true;
    }
    // The zero stays visible unless everything lies far above it: then the break is said.
    const bool isBroken = low > 0 && (high - low) < 0.25 * high && m_data.unit == QLatin1String("ratio");
    const double base = isBroken ? low : qMin(0.0, low);
    const double spread = qMax(high - base, isBroken ? 0.002 : 1e-9);
    const double step = m_data.unit == QLatin1String("s") ? niceSeconds(spread) : niceStep(spread);
    low = isBroken ? std::floor((low - 0.1 * spread) / step) * step : std::floor(base / step) * step;
    high = std::ceil((high + 0.04 * spread) / step) * step;
    if (m_data.unit == QLatin1String("ratio"))
        high = qMin(high, qMax(1.0, m_data.objective.value_or(0)));
    if (high <= low)
        high = low + step;
    if (isBroken)
        m_axisNote = tr("axis starts at %1").arg(formatQuantity({low, m_data.unit, m_data.given}));
    QLineSeries *part = nullptr;
    for (qsizetype i = 0; i < m_data.days.size(); ++i) {
        if (!m_data.days[i].value) {
            part = nullptr;
            continue;
        }
        if (!part) {
            part = new QLineSeries(chart());
            chart()->addSeries(part);
        }
        part->append(double(i), *m_data.days[i].value);
    }
    auto *objective = new QLineSeries(chart());
    objective->setName(QStringLiteral("objective"));
    if (m_data.objective) {
        objective->append(-0.5, *m_data.objective);
        objective->append(double(m_data.days.size()) - 0.5, *m_data.objective);
    }
    chart()->addSeries(objective);
    addAxes(low, high, step);
    applyColors();
}

void DayChart::addAxes(double low, double high, double step)
{
    const int count = int(m_data.days.size());
    Axis across{-0.5, qMax(0.5, count - 0.5), {}};
    const int every = qMax(1, count <= 10 ? 1 : count <= 45 ? 7 : 14);
    for (int i = 0; i < count; i += every)
        across.marks << Mark{double(i), QLocale().toString(m_data.days[i].day, tr("d MMM", "day on an axis"))};
    Axis up{low, high, {}};
    int widest = 0;
    const QFontMetrics metrics(textFont(TextRole::Tiny));
    for (double value = low; value <= high + step / 2; value += step) {
        const QString text = formatQuantity({std::abs(value) < step / 1000 ? 0 : value, m_data.unit, m_data.given});
        up.marks << Mark{value, text};
        widest = qMax(widest, metrics.horizontalAdvance(text));
    }
    chart()->setMargins(QMargins(widest + px(12), px(8), px(10), px(18)));
    setAxes(across, up);
}

void DayChart::applyColors()
{
    applyGround();
    const Tokens &t = tokens(this);
    for (QAbstractSeries *series : chart()->series()) {
        auto *line = static_cast<QLineSeries *>(series);
        if (series->name() == QLatin1String("objective"))
            paintDashed(line, t.text);
        else
            line->setPen(QPen(t.accent, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
}

QPointF DayChart::pointOf(int day) const
{
    if (day < 0 || day >= m_data.days.size())
        return {};
    return positionOf(day, m_data.days[day].value.value_or(0));
}

int DayChart::dayAt(const QPointF &position) const
{
    int best = -1;
    double least = 1e9;
    for (int i = 0; i < m_data.days.size(); ++i) {
        const double away = std::abs(pointOf(i).x() - position.x());
        if (away < least) {
            least = away;
            best = i;
        }
    }
    return chart()->plotArea().adjusted(-px(8), -px(8), px(8), px(8)).contains(position) ? best : -1;
}

QString DayChart::said(int day) const
{
    const DayValue &value = m_data.days[day];
    const QString date = QLocale().toString(value.day, QLocale::ShortFormat);
    if (!value.value)
        return tr("%1: no measurement").arg(date);
    return tr("%1: %2, %3").arg(date, formatQuantity({*value.value, m_data.unit, m_data.given}), statusName(value.status));
}

void DayChart::setCurrent(int day)
{
    if (m_current == day)
        return;
    m_current = day;
    setToolTip(day >= 0 ? said(day).toHtmlEscaped() : QString());
    viewport()->update();
}

void DayChart::paintGaps(QPainter &p) const
{
    const Tokens &t = tokens(this);
    const int count = int(m_data.days.size());
    const QString words = tr("no data");
    for (int i = 0; i < count; ++i) {
        int end = i;
        while (end < count && !m_data.days[end].value)
            ++end;
        if (end == i)
            continue;
        const double left = pointOf(i).x();
        const double right = pointOf(end - 1).x();
        if (right - left > p.fontMetrics().horizontalAdvance(words) + px(4)) {
            p.setPen(t.muted);
            const QRectF plot = chart()->plotArea();
            p.drawText(QRectF(left, plot.center().y() - px(8), right - left, px(16)), Qt::AlignCenter, words);
        }
        i = end;
    }
}

void DayChart::paintCurrent(QPainter &p) const
{
    const Tokens &t = tokens(this);
    if (m_current < 0 || m_current >= m_data.days.size())
        return;
    const QRectF plot = chart()->plotArea();
    const QPointF at = pointOf(m_current);
    p.setPen(QPen(t.lineStrong, 1));
    p.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()));
    if (m_data.days[m_current].value) {
        p.setPen(QPen(t.surface, 1.5));
        p.setBrush(t.accent);
        p.drawEllipse(at, px(4), px(4));
    }
    p.setFont(textFont(TextRole::Small));
    const QString text = said(m_current);
    const int width = p.fontMetrics().horizontalAdvance(text) + px(16);
    double x = at.x() + px(8);
    if (x + width > plot.right())
        x = at.x() - px(8) - width;
    const QRectF box(qMax(plot.left(), x), plot.top() + px(2), width, p.fontMetrics().height() + px(6));
    p.setPen(t.line);
    p.setBrush(t.raised);
    p.drawRoundedRect(box, px(4), px(4));
    p.setPen(t.text);
    p.drawText(box, Qt::AlignCenter, text);
}

void DayChart::paintEvent(QPaintEvent *event)
{
    QChartView::paintEvent(event);
    QPainter p(viewport());
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    paintMarks(p);
    paintGaps(p);
    const double side = px(10);
    for (int i = 0; i < m_data.days.size(); ++i) {
        const DayValue &day = m_data.days[i];
        const bool isAlone =
            day.value && (i == 0 || !m_data.days[i - 1].value) && (i + 1 == m_data.days.size() || !m_data.days[i + 1].value);
        const QPointF at = day.value ? pointOf(i) : QPointF();
        if (day.value && (day.status == Status::AtRisk || day.status == Status::Breached)) {
            paintStatus(p, QRectF(at.x() - side / 2, at.y() - side / 2, side, side), day.status, t);
        } else if (isAlone) {
            p.setPen(Qt::NoPen);
            p.setBrush(t.accent);
            p.drawEllipse(at, px(2.5), px(2.5));
        }
    }
    if (m_data.objective && !m_data.days.isEmpty() && !chart()->series().isEmpty()) {
        const QRectF plot = chart()->plotArea();
        const double y = positionOf(0, *m_data.objective).y();
        const QString text = tr("objective %1").arg(m_data.objectiveText);
        const int width = p.fontMetrics().horizontalAdvance(text) + px(8);
        const int height = p.fontMetrics().height();
        const bool isBelow = y + height + px(3) < plot.bottom();
        const QRectF box(plot.left() + px(4), isBelow ? y + px(2) : y - height - px(2), width, height);
        p.fillRect(box, t.surface);
        p.setPen(t.text);
        p.drawText(box, Qt::AlignCenter, text);
    }
    paintCurrent(p);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        p.setPen(QPen(t.focus, 2));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), px(6), px(6));
    }
}

void DayChart::mouseMoveEvent(QMouseEvent *event)
{
    setCurrent(dayAt(event->position()));
    viewport()->setCursor(m_current >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void DayChart::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const int day = event->button() == Qt::LeftButton ? dayAt(event->position()) : -1;
    if (day < 0)
        return;
    setCurrent(day);
    emit dayActivated(m_data.days[day].day);
}

void DayChart::leaveEvent(QEvent *event)
{
    setCurrent(-1);
    QChartView::leaveEvent(event);
}

void DayChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_data.days.size()) - 1;
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int by = (event->key() == Qt::Key_Right) != isRtl ? 1 : -1;
        setCurrent(m_current < 0 ? last : qBound(0, m_current + by, last));
        return;
    }
    case Qt::Key_Home: setCurrent(last >= 0 ? 0 : -1); return;
    case Qt::Key_End: setCurrent(last); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            emit dayActivated(m_data.days[m_current].day);
        return;
    default: QWidget::keyPressEvent(event); // the page scrolls, not the chart
    }
}

void DayChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) {
        setFixedHeight(px(150));
        rebuild();
    }
}

} // namespace meshscope
