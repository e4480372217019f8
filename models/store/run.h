#pragma once

#include "models/mesh/issue.h"

#include <QDateTime>
#include <QHash>

namespace meshscope {

/// One run of an endpoint as the workspace remembers it.
struct Run {
    enum class State : quint8 { Running, Complete, Partial, Failed, Cancelled };
    qint64 id = 0;
    QString endpoint;
    State state = State::Running;
    QDateTime started;
    QDateTime ended;
    QHash<QString, qint64> expected; ///< word → number; for a folder "document"
    QHash<QString, qint64> got;      ///< domain product port dataset column job contract lineageEdge columnEdge measurement
                                     ///< request term party document
    QString missing;                 ///< why partial or failed
    Issues issues;
    bool unchanged = false; ///< nothing differed from the run before
    qint64 requests = 0;    ///< of those whose log is kept
    bool operator==(const Run &) const = default;
};
[[nodiscard]] QString runStateWord(Run::State state);

} // namespace meshscope
