#include "ui/theme/style.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTableView>
#include <QTextEdit>

namespace meshscope {

void MeshscopeStyle::drawMenuItem(QPainter *p, const QStyleOption *option, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Tokens &t = *m_tokens;
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const QRect rect = item->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        p->setRenderHint(QPainter::Antialiasing, false);
        p->setPen(t.line);
        p->drawLine(rect.left() + px(8), rect.center().y(), rect.right() - px(8), rect.center().y());
        p->restore();
        return;
    }
    const bool isEnabled = item->state & State_Enabled;
    const bool isOver = (item->state & State_Selected) && isEnabled;
    if (isOver) {
        p->setPen(Qt::NoPen);
        p->setBrush(t.selection);
        p->drawRoundedRect(rect.adjusted(px(4), 0, -px(4), 0), px(4), px(4));
    }
    const QColor color = !isEnabled ? t.faded : isOver ? t.selectionText : t.text;
    const int mark = px(16);
    const QRect markRect =
        visualRect(item->direction, rect, QRect(rect.x() + px(10), rect.center().y() - mark / 2, mark, mark));
    const bool hasMark = widget && widget->property("plain").toBool() ? false : true;
    if (item->checked && item->checkType != QStyleOptionMenuItem::NotCheckable)
        icon(QStringLiteral("check"), color).paint(p, markRect);
    const QStringList parts = item->text.split(u'\t');
    const int left = hasMark ? px(34) : px(12);
    const QRect textRect = visualRect(item->direction, rect, rect.adjusted(left, 0, -px(14), 0));
    p->setFont(item->font);
    p->setPen(color);
    const bool isRtl = item->direction == Qt::RightToLeft;
    p->drawText(textRect,
                int(Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextShowMnemonic | (isRtl ? Qt::AlignRight : Qt::AlignLeft),
                parts.value(0));
    if (parts.size() > 1) {
        p->setPen(isOver || !isEnabled ? color : t.muted);
        p->drawText(textRect, int(Qt::AlignVCenter) | Qt::TextSingleLine | (isRtl ? Qt::AlignLeft : Qt::AlignRight),
                    parts.value(1));
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow =
            visualRect(item->direction, rect, QRect(rect.right() - px(8) - mark, rect.center().y() - mark / 2, mark, mark));
        icon(isRtl ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right"), color).paint(p, arrow);
    }
    p->restore();
}

void MeshscopeStyle::drawMenuBarItem(QPainter *p, const QStyleOption *option) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Tokens &t = *m_tokens;
    p->save();
    p->fillRect(item->rect, t.window);
    if (item->state & (State_Selected | State_Sunken)) {
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(Qt::NoPen);
        p->setBrush(t.scheme == Scheme::HighContrast ? t.accentSoft : t.selectionIdle);
        p->drawRoundedRect(item->rect.adjusted(0, px(2), 0, -px(2)), px(4), px(4));
    }
    p->setPen(item->state & State_Enabled ? t.text : t.faded);
    p->drawText(item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine | Qt::TextHideMnemonic, item->text);
    p->restore();
}

void MeshscopeStyle::drawTab(QPainter *p, const QStyleOption *option) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return;
    const Tokens &t = *m_tokens;
    const bool isOn = tab->state & State_Selected;
    p->save();
    QFont font = p->font();
    font.setWeight(isOn ? QFont::DemiBold : QFont::Normal);
    p->setFont(font);
    const bool isEnabled = tab->state & State_Enabled;
    p->setPen(!isEnabled ? t.faded : isOn || (tab->state & State_MouseOver) ? t.text : t.muted);
    // What a tab carries at its end (a count) stands apart from its name.
    const int end = tab->rightButtonSize.isEmpty() ? 0 : tab->rightButtonSize.width() + px(4);
    p->drawText(visualRect(tab->direction, tab->rect, tab->rect.adjusted(0, 0, -end, 0)),
                Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, tab->text);
    if (isOn)
        p->fillRect(QRect(tab->rect.left(), tab->rect.bottom() - 1, tab->rect.width(), 2), t.accent);
    if ((tab->state & State_HasFocus) && (tab->state & State_KeyboardFocusChange)) {
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(QPen(t.focus, 2));
        p->drawRoundedRect(QRectF(tab->rect).adjusted(3, 5, -3, -5), px(6), px(6));
    }
    p->restore();
}

void MeshscopeStyle::drawHeader(QPainter *p, const QStyleOption *option) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    const Tokens &t = *m_tokens;
    p->save();
    const int mark = header->sortIndicator == QStyleOptionHeader::None ? 0 : px(12);
    const QRect room = header->rect.adjusted(px(8), 0, -px(8), 0);
    p->setPen(t.muted);
    const QString text = option->fontMetrics.elidedText(header->text, Qt::ElideRight, room.width() - (mark ? mark + 2 : 0));
    const int width = option->fontMetrics.horizontalAdvance(text);
    const Qt::Alignment given = header->textAlignment & Qt::AlignHorizontal_Mask ? header->textAlignment : Qt::AlignLeft;
    const QSize block(width + (mark ? mark + 2 : 0), room.height());
    const QRect placed = alignedRect(header->direction, (given & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter, block, room);
    const bool isRtl = header->direction == Qt::RightToLeft;
    p->drawText(isRtl && mark ? placed.adjusted(mark + 2, 0, 0, 0) : placed,
                int(Qt::AlignVCenter) | Qt::TextSingleLine | Qt::AlignLeft, text);
    if (mark) {
        const int x = isRtl ? placed.left() : placed.right() - mark + 1;
        const bool isDown = header->sortIndicator == QStyleOptionHeader::SortUp; // Qt's word for descending
        icon(isDown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"), t.muted)
            .paint(p, QRect(x, placed.center().y() - mark / 2 + 1, mark, mark));
    }
    p->restore();
}

void MeshscopeStyle::drawItemGround(QPainter *p, const QStyleOption *option, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    const Tokens &t = *m_tokens;
    const bool isSelected = item->state & State_Selected;
    const bool isOver = (item->state & State_MouseOver) && (item->state & State_Enabled);
    if (item->backgroundBrush.style() != Qt::NoBrush && !isSelected)
        p->fillRect(item->rect, item->backgroundBrush);
    const QColor fill = isSelected ? (item->state & State_Active ? t.selection : t.selectionIdle)
                        : isOver   ? t.hover
                                   : QColor();
    const bool isTable = qobject_cast<const QTableView *>(widget) != nullptr;
    const bool isRounded = !isTable && widget && widget->property("rounded").toBool();
    p->save();
    if (fill.isValid() && isRounded) {
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(Qt::NoPen);
        p->setBrush(fill);
        p->drawRoundedRect(item->rect, px(6), px(6));
    } else if (fill.isValid()) {
        p->fillRect(item->rect, fill);
    }
    if (isTable)
        p->fillRect(QRect(item->rect.left(), item->rect.bottom(), item->rect.width(), 1), t.line);
    p->restore();
}

void MeshscopeStyle::drawScrollBar(QPainter *p, const QStyleOptionComplex *option, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar)
        return;
    const Tokens &t = *m_tokens;
    p->save();
    if (bar->maximum > bar->minimum) {
        QRect handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        const bool isActive = option->state & (State_MouseOver | State_Sunken);
        const int gap = isActive ? px(2) : px(3);
        handle = bar->orientation == Qt::Vertical ? handle.adjusted(gap, 2, -gap, -2) : handle.adjusted(2, gap, -2, -gap);
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(Qt::NoPen);
        QColor color = t.lineStrong;
        if (!isActive && t.scheme != Scheme::HighContrast)
            color.setAlphaF(0.55f);
        p->setBrush(color);
        const double radius = qMin(handle.width(), handle.height()) / 2.0;
        p->drawRoundedRect(handle, radius, radius);
    }
    p->restore();
}

void MeshscopeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *p,
                                   const QWidget *widget) const
{
    const Tokens &t = *m_tokens;
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(p, option, widget);
        return;
    }
    case PE_FrameLineEdit:
    case PE_FrameFocusRect:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_PanelToolBar:
    case PE_PanelMenuBar:
    case PE_FrameButtonBevel:
    case PE_FrameDefaultButton:
    case PE_FrameGroupBox: return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawIndicator(p, option, false); return;
    case PE_IndicatorRadioButton: drawIndicator(p, option, true); return;
    case PE_Frame:
        if (qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
            (widget && widget->property("field").toBool())) // a list one fills in, as other fields
            drawField(p, option, widget);
        else if (widget && widget->inherits("QComboBoxPrivateContainer")) // its list, as menus
            drawPrimitive(PE_FrameMenu, option, p, widget);
        return;
    case PE_PanelMenu: p->fillRect(option->rect, t.raised); return;
    case PE_FrameMenu:
        p->save();
        p->setPen(t.scheme == Scheme::HighContrast ? t.lineStrong : t.line);
        p->drawRect(option->rect.adjusted(0, 0, -1, -1));
        p->restore();
        return;
    case PE_PanelTipLabel: p->fillRect(option->rect, t.tooltip); return;
    case PE_PanelScrollAreaCorner:
    case PE_PanelItemViewRow: return;
    case PE_PanelItemViewItem: drawItemGround(p, option, widget); return;
    case PE_IndicatorBranch: {
        if (!(option->state & State_Children))
            return;
        const int side = px(14);
        const bool isRtl = option->direction == Qt::RightToLeft;
        const QString name = option->state & State_Open ? QStringLiteral("chevron-down")
                             : isRtl                    ? QStringLiteral("chevron-left")
                                                        : QStringLiteral("chevron-right");
        icon(name, t.muted)
            .paint(p, QRect(option->rect.center().x() - side / 2, option->rect.center().y() - side / 2, side, side));
        return;
    }
    default: QProxyStyle::drawPrimitive(element, option, p, widget);
    }
}

void MeshscopeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *p,
                                 const QWidget *widget) const
{
    const Tokens &t = *m_tokens;
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawButton(p, option, widget, button->text, button->icon, button->features & QStyleOptionButton::HasMenu);
        return;
    case CE_MenuItem: drawMenuItem(p, option, widget); return;
    case CE_MenuBarItem: drawMenuBarItem(p, option); return;
    case CE_MenuBarEmptyArea: p->fillRect(option->rect, t.window); return;
    case CE_MenuEmptyArea: return;
    case CE_TabBarTab: drawTab(p, option); return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        p->fillRect(option->rect, option->palette.color(QPalette::Base)); // surface, or raised on a card
        p->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case CE_HeaderLabel: drawHeader(p, option); return;
    case CE_Header: {
        drawControl(CE_HeaderSection, option, p, widget);
        drawHeader(p, option);
        return;
    }
    case CE_ProgressBar: drawProgress(p, option); return;
    case CE_FocusFrame: drawFocusFrame(p, option); return;
    case CE_Splitter: p->fillRect(option->rect, t.line); return;
    case CE_ToolBar: p->fillRect(option->rect, t.window); return;
    case CE_ShapedFrame: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const int shape = frame ? int(frame->frameShape) : 0;
        if (shape == QFrame::HLine || shape == QFrame::VLine) {
            const QRect r = option->rect;
            p->fillRect(shape == QFrame::HLine ? QRect(r.left(), r.center().y(), r.width(), 1)
                                               : QRect(r.center().x(), r.top(), 1, r.height()),
                        t.line);
            return;
        }
        drawPrimitive(PE_Frame, option, p, widget);
        return;
    }
    default: QProxyStyle::drawControl(element, option, p, widget);
    }
}

void MeshscopeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *p,
                                        const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox: drawComboBox(p, option, widget); return;
    case CC_SpinBox: drawSpinBox(p, option, widget); return;
    case CC_ToolButton: drawToolButton(p, option, widget); return;
    case CC_ScrollBar: drawScrollBar(p, option, widget); return;
    default: QProxyStyle::drawComplexControl(control, option, p, widget);
    }
}

} // namespace meshscope
