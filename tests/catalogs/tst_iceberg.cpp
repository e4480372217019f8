#include "models/catalogs/iceberg/connector.h"

#include "tests/catalogs/fakelakes.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

/// A reading of an Iceberg REST catalog from beginning to end.
class TestIceberg : public QObject {
    Q_OBJECT
private slots:
    void readsTheTreeOfNamespacesAndWhatIsInIt()
    {
        FakeIceberg f;
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"namespace"_s), 2);
        QCOMPARE(run.got.value(u"table"_s), 2);
        QCOMPARE(run.expected.value(u"table"_s), 2);
        const MeshPtr mesh = *f.workspace->load();
        const QString ns = f.server.url().toString();
        QVERIFY(mesh->find(u"c"_s, Kind::Dataset, ns + u"/sales.orders"_s).isValid());
        QVERIFY(mesh->find(u"c"_s, Kind::Dataset, ns + u"/sales.eu.o / 1"_s).isValid());
        QVERIFY(mesh->find(u"c"_s, Kind::Domain, u"sales.eu"_s).isValid());
    }

    void nothingOfCredentialsIsStored()
    {
        FakeIceberg f;
        f.answers[u"/v1/config"_s] =
            "{'defaults':{'s3.secret-access-key':'hunter1'},'overrides':{'namespace-separator':'%2E','token':'hunter2'}}";
        f.answers[u"/v1/namespaces/sales/tables/orders"_s] =
            icebergTable("t1", ",'config':{'token':'hunter3','x':'hunter4'},'storage-credentials':[{'prefix':'s3://b',"
                               "'config':{'s3.session-token':'hunter5'}}]");
        QVERIFY(f.sync().state == Run::State::Complete);
        const MeshPtr mesh = *f.workspace->load();
        const Result<QByteArray> kept = f.workspace->original(u"c"_s, u"table/sales.orders"_s);
        QVERIFY2(kept, kept ? "" : qUtf8Printable(kept.error().text));
        QVERIFY(kept->contains("table-uuid"));
        QVERIFY2(!kept->contains("hunter"), kept->constData());
        QVERIFY(!f.isStored("hunter"));
    }

    void aSecondSyncSendsTheTagsAndTakesWhatIsNotModified_data()
    {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("as it came") << QByteArray("4c9a") << QByteArray("4c9a");
        QTest::newRow("in quotes") << QByteArray("\"4c9a\"") << QByteArray("\"4c9a\"");
        QTest::newRow("packed by Jetty") << QByteArray("4c9a--gzip") << QByteArray("4c9a");
        QTest::newRow("packed, in quotes") << QByteArray("W/\"4c9a--gzip\"") << QByteArray("W/\"4c9a\"");
    }
    void aSecondSyncSendsTheTagsAndTakesWhatIsNotModified()
    {
        QFETCH(QByteArray, tag);
        QFETCH(QByteArray, sent);
        FakeIceberg f;
        const auto before = f.instead;
        f.instead = [=](const SeenRequest &request, const QString &path) -> std::optional<Script> {
            if (!path.contains(u"/tables/"))
                return before(request, path);
            if (request.header("if-none-match") == sent)
                return Script::answer(304, "");
            return Script::answer(200, QByteArray(icebergTable("t")).replace('\'', '"'),
                                  {{"Content-Type", "application/json"}, {"ETag", tag}});
        };
        const Run first = f.sync();
        QVERIFY2(first.state == Run::State::Complete, qUtf8Printable(first.missing));
        const Run second = f.sync();
        QVERIFY2(second.state == Run::State::Complete, qUtf8Printable(second.missing));
        QVERIFY(second.unchanged);
        QCOMPARE(second.got, first.got);
        int tagged = 0;
        for (const SeenRequest &request : f.seen())
            tagged += request.header("if-none-match") == sent ? 1 : 0;
        QCOMPARE(tagged, 2);
    }

    void prefixAndWarehouseAreMinded()
    {
        FakeIceberg f({{u"warehouse"_s, u"my wh"_s}});
        f.answers[u"/v1/config"_s] = "{'defaults':{'prefix':'no'},'overrides':{'prefix':'main|a b'}}";
        f.answers.insert(u"/v1/main%7Ca%20b/namespaces"_s, "{'namespaces':[]}");
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QVERIFY(f.asked().first().endsWith(u"warehouse=my%20wh") || f.asked().first().endsWith(u"warehouse=my+wh"));
    }

    void levelsAreSeparatedByTheUnitSeparatorWhereNothingElseIsSaid()
    {
        FakeIceberg f;
        f.answers[u"/v1/config"_s] = "{'defaults':{},'overrides':{}}";
        static_cast<void>(f.sync());
        QVERIFY(!f.asked().filter(u"/v1/namespaces/sales%1Feu/tables"_s).isEmpty());
    }

    void aServerWithoutLevelsIsReadAsItIs()
    {
        FakeIceberg f;
        const auto before = f.instead;
        f.instead = [before](const SeenRequest &request, const QString &path) -> std::optional<Script> {
            if (path == u"/v1/namespaces" && request.target.contains("parent="))
                return Script::answer(400, "{\"error\":{\"message\":\"no levels\",\"type\":\"BadRequest\",\"code\":400}}",
                                      {{"Content-Type", "application/json"}});
            return before(request, path);
        };
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"namespace"_s), 1);
        QCOMPARE(run.issues.size(), 1);
    }

    void aServerThatMindsNoParentSaysTheSameForever()
    {
        FakeIceberg f;
        f.instead = [](const SeenRequest &, const QString &path) -> std::optional<Script> {
            return path == u"/v1/namespaces" ? std::optional(Script::json("{\"namespaces\":[[\"sales\"]]}")) : std::nullopt;
        };
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"namespace"_s), 1);
    }

    void aServerWithoutViewsIsAskedOnce()
    {
        FakeIceberg f;
        f.answers.remove(u"/v1/namespaces/sales/views"_s);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(f.asked().filter(u"/views"_s).size(), 1);
    }

    void pagesAreFollowed()
    {
        FakeIceberg f;
        const auto before = f.instead;
        f.instead = [before](const SeenRequest &request, const QString &path) -> std::optional<Script> {
            if (path != u"/v1/namespaces/sales/tables")
                return before(request, path);
            if (request.target.contains("pageToken=&"))
                return Script::json("{\"identifiers\":[{\"name\":\"orders\"}],\"next-page-token\":\"n/2\"}");
            return Script::json("{\"identifiers\":[],\"next-page-token\":null}");
        };
        QVERIFY(f.sync().state == Run::State::Complete);
        QCOMPARE(f.asked().filter(u"pageToken=n%2F2"_s).size(), 1);
    }

    void whatMayNotBeSeenCostsThatAlone()
    {
        FakeIceberg f;
        QVERIFY(f.sync().state == Run::State::Complete);
        const auto before = f.instead;
        f.instead = [before](const SeenRequest &request, const QString &path) -> std::optional<Script> {
            return path.endsWith(u"/tables/orders") ? std::optional(Script::answer(403, "{}")) : before(request, path);
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"TABLE_READ_PROPERTIES"), qUtf8Printable(run.missing));
        QCOMPARE((*f.workspace->load())->nodes(Kind::Dataset).size(), size_t(2)); // what was there stays
    }

    void anAnswerWithoutMetadataLosesNothing()
    {
        FakeIceberg f;
        QVERIFY(f.sync().state == Run::State::Complete);
        f.answers[u"/v1/namespaces/sales/tables/orders"_s] = "{'metadata':'later'}";
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QCOMPARE((*f.workspace->load())->nodes(Kind::Dataset).size(), size_t(2));
    }

    void aListThatIsNotFoundForNoReasonRetiresNothing_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("tables") << u"/v1/namespaces/sales/tables"_s;
        QTest::newRow("namespaces") << u"/v1/namespaces"_s;
    }
    void aListThatIsNotFoundForNoReasonRetiresNothing()
    {
        QFETCH(QString, path);
        FakeIceberg f;
        QVERIFY(f.sync().state == Run::State::Complete);
        const auto before = f.instead;
        f.instead = [before, path](const SeenRequest &request, const QString &asked) -> std::optional<Script> {
            const bool isDeep = request.target.contains("parent=sales.eu");
            if (asked != path || (path.endsWith(u"/namespaces") && !isDeep))
                return before(request, asked);
            return Script::answer(404, "{\"error\":{\"message\":\"gateway\",\"type\":\"Other\",\"code\":404}}",
                                  {{"Content-Type", "application/json"}});
        };
        QCOMPARE(f.sync().state, Run::State::Partial);
        QCOMPARE((*f.workspace->load())->nodes(Kind::Dataset).size(), size_t(2));
        QCOMPARE((*f.workspace->load())->nodes(Kind::Domain).size(), size_t(2));
    }

    void anotherServerIsSaidToBeNone()
    {
        FakeIceberg f;
        f.instead = [](const SeenRequest &, const QString &) { return std::optional(Script::json("{\"ok\":true}")); };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY(run.missing.contains(u"no Iceberg catalog"));
    }

    void tokensComeFromTheCatalogWhereNothingElseIsSaid()
    {
        FakeIceberg f({{u"auth"_s, u"oauth"_s}, {u"oauth.client"_s, u"me"_s}}, "s3cr3t-of-nobody");
        QVERIFY2(f.addError().isEmpty(), qUtf8Printable(f.addError()));
        f.answers.insert(u"/v1/oauth/tokens"_s, "{'access_token':'tok-1','token_type':'bearer','expires_in':3600}");
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(f.seen().last().header("authorization"), QByteArray("Bearer tok-1"));
        QVERIFY(f.seen().first().body.contains("grant_type=client_credentials"));
        QVERIFY(!f.isStored("s3cr3t-of-nobody"));
        QVERIFY(!f.isStored("tok-1"));
    }

    void theProbeIsAListOfWhatWorks()
    {
        FakeIceberg f;
        const Connector::Probe probe = (*makeConnector(f.config))->probe();
        QVERIFY(probe.checks.size() >= 9);
        for (const Connector::Check &check : probe.checks)
            QVERIFY2(check.ok, qUtf8Printable(check.what + check.text));
    }

    void refusesOptionsThatCannotBe()
    {
        FakeIceberg f({{u"snapshots"_s, u"some"_s}});
        QVERIFY(f.addError().contains(u"snapshots"));
    }
};

MESHSCOPE_TEST(TestIceberg)
#include "tst_iceberg.moc"
