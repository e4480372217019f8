#include "ui/endpoints/errand.h"

#include <QtConcurrentRun>

namespace meshscope {

Errand::Errand(QObject *parent)
    : QObject(parent)
{
    connect(&m_future, &QFutureWatcherBase::finished, this, &Errand::take);
}

Errand::~Errand()
{
    m_future.disconnect(this);
    m_future.waitForFinished();
}

void Errand::run(Work work, Then then)
{
    m_asked.enqueue({std::move(work), std::move(then)});
    next();
}

void Errand::next()
{
    if (m_isRunning || m_asked.isEmpty())
        return;
    m_isRunning = true;
    m_future.setFuture(QtConcurrent::run(m_asked.head().first));
}

void Errand::take()
{
    const Then then = m_asked.dequeue().second; // and what it worked on: a secret stays nowhere longer than it must
    const Result<QString> done = m_future.result();
    m_isRunning = false;
    then(done);
    next();
}

} // namespace meshscope
