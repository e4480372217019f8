#include "ui/theme/style.h"

#include <QStyleOption>

namespace meshscope {

QSize MeshscopeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                       const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
    case CT_ToolButton: return option ? buttonSize(option, widget) : size;
    case CT_LineEdit:
    case CT_SpinBox:
    case CT_ComboBox: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const bool isSmall = widget && widget->property("small").toBool();
        const int text = option ? option->fontMetrics.height() : size.height();
        // A date field opens a calendar: it asks for the size of a spin box, but has the arrow of a combo box.
        const bool isWider = type == CT_ComboBox || (widget && widget->inherits("QDateTimeEdit"));
        return {base.width() + (isWider ? px(8) : 0), text + (isSmall ? px(6) : px(12)) - px(1)};
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {px(16), px(9)};
        return {size.width() + px(34) + px(28) + px(16), option ? option->fontMetrics.height() + px(9) : size.height()};
    }
    case CT_MenuBarItem: return {size.width() + px(18), (option ? option->fontMetrics.height() : size.height()) + px(10)};
    case CT_MenuBar: return size;
    case CT_TabBarTab: return size;
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + px(10), (option ? option->fontMetrics.height() : base.height()) + px(11)};
    }
    case CT_ItemViewItem: {
        QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        if (option)
            base.setHeight(qMax(base.height(), option->fontMetrics.height() + px(8)));
        return base;
    }
    default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect MeshscopeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                                     const QWidget *widget) const
{
    const QRect r = option->rect;
    if (control == CC_ComboBox) {
        const int arrow = px(22);
        if (sub == SC_ComboBoxArrow)
            return visualRect(option->direction, r, QRect(r.right() - arrow, r.top(), arrow, r.height()));
        if (sub == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(px(8), 1, -arrow, -1));
        return r;
    }
    if (control == CC_SpinBox && sub != SC_SpinBoxFrame) {
        const int arrow = px(20);
        const QRect column = visualRect(option->direction, r, QRect(r.right() - arrow, r.top() + 2, arrow, r.height() - 4));
        if (sub == SC_SpinBoxUp)
            return QRect(column.topLeft(), QSize(arrow, column.height() / 2));
        if (sub == SC_SpinBoxDown)
            return QRect(column.left(), column.top() + column.height() / 2, arrow, column.height() - column.height() / 2);
        if (sub == SC_SpinBoxEditField)
            return visualRect(option->direction, r, r.adjusted(px(6), 1, -arrow - 1, -1));
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const bool isVertical = bar && bar->orientation == Qt::Vertical;
        if (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine)
            return {};
        if (sub == SC_ScrollBarGroove)
            return r;
        if (bar && (sub == SC_ScrollBarSlider || sub == SC_ScrollBarAddPage || sub == SC_ScrollBarSubPage)) {
            const int room = isVertical ? r.height() : r.width();
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            int length = room;
            if (range > 0)
                length = qBound(qMin(px(28), room), int(qint64(bar->pageStep) * room / (range + bar->pageStep)), room);
            const int start =
                sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, room - length, bar->upsideDown);
            const auto part = [&](int from, int extent) {
                const QRect piece = isVertical ? QRect(r.x(), r.y() + from, r.width(), extent)
                                               : QRect(r.x() + from, r.y(), extent, r.height());
                return visualRect(option->direction, r, piece);
            };
            if (sub == SC_ScrollBarSlider)
                return part(start, length);
            return sub == SC_ScrollBarSubPage ? part(0, start) : part(start + length, room - start - length);
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

QRect MeshscopeStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const int side = frame && frame->lineWidth > 0 ? px(6) : 0;
        return visualRect(option->direction, option->rect, option->rect.adjusted(side, 1, -side, -1));
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace meshscope
