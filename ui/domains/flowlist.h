#pragma once

#include "ui/domains/mapscene.h"

#include <QWidget>

class QStandardItemModel;

namespace meshscope {

class SectionHead;
class TableView;

/// The flows an edge of the map holds: from product to product, and why.
class FlowList final : public QWidget {
    Q_OBJECT
public:
    explicit FlowList(QWidget *parent = nullptr);
    void setFlows(const Mesh &mesh, const HealthReport *health, const QString &from, const QString &to,
                  const std::vector<MapFlowRow> &rows);
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
