#pragma once

#include "ui/endpoints/endpointservices.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace meshscope {

/// Asks for the passphrase of the vault where that is locked, above whatever else is on the page; hidden else.
class VaultBar final : public QWidget {
    Q_OBJECT
public:
    explicit VaultBar(const EndpointServices &services, QWidget *parent = nullptr);
    void refresh();

signals:
    void unlocked();

private:
    void unlock();
    const std::function<bool()> m_isLocked;
    const std::function<Result<void>(const QByteArray &)> m_unlock;
    QLineEdit *m_passphrase;
    QLabel *m_says;
};

} // namespace meshscope
