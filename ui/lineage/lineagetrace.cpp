#include "ui/graph/graphview.h"
#include "ui/lineage/impactlist.h"
#include "ui/lineage/lineagepage.h"
#include "ui/lineage/tracebar.h"
#include "ui/widgets/labels.h"

#include <QSignalBlocker>
#include <QToolButton>

namespace meshscope {

void LineagePage::traceFrom(const QString &id, const QString &column)
{
    if (m_traceDataset == id && m_traceColumn == column) {
        endTrace();
        return;
    }
    // A click on another traced row picks the end of the path; anywhere else begins a new trace.
    const NodeId n = find(id);
    for (const ColumnStep &step : m_shown.trace.steps) {
        if (step.dataset == n && step.column == column && step.depth > 0) {
            m_targetDataset = id;
            m_targetColumn = column;
            showTrace();
            m_impact->select(id, column);
            return;
        }
    }
    m_traceDataset = id;
    m_traceColumn = column;
    m_targetDataset.clear();
    m_targetColumn.clear();
    {
        const QSignalBlocker blocker(m_columns); // the tree names columns that the cards do not show
        m_columns->setChecked(true);
    }
    m_kept = id;
    rebuild(id);
    emit locationChanged();
}

void LineagePage::endTrace()
{
    m_traceDataset.clear();
    m_traceColumn.clear();
    m_targetDataset.clear();
    m_targetColumn.clear();
    rebuild(m_root);
    emit locationChanged();
}

void LineagePage::showTrace()
{
    const ColumnTrace &trace = m_shown.trace;
    m_traceBar->setVisible(!trace.steps.empty());
    if (lightPath())
        return;
    if (trace.steps.empty() || !m_shown.scene) {
        m_view->clearTrace();
        return;
    }
    const Mesh &mesh = *m_snapshot.mesh;
    const auto named = [&](NodeId dataset, const QString &column) { return mesh.name(dataset) + u'.' + column; };
    const NodeId from = find(m_traceDataset);
    std::set<std::pair<NodeId, NodeId>> pairs;
    std::set<NodeId> datasets;
    const NodeId target = find(m_targetDataset);
    const TracePath path = target.isValid() ? pathThrough(trace, from, m_traceColumn, target, m_targetColumn) : TracePath();
    if (!path.steps.empty()) {
        for (size_t i = 0; i < path.steps.size(); ++i) {
            datasets.insert(path.steps[i].first);
            if (i > 0)
                pairs.insert({path.steps[i - 1].first, path.steps[i].first});
        }
        QString detail = tr("%Ln jobs", "", int(path.jobs.size()));
        detail = path.paths == 1 ? tr("%1, one path").arg(detail)
                                 : tr("%1, the shortest of %2 paths").arg(detail, numberText(path.paths));
        m_traceBar->setTrace(named(path.steps.front().first, path.steps.front().second), named(target, m_targetColumn),
                             detail);
    } else {
        for (const ColumnStep &step : trace.steps)
            datasets.insert(step.dataset);
        for (const ColumnLink &link : trace.links)
            pairs.insert({link.fromDataset, link.toDataset});
        m_traceBar->setTrace(named(from, m_traceColumn), {},
                             trace.totalUp + trace.totalDown == 0
                                 ? tr("no endpoint knows where it comes from or goes to")
                                 : tr("%1, %2").arg(tr("%Ln columns upstream", "", int(trace.totalUp)),
                                                    tr("%Ln downstream", "", int(trace.totalDown))));
    }
    QStringList cards;
    std::vector<int> edges;
    for (const NodeId n : datasets)
        cards.append(mesh.address(n).toString());
    for (const auto &pair : pairs)
        m_shown.addEdges(pair, cards, edges);
    m_view->setTrace(cards, edges);
    placeOverlays();
}

} // namespace meshscope
