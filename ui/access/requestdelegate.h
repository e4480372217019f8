#pragma once

#include "ui/widgets/delegates.h"

namespace meshscope {

/// Draws a RequestModel: names of groups as small heads, requests as rows of two lines.
class RequestDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RequestDelegate(QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    TwoLineDelegate m_rows;
};

} // namespace meshscope
