#include "ui/lineage/lineagebuilder.h"

#include "models/health/health.h"

namespace meshscope {

namespace {

constexpr qsizetype mostWithoutRoot = 1500;

} // namespace

NodeId LineageBuilder::find(const QString &address) const
{
    const Result<Address> parsed = Address::parse(address);
    return parsed ? m_mesh.find(*parsed) : NodeId();
}

void LineageBuilder::collectWhole()
{
    const LineageAnswer answer = graph::wholeAnswer(m_mesh, m_r.level);
    m_out.nodes = qsizetype(answer.nodes.size());
    m_out.complete = answer.complete;
    if (m_out.nodes > mostWithoutRoot) {
        m_out.tooLarge = true;
        return;
    }
    for (const LineageAnswer::Item &item : answer.nodes)
        m_shown.insert(item.node);
    m_reachable = m_shown;
}

void LineageBuilder::collect()
{
    if (!m_r.root.isValid()) {
        collectWhole();
        return;
    }
    const LineageAnswer all = lineage(m_mesh, m_r.root, allDepths, allDepths, m_r.level);
    m_out.root = all.root;
    m_out.complete = all.complete;
    m_out.cycles = all.cycles;
    // Depths of both ways: a node in a cycle is listed once, but may be near either way.
    const LineageAnswer near = lineage(m_mesh, m_r.root, m_r.up, m_r.down, m_r.level);
    for (const LineageAnswer::Item &item : all.nodes)
        m_reachable.insert(item.node);
    for (const LineageAnswer::Item &item : near.nodes)
        m_shown.insert(item.node);
    // What was expanded, also from what an expansion has brought in.
    while (expandOnce()) {}
    m_reachable.insert(m_shown.begin(), m_shown.end());
}

/// Neighbours of what was expanded; a card that stands for several is expanded as all of them.
bool LineageBuilder::expandOnce()
{
    bool grown = false;
    for (const auto &[address, up] : m_r.expanded) {
        std::vector<NodeId> nodes;
        const NodeId one = find(address);
        if (one.isValid() && m_shown.contains(one)) {
            nodes.push_back(one);
        } else if (m_r.folds.isActive()) {
            for (const NodeId n : m_shown) {
                if (foldOf(n) == address)
                    nodes.push_back(n);
            }
        }
        for (const NodeId n : nodes) {
            for (const NodeId other : m_view.beside(n, up))
                grown = m_shown.insert(other).second || grown;
        }
    }
    return grown;
}

NodeEvidence LineageBuilder::evidence() const
{
    NodeEvidence evidence;
    if (!m_health)
        return evidence;
    evidence.now = m_health->asOf;
    evidence.status = [health = m_health](NodeId n) { return health->status(n); };
    evidence.freshAt = [health = m_health](NodeId product) {
        const ProductHealth *known = health->product(product);
        return known && known->freshAt ? *known->freshAt : QDateTime();
    };
    return evidence;
}

void LineageBuilder::filter()
{
    if (!m_r.filter.isActive())
        return;
    std::vector<NodeId> asked;
    for (const NodeId n : m_reachable) {
        if (n == m_out.root)
            continue;
        asked.push_back(n);
        if (!m_matcher.passes(n))
            m_filtered.insert(n);
    }
    m_out.hidden = m_matcher.hidden(asked);
    for (const NodeId n : m_filtered)
        m_shown.erase(n);
}

void LineageBuilder::pin()
{
    for (const QString &address : m_r.pinned) {
        const NodeId n = find(address);
        if (!n.isValid() || m_view.standIn(n) != n)
            continue;
        m_shown.insert(n);
        m_reachable.insert(n);
        m_filtered.erase(n);
    }
}

void LineageBuilder::trace()
{
    const NodeId dataset = m_r.columns && m_r.level == Level::Dataset ? find(m_r.traceDataset) : NodeId();
    if (!dataset.isValid() || m_r.traceColumn.isEmpty())
        return;
    m_out.trace = traceColumn(m_mesh, dataset, m_r.traceColumn, allDepths, allDepths);
    for (const ColumnStep &step : m_out.trace.steps) {
        m_traced[step.dataset].insert(step.column);
        // End to end: the datasets on the trace are shown, however far they are.
        if (!m_filtered.contains(step.dataset))
            m_shown.insert(step.dataset);
        m_reachable.insert(step.dataset);
    }
}

void LineageBuilder::impact()
{
    if (!m_out.trace.steps.empty()) {
        for (const ColumnStep &step : m_out.trace.steps) {
            if (step.depth <= 0 || !m_shown.contains(step.dataset))
                continue;
            ImpactRow row{step.depth, step.dataset, step.column, {}, {}};
            for (const ColumnLink &link : m_out.trace.links) {
                if (link.toDataset != step.dataset || link.toColumn != step.column)
                    continue;
                row.through = link.job.isValid() ? std::vector<NodeId>{link.job}
                                                 : m_view.jobsBetween(link.fromDataset, link.toDataset);
                row.transform = link.transform;
                break;
            }
            m_out.impact.push_back(row);
        }
        return;
    }
    if (!m_out.root.isValid())
        return;
    // Downstream in what is shown, so that the list and the graph agree.
    std::map<NodeId, int> depth;
    std::map<NodeId, NodeId> before;
    std::vector<NodeId> queue;
    for (const NodeId root : rootsAt(m_mesh, m_r.root, m_r.level)) {
        if (m_shown.contains(root) && depth.emplace(root, 0).second)
            queue.push_back(root);
    }
    for (size_t i = 0; i < queue.size(); ++i) {
        for (const NodeId to : m_view.beside(queue[i], false)) {
            if (!m_shown.contains(to) || !depth.emplace(to, depth[queue[i]] + 1).second)
                continue;
            before.emplace(to, queue[i]);
            queue.push_back(to);
        }
    }
    for (const NodeId n : queue) {
        if (depth[n] > 0)
            m_out.impact.push_back({depth[n], n, {}, m_view.jobsBetween(before.at(n), n), {}});
    }
}

LineageScene LineageBuilder::build()
{
    m_out.level = m_r.level;
    collect();
    if (m_out.tooLarge)
        return std::move(m_out);
    filter();
    pin();
    trace();
    fold();
    for (const NodeId n : m_shown) {
        if (foldOf(n).isEmpty())
            addCard(n);
    }
    for (const auto &[id, folded] : m_out.folds)
        addFold(id, folded);
    m_out.shown.assign(m_shown.begin(), m_shown.end());
    m_out.reachable = qsizetype(m_reachable.size());
    m_out.filtered = qsizetype(m_filtered.size());
    m_out.behind = m_out.reachable - m_out.filtered - qsizetype(m_shown.size());
    addLinks();
    impact();
    layOut();
    return std::move(m_out);
}

LineageScene buildLineage(const LineageRequest &request)
{
    return LineageBuilder(request).build();
}

void LineageScene::addEdges(const std::pair<NodeId, NodeId> &pair, QStringList &cards, std::vector<int> &edges) const
{
    const auto joining = edgesOf.find(pair);
    if (joining == edgesOf.end())
        return;
    for (const int e : joining->second) {
        edges.push_back(e);
        for (const int end : {scene->edges()[size_t(e)].from, scene->edges()[size_t(e)].to})
            cards.append(scene->cards()[size_t(end)].id);
    }
}

} // namespace meshscope
