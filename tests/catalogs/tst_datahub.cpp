#include "models/catalogs/datahub/graphql.h"
#include "models/catalogs/datahub/names.h"

#include "tests/catalogs/fakedatahub.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

bool says(const Run &run, const QString &part)
{
    return std::any_of(run.issues.cbegin(), run.issues.cend(), [&](const Issue &i) { return i.text.contains(part); });
}

} // namespace

/// A DataHub endpoint from the first kind to the last, with servers that know less than the newest.
class TestDataHub : public QObject {
    Q_OBJECT
private slots:
    void readsEveryKindAndCountsIt()
    {
        FakeDataHub f;
        f.add(u"DOMAIN"_s, u"urn:li:domain:a"_s, {{u"properties"_s, QJsonObject{{u"name"_s, u"Sales"_s}}}});
        f.addDataset(u"a"_s);
        f.addDataset(u"b"_s, {{u"upstream"_s, FakeDataHub::lineage({FakeDataHub::datasetUrn(u"a"_s)})}});
        f.add(u"CHART"_s, u"urn:li:chart:(looker,c)"_s,
              {{u"upstream"_s, FakeDataHub::lineage({FakeDataHub::datasetUrn(u"b"_s)})}});
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"domain"_s), 1);
        QCOMPARE(run.got.value(u"dataset"_s), 3);
        QCOMPARE(run.expected.value(u"dataset"_s), 3);
        QCOMPARE(run.got.value(u"column"_s), 2);
        QCOMPARE(run.got.value(u"lineageEdge"_s), 2);
        QVERIFY(says(run, u"MLMODEL (3)"_s)); // what is not read is told
        const MeshPtr mesh = *f.workspace->load();
        QVERIFY(mesh->find(u"dh"_s, Kind::Dataset, u"snowflake:///db.s.a"_s).isValid());
        QVERIFY(mesh->find(u"dh"_s, Kind::Domain, u"urn:li:domain:a"_s).isValid());
    }

    void manyComeInFewRequestsAndAFullLastPageIsNoFault()
    {
        FakeDataHub f;
        for (int i = 0; i < 300; ++i)
            f.addDataset(u"t%1"_s.arg(i));
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"dataset"_s), 300);
        QVERIFY2(f.asked().size() <= 20, qPrintable(QString::number(f.asked().size())));
    }

    void aSecondSyncFindsNothingNew()
    {
        FakeDataHub f;
        f.addDataset(u"a"_s);
        QCOMPARE(f.sync().state, Run::State::Complete);
        QVERIFY(f.sync().unchanged);
        f.addDataset(u"b"_s);
        QVERIFY(!f.sync().unchanged);
    }

    void anOlderServerIsAskedForWhatItKnows_data()
    {
        QTest::addColumn<QStringList>("hidden");
        QTest::newRow("a field") << QStringList{u"Dataset.contract"_s};
        QTest::newRow("two fields") << QStringList{u"Dataset.access"_s, u"Dataset.structuredProperties"_s};
        QTest::newRow("all of a selection")
            << QStringList{u"DatasetEditableProperties.description"_s, u"Dataset.siblings"_s};
        QTest::newRow("no scroll") << QStringList{u"Query.scrollAcrossEntities"_s};
    }
    void anOlderServerIsAskedForWhatItKnows()
    {
        QFETCH(QStringList, hidden);
        FakeDataHub f;
        f.hidden = hidden;
        for (int i = 0; i < 120; ++i)
            f.addDataset(u"t%1"_s.arg(i));
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"dataset"_s), 120);
        QVERIFY(hidden.first().startsWith(u"DatasetEditable") || says(run, hidden.first()));
    }

    void aKindTheServerDoesNotKnowIsNoFault()
    {
        FakeDataHub f;
        f.hiddenTypes = {u"DATA_PRODUCT"_s};
        f.addDataset(u"a"_s);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QVERIFY(says(run, u"DATA_PRODUCT"_s));
    }

    void aKindThatIsRefusedCostsThatKindAlone()
    {
        FakeDataHub f;
        f.addDataset(u"a"_s);
        f.add(u"DOMAIN"_s, u"urn:li:domain:a"_s);
        QCOMPARE(f.sync().state, Run::State::Complete);
        f.instead = [](const QString &, const QString &type, const QJsonObject &) -> std::optional<Script> {
            if (type != u"DATASET")
                return {};
            return Script::json(
                R"({"errors":[{"message":"Unauthorized to perform this action.","extensions":{"code":403}}],)"
                R"("data":{"list":null}})");
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"View Entity Page"_s), qUtf8Printable(run.missing));
        QVERIFY((*f.workspace->load())->find(u"dh"_s, Kind::Dataset, u"snowflake:///db.s.a"_s).isValid());
    }

    void aPageThatCameInPartLeavesWhatWasKnown()
    {
        FakeDataHub f;
        f.addDataset(u"a"_s);
        QCOMPARE(f.sync().got.value(u"column"_s), 1);
        f.instead = [](const QString &, const QString &type, const QJsonObject &) -> std::optional<Script> {
            if (type != u"DATASET")
                return {};
            const QByteArray urn = FakeDataHub::datasetUrn(u"a"_s).toUtf8();
            return Script::json(R"({"errors":[{"message":"Timed out","extensions":{"code":500}}],"data":{"list":{"total":1,)"
                                R"("searchResults":[{"entity":{"urn":")" +
                                urn + R"(","type":"DATASET","schemaMetadata":null}}]}}})");
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"Timed out"_s), qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"column"_s), 1);
    }

    void lineageThatGoesOnIsReadToItsEnd()
    {
        FakeDataHub f;
        QStringList all;
        for (int i = 0; i < 230; ++i)
            all.append(FakeDataHub::datasetUrn(u"up%1"_s.arg(i)));
        QJsonObject first = FakeDataHub::lineage(all.mid(0, 100));
        first.insert(u"total"_s, all.size());
        for (const QString &urn : std::as_const(all))
            f.add(u"DATASET"_s, urn);
        f.addDataset(u"wide"_s, {{u"upstream"_s, first}});
        f.allUpstreams.insert(FakeDataHub::datasetUrn(u"wide"_s), all);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"lineageEdge"_s), 230);
    }

    void aJobMakesEachOutputFromEachInputHoweverMany()
    {
        FakeDataHub f;
        QStringList all;
        for (int i = 0; i < 130; ++i)
            all.append(FakeDataHub::datasetUrn(u"in%1"_s.arg(i)));
        QJsonObject first = FakeDataHub::lineage(all.mid(0, 100));
        first.insert(u"total"_s, all.size());
        const QString urn = u"urn:li:dataJob:(urn:li:dataFlow:(airflow,dag,PROD),load)"_s;
        f.add(
            u"DATA_JOB"_s, urn,
            {{u"upstream"_s, first},
             {u"downstream"_s, FakeDataHub::lineage({FakeDataHub::datasetUrn(u"o1"_s), FakeDataHub::datasetUrn(u"o2"_s)})}});
        f.allUpstreams.insert(urn, all);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"lineageEdge"_s), 260);
        QVERIFY(f.sync().unchanged);
    }

    void whatIsNoDataHubIsSaidOnce()
    {
        FakeDataHub f;
        f.instead = [](const QString &, const QString &, const QJsonObject &) { return Script::json("{\"ok\":true}"); };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY2(run.missing.contains(u"127.0.0.1"_s), qUtf8Printable(run.missing));
        QCOMPARE(f.asked().size(), 1);
    }

    void probesEachKind()
    {
        FakeDataHub f;
        f.addDataset(u"a"_s);
        const Connector::Probe probe = (*makeConnector(f.config))->probe();
        QCOMPARE(probe.version, u"v1.6"_s);
        for (const Connector::Check &check : probe.checks)
            QVERIFY2(check.ok, qUtf8Printable(check.what + u": "_s + check.text));
    }
};

/// Names and queries of DataHub, as far as they can be judged without a server.
class TestDataHubParts : public QObject {
    Q_OBJECT
private slots:
    void urnsAreTakenApart()
    {
        const DataHubUrn job = DataHubUrn::parse(u"urn:li:dataJob:(urn:li:dataFlow:(airflow,dag,PROD),task)"_s);
        QCOMPARE(job.type, u"dataJob"_s);
        QCOMPARE(job.parts, QStringList({u"urn:li:dataFlow:(airflow,dag,PROD)"_s, u"task"_s}));
        QCOMPARE(DataHubUrn::parse(u"urn:li:tag:a.b"_s).parts, QStringList{u"a.b"_s});
        QVERIFY(DataHubUrn::parse(u"no urn"_s).type.isEmpty());
        QVERIFY(DataHubUrn::parse(u"urn:li:dataset:("_s).parts.size() == 1);
    }

    void datasetsGetTheIdentityOthersKnow_data()
    {
        QTest::addColumn<QString>("urn");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *platform, const char *name, const char *id) {
            const QString urn =
                u"urn:li:dataset:(urn:li:dataPlatform:%1,%2,PROD)"_s.arg(QLatin1String(platform), QLatin1String(name));
            QTest::newRow(platform) << urn << (*id ? QString::fromLatin1(id) : urn);
        };
        row("snowflake", "db.s.t", "snowflake:///db.s.t");
        row("postgres", "db.s.t", "postgres://pg.example:5432/db.s.t"); // told by the option
        row("bigquery", "p.d.t", "bigquery/p.d.t");
        row("s3", "bucket/a/b", "s3://bucket/a/b");
        row("gcs", "bucket", "gs://bucket//");
        row("looker", "p.view.v", "");
        QTest::newRow("not PROD") << u"urn:li:dataset:(urn:li:dataPlatform:snowflake,a.b.c,DEV)"_s
                                  << u"urn:li:dataset:(urn:li:dataPlatform:snowflake,a.b.c,DEV)"_s;
    }
    void datasetsGetTheIdentityOthersKnow()
    {
        QFETCH(QString, urn);
        QFETCH(QString, id);
        QCOMPARE(DataHubNames(u"kafka=kafka://b:9092, postgres=postgres://pg.example:5432"_s).idOf(urn), id);
    }

    void fieldPathsLoseTheirTypes_data()
    {
        QTest::addColumn<QString>("fieldPath");
        QTest::addColumn<QString>("path");
        QTest::newRow("plain") << u"a.b"_s << u"a.b"_s;
        QTest::newRow("v2") << u"[version=2.0].[type=struct].[type=string].a"_s << u"a"_s;
        QTest::newRow("dots in types") << u"[version=2.0].[type=com.x.Y].[type=com.x.Z].a.[type=long].b"_s << u"a.b"_s;
        QTest::newRow("array") << u"[version=2.0].[type=struct].[type=array].[type=struct].items"_s << u"items"_s;
        QTest::newRow("in an array") << u"[version=2.0].[type=struct].[type=array].[type=struct].items.[type=string].id"_s
                                     << u"items[].id"_s;
        QTest::newRow("broken") << u"[version=2.0].[type=a"_s << u"[version=2.0].[type=a"_s;
    }
    void fieldPathsLoseTheirTypes()
    {
        QFETCH(QString, fieldPath);
        QFETCH(QString, path);
        QCOMPARE(DataHubNames::columnPath(fieldPath), path);
    }

    void aFieldIsCutFromAQuery_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("less");
        QTest::newRow("a name") << QByteArray("{a b c}") << QByteArray("b") << 4 << QByteArray("{a  c}");
        QTest::newRow("all it has") << QByteArray("{a x:b(c:[\"}\"]) @d{e{f}} g}") << QByteArray("b") << 4
                                    << QByteArray("{a  g}");
        QTest::newRow("the last of a selection")
            << QByteArray("{a b(c:1){d} e}") << QByteArray("d") << 11 << QByteArray("{a  e}");
        QTest::newRow("the last of a fragment")
            << QByteArray("{a ...on B{d}}") << QByteArray("d") << 12 << QByteArray("{a }");
        QTest::newRow("nothing is left") << QByteArray("query Q($i:I!){a{b}}") << QByteArray("a") << 16 << QByteArray("");
        QTest::newRow("another name") << QByteArray("{a b c}") << QByteArray("c") << 4 << QByteArray();
        QTest::newRow("beyond") << QByteArray("{a}") << QByteArray("a") << 99 << QByteArray();
    }
    void aFieldIsCutFromAQuery()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, field);
        QFETCH(int, column);
        QFETCH(QByteArray, less);
        const QByteArray cut = withoutField(query, field, 1, column);
        QCOMPARE(cut, less);
        QCOMPARE(cut.isNull(), less.isNull());
    }
    /// Where the server says something is, nothing need be.
    void linesThatTheQueryHasNotAreNoPlace()
    {
        QVERIFY(withoutField("{a\nb}", "b", 3, 1).isNull());
        QVERIFY(withoutField("{a\nb}", "b", std::numeric_limits<qint64>::max(), 1).isNull());
        QVERIFY(withoutField("{a\nb}", "b", 2, std::numeric_limits<qint64>::min()).isNull());
        QCOMPARE(withoutField("{a\nb}", "b", 2, 1), QByteArray("{a\n}"));
    }
};

MESHSCOPE_TEST(TestDataHub)
MESHSCOPE_TEST(TestDataHubParts)

#include "tst_datahub.moc"
