#include "models/catalogs/http/loopback.h"

#include "models/catalogs/http/message.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUrlQuery>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OAuth)
};

void answer(QTcpSocket &socket, const char *status, const QString &text)
{
    const QByteArray body =
        "<!doctype html><meta charset=\"utf-8\"><title>Meshscope</title><p style=\"font-family:sans-serif\">" +
        text.toHtmlEscaped().toUtf8();
    socket.write(QByteArray("HTTP/1.1 ") + status +
                 "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
                 "Connection: close\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.waitForBytesWritten(1000);
    socket.disconnectFromHost();
}

QString plain(const QUrlQuery &query, const char *name)
{
    QString text = query.queryItemValue(QLatin1StringView(name), QUrl::FullyEncoded);
    text.replace(u'+', u' ');
    return QUrl::fromPercentEncoding(text.toLatin1());
}

} // namespace

Result<QString> Loopback::listen()
{
    m_server.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    if (m_server.listen(QHostAddress::LocalHost))
        return QStringLiteral("http://127.0.0.1:%1/callback").arg(m_server.serverPort());
    return fail(
        Error::Code::Io,
        Text::tr("No port of this computer can be opened for the browser to come back to: %1").arg(m_server.errorString()));
}

std::optional<Loopback::Back> Loopback::read(QTcpSocket &socket, const QByteArray &state)
{
    const QByteArrayList line = socket.readLine(16'384).split(' ');
    const QUrl url = QUrl::fromEncoded("http://127.0.0.1" + line.value(1));
    const QUrlQuery query(url);
    if (line.value(0) != "GET" || url.path() != QLatin1String("/callback")) {
        answer(socket, "404 Not Found", Text::tr("There is nothing here."));
        return std::nullopt;
    }
    if (plain(query, "state").toLatin1() != state) {
        answer(socket, "400 Bad Request", Text::tr("This is not the login that was begun. Start it again in Meshscope."));
        return std::nullopt;
    }
    const QByteArray code = plain(query, "code").toUtf8();
    if (!code.isEmpty()) {
        answer(socket, "200 OK", Text::tr("You are logged in. This page can be closed."));
        return Back{code, {}};
    }
    const QString said = plain(query, "error_description");
    answer(socket, "200 OK", Text::tr("The login was refused. Meshscope says more."));
    return Back{{}, said.isEmpty() ? plain(query, "error") : said};
}

Result<QByteArray> Loopback::waitForCode(const QByteArray &state, const IsCancelled &isOver)
{
    while (!isOver()) {
        m_server.waitForNewConnection(20);
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            m_waiting.append(socket);
        for (QTcpSocket *socket : QList<QTcpSocket *>(m_waiting)) {
            if (!socket->canReadLine())
                socket->waitForReadyRead(1);
            const bool isGone = socket->state() != QAbstractSocket::ConnectedState || socket->bytesAvailable() > 16'384;
            if (!socket->canReadLine() && !isGone)
                continue;
            m_waiting.removeOne(socket);
            const std::optional<Back> back = socket->canReadLine() ? read(*socket, state) : std::nullopt;
            delete socket;
            if (!back)
                continue;
            if (!back->code.isEmpty())
                return back->code;
            return fail(Error::Code::Refused, Text::tr("The login was refused: %1").arg(back->refusal.left(300)));
        }
    }
    return fail(Error::Code::Cancelled, Text::tr("Cancelled."));
}

} // namespace meshscope
