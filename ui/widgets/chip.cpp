#include "ui/widgets/chip.h"

#include "ui/widgets/signs.h"

#include <QPainter>

namespace meshscope {

namespace {
int chipHeight(const QFont &font)
{
    return QFontMetrics(font).height() + px(4);
}
} // namespace

Chip::Chip(const QString &text, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(text);
}

void Chip::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void Chip::setStrong(bool strong)
{
    m_isStrong = strong;
    update();
}

QSize Chip::sizeHint() const
{
    const QFont font = textFont(TextRole::Small);
    const int icon = m_icon.isEmpty() ? 0 : px(14) + px(4);
    return {QFontMetrics(font).horizontalAdvance(m_text) + 2 * px(8) + icon + 1, chipHeight(font)};
}

QSize Chip::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), px(48)), sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const double radius = height() / 2.0;
    p.setPen(m_isStrong ? QPen(Qt::NoPen) : QPen(t.line, 1));
    p.setBrush(m_isStrong ? t.accent : t.raised);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    QRect room = rect().adjusted(px(8), 0, -px(8), 0);
    const QColor color = m_isStrong ? t.accentText : t.text;
    if (!m_icon.isEmpty()) {
        const int side = px(14);
        const QRect cell = QStyle::visualRect(layoutDirection(), room, QRect(room.x(), (height() - side) / 2, side, side));
        icon(m_icon, color).paint(&p, cell);
        if (layoutDirection() == Qt::RightToLeft)
            room.adjust(0, 0, -side - px(4), 0);
        else
            room.adjust(side + px(4), 0, 0, 0);
    }
    p.setFont(textFont(TextRole::Small));
    p.setPen(color);
    p.drawText(room, Qt::AlignCenter, p.fontMetrics().elidedText(m_text, Qt::ElideRight, room.width() + 1));
}

StatusChip::StatusChip(Status status, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setStatus(status);
}

void StatusChip::setStatus(Status status, const QString &detail)
{
    m_status = status;
    m_detail = detail;
    setAccessibleName(text());
    updateGeometry();
    update();
}

void StatusChip::setWord(const QString &word)
{
    m_word = word;
    setStatus(m_status, m_detail);
}

QString StatusChip::text() const
{
    const QString word = m_word.isEmpty() ? statusName(m_status) : m_word;
    return m_detail.isEmpty() ? word : tr("%1: %2").arg(word, m_detail);
}

QSize StatusChip::sizeHint() const
{
    const QFont font = textFont(TextRole::Small);
    return {QFontMetrics(font).horizontalAdvance(text()) + 2 * px(8) + px(14) + px(4) + 1, chipHeight(font)};
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    p.setPen(t.scheme == Scheme::HighContrast ? QPen(statusColor(m_status, t)) : QPen(Qt::NoPen));
    p.setBrush(statusSoft(m_status, t));
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    const int side = px(13);
    const QRect room = rect().adjusted(px(8), 0, -px(8), 0);
    const QRect cell = QStyle::visualRect(layoutDirection(), room, QRect(room.x(), (height() - side) / 2, side, side));
    paintStatus(p, cell, m_status, t);
    const QRect words = QStyle::visualRect(layoutDirection(), room, room.adjusted(side + px(4), 0, 0, 0));
    p.setFont(textFont(TextRole::Small));
    p.setPen(statusTextColor(m_status, t));
    p.drawText(words, Qt::AlignCenter, p.fontMetrics().elidedText(text(), Qt::ElideRight, words.width() + 1));
}

int paintChip(QPainter &p, const QRect &room, const QString &text, const Tokens &t)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QFont font = textFont(TextRole::Small);
    const QFontMetrics metrics(font);
    const int height = metrics.height() + px(2);
    const int width = qMin(room.width(), metrics.horizontalAdvance(text) + 2 * px(7));
    const QRect box(room.x(), room.center().y() - height / 2, width, height);
    p.setPen(t.line);
    p.setBrush(t.raised);
    p.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0, height / 2.0);
    p.setFont(font);
    p.setPen(t.text);
    p.drawText(box, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, width - px(8)));
    p.restore();
    return width;
}

} // namespace meshscope
