#include "models/graph/levelview.h"

#include <algorithm>

namespace meshscope {

NodeId LevelView::standIn(NodeId n) const
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

const std::vector<NodeId> &LevelView::beside(NodeId n, bool up)
{
    auto [it, isNew] = m_cache.try_emplace({n, up});
    if (isNew)
        it->second = find(n, up);
    return it->second;
}

std::vector<NodeId> LevelView::datasets(NodeId n)
{
    if (m_mesh.kind(n) == Kind::Dataset)
        return {n};
    if (m_mesh.kind(n) == Kind::Product) {
        const auto own = m_mesh.datasetsOf(n);
        return {own.begin(), own.end()};
    }
    return domainMembers(n, Kind::Dataset);
}

std::vector<NodeId> LevelView::find(NodeId n, bool up)
{
    std::vector<NodeId> found;
    const auto add = [&](NodeId other) {
        const NodeId s = other.isValid() ? standIn(other) : other;
        if (s.isValid() && (s != n || m_level == Level::Dataset))
            found.push_back(s);
    };
    const auto addFlows = [&](NodeId product) {
        for (const NodeId other : up ? m_mesh.productsUpstream(product) : m_mesh.productsDownstream(product))
            add(other);
    };
    for (const NodeId d : datasets(n)) {
        for (const NodeId other : up ? m_mesh.upstream(d) : m_mesh.downstream(d))
            add(other);
    }
    if (m_level == Level::Product && m_mesh.kind(n) == Kind::Product)
        addFlows(n);
    if (m_level == Level::Domain) {
        for (const NodeId p : domainMembers(n, Kind::Product))
            addFlows(p);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// Products or datasets that stand under a domain, found once for all domains.
std::vector<NodeId> LevelView::domainMembers(NodeId domain, Kind kind)
{
    std::map<NodeId, std::vector<NodeId>> &members = kind == Kind::Product ? m_products : m_datasets;
    if (members.empty()) {
        for (const NodeId n : m_mesh.nodes(kind))
            members[standIn(n)].push_back(n);
    }
    const auto it = members.find(domain);
    return it == members.end() ? std::vector<NodeId>() : it->second;
}

std::vector<NodeId> LevelView::jobsBetween(NodeId from, NodeId to)
{
    std::vector<NodeId> jobs;
    for (const NodeId d : datasets(from)) {
        for (const NodeId t : m_mesh.downstream(d)) {
            if (standIn(t) != to)
                continue;
            for (const NodeId job : m_mesh.edgeJobs(d, t))
                jobs.push_back(job);
        }
    }
    std::sort(jobs.begin(), jobs.end());
    jobs.erase(std::unique(jobs.begin(), jobs.end()), jobs.end());
    return jobs;
}

} // namespace meshscope
