#include "tests/access/accessfixture.h"
#include "tests/support/testmain.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace meshscope;
using namespace meshscope::test;

namespace {

QString stateOf(const AccessDesk &desk, const Mesh &mesh, const QString &id)
{
    const Result<AccessRequest> request = desk.request(mesh, id, now());
    return request ? requestStateWord(request->state) : request.error().text;
}

} // namespace

/// From asking to being granted, by the people who may.
class TestAccessDesk : public QObject {
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

    void aGrantRunsOutAndIsExtended()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        auto olga = f.person(QStringLiteral("Olga"));
        MeshPtr mesh = f.sync();
        AccessRequest draft = AccessFixture::draft();
        draft.until = QDate::currentDate().addDays(20);
        const QString id = *ana->desk->saveDraft(draft);
        QVERIFY(ana->desk->send(*mesh, id));
        mesh = f.sync();
        QVERIFY(olga->desk->move(*mesh, id, RequestMove::Approve, {}));
        mesh = f.sync();
        const auto stateIn = [&](int days) { return ana->desk->request(*mesh, id, now().addDays(days))->state; };
        QCOMPARE(stateIn(0), RequestState::Granted);
        QCOMPARE(stateIn(7), RequestState::Expiring);
        QCOMPARE(stateIn(21), RequestState::Expired);
        QVERIFY(!ana->desk->request(*mesh, id, now().addDays(21))->verified);
        QVERIFY(!olga->desk->move(*mesh, id, RequestMove::Extend, {}, QDate::currentDate().addDays(10)));
        QVERIFY(!olga->desk->move(*mesh, id, RequestMove::Extend, {}));
        const auto extended = olga->desk->move(*mesh, id, RequestMove::Extend, {}, QDate::currentDate().addDays(400));
        QVERIFY2(extended, qPrintable(extended ? QString() : extended.error().text));
        mesh = f.sync();
        QCOMPARE(stateIn(21), RequestState::Granted);
        // Who only asked asks again: a request of its own that replaces the first.
        const auto more = ana->desk->move(*mesh, id, RequestMove::Extend, {}, QDate::currentDate().addDays(800));
        QVERIFY2(more, qPrintable(more ? QString() : more.error().text));
        QVERIFY(more->id != id);
        QCOMPARE(more->replaces, id);
        QCOMPARE(more->state, RequestState::Sent);
        mesh = f.sync();
        QCOMPARE(ana->desk->request(*mesh, id, now())->replacedBy, more->id);
        QCOMPARE(ana->desk->request(*mesh, id, now())->until, QDate::currentDate().addDays(400));
    }

    void illegalMovesAreRefusedWithTheReason()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        auto olga = f.person(QStringLiteral("Olga"));
        auto eve = f.person(QStringLiteral("Eve"));
        MeshPtr mesh = f.sync();
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        QVERIFY(!ana->desk->move(*mesh, id, RequestMove::Approve, {})); // a draft
        QVERIFY(ana->desk->send(*mesh, id));
        QVERIFY(!ana->desk->send(*mesh, id));
        QVERIFY(!ana->desk->discardDraft(id));
        mesh = f.sync();
        for (const RequestMove move : {RequestMove::Approve, RequestMove::Reject, RequestMove::Review}) {
            const auto tried = eve->desk->move(*mesh, id, move, {});
            QVERIFY(!tried);
            QCOMPARE(tried.error().code, Error::Code::Refused);
            QVERIFY(!ana->desk->move(*mesh, id, move, {})); // nor who asked
        }
        QVERIFY(!eve->desk->move(*mesh, id, RequestMove::Cancel, {}));
        for (const RequestMove move :
             {RequestMove::Revoke, RequestMove::Extend, RequestMove::Retry, RequestMove::Send, RequestMove::Fail})
            QVERIFY(!olga->desk->move(*mesh, id, move, {}, QDate::currentDate().addYears(2)));
        QVERIFY(olga->desk->move(*mesh, id, RequestMove::Reject, QStringLiteral("no")));
        mesh = f.sync();
        for (const RequestMove move :
             {RequestMove::Review, RequestMove::Approve, RequestMove::Reject, RequestMove::Revoke, RequestMove::Extend})
            QVERIFY(!olga->desk->move(*mesh, id, move, {}, QDate::currentDate().addYears(2)));
        QVERIFY(!ana->desk->move(*mesh, id, RequestMove::Cancel, {}));
        QCOMPARE(stateOf(*ana->desk, *mesh, id), QStringLiteral("rejected"));
        const auto unknown = ana->desk->move(*mesh, QStringLiteral("no-such"), RequestMove::Cancel, {});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, Error::Code::NotFound);
    }

    void whatIsGrantedIsGivenBack()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        auto stella = f.person(QStringLiteral("Stella"));
        MeshPtr mesh = f.sync();
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        QVERIFY(ana->desk->send(*mesh, id));
        mesh = f.sync();
        QVERIFY(stella->desk->move(*mesh, id, RequestMove::Approve, {}));
        mesh = f.sync();
        QCOMPARE(stateOf(*ana->desk, *mesh, id), QStringLiteral("granted"));
        QVERIFY(ana->desk->moves(*mesh, *ana->desk->request(*mesh, id, now())).contains(RequestMove::Cancel));
        const auto given = ana->desk->move(*mesh, id, RequestMove::Cancel, QStringLiteral("done with it"));
        QVERIFY2(given, qPrintable(given ? QString() : given.error().text));
        QVERIFY(f.text(id).contains("active: false"));
        mesh = f.sync();
        QCOMPARE(stateOf(*stella->desk, *mesh, id), QStringLiteral("cancelled"));
        QVERIFY(!ana->desk->mayUnmask(*mesh, mesh->find(given->port), now()));
    }

    void cancelAndRevoke()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        auto stella = f.person(QStringLiteral("Stella"));
        MeshPtr mesh = f.sync();
        const QString first = *ana->desk->saveDraft(AccessFixture::draft());
        const QString second = *ana->desk->saveDraft(AccessFixture::draft(QStringLiteral("table")));
        QVERIFY(ana->desk->send(*mesh, first));
        QVERIFY(ana->desk->send(*mesh, second));
        mesh = f.sync();
        QVERIFY(ana->desk->move(*mesh, first, RequestMove::Cancel, QStringLiteral("not needed")));
        QVERIFY(stella->desk->move(*mesh, second, RequestMove::Approve, {}));
        QVERIFY(f.text(first).contains("status: rejected"));
        mesh = f.sync();
        QCOMPARE(stateOf(*ana->desk, *mesh, first), QStringLiteral("cancelled"));
        QVERIFY(ana->desk->request(*mesh, first, now())->warning.isEmpty());
        QVERIFY(!stella->desk->move(*mesh, second, RequestMove::Cancel, {})); // that is for who has it
        QVERIFY(stella->desk->move(*mesh, second, RequestMove::Revoke, QStringLiteral("misuse")));
        mesh = f.sync();
        QCOMPARE(stateOf(*ana->desk, *mesh, second), QStringLiteral("revoked"));
        QVERIFY(f.text(second).contains("status: approved"));
        QVERIFY(f.text(second).contains("active: false"));
    }

    void editsByHandCountTheSame()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        MeshPtr mesh = f.sync();
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        QVERIFY(ana->desk->send(*mesh, id));
        QVERIFY(f.edit(id, "status: requested", "status: approved"));
        mesh = f.sync();
        QCOMPARE(stateOf(*ana->desk, *mesh, id), QStringLiteral("approved")); // not active
        QVERIFY(f.edit(id, "active: false", "active: true"));
        mesh = f.sync();
        AccessRequest request = *ana->desk->request(*mesh, id, now());
        QCOMPARE(request.state, RequestState::Granted);
        QVERIFY(!request.warning.isEmpty()); // nobody is named
        QVERIFY(f.put(f.fileOf(id), f.text(id) +
                                        "      - at: \"2026-01-01T00:00:00Z\"\n        by: eve@example.com\n        "
                                        "what: approved\n"));
        mesh = f.sync();
        request = *ana->desk->request(*mesh, id, now());
        QCOMPARE(request.state, RequestState::Granted);
        QVERIFY2(request.warning.contains(QStringLiteral("eve@example.com")), qPrintable(request.warning));
        QVERIFY(!ana->desk->mayUnmask(*mesh, mesh->find(request.port), now()));
        QVERIFY(f.edit(id, "eve@example.com", "olga@example.com"));
        mesh = f.sync();
        request = *ana->desk->request(*mesh, id, now());
        QVERIFY2(request.warning.isEmpty(), qPrintable(request.warning));
        QVERIFY(ana->desk->mayUnmask(*mesh, mesh->find(request.port), now()));
    }

    void grantedOnlyWhenItCoversWhatWasAsked_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<bool>("granted");
        QTest::newRow("as asked") << QByteArray("active: false") << QByteArray("active: true") << true;
        QTest::newRow("another port") << QByteArray("outputPortId: api") << QByteArray("outputPortId: table") << false;
        QTest::newRow("every port") << QByteArray("outputPortId: api") << QByteArray("outputPortId: \"*\"") << true;
        QTest::newRow("fewer columns") << QByteArray("      - amount\n") << QByteArray() << false;
        QTest::newRow("more columns") << QByteArray("      - amount\n") << QByteArray("      - amount\n      - customer\n")
                                      << true;
        QTest::newRow("another product") << QByteArray("dataProductId: orders") << QByteArray("dataProductId: other")
                                         << false;
        QTest::newRow("starts later") << ("startDate: \"" + QDate::currentDate().toString(Qt::ISODate).toLatin1())
                                      << ("startDate: \"" + QDate::currentDate().addDays(3).toString(Qt::ISODate).toLatin1())
                                      << false;
    }
    void grantedOnlyWhenItCoversWhatWasAsked()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(bool, granted);
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        MeshPtr mesh = f.sync();
        AccessRequest draft = AccessFixture::draft();
        draft.columns = {QStringLiteral("id"), QStringLiteral("amount")};
        const QString id = *ana->desk->saveDraft(draft);
        QVERIFY(ana->desk->send(*mesh, id));
        QVERIFY(f.edit(id, from, to));
        f.edit(id, "active: false", "active: true");
        QVERIFY(f.edit(id, "status: requested", "status: approved"));
        mesh = f.sync();
        const AccessRequest request = *ana->desk->request(*mesh, id, now());
        QCOMPARE(request.state, granted ? RequestState::Granted : RequestState::Approved);
        QCOMPARE(request.verified.has_value(), granted);
    }

    void nothingIsGrantedThatNobodyCanCheck_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const char *said) {
            QTest::newRow(name) << from << to << QString::fromLatin1(said);
        };
        const QByteArray until = QDate::currentDate().addDays(200).toString(Qt::ISODate).toLatin1();
        row("product without a document", "dataProductId: orders", "dataProductId: gone", "gone");
        row("no product", "dataProductId: orders", "dataProductId: \"\"", "product");
        row("port without a description", "outputPortId: api", "outputPortId: nowhere", "nowhere");
        row("last day that is no date", "endDate: \"" + until, "endDate: \"2026-02-31", "info.endDate");
        row("last day as words", "endDate: \"" + until, "endDate: \"end of year", "end of year");
        row("first day that is no date", "startDate: \"", "startDate: \"on ", "info.startDate");
        row("columns that are no list", "    requestedBy:", "    columns: {id: true}\n    requestedBy:", "columns");
    }
    void nothingIsGrantedThatNobodyCanCheck()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, said);
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        auto olga = f.person(QStringLiteral("Olga")); // who has no row of it: nothing was asked for here
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        QVERIFY(ana->desk->send(*f.sync(), id));
        QVERIFY(f.edit(id, "active: false", "active: true"));
        QVERIFY(f.edit(id, "status: requested", "status: approved"));
        QCOMPARE(olga->desk->request(*f.sync(), id, now())->state, RequestState::Granted);
        QVERIFY(f.edit(id, from, to));
        for (const auto *who : {ana->desk.get(), olga->desk.get()}) {
            const AccessRequest request = *who->request(*f.sync(), id, now());
            QCOMPARE(request.state, RequestState::Approved);
            QVERIFY(!request.verified);
            QVERIFY(request.warning.contains(request.notGranted));
            QVERIFY(!who->mayUnmask(*f.sync(), f.sync()->find(AccessFixture::draft().port), now()));
        }
        const AccessRequest seen = *olga->desk->request(*f.sync(), id, now());
        QVERIFY2(seen.warning.contains(said), qPrintable(seen.warning));
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

    void whatTheProviderDidMeanwhileIsKept()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        auto olga = f.person(QStringLiteral("Olga"));
        MeshPtr mesh = f.sync();
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        QVERIFY(ana->desk->send(*mesh, id));
        mesh = f.sync();
        QVERIFY(f.edit(id, "status: requested", "status: rejected"));
        const auto late = olga->desk->move(*mesh, id, RequestMove::Approve, {}); // on what she saw before
        QVERIFY(!late);
        QCOMPARE(late.error().code, Error::Code::Refused);
        QVERIFY(f.text(id).contains("status: rejected"));
        QVERIFY(f.edit(id, "status: rejected", "status: requested\n  # asked Ana\n  ticket: 4711"));
        QVERIFY(olga->desk->move(*mesh, id, RequestMove::Approve, {}));
        QVERIFY(f.text(id).contains("  # asked Ana\n  ticket: 4711\n"));
    }

    void onlyTheFirstOfTwoDecisionsCounts()
    {
        AccessFixture f;
        auto ana = f.person(QStringLiteral("Ana"));
        MeshPtr mesh = f.sync();
        const QString id = *ana->desk->saveDraft(AccessFixture::draft());
        QVERIFY(ana->desk->send(*mesh, id));
        // Two programs look at the same moment, then decide one after the other.
        FolderPort first(f.folder, {});
        FolderPort second(f.folder, {});
        Agreement approved = *first.read(id);
        Agreement rejected = *second.read(id);
        approved.status = QStringLiteral("approved");
        approved.events.append({now(), QStringLiteral("olga@example.com"), QStringLiteral("approved"), {}, {}});
        rejected.status = QStringLiteral("rejected");
        rejected.events.append({now(), QStringLiteral("stella@example.com"), QStringLiteral("rejected"), {}, {}});
        QVERIFY(first.write(approved, {}, QStringLiteral("m")));
        const auto late = second.write(rejected, {}, QStringLiteral("m"));
        QVERIFY(!late);
        QCOMPARE(late.error().code, Error::Code::Busy);
        QVERIFY(f.text(id).contains("status: approved"));
        QVERIFY(!f.text(id).contains("stella"));
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

MESHSCOPE_TEST(TestAccessDesk)
#include "tst_accessdesk.moc"
