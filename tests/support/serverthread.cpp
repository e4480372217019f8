#include "tests/support/serverthread.h"

#include <QHostAddress>
#include <QTcpServer>

namespace meshscope::test {

ServerThread::ServerThread(std::unique_ptr<QTcpServer> server)
    : m_server(server.release())
{
    m_thread.setObjectName(QStringLiteral("server"));
    m_server->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_server,
        [this] {
            m_server->listen(QHostAddress::LocalHost);
            m_port = m_server->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

ServerThread::~ServerThread()
{
    QMetaObject::invokeMethod(
        m_server, [server = m_server] { delete server; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace meshscope::test
