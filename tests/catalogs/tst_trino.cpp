#include "models/catalogs/sync/sync.h"
#include "models/catalogs/trino/values.h"

#include "tests/catalogs/faketrino.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;
using meshscope::trino::fieldsOf;
using meshscope::trino::valueText;

namespace {

using Answer = FakeTrino::Answer;

/// Two catalogs, of which one has a view.
struct Fixture {
    Fixture()
        : fake([this](const QString &sql) { return answer(sql); })
        , workspace(std::move(*Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing)))
        , config(*addEndpoint(
              *workspace,
              {u"tr"_s, u"trino"_s, fake.server.url().toString(), {{u"auth"_s, u"none"_s}, {u"auth.user"_s, u"me"_s}}}, {}))
    {
    }
    [[nodiscard]] Answer answer(const QString &sql) const
    {
        if (instead) {
            if (std::optional<Answer> other = instead(sql))
                return *other;
        }
        return trinoLake(sql);
    }
    Run sync(const Progress &progress = {})
    {
        fake.forget();
        return *syncEndpoint(*workspace, config, progress);
    }
    [[nodiscard]] Result<DataRows> sample(int rows, const Progress &progress = {}) const
    {
        return (*makeConnector(config))
            ->sample({u"trino://127.0.0.1:%1/lake.a.b.t"_s.arg(fake.server.port()), rows}, progress);
    }

    std::function<std::optional<Answer>(const QString &sql)> instead = {};
    FakeTrino fake;
    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace;
    EndpointConfig config;
};

/// Rows for the sample of lake.a.b.t, whose columns are found first.
std::optional<Answer> sampled(const QString &sql, const QByteArray &rows, const QByteArray &error = {}, bool stalls = false)
{
    if (sql.contains(u"information_schema.columns"))
        return Answer{trinoTexts(3), "[[\"a.b\",\"t\",\"id\"],[\"a.b\",\"t\",\"with \\\"quotes\\\"\"]]"};
    const QByteArray columns = '[' + trinoColumn("id", "bigint") + ',' + trinoColumn("with", "varbinary") + ']';
    return Answer{columns, rows, error, stalls};
}

Parsed json(const QByteArray &text)
{
    return parseDocuments(text, Syntax::Json);
}

} // namespace

/// Trino: what is asked, what becomes of the answers, and values that lose nothing.
class TestTrino : public QObject {
    Q_OBJECT
private slots:
    void readsItsCatalogs()
    {
        Fixture f;
        const Run first = f.sync();
        QVERIFY2(first.state == Run::State::Complete, qUtf8Printable(first.missing));
        QCOMPARE(first.got.value(u"dataset"_s), 3);
        QCOMPARE(first.got.value(u"catalog"_s), 2); // the system's own is left out
        QCOMPARE(first.got.value(u"column"_s), 6);  // id, r, r.x, r.y z, r.y z[].q; id
        QCOMPARE(first.got.value(u"lineageEdge"_s), 2);
        const MeshPtr mesh = f.workspace->load().value();
        const Result<NodeId> table = mesh->resolve(u"lake.a.b.t"_s);
        QVERIFY(table);
        QCOMPARE(mesh->entity(Kind::Dataset, mesh->facts(*table)[0]).description, u"Every one"_s);
        const QList<Column> columns =
            mesh->details().columns(u"tr"_s, mesh->entity(Kind::Dataset, mesh->facts(*table)[0]).id);
        QCOMPARE(columns.size(), 5);
        QCOMPARE(columns[1].tags, QStringList{u"PII"_s});
        QCOMPARE(columns[1].logicalType, u"row"_s);
        QCOMPARE(columns[4].path, u"r.y z[].q"_s);
        const SeenRequest seen = f.fake.server.seen().first();
        QCOMPARE(seen.header("x-trino-client-capabilities"), "PARAMETRIC_DATETIME");
        QCOMPARE(seen.header("x-trino-user"), "me");
        const Run second = f.sync();
        QVERIFY(second.unchanged);
        QCOMPARE(second.got, first.got);
        QVERIFY(f.fake.asked().filter(u"EXPLAIN"_s).isEmpty()); // no view has changed
    }
    void aCatalogCostsItselfAlone()
    {
        Fixture f;
        f.sync();
        f.instead = [](const QString &sql) -> std::optional<Answer> {
            if (!sql.contains(u"\"old\""))
                return {};
            return Answer{
                trinoTexts(1),
                {},
                "{\"message\":\"Connection refused\\nat\",\"errorName\":\"JDBC_ERROR\",\"errorType\":\"EXTERNAL\"}"};
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"old"_s) && run.missing.contains(u"Connection refused"_s),
                 qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"dataset"_s), 3);
    }
    void rowsAreAskedForByName()
    {
        Fixture f;
        f.instead = [](const QString &sql) { return sampled(sql, "[[9007199254740993,\"AP8Q\"],[2,null],[3,\"\"]]"); };
        const Result<DataRows> rows = f.sample(2);
        QVERIFY2(rows, rows ? "" : qUtf8Printable(rows.error().text));
        QCOMPARE(f.fake.asked().last(), u"SELECT \"id\", \"with \"\"quotes\"\"\" FROM \"lake\".\"a.b\".\"t\" LIMIT 3"_s);
        QVERIFY(f.fake.asked().first().contains(u"table_schema = 'a.b' AND table_name = 't'"_s));
        QCOMPARE(rows->rows.size(), 2);
        QCOMPARE(rows->rows[0], (QStringList{u"9007199254740993"_s, u"0x00ff10"_s}));
        QVERIFY(rows->rows[1][1].isNull());
        QVERIFY(rows->more);
        QCOMPARE(f.fake.deleted(), 1); // the rest is not waited for
    }
    void rowsThatEndInAnError()
    {
        Fixture f;
        f.instead = [](const QString &sql) {
            return sampled(
                sql, "[[1,null]]",
                "{\"message\":\"Division by zero\",\"errorName\":\"DIVISION_BY_ZERO\",\"errorType\":\"USER_ERROR\"}");
        };
        const Result<DataRows> rows = f.sample(10);
        QVERIFY(!rows);
        QVERIFY(rows.error().text.contains(u"Division by zero"_s));
        f.instead = [](const QString &sql) {
            return sampled(sql, {}, "{\"message\":\"Access Denied: Cannot select\",\"errorName\":\"PERMISSION_DENIED\"}");
        };
        QCOMPARE(f.sample(10).error().code, Error::Code::Refused);
        f.instead = [](const QString &) { return Answer{trinoTexts(3)}; };
        QCOMPARE(f.sample(10).error().code, Error::Code::NotFound);
    }
    void cancelReachesTheServer()
    {
        Fixture f;
        f.instead = [](const QString &sql) { return sampled(sql, "[]", {}, true); };
        Progress progress;
        std::atomic_bool isRunning = false;
        progress.report = [&isRunning](qint64, qint64, const QString &) { isRunning = true; };
        progress.cancelled = [&isRunning] { return isRunning.load(); };
        QCOMPARE(f.sample(10, progress).error().code, Error::Code::Cancelled);
        QCOMPARE(f.fake.deleted(), 1);
    }
    void statisticsOfChosenCatalogs()
    {
        Fixture f;
        f.instead = [](const QString &sql) -> std::optional<Answer> {
            if (!sql.startsWith(u"SHOW STATS"))
                return {};
            return Answer{trinoTexts(7), R"([["id",null,1500.0,0.0,null,"1","9007199254740993"],)"
                                         R"(["r",3e4,12.0,0.125,null,"2020-01-01","2026-11-22"],)"
                                         R"([null,null,null,null,1500.0,null,null]])"};
        };
        f.sync();
        QVERIFY(f.fake.asked().filter(u"SHOW STATS"_s).isEmpty()); // nobody asked for them
        f.config.options.insert(u"profiles"_s, u"l*"_s);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(f.fake.asked().filter(u"SHOW STATS"_s),
                 QStringList{u"SHOW STATS FOR \"lake\".\"a.b\".\"t\""_s}); // no views
        const MeshPtr mesh = f.workspace->load().value();
        const Entity &table = mesh->entity(Kind::Dataset, mesh->facts(*mesh->resolve(u"lake.a.b.t"_s))[0]);
        QCOMPARE(static_cast<const Dataset &>(table).rowCount, 1500);
        const QList<Column> columns = mesh->details().columns(u"tr"_s, table.id);
        QCOMPARE(columns[0].properties, (QList<Property>{{u"null share (estimate)"_s, u"0.0"_s},
                                                         {u"distinct values (estimate)"_s, u"1500"_s},
                                                         {u"minimum (estimate)"_s, u"1"_s},
                                                         {u"maximum (estimate)"_s, u"9007199254740993"_s}}));
        QCOMPARE(columns[1].properties.size(), 2); // where personal values begin and end is nobody's business
        QStringList found;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const Measurement &m : mesh->details().measurements(u"tr"_s, table.id, now.addDays(-1), now.addDays(1)))
            found.append(m.property + u' ' + m.element + u' ' + QString::number(m.value));
        found.sort();
        QCOMPARE(found, (QStringList{u"completeness id 1"_s, u"completeness r 0.875"_s, u"distinctCount id 1500"_s,
                                     u"distinctCount r 12"_s, u"rowCount  1500"_s}));
        QVERIFY(f.sync().unchanged);
    }
    void statisticsThatCannotBeHad()
    {
        Fixture f;
        f.config.options.insert(u"profiles"_s, u"*"_s);
        f.instead = [](const QString &sql) -> std::optional<Answer> {
            if (!sql.startsWith(u"SHOW STATS"))
                return {};
            return Answer{trinoTexts(7), {}, "{\"message\":\"Cannot select\",\"errorName\":\"PERMISSION_DENIED\"}"};
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(run.got.value(u"dataset"_s), 3);
        QVERIFY2(run.issues.size() == 1 && run.issues.first().text.contains(u"lake.a.b.t"_s),
                 qUtf8Printable(run.issues.value(0).text));
    }
    void dataProductsOfStarburst()
    {
        Fixture f;
        QByteArray changed = "2026-11-02T00:00:00Z";
        int status = 200;
        QStringList asked; // in the server's thread, while nobody reads it
        f.fake.other = [&](const SeenRequest &request) {
            asked.append(QString::fromUtf8(request.target));
            if (request.target == "/api/v1/dataProduct/domains")
                return Script::json(
                    R"([{"id":"d-1","name":"Marketing","description":"What sells","schemaLocation":null,)"
                    R"("assignedDataProducts":[{"id":"p-1","name":"Campaigns"},{"id":"p-2","name":"Draft"}]}])");
            if (request.target == "/api/v1/dataProduct/products")
                return Script::json(R"([{"id":"p-1","name":"Campaigns","updatedAt":")" + changed + R"("}])");
            if (request.target == "/api/v1/dataProduct/products/p-1" && status == 200)
                return Script::json(
                    R"({"id":"p-1","name":"Campaigns","catalogName":"lake","schemaName":"a.b","dataDomainId":"d-1",)"
                    R"("summary":"In short","description":"At length","status":"PUBLISHED","publishedAt":"2026-11-01T00:00:00Z",)"
                    R"("views":[{"name":"v","description":"By quarter","status":"PUBLISHED"}],)"
                    R"("materializedViews":[{"name":"m"}],"owners":[{"name":"Ann","email":"ann@example.com"}],)"
                    "\"relevantLinks\":[{\"label\":\"Guide\",\"url\":\"https://example.com/guide\"}]}");
            if (request.target == "/api/v1/dataProduct/products/p-2")
                return Script::json(R"({"id":"p-2","name":"Draft","catalogName":"lake","schemaName":"new",)"
                                    R"("dataDomainId":"d-1","status":"DRAFT","views":[{"name":"w"}]})");
            return Script::answer(status, "{}");
        };
        const Run first = f.sync();
        QVERIFY2(first.state == Run::State::Complete, qUtf8Printable(first.missing));
        QCOMPARE(first.expected.value(u"product"_s), 2); // one of them the search did not tell of
        QCOMPARE(first.got.value(u"product"_s), 2);
        MeshPtr mesh = f.workspace->load().value();
        const Result<NodeId> found = mesh->resolve(u"tr/product/p-1"_s);
        QVERIFY(found);
        const DataProduct &product = mesh->product(*found);
        QCOMPARE(product.name, u"Campaigns"_s);
        QCOMPARE(product.description, u"In short\n\nAt length"_s);
        QCOMPARE(product.domain, u"d-1"_s);
        QCOMPARE(product.owners.value(0).contact, u"ann@example.com"_s);
        const Result<NodeId> port = mesh->resolve(u"tr/port/p-1%2Fout%2Fv%2F-"_s);
        QVERIFY2(port, port ? "" : qUtf8Printable(port.error().text));
        QCOMPARE(mesh->port(*port).datasets, QStringList{u"trino://127.0.0.1:%1/lake.a.b.v"_s.arg(f.fake.server.port())});
        QCOMPARE(mesh->nodes(Kind::Port).size(), 3);
        asked.clear();
        QVERIFY(f.sync().unchanged);
        QVERIFY2(!asked.contains(u"/api/v1/dataProduct/products/p-1"_s), qUtf8Printable(asked.join(u' ')));
        changed = "2026-11-03T00:00:00Z";
        status = 500;
        const Run ill = f.sync();
        QCOMPARE(ill.state, Run::State::Partial);
        QVERIFY2(ill.missing.contains(u"p-1"_s), qUtf8Printable(ill.missing));
        mesh = f.workspace->load().value();
        QCOMPARE(mesh->nodes(Kind::Product).size(), 2); // what was known of it stays
        QCOMPARE(ill.got.value(u"dataset"_s), 3);
    }
    void dataProductsNobodyMaySee()
    {
        Fixture f;
        f.fake.other = [](const SeenRequest &) { return Script::answer(403, "{}"); };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"Data products"_s), qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"dataset"_s), 3);
    }
    void aPageForPeopleIsNoDataProduct()
    {
        Fixture f;
        f.fake.other = [](const SeenRequest &) { return Script::answer(200, "<html>Trino</html>"); };
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QVERIFY(!run.expected.contains(u"product"_s));
    }
    void theProbeIsAListOfWhatWorks()
    {
        Fixture f;
        const Connector::Probe probe = (*makeConnector(f.config))->probe();
        QCOMPARE(probe.version, u"476"_s);
        for (const Connector::Check &check : probe.checks)
            QVERIFY2(check.ok, qUtf8Printable(check.what + check.text));
    }
    void valuesLoseNothing_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("text");
        const auto plain = [](const char *type) { return QByteArray("{\"rawType\":\"") + type + "\",\"arguments\":[]}"; };
        QTest::newRow("bigint") << QByteArray("-9223372036854775808") << plain("bigint") << u"-9223372036854775808"_s;
        QTest::newRow("real") << QByteArray("3.4028235E38") << plain("real") << u"3.4028235E38"_s;
        QTest::newRow("double") << QByteArray("0.30000000000000004") << plain("double") << u"0.30000000000000004"_s;
        QTest::newRow("nan") << QByteArray("\"NaN\"") << plain("double") << u"NaN"_s;
        QTest::newRow("decimal") << QByteArray("\"1234567890123456789012345678.0123456789\"") << plain("decimal")
                                 << u"1234567890123456789012345678.0123456789"_s;
        QTest::newRow("zone") << QByteArray("\"2025-10-26 02:30:00.000001000001 Europe/Amsterdam\"")
                              << plain("timestamp with time zone") << u"2025-10-26 02:30:00.000001000001 Europe/Amsterdam"_s;
        QTest::newRow("boolean") << QByteArray("false") << plain("boolean") << u"false"_s;
        QTest::newRow("char") << QByteArray("\"ab   \"") << plain("char") << u"ab   "_s;
        QTest::newRow("bytes") << QByteArray("\"\"") << plain("varbinary") << u"0x"_s;
        QTest::newRow("digest") << QByteArray("\"AgwBAA==\"") << plain("HyperLogLog") << u"AgwBAA=="_s;
        const QByteArray row = "{\"rawType\":\"row\",\"arguments\":[{\"kind\":\"NAMED_TYPE\",\"value\":{\"fieldName\":{"
                               "\"name\":\"a\"},\"typeSignature\":{\"rawType\":\"varbinary\",\"arguments\":[]}}},"
                               "{\"kind\":\"NAMED_TYPE\",\"value\":{\"fieldName\":{\"name\":\"y "
                               "\\\"z\"},\"typeSignature\":{\"rawType\":\"decimal\",\"arguments\":[]}}}]}";
        QTest::newRow("row") << QByteArray("[\"AP8Q\",\"1.10\"]") << row << u"{\"a\":\"0x00ff10\",\"y \\\"z\":\"1.10\"}"_s;
        QTest::newRow("rows") << QByteArray("[[null,\"2\"],null]")
                              << QByteArray("{\"rawType\":\"array\",\"arguments\":[{\"kind\":\"TYPE\",\"value\":") + row +
                                     "}]}"
                              << u"[{\"a\":null,\"y \\\"z\":\"2\"},null]"_s;
        QTest::newRow("unnamed row")
            << QByteArray("[1,9007199254740993]")
            << QByteArray(
                   "{\"rawType\":\"row\",\"arguments\":[{\"kind\":\"NAMED_TYPE\",\"value\":{\"typeSignature\":{\"rawType\":"
                   "\"bigint\"}}},{\"kind\":\"NAMED_TYPE\",\"value\":{\"typeSignature\":{\"rawType\":\"bigint\"}}}]}")
            << u"[1,9007199254740993]"_s;
        QTest::newRow("map") << QByteArray("{\"k\\n\":1.50}")
                             << QByteArray("{\"rawType\":\"map\",\"arguments\":[{\"kind\":\"TYPE\",\"value\":{\"rawType\":"
                                           "\"varchar\"}},{\"kind\":\"TYPE\",\"value\":{\"rawType\":\"double\"}}]}")
                             << u"{\"k\\n\":1.50}"_s;
        QTest::newRow("older server") << QByteArray("[1,\"x\"]") << QByteArray("null") << u"[1,\"x\"]"_s;
    }
    void valuesLoseNothing()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, type);
        QFETCH(QString, text);
        const Parsed v = json(value);
        const Parsed t = json(type);
        QCOMPARE(valueText(v.documents.front(), t.documents.front()), text);
    }
    void nullIsNoText()
    {
        QVERIFY(valueText(Node::null(), Node::null()).isNull());
        const Parsed empty = json("[\"\"]");
        QVERIFY(!valueText(empty.documents.front().items().front(), Node::null()).isNull());
    }
    void everyRecordedValue()
    {
        const QString corpus = qEnvironmentVariable("MESHSCOPE_CORPUS", u"../shared/corpus"_s);
        QFile file(corpus + u"/trino/01-every-type-04.response.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("skipped: no corpus");
        const Parsed page = json(file.readAll());
        const Node &root = page.documents.front();
        const std::span<const Node> columns = root["columns"].items();
        for (const Node &row : root["data"].items()) {
            for (size_t i = 0; i < columns.size(); ++i) {
                const Node &value = row.items()[i];
                const QString text = valueText(value, columns[i]["typeSignature"]);
                QCOMPARE(text.isNull(), value.isNull());
                if (value.isScalar() && columns[i]["type"].text() != u"varbinary")
                    QCOMPARE(text, value.text());
            }
        }
    }
    void typesWithinTypes()
    {
        const QList<trino::Field> fields = fieldsOf(
            u"row(a integer, \"b \"\"c\" map(varchar, row(n bigint)), d array(array(row(e timestamp(3) with time zone))))"_s);
        QCOMPARE(fields.size(), 4);
        QCOMPARE(fields[0].path, u".a"_s);
        QCOMPARE(fields[0].type, u"integer"_s);
        QCOMPARE(fields[1].path, u".b \"c"_s);
        QCOMPARE(fields[1].type, u"map(varchar, row(n bigint))"_s);
        QCOMPARE(fields[3].path, u".d[][].e"_s);
        QCOMPARE(fields[3].type, u"timestamp(3) with time zone"_s);
        QVERIFY(fieldsOf(u"decimal(38, 10)"_s).isEmpty());
        for (const QString &broken :
             {u"row("_s, u"row(a"_s, u"row(,,)"_s, u"array(row(\"x"_s, u"row(a row(b row(c)"_s, QString()})
            (void)fieldsOf(broken);
    }
};

MESHSCOPE_TEST(TestTrino)
#include "tst_trino.moc"
