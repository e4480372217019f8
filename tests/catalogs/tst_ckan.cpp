#include "models/catalogs/dcat/blanknodes.h"
#include "models/catalogs/sync/sync.h"

#include "tests/catalogs/fakeckan.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

/// A site, and a workspace that knows it.
struct Site {
    explicit Site(int organizations, int datasets)
        : fake(organizations, datasets)
        , server([this](const SeenRequest &request) {
            const QMutexLocker lock(&mutex);
            return instead ? instead(request) : fake.answer(request);
        })
        , workspace(std::move(*Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing)))
    {
    }
    [[nodiscard]] EndpointConfig add(const QString &kind, const QString &path = {})
    {
        return *addEndpoint(*workspace, {kind, kind, server.url(path).toString(), {}});
    }
    [[nodiscard]] Run sync(const EndpointConfig &config)
    {
        Run failed;
        failed.state = Run::State::Failed;
        const Result<Run> run = syncEndpoint(*workspace, config, {});
        failed.missing = run ? QString() : run.error().text;
        return run.value_or(failed);
    }

    QMutex mutex; ///< held while a request is answered
    FakeCkan fake;
    ScriptedServer::Answer instead; ///< of all that is asked
    ScriptedServer server;
    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
};

} // namespace

/// A CKAN site by its Action API, and any site's catalog as DCAT.
class TestCkan : public QObject {
    Q_OBJECT
private slots:
    void readsOrganizationsGroupsAndDatasetsInWhateverPortions_data()
    {
        QTest::addColumn<int>("mostRows");
        QTest::newRow("as asked") << 1000;
        QTest::newRow("fewer than asked") << 7;
    }
    void readsOrganizationsGroupsAndDatasetsInWhateverPortions()
    {
        QFETCH(int, mostRows);
        Site site(30, 40);
        site.fake.mostRows = mostRows;
        const EndpointConfig config = site.add(u"ckan"_s);
        const Run run = site.sync(config);
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"domain"_s), 30);
        QCOMPARE(run.got.value(u"term"_s), 1);
        QCOMPARE(run.got.value(u"dataset"_s), 40);
        QCOMPARE(run.expected.value(u"dataset"_s), 40);
        QVERIFY(run.issues.isEmpty());
        QVERIFY(site.sync(config).unchanged);
    }

    void listsThatAreRefusedCostThemselvesAlone()
    {
        Site site(2, 3);
        site.fake.isRefusing = true; // with status 200
        const Run run = site.sync(site.add(u"ckan"_s));
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"Access denied"_s), qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"dataset"_s), 3);
    }

    void whatIsNoCkanIsSaid()
    {
        Site site(1, 1);
        site.instead = [](const SeenRequest &) { return Script::json("\"Bad request - Action name not known\""); };
        const Run run = site.sync(site.add(u"ckan"_s));
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY2(run.missing.contains(u"no CKAN"_s), qUtf8Printable(run.missing));
    }

    void aCatalogIsFollowedPageByPage()
    {
        Site site(1, 5);
        const EndpointConfig config = site.add(u"dcat"_s, u"/catalog.jsonld"_s);
        const Run run = site.sync(config);
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"dataset"_s), 5);
        QCOMPARE(run.got.value(u"domain"_s), 1);
        QVERIFY2(run.issues.isEmpty(), qUtf8Printable(run.issues.value(0).text));
        QCOMPARE(site.server.seen().size(), 3); // the site calls itself otherwise than we reached it
        QVERIFY(site.sync(config).unchanged);   // although blank nodes have new names
    }

    void aSiteAndItsCatalogAreKnownToBeTheSame()
    {
        Site site(1, 2);
        QCOMPARE(site.sync(site.add(u"ckan"_s)).state, Run::State::Complete);
        QCOMPARE(site.sync(site.add(u"dcat"_s, u"/catalog.jsonld"_s)).state, Run::State::Complete);
        const MeshPtr mesh = *site.workspace->load();
        const NodeId one = mesh->find(u"ckan"_s, Kind::Dataset, u"id-0"_s);
        QVERIFY(one.isValid());
        QVERIFY(one == mesh->find(u"dcat"_s, Kind::Dataset, u"https://data.example/dataset/id-0"_s));
    }

    void aPageThatIsAsItWasIsNotSentAgain()
    {
        Site site(1, 2);
        int sent = 0;
        site.instead = [&](const SeenRequest &request) {
            if (request.header("If-None-Match") == "\"v1\"")
                return Script::answer(304, "", {{"ETag", "\"v1\""}});
            ++sent;
            Script script = site.fake.answer(request);
            script.bytes.replace("Content-Type:", "ETag: \"v1\"\r\nContent-Type:");
            return script;
        };
        const EndpointConfig config = site.add(u"dcat"_s, u"/catalog.jsonld"_s);
        QCOMPARE(site.sync(config).got.value(u"dataset"_s), 2);
        const Run run = site.sync(config);
        QCOMPARE(sent, 1);
        QVERIFY(run.unchanged);
        QCOMPARE(run.got.value(u"dataset"_s), 2);
    }

    void whatIsNoCatalogIsSaid_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("part");
        QTest::newRow("Turtle") << QByteArray("text/turtle") << QByteArray("@prefix dcat: <x> .") << u"JSON-LD"_s;
        QTest::newRow("a web page") << QByteArray("text/html") << QByteArray("<html></html>") << u"127.0.0.1"_s;
        QTest::newRow("another document") << QByteArray("application/json") << QByteArray("{\"a\":1}") << u"no catalog"_s;
        QTest::newRow("nothing") << QByteArray("application/json") << QByteArray() << u"127.0.0.1"_s;
    }
    void whatIsNoCatalogIsSaid()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, part);
        Site site(1, 1);
        site.instead = [&](const SeenRequest &) { return Script::answer(200, body, {{"Content-Type", type}}); };
        const Run run = site.sync(site.add(u"dcat"_s, u"/catalog.jsonld"_s));
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY2(run.missing.contains(part), qUtf8Printable(run.missing));
    }

    void theProbeOfWhatIsNoCatalogFails()
    {
        Site site(1, 1);
        const EndpointConfig config = site.add(u"dcat"_s, u"/catalog.jsonld"_s);
        QVERIFY((*makeConnector(config))->probe().checks.last().ok);
        site.instead = [](const SeenRequest &) { // another standard's document
            return Script::json(R"({"apiVersion":"v3.1.0","kind":"DataContract","id":"x","status":"active"})");
        };
        const Connector::Check last = (*makeConnector(config))->probe().checks.last();
        QVERIFY(!last.ok);
        QVERIFY2(last.text.contains(u"no catalog"_s), qUtf8Printable(last.text));
    }

    void blankNodesAreCalledByWhatTheySay()
    {
        const QByteArray one = withStableBlankNodes(R"([{"@id":"_:a","n":"Ann"},{"@id":"x","to":{"@id":"_:a"}}])");
        const QByteArray two = withStableBlankNodes(R"([{"@id":"_:b9","n":"Ann"},{"@id":"x","to":{"@id":"_:b9"}}])");
        QCOMPARE(one, two);
        QVERIFY(one != withStableBlankNodes(R"([{"@id":"_:a","n":"Bob"},{"@id":"x","to":{"@id":"_:a"}}])"));
        QCOMPARE(withStableBlankNodes("[{\"@id\":\"_:a"), QByteArray("[{\"@id\":\"_:a"));
        QCOMPARE(withStableBlankNodes("{\"a\":1}"), QByteArray("{\"a\":1}"));
    }
};

MESHSCOPE_TEST(TestCkan)
#include "tst_ckan.moc"
