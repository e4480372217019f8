#pragma once

#include "models/store/database.h"
#include "models/store/run.h"

namespace meshscope {

/// A row of `run` with its issues. `issuesOf` comes back as the run that holds them.
struct StoredRun {
    Run run;
    qint64 issuesOf = 0;
    qsizetype ownIssues = 0; ///< how many of the issues, the last, are of no unit
    bool published = false;
};

/// Newest first; `endedOnly` leaves out what is still running, `publishedOnly` what changed nothing readers see.
enum class RunFilter : quint8 { All, Ended, Published };
[[nodiscard]] Result<QList<StoredRun>> readRuns(Database &db, qint64 endpoint, const QString &name, RunFilter filter,
                                                int limit);

/// The run whose rows readers of this endpoint see at `asOf` (milliseconds; openEnd = now); 0 when there is none.
[[nodiscard]] Result<qint64> visibleRun(Database &db, qint64 endpoint, qint64 asOf);

[[nodiscard]] QString countsText(const QHash<QString, qint64> &counts); ///< as JSON

[[nodiscard]] Result<void> bumpGeneration(Database &db);

} // namespace meshscope
