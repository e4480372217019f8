#include "tests/http/relayproxy.h"

#include <QMutex>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

namespace meshscope::test {

struct RelayProxy::State {
    State(const QByteArray &who, const QByteArray &secret)
        : user(who)
        , password(secret)
    {
    }
    mutable QMutex mutex;
    const QByteArray user;
    const QByteArray password;
    QList<QByteArray> relayed;
};

namespace {

/// One client: first the proxy's own talk, then bytes both ways.
class Relay final : public QObject {
public:
    Relay(QTcpSocket *client, std::shared_ptr<RelayProxy::State> state)
        : m_client(client)
        , m_state(std::move(state))
    {
        m_client->setParent(this);
        m_server.setParent(this);
        m_server.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        connect(m_client, &QTcpSocket::readyRead, this, [this] { fromClient(); });
        connect(m_client, &QTcpSocket::disconnected, this, [this] { m_server.disconnectFromHost(); });
        connect(&m_server, &QTcpSocket::readyRead, this, [this] { m_client->write(m_server.readAll()); });
        connect(&m_server, &QTcpSocket::disconnected, this, [this] { m_client->disconnectFromHost(); });
        connect(&m_server, &QTcpSocket::connected, this, [this] {
            m_client->write(m_welcome);
            m_server.write(m_in);
            m_in.clear();
            m_isOpen = true;
        });
    }

private:
    enum class Step { Hello, Password, Where, Opening };

    void fromClient()
    {
        if (m_isOpen) {
            m_server.write(m_client->readAll());
            return;
        }
        m_in += m_client->readAll();
        if (!m_in.isEmpty() && (m_in[0] == 5 || m_step != Step::Hello))
            socks();
        else
            http();
    }

    void open(const QByteArray &kind, const QString &host, quint16 port, const QByteArray &welcome)
    {
        m_step = Step::Opening;
        m_welcome = welcome;
        {
            const QMutexLocker lock(&m_state->mutex);
            m_state->relayed.append(kind + ' ' + host.toLatin1() + ':' + QByteArray::number(port));
        }
        m_server.connectToHost(host, port);
    }

    void http()
    {
        const qsizetype end = m_in.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = m_in.left(end);
        m_in.remove(0, end + 4);
        const QByteArray proof = (m_state->user + ':' + m_state->password).toBase64();
        if (!head.contains("Proxy-Authorization: Basic " + proof)) {
            m_client->write("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        const QByteArray where = head.split(' ').value(1);
        const qsizetype colon = where.lastIndexOf(':');
        open("connect", QString::fromLatin1(where.left(colon)), where.mid(colon + 1).toUShort(),
             "HTTP/1.1 200 Connected\r\n\r\n");
    }

    /// RFC 1928 and 1929, as far as a client goes that sends each message at once.
    void socks()
    {
        switch (m_step) {
        case Step::Hello:
            m_client->write(m_in.mid(2).contains('\x02') ? QByteArray("\x05\x02") : QByteArray("\x05\xff"));
            m_step = Step::Password;
            break;
        case Step::Password: {
            const auto size = quint8(m_in[1]);
            const bool isRight = m_in.mid(2, size) == m_state->user && m_in.mid(3 + size) == m_state->password;
            m_client->write(isRight ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01"));
            if (!isRight)
                m_client->disconnectFromHost();
            m_step = Step::Where;
            break;
        }
        case Step::Where: {
            const bool isName = m_in[3] == 3;
            const QByteArray host = isName ? m_in.mid(5, quint8(m_in[4])) : m_in.mid(4, 4);
            const QByteArray port = m_in.right(2);
            const QString name = isName ? QString::fromLatin1(host)
                                        : QStringLiteral("%1.%2.%3.%4")
                                              .arg(quint8(host[0]))
                                              .arg(quint8(host[1]))
                                              .arg(quint8(host[2]))
                                              .arg(quint8(host[3]));
            m_in.clear();
            open("socks5", name, quint16((quint8(port[0]) << 8) | quint8(port[1])),
                 QByteArray("\x05\0\0\x01\0\0\0\0\0\0", 10));
            break;
        }
        case Step::Opening: return;
        }
        m_in.clear();
    }

    QTcpSocket *m_client;
    QTcpSocket m_server;
    const std::shared_ptr<RelayProxy::State> m_state;
    QByteArray m_in;
    QByteArray m_welcome;
    Step m_step = Step::Hello;
    bool m_isOpen = false;
};

class Listener final : public QTcpServer {
public:
    explicit Listener(std::shared_ptr<RelayProxy::State> state)
        : m_state(std::move(state))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                (new Relay(socket, m_state))->setParent(this);
        });
    }

private:
    const std::shared_ptr<RelayProxy::State> m_state;
};

} // namespace

RelayProxy::RelayProxy(const QByteArray &user, const QByteArray &password)
    : m_state(std::make_shared<State>(user, password))
    , m_thread(std::make_unique<Listener>(m_state))
{
}

RelayProxy::~RelayProxy() = default;

QList<QByteArray> RelayProxy::relayed() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->relayed;
}

} // namespace meshscope::test
