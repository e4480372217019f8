#include "models/catalogs/datazone/records.h"

#include "tests/catalogs/fakecatalog.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

/// A domain of two units, two projects, an asset in a product, its lineage, one request in each state.
struct DataZone : FakeCatalog {
    DataZone()
        : FakeCatalog(u"datazone"_s, {{u"aws.region"_s, u"eu-west-1"_s}}, "AKID\nsecret-of-nobody\n")
    {
        const QByteArray form = "{\\'tableArn\\':\\'arn:aws:glue:eu-west-1:42:table/sales/orders\\',\\'columns\\':["
                                "{\\'columnName\\':\\'id\\',\\'dataType\\':\\'bigint\\'},"
                                "{\\'columnName\\':\\'a\\',\\'dataType\\':\\'struct<x:int>\\'}]}";
        const QByteArray time = "'createdAt':1700000000,'updatedAt':1700000100";
        const QString d = u"/v2/domains/dzd-1"_s;
        answers = {
            {u"/v2/domains"_s, "{'items':[{'id':'dzd-1','name':'Company','status':'AVAILABLE'},"
                               "{'id':'dzd-2','name':'Old','status':'DELETED'}]}"},
            {d, "{'id':'dzd-1','name':'Company','arn':'arn:aws:datazone:eu-west-1:42:domain/dzd-1',"
                "'rootDomainUnitId':'root'}"},
            {d + u"/domain-units/root"_s, "{'id':'root','name':'Root','owners':[{'user':{'userId':'u1'}}]}"},
            {d + u"/domain-units/sales"_s, "{'id':'sales','name':'Sales','parentDomainUnitId':'root'}"},
            {d + u"/projects"_s, "{'items':[{'id':'p1','name':'Orders','domainUnitId':'sales'},"
                                 "{'id':'p2','name':'Reports','domainUnitId':'root'}]}"},
            {d + u"/listings/search"_s, "{'items':[{'dataProductListing':{'listingId':'l1','entityId':'dp1',"
                                        "'entityRevision':'1'}}],'totalMatchCount':1}"},
            {d + u"/data-products/dp1"_s,
             "{'id':'dp1','name':'Order book','revision':'3','owningProjectId':'p1','glossaryTerms':['t1'],'items':["
             "{'itemType':'ASSET','identifier':'a1'}]}"},
            {d + u"/subscription-grants"_s, "{'items':[{'id':'g1','subscriptionId':'s1','status':'COMPLETED'}]}"},
            {d + u"/user-profiles/u1"_s, "{'id':'u1','details':{'sso':{'username':'ann@x.example','firstName':'Ann'}}}"},
            {d + u"/lineage/events"_s, "{'items':[{'id':'e1','eventTime':1700000000}]}"},
            {d + u"/lineage/events/e1"_s,
             "{'eventType':'COMPLETE','eventTime':'2023-11-14T22:13:20Z','producer':'p','schemaURL':'s','run':{'runId':'r'},"
             "'job':{'namespace':'n','name':'j'},'inputs':[],'outputs':[{'namespace':'arn:aws:glue:eu-west-1:42',"
             "'name':'table/sales/orders'}]}"},
            {d + u"/lineage/nodes/arn%3Aaws%3Aglue%3Aeu-west-1%3A42%3Atable%2Fsales%2Forders"_s,
             "{'id':'n1','typeName':'DatasetLineageNodeType','sourceIdentifier':"
             "'arn:aws:glue:eu-west-1:42:table/sales/orders','upstreamNodes':[{'id':'n2'}],'downstreamNodes':[]}"},
            {d + u"/lineage/nodes/n2"_s,
             "{'id':'n2','name':'build','typeName':'JobLineageNodeType','sourceIdentifier':'job/1',"
             "'upstreamNodes':[{'id':'n3'}],'downstreamNodes':[{'id':'n1'}]}"},
            {d + u"/lineage/nodes/n3"_s,
             "{'id':'n3','name':'raw','typeName':'DatasetLineageNodeType','sourceIdentifier':'arn:aws:s3:::raw/orders',"
             "'upstreamNodes':[{'id':'hidden'}],'downstreamNodes':[{'id':'n2'}]}"}};
        const auto request = [=](const QByteArray &id, const QByteArray &status) {
            return "{'id':'" + id + "','status':'" + status + "','requestReason':'For " + id +
                   "','createdBy':'u1','subscribedPrincipals':[{'project':{'id':'p2','name':'Reports'}}],"
                   "'subscribedListings':[{'id':'l1','name':'Order book','ownerProjectId':'p1','item':{'productListing':{"
                   "'entityId':'dp1'}}}]," +
                   time + "}";
        };
        const auto subscription = [=](const QByteArray &id, const QByteArray &of, const QByteArray &status) {
            return "{'id':'" + id + "','status':'" + status + "','subscriptionRequestId':'" + of + "'," + time + "}";
        };
        instead = [=, this](const SeenRequest &seen, const QString &path) -> std::optional<Script> {
            const auto list = [](const QByteArray &items) {
                return Script::json(QByteArray("{'items':[" + items + "]}").replace("\\'", "\\\"").replace('\'', '"'));
            };
            if (path == d + u"/lineage/nodes/hidden"_s)
                return Script::answer(403, "{\"message\":\"no\"}");
            if (path == d + u"/domain-units"_s)
                return list(seen.target.contains("=root") ? "{'id':'sales','name':'Sales'}" : "");
            if (path == d + u"/subscription-requests"_s)
                return list(seen.target.contains("PENDING")    ? request("r1", "PENDING")
                            : seen.target.contains("ACCEPTED") ? request("r2", "ACCEPTED") + ',' + request("r3", "ACCEPTED")
                            : seen.target.contains("REJECTED") ? request("r4", "REJECTED")
                                                               : "");
            if (path == d + u"/subscriptions"_s)
                return list(seen.target.contains("APPROVED")  ? subscription("s1", "r2", "APPROVED")
                            : seen.target.contains("REVOKED") ? subscription("s2", "r3", "REVOKED")
                                                              : "");
            if (path != d + u"/search"_s)
                return {};
            const QString scope = QJsonDocument::fromJson(seen.body).object().value(u"searchScope"_s).toString();
            if (scope == u"GLOSSARY_TERM")
                return list("{'glossaryTermItem':{'id':'t1','name':'Order','shortDescription':'What is bought'}}");
            if (scope == u"DATA_PRODUCT")
                return list("{'dataProductItem':{'id':'dp1','name':'Order book','createdAt':1}}");
            return list("{'assetItem':{'identifier':'a1','name':'Orders','owningProjectId':'p1','glossaryTerms':['t1'],"
                        "'additionalAttributes':{'formsOutput':[{'formName':'GlueTableForm','typeName':"
                        "'amazon.datazone.GlueTableFormType','content':'" +
                        form + "'}]}}}");
        };
    }
};

} // namespace

/// Amazon DataZone: a reading from beginning to end, and what answers become.
class TestDataZone : public QObject {
    Q_OBJECT
private slots:
    void readsADomainWithEverythingInIt()
    {
        DataZone f;
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
        DataZone f;
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
        DataZone f;
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
        QTest::newRow("pending") << u"PENDING"_s << u"requested"_s << false << QString() << u"requested"_s;
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
        QString reason = u"For the report "_s + dataZoneMark(u"4711"_s);
        QCOMPARE(takeDataZoneMark(reason), u"4711"_s);
        QCOMPARE(reason, u"For the report"_s);
        QVERIFY(takeDataZoneMark(reason).isEmpty());
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
        DataZone f;
        f.instead = [](const SeenRequest &, const QString &) { return std::optional(Script::json("{\"ok\":true}")); };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY(run.missing.contains(u"no DataZone"));
    }
};

MESHSCOPE_TEST(TestDataZone)
#include "tst_datazone.moc"
