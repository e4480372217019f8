#include "ui/widgets/delegates.h"

#include "models/mesh/status.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/signs.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace meshscope {

namespace {

/// What stands before the text of a cell, and how wide it is.
struct Lead {
    int width = 0;
    bool isBar = false;
};

Lead leadOf(const QModelIndex &index)
{
    if (index.data(ShareRole).isValid())
        return {px(84), true};
    if (index.data(StatusRole).isValid() || index.data(RequestSignRole).isValid())
        return {px(14)};
    if (!index.data(IconNameRole).toString().isEmpty())
        return {px(16)};
    if (!index.data(HueRole).toString().isEmpty())
        return {px(8)};
    return {};
}

void drawLead(QPainter *p, const QRect &cell, const QModelIndex &index, const Tokens &t, const QColor &over)
{
    const QVariant share = index.data(ShareRole);
    const QVariant status = index.data(StatusRole);
    if (share.isValid()) {
        const QColor fill = status.isValid() ? statusColor(static_cast<Status>(status.toInt()), t) : t.accent;
        const double high = px(8);
        paintBudget(*p, QRectF(cell.x(), cell.center().y() - high / 2 + 0.5, cell.width(), high), share.toDouble(), fill, t);
    } else if (status.isValid()) {
        paintStatus(*p, cell, static_cast<Status>(status.toInt()), t, over);
    } else if (index.data(RequestSignRole).isValid()) {
        paintRequestSign(*p, cell, static_cast<RequestSign>(index.data(RequestSignRole).toInt()), t, over);
    } else if (!index.data(IconNameRole).toString().isEmpty()) {
        const QString hue = index.data(HueRole).toString();
        const QColor tint = over.isValid() ? over : hue.isEmpty() ? t.muted : domainColor(t, hue);
        icon(index.data(IconNameRole).toString(), tint).paint(p, cell);
    } else {
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(Qt::NoPen);
        p->setBrush(domainColor(t, index.data(HueRole).toString()));
        const int side = px(8);
        p->drawRoundedRect(QRect(cell.x(), cell.center().y() - side / 2 + 1, side, side), 2, 2);
        p->restore();
    }
}

QFont cellFont(const QModelIndex &index)
{
    if (index.data(MonoRole).toBool())
        return textFont(TextRole::Mono);
    if (index.data(StrongRole).toBool())
        return textFont(TextRole::Base, QFont::Medium);
    return textFont(TextRole::Base);
}

struct CellColors {
    QColor text, muted, over;
};

CellColors cellColors(const QStyleOptionViewItem &option, const QModelIndex &index, const Tokens &t)
{
    CellColors colors{t.text, t.muted, {}};
    const bool isLit = (option.state & QStyle::State_Selected) && (option.state & QStyle::State_Active);
    if (isLit && t.scheme == Scheme::HighContrast)
        return {t.selectionText, t.selectionText, t.selectionText};
    if (isLit)
        colors.text = t.selectionText;
    if (index.data(MutedRole).toBool())
        colors.text = t.muted;
    if (index.data(ToneRole).isValid())
        colors.text = statusTextColor(static_cast<Status>(index.data(ToneRole).toInt()), t);
    if (!index.data(LinkRole).toString().isEmpty())
        colors.text = t.link;
    if (!(option.state & QStyle::State_Enabled) || !(index.flags() & Qt::ItemIsEnabled))
        colors.text = colors.muted = t.faded;
    return colors;
}

bool isRightAligned(const QModelIndex &index)
{
    return index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
}

/// Control characters of names would break the line or draw nothing: they are shown as spaces.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

QRect contentRect(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(px(8), 0, -px(8), 0);
}

} // namespace

QRect TableDelegate::textRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect room = contentRect(option);
    const Lead lead = leadOf(index);
    const int left = lead.width ? lead.width + px(8) : 0;
    QRect text = room.adjusted(left, 0, 0, 0);
    const int width = QFontMetrics(cellFont(index)).horizontalAdvance(oneLine(index.data().toString())) + 1;
    if (isRightAligned(index))
        text.setLeft(qMax(text.left(), text.right() - width));
    else
        text.setWidth(qMin(text.width(), width));
    return QStyle::visualRect(option.direction, room, text);
}

void TableDelegate::paint(QPainter *p, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Tokens &t = tokens(option.widget);
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, p, option.widget);

    const CellColors colors = cellColors(option, index, t);
    const QRect room = contentRect(option);
    const Lead lead = leadOf(index);
    p->save();
    if (lead.width) {
        const int side = lead.isBar ? px(14) : lead.width;
        const bool isAlone = isRightAligned(index) && index.data().toString().isEmpty();
        const int x = isAlone ? room.right() + 1 - lead.width : room.x();
        const QRect cell(x, room.center().y() - side / 2, lead.width, side);
        drawLead(p, QStyle::visualRect(option.direction, room, cell), index, t, colors.over);
    }
    const QString text = oneLine(index.data().toString());
    const QRect rect = textRect(option, index);
    const QFont font = cellFont(index);
    p->setFont(font);
    p->setPen(colors.text);
    if (index.data(ChipRole).toBool() && !text.isEmpty()) {
        paintChip(*p, room, text, t);
    } else {
        const Qt::Alignment side = isRightAligned(index) ? Qt::AlignRight : Qt::AlignLeft;
        p->drawText(rect, int(Qt::AlignVCenter) | int(QStyle::visualAlignment(option.direction, side)) | Qt::TextSingleLine,
                    QFontMetrics(font).elidedText(text, index.data(MonoRole).toBool() ? Qt::ElideMiddle : Qt::ElideRight,
                                                  rect.width()));
    }
    const QString detail = oneLine(index.data(DetailRole).toString());
    if (!detail.isEmpty() && !isRightAligned(index)) {
        const bool isRtl = option.direction == Qt::RightToLeft;
        QRect rest = room;
        if (isRtl)
            rest.setRight(rect.left() - px(8));
        else
            rest.setLeft(rect.right() + px(8));
        p->setFont(textFont(TextRole::Small));
        // A few letters and dots say nothing: all of a short detail, or enough of a long one.
        if (rest.width() >= qMin(p->fontMetrics().horizontalAdvance(detail), px(40))) {
            p->setPen(colors.muted);
            p->drawText(rest, int(Qt::AlignVCenter) | int(isRtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                        p->fontMetrics().elidedText(detail, Qt::ElideRight, rest.width()));
        }
    }
    p->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Lead lead = leadOf(index);
    int width = QFontMetrics(cellFont(index)).horizontalAdvance(oneLine(index.data().toString())) + 2 * px(8) + 2;
    if (lead.width)
        width += lead.width + px(8);
    const QString detail = index.data(DetailRole).toString();
    if (!detail.isEmpty())
        width += QFontMetrics(textFont(TextRole::Small)).horizontalAdvance(oneLine(detail)) + px(8);
    return {width, option.fontMetrics.height() + px(9)};
}

bool TableDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // Whatever was elided is said whole.
    if (sizeHint(option, index).width() > option.rect.width()) {
        const QString detail = index.data(DetailRole).toString();
        const QString text = index.data().toString() + (detail.isEmpty() ? QString() : u'\n' + detail);
        QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), view);
        return true;
    }
    QToolTip::hideText();
    return true;
}

void TwoLineDelegate::paint(QPainter *p, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Tokens &t = tokens(option.widget);
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, p, option.widget);
    const CellColors colors = cellColors(option, index, t);
    const QRect room = contentRect(option);
    const Lead lead = leadOf(index);
    const QFont first = textFont(TextRole::Base, QFont::Medium);
    const QFont second = textFont(TextRole::Small);
    const int firstHeight = QFontMetrics(first).height();
    const int secondHeight = QFontMetrics(second).height();
    const int top = room.center().y() - (firstHeight + secondHeight + px(2)) / 2 + 1;
    p->save();
    if (lead.width) {
        const QRect cell(room.x(), top + (firstHeight - lead.width) / 2, lead.width, lead.width);
        drawLead(p, QStyle::visualRect(option.direction, room, cell), index, t, colors.over);
    }
    const int left = lead.width ? lead.width + px(8) : 0;
    const auto line = [&](QRect rect, Qt::Alignment side, const QFont &font, const QColor &color, const QString &text) {
        rect = QStyle::visualRect(option.direction, room, rect);
        p->setFont(font);
        p->setPen(color);
        p->drawText(rect, int(QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter) | Qt::TextSingleLine,
                    QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    };
    const QRect above(room.x() + left, top, room.width() - left, firstHeight);
    QRect below(room.x() + left, top + firstHeight + px(2), room.width() - left, secondHeight);
    line(above, Qt::AlignLeft, first, colors.text, oneLine(index.data().toString()));
    if (const QString end = m_endRole < 0 ? QString() : oneLine(index.data(m_endRole).toString()); !end.isEmpty()) {
        const int width = qMin(below.width(), QFontMetrics(second).horizontalAdvance(end) + 1);
        line(below.adjusted(below.width() - width, 0, 0, 0), Qt::AlignRight, second, colors.muted, end);
        below.setWidth(qMax(0, below.width() - width - px(8)));
    }
    line(below, Qt::AlignLeft, second, colors.muted, oneLine(index.data(DetailRole).toString()));
    p->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {px(120), 2 * option.fontMetrics.height() + px(18)};
}

} // namespace meshscope
