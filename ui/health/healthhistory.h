#pragma once

#include "models/health/health.h"

#include <functional>

namespace meshscope {

/// How fresh a product is, by its freshness, latency or frequency level that stands worst.
struct Freshness {
    Status status = Status::NoPromise; ///< no such level
    const LevelState *state = nullptr;
    std::optional<double> left; ///< seconds until it is late; negative: for how long it is
};
[[nodiscard]] Freshness freshnessOf(const ProductHealth &product);

/// What one product was worth on one day; small, because there are many.
struct DayOfProduct {
    quint16 met = 0, atRisk = 0, breached = 0, unknown = 0;
    Status status = Status::NoPromise;
    Status fresh = Status::NoPromise;
    float budget = 2; ///< least left of its levels, 2 = none
};

/// Every product on every day of a period, judged by what had been measured by then. In the mesh's product order.
struct HealthHistory {
    MeshPtr mesh;
    QList<QDateTime> days;                           ///< oldest first; the last one is "now"
    std::vector<std::vector<DayOfProduct>> products; ///< by day
};
using HistoryPtr = std::shared_ptr<const HealthHistory>;

[[nodiscard]] DayOfProduct dayOf(const ProductHealth &product);
/// Judges the mesh at `points` moments over `days` up to `asOf`. Polls `cancelled` between them; null when cancelled.
[[nodiscard]] HistoryPtr healthHistory(const MeshPtr &mesh, const QDateTime &asOf, int days, int points,
                                       const std::function<bool()> &cancelled);

/// Requests that were decided, and those of them within three days of being sent.
struct Decisions {
    int decided = 0;
    int inTime = 0;
    QList<qsizetype> late; ///< indexes of agreements decided later
    QList<qsizetype> all;
};
/// Of agreements of `products` (indexes into the mesh's products are not needed: nodes) decided in the 30 days before `at`.
[[nodiscard]] Decisions decisionsUntil(const Mesh &mesh, const std::function<bool(NodeId)> &isShown, const QDateTime &at,
                                       int days);

} // namespace meshscope
