#pragma once

#include "ui/domains/mapscene.h"
#include "ui/graph/graphlist.h"

namespace meshscope {

/// What a number of the map holds, as a list: the flows of an edge, from product to product, and why; or products.
class FlowList final : public GraphList {
    Q_OBJECT
public:
    explicit FlowList(QWidget *parent = nullptr);
    void setFlows(const Mesh &mesh, const HealthReport *health, const QString &from, const QString &to,
                  const std::vector<MapFlowRow> &rows);
    void setProducts(const Mesh &mesh, const HealthReport *health, const QString &title,
                     const std::vector<NodeId> &products);
};

/// Why a product depends on another, in words.
[[nodiscard]] QString flowReason(const Mesh &mesh, const Flow &flow);

} // namespace meshscope
