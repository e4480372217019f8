#pragma once

#include "models/mesh/itemroles.h"

#include <QTableView>

namespace meshscope {

/// The table every view shares: rows without lines between columns, copy as TSV, Enter opens, selection by address.
class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    [[nodiscard]] QString currentAddress() const;
    /// Selects the row of that address if it is there; scrolls to it.
    bool selectAddress(const QString &address);
    [[nodiscard]] QStringList selectedAddresses() const;
    /// Selects the rows of those addresses that are there, the first of them current; without one, nothing changes.
    void selectAddresses(const QStringList &addresses);
    /// Height that shows `rows` rows and the head without scrolling.
    [[nodiscard]] int heightFor(int rows) const;
    /// Columns as wide as their contents up to a share of the view; the last takes the rest.
    void fitColumns(int stretched = -1);
    /// Arrow keys come from a field elsewhere: the selection looks as if the table had the focus.
    void setLed(bool isLed) { m_isLed = isLed; }
    void copySelection() const; ///< as TSV with heads

signals:
    void opened(const QString &address, bool newWindow);    ///< Enter or double click on a row with AddressRole
    void linkOpened(const QString &target, bool newWindow); ///< click on a cell with LinkRole
    void currentAddressChanged(const QString &address);
    void rowOpened(const QModelIndex &index, bool newWindow);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    friend class HoverDelegate;
    void openRow(const QModelIndex &index, bool newWindow);
    [[nodiscard]] QString linkAt(const QPoint &position) const;
    void applyMetrics();
    void setHovered(int row);

    QString m_kept; ///< address to come back to after a reset
    int m_keptScroll = 0;
    int m_hovered = -1;
    int m_stretched = -2;
    bool m_isLed = false;
};

} // namespace meshscope
