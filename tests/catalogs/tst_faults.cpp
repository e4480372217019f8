#include "models/catalogs/http/pace.h"
#include "models/catalogs/sync/sync.h"

#include "tests/catalogs/fakes.h"
#include "tests/catalogs/knowledge.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

/// A clock that nobody waits for: pauses pass at once.
std::shared_ptr<HttpClock> hurriedClock()
{
    auto clock = std::make_shared<HttpClock>();
    const auto passed = std::make_shared<std::atomic<qint64>>(0);
    clock->ticks = [passed] { return std::chrono::milliseconds(passed->load()); };
    clock->wait = [passed](std::chrono::milliseconds time, const IsCancelled &) { *passed += time.count(); };
    clock->random = [] { return 0.0; };
    return clock;
}

/// A server of one kind that can be broken, and a workspace that has read it whole, to be copied.
struct Ward {
    explicit Ward(const Fake &fake)
        : server(fake.proper())
        , wanted{u"sick"_s, fake.kind, server.url(fake.path).toString(), fake.options}
    {
        wanted.options.insert(u"auth"_s, u"none"_s);
        wanted.options.insert(u"http.limit"_s, u"16"_s);
    }
    QTemporaryDir dir;
    FaultyServer server;
    EndpointConfig wanted;
    Run first; ///< reading, of the healthy server
};

Run read(Workspace &workspace, const EndpointConfig &config)
{
    ConnectorTools tools;
    tools.clock = hurriedClock();
    Run failed;
    failed.state = Run::State::Failed;
    const Result<Run> run = syncEndpoint(workspace, config, {}, tools);
    failed.missing = run ? QString() : run.error().text;
    return run.value_or(failed);
}

QByteArray nameOf(const Fake &fake)
{
    return (fake.state.isEmpty() ? fake.kind : fake.kind + u' ' + fake.state).toUtf8();
}

std::shared_ptr<Ward> admitted(const Fake &fake)
{
    auto ward = std::make_shared<Ward>(fake);
    const auto workspace = Workspace::open(ward->dir.filePath(u"whole.mesh"_s), Workspace::Open::CreateIfMissing);
    const Result<EndpointConfig> config = addEndpoint(**workspace, ward->wanted);
    ward->wanted = config.value_or(ward->wanted);
    ward->first.missing = config ? QString() : config.error().text;
    if (config)
        ward->first = read(**workspace, ward->wanted);
    return ward;
}

/// One kind of endpoint at a server that can be broken, in a workspace that has read it once.
struct Broken {
    explicit Broken(std::shared_ptr<Ward> in)
        : ward(std::move(in))
    {
        ward->server.heal();
        QFile::copy(ward->dir.filePath(u"whole.mesh"_s), dir.filePath(u"test.mesh"_s));
        workspace = std::move(*Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::MustExist));
    }
    /// Only who waits for nothing waits for a short time: to a busy machine any answer may be late.
    [[nodiscard]] Run sync(const Fault &how = {})
    {
        EndpointConfig config = ward->wanted;
        if (how.isMute)
            config.options.insert(u"http.idle"_s, u"0.2"_s);
        if (how.isEndless)
            config.options.insert(u"http.pages"_s, u"20"_s);
        return read(*workspace, config);
    }
    [[nodiscard]] QSet<QString> known() const { return knowledgeOf(*workspace); }

    std::shared_ptr<Ward> ward;
    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
};

} // namespace

/// Every kind that has a fake meets every way a server can misbehave: the run ends and says what is wrong, what was known
/// stays, memory has its bounds, and once the server is well again everything is.
class TestFaults : public QObject {
    Q_OBJECT
private slots:
    void aRunEndsAndLosesNothing_data()
    {
        QTest::addColumn<int>("fake");
        QTest::addColumn<int>("fault");
        const QList<Fake> all = fakes();
        const QList<Fault> faults = allFaults();
        for (int i = 0; i < all.size(); ++i) {
            for (int k = 0; k < faults.size(); ++k)
                QTest::newRow((nameOf(all[i]) + ": " + faults[k].name).constData()) << i << k;
        }
    }
    void aRunEndsAndLosesNothing()
    {
        QFETCH(int, fake);
        QFETCH(int, fault);
        const Fault how = allFaults().at(fault);
        if (!m_ward || m_fake != fake)
            m_ward = admitted(fakes().at(fake));
        m_fake = fake;
        Broken b(m_ward);
        QVERIFY2(b.ward->first.state == Run::State::Complete, qUtf8Printable(told(b.ward->first)));
        const QSet<QString> known = b.known();
        QVERIFY(!known.isEmpty());

        b.ward->server.breakBy(how);
        forgetPeakMemory();
        const qint64 memory = peakMemory();
        const Run run = b.sync(how);
        QVERIFY2(run.state == Run::State::Complete || run.state == Run::State::Partial || run.state == Run::State::Failed,
                 qUtf8Printable(runStateWord(run.state)));
        if (run.state != Run::State::Complete) {
            QVERIFY2(run.missing.contains(u"127.0.0.1"_s) || run.missing.contains(u"“sick”"_s),
                     qUtf8Printable(u"names no endpoint: "_s + run.missing));
        }
        if (how.name.startsWith("401") && run.state != Run::State::Complete)
            QVERIFY2(run.missing.contains(u"401"_s), qUtf8Printable(run.missing));
        QVERIFY2(peakMemory() - memory < mostMemory, qPrintable(QString::number(peakMemory() - memory) + u" MB"_s));
        if (how.tells != Fault::Tells::Others) {
            QSet<QString> lost = known - b.known();
            if (how.tells == Fault::Tells::Less)
                lost.removeIf([](const QString &what) { return what.contains(u' ') || what.contains(u"/party/"_s); });
            QVERIFY2(lost.isEmpty(),
                     qUtf8Printable(u"lost: "_s + lost.values().mid(0, 5).join(u", "_s) + u'\n' + told(run)));
        }
        QVERIFY2(b.ward->server.asked() < 5'000, qPrintable(QString::number(b.ward->server.asked())));

        b.ward->server.heal();
        const Run after = b.sync();
        QVERIFY2(after.state == Run::State::Complete, qUtf8Printable(told(after)));
        const QSet<QString> gone = known - b.known();
        QVERIFY2(gone.isEmpty(), qUtf8Printable(u"gone for good: "_s + gone.values().mid(0, 3).join(u", "_s)));
    }
    /// A login that is good for twenty requests at a time.
    void aLoginThatRunsOutIsRenewed_data()
    {
        QTest::addColumn<int>("fake");
        const QList<Fake> all = fakes();
        for (int i = 0; i < all.size(); ++i) {
            const std::optional<EndpointKind> kind = endpointKind(all[i].kind);
            if (kind->auth.contains(u"oauth2"_s))
                QTest::newRow(nameOf(all[i]).constData()) << i;
        }
    }
    void aLoginThatRunsOutIsRenewed()
    {
        QFETCH(int, fake);
        const Fake healthy = fakes().at(fake);
        QMutex mutex;
        QHash<QByteArray, int> uses;
        int asked = 0;
        ScriptedServer server([&, proper = healthy.proper()](const SeenRequest &request) {
            const QMutexLocker lock(&mutex);
            if (request.target.startsWith("/token")) {
                const QByteArray token = "t" + QByteArray::number(uses.size() + 1);
                uses.insert(token, 0);
                return Script::json("{\"token_type\":\"Bearer\",\"access_token\":\"" + token + "\"}");
            }
            const auto used = uses.find(request.header("authorization").mid(7));
            if (used == uses.end() || ++*used > 20)
                return Script::answer(401, "{\"message\":\"expired\"}", {{"Content-Type", "application/json"}});
            ++asked;
            return proper(request);
        });
        QTemporaryDir dir;
        const auto workspace = Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing);
        EndpointConfig wanted{u"sick"_s, healthy.kind, server.url(healthy.path).toString(), healthy.options};
        wanted.options.insert(u"auth"_s, u"oauth"_s);
        wanted.options.insert(u"oauth.token"_s, server.url(u"/token"_s).toString());
        wanted.options.insert(u"oauth.client"_s, u"meshscope"_s);
        const Result<EndpointConfig> config = addEndpoint(**workspace, wanted, "s3cr3t");
        QVERIFY2(config, config ? "" : qUtf8Printable(config.error().text));
        const Run run = read(**workspace, *config);
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        const QMutexLocker lock(&mutex);
        QVERIFY(uses.size() >= (asked + 19) / 20);
    }

    void cleanupTestCase() { m_ward.reset(); }

private:
    std::shared_ptr<Ward> m_ward; ///< for all rows of one kind
    int m_fake = -1;
};

MESHSCOPE_TEST(TestFaults)
#include "tst_faults.moc"
