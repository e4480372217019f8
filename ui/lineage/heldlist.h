#pragma once

#include "models/mesh/mesh.h"

#include <QWidget>

class QStandardItem;
class QStandardItemModel;

namespace meshscope {

class HealthReport;
class SectionHead;
class TableView;

/// What a number in a lineage stands for, as a list: the nodes of a collapsed card, or the edges that one edge holds.
class HeldList final : public QWidget {
    Q_OBJECT
public:
    explicit HeldList(QWidget *parent = nullptr);
    void setNodes(const Mesh &mesh, const HealthReport *health, const QString &of, const std::vector<NodeId> &nodes);
    void setEdges(const Mesh &mesh, const QString &from, const QString &to,
                  const std::vector<std::pair<NodeId, NodeId>> &edges);
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] QString title() const { return m_title; }

signals:
    void opened(const QString &address, bool newWindow);
    void selected(const QString &address);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void begin(const QString &title, const QString &context, const QStringList &heads);
    void add(const QList<QStandardItem *> &items, const QString &address);

    SectionHead *m_head;
    TableView *m_table;
    QStandardItemModel *m_model;
    QString m_title;
};

} // namespace meshscope
