#include "models/store/schema.h"

#include "models/store/storetext.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

static void initMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

namespace meshscope {

namespace {

constexpr int applicationId = 0x4d657368; // "Mesh"

Failure notAWorkspace(const QString &path)
{
    return fail(
        Error::Code::Corrupt,
        StoreText::tr(
            "“%1” is not a Meshscope workspace. It has been left as it is: choose another file, or a new name to start "
            "a new workspace.")
            .arg(path),
        path);
}

Result<qint64> number(Database &db, const char *sql)
{
    Statement statement = db.statement(sql);
    const qint64 value = statement.row() ? statement.integer(0) : -1;
    if (const Result<void> done = statement.finish(); !done)
        return Failure(done.error());
    return value;
}

QByteArray migration(int version)
{
    QFile file(QStringLiteral(":/meshscope/migrations/%1.sql").arg(version, 4, 10, QLatin1Char('0')));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<void> upgrade(Database &db, int from)
{
    Result<Transaction> transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return Failure(transaction.error());
    if (from == 0) { // another process may have made it while we waited
        const Result<qint64> tables = number(db, "SELECT count(*) FROM sqlite_master");
        if (!tables)
            return Failure(tables.error());
        if (*tables > 0)
            return {};
    } else {
        const Result<qint64> now = number(db, "SELECT number FROM version");
        if (!now)
            return Failure(now.error());
        from = int(*now);
    }
    for (int version = from + 1; version <= schemaVersion(); ++version) {
        if (const Result<void> done = db.execute(migration(version).constData()); !done)
            return done;
    }
    const QByteArray finish = "DELETE FROM version; INSERT INTO version VALUES (" + QByteArray::number(schemaVersion()) +
                              "); PRAGMA application_id=" + QByteArray::number(applicationId);
    if (const Result<void> done = db.execute(finish.constData()); !done)
        return done;
    return transaction->commit();
}

/// A copy of what is committed, through SQLite itself: a plain copy would miss what is still in the log.
Result<void> backUp(Database &db, const QString &path, qint64 version)
{
    const QString copy = QStringLiteral("%1.v%2.bak").arg(path).arg(version);
    if (QFile::exists(copy))
        return {}; // an earlier try was interrupted after it: the oldest copy is the one to keep
    const QString part = copy + QStringLiteral(".part");
    QFile::remove(part);
    {
        Statement statement = db.statement("VACUUM INTO ?1");
        if (const Result<void> done = statement.bind(1, part).run(); !done)
            return Failure(done.error());
    }
    if (!QFile::rename(part, copy))
        return fail(Error::Code::Io,
                    StoreText::tr("The copy “%1” could not be written before the upgrade. Check the permissions of "
                                  "its folder.")
                        .arg(copy),
                    copy);
    return {};
}

} // namespace

int schemaVersion()
{
    initMigrations();
    static const int newest =
        int(QDir(QStringLiteral(":/meshscope/migrations")).entryList({QStringLiteral("*.sql")}).size());
    return newest;
}

Result<void> prepareSchema(Database &db, const QString &path, bool create)
{
    const Result<qint64> tables = number(db, "SELECT count(*) FROM sqlite_master");
    if (!tables)
        return Failure(tables.error());
    if (*tables == 0) {
        if (!create)
            return notAWorkspace(path);
        // Rows are some hundred bytes to some kilobytes: larger pages than usual mean a third of the calls.
        if (const Result<void> done = db.execute("PRAGMA page_size=16384; PRAGMA journal_mode=WAL"); !done)
            return done;
        return upgrade(db, 0);
    }
    const Result<qint64> id = number(db, "PRAGMA application_id");
    const Result<qint64> known = number(db, "SELECT count(*) FROM sqlite_master WHERE name='version' AND type='table'");
    if (!id || !known)
        return Failure(!id ? id.error() : known.error());
    if (*known != 1 || *id != applicationId)
        return notAWorkspace(path);
    const Result<qint64> version = number(db, "SELECT number FROM version");
    if (!version)
        return Failure(version.error());
    if (*version > schemaVersion())
        return fail(
            Error::Code::Newer,
            StoreText::tr("The workspace “%1” was made by a newer Meshscope (format %2, this one reads up to %3). Update "
                          "Meshscope, or choose another workspace.")
                .arg(path)
                .arg(*version)
                .arg(schemaVersion()),
            path);
    if (*version < 1)
        return notAWorkspace(path);
    if (*version < schemaVersion()) {
        if (const Result<void> copied = backUp(db, path, *version); !copied)
            return copied;
        if (const Result<void> done = upgrade(db, int(*version)); !done)
            return done;
    }
    return db.execute("PRAGMA journal_mode=WAL");
}

} // namespace meshscope
