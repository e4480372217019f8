#include "ui/product/sectionlist.h"

#include "models/mesh/itemroles.h"
#include "ui/theme/style.h"

#include <QPainter>

namespace meshscope {

SectionList::SectionList(QWidget *parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new SectionDelegate(this));
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setFixedWidth(px(176));
    setViewportMargins(px(8), px(12), px(8), px(8));
}

QSize SectionList::sizeHint() const
{
    return {px(176), px(400)};
}

void SectionList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        setFixedWidth(px(176));
        setViewportMargins(px(8), px(12), px(8), px(8));
        scheduleDelayedItemsLayout();
    }
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {px(120), QFontMetrics(textFont(TextRole::Base)).height() + px(13)};
}

void SectionDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens(option.widget);
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHot = option.state & QStyle::State_MouseOver;
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5);
    if (isSelected || isHot) {
        p->setPen(t.scheme == Scheme::HighContrast && isSelected ? QPen(t.focus, 3) : QPen(Qt::NoPen));
        p->setBrush(isSelected ? (t.scheme == Scheme::HighContrast ? t.surface : t.selection) : t.hover);
        p->drawRoundedRect(box, px(4), px(4));
    }
    if (isSelected && (option.state & QStyle::State_HasFocus) &&
        option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        p->setPen(QPen(t.focus, 2));
        p->setBrush(Qt::NoBrush);
        p->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4));
    }
    const QRect room = option.rect.adjusted(px(10), 0, -px(10), 0);
    const QString count = index.data(DetailRole).toString();
    p->setFont(textFont(TextRole::Small));
    const int tail = count.isEmpty() ? 0 : p->fontMetrics().horizontalAdvance(count) + px(8);
    p->setPen(t.muted);
    const bool isRtl = option.direction == Qt::RightToLeft;
    p->drawText(room, int(Qt::AlignVCenter) | int(isRtl ? Qt::AlignLeft : Qt::AlignRight), count);
    p->setFont(textFont(TextRole::Base, isSelected ? QFont::DemiBold : QFont::Normal));
    p->setPen(isSelected && t.scheme != Scheme::HighContrast ? t.selectionText : t.text);
    const QRect words = isRtl ? room.adjusted(tail, 0, 0, 0) : room.adjusted(0, 0, -tail, 0);
    p->drawText(words, int(Qt::AlignVCenter) | int(isRtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                p->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    p->restore();
}

} // namespace meshscope
