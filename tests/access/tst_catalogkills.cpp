#include "tests/access/catalogfixture.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

constexpr auto folderVariable = "MESHSCOPE_TEST_SENDING";
constexpr auto serverVariable = "MESHSCOPE_TEST_CATALOG";
constexpr auto kindVariable = "MESHSCOPE_TEST_KIND";

void say(const char *what, const QString &id)
{
    std::printf("%s %s\n", what, qPrintable(id));
    std::fflush(stdout);
}

} // namespace

/// The process that is killed: sends requests to a catalog and decides them, and says what was confirmed to it.
class SendingChild : public QObject {
    Q_OBJECT
private slots:
    void sendsUntilItIsKilled()
    {
        const QString folder = qEnvironmentVariable(folderVariable);
        if (folder.isEmpty())
            return; // only of use to the test below
        CatalogUser olga(folder, QUrl(qEnvironmentVariable(serverVariable)), u"Olga"_s,
                         offerOf(qEnvironmentVariable(kindVariable)));
        const MeshPtr mesh = *olga.workspace->load();
        for (int i = 0; i < 200; ++i) {
            const Result<QString> draft = olga.draft();
            QVERIFY(draft);
            say("draft", *draft);
            const Result<AccessRequest> sent = olga.desk->send(*mesh, *draft);
            QVERIFY2(sent && sent->state == RequestState::Sent && sent->delivery == Delivery::There,
                     qPrintable(sent ? sent->warning : sent.error().text));
            say("sent", *draft);
            const auto approved = olga.desk->move(*mesh, *draft, RequestMove::Approve, {});
            QVERIFY2(approved, qPrintable(approved ? QString() : approved.error().text));
            say("approved", *draft);
        }
    }
};

/// A kill at any moment of sending neither loses nor doubles what was confirmed.
class TestCatalogKills : public QObject {
    Q_OBJECT
private slots:
    void confirmedRequestsSurvive_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : RequestCatalog::kinds())
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void confirmedRequestsSurvive()
    {
        QFETCH(const QString, kind);
        const std::unique_ptr<RequestCatalog> server = RequestCatalog::make(kind);
        const QTemporaryDir dir;
        qsizetype before = 0; // what others asked for
        {
            CatalogUser olga(dir.path(), server->url(), u"Olga"_s, offerOf(kind));
            before = olga.sync()->agreements().size();
        }
        QHash<QString, QByteArray> confirmed; // id → the furthest that was confirmed
        const int kills = qEnvironmentVariableIntValue("MESHSCOPE_LONG") > 0 ? 100 : 20;
        for (int round = 0; round < kills; ++round) {
            QProcess child;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QString::fromLatin1(folderVariable), dir.path());
            environment.insert(QString::fromLatin1(serverVariable), server->url().toString());
            environment.insert(QString::fromLatin1(kindVariable), kind);
            child.setProcessEnvironment(environment);
            child.start(QCoreApplication::applicationFilePath(), {u"SendingChild"_s});
            QVERIFY(child.waitForStarted());
            const int lines = QRandomGenerator::global()->bounded(8);
            QByteArray said;
            while (said.count('\n') < lines + 3 && child.waitForReadyRead(60'000)) // Qt Test says two lines first
                said += child.readAllStandardOutput();
            QThread::usleep(QRandomGenerator::global()->bounded(12'000U)); // anywhere in the middle of something
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
            check(dir.path(), *server, offerOf(kind), before, confirmed);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(confirmed.size() > kills / 4);
    }

private:
    static void check(const QString &folder, RequestCatalog &server, const CatalogOffer &offer, qsizetype before,
                      const QHash<QString, QByteArray> &confirmed)
    {
        CatalogUser olga(folder, server.url(), u"Olga"_s, offer);
        const Issues issues = olga.desk->resumeOutbox();
        QVERIFY2(issues.isEmpty(), qPrintable(issues.isEmpty() ? QString() : issues.first().text));
        const MeshPtr mesh = olga.sync();
        QHash<QString, AccessRequest> seen;
        qsizetype isThere = 0;
        const QList<AccessRequest> all = olga.desk->requests(*mesh, QDateTime::currentDateTimeUtc());
        for (const AccessRequest &request : all) {
            QVERIFY2(!seen.contains(request.id), qPrintable(request.id));
            seen.insert(request.id, request);
            QVERIFY2(request.state != RequestState::Failed, qPrintable(request.warning));
            QCOMPARE(request.delivery, Delivery::There);
            isThere += request.state != RequestState::Draft;
        }
        const QHash<QString, int> made = server.made();
        for (auto it = made.begin(); it != made.end(); ++it) {
            QCOMPARE(it.value(), 1); // never twice
            QVERIFY(seen.contains(it.key()));
        }
        QCOMPARE(isThere, before + made.size());
        for (auto it = confirmed.begin(); it != confirmed.end(); ++it) {
            QVERIFY(seen.contains(it.key()));
            const RequestState state = seen.value(it.key()).state;
            if (it.value() == "approved")
                QCOMPARE(state, offer.approved);
            else if (it.value() == "sent")
                QVERIFY(state == RequestState::Sent || state == offer.approved);
        }
        const QList<OutboxEntry> entries = Outbox(*olga.workspace).entries();
        for (const OutboxEntry &entry : entries)
            QVERIFY(!entry.pending);
        const AccessDesk::AuditVerdict verdict = olga.desk->verifyAudit();
        QVERIFY2(verdict.ok, qPrintable(verdict.why));
    }
};

MESHSCOPE_TEST(SendingChild)
MESHSCOPE_TEST(TestCatalogKills)
#include "tst_catalogkills.moc"
