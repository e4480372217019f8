#include "models/graph/traversal.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <set>

// Breadth first over columns; the edges of a dataset are read once, when the trace first comes to it.
namespace meshscope {

namespace {

using ColumnKey = std::pair<NodeId, QString>;

class ColumnReader {
public:
    explicit ColumnReader(const Mesh &mesh)
        : m_mesh(mesh)
    {
    }
    const std::vector<ColumnLink> &links(NodeId dataset)
    {
        const auto [it, isNew] = m_read.try_emplace(dataset);
        if (!isNew)
            return it->second;
        for (const ColumnEdge &e : m_mesh.columnEdges(dataset)) {
            const NodeId from = find(Kind::Dataset, e.fromDataset);
            const NodeId to = find(Kind::Dataset, e.toDataset);
            if (from.isValid() && to.isValid())
                it->second.push_back({from, e.fromColumn, to, e.toColumn, find(Kind::Job, e.job), e.transform});
        }
        return it->second;
    }

private:
    /// Column edges name canonical ids without an endpoint: the first endpoint that knows the id is meant.
    NodeId find(Kind kind, const QString &id)
    {
        if (id.isEmpty())
            return {};
        const auto key = std::make_pair(kind, id);
        const auto known = m_ids.find(key);
        if (known != m_ids.end())
            return known->second;
        NodeId found;
        for (const EndpointFacts &endpoint : m_mesh.endpoints()) {
            found = m_mesh.find(endpoint.name, kind, id);
            if (found.isValid())
                break;
        }
        m_ids.emplace(key, found);
        return found;
    }

    const Mesh &m_mesh;
    std::map<NodeId, std::vector<ColumnLink>> m_read;
    std::map<std::pair<Kind, QString>, NodeId> m_ids;
};

std::map<ColumnKey, int> reach(ColumnReader &reader, const ColumnKey &root, bool up)
{
    std::map<ColumnKey, int> depths{{root, 0}};
    std::vector<ColumnKey> queue{root};
    for (size_t i = 0; i < queue.size(); ++i) {
        const ColumnKey at = queue[i];
        const int depth = depths[at];
        for (const ColumnLink &link : reader.links(at.first)) {
            const ColumnKey from{link.fromDataset, link.fromColumn};
            const ColumnKey to{link.toDataset, link.toColumn};
            if ((up ? to : from) != at)
                continue;
            const ColumnKey &next = up ? from : to;
            if (depths.emplace(next, depth + 1).second)
                queue.push_back(next);
        }
    }
    return depths;
}

} // namespace

ColumnTrace traceColumn(const Mesh &mesh, NodeId dataset, const QString &column, int up, int down)
{
    ColumnTrace trace;
    if (!dataset.isValid())
        return trace;
    ColumnReader reader(mesh);
    const ColumnKey root{dataset, column};
    const auto above = reach(reader, root, true);
    const auto below = reach(reader, root, false);
    trace.totalUp = qsizetype(above.size()) - 1;
    trace.totalDown = qsizetype(below.size()) - 1;
    std::map<ColumnKey, int> depths;
    for (const auto &[key, depth] : above) {
        if (up == allDepths || depth <= up)
            depths.emplace(key, -depth);
    }
    for (const auto &[key, depth] : below) {
        if (down != allDepths && depth > down)
            continue;
        const auto [it, isNew] = depths.emplace(key, depth);
        if (!isNew && depth < -it->second)
            it->second = depth;
    }
    for (const auto &[key, depth] : depths)
        trace.steps.push_back({key.first, key.second, depth});
    std::stable_sort(trace.steps.begin(), trace.steps.end(),
                     [](const ColumnStep &a, const ColumnStep &b) { return a.depth < b.depth; });
    std::set<std::tuple<ColumnKey, ColumnKey, NodeId, QString>> seen;
    for (const ColumnStep &step : trace.steps) {
        for (const ColumnLink &link : reader.links(step.dataset)) {
            const ColumnKey from{link.fromDataset, link.fromColumn};
            const ColumnKey to{link.toDataset, link.toColumn};
            if (from != ColumnKey{step.dataset, step.column} || !depths.contains(to))
                continue;
            if (seen.insert({from, to, link.job, link.transform}).second)
                trace.links.push_back(link);
        }
    }
    return trace;
}

} // namespace meshscope
