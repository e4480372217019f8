#pragma once

#include "models/mesh/itemroles.h"
#include "ui/theme/tokens.h"

#include <QStyledItemDelegate>

namespace meshscope {

/// Draws a cell from the roles of models/mesh/itemroles.h: sign, icon, square or bar, then text, then muted detail.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// Where the text of a cell lies; of a link, where a click opens it.
    [[nodiscard]] QRect textRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

/// Rows of two lines: name (DisplayRole) with sign, icon or square; below the muted DetailRole, and at the end of that line
/// what the end role says.
class TwoLineDelegate final : public TableDelegate {
    Q_OBJECT
public:
    using TableDelegate::TableDelegate;
    void setEndRole(int role) { m_endRole = role; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_endRole = -1;
};

} // namespace meshscope
