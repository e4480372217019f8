#include "models/catalogs/http/requestlog.h"

namespace meshscope {

RequestLog::RequestLog(qsizetype keep, std::function<void(const LoggedRequest &)> told)
    : m_keep(std::max<qsizetype>(2, keep))
    , m_told(std::move(told))
{
}

void RequestLog::add(const LoggedRequest &request)
{
    {
        const QMutexLocker lock(&m_mutex);
        ++m_count;
        m_bytes += request.bytes;
        if (m_first.size() < m_keep / 2) {
            m_first.append(request);
        } else {
            m_last.append(request);
            if (m_last.size() > m_keep - m_keep / 2)
                m_last.removeFirst();
        }
    }
    if (m_told)
        m_told(request);
}

QList<LoggedRequest> RequestLog::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_first + m_last;
}

qint64 RequestLog::count() const
{
    const QMutexLocker lock(&m_mutex);
    return m_count;
}

qint64 RequestLog::bytes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_bytes;
}

Traffic RequestLog::traffic() const
{
    const QMutexLocker lock(&m_mutex);
    return {m_count, m_bytes, m_first + m_last};
}

} // namespace meshscope
