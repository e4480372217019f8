#include "models/catalogs/postgresql/relations.h"

#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::postgresql;

namespace {

const Naming naming{QStringLiteral("postgres://db:5432"), QStringLiteral("shop")};

Records read(const QByteArray &lines, const QByteArray &types = "[]")
{
    return relationsOf(lines, QStringLiteral("sales.ndjson"), QStringLiteral("sales"), naming, Composites(types));
}

const Column &column(const Records &r, const char *path)
{
    static const Column none;
    for (const Column &c : r.columns) {
        if (c.path == QLatin1StringView(path))
            return c;
    }
    return none;
}

QString said(const QList<Property> &properties, const char *name)
{
    for (const Property &p : properties) {
        if (p.name == QLatin1StringView(name))
            return p.value;
    }
    return {};
}

const QByteArray orders =
    R"json({"name":"order","kind":"p","persistence":"p","comment":"By year","owner":"sales_owner","rows":null,)json"
    R"json("bytes":81920,"readable":false,"rowSecurity":true,"partitionKey":"RANGE (day)","partitionColumns":["day"],)json"
    R"json("partitions":[{"schema":"sales","name":"order_2025"},{"schema":"sales","name":"order_2026"}],)json"
    R"json("columns":[{"name":"id","type":"bigint","typeId":20,"notNull":true,"identity":"a"},)json"
    R"json({"name":"day","type":"date","typeId":1082,"notNull":true},)json"
    R"json({"name":"customer","type":"character varying(20)","typeId":1043,"notNull":false,"comment":"PII: who ordered"},)json"
    R"json({"name":"state","type":"sales.state","typeId":9,"notNull":false,"values":["open","paid, late"]}],)json"
    R"json("constraints":[{"name":"pk","type":"p","definition":"PRIMARY KEY (id, day)","columns":["id","day"]},)json"
    R"json({"name":"one","type":"u","definition":"UNIQUE (customer)","columns":["customer"]},)json"
    R"json({"name":"who","type":"f","definition":"FOREIGN KEY (customer) REFERENCES crm.customer(code)","columns":["customer"],)json"
    R"json("toSchema":"crm","to":"customer","toColumns":["code"]},)json"
    R"json({"name":"late","type":"c","definition":"CHECK ((day > '2020-01-01'::date))","columns":["day"],"comment":"Not before"}],)json"
    R"json("reads":null)json"
    R"json(})json";

QByteArray oneLine(QByteArray json)
{
    return json.replace('\n', ' ') + '\n';
}

} // namespace

/// What the system catalogs of PostgreSQL say becomes records.
class TestPostgreSql : public QObject {
    Q_OBJECT
private slots:
    void aTableWithItsKeys()
    {
        const Records r = read(oneLine(orders));
        QCOMPARE(r.datasets.size(), 1);
        const Dataset &d = r.datasets.first();
        QCOMPARE(d.id, QStringLiteral("postgres://db:5432/shop.sales.order"));
        QCOMPARE(d.ns, QStringLiteral("postgres://db:5432"));
        QCOMPARE(d.domain, QStringLiteral("shop.sales"));
        QCOMPARE(d.type, QStringLiteral("table"));
        QVERIFY(!d.rowCount);
        QCOMPARE(d.byteCount, 81920);
        QCOMPARE(said(d.properties, "partitions"), QStringLiteral("sales.order_2025, sales.order_2026"));
        QCOMPARE(said(d.properties, "readable"), QStringLiteral("no"));
        QCOMPARE(r.columns.size(), 4);
        QVERIFY(column(r, "id").primaryKey && !column(r, "id").unique && column(r, "id").nullable == false);
        QVERIFY(column(r, "day").partition && !column(r, "id").partition);
        QVERIFY(column(r, "customer").unique);
        QCOMPARE(column(r, "customer").physicalType, QStringLiteral("character varying(20)"));
        QCOMPARE(column(r, "customer").logicalType, QStringLiteral("character varying"));
        QCOMPARE(column(r, "customer").tags, QStringList(QStringLiteral("PII")));
        QCOMPARE(said(column(r, "customer").properties, "references"), QStringLiteral("crm.customer.code"));
        QCOMPARE(said(column(r, "state").properties, "values"), QStringLiteral("open, paid, late"));
        QCOMPARE(r.qualityRules.size(), 1);
        QCOMPARE(r.qualityRules.first().column, QStringLiteral("day"));
        QVERIFY(r.lineage.isEmpty());
    }
    void aViewReadsTables()
    {
        const Records r =
            read("{\"name\":\"v\",\"kind\":\"v\",\"definition\":\" SELECT 1;\",\"columns\":[{\"name\":\"a\","
                 "\"type\":\"int\"}],\"reads\":[{\"schema\":\"crm\",\"name\":\"odd.name\",\"columns\":[\"x\",\"y\"]},"
                 "{\"schema\":\"sales\",\"name\":\"empty\",\"columns\":null}]}\n");
        const QString view = QStringLiteral("postgres://db:5432/shop.sales.v");
        QCOMPARE(r.lineage.size(), 2);
        QCOMPARE(r.lineage[0].from, QStringLiteral("postgres://db:5432/shop.crm.odd.name"));
        QCOMPARE(r.lineage[0].to, view);
        QCOMPARE(r.columnLineage.size(), 2);
        QVERIFY(r.columnLineage[0].toColumn.isEmpty());
        QCOMPARE(said(r.datasets.first().properties, "definition"), QStringLiteral(" SELECT 1;"));
    }
    void rowsInColumnsHaveColumns()
    {
        const QByteArray types =
            R"([{"type":100,"array":101,"fields":[{"name":"street","type":"text","typeId":25},)"
            R"({"name":"at","type":"geo.point[]","typeId":201}]},{"type":200,"array":201,"fields":[{"name":"x","type":"real","typeId":700}]},)"
            R"({"type":300,"array":301,"fields":[{"name":"me","type":"loop","typeId":300}]}])";
        const Records r =
            read("{\"name\":\"t\",\"kind\":\"r\",\"columns\":[{\"name\":\"home\",\"type\":\"addr\",\"typeId\":100},"
                 "{\"name\":\"all\",\"type\":\"addr[]\",\"typeId\":101},"
                 "{\"name\":\"me\",\"type\":\"loop\",\"typeId\":300}]}\n",
                 types);
        QVERIFY(!column(r, "home.street").path.isEmpty());
        QVERIFY(!column(r, "home.at[].x").path.isEmpty());
        QVERIFY(!column(r, "all[].at[].x").path.isEmpty());
        QVERIFY(!column(r, "me.me").path.isEmpty());
        QCOMPARE(r.columns.size(), 10); // a type is not read again within itself
    }
    void estimatesAreMeasurements()
    {
        const Records r = read("{\"name\":\"t\",\"kind\":\"r\",\"rows\":1200,\"estimated\":\"2026-11-20T08:00:00.25+00:00\","
                               "\"columns\":[{\"name\":\"a\",\"type\":\"int\",\"denied\":true}]}\n"
                               "{\"name\":\"u\",\"kind\":\"r\",\"rows\":3}\n");
        QCOMPARE(r.datasets[0].rowCount, 1200);
        QCOMPARE(r.measurements.size(), 1); // when the other was estimated, nobody knows
        QCOMPARE(r.measurements[0].target, r.datasets[0].id);
        QCOMPARE(r.measurements[0].value, 1200.0);
        QCOMPARE(r.measurements[0].at.toUTC().time(), QTime(8, 0, 0, 250));
        QCOMPARE(said(column(r, "a").properties, "readable"), QStringLiteral("no"));
    }
    void profilesOfColumns()
    {
        const Records r = read(
            R"({"name":"t","kind":"r","rows":3000,"estimated":"2026-11-21T08:00:00+00:00","analyzed":"2026-11-20T08:00:00+00:00",)"
            R"("columns":[{"name":"id","type":"bigint","profile":{"nullShare":0,"distinct":-1,)"
            R"("range":["-9007199254740993","9223372036854775807"]}},)"
            R"({"name":"state","type":"text","profile":{"nullShare":0.125,"distinct":4}},)"
            R"({"name":"new","type":"text","profile":{"distinct":0,"range":[null,null]}}]})"
            "\n");
        const Column &id = column(r, "id");
        QCOMPARE(said(id.properties, "distinct values (estimate)"), QStringLiteral("3000"));
        QCOMPARE(said(id.properties, "minimum (estimate)"), QStringLiteral("-9007199254740993"));
        QCOMPARE(said(id.properties, "maximum (estimate)"), QStringLiteral("9223372036854775807"));
        QCOMPARE(said(column(r, "state").properties, "null share (estimate)"), QStringLiteral("0.125"));
        QVERIFY(column(r, "new").properties.isEmpty());
        QStringList found;
        for (const Measurement &m : r.measurements)
            found.append(QStringLiteral("%1 %2 %3 %4 %5")
                             .arg(m.property, m.element, QString::number(m.value), m.unit)
                             .arg(m.at.date().day()));
        QCOMPARE(found, (QStringList{QStringLiteral("rowCount  3000 rows 21"), QStringLiteral("completeness id 1 ratio 20"),
                                     QStringLiteral("distinctCount id 3000 1 20"),
                                     QStringLiteral("completeness state 0.875 ratio 20"),
                                     QStringLiteral("distinctCount state 4 1 20")}));
    }
    void profilesWithoutATime()
    {
        const Records r = read("{\"name\":\"t\",\"kind\":\"r\",\"columns\":[{\"name\":\"a\",\"profile\":"
                               "{\"nullShare\":0.5,\"distinct\":-0.5}},{\"name\":\"b\",\"profile\":null}]}\n");
        QVERIFY(r.measurements.isEmpty());
        QCOMPARE(said(column(r, "a").properties, "null share (estimate)"), QStringLiteral("0.5"));
        QVERIFY(said(column(r, "a").properties, "distinct values (estimate)").isEmpty()); // of how many rows?
    }
    void typesWithoutTheirModifier()
    {
        const Records r =
            read("{\"name\":\"t\",\"kind\":\"r\",\"columns\":[{\"name\":\"a\",\"type\":\"timestamp(3) with time "
                 "zone\"},{\"name\":\"b\",\"type\":\"numeric(12,2)[]\"}]}\n");
        QCOMPARE(column(r, "a").logicalType, QStringLiteral("timestamp with time zone"));
        QCOMPARE(column(r, "b").logicalType, QStringLiteral("numeric[]"));
    }
    void linesKnowTheirPlace()
    {
        const QByteArray first = oneLine(orders);
        const QByteArray second = "{\"name\":\"z\",\"kind\":\"m\",\"columns\":null}\n";
        const Records r = read(first + second);
        QCOMPARE(r.datasets.size(), 2);
        const SourceRef &source = r.datasets[1].source;
        QCOMPARE((first + second).mid(source.begin, source.end - source.begin), second.trimmed());
        QCOMPARE(source.line, 2);
        QCOMPARE(r.datasets[1].type, QStringLiteral("materialized view"));
    }
    void schemasAreDomains()
    {
        const Parsed parsed =
            parseDocuments("{\"database\":\"shop\",\"owner\":\"o\",\"version\":\"PostgreSQL "
                           "15\",\"schemas\":[{\"name\":\"crm\",\"comment\":\"People\","
                           "\"owner\":\"o\",\"usable\":false},{\"name\":\"tmp_1\",\"owner\":\"o\",\"usable\":true}]}",
                           Syntax::Json);
        const Selection selection{{}, {QStringLiteral("tmp_*")}};
        const Records r = schemasOf(parsed.documents.front(), QStringLiteral("schemas.json"), naming, selection);
        QCOMPARE(r.domains.size(), 2);
        QCOMPARE(r.domains[1].id, QStringLiteral("shop.crm"));
        QCOMPARE(r.domains[1].domain, r.domains[0].id);
        QCOMPARE(said(r.domains[1].properties, "readable"), QStringLiteral("no"));
        QVERIFY((Selection{{QStringLiteral("s*"), QStringLiteral("crm")}, {}}.takes(QStringLiteral("crm"))));
        QVERIFY(!(Selection{{QStringLiteral("s*")}, {}}.takes(QStringLiteral("crm"))));
    }
    void nonsenseIsNoCrash()
    {
        for (const QByteArray &line :
             {QByteArray("null\n"), QByteArray("[1,{}]\n"), QByteArray("{\"columns\":{\"a\":3}}\n"),
              QByteArray("{\"constraints\":[{\"type\":\"f\",\"columns\":[\"q\"]}]}\n"), QByteArray("{")})
            (void)read(line);
    }
    /// Nine types, each with ten fields of the next one, would be more than there is memory.
    void fieldsThatMultiplyAreBounded()
    {
        QByteArrayList types;
        for (int type = 1; type < 10; ++type) {
            QByteArrayList fields;
            for (char c = 'a'; c < 'k'; ++c)
                fields.append(QByteArray("{\"name\":\"") + c +
                              "\",\"type\":\"t\",\"typeId\":" + QByteArray::number(type + 1) + '}');
            types.append("{\"type\":" + QByteArray::number(type) + ",\"array\":0,\"fields\":[" + fields.join(',') + "]}");
        }
        const Records r =
            read(R"({"name":"wide","kind":"r","columns":[{"name":"x","type":"t","typeId":1},{"name":"y","type":"int"}]})",
                 '[' + types.join(',') + ']');
        QVERIFY(r.columns.size() > 1'600); // as many as a table may have
        QVERIFY(r.columns.size() < 10'000);
        QCOMPARE(r.columns.last().path, QStringLiteral("y"));
        QCOMPARE(r.issues.size(), 1);
        QVERIFY2(r.issues.first().text.contains(QStringLiteral("sales.wide")), qPrintable(r.issues.first().text));
    }
};

MESHSCOPE_TEST(TestPostgreSql)
#include "tst_postgresql.moc"
