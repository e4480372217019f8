#include "tests/access/accessfixture.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

/// From asking to being granted.
class TestAccessAsking : public QObject {
    Q_OBJECT
private slots:
    void aRequestIsAskedDecidedAndVerified()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        auto olga = f.person(QStringLiteral("Olga"));
        MeshPtr mesh = f.sync();
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        QCOMPARE(stateOf(*ana->desk, *mesh, id), QStringLiteral("draft"));
        QVERIFY(!QFile::exists(f.fileOf(id)));
        const Result<AccessRequest> sent = ana->desk->send(*mesh, id);
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().text));
        QCOMPARE(sent->state, RequestState::Sent);
        QCOMPARE(sent->requestedBy, QStringLiteral("ana@example.com"));
        QVERIFY(f.text(id).contains("outputPortId: api"));
        QCOMPARE(stateOf(*ana->desk, *mesh, id), QStringLiteral("sent")); // before any sync

        mesh = f.sync();
        const Result<AccessRequest> seen = olga->desk->request(*mesh, id.left(8), now());
        QVERIFY(seen);
        QVERIFY(!olga->desk->isMine(*seen));
        QVERIFY(olga->desk->mayDecide(*mesh, *seen));
        QVERIFY(!ana->desk->mayDecide(*mesh, *seen));
        QCOMPARE(seen->port, AccessFixture::draft().port);
        QVERIFY(seen->warning.isEmpty());

        const Result<AccessRequest> reviewed = olga->desk->move(*mesh, id, RequestMove::Review, QStringLiteral("why?"));
        QVERIFY2(reviewed, qPrintable(reviewed ? QString() : reviewed.error().text));
        QCOMPARE(reviewed->state, RequestState::InReview);
        QCOMPARE(stateOf(*olga->desk, *mesh, id), QStringLiteral("in-review")); // also before the sync
        const Result<AccessRequest> approved = olga->desk->move(*mesh, id, RequestMove::Approve, QStringLiteral("fine"));
        QVERIFY2(approved, qPrintable(approved ? QString() : approved.error().text));

        mesh = f.sync();
        const AccessRequest mine = *ana->desk->request(*mesh, id, now());
        QCOMPARE(mine.state, RequestState::Granted);
        QVERIFY(mine.verified);
        QCOMPARE(mine.verified->at, mesh->endpoints().first().readAt);
        QVERIFY(mine.verified->how.contains(QStringLiteral("api")));
        QVERIFY2(mine.warning.isEmpty(), qPrintable(mine.warning));
        QCOMPARE(mine.events.size(), 3);
        QCOMPARE(mine.events.last().note, QStringLiteral("fine"));
        QVERIFY(ana->desk->verifyAudit().ok);
        QVERIFY(olga->desk->verifyAudit().ok);
        QCOMPARE(ana->desk->verifyAudit().events, 1);
        QCOMPARE(olga->desk->verifyAudit().events, 2);
        QCOMPARE(f.files().size(), 1);
        QCOMPARE(ana->desk->requests(*mesh, now()).size(), 1);
    }

    void everyPortAtOnce()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        auto olga = f.person(QStringLiteral("Olga"));
        MeshPtr mesh = f.sync();
        AccessRequest draft = AccessFixture::draft();
        draft.port = draft.product;
        draft.product = {};
        const QString id = *ana->desk->saveDraft(draft);
        const auto sent = ana->desk->send(*mesh, id);
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().text));
        QVERIFY(f.text(id).contains("outputPortId: \"*\""));
        mesh = f.sync();
        QVERIFY(olga->desk->move(*mesh, id, RequestMove::Approve, {}));
        mesh = f.sync();
        QCOMPARE(stateOf(*ana->desk, *mesh, id), QStringLiteral("granted"));
        QVERIFY(ana->desk->mayUnmask(*mesh, mesh->find(AccessFixture::draft(QStringLiteral("table")).port), now()));
    }

    void wrongRequestsAreNotSent_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"purpose", "past", "order", "column", "port", "product"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void wrongRequestsAreNotSent()
    {
        QFETCH(QString, what);
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        const MeshPtr mesh = f.sync();
        AccessRequest draft = AccessFixture::draft();
        if (what == QStringLiteral("purpose"))
            draft.purpose = QStringLiteral("  \n");
        else if (what == QStringLiteral("past"))
            draft.until = QDate::currentDate().addDays(-1);
        else if (what == QStringLiteral("order"))
            draft.from = draft.until.addDays(1);
        else if (what == QStringLiteral("column"))
            draft.columns = {QStringLiteral("no_such")};
        else if (what == QStringLiteral("port"))
            draft.port.id = QStringLiteral("orders/out/none/-");
        else
            draft.product.id = QStringLiteral("none");
        const QString id = *ana->desk->saveDraft(draft);
        QVERIFY(!ana->desk->send(*mesh, id));
        QVERIFY(f.files().isEmpty());
        QCOMPARE(stateOf(*ana->desk, *mesh, id), QStringLiteral("draft")); // nothing that was typed is lost
        QVERIFY(ana->desk->discardDraft(id));
        QVERIFY(ana->workspace.rows.isEmpty());
    }

    void idsCanBeShortened()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        const MeshPtr mesh = f.sync();
        for (const char *id : {"aaaa-1", "aaaa-2", "bbbb"}) {
            AccessRequest draft = AccessFixture::draft();
            draft.id = QString::fromLatin1(id);
            QVERIFY(ana->desk->saveDraft(draft));
        }
        QCOMPARE(ana->desk->request(*mesh, QStringLiteral("b"), now())->id, QStringLiteral("bbbb"));
        QCOMPARE(ana->desk->request(*mesh, QStringLiteral("shop/request/aaaa-2"), now())->id, QStringLiteral("aaaa-2"));
        const auto both = ana->desk->request(*mesh, QStringLiteral("aaaa"), now());
        QVERIFY(!both);
        QCOMPARE(both.error().code, Error::Code::Ambiguous);
        QVERIFY(both.error().text.contains(QStringLiteral("aaaa-1")) &&
                both.error().text.contains(QStringLiteral("aaaa-2")));
    }

    void theProfileIsKept()
    {
        FakeWorkspace workspace;
        AccessFixture f;
        auto desk = f.deskOn(workspace, QStringLiteral("x"));
        QVERIFY(!desk->setProfile({QStringLiteral("  "), {}, {}, {}}));
        const Profile profile{QStringLiteral("Åsa <b>"),
                              QStringLiteral("asa@example.com"),
                              {QStringLiteral("t1"), QStringLiteral("t2")},
                              {{QStringLiteral("shop"), QStringLiteral("u7")}}};
        QVERIFY(desk->setProfile(profile));
        const Profile back = desk->profile();
        QCOMPARE(back.name, profile.name);
        QCOMPARE(back.teams, profile.teams);
        QCOMPARE(back.ids, profile.ids);
        QVERIFY(back.isMe(QStringLiteral("u7")));
    }
};

MESHSCOPE_TEST(TestAccessAsking)
#include "tst_accessasking.moc"
