#include "tests/access/accessfixture.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

/// What was asked for is not lost where it could not be filed.
class TestAccessFailures : public QObject {
    Q_OBJECT
private slots:
    void aFailureKeepsTheReasonAndCanBeRetried()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        const MeshPtr mesh = f.sync();
        QVERIFY(AccessFixture::put(f.folder + QStringLiteral("/access"), "a file where the folder should be"));
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        const auto sent = ana->desk->send(*mesh, id);
        QVERIFY(sent);
        QCOMPARE(sent->state, RequestState::Failed);
        QVERIFY2(sent->warning.contains(QStringLiteral("access")), qPrintable(sent->warning));
        QCOMPARE(stateOf(*ana->desk, *mesh, id), QStringLiteral("failed"));
        QVERIFY(ana->desk->moves(*mesh, *sent).contains(RequestMove::Retry));
        QVERIFY(ana->desk->resumeOutbox().isEmpty()); // only who asked tries again
        QVERIFY(QFile::remove(f.folder + QStringLiteral("/access")));
        const auto again = ana->desk->move(*mesh, id, RequestMove::Retry, {});
        QVERIFY(again);
        QCOMPARE(again->state, RequestState::Sent);
        QCOMPARE(stateOf(*ana->desk, *f.sync(), id), QStringLiteral("sent"));
        QVERIFY(ana->desk->verifyAudit().ok);
        QCOMPARE(ana->desk->verifyAudit().events, 2); // failed, sent
    }

    void aFailureCanBeCancelled()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        const MeshPtr mesh = f.sync();
        const QString moved = f.folder + QStringLiteral("-away");
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        QVERIFY(QDir().rename(f.folder, moved)); // the folder vanished
        QCOMPARE(ana->desk->send(*mesh, id)->state, RequestState::Failed);
        QVERIFY(ana->desk->move(*mesh, id, RequestMove::Cancel, {}));
        QVERIFY(QDir().rename(moved, f.folder));
        QCOMPARE(stateOf(*ana->desk, *mesh, id), QStringLiteral("cancelled"));
        QVERIFY(f.files().isEmpty());
        QVERIFY(!ana->desk->send(*mesh, id));
    }

    void nothingIsSentThatCannotBeKept()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        const MeshPtr mesh = f.sync();
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        ana->workspace.full = true;
        QVERIFY(!ana->desk->send(*mesh, id));
        QVERIFY(!ana->desk->saveDraft(AccessFixture::draft()));
        QVERIFY(f.files().isEmpty());
        ana->workspace.full = false;
        QCOMPARE(stateOf(*ana->desk, *mesh, id), QStringLiteral("draft"));
    }

    void anAuditThatIsLateIsMadeUp()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        const MeshPtr mesh = f.sync();
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        ana->workspace.auditFull = true;
        const auto sent = ana->desk->send(*mesh, id);
        QVERIFY(sent);
        QCOMPARE(sent->state, RequestState::Sent);
        QVERIFY(!sent->warning.isEmpty());
        QCOMPARE(ana->desk->verifyAudit().events, 0);
        ana->workspace.auditFull = false;
        QVERIFY(ana->desk->resumeOutbox().isEmpty());
        QVERIFY(ana->desk->resumeOutbox().isEmpty());
        QCOMPARE(ana->desk->verifyAudit().events, 1);
        QVERIFY(ana->desk->verifyAudit().ok);
        QCOMPARE(f.files().size(), 1);
    }

    void aFileThatWentIsSaid()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        const MeshPtr mesh = f.sync();
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        QVERIFY(ana->desk->send(*mesh, id));
        QVERIFY(QFile::remove(f.fileOf(id)));
        const AccessRequest request = *ana->desk->request(*f.sync(), id, now());
        QCOMPARE(request.state, RequestState::Sent);
        QVERIFY(!request.warning.isEmpty());
    }

    void otherKindsOfEndpointsSayWhy()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        const MeshPtr mesh = f.sync();
        ana->workspace.kept.first().kind = QStringLiteral("ckan");
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        const auto sent = ana->desk->send(*mesh, id);
        QVERIFY(sent);
        QCOMPARE(sent->state, RequestState::Failed);
        QVERIFY(sent->warning.contains(QStringLiteral("ckan")));
    }
};

MESHSCOPE_TEST(TestAccessFailures)
#include "tst_accessfailures.moc"
