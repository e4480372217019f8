#pragma once

#include <QFrame>

class QLabel;
class QListView;
class QStandardItemModel;

namespace meshscope {

class GraphView;

/// The cards picked together, as a list beside them: how many, a copy for elsewhere, a click flies to one. Shown while two
/// or more are picked.
class GraphSelection final : public QFrame {
    Q_OBJECT
public:
    explicit GraphSelection(GraphView *view);
    [[nodiscard]] int rowCount() const;

signals:
    void copied(int count);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();
    void settle();

    GraphView *m_view;
    QLabel *m_count;
    QListView *m_list;
    QStandardItemModel *m_model;
};

} // namespace meshscope
