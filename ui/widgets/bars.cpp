#include "ui/widgets/bars.h"

#include "ui/widgets/signs.h"

#include <QLocale>
#include <QMouseEvent>

#include <numeric>

namespace meshscope {

namespace {
constexpr std::array<Status, 4> order{Status::Met, Status::AtRisk, Status::Breached, Status::Unknown};
}

void paintBudget(QPainter &p, const QRectF &groove, std::optional<double> share, const QColor &fill, const Tokens &t)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const double radius = groove.height() / 2;
    if (!share) {
        QPen pen(t.unknown, 1);
        pen.setDashPattern({3, 2});
        p.setPen(pen);
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(groove.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        p.restore();
        return;
    }
    p.setPen(t.scheme == Scheme::HighContrast ? QPen(t.line) : QPen(Qt::NoPen));
    p.setBrush(t.sunken);
    p.drawRoundedRect(groove, radius, radius);
    const double width = groove.width() * qBound(0.0, *share, 1.0);
    if (width > 0) {
        p.setPen(Qt::NoPen);
        p.setBrush(fill);
        p.drawRoundedRect(QRectF(groove.x(), groove.y(), qMax(width, groove.height()), groove.height()), radius, radius);
    }
    p.restore();
}

BudgetBar::BudgetBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setShare({});
}

void BudgetBar::setShare(std::optional<double> share, std::optional<Status> status)
{
    m_share = share;
    m_status = status;
    setAccessibleName(share ? tr("%1 %").arg(qRound(*share * 100)) : tr("not measured"));
    update();
}

QSize BudgetBar::sizeHint() const
{
    return {px(84), px(8)};
}

void BudgetBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Tokens &t = tokens(this);
    if (layoutDirection() == Qt::RightToLeft) {
        p.translate(width(), 0);
        p.scale(-1, 1);
    }
    const double high = qMin(height(), px(8));
    paintBudget(p, QRectF(0, (height() - high) / 2, width(), high), m_share, m_status ? statusColor(*m_status, t) : t.accent,
                t);
}

std::array<QRectF, 4> paintStacked(QPainter &p, const QRectF &rect, const std::array<int, 4> &counts, int whole,
                                   const Tokens &t, bool isRtl)
{
    std::array<QRectF, 4> parts;
    const int sum = std::accumulate(counts.begin(), counts.end(), 0);
    const double unit = rect.width() / qMax(1, qMax(whole, sum));
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setFont(textFont(TextRole::Tiny, QFont::DemiBold));
    double x = rect.x();
    for (size_t i = 0; i < 4; ++i) {
        if (counts[i] == 0)
            continue;
        const double width = qMax(2.0, counts[i] * unit - 1.5);
        QRectF part(x, rect.y(), width, rect.height());
        x += qMax(3.5, counts[i] * unit);
        if (isRtl)
            part.moveLeft(rect.x() + rect.right() - part.right());
        parts[i] = part;
        const QColor color = statusColor(order[i], t);
        if (order[i] == Status::Unknown) {
            QPen pen(color, 1);
            pen.setDashPattern({3, 2});
            p.setPen(pen);
            p.setBrush(Qt::NoBrush);
            p.drawRoundedRect(part.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        } else {
            p.setPen(Qt::NoPen);
            p.setBrush(color);
            p.drawRoundedRect(part, 2, 2);
        }
        const QString number = QLocale().toString(counts[i]);
        if (width >= 16 && p.fontMetrics().horizontalAdvance(number) + 4 <= width) {
            // Amber is too light for white figures: dark ones there in every scheme.
            const bool isAmber = order[i] == Status::AtRisk && t.scheme == Scheme::Light;
            p.setPen(order[i] == Status::Unknown ? t.text : isAmber ? QColor(0x18, 0x1c, 0x24) : t.signGlyph);
            p.drawText(part, Qt::AlignCenter, number);
        }
    }
    p.restore();
    return parts;
}

StackedBar::StackedBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StackedBar::setCounts(int met, int atRisk, int breached, int unknown)
{
    m_counts = {met, atRisk, breached, unknown};
    setAccessibleName(tr("%1 met, %2 at risk, %3 breached, %4 unknown").arg(met).arg(atRisk).arg(breached).arg(unknown));
    setToolTip(accessibleName());
    update();
}

void StackedBar::setScale(int whole)
{
    m_whole = whole;
    update();
}

QSize StackedBar::sizeHint() const
{
    return {px(160), px(18)};
}

void StackedBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paintStacked(p, QRectF(rect()), m_counts, m_whole, tokens(this), layoutDirection() == Qt::RightToLeft);
}

void StackedBar::mouseReleaseEvent(QMouseEvent *event)
{
    QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    QPainter p(&nothing);
    const auto parts =
        paintStacked(p, QRectF(rect()), m_counts, m_whole, tokens(this), layoutDirection() == Qt::RightToLeft);
    for (size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].contains(event->position()))
            emit clicked(order[i]);
    }
}

} // namespace meshscope
