#pragma once

#include "models/mesh/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>

struct pg_conn;
struct pg_result;

namespace meshscope {
class RequestLog;
}

namespace meshscope::postgresql {

/// Where a database is and who asks.
struct Target {
    QString endpoint; ///< its name, as people know it: errors begin with it
    QString host;
    int port = 5432;
    QString database;
    QString user;
    QByteArray password;
    QString sslMode;     ///< libpq's word; empty: encrypted and checked, but for this computer itself
    QString authorities; ///< a PEM file; empty: the system's
    QString certificate; ///< of this client, PEM
    QString key;
    QByteArray passphrase; ///< of the key
    [[nodiscard]] QString server() const
    {
        return (host.contains(u':') ? u'[' + host + u']' : host) + u':' + QString::number(port);
    }
};

/// One row while it is there.
class Row {
public:
    explicit Row(const pg_result *result)
        : m_result(result)
    {
    }
    [[nodiscard]] QByteArray bytes(int column) const;    ///< a copy; null where it is NULL
    [[nodiscard]] QByteArrayView view(int column) const; ///< good while the row is there
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool flag(int column) const;

private:
    const pg_result *m_result;
};

using IsCancelled = std::function<bool()>;

/// A session that cannot write: each statement has a time limit, waits briefly for locks, and sees only the system's own
/// functions by their bare names. Blocking, for one worker thread; a cancel reaches the server.
class Session {
public:
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(const Target &target, std::shared_ptr<RequestLog> log,
                                                               IsCancelled cancelled);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    using TakeRow = std::function<Result<void>(const Row &)>;
    /// Row after row as they come: none is kept. Refused: no permission; Cancelled; Io: the connection broke. After
    /// Cancelled, Io and an error of `take` the session is spent.
    [[nodiscard]] Result<void> select(const QByteArray &sql, const QList<QByteArray> &parameters, const TakeRow &take);
    [[nodiscard]] int versionNumber() const; ///< 150018 is 15.18
    [[nodiscard]] QString version() const;
    [[nodiscard]] bool isEncrypted() const;
    [[nodiscard]] bool isInTransaction() const; ///< also in one that an error has spoilt

private:
    enum class Wait : quint8 { Ready, Cancelled, TooLong };
    Session(Target target, std::shared_ptr<RequestLog> log, IsCancelled cancelled);
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<QStringList> resolve() const;
    [[nodiscard]] Wait waitFor(bool forWriting, int seconds) const;
    [[nodiscard]] Error cancelled() const;
    [[nodiscard]] Error connectError() const;
    [[nodiscard]] Error stateError(const pg_result *result) const;
    [[nodiscard]] Error say(Error::Code code, const QString &text) const;
    void stop();
    [[nodiscard]] Result<void> ask(const QByteArray &sql, const QList<QByteArray> &parameters, const TakeRow &take,
                                   qint64 &bytes);

    const Target m_target;
    const std::shared_ptr<RequestLog> m_log; ///< none: nobody wants to know
    const IsCancelled m_cancelled;
    pg_conn *m_connection = nullptr;
};

} // namespace meshscope::postgresql
