#include "ui/access/requestdelegate.h"

#include "models/items/requestmodel.h"
#include "ui/theme/style.h"

#include <QPainter>

namespace meshscope {

RequestDelegate::RequestDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
    m_rows.setEndRole(RequestModel::WhenRole);
}

void RequestDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.data(RequestModel::IsHeadRole).toBool()) {
        m_rows.paint(painter, option, index);
        return;
    }
    painter->setFont(textFont(TextRole::Small, QFont::Medium));
    painter->setPen(tokens(option.widget).muted);
    painter->drawText(option.rect.adjusted(px(8), 0, -px(8), -px(4)),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignBottom),
                      index.data().toString());
}

QSize RequestDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize row = m_rows.sizeHint(option, index);
    return index.data(RequestModel::IsHeadRole).toBool() ? QSize(row.width(), px(30)) : row;
}

} // namespace meshscope
