#pragma once

#include "ui/domains/mapscene.h"
#include "ui/graph/graphlist.h"

namespace meshscope {

/// What a number of the map holds, as a list: the flows of an edge, from product to product or from dataset to dataset, and
/// why; or products and datasets.
class FlowList final : public GraphList {
    Q_OBJECT
public:
    explicit FlowList(QWidget *parent = nullptr);
    void setFlows(const Mesh &mesh, const HealthReport *health, const QString &from, const QString &to,
                  const std::vector<MapFlowRow> &rows);
    void setThings(const Mesh &mesh, const HealthReport *health, const QString &title, const std::vector<NodeId> &things);
};

/// Why a product depends on another, in words.
[[nodiscard]] QString flowReason(const Mesh &mesh, const Flow &flow);

} // namespace meshscope
