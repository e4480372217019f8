#include "app/gui.h"
#include "models/catalogs/sync/sync.h"
#include "models/security/memorybox.h"
#include "tests/bench/benchmesh.h"
#include "tests/bench/blocked.h"
#include "tests/bench/plainloop.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

// The parts that tests/bench/catalogs.py runs, each in a process of its own; figures on one line.
//   meshscope-bench-catalogs --sync WORKSPACE KIND URL USER [SECRET]: one sync of the endpoint, made when it is not there
//   meshscope-bench-catalogs --yardstick WORKSPACE: simdjson reads the answers it keeps, SQLite inserts its rows
//   meshscope-bench-catalogs --window WORKSPACE KIND URL USER [SECRET]: one sync under the window

using namespace meshscope;

namespace {

int syncOnce(const QString &file, const EndpointConfig &config, const QByteArray &secret)
{
    const auto workspace = std::move(*Workspace::open(file, Workspace::Open::CreateIfMissing));
    // Secrets in memory: a vault takes a tenth of a second of processor time to open, on purpose.
    ConnectorTools tools;
    tools.secrets = std::make_shared<MemoryBox>();
    const QList<StoredEndpoint> known = workspace->endpoints();
    Result<EndpointConfig> endpoint;
    if (known.isEmpty()) {
        endpoint = addEndpoint(*workspace, config, secret, tools);
    } else {
        endpoint = EndpointConfig{known[0].name, known[0].kind, known[0].location, known[0].options};
        if (const Result<void> kept = keepSecret(*endpoint, secret, tools); !kept)
            endpoint = Failure(kept.error());
    }
    if (!endpoint) {
        fprintf(stderr, "no endpoint: %s\n", qUtf8Printable(endpoint.error().text));
        return 1;
    }
    const Clock clock;
    const Result<Run> run = syncEndpoint(*workspace, *endpoint, Progress(), tools);
    const Spent spent = clock.spent();
    if (!run || run->state != Run::State::Complete) {
        fprintf(stderr, "not complete: %s\n", qUtf8Printable(run ? run->missing : run.error().text));
        return 1;
    }
    const Traffic traffic = workspace->traffic(config.name, run->id);
    const auto got = [&](const char *word) { return static_cast<long long>(run->got.value(QLatin1String(word))); };
    printf("%f %f %f %lld %lld %lld %lld %lld\n", spent.wall, spent.cpu, memory("VmHWM:"),
           static_cast<long long>(traffic.requests), static_cast<long long>(traffic.bytes), got("dataset"), got("column"),
           got("lineageEdge"));
    return 0;
}

/// The datasets, columns and edges of a finished workspace, as records.
Records recordsIn(const QString &file)
{
    Records records;
    const auto workspace = std::move(*Workspace::open(file, Workspace::Open::MustExist));
    const QList<std::pair<QString, Column>> columns = workspace->allColumns();
    for (const auto &[endpoint, column] : columns)
        records.columns.append(column);
    const Result<MeshPtr> mesh = workspace->load();
    if (!mesh)
        return records;
    for (const NodeId n : (*mesh)->nodes(Kind::Dataset)) {
        records.datasets.append((*mesh)->dataset(n));
        for (const NodeId to : (*mesh)->downstream(n))
            records.lineage.append({(*mesh)->dataset(n).id, (*mesh)->dataset(to).id, {}});
    }
    return records;
}

int yardstick(const QString &file)
{
    const Plain parsed = readAnswers(file);
    QTemporaryDir dir;
    const Plain stored = StoredRows(file).insert(dir.filePath(QStringLiteral("rows.db")));
    std::vector<Records> records;
    records.push_back(recordsIn(file));
    const Plain plain = insertRecords(dir.filePath(QStringLiteral("records.db")), records);
    printf("%f %f %f %lld %lld %lld\n", parsed.spent.cpu, stored.spent.cpu, plain.spent.cpu,
           static_cast<long long>(parsed.rows), static_cast<long long>(stored.rows), static_cast<long long>(plain.rows));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1"); // GLib's loop does not tell when it begins to work
    const bool isWindow = argc > 1 && qstrcmp(argv[1], "--window") == 0;
    const std::unique_ptr<QCoreApplication> app =
        isWindow ? makeGuiApplication(argc, argv, true) : std::make_unique<QCoreApplication>(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    const QString file = arguments.value(2);
    const EndpointConfig config{QStringLiteral("bench"), arguments.value(3), arguments.value(4),
                                arguments.value(5).isEmpty()
                                    ? QHash<QString, QString>()
                                    : QHash<QString, QString>{{QStringLiteral("auth.user"), arguments.value(5)}}};
    const QByteArray secret = arguments.value(6).toUtf8();
    if (what == QLatin1String("--sync"))
        return syncOnce(file, config, secret);
    if (what == QLatin1String("--yardstick"))
        return yardstick(file);
    if (isWindow)
        return syncUnderWindow(file, config, secret);
    fprintf(stderr, "started by tests/bench/catalogs.py\n");
    return 2;
}
