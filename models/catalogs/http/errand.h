#pragma once

#include "models/catalogs/http/wire.h"

#include <QObject>

#include <condition_variable>
#include <mutex>

namespace meshscope {

/// What the waiting thread and the wire's have in common; outlives a caller that was cancelled.
struct Shared {
    std::mutex mutex;
    std::condition_variable ended;
    bool isOver = false;
    Exchange exchange;

    void deliver(Exchange result)
    {
        {
            const std::lock_guard lock(mutex);
            exchange = std::move(result);
            isOver = true;
        }
        ended.notify_all();
    }
};

/// One request under way, in the wire's thread. Delivers once, then deletes itself.
class Errand : public QObject {
public:
    virtual void start(QNetworkAccessManager &manager, const QSslConfiguration &tls) = 0;
    virtual void stop(Exchange::End end) = 0;
};

} // namespace meshscope
