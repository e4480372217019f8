#pragma once

#include "models/mesh/address.h"
#include "models/mesh/detailsource.h"
#include "models/mesh/records.h"

#include <QHash>

#include <memory>
#include <span>
#include <vector>

namespace meshscope {

/// Handle of a node in one Mesh. Never kept across Meshes: keep the Address.
struct NodeId {
    quint32 value = 0xffffffffu;
    [[nodiscard]] bool isValid() const { return value != 0xffffffffu; }
    auto operator<=>(const NodeId &) const = default;
    friend size_t qHash(NodeId n, size_t seed = 0) { return ::qHash(n.value, seed); }
};

/// One endpoint as the Mesh knows it: name, what its last run says, whether it was complete.
struct EndpointFacts {
    QString name;
    QString kind;
    QString location;
    QDateTime readAt;
    bool complete = true;
    QString missing; ///< why not complete
    bool operator==(const EndpointFacts &) const = default;
};

/// A record behind a node: which endpoint says it. A node has one or more, the first endpoint's first.
struct Fact {
    quint16 endpoint = 0; ///< index into Mesh::endpoints()
    quint32 record = 0;   ///< index into the Mesh's list of that kind
};

/// A dataset-to-dataset edge; `jobs` may be empty.
struct Edge {
    NodeId from;
    NodeId to;
    std::span<const NodeId> jobs;
};

/// One reason why product `to` depends on product `from`.
struct Flow {
    NodeId from;
    NodeId to;
    ProductFlow::By by;
    NodeId via; ///< port, contract or dataset; invalid when only declared
};

/// A reference that leads nowhere: kept and shown.
struct Dangling {
    NodeId from;
    Kind kind; ///< what it should have been
    QString id;
    QString role; ///< "contract of port", "input dataset", …
};

/// The whole workspace as an immutable value. Hold it by shared_ptr<const Mesh>; built by MeshBuilder.
class Mesh {
public:
    // -- nodes: every domain, product, port, dataset, job, contract, term and party, stitched over endpoints
    [[nodiscard]] qsizetype nodeCount() const { return qsizetype(m_kinds.size()); }
    [[nodiscard]] std::span<const NodeId> nodes(Kind kind) const; ///< in address order
    [[nodiscard]] Kind kind(NodeId n) const { return m_kinds[n.value]; }
    [[nodiscard]] const Entity &entity(NodeId n) const;   ///< the first endpoint's facts
    [[nodiscard]] QString name(NodeId n) const;           ///< name, or the id when it has none
    [[nodiscard]] Address address(NodeId n) const;        ///< canonical
    [[nodiscard]] QList<Address> aliases(NodeId n) const; ///< all others it is known by
    [[nodiscard]] std::span<const Fact> facts(NodeId n) const;
    [[nodiscard]] const Entity &entity(Kind kind, Fact fact) const; ///< the record behind a fact
    [[nodiscard]] const Domain &domain(NodeId n) const;
    [[nodiscard]] const DataProduct &product(NodeId n) const;
    [[nodiscard]] const Port &port(NodeId n) const;
    [[nodiscard]] const Dataset &dataset(NodeId n) const;
    [[nodiscard]] const Contract &contract(NodeId n) const;
    [[nodiscard]] const Job &job(NodeId n) const;
    [[nodiscard]] const Term &term(NodeId n) const;
    [[nodiscard]] const Party &party(NodeId n) const;

    // -- finding
    [[nodiscard]] NodeId find(const Address &address) const; ///< canonical or alias; invalid when absent
    [[nodiscard]] NodeId find(const QString &endpoint, Kind kind, const QString &id) const;
    /// What a record of `endpoint` means by `id`: that endpoint's own, else one of any endpoint whose id is the same and
    /// globally unique (URN, URL, e-mail; a dataset's OpenLineage identity).
    [[nodiscard]] NodeId findReference(const QString &endpoint, Kind kind, const QString &id) const;
    /// A typed address: whole decoded parts from the right, or an exact name. Ambiguous lists the candidates.
    /// A column address resolves to its dataset; use resolveColumn for its path.
    [[nodiscard]] Result<NodeId> resolve(const QString &typed) const;
    struct ColumnRef {
        NodeId dataset;
        QString path;
    };
    /// Whether `typed` names a column (`…/column/<dataset id>/<path>`).
    [[nodiscard]] std::optional<ColumnRef> resolveColumn(const QString &typed) const;

    // -- structure. Invalid / empty where there is none.
    [[nodiscard]] NodeId domainOf(NodeId n) const;        ///< of a domain: its parent. Products without one: the "-" domain
    [[nodiscard]] QStringList domainPath(NodeId n) const; ///< names from the top, of a domain including itself
    [[nodiscard]] std::span<const NodeId> childDomains(NodeId domain) const;
    [[nodiscard]] std::span<const NodeId> topDomains() const { return m_topDomains; } ///< address order, "-" last
    [[nodiscard]] std::span<const NodeId> productsOf(NodeId domain) const;            ///< its own
    [[nodiscard]] QList<NodeId> productsBelow(NodeId domain) const;      ///< its own and those of all sub-domains
    [[nodiscard]] std::span<const NodeId> portsOf(NodeId product) const; ///< inputs first, each by name
    [[nodiscard]] NodeId productOf(NodeId n) const; ///< of a port, a contract, or a dataset (the one that outputs it)
    [[nodiscard]] std::span<const NodeId> datasetsOf(NodeId n) const;  ///< of a product (outputs), port or contract
    [[nodiscard]] std::span<const NodeId> contractsOf(NodeId n) const; ///< of a product (outputs), port or dataset
    /// Service levels of a product: its own, its output ports', their contracts', their datasets'; or of one of those.
    [[nodiscard]] QList<const ServiceLevel *> serviceLevels(NodeId n) const;
    [[nodiscard]] std::span<const NodeId> jobsOf(NodeId dataset) const; ///< that write it
    [[nodiscard]] std::span<const NodeId> users(NodeId n) const; ///< of a term: what carries it. Of a party: what it owns

    // -- lineage of datasets, compressed adjacency both ways; spans parallel to edgesOut/edgesIn
    [[nodiscard]] std::span<const NodeId> downstream(NodeId dataset) const;
    [[nodiscard]] std::span<const NodeId> upstream(NodeId dataset) const;
    [[nodiscard]] std::span<const NodeId> edgeJobs(NodeId from, NodeId to) const;
    [[nodiscard]] qsizetype edgeCount() const { return qsizetype(m_outTo.size()); }
    // -- flows between products, each with its reasons
    [[nodiscard]] std::span<const NodeId> productsDownstream(NodeId product) const;
    [[nodiscard]] std::span<const NodeId> productsUpstream(NodeId product) const;
    [[nodiscard]] std::span<const Flow> flows() const { return m_flows; } ///< sorted by from, to
    [[nodiscard]] std::span<const Flow> flowsBetween(NodeId from, NodeId to) const;

    // -- details, read when asked for
    [[nodiscard]] QList<Column> columns(NodeId dataset) const;         ///< of the first fact that has some
    [[nodiscard]] QList<ColumnEdge> columnEdges(NodeId dataset) const; ///< all facts', ids canonical in this Mesh
    [[nodiscard]] QList<QualityRule> qualityRules(NodeId n) const;     ///< of a dataset or contract
    [[nodiscard]] const DetailSource &details() const { return *m_details; }

    // -- agreements and the rest
    [[nodiscard]] const QList<Agreement> &agreements() const { return m_agreements; }
    [[nodiscard]] QString agreementEndpoint(qsizetype index) const;
    [[nodiscard]] const QList<ServiceLevel> &allServiceLevels() const { return m_serviceLevels; }
    [[nodiscard]] QString serviceLevelEndpoint(qsizetype index) const;
    [[nodiscard]] const QList<Dangling> &dangling() const { return m_dangling; }
    [[nodiscard]] const QList<EndpointFacts> &endpoints() const { return m_endpoints; }
    [[nodiscard]] const EndpointFacts &endpointOf(NodeId n) const;
    [[nodiscard]] QDateTime asOf() const { return m_asOf; } ///< when the newest run in it ended

private:
    friend class MeshBuilder;
    /// Compressed rows: targets of node n are values[offsets[n] .. offsets[n+1]).
    struct Rows {
        std::vector<quint32> offsets;
        std::vector<NodeId> values;
        [[nodiscard]] std::span<const NodeId> of(NodeId n) const;
    };

    std::vector<Kind> m_kinds;
    std::vector<quint32> m_factOffsets;
    std::vector<Fact> m_facts;
    QList<Domain> m_domains;
    QList<DataProduct> m_products;
    QList<Port> m_ports;
    QList<Dataset> m_datasets;
    QList<Contract> m_contracts;
    QList<Job> m_jobs;
    QList<Term> m_terms;
    QList<Party> m_parties;
    QList<ServiceLevel> m_serviceLevels;
    std::vector<quint16> m_serviceLevelEndpoints;
    QList<Agreement> m_agreements;
    std::vector<quint16> m_agreementEndpoints;
    std::vector<NodeId> m_byKind[kindCount];
    /// Nodes by the hash of a key, sorted; a hit is verified against the node's facts.
    using Index = std::vector<std::pair<quint32, NodeId>>;
    [[nodiscard]] static std::span<const std::pair<quint32, NodeId>> candidates(const Index &index, QStringView key);
    [[nodiscard]] bool isKnownAs(NodeId n, const QString *endpoint, const QString &id) const;
    [[nodiscard]] QList<NodeId> matches(const QString &typed) const;
    [[nodiscard]] QString canonicalFor(const QString &endpoint, const QString &dataset, const QString &wanted) const;
    Index m_byId;   ///< ids and datasets' aliases
    Index m_byName; ///< names and last parts of ids
    std::vector<NodeId> m_domainOf;
    std::vector<NodeId> m_productOf;
    std::vector<NodeId> m_topDomains;
    Rows m_childDomains, m_productsOf, m_portsOf, m_datasetsOf, m_contractsOf, m_levelsOf, m_jobsOf, m_users;
    std::vector<quint32> m_outOffsets, m_inOffsets; ///< by node; edges sorted by target
    std::vector<NodeId> m_outTo, m_inFrom;
    std::vector<quint32> m_edgeJobOffsets; ///< by position in m_outTo
    std::vector<NodeId> m_edgeJobs;
    std::vector<Flow> m_flows;
    Rows m_flowOut, m_flowIn;
    QList<Dangling> m_dangling;
    QList<EndpointFacts> m_endpoints;
    std::shared_ptr<const DetailSource> m_details;
    QDateTime m_asOf;
};

using MeshPtr = std::shared_ptr<const Mesh>;

} // namespace meshscope
