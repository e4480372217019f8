#include "models/catalogs/iceberg/snapshots.h"

#include "models/formats/reading.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// The main branch at a moment.
struct Commit {
    QDateTime at;
    qint64 id = 0;
    const Node *snapshot = nullptr; ///< none: it was not told of
};

QDateTime timeOf(const Node &millis)
{
    const std::optional<qint64> value = millis.integer();
    return value && *value > 0 ? QDateTime::fromMSecsSinceEpoch(*value, Qt::UTC) : QDateTime();
}

/// Oldest first: what the log says of the branch, rollbacks too, and the parents of the present snapshot it leaves out.
QList<Commit> commitsOf(const Node &metadata, const QHash<qint64, const Node *> &snapshots)
{
    QList<Commit> commits;
    QSet<qint64> seen;
    for (const Node &entry : metadata["snapshot-log"].items()) {
        const std::optional<qint64> id = entry["snapshot-id"].integer();
        const QDateTime at = timeOf(entry["timestamp-ms"]);
        if (!id || !at.isValid())
            continue;
        seen.insert(*id);
        commits.append({at, *id, snapshots.value(*id)});
    }
    QSet<qint64> way; // damaged metadata may go in a circle
    for (std::optional<qint64> id = metadata["current-snapshot-id"].integer();
         id && snapshots.contains(*id) && !way.contains(*id);) {
        way.insert(*id);
        const Node *const snapshot = snapshots.value(*id);
        const QDateTime at = timeOf((*snapshot)["timestamp-ms"]);
        if (at.isValid() && !seen.contains(*id))
            commits.append({at, *id, snapshot});
        id = (*snapshot)["parent-snapshot-id"].integer();
    }
    std::stable_sort(commits.begin(), commits.end(), [](const Commit &a, const Commit &b) { return a.at < b.at; });
    return commits;
}

/// Numbers in a summary are texts.
std::optional<qint64> numberOf(const Node &summary, std::string_view key)
{
    bool isNumber = false;
    const qint64 value = summary[key].text().toLongLong(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

/// Rows there are to read. Deletes by equality take away nobody knows how many.
std::optional<qint64> rowsOf(const Node &summary)
{
    const std::optional<qint64> all = numberOf(summary, "total-records");
    if (!all || numberOf(summary, "total-equality-deletes").value_or(0) > 0)
        return std::nullopt;
    return std::max<qint64>(0, *all - numberOf(summary, "total-position-deletes").value_or(0));
}

} // namespace

void addIcebergSnapshots(const Node &metadata, const IcebergSchemas &schemas, Dataset &dataset,
                         QList<Measurement> &measurements)
{
    QHash<qint64, const Node *> snapshots;
    for (const Node &snapshot : metadata["snapshots"].items()) {
        if (const std::optional<qint64> id = snapshot["snapshot-id"].integer())
            snapshots.insert(*id, &snapshot);
    }
    const auto measure = [&](const Commit &commit, const char *property, std::optional<qint64> value, const char *unit) {
        if (!value)
            return;
        Measurement found;
        found.at = commit.at;
        found.target = dataset.id;
        found.targetKind = Kind::Dataset;
        found.property = QString::fromLatin1(property);
        found.value = double(*value);
        found.unit = QString::fromLatin1(unit);
        found.source = u"Iceberg"_s;
        found.run = QString::number(commit.id);
        measurements.append(std::move(found));
    };
    std::optional<qint64> schemaBefore;
    const QList<Commit> commits = commitsOf(metadata, snapshots);
    for (const Commit &commit : commits) {
        const bool isReplace = commit.snapshot && (*commit.snapshot)["summary"]["operation"].text() == u"replace";
        if (!isReplace) // files were only put together anew: no data came
            measure(commit, "freshness", 0, "s");
        if (!commit.snapshot)
            continue;
        const Node &summary = (*commit.snapshot)["summary"];
        measure(commit, "rowCount", rowsOf(summary), "rows");
        measure(commit, "bytes", numberOf(summary, "total-files-size"), "bytes");
        measure(commit, "fileCount", numberOf(summary, "total-data-files"), "1");
        measure(commit, "addedRows", numberOf(summary, "added-records"), "rows");
        measure(commit, "deletedRows", numberOf(summary, "deleted-records"), "rows");
        const std::optional<qint64> schema = (*commit.snapshot)["schema-id"].integer();
        if (schema && schema != schemaBefore)
            measure(commit, "columnCount", schemas.countOf(*schema), "1");
        schemaBefore = schema ? schema : schemaBefore;
    }
    const Node *const current = snapshots.value(metadata["current-snapshot-id"].integer().value_or(-1));
    if (current) {
        dataset.rowCount = rowsOf((*current)["summary"]);
        dataset.byteCount = numberOf((*current)["summary"], "total-files-size");
        addProperty(dataset.properties, "lastOperation", (*current)["summary"]["operation"]);
    }
    dataset.properties.append({u"snapshots"_s, QString::number(snapshots.size())});
}

} // namespace meshscope
