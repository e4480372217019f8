#include "ui/widgets/controls.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace meshscope {

QPushButton *makeButton(const QString &text, ButtonLook look, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    setLook(button, look, iconName);
    return button;
}

QToolButton *iconButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    setLook(button, ButtonLook::Quiet, iconName);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

// -- SearchField

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(false);
    place();
}

void SearchField::place()
{
    const int lead = px(24);
    if (layoutDirection() == Qt::RightToLeft)
        setTextMargins(0, 0, lead, 0);
    else
        setTextMargins(lead, 0, 0, 0);
    setAlignment(layoutDirection() == Qt::RightToLeft ? Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter
                                                      : Qt::AlignLeft | Qt::AlignVCenter);
}

void SearchField::setKeyHint(const QString &hint)
{
    m_hint = hint;
    update();
}

QSize SearchField::sizeHint() const
{
    return {px(240), QLineEdit::sizeHint().height()};
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const int side = px(16);
    const QRect sign(px(9), (height() - side) / 2, side, side);
    icon(QStringLiteral("search"), isEnabled() ? t.muted : t.faded)
        .paint(&p, QStyle::visualRect(layoutDirection(), rect(), sign));
    if (m_hint.isEmpty() || !text().isEmpty())
        return;
    p.setFont(textFont(TextRole::Tiny));
    const int width = p.fontMetrics().horizontalAdvance(m_hint) + px(10);
    const int boxHeight = p.fontMetrics().height() + px(2);
    const QRect box = QStyle::visualRect(
        layoutDirection(), rect(), QRect(rect().right() - px(8) - width, (height() - boxHeight) / 2, width, boxHeight));
    const int words = textMargins().left() + textMargins().right() + fontMetrics().horizontalAdvance(placeholderText());
    if (words + width + px(20) > this->width())
        return; // narrow: the words say more than the key, which is in the tooltip and the menu too
    p.setPen(t.line);
    p.setBrush(Qt::NoBrush);
    p.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    p.setPen(t.muted);
    p.drawText(box, Qt::AlignCenter, m_hint);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

bool SearchField::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::StyleChange)
        place();
    return QLineEdit::event(event);
}

// -- SectionHead

SectionHead::SectionHead(const QString &title, const QString &context, QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(title, TextRole::Section, &Tokens::text, this))
    , m_context(makeElided(context, TextRole::Small, &Tokens::muted, this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(px(8));
    m_row->addWidget(m_title);
    m_row->addWidget(m_context, 1);
    setAccessibleName(title);
}

void SectionHead::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SectionHead::setContext(const QString &context)
{
    m_context->setText(context);
}

void SectionHead::addAction(QWidget *widget)
{
    m_row->addWidget(widget);
}

QWidget *makeLine(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QWidget(parent);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    setGround(line, &Tokens::line);
    return line;
}

// -- Card

Card::Card(QWidget *parent)
    : QWidget(parent)
{
    setContentsMargins(1, 1, 1, 1);
}

void Card::setHighlighted(bool on)
{
    m_isHighlighted = on;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const double width = m_isHighlighted ? 2 : 1;
    p.setPen(QPen(m_isHighlighted ? t.accent : t.line, width));
    p.setBrush(t.raised);
    p.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), px(m_radius), px(m_radius));
}

} // namespace meshscope
