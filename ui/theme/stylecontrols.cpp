#include "ui/theme/style.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTextEdit>
#include <QToolButton>

namespace meshscope {

namespace {

/// Borders lie on half pixels.
QRectF inside(const QRect &rect, double penWidth)
{
    const double d = penWidth / 2;
    return QRectF(rect).adjusted(d, d, -d, -d);
}

void roundRect(QPainter *p, const QRect &rect, double radius, const QColor &fill, const QColor &border, double width = 1)
{
    p->setRenderHint(QPainter::Antialiasing);
    p->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    p->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    p->drawRoundedRect(border.isValid() ? inside(rect, width) : QRectF(rect), radius, radius);
}

QString iconNameOf(const QWidget *widget)
{
    return widget ? widget->property("iconName").toString() : QString();
}

ButtonLook lookOf(const QWidget *widget)
{
    const QVariant look = widget ? widget->property("meshscopeLook") : QVariant();
    if (look.isValid())
        return static_cast<ButtonLook>(look.toInt());
    if (const auto *push = qobject_cast<const QPushButton *>(widget))
        return push->isDefault() ? ButtonLook::Main : push->isFlat() ? ButtonLook::Quiet : ButtonLook::Plain;
    return ButtonLook::Quiet;
}

struct ButtonColors {
    QColor fill, border, text;
};

ButtonColors buttonColors(const Tokens &t, ButtonLook look, QStyle::State state)
{
    const bool over = state & QStyle::State_MouseOver;
    const bool down = state & QStyle::State_Sunken;
    const bool isOn = state & QStyle::State_On;
    if (!(state & QStyle::State_Enabled))
        return {look == ButtonLook::Quiet ? QColor() : t.sunken, look == ButtonLook::Quiet ? QColor() : t.line, t.faded};
    if (look == ButtonLook::Main)
        return {down ? t.accentPressed : over ? t.accentHover : t.accent, {}, t.accentText};
    if (isOn)
        return {t.accentSoft, t.scheme == Scheme::HighContrast ? t.accent : QColor(), t.text};
    const QColor ground = down ? t.selectionIdle : over ? t.hover : t.raised;
    if (look == ButtonLook::Plain)
        return {ground, t.lineStrong, t.text};
    if (look == ButtonLook::Soft)
        return {ground, over ? t.lineStrong : t.line, t.text};
    return {down ? t.selectionIdle : over ? t.hover : QColor(), {}, t.text};
}

} // namespace

QSize MeshscopeStyle::buttonSize(const QStyleOption *option, const QWidget *widget) const
{
    QString text;
    QIcon picture;
    bool hasMenu = false;
    bool isIconOnly = false;
    if (const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option)) {
        text = push->text;
        picture = push->icon;
        hasMenu = push->features & QStyleOptionButton::HasMenu;
    } else if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
        text = tool->toolButtonStyle == Qt::ToolButtonIconOnly && !tool->icon.isNull() ? QString() : tool->text;
        picture = tool->icon;
        hasMenu = tool->features & QStyleOptionToolButton::HasMenu;
    }
    isIconOnly = text.isEmpty();
    const bool isSmall = widget && widget->property("small").toBool();
    const int height = option->fontMetrics.height() + (isSmall ? px(6) : px(12)) - px(1);
    if (isIconOnly)
        return {height + (hasMenu ? px(16) : 0), height};
    const int sides = lookOf(widget) == ButtonLook::Quiet ? px(8) : px(12);
    int width = option->fontMetrics.horizontalAdvance(text.contains(u'&') ? QString(text).remove(u'&') : text) + 2 * sides;
    if (!picture.isNull())
        width += px(16) + px(8);
    if (hasMenu)
        width += px(16) + px(4);
    return {width + 1, height};
}

void MeshscopeStyle::drawButton(QPainter *p, const QStyleOption *option, const QWidget *widget, const QString &text,
                                const QIcon &picture, bool hasMenu) const
{
    const Tokens &t = *m_tokens;
    const ButtonColors colors = buttonColors(t, lookOf(widget), option->state);
    p->save();
    roundRect(p, option->rect, px(6), colors.fill, colors.border);
    const bool isRtl = option->direction == Qt::RightToLeft;
    const int side = px(16);
    const QString name = iconNameOf(widget);
    const bool hasIcon = !picture.isNull() || !name.isEmpty();
    const QString label = QString(text).remove(QLatin1Char('&'));
    const int room = option->rect.width() - px(8) - (hasIcon ? side + px(8) : 0) - (hasMenu ? side : 0);
    const QString shown = label.isEmpty() ? label : option->fontMetrics.elidedText(label, Qt::ElideRight, room);
    const int textWidth = shown.isEmpty() ? 0 : option->fontMetrics.horizontalAdvance(shown);
    const int total = textWidth + (hasIcon ? side + (shown.isEmpty() ? 0 : px(8)) : 0) +
                      (hasMenu ? side + (shown.isEmpty() ? 0 : px(4)) : 0);
    int x = option->rect.x() + (option->rect.width() - total) / 2;
    const auto place = [&](int width) {
        const QRect r(x, option->rect.y(), width, option->rect.height());
        x += width;
        return visualRect(option->direction, option->rect, r);
    };
    if (hasIcon) {
        const QRect cell = place(side);
        const QIcon drawn = name.isEmpty() ? picture : icon(name, colors.text);
        const QIcon::Mode mode = name.isEmpty() && !(option->state & State_Enabled) ? QIcon::Disabled : QIcon::Normal;
        const double angle = widget ? widget->property("iconAngle").toDouble() : 0; // the turning sync arrow
        p->save();
        p->translate(QRectF(cell).center());
        p->rotate(angle);
        p->setRenderHint(QPainter::SmoothPixmapTransform, angle != 0);
        drawn.paint(p, QRect(-side / 2, -side / 2, side, side), Qt::AlignCenter, mode);
        p->restore();
        x += shown.isEmpty() ? 0 : px(8);
    }
    if (!shown.isEmpty()) {
        p->setPen(colors.text);
        p->drawText(place(textWidth + 1), int(Qt::AlignVCenter) | int(isRtl ? Qt::AlignRight : Qt::AlignLeft), shown);
        x += px(3);
    }
    if (hasMenu) {
        const QRect cell = place(side);
        icon(QStringLiteral("chevron-down"), colors.text)
            .paint(p, QRect(cell.x(), cell.y() + (cell.height() - side) / 2, side, side));
    }
    if (t.scheme == Scheme::HighContrast && (option->state & State_MouseOver) && !shown.isEmpty()) {
        p->setPen(QPen(colors.text, 1));
        const int y = option->rect.center().y() + option->fontMetrics.ascent() / 2 + 2;
        p->drawLine(option->rect.left() + px(8), y, option->rect.right() - px(8), y);
    }
    p->restore();
}

void MeshscopeStyle::drawField(QPainter *p, const QStyleOption *option, const QWidget *widget) const
{
    const Tokens &t = *m_tokens;
    const bool isEnabled = option->state & State_Enabled;
    const bool isFocused = option->state & State_HasFocus;
    const bool isWrong = widget && widget->property("wrong").toBool();
    const bool isText = qobject_cast<const QAbstractScrollArea *>(widget) != nullptr;
    const QColor fill = isText                                            ? (isEnabled ? t.surface : t.sunken)
                        : !isEnabled                                      ? t.sunken
                        : (option->state & State_MouseOver) && !isFocused ? t.hover
                                                                          : t.raised;
    const QColor border = isWrong ? t.breached : isFocused ? t.focus : isEnabled ? t.lineStrong : t.line;
    p->save();
    roundRect(p, option->rect, px(6), fill, border, isFocused || isWrong ? 2 : 1);
    p->restore();
}

void MeshscopeStyle::drawIndicator(QPainter *p, const QStyleOption *option, bool isRound) const
{
    const Tokens &t = *m_tokens;
    const int side = qMin(option->rect.width(), option->rect.height());
    const QRect box = alignedRect(option->direction, Qt::AlignCenter, QSize(side, side), option->rect);
    const bool isOn = option->state & (State_On | State_NoChange);
    const bool isEnabled = option->state & State_Enabled;
    const double radius = isRound ? side / 2.0 : px(4);
    p->save();
    if (isOn)
        roundRect(p, box.adjusted(0, 0, 0, 0), radius, isEnabled ? t.accent : t.faded, {});
    else
        roundRect(p, box, radius, isEnabled ? (option->state & State_MouseOver ? t.hover : t.raised) : t.sunken,
                  isEnabled ? t.lineStrong : t.line);
    const double u = side / 16.0;
    p->translate(box.topLeft());
    p->scale(u, u);
    if (isRound && isOn) {
        p->setPen(Qt::NoPen);
        p->setBrush(t.accentText);
        p->drawEllipse(QPointF(8, 8), 3, 3);
    } else if (option->state & State_NoChange) {
        p->setPen(QPen(t.accentText, 1.8, Qt::SolidLine, Qt::RoundCap));
        p->drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
    } else if (isOn) {
        p->setPen(QPen(t.accentText, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p->setBrush(Qt::NoBrush);
        p->drawPolyline(QPolygonF({{4.2, 8.3}, {6.9, 11}, {11.8, 5.3}}));
    }
    p->restore();
    if ((option->state & State_HasFocus) && (option->state & State_KeyboardFocusChange)) {
        p->save();
        roundRect(p, box.adjusted(-1, -1, 1, 1), radius + 1, {}, t.focus, 2);
        p->restore();
    }
}

void MeshscopeStyle::drawComboBox(QPainter *p, const QStyleOptionComplex *option, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const bool isQuiet = widget && widget->property("quiet").toBool();
    if (isQuiet) {
        const bool over = option->state & (State_MouseOver | State_On | State_Sunken);
        const bool ring = (option->state & State_HasFocus) && (option->state & State_KeyboardFocusChange);
        p->save();
        roundRect(p, option->rect, px(6), over ? m_tokens->hover : QColor(), ring ? m_tokens->focus : QColor(), 2);
        p->restore();
    } else {
        QStyleOption field(*option);
        if (!combo || !combo->editable)
            field.state.setFlag(State_HasFocus,
                                (option->state & State_HasFocus) && (option->state & State_KeyboardFocusChange));
        drawField(p, &field, widget);
    }
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const int side = px(14);
    const QColor color = option->state & State_Enabled ? m_tokens->muted : m_tokens->faded;
    icon(QStringLiteral("chevron-down"), color)
        .paint(p, QRect(arrow.center().x() - side / 2, arrow.center().y() - side / 2 + 1, side, side));
}

void MeshscopeStyle::drawSpinBox(QPainter *p, const QStyleOptionComplex *option, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    drawField(p, option, widget);
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl sub, const QString &name, bool isEnabled) {
        const QRect rect = subControlRect(CC_SpinBox, option, sub, widget);
        const bool isActive = option->activeSubControls == sub && (option->state & State_MouseOver);
        const int side = px(12);
        icon(name, !isEnabled ? m_tokens->faded
                   : isActive ? m_tokens->text
                              : m_tokens->muted)
            .paint(p, QRect(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side));
    };
    arrow(SC_SpinBoxUp, QStringLiteral("chevron-up"), spin->stepEnabled & QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, QStringLiteral("chevron-down"), spin->stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

void MeshscopeStyle::drawToolButton(QPainter *p, const QStyleOptionComplex *option, const QWidget *widget) const
{
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!tool)
        return;
    const bool isIconOnly = tool->toolButtonStyle == Qt::ToolButtonIconOnly && !tool->icon.isNull();
    drawButton(p, option, widget, isIconOnly ? QString() : tool->text,
               tool->toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : tool->icon,
               tool->features & QStyleOptionToolButton::HasMenu);
}

void MeshscopeStyle::drawProgress(QPainter *p, const QStyleOption *option) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    p->save();
    const int height = px(6);
    QRect groove(option->rect.x(), option->rect.center().y() - height / 2, option->rect.width(), height);
    roundRect(p, groove, height / 2.0, m_tokens->sunken,
              m_tokens->scheme == Scheme::HighContrast ? m_tokens->line : QColor());
    const qint64 span = qint64(bar->maximum) - bar->minimum;
    const double share = span > 0 ? qBound(0.0, double(bar->progress - bar->minimum) / double(span), 1.0) : 0.25;
    QRect fill = groove;
    fill.setWidth(qRound(groove.width() * share));
    if (fill.width() >= height)
        roundRect(p, visualRect(option->direction, groove, fill), height / 2.0, m_tokens->accent, {});
    p->restore();
}

void MeshscopeStyle::drawFocusFrame(QPainter *p, const QStyleOption *option) const
{
    p->save();
    roundRect(p, option->rect, px(6) + px(4), {}, m_tokens->focus, 2);
    p->restore();
}

} // namespace meshscope
