#include "models/samples/rawrows.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QUrl>

#include <sqlite3.h>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::SqliteRows)
};

constexpr int longestQuery = 20'000; ///< ms: a view may be anything

struct Close {
    void operator()(sqlite3 *db) const { sqlite3_close(db); }
};
struct Finalize {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

struct Watch {
    const std::function<bool()> &cancelled;
    QElapsedTimer clock;
};

int stop(void *watch)
{
    const Watch &w = *static_cast<Watch *>(watch);
    return (w.cancelled && w.cancelled()) || w.clock.hasExpired(longestQuery) ? 1 : 0;
}

Failure failure(sqlite3 *db, const QString &path)
{
    const int code = sqlite3_errcode(db);
    const QString why = QString::fromUtf8(sqlite3_errmsg(db));
    if (code == SQLITE_INTERRUPT)
        return fail(Error::Code::Cancelled, Text::tr("Reading %1 was stopped: it took too long.").arg(path), path);
    return fail(code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? Error::Code::Corrupt : Error::Code::Io,
                Text::tr("%1 cannot be read as an SQLite file: %2").arg(path, why), path);
}

Statement prepare(sqlite3 *db, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(db, sql.constData(), int(sql.size()), &statement, nullptr);
    return Statement(statement);
}

QString columnText(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL: return {};
    case SQLITE_FLOAT: return QString::number(sqlite3_column_double(statement, column), 'g', QLocale::FloatingPointShortest);
    case SQLITE_BLOB: return Text::tr("(%1 bytes)").arg(sqlite3_column_bytes(statement, column));
    default: break;
    }
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    const qsizetype size = sqlite3_column_bytes(statement, column);
    QString value = QString::fromUtf8(text, std::min<qsizetype>(size, 4 * longestValue));
    if (value.size() > longestValue)
        value = value.left(longestValue) + u'…';
    value.replace(QChar(0), QChar(0x2400));
    return value.isNull() ? QStringLiteral("") : value;
}

/// The table that is meant; the only one when no name fits.
Result<QString> chooseTable(sqlite3 *db, const QStringList &wanted, const QString &path)
{
    const Statement list = prepare(
        db, "SELECT name FROM sqlite_schema WHERE type IN ('table','view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
            "ORDER BY name");
    if (!list)
        return failure(db, path);
    QStringList present;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(list.get())) == SQLITE_ROW)
        present << columnText(list.get(), 0);
    if (code != SQLITE_DONE)
        return failure(db, path);
    for (const QString &name : wanted) {
        for (const QString &table : std::as_const(present)) {
            if (!name.isEmpty() && table.compare(name, Qt::CaseInsensitive) == 0)
                return table;
        }
    }
    if (present.size() == 1)
        return present.first();
    return fail(Error::Code::NotFound,
                Text::tr("%1 has no table %2; it has: %3. Name the table in the contract's schema.")
                    .arg(path, wanted.value(0), present.join(QStringLiteral(", "))),
                path);
}

} // namespace

Result<RawRows> readSqlite(const QString &path, const QStringList &tables, int rows, const std::function<bool()> &cancelled)
{
    sqlite3 *opened = nullptr;
    // Immutable: no locks, no journal, nothing is written beside somebody's file.
    const QByteArray uri = "file:" + QUrl::toPercentEncoding(path, "/") + "?immutable=1&mode=ro";
    const int code = sqlite3_open_v2(uri.constData(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    const Database db(opened);
    if (code != SQLITE_OK)
        return failure(opened, path);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
    sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0);
    Watch watch{cancelled, {}};
    watch.clock.start();
    sqlite3_progress_handler(opened, 10'000, stop, &watch);

    const Result<QString> table = chooseTable(opened, tables, path);
    if (!table)
        return Failure(table.error());
    QByteArray quoted = table->toUtf8();
    quoted.replace('"', "\"\"");
    const Statement select = prepare(opened, "SELECT * FROM \"" + quoted + "\" LIMIT " + QByteArray::number(rows + 1));
    if (!select)
        return failure(opened, path);
    RawRows out;
    out.kind = QStringLiteral("sqlite");
    const int width = sqlite3_column_count(select.get());
    for (int i = 0; i < width; ++i)
        out.names << QString::fromUtf8(sqlite3_column_name(select.get(), i));
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(select.get())) == SQLITE_ROW) {
        if (out.rows.size() == rows) {
            out.more = true;
            return out;
        }
        QStringList row;
        for (int i = 0; i < width; ++i)
            row << columnText(select.get(), i);
        out.rows.append(row);
    }
    if (step != SQLITE_DONE && out.rows.isEmpty())
        return failure(opened, path);
    if (step != SQLITE_DONE)
        out.note(failure(opened, path).value().text);
    return out;
}

} // namespace meshscope
