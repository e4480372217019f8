#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace meshscope {

/// The list of a page's sections: name at the start, count at the end, the shown one on the selection's ground.
class SectionList final : public QListView {
    Q_OBJECT
public:
    explicit SectionList(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
};

class SectionDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace meshscope
