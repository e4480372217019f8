#pragma once

#include "ui/domains/mapscene.h"

#include <QWidget>

class QStandardItemModel;

namespace meshscope {

class SectionHead;
class TableView;

/// What a number of the map holds, as a list: the flows of an edge, from product to product, and why; or products.
class FlowList final : public QWidget {
    Q_OBJECT
public:
    explicit FlowList(QWidget *parent = nullptr);
    void setFlows(const Mesh &mesh, const HealthReport *health, const QString &from, const QString &to,
                  const std::vector<MapFlowRow> &rows);
    void setProducts(const Mesh &mesh, const HealthReport *health, const QString &title,
                     const std::vector<NodeId> &products);
    [[nodiscard]] int rowCount() const;

signals:
    void opened(const QString &address, bool newWindow);
    void selected(const QString &address);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SectionHead *m_head;
    TableView *m_table;
    QStandardItemModel *m_model;
};

/// Why a product depends on another, in words.
[[nodiscard]] QString flowReason(const Mesh &mesh, const Flow &flow);

} // namespace meshscope
