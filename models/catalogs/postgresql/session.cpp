#include "models/catalogs/postgresql/session.h"

#include "models/catalogs/http/requestlog.h"
#include "models/catalogs/postgresql/refusal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <libpq-fe.h>

#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <poll.h>
#include <sys/ioctl.h>
#include <thread>

// The first part of Session: what is asked, and row after row of what comes; see sessionconnect.cpp.
namespace meshscope::postgresql {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::PostgreSql)
};

constexpr int statementSeconds = 300;
constexpr qint64 largestRow = qint64(64) * 1024 * 1024; ///< libpq keeps a row until all of it has come

struct Clear {
    void operator()(PGresult *result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

QString messageOf(const char *text)
{
    return saidInOneLine(QString::fromUtf8(text));
}

} // namespace

QByteArray Row::bytes(int column) const
{
    if (PQgetisnull(m_result, 0, column))
        return {};
    return QByteArray(PQgetvalue(m_result, 0, column), PQgetlength(m_result, 0, column));
}

QByteArrayView Row::view(int column) const
{
    return {PQgetvalue(m_result, 0, column), PQgetlength(m_result, 0, column)};
}

bool Row::isNull(int column) const
{
    return PQgetisnull(m_result, 0, column) == 1;
}

QString Row::text(int column) const
{
    return QString::fromUtf8(PQgetvalue(m_result, 0, column), PQgetlength(m_result, 0, column));
}

qint64 Row::number(int column) const
{
    return QByteArray::fromRawData(PQgetvalue(m_result, 0, column), PQgetlength(m_result, 0, column)).toLongLong();
}

bool Row::flag(int column) const
{
    return *PQgetvalue(m_result, 0, column) == 't';
}

Session::Session(Target target, std::shared_ptr<RequestLog> log, IsCancelled cancelled)
    : m_target(std::move(target))
    , m_log(std::move(log))
    , m_cancelled(std::move(cancelled))
{
}

Session::~Session()
{
    PQfinish(m_connection);
}

Result<std::unique_ptr<Session>> Session::open(const Target &target, std::shared_ptr<RequestLog> log, IsCancelled cancelled)
{
    std::unique_ptr<Session> session(new Session(target, std::move(log), std::move(cancelled)));
    if (const Result<void> connected = session->connect(); !connected)
        return Failure(connected.error());
    return session;
}

Session::Wait Session::waitFor(bool forWriting, int seconds) const
{
    QElapsedTimer timer;
    timer.start();
    pollfd socket{PQsocket(m_connection), short(forWriting ? POLLOUT : POLLIN), 0};
    while (true) {
        if (m_cancelled())
            return Wait::Cancelled;
        const int ready = ::poll(&socket, 1, 100);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return Wait::Ready; // what is wrong with the socket, libpq says
        if (timer.hasExpired(seconds * 1000LL))
            return Wait::TooLong;
    }
}

Error Session::say(Error::Code code, const QString &text) const
{
    return {code, Text::tr("Endpoint “%1”: %2").arg(m_target.endpoint, text), m_target.server()};
}

Error Session::cancelled() const
{
    return say(Error::Code::Cancelled, Text::tr("Cancelled."));
}

Error Session::stateError(const pg_result *result) const
{
    const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const QString said = messageOf(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    if (state == "42501")
        return say(Error::Code::Refused,
                   Text::tr("“%1” may not do this: %2. Ask for that permission.").arg(m_target.user, said));
    if (state == "57014")
        return say(Error::Code::Io, Text::tr("The server stopped the question: %1.").arg(said));
    if (state == "55P03")
        return say(Error::Code::Busy, Text::tr("Somebody else holds a lock: %1. Try again.").arg(said));
    if (state.isEmpty())
        return say(Error::Code::Io, Text::tr("The connection to %1 broke: %2. Try again.")
                                        .arg(m_target.server(), messageOf(PQresultErrorMessage(result))));
    return say(Error::Code::Failed,
               Text::tr("%1 answered with an error: %2 (%3).").arg(m_target.server(), said, QString::fromLatin1(state)));
}

/// Tells the server to stop. On a thread of its own: asking opens a connection, and a server that does not answer would
/// hold up the cancel. It is waited for a little, so that it is told even when the program ends now.
void Session::stop()
{
    struct Told {
        std::mutex mutex;
        std::condition_variable changed;
        bool isDone = false;
    };
    const auto told = std::make_shared<Told>();
    std::thread([told, cancel = PQgetCancel(m_connection)] {
        char why[256];
        if (cancel)
            PQcancel(cancel, why, sizeof why);
        PQfreeCancel(cancel);
        const std::lock_guard lock(told->mutex);
        told->isDone = true;
        told->changed.notify_one();
    }).detach();
    std::unique_lock lock(told->mutex);
    told->changed.wait_for(lock, std::chrono::milliseconds(700), [&told] { return told->isDone; });
}

Result<void> Session::select(const QByteArray &sql, const QList<QByteArray> &parameters, const TakeRow &take)
{
    constexpr qsizetype told = 100; // characters of a statement
    LoggedRequest request;
    request.at = QDateTime::currentDateTimeUtc();
    request.method = QStringLiteral("SQL");
    request.address = m_target.server() + u'/' + m_target.database + u' ' + QString::fromUtf8(sql.simplified().left(told));
    QElapsedTimer clock;
    clock.start();
    Result<void> asked = ask(sql, parameters, take, request.bytes);
    request.millis = clock.elapsed();
    if (!asked)
        request.failure = asked.error().text;
    if (m_log)
        m_log->add(request);
    return asked;
}

Result<void> Session::ask(const QByteArray &sql, const QList<QByteArray> &parameters, const TakeRow &take, qint64 &bytes)
{
    const auto broken = [&] {
        return Failure(say(Error::Code::Io, Text::tr("The connection to %1 broke: %2. Try again.")
                                                .arg(m_target.server(), messageOf(PQerrorMessage(m_connection)))));
    };
    const auto abandon = [&](const Error &error) {
        stop();
        return Failure(error);
    };
    std::vector<const char *> values;
    for (const QByteArray &parameter : parameters)
        values.push_back(parameter.constData());
    if (!PQsendQueryParams(m_connection, sql.constData(), int(values.size()), nullptr, values.data(), nullptr, nullptr, 0) ||
        !PQsetSingleRowMode(m_connection))
        return broken();
    Result<void> outcome;
    qint64 waiting = 0; ///< bytes that have come since the last row
    while (true) {
        while (PQisBusy(m_connection)) {
            const Wait wait = waitFor(false, statementSeconds);
            if (wait == Wait::Cancelled)
                return abandon(cancelled());
            if (wait == Wait::TooLong)
                return abandon(
                    say(Error::Code::Io, Text::tr("%1 sent nothing for %n seconds. Try again later.", "", statementSeconds)
                                             .arg(m_target.server())));
            int here = 0;
            ::ioctl(PQsocket(m_connection), FIONREAD, &here);
            waiting += here;
            if (waiting > largestRow)
                return abandon(say(Error::Code::Full, Text::tr("%1 sent more than %2 at once.")
                                                          .arg(m_target.server(), QLocale().formattedDataSize(largestRow))));
            if (!PQconsumeInput(m_connection))
                return broken();
        }
        waiting = 0;
        const Answer answer(PQgetResult(m_connection));
        if (!answer)
            return outcome;
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status == PGRES_SINGLE_TUPLE) {
            for (int column = 0; column < PQnfields(answer.get()); ++column)
                bytes += PQgetlength(answer.get(), 0, column);
            if (const Result<void> taken = take(Row(answer.get())); !taken)
                return abandon(taken.error());
            if (m_cancelled())
                return abandon(cancelled());
        } else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
            outcome = Failure(stateError(answer.get()));
        }
    }
}

int Session::versionNumber() const
{
    return PQserverVersion(m_connection);
}

QString Session::version() const
{
    return QString::fromUtf8(PQparameterStatus(m_connection, "server_version"));
}

bool Session::isInTransaction() const
{
    return PQtransactionStatus(m_connection) != PQTRANS_IDLE;
}

bool Session::isEncrypted() const
{
    return PQsslInUse(m_connection) == 1;
}

} // namespace meshscope::postgresql
