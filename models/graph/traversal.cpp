#include "models/graph/traversal.h"

#include "models/graph/acyclic.h"
#include "models/graph/levelview.h"

#include <algorithm>
#include <map>
#include <set>

// Breadth first from the root each way over the adjacency of the asked level, without a limit, so that the totals are known;
// the answer keeps what lies within the asked depths. O(nodes and edges reached).
namespace meshscope {

namespace {

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
    for (LineageAnswer::Link &link : answer.links)
        link.via = view.jobsBetween(link.from, link.to);
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
