#pragma once

#include <QWidget>

class QStandardItem;
class QStandardItemModel;
class QToolButton;

namespace meshscope {

class SectionHead;
class TableView;

/// A list below a graph, of what one of its numbers counts: a head with its actions and a table.
class GraphList : public QWidget {
    Q_OBJECT
public:
    explicit GraphList(QWidget *parent = nullptr);
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] TableView *table() const { return m_table; }

signals:
    void opened(const QString &address, bool newWindow);
    void selected(const QString &address);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    /// The head's last action.
    QToolButton *addClose();
    /// Takes the rows away and names what comes.
    void begin(const QString &title, const QString &context, const QStringList &heads);
    void add(const QList<QStandardItem *> &items, const QString &address);

    SectionHead *m_head;
    TableView *m_table;
    QStandardItemModel *m_model;
};

} // namespace meshscope
