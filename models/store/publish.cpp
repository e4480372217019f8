#include "models/store/runwriter.h"

#include "models/store/readplace.h"
#include "models/store/runs.h"
#include "models/store/storetext.h"
#include "models/store/trafficrows.h"

#include <QCoreApplication>

// The last part of SqliteRunWriter: what makes a staged run visible, or drops it.
namespace meshscope {

namespace {

QByteArray packed(const Issues &issues, const Issues &own)
{
    BodyWriter body;
    writeIssues(body, issues);
    writeIssues(body, own);
    return body.bytes();
}

} // namespace

QList<qint64> SqliteRunWriter::unitsGone(const Run &run) const
{
    QList<qint64> gone;
    for (const Unit &u : m_units) {
        // An incomplete listing says nothing about what it lacks; but what only this run has seen must be more than bytes.
        if (!u.isSeen && u.id != 0 && (u.isNew || run.state == Run::State::Complete))
            gone.append(u.id);
    }
    return gone;
}

Issues SqliteRunWriter::unitIssues(bool seenOnly) const
{
    QStringList paths;
    for (auto it = m_units.cbegin(); it != m_units.cend(); ++it) {
        if ((it->isSeen || !seenOnly) && !it->issues.isEmpty())
            paths.append(it.key());
    }
    paths.sort();
    Issues all;
    for (const QString &path : std::as_const(paths))
        all.append(readIssues(m_units.constFind(path)->issues));
    return all;
}

Result<Run> SqliteRunWriter::publish(Run run)
{
    if (run.state != Run::State::Complete && run.state != Run::State::Partial)
        return abandon(run);
    if (const Result<void> done = flush(); !done)
        return Failure(done.error());
    run.id = m_run;
    run.endpoint = m_name;
    run.started = m_started;
    run.requests = m_traffic.requests;
    const QList<qint64> gone = unitsGone(run);
    const bool rowsChanged = m_staged > 0 || !m_closedEntities.empty() || !m_closedDetails.empty() || !gone.isEmpty();
    const Issues own = run.issues;
    Issues others;
    std::optional<Census> census;
    if (rowsChanged || m_issuesChanged || !m_previous) {
        Result<Census> taken = takeCensus(*m_db, {m_endpoint, m_run, m_closedEntities, m_closedDetails, gone});
        if (!taken)
            return Failure(taken.error());
        census = std::move(*taken);
        others = unitIssues(run.state == Run::State::Complete) + census->issues;
        run.got.insert(census->got);
    } else {
        others = m_previous->issues.first(m_previous->issues.size() - m_previousOwn);
        for (auto it = m_previous->got.cbegin(); it != m_previous->got.cend(); ++it) {
            if (!run.got.contains(it.key()))
                run.got.insert(it.key(), it.value());
        }
    }
    run.issues = others + own;
    run.unchanged = m_previous && !rowsChanged && m_previous->issues == run.issues && m_previous->state == run.state &&
                    m_previous->missing == run.missing;
    if (const Result<void> done = commit(run, gone, census, packed(others, own)); !done)
        return Failure(done.error());
    m_ended = true;
    m_lock.reset();
    return run;
}

Result<void> SqliteRunWriter::commit(Run &run, const QList<qint64> &gone, const std::optional<Census> &census,
                                     const QByteArray &issues)
{
    m_db->setSync(Database::Sync::Full);
    const Connections::Turn turn(*m_pool, Connections::Turn::Manner::Urgent);
    Result<Transaction> transaction = Transaction::begin(*m_db, Transaction::Kind::Write);
    if (!transaction)
        return Failure(transaction.error());
    const Result<QString> place = keptPlace(*m_db, m_name);
    if (!place)
        return Failure(place.error());
    if (*place != m_place)
        return fail(Error::Code::Refused,
                    StoreText::tr("“%1” was changed while it was read: what came is of the place before. Read it again.")
                        .arg(m_name),
                    m_name);
    if (const Result<void> done = closeRows(gone); !done)
        return done;
    if (const Result<void> done = publishUnits(); !done)
        return done;
    if (census) {
        if (const Result<void> done = publishRenames(census->renames); !done)
            return done;
    }
    const QString measurements = QStringLiteral("measurement");
    if (m_measurements == 0 && m_previous && m_previous->got.contains(measurements)) {
        run.got.insert(measurements, m_previous->got.value(measurements));
    } else {
        Statement count = m_db->statement("SELECT count(*) FROM (SELECT DISTINCT target, at, property, element, source"
                                          " FROM measurement WHERE endpoint=?1)");
        count.bind(1, m_endpoint);
        run.got.insert(measurements, count.row() ? count.integer(0) : 0);
        if (const Result<void> done = count.finish(); !done)
            return done;
    }
    run.ended = QDateTime::fromMSecsSinceEpoch(
        std::max(QDateTime::currentMSecsSinceEpoch(), m_previous ? m_previous->ended.toMSecsSinceEpoch() : 0), Qt::UTC);
    if (const Result<void> done = finishRun(run, true, issues); !done)
        return done;
    if (!run.unchanged || !m_places.empty()) {
        if (const Result<void> done = bumpGeneration(*m_db); !done)
            return done;
    }
    return transaction->commit();
}

Result<void> SqliteRunWriter::closeRows(const QList<qint64> &gone)
{
    for (const qint64 id : m_closedEntities) {
        Statement close = m_db->statement("UPDATE entity SET valid_to=?2 WHERE id=?1");
        if (const Result<void> done = close.bind(1, id).bind(2, m_run).run(); !done)
            return done;
    }
    for (const qint64 id : m_closedDetails) {
        Statement close = m_db->statement("UPDATE detail SET valid_to=?2 WHERE id=?1");
        if (const Result<void> done = close.bind(1, id).bind(2, m_run).run(); !done)
            return done;
    }
    for (const auto &[id, place] : m_places) {
        Statement move = m_db->statement("UPDATE entity SET place=?2 WHERE id=?1");
        if (const Result<void> done = move.bind(1, id).bind(2, place).run(); !done)
            return done;
    }
    for (const qint64 unit : gone) {
        for (const char *const sql : {"UPDATE entity SET valid_to=?2 WHERE unit=?1 AND valid_to=9223372036854775807",
                                      "UPDATE detail SET valid_to=?2 WHERE unit=?1 AND valid_to=9223372036854775807",
                                      "UPDATE unit SET gone=?2 WHERE id=?1"}) {
            if (const Result<void> done = m_db->statement(sql).bind(1, unit).bind(2, m_run).run(); !done)
                return done;
        }
    }
    return {};
}

Result<void> SqliteRunWriter::publishUnits()
{
    for (const Unit &u : std::as_const(m_units)) {
        if (u.id == 0)
            continue;
        if (u.isNew && !u.isSeen) { // bytes that turned out to hold nothing of ours
            if (const Result<void> done = m_db->statement("DELETE FROM unit WHERE id=?1").bind(1, u.id).run(); !done)
                return done;
            continue;
        }
        if (!u.isTouched)
            continue;
        Statement update = m_db->statement("UPDATE unit SET hash=?2, note=?3, issues=?4, stale_since=?5 WHERE id=?1");
        update.bind(1, u.id).bind(2, u.hash).bind(3, u.note).bind(4, u.issues);
        if (u.staleSince)
            update.bind(5, u.staleSince);
        else
            update.bindNull(5);
        if (const Result<void> done = update.run(); !done)
            return done;
    }
    for (const qint64 unit : std::as_const(m_newOriginals)) {
        Statement drop = m_db->statement("DELETE FROM original WHERE unit=?1 AND run<>?2");
        if (const Result<void> done = drop.bind(1, unit).bind(2, m_run).run(); !done)
            return done;
    }
    return {};
}

Result<void> SqliteRunWriter::publishRenames(const QList<Rename> &wanted)
{
    const Result<QHash<qint64, QList<Rename>>> before = renamesAt(*m_db, m_endpoint, m_run);
    if (!before)
        return Failure(before.error());
    QList<Rename> old;
    for (const QList<Rename> &list : *before)
        old.append(list);
    for (const Rename &rename : wanted) {
        if (old.removeOne(rename))
            continue;
        Statement insert = m_db->statement("INSERT INTO rename (unit, kind, nth, start, key, name, valid_from) VALUES"
                                           " (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        insert.bind(1, rename.unit).bind(2, int(rename.kind)).bind(3, rename.nth).bind(4, rename.start);
        insert.bind(5, rename.key).bind(6, rename.name).bind(7, m_run);
        if (const Result<void> done = insert.run(); !done)
            return done;
    }
    for (const Rename &rename : std::as_const(old)) {
        Statement close = m_db->statement("UPDATE rename SET valid_to=?6 WHERE unit=?1 AND kind=?2 AND nth=?3 AND key=?4"
                                          " AND name=?5 AND start=?7 AND valid_to=9223372036854775807 AND valid_from<?6");
        close.bind(1, rename.unit).bind(2, int(rename.kind)).bind(3, rename.nth).bind(4, rename.key).bind(5, rename.name);
        if (const Result<void> done = close.bind(6, m_run).bind(7, rename.start).run(); !done)
            return done;
    }
    return {};
}

Result<void> SqliteRunWriter::finishRun(const Run &run, bool published, const QByteArray &issues)
{
    const bool shared = run.unchanged && m_previousIssues != 0;
    Statement end = m_db->statement("UPDATE run SET state=?2, published=?3, ended=?4, expected=?5, got=?6, missing=?7,"
                                    " unchanged=?8, issues_of=?9, issues=?10 WHERE id=?1");
    end.bind(1, m_run).bind(2, int(run.state)).bind(3, published ? 1 : 0).bind(4, run.ended.toMSecsSinceEpoch());
    end.bind(5, countsText(run.expected)).bind(6, countsText(run.got)).bind(7, run.missing).bind(8, run.unchanged ? 1 : 0);
    end.bind(9, shared ? m_previousIssues : m_run);
    if (!shared)
        end.bind(10, issues);
    if (const Result<void> done = end.run(); !done)
        return done;
    return keepTraffic(*m_db, m_endpoint, m_run, m_traffic);
}

Result<Run> SqliteRunWriter::abandon(Run run)
{
    m_ended = true;
    m_pending.clear();
    run.id = m_run;
    run.endpoint = m_name;
    run.started = m_started;
    run.requests = m_traffic.requests;
    run.ended = QDateTime::currentDateTimeUtc();
    if (run.state != Run::State::Cancelled)
        run.state = Run::State::Failed;
    run.unchanged = false;
    if (const Result<void> done = dropStaged(*m_pool, *m_db, m_endpoint, m_run); !done)
        return Failure(done.error());
    m_db->setSync(Database::Sync::Full);
    {
        const Connections::Turn turn(*m_pool, Connections::Turn::Manner::Urgent);
        if (const Result<void> done = finishRun(run, false, packed(run.issues, {})); !done)
            return Failure(done.error());
    }
    m_lock.reset();
    return run;
}

} // namespace meshscope
