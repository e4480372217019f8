#include "ui/product/sampletable.h"

#include <QPainter>

namespace meshscope {

SampleHead::SampleHead(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
}

void SampleHead::setColumns(const QList<SampleColumn> &columns)
{
    m_columns = columns;
    viewport()->update();
}

QSize SampleHead::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), QFontMetrics(textFont(TextRole::Base)).height() + px(9)};
}

QString SampleHead::noteOf(const SampleColumn &column) const
{
    switch (column.masking) {
    case Masking::Hash: return tr("hash");
    case Masking::Partial: return tr("partial");
    case Masking::Hidden: return tr("hidden");
    case Masking::No: break;
    }
    return column.declared ? QString() : tr("undeclared");
}

QSize SampleHead::sectionSizeFromContents(int section) const
{
    if (section >= m_columns.size())
        return QHeaderView::sectionSizeFromContents(section);
    const SampleColumn &column = m_columns[section];
    int width = QFontMetrics(textFont(TextRole::Small, QFont::DemiBold)).horizontalAdvance(column.name) + px(18);
    const QString note = noteOf(column);
    if (!note.isEmpty())
        width += QFontMetrics(textFont(TextRole::Small)).horizontalAdvance(note) + px(6);
    if (column.masking != Masking::No)
        width += px(18);
    return {width, sizeHint().height()};
}

void SampleHead::paintSection(QPainter *p, const QRect &rect, int section) const
{
    const Tokens &t = tokens(this);
    p->save();
    p->fillRect(rect, t.window);
    p->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    if (section < m_columns.size()) {
        const SampleColumn &column = m_columns[section];
        const bool isRtl = layoutDirection() == Qt::RightToLeft;
        const bool isRight = isNumberType(column.type) && column.masking == Masking::No;
        const QString note = noteOf(column);
        const QFont strong = textFont(TextRole::Small, QFont::DemiBold);
        const QFont small = textFont(TextRole::Small);
        QRect room = rect.adjusted(px(8), 0, -px(8), 0);
        const int lock = column.masking != Masking::No ? px(18) : 0;
        const int noteWidth = note.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(note) + px(6);
        const QString name =
            QFontMetrics(strong).elidedText(column.name.simplified(), Qt::ElideRight, room.width() - lock - noteWidth);
        const int nameWidth = QFontMetrics(strong).horizontalAdvance(name);
        int x = isRight ? room.right() + 1 - lock - nameWidth - noteWidth : room.left();
        const auto place = [&](int width) {
            const QRect cell(x, room.top(), width, room.height());
            x += width;
            return isRtl ? QRect(rect.left() + rect.right() - cell.right(), cell.top(), width, cell.height()) : cell;
        };
        if (lock) {
            const QRect cell = place(lock);
            const int side = px(13);
            icon(QStringLiteral("lock"), t.muted)
                .paint(p, QRect(isRtl ? cell.right() - side : cell.left(), cell.center().y() - side / 2, side, side));
        }
        p->setFont(strong);
        p->setPen(t.text);
        p->drawText(place(nameWidth), Qt::AlignVCenter | Qt::TextSingleLine, name);
        p->setFont(small);
        p->setPen(t.muted);
        if (noteWidth)
            p->drawText(place(noteWidth), int(Qt::AlignVCenter) | int(isRtl ? Qt::AlignLeft : Qt::AlignRight), note);
    }
    p->restore();
}

void SampleDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.data(ChipRole).toBool()) {
        TableDelegate::paint(p, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const Tokens &t = tokens(option.widget);
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, p, option.widget);
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const QFont font = textFont(TextRole::Mono);
    const QRect room = option.rect.adjusted(px(8), 0, -px(8), 0);
    const QString text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, room.width() - px(10));
    const int width = QFontMetrics(font).horizontalAdvance(text) + px(10);
    const int height = qMin(room.height() - px(4), QFontMetrics(font).height() + px(3));
    const QRect box =
        QStyle::visualRect(option.direction, room, QRect(room.x(), room.center().y() - height / 2 + 1, width, height));
    p->setPen(t.scheme == Scheme::HighContrast ? QPen(t.line) : QPen(Qt::NoPen));
    p->setBrush(t.sunken);
    p->drawRoundedRect(box, px(3), px(3));
    p->setFont(font);
    p->setPen(t.muted);
    p->drawText(box, Qt::AlignCenter, text);
    p->restore();
}

bool isNumberType(const QString &type)
{
    const QString word = type.toLower();
    for (const char *many : {"[", "array", "map", "row", "list", "struct", "range", "point"}) {
        if (word.contains(QLatin1String(many)))
            return false;
    }
    for (const char *number : {"int", "decimal", "num", "double", "float", "real", "long", "money"}) {
        if (word.contains(QLatin1String(number)) && !word.contains(QLatin1String("interval")))
            return true;
    }
    return false;
}

} // namespace meshscope
