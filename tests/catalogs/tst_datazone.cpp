#include "models/catalogs/datazone/records.h"
#include "models/catalogs/datazone/requestreason.h"
#include "models/mesh/address.h"

#include "tests/catalogs/fakedatazone.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

Agreement wantedPort()
{
    Agreement wanted;
    wanted.id = u"4711"_s;
    wanted.product = u"dp1"_s;
    wanted.port = portId(u"dp1"_s, true, u"a1"_s, {});
    wanted.purpose = u"Forecast of [returns]"_s;
    wanted.requestedBy = u"ana@example.com"_s;
    wanted.consumerTeam = u"p2"_s;
    wanted.until = QDate::currentDate().addDays(200);
    wanted.events = {{QDateTime::currentDateTimeUtc(), wanted.requestedBy, u"sent"_s, {}, {}}};
    return wanted;
}

std::unique_ptr<RequestRoad> roadOf(const FakeDataZone &f)
{
    return std::move(*(*makeConnector(f.config))->requests());
}

} // namespace

/// Amazon DataZone: a reading from beginning to end, and what answers become.
class TestDataZone : public QObject {
    Q_OBJECT
private slots:
    void readsADomainWithEverythingInIt()
    {
        FakeDataZone f;
        QVERIFY2(f.addError().isEmpty(), qUtf8Printable(f.addError()));
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        for (const auto &[word, count] :
             {std::pair("domainUnit", 2), std::pair("project", 2), std::pair("glossaryTerm", 1), std::pair("listing", 1),
              std::pair("asset", 1), std::pair("product", 1), std::pair("port", 1), std::pair("subscription", 2),
              std::pair("subscriptionRequest", 4), std::pair("lineageEdge", 1), std::pair("lineageEvent", 1),
              std::pair("column", 3)})
            QVERIFY2(run.got.value(QLatin1StringView(word)) == count,
                     qPrintable(u"%1: %2"_s.arg(QLatin1StringView(word)).arg(run.got.value(QLatin1StringView(word)))));
        QCOMPARE(run.issues.size(), 2); // the domain that is gone, the node that may not be seen
        const MeshPtr mesh = *f.workspace->load();
        const NodeId table = mesh->find(u"c"_s, Kind::Dataset, u"arn:aws:glue:eu-west-1:42/table/sales/orders"_s);
        QVERIFY(table.isValid());
        QCOMPARE(mesh->dataset(table).domain, u"sales"_s);
        QCOMPARE(mesh->dataset(table).owners.first().name, u"Orders"_s);
        QVERIFY(mesh->find(u"c"_s, Kind::Dataset, u"s3://raw/orders"_s).isValid());
        QVERIFY(mesh->find(u"c"_s, Kind::Product, u"dp1"_s).isValid());
    }

    void lineageIsWalkedAgainOnlyWhenThereWereEvents()
    {
        FakeDataZone f;
        const Run first = f.sync();
        QVERIFY(!f.asked().filter(u"/lineage/nodes/"_s).isEmpty());
        const Run second = f.sync();
        QVERIFY2(second.unchanged, qUtf8Printable(second.missing));
        QCOMPARE(second.got, first.got);
        QVERIFY(f.asked().filter(u"/lineage/nodes/"_s).isEmpty());
        QVERIFY(f.asked().filter(u"/data-products/"_s).isEmpty());
        f.answers[u"/v2/domains/dzd-1/lineage/events"_s] =
            "{'items':[{'id':'e2','eventTime':1700000500},{'id':'e1','eventTime':1700000000}]}";
        f.answers.insert(u"/v2/domains/dzd-1/lineage/events/e2"_s, f.answers[u"/v2/domains/dzd-1/lineage/events/e1"_s]);
        static_cast<void>(f.sync());
        QVERIFY(!f.asked().filter(u"/lineage/nodes/"_s).isEmpty());
        QCOMPARE(f.asked().filter(u"/lineage/events/"_s).size(), 1);
    }

    void whatIsRefusedCostsThatAlone()
    {
        FakeDataZone f;
        QVERIFY(f.sync().state == Run::State::Complete);
        const auto before = f.instead;
        f.instead = [before](const SeenRequest &seen, const QString &path) -> std::optional<Script> {
            return path.endsWith(u"/projects") ? std::optional(Script::answer(403, "{\"message\":\"no\"}"))
                                               : before(seen, path);
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"datazone:ListProjects"), qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"product"_s), 1);
    }

    void requestsSayHowTheyStand_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("active");
        QTest::addColumn<QString>("grant");
        QTest::addColumn<QString>("last");
        QTest::newRow("pending") << u"PENDING"_s << u"requested"_s << false << QString() << u"sent"_s;
        QTest::newRow("rejected") << u"REJECTED"_s << u"rejected"_s << false << QString() << u"rejected"_s;
        QTest::newRow("granted") << u"ACCEPTED APPROVED COMPLETED"_s << u"approved"_s << true << u"granted"_s
                                 << u"approved"_s;
        QTest::newRow("to be granted") << u"ACCEPTED APPROVED IN_PROGRESS"_s << u"approved"_s << false << u"pending"_s
                                       << u"approved"_s;
        QTest::newRow("failed") << u"ACCEPTED APPROVED GRANT_FAILED"_s << u"approved"_s << false << u"failed"_s
                                << u"approved"_s;
        QTest::newRow("revoked") << u"ACCEPTED REVOKED COMPLETED"_s << u"approved"_s << false << u"revoked"_s
                                 << u"revoked"_s;
        QTest::newRow("cancelled") << u"ACCEPTED CANCELLED COMPLETED"_s << u"rejected"_s << false << u"revoked"_s
                                   << u"cancelled"_s;
    }
    void requestsSayHowTheyStand()
    {
        QFETCH(QString, request);
        QFETCH(QString, status);
        QFETCH(bool, active);
        QFETCH(QString, grant);
        QFETCH(QString, last);
        const QStringList words = request.split(u' ');
        DataZoneContext context;
        if (words.size() > 1)
            context.subscriptions[u"r"_s].append({u"s"_s, words[1], u"l"_s, QDateTime::currentDateTimeUtc(), {}});
        if (words.size() > 2)
            context.grants.insert(u"s"_s, words[2] + u"\nbecause"_s);
        const Parsed parsed = parseDocuments("{\"id\":\"r\",\"status\":\"" + words[0].toUtf8() + "\"}", Syntax::Json);
        const Agreement agreement = DataZoneReader(context).agreement(parsed.documents.front(), u"u"_s);
        QCOMPARE(agreement.status, status);
        QCOMPARE(agreement.active, active);
        QCOMPARE(agreement.events.last().what, last);
        QString found;
        for (const Property &property : agreement.properties)
            found = property.name == u"grant" ? property.value : found;
        QCOMPARE(found, grant);
    }

    void oursAreKnownByTheirMark()
    {
        Agreement wanted = wantedPort();
        wanted.columns = {u"id"_s, u"a.x"_s};
        wanted.from = QDate::currentDate().addDays(3);
        wanted.replaces = u"4710"_s;
        Agreement found;
        readDataZoneReason(dataZoneReason(wanted), found);
        QCOMPARE(found.id, wanted.id);
        QCOMPARE(found.purpose, wanted.purpose);
        QCOMPARE(found.requestedBy, wanted.requestedBy);
        QCOMPARE(found.product, wanted.product);
        QCOMPARE(found.from, wanted.from);
        QCOMPARE(found.until, wanted.until);
        QCOMPARE(found.columns, wanted.columns);
        QCOMPARE(found.replaces, wanted.replaces);
        Agreement theirs;
        theirs.id = u"r1"_s;
        readDataZoneReason(u"[Meshscope] is what we use [urgent; by noon]"_s, theirs);
        QCOMPARE(theirs.id, u"r1"_s);
        QCOMPARE(theirs.purpose, u"[Meshscope] is what we use [urgent; by noon]"_s);
    }

    void aRequestIsMadeOnceFoundAndGranted()
    {
        FakeDataZone f;
        f.newGrant = u"PENDING"_s;
        const auto road = roadOf(f);
        const Agreement wanted = wantedPort();
        QCOMPARE(road->find(wanted).error().code, Error::Code::NotFound);
        const Result<void> asked = road->ask(wanted);
        QVERIFY2(asked, qPrintable(asked ? QString() : asked.error().text));
        QVERIFY(road->ask(wanted)); // the same token: nothing new
        QCOMPARE(f.requests.size(), 5);
        QCOMPARE(f.requests.last()[u"subscribedListings"][0][u"id"].toString(), u"la1"_s);
        Result<Agreement> found = road->find(wanted);
        QVERIFY2(found, qPrintable(found ? QString() : found.error().text));
        QCOMPARE(found->status, u"requested"_s);
        QCOMPARE(found->product, u"dp1"_s);
        QCOMPARE(found->port, wanted.port);
        QCOMPARE(found->requestedBy, wanted.requestedBy);
        QCOMPARE(found->until, wanted.until);
        QCOMPARE(found->consumerTeam, u"p2"_s);
        QVERIFY(road->take(*found, {RequestStep::Approve, u"olga@example.com"_s, u"welcome"_s, {}}));
        found = road->find(*found);
        QCOMPARE(found->status, u"approved"_s);
        QCOMPARE(found->decision, u"welcome"_s);
        QVERIFY(!found->active); // approved is not granted
        f.setGrants(u"COMPLETED"_s, u"GRANT_IN_PROGRESS"_s);
        QVERIFY(!road->find(*found)->active);
        f.setGrants(u"COMPLETED"_s, u"REVOKED"_s);
        QVERIFY(!road->find(*found)->active);
        f.setGrants(u"COMPLETED"_s, u"GRANTED"_s);
        QVERIFY(road->find(*found)->active);
        QVERIFY(roadOf(f)->find(wanted)->active);                                           // found by its mark
        QVERIFY(!road->take(*found, {RequestStep::Reject, u"olga@example.com"_s, {}, {}})); // decided already
    }

    void oneGrantOfSeveralThatIsNotThereIsNoGrant()
    {
        FakeDataZone f;
        f.grants.append({{u"id"_s, u"g9"_s}, {u"subscriptionId"_s, u"s1"_s}, {u"status"_s, u"GRANT_FAILED"_s}});
        Agreement wanted;
        wanted.id = u"r2"_s;
        QVERIFY(!roadOf(f)->find(wanted)->active);
        QVERIFY(f.sync().state == Run::State::Complete);
        const MeshPtr mesh = *f.workspace->load();
        for (const Agreement &agreement : mesh->agreements())
            QVERIFY(!agreement.active);
        f.grants.removeLast();
        QVERIFY(roadOf(f)->find(wanted)->active);
    }

    void grantsThatDoNotSayWhoseTheyAreAreAskedForOneByOne()
    {
        FakeDataZone f;
        f.namesSubscriptions = false;
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(
            std::count_if(mesh->agreements().begin(), mesh->agreements().end(), [](const Agreement &a) { return a.active; }),
            1);
        Agreement wanted;
        wanted.id = u"r2"_s;
        QVERIFY(roadOf(f)->find(wanted)->active);
    }

    void whoEndsItDecidesHow_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<bool>("isOwner");
        QTest::addColumn<QString>("there");
        QTest::addColumn<QString>("status");
        QTest::newRow("the owner revokes") << u"olga"_s << true << u"REVOKED"_s << u"approved"_s;
        QTest::newRow("who asked cancels") << u"U1"_s << true << u"CANCELLED"_s << u"rejected"_s;
        QTest::newRow("who has it under another name") << u"ann"_s << false << u"CANCELLED"_s << u"rejected"_s;
    }
    void whoEndsItDecidesHow()
    {
        QFETCH(const QString, by);
        QFETCH(const bool, isOwner);
        FakeDataZone f;
        const auto before = f.instead;
        f.instead = [&](const SeenRequest &seen, const QString &path) -> std::optional<Script> {
            if (!isOwner && path.endsWith(u"/revoke"))
                return Script::answer(403, "{\"message\":\"no\"}");
            return before(seen, path);
        };
        Agreement wanted;
        wanted.id = u"r2"_s;
        const auto road = roadOf(f);
        const Agreement now = *road->find(wanted);
        QVERIFY(road->take(now, {RequestStep::Revoke, by, {}, {}}));
        QTEST(f.subscriptions.first()[u"status"].toString(), "there");
        const Agreement after = *road->find(now);
        QTEST(after.status, "status");
        QVERIFY(!after.active);
    }

    void whoHasItGivesItBack()
    {
        FakeDataZone f;
        Agreement wanted;
        wanted.id = u"r2"_s;
        const auto road = roadOf(f);
        QVERIFY(road->whyNot(RequestStep::GiveBack).isEmpty());
        const Agreement now = *road->find(wanted);
        // Whatever name it is asked for under here: it is cancelled, not revoked.
        QVERIFY(road->take(now, {RequestStep::GiveBack, u"ann"_s, {}, {}}));
        QCOMPARE(f.subscriptions.first()[u"status"].toString(), u"CANCELLED"_s);
        QVERIFY(!road->find(now)->active);
        Agreement bare = now;
        bare.properties.clear();
        QCOMPARE(road->take(bare, {RequestStep::GiveBack, u"ann"_s, {}, {}}).error().code, Error::Code::NotFound);
    }

    void whatIsPendingIsWithdrawnAndGone()
    {
        FakeDataZone f;
        Agreement wanted;
        wanted.id = u"r1"_s;
        const auto road = roadOf(f);
        const Agreement now = *road->find(wanted);
        QVERIFY(road->take(now, {RequestStep::Withdraw, u"x"_s, {}, {}}));
        QCOMPARE(f.request(u"r1"_s)->value(u"status"_s).toString(), u"DELETED"_s);
        QCOMPARE(roadOf(f)->find(wanted).error().code, Error::Code::NotFound);
    }

    void whatCannotBeAskedForIsSaid_data()
    {
        QTest::addColumn<QString>("port");
        QTest::addColumn<QString>("consumer");
        QTest::addColumn<QString>("why");
        QTest::newRow("nobody's project") << u"a1"_s << u"p9"_s << u"projects"_s;
        QTest::newRow("no asset of it") << u"a9"_s << u"p2"_s << u"a9"_s;
        QTest::newRow("by name") << u"Orders"_s << u"reports"_s << QString();
        QTest::newRow("the whole product") << u"*"_s << u"p2"_s << QString();
    }
    void whatCannotBeAskedForIsSaid()
    {
        QFETCH(const QString, port);
        QFETCH(const QString, consumer);
        QFETCH(const QString, why);
        FakeDataZone f;
        Agreement wanted = wantedPort();
        wanted.port = port;
        wanted.consumerTeam = consumer;
        const Result<void> asked = roadOf(f)->ask(wanted);
        QCOMPARE(asked.has_value(), why.isEmpty());
        QCOMPARE(f.requests.size(), why.isEmpty() ? 5 : 4);
        if (!asked)
            QVERIFY2(asked.error().text.contains(why), qPrintable(asked.error().text));
    }

    void aLostAnswerIsToldAsUnknown()
    {
        FakeDataZone f;
        const auto before = f.instead;
        f.instead = [&](const SeenRequest &seen, const QString &path) -> std::optional<Script> {
            auto done = before(seen, path);
            const bool isMade = seen.method == "POST" && path.endsWith(u"/subscription-requests");
            return isMade ? std::optional(Script::reset()) : done;
        };
        const Agreement wanted = wantedPort();
        QCOMPARE(roadOf(f)->ask(wanted).error().code, Error::Code::Io);
        QVERIFY(roadOf(f)->find(wanted)); // it was made all the same
        QCOMPARE(f.requests.size(), 5);
    }

    void jobsBetweenTablesAreVia()
    {
        DataZoneContext context;
        context.domain = u"d"_s;
        using LineageNode = DataZoneReader::LineageNode;
        const QHash<QString, LineageNode> nodes{
            {u"a"_s, {u"a"_s, u"Dataset"_s, u"arn:aws:s3:::b/a"_s, {}, {}, {u"j"_s}}},
            {u"b"_s, {u"b"_s, u"Dataset"_s, u"arn:aws:s3:::b/b"_s, {}, {u"j"_s, u"a"_s, u"gone"_s}, {}}},
            {u"j"_s, {u"j"_s, u"amazon.JobLineageNodeType"_s, u"job/1"_s, {}, {u"a"_s}, {u"b"_s, u"gone"_s}}}};
        const QList<LineageEdge> edges = DataZoneReader(context).edges(nodes);
        QCOMPARE(edges.size(), 2); // once through the job, once straight
        for (const LineageEdge &edge : edges) {
            QCOMPARE(edge.from, u"s3://b/a"_s);
            QCOMPARE(edge.to, u"s3://b/b"_s);
        }
    }

    void anotherServerIsSaidToBeNone()
    {
        FakeDataZone f;
        f.instead = [](const SeenRequest &, const QString &) { return std::optional(Script::json("{\"ok\":true}")); };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY(run.missing.contains(u"no DataZone"));
    }
};

MESHSCOPE_TEST(TestDataZone)
#include "tst_datazone.moc"
