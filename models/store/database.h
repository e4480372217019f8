#pragma once

#include "models/mesh/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <string>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace meshscope {

/// valid_to of a row that still holds.
inline constexpr qint64 openEnd = 9223372036854775807LL;

/// A prepared statement borrowed from its Database; goes back reset. What was bound must outlive the next step.
class Statement {
public:
    Statement(sqlite3 *db, sqlite3_stmt *statement, int code, const std::string *path);
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    Statement &bind(int index, qint64 value);
    Statement &bind(int index, int value) { return bind(index, qint64(value)); }
    Statement &bind(int index, double value);
    Statement &bind(int index, const QString &value);
    Statement &bind(int index, const QByteArray &value); ///< as a blob; a null array is an empty blob
    Statement &bind(int index, QByteArrayView value);    ///< as a blob
    Statement &bindText(int index, QByteArrayView utf8);
    Statement &bindNull(int index);

    [[nodiscard]] bool row(); ///< steps; false at the end and on errors: ask finish() then
    [[nodiscard]] Result<void> finish() const;
    void rewind();                    ///< ready for the next bind
    [[nodiscard]] Result<void> run(); ///< steps to the end and resets, for what returns no rows

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] std::pair<const char *, qsizetype> view(int column) const; ///< until the next step
    [[nodiscard]] bool isNull(int column) const;

private:
    sqlite3 *m_db;
    sqlite3_stmt *m_statement;
    int m_code;
    const std::string *m_path;
};

/// One SQLite connection, for one thread at a time. Keeps its prepared statements.
class Database {
public:
    enum class Sync : quint8 { Normal, Full };
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, bool create);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    [[nodiscard]] Result<void> execute(const char *sql); ///< one or more statements without parameters
    /// Prepared once a literal; `sql` must be one. Not to be used twice at a time.
    [[nodiscard]] Statement statement(const char *sql);
    [[nodiscard]] qint64 lastId() const;
    [[nodiscard]] qint64 changes() const;
    void setSync(Sync sync);
    void setReadOnly(bool readOnly);
    [[nodiscard]] sqlite3 *handle() const { return m_db; }

private:
    Database(sqlite3 *db, std::string path);
    sqlite3 *m_db;
    std::string m_path;
    Sync m_sync = Sync::Full;
    std::unordered_map<const char *, sqlite3_stmt *> m_statements; ///< by the literal's address, not its text
};

/// Rolls back unless committed.
class Transaction {
public:
    enum class Kind : quint8 { Read, Write };
    [[nodiscard]] static Result<Transaction> begin(Database &db, Kind kind);
    Transaction(Transaction &&other) noexcept
        : m_db(std::exchange(other.m_db, nullptr))
    {
    }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database &db)
        : m_db(&db)
    {
    }
    Database *m_db;
};

} // namespace meshscope
