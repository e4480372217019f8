#include "models/access/lifecycle.h"

#include "tests/access/accessfixture.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

namespace {

constexpr RequestState states[] = {RequestState::Draft,    RequestState::Sent,     RequestState::InReview,
                                   RequestState::Approved, RequestState::Granted,  RequestState::Expiring,
                                   RequestState::Expired,  RequestState::Rejected, RequestState::Cancelled,
                                   RequestState::Revoked,  RequestState::Failed};
constexpr RequestMove allMoves[] = {RequestMove::Send,   RequestMove::Review, RequestMove::Approve,
                                    RequestMove::Reject, RequestMove::Cancel, RequestMove::Revoke,
                                    RequestMove::Extend, RequestMove::Fail,   RequestMove::Retry};

RequestEvent happened(const QString &what, const QString &by, int second = 0)
{
    return {QDateTime::fromSecsSinceEpoch(1'700'000'000 + second, Qt::UTC), by, what, {}, {}};
}

} // namespace

/// What an agreement means at a moment, and which moves that allows.
class TestLifecycle : public QObject {
    Q_OBJECT
private slots:
    void everyMoveFromEveryState_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("move");
        QTest::addColumn<bool>("allowed");
        const QHash<QString, QList<RequestMove>> legal{
            {QStringLiteral("draft"), {RequestMove::Send, RequestMove::Fail}},
            {QStringLiteral("sent"),
             {RequestMove::Review, RequestMove::Approve, RequestMove::Reject, RequestMove::Cancel, RequestMove::Fail}},
            {QStringLiteral("in-review"), {RequestMove::Approve, RequestMove::Reject, RequestMove::Cancel}},
            {QStringLiteral("approved"), {RequestMove::Cancel, RequestMove::Revoke}},
            {QStringLiteral("granted"), {RequestMove::Cancel, RequestMove::Revoke, RequestMove::Extend}},
            {QStringLiteral("expiring"), {RequestMove::Cancel, RequestMove::Revoke, RequestMove::Extend}},
            {QStringLiteral("expired"), {RequestMove::Extend}},
            {QStringLiteral("failed"), {RequestMove::Retry, RequestMove::Cancel}},
        };
        for (const RequestState state : states) {
            for (const RequestMove move : allMoves) {
                QTest::newRow(qPrintable(requestStateWord(state) + u' ' + requestMoveName(move)))
                    << int(state) << int(move) << legal.value(requestStateWord(state)).contains(move);
            }
        }
    }
    void everyMoveFromEveryState()
    {
        QFETCH(int, state);
        QFETCH(int, move);
        QFETCH(bool, allowed);
        QCOMPARE(isAllowed(RequestState(state), RequestMove(move)), allowed);
    }

    void wordsRoundTrip()
    {
        for (const RequestState state : states) {
            QCOMPARE(requestStateFromWord(requestStateWord(state)), std::optional(state));
            QVERIFY(!requestStateName(state).isEmpty());
        }
        QVERIFY(!requestStateFromWord(u"granted (verified)"));
        QVERIFY(!requestStateFromWord(u""));
    }

    void stateByTheTable_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("active");
        QTest::addColumn<int>("from"); // days from today; 9999 = none
        QTest::addColumn<int>("until");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("expected");
        constexpr int none = 9999;
        const auto row = [](const char *name, const char *status, bool active, int from, int until, const char *last,
                            const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(status) << active << from << until << QString::fromLatin1(last)
                                << QString::fromLatin1(expected);
        };
        row("requested", "requested", false, 0, 100, "", "sent");
        row("requested, active by mistake", "requested", true, 0, 100, "", "sent");
        row("taken into review", "requested", false, 0, 100, "in-review", "in-review");
        row("owner comments", "requested", false, 0, 100, "comment", "in-review");
        row("approved, not active", "approved", false, 0, 100, "approved", "approved");
        row("approved, starts tomorrow", "approved", true, 1, 100, "approved", "approved");
        row("granted", "approved", true, 0, 100, "approved", "granted");
        row("granted without dates", "approved", true, none, none, "", "granted");
        row("granted by another's tool", "Approved ", true, -10, 100, "", "granted");
        row("15 days left", "approved", true, -10, 15, "approved", "granted");
        row("14 days left", "approved", true, -10, 14, "approved", "expiring");
        row("last day", "approved", true, -10, 0, "approved", "expiring");
        row("day after", "approved", true, -10, -1, "approved", "expired");
        row("expired, inactive", "approved", false, -10, -1, "approved", "expired");
        row("rejected", "rejected", false, 0, 100, "rejected", "rejected");
        row("rejected by hand", "rejected", false, 0, 100, "", "rejected");
        row("rejected but active", "rejected", true, 0, 100, "", "rejected");
        row("cancelled", "rejected", false, 0, 100, "cancelled", "cancelled");
        row("revoked", "approved", false, -10, 100, "revoked", "revoked");
        row("revoked, long ago", "approved", false, -10, -1, "revoked", "revoked");
        row("active again after a revocation", "approved", true, -10, 100, "revoked", "granted");
        row("unknown status", "pending", false, 0, 100, "", "sent");
        row("no status", "", false, none, none, "", "sent");
    }
    void stateByTheTable()
    {
        QFETCH(QString, status);
        QFETCH(bool, active);
        QFETCH(int, from);
        QFETCH(int, until);
        QFETCH(QString, last);
        const QDateTime moment = QDateTime::currentDateTime();
        Agreement a;
        a.status = status;
        a.active = active;
        if (from != 9999)
            a.from = moment.date().addDays(from);
        if (until != 9999)
            a.until = moment.date().addDays(until);
        a.requestedBy = QStringLiteral("ana@example.com");
        a.events = {happened(QStringLiteral("sent"), QStringLiteral("ana@example.com"))};
        if (!last.isEmpty())
            a.events.append(happened(last, QStringLiteral("olga@example.com"), 5));
        QTEST(requestStateWord(stateOf(a, moment)), "expected");
        a.events.append(
            happened(QStringLiteral("comment"), QStringLiteral("ana@example.com"), 9)); // says nothing about the state
        QTEST(requestStateWord(stateOf(a, moment)), "expected");
    }

    void coversWhatWasAsked_data()
    {
        QTest::addColumn<QString>("port");
        QTest::addColumn<QStringList>("granted");
        QTest::addColumn<QStringList>("asked");
        QTest::addColumn<bool>("covered");
        const QStringList all{QStringLiteral("id"), QStringLiteral("amount"), QStringLiteral("customer"),
                              QStringLiteral("customer.email")};
        QTest::newRow("all of all") << "api" << QStringList() << QStringList() << true;
        QTest::newRow("every port") << "*" << QStringList() << QStringList() << true;
        QTest::newRow("by id") << portId(AccessFixture::product, true, QStringLiteral("api"), QStringLiteral("1"))
                               << QStringList() << QStringList() << true;
        QTest::newRow("by name and version") << "api/1" << QStringList() << QStringList() << true;
        QTest::newRow("another port") << "table" << QStringList() << QStringList() << false;
        QTest::newRow("no such port") << "gone" << QStringList() << QStringList() << false;
        QTest::newRow("some of all") << "api" << QStringList() << QStringList{QStringLiteral("id")} << true;
        QTest::newRow("fewer than asked") << "api" << QStringList{QStringLiteral("id")}
                                          << QStringList{QStringLiteral("id"), QStringLiteral("amount")} << false;
        QTest::newRow("all, listed") << "api" << all << QStringList() << true;
        QTest::newRow("all asked, some given") << "api" << all.mid(0, 2) << QStringList() << false;
        QTest::newRow("nested in given") << "api" << QStringList{QStringLiteral("customer")}
                                         << QStringList{QStringLiteral("customer.email")} << true;
        QTest::newRow("outer of given") << "api" << QStringList{QStringLiteral("customer.email")}
                                        << QStringList{QStringLiteral("customer")} << false;
        QTest::newRow("same beginning") << "api" << QStringList{QStringLiteral("cust")}
                                        << QStringList{QStringLiteral("customer")} << false;
    }
    void coversWhatWasAsked()
    {
        QFETCH(QString, port);
        QFETCH(QStringList, granted);
        QFETCH(QStringList, asked);
        QFETCH(bool, covered);
        const AccessFixture fixture;
        const MeshPtr mesh = fixture.sync();
        Agreement a;
        a.product = AccessFixture::product;
        a.port = port;
        a.columns = granted;
        const QString gap =
            notCovered(*mesh, QStringLiteral("shop"), a, {AccessFixture::product, QStringLiteral("api"), asked});
        QVERIFY2(gap.isEmpty() == covered, qPrintable(gap));
        a.product = QStringLiteral("other");
        QVERIFY(
            !notCovered(*mesh, QStringLiteral("shop"), a, {AccessFixture::product, QStringLiteral("api"), asked}).isEmpty());
    }

    void knowsWhoProvides_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<bool>("provides");
        QTest::newRow("team") << "team-orders" << true;
        QTest::newRow("team by name") << "orders TEAM" << true;
        QTest::newRow("member by id") << "olga" << true;
        QTest::newRow("member by e-mail") << "olga@example.com" << true;
        QTest::newRow("member by both") << "Olga <OLGA@example.com>" << true;
        QTest::newRow("steward") << "stella@example.com" << true;
        QTest::newRow("steward by name") << "Stella" << true;
        QTest::newRow("somebody of the same name") << "Stella <stella@elsewhere.com>" << false;
        QTest::newRow("somebody") << "eve@example.com" << false;
        QTest::newRow("nobody") << "" << false;
    }
    void knowsWhoProvides()
    {
        QFETCH(QString, who);
        QFETCH(bool, provides);
        const AccessFixture fixture;
        const MeshPtr mesh = fixture.sync();
        const AccessRequest asked = AccessFixture::draft();
        QCOMPARE(isProvider(*mesh, asked.product, asked.port, who), provides);
    }

    void teamsInACircleEnd()
    {
        Records records;
        DataProduct product;
        product.id = QStringLiteral("p");
        product.owners = {{QStringLiteral("a"), {}, QStringLiteral("owner"), {}}};
        records.products = {product};
        for (const auto &[id, member] : {std::pair("a", "b"), std::pair("b", "a")}) {
            Party party;
            party.id = QString::fromLatin1(id);
            party.isTeam = true;
            party.members = {QString::fromLatin1(member)};
            records.parties.append(party);
        }
        MeshBuilder builder(std::make_shared<MemoryDetails>());
        EndpointFacts facts;
        facts.name = QStringLiteral("shop");
        builder.add(facts, records);
        const MeshPtr mesh = builder.build();
        const Address address{QStringLiteral("shop"), Kind::Product, QStringLiteral("p")};
        QVERIFY(isProvider(*mesh, address, {}, QStringLiteral("b")));
        QVERIFY(!isProvider(*mesh, address, {}, QStringLiteral("c")));
    }

    void recognisesMe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("me");
        QTest::newRow("name") << "Ana Lee" << true;
        QTest::newRow("case") << "ana lee" << true;
        QTest::newRow("e-mail") << "ANA@example.com" << true;
        QTest::newRow("both") << "A. Lee <ana@example.com>" << true;
        QTest::newRow("team") << "Team-Churn" << true;
        QTest::newRow("namesake") << "Ana Lee <ana@elsewhere.com>" << false;
        QTest::newRow("empty") << " " << false;
        QTest::newRow("part") << "Ana" << false;
    }
    void recognisesMe()
    {
        QFETCH(QString, text);
        const Profile profile{
            QStringLiteral("Ana Lee"), QStringLiteral("ana@example.com"), {QStringLiteral("team-churn")}, {}};
        QTEST(profile.isMe(text), "me");
        QVERIFY(!Profile().isMe(text));
    }
};

MESHSCOPE_TEST(TestLifecycle)
#include "tst_lifecycle.moc"
