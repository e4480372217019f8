#include "models/catalogs/iceberg/records.h"
#include "models/catalogs/withheld.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace meshscope;

namespace {

/// Answers a real catalog (Iceberg 1.11.0) gave.
class Recorded {
public:
    explicit Recorded(const QString &name)
    {
        const QString corpus =
            qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR "/../shared/corpus"));
        QFile file(corpus + u'/' + name);
        if (file.open(QIODevice::ReadOnly))
            m_parsed = parseDocuments(file.readAll(), Syntax::Json);
    }
    [[nodiscard]] bool isThere() const { return !m_parsed.documents.empty(); }
    [[nodiscard]] const Node &body() const { return m_parsed.documents.front(); }

private:
    Parsed m_parsed;
};

/// Text with single quotes for JSON's.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QString propertyOf(const QList<Property> &properties, const QString &name)
{
    for (const Property &property : properties) {
        if (property.name == name)
            return property.value;
    }
    return {};
}

const Column *columnOf(const Records &records, const QString &path)
{
    for (const Column &column : records.columns) {
        if (column.path == path)
            return &column;
    }
    return nullptr;
}

QList<double> valuesOf(const Records &records, const QString &property)
{
    QList<double> values;
    for (const Measurement &m : records.measurements) {
        if (m.property == property)
            values.append(m.value);
    }
    return values;
}

Records tableOf(const QByteArray &metadata)
{
    const Parsed parsed = parseDocuments("{\"metadata\":" + metadata + "}", Syntax::Json);
    return IcebergReader(u"http://h"_s).table(parsed.documents.front(), {u"a"_s}, u"t"_s, u"u"_s);
}

} // namespace

#define RECORDED(variable, name)                                                                                            \
    const Recorded variable(name);                                                                                          \
    if (!variable.isThere())                                                                                                \
    QSKIP("skipped: no corpus")

/// What answers of an Iceberg REST catalog become.
class TestIcebergRecords : public QObject {
    Q_OBJECT
private slots:
    void aTableTellsItsSchemaByFieldsWithTheirHistory()
    {
        RECORDED(answer, u"iceberg-rest/30-table.response.json"_s);
        const Records records = IcebergReader(u"http://h:8181"_s).table(answer.body(), {u"sales"_s}, u"orders"_s, u"u"_s);
        QCOMPARE(records.datasets.size(), 1);
        const Dataset &dataset = records.datasets.first();
        QCOMPARE(dataset.id, u"http://h:8181/sales.orders"_s);
        QCOMPARE(dataset.domain, u"sales"_s);
        QCOMPARE(dataset.description, u"One row per order"_s);
        QCOMPARE(dataset.owners.first().name, u"sales-data@example.com"_s);
        QCOMPARE(dataset.aliases, QStringList{u"file//storage/warehouse/sales/orders"_s});
        QCOMPARE(records.columns.size(), 10);
        const Column *const count = columnOf(records, u"item_count"_s);
        QVERIFY(count);
        QCOMPARE(propertyOf(count->properties, u"fieldId"_s), u"5"_s);
        QCOMPARE(propertyOf(count->properties, u"formerNames"_s), u"items"_s);
        QCOMPARE(propertyOf(count->properties, u"formerTypes"_s), u"int"_s);
        QVERIFY(columnOf(records, u"order_id"_s)->primaryKey);
        QCOMPARE(columnOf(records, u"order_id"_s)->nullable, std::optional(false));
        QVERIFY(columnOf(records, u"country"_s)->partition);
        QVERIFY(!columnOf(records, u"amount"_s)->partition);
        QCOMPARE(propertyOf(columnOf(records, u"delivery.carrier"_s)->properties, u"sinceSchema"_s), u"4"_s);
        QCOMPARE(propertyOf(dataset.properties, u"partitioning"_s), u"day(ordered_at), country, bucket[4](order_id)"_s);
        QCOMPARE(propertyOf(dataset.properties, u"formerPartitioning"_s),
                 u"0: day(ordered_at); 1: day(ordered_at), country"_s);
        QCOMPARE(propertyOf(dataset.properties, u"sortOrder"_s), u"ordered_at asc nulls-first"_s);
        QVERIFY(propertyOf(dataset.properties, u"schema 2"_s).endsWith(u"items int → long"_s));
        QVERIFY(propertyOf(dataset.properties, u"schema 3"_s).endsWith(u"items → item_count"_s));
        QCOMPARE(propertyOf(dataset.properties, u"currentSnapshot"_s), u"8380622619678270984"_s); // over 2^53
    }

    void snapshotsAreMeasurements()
    {
        RECORDED(answer, u"iceberg-rest/30-table.response.json"_s);
        const Records records = IcebergReader(u"http://h"_s).table(answer.body(), {u"sales"_s}, u"orders"_s, u"u"_s);
        QCOMPARE(valuesOf(records, u"rowCount"_s).size(), 6);
        QCOMPARE(valuesOf(records, u"freshness"_s), QList<double>(6, 0.0));
        QCOMPARE(std::optional<double>(double(*records.datasets.first().rowCount)),
                 std::optional(valuesOf(records, u"rowCount"_s).last()));
        QVERIFY(valuesOf(records, u"columnCount"_s).size() >= 2);
        for (const Measurement &m : records.measurements) {
            QVERIFY(m.at.isValid());
            QCOMPARE(m.target, records.datasets.first().id);
        }
    }

    void everyTypeIsTold()
    {
        RECORDED(answer, u"iceberg-rest/33-table-every-type.response.json"_s);
        const Records records =
            IcebergReader(u"http://h"_s).table(answer.body(), {u"sales"_s, u"eu"_s, u"nl"_s}, u"every_type"_s, u"u"_s);
        QCOMPARE(records.columns.size(), 21);
        QCOMPARE(columnOf(records, u"dec"_s)->physicalType, u"decimal(38, 10)"_s);
        QCOMPARE(columnOf(records, u"map"_s)->physicalType, u"map<string, long>"_s);
        QCOMPARE(columnOf(records, u"nested.points[].x"_s)->nullable, std::optional(false));
        QCOMPARE(columnOf(records, u"nested"_s)->logicalType, u"struct"_s);
        QCOMPARE(records.datasets.first().domain, u"sales.eu.nl"_s);
    }

    void versionThreeHasDefaults()
    {
        RECORDED(answer, u"iceberg-rest/36-table-format-3.response.json"_s);
        const Records records = IcebergReader(u"http://h"_s).table(answer.body(), {u"sales"_s}, u"events_v3"_s, u"u"_s);
        QCOMPARE(columnOf(records, u"at"_s)->physicalType, u"timestamptz_ns"_s);
        QCOMPARE(propertyOf(columnOf(records, u"kind"_s)->properties, u"initialDefault"_s), u"click"_s);
        QCOMPARE(propertyOf(columnOf(records, u"kind"_s)->properties, u"writeDefault"_s), u"view"_s);
        QVERIFY(records.measurements.isEmpty());
        QVERIFY(!records.datasets.first().rowCount);
    }

    void aViewTellsItsSqlInEachDialect()
    {
        RECORDED(answer, u"iceberg-rest/41-view.response.json"_s);
        const Records records = IcebergReader(u"http://h"_s).view(answer.body(), {u"sales"_s}, u"orders_nl"_s, u"u"_s);
        QCOMPARE(records.datasets.first().type, u"view"_s);
        QCOMPARE(records.columns.size(), 2);
        QVERIFY(propertyOf(records.datasets.first().properties, u"sql spark"_s).startsWith(u"SELECT order_id"));
        QCOMPARE(propertyOf(records.datasets.first().properties, u"defaultNamespace"_s), u"sales"_s);
    }

    void filesOfEachFormatVersionAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("columns");
        QTest::newRow("v1") << u"TableMetadataV1Valid"_s << 3;
        QTest::newRow("v2") << u"TableMetadataV2Valid"_s << 3;
        QTest::newRow("v2 least") << u"TableMetadataV2ValidMinimal"_s << 3;
        QTest::newRow("v3 least") << u"TableMetadataV3ValidMinimal"_s << 3;
        QTest::newRow("no current schema") << u"TableMetadataV2CurrentSchemaNotFound"_s << 0;
        QTest::newRow("no schemas") << u"TableMetadataV2MissingSchemas"_s << 3; // as version 1 has it
        QTest::newRow("no specs") << u"TableMetadataV2MissingPartitionSpecs"_s << 3;
        QTest::newRow("newer") << u"TableMetadataUnsupportedVersion"_s << 3; // is read for what is known
    }
    void filesOfEachFormatVersionAreRead()
    {
        QFETCH(QString, name);
        QFETCH(int, columns);
        const Recorded file(u"iceberg/metadata/"_s + name + u".json"_s);
        if (!file.isThere())
            QSKIP("skipped: no corpus");
        const Records records = tableOf(file.body().json().toUtf8());
        QCOMPARE(records.datasets.size(), 1);
        QCOMPARE(records.columns.size(), columns);
    }

    void deletesByEqualityMakeTheCountUnknown()
    {
        const QByteArray table =
            json("{'current-snapshot-id':7,'snapshots':[{'snapshot-id':7,'timestamp-ms':1700000000000,"
                 "'summary':{'operation':'overwrite','total-records':'9007199254740993','total-position-deletes':'%1',"
                 "'total-equality-deletes':'%2'}}]}");
        QCOMPARE(tableOf(QByteArray(table).replace("%1", "3").replace("%2", "0")).datasets.first().rowCount,
                 std::optional<qint64>(9007199254740990));
        QVERIFY(!tableOf(QByteArray(table).replace("%1", "0").replace("%2", "1")).datasets.first().rowCount);
    }

    void compactionBringsNoData()
    {
        const Records records = tableOf(
            json("{'current-snapshot-id':2,'snapshots':["
                 "{'snapshot-id':1,'timestamp-ms':1700000000000,'summary':{'operation':'append','total-records':'5'}},"
                 "{'snapshot-id':2,'parent-snapshot-id':1,'timestamp-ms':1700000100000,"
                 "'summary':{'operation':'replace','total-records':'5'}}]}"));
        QCOMPARE(valuesOf(records, u"freshness"_s).size(), 1);
        QCOMPARE(valuesOf(records, u"rowCount"_s).size(), 2);
    }

    void snapshotsOfOtherBranchesDoNotCount()
    {
        const Records records = tableOf(json(
            "{'current-snapshot-id':1,'snapshots':["
            "{'snapshot-id':1,'parent-snapshot-id':1,'timestamp-ms':1700000000000,'summary':{'total-records':'5'}},"
            "{'snapshot-id':2,'parent-snapshot-id':1,'timestamp-ms':1700000100000,'summary':{'total-records':'99'}}]}"));
        QCOMPARE(valuesOf(records, u"rowCount"_s), QList<double>{5.0});
    }

    void oddAnswersAreMet_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        for (const QByteArray &odd :
             {json("{}"), json("null"), json("[]"), json("'x'"), json("{'schemas':'none','snapshots':7}"),
              json("{'schemas':[null,7,{'fields':null},{'fields':[null,{'id':'x','name':null},{'name':'a'}]}]}"),
              json("{'schemas':[{'fields':[{'name':'a','type':{'type':'struct'}}]}],'refs':[1]}"),
              json("{'snapshots':[null,{'snapshot-id':'1','timestamp-ms':'x','summary':[]}],'snapshot-log':{}}")})
            QTest::addRow("%s", odd.constData()) << odd;
    }
    void oddAnswersAreMet()
    {
        QFETCH(QByteArray, metadata);
        const Records records = tableOf(metadata);
        QCOMPARE(records.datasets.size() + (records.issues.isEmpty() ? 0 : records.datasets.isEmpty() ? 1 : 0), 1);
    }

    void levelsWithDotsAreOtherNames()
    {
        QCOMPARE(icebergName({u"sales"_s, u"eu"_s}), u"sales.eu"_s);
        QCOMPARE(icebergName({u"sales.eu"_s}), u"\"sales.eu\""_s);
        QCOMPARE(icebergName({u"a\"b"_s, u""_s}), u"\"a\"\"b\".\"\""_s);
    }

    void credentialsAreNotKept()
    {
        const QByteArray answer = json(
            "{'metadata-location':'s3://b/m.json','metadata':{'properties':{'owner':'me',"
            "'s3.secret-access-key':'hunter1','comment':'token'},'schemas':[{'fields':[{'id':1,'name':'token','type':'"
            "string'}]}]},"
            "'config':{'token':'hunter2','client.region':'eu','a':{'b':'hunter3'}},'config':{'x':'hunter4'},"
            "'storage-credentials':[{'prefix':'s3://b','config':{'s3.session-token':'hunter5'}}],"
            "'manifest':'https://h/x?X-Amz-Signature=hunter6&y=1','db':'jdbc:x://me:hunter7@h/d','next-page-token':'n'}");
        const Parsed parsed = parseDocuments(answer, Syntax::Json);
        const QByteArray kept =
            withoutCredentials(answer, parsed.documents.front(), {u"config"_s, u"storage-credentials"_s});
        QVERIFY2(!kept.contains("hunter"), kept.constData());
        const Parsed again = parseDocuments(kept, Syntax::Json);
        QVERIFY(!again.error);
        const Node &root = again.documents.front();
        QCOMPARE(root["metadata"]["properties"]["owner"].text(), u"me"_s);
        QCOMPARE(root["metadata"]["properties"]["comment"].text(), u"token"_s);
        QCOMPARE(root["metadata"]["schemas"].items().front()["fields"].items().front()["name"].text(), u"token"_s);
        QCOMPARE(root["next-page-token"].text(), u"n"_s);
        const QByteArray harmless = json("{'a':[1,2.50,{'b':null}]}");
        const Parsed plain = parseDocuments(harmless, Syntax::Json);
        QCOMPARE(withoutCredentials(harmless, plain.documents.front()), harmless);
    }
};

MESHSCOPE_TEST(TestIcebergRecords)
#include "tst_icebergrecords.moc"
