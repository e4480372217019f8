#pragma once

#include "ui/widgets/tableview.h"

#include <QSortFilterProxyModel>

namespace meshscope {

/// A table inside a page that scrolls: as high as its rows, up to a limit from which on it scrolls itself.
/// Sorts by SortRole when a head is clicked; filters on all columns.
class FitTable final : public TableView {
    Q_OBJECT
public:
    explicit FitTable(QAbstractItemModel *source, QWidget *parent = nullptr);
    void setMaximumRows(int rows); ///< default 12
    void setStretched(int column); ///< takes the room that is left
    void setWide(bool wide);       ///< columns keep the width of their contents; the table scrolls sideways
    void setHeadShown(bool shown);
    void setSortable(bool sortable);
    void setFilter(const QString &text);
    [[nodiscard]] int shownRows() const { return m_proxy->rowCount(); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void fitWidths();
    QSortFilterProxyModel *m_proxy;
    int m_maximum = 12;
    int m_stretch = -1;
    bool m_isWide = false;
    bool m_isFitting = false;
};

} // namespace meshscope
