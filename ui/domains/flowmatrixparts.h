#pragma once

#include "ui/domains/flowmatrix.h"
#include "ui/theme/tokens.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QStyledItemDelegate>

namespace meshscope {

/// Numbers of flows; heads are the domains.
class FlowMatrixModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setMatrix(FlowMatrixPtr data);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    FlowMatrixPtr m_data;
};

/// A square the darker the more flows it holds, with their number.
class FlowMatrixDelegate final : public QStyledItemDelegate {
public:
    explicit FlowMatrixDelegate(FlowMatrix *view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    FlowMatrix *m_view;
};

/// Names with the hue of their domain; columns read upwards.
class FlowMatrixHeader final : public QHeaderView {
public:
    FlowMatrixHeader(Qt::Orientation orientation, FlowMatrix *view);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    FlowMatrix *m_view;
};

/// Ground of a cell: the more it holds, the more of the accent.
[[nodiscard]] QColor matrixTint(int count, int most, const Tokens &t);

} // namespace meshscope
