#include "models/store/runwriter.h"

#include "models/store/compress.h"
#include "models/store/readplace.h"
#include "models/store/runs.h"
#include "models/store/storetext.h"

// The first part of SqliteRunWriter: begins a run and collects what is read; see staging.cpp and publish.cpp.

namespace meshscope {

namespace {

constexpr qsizetype collectedRows = 4'000; ///< before they are written
constexpr qsizetype collectedBytes = 8 << 20;
constexpr size_t collectedUnits = 256;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

std::unique_ptr<FileLock> SqliteRunWriter::lockFile(const QString &path, qint64 endpoint)
{
    return std::make_unique<FileLock>(QStringLiteral("%1.run%2.lock").arg(path).arg(endpoint));
}

SqliteRunWriter::SqliteRunWriter(std::shared_ptr<Connections> pool, Connections::Lease lease)
    : m_pool(std::move(pool))
    , m_db(std::move(lease))
{
}

Result<std::unique_ptr<RunWriter>> SqliteRunWriter::begin(std::shared_ptr<Connections> pool, const QString &endpoint)
{
    Result<Connections::Lease> lease = pool->take();
    if (!lease)
        return Failure(lease.error());
    std::unique_ptr<SqliteRunWriter> writer(new SqliteRunWriter(std::move(pool), std::move(*lease)));
    if (const Result<void> loaded = writer->load(endpoint); !loaded)
        return Failure(loaded.error());
    return writer;
}

Result<void> SqliteRunWriter::load(const QString &endpoint)
{
    m_name = endpoint;
    m_started = QDateTime::currentDateTimeUtc();
    {
        Statement found = m_db->statement("SELECT id FROM endpoint WHERE name=?1 AND removed IS NULL");
        found.bind(1, endpoint);
        if (!found.row()) {
            if (const Result<void> done = found.finish(); !done)
                return done;
            return fail(Error::Code::NotFound,
                        StoreText::tr("There is no endpoint named “%1” in this workspace.").arg(endpoint), endpoint);
        }
        m_endpoint = found.integer(0);
    }
    m_lock = lockFile(m_pool->path(), m_endpoint);
    const FileLock::Outcome outcome = m_lock->tryLock();
    if (outcome != FileLock::Outcome::Taken) {
        m_ended = true;
        return fail(Error::Code::Busy,
                    outcome == FileLock::Outcome::HeldByOther
                        ? StoreText::tr("“%1” is being synced already (process %2). Wait until that has finished.")
                              .arg(endpoint)
                              .arg(m_lock->holder())
                        : StoreText::tr("The folder of the workspace “%1” cannot be written to. Check its permissions.")
                              .arg(m_pool->path()),
                    endpoint);
    }
    if (const Result<void> done = dropDeadRuns(*m_pool, *m_db, m_endpoint); !done)
        return done;
    Result<QString> place = keptPlace(*m_db, m_name);
    if (!place)
        return Failure(place.error());
    m_place = std::move(*place);
    m_db->setSync(Database::Sync::Normal); // what is staged may be lost; publishing makes all of it durable
    {
        const Connections::Turn turn(*m_pool, Connections::Turn::Manner::Patient);
        Statement made = m_db->statement("INSERT INTO run (endpoint, state, started) VALUES (?1, 0, ?2)");
        if (const Result<void> done = made.bind(1, m_endpoint).bind(2, m_started.toMSecsSinceEpoch()).run(); !done)
            return done;
        m_run = m_db->lastId();
    }
    const Result<QList<StoredRun>> previous = readRuns(*m_db, m_endpoint, m_name, RunFilter::Published, 1);
    if (!previous)
        return Failure(previous.error());
    if (!previous->isEmpty()) {
        m_previous = previous->first().run;
        m_previousIssues = previous->first().issuesOf;
        m_previousOwn = previous->first().ownIssues;
    }
    Statement units = m_db->statement("SELECT id, path, hash, note, issues, stale_since FROM unit"
                                      " WHERE endpoint=?1 AND gone=9223372036854775807");
    units.bind(1, m_endpoint);
    while (units.row()) {
        Unit &unit = m_units[units.text(1)];
        unit.id = units.integer(0);
        unit.hash = units.blob(2);
        unit.note = units.blob(3);
        unit.issues = units.blob(4);
        unit.staleSince = units.integer(5);
    }
    return units.finish();
}

SqliteRunWriter::~SqliteRunWriter()
{
    if (!m_ended && m_run) {
        Run run;
        run.state = Run::State::Cancelled;
        [[maybe_unused]] const Result<Run> ended = abandon(run);
    }
}

Result<void> SqliteRunWriter::dropDeadRuns(Connections &pool, Database &db, qint64 endpoint)
{
    QList<qint64> dead;
    {
        Statement rows = db.statement("SELECT id FROM run WHERE endpoint=?1 AND state=0");
        rows.bind(1, endpoint);
        while (rows.row())
            dead.append(rows.integer(0));
        if (const Result<void> done = rows.finish(); !done)
            return done;
    }
    for (const qint64 run : std::as_const(dead)) {
        if (const Result<void> done = dropStaged(pool, db, endpoint, run); !done)
            return done;
        const Connections::Turn turn(pool, Connections::Turn::Manner::Patient);
        Statement end = db.statement("UPDATE run SET state=3, ended=?2, missing=?3 WHERE id=?1");
        end.bind(1, run).bind(2, now()).bind(3, StoreText::tr("Meshscope ended before this run had finished."));
        if (const Result<void> done = end.run(); !done)
            return done;
    }
    return {};
}

Result<void> SqliteRunWriter::dropStaged(Connections &pool, Database &db, qint64 endpoint, qint64 run)
{
    // In portions, so that nobody else waits long. Units go last: they are what the rest is found by.
    static const char *const portions[] = {
        "DELETE FROM entity WHERE id IN (SELECT e.id FROM unit u JOIN entity e ON e.unit=u.id AND"
        " e.valid_to=9223372036854775807 WHERE u.endpoint=?1 AND e.valid_from=?2 LIMIT 4000)",
        "DELETE FROM detail WHERE id IN (SELECT d.id FROM unit u JOIN detail d ON d.unit=u.id AND"
        " d.valid_to=9223372036854775807 WHERE u.endpoint=?1 AND d.valid_from=?2 LIMIT 4000)",
        "DELETE FROM original WHERE id IN (SELECT o.id FROM unit u JOIN original o ON o.unit=u.id"
        " WHERE u.endpoint=?1 AND o.run=?2 LIMIT 1000)",
        "DELETE FROM measurement WHERE id IN (SELECT id FROM measurement WHERE endpoint=?1 AND valid_from=?2 LIMIT 4000)",
        "DELETE FROM unit WHERE id IN (SELECT id FROM unit WHERE endpoint=?1 AND created=?2 LIMIT 4000)",
    };
    for (const char *const sql : portions) {
        do {
            const Connections::Turn turn(pool, Connections::Turn::Manner::Patient);
            if (const Result<void> done = db.statement(sql).bind(1, endpoint).bind(2, run).run(); !done)
                return done;
        } while (db.changes() > 0);
    }
    return {};
}

QStringList SqliteRunWriter::units() const
{
    QStringList paths;
    for (auto it = m_units.cbegin(); it != m_units.cend(); ++it) {
        if (it->id != 0 && !it->isNew)
            paths.append(it.key());
    }
    return paths;
}

QByteArray SqliteRunWriter::knownHash(const QString &unit) const
{
    const auto found = m_units.constFind(unit);
    return found == m_units.constEnd() ? QByteArray() : found->hash;
}

QByteArray SqliteRunWriter::note(const QString &unit) const
{
    const auto found = m_units.constFind(unit);
    return found == m_units.constEnd() ? QByteArray() : found->note;
}

SqliteRunWriter::Unit &SqliteRunWriter::unit(const QString &path)
{
    return m_units[path];
}

Result<SqliteRunWriter::Pending *> SqliteRunWriter::pending(const QString &path)
{
    const auto found = std::find_if(m_pending.rbegin(), m_pending.rend(), [&](const Pending &p) { return p.path == path; });
    if (found != m_pending.rend())
        return &*found;
    if (m_pendingRows > collectedRows || m_pendingBytes > collectedBytes || m_pending.size() > collectedUnits) {
        if (const Result<void> done = flush(); !done)
            return Failure(done.error());
    }
    m_pending.emplace_back().path = path;
    return &m_pending.back();
}

Result<void> SqliteRunWriter::setNote(const QString &path, const QByteArray &note)
{
    Unit &u = unit(path);
    if (u.note != note) {
        u.note = note;
        u.isTouched = true;
    }
    return {};
}

Result<void> SqliteRunWriter::original(const QString &path, const QByteArray &bytes, const QByteArray &hash)
{
    if (Unit &u = unit(path); u.hash == hash && u.id != 0) { // the very bytes that are kept already: nothing is stale
        u.isTouched = u.isTouched || u.staleSince;
        u.staleSince = 0;
        return {};
    }
    Result<QByteArray> packed = compressed(bytes);
    if (!packed)
        return Failure(packed.error());
    const Result<Pending *> p = pending(path);
    if (!p)
        return Failure(p.error());
    (*p)->original = std::move(*packed);
    (*p)->hash = hash;
    (*p)->size = bytes.size();
    (*p)->hasOriginal = true;
    m_pendingBytes += (*p)->original.size();
    return {};
}

Result<void> SqliteRunWriter::records(const QString &path, const Records &records)
{
    Unit &u = unit(path);
    u.isSeen = true;
    BodyWriter issues;
    writeIssues(issues, records.issues);
    if (!(u.issues.isEmpty() && records.issues.isEmpty()) && issues.bytes() != u.issues) {
        u.issues = records.issues.isEmpty() ? QByteArray() : issues.bytes();
        u.isTouched = true;
        m_issuesChanged = true;
    }
    if (u.staleSince) {
        u.staleSince = 0;
        u.isTouched = true;
    }
    const Result<Pending *> p = pending(path);
    if (!p)
        return Failure(p.error());
    (*p)->rows = factRows(records, path);
    (*p)->measurements = records.measurements;
    (*p)->hasRows = true;
    m_pendingRows += qsizetype((*p)->rows.rows.size()) + records.measurements.size();
    return {};
}

Result<void> SqliteRunWriter::unchanged(const QString &path)
{
    unit(path).isSeen = true;
    return {};
}

Result<void> SqliteRunWriter::stale(const QString &path, const Issues &issues)
{
    // Rows of this unit may wait to be written: they must not close what they lack.
    const bool known = unit(path).id != 0 && !unit(path).isNew;
    const bool wasSeen = unit(path).isSeen; // what it gave is current: only the rows that it lacks are not
    const Result<Pending *> p = pending(path);
    if (!p)
        return Failure(p.error());
    const bool withRecords = (*p)->hasRows || wasSeen;
    (*p)->keepsOld = (*p)->hasRows;
    if (const auto absent = m_absent.constFind(path); absent != m_absent.cend()) { // rows are written already
        for (const auto &[id, place] : absent->entities) {
            m_closedEntities.erase(id);
            if (!staleRun(place))
                m_places.emplace_back(id, markedStale(place, m_run));
        }
        for (const qint64 id : absent->details)
            m_closedDetails.erase(id);
        m_absent.erase(absent);
    }
    Unit &u = unit(path); // after pending(), which may write others
    u.isSeen = true;
    Issues all = withRecords || issues.isEmpty() ? readIssues(u.issues) : Issues();
    for (const Issue &issue : issues) {
        if (!all.contains(issue))
            all.append(issue);
    }
    BodyWriter body;
    writeIssues(body, all);
    if (body.bytes() != u.issues) {
        u.issues = body.bytes();
        m_issuesChanged = true;
    }
    if (known && !u.staleSince && !withRecords) // with records, the rows those lack of are marked one by one
        u.staleSince = m_run;
    u.isTouched = true;
    return {};
}

} // namespace meshscope
