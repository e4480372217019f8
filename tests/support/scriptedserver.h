#pragma once

#include "tests/support/serverthread.h"

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace meshscope::test {

/// A request as the server saw it.
struct SeenRequest {
    QByteArray method;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int connection = 0; ///< numbered from 1
    QString peer;       ///< the name in the client's certificate
    [[nodiscard]] QByteArray header(const char *name) const;
};

/// What the server does about one: these bytes, then something or nothing.
struct Script {
    enum class Then : quint8 { Nothing, Close, Reset, Stall, Repeat };
    QByteArray bytes = {};
    Then then = Then::Nothing; ///< Stall: never says more; Repeat: the `chunk` again and again
    QByteArray chunk = {};
    int drip = 0;    ///< milliseconds between portions; 0: all at once
    int portion = 1; ///< bytes

    /// A proper answer.
    [[nodiscard]] static Script answer(int status, const QByteArray &body,
                                       const QList<std::pair<QByteArray, QByteArray>> &headers = {});
    [[nodiscard]] static Script json(const QByteArray &body)
    {
        return answer(200, body, {{"Content-Type", "application/json"}});
    }
    [[nodiscard]] static Script redirect(int status, const QByteArray &location)
    {
        return answer(status, "", {{"Location", location}});
    }
    [[nodiscard]] static Script stall() { return {{}, Then::Stall}; }
    [[nodiscard]] static Script close(const QByteArray &first = {}) { return {first, Then::Close}; }
    [[nodiscard]] static Script reset() { return {{}, Then::Reset}; }
};

/// A small HTTP/1.1 server on 127.0.0.1, in a thread of its own, that answers as a test tells it, also wrongly.
class ScriptedServer {
public:
    using Answer = std::function<Script(const SeenRequest &)>; ///< called in the server's thread
    explicit ScriptedServer(Answer answer, const std::optional<QSslConfiguration> &tls = {});
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_thread.port(); }
    [[nodiscard]] QUrl url(const QString &path = {}) const; ///< http(s)://127.0.0.1:port…
    [[nodiscard]] QList<SeenRequest> seen() const;
    [[nodiscard]] int connections() const;
    [[nodiscard]] int gone() const;       ///< connections that ended, whoever ended them
    [[nodiscard]] int mostAtOnce() const; ///< requests that were held open at the same time
    /// Requests are answered only when so many are waiting together (or it is called with 0).
    void holdUntil(int waiting);

    struct State;

private:
    class Listener;
    std::shared_ptr<State> m_state;
    Listener *m_listener;
    bool m_isTls;
    ServerThread m_thread;
};

} // namespace meshscope::test
