#pragma once

#include "tests/support/serverthread.h"

#include <QByteArrayList>
#include <QMutex>

#include <functional>
#include <optional>

namespace meshscope::test {

/// Speaks as much of PostgreSQL's protocol (3.0, extended queries, texts) as a client needs that asks and reads rows. Lives
/// in a thread of its own, so that a blocking client can be tested.
class FakePostgreSql {
public:
    struct Answer {
        QByteArrayList columns = {}; ///< none: a command without rows
        QList<QList<std::optional<QByteArray>>> rows = {};
        QByteArray state = {}; ///< not empty: an error after the rows
        QByteArray text = {};
        bool isSilent = false;                                          ///< nothing comes until the client asks to cancel
        std::function<QByteArray(const QByteArray &proper)> spoil = {}; ///< what goes over the wire instead
        enum class End : quint8 { Proper, Close, Reset, Endless };
        End end = End::Proper; ///< Endless: the last row again and again
    };
    struct Question {
        QByteArray sql;
        QByteArrayList parameters;
    };
    using Reply = std::function<Answer(const Question &question)>;
    explicit FakePostgreSql(Reply reply);
    ~FakePostgreSql();
    FakePostgreSql(const FakePostgreSql &) = delete;
    FakePostgreSql &operator=(const FakePostgreSql &) = delete;

    /// Who comes from now on is answered with these bytes, whatever they say, and nothing more; `isOver`: it hangs up.
    void greetWith(const QByteArray &bytes, bool isOver);
    void behave();                                                    ///< properly again
    void refuseWith(const QByteArray &state, const QByteArray &text); ///< who comes from now on
    [[nodiscard]] quint16 port() const { return m_thread.port(); }
    [[nodiscard]] QString url(const QString &database) const;
    [[nodiscard]] QList<Question> asked() const;
    [[nodiscard]] QByteArray options() const; ///< of the last session's start, names and values between NULs
    [[nodiscard]] int cancels() const;
    void forget();

private:
    class Talk;
    [[nodiscard]] std::unique_ptr<QTcpServer> listener();

    const Reply m_reply;
    mutable QMutex m_mutex;
    QList<Question> m_asked;
    QByteArray m_options;
    QByteArray m_refusedState;
    QByteArray m_refusedText;
    std::optional<QByteArray> m_greeting;
    bool m_hangsUp = false;
    int m_cancels = 0;
    QList<Talk *> m_talks; ///< in the server's thread
    ServerThread m_thread;
};

} // namespace meshscope::test
