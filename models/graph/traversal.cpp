#include "models/graph/traversal.h"

#include "models/graph/acyclic.h"

#include <algorithm>
#include <map>
#include <set>

// Breadth first from the root each way over the adjacency of the asked level, without a limit, so that the totals are known;
// the answer keeps what lies within the asked depths. O(nodes and edges reached).
namespace meshscope {

namespace {

/// The mesh seen at one level: who is beside whom, and through which jobs.
class LevelView {
public:
    LevelView(const Mesh &mesh, Level level)
        : m_mesh(mesh)
        , m_level(level)
    {
    }
    /// The node of this level that stands for `n`; invalid when it has none.
    [[nodiscard]] NodeId standIn(NodeId n) const
    {
        switch (m_level) {
        case Level::Dataset: return n;
        case Level::Product: {
            if (m_mesh.kind(n) == Kind::Product)
                return n;
            const NodeId product = m_mesh.productOf(n);
            return product.isValid() ? product : n;
        }
        case Level::Domain: {
            if (m_mesh.kind(n) == Kind::Domain)
                return n;
            const NodeId product = m_mesh.kind(n) == Kind::Product ? n : m_mesh.productOf(n);
            return m_mesh.domainOf(product.isValid() ? product : n);
        }
        }
        return n;
    }
    /// Neighbours of a node of this level, each once, in address order of handles.
    [[nodiscard]] const std::vector<NodeId> &beside(NodeId n, bool up)
    {
        auto [it, isNew] = m_cache.try_emplace({n, up});
        if (isNew)
            it->second = find(n, up);
        return it->second;
    }
    /// Members of a node of this level that carry dataset lineage.
    [[nodiscard]] std::vector<NodeId> datasets(NodeId n)
    {
        if (m_mesh.kind(n) == Kind::Dataset)
            return {n};
        if (m_mesh.kind(n) == Kind::Product) {
            const auto own = m_mesh.datasetsOf(n);
            return {own.begin(), own.end()};
        }
        return domainMembers(n, Kind::Dataset);
    }

private:
    [[nodiscard]] std::vector<NodeId> find(NodeId n, bool up)
    {
        std::vector<NodeId> found;
        const auto add = [&](NodeId other) {
            const NodeId s = other.isValid() ? standIn(other) : other;
            if (s.isValid() && (s != n || m_level == Level::Dataset))
                found.push_back(s);
        };
        for (const NodeId d : datasets(n)) {
            for (const NodeId other : up ? m_mesh.upstream(d) : m_mesh.downstream(d))
                add(other);
        }
        if (m_level == Level::Product && m_mesh.kind(n) == Kind::Product)
            addFlows(n, up, add);
        if (m_level == Level::Domain) {
            for (const NodeId p : domainMembers(n, Kind::Product))
                addFlows(p, up, add);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
    template<class Add>
    void addFlows(NodeId product, bool up, const Add &add) const
    {
        for (const NodeId other : up ? m_mesh.productsUpstream(product) : m_mesh.productsDownstream(product))
            add(other);
    }
    /// Products or datasets whose own domain is this one, found once for all domains.
    [[nodiscard]] std::vector<NodeId> domainMembers(NodeId domain, Kind kind)
    {
        std::map<NodeId, std::vector<NodeId>> &members = kind == Kind::Product ? m_products : m_datasets;
        if (members.empty()) {
            for (const NodeId n : m_mesh.nodes(kind))
                members[standIn(n)].push_back(n);
        }
        const auto it = members.find(domain);
        return it == members.end() ? std::vector<NodeId>() : it->second;
    }

    const Mesh &m_mesh;
    Level m_level;
    std::map<std::pair<NodeId, bool>, std::vector<NodeId>> m_cache;
    std::map<NodeId, std::vector<NodeId>> m_products, m_datasets;
};

using Depths = std::map<NodeId, int>;

Depths reach(LevelView &view, const std::vector<NodeId> &roots, bool up)
{
    Depths depths;
    std::vector<NodeId> queue;
    for (const NodeId root : roots) {
        if (depths.emplace(root, 0).second)
            queue.push_back(root);
    }
    for (size_t i = 0; i < queue.size(); ++i) {
        const int depth = depths[queue[i]];
        for (const NodeId n : view.beside(queue[i], up)) {
            if (depths.emplace(n, depth + 1).second)
                queue.push_back(n);
        }
    }
    return depths;
}

void findCycles(LineageAnswer &answer)
{
    std::map<NodeId, int> index;
    for (const LineageAnswer::Item &item : answer.nodes)
        index.emplace(item.node, int(index.size()));
    std::vector<graph::Arc> arcs;
    std::vector<char> loops(index.size(), 0);
    for (const LineageAnswer::Link &link : answer.links) {
        arcs.push_back({index[link.from], index[link.to], 1});
        if (link.from == link.to)
            loops[size_t(index[link.from])] = 1;
    }
    const std::vector<int> part = graph::strongParts(int(index.size()), arcs);
    std::map<int, std::vector<NodeId>> members;
    for (const LineageAnswer::Item &item : answer.nodes)
        members[part[size_t(index[item.node])]].push_back(item.node);
    for (auto &[p, nodes] : members) {
        if (nodes.size() > 1 || loops[size_t(index[nodes.front()])])
            answer.cycles.push_back(nodes);
    }
    std::sort(answer.cycles.begin(), answer.cycles.end());
}

bool isComplete(const Mesh &mesh, const std::vector<LineageAnswer::Item> &nodes)
{
    for (const LineageAnswer::Item &item : nodes) {
        for (const Fact &fact : mesh.facts(item.node)) {
            if (!mesh.endpoints().at(fact.endpoint).complete)
                return false;
        }
    }
    return true;
}

void addJobs(const Mesh &mesh, LevelView &view, LineageAnswer &answer)
{
    for (LineageAnswer::Link &link : answer.links) {
        for (const NodeId d : view.datasets(link.from)) {
            for (const NodeId t : mesh.downstream(d)) {
                if (view.standIn(t) != link.to)
                    continue;
                for (const NodeId job : mesh.edgeJobs(d, t))
                    link.via.push_back(job);
            }
        }
        std::sort(link.via.begin(), link.via.end());
        link.via.erase(std::unique(link.via.begin(), link.via.end()), link.via.end());
    }
}

} // namespace

Level defaultLevel(const Mesh &mesh, NodeId root)
{
    switch (mesh.kind(root)) {
    case Kind::Domain: return Level::Domain;
    case Kind::Product: return Level::Product;
    default: return Level::Dataset;
    }
}

LineageAnswer lineage(const Mesh &mesh, NodeId root, int up, int down, Level level)
{
    LineageAnswer answer;
    answer.level = level;
    answer.root = root;
    if (!root.isValid())
        return answer;
    LevelView view(mesh, level);
    std::vector<NodeId> roots = rootsAt(mesh, root, level);
    if (roots.empty())
        roots.push_back(root);
    answer.root = roots.front();
    const Depths above = reach(view, roots, true);
    const Depths below = reach(view, roots, false);
    const auto distinctRoots = qsizetype(std::set<NodeId>(roots.begin(), roots.end()).size());
    answer.totalUp = qsizetype(above.size()) - distinctRoots;
    answer.totalDown = qsizetype(below.size()) - distinctRoots;
    const auto within = [](int depth, int limit) { return limit == allDepths || depth <= limit; };
    Depths depths;
    for (const auto &[n, depth] : above) {
        if (within(depth, up))
            depths.emplace(n, -depth);
    }
    for (const auto &[n, depth] : below) {
        if (!within(depth, down))
            continue;
        const auto [it, isNew] = depths.emplace(n, depth);
        if (!isNew && depth < -it->second)
            it->second = depth;
    }
    for (const auto &[n, depth] : depths)
        answer.nodes.push_back({n, depth});

    std::map<NodeId, QString> key;
    for (const LineageAnswer::Item &item : answer.nodes)
        key.emplace(item.node, mesh.address(item.node).toString());
    std::sort(answer.nodes.begin(), answer.nodes.end(), [&](const LineageAnswer::Item &a, const LineageAnswer::Item &b) {
        return a.depth != b.depth ? a.depth < b.depth : key[a.node] < key[b.node];
    });
    for (const LineageAnswer::Item &item : answer.nodes) {
        for (const NodeId to : view.beside(item.node, false)) {
            if (depths.contains(to))
                answer.links.push_back({item.node, to, {}});
        }
    }
    addJobs(mesh, view, answer);
    findCycles(answer);
    answer.complete = isComplete(mesh, answer.nodes);
    return answer;
}

std::vector<NodeId> rootsAt(const Mesh &mesh, NodeId n, Level level)
{
    if (!n.isValid())
        return {};
    const auto list = [](std::span<const NodeId> span) { return std::vector<NodeId>(span.begin(), span.end()); };
    const Kind kind = mesh.kind(n);
    std::vector<NodeId> members;
    if (kind == Kind::Domain && level != Level::Domain) {
        for (const NodeId p : mesh.productsBelow(n)) {
            const auto own = level == Level::Product ? std::span<const NodeId>(&p, 1) : mesh.datasetsOf(p);
            members.insert(members.end(), own.begin(), own.end());
        }
        return members;
    }
    if (kind == Kind::Dataset && level == Level::Dataset)
        return {n};
    if (kind == Kind::Job) {
        for (const NodeId d : mesh.nodes(Kind::Dataset)) {
            const auto jobs = mesh.jobsOf(d);
            if (std::find(jobs.begin(), jobs.end(), n) != jobs.end())
                members.push_back(d);
        }
    } else if (level == Level::Dataset && (kind == Kind::Product || kind == Kind::Port || kind == Kind::Contract)) {
        return list(mesh.datasetsOf(n));
    } else {
        members.push_back(n);
    }
    if (level == Level::Dataset)
        return kind == Kind::Job ? members : std::vector<NodeId>();
    const LevelView view(mesh, level);
    std::vector<NodeId> roots;
    for (const NodeId m : members) {
        const NodeId s = view.standIn(m);
        if (s.isValid() && std::find(roots.begin(), roots.end(), s) == roots.end())
            roots.push_back(s);
    }
    return roots;
}

} // namespace meshscope
