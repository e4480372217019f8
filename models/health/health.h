#pragma once

#include "models/mesh/mesh.h"
#include "models/mesh/status.h"

namespace meshscope {

/// A value with its canonical unit: "s", "ratio", "bytes", "rows", "1"; "date" is seconds since 1970 and "time" seconds
/// since midnight, both UTC. `given` is the unit as the source wrote it.
struct Quantity {
    double value = 0;
    QString unit;
    QString given;
};
/// Normalises an objective's value and unit ("99.5", "%" → 0.995 ratio; "4", "h" → 14400 s; "P1D" → 86400 s).
[[nodiscard]] std::optional<Quantity> normalised(const QString &value, const QString &unit);
/// "9 min", "99.59 %", "1.2 GB": for people.
[[nodiscard]] QString formatQuantity(const Quantity &q);

/// What kind of promise a property name means, in any dialect's spelling.
enum class LevelKind : quint8 {
    Latency,
    Freshness,
    Frequency,
    Retention,
    Availability,
    GeneralAvailability,
    EndOfSupport,
    EndOfLife,
    TimeOfAvailability,
    ErrorRate,
    Throughput,
    TimeToDetect,
    TimeToNotify,
    TimeToRepair,
    Completeness,
    RowCount,
    OtherRatio,
    Other
};
[[nodiscard]] LevelKind levelKind(const QString &property);

struct Evidence {
    QDateTime at;
    double value = 0;
    std::optional<double> good, total;
    QString source;
};
struct Budget {
    qint64 windowSeconds = 0;
    double allowed = 0;  ///< 1 − objective
    double used = 0;     ///< share of the allowed, 0 … > 1
    double burn = 0;     ///< pace of the last day over the even pace
    double measured = 0; ///< share of the window that was measured
};

/// One service level, judged.
struct LevelState {
    const ServiceLevel *level = nullptr; ///< in the Mesh the report was made from
    QString id;                          ///< unique in the product
    LevelKind kind = LevelKind::Other;
    Status status = Status::Unknown;
    std::optional<Quantity> objective;
    QString comparison; ///< "<=", ">=", "="
    struct Observed {
        Quantity quantity;
        QDateTime at;
    };
    std::optional<Observed> observed;
    QString why; ///< one sentence; never empty
    std::optional<Budget> budget;
    QList<Evidence> evidence; ///< newest first, within the window
    QDateTime since;          ///< when it left "met", if known
};

struct LevelCounts {
    int met = 0, atRisk = 0, breached = 0, unknown = 0;
    [[nodiscard]] int total() const { return met + atRisk + breached + unknown; }
    void add(Status s);
    void add(const LevelCounts &o);
};

struct ProductHealth {
    NodeId product;
    Status status = Status::NoPromise;
    LevelCounts levels;
    QList<LevelState> states;
    QList<NodeId> causes;             ///< nearest upstream products that are breached, when this one is at risk or breached
    std::optional<QDateTime> freshAt; ///< newest evidence that data arrived
};

struct DomainHealth {
    NodeId domain;
    LevelCounts own;   ///< levels of its own products
    LevelCounts below; ///< levels of products in sub-domains
    int ownProducts = 0;
    int productsBelow = 0;
    LevelCounts ownByProduct; ///< products by their worst level
    LevelCounts allByProduct;
};

/// The rules that were applied, so that every number can say how it came about (SEMANTICS: service levels).
struct HealthPolicy {
    double riskShare = 0.8;
    int windowDays = 30;
    int endWarningDays = 90;
    double projectedDays = 3;
};

class HealthReport {
public:
    MeshPtr mesh;
    QDateTime asOf;
    HealthPolicy policy;
    QList<ProductHealth> products; ///< in the Mesh's product order
    QList<DomainHealth> domains;   ///< in the Mesh's domain order
    [[nodiscard]] const ProductHealth *product(NodeId n) const;
    [[nodiscard]] const DomainHealth *domain(NodeId n) const;
    [[nodiscard]] Status status(NodeId n) const; ///< of a product, port, dataset, contract (worst level below), domain
    [[nodiscard]] LevelCounts totals() const;
    QHash<NodeId, qsizetype> productIndex, domainIndex;
    QHash<NodeId, Status> other; ///< ports, contracts, datasets that carry levels
};
using HealthPtr = std::shared_ptr<const HealthReport>;

/// Judges every level of the mesh by its measurements up to `asOf`. Pure; O(levels + measurements in the window).
[[nodiscard]] HealthPtr evaluateHealth(const MeshPtr &mesh, const QDateTime &asOf, const HealthPolicy &policy = {});
/// Day by day states and values of one level over `days`, for charts: gaps stay gaps.
struct DayValue {
    QDate day;
    std::optional<double> value;
    Status status = Status::Unknown;
};
[[nodiscard]] QList<DayValue> levelHistory(const Mesh &mesh, const LevelState &state, const QDateTime &asOf, int days);
/// Score of counts: met ÷ all, unknown in the denominator; none without levels.
[[nodiscard]] std::optional<double> score(const LevelCounts &counts);

} // namespace meshscope
