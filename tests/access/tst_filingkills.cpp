#include "models/access/outbox.h"

#include "tests/access/accessfixture.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

#include <csignal>
#include <cstdio>

using namespace meshscope;
using namespace meshscope::test;

namespace {

constexpr auto folderVariable = "MESHSCOPE_TEST_FILING";

/// A fixture on a folder that outlives the process.
std::unique_ptr<Workspace> workspaceIn(const QString &root)
{
    auto opened = Workspace::open(root + QStringLiteral("/test.mesh"), Workspace::Open::CreateIfMissing);
    if (!opened)
        return nullptr;
    if ((*opened)->endpoints().isEmpty()) {
        StoredEndpoint endpoint;
        endpoint.name = QStringLiteral("shop");
        endpoint.kind = QStringLiteral("folder");
        endpoint.location = root + QStringLiteral("/mesh");
        if (!(*opened)->addEndpoint(endpoint))
            return nullptr;
    }
    return std::move(*opened);
}

std::unique_ptr<AccessDesk> deskIn(const QString &root, Workspace &workspace)
{
    KeyStores stores;
    stores.push_back(std::make_unique<FileKeyStore>(root + QStringLiteral("/keys")));
    auto desk = std::make_unique<AccessDesk>(
        workspace, endpointPorts(workspace),
        std::make_unique<KeySigner>(QStringLiteral("w"), root + QStringLiteral("/keys"), std::move(stores)));
    const auto set = desk->setProfile({QStringLiteral("Olga"), QStringLiteral("olga@example.com"), {}, {}});
    Q_UNUSED(set)
    return desk;
}

void say(const char *what, const QString &id)
{
    std::printf("%s %s\n", what, qPrintable(id));
    std::fflush(stdout);
}

} // namespace

/// The process that is killed: files requests and decides them, and says what was confirmed to it.
class FilingChild : public QObject {
    Q_OBJECT
private slots:
    void filesUntilItIsKilled()
    {
        const QString root = qEnvironmentVariable(folderVariable);
        if (root.isEmpty())
            return; // only of use to the test below
        AccessFixture fixture;
        fixture.folder = root + QStringLiteral("/mesh");
        const auto workspace = workspaceIn(root);
        QVERIFY(workspace);
        const auto desk = deskIn(root, *workspace);
        MeshPtr mesh = fixture.sync();
        for (int i = 0; i < 200; ++i) {
            const Result<QString> draft = desk->saveDraft(AccessFixture::draft());
            QVERIFY(draft);
            say("draft", *draft);
            const Result<AccessRequest> sent = desk->send(*mesh, *draft);
            QVERIFY2(sent && sent->state == RequestState::Sent, qPrintable(sent ? sent->warning : sent.error().text));
            say("sent", *draft);
            const auto approved = desk->move(*mesh, *draft, RequestMove::Approve, {});
            QVERIFY2(approved, qPrintable(approved ? QString() : approved.error().text));
            say("approved", *draft);
        }
    }
};

/// A kill at any moment of filing neither loses nor doubles what was confirmed.
class TestFilingKills : public QObject {
    Q_OBJECT
private slots:
    void confirmedRequestsSurvive()
    {
        const QTemporaryDir dir;
        const QString root = dir.path();
        AccessFixture fixture;
        fixture.folder = root + QStringLiteral("/mesh");
        QVERIFY(QDir().mkpath(fixture.folder));
        QVERIFY(workspaceIn(root));
        QHash<QString, QByteArray> confirmed; // id → the furthest that was confirmed
        const int kills = qEnvironmentVariableIntValue("MESHSCOPE_LONG") > 0 ? 200 : 20;
        for (int round = 0; round < kills; ++round) {
            QProcess child;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QString::fromLatin1(folderVariable), root);
            child.setProcessEnvironment(environment);
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("FilingChild")});
            QVERIFY(child.waitForStarted());
            int lines = QRandomGenerator::global()->bounded(8);
            QByteArray said;
            while (said.count('\n') < lines + 3 && child.waitForReadyRead(60'000)) // Qt Test says two lines first
                said += child.readAllStandardOutput();
            QThread::usleep(QRandomGenerator::global()->bounded(8000U)); // anywhere in the middle of something
            ::kill(pid_t(child.processId()), SIGKILL);
            QVERIFY(child.waitForFinished());
            said += child.readAllStandardOutput();
            QVERIFY2(!said.contains("FAIL"), said.constData());
            for (const QByteArray &line : said.split('\n')) {
                const QByteArrayList words = line.split(' ');
                if (words.size() == 2 &&
                    (words.first() == "draft" || words.first() == "sent" || words.first() == "approved"))
                    confirmed.insert(QString::fromLatin1(words.last().trimmed()), words.first());
            }
            check(root, fixture, confirmed);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(confirmed.size() > kills / 4);
    }

private:
    static void check(const QString &root, const AccessFixture &fixture, const QHash<QString, QByteArray> &confirmed)
    {
        const auto workspace = workspaceIn(root);
        QVERIFY(workspace);
        const auto desk = deskIn(root, *workspace);
        const Issues issues = desk->resumeOutbox();
        QVERIFY2(issues.isEmpty(), qPrintable(issues.isEmpty() ? QString() : issues.first().text));
        const MeshPtr mesh = fixture.sync();
        const QList<AccessRequest> all = desk->requests(*mesh, now());
        QHash<QString, int> seen;
        for (const AccessRequest &request : all) {
            ++seen[request.id];
            QVERIFY2(request.state != RequestState::Failed, qPrintable(request.warning));
        }
        QHash<QString, int> filed;
        for (const Agreement &agreement : mesh->agreements())
            ++filed[agreement.id];
        for (auto it = confirmed.begin(); it != confirmed.end(); ++it) {
            QCOMPARE(seen.value(it.key()), 1);
            QVERIFY(filed.value(it.key()) <= 1);
            if (it.value() == "draft")
                continue;
            QCOMPARE(filed.value(it.key()), 1);
            const RequestState state = desk->request(*mesh, it.key(), now())->state;
            if (it.value() == "approved")
                QCOMPARE(state, RequestState::Granted);
            else
                QVERIFY(state == RequestState::Sent || state == RequestState::Granted);
        }
        for (const int count : std::as_const(filed))
            QCOMPARE(count, 1);
        const QList<OutboxEntry> entries = Outbox(*workspace).entries();
        for (const OutboxEntry &entry : entries)
            QVERIFY(!entry.pending);
        const AccessDesk::AuditVerdict verdict = desk->verifyAudit();
        QVERIFY2(verdict.ok, qPrintable(verdict.why));
    }
};

MESHSCOPE_TEST(FilingChild)
MESHSCOPE_TEST(TestFilingKills)
#include "tst_filingkills.moc"
