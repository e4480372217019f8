#include "tests/support/scriptedserver.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <sys/socket.h>

namespace meshscope::test {

struct ScriptedServer::State {
    explicit State(Answer how)
        : answer(std::move(how))
    {
    }
    mutable QMutex mutex;
    const Answer answer;
    QList<SeenRequest> seen;
    int connections = 0;
    int gone = 0;
    int waiting = 0;
    int mostAtOnce = 0;
    int holdUntil = 0;
};

namespace {

/// One connection: cuts requests out of the stream and does what the script says.
class Connection final : public QObject {
public:
    Connection(QTcpSocket *socket, int number, std::shared_ptr<ScriptedServer::State> state, std::function<void()> arrived)
        : m_socket(socket)
        , m_number(number)
        , m_state(std::move(state))
        , m_arrived(std::move(arrived))
    {
        m_socket->setParent(this);
        connect(m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(m_socket, &QTcpSocket::disconnected, this, [this] {
            const QMutexLocker lock(&m_state->mutex);
            ++m_state->gone;
            deleteLater();
        });
        connect(m_socket, &QTcpSocket::bytesWritten, this, [this] { repeat(); });
        connect(&m_drip, &QTimer::timeout, this, [this] { drip(); });
    }

    void read()
    {
        m_in += m_socket->readAll();
        const qsizetype end = m_in.indexOf("\r\n\r\n");
        if (end < 0 || m_pending)
            return;
        SeenRequest request;
        const QList<QByteArray> lines = m_in.left(end).split('\n');
        request.method = lines[0].split(' ').value(0);
        request.target = lines[0].split(' ').value(1);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            request.headers.append({lines[i].left(colon), lines[i].mid(colon + 1).trimmed()});
        }
        const qsizetype size = request.header("content-length").toLongLong();
        if (m_in.size() < end + 4 + size)
            return;
        request.body = m_in.mid(end + 4, size);
        request.connection = m_number;
        if (auto *secure = qobject_cast<QSslSocket *>(m_socket))
            request.peer = secure->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
        m_in.remove(0, end + 4 + size);
        m_pending = std::move(request);
        {
            const QMutexLocker lock(&m_state->mutex);
            m_state->seen.append(*m_pending);
            ++m_state->waiting;
            m_state->mostAtOnce = std::max(m_state->mostAtOnce, m_state->waiting);
        }
        m_arrived();
    }

    [[nodiscard]] bool isWaiting() const { return m_pending.has_value(); }

    void serve()
    {
        const SeenRequest request = std::move(*m_pending);
        m_pending.reset();
        {
            const QMutexLocker lock(&m_state->mutex);
            --m_state->waiting;
        }
        m_script = m_state->answer(request);
        m_out = m_script.bytes;
        if (m_script.drip > 0) {
            m_drip.start(m_script.drip);
            return;
        }
        m_socket->write(m_out);
        afterwards();
    }

private:
    void drip()
    {
        m_socket->write(m_out.left(m_script.portion));
        m_socket->flush();
        m_out.remove(0, m_script.portion);
        if (!m_out.isEmpty())
            return;
        m_drip.stop();
        afterwards();
    }

    void afterwards()
    {
        switch (m_script.then) {
        case Script::Then::Close: m_socket->disconnectFromHost(); break;
        case Script::Then::Reset: reset(); break;
        case Script::Then::Repeat: repeat(); break;
        case Script::Then::Nothing: read(); break; // the next may be there
        case Script::Then::Stall: break;
        }
    }

    /// Closed with a linger of nothing, TCP says “reset” rather than “end”.
    void reset()
    {
        const linger nothing{1, 0};
        ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &nothing, sizeof nothing);
        m_socket->abort();
    }

    void repeat()
    {
        if (m_script.then == Script::Then::Repeat && m_socket->bytesToWrite() < 65'536)
            m_socket->write(m_script.chunk);
    }

    QTcpSocket *m_socket;
    const int m_number;
    const std::shared_ptr<ScriptedServer::State> m_state;
    const std::function<void()> m_arrived;
    QTimer m_drip{this};
    QByteArray m_in;
    QByteArray m_out;
    Script m_script;
    std::optional<SeenRequest> m_pending;
};

} // namespace

class ScriptedServer::Listener final : public QTcpServer {
public:
    Listener(std::shared_ptr<State> state, const std::optional<QSslConfiguration> &tls)
        : m_state(std::move(state))
        , m_tls(tls)
    {
    }

    void arrived()
    {
        const QList<QObject *> all = children();
        {
            const QMutexLocker lock(&m_state->mutex);
            if (m_state->waiting < m_state->holdUntil)
                return;
            m_state->holdUntil = 0;
        }
        for (QObject *child : all) {
            auto *connection = dynamic_cast<Connection *>(child);
            if (connection && connection->isWaiting())
                connection->serve();
        }
    }

protected:
    void incomingConnection(qintptr handle) override
    {
        QTcpSocket *socket = nullptr;
        if (m_tls) {
            auto *secure = new QSslSocket;
            secure->setSslConfiguration(*m_tls);
            socket = secure;
        } else {
            socket = new QTcpSocket;
        }
        socket->setSocketDescriptor(handle);
        int number = 0;
        {
            const QMutexLocker lock(&m_state->mutex);
            number = ++m_state->connections;
        }
        auto *connection = new Connection(socket, number, m_state, [this] { arrived(); });
        connection->setParent(this);
        if (auto *secure = qobject_cast<QSslSocket *>(socket))
            secure->startServerEncryption();
    }

private:
    const std::shared_ptr<State> m_state;
    const std::optional<QSslConfiguration> m_tls;
};

QByteArray SeenRequest::header(const char *name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Script Script::answer(int status, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    Script script;
    script.bytes = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\n";
    for (const auto &[name, value] : headers)
        script.bytes += name + ": " + value + "\r\n";
    script.bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return script;
}

ScriptedServer::ScriptedServer(Answer answer, const std::optional<QSslConfiguration> &tls)
    : m_state(std::make_shared<State>(std::move(answer)))
    , m_listener(new Listener(m_state, tls))
    , m_isTls(tls.has_value())
    , m_thread(std::unique_ptr<QTcpServer>(m_listener))
{
}

ScriptedServer::~ScriptedServer() = default;

QUrl ScriptedServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(m_isTls ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(port())
                    .arg(path));
}

QList<SeenRequest> ScriptedServer::seen() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->seen;
}

int ScriptedServer::connections() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->connections;
}

int ScriptedServer::gone() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->gone;
}

int ScriptedServer::mostAtOnce() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->mostAtOnce;
}

void ScriptedServer::holdUntil(int waiting)
{
    {
        const QMutexLocker lock(&m_state->mutex);
        m_state->holdUntil = waiting;
    }
    if (waiting == 0)
        QMetaObject::invokeMethod(m_listener, [this] { m_listener->arrived(); });
}

} // namespace meshscope::test
