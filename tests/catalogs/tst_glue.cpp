#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/glue/records.h"
#include "models/catalogs/http/awsauth.h"

#include "tests/catalogs/fakelakes.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

/// AWS Glue: what its answers become, and a reading from beginning to end.
class TestGlue : public QObject {
    Q_OBJECT
private slots:
    void readsTablesWithTheirHistoryAndQuality()
    {
        FakeGlue f;
        QVERIFY2(f.addError().isEmpty(), qUtf8Printable(f.addError()));
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"table"_s), 1);
        QCOMPARE(run.got.value(u"column"_s), 4);
        QCOMPARE(run.got.value(u"partition"_s), 2);
        QCOMPARE(run.got.value(u"qualityResult"_s), 1);
        const MeshPtr mesh = *f.workspace->load();
        const NodeId table = mesh->find(u"c"_s, Kind::Dataset, u"arn:aws:glue:eu-west-1:42/table/sales/orders"_s);
        QVERIFY(table.isValid());
        QCOMPARE(mesh->dataset(table).rowCount, std::optional<qint64>(9007199254740993));
        QCOMPARE(mesh->dataset(table).aliases, QStringList{u"s3://b/orders"_s});
        QStringList properties;
        for (const Property &property : mesh->dataset(table).properties)
            properties.append(property.name + u'=' + property.value);
        QVERIFY2(properties.contains(u"version 2=2023-11-14T22:15:00.000Z  id int → bigint; + b int; − c int"_s),
                 qUtf8Printable(properties.join(u'\n')));
        QVERIFY(properties.contains(u"partitions=2"_s));
        QVERIFY(!f.workspace->original(u"c"_s, u"tables/sales"_s)->contains("hunter2"));
    }

    void asksOnlyForWhatIsNew()
    {
        FakeGlue f;
        QVERIFY(f.sync().state == Run::State::Complete);
        f.asked.clear();
        const Run second = f.sync();
        QVERIFY(second.unchanged);
        QVERIFY(!f.asked.contains("GetTableVersions"));
        QVERIFY(!f.asked.contains("GetDataQualityResult"));
        QCOMPARE(second.got.value(u"qualityResult"_s), 1);
    }

    void requestsAreSignedWithKeysThatAreNowhereElse()
    {
        FakeGlue f;
        static_cast<void>(f.sync());
        const QByteArray proof = f.seen().first().header("authorization");
        QVERIFY2(proof.startsWith("AWS4-HMAC-SHA256 Credential=AKID/"), proof.constData());
        QVERIFY(proof.contains("/eu-west-1/glue/aws4_request"));
        QVERIFY(proof.contains("x-amz-target"));
        QCOMPARE(f.seen().first().header("x-amz-security-token"), QByteArray("token-of-nobody"));
        QVERIFY(!f.isStored("secret-of-nobody"));
        QVERIFY(!f.isStored("token-of-nobody"));
    }

    void whoIsDeniedIsToldWhatItTakes()
    {
        FakeGlue f;
        f.odds.insert("GetTableVersions", "{'__type':'AccessDeniedException','Message':'User is not authorized'}");
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"glue:GetTableVersions"), qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"table"_s), 1);
        QCOMPARE(run.got.value(u"qualityResult"_s), 1);
    }

    void anotherServerIsSaidToBeNone()
    {
        FakeGlue f;
        f.operations.insert("GetDatabases", "{'ok':true}");
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY(run.missing.contains(u"no AWS Glue"));
    }

    void viewsOfAthenaAreUnpacked()
    {
        const QByteArray packed = QByteArray("{\"originalSql\":\"SELECT 1\"}").toBase64();
        const Parsed parsed =
            parseDocuments(json("{'TableList':[{'Name':'v','DatabaseName':'d','TableType':'VIRTUAL_VIEW','ViewOriginalText':"
                                "'/* Presto View: " +
                                packed + " */'}]}"),
                           Syntax::Json);
        const Records records = GlueReader(u"r"_s).tables(parsed.documents.front(), u"u"_s);
        QCOMPARE(records.datasets.first().type, u"view"_s);
        const QList<Property> &properties = records.datasets.first().properties;
        QVERIFY(properties.contains({u"sql"_s, u"SELECT 1"_s}));
    }

    void theRegionStandsInTheAddress_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("region");
        QTest::newRow("glue") << u"https://glue.eu-west-1.amazonaws.com/"_s << u"eu-west-1"_s;
        QTest::newRow("dual") << u"https://datazone.us-gov-east-1.api.aws"_s << u"us-gov-east-1"_s;
        QTest::newRow("china") << u"https://glue.cn-north-1.amazonaws.com.cn"_s << u"cn-north-1"_s;
        QTest::newRow("own") << u"http://127.0.0.1:18082"_s << QString();
    }
    void theRegionStandsInTheAddress()
    {
        QFETCH(QString, location);
        QFETCH(QString, region);
        QCOMPARE(placedInRegion({u"x"_s, u"glue"_s, location, {}}).options.value(u"aws.region"_s), region);
    }

    void keysComeInTheFormsPeopleHave_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("known");
        QTest::addColumn<QByteArrayList>("keys"); // none: they are refused
        const QByteArrayList two{"ID", "s3k", ""};
        const QByteArrayList three{"ID", "s3k", "tok"};
        QTest::newRow("three lines") << QByteArray("ID\ns3k\ntok") << QByteArray() << three;
        QTest::newRow("windows") << QByteArray("ID\r\ns3k\r\n") << QByteArray() << two;
        QTest::newRow("known id") << QByteArray("s3k") << QByteArray("ID") << two;
        QTest::newRow("known id, token") << QByteArray("s3k\ntok") << QByteArray("ID") << three;
        QTest::newRow("known id again") << QByteArray("ID\ns3k") << QByteArray("ID") << two;
        QTest::newRow("file") << QByteArray("[default]\naws_access_key_id = ID\naws_secret_access_key=s3k\n") << QByteArray()
                              << two;
        QTest::newRow("shell") << QByteArray("export AWS_ACCESS_KEY_ID=\"ID\"\nexport AWS_SECRET_ACCESS_KEY='s3k'\n"
                                             "export AWS_SESSION_TOKEN=tok")
                               << QByteArray() << three;
        QTest::newRow("sts") << json("{'Credentials':{'AccessKeyId':'ID','SecretAccessKey':'s3k','SessionToken':'tok'}}")
                             << QByteArray() << three;
        QTest::newRow("alone") << QByteArray("s3k") << QByteArray() << QByteArrayList();
        QTest::newRow("another") << QByteArray("X\ns3k\ntok") << QByteArray("ID") << QByteArrayList();
        QTest::newRow("empty") << QByteArray("\n") << QByteArray("ID") << QByteArrayList();
        QTest::newRow("too many") << QByteArray("a\nb\nc\nd") << QByteArray() << QByteArrayList();
    }
    void keysComeInTheFormsPeopleHave()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, known);
        QFETCH(QByteArrayList, keys);
        const Result<AwsKeys> found = awsKeysOf(text, known);
        QCOMPARE(found.has_value(), !keys.isEmpty());
        if (found)
            QCOMPARE((QByteArrayList{found->id, found->secret, found->token}), keys);
        else
            QVERIFY(!found.error().text.contains(u"s3k"));
    }
};

MESHSCOPE_TEST(TestGlue)
#include "tst_glue.moc"
