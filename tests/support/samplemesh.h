#pragma once

#include "models/mesh/meshbuilder.h"

namespace meshscope::test {

/// A small retail company for tests. Two endpoints: `shop` (contracts and products) and `dbt` (a project whose tables
/// stitch with the contracts' by OpenLineage identity).
///
/// Domains: Commerce > Orders, Commerce > Customers; Logistics; Finance; and "-" for `scratch`.
/// Flow: orders, payments → revenue (dbt lineage) → finance-report (contract) ; customers → churn (input port's dataset) ;
/// orders → shipments (contract); shipments → delivery-report (agreement); catalogue → orders (declared).
struct SampleMesh {
    Records shop;
    Records dbt;
    std::shared_ptr<MemoryDetails> details;
    MeshPtr mesh;
    QList<std::pair<QString, Column>> columns; ///< what SearchIndex takes
};

/// The moment the sample is about; measurements end here.
[[nodiscard]] QDateTime sampleNow();
[[nodiscard]] SampleMesh makeSample();
/// Just the mesh; its details live with it.
[[nodiscard]] MeshPtr sampleMesh();
/// A mesh of one endpoint from records, with its details.
[[nodiscard]] MeshPtr meshOf(const Records &records, const QString &endpoint = QStringLiteral("shop"));
/// Handle by address text such as `shop/product/orders`; invalid when absent.
[[nodiscard]] NodeId at(const MeshPtr &mesh, const QString &address);

} // namespace meshscope::test
