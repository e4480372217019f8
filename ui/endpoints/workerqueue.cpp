#include "ui/endpoints/workerqueue.h"

#include <QtConcurrentRun>

namespace meshscope {

WorkerQueue::WorkerQueue(QObject *parent)
    : QObject(parent)
{
    connect(&m_future, &QFutureWatcherBase::finished, this, &WorkerQueue::take);
}

WorkerQueue::~WorkerQueue()
{
    m_future.disconnect(this);
    m_future.waitForFinished();
}

void WorkerQueue::run(Work work, Then then)
{
    m_asked.enqueue({std::move(work), std::move(then)});
    next();
}

void WorkerQueue::next()
{
    if (m_isRunning || m_asked.isEmpty())
        return;
    m_isRunning = true;
    m_future.setFuture(QtConcurrent::run(m_asked.head().first));
}

void WorkerQueue::take()
{
    const Then then = m_asked.dequeue().second; // and what it worked on: a secret stays nowhere longer than it must
    const Result<QString> done = m_future.result();
    m_isRunning = false;
    then(done);
    next();
}

} // namespace meshscope
