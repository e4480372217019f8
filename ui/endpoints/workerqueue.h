#pragma once

#include "models/mesh/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QQueue>

#include <functional>

namespace meshscope {

/// What a person asked for and would have the window wait: done in a worker, one after another, and told in the window's
/// thread. A vault or a keychain takes its time.
class WorkerQueue final : public QObject {
public:
    using Work = std::function<Result<QString>()>;
    using Then = std::function<void(const Result<QString> &)>;
    explicit WorkerQueue(QObject *parent = nullptr);
    /// What was begun is let finish, as it writes into the workspace; what was not is not done.
    ~WorkerQueue() override;
    void run(Work work, Then then);

private:
    void next();
    void take();
    QQueue<std::pair<Work, Then>> m_asked; ///< the first is under way
    QFutureWatcher<Result<QString>> m_future;
    bool m_isRunning = false;
};

} // namespace meshscope
