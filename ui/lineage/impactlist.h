#pragma once

#include "ui/lineage/lineagescene.h"

#include <QWidget>

class QStandardItemModel;

namespace meshscope {

class LinkLabel;
class SectionHead;
class TableView;

/// Everything downstream that the graph shows, as a list: the same things, the same numbers.
class ImpactList final : public QWidget {
    Q_OBJECT
public:
    explicit ImpactList(QWidget *parent = nullptr);
    /// `name` is what the impact is of; `column` when a column is traced.
    void setImpact(const Mesh &mesh, const HealthReport *health, const LineageScene &scene, const QString &name,
                   const QString &column);
    void select(const QString &address, const QString &column);
    [[nodiscard]] int rowCount() const;

signals:
    void rowSelected(const QString &address, const QString &column);
    void opened(const QString &address, bool newWindow);
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString summary(const Mesh &mesh, const LineageScene &scene, bool ofColumns) const;
    void addRow(const Mesh &mesh, const HealthReport *health, const ImpactRow &row, bool ofColumns);

    SectionHead *m_head;
    TableView *m_table;
    QStandardItemModel *m_model;
    bool m_ofColumns = false;
    bool m_hasDatasets = false;
    bool m_hasProducts = true;
};

} // namespace meshscope
