#include "models/catalogs/sync/sync.h"
#include "models/formats/format.h"
#include "tests/bench/benchmesh.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <sqlite3.h>

#include <cstdio>

// Sync of the GitLab dbt manifest and of a generated folder of 10,000 YAML products with 200,000 columns, against a plain
// loop that inserts the same rows into SQLite; a second sync with nothing changed; opening; memory. Medians, ratios.
//   meshscope-bench-sync [PRODUCTS=10000] [RUNS=3]
//   meshscope-bench-sync --generate FOLDER | --sync WORKSPACE FOLDER | --open WORKSPACE: the parts alone, for profilers

using namespace meshscope;

namespace {

/// The plain loop: one table a kind of row, prepared statements, one transaction, WAL. Answers seconds and rows.
class PlainLoop {
public:
    explicit PlainLoop(const QString &path)
    {
        sqlite3_open(path.toUtf8().constData(), &m_db);
        sqlite3_exec(m_db,
                     "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                     "CREATE TABLE entity (kind INTEGER, id TEXT, name TEXT, description TEXT, domain TEXT, file TEXT);"
                     "CREATE TABLE col (dataset TEXT, path TEXT, ordinal INTEGER, logical TEXT, physical TEXT,"
                     " nullable INTEGER, description TEXT);"
                     "CREATE TABLE edge (a TEXT, b TEXT, c TEXT);",
                     nullptr, nullptr, nullptr);
    }
    ~PlainLoop() { sqlite3_close(m_db); }
    PlainLoop(const PlainLoop &) = delete;
    PlainLoop &operator=(const PlainLoop &) = delete;

    Spent run(const std::vector<Records> &all)
    {
        const Clock clock;
        sqlite3_exec(m_db, "BEGIN", nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(m_db, "INSERT INTO entity VALUES (?,?,?,?,?,?)", -1, &m_entity, nullptr);
        sqlite3_prepare_v2(m_db, "INSERT INTO col VALUES (?,?,?,?,?,?,?)", -1, &m_column, nullptr);
        sqlite3_prepare_v2(m_db, "INSERT INTO edge VALUES (?,?,?)", -1, &m_edge, nullptr);
        for (const Records &r : all)
            insert(r);
        for (sqlite3_stmt *s : {m_entity, m_column, m_edge})
            sqlite3_finalize(s);
        sqlite3_exec(m_db, "COMMIT", nullptr, nullptr, nullptr);
        return clock.spent();
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
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_entity = nullptr;
    sqlite3_stmt *m_column = nullptr;
    sqlite3_stmt *m_edge = nullptr;
};

std::vector<Records> recordsOf(const QString &folder)
{
    std::vector<Records> all;
    QDir root(folder);
    QStringList files;
    const std::function<void(const QString &)> walk = [&](const QString &below) {
        for (const QFileInfo &info : QDir(root.filePath(below)).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            const QString path = below.isEmpty() ? info.fileName() : below + u'/' + info.fileName();
            if (info.isDir())
                walk(path);
            else
                files.append(path);
        }
    };
    walk({});
    for (const QString &path : std::as_const(files)) {
        QFile file(root.filePath(path));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ReadContext context;
        context.file = path;
        all.push_back(readFile(file.readAll(), context).records);
    }
    return all;
}

struct Figures {
    Spent first, again, loop, open, columns;
    double fileMb = 0;
    qint64 rows = 0;
    Run run;
};

Spent sync(Workspace &workspace, const EndpointConfig &config, Run &run)
{
    const Clock clock;
    const Result<Run> done = syncEndpoint(workspace, config, {});
    const Spent spent = clock.spent();
    if (!done) {
        fprintf(stderr, "sync failed: %s\n", qUtf8Printable(done.error().text));
        exit(1);
    }
    run = *done;
    return spent;
}

Figures measure(const QString &folder, int runs)
{
    QList<Spent> first, again, loop, open, columns;
    Figures f;
    for (int i = 0; i < runs; ++i) {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("bench.mesh"));
        {
            const auto workspace = std::move(*Workspace::open(path, Workspace::Open::CreateIfMissing));
            const EndpointConfig config =
                *addEndpoint(*workspace, {QStringLiteral("bench"), QStringLiteral("folder"), folder, {}});
            first.append(sync(*workspace, config, f.run));
            Run second;
            again.append(sync(*workspace, config, second));
            if (!second.unchanged)
                fprintf(stderr, "the second sync found changes\n");
        }
        f.fileMb = double(QFileInfo(path).size()) / 1e6;
        const auto workspace = std::move(*Workspace::open(path, Workspace::Open::MustExist));
        const Clock opening;
        const Result<MeshPtr> mesh = workspace->load();
        open.append(opening.spent());
        const Clock reading;
        const qsizetype count = workspace->allColumns().size();
        columns.append(reading.spent());
        if (!mesh || count == 0)
            fprintf(stderr, "nothing was loaded\n");
    }
    for (int i = 0; i < runs; ++i) {
        QTemporaryDir dir;
        static std::vector<Records> records;
        if (i == 0)
            records = recordsOf(folder);
        PlainLoop plain(dir.filePath(QStringLiteral("plain.db")));
        loop.append(plain.run(records));
        f.rows = plain.rows;
        if (i == runs - 1)
            records = {};
    }
    f.first = median(first);
    f.again = median(again);
    f.loop = median(loop);
    f.open = median(open);
    f.columns = median(columns);
    return f;
}

void print(const char *name, const Figures &f, double target)
{
    printf("%s: %lld rows; %lld datasets, %lld columns, %lld lineage edges; workspace %.1f MB\n", name,
           static_cast<long long>(f.rows), static_cast<long long>(f.run.got.value(QStringLiteral("dataset"))),
           static_cast<long long>(f.run.got.value(QStringLiteral("column"))),
           static_cast<long long>(f.run.got.value(QStringLiteral("lineageEdge"))), f.fileMb);
    const auto row = [&](const char *what, const Spent &spent) {
        printf("  %-18s %7.3f s  cpu %7.3f s", what, spent.wall, spent.cpu);
    };
    row("plain SQLite loop", f.loop);
    printf("  %9.0f rows/s\n", double(f.rows) / f.loop.wall);
    row("first sync", f.first);
    printf("  %9.0f rows/s  ratio %.3f (cpu %.3f; target >= %.2f)  %s\n", double(f.rows) / f.first.wall,
           f.loop.wall / f.first.wall, f.loop.cpu / f.first.cpu, target,
           f.loop.wall / f.first.wall >= target ? "ok" : "MISSED");
    row("again, unchanged", f.again);
    printf("  %.1f %% (cpu %.1f %%; target <= 10 %%)  %s\n", 100 * f.again.wall / f.first.wall,
           100 * f.again.cpu / f.first.cpu, f.again.wall <= 0.1 * f.first.wall ? "ok" : "MISSED");
    row("open: Mesh loaded", f.open);
    printf("\n");
    row("all columns read", f.columns);
    printf("\n");
}

/// In a process of its own, so that nothing else has used memory before.
int measureMemory(const QString &folder)
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("bench.mesh"));
    {
        const auto workspace = std::move(*Workspace::open(path, Workspace::Open::CreateIfMissing));
        const EndpointConfig config =
            *addEndpoint(*workspace, {QStringLiteral("bench"), QStringLiteral("folder"), folder, {}});
        Run run;
        sync(*workspace, config, run);
    }
    printf("  memory: %.0f MB at most during sync\n", memory("VmHWM:"));
    return 0;
}

/// One sync into a workspace that stays: for profilers.
int syncOnce(const QString &file, const QString &folder)
{
    const auto workspace = std::move(*Workspace::open(file, Workspace::Open::CreateIfMissing));
    const EndpointConfig config{QStringLiteral("bench"), QStringLiteral("folder"), folder, {}};
    if (workspace->endpoints().isEmpty() && !addEndpoint(*workspace, config))
        return 1;
    Run run;
    const Spent spent = sync(*workspace, config, run);
    printf("%.3f s  cpu %.3f s%s\n", spent.wall, spent.cpu, run.unchanged ? ", nothing changed" : "");
    return 0;
}

int measureOpenMemory(const QString &file)
{
    const auto workspace = std::move(*Workspace::open(file, Workspace::Open::MustExist));
    const Result<MeshPtr> mesh = workspace->load();
    printf("  memory: %.0f MB with the Mesh open (at most %.0f MB while it was loaded; target <= 300 MB)\n",
           memory("VmRSS:"), memory("VmHWM:"));
    return mesh ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QLatin1String("--memory"))
        return measureMemory(arguments.value(2));
    if (arguments.value(1) == QLatin1String("--open"))
        return measureOpenMemory(arguments.value(2));
    if (arguments.value(1) == QLatin1String("--generate")) {
        generateProducts(arguments.value(2), 10'000);
        return 0;
    }
    if (arguments.value(1) == QLatin1String("--sync"))
        return syncOnce(arguments.value(2), arguments.value(3));
    const int products = arguments.size() > 1 ? arguments[1].toInt() : 10'000;
    const int runs = arguments.size() > 2 ? arguments[2].toInt() : 3;
    const QString corpus =
        qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR "/../shared/corpus"));
    const QString manifest = corpus + QStringLiteral("/dbt/gitlab-analytics-2024-10.manifest.json");
    if (QFile::exists(manifest)) {
        QTemporaryDir dir;
        QFile::copy(manifest, dir.filePath(QStringLiteral("manifest.json")));
        print("GitLab dbt manifest", measure(dir.path(), runs * 3), 0.25);
    } else {
        printf("GitLab dbt manifest: skipped, no corpus\n");
    }
    fflush(stdout);
    QTemporaryDir dir;
    generateProducts(dir.path(), products);
    print("10,000 YAML products", measure(dir.path(), runs), 0.1);
    fflush(stdout);
    if (again({QStringLiteral("--memory"), dir.path()}) != 0)
        return 1;
    QTemporaryDir store;
    const QString path = store.filePath(QStringLiteral("bench.mesh"));
    {
        const auto workspace = std::move(*Workspace::open(path, Workspace::Open::CreateIfMissing));
        const EndpointConfig config =
            *addEndpoint(*workspace, {QStringLiteral("bench"), QStringLiteral("folder"), dir.path(), {}});
        Run run;
        sync(*workspace, config, run);
    }
    return again({QStringLiteral("--open"), path}) == 0 ? 0 : 1;
}
