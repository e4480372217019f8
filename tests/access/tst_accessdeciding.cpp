#include "tests/access/accessfixture.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

/// What becomes of a request, by those who may decide, and what counts as granted.
class TestAccessDeciding : public QObject {
    Q_OBJECT
private slots:
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
};

MESHSCOPE_TEST(TestAccessDeciding)
#include "tst_accessdeciding.moc"
