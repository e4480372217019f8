#include "models/store/workspace.h"

#include "tests/store/storefixture.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <csignal>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace meshscope;
using namespace meshscope::test;

namespace {

const QString shop = QStringLiteral("shop");

Records generation(int unit, int number)
{
    Records r;
    for (int i = 0; i < 40; ++i) {
        r.products.append(product(QStringLiteral("p-%1-%2").arg(unit).arg(i)));
        r.products.last().version = QString::number(number);
        r.datasets.append(dataset(QStringLiteral("pg://h/t-%1-%2").arg(unit).arg(i)));
        r.columns.append(column(r.datasets.last().id, QStringLiteral("c%1").arg(number)));
    }
    return r;
}

Units units(int number)
{
    Units all;
    for (int unit = 0; unit < 12; ++unit)
        all.append({QStringLiteral("u%1.yaml").arg(unit), generation(unit, number)});
    return all;
}

/// One line a fact, whole or not at all: shorter than what a pipe writes atomically.
void tell(int pipe, const QByteArray &line)
{
    if (write(pipe, line.constData(), size_t(line.size())) < 0)
        _exit(3);
}

/// Syncs and files requests for ever; tells each step once it is done.
[[noreturn]] void work(const QString &file, int pipe, int round)
{
    auto opened = Workspace::open(file, Workspace::Open::MustExist);
    if (!opened)
        _exit(2);
    Workspace &workspace = **opened;
    for (int number = round * 1000;; ++number) {
        const QString id = QStringLiteral("r%1").arg(number);
        if (!workspace.putRequest(
                {id, shop, QStringLiteral("shop/port/x"), QStringLiteral("sent"), "{}", QDateTime::currentDateTimeUtc()}))
            _exit(2);
        tell(pipe, "request " + id.toUtf8() + '\n');
        auto writer = workspace.beginRun(shop);
        if (!writer)
            _exit(4);
        for (const auto &[unit, records] : units(number)) {
            if (!(*writer)->original(unit, QByteArray::number(number), QByteArray::number(number)) ||
                !(*writer)->records(unit, records))
                _exit(2);
            tell(pipe, "staged\n");
        }
        Run run;
        run.state = Run::State::Complete;
        if (!(*writer)->publish(run))
            _exit(2);
        tell(pipe, "published " + QByteArray::number(number) + '\n');
    }
}

struct Told {
    QStringList requests;
    int published = -1;
    int lines = 0;
};

void listen(const QByteArray &line, Told &told)
{
    ++told.lines;
    if (line.startsWith("request "))
        told.requests.append(QString::fromUtf8(line.mid(8)));
    else if (line.startsWith("published "))
        told.published = line.mid(10).toInt();
}

/// Another process that does something and tells lines; killed with this.
class Child {
public:
    /// `work` gets the end to tell by, and must not return.
    template<class Work>
    explicit Child(Work work)
    {
        int ends[2] = {};
        if (pipe(ends) != 0)
            return;
        m_pid = fork();
        if (m_pid == 0) {
            close(ends[0]);
            work(ends[1]);
            _exit(0);
        }
        close(ends[1]);
        m_in = fdopen(ends[0], "r");
    }
    ~Child()
    {
        kill();
        if (m_in)
            fclose(m_in);
        if (m_pid > 0)
            waitpid(m_pid, nullptr, 0);
    }
    Q_DISABLE_COPY_MOVE(Child)
    /// The next line it tells; empty at the end.
    [[nodiscard]] QByteArray line()
    {
        char text[256];
        return m_in && fgets(text, sizeof text, m_in) ? QByteArray(text) : QByteArray();
    }
    void kill() const
    {
        if (m_pid > 0)
            ::kill(m_pid, SIGKILL);
    }

private:
    pid_t m_pid = -1;
    FILE *m_in = nullptr;
};

/// Runs the worker, kills it after some lines, and answers what it had told until then.
Told killedAfter(const QString &file, int round, int lines)
{
    Child child([&](int pipe) { work(file, pipe, round); });
    Told told;
    for (QByteArray line = child.line(); !line.isEmpty(); line = child.line()) {
        listen(line.trimmed(), told);
        if (told.lines == lines)
            child.kill();
    }
    return told;
}

} // namespace

/// Kills, full disks and company: what was confirmed stays, what was not leaves no trace.
class TestHardTimes : public QObject {
    Q_OBJECT
private slots:
    void survivesBeingKilled()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, units(0)));
        f.workspace.reset();
        QStringList confirmed;
        int published = 0;
        const int rounds = qEnvironmentVariableIsSet("MESHSCOPE_LONG") ? 200 : 20;
        for (int round = 1; round <= rounds; ++round) {
            const Told told = killedAfter(f.file(), round, int(QRandomGenerator::global()->bounded(1, 60)));
            QVERIFY2(told.lines > 0, "the worker did not start");
            confirmed += told.requests;
            if (told.published >= 0)
                published = told.published;
            const auto opened = Workspace::open(f.file(), Workspace::Open::MustExist);
            QVERIFY2(opened, opened ? "" : qUtf8Printable(opened.error().text));
            QStringList kept;
            for (const StoredRequest &request : (*opened)->requests())
                kept.append(request.id);
            for (const QString &id : std::as_const(confirmed))
                QVERIFY2(kept.contains(id), qUtf8Printable(id));
            const MeshPtr mesh = *(*opened)->load();
            QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(480));
            const QString version = mesh->product(mesh->nodes(Kind::Product)[0]).version;
            QVERIFY(version.toInt() >= published);
            for (const NodeId n : mesh->nodes(Kind::Product))
                QCOMPARE(mesh->product(n).version, version);
            QCOMPARE((*opened)->original(shop, QStringLiteral("u3.yaml")).value_or(QByteArray()),
                     version == QLatin1String("0") ? QByteArray("u3.yaml") : version.toUtf8());
            const auto columns = (*opened)->allColumns();
            QCOMPARE(columns.size(), 480);
            for (const auto &[endpoint, column] : columns)
                QCOMPARE(column.path, u'c' + version);
            for (const Run &run : (*opened)->runs(shop))
                QVERIFY(run.state != Run::State::Running);
            published = version.toInt();
        }
    }
    void saysWhenTheDiskIsFull()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, units(0)));
        f.workspace.reset();
        const pid_t child = fork();
        if (child == 0) {
            // A file may not grow beyond this: what a full disk is to SQLite.
            const rlimit limit{400'000, 400'000};
            signal(SIGXFSZ, SIG_IGN);
            auto workspace = Workspace::open(f.file(), Workspace::Open::MustExist);
            setrlimit(RLIMIT_FSIZE, &limit);
            if (!workspace)
                _exit(2);
            for (int number = 1; number < 40; ++number) {
                const Result<Run> run = publish(**workspace, units(number));
                if (!run)
                    _exit(run.error().code == Error::Code::Full ? 0 : 3);
            }
            _exit(4);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        f.reopen();
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(mesh->nodes(Kind::Product).size(), size_t(480));
        const QString version = mesh->product(mesh->nodes(Kind::Product)[0]).version;
        for (const NodeId n : mesh->nodes(Kind::Product))
            QCOMPARE(mesh->product(n).version, version);
        QVERIFY(publish(*f.workspace, units(99))); // with room again it goes on
    }
    void sharesAWorkspaceWithAnotherProcess()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, units(0)));
        f.workspace.reset();
        auto child = std::make_unique<Child>([&](int pipe) { work(f.file(), pipe, 1); });
        const auto opened = Workspace::open(f.file(), Workspace::Open::MustExist);
        bool isFine = bool(opened);
        qint64 first = -1, last = -1;
        // Reads, files a request and tries to sync at every step of the other.
        for (int step = 0; isFine && step < 60 && !child->line().isEmpty(); ++step) {
            const QString id = QStringLiteral("mine%1").arg(step);
            const auto put =
                (*opened)->putRequest({id, shop, {}, QStringLiteral("draft"), "{}", QDateTime::currentDateTimeUtc()});
            const auto mesh = (*opened)->load();
            isFine = put && mesh && (*mesh)->nodes(Kind::Product).size() == 480;
            last = (*opened)->generation();
            if (first < 0)
                first = last;
            const auto run = (*opened)->beginRun(shop);
            isFine = isFine && (run || run.error().code == Error::Code::Busy);
            if (run) {
                Run cancelled;
                cancelled.state = Run::State::Cancelled;
                isFine = isFine && (*run)->abandon(cancelled);
                break; // the other may find us at work, and stops
            }
        }
        child.reset();
        QVERIFY(isFine);
        QVERIFY(last >= first);
        QVERIFY((*opened)->requests().size() > 1);
    }
    void oneProcessWritesAtATime()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, units(0)));
        f.workspace.reset();
        auto child = std::make_unique<Child>([&](int pipe) {
            auto workspace = Workspace::open(f.file(), Workspace::Open::MustExist);
            const auto run = workspace ? (*workspace)->beginRun(shop) : fail(Error::Code::NotFound, {}, {});
            tell(pipe, run ? "running\n" : "refused\n");
            pause(); // amid its run until it is killed
        });
        const QByteArray told = child->line();
        const auto opened = Workspace::open(f.file(), Workspace::Open::MustExist);
        const bool mayWrite = opened && (*opened)->beginRun(shop);
        const Result<MeshPtr> mesh = opened ? (*opened)->load() : Result<MeshPtr>(MeshPtr());
        child.reset();
        QCOMPARE(told, QByteArray("running\n"));
        QVERIFY(opened);
        QVERIFY(!mayWrite);
        QCOMPARE((*mesh)->nodes(Kind::Product).size(), size_t(480));
        QVERIFY(publish(**opened, units(1))); // its lock died with it
    }
    void letsRequestsThroughDuringALongRun()
    {
        StoreFixture f;
        auto writer = std::move(*f.workspace->beginRun(shop));
        for (const auto &[unit, records] : units(1)) {
            QVERIFY(writer->records(unit, records));
            QVERIFY(
                f.workspace->putRequest({unit, shop, {}, QStringLiteral("draft"), "{}", QDateTime::currentDateTimeUtc()}));
            QVERIFY(f.workspace->load());
        }
        Run run;
        run.state = Run::State::Complete;
        QVERIFY(writer->publish(run));
        QCOMPARE(f.workspace->requests().size(), 12);
    }
};

MESHSCOPE_TEST(TestHardTimes)
#include "tst_hardtimes.moc"
