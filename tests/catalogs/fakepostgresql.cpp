#include "tests/catalogs/fakepostgresql.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

constexpr quint32 sslRequest = 80877103;
constexpr quint32 cancelRequest = 80877102;

template<class Number>
QByteArray big(Number number)
{
    QByteArray bytes(sizeof number, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray message(char type, const QByteArray &body)
{
    return type + big(quint32(body.size() + 4)) + body;
}

QByteArray text(const QByteArray &value)
{
    return value + '\0';
}

QByteArray failure(const QByteArray &state, const QByteArray &what)
{
    return message('E', 'S' + text("ERROR") + 'V' + text("ERROR") + 'C' + text(state) + 'M' + text(what) + '\0');
}

} // namespace

/// One connection.
class FakePostgreSql::Talk : public QObject {
public:
    Talk(FakePostgreSql &fake, QTcpSocket *socket)
        : m_fake(fake)
        , m_socket(socket)
    {
        connect(m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(m_socket, &QTcpSocket::disconnected, this, [this] { m_isSilent = false; });
        connect(m_socket, &QTcpSocket::bytesWritten, this, [this] { goOn(); });
    }
    void wake()
    {
        if (std::exchange(m_isSilent, false))
            m_socket->write(failure("57014", "canceling statement due to user request") + ready());
    }

private:
    void goOn()
    {
        if (!m_endless.isEmpty() && m_socket->bytesToWrite() < m_endless.size())
            m_socket->write(m_endless);
    }
    bool greets()
    {
        const QMutexLocker lock(&m_fake.m_mutex);
        if (!m_fake.m_greeting)
            return false;
        m_in.clear();
        m_socket->write(*m_fake.m_greeting);
        if (m_fake.m_hangsUp)
            m_socket->disconnectFromHost();
        return true;
    }
    void read()
    {
        m_in += m_socket->readAll();
        if (!m_hasBegun && greets())
            return;
        while (m_hasBegun ? readMessage() : readStart()) {}
    }
    /// The next `count` bytes after `at` as a number.
    [[nodiscard]] quint32 number(qsizetype at) const { return qFromBigEndian<quint32>(m_in.constData() + at); }
    bool readStart()
    {
        if (m_in.size() < 8 || m_in.size() < qsizetype(number(0)))
            return false;
        const quint32 code = number(4);
        const QByteArray rest = m_in.mid(8, number(0) - 8);
        m_in.remove(0, number(0));
        const QMutexLocker lock(&m_fake.m_mutex);
        if (code == sslRequest) {
            m_socket->write("N");
        } else if (code == cancelRequest) {
            ++m_fake.m_cancels;
            for (Talk *talk : std::as_const(m_fake.m_talks))
                talk->wake();
            m_socket->disconnectFromHost();
        } else if (!m_fake.m_refusedState.isEmpty()) {
            m_socket->write(failure(m_fake.m_refusedState, m_fake.m_refusedText));
            m_socket->disconnectFromHost();
        } else {
            m_hasBegun = true;
            m_fake.m_options = rest;
            m_socket->write(message('R', big(quint32(0))) + message('S', text("server_version") + text("15.18")) +
                            message('K', big(quint32(7)) + big(quint32(42))) + ready());
        }
        return true;
    }
    bool readMessage()
    {
        if (m_in.size() < 5 || m_in.size() < qsizetype(number(1)) + 1)
            return false;
        const char type = m_in.at(0);
        const QByteArray body = m_in.mid(5, number(1) - 4);
        m_in.remove(0, qsizetype(number(1)) + 1);
        if (type == 'P')
            m_question.sql = body.mid(body.indexOf('\0') + 1).constData();
        else if (type == 'B')
            readParameters(body.mid(2)); // neither the portal nor the statement has a name
        else if (type == 'S')
            answer();
        return true;
    }
    void readParameters(const QByteArray &body)
    {
        const auto small = [&](qsizetype at) { return qFromBigEndian<quint16>(body.constData() + at); };
        qsizetype at = 2 + 2 * small(0);
        const int count = small(at);
        at += 2;
        m_question.parameters.clear();
        for (int i = 0; i < count; ++i) {
            const auto size = qFromBigEndian<qint32>(body.constData() + at);
            m_question.parameters.append(size < 0 ? QByteArray() : body.mid(at + 4, size));
            at += 4 + std::max<qsizetype>(0, size);
        }
    }
    void answer()
    {
        {
            const QMutexLocker lock(&m_fake.m_mutex);
            m_fake.m_asked.append(m_question);
        }
        const Answer said = m_fake.m_reply(m_question);
        if (m_question.sql.startsWith("BEGIN"))
            m_state = 'T';
        if (m_question.sql.startsWith("ROLLBACK"))
            m_state = 'I';
        QByteArray out = message('1', {}) + message('2', {});
        QByteArray last;
        if (said.columns.isEmpty()) {
            out += message('n', {});
        } else {
            QByteArray heads = big(quint16(said.columns.size()));
            for (const QByteArray &column : said.columns)
                heads += text(column) + big(quint32(0)) + big(quint16(0)) + big(quint32(25)) + big(quint16(0xffff)) +
                         big(quint32(0xffffffff)) + big(quint16(0));
            out += message('T', heads);
        }
        for (const auto &row : said.rows) {
            QByteArray cells = big(quint16(row.size()));
            for (const std::optional<QByteArray> &cell : row)
                cells += cell ? big(quint32(cell->size())) + *cell : big(quint32(0xffffffff));
            last = message('D', cells);
            out += last;
        }
        m_isSilent = said.isSilent;
        if (!said.state.isEmpty())
            m_state = m_state == 'I' ? 'I' : 'E';
        if (!said.isSilent && said.end != Answer::End::Endless)
            out += (said.state.isEmpty() ? message('C', text("SELECT")) : failure(said.state, said.text)) + ready();
        m_socket->write(said.spoil ? said.spoil(out) : out);
        switch (said.end) {
        case Answer::End::Proper: break;
        case Answer::End::Close: m_socket->disconnectFromHost(); break;
        case Answer::End::Reset: m_socket->abort(); break;
        case Answer::End::Endless: m_endless = last.repeated(1 + 65'536 / last.size()); goOn();
        }
    }
    [[nodiscard]] QByteArray ready() const { return message('Z', QByteArray(1, m_state)); }

    FakePostgreSql &m_fake;
    QTcpSocket *m_socket;
    QByteArray m_in;
    Question m_question;
    QByteArray m_endless;
    bool m_hasBegun = false;
    bool m_isSilent = false;
    char m_state = 'I';
};

FakePostgreSql::FakePostgreSql(Reply reply)
    : m_reply(std::move(reply))
    , m_thread(listener())
{
}

FakePostgreSql::~FakePostgreSql() = default;

std::unique_ptr<QTcpServer> FakePostgreSql::listener()
{
    auto server = std::make_unique<QTcpServer>();
    QObject::connect(server.get(), &QTcpServer::newConnection, server.get(), [this, from = server.get()] {
        while (QTcpSocket *const socket = from->nextPendingConnection()) {
            auto *talk = new Talk(*this, socket);
            talk->setParent(socket);
            m_talks.append(talk);
            QObject::connect(talk, &QObject::destroyed, from, [this, talk] { m_talks.removeAll(talk); });
        }
    });
    return server;
}

void FakePostgreSql::refuseWith(const QByteArray &state, const QByteArray &text)
{
    const QMutexLocker lock(&m_mutex);
    m_refusedState = state;
    m_refusedText = text;
}

void FakePostgreSql::greetWith(const QByteArray &bytes, bool isOver)
{
    const QMutexLocker lock(&m_mutex);
    m_greeting = bytes;
    m_hangsUp = isOver;
}

void FakePostgreSql::behave()
{
    const QMutexLocker lock(&m_mutex);
    m_greeting.reset();
    m_refusedState.clear();
}

QString FakePostgreSql::url(const QString &database) const
{
    return u"postgresql://127.0.0.1:%1/%2"_s.arg(port()).arg(database);
}

QList<FakePostgreSql::Question> FakePostgreSql::asked() const
{
    const QMutexLocker lock(&m_mutex);
    return m_asked;
}

QByteArray FakePostgreSql::options() const
{
    const QMutexLocker lock(&m_mutex);
    return m_options;
}

int FakePostgreSql::cancels() const
{
    const QMutexLocker lock(&m_mutex);
    return m_cancels;
}

void FakePostgreSql::forget()
{
    const QMutexLocker lock(&m_mutex);
    m_asked.clear();
}

} // namespace meshscope::test
