#pragma once

#include "tests/support/serverthread.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace meshscope::test {

/// A proxy on 127.0.0.1 that speaks HTTP CONNECT and SOCKS5 and wants a user and password.
class RelayProxy {
public:
    RelayProxy(const QByteArray &user, const QByteArray &password);
    ~RelayProxy();
    RelayProxy(const RelayProxy &) = delete;
    RelayProxy &operator=(const RelayProxy &) = delete;
    [[nodiscard]] quint16 port() const { return m_thread.port(); }
    [[nodiscard]] QList<QByteArray> relayed() const; ///< "socks5 127.0.0.1:1234", "connect …"

    struct State;

private:
    std::shared_ptr<State> m_state;
    ServerThread m_thread;
};

} // namespace meshscope::test
