#pragma once

#include "tests/support/scriptedserver.h"

#include <QHash>

namespace meshscope::test {

/// One request of a run against a server that does not behave.
struct Met {
    const SeenRequest &request;
    int number = 1;           ///< of the request, since the server went wrong
    QByteArray kind;          ///< alike for requests for the same list: page and portion apart
    QByteArray thirdKind;     ///< of the third request
    const Script proper;      ///< what it would say
    const Script firstOfKind; ///< what it said when that was first asked for
    QByteArray elsewhere;     ///< address of another server
};

/// A way of not behaving.
struct Fault {
    QByteArray name;
    std::function<Script(const Met &)> meet;
    enum class Tells : quint8 {
        Same,   ///< what it tells is right, as far as it goes
        Less,   ///< fields are empty, and that is believed: what is said of a thing may be gone, but not the thing
        Others, ///< pages hold other things, or things have other names: those before may be gone until it is well
    };
    Tells tells = Tells::Same;
    bool isEndless = false; ///< lists ever new things: nobody should read many pages of them
    bool isMute = false;    ///< says nothing where an answer is waited for: nobody should wait for long
};

/// All of them: slow, stalling, lost, truncated, something else, endless, shifting, refusing, garbled.
[[nodiscard]] QList<Fault> allFaults();

/// Answers properly until it is told how not to.
class FaultyServer {
public:
    explicit FaultyServer(ScriptedServer::Answer proper);
    void breakBy(const Fault &fault); ///< counts requests anew
    void heal();
    [[nodiscard]] QUrl url(const QString &path = {}) const { return m_server.url(path); }
    [[nodiscard]] int asked() const; ///< since it was broken or healed

private:
    [[nodiscard]] Script answer(const SeenRequest &request);

    mutable QMutex m_mutex;
    ScriptedServer::Answer m_proper;
    std::optional<Fault> m_fault;
    int m_number = 0;
    QByteArray m_thirdKind;
    QHash<QByteArray, Script> m_first;
    ScriptedServer m_stranger; ///< another one, that knows nothing of this
    ScriptedServer m_server;   ///< last: it asks for all of the above
};

} // namespace meshscope::test
