#pragma once

#include "models/samples/sample.h"
#include "ui/widgets/delegates.h"

#include <QHeaderView>

namespace meshscope {

/// Heads of a sample: name, its type or how it is masked, and a lock before masked ones.
class SampleHead final : public QHeaderView {
    Q_OBJECT
public:
    explicit SampleHead(QWidget *parent = nullptr);
    void setColumns(const QList<SampleColumn> &columns);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;

private:
    [[nodiscard]] QString noteOf(const SampleColumn &column) const;
    QList<SampleColumn> m_columns;
};

/// Draws masked values (ChipRole) as grey boxes in monospace, others as every table does.
class SampleDelegate final : public TableDelegate {
    Q_OBJECT
public:
    using TableDelegate::TableDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Whether values of this type are numbers, which stand at the right.
[[nodiscard]] bool isNumberType(const QString &type);

} // namespace meshscope
