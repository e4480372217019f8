#include "models/formats/all.h"

#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace meshscope;
using namespace meshscope::test;

/// Real dbt projects, counted against a second, plain reading of the same file.
class TestDbtCorpus : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!corpus().exists(QStringLiteral("dbt")))
            QSKIP("skipped: no corpus");
    }
    void countsAgree_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("datasets");
        QTest::addColumn<int>("edges");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rules");
        QTest::newRow("GitLab v12") << "gitlab-analytics-2024-10.manifest.json" << 4144 << 5321 << 18809 << 0;
        QTest::newRow("jaffle v12") << "jaffle-v12-manifest_1.10.json" << 19 << 17 << 25 << 27;
        QTest::newRow("Solana v6") << "flipside-solana-manifest.json" << 130 << 195 << 729 << 776;
        QTest::newRow("jaffle duckdb") << "manifest_jaffle_duckdb.json" << 8 << 8 << 27 << 20;
    }
    void countsAgree()
    {
        QFETCH(QString, file);
        QFETCH(int, datasets);
        QFETCH(int, edges);
        QFETCH(int, columns);
        QFETCH(int, rules);
        const QByteArray bytes = contentOf(corpus().filePath(QStringLiteral("dbt/") + file));
        QVERIFY(!bytes.isEmpty());
        const Records out = recordsOf(*makeDbtManifest(), bytes, contextIn({}, file));

        const QJsonObject manifest = QJsonDocument::fromJson(bytes).object();
        QSet<QString> relations;
        QSet<QString> pairs;
        QHash<QString, QString> ids;
        int models = 0;
        for (const QString &section : {QStringLiteral("nodes"), QStringLiteral("sources")}) {
            const QJsonObject nodes = manifest.value(section).toObject();
            for (auto it = nodes.begin(); it != nodes.end(); ++it) {
                const QJsonObject node = it->toObject();
                const QString type = node.value(u"resource_type").toString();
                if (type != u"model" && type != u"seed" && type != u"snapshot" && type != u"source")
                    continue;
                if (node.value(u"config").toObject().value(u"materialized") == QStringLiteral("ephemeral"))
                    continue;
                models += type == u"model" || type == u"snapshot";
                const QJsonValue name = node.contains(u"identifier") ? node.value(u"identifier") : node.value(u"alias");
                ids.insert(it.key(), node.value(u"database").toString() + u'.' + node.value(u"schema").toString() + u'.' +
                                         name.toString());
            }
        }
        const QJsonObject parents = manifest.value(u"parent_map").toObject();
        for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
            relations.insert(it.value());
            for (const auto &parent : parents.value(it.key()).toArray()) {
                if (ids.contains(parent.toString()))
                    pairs.insert(ids.value(parent.toString()) + u'>' + it.value());
            }
        }
        QCOMPARE(relations.size(), datasets);
        QCOMPARE(pairs.size(), edges);

        QSet<QString> names;
        for (const Dataset &dataset : out.datasets) {
            names.insert(dataset.id.mid(dataset.ns.size() + 1));
            QCOMPARE(dataset.platform, manifest.value(u"metadata").toObject().value(u"adapter_type").toString());
        }
        QCOMPARE(out.datasets.size(), datasets);
        QCOMPARE(names, relations);
        QCOMPARE(out.lineage.size(), edges);
        QCOMPARE(out.columns.size(), columns);
        QCOMPARE(out.qualityRules.size(), rules);
        QCOMPARE(out.jobs.size(), models);
        QCOMPARE(out.issues.size(), 0);
        for (const LineageEdge &edge : out.lineage)
            QVERIFY(findById(out.jobs, edge.job));
    }
    void solanaCatalogFitsItsManifest()
    {
        const QDir folder(corpus().filePath(QStringLiteral("dbt")));
        const QString manifestFile = QStringLiteral("flipside-solana-manifest.json");
        const QString catalogFile = QStringLiteral("flipside-solana-catalog.json");
        const QByteArray bytes = contentOf(folder.filePath(catalogFile));
        const Folder files{{manifestFile, contentOf(folder.filePath(manifestFile))}};
        const Records declared = recordsOf(*makeDbtManifest(), files.value(manifestFile), contextIn({}, manifestFile));
        const Records found = recordsOf(*makeDbtCatalog(), bytes, contextIn(files, catalogFile));

        int tables = 0;
        int columns = 0;
        const QJsonObject catalog = QJsonDocument::fromJson(bytes).object();
        for (const char *section : {"nodes", "sources"}) {
            const QJsonObject nodes = catalog[QLatin1StringView(section)].toObject();
            for (auto it = nodes.begin(); it != nodes.end(); ++it) {
                if (!it.key().startsWith(u"test.")) {
                    ++tables;
                    columns += int(it->toObject()["columns"].toObject().size());
                }
            }
        }
        QCOMPARE(found.datasets.size(), tables);
        QCOMPARE(found.columns.size(), columns);
        QSet<QString> ids;
        for (const Dataset &dataset : declared.datasets)
            ids.insert(dataset.id);
        for (const Dataset &dataset : found.datasets)
            QVERIFY2(ids.contains(dataset.id), qPrintable(dataset.id));
        QVERIFY(std::any_of(found.datasets.begin(), found.datasets.end(),
                            [](const Dataset &dataset) { return dataset.rowCount.value_or(0) > 0; }));
        // a declared column and its counterpart in the warehouse are one: never two spellings of a name
        QHash<QString, QString> spelling;
        for (const QList<Column> &list : {declared.columns, found.columns}) {
            for (const Column &column : list) {
                const QString key = column.dataset + u'/' + column.path.toLower();
                QCOMPARE(spelling.value(key, column.path), column.path);
                spelling.insert(key, column.path);
            }
        }
    }
    void jaffleRunResultsFitTheirManifest()
    {
        const QDir folder(corpus().filePath(QStringLiteral("dbt")));
        const Folder files{
            {QStringLiteral("manifest.json"), contentOf(folder.filePath(QStringLiteral("jaffle-v12-manifest_1.10.json")))}};
        const Records out =
            recordsOf(*makeDbtRunResults(), contentOf(folder.filePath(QStringLiteral("jaffle-v6-run_results_1.12.json"))),
                      contextIn(files, QStringLiteral("run_results.json")));
        QCOMPARE(out.jobs.size(), 13);
        QCOMPARE(out.measurements.size(), 27); // its tests; the file comes from "dbt docs generate", so none has run
        for (const Measurement &m : out.measurements) {
            QCOMPARE(m.property, QStringLiteral("compile"));
            QCOMPARE(m.targetKind, std::optional<Kind>(Kind::Dataset));
        }
        QVERIFY(std::any_of(out.measurements.begin(), out.measurements.end(), [](const Measurement &m) {
            return m.element == u"customer_id" && m.target == u"duckdb:///jaffle_shop.main.stg_customers";
        }));
    }
    void recordsOfAParsedManifest()
    {
        const QByteArray bytes = contentOf(corpus().filePath(QStringLiteral("dbt/gitlab-analytics-2024-10.manifest.json")));
        const Parsed parsed = parseDocuments(bytes, Syntax::Json);
        QCOMPARE(parsed.documents.size(), size_t(1));
        const ReadContext context = contextIn({}, QStringLiteral("manifest.json"));
        const auto format = makeDbtManifest();
        QBENCHMARK
        {
            Records out;
            format->read(parsed.documents.front(), context, out);
            QCOMPARE(out.datasets.size(), 4144);
        }
    }
};

MESHSCOPE_TEST(TestDbtCorpus)
#include "tst_dbtcorpus.moc"
