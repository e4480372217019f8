#pragma once

#include <QByteArray>
#include <QList>
#include <QThread>

#include <memory>

namespace meshscope::test {

/// A proxy on 127.0.0.1 that speaks HTTP CONNECT and SOCKS5 and wants a user and password.
class RelayProxy {
public:
    RelayProxy(const QByteArray &user, const QByteArray &password);
    ~RelayProxy();
    RelayProxy(const RelayProxy &) = delete;
    RelayProxy &operator=(const RelayProxy &) = delete;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QList<QByteArray> relayed() const; ///< "socks5 127.0.0.1:1234", "connect …"

    struct State;

private:
    class Listener;
    std::shared_ptr<State> m_state;
    QThread m_thread;
    Listener *m_listener;
};

} // namespace meshscope::test
