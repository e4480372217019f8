#pragma once

#include "ui/endpoints/endpointservices.h"

#include <QFutureWatcher>
#include <QWidget>

#include <atomic>
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace meshscope {

/// Asks for the passphrase of the vault where that is locked, above whatever else is on the page; hidden else.
class VaultBar final : public QWidget {
    Q_OBJECT
public:
    explicit VaultBar(const EndpointServices &services, QWidget *parent = nullptr);
    ~VaultBar() override;
    void refresh();

signals:
    void unlocked();

private:
    void unlock();
    void cancel();
    void take();
    void showState(const QString &text, bool isWrong = false);
    const decltype(EndpointServices::isLocked) m_isLocked;
    const decltype(EndpointServices::unlock) m_unlock;
    QFutureWatcher<Result<void>> m_future;
    std::shared_ptr<std::atomic<bool>> m_attempt; ///< the one under way; set: cancelled
    QLineEdit *m_passphrase;
    QPushButton *m_button;
    QLabel *m_says;
};

} // namespace meshscope
