#pragma once

#include "models/mesh/records.h"
#include "tests/bench/benchmesh.h"

#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace meshscope {

/// A database of a plain loop: WAL, one transaction, prepared statements. What a sync is measured against.
class PlainDatabase {
public:
    explicit PlainDatabase(const QString &path, int pageSize = 4096);
    ~PlainDatabase();
    PlainDatabase(const PlainDatabase &) = delete;
    PlainDatabase &operator=(const PlainDatabase &) = delete;
    void execute(const char *sql);
    [[nodiscard]] sqlite3_stmt *prepare(const char *sql);
    [[nodiscard]] sqlite3 *handle() const { return m_db; }

private:
    sqlite3 *m_db = nullptr;
};

/// What a loop took, and how many rows it wrote.
struct Plain {
    Spent spent;
    qint64 rows = 0;
};

/// One row a record (a thing, a column, an edge, a level, a rule, a measurement) with its main fields, no index: what
/// somebody would write who only wants the records in a file.
[[nodiscard]] Plain insertRecords(const QString &path, const std::vector<Records> &all);

/// simdjson reads the answers of servers that a workspace keeps, each value of them: what it takes to see all that came.
/// They are unpacked before, and are JSON or JSON a line. `rows` are their bytes.
[[nodiscard]] Plain readAnswers(const QString &workspace);

/// The very rows of a workspace, into the same tables with the same indexes: what SQLite alone takes to keep them. They
/// are in memory, grouped, serialised and compressed already.
class StoredRows {
public:
    explicit StoredRows(const QString &workspace);
    ~StoredRows();
    StoredRows(const StoredRows &) = delete;
    StoredRows &operator=(const StoredRows &) = delete;
    [[nodiscard]] Plain insert(const QString &path) const;

private:
    struct Table;
    std::vector<Table> m_tables;
    std::vector<QByteArray> m_schema;
    int m_pageSize = 4096;
};

} // namespace meshscope
