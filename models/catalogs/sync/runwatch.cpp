#include "models/catalogs/sync/runwatch.h"

#include "models/mesh/traffic.h"

using namespace Qt::StringLiterals;

namespace meshscope {

void RunWatch::report(qint64 done, qint64 total, const QString &what)
{
    const QMutexLocker lock(&m_mutex);
    m_state.done = done;
    m_state.total = total;
    m_state.what = what;
}

void RunWatch::count(const Records &records)
{
    const std::initializer_list<std::pair<QString, qsizetype>> counts{{u"domain"_s, records.domains.size()},
                                                                      {u"product"_s, records.products.size()},
                                                                      {u"port"_s, records.ports.size()},
                                                                      {u"contract"_s, records.contracts.size()},
                                                                      {u"dataset"_s, records.datasets.size()},
                                                                      {u"column"_s, records.columns.size()},
                                                                      {u"job"_s, records.jobs.size()},
                                                                      {u"term"_s, records.terms.size()},
                                                                      {u"party"_s, records.parties.size()},
                                                                      {u"lineageEdge"_s, records.lineage.size()},
                                                                      {u"columnEdge"_s, records.columnLineage.size()},
                                                                      {u"measurement"_s, records.measurements.size()}};
    const QMutexLocker lock(&m_mutex);
    for (const auto &[word, count] : counts) {
        if (count > 0)
            m_state.got[word] += count;
    }
}

void RunWatch::count(const LoggedRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    ++m_state.requests;
    m_state.bytes += request.bytes;
}

RunWatch::State RunWatch::state() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state;
}

} // namespace meshscope
