#pragma once

#include "models/mesh/issue.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QStringList>

#include <optional>

namespace meshscope {

/// What a complete reading of a DataHub leaves for the next one, which goes on from there.
struct DataHubState {
    /// A list as it was handed over.
    struct List {
        QStringList units;
        qint64 got = 0;
        qint64 expected = 0;
        Issues issues = {};
    };
    struct Kind {
        List list;
        QMap<QString, List> rests = {}; ///< urn → its lists that go on beyond what came with it
        qint64 ghosts = 0;              ///< neighbours the server leaves out
    };
    struct Mark {
        QHash<QString, QString> offsets; ///< topic → where its feed was
        QDateTime asked;                 ///< then
    };
    /// The next reading follows the feeds from here: from where the reading before this one ended. What is told of is in the
    /// server's indexes only some time later, so that each change is looked at twice.
    Mark from;
    Mark to;                    ///< this reading followed them to here
    QByteArray queries;         ///< that were asked
    QHash<QString, Kind> kinds; ///< by their type: "DATASET"
    QStringList unknown;        ///< to this version of the server
    QStringList others;         ///< kinds that are only counted, and how many

    /// Whether a reading by these queries can go on from it: a broker forgets its events after some days.
    [[nodiscard]] bool isGood(const QByteArray &by, const QDateTime &now) const;
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static std::optional<DataHubState> fromBytes(const QByteArray &bytes);
};

} // namespace meshscope
