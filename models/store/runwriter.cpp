#include "models/store/runwriter.h"
#include "models/store/storetext.h"

#include "models/store/batch.h"
#include "models/store/compress.h"
#include "models/store/runs.h"

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

std::unique_ptr<QLockFile> SqliteRunWriter::lockFile(const QString &path, qint64 endpoint)
{
    auto lock = std::make_unique<QLockFile>(QStringLiteral("%1.run%2.lock").arg(path).arg(endpoint));
    lock->setStaleLockTime(0); // only the death of its process frees it
    return lock;
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
    if (!m_lock->tryLock(0)) {
        m_ended = true;
        qint64 pid = 0;
        QString host, program;
        m_lock->getLockInfo(&pid, &host, &program);
        return fail(Error::Code::Busy,
                    m_lock->error() == QLockFile::LockFailedError
                        ? StoreText::tr("“%1” is being synced already (process %2). Wait until that has finished.")
                              .arg(endpoint)
                              .arg(pid)
                        : StoreText::tr("The folder of the workspace “%1” cannot be written to. Check its permissions.")
                              .arg(m_pool->path()),
                    endpoint);
    }
    if (const Result<void> done = dropDeadRuns(*m_pool, *m_db, m_endpoint); !done)
        return done;
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
    if (unit(path).hash == hash && unit(path).id != 0)
        return {}; // the very bytes that are kept already
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
    const Result<Pending *> p = pending(path);
    if (!p)
        return Failure(p.error());
    const bool withRecords = (*p)->hasRows;
    (*p)->keepsOld = withRecords;
    Unit &u = unit(path); // after pending(), which may write others
    u.isSeen = true;
    Issues all = withRecords ? readIssues(u.issues) : Issues();
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
    if (known && !u.staleSince)
        u.staleSince = m_run;
    u.isTouched = true;
    return {};
}

Result<void> SqliteRunWriter::flush()
{
    std::vector<Pending> waiting = std::move(m_pending);
    m_pending.clear();
    m_pendingBytes = 0;
    m_pendingRows = 0;
    Batch batch(*m_pool, *m_db);
    for (const Pending &p : waiting) {
        if (const Result<void> done = stage(p, batch); !done)
            return done;
    }
    return batch.finish();
}

Result<void> SqliteRunWriter::stage(const Pending &p, Batch &batch)
{
    if (const Result<void> begun = batch.step(); !begun)
        return begun;
    Unit &u = unit(p.path);
    if (p.hasOriginal)
        u.hash = p.hash;
    if (u.id == 0) {
        if (const Result<void> done = stageUnit(p.path, u); !done)
            return done;
    } else if (p.hasOriginal) {
        u.isTouched = true;
    }
    if (p.hasOriginal) {
        Statement insert =
            m_db->statement("INSERT INTO original (unit, run, hash, size, bytes) VALUES (?1, ?2, ?3, ?4, ?5)");
        insert.bind(1, u.id).bind(2, m_run).bind(3, p.hash).bind(4, p.size).bind(5, p.original);
        if (const Result<void> done = insert.run(); !done)
            return done;
        m_newOriginals.append(u.id);
    }
    if (!p.hasRows)
        return {};
    if (const Result<void> done = stageRows(p, u, batch); !done)
        return done;
    for (const Measurement &m : p.measurements) {
        if (const Result<void> begun = batch.step(); !begun)
            return begun;
        if (const Result<void> done = stageMeasurement(m); !done)
            return done;
    }
    return {};
}

Result<void> SqliteRunWriter::stageUnit(const QString &path, Unit &u)
{
    Statement insert = m_db->statement("INSERT INTO unit (endpoint, path, hash, note, issues, created) VALUES"
                                       " (?1, ?2, ?3, ?4, ?5, ?6)");
    insert.bind(1, m_endpoint).bind(2, path).bind(3, u.hash).bind(4, u.note).bind(5, u.issues).bind(6, m_run);
    if (const Result<void> done = insert.run(); !done)
        return done;
    u.id = m_db->lastId();
    u.isNew = true;
    u.isTouched = false;
    ++m_staged;
    return {};
}

Result<void> SqliteRunWriter::insertRow(const FactRows &rows, const FactRow &row, qint64 unit)
{
    ++m_staged;
    if (!isDetail(row.kind)) {
        Statement insert = m_db->statement("INSERT INTO entity (unit, kind, nth, key, body, place, valid_from) VALUES"
                                           " (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        insert.bind(1, unit)
            .bind(2, int(row.kind))
            .bind(3, row.nth)
            .bindText(4, rows.of(row.keyUtf8))
            .bind(5, rows.of(row.body))
            .bind(6, rows.of(row.place));
        return insert.bind(7, m_run).run();
    }
    Statement insert = m_db->statement("INSERT INTO detail (unit, kind, nth, key, hash, hash2, n, body, valid_from) VALUES"
                                       " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    insert.bind(1, unit)
        .bind(2, int(row.kind))
        .bind(3, row.nth)
        .bindText(4, rows.of(row.keyUtf8))
        .bind(5, row.hash)
        .bind(7, row.n);
    if (row.hash2)
        insert.bind(6, row.hash2);
    else
        insert.bindNull(6);
    return insert.bind(8, rows.of(row.body)).bind(9, m_run).run();
}

Result<void> SqliteRunWriter::stageRows(const Pending &p, const Unit &u, Batch &batch)
{
    struct Old {
        qint64 id;
        QByteArray body;
        QByteArray place;
    };
    QHash<std::pair<int, std::pair<QString, int>>, Old> old;
    for (const char *const sql :
         {"SELECT id, kind, nth, key, body, place FROM entity WHERE unit=?1 AND valid_to=9223372036854775807",
          "SELECT id, kind, nth, key, body, NULL FROM detail WHERE unit=?1 AND valid_to=9223372036854775807"}) {
        if (u.isNew)
            break;
        Statement rows = m_db->statement(sql);
        rows.bind(1, u.id);
        while (rows.row())
            old.insert({int(rows.integer(1)), {rows.text(3), int(rows.integer(2))}},
                       {rows.integer(0), rows.blob(4), rows.blob(5)});
        if (const Result<void> done = rows.finish(); !done)
            return done;
    }
    for (const FactRow &row : p.rows.rows) {
        const auto known = old.constFind({int(row.kind), {row.key, row.nth}});
        if (known != old.constEnd()) {
            const qint64 id = known->id;
            const bool same = p.rows.of(row.body) == known->body;
            if (same && p.rows.of(row.place) != known->place)
                m_places.emplace_back(id, p.rows.of(row.place).toByteArray());
            old.erase(known);
            if (same)
                continue;
            (isDetail(row.kind) ? m_closedDetails : m_closedEntities).insert(id);
        }
        if (const Result<void> begun = batch.step(); !begun)
            return begun;
        if (const Result<void> done = insertRow(p.rows, row, u.id); !done)
            return done;
    }
    if (p.keepsOld)
        return {};
    for (auto it = old.cbegin(); it != old.cend(); ++it)
        (isDetail(RowKind(it.key().first)) ? m_closedDetails : m_closedEntities).insert(it->id);
    return {};
}

Result<qint64> SqliteRunWriter::word(const QString &text)
{
    if (const auto known = m_words.constFind(text); known != m_words.constEnd())
        return *known;
    Statement find = m_db->statement("SELECT id FROM word WHERE text=?1");
    find.bind(1, text);
    qint64 id = find.row() ? find.integer(0) : 0;
    if (const Result<void> done = find.finish(); !done)
        return Failure(done.error());
    if (!id) {
        if (const Result<void> done = m_db->statement("INSERT INTO word (text) VALUES (?1)").bind(1, text).run(); !done)
            return Failure(done.error());
        id = m_db->lastId();
    }
    m_words.insert(text, id);
    return id;
}

Result<void> SqliteRunWriter::stageMeasurement(const Measurement &m)
{
    qint64 words[4] = {};
    const QString *const texts[] = {&m.target, &m.property, &m.element, &m.source};
    for (size_t i = 0; i < 4; ++i) {
        const Result<qint64> id = word(*texts[i]);
        if (!id)
            return Failure(id.error());
        words[i] = *id;
    }
    const qint64 at = m.at.toMSecsSinceEpoch();
    qint64 row = 0, from = 0;
    {
        Statement known =
            m_db->statement("SELECT id, valid_from, value, unit, good, total FROM measurement WHERE endpoint=?1"
                            " AND target=?2 AND at=?3 AND property=?4 AND element=?5 AND source=?6"
                            " ORDER BY valid_from DESC LIMIT 1");
        known.bind(1, m_endpoint).bind(2, words[0]).bind(3, at).bind(4, words[1]).bind(5, words[2]).bind(6, words[3]);
        if (known.row()) {
            const auto optional = [&known](int c) { return known.isNull(c) ? std::nullopt : std::optional(known.real(c)); };
            if (known.real(2) == m.value && known.text(3) == m.unit && optional(4) == m.good && optional(5) == m.total)
                return {};
            row = known.integer(0);
            from = known.integer(1);
        }
        if (const Result<void> done = known.finish(); !done)
            return done;
    }
    if (from == m_run) {
        if (const Result<void> done = m_db->statement("DELETE FROM measurement WHERE id=?1").bind(1, row).run(); !done)
            return done;
    }
    Statement insert =
        m_db->statement("INSERT INTO measurement (endpoint, target, at, property, element, source, zone, kind,"
                        " value, unit, good, total, run, valid_from) VALUES"
                        " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
    insert.bind(1, m_endpoint).bind(2, words[0]).bind(3, at).bind(4, words[1]).bind(5, words[2]).bind(6, words[3]);
    insert.bind(7, m.at.offsetFromUtc()).bind(8, m.targetKind ? int(*m.targetKind) : -1).bind(9, m.value).bind(10, m.unit);
    if (m.good)
        insert.bind(11, *m.good);
    if (m.total)
        insert.bind(12, *m.total);
    ++m_staged;
    ++m_measurements;
    return insert.bind(13, m.run).bind(14, m_run).run();
}

} // namespace meshscope
