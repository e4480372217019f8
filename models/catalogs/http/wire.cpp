#include "models/catalogs/http/wire.h"

#include "models/catalogs/http/rawget.h"
#include "models/catalogs/http/transfer.h"
#include "models/security/algorithms.h"

#include <QNetworkAccessManager>
#include <QPointer>

namespace meshscope {

/// What lives in the wire's thread.
struct Wire::Desk final : QObject {
    std::unique_ptr<QNetworkAccessManager> manager;
    const std::shared_ptr<Rejected> rejected = std::make_shared<Rejected>();
};

Wire::Wire(const HttpProfile &profile, QSslConfiguration tls)
    : m_settings(profile.tls)
    , m_proxy(profile.proxy)
    , m_tls(std::move(tls))
    , m_desk(new Desk)
{
    loadAlgorithms();
    m_thread.setObjectName(QStringLiteral("http"));
    m_desk->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_desk, [desk = m_desk, proxy = m_proxy] {
        desk->manager = std::make_unique<QNetworkAccessManager>();
        applyProxy(*desk->manager, proxy);
    });
}

Wire::~Wire()
{
    QMetaObject::invokeMethod(
        m_desk,
        [desk = m_desk] {
            qDeleteAll(desk->findChildren<QObject *>(Qt::FindDirectChildrenOnly)); // requests somebody lost patience with
            desk->manager.reset();
            delete desk;
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Exchange Wire::send(const WireRequest &request, const IsCancelled &cancelled)
{
    auto shared = std::make_shared<Shared>();
    Errand *errand = nullptr;
    if (request.rawTarget.isEmpty())
        errand = new Transfer(request, m_settings, m_proxy, shared, m_desk->rejected);
    else
        errand = new RawGet(request, m_settings, m_proxy, shared);
    errand->moveToThread(&m_thread);
    const QPointer<Errand> known(errand); // only looked at in the wire's thread
    QMetaObject::invokeMethod(m_desk, [desk = m_desk, known, tls = m_tls, proxy = m_proxy, isOnce = !request.isRepeatable] {
        known->setParent(desk);
        if (!isOnce)
            return known->start(*desk->manager, tls);
        // a pooled connection may just be closing, and then nobody knows whether the request arrived: a fresh one
        auto *fresh = new QNetworkAccessManager(known.data());
        applyProxy(*fresh, proxy);
        known->start(*fresh, tls);
    });
    std::unique_lock lock(shared->mutex);
    while (!shared->ended.wait_for(lock, std::chrono::milliseconds(20), [&shared] { return shared->isOver; })) {
        if (!cancelled())
            continue;
        QMetaObject::invokeMethod(m_desk, [known] {
            if (known)
                known->stop(Exchange::End::Cancelled);
        });
        Exchange exchange;
        exchange.end = Exchange::End::Cancelled;
        return exchange;
    }
    return std::move(shared->exchange);
}

} // namespace meshscope
