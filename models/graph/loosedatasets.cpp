#include "models/graph/loosedatasets.h"

#include <algorithm>
#include <set>

namespace meshscope {

namespace {

constexpr int deepest = 1000;         ///< domains in each other: more is a cycle
constexpr size_t longestWay = 20'000; ///< datasets of no product looked at between two products

class Counting {
public:
    Counting(const Mesh &mesh, const std::function<int(NodeId)> &endOf, const std::function<bool()> &cancelled)
        : m_mesh(mesh)
        , m_endOf(endOf)
        , m_cancelled(cancelled)
    {
    }
    std::vector<CountedRelation> make()
    {
        addFlows();
        for (const NodeId from : m_mesh.nodes(Kind::Dataset)) {
            if (++m_step % 1024 == 0 && m_cancelled && m_cancelled())
                break;
            for (const NodeId to : m_mesh.downstream(from)) {
                if (from != to && (isLoose(from) || isLoose(to)))
                    addEdge(from, to);
            }
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool isLoose(NodeId dataset) const { return !m_mesh.productOf(dataset).isValid(); }
    int endOf(NodeId n)
    {
        const NodeId thing = m_mesh.kind(n) == Kind::Dataset && !isLoose(n) ? m_mesh.productOf(n) : n;
        const auto known = m_ends.find(thing.value);
        return known != m_ends.end() ? known->second : m_ends.emplace(thing.value, m_endOf(thing)).first->second;
    }
    void addFlows()
    {
        const std::span<const Flow> flows = m_mesh.flows();
        for (size_t i = 0; i < flows.size(); ++i) {
            if (i > 0 && flows[i].from == flows[i - 1].from && flows[i].to == flows[i - 1].to)
                continue; // another reason for the same flow
            const int from = endOf(flows[i].from);
            const int to = endOf(flows[i].to);
            if (from == noEnd || to == noEnd)
                continue;
            m_out.push_back({flows[i].from, flows[i].to, from, to});
            m_joined.insert({from, to});
        }
    }
    void addEdge(NodeId from, NodeId to)
    {
        const int a = endOf(from);
        const int b = endOf(to);
        if (a == noEnd || b == noEnd || isUnderFlow(from, to, a, b))
            return;
        m_out.push_back({from, to, a, b});
    }
    /// Whether some product before it in its end flows to some product after it in its own.
    bool isUnderFlow(NodeId from, NodeId to, int a, int b)
    {
        if (!m_joined.contains({a, b}))
            return false;
        const std::vector<NodeId> &before = productsNear(from, false);
        if (before.empty())
            return false;
        const std::vector<NodeId> &after = productsNear(to, true);
        return std::any_of(before.begin(), before.end(), [&](NodeId giver) {
            return std::any_of(after.begin(), after.end(),
                               [&](NodeId taker) { return !m_mesh.flowsBetween(giver, taker).empty(); });
        });
    }
    /// The product of a dataset, or of one of none the nearest ones in the same end along the lineage.
    const std::vector<NodeId> &productsNear(NodeId dataset, bool down)
    {
        auto &known = down ? m_after : m_before;
        const auto [it, isNew] = known.try_emplace(dataset.value);
        if (!isNew)
            return it->second;
        std::vector<NodeId> &products = it->second;
        const int end = endOf(dataset);
        std::set<NodeId> seen{dataset};
        std::vector<NodeId> open{dataset};
        while (!open.empty() && seen.size() < longestWay) {
            const NodeId at = open.back();
            open.pop_back();
            if (!isLoose(at)) {
                products.push_back(m_mesh.productOf(at));
                continue;
            }
            for (const NodeId next : down ? m_mesh.downstream(at) : m_mesh.upstream(at)) {
                if (endOf(next) == end && seen.insert(next).second)
                    open.push_back(next);
            }
        }
        std::sort(products.begin(), products.end());
        products.erase(std::unique(products.begin(), products.end()), products.end());
        return products;
    }

    const Mesh &m_mesh;
    const std::function<int(NodeId)> &m_endOf;
    const std::function<bool()> &m_cancelled;
    std::vector<CountedRelation> m_out;
    std::unordered_map<quint32, int> m_ends;
    std::unordered_map<quint32, std::vector<NodeId>> m_before, m_after;
    std::set<std::pair<int, int>> m_joined; ///< ends with flows between products
    size_t m_step = 0;
};

} // namespace

LooseDatasets::LooseDatasets(const Mesh &mesh, const std::function<bool(NodeId)> &passes)
    : m_mesh(mesh)
{
    for (const NodeId d : mesh.nodes(Kind::Dataset)) {
        if (mesh.productOf(d).isValid() || (passes && !passes(d)))
            continue;
        m_own[mesh.domainOf(d)].push_back(d);
        ++m_count;
    }
    for (const auto &[domain, own] : m_own) {
        NodeId above = domain;
        for (int depth = 0; above.isValid() && depth < deepest; ++depth, above = mesh.domainOf(above))
            m_below[above.value] += int(own.size());
    }
}

std::span<const NodeId> LooseDatasets::of(NodeId domain) const
{
    const auto it = m_own.find(domain);
    return it == m_own.end() ? std::span<const NodeId>() : std::span<const NodeId>(it->second);
}

int LooseDatasets::below(NodeId domain) const
{
    const auto it = m_below.find(domain.value);
    return it == m_below.end() ? 0 : it->second;
}

std::vector<NodeId> LooseDatasets::allBelow(NodeId domain) const
{
    std::vector<NodeId> all;
    std::set<NodeId> seen;
    std::vector<NodeId> open{domain};
    while (!open.empty()) {
        const NodeId at = open.back();
        open.pop_back();
        if (!seen.insert(at).second)
            continue;
        const std::span<const NodeId> own = of(at);
        all.insert(all.end(), own.begin(), own.end());
        const auto children = m_mesh.childDomains(at);
        open.insert(open.end(), children.rbegin(), children.rend());
    }
    return all;
}

std::vector<CountedRelation> countedRelations(const Mesh &mesh, const std::function<int(NodeId)> &endOf,
                                              const std::function<bool()> &cancelled)
{
    return Counting(mesh, endOf, cancelled).make();
}

} // namespace meshscope
