#pragma once

#include "models/mesh/records.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace meshscope {

/// The columns a port offers, each to be asked for or not; what is personal or confidential says so.
class ColumnChooser final : public QWidget {
    Q_OBJECT
public:
    explicit ColumnChooser(QWidget *parent = nullptr);
    /// `chosen`: paths, none = all. What is shown already stays as it is, with its place and current row.
    void setColumns(const QList<Column> &columns, const QStringList &chosen);

signals:
    void chosenChanged(const QStringList &paths); ///< none = all
    void noneRefused();                           ///< the last one was to be taken away

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(QTreeWidgetItem *changed);
    void updateCount();
    [[nodiscard]] QStringList checked() const;
    QList<Column> m_columns;
    bool m_isFilling = false;
    QLabel *m_count;
    QTreeWidget *m_tree;
};

/// Whether a column is personal or confidential: such are not asked for unless the person wants them.
[[nodiscard]] bool isSensitive(const Column &column);

} // namespace meshscope
