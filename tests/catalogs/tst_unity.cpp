#include "models/catalogs/unity/records.h"

#include "tests/catalogs/fakelakes.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

/// Unity Catalog: what its answers become, and a reading from beginning to end.
class TestUnity : public QObject {
    Q_OBJECT
private slots:
    void aPageThatEndsWithTheLastTableIsFollowedByAnEmptyOne()
    {
        FakeUnity f;
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"table"_s), 2);
        QCOMPARE(f.asked().filter(u"/tables?"_s).size(), 2);
        QVERIFY(f.sync().unchanged);
    }

    void viewsAreMadeFromWhatTheyDependOn()
    {
        FakeUnity f;
        f.tables.append(
            unityTable("v", ",'table_type':'VIEW','view_definition':'SELECT 1','view_dependencies':{'dependencies':["
                            "{'table':{'table_full_name':'lake.sales.a'}},{'table':{'table_full_name':'lake.other.x'}},"
                            "{'function':{'function_full_name':'lake.sales.f'}}]}"));
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"lineageEdge"_s), 2);
    }

    void aServerThatDoesNotKnowAKindIsToldOfOnce()
    {
        FakeUnity f;
        const auto before = f.instead;
        f.instead = [before](const SeenRequest &request, const QString &path) -> std::optional<Script> {
            if (path == unityApi + u"/models"_s)
                return Script::answer(404, "Status: 404\nDescription: Not Found\n", {{"Content-Type", "text/plain"}});
            return before(request, path);
        };
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.issues.size(), 1);
    }

    void aKindThatFailsCostsThatKindAlone()
    {
        FakeUnity f;
        QVERIFY(f.sync().state == Run::State::Complete);
        f.answers[unityApi + u"/functions"_s] = "{'functions':'none'}";
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QCOMPARE(run.got.value(u"table"_s), 2);
        QVERIFY(run.missing.contains(u"functions"));
    }

    void permissionsThatMayNotBeSeenAreAWarning()
    {
        FakeUnity f({{u"permissions"_s, u"all"_s}});
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QVERIFY(f.asked().filter(u"/permissions/table/lake.sales.a"_s).size() == 1);
        const MeshPtr mesh = *f.workspace->load();
        const NodeId schema = mesh->find(u"c"_s, Kind::Domain, u"lake.sales"_s);
        QVERIFY(schema.isValid());
        QCOMPARE(mesh->domain(schema).properties.size(), 2); // gold, and what Ann may do
    }

    void anotherServerIsSaidToBeNone()
    {
        FakeUnity f;
        f.instead = [](const SeenRequest &, const QString &) { return std::optional(Script::json("{\"ok\":true}")); };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY(run.missing.contains(u"no Unity Catalog"));
    }

    void tablesThatAreIcebergsTooBringTheirSnapshots()
    {
        FakeUnity f;
        f.tables[0].replace("CSV", "DELTA");
        const QString iceberg = unityApi + u"/iceberg/v1"_s;
        f.answers.insert(iceberg + u"/config"_s, "{'defaults':{},'overrides':{'prefix':'catalogs/lake'}}");
        f.answers.insert(iceberg + u"/catalogs/lake/namespaces/sales/tables"_s, "{'identifiers':[{'name':'a'}]}");
        f.answers.insert(iceberg + u"/catalogs/lake/namespaces/sales/tables/a"_s,
                         "{'metadata':{'current-schema-id':0,'current-snapshot-id':1,'schemas':[{'schema-id':0,'fields':["
                         "{'id':1,'name':'id','required':true,'type':'long'}]}],'snapshots':[{'snapshot-id':1,"
                         "'timestamp-ms':1700000000000,'summary':{'total-records':'7'}}]},'config':{'token':'hunter2'}}");
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"icebergTable"_s), 1);
        QCOMPARE(run.got.value(u"dataset"_s), 2);
        const MeshPtr mesh = *f.workspace->load();
        const QString ns = UnityReader::namespaceOf(f.server.url());
        const NodeId table = mesh->find(u"c"_s, Kind::Dataset, ns + u"/lake.sales.a"_s);
        QVERIFY(table.isValid());
        QCOMPARE(mesh->dataset(table).rowCount, std::optional<qint64>(7));
        QVERIFY(!f.workspace->original(u"c"_s, u"iceberg/lake.sales.a"_s)->contains("hunter2"));
    }

    void nestedColumnsAreReadFromSparksTypes()
    {
        const QByteArray page =
            QByteArray("{'tables':[{'name':'t','catalog_name':'c','schema_name':'s','columns':["
                       "{'name':'b','position':1,'type_text':'array<struct<k:string>>','type_name':'ARRAY','type_json':"
                       "'{\\'name\\':\\'b\\',\\'type\\':{\\'type\\':\\'array\\',\\'elementType\\':{\\'type\\':\\'struct\\',"
                       "\\'fields\\':[{\\'name\\':\\'k\\',\\'type\\':\\'string\\',\\'nullable\\':false,"
                       "\\'metadata\\':{\\'comment\\':\\'Key\\'}}]}}}'},"
                       "{'name':'a','position':0,'type_text':'struct<x:int>','type_json':'broken'}]}]}")
                .replace('\'', '"');
        const Parsed parsed = parseDocuments(page, Syntax::Json);
        QVERIFY(!parsed.error);
        const Records records = UnityReader(u"unitycatalog://h:1"_s).tables(parsed.documents.front(), u"u"_s);
        QStringList paths;
        for (const Column &column : records.columns)
            paths.append(column.path);
        QCOMPARE(paths, (QStringList{u"a"_s, u"a.x"_s, u"b"_s, u"b[].k"_s}));
        QCOMPARE(records.columns.last().description, u"Key"_s);
        QCOMPARE(records.columns.last().nullable, std::optional(false));
    }

    void databricksGoesByItsOpenLineageName()
    {
        QCOMPARE(UnityReader::namespaceOf(QUrl(u"https://adb-1.2.azuredatabricks.net"_s)),
                 u"databricks://adb-1.2.azuredatabricks.net"_s);
        QCOMPARE(UnityReader::namespaceOf(QUrl(u"https://uc.example"_s)), u"unitycatalog://uc.example:443"_s);
    }

    void oddAnswersAreMet_data()
    {
        QTest::addColumn<QByteArray>("page");
        for (const char *odd : {"{}", "[]", "null", "{'tables':[null,7,{}]}", "{'tables':[{'name':'t','columns':'x'}]}",
                                "{'tables':[{'name':'t','columns':[null,{'name':null},{'name':'c','type_json':7}],"
                                "'view_dependencies':[],'properties':[1]}]}"})
            QTest::addRow("%s", odd) << QByteArray(odd).replace('\'', '"');
    }
    void oddAnswersAreMet()
    {
        QFETCH(QByteArray, page);
        const Parsed parsed = parseDocuments(page, Syntax::Json);
        const UnityReader reader(u"ns"_s);
        const Node &root = parsed.documents.front();
        QVERIFY(reader.tables(root, u"u"_s).datasets.size() <= 1);
        for (const auto read : {&UnityReader::catalogs, &UnityReader::schemas, &UnityReader::volumes,
                                &UnityReader::functions, &UnityReader::models})
            QVERIFY((reader.*read)(root, u"u"_s).datasets.isEmpty());
    }
};

MESHSCOPE_TEST(TestUnity)
#include "tst_unity.moc"
