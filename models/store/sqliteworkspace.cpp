#include "models/store/sqliteworkspace.h"

#include "models/store/compress.h"
#include "models/store/readplace.h"
#include "models/store/runs.h"
#include "models/store/runwriter.h"
#include "models/store/schema.h"
#include "models/store/storetext.h"
#include "models/store/trafficrows.h"

#include <QDataStream>
#include <QFileInfo>
#include <QIODevice>

namespace meshscope {

namespace {

Failure noEndpoint(const QString &name)
{
    return fail(Error::Code::NotFound, StoreText::tr("There is no endpoint named “%1” in this workspace.").arg(name), name);
}

/// 0 when there is none of that name.
Result<qint64> endpointId(Database &db, const QString &name)
{
    Statement row = db.statement("SELECT id FROM endpoint WHERE name=?1 AND removed IS NULL");
    row.bind(1, name);
    const qint64 id = row.row() ? row.integer(0) : 0;
    if (const Result<void> done = row.finish(); !done)
        return Failure(done.error());
    return id;
}

} // namespace

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, Open how)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    auto workspace = std::make_unique<SqliteWorkspace>(std::make_shared<Connections>(file));
    if (const Result<void> prepared = workspace->prepare(how); !prepared)
        return Failure(prepared.error());
    return workspace;
}

Result<void> SqliteWorkspace::prepare(Open how)
{
    const QString file = m_pool->path();
    const QFileInfo info(file);
    if (info.isDir())
        return fail(Error::Code::Usage, StoreText::tr("“%1” is a folder. Name a file for the workspace.").arg(file), file);
    if (!info.exists() && how == Open::MustExist)
        return fail(Error::Code::NotFound,
                    StoreText::tr("There is no workspace “%1”. Add an endpoint to make one, or check the name.").arg(file),
                    file);
    Result<std::unique_ptr<Database>> db = Database::open(file, how == Open::CreateIfMissing);
    if (!db)
        return Failure(db.error());
    if (const Result<void> ready = prepareSchema(**db, file, how == Open::CreateIfMissing); !ready)
        return ready;
    // What a killed program staged goes now, unless another one is at work on that endpoint.
    QList<qint64> unfinished;
    {
        Statement rows = (*db)->statement("SELECT DISTINCT endpoint FROM run WHERE state=0");
        while (rows.row())
            unfinished.append(rows.integer(0));
        if (const Result<void> done = rows.finish(); !done)
            return done;
    }
    for (const qint64 endpoint : std::as_const(unfinished)) {
        const std::unique_ptr<FileLock> lock = SqliteRunWriter::lockFile(file, endpoint);
        if (lock->tryLock() != FileLock::Outcome::Taken)
            continue;
        if (const Result<void> done = SqliteRunWriter::dropDeadRuns(*m_pool, **db, endpoint); !done)
            return done;
    }
    m_pool->put(std::move(*db));
    return {};
}

template<class Work>
Result<void> SqliteWorkspace::write(Work work)
{
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return Failure(db.error());
    const Connections::Turn turn(*m_pool, Connections::Turn::Manner::Urgent);
    Result<Transaction> transaction = Transaction::begin(**db, Transaction::Kind::Write);
    if (!transaction)
        return Failure(transaction.error());
    if (const Result<void> done = work(**db); !done)
        return done;
    return transaction->commit();
}

Result<void> SqliteWorkspace::addEndpoint(const StoredEndpoint &endpoint)
{
    return write([&](Database &db) -> Result<void> {
        const Result<qint64> known = endpointId(db, endpoint.name);
        if (!known)
            return Failure(known.error());
        if (*known)
            return fail(Error::Code::Usage,
                        StoreText::tr("There is an endpoint named “%1” already. Choose another name.").arg(endpoint.name),
                        endpoint.name);
        Statement insert =
            db.statement("INSERT INTO endpoint (name, kind, location, options, position, interval, paused) SELECT"
                         " ?1, ?2, ?3, ?4, coalesce(max(position), 0)+1, ?5, ?6 FROM endpoint WHERE removed IS NULL");
        insert.bind(1, endpoint.name)
            .bind(2, endpoint.kind)
            .bind(3, endpoint.location)
            .bind(4, optionsText(endpoint.options));
        if (const Result<void> done = insert.bind(5, endpoint.interval).bind(6, endpoint.isPaused ? 1 : 0).run(); !done)
            return done;
        return bumpGeneration(db);
    });
}

Result<void> SqliteWorkspace::removeEndpoint(const QString &name, bool keepHistory)
{
    qint64 id = 0;
    {
        const Result<Connections::Lease> db = m_pool->take();
        if (!db)
            return Failure(db.error());
        const Result<qint64> known = endpointId(**db, name);
        if (!known)
            return Failure(known.error());
        if (!*known)
            return noEndpoint(name);
        id = *known;
    }
    const std::unique_ptr<FileLock> lock = SqliteRunWriter::lockFile(m_pool->path(), id);
    if (lock->tryLock() != FileLock::Outcome::Taken)
        return fail(Error::Code::Busy, StoreText::tr("“%1” is being synced. Cancel that or wait, then remove it.").arg(name),
                    name);
    return write([&](Database &db) -> Result<void> {
        if (keepHistory) {
            Statement mark = db.statement("UPDATE endpoint SET removed=?2 WHERE id=?1");
            if (const Result<void> done = mark.bind(1, id).bind(2, QDateTime::currentMSecsSinceEpoch()).run(); !done)
                return done;
        } else if (const Result<void> done = db.statement("DELETE FROM endpoint WHERE id=?1").bind(1, id).run(); !done) {
            return done;
        }
        return bumpGeneration(db);
    });
}

Result<void> SqliteWorkspace::updateEndpoint(const StoredEndpoint &endpoint)
{
    return write([&](Database &db) -> Result<void> {
        const Result<QString> before = keptPlace(db, endpoint.name);
        if (!before)
            return Failure(before.error());
        Statement update = db.statement("UPDATE endpoint SET kind=?2, location=?3, options=?4, position=?5, interval=?6,"
                                        " paused=?7 WHERE name=?1 AND removed IS NULL");
        update.bind(1, endpoint.name).bind(2, endpoint.kind).bind(3, endpoint.location);
        update.bind(4, optionsText(endpoint.options)).bind(5, endpoint.position).bind(6, endpoint.interval);
        update.bind(7, endpoint.isPaused ? 1 : 0);
        if (const Result<void> done = update.run(); !done)
            return done;
        if (db.changes() == 0)
            return noEndpoint(endpoint.name);
        if (*before != readPlace(endpoint.kind, endpoint.location, endpoint.options)) {
            if (const Result<void> done = forgetNotes(db, endpoint.name); !done)
                return done;
        }
        return bumpGeneration(db);
    });
}

QList<StoredEndpoint> SqliteWorkspace::endpoints() const
{
    QList<StoredEndpoint> all;
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return all;
    QList<qint64> ids;
    {
        Statement rows =
            (*db)->statement("SELECT id, name, kind, location, options, position, interval, paused FROM endpoint"
                             " WHERE removed IS NULL ORDER BY position, id");
        while (rows.row()) {
            ids.append(rows.integer(0));
            all.append({.name = rows.text(1),
                        .kind = rows.text(2),
                        .location = rows.text(3),
                        .options = optionsFrom(rows.text(4)),
                        .position = int(rows.integer(5)),
                        .interval = rows.text(6),
                        .isPaused = rows.integer(7) != 0,
                        .lastRun = {}});
        }
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Result<QList<StoredRun>> last = readRuns(**db, ids[i], all[i].name, RunFilter::Ended, 1);
        if (last && !last->isEmpty())
            all[i].lastRun = last->first().run;
    }
    return all;
}

Result<std::unique_ptr<RunWriter>> SqliteWorkspace::beginRun(const QString &endpoint)
{
    return SqliteRunWriter::begin(m_pool, endpoint);
}

QList<Run> SqliteWorkspace::runs(const QString &endpoint, int limit) const
{
    QList<Run> all;
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return all;
    const Result<qint64> id = endpointId(**db, endpoint);
    if (!id)
        return all;
    const Result<QList<StoredRun>> stored = readRuns(**db, *id, endpoint, RunFilter::All, limit);
    if (!stored)
        return all;
    for (const StoredRun &run : *stored)
        all.append(run.run);
    return all;
}

Traffic SqliteWorkspace::traffic(const QString &endpoint, qint64 run) const
{
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return {};
    const Result<qint64> id = endpointId(**db, endpoint);
    return id ? readTraffic(**db, *id, run) : Traffic();
}

qint64 SqliteWorkspace::generation() const
{
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return 0;
    Statement row = (*db)->statement("SELECT value FROM counter WHERE name='generation'");
    return row.row() ? row.integer(0) : 0;
}

Result<QByteArray> SqliteWorkspace::original(const QString &endpoint, const QString &file) const
{
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return Failure(db.error());
    Statement row = (*db)->statement("SELECT o.bytes, o.size FROM endpoint e JOIN unit u ON u.endpoint=e.id JOIN original o"
                                     " ON o.unit=u.id JOIN run r ON r.id=o.run WHERE e.name=?1 AND e.removed IS NULL AND"
                                     " u.path=?2 AND r.published=1 ORDER BY o.run DESC LIMIT 1");
    row.bind(1, endpoint).bind(2, file);
    if (row.row())
        return decompressed(row.blob(0), row.integer(1));
    if (const Result<void> done = row.finish(); !done)
        return Failure(done.error());
    return fail(Error::Code::NotFound, StoreText::tr("The workspace holds no document “%1” of “%2”.").arg(file, endpoint),
                file);
}

Result<void> SqliteWorkspace::putRequest(const StoredRequest &request)
{
    return write([&](Database &db) {
        Statement put = db.statement("INSERT OR REPLACE INTO request (id, endpoint, address, state, body, changed) VALUES"
                                     " (?1, ?2, ?3, ?4, ?5, ?6)");
        put.bind(1, request.id).bind(2, request.endpoint).bind(3, request.address).bind(4, request.state);
        return put.bind(5, request.body).bind(6, request.changed.toMSecsSinceEpoch()).run();
    });
}

Result<void> SqliteWorkspace::removeRequest(const QString &id)
{
    return write([&](Database &db) { return db.statement("DELETE FROM request WHERE id=?1").bind(1, id).run(); });
}

QList<StoredRequest> SqliteWorkspace::requests() const
{
    QList<StoredRequest> all;
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return all;
    Statement rows =
        (*db)->statement("SELECT id, endpoint, address, state, body, changed FROM request ORDER BY changed, id");
    while (rows.row())
        all.append({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.blob(4),
                    QDateTime::fromMSecsSinceEpoch(rows.integer(5), Qt::UTC)});
    return all;
}

Result<void> SqliteWorkspace::appendAudit(const AuditRow &row)
{
    return write([&](Database &db) -> Result<void> {
        qint64 next = 0;
        {
            Statement newest = db.statement("SELECT coalesce(max(number)+1, 0) FROM audit");
            next = newest.row() ? newest.integer(0) : 0;
            if (const Result<void> done = newest.finish(); !done)
                return done;
        }
        // A chain starts at 0 or 1, as whoever signs it counts; from there on without a gap.
        if (row.index != next && !(next == 0 && row.index == 1))
            return fail(Error::Code::Busy,
                        StoreText::tr("Another event was signed at the same moment (number %1). Try again.").arg(row.index));
        Statement insert = db.statement("INSERT INTO audit (number, body, previous, hash, signature, key) VALUES"
                                        " (?1, ?2, ?3, ?4, ?5, ?6)");
        insert.bind(1, row.index).bind(2, row.body).bind(3, row.previous).bind(4, row.hash);
        return insert.bind(5, row.signature).bind(6, row.key).run();
    });
}

QList<AuditRow> SqliteWorkspace::audit() const
{
    QList<AuditRow> all;
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return all;
    Statement rows = (*db)->statement("SELECT number, body, previous, hash, signature, key FROM audit ORDER BY number");
    while (rows.row())
        all.append({rows.integer(0), rows.blob(1), rows.blob(2), rows.blob(3), rows.blob(4), rows.blob(5)});
    return all;
}

QVariant SqliteWorkspace::setting(const QString &key, const QVariant &fallback) const
{
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return fallback;
    Statement row = (*db)->statement("SELECT value FROM setting WHERE key=?1");
    row.bind(1, key);
    if (!row.row())
        return fallback;
    QDataStream stream(row.blob(0));
    stream.setVersion(QDataStream::Qt_6_0);
    QVariant value;
    stream >> value;
    return stream.status() == QDataStream::Ok ? value : fallback;
}

Result<void> SqliteWorkspace::setSetting(const QString &key, const QVariant &value)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << value;
    return write([&](Database &db) -> Result<void> {
        Statement put = db.statement("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)");
        if (const Result<void> done = put.bind(1, key).bind(2, bytes).run(); !done)
            return done;
        return key == QLatin1String("matches") ? bumpGeneration(db) : Result<void>(); // what is one thing is another
    });
}

} // namespace meshscope
