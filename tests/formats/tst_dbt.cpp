#include "models/formats/all.h"
#include "models/mesh/address.h"

#include "tests/formats/dbtsample.h"
#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray manifest = dbtManifestSample();
const QString orders = u"postgres:///wh.marts.orders"_s;
const QString rawOrders = u"postgres:///raw.erp.ORDERS"_s;
const QString countries = u"postgres:///wh.ref.countries"_s;
const QString history = u"postgres:///wh.snap.orders_history"_s;

} // namespace

/// What comes out of each of dbt's four files, alone and beside its manifest.
class TestDbt : public QObject {
    Q_OBJECT
private:
    static Records read(const QHash<QString, QString> &options = {})
    {
        return recordsOf(*makeDbtManifest(), manifest, contextIn({}, u"target/manifest.json"_s, options));
    }
    static Records beside(const Format &format, const QString &file, const QByteArray &text, bool hasManifest = true)
    {
        Folder folder;
        if (hasManifest)
            folder.insert(u"target/manifest.json"_s, manifest);
        return recordsOf(format, text, contextIn(folder, file));
    }
    static QByteArray versioned(const char *kind, const QByteArray &rest)
    {
        return json("{'metadata': {'dbt_schema_version': 'https://schemas.getdbt.com/dbt/") + kind +
               json(".json', 'generated_at': '2026-02-01T10:00:00Z', 'invocation_id': 'run-1'}, ") + rest + "}";
    }

private slots:
    void filesAreToldApart()
    {
        const QList<std::pair<QByteArray, QString>> cases{
            {manifest, u"dbt manifest"_s},
            {json("{'metadata': {}, 'nodes': {}, 'sources': {}, 'parent_map': {}}"), u"dbt manifest"_s},
            {versioned("catalog/v1", json("'nodes': {}, 'sources': {}")), u"dbt catalog"_s},
            {versioned("run-results/v6", json("'results': []")), u"dbt run results"_s},
            {versioned("sources/v3", json("'results': []")), u"dbt source freshness"_s},
            {json("{'metadata': {'name': 'x'}, 'kind': 'DataContract'}"), QString()},
            {json("[1]"), QString()}};
        std::vector<std::unique_ptr<Format>> all;
        all.push_back(makeDbtManifest());
        all.push_back(makeDbtCatalog());
        all.push_back(makeDbtRunResults());
        all.push_back(makeDbtSourceFreshness());
        for (const auto &[text, name] : cases) {
            const Parsed parsed = parseDocuments(text, Syntax::Json);
            QString found;
            for (const auto &format : all) {
                if (format->recognises(parsed.documents.front()))
                    found += format->name();
            }
            QCOMPARE(found, name);
        }
    }
    void datasetsAreModelsSeedsSnapshotsAndSources()
    {
        const Records out = read();
        QStringList ids;
        for (const Dataset &dataset : out.datasets)
            ids.append(dataset.id);
        ids.sort();
        QCOMPARE(ids, (QStringList{rawOrders, orders, countries, history}));
        const Dataset *found = findById(out.datasets, orders);
        QCOMPARE(found->name, u"orders"_s);
        QCOMPARE(found->type, u"model"_s);
        QCOMPARE(found->platform, u"postgres"_s);
        QCOMPARE(found->ns, u"postgres://"_s);
        QCOMPARE(found->description, u"All orders ever made"_s);
        QCOMPARE(found->tags, QStringList{u"daily"_s});
        QCOMPARE(found->contract, u"model.shop.orders"_s);
        QCOMPARE(propertyOf(found->properties, u"access"_s), u"public"_s);
        QCOMPARE(propertyOf(found->properties, u"deprecation_date"_s), u"2027-01-01"_s);
        QCOMPARE(propertyOf(found->properties, u"meta.tier"_s), u"1"_s);
        QCOMPARE(propertyOf(found->properties, u"unique_id"_s), u"model.shop.orders"_s);
        QCOMPARE(found->source.pointer, u"/nodes/model.shop.orders"_s);
        QVERIFY(found->source.line > 1);
        QCOMPARE(findById(out.datasets, rawOrders)->description, u"From the ERP"_s);
    }
    void twoNodesOfOneRelationAreOneDataset()
    {
        const Records out = read();
        const Dataset *found = findById(out.datasets, countries);
        QCOMPARE(found->type, u"seed"_s);
        QCOMPARE(found->description, u"Codes"_s);
        QCOMPARE(found->tags, QStringList{u"iso"_s});
        QCOMPARE(columnPaths(out, countries), (QStringList{u"code"_s, u"label"_s}));
        QCOMPARE(findColumn(out, countries, u"label"_s)->ordinal, 1);
    }
    void columnsCarryTypesConstraintsAndMeta()
    {
        const Records out = read();
        const Column *id = findColumn(out, orders, u"order_id"_s);
        QCOMPARE(id->physicalType, u"integer"_s);
        QCOMPARE(id->nullable, std::optional<bool>(false));
        QVERIFY(id->unique && id->primaryKey);
        QCOMPARE(id->ordinal, 0);
        const Column *email = findColumn(out, orders, u"email"_s);
        QCOMPARE(email->classification, u"PII"_s);
        QCOMPARE(email->tags, (QStringList{u"x"_s, u"y"_s}));
        QCOMPARE(propertyOf(email->properties, u"meta.source"_s), u"crm"_s);
        QVERIFY(!email->primaryKey);
        QCOMPARE(findColumn(out, orders, u"note"_s)->classification, u"confidential"_s);
        QStringList constraints;
        for (const QualityRule &rule : out.qualityRules) {
            if (rule.type == u"constraint")
                constraints.append(rule.column + u'|' + rule.text + u'|' + rule.expression);
        }
        constraints.sort();
        QCOMPARE(constraints, (QStringList{u"note|foreign_key|notes(id)"_s, u"|check|amount > 0"_s}));
    }
    void lineageGoesThroughEphemeralModels()
    {
        const Records out = read();
        QStringList edges;
        for (const LineageEdge &edge : out.lineage)
            edges.append(edge.from + u" > "_s + edge.to + u" by "_s + edge.job);
        edges.sort();
        QStringList wanted{rawOrders + u" > "_s + orders + u" by model.shop.orders"_s,
                           u"model.gone.away > "_s + orders + u" by model.shop.orders"_s, // named, but nowhere defined
                           countries + u" > "_s + orders + u" by model.shop.orders"_s,
                           orders + u" > "_s + history + u" by snapshot.shop.orders_history"_s};
        wanted.sort();
        QCOMPARE(edges, wanted);
    }
    void modelsAndSnapshotsAreJobs()
    {
        const Records out = read();
        QCOMPARE(out.jobs.size(), 2);
        const Job *job = findById(out.jobs, u"model.shop.orders"_s);
        QCOMPARE(job->name, u"orders"_s);
        QCOMPARE(job->ns, u"shop"_s);
        QCOMPARE(job->type, u"model"_s);
        QCOMPARE(job->integration, u"dbt"_s);
        QCOMPARE(job->sql, u"select one"_s);
        QCOMPARE(findById(out.jobs, u"snapshot.shop.orders_history"_s)->sql, u"select 2"_s);
    }
    void testsAreRules()
    {
        const Records out = read();
        const QualityRule *rule = findById(out.qualityRules, u"test.shop.not_null_orders_order_id.1"_s);
        QCOMPARE(rule->dataset, orders);
        QCOMPARE(rule->column, u"order_id"_s);
        QCOMPARE(rule->type, u"dbt test"_s);
        QCOMPARE(rule->dimension, u"completeness"_s);
        QCOMPARE(rule->severity, u"warn"_s);
        QCOMPARE(rule->expression, u"select 1"_s);
        rule = findById(out.qualityRules, u"test.shop.relationships_orders.2"_s);
        QCOMPARE(rule->dataset, orders); // not the table it points to
        QCOMPARE(rule->column, u"country"_s);
        QCOMPARE(rule->dimension, u"consistency"_s);
        QCOMPARE(findById(out.qualityRules, u"test.shop.source_fresh.3"_s)->dataset, rawOrders);
        rule = findById(out.qualityRules, u"test.shop.singular"_s);
        QCOMPARE(rule->dataset, rawOrders);
        QCOMPARE(rule->text, u"No negative amounts"_s);
        QVERIFY(!findById(out.qualityRules, u"test.shop.disabled"_s));
    }
    void enforcedContractsAreContracts()
    {
        const Records out = read();
        QCOMPARE(out.contracts.size(), 1);
        QCOMPARE(out.contracts.first().id, u"model.shop.orders"_s);
        QCOMPARE(out.contracts.first().standard, u"dbt"_s);
        QCOMPARE(out.contracts.first().standardVersion, u"v12"_s);
        QCOMPARE(propertyOf(out.contracts.first().properties, u"checksum"_s), u"abc"_s);
    }
    void exposuresAreAnalyticalProducts()
    {
        const Records out = read();
        QCOMPARE(out.products.size(), 1);
        const DataProduct &product = out.products.first();
        QCOMPARE(product.id, u"exposure.shop.weekly"_s);
        QCOMPARE(product.name, u"Weekly report"_s);
        QCOMPARE(product.kindText, u"dashboard"_s);
        QVERIFY(product.isAnalytical);
        QCOMPARE(product.alignment, DataProduct::Alignment::Consumer);
        QCOMPARE(product.lifecycle, u"high"_s);
        QCOMPARE(propertyOf(product.properties, u"url"_s), u"https://bi/1"_s);
        QCOMPARE(product.owners.size(), 1);
        QCOMPARE(product.owners.first(), (PartyRole{u"ann@example.com"_s, u"Ann"_s, u"owner"_s, u"ann@example.com"_s}));
        QCOMPARE(out.ports.size(), 2);
        QCOMPARE(out.ports.at(0).datasets, QStringList{orders}); // through the metric and its semantic model
        QCOMPARE(out.ports.at(1).datasets, QStringList{rawOrders});
        QVERIFY(!out.ports.at(0).output);
        QCOMPARE(out.ports.at(0).id, portId(product.id, false, u"orders"_s, {}));
    }
    void groupsAndMetaNameOwners()
    {
        const Records out = read();
        const Dataset *found = findById(out.datasets, orders);
        QCOMPARE(found->owners.size(), 2);
        QCOMPARE(found->owners.at(0),
                 (PartyRole{u"group.shop.finance"_s, u"Finance team"_s, u"owner"_s, u"fin@example.com"_s}));
        QCOMPARE(found->owners.at(1).contact, u"jane@example.com"_s);
        const Party *team = findById(out.parties, u"group.shop.finance"_s);
        QVERIFY(team->isTeam);
        QCOMPARE(propertyOf(team->properties, u"slack"_s), u"#fin"_s);
        QCOMPARE(findById(out.parties, u"jane@example.com"_s)->email, u"jane@example.com"_s);
        QCOMPARE(out.parties.size(), 3);
    }
    void ownersInAnyShape()
    {
        const QByteArray text =
            json("{'metadata': {'dbt_schema_version': 'x/manifest/v9.json', 'adapter_type': 'duckdb'}, 'sources': {},"
                 " 'nodes': {'model.a.b': {'name': 'b', 'database': 'd', 'schema': 's', 'alias': 'b', 'group': 'unknown',"
                 " 'meta': {'owner': ['@ann', {'name': 'Team B', 'email': ['b@example.com', 'c@example.com']}], 'owners': "
                 "'Carl'}}}}");
        const Records out = recordsOf(*makeDbtManifest(), text, contextIn({}, u"m.json"_s));
        QStringList names;
        for (const PartyRole &role : out.datasets.first().owners)
            names.append(role.party + u'|' + role.name + u'|' + role.contact);
        QCOMPARE(names,
                 (QStringList{u"|unknown|"_s, u"@ann|@ann|"_s, u"b@example.com|Team B|b@example.com"_s, u"Carl|Carl|"_s}));
    }
    void freshnessIsAPromise()
    {
        const Records out = read();
        QCOMPARE(out.serviceLevels.size(), 2);
        const ServiceLevel &level = out.serviceLevels.at(0);
        QCOMPARE(level.owner, rawOrders);
        QCOMPARE(level.ownerKind, Kind::Dataset);
        QCOMPARE(level.property, u"freshness"_s);
        QCOMPARE(level.value + level.unit, u"1day"_s);
        QCOMPARE(level.comparison, u"<="_s);
        QCOMPARE(level.description, u"warn_after 12 hour"_s);
        QCOMPARE(out.serviceLevels.at(1).id, u"freshness.warn_after"_s);
        QCOMPARE(out.serviceLevels.at(1).owner, countries);
    }
    void domainsBySetting_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QStringList>("domains");
        QTest::newRow("none") << "none"
                              << "" << QStringList();
        QTest::newRow("not set") << ""
                                 << "" << QStringList();
        QTest::newRow("package") << "package"
                                 << "shop" << QStringList{u"shop"_s};
        QTest::newRow("folder") << "folder"
                                << "sales/core" << QStringList{u"sales"_s, u"sales/core"_s, u"snap"_s, u"staging"_s};
    }
    void domainsBySetting()
    {
        QFETCH(QString, rule);
        const Records out = read({{u"dbt.domain"_s, rule}});
        QTEST(findById(out.datasets, orders)->domain, "domain");
        QTEST(findById(out.jobs, u"model.shop.orders"_s)->domain, "domain");
        QStringList ids;
        for (const Domain &domain : out.domains) {
            ids.append(domain.id);
            QVERIFY(domain.implied);
        }
        ids.removeAll(u"snap/orders_history"_s); // dbt 1.9 repeats a snapshot's file in its path
        ids.sort();
        QTEST(ids, "domains");
        if (rule == u"folder") {
            QCOMPARE(findById(out.domains, u"sales/core"_s)->domain, u"sales"_s);
            QCOMPARE(findById(out.domains, u"sales/core"_s)->name, u"core"_s);
            QCOMPARE(findById(out.datasets, rawOrders)->domain, u"staging"_s);
            QCOMPARE(findById(out.datasets, countries)->domain, QString());
            QCOMPARE(out.products.first().domain, u"sales"_s);
        }
    }
    void domainsByTheirOwnWord()
    {
        QByteArray text = dbtManifestSample();
        text.replace("\"contract\": {\"enforced\": true}, \"meta\": {",
                     "\"contract\": {\"enforced\": true}, \"meta\": {\"domain\": \"Sales/Orders\", ");
        const Records out = recordsOf(*makeDbtManifest(), text, contextIn({}, u"m.json"_s, {{u"dbt.domain"_s, u"meta"_s}}));
        QCOMPARE(findById(out.datasets, orders)->domain, u"Sales/Orders"_s);
        QCOMPARE(findById(out.datasets, rawOrders)->domain, QString()); // says nothing
        QCOMPARE(out.domains.size(), 2);
        QCOMPARE(findById(out.domains, u"Sales/Orders"_s)->name, u"Orders"_s);
        QCOMPARE(findById(out.domains, u"Sales/Orders"_s)->domain, u"Sales"_s);
    }
    void namespaceBySetting()
    {
        const Records out = read({{u"dbt.namespace"_s, u"postgres://db.example.com:5432"_s}});
        QVERIFY(findById(out.datasets, u"postgres://db.example.com:5432/wh.marts.orders"_s));
    }
    void namespaceOfTheRun()
    {
        QByteArray own = dbtManifestSample();
        own.replace("\"adapter_type\":",
                    "\"env\": {\"OPENLINEAGE_NAMESPACE\": \"snowflake://acme-eu1\"}, \"adapter_type\":");
        const auto readWith = [&](const QByteArray &text, const QHash<QString, QString> &options) {
            return recordsOf(*makeDbtManifest(), text, contextIn({}, u"m.json"_s, options));
        };
        QVERIFY(findById(readWith(own, {}).datasets, u"snowflake://acme-eu1/wh.marts.orders"_s));
        QVERIFY(findById(readWith(own, {{u"dbt.namespace"_s, u"postgres://other:1"_s}}).datasets,
                         u"postgres://other:1/wh.marts.orders"_s));
        own.replace("snowflake://acme-eu1", "nightly"); // a namespace of jobs
        QCOMPARE(readWith(own, {}).datasets.first().id, read({}).datasets.first().id);
    }
    void laterVersionsAreReadWithANote()
    {
        const Records out = recordsOf(*makeDbtManifest(), versioned("manifest/v99", json("'nodes': {}, 'sources': {}")),
                                      contextIn({}, u"m.json"_s));
        QCOMPARE(out.issues.size(), 1);
        QCOMPARE(out.issues.first().severity, Issue::Severity::Note);
        QVERIFY(out.issues.first().text.contains(u"99"));
    }
    void wrongTypesDoNoHarm()
    {
        const QByteArray text =
            json("{'metadata': {'dbt_schema_version': 'x/manifest/v12.json'}, 'docs': [], 'groups': 5, 'exposures': [1],"
                 " 'sources': [], 'nodes': {'model.a.b': 7, 'model.a.c': {'name': ['x'], 'columns': [1, 2], 'depends_on': "
                 "{'nodes': {'a': 1}},"
                 " 'tags': {'a': 1}, 'config': 'no', 'meta': [1], 'constraints': 3}, 'model': {'depends_on': []}, "
                 "'test.a.t': {'test_metadata': 1}}}");
        const Records out = recordsOf(*makeDbtManifest(), text, contextIn({}, u"m.json"_s));
        QCOMPARE(out.columns.size(), 0);
        QCOMPARE(out.lineage.size(), 0);
    }

    void catalogTakesNamesFromItsManifest()
    {
        const QByteArray catalog = versioned(
            "catalog/v1",
            json("'nodes': {"
                 " 'model.shop.orders': {'metadata': {'type': 'BASE TABLE', 'database': 'WH', 'schema': 'MARTS', 'name': "
                 "'ORDERS', 'comment': 'c', 'owner': 'dbt'},"
                 " 'columns': {'EMAIL': {'name': 'EMAIL', 'type': 'TEXT', 'index': 2, 'comment': 'mail'}, 'ORDER_ID': "
                 "{'name': 'ORDER_ID', 'type': 'NUMBER', 'index': 1},"
                 " 'EXTRA': {'name': 'EXTRA', 'type': 'DATE', 'index': 3}},"
                 " 'stats': {'row_count': {'value': 12.0}, 'bytes': {'value': 4096}, 'last_modified': {'value': "
                 "'2026-01-01'}, 'has_stats': {'value': true}}},"
                 " 'model.shop.unknown': {'metadata': {'database': 'WH', 'schema': 'MARTS', 'name': 'OTHER'}, 'columns': "
                 "{}, 'stats': {'row_count': {'value': 1e300}}},"
                 " 'test.shop.not_null_orders_order_id.1': {'metadata': {'database': 'WH', 'schema': 'AUDIT', 'name': 'T'}, "
                 "'columns': {'A': {'name': 'A'}}}},"
                 " 'sources': {'source.shop.erp.raw_orders': {'metadata': {'database': 'RAW', 'schema': 'ERP', 'name': "
                 "'ORDERS'}, 'columns': {'ID': {'name': 'ID', 'type': 'NUMBER', 'index': 1}}, 'stats': {}}}"));
        const Records out = beside(*makeDbtCatalog(), u"target/catalog.json"_s, catalog);
        QCOMPARE(out.datasets.size(), 3);
        QVERIFY(std::none_of(out.datasets.cbegin(), out.datasets.cend(), // what is no count is none
                             [](const Dataset &d) { return d.id != orders && d.rowCount; }));
        const Dataset *found = findById(out.datasets, orders);
        QVERIFY(found);
        QCOMPARE(found->name, u"orders"_s);
        QCOMPARE(found->type, u"model"_s);
        QCOMPARE(found->rowCount, std::optional<qint64>(12));
        QCOMPARE(found->byteCount, std::optional<qint64>(4096));
        QCOMPARE(propertyOf(found->properties, u"relation_type"_s), u"BASE TABLE"_s);
        QCOMPARE(propertyOf(found->properties, u"last_modified"_s), u"2026-01-01"_s);
        QCOMPARE(columnPaths(out, orders), (QStringList{u"order_id"_s, u"email"_s, u"EXTRA"_s}));
        const Column *email = findColumn(out, orders, u"email"_s);
        QCOMPARE(email->ordinal, 1);
        QCOMPARE(email->physicalType, u"TEXT"_s);
        QCOMPARE(email->description, u"mail"_s);
        QVERIFY(findById(out.datasets, rawOrders));
        QVERIFY(findById(out.datasets, u"postgres:///WH.MARTS.OTHER"_s));
    }
    void catalogAloneGuessesItsEngine_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("id");
        QTest::newRow("snowflake") << json("'stats': {'row_count': {'value': 1}, 'bytes': {'value': 1}}, 'columns': {}")
                                   << "snowflake:///D.S.T";
        QTest::newRow("bigquery") << json("'stats': {'num_rows': {'value': 1}}, 'columns': {}") << "bigquery/D.S.T";
        QTest::newRow("redshift") << json("'stats': {'diststyle': {'value': 'EVEN'}}, 'columns': {}") << "redshift:///D.S.T";
        QTest::newRow("postgres") << json("'stats': {}, 'columns': {'a': {'name': 'a', 'type': 'character varying'}}")
                                  << "postgres:///D.S.T";
        QTest::newRow("duckdb") << json("'stats': {}, 'columns': {'a': {'type': 'HUGEINT'}}") << "duckdb:///D.S.T";
        QTest::newRow("clickhouse") << json("'stats': {}, 'columns': {'a': {'type': 'UInt64'}}") << "clickhouse:///D.S.T";
        QTest::newRow("nothing to go by") << json("'stats': {}, 'columns': {'a': {'type': 'date'}}") << "dbt:///D.S.T";
    }
    void catalogAloneGuessesItsEngine()
    {
        QFETCH(QByteArray, table);
        const QByteArray text = versioned(
            "catalog/v1", json("'nodes': {'model.a.t': {'metadata': {'database': 'D', 'schema': 'S', 'name': 'T'}, ") +
                              table + json("}}, 'sources': {}"));
        const Records out = beside(*makeDbtCatalog(), u"target/catalog.json"_s, text, false);
        QCOMPARE(out.datasets.size(), 1);
        QTEST(out.datasets.first().id, "id");
    }

    void resultsAreMeasured()
    {
        const QByteArray results = versioned(
            "run-results/v5",
            json("'args': {'which': 'build'}, 'results': ["
                 " {'unique_id': 'model.shop.orders', 'status': 'success', 'failures': null, 'message': 'OK',"
                 " 'timing': [{'name': 'compile', 'completed_at': '2026-02-01T09:00:00Z'}, {'name': 'execute', "
                 "'completed_at': '2026-02-01T09:05:00.5Z'}]},"
                 " {'unique_id': 'snapshot.shop.orders_history', 'status': 'error', 'message': 'broken', 'timing': []},"
                 " {'unique_id': 'seed.shop.countries', 'status': 'success', 'timing': []},"
                 " {'unique_id': 'model.shop.between', 'status': 'success', 'timing': []},"
                 " {'unique_id': 'model.shop.skipped', 'status': 'skipped', 'timing': []},"
                 " {'unique_id': 'test.shop.not_null_orders_order_id.1', 'status': 'fail', 'failures': 7, 'timing': []},"
                 " {'unique_id': 'test.shop.relationships_orders.2', 'status': 'pass', 'failures': 0, 'timing': []},"
                 " {'unique_id': 'test.shop.singular', 'status': 'error', 'failures': null, 'timing': []},"
                 " {'status': 'pass'}]"));
        const Records out = beside(*makeDbtRunResults(), u"target/run_results.json"_s, results);
        QCOMPARE(out.jobs.size(), 2);
        const Job *job = findById(out.jobs, u"model.shop.orders"_s);
        QCOMPARE(job->lastRunState, u"success"_s);
        QCOMPARE(job->lastRunId, u"run-1"_s);
        QCOMPARE(job->lastRunAt, QDateTime(QDate(2026, 2, 1), QTime(9, 5, 0, 500), Qt::UTC));
        QCOMPARE(job->sql, u"select one"_s); // what the manifest says is not lost
        QCOMPARE(propertyOf(findById(out.jobs, u"snapshot.shop.orders_history"_s)->properties, u"message"_s), u"broken"_s);
        QStringList found;
        for (const Measurement &m : out.measurements)
            found.append(m.property + u' ' + m.target + u' ' + m.element + u' ' + QString::number(m.value) + u' ' +
                         QString::number(m.good.value_or(-1)));
        QCOMPARE(found, (QStringList{u"completion "_s + orders + u"  1 -1"_s, u"completion "_s + history + u"  0 -1"_s,
                                     u"completion "_s + countries + u"  1 -1"_s, u"test "_s + orders + u" order_id 7 0"_s,
                                     u"test "_s + orders + u" country 0 1"_s, u"test "_s + rawOrders + u"  1 0"_s}));
        QCOMPARE(out.measurements.first().run, u"run-1"_s);
        QCOMPARE(out.issues.size(), 1); // the result without an id
    }
    void resultsWithoutAManifestKeepUniqueIds()
    {
        const QByteArray results = versioned(
            "run-results/v4",
            json("'results': ["
                 " {'unique_id': 'model.shop.orders', 'status': 'success', 'timing': [], 'compiled_code': 'select 9'},"
                 " {'unique_id': 'test.shop.t.1', 'status': 'pass', 'failures': 0, 'timing': []}]"));
        const Records out = beside(*makeDbtRunResults(), u"target/run_results.json"_s, results, false);
        QCOMPARE(out.jobs.first().name, u"orders"_s);
        QCOMPARE(out.jobs.first().ns, u"shop"_s);
        QCOMPARE(out.jobs.first().sql, u"select 9"_s);
        QCOMPARE(out.measurements.at(0).target, u"model.shop.orders"_s);
        QCOMPARE(out.measurements.at(1).target, u"test.shop.t.1"_s);
        QCOMPARE(out.measurements.at(1).at, QDateTime(QDate(2026, 2, 1), QTime(10, 0), Qt::UTC));
    }
    void compilingIsNotRunning()
    {
        const QByteArray results =
            versioned("run-results/v6", json("'args': {'which': 'generate'}, 'results': ["
                                             " {'unique_id': 'model.shop.orders', 'status': 'success', 'timing': []},"
                                             " {'unique_id': 'test.shop.not_null_orders_order_id.1', 'status': 'success', "
                                             "'failures': null, 'timing': []}]"));
        const Records out = beside(*makeDbtRunResults(), u"target/run_results.json"_s, results);
        QCOMPARE(out.jobs.first().lastRunState, u"compiled"_s);
        QCOMPARE(out.measurements.size(), 1);
        QCOMPARE(out.measurements.first().property, u"compile"_s);
        QVERIFY(!out.measurements.first().total);
        QCOMPARE(out.issues.size(), 1);
        QCOMPARE(out.issues.first().severity, Issue::Severity::Note);
    }
    void sourceFreshnessIsMeasured()
    {
        const QByteArray sources = versioned(
            "sources/v3",
            json("'results': ["
                 " {'unique_id': 'source.shop.erp.raw_orders', 'max_loaded_at': '2026-02-01T08:00:00Z', 'snapshotted_at': "
                 "'2026-02-01T09:00:00Z',"
                 " 'max_loaded_at_time_ago_in_s': 3600.25, 'status': 'warn', 'criteria': {'warn_after': {'count': 1, "
                 "'period': 'hour'}}},"
                 " {'unique_id': 'source.shop.files.countries', 'error': 'no table', 'status': 'runtime error'}]"));
        for (const bool hasManifest : {true, false}) {
            const Records out = beside(*makeDbtSourceFreshness(), u"target/sources.json"_s, sources, hasManifest);
            QCOMPARE(out.measurements.size(), 1);
            const Measurement &m = out.measurements.first();
            QCOMPARE(m.property, u"freshness"_s);
            QCOMPARE(m.value, 3600.25);
            QCOMPARE(m.unit, u"s"_s);
            QCOMPARE(m.target, hasManifest ? rawOrders : u"source.shop.erp.raw_orders"_s);
            QCOMPARE(m.at, QDateTime(QDate(2026, 2, 1), QTime(9, 0), Qt::UTC));
            QCOMPARE(out.issues.size(), 1);
            QVERIFY(out.issues.first().text.contains(u"no table"));
            QCOMPARE(out.serviceLevels.size(), hasManifest ? 0 : 1);
        }
    }
    void theManifestIsFoundByTheFilesOwnName()
    {
        const QByteArray results = versioned(
            "run-results/v6", json("'results': [{'unique_id': 'seed.shop.countries', 'status': 'success', 'timing': []}]"));
        const Records out = recordsOf(*makeDbtRunResults(), results,
                                      contextIn({{u"a/shop-manifest.json"_s, manifest}}, u"a/shop-run_results.json"_s));
        QCOMPARE(out.measurements.first().target, countries);
    }
};

MESHSCOPE_TEST(TestDbt)
#include "tst_dbt.moc"
