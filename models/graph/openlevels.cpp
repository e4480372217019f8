#include "models/graph/openlevels.h"

#include "models/graph/loosedatasets.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>

namespace meshscope {

namespace {

constexpr int deepest = 1000; ///< domains in each other: more is a cycle

/// The box a node lies in; invalid at the top.
NodeId boxOf(const Mesh &mesh, NodeId n)
{
    switch (mesh.kind(n)) {
    case Kind::Port:
    case Kind::Dataset: {
        const NodeId product = mesh.productOf(n);
        return product.isValid() ? product : mesh.domainOf(n);
    }
    default: return mesh.domainOf(n);
    }
}

class Levels {
public:
    Levels(const Mesh &mesh, const std::set<NodeId> &open, const std::function<bool()> &cancelled,
           const std::function<bool(NodeId)> &passes)
        : m_mesh(mesh)
        , m_open(open)
        , m_cancelled(cancelled)
        , m_passes(passes)
        , m_loose(mesh, passes)
    {
    }
    OpenLevels make()
    {
        collect();
        addFlows();
        addLineage();
        for (auto &[ends, members] : m_held)
            m_out.edges.push_back({ends.first, ends.second, std::move(members)});
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool isCancelled(size_t step)
    {
        if (step % 1024 == 0 && m_cancelled && m_cancelled())
            m_out.cancelled = true;
        return m_out.cancelled;
    }
    /// Whether it passes: a product, a dataset of no product, and of a domain one of those below it; everything else does.
    [[nodiscard]] bool isThere(NodeId n) const
    {
        if (!m_passes)
            return true;
        if (m_mesh.kind(n) == Kind::Product)
            return m_passes(n);
        if (m_mesh.kind(n) != Kind::Domain || m_loose.below(n) > 0)
            return true;
        const QList<NodeId> below = m_mesh.productsBelow(n);
        return std::any_of(below.begin(), below.end(), m_passes);
    }
    [[nodiscard]] bool isRelated(NodeId n) const
    {
        if (!m_passes)
            return true;
        const NodeId product = m_mesh.kind(n) == Kind::Product ? n : m_mesh.productOf(n);
        return m_passes(product.isValid() ? product : n);
    }
    [[nodiscard]] std::vector<NodeId> partsOf(NodeId n) const
    {
        std::vector<NodeId> parts;
        const auto add = [&](std::span<const NodeId> list) {
            std::copy_if(list.begin(), list.end(), std::back_inserter(parts), [this](NodeId part) { return isThere(part); });
        };
        if (m_mesh.kind(n) == Kind::Domain) {
            add(m_mesh.childDomains(n));
            add(m_mesh.productsOf(n));
            const auto loose = m_loose.of(n);
            parts.insert(parts.end(), loose.begin(), loose.end());
        } else if (m_mesh.kind(n) == Kind::Product) {
            add(m_mesh.portsOf(n));
            add(m_mesh.datasetsOf(n));
        }
        return parts;
    }
    void collect()
    {
        struct Step {
            NodeId node;
            int parent;
        };
        std::vector<Step> stack;
        const auto push = [&](std::span<const NodeId> list, int parent) {
            for (size_t i = list.size(); i-- > 0;) {
                if (parent >= 0 || m_mesh.kind(list[i]) == Kind::Dataset || isThere(list[i]))
                    stack.push_back({list[i], parent});
            }
        };
        push(m_loose.of(NodeId()), -1);
        push(m_mesh.topDomains(), -1);
        for (size_t step = 0; !stack.empty() && !isCancelled(step); ++step) {
            const Step at = stack.back();
            stack.pop_back();
            const int number = int(m_out.nodes.size());
            if (!m_number.emplace(at.node.value, number).second)
                continue;
            const std::vector<NodeId> parts = partsOf(at.node);
            OpenNode node{at.node, at.parent,      at.parent < 0 ? 0 : m_out.nodes[size_t(at.parent)].depth + 1,
                          false,   !parts.empty(), 0};
            node.isOpen = node.canOpen && m_open.contains(at.node);
            m_out.nodes.push_back(node);
            if (node.isOpen)
                push(parts, number);
        }
    }
    /// The innermost thing seen that a node is, or is in; -1 = none.
    int seen(NodeId n)
    {
        const auto known = m_seen.find(n.value);
        if (known != m_seen.end())
            return known->second;
        int found = -1;
        NodeId at = n;
        for (int depth = 0; at.isValid() && depth < deepest; ++depth, at = boxOf(m_mesh, at)) {
            if (const auto it = m_number.find(at.value); it != m_number.end()) {
                found = it->second;
                break;
            }
        }
        m_seen.emplace(n.value, found);
        return found;
    }
    void add(NodeId from, NodeId to)
    {
        if (!isRelated(from) || !isRelated(to))
            return;
        const int a = seen(from);
        const int b = seen(to);
        if (a < 0 || b < 0)
            return;
        if (a == b && from != to)
            ++m_out.nodes[size_t(a)].inside;
        else if (a != b)
            m_held[{a, b}].emplace_back(from, to);
    }
    [[nodiscard]] bool isOpenProduct(NodeId product)
    {
        const int at = seen(product);
        return at >= 0 && m_out.nodes[size_t(at)].node == product && m_out.nodes[size_t(at)].isOpen;
    }
    [[nodiscard]] bool hasLineage(NodeId from, NodeId to) const
    {
        for (const NodeId d : m_mesh.datasetsOf(from)) {
            for (const NodeId next : m_mesh.downstream(d)) {
                if (m_mesh.productOf(next) == to)
                    return true;
            }
        }
        return false;
    }
    void addFlows()
    {
        const std::span<const Flow> flows = m_mesh.flows();
        for (size_t i = 0; i < flows.size() && !isCancelled(i); ++i) {
            const NodeId from = flows[i].from;
            const NodeId to = flows[i].to;
            if (i > 0 && flows[i - 1].from == from && flows[i - 1].to == to)
                continue; // another reason for the same flow
            const bool isClosed = !isOpenProduct(from) && !isOpenProduct(to);
            if (isClosed || !hasLineage(from, to))
                add(from, to);
        }
    }
    void addLineage()
    {
        size_t step = 0;
        for (const NodeId from : m_mesh.nodes(Kind::Dataset)) {
            if (isCancelled(step++))
                return;
            const NodeId product = m_mesh.productOf(from);
            const bool isOpen = !product.isValid() || isOpenProduct(product);
            for (const NodeId to : m_mesh.downstream(from)) {
                const NodeId other = m_mesh.productOf(to);
                // Between closed products their flow stands for it.
                if (isOpen || !other.isValid() || isOpenProduct(other))
                    add(from, to);
            }
        }
    }

    const Mesh &m_mesh;
    const std::set<NodeId> &m_open;
    const std::function<bool()> &m_cancelled;
    const std::function<bool(NodeId)> &m_passes;
    OpenLevels m_out;
    const LooseDatasets m_loose;
    std::unordered_map<quint32, int> m_number, m_seen;
    std::map<std::pair<int, int>, std::vector<std::pair<NodeId, NodeId>>> m_held;
};

} // namespace

OpenLevels openLevels(const Mesh &mesh, const std::set<NodeId> &open, const std::function<bool()> &cancelled,
                      const std::function<bool(NodeId)> &passes)
{
    return Levels(mesh, open, cancelled, passes).make();
}

std::vector<NodeId> boxesAbove(const Mesh &mesh, NodeId n)
{
    std::vector<NodeId> boxes;
    if (!n.isValid())
        return boxes;
    for (NodeId at = boxOf(mesh, n); at.isValid() && boxes.size() < size_t(deepest); at = boxOf(mesh, at))
        boxes.push_back(at);
    std::reverse(boxes.begin(), boxes.end());
    return boxes;
}

} // namespace meshscope
