#include "ui/health/budgetchart.h"

#include "models/items/leveltext.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QtCharts/QLineSeries>

#include <algorithm>
#include <cmath>

namespace meshscope {

BudgetChart::BudgetChart(QWidget *parent)
    : PlainChart(&Tokens::raised, parent)
{
    setMinimumHeight(px(220));
}

QSize BudgetChart::sizeHint() const
{
    return {px(420), px(250)};
}

void BudgetChart::setLines(const QList<QDateTime> &days, const QList<Line> &lines)
{
    m_days = days;
    m_lines = lines;
    m_hot = -1;
    double low = 0;
    for (const Line &line : lines) {
        for (const std::optional<double> &value : line.left)
            low = value ? qMin(low, *value) : low;
    }
    m_low = qMax(-1.0, std::floor(low * 5 - 0.5) / 5);
    rebuild();
    setAccessibleName(tr("Error budget left of %Ln domain(s)", nullptr, int(lines.size())));
}

void BudgetChart::setEmptyText(const QString &text)
{
    m_empty = text;
    viewport()->update();
}

void BudgetChart::rebuild()
{
    clear();
    fitMargins();
    for (int n = 0; n < m_lines.size(); ++n) {
        QLineSeries *part = nullptr;
        for (qsizetype i = 0; i < m_lines[n].left.size(); ++i) {
            const std::optional<double> &value = m_lines[n].left[i];
            if (!value) {
                part = nullptr;
                continue;
            }
            if (!part) {
                part = new QLineSeries(chart());
                part->setName(QString::number(n));
                chart()->addSeries(part);
            }
            part->append(double(i), qMax(m_low, *value));
        }
    }
    auto *spent = new QLineSeries(chart());
    spent->setName(QStringLiteral("spent"));
    spent->append(0, 0);
    spent->append(qMax(1.0, double(m_days.size() - 1)), 0);
    chart()->addSeries(spent);
    addAxes();
    applyColors();
}

/// Room for the figures of the axis at the start and for the names at the ends of the lines.
void BudgetChart::fitMargins()
{
    const QFontMetrics figures(textFont(TextRole::Tiny));
    const QFontMetrics words(textFont(TextRole::Small, QFont::DemiBold));
    int name = px(60);
    for (const Line &line : std::as_const(m_lines))
        name = qMax(name, words.horizontalAdvance(line.name.simplified()));
    const int most = qMax(px(136), width() / 3);
    const int end = qMin(most, px(16) + name + px(10) + words.horizontalAdvance(shareText(-1)) + px(4));
    chart()->setMargins(QMargins(figures.horizontalAdvance(shareText(-1)) + px(12), px(8), end, px(18)));
}

void BudgetChart::addAxes()
{
    const int count = int(m_days.size());
    Axis across{0, qMax(1.0, count - 1.0), {}};
    const int every = qMax(1, (count + 3) / 4);
    for (int i = 0; i < count; i += every)
        across.marks << Mark{double(i), QLocale().toString(m_days[i].toLocalTime().date(), tr("d MMM", "day on an axis"))};
    Axis up{m_low, 1.0, {}};
    if (m_low < 0)
        up.marks << Mark{m_low, shareText(m_low)};
    for (const double value : {0.0, 0.5, 1.0})
        up.marks << Mark{value, shareText(value)};
    setAxes(across, up);
}

void BudgetChart::applyColors()
{
    applyGround();
    const Tokens &t = tokens(this);
    for (QAbstractSeries *series : chart()->series()) {
        auto *line = static_cast<QLineSeries *>(series);
        if (line->name() == QLatin1String("spent")) {
            paintDashed(line, t.text);
            continue;
        }
        const int n = line->name().toInt();
        QColor color = hueColor(t, m_lines[n].hue);
        if (m_hot >= 0 && m_hot != n)
            color.setAlphaF(0.3F);
        line->setPen(QPen(color, m_hot == n ? 2.5 : 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
}

QList<BudgetChart::Label> BudgetChart::labels() const
{
    const int high = QFontMetrics(textFont(TextRole::Small)).height();
    const QRectF plot = chart()->plotArea();
    QList<Label> result;
    for (int n = 0; n < m_lines.size(); ++n) {
        for (qsizetype i = m_lines[n].left.size(); i-- > 0;) {
            if (m_lines[n].left[i]) {
                result << Label{n, positionOf(double(i), qMax(m_low, *m_lines[n].left[i])), {}};
                break;
            }
        }
    }
    std::sort(result.begin(), result.end(), [](const Label &a, const Label &b) { return a.end.y() < b.end.y(); });
    // Pushed apart downwards, then the whole column upwards where it would leave the plot.
    double y = plot.top() - high / 2.0;
    for (Label &label : result) {
        y = qMax(y, label.end.y() - high / 2.0);
        label.rect = QRectF(plot.right() + px(14), y, width() - plot.right() - px(16), high);
        y += high + 1;
    }
    double limit = plot.bottom() + high / 2.0;
    for (qsizetype i = result.size(); i-- > 0;) {
        if (result[i].rect.bottom() > limit)
            result[i].rect.moveBottom(limit);
        limit = result[i].rect.top() - 1;
    }
    return result;
}

void BudgetChart::paintEvent(QPaintEvent *event)
{
    QChartView::paintEvent(event);
    QPainter p(viewport());
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    if (m_lines.isEmpty()) {
        p.fillRect(viewport()->rect(), t.raised);
        p.setFont(textFont(TextRole::Base));
        p.setPen(t.muted);
        p.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_empty);
        return;
    }
    paintMarks(p);
    const QRectF plot = chart()->plotArea();
    QString words = tr("budget spent: breached below this line");
    if (p.fontMetrics().horizontalAdvance(words) > plot.width() * 0.7)
        words = tr("budget spent");
    const QPointF zero = positionOf(0, 0);
    const QRectF box(plot.left() + px(4), zero.y() + px(2), p.fontMetrics().horizontalAdvance(words) + px(6),
                     p.fontMetrics().height());
    p.setPen(t.text);
    p.drawText(box, Qt::AlignCenter, words);
    p.setFont(textFont(TextRole::Small));
    for (const Label &label : labels()) {
        const Line &line = m_lines[label.line];
        QColor color = hueColor(t, line.hue);
        p.setPen(Qt::NoPen);
        p.setBrush(color);
        p.drawEllipse(label.end, px(2.5), px(2.5));
        p.setPen(QPen(color, 1));
        p.drawLine(label.end + QPointF(px(4), 0), QPointF(label.rect.left() - px(3), label.rect.center().y()));
        std::optional<double> last;
        for (const std::optional<double> &value : line.left)
            last = value ? value : last;
        const QString share = shareText(last.value_or(0));
        const int tail = p.fontMetrics().horizontalAdvance(share);
        p.setPen(t.muted);
        p.drawText(label.rect, Qt::AlignRight | Qt::AlignVCenter, share);
        p.setFont(textFont(TextRole::Small, m_hot == label.line ? QFont::DemiBold : QFont::Normal));
        p.setPen(t.text);
        p.drawText(
            label.rect, Qt::AlignLeft | Qt::AlignVCenter,
            p.fontMetrics().elidedText(line.name.simplified(), Qt::ElideRight, int(label.rect.width()) - tail - px(6)));
        p.setFont(textFont(TextRole::Small));
    }
}

void BudgetChart::setHot(int line)
{
    if (m_hot == line)
        return;
    m_hot = line;
    applyColors();
    viewport()->update();
}

void BudgetChart::mouseMoveEvent(QMouseEvent *event)
{
    int hot = -1;
    for (const Label &label : labels()) {
        if (label.rect.adjusted(-px(4), 0, 0, 0).contains(event->position()))
            hot = label.line;
    }
    const QRectF plot = chart()->plotArea();
    if (hot < 0 && plot.contains(event->position()) && m_days.size() > 1) {
        const int day = qBound(0, qRound((event->position().x() - plot.left()) / plot.width() * double(m_days.size() - 1)),
                               int(m_days.size()) - 1);
        double nearest = px(10);
        for (int n = 0; n < m_lines.size(); ++n) {
            const std::optional<double> value = m_lines[n].left.value(day);
            if (!value)
                continue;
            const double away = std::abs(positionOf(day, qMax(m_low, *value)).y() - event->position().y());
            if (away < nearest) {
                nearest = away;
                hot = n;
            }
        }
        if (hot >= 0)
            setToolTip(tr("%1, %2: %3 left")
                           .arg(m_lines[hot].name,
                                QLocale().toString(m_days[day].toLocalTime().date(), QLocale::ShortFormat),
                                shareText(*m_lines[hot].left[day]))
                           .toHtmlEscaped());
    }
    if (hot < 0)
        setToolTip({});
    setHot(hot);
    viewport()->setCursor(hot >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void BudgetChart::mousePressEvent(QMouseEvent *event)
{
    mouseMoveEvent(event);
    if (m_hot >= 0 && event->button() == Qt::LeftButton)
        emit lineActivated(m_lines[m_hot].address);
}

void BudgetChart::leaveEvent(QEvent *event)
{
    setHot(-1);
    QChartView::leaveEvent(event);
}

void BudgetChart::keyPressEvent(QKeyEvent *event)
{
    const int count = int(m_lines.size());
    if (count > 0 && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        setHot((m_hot + (event->key() == Qt::Key_Down ? 1 : count - (m_hot < 0 ? 0 : 1))) % count);
        return;
    }
    if (m_hot >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit lineActivated(m_lines[m_hot].address);
        return;
    }
    QWidget::keyPressEvent(event);
}

void BudgetChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        rebuild(); // colours, and with them the sizes of the words
}

void BudgetChart::resizeEvent(QResizeEvent *event)
{
    fitMargins();
    QChartView::resizeEvent(event);
    viewport()->update();
}

} // namespace meshscope
