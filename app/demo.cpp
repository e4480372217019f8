#include "app/demo.h"

#include "app/services.h"
#include "models/catalogs/sync/sync.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

const QString resourceRoot = u":/demo"_s;

Failure ioError(const QString &path, const QString &why)
{
    return fail(Error::Code::Io,
                QCoreApplication::translate("meshscope::Demo",
                                            "the demo mesh could not be written: %1. Free some space or set XDG_DATA_HOME")
                    .arg(why),
                path);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether ten characters are a calendar date the demo may move; `date` is that date.
bool isDemoDate(const char *at, QDate &date)
{
    for (const int i : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (!isDigit(at[i]))
            return false;
    }
    if (at[4] != '-' || at[7] != '-')
        return false;
    const auto number = [at](int from, int digits) {
        int n = 0;
        for (int i = from; i < from + digits; ++i)
            n = n * 10 + (at[i] - '0');
        return n;
    };
    date = QDate(number(0, 4), number(5, 2), number(8, 2));
    return date.isValid() && date.year() >= 2024 && date.year() <= 2028;
}

/// Moves the dates in every text value of a SQLite file.
Result<void> moveDatesInDatabase(const QString &path, qint64 days)
{
    sqlite3 *db = nullptr;
    const auto close = qScopeGuard([&] { sqlite3_close(db); });
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &db, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        return ioError(path, QString::fromUtf8(sqlite3_errmsg(db)));
    const auto moved = [](sqlite3_context *context, int, sqlite3_value **values) {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
        const QByteArray result =
            withDatesMoved(QByteArray(text, sqlite3_value_bytes(values[0])), sqlite3_value_int64(values[1]));
        sqlite3_result_text(context, result.constData(), int(result.size()), SQLITE_TRANSIENT);
    };
    sqlite3_create_function_v2(db, "moved", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, moved, nullptr, nullptr,
                               nullptr);
    QList<std::pair<QByteArray, QByteArray>> columns;
    const auto collect = [](void *to, int, char **values, char **) {
        static_cast<QList<std::pair<QByteArray, QByteArray>> *>(to)->emplace_back(values[0], values[1]);
        return 0;
    };
    sqlite3_exec(db, "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'",
                 collect, &columns, nullptr);
    sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
    for (const auto &[table, column] : columns) {
        char *sql = sqlite3_mprintf("UPDATE \"%w\" SET \"%w\" = moved(\"%w\", %lld) WHERE typeof(\"%w\") = 'text'",
                                    table.constData(), column.constData(), column.constData(), static_cast<long long>(days),
                                    column.constData());
        sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
        sqlite3_free(sql);
    }
    if (sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
        return ioError(path, QString::fromUtf8(sqlite3_errmsg(db)));
    return {};
}

Result<void> extractFile(const QString &resource, const QString &target, qint64 days)
{
    QFile from(resource);
    if (!from.open(QIODevice::ReadOnly))
        return ioError(resource, from.errorString());
    QByteArray bytes = from.readAll();
    const bool database = bytes.startsWith("SQLite format 3");
    if (!database)
        bytes = withDatesMoved(bytes, days);
    QDir().mkpath(QFileInfo(target).path());
    QFile to(target);
    if (!to.open(QIODevice::WriteOnly) || to.write(bytes) != bytes.size() || !to.flush())
        return ioError(target, to.errorString());
    to.close();
    return database ? moveDatesInDatabase(target, days) : Result<void>();
}

Result<void> extract(const QString &folder)
{
    QFile anchor(resourceRoot + u"/anchor.txt"_s);
    if (!anchor.open(QIODevice::ReadOnly))
        return ioError(anchor.fileName(), anchor.errorString());
    const QDate last = QDate::fromString(QString::fromLatin1(anchor.readAll()).trimmed(), Qt::ISODate);
    const qint64 days = last.daysTo(QDate::currentDate());
    QDirIterator it(resourceRoot, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString resource = it.next();
        const QString relative = resource.mid(resourceRoot.size() + 1);
        if (!relative.contains(u'/'))
            continue; // about the demo, not part of it
        if (const Result<void> done = extractFile(resource, folder + u'/' + relative, days); !done)
            return done;
    }
    return {};
}

/// The person of the demo's story: a consumer and an owner, so that both sides of a request can be tried.
Profile demoProfile()
{
    return {u"Nils Aker"_s, u"nils.aker@norrvik.example"_s, {u"store-forecasting"_s, u"Store forecasting"_s}, {}};
}

Result<void> addAndRead(const QString &folder, const QString &workspacePath)
{
    Result<Services> services = openServices(workspacePath, Workspace::Open::CreateIfMissing);
    if (!services)
        return Failure(services.error());
    Workspace &workspace = *services->workspace;
    for (const QString &name : {u"atlas"_s, u"warehouse"_s, u"streams"_s}) {
        EndpointConfig config{name, u"folder"_s, folder + u'/' + name, {}};
        if (name == u"warehouse")
            config.options.insert(u"dbt.domain"_s, u"meta"_s);
        const Result<EndpointConfig> added = addEndpoint(workspace, config);
        if (!added)
            return Failure(added.error());
        const Result<Run> run = syncEndpoint(workspace, *added, {});
        if (!run)
            return Failure(run.error());
    }
    return services->desk->setProfile(demoProfile());
}

} // namespace

QByteArray withDatesMoved(const QByteArray &text, qint64 days)
{
    if (days == 0)
        return text;
    QByteArray moved = text;
    char *bytes = moved.data();
    for (qsizetype i = 4; i + 5 < moved.size(); ++i) {
        // The first dash of a date is the rarest of its characters: look for that.
        const auto *dash = static_cast<const char *>(std::memchr(bytes + i, '-', size_t(moved.size() - 5 - i)));
        if (!dash)
            break;
        i = dash - bytes;
        QDate date;
        const bool alone = (i == 4 || !isDigit(bytes[i - 5])) && (i + 6 >= moved.size() || !isDigit(bytes[i + 6]));
        if (alone && isDemoDate(bytes + i - 4, date)) {
            std::memcpy(bytes + i - 4, date.addDays(days).toString(Qt::ISODate).toLatin1().constData(), 10);
            i += 5;
        }
    }
    return moved;
}

QString demoWorkspacePath()
{
    return dataFolder() + u"/demo/demo.mesh"_s;
}

Result<QString> prepareDemo(bool fresh)
{
    const QString folder = dataFolder() + u"/demo"_s;
    const QString workspace = demoWorkspacePath();
    const QString ready = folder + u"/ready"_s;
    if (!fresh && QFile::exists(workspace) && QFile::exists(ready))
        return workspace;
    // Built beside and renamed: a start that is interrupted leaves no half demo.
    const QString making = folder + u".new"_s;
    QDir(making).removeRecursively();
    if (!QDir().mkpath(making))
        return ioError(making, QCoreApplication::translate("meshscope::Demo", "the folder cannot be made"));
    if (const Result<void> done = extract(making); !done)
        return Failure(done.error());
    if (!QDir(folder).removeRecursively() || !QDir().rename(making, folder))
        return ioError(folder,
                       QCoreApplication::translate("meshscope::Demo",
                                                   "the old demo could not be replaced: close other windows that show it"));
    if (const Result<void> done = addAndRead(folder, workspace); !done) {
        QDir(folder).removeRecursively();
        return Failure(done.error());
    }
    // Written last: a start that was killed while reading begins again instead of showing half a mesh.
    QFile mark(ready);
    if (!mark.open(QIODevice::WriteOnly))
        return ioError(ready, mark.errorString());
    return workspace;
}

} // namespace meshscope
