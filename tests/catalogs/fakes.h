#pragma once

#include "tests/support/scriptedserver.h"

#include <QHash>
#include <QString>

namespace meshscope::test {

/// A well-behaved server of a kind, to be pointed at by any test of all kinds.
struct Fake {
    QString kind;
    ScriptedServer::Answer (*proper)();
    QString path = {};                    ///< of the endpoint, below the server's address
    QHash<QString, QString> options = {}; ///< besides auth=none
    QString state = {};                   ///< where it is not the only one of its kind: what is special
};
/// One line a kind.
[[nodiscard]] QList<Fake> fakes();

} // namespace meshscope::test
