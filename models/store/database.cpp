#include "models/store/database.h"

#include "models/store/storetext.h"

#include <sqlite3.h>

#include <cerrno>
#include <chrono>
#include <thread>

namespace meshscope {

namespace {

constexpr int busyMilliseconds = 15'000;

/// Polls every other millisecond: a staging run lets go of the file for about that long between its transactions.
int waitWhileBusy(void *, int tries)
{
    if (tries * 2 > busyMilliseconds)
        return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return 1;
}

bool isDiskFull(sqlite3 *db, int code)
{
    if ((code & 0xff) == SQLITE_FULL)
        return true;
    if ((code & 0xff) != SQLITE_IOERR || !db)
        return false;
    // SQLite itself knows ENOSPC; of a quota or a size limit it only says that a write failed.
    const int known = sqlite3_system_errno(db);
    const int system = known ? known : errno;
    return system == ENOSPC || system == EFBIG || system == EDQUOT;
}

Failure failure(sqlite3 *db, int code, const std::string &path)
{
    const QString file = QString::fromStdString(path);
    if (isDiskFull(db, code))
        return fail(Error::Code::Full,
                    StoreText::tr(
                        "There is no room left for the workspace “%1”. Nothing that was confirmed is lost: free some space "
                        "and try again.")
                        .arg(file),
                    file);
    const QString detail = QString::fromUtf8(db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fail(
            Error::Code::Corrupt,
            StoreText::tr("“%1” is damaged or is not a workspace (%2). It has been left as it is: restore a copy of it, or "
                          "choose another file to start a new workspace.")
                .arg(file, detail),
            file);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(
            Error::Code::Busy,
            StoreText::tr("The workspace “%1” is being written to by another program. Try again when that has finished.")
                .arg(file),
            file);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return fail(Error::Code::Io,
                    StoreText::tr("The workspace “%1” cannot be written to. Check its permissions and those of its folder.")
                        .arg(file),
                    file);
    case SQLITE_CANTOPEN:
        return fail(
            Error::Code::Io,
            StoreText::tr("The workspace “%1” cannot be opened. Check that its folder exists and that you may use it.")
                .arg(file),
            file);
    case SQLITE_INTERRUPT: return fail(Error::Code::Cancelled, StoreText::tr("Cancelled."), file);
    case SQLITE_IOERR:
        return fail(
            Error::Code::Io,
            StoreText::tr("The workspace “%1” cannot be read or written (%2). Check the disk it is on.").arg(file, detail),
            file);
    default:
        return fail(Error::Code::Failed, StoreText::tr("The workspace “%1” could not be used: %2.").arg(file, detail), file);
    }
}

} // namespace

Statement::Statement(sqlite3 *db, sqlite3_stmt *statement, int code, const std::string *path)
    : m_db(db)
    , m_statement(statement)
    , m_code(code)
    , m_path(path)
{
}

Statement::~Statement()
{
    if (m_statement) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
}

Statement &Statement::bind(int index, qint64 value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement, index, value);
    return *this;
}

Statement &Statement::bind(int index, double value)
{
    if (m_statement)
        sqlite3_bind_double(m_statement, index, value);
    return *this;
}

Statement &Statement::bind(int index, const QString &value)
{
    if (m_statement) {
        const QByteArray utf8 = value.toUtf8();
        sqlite3_bind_text64(m_statement, index, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT,
                            SQLITE_UTF8);
    }
    return *this;
}

Statement &Statement::bind(int index, const QByteArray &value)
{
    return bind(index, QByteArrayView(value));
}

Statement &Statement::bind(int index, QByteArrayView value)
{
    if (m_statement)
        sqlite3_bind_blob64(m_statement, index, value.isEmpty() ? "" : value.data(), sqlite3_uint64(value.size()),
                            SQLITE_STATIC);
    return *this;
}

Statement &Statement::bindText(int index, QByteArrayView utf8)
{
    if (m_statement)
        sqlite3_bind_text64(m_statement, index, utf8.isEmpty() ? "" : utf8.data(), sqlite3_uint64(utf8.size()),
                            SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindNull(int index)
{
    if (m_statement)
        sqlite3_bind_null(m_statement, index);
    return *this;
}

bool Statement::row()
{
    if (!m_statement || (m_code != SQLITE_OK && m_code != SQLITE_ROW))
        return false;
    m_code = sqlite3_step(m_statement);
    return m_code == SQLITE_ROW;
}

Result<void> Statement::finish() const
{
    if (m_code == SQLITE_OK || m_code == SQLITE_ROW || m_code == SQLITE_DONE)
        return {};
    return failure(m_db, m_code, *m_path);
}

Result<void> Statement::run()
{
    while (row()) {}
    if (m_code != SQLITE_DONE)
        return failure(m_db, m_code, *m_path);
    sqlite3_reset(m_statement);
    m_code = SQLITE_OK;
    return {};
}

void Statement::rewind()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    if (m_code == SQLITE_ROW || m_code == SQLITE_DONE)
        m_code = SQLITE_OK;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto [data, size] = view(column);
    return QString::fromUtf8(data, size);
}

QByteArray Statement::blob(int column) const
{
    const auto [data, size] = view(column);
    return QByteArray(data, size);
}

std::pair<const char *, qsizetype> Statement::view(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Database::Database(sqlite3 *db, std::string path)
    : m_db(db)
    , m_path(std::move(path))
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, bool create)
{
    const QByteArray name = path.toUtf8();
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (create ? SQLITE_OPEN_CREATE : 0);
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &handle, flags, nullptr);
    std::unique_ptr<Database> db(new Database(handle, name.toStdString()));
    if (code != SQLITE_OK)
        return failure(handle, code, db->m_path);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_handler(handle, waitWhileBusy, nullptr);
    // Text comes from documents of strangers: views and triggers of a crafted file must not call functions.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    const Result<void> set = db->execute("PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;"
                                         "PRAGMA cache_size=-8000; PRAGMA journal_size_limit=67108864;"
                                         "PRAGMA secure_delete=OFF");
    if (!set)
        return Failure(set.error());
    return db;
}

Database::~Database()
{
    for (const auto &[sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_db);
}

Result<void> Database::execute(const char *sql)
{
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failure(m_db, code, m_path);
    return {};
}

Statement Database::statement(const char *sql)
{
    const auto found = m_statements.find(sql);
    if (found != m_statements.end())
        return Statement(m_db, found->second, SQLITE_OK, &m_path);
    sqlite3_stmt *made = nullptr;
    const int code = sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    if (made)
        m_statements.emplace(sql, made);
    return Statement(m_db, made, code, &m_path);
}

qint64 Database::lastId() const
{
    return sqlite3_last_insert_rowid(m_db);
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_db);
}

void Database::setSync(Sync sync)
{
    if (sync == m_sync)
        return;
    m_sync = sync;
    sqlite3_exec(m_db, sync == Sync::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL", nullptr, nullptr,
                 nullptr);
}

void Database::setReadOnly(bool readOnly)
{
    sqlite3_exec(m_db, readOnly ? "PRAGMA query_only=ON" : "PRAGMA query_only=OFF", nullptr, nullptr, nullptr);
}

Result<Transaction> Transaction::begin(Database &db, Kind kind)
{
    const Result<void> begun = db.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
    if (!begun)
        return Failure(begun.error());
    return Transaction(db);
}

Transaction::~Transaction()
{
    if (m_db)
        sqlite3_exec(m_db->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit()
{
    const Result<void> done = m_db->execute("COMMIT");
    if (done)
        m_db = nullptr;
    return done;
}

} // namespace meshscope
