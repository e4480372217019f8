#pragma once

#include "models/mesh/mesh.h"
#include "ui/graph/graphlist.h"

namespace meshscope {

class HealthReport;

/// What a number in a lineage stands for, as a list: the nodes of a collapsed card, or the edges that one edge holds.
class HeldList final : public GraphList {
    Q_OBJECT
public:
    explicit HeldList(QWidget *parent = nullptr);
    void setNodes(const Mesh &mesh, const HealthReport *health, const QString &of, const std::vector<NodeId> &nodes);
    void setEdges(const Mesh &mesh, const QString &from, const QString &to,
                  const std::vector<std::pair<NodeId, NodeId>> &edges);
    [[nodiscard]] QString title() const { return m_title; }

private:
    QString m_title;
};

} // namespace meshscope
