#include "models/formats/openlineage.h"

#include "models/mesh/address.h"

using namespace Qt::StringLiterals;

// The part of OpenLineageLog for catalogs that were fed by events and tell of things as they stand.
namespace meshscope {

Dataset &OpenLineageLog::tellDataset(const Node &item, const QString &ns, const QString &name, const Node &facets,
                                     const QDateTime &at)
{
    const QString id = dataset(ns, name, item).dataset.id;
    m_datasets[m_datasetIndex.value(id)].dataset.source = place(item, {}); // it may have been mentioned before
    readFacets(facets, id, Part::Alone, {item, at, {}, {}, {}});
    return m_datasets[m_datasetIndex.value(id)].dataset;
}

QList<Column> &OpenLineageLog::columnsOf(const QString &dataset)
{
    return m_datasets[m_datasetIndex.value(dataset)].columns;
}

Job &OpenLineageLog::tellJob(const Node &item, const QString &ns, const QString &name, const Node &facets)
{
    Job &told = job(ns, name, item);
    told.source = place(item, {});
    addJobFacets(facets, told);
    return told;
}

void OpenLineageLog::tellFlow(const QString &job, const QStringList &inputs, const QStringList &outputs)
{
    RunState &state = run(job + u'\n', job);
    state.inputs += inputs;
    state.outputs += outputs;
}

void OpenLineageLog::tellRun(const Node &item, const QString &jobId, const QString &runId, const QString &type,
                             const QDateTime &at, const Node &facets)
{
    const auto known = m_jobIndex.constFind(jobId);
    if (known == m_jobIndex.cend())
        return;
    Job &ran = m_jobs[*known];
    addRunFacts(facets, type, ran);
    ran.lastRunAt = at;
    ran.lastRunState = type;
    ran.lastRunId = runId;
    addParent(facets.has("parent") ? facets["parent"] : facets["parentRun"], jobId, item);
}

void OpenLineageLog::tellObserved(const Node &item, const QString &ns, const QString &name, Part part, const Node &facets,
                                  const QString &runId, const QDateTime &at)
{
    const QString id = dataset(ns, name, item).dataset.id;
    readFacets(facets, id, part, {item, at, {}, {}, runId});
}

void OpenLineageLog::tellColumnEdge(const QString &from, const QString &fromColumn, const QString &to,
                                    const QString &toColumn, const QString &transform)
{
    const auto known = m_columnEdges.constFind(QStringList{from, fromColumn, to, toColumn, QString()}.join(u'\n'));
    if (known == m_columnEdges.cend() || m_out.columnLineage[*known].transform.isEmpty())
        addColumnEdge(from, fromColumn, to, toColumn, {}, transform);
}

} // namespace meshscope
