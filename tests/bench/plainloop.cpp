#include "tests/bench/plainloop.h"

#include <simdjson.h>
#include <sqlite3.h>
#include <zstd.h>

namespace meshscope {

PlainDatabase::PlainDatabase(const QString &path, int pageSize)
{
    sqlite3_open(path.toUtf8().constData(), &m_db);
    execute(("PRAGMA page_size=" + QByteArray::number(pageSize)).constData());
    execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
}

PlainDatabase::~PlainDatabase()
{
    sqlite3_close(m_db);
}

void PlainDatabase::execute(const char *sql)
{
    char *error = nullptr;
    if (sqlite3_exec(m_db, sql, nullptr, nullptr, &error) != SQLITE_OK)
        fprintf(stderr, "plain loop: %s\n", error);
    sqlite3_free(error);
}

sqlite3_stmt *PlainDatabase::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr) != SQLITE_OK)
        fprintf(stderr, "plain loop: %s\n", sqlite3_errmsg(m_db));
    return statement;
}

namespace {

class RecordLoop {
public:
    explicit RecordLoop(PlainDatabase &db)
        : m_entity(db.prepare("INSERT INTO entity VALUES (?,?,?,?,?,?)"))
        , m_column(db.prepare("INSERT INTO col VALUES (?,?,?,?,?,?,?)"))
        , m_edge(db.prepare("INSERT INTO edge VALUES (?,?,?)"))
    {
    }
    ~RecordLoop()
    {
        for (sqlite3_stmt *s : {m_entity, m_column, m_edge})
            sqlite3_finalize(s);
    }
    RecordLoop(const RecordLoop &) = delete;
    RecordLoop &operator=(const RecordLoop &) = delete;
    void insert(const Records &r)
    {
        entities(Kind::Domain, r.domains);
        entities(Kind::Product, r.products);
        entities(Kind::Port, r.ports);
        entities(Kind::Contract, r.contracts);
        entities(Kind::Dataset, r.datasets);
        entities(Kind::Job, r.jobs);
        entities(Kind::Term, r.terms);
        entities(Kind::Party, r.parties);
        for (const Column &c : r.columns) {
            text(m_column, 1, c.dataset);
            text(m_column, 2, c.path);
            sqlite3_bind_int(m_column, 3, c.ordinal);
            text(m_column, 4, c.logicalType);
            text(m_column, 5, c.physicalType);
            sqlite3_bind_int(m_column, 6, c.nullable.value_or(true) ? 1 : 0);
            text(m_column, 7, c.description);
            step(m_column);
        }
        for (const LineageEdge &e : r.lineage)
            edge(e.from, e.to, e.job);
        for (const ColumnEdge &e : r.columnLineage)
            edge(e.fromDataset + e.fromColumn, e.toDataset + e.toColumn, e.transform);
        for (const ServiceLevel &l : r.serviceLevels)
            edge(l.owner, l.property, l.value);
        for (const QualityRule &q : r.qualityRules)
            edge(q.dataset + q.column, q.name, q.expression);
        for (const Measurement &m : r.measurements)
            edge(m.target, m.property, QString::number(m.value));
    }
    qint64 rows = 0;

private:
    static void text(sqlite3_stmt *s, int i, const QString &value)
    {
        const QByteArray utf8 = value.toUtf8();
        sqlite3_bind_text(s, i, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    }
    void step(sqlite3_stmt *s)
    {
        sqlite3_step(s);
        sqlite3_reset(s);
        ++rows;
    }
    template<class T>
    void entities(Kind kind, const QList<T> &list)
    {
        for (const T &e : list) {
            sqlite3_bind_int(m_entity, 1, int(kind));
            text(m_entity, 2, e.id);
            text(m_entity, 3, e.name);
            text(m_entity, 4, e.description);
            text(m_entity, 5, e.domain);
            text(m_entity, 6, e.source.file);
            step(m_entity);
        }
    }
    void edge(const QString &a, const QString &b, const QString &c)
    {
        text(m_edge, 1, a);
        text(m_edge, 2, b);
        text(m_edge, 3, c);
        step(m_edge);
    }
    sqlite3_stmt *m_entity;
    sqlite3_stmt *m_column;
    sqlite3_stmt *m_edge;
};

} // namespace

Plain insertRecords(const QString &path, const std::vector<Records> &all)
{
    PlainDatabase db(path);
    db.execute("CREATE TABLE entity (kind INTEGER, id TEXT, name TEXT, description TEXT, domain TEXT, file TEXT);"
               "CREATE TABLE col (dataset TEXT, path TEXT, ordinal INTEGER, logical TEXT, physical TEXT,"
               " nullable INTEGER, description TEXT);"
               "CREATE TABLE edge (a TEXT, b TEXT, c TEXT);");
    const Clock clock;
    db.execute("BEGIN");
    qint64 rows = 0;
    {
        RecordLoop loop(db);
        for (const Records &records : all)
            loop.insert(records);
        rows = loop.rows;
    }
    db.execute("COMMIT");
    return {clock.spent(), rows};
}

namespace {

/// Visits each value; what texts and numbers there are.
qint64 visit(const simdjson::dom::element &value)
{
    qint64 sum = 1;
    switch (value.type()) {
    case simdjson::dom::element_type::ARRAY:
        for (const simdjson::dom::element item : simdjson::dom::array(value))
            sum += visit(item);
        break;
    case simdjson::dom::element_type::OBJECT:
        for (const simdjson::dom::key_value_pair field : simdjson::dom::object(value))
            sum += qint64(field.key.size()) + visit(field.value);
        break;
    case simdjson::dom::element_type::STRING: sum += qint64(std::string_view(value).size()); break;
    default: break;
    }
    return sum;
}

std::vector<simdjson::padded_string> answersOf(const QString &workspace)
{
    std::vector<simdjson::padded_string> answers;
    sqlite3 *db = nullptr;
    sqlite3_open_v2(workspace.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt *rows = nullptr;
    sqlite3_prepare_v2(db, "SELECT size, bytes FROM original", -1, &rows, nullptr);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        simdjson::padded_string &answer = answers.emplace_back(size_t(sqlite3_column_int64(rows, 0)));
        ZSTD_decompress(answer.data(), answer.size(), sqlite3_column_blob(rows, 1), size_t(sqlite3_column_bytes(rows, 1)));
    }
    sqlite3_finalize(rows);
    sqlite3_close(db);
    return answers;
}

} // namespace

Plain readAnswers(const QString &workspace)
{
    const std::vector<simdjson::padded_string> answers = answersOf(workspace);
    const Clock clock;
    simdjson::dom::parser parser;
    qint64 bytes = 0, seen = 0;
    for (const simdjson::padded_string &answer : answers) {
        bytes += qint64(answer.size());
        simdjson::dom::document_stream values;
        if (parser.parse_many(answer, std::max<size_t>(answer.size(), 1'000'000)).get(values) != simdjson::SUCCESS)
            continue;
        for (auto value : values) {
            simdjson::dom::element root;
            if (value.get(root) == simdjson::SUCCESS)
                seen += visit(root);
        }
    }
    const Spent spent = clock.spent();
    if (seen < bytes / 4)
        fprintf(stderr, "simdjson has not read all of the answers\n");
    return {spent, bytes};
}

struct StoredRows::Table {
    QByteArray insert;
    int columns = 0;
    std::vector<sqlite3_value *> values; ///< row after row
};

StoredRows::StoredRows(const QString &workspace)
{
    sqlite3 *db = nullptr;
    sqlite3_open_v2(workspace.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr);
    const auto each = [db](const QByteArray &sql, auto &&row) {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW)
            row(statement);
        sqlite3_finalize(statement);
    };
    const auto text = [](sqlite3_stmt *s, int column) {
        return QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(s, column)));
    };
    each("PRAGMA page_size", [this](sqlite3_stmt *s) { m_pageSize = sqlite3_column_int(s, 0); });
    each("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY type DESC",
         [&](sqlite3_stmt *s) {
             m_schema.push_back(text(s, 2));
             if (text(s, 1) != "table")
                 return;
             Table &table = m_tables.emplace_back();
             const QByteArray name = text(s, 0);
             each("SELECT * FROM " + name, [&table](sqlite3_stmt *row) {
                 table.columns = sqlite3_column_count(row);
                 for (int i = 0; i < table.columns; ++i)
                     table.values.push_back(sqlite3_value_dup(sqlite3_column_value(row, i)));
             });
             table.insert = "INSERT INTO " + name + " VALUES (?" + QByteArray(",?").repeated(table.columns - 1) + ")";
         });
    sqlite3_close(db);
}

StoredRows::~StoredRows()
{
    for (const Table &table : m_tables) {
        for (sqlite3_value *const value : table.values)
            sqlite3_value_free(value);
    }
}

Plain StoredRows::insert(const QString &path) const
{
    PlainDatabase db(path, m_pageSize);
    for (const QByteArray &sql : m_schema)
        db.execute(sql.constData());
    const Clock clock;
    db.execute("BEGIN");
    qint64 rows = 0;
    for (const Table &table : m_tables) {
        if (table.values.empty())
            continue;
        sqlite3_stmt *const statement = db.prepare(table.insert.constData());
        for (size_t at = 0; at < table.values.size(); at += size_t(table.columns), ++rows) {
            for (int i = 0; i < table.columns; ++i)
                sqlite3_bind_value(statement, i + 1, table.values[at + size_t(i)]);
            sqlite3_step(statement);
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
    }
    db.execute("COMMIT");
    return {clock.spent(), rows};
}

} // namespace meshscope
