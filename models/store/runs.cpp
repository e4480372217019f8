#include "models/store/runs.h"

#include "models/store/serialize.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace meshscope {

namespace {

QHash<QString, qint64> counts(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    QHash<QString, qint64> all;
    for (auto it = object.begin(); it != object.end(); ++it)
        all.insert(it.key(), it->toInteger());
    return all;
}

QDateTime moment(qint64 milliseconds)
{
    return milliseconds ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC) : QDateTime();
}

/// Two lists: of units and ids, then of the run itself. Answers how many the second has.
qsizetype readRunIssues(const QByteArray &bytes, Issues &issues)
{
    BodyReader in(bytes.constData(), bytes.size());
    issues = readIssues(in);
    const Issues own = readIssues(in);
    issues.append(own);
    return own.size();
}

const char *runsSql(RunFilter filter)
{
    switch (filter) {
    case RunFilter::All:
        return "SELECT r.id, r.state, r.started, r.ended, r.expected, r.got, r.missing, r.unchanged, r.issues_of, h.issues,"
               " r.published, t.requests FROM run r LEFT JOIN run h ON h.id=r.issues_of"
               " LEFT JOIN traffic t ON t.run=r.id WHERE r.endpoint=?1 ORDER BY r.id DESC LIMIT ?2";
    case RunFilter::Ended:
        return "SELECT r.id, r.state, r.started, r.ended, r.expected, r.got, r.missing, r.unchanged, r.issues_of, h.issues,"
               " r.published, t.requests FROM run r LEFT JOIN run h ON h.id=r.issues_of"
               " LEFT JOIN traffic t ON t.run=r.id WHERE r.endpoint=?1 AND r.state<>0"
               " ORDER BY r.id DESC LIMIT ?2";
    case RunFilter::Published: break;
    }
    return "SELECT r.id, r.state, r.started, r.ended, r.expected, r.got, r.missing, r.unchanged, r.issues_of, h.issues,"
           " r.published, t.requests FROM run r LEFT JOIN run h ON h.id=r.issues_of"
           " LEFT JOIN traffic t ON t.run=r.id WHERE r.endpoint=?1 AND r.published=1"
           " ORDER BY r.id DESC LIMIT ?2";
}

} // namespace

Result<QList<StoredRun>> readRuns(Database &db, qint64 endpoint, const QString &name, RunFilter filter, int limit)
{
    QList<StoredRun> all;
    Statement rows = db.statement(runsSql(filter));
    rows.bind(1, endpoint).bind(2, limit);
    while (rows.row()) {
        StoredRun &stored = all.emplaceBack();
        Run &run = stored.run;
        run.id = rows.integer(0);
        run.endpoint = name;
        run.state = Run::State(rows.integer(1));
        run.started = moment(rows.integer(2));
        run.ended = moment(rows.integer(3));
        run.expected = counts(rows.text(4));
        run.got = counts(rows.text(5));
        run.missing = rows.text(6);
        run.unchanged = rows.integer(7) != 0;
        stored.issuesOf = rows.integer(8);
        if (!rows.isNull(9))
            stored.ownIssues = readRunIssues(rows.blob(9), run.issues);
        stored.published = rows.integer(10) != 0;
        run.requests = rows.integer(11);
    }
    if (const Result<void> done = rows.finish(); !done)
        return Failure(done.error());
    return all;
}

Result<qint64> visibleRun(Database &db, qint64 endpoint, qint64 asOf)
{
    Statement row = db.statement("SELECT coalesce(max(id), 0) FROM run WHERE endpoint=?1 AND published=1 AND ended<=?2");
    row.bind(1, endpoint).bind(2, asOf);
    const qint64 id = row.row() ? row.integer(0) : 0;
    if (const Result<void> done = row.finish(); !done)
        return Failure(done.error());
    return id;
}

QString countsText(const QHash<QString, qint64> &all)
{
    QJsonObject object;
    for (auto it = all.begin(); it != all.end(); ++it)
        object.insert(it.key(), it.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<void> bumpGeneration(Database &db)
{
    return db.statement("UPDATE counter SET value=value+1 WHERE name='generation'").run();
}

} // namespace meshscope
