#include "models/catalogs/sync/sync.h"
#include "models/formats/format.h"
#include "tests/bench/plainloop.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <cstdio>

// Sync of the GitLab dbt manifest and of a generated folder of 10,000 YAML products with 200,000 columns, against plain
// loops that insert the same into SQLite, as records and as the rows the workspace keeps; a second sync with nothing
// changed; opening; memory. Medians, ratios.
//   meshscope-bench-sync [PRODUCTS=10000] [RUNS=3]
//   meshscope-bench-sync --generate FOLDER | --sync WORKSPACE FOLDER | --open WORKSPACE: the parts alone, for profilers

using namespace meshscope;

namespace {

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
    Spent first, again, records, rows, open, columns;
    double fileMb = 0;
    qint64 recordCount = 0, rowCount = 0;
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

/// Everything in turn, run after run: what the machine does beside it bears on all of it alike.
Figures measure(const QString &folder, int runs)
{
    QList<Spent> first, again, records, rows, open, columns;
    Figures f;
    const std::vector<Records> read = recordsOf(folder);
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
        const Plain asRecords = insertRecords(dir.filePath(QStringLiteral("records.db")), read);
        const Plain asRows = StoredRows(path).insert(dir.filePath(QStringLiteral("rows.db")));
        records.append(asRecords.spent);
        rows.append(asRows.spent);
        f.recordCount = asRecords.rows;
        f.rowCount = asRows.rows;
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
    f.first = median(first);
    f.again = median(again);
    f.records = median(records);
    f.rows = median(rows);
    f.open = median(open);
    f.columns = median(columns);
    return f;
}

void print(const char *name, const Figures &f, double target)
{
    const auto got = [&](const char *word) { return static_cast<long long>(f.run.got.value(QLatin1String(word))); };
    printf("%s: %lld datasets, %lld columns, %lld lineage edges; workspace %.1f MB\n", name, got("dataset"), got("column"),
           got("lineageEdge"), f.fileMb);
    const auto row = [&](const char *what, const Spent &spent) {
        printf("  %-30s %7.3f s  cpu %7.3f s", what, spent.wall, spent.cpu);
    };
    row("first sync", f.first);
    printf("\n");
    const auto loop = [&](const char *what, const Spent &spent, qint64 count) {
        row(what, spent);
        printf("  %lld rows; sync at %.3f x its rate (cpu %.3f; target >= %.2f)  %s\n", static_cast<long long>(count),
               spent.wall / f.first.wall, spent.cpu / f.first.cpu, target,
               spent.wall / f.first.wall >= target ? "ok" : "MISSED");
    };
    loop("plain loop, a row a record", f.records, f.recordCount);
    loop("plain loop, the stored rows", f.rows, f.rowCount);
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
