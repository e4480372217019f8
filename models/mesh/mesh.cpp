#include "models/mesh/mesh.h"

#include <algorithm>

namespace meshscope {

std::span<const NodeId> Mesh::Rows::of(NodeId n) const
{
    if (size_t(n.value) + 1 >= offsets.size())
        return {};
    return std::span(values).subspan(offsets[n.value], offsets[n.value + 1] - offsets[n.value]);
}

std::span<const NodeId> Mesh::nodes(Kind kind) const
{
    return m_byKind[size_t(kind)];
}

std::span<const Fact> Mesh::facts(NodeId n) const
{
    return std::span(m_facts).subspan(m_factOffsets[n.value], m_factOffsets[n.value + 1] - m_factOffsets[n.value]);
}

const Entity &Mesh::entity(Kind kind, Fact fact) const
{
    switch (kind) {
    case Kind::Domain: return m_domains[fact.record];
    case Kind::Product: return m_products[fact.record];
    case Kind::Port: return m_ports[fact.record];
    case Kind::Contract: return m_contracts[fact.record];
    case Kind::Job: return m_jobs[fact.record];
    case Kind::Term: return m_terms[fact.record];
    case Kind::Party: return m_parties[fact.record];
    case Kind::Dataset:
    case Kind::Column:
    case Kind::Request: break; // columns and requests are no nodes
    }
    Q_ASSERT(kind == Kind::Dataset);
    return m_datasets[fact.record];
}

const Entity &Mesh::entity(NodeId n) const
{
    return entity(kind(n), facts(n).front());
}

QString Mesh::name(NodeId n) const
{
    const Entity &e = entity(n);
    return e.name.isEmpty() ? e.id : e.name;
}

Address Mesh::address(NodeId n) const
{
    const Fact first = facts(n).front();
    return Address{m_endpoints[first.endpoint].name, kind(n), entity(kind(n), first).id};
}

QList<Address> Mesh::aliases(NodeId n) const
{
    const Kind k = kind(n);
    const Address canonical = address(n);
    QList<Address> result;
    const auto add = [&](const QString &endpoint, const QString &id) {
        const Address alias{endpoint, k, id};
        if (alias != canonical && !result.contains(alias))
            result.append(alias);
    };
    for (const Fact &f : facts(n)) {
        const QString &endpoint = m_endpoints[f.endpoint].name;
        add(endpoint, entity(k, f).id);
        if (k != Kind::Dataset)
            continue;
        for (const QString &other : m_datasets[f.record].aliases) {
            if (find(endpoint, k, other) == n)
                add(endpoint, other);
        }
    }
    return result;
}

const Domain &Mesh::domain(NodeId n) const
{
    Q_ASSERT(kind(n) == Kind::Domain);
    return m_domains[facts(n).front().record];
}

const DataProduct &Mesh::product(NodeId n) const
{
    Q_ASSERT(kind(n) == Kind::Product);
    return m_products[facts(n).front().record];
}

const Port &Mesh::port(NodeId n) const
{
    Q_ASSERT(kind(n) == Kind::Port);
    return m_ports[facts(n).front().record];
}

const Dataset &Mesh::dataset(NodeId n) const
{
    Q_ASSERT(kind(n) == Kind::Dataset);
    return m_datasets[facts(n).front().record];
}

const Contract &Mesh::contract(NodeId n) const
{
    Q_ASSERT(kind(n) == Kind::Contract);
    return m_contracts[facts(n).front().record];
}

const Job &Mesh::job(NodeId n) const
{
    Q_ASSERT(kind(n) == Kind::Job);
    return m_jobs[facts(n).front().record];
}

const Term &Mesh::term(NodeId n) const
{
    Q_ASSERT(kind(n) == Kind::Term);
    return m_terms[facts(n).front().record];
}

const Party &Mesh::party(NodeId n) const
{
    Q_ASSERT(kind(n) == Kind::Party);
    return m_parties[facts(n).front().record];
}

// -- structure

NodeId Mesh::domainOf(NodeId n) const
{
    return n.value < m_domainOf.size() ? m_domainOf[n.value] : NodeId{};
}

QStringList Mesh::domainPath(NodeId n) const
{
    QStringList path;
    for (NodeId d = kind(n) == Kind::Domain ? n : domainOf(n); d.isValid(); d = domainOf(d))
        path.prepend(name(d));
    return path;
}

std::span<const NodeId> Mesh::childDomains(NodeId domain) const
{
    return m_childDomains.of(domain);
}

std::span<const NodeId> Mesh::productsOf(NodeId domain) const
{
    return m_productsOf.of(domain);
}

QList<NodeId> Mesh::productsBelow(NodeId domain) const
{
    QList<NodeId> result;
    std::vector<NodeId> open{domain};
    while (!open.empty()) {
        const NodeId d = open.back();
        open.pop_back();
        for (const NodeId p : productsOf(d))
            result.append(p);
        for (const NodeId child : childDomains(d))
            open.push_back(child);
    }
    std::sort(result.begin(), result.end());
    return result;
}

std::span<const NodeId> Mesh::portsOf(NodeId product) const
{
    return m_portsOf.of(product);
}

NodeId Mesh::productOf(NodeId n) const
{
    return n.value < m_productOf.size() ? m_productOf[n.value] : NodeId{};
}

std::span<const NodeId> Mesh::datasetsOf(NodeId n) const
{
    return m_datasetsOf.of(n);
}

std::span<const NodeId> Mesh::contractsOf(NodeId n) const
{
    return m_contractsOf.of(n);
}

QList<const ServiceLevel *> Mesh::serviceLevels(NodeId n) const
{
    std::vector<NodeId> owners{n};
    const auto addBelow = [&](NodeId owner) {
        for (const NodeId contract : contractsOf(owner))
            owners.push_back(contract);
        for (const NodeId dataset : datasetsOf(owner))
            owners.push_back(dataset);
    };
    if (kind(n) == Kind::Product) {
        for (const NodeId p : portsOf(n)) {
            if (port(p).output)
                owners.push_back(p);
        }
    }
    if (kind(n) == Kind::Product || kind(n) == Kind::Port)
        addBelow(n);
    else if (kind(n) == Kind::Contract)
        owners.insert(owners.end(), datasetsOf(n).begin(), datasetsOf(n).end());

    QList<const ServiceLevel *> result;
    for (const NodeId owner : owners) {
        for (const NodeId level : m_levelsOf.of(owner))
            result.append(&m_serviceLevels[level.value]);
    }
    return result;
}

std::span<const NodeId> Mesh::jobsOf(NodeId dataset) const
{
    return m_jobsOf.of(dataset);
}

std::span<const NodeId> Mesh::users(NodeId n) const
{
    return m_users.of(n);
}

// -- lineage and flows

std::span<const NodeId> Mesh::downstream(NodeId dataset) const
{
    if (size_t(dataset.value) + 1 >= m_outOffsets.size())
        return {};
    const quint32 begin = m_outOffsets[dataset.value];
    return std::span(m_outTo).subspan(begin, m_outOffsets[dataset.value + 1] - begin);
}

std::span<const NodeId> Mesh::upstream(NodeId dataset) const
{
    if (size_t(dataset.value) + 1 >= m_inOffsets.size())
        return {};
    const quint32 begin = m_inOffsets[dataset.value];
    return std::span(m_inFrom).subspan(begin, m_inOffsets[dataset.value + 1] - begin);
}

std::span<const NodeId> Mesh::edgeJobs(NodeId from, NodeId to) const
{
    const auto targets = downstream(from);
    const auto found = std::lower_bound(targets.begin(), targets.end(), to);
    if (found == targets.end() || *found != to)
        return {};
    const size_t edge = m_outOffsets[from.value] + size_t(found - targets.begin());
    return std::span(m_edgeJobs).subspan(m_edgeJobOffsets[edge], m_edgeJobOffsets[edge + 1] - m_edgeJobOffsets[edge]);
}

std::span<const NodeId> Mesh::productsDownstream(NodeId product) const
{
    return m_flowOut.of(product);
}

std::span<const NodeId> Mesh::productsUpstream(NodeId product) const
{
    return m_flowIn.of(product);
}

std::span<const Flow> Mesh::flowsBetween(NodeId from, NodeId to) const
{
    const auto key = [](const Flow &f) { return std::pair(f.from, f.to); };
    const std::pair wanted(from, to);
    const auto begin =
        std::lower_bound(m_flows.begin(), m_flows.end(), wanted, [&](const Flow &f, const auto &w) { return key(f) < w; });
    const auto end =
        std::upper_bound(begin, m_flows.end(), wanted, [&](const auto &w, const Flow &f) { return w < key(f); });
    return std::span(m_flows).subspan(size_t(begin - m_flows.begin()), size_t(end - begin));
}

// -- details

QList<Column> Mesh::columns(NodeId dataset) const
{
    for (const Fact &f : facts(dataset)) {
        QList<Column> found = m_details->columns(m_endpoints[f.endpoint].name, m_datasets[f.record].id);
        if (found.isEmpty())
            continue;
        const QString &id = entity(dataset).id;
        for (Column &c : found)
            c.dataset = id;
        return found;
    }
    return {};
}

QString Mesh::canonicalFor(const QString &endpoint, const QString &datasetId, const QString &wanted) const
{
    const NodeId n = findReference(endpoint, Kind::Dataset, datasetId);
    if (!n.isValid())
        return datasetId;
    const QString id = entity(n).id;
    if (findReference(wanted, Kind::Dataset, id) == n)
        return id;
    // A person's match joined ids that only their own endpoints understand: use the one the reader's endpoint knows.
    for (const Fact &f : facts(n)) {
        if (m_endpoints[f.endpoint].name == wanted)
            return m_datasets[f.record].id;
    }
    return id;
}

QList<ColumnEdge> Mesh::columnEdges(NodeId dataset) const
{
    QList<ColumnEdge> result;
    const QString wanted = endpointOf(dataset).name;
    for (const Fact &f : facts(dataset)) {
        const QString &endpoint = m_endpoints[f.endpoint].name;
        QStringList ids{m_datasets[f.record].id};
        for (const QString &alias : m_datasets[f.record].aliases) {
            if (!ids.contains(alias))
                ids.append(alias);
        }
        for (const QString &id : ids) {
            for (ColumnEdge e : m_details->columnEdges(endpoint, id)) {
                e.fromDataset = canonicalFor(endpoint, e.fromDataset, wanted);
                e.toDataset = canonicalFor(endpoint, e.toDataset, wanted);
                if (!result.contains(e))
                    result.append(e);
            }
        }
    }
    return result;
}

QList<QualityRule> Mesh::qualityRules(NodeId n) const
{
    QList<QualityRule> result;
    for (const Fact &f : facts(n)) {
        for (const QualityRule &r : m_details->qualityRules(m_endpoints[f.endpoint].name, entity(kind(n), f).id)) {
            if (!result.contains(r))
                result.append(r);
        }
    }
    return result;
}

// -- the rest

QString Mesh::agreementEndpoint(qsizetype index) const
{
    return m_endpoints[m_agreementEndpoints[size_t(index)]].name;
}

QString Mesh::serviceLevelEndpoint(qsizetype index) const
{
    return m_endpoints[m_serviceLevelEndpoints[size_t(index)]].name;
}

const EndpointFacts &Mesh::endpointOf(NodeId n) const
{
    return m_endpoints[facts(n).front().endpoint];
}

} // namespace meshscope
