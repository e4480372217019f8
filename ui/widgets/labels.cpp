#include "ui/widgets/labels.h"

#include "ui/theme/style.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace meshscope {

QString ageText(const QDateTime &at, const QDateTime &now)
{
    const auto say = [](const char *text, qint64 n) {
        return QCoreApplication::translate("meshscope::Age", text, nullptr, int(n));
    };
    if (!at.isValid())
        return QCoreApplication::translate("meshscope::Age", "never");
    const qint64 seconds = at.secsTo(now);
    const qint64 size = qAbs(seconds);
    const bool isPast = seconds >= 0;
    if (size < 45)
        return QCoreApplication::translate("meshscope::Age", "just now");
    if (size < 60 * 60) {
        const qint64 n = qMax<qint64>(1, (size + 30) / 60);
        return isPast ? say(QT_TRANSLATE_N_NOOP("meshscope::Age", "%Ln min ago"), n)
                      : say(QT_TRANSLATE_N_NOOP("meshscope::Age", "in %Ln min"), n);
    }
    if (size < 36 * 60 * 60) {
        const qint64 n = qMax<qint64>(1, size / 3600);
        return isPast ? say(QT_TRANSLATE_N_NOOP("meshscope::Age", "%Ln h ago"), n)
                      : say(QT_TRANSLATE_N_NOOP("meshscope::Age", "in %Ln h"), n);
    }
    const qint64 days = qMax<qint64>(1, (size + 43200) / 86400);
    if (days <= 60)
        return isPast ? say(QT_TRANSLATE_N_NOOP("meshscope::Age", "%Ln day(s) ago"), days)
                      : say(QT_TRANSLATE_N_NOOP("meshscope::Age", "in %Ln day(s)"), days);
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

QString exactTime(const QDateTime &at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::LongFormat) : QString();
}

QString asOfText(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss")).remove(QStringLiteral(".ss"));
    const QString time = locale.toString(local.time(), format);
    if (local.date() == QDate::currentDate())
        return time;
    const bool isThisYear = local.date().year() == QDate::currentDate().year();
    return locale.toString(local.date(),
                           isThisYear
                               ? QCoreApplication::translate("meshscope::Age", "d MMM", "format of a day of this year")
                               : QCoreApplication::translate("meshscope::Age", "d MMM yyyy", "format of a day")) +
           u' ' + time;
}

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

// -- ElidedLabel

ElidedLabel::ElidedLabel(const QString &text, Qt::TextElideMode mode, QWidget *parent)
    : QLabel(text, parent)
    , m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins m = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + m.left() + m.right() + 1,
            fontMetrics().height() + m.top() + m.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int few = fontMetrics().horizontalAdvance(QStringLiteral("MMM…"));
    return {qMin(sizeHint().width(), few), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const QRect room = contentsRect();
    const Qt::Alignment where = QStyle::visualAlignment(layoutDirection(), alignment());
    style()->drawItemText(&p, room, int(where), palette(), isEnabled(),
                          fontMetrics().elidedText(text(), m_mode, room.width()), foregroundRole());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && sizeHint().width() > width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return QLabel::event(event);
}

QLabel *makeLabel(const QString &text, TextRole role, QColor Tokens::*color, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setTextRole(label, role);
    setTextColor(label, color);
    return label;
}

ElidedLabel *makeElided(const QString &text, TextRole role, QColor Tokens::*color, QWidget *parent)
{
    auto *label = new ElidedLabel(text, Qt::ElideRight, parent);
    setTextRole(label, role);
    setTextColor(label, color);
    return label;
}

// -- LinkLabel

LinkLabel::LinkLabel(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setLink(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_isLink)
            emit opened(QGuiApplication::keyboardModifiers() & Qt::ControlModifier);
    });
}

void LinkLabel::setLink(bool isLink)
{
    m_isLink = isLink;
    setFocusPolicy(isLink ? Qt::TabFocus : Qt::NoFocus);
    setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover, isLink);
    update();
}

void LinkLabel::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void LinkLabel::setQuiet(bool isQuiet)
{
    m_isQuiet = isQuiet;
    update();
}

QSize LinkLabel::sizeHint() const
{
    const int extra = m_icon.isEmpty() ? 0 : px(16) + px(6);
    return {fontMetrics().horizontalAdvance(text()) + extra + 2, fontMetrics().height()};
}

QSize LinkLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), fontMetrics().horizontalAdvance(QStringLiteral("MMM…"))), sizeHint().height()};
}

void LinkLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Tokens &t = tokens(this);
    const QColor color = !isEnabled() ? t.faded : !m_isLink ? t.text : m_isQuiet && !underMouse() ? t.muted : t.link;
    QRect room = rect();
    if (!m_icon.isEmpty()) {
        const int side = px(16);
        meshscope::icon(m_icon, color)
            .paint(&p, QStyle::visualRect(layoutDirection(), rect(), QRect(0, (height() - side) / 2, side, side)));
        room = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(side + px(6), 0, 0, 0));
    }
    QFont drawn = font();
    drawn.setUnderline(m_isLink && underMouse());
    p.setFont(drawn);
    p.setPen(color);
    p.drawText(room, int(Qt::AlignVCenter) | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
               fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

bool LinkLabel::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (m_isLink && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            emit opened(static_cast<QKeyEvent *>(event)->modifiers() & Qt::ControlModifier);
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && sizeHint().width() > width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return QAbstractButton::event(event);
}

CountLink::CountLink(QWidget *parent)
    : LinkLabel({}, parent)
{
}

void CountLink::setCount(qint64 count, const QString &text)
{
    m_count = count;
    setText(text);
    setLink(count > 0);
    updateGeometry();
}

// -- AgeLabel

AgeLabel::AgeLabel(const QDateTime &at, QWidget *parent)
    : ElidedLabel({}, Qt::ElideRight, parent)
{
    m_minute.setInterval(60 * 1000);
    connect(&m_minute, &QTimer::timeout, this, &AgeLabel::refresh);
    setTime(at);
}

void AgeLabel::setTime(const QDateTime &at)
{
    m_at = at;
    setToolTip(exactTime(at));
    if (at.isValid())
        m_minute.start();
    else
        m_minute.stop();
    refresh();
}

void AgeLabel::refresh()
{
    setText(ageText(m_at));
}

} // namespace meshscope
