#pragma once

#include "models/mesh/mesh.h"

namespace meshscope {

/// Puts the records of all endpoints together into one Mesh: stitches, resolves references, compresses adjacency.
/// Near-linear in the number of records. Columns, column edges, quality rules and measurements stay with `details`.
class MeshBuilder {
public:
    explicit MeshBuilder(std::shared_ptr<const DetailSource> details);
    /// Endpoints in the person's order; the first that knows a thing gives its canonical address.
    void add(EndpointFacts endpoint, Records records);
    /// A person's word on a proposed match: `a` and `b` are one thing (or are not).
    void confirm(const Address &a, const Address &b, bool same);
    [[nodiscard]] MeshPtr build();

private:
    struct Part {
        EndpointFacts facts;
        Records records;
    };
    struct Match {
        Address a;
        Address b;
        bool same;
    };
    struct Work;
    std::shared_ptr<const DetailSource> m_details;
    QList<Part> m_parts;
    QList<Match> m_matches;
};

/// Columns, rules and measurements held in memory: for tests, and for readers without a store.
class MemoryDetails final : public DetailSource {
public:
    void add(const QString &endpoint, const Records &records);
    [[nodiscard]] QList<Column> columns(const QString &endpoint, const QString &dataset) const override;
    [[nodiscard]] QList<ColumnEdge> columnEdges(const QString &endpoint, const QString &dataset) const override;
    [[nodiscard]] QList<QualityRule> qualityRules(const QString &endpoint, const QString &owner) const override;
    [[nodiscard]] QList<Measurement> measurements(const QString &endpoint, const QString &target, const QDateTime &from,
                                                  const QDateTime &until) const override;

private:
    struct Part {
        QString endpoint;
        QList<Column> columns;
        QList<ColumnEdge> edges;
        QList<QualityRule> rules;
        QList<Measurement> measurements; ///< oldest first
        QHash<QString, QList<qsizetype>> columnsOf, edgesOf, rulesOf, measurementsOf;
    };
    [[nodiscard]] const Part *part(const QString &endpoint) const;
    QList<Part> m_parts;
};

} // namespace meshscope
