#include "models/formats/format.h"
#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

#include <QDirIterator>

using namespace meshscope;
using namespace meshscope::test;

/// Products, ports, contracts, datasets, columns, service levels and agreements of a file.
struct Counts {
    qsizetype products, ports, contracts, datasets, columns, levels, agreements;
};
Q_DECLARE_METATYPE(Counts)

/// Real documents: what comes out of each is counted, against counts made with another YAML reader in another language.
class CorpusTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!corpus().exists())
            QSKIP("skipped: no corpus");
    }

    void everyDocumentGivesAllThereIs_data()
    {
        QTest::addColumn<Counts>("counts");
        const auto row = [](const char *file, const Counts &counts) { QTest::newRow(file) << counts; };
        // clang-format off
        row("odcs/examples/all-data-types.odcs.yaml", {0, 0, 1, 1, 10, 0, 0});
        row("odcs/examples/all-schema-types.odcs.yaml", {0, 0, 1, 3, 7, 0, 0});
        row("odcs/examples/azure-server.odcs.yaml", {0, 0, 1, 0, 0, 0, 0});
        row("odcs/examples/basic-four-dpo.odcs.yaml", {0, 0, 1, 0, 0, 0, 0});
        row("odcs/examples/cli-datacontract.odcs.yaml", {0, 0, 1, 1, 40, 0, 0});
        row("odcs/examples/cli-orders.odcs.yaml", {0, 0, 1, 2, 9, 2, 0});
        row("odcs/examples/column-accuracy.odcs.yaml", {0, 0, 1, 1, 1, 0, 0});
        row("odcs/examples/column-completeness.odcs.yaml", {0, 0, 1, 1, 1, 0, 0});
        row("odcs/examples/column-custom.odcs.yaml", {0, 0, 1, 1, 1, 0, 0});
        row("odcs/examples/column-validity.odcs.yaml", {0, 0, 1, 1, 1, 0, 0});
        row("odcs/examples/database-table-sla.odcs.yaml", {0, 0, 1, 0, 0, 8, 0});
        row("odcs/examples/full-example.odcs.yaml", {0, 0, 1, 2, 7, 8, 0});
        row("odcs/examples/kafka-schema.odcs.yaml", {0, 0, 1, 1, 3, 0, 0});
        row("odcs/examples/kafka-server.odcs.yaml", {0, 0, 1, 1, 0, 0, 0});
        row("odcs/examples/postgresql-adventureworks-contract.odcs.yaml", {0, 0, 1, 68, 456, 0, 0});
        row("odcs/examples/table-column-description.odcs.yaml", {0, 0, 1, 1, 1, 0, 0});
        row("odcs/examples/table-column.odcs.yaml", {0, 0, 1, 1, 1, 0, 0});
        row("odcs/examples/table-columns-with-partition.odcs.yaml", {0, 0, 1, 1, 4, 0, 0});
        row("odps-bitol/customer-data-product.odps.yaml", {1, 8, 0, 0, 0, 0, 0});
        row("odps-bitol/simple-data-product.odps.yaml", {1, 2, 0, 0, 0, 0, 0});
        row("mesh-registry-examples/DataMeshRegistryDqExample.yaml", {1, 2, 2, 2, 18, 0, 0});
        row("mesh-registry-examples/DataMeshRegistryGenExample.yaml", {1, 9, 1, 2, 7, 8, 0});
        row("mesh-registry-examples/DataMeshRegistryIdCollisionExample.yaml", {1, 1, 1, 2, 7, 0, 0});
        row("mesh-registry-examples/DataMeshRegistryLongStringExample.yaml", {12, 35, 7, 35, 144, 0, 11});
        row("mesh-registry-examples/DataMeshRegistryObservabilityLight.yaml", {12, 35, 7, 35, 144, 0, 11});
        row("mesh-registry-examples/DataMeshRegistryPetsExample.yaml", {12, 35, 7, 35, 144, 0, 11});
        row("datacontract-specification/examples/covid-cases-datacontract.yaml", {0, 0, 1, 1, 9, 0, 0});
        row("datacontract-specification/examples/muellimperium-datacontract.yaml", {0, 0, 1, 1, 3, 0, 0});
        row("datacontract-specification/examples/orders-latest-datacontract.yaml", {0, 0, 1, 2, 9, 7, 0});
        row("datacontract-specification/examples/orders-latest-nested-datacontract.yaml", {0, 0, 1, 2, 13, 0, 0});
        row("datacontract-specification/examples/time-example-datacontract.yaml", {0, 0, 1, 2, 11, 0, 0});
        row("datacontract-specification/examples/variant-json-example-datacontract.yaml", {0, 0, 1, 1, 4, 0, 0});
        row("entropy-data/gitops/fulfillment.yml", {0, 0, 0, 0, 0, 0, 0});
        row("entropy-data/gitops/glue_catalog_database_shelf_warmers_v1.yml", {0, 0, 1, 1, 4, 0, 0});
        row("entropy-data/gitops/glue_catalog_database_stock_updated_v1.yml", {0, 0, 1, 1, 4, 0, 0});
        row("entropy-data/gitops/s3_bucket_shelf_warmers_v1.yml", {0, 0, 1, 1, 4, 0, 0});
        row("entropy-data/gitops/s3_bucket_stock_updated_v1.yml", {0, 0, 1, 1, 4, 0, 0});
        row("entropy-data/gitops/shelf_warmers.yml", {1, 2, 0, 0, 0, 0, 0});
        row("entropy-data/gitops/stock_service.yml", {0, 0, 0, 0, 0, 0, 0});
        row("entropy-data/gitops/stock_updated.yml", {1, 3, 0, 0, 0, 0, 0});
        // clang-format on
    }
    void everyDocumentGivesAllThereIs()
    {
        QFETCH(Counts, counts);
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        const QByteArray bytes = contentOf(corpus().filePath(name));
        QVERIFY(!bytes.isEmpty());
        const FileRecords file = readFile(bytes, contextIn({}, name));
        const Records &r = file.records;
        QCOMPARE(r.products.size(), counts.products);
        QCOMPARE(r.ports.size(), counts.ports);
        QCOMPARE(r.contracts.size(), counts.contracts);
        QCOMPARE(r.datasets.size(), counts.datasets);
        QCOMPARE(r.columns.size(), counts.columns);
        QCOMPARE(r.serviceLevels.size(), counts.levels);
        QCOMPARE(r.agreements.size(), counts.agreements);
        QVERIFY(std::none_of(r.issues.begin(), r.issues.end(),
                             [](const Issue &issue) { return issue.severity == Issue::Severity::Error; }));
        // Every place leads back to bytes of the file, and every document can be read again for its other fields.
        for (const Contract &contract : r.contracts) {
            QVERIFY(contract.source.end <= bytes.size() && contract.source.begin < contract.source.end);
            for (const Node::Field &field : moreFields(bytes, contract.source, contextIn({}, name)))
                QVERIFY(!field.path.isEmpty() && field.line > 0);
        }
    }

    void schemasAndDescriptionsOfInterfacesAreNobodys_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *folder : {"odcs/schema", "odps-bitol", "datacontract-specification", "entropy-data",
                                   "mesh-registry-examples", "iceberg", "openmetadata/schemas"}) {
            QDirIterator it(corpus().filePath(QLatin1String(folder)), QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const QString path = it.next();
                if (path.contains(QLatin1String("schema")) && path.endsWith(QLatin1String(".json")))
                    QTest::newRow(qPrintable(corpus().relativeFilePath(path))) << path;
            }
        }
        QTest::newRow("openapi") << corpus().filePath(QStringLiteral("entropy-data/openapi.yaml"));
        QTest::newRow("iceberg openapi") << corpus().filePath(QStringLiteral("iceberg/rest-catalog-open-api.yaml"));
    }
    void schemasAndDescriptionsOfInterfacesAreNobodys()
    {
        QFETCH(QString, file);
        const FileRecords read = readFile(contentOf(file), contextIn({}, file));
        QCOMPARE(read.recognised, 0);
        QVERIFY(read.records.issues.isEmpty());
    }

    void teamsOfTheGitWorkflowAreDomains()
    {
        const QString path = corpus().filePath(QStringLiteral("entropy-data/gitops/fulfillment.yml"));
        const FileRecords file = readFile(contentOf(path), contextIn({}, path));
        QCOMPARE(file.records.domains.value(0).id, QStringLiteral("fulfillment"));
        QCOMPARE(file.records.domains.value(0).owners.value(0).party, QStringLiteral("alice@example.com"));
    }

    void everyFileOfTheCorpusIsReadWithoutHarm()
    {
        QDirIterator it(corpus().path(), QDir::Files, QDirIterator::Subdirectories);
        int files = 0;
        while (it.hasNext()) {
            const QString path = it.next();
            if (QFileInfo(path).size() > 8'000'000)
                continue;
            const FileRecords file = readFile(contentOf(path), contextIn({}, path));
            for (const Issue &issue : file.records.issues)
                QVERIFY(!issue.text.isEmpty());
            ++files;
        }
        QVERIFY(files > 100);
    }
};

MESHSCOPE_TEST(CorpusTest)
#include "tst_corpus.moc"
