#pragma once

#include "ui/domains/mapscene.h"

namespace meshscope {

/// What the size of a product, or of a dataset of no product, says on the map. Remembers what it counted; one thread at a
/// time.
class MapMeasure {
public:
    MapMeasure(const Mesh &mesh, const HealthReport *health, MapRequest::Size size)
        : m_mesh(mesh)
        , m_health(health)
        , m_size(size)
    {
    }
    [[nodiscard]] int of(NodeId thing) const;
    /// "12 consumers".
    [[nodiscard]] static QString words(MapRequest::Size size, int n);
    /// "Area: consumers".
    [[nodiscard]] static QString area(MapRequest::Size size, bool hasProducts);
    /// "5 products have none": what is not drawn where area is the measure.
    [[nodiscard]] static QString missing(int products, int datasets);

private:
    [[nodiscard]] int count(NodeId product) const;
    [[nodiscard]] int countOfDataset(NodeId dataset) const;
    const Mesh &m_mesh;
    const HealthReport *m_health;
    MapRequest::Size m_size;
    mutable QHash<NodeId, int> m_known;
};

/// What a filter of products asks the health report.
[[nodiscard]] NodeEvidence evidenceOf(const HealthReport *health);

} // namespace meshscope
