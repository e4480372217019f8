#pragma once

#include "ui/graph/graphlist.h"
#include "ui/lineage/lineagescene.h"

namespace meshscope {

/// Everything downstream that the graph shows, as a list: the same things, the same numbers.
class ImpactList final : public GraphList {
    Q_OBJECT
public:
    explicit ImpactList(QWidget *parent = nullptr);
    /// `name` is what the impact is of; `column` when a column is traced.
    void setImpact(const Mesh &mesh, const HealthReport *health, const LineageScene &scene, const QString &name,
                   const QString &column);
    void select(const QString &address, const QString &column);

signals:
    void rowSelected(const QString &address, const QString &column);
    void copyRequested();

private:
    [[nodiscard]] QString summary(const Mesh &mesh, const LineageScene &scene, bool ofColumns) const;
    void addRow(const Mesh &mesh, const HealthReport *health, const ImpactRow &row, bool ofColumns);

    bool m_ofColumns = false;
    bool m_hasDatasets = false;
    bool m_hasProducts = true;
};

} // namespace meshscope
