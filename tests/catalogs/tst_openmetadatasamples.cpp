#include "models/catalogs/openmetadata/samples.h"

#include "tests/catalogs/fakeopenmetadata.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

const QString fqn = u"crm.shop.public.\"t.1\""_s;

Script said(int status, const QByteArray &body)
{
    return Script::answer(status, body, {{"Content-Type", "application/json"}});
}

/// A server with one table, and the answer about its sample.
struct Fixture {
    explicit Fixture(const QByteArray &sample)
        : answer(said(200, sample))
    {
        table = f.addTable(fqn);
        f.answers.insert(u"tables/name/"_s + fqn, table);
        f.instead = [this](const QString &path, const QUrlQuery &) -> std::optional<Script> {
            if (path == u"tables/%1/sampleData"_s.arg(FakeOpenMetadata::uuidOf(fqn)))
                return answer;
            return {};
        };
    }
    [[nodiscard]] Result<DataRows> read(int rows = 100, const QString &type = u"table"_s)
    {
        RowsRequest request{u"postgres://db:5432/shop.public.t.1"_s, rows};
        request.known.type = type;
        request.known.properties = {{u"service"_s, u"crm"_s}, {u"fullyQualifiedName"_s, fqn}};
        return (*makeConnector(f.config))->sample(request, {});
    }
    FakeOpenMetadata f;
    QJsonObject table;
    Script answer;
};

std::optional<DataRows> sampleOf(const QByteArray &json, const QString &type = u"table"_s, int rows = 100)
{
    const Parsed parsed = parseDocuments(json, Syntax::Json);
    return openmetadata::sampleIn(parsed.documents.front(), openmetadata::sampledAs(type), fqn, rows);
}

} // namespace

/// Rows OpenMetadata keeps of what it catalogs.
class TestOpenMetadataSamples : public QObject {
    Q_OBJECT
private slots:
    void keepsValuesAsTheyAreWritten()
    {
        Fixture f("{\"id\":\"x\",\"columns\":[{\"name\":\"id\",\"dataType\":\"BIGINT\"},"
                  "{\"name\":\"price\",\"dataTypeDisplay\":\"decimal(20,4)\"}],"
                  "\"sampleData\":{\"columns\":[\"id\",\"price\",\"note\",\"tags\",\"gone\"],\"rows\":["
                  "[9007199254740993,1.1000,\"\",[\"a\",1.0],true],"
                  "[-1,12345678901234567890.1234,null,{\"k\":null},false],[3,0,\"x\",[],null]]}}");
        const Result<DataRows> rows = f.read(2);
        QVERIFY2(rows, rows ? "" : qUtf8Printable(rows.error().text));
        QCOMPARE(rows->kind, u"openmetadata"_s);
        QCOMPARE(rows->location, fqn);
        QVERIFY(rows->more);
        QCOMPARE(rows->rows.size(), 2);
        QCOMPARE(rows->rows[0], (QStringList{u"9007199254740993"_s, u"1.1000"_s, u""_s, u"[\"a\",1.0]"_s, u"true"_s}));
        QVERIFY(!rows->rows[0][2].isNull());
        QCOMPARE(rows->rows[1][1], u"12345678901234567890.1234"_s);
        QVERIFY(rows->rows[1][2].isNull());
        QCOMPARE(rows->columns[0].type, u"bigint"_s);
        QCOMPARE(rows->columns[1].type, u"decimal(20,4)"_s);
        QVERIFY(rows->columns[4].type.isEmpty());
        QVERIFY(rows->issues.isEmpty());
        QVERIFY(f.f.asked().join(u'\n').contains(u"tables/name/crm.shop.public.%22t.1%22"_s)); // one segment
    }
    void saysWhatTheServerHides()
    {
        const auto rows = sampleOf("{\"columns\":[{\"name\":\"id\"},{\"name\":\"mail\"},{\"name\":\"odd [MASKED]\"}],"
                                   "\"sampleData\":{\"columns\":[\"id\",\"mail [MASKED]\",\"odd "
                                   "[MASKED]\"],\"rows\":[[1,\"********\",\"seen\"]]}}");
        QCOMPARE(rows->columns[1].name, u"mail"_s);
        QVERIFY(rows->columns[1].isHidden);
        QVERIFY(!rows->columns[2].isHidden); // it is called so
        QVERIFY(rows->issues.first().text.contains(u"mail"_s));
    }
    void leavesOutRowsNobodyCanTell()
    {
        const auto rows =
            sampleOf("{\"sampleData\":{\"columns\":[\"a\",\"b\"],\"rows\":[[1],[1,2],[1,2,3],\"x\",null,[null,\"\"]]}}");
        QCOMPARE(rows->rows.size(), 2);
        QVERIFY(!rows->more);
        QVERIFY(rows->issues.first().text.contains(u"4"_s));
    }
    void cutsWhatIsTooLong()
    {
        const QByteArray value(100'000, 'x');
        const auto rows = sampleOf("{\"sampleData\":{\"columns\":[\"a\"],\"rows\":[[\"" + value + "\"]]}}");
        QCOMPARE(rows->rows[0][0].size(), longestCell + 1);
        QCOMPARE(rows->issues.size(), 1);
    }
    void readsMessages_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("first");
        QTest::newRow("objects") << QByteArray("{\"sampleData\":{\"messages\":[\"{\\\"id\\\":9007199254740993,\\\"who\\\":{"
                                               "\\\"mail\\\":\\\"a\\\"}}\",\"{\\\"x\\\":1}\"]}}")
                                 << QStringList{u"id"_s, u"who.mail"_s, u"x"_s}
                                 << QStringList{u"9007199254740993"_s, u"a"_s, QString()};
        QTest::newRow("not all") << QByteArray("{\"sampleData\":{\"messages\":[\"{\\\"id\\\":1}\",\"plain\"]}}")
                                 << QStringList{u"message"_s} << QStringList{u"{\"id\":1}"_s};
        QTest::newRow("no texts") << QByteArray("{\"sampleData\":{\"messages\":[{\"id\":1},7]}}")
                                  << QStringList{u"message"_s} << QStringList{u"{\"id\":1}"_s};
    }
    void readsMessages()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, names);
        QFETCH(QStringList, first);
        const auto rows = sampleOf(json, u"topic"_s);
        QStringList found;
        for (const DataRows::Column &column : rows->columns)
            found.append(column.name);
        QCOMPARE(found, names);
        QCOMPARE(rows->rows[0], first);
    }
    void messagesThatAreHiddenAreSaidToBe()
    {
        const auto rows = sampleOf("{\"sampleData\":{\"messages\":[\"********\"]}}", u"topic"_s);
        QVERIFY(rows->columns[0].isHidden);
        QVERIFY(!rows->issues.isEmpty());
    }
    void asksWhereItsKindIs_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("path");
        QTest::newRow("view") << u"materialized view"_s << u"tables"_s;
        QTest::newRow("topic") << u"topic"_s << u"topics"_s;
        QTest::newRow("file") << u"file"_s << u"containers"_s;
        QTest::newRow("index") << u"search index"_s << u"searchIndexes"_s;
        QTest::newRow("dashboard") << u"dashboard"_s << QString();
    }
    void asksWhereItsKindIs()
    {
        QFETCH(QString, type);
        QFETCH(QString, path);
        QCOMPARE(openmetadata::sampledAs(type).path, path);
    }
    void whatKeepsNoneIsNotAsked()
    {
        Fixture f("{}");
        const qsizetype before = f.f.asked().size();
        const Result<DataRows> rows = f.read(10, u"dashboard"_s);
        QCOMPARE(rows.error().code, Error::Code::NotFound);
        QCOMPARE(f.f.asked().size(), before);
    }
    void noSampleIsASentence_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("none") << QByteArray("{\"id\":\"x\"}");
        QTest::newRow("null") << QByteArray("{\"id\":\"x\",\"sampleData\":null}");
        QTest::newRow("no columns") << QByteArray("{\"sampleData\":{\"columns\":[],\"rows\":[]}}");
        QTest::newRow("no table") << QByteArray("{\"sampleData\":\"soon\"}");
    }
    void noSampleIsASentence()
    {
        QFETCH(QByteArray, answer);
        Fixture f(answer);
        const Result<DataRows> rows = f.read();
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, Error::Code::NotFound);
        QVERIFY(rows.error().text.contains(fqn));
    }
    void namesThePermissionThatIsMissing()
    {
        Fixture f("{}");
        f.answer = said(403, "{\"code\":403,\"message\":\"Principal: CatalogPrincipal{name='anna'} operations "
                             "[ViewSampleData] not allowed\"}");
        const Result<DataRows> rows = f.read();
        QCOMPARE(rows.error().code, Error::Code::Refused);
        QVERIFY2(rows.error().text.contains(u"ViewSampleData"_s), qUtf8Printable(rows.error().text));
        QVERIFY(rows.error().text.contains(u"table"_s));
    }
    void whatIsGoneIsSaid()
    {
        Fixture f("{}");
        f.f.answers.clear();
        const Result<DataRows> rows = f.read();
        QCOMPARE(rows.error().code, Error::Code::NotFound);
        QVERIFY(rows.error().text.contains(u"any more"_s));
    }
    void readsWhatARealServerAnswered()
    {
        const QString corpus =
            qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR "/../shared/corpus"));
        const QDir dir(corpus + u"/openmetadata/live-responses/metamart-1.6.0-SNAPSHOT"_s);
        QFile file(dir.filePath(u"table-sampleData.json"_s));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("skipped: no corpus");
        const Parsed parsed = parseDocuments(file.readAll(), Syntax::Json);
        const auto rows =
            openmetadata::sampleIn(parsed.documents.front()["body"], openmetadata::sampledAs(u"view"_s), u"a"_s, 20);
        QVERIFY(rows);
        QCOMPARE(rows->rows.size(), 20);
        QVERIFY(rows->more);
        QCOMPARE(rows->columns[3].type, u"decimal(18,2)"_s);
        QCOMPARE(rows->rows[0],
                 (QStringList{u"4"_s, u"user0@example.org"_s, u"0.0"_s, QString(), u"text 0 ü"_s, u"9007199254740993"_s}));
        QVERIFY(rows->rows[0][3].isNull());
    }
};

MESHSCOPE_TEST(TestOpenMetadataSamples)
#include "tst_openmetadatasamples.moc"
