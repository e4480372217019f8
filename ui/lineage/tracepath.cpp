#include "ui/lineage/lineagescene.h"

#include "models/graph/acyclic.h"

#include <algorithm>

namespace meshscope {

TracePath pathThrough(const ColumnTrace &trace, NodeId dataset, const QString &column, NodeId toDataset,
                      const QString &toColumn)
{
    using Key = std::pair<NodeId, QString>;
    const Key root{dataset, column};
    const Key target{toDataset, toColumn};
    const auto walk = [&](const Key &from, bool up) {
        std::map<Key, std::pair<Key, const ColumnLink *>> before;
        std::vector<Key> queue{from};
        before.emplace(from, std::make_pair(from, nullptr));
        for (size_t i = 0; i < queue.size(); ++i) {
            for (const ColumnLink &link : trace.links) {
                const Key a{link.fromDataset, link.fromColumn};
                const Key b{link.toDataset, link.toColumn};
                if ((up ? b : a) == queue[i] && before.emplace(up ? a : b, std::make_pair(queue[i], &link)).second)
                    queue.push_back(up ? a : b);
            }
        }
        return std::make_pair(before, queue);
    };
    TracePath path;
    const auto [below, belowQueue] = walk(root, false);
    if (!below.contains(target))
        return path;
    // The farthest source, first in order: breadth first ends with it.
    const auto [above, aboveQueue] = walk(root, true);
    const Key source = aboveQueue.back();
    const auto note = [&](const ColumnLink *link) {
        if (link->job.isValid() && std::find(path.jobs.begin(), path.jobs.end(), link->job) == path.jobs.end())
            path.jobs.push_back(link->job);
    };
    for (Key at = source; at != root; at = above.at(at).first) {
        path.steps.push_back(at);
        note(above.at(at).second);
    }
    std::vector<Key> tail;
    std::vector<const ColumnLink *> links;
    for (Key at = target; at != root; at = below.at(at).first) {
        tail.push_back(at);
        links.push_back(below.at(at).second);
    }
    path.steps.push_back(root);
    path.steps.insert(path.steps.end(), tail.rbegin(), tail.rend());
    for (size_t i = links.size(); i-- > 0;)
        note(links[i]);
    // How many ways there are between the two ends through the column: ways above times ways below, by depth.
    const auto count = [&](const Key &from, const Key &to) {
        constexpr qint64 most = 1'000'000'000;
        std::map<Key, qint64> ways{{from, 1}};
        // In topological order; what lies in a cycle is passed once.
        std::map<Key, int> index;
        for (const ColumnStep &step : trace.steps)
            index.emplace(Key{step.dataset, step.column}, int(index.size()));
        std::vector<graph::Arc> arcs;
        for (const ColumnLink &link : trace.links)
            arcs.push_back({index[{link.fromDataset, link.fromColumn}], index[{link.toDataset, link.toColumn}], 1});
        const std::vector<int> part = graph::strongParts(int(index.size()), arcs);
        std::vector<size_t> order;
        for (size_t i = 0; i < arcs.size(); ++i) {
            if (part[size_t(arcs[i].from)] != part[size_t(arcs[i].to)])
                order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](size_t x, size_t y) { return part[size_t(arcs[x].from)] > part[size_t(arcs[y].from)]; });
        std::vector<const ColumnLink *> ordered;
        for (const size_t i : order)
            ordered.push_back(&trace.links[i]);
        for (const ColumnLink *link : ordered) {
            const auto it = ways.find({link->fromDataset, link->fromColumn});
            if (it == ways.end())
                continue;
            qint64 &n = ways[{link->toDataset, link->toColumn}];
            n = std::min(most, n + it->second);
        }
        return ways[to];
    };
    path.paths = std::max<qint64>(1, count(source, root)) * std::max<qint64>(1, count(root, target));
    path.paths = std::min<qint64>(path.paths, 1'000'000'000);
    return path;
}

} // namespace meshscope
