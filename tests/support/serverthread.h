#pragma once

#include <QThread>

#include <memory>

class QTcpServer;

namespace meshscope::test {

/// Lets a server listen on 127.0.0.1 in a thread of its own, in which it ends too.
class ServerThread {
public:
    explicit ServerThread(std::unique_ptr<QTcpServer> server);
    ~ServerThread();
    ServerThread(const ServerThread &) = delete;
    ServerThread &operator=(const ServerThread &) = delete;
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QThread m_thread;
    QTcpServer *m_server; ///< lives in the thread
    quint16 m_port = 0;
};

} // namespace meshscope::test
