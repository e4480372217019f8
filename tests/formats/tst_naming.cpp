#include "models/formats/naming.h"

#include "tests/support/testmain.h"

using namespace meshscope;

/// Datasets are named as OpenLineage names them, whoever speaks of them.
class TestNaming : public QObject {
    Q_OBJECT
private:
    static Server serverOf(const QString &type, const QString &settings)
    {
        Server server;
        server.type = type;
        for (const QString &setting : settings.split(u'|', Qt::SkipEmptyParts))
            server.settings.append({setting.section(u'=', 0, 0), setting.section(u'=', 1)});
        return server;
    }

private slots:
    void servers_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("ns");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *title, const char *type, const char *settings, const char *object, const char *ns,
                            const char *name) {
            QTest::newRow(title) << QString::fromLatin1(type) << QString::fromLatin1(settings) << QString::fromLatin1(object)
                                 << QString::fromLatin1(ns) << QString::fromLatin1(name);
        };
        row("postgres", "postgres", "host=db|port=5433|database=shop|schema=public", "orders", "postgres://db:5433",
            "shop.public.orders");
        row("postgresql is postgres", "postgresql", "host=db|database=shop|schema=public", "orders", "postgres://db:5432",
            "shop.public.orders");
        row("qualified name", "postgres", "host=db|port=5432|database=shop|schema=public", "sales.orders",
            "postgres://db:5432", "shop.sales.orders");
        row("quoted name with a dot", "postgres", "host=db|port=5432|database=shop|schema=public", "\"a.b\".\"c\"\"d\"",
            "postgres://db:5432", "shop.a.b.c\"d");
        row("host with scheme and path", "postgres", "host=jdbc://db:1/x|database=s|schema=p", "o", "postgres://db:1",
            "s.p.o");
        row("no host", "postgres", "database=shop|schema=public", "orders", "", "");
        row("no table", "postgres", "host=db|database=shop|schema=public", "", "", "");
        row("cockroachdb", "cockroachdb", "host=c|database=d|schema=s", "t", "cockroachdb://c:26257", "d.s.t");
        row("mysql", "mysql", "host=m|port=3306|database=shop", "orders", "mysql://m:3306", "shop.orders");
        row("oracle", "oracle", "host=o|port=1521|serviceName=ORCL", "HR.EMP", "oracle://o:1521", "ORCL.HR.EMP");
        row("sqlserver", "sqlserver", "host=s|database=d|schema=dbo", "t", "sqlserver://s:1433", "d.dbo.t");
        row("synapse", "synapse", "host=s|port=1433|database=d", "t", "sqlserver://s:1433", "dbo.t");
        row("synapse with schema", "synapse", "host=s|port=1433|database=d", "sales.t", "sqlserver://s:1433", "sales.t");
        row("redshift endpoint", "redshift", "host=c1.abc.eu-west-1.redshift.amazonaws.com|database=dev|schema=public", "t",
            "redshift://c1.eu-west-1:5439", "dev.public.t");
        row("redshift cluster", "redshift", "clusterIdentifier=c1|region=eu-west-1|port=5440|database=dev|schema=p", "t",
            "redshift://c1.eu-west-1:5440", "dev.p.t");
        row("redshift without host", "redshift", "account=1|database=dev|schema=p", "t", "redshift://", "dev.p.t");
        row("snowflake", "snowflake", "account=org-acc|database=D|schema=S", "T", "snowflake://org-acc", "D.S.T");
        row("snowflake host", "snowflake", "account=https://org-acc.snowflakecomputing.com/x|database=D|schema=S", "T",
            "snowflake://org-acc", "D.S.T");
        row("databricks", "databricks", "host=dbc-1.cloud.databricks.com|catalog=main|schema=s", "t",
            "databricks://dbc-1.cloud.databricks.com", "main.s.t");
        row("databricks without host", "databricks", "catalog=main|schema=s", "t", "databricks://", "main.s.t");
        row("bigquery", "bigquery", "project=p|dataset=d", "t", "bigquery", "p.d.t");
        row("bigquery in backticks", "bigquery", "project=p|dataset=d", "`x.y.t`", "bigquery", "x.y.t");
        row("trino", "trino", "host=t|port=443|catalog=hive|schema=s", "t", "trino://t:443", "hive.s.t");
        row("presto", "presto", "host=p:8090|catalog=c|schema=s", "t", "presto://p:8090", "c.s.t");
        row("clickhouse", "clickhouse", "host=c|port=9000|database=d", "t", "clickhouse://c:9000", "d.t");
        row("vertica", "vertica", "host=v|port=5433|database=d|schema=s", "t", "vertica://v:5433", "d.s.t");
        row("db2", "db2", "host=h|port=50001|database=d|schema=s", "t", "db2://h:50001", "d.s.t");
        row("hive", "hive", "host=h|database=d", "t", "hive://h:10000", "d.t");
        row("duckdb file", "duckdb", "database=data/shop.duckdb|schema=main", "t", "duckdb://", "shop.main.t");
        row("duckdb default schema", "duckdb", "database=shop", "t", "duckdb://", "shop.main.t");
        row("cloudsql as postgres", "cloudsql", "host=h|port=5432|database=d|schema=s", "t", "postgres://h:5432", "d.s.t");
        row("cloudsql as mysql", "cloudsql", "host=h|port=3306|database=d|schema=s", "t", "mysql://h:3306", "d.t");
        row("athena", "athena", "regionName=eu-west-1|schema=s|stagingDir=s3://x", "t",
            "awsathena://athena.eu-west-1.amazonaws.com", "awsdatacatalog.s.t");
        row("athena catalog by ARN", "athena", "schema=s|catalog=arn:aws:athena:eu-west-1:1:datacatalog/lake", "t",
            "awsathena://", "lake.s.t");
        row("glue", "glue", "account=1234-5678-9012|database=db|region=eu-west-1", "t",
            "arn:aws:glue:eu-west-1:123456789012", "table/db/t");
        row("glue by ARN", "glue", "account=x|database=arn:aws:glue:us-east-1:12:database/db", "t",
            "arn:aws:glue:us-east-1:12", "table/db/t");
        row("object by ARN", "athena", "", "arn:aws:glue:us-east-1:12:table/db/t", "arn:aws:glue:us-east-1:12",
            "table/db/t");
        row("kafka", "kafka", "host=b1:9092,b2:9092", "orders.v1", "kafka://b1:9092", "orders.v1");
        row("kafka with topic", "kafka", "host=b1:9092|topic=orders", "Order", "kafka://b1:9092", "orders");
        row("kafka without host", "kafka", "", "orders", "", "");
        row("kinesis", "kinesis", "region=eu-west-1|stream=s1", "x", "kinesis://eu-west-1", "s1");
        row("pubsub", "pubsub", "project=p", "orders", "pubsub", "topic:p:orders");
        row("s3 key", "s3", "location=s3://lake/orders/2024.parquet", "orders", "s3://lake", "orders/2024.parquet");
        row("s3 wildcard", "s3", "location=s3://lake/orders/*.parquet", "o", "s3://lake", "orders");
        row("s3 deep wildcard", "s3", "location=s3a://lake/orders/year=*/*.parquet", "o", "s3://lake", "orders");
        row("s3 placeholder", "s3", "location=s3://lake/{model}/*.json", "orders", "s3://lake", "orders");
        row("s3 folder of many", "s3", "location=s3://lake/raw/", "orders", "s3://lake", "raw/orders");
        row("s3 folder of one", "s3", "location=s3://lake/orders/", "orders", "s3://lake", "orders");
        row("s3 bucket", "s3", "location=s3://lake", "orders", "s3://lake", "orders");
        row("azure blob", "azure", "location=https://acc.blob.core.windows.net/box/a/*.csv", "o",
            "wasbs://box@acc.blob.core.windows.net", "a");
        row("azure lake", "azure", "location=abfss://box@acc.dfs.core.windows.net/a/b.parquet", "o",
            "abfss://box@acc.dfs.core.windows.net", "a/b.parquet");
        row("sftp", "sftp", "location=sftp://h:22/in/a.csv", "o", "sftp://h:22", "in/a.csv");
        row("local", "local", "path=./data/orders.csv|format=csv", "orders", "file", "data/orders.csv");
        row("local absolute", "local", "path=/data/*.csv|format=csv", "orders", "file", "/data");
        row("file URL", "local", "path=file:///data/o.csv", "orders", "file", "/data/o.csv");
        row("api", "api", "location=https://api.example.com/v1/orders", "orders", "https://api.example.com", "v1/orders");
        row("object by URL", "custom", "", "gs://bucket/a/b", "gs://bucket", "a/b");
        row("custom says too little", "custom", "host=h|database=d", "t", "", "");
        row("unknown type", "abacus", "host=h", "t", "", "");
    }
    void servers()
    {
        QFETCH(QString, type);
        QFETCH(QString, settings);
        QFETCH(QString, object);
        const DatasetName found = nameFromServer(serverOf(type, settings), object);
        QTEST(found.ns, "ns");
        QTEST(found.name, "name");
        QCOMPARE(found.isNull(), found.ns.isEmpty());
        QCOMPARE(found.id(), found.isNull() ? QString() : found.ns + u'/' + found.name);
    }

    void relations_data()
    {
        QTest::addColumn<QString>("adapter");
        QTest::addColumn<QString>("relation");
        QTest::addColumn<QString>("ns");
        QTest::addColumn<QString>("name");
        QTest::newRow("quoted") << "postgres"
                                << "\"db\".\"sch\".\"t\""
                                << "postgres://"
                                << "db.sch.t";
        QTest::newRow("plain") << "snowflake"
                               << "DB.sch.t"
                               << "snowflake://"
                               << "DB.sch.t";
        QTest::newRow("backticks") << "bigquery"
                                   << "`p`.`d`.`t`"
                                   << "bigquery"
                                   << "p.d.t";
        QTest::newRow("brackets") << "sqlserver"
                                  << "[db].[dbo].[t]"
                                  << "sqlserver://"
                                  << "db.dbo.t";
        QTest::newRow("two parts") << "clickhouse"
                                   << "`d`.`t`"
                                   << "clickhouse://"
                                   << "d.t";
        QTest::newRow("no relation name") << "duckdb"
                                          << ""
                                          << "duckdb://"
                                          << "db.sch.id";
        QTest::newRow("an expression") << "duckdb"
                                       << "read_csv('s3://x/y.csv')"
                                       << "duckdb://"
                                       << "db.sch.id";
        QTest::newRow("unclosed quote") << "duckdb"
                                        << "\"db\".\"sch"
                                        << "duckdb://"
                                        << "db.sch.id";
        QTest::newRow("athena") << "athena"
                                << "\"awsdatacatalog\".\"s\".\"t\""
                                << "awsathena://"
                                << "awsdatacatalog.s.t";
        QTest::newRow("glue") << "glue"
                              << ""
                              << "arn:aws:glue"
                              << "table/sch/id";
        QTest::newRow("starburst") << "starburst"
                                   << "c.s.t"
                                   << "trino://"
                                   << "c.s.t";
        QTest::newRow("unknown adapter") << "exasol"
                                         << "s.t"
                                         << "exasol://"
                                         << "s.t";
        QTest::newRow("no adapter") << ""
                                    << "s.t"
                                    << "dbt://"
                                    << "s.t";
    }
    void relations()
    {
        QFETCH(QString, adapter);
        QFETCH(QString, relation);
        const DatasetName found =
            nameFromRelation(adapter, QStringLiteral("db"), QStringLiteral("sch"), QStringLiteral("id"), relation);
        QTEST(found.ns, "ns");
        QTEST(found.name, "name");
    }
    void namelessRelationIsNull() { QVERIFY(nameFromRelation(QStringLiteral("postgres"), {}, {}, {}, {}).isNull()); }
    void platforms()
    {
        QCOMPARE(platformOf(QStringLiteral("postgres://h:1")), QStringLiteral("postgres"));
        QCOMPARE(platformOf(QStringLiteral("bigquery")), QStringLiteral("bigquery"));
        QCOMPARE(platformOf(QStringLiteral("arn:aws:glue:eu:1")), QStringLiteral("glue"));
        QCOMPARE(platformOf(QStringLiteral("file:/data/x")), QStringLiteral("file"));
    }
};

MESHSCOPE_TEST(TestNaming)
#include "tst_naming.moc"
