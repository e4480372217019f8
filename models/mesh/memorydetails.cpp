#include "models/mesh/meshbuilder.h"

#include <algorithm>

namespace meshscope {

namespace {
template<class T>
QList<T> picked(const QList<T> &all, const QList<qsizetype> &positions)
{
    QList<T> result;
    result.reserve(positions.size());
    for (const qsizetype i : positions)
        result.append(all[i]);
    return result;
}
} // namespace

void MemoryDetails::add(const QString &endpoint, const Records &records)
{
    auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &p) { return p.endpoint == endpoint; });
    if (found == m_parts.end())
        found = m_parts.insert(m_parts.end(), Part{endpoint, {}, {}, {}, {}, {}, {}, {}, {}});
    Part &p = *found;
    for (const Column &c : records.columns) {
        p.columnsOf[c.dataset].append(p.columns.size());
        p.columns.append(c);
    }
    for (QList<qsizetype> &positions : p.columnsOf) {
        std::stable_sort(positions.begin(), positions.end(),
                         [&](qsizetype a, qsizetype b) { return p.columns[a].ordinal < p.columns[b].ordinal; });
    }
    for (const ColumnEdge &e : records.columnLineage) {
        p.edgesOf[e.fromDataset].append(p.edges.size());
        if (e.toDataset != e.fromDataset)
            p.edgesOf[e.toDataset].append(p.edges.size());
        p.edges.append(e);
    }
    for (const QualityRule &r : records.qualityRules) {
        if (!r.dataset.isEmpty())
            p.rulesOf[r.dataset].append(p.rules.size());
        if (!r.contract.isEmpty() && r.contract != r.dataset)
            p.rulesOf[r.contract].append(p.rules.size());
        p.rules.append(r);
    }
    p.measurements += records.measurements;
    std::stable_sort(p.measurements.begin(), p.measurements.end(),
                     [](const Measurement &a, const Measurement &b) { return a.at < b.at; });
    p.measurementsOf.clear();
    for (qsizetype i = 0; i < p.measurements.size(); ++i)
        p.measurementsOf[p.measurements[i].target].append(i);
}

const MemoryDetails::Part *MemoryDetails::part(const QString &endpoint) const
{
    for (const Part &p : m_parts) {
        if (p.endpoint == endpoint)
            return &p;
    }
    return nullptr;
}

QList<Column> MemoryDetails::columns(const QString &endpoint, const QString &dataset) const
{
    const Part *p = part(endpoint);
    return p ? picked(p->columns, p->columnsOf.value(dataset)) : QList<Column>{};
}

QList<ColumnEdge> MemoryDetails::columnEdges(const QString &endpoint, const QString &dataset) const
{
    const Part *p = part(endpoint);
    return p ? picked(p->edges, p->edgesOf.value(dataset)) : QList<ColumnEdge>{};
}

QList<QualityRule> MemoryDetails::qualityRules(const QString &endpoint, const QString &owner) const
{
    const Part *p = part(endpoint);
    return p ? picked(p->rules, p->rulesOf.value(owner)) : QList<QualityRule>{};
}

QList<Measurement> MemoryDetails::measurements(const QString &endpoint, const QString &target, const QDateTime &from,
                                               const QDateTime &until) const
{
    QList<Measurement> result;
    const auto take = [&](const Measurement &m) {
        if ((!from.isValid() || m.at >= from) && (!until.isValid() || m.at <= until))
            result.append(m);
    };
    for (const Part &p : m_parts) {
        if (!endpoint.isEmpty() && p.endpoint != endpoint)
            continue;
        if (target.isEmpty()) {
            for (const Measurement &m : p.measurements)
                take(m);
        } else {
            for (const qsizetype i : p.measurementsOf.value(target))
                take(p.measurements[i]);
        }
    }
    if (endpoint.isEmpty() && m_parts.size() > 1) {
        std::stable_sort(result.begin(), result.end(),
                         [](const Measurement &a, const Measurement &b) { return a.at < b.at; });
    }
    return result;
}

} // namespace meshscope
