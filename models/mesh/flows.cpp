#include "models/mesh/meshwork.h"

#include <QCoreApplication>

#include <algorithm>

namespace meshscope {

namespace {
using By = ProductFlow::By;

bool before(const Flow &a, const Flow &b)
{
    return std::tie(a.from, a.to, a.by, a.via) < std::tie(b.from, b.to, b.by, b.via);
}
bool equal(const Flow &a, const Flow &b)
{
    return std::tie(a.from, a.to, a.by, a.via) == std::tie(b.from, b.to, b.by, b.via);
}

void addFlow(std::vector<Flow> &flows, NodeId from, NodeId to, By by, NodeId via)
{
    if (from.isValid() && to.isValid() && from != to)
        flows.push_back(Flow{from, to, by, via});
}

/// Flows along dataset lineage: from each product's datasets onwards, directly or through datasets of no product, to what
/// another product outputs or says it reads. One walk a dataset that has a product; walks end at the next product, so that
/// the cost is the edges between products, not all paths.
class LineageFlows {
public:
    LineageFlows(const Mesh &mesh, std::vector<Flow> &flows)
        : m_mesh(mesh)
        , m_flows(flows)
        , m_seenBy(size_t(mesh.nodeCount()), NodeId{})
    {
        const auto remember = [](std::vector<std::pair<NodeId, NodeId>> &pairs) {
            std::sort(pairs.begin(), pairs.end());
            pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        };
        for (const NodeId product : mesh.nodes(Kind::Product)) {
            for (const NodeId d : mesh.datasetsOf(product))
                m_makers.emplace_back(d, product);
            for (const NodeId port : mesh.portsOf(product)) {
                if (mesh.port(port).output)
                    continue;
                for (const NodeId d : mesh.datasetsOf(port))
                    m_readers.emplace_back(d, product);
            }
        }
        remember(m_makers);
        remember(m_readers);
    }
    void run()
    {
        for (size_t i = 0; i < m_makers.size(); ++i) {
            if (i == 0 || m_makers[i - 1].first != m_makers[i].first)
                walk(m_makers[i].first);
        }
    }

private:
    using Pairs = std::vector<std::pair<NodeId, NodeId>>;
    [[nodiscard]] static std::span<const std::pair<NodeId, NodeId>> of(const Pairs &pairs, NodeId dataset)
    {
        const auto begin = std::lower_bound(pairs.begin(), pairs.end(), std::pair(dataset, NodeId{0}));
        auto end = begin;
        while (end != pairs.end() && end->first == dataset)
            ++end;
        return std::span(pairs).subspan(size_t(begin - pairs.begin()), size_t(end - begin));
    }
    void walk(NodeId source)
    {
        m_open.assign(1, source);
        m_seenBy[source.value] = source;
        while (!m_open.empty()) {
            const NodeId d = m_open.back();
            m_open.pop_back();
            for (const NodeId next : m_mesh.downstream(d)) {
                if (m_seenBy[next.value] == source)
                    continue;
                m_seenBy[next.value] = source;
                const auto makers = of(m_makers, next);
                for (const auto &maker : of(m_makers, source)) {
                    for (const auto &[x, to] : makers)
                        addFlow(m_flows, maker.second, to, By::Lineage, source);
                    // Who reads what another product outputs depends on that product, not on what lies behind it.
                    for (const auto &[x, to] : makers.empty() ? of(m_readers, next) : makers.first(0))
                        addFlow(m_flows, maker.second, to, By::Lineage, source);
                }
                if (makers.empty())
                    m_open.push_back(next);
            }
        }
    }

    const Mesh &m_mesh;
    std::vector<Flow> &m_flows;
    std::vector<NodeId> m_seenBy;
    std::vector<NodeId> m_open;
    Pairs m_makers;  ///< (dataset, product that outputs it)
    Pairs m_readers; ///< (dataset, product with an input port on it)
};

/// Whether the agreement was given and not taken back; its dates do not matter: what documents say, not what day it is.
bool holds(const Agreement &a)
{
    const QString status = a.status.trimmed().toLower();
    const bool approved =
        status == u"approved" || status == u"granted" || status == u"active" || (status.isEmpty() && a.active);
    return approved && (a.events.isEmpty() || (a.events.last().what != u"revoked" && a.events.last().what != u"cancelled"));
}
} // namespace

void MeshBuilder::Work::flowsOfPorts(std::vector<Flow> &flows) const
{
    Pairs providers; // (contract, product that outputs it)
    for (const NodeId product : mesh.nodes(Kind::Product)) {
        for (const NodeId contract : mesh.contractsOf(product))
            providers.emplace_back(contract, product);
    }
    std::sort(providers.begin(), providers.end());
    const auto fromContract = [&](NodeId contract, NodeId to) {
        if (!contract.isValid())
            return;
        auto it = std::lower_bound(providers.begin(), providers.end(), Pair(contract, NodeId{0}));
        for (; it != providers.end() && it->first == contract; ++it)
            addFlow(flows, it->second, to, By::Contract, contract);
    };
    for (quint32 i = 0; i < quint32(mesh.m_ports.size()); ++i) {
        const Port &p = mesh.m_ports[i];
        const quint16 endpoint = endpointOf[size_t(Kind::Port)][i];
        const NodeId n = nodeOf[size_t(Kind::Port)][i];
        const NodeId to = mesh.productOf(n);
        if (!to.isValid())
            continue;
        for (const QString &id : p.inputContracts)
            fromContract(reference(endpoint, Kind::Contract, id), to);
        if (p.output)
            continue;
        fromContract(reference(endpoint, Kind::Contract, p.contract), to);
        for (const QString &id : p.datasets) {
            const NodeId d = reference(endpoint, Kind::Dataset, id);
            if (d.isValid())
                addFlow(flows, mesh.productOf(d), to, By::Port, n);
        }
    }
}

NodeId MeshBuilder::Work::productNamed(quint16 endpoint, const QString &text) const
{
    if (const NodeId byId = reference(endpoint, Kind::Product, text); byId.isValid() || text.isEmpty())
        return byId;
    NodeId found;
    for (const auto &[hash, n] : Mesh::candidates(mesh.m_byName, text)) {
        if (mesh.kind(n) != Kind::Product || mesh.entity(n).name != text)
            continue;
        const auto facts = mesh.facts(n);
        if (std::none_of(facts.begin(), facts.end(), [&](const Fact &f) { return f.endpoint == endpoint; }))
            continue;
        if (found.isValid() && found != n)
            return {}; // two of that name: nobody's word says which
        found = n;
    }
    return found;
}

void MeshBuilder::Work::flowsDeclared(std::vector<Flow> &flows)
{
    for (qsizetype part = 0; part < parts.size(); ++part) {
        const auto endpoint = quint16(part);
        for (const ProductFlow &f : parts[part].records.flows) {
            const NodeId from = productNamed(endpoint, f.from);
            const NodeId to = productNamed(endpoint, f.to);
            NodeId via;
            for (const Kind kind : {Kind::Port, Kind::Contract, Kind::Dataset}) {
                if (!via.isValid())
                    via = reference(endpoint, kind, f.via);
            }
            addFlow(flows, from, to, f.by, via);
            if (to.isValid() && !from.isValid())
                dangle(to, Kind::Product, f.from, QCoreApplication::translate("meshscope::Dangling", "input product"));
            if (from.isValid() && !to.isValid())
                dangle(from, Kind::Product, f.to, QCoreApplication::translate("meshscope::Dangling", "consuming product"));
        }
        parts[part].records.flows = {};
    }
    for (qsizetype i = 0; i < mesh.m_agreements.size(); ++i) {
        const Agreement &a = mesh.m_agreements[i];
        if (a.consumerProduct.isEmpty() || !holds(a))
            continue;
        const quint16 endpoint = mesh.m_agreementEndpoints[size_t(i)];
        const NodeId from = productNamed(endpoint, a.product);
        const NodeId to = productNamed(endpoint, a.consumerProduct);
        NodeId via = reference(endpoint, Kind::Port, a.port);
        for (const NodeId port : from.isValid() ? mesh.portsOf(from) : std::span<const NodeId>{}) {
            if (!via.isValid() && mesh.port(port).output && mesh.port(port).name == a.port)
                via = port;
        }
        addFlow(flows, from, to, By::Agreement, via);
        if (from.isValid() && !to.isValid())
            dangle(from, Kind::Product, a.consumerProduct,
                   QCoreApplication::translate("meshscope::Dangling", "consumer of agreement"));
    }
}

void MeshBuilder::Work::linkFlows()
{
    std::vector<Flow> flows;
    flowsOfPorts(flows);
    flowsDeclared(flows);
    LineageFlows(mesh, flows).run();
    std::sort(flows.begin(), flows.end(), before);
    flows.erase(std::unique(flows.begin(), flows.end(), equal), flows.end());
    Pairs out, in;
    for (const Flow &f : flows) {
        out.emplace_back(f.from, f.to);
        in.emplace_back(f.to, f.from);
    }
    mesh.m_flows = std::move(flows);
    mesh.m_flowOut = rows(std::move(out));
    mesh.m_flowIn = rows(std::move(in));
}

} // namespace meshscope
