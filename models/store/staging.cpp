#include "models/store/runwriter.h"

#include "models/store/batch.h"

// The second part of SqliteRunWriter: writes what was collected, comparing it with what is there.
namespace meshscope {

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
    if (p.keepsOld) { // what parsed is current; what is missing may stand in the part that did not parse
        for (auto it = old.cbegin(); it != old.cend(); ++it) {
            if (!isDetail(RowKind(it.key().first)) && !staleRun(it->place))
                m_places.emplace_back(it->id, markedStale(it->place, m_run));
        }
        return {};
    }
    if (old.isEmpty())
        return {};
    Absent &absent = m_absent[p.path];
    for (auto it = old.cbegin(); it != old.cend(); ++it) {
        const bool isDetail = meshscope::isDetail(RowKind(it.key().first));
        (isDetail ? m_closedDetails : m_closedEntities).insert(it->id);
        if (isDetail)
            absent.details.push_back(it->id);
        else
            absent.entities.emplace_back(it->id, it->place);
    }
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

/// Whether the newest of what was measured then says the same; one of this very run makes room.
Result<bool> SqliteRunWriter::dropOlder(const Measurement &m, const Words &words, qint64 at)
{
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
                return true;
            row = known.integer(0);
            from = known.integer(1);
        }
        if (const Result<void> done = known.finish(); !done)
            return Failure(done.error());
    }
    if (from == m_run) {
        if (const Result<void> done = m_db->statement("DELETE FROM measurement WHERE id=?1").bind(1, row).run(); !done)
            return Failure(done.error());
    }
    return false;
}

Result<void> SqliteRunWriter::stageMeasurement(const Measurement &m)
{
    Words words{};
    const QString *const texts[] = {&m.target, &m.property, &m.element, &m.source};
    for (size_t i = 0; i < 4; ++i) {
        const Result<qint64> id = word(*texts[i]);
        if (!id)
            return Failure(id.error());
        words[i] = *id;
    }
    const qint64 at = m.at.toMSecsSinceEpoch();
    // Before the first run is published there are only its own: what it says twice, the index finds.
    if (m_previous) {
        const Result<bool> isKnown = dropOlder(m, words, at);
        if (!isKnown)
            return Failure(isKnown.error());
        if (*isKnown)
            return {};
    }
    Statement insert =
        m_db->statement("INSERT INTO measurement (endpoint, target, at, property, element, source, zone, kind,"
                        " value, unit, good, total, run, valid_from) VALUES"
                        " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
                        " ON CONFLICT (endpoint, target, at, property, element, source, valid_from) DO UPDATE SET"
                        " zone=excluded.zone, kind=excluded.kind, value=excluded.value, unit=excluded.unit,"
                        " good=excluded.good, total=excluded.total, run=excluded.run WHERE value IS NOT excluded.value"
                        " OR unit IS NOT excluded.unit OR good IS NOT excluded.good OR total IS NOT excluded.total");
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
