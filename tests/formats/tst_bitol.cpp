#include "models/formats/format.h"
#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

/// ODPS, ODCS, DUA and observability metrics: every field of small documents, and what is wrong in them.
class BitolTest : public QObject {
    Q_OBJECT

private:
    static FileRecords read(const QByteArray &text, const QString &file = QStringLiteral("a/b.yaml"))
    {
        return readFile(text, contextIn({}, file));
    }

private slots:
    void definitionsOfAnyPartAreTerms()
    {
        const FileRecords file =
            readFile("kind: DataContract\napiVersion: v3.1.0\nid: c\n"
                     "servers: [{type: s3, authoritativeDefinitions: [{url: 'https://s'}]}]\n"
                     "slaProperties: [{property: x, value: 1, authoritativeDefinitions: [{url: 'https://l'}]}]\n"
                     "schema:\n- name: t\n  quality: [{type: text, description: d, "
                     "authoritativeDefinitions: [{url: 'https://q'}]}]\n",
                     contextIn({}, QStringLiteral("a.yaml")));
        QStringList terms;
        for (const Term &term : file.records.terms)
            terms.append(term.id);
        terms.sort();
        QCOMPARE(terms,
                 QStringList({QStringLiteral("https://l"), QStringLiteral("https://q"), QStringLiteral("https://s")}));
        QCOMPARE(file.records.contracts[0].terms.size(), 2);
    }

    void wordsForTrueAndFalseOfYaml11AreUnderstood()
    {
        const FileRecords file =
            readFile("kind: DataContract\napiVersion: v3.1.0\nid: c\nschema:\n- name: t\n  properties:\n"
                     "  - {name: a, required: yes, unique: on}\n  - {name: b, required: no, primaryKey: 'Off'}\n"
                     "  - {name: d, required: maybe}\n",
                     contextIn({}, QStringLiteral("a.yaml")));
        QCOMPARE(file.records.columns.value(0).nullable, std::optional<bool>(false));
        QVERIFY(file.records.columns.value(0).unique);
        QCOMPARE(file.records.columns.value(1).nullable, std::optional<bool>(true));
        QVERIFY(!file.records.columns.value(1).primaryKey);
        QCOMPARE(file.records.issues.size(), 1);
    }

    void aProductHasAllItsFacts()
    {
        const FileRecords file = read(
            "apiVersion: v1.0.0\nkind: DataProduct\nid: p1\nname: Orders\nversion: 1.2.0\nstatus: active\n"
            "domain: Sales/EMEA\ntenant: acme\nproductCreatedTs: 2024-01-02T03:04:05Z\n"
            "description: {purpose: why, limitations: few, usage: how, customProperties: [{property: d, value: 1}],\n"
            "  authoritativeDefinitions: [{type: privacy, url: 'https://x.example/p'}]}\n"
            "tags: [a, b]\nunknownField: {x: 1}\n"
            "authoritativeDefinitions: [{type: businessDefinition, url: 'https://x.example/terms/order', description: "
            "Order}]\n"
            "customProperties: [{property: dataProductTier, value: consumer-aligned}, {property: virtual, value: true},\n"
            "  {property: kind, value: dashboard}]\n"
            "inputPorts:\n- {name: in, version: 1.10, contractId: c0}\n- {name: in, version: 2.0, contractId: c1}\n"
            "outputPorts:\n- name: out\n  version: 1\n  type: table\n  description: o\n  contractId: c2\n  tags: [t]\n"
            "  sbom: [{type: external, url: 'https://s'}]\n  inputContracts: [{id: c0, version: 1}, {id: c1}]\n"
            "managementPorts: [{name: m, content: dictionary, type: topic, url: 'kafka://x'}]\n"
            "support: [{channel: help, url: 'https://help', tool: slack, scope: issues}]\n"
            "team: {name: Team A, members: [{username: a@x.example, name: Ann, role: Data Product Owner},\n"
            "  {username: b@x.example, role: data steward}, {username: c, role: owner, dateOut: 2001-01-01}, {username: "
            "d}]}\n");
        QCOMPARE(file.recognised, 1);
        QCOMPARE(file.records.issues, Issues());
        const DataProduct product = file.records.products.value(0);
        QCOMPARE(product.id, QStringLiteral("p1"));
        QCOMPARE(product.domain, QStringLiteral("Sales/EMEA"));
        QCOMPARE(file.records.domains.value(0).id, QStringLiteral("Sales/EMEA"));
        QVERIFY(file.records.domains.value(0).implied);
        QCOMPARE(product.version, QStringLiteral("1.2.0"));
        QCOMPARE(product.lifecycle, QStringLiteral("active"));
        QCOMPARE(product.alignment, DataProduct::Alignment::Consumer);
        QVERIFY(product.isVirtual);
        QVERIFY(product.isAnalytical);
        QCOMPARE(product.kindText, QStringLiteral("dashboard"));
        QCOMPARE(product.purpose, QStringLiteral("why"));
        QCOMPARE(product.limitations, QStringLiteral("few"));
        QCOMPARE(product.usage, QStringLiteral("how"));
        QCOMPARE(propertyOf(product.termsOfUse, QStringLiteral("privacy")), QStringLiteral("https://x.example/p"));
        QCOMPARE(product.terms, QStringList{QStringLiteral("https://x.example/terms/order")});
        QCOMPARE(findById(file.records.terms, product.terms[0])->name, QStringLiteral("Order"));
        QCOMPARE(propertyOf(product.properties, QStringLiteral("tenant")), QStringLiteral("acme"));
        QCOMPARE(propertyOf(product.properties, QStringLiteral("management port m")),
                 QStringLiteral("dictionary · topic · kafka://x"));
        QCOMPARE(propertyOf(product.support, QStringLiteral("help")), QStringLiteral("https://help"));
        QStringList roles;
        for (const PartyRole &owner : product.owners)
            roles.append(owner.name + u':' + owner.role + u':' + owner.contact);
        QCOMPARE(roles, QStringList({QStringLiteral("Team A:owner:"), QStringLiteral("Ann:owner:a@x.example"),
                                     QStringLiteral("b@x.example:steward:b@x.example"), QStringLiteral("c:former owner:"),
                                     QStringLiteral("d:member:")}));
        const Party *const team = findById(file.records.parties, QStringLiteral("Team A"));
        QVERIFY(team && team->isTeam);
        QCOMPARE(team->members.size(), 3);
    }

    void portsAreKeptPerNameAndVersion()
    {
        const FileRecords file =
            read("apiVersion: v1.0.0\nkind: DataProduct\nid: p\ninputPorts:\n"
                 "- {name: in, version: 1.10, contractId: c0}\n- {name: in, version: 2.0}\n- {name: in}\n"
                 "outputPorts:\n- {name: out, version: 1, inputContracts: [{id: c0, version: 3}, {id: c1}]}\n");
        QStringList ids;
        for (const Port &port : file.records.ports)
            ids.append(port.id);
        QCOMPARE(ids, QStringList({QStringLiteral("p/in/in/1.10"), QStringLiteral("p/in/in/2.0"),
                                   QStringLiteral("p/in/in/-"), QStringLiteral("p/out/out/1")}));
        QCOMPARE(file.records.ports[3].inputContracts, QStringList({QStringLiteral("c0"), QStringLiteral("c1")}));
        QCOMPARE(file.records.ports[3].source.pointer, QStringLiteral("/outputPorts/0"));
        QCOMPARE(file.records.ports[0].contract, QStringLiteral("c0"));
    }

    void aContractGivesDatasetsAndColumnsAtAnyDepth()
    {
        const FileRecords file = read(
            "apiVersion: v3.1.0\nkind: DataContract\nid: c\nname: Orders\nversion: '1'\nstatus: active\n"
            "dataProduct: p\ndomain: sales\nslaDefaultElement: orders.at\n"
            "servers:\n- {server: dev, type: postgres, environment: dev, host: dev.db, port: 5432, database: d, schema: s}\n"
            "- {server: live, type: postgres, environment: production, host: live.db, port: 5432, database: d, schema: s}\n"
            "schema:\n- name: orders\n  physicalName: orders_v1\n  physicalType: view\n  tags: [t]\n"
            "  relationships: [{type: foreignKey, from: [orders.a, orders.b], to: [x.a, x.b]}]\n"
            "  quality: [{metric: rowCount, mustBeGreaterThan: 10, unit: rows}]\n"
            "  properties:\n  - {name: id, logicalType: string, physicalType: uuid, required: true, primaryKey: true,\n"
            "     primaryKeyPosition: 1, unique: true, classification: restricted, criticalDataElement: true,\n"
            "     authoritativeDefinitions: [{type: businessDefinition, url: 'https://t.example/order-id'}]}\n"
            "  - name: address\n    logicalType: object\n    properties:\n    - {name: city, logicalType: string}\n"
            "  - name: lines\n    logicalType: array\n    items:\n      logicalType: object\n      properties:\n"
            "      - name: sku\n        relationships: [{to: products.sku}]\n        quality: [{type: sql, query: select 1, "
            "mustBe: 0}]\n"
            "      - name: tags\n        logicalType: array\n        items: {logicalType: string}\n"
            "  - name: matrix\n    logicalType: array\n    items: {logicalType: array, items: {name: cell, logicalType: "
            "number}}\n"
            "roles: [{role: reader, access: read, firstLevelApprovers: boss, secondLevelApprovers: na}]\n"
            "price: {priceAmount: 9.95, priceCurrency: USD, priceUnit: GB}\n"
            "slaProperties:\n- {property: latency, value: 4, unit: d, driver: regulatory, schedule: 0 0 * * *, scheduler: "
            "cron}\n"
            "- {property: latency, value: 5, valueExt: 6, unit: d}\n- {property: retention, value: 3, unit: y, element: "
            "orders.x}\n");
        QCOMPARE(file.records.issues, Issues());
        const Records &r = file.records;
        QCOMPARE(r.datasets.size(), 1);
        const QString id = r.datasets[0].id;
        QCOMPARE(id, QStringLiteral("postgres://live.db:5432/d.s.orders_v1"));
        QCOMPARE(r.datasets[0].type, QStringLiteral("view"));
        QCOMPARE(r.datasets[0].contract, QStringLiteral("c"));
        QVERIFY(r.datasets[0].aliases.isEmpty()); // the development copy is another dataset
        QCOMPARE(propertyOf(r.datasets[0].properties, QStringLiteral("foreignKey")),
                 QStringLiteral("orders.a, orders.b → x.a, x.b"));
        QCOMPARE(columnPaths(r, id),
                 QStringList({QStringLiteral("id"), QStringLiteral("address"), QStringLiteral("address.city"),
                              QStringLiteral("lines"), QStringLiteral("lines[].sku"), QStringLiteral("lines[].tags"),
                              QStringLiteral("matrix"), QStringLiteral("matrix[][]")}));
        const Column &key = r.columns[0];
        QVERIFY(key.primaryKey && key.unique && key.critical && !key.partition);
        QCOMPARE(key.nullable, std::optional<bool>(false));
        QCOMPARE(r.columns[1].nullable, std::optional<bool>());
        QCOMPARE(key.classification, QStringLiteral("restricted"));
        QCOMPARE(key.terms, QStringList{QStringLiteral("https://t.example/order-id")});
        QCOMPARE(r.columns[4].ordinal, 4);
        QCOMPARE(propertyOf(r.columns[4].properties, QStringLiteral("foreignKey")), QStringLiteral("products.sku"));
        QCOMPARE(r.qualityRules.size(), 2);
        QCOMPARE(r.qualityRules[0].type, QStringLiteral("library"));
        QCOMPARE(r.qualityRules[0].expression, QStringLiteral("rowCount > 10 (rows)"));
        QCOMPARE(r.qualityRules[1].column, QStringLiteral("lines[].sku"));
        const Contract &contract = r.contracts[0];
        QCOMPARE(contract.product, QStringLiteral("p"));
        QCOMPARE(contract.standardVersion, QStringLiteral("v3.1.0"));
        QCOMPARE(contract.servers.size(), 2);
        QCOMPARE(contract.servers[1].setting(u"schema"), QStringLiteral("s"));
        QCOMPARE(contract.roles[0].approvers, QStringList{QStringLiteral("boss")});
        QCOMPARE(propertyOf(contract.price, QStringLiteral("priceAmount")), QStringLiteral("9.95"));
        QCOMPARE(r.serviceLevels.size(), 3);
        QCOMPARE(r.serviceLevels[0].element, QStringLiteral("orders.at"));
        QCOMPARE(r.serviceLevels[0].schedule, QStringLiteral("cron 0 0 * * *"));
        QCOMPARE(r.serviceLevels[1].valueTo, QStringLiteral("6"));
        QCOMPARE(r.serviceLevels[2].element, QStringLiteral("orders.x"));
        QVERIFY(r.serviceLevels[0].id != r.serviceLevels[1].id);
        QCOMPARE(r.serviceLevels[0].owner, QStringLiteral("c"));
    }

    void theOlderContractStandardIsRead()
    {
        const FileRecords file =
            read("kind: DataContract\napiVersion: v2.2.2\nuuid: u1\nquantumName: q\ndatasetName: ds\nversion: 1.0.0\n"
                 "datasetDomain: seller\nsourcePlatform: googleCloudPlatform\nserver: h\ndatabase: d\nstatus: current\n"
                 "description: {purpose: p}\nproductSlackChannel: '#x'\n"
                 "dataset:\n- table: tbl\n  physicalName: tbl_1\n  dataGranularity: day\n  columns:\n"
                 "  - {column: a, isPrimaryKey: true, isNullable: false, partitionStatus: true, criticalDataElementStatus: "
                 "true,\n"
                 "     logicalType: date, physicalType: date, sampleValues: [x], classification: public}\n"
                 "  - {column: b, quality: [{code: nullCheck, templateName: NullCheck, toolName: Elevate, dimension: "
                 "completeness}]}\n"
                 "  quality: [{code: countCheck, description: d}]\n"
                 "stakeholders: [{username: u, role: Data Scientist}]\nroles: [{role: r, access: read}]\n"
                 "price: {priceAmount: 1}\nslaDefaultColumn: tbl.a\nslaProperties: [{property: latency, value: 4, unit: d}, "
                 "{property: frequency, value: 1, column: tbl.b}]\n");
        QCOMPARE(file.records.issues, Issues());
        const Records &r = file.records;
        QCOMPARE(r.contracts.value(0).id, QStringLiteral("u1"));
        QCOMPARE(r.contracts[0].name, QStringLiteral("ds"));
        QCOMPARE(r.contracts[0].product, QStringLiteral("q"));
        QCOMPARE(r.contracts[0].domain, QStringLiteral("seller"));
        QCOMPARE(r.contracts[0].owners.value(0).role, QStringLiteral("Data Scientist"));
        QCOMPARE(r.columns.size(), 2);
        QVERIFY(r.columns[0].primaryKey && r.columns[0].partition && r.columns[0].critical);
        QCOMPARE(r.columns[0].nullable, std::optional<bool>(false));
        QCOMPARE(r.serviceLevels[0].element, QStringLiteral("tbl.a"));
        QCOMPARE(r.serviceLevels[1].element, QStringLiteral("tbl.b"));
        QCOMPARE(r.qualityRules.size(), 2);
    }

    void agreementsAreReadWithWhatWeAdd()
    {
        const FileRecords file =
            read("dataUsageAgreementSpecification: 0.0.1\nid: r1\n"
                 "info: {purpose: forecast, status: approved, active: true, startDate: 2026-01-01, endDate: "
                 "'2026-12-31T00:00:00Z', individualAgreements: none}\n"
                 "provider: {teamId: t1, dataProductId: p, outputPortId: '*', dataContractId: c}\n"
                 "consumer: {teamId: t2, dataProductId: p2, userId: u}\ntags: [x]\nlinks: {doc: 'https://d'}\n"
                 "custom:\n  ticket: 7\n  meshscope:\n    columns: [a, b]\n    requestedBy: u\n    requestedFor: t2\n    "
                 "replaces: r0\n"
                 "    decision: fine\n    events: [{at: 2026-01-01T10:00:00+02:00, by: o, what: approved, note: ok}]\n");
        QCOMPARE(file.records.issues, Issues());
        const Agreement a = file.records.agreements.value(0);
        QCOMPARE(a.id, QStringLiteral("r1"));
        QVERIFY(a.active);
        QCOMPARE(a.from, QDate(2026, 1, 1));
        QCOMPARE(a.until, QDate(2026, 12, 31));
        QCOMPARE(a.port, QStringLiteral("*"));
        QCOMPARE(a.consumerProduct, QStringLiteral("p2"));
        QCOMPARE(a.columns, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(a.events.value(0).at.toUTC(), QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC));
        QCOMPARE(a.decision, QStringLiteral("fine"));
        QCOMPARE(propertyOf(a.properties, QStringLiteral("ticket")), QStringLiteral("7"));
        QCOMPARE(propertyOf(a.properties, QStringLiteral("doc")), QStringLiteral("https://d"));
    }

    void metricsBecomeMeasurements()
    {
        const FileRecords file =
            read("kind: DataProductObservabilityMetrics\nschemaVersion: 0.0.1\nproductId: p\nasOf: 2026-03-02T06:00:00Z\n"
                 "physical: {pipeline: {lastRunAt: 2026-03-02T05:50:00Z, durationSeconds: 120, status: failed, "
                 "recordsProcessed: 10},\n"
                 "  storage: {sizeBytes: 5}}\nstatic: {schema: {columnCount: 3, driftDetected: true}}\n"
                 "dynamic: {responseTime: {actualP95Ms: 250}, volume: {rowCount: 9}, freshness: {lagMinutes: 2},\n"
                 "  quality: {rulesTotal: 4, rulesPassed: 3, rulesFailed: 1, checks: [{rule: notNull, column: c, status: "
                 "failed, failRate: 0.1}]}}\n"
                 "outputPorts: [{name: o, version: '1', freshness: {lastUpdatedAt: 2026-03-02T05:59:00Z}}]\n"
                 "contractUsage: [{contractId: c1, consumerId: x, queryCount: 5}]\nusage: {activeConsumers: 2}\n");
        QHash<QString, Measurement> by;
        for (const Measurement &m : file.records.measurements)
            by.insert(m.target + u' ' + m.property, m);
        QCOMPARE(by.value(QStringLiteral("p pipelineDuration")).value, 120.0);
        QCOMPARE(by.value(QStringLiteral("p pipelineDuration")).at, QDateTime(QDate(2026, 3, 2), QTime(5, 50), Qt::UTC));
        QCOMPARE(by.value(QStringLiteral("p pipelineSuccess")).good, std::optional<double>(0));
        QCOMPARE(by.value(QStringLiteral("p responseTime")).value, 0.25);
        QCOMPARE(by.value(QStringLiteral("p freshness")).value, 120.0);
        QCOMPARE(by.value(QStringLiteral("p quality")).value, 0.75);
        QCOMPARE(by.value(QStringLiteral("p notNull")).element, QStringLiteral("c"));
        QCOMPARE(by.value(QStringLiteral("p schemaDrift")).value, 1.0);
        QCOMPARE(by.value(QStringLiteral("p size")).unit, QStringLiteral("bytes"));
        QCOMPARE(by.value(QStringLiteral("p/out/o/1 freshness")).value, 60.0);
        QCOMPARE(by.value(QStringLiteral("p/out/o/1 freshness")).targetKind, std::optional(Kind::Port));
        QCOMPARE(by.value(QStringLiteral("c1 queryCount")).element, QStringLiteral("x"));
        QCOMPARE(by.value(QStringLiteral("p activeConsumers")).value, 2.0);
    }

    void aMixedListIsReadItemByItem()
    {
        const QByteArray text =
            "- kind: DataProduct\n  apiVersion: v1.0.0\n  id: p\n"
            "- kind: DataContract\n  apiVersion: v3.0.1\n  id: c\n  schema: [{name: t, properties: [{name: a}]}]\n"
            "- {openapi: 3.0.0}\n- dataUsageAgreementSpecification: 0.0.1\n  id: d\n";
        const FileRecords file = read(text);
        QCOMPARE(file.recognised, 3);
        QCOMPARE(file.unrecognised, 1);
        QCOMPARE(file.formats.size(), 3);
        const SourceRef source = file.records.contracts.value(0).source;
        QCOMPARE(source.line, 4);
        const QByteArray own = text.mid(source.begin, source.end - source.begin);
        QVERIFY(own.startsWith("- kind: DataContract") && own.endsWith("[{name: a}]}]\n"));
        QCOMPARE(file.records.datasets.value(0).source.begin, source.begin);
        QCOMPARE(file.records.datasets[0].source.pointer, QStringLiteral("/schema/0"));
    }

    void objectsThatShareAPlaceAreNotOneDataset()
    {
        const QByteArray head = "kind: DataContract\napiVersion: v3.0.2\nid: c\n"
                                "servers: [{server: s, type: local, path: data/all.csv}]\n";
        const Records two = read(head + "schema: [{name: orders}, {name: lines}]\n").records;
        QCOMPARE(two.datasets.value(0).id, QStringLiteral("c/orders"));
        QCOMPARE(two.datasets.value(1).id, QStringLiteral("c/lines"));
        const Records one = read(head + "schema: [{name: orders}]\n").records;
        QCOMPARE(one.datasets.value(0).id, QStringLiteral("file/data/all.csv"));
        const Records named =
            read(QByteArray(head).replace("all.csv", "orders.csv") + "schema: [{name: orders}, {name: x}]\n").records;
        QCOMPARE(named.datasets.value(0).id, QStringLiteral("file/data/orders.csv"));
        QCOMPARE(named.datasets.value(1).id, QStringLiteral("c/x"));
        const QByteArray topic = "kind: DataContract\napiVersion: v3.0.2\nid: c\n"
                                 "servers: [{server: s, type: kafka, host: 'k:9092', topic: t}]\n";
        QCOMPARE(read(topic + "schema: [{name: a}, {name: b}]\n").records.datasets.value(1).id, QStringLiteral("c/b"));
    }

    void longLinesAreReadOneByOne()
    {
        const QByteArray first =
            "{\"kind\":\"DataProduct\",\"apiVersion\":\"v1.0.0\",\"id\":\"a\",\"x\":\"" + QByteArray(2 << 20, 'x') + "\"}\n";
        const FileRecords file = read(first + "{broken\n{\"kind\":\"DataProduct\",\"apiVersion\":\"v1.0.0\",\"id\":\"b\"}\n",
                                      QStringLiteral("a.json"));
        QCOMPARE(file.records.products.size(), 2);
        QCOMPARE(file.records.issues.size(), 1);
        QCOMPARE(file.records.issues[0].where.line, 2);
    }

    void wrongTypesAreNamedAndTheRestLoads()
    {
        const FileRecords file =
            read("kind: DataProduct\napiVersion: v1.0.0\nid: p\nname: [a]\ndomain: {x: 1}\n"
                 "outputPorts:\n  o1: {name: a}\ninputPorts:\n- text\n- name: ok\ntags: {a: b}\n"
                 "---\nkind: DataContract\napiVersion: v3.0.0\nid: c\nschema:\n- name: t\n  properties:\n"
                 "  - {name: a, required: maybe}\n  - {logicalType: string}\n  - name: b\nslaProperties: none\n");
        QCOMPARE(file.records.products.size(), 1);
        QCOMPARE(file.records.ports.size(), 1);
        QCOMPARE(file.records.columns.size(), 2);
        QStringList seen;
        for (const Issue &issue : file.records.issues) {
            QCOMPARE(issue.where.file, QStringLiteral("a/b.yaml"));
            QVERIFY(issue.where.line > 0 && issue.where.column > 0);
            seen.append(QStringLiteral("%1:%2").arg(issue.where.line).arg(issue.text.section(u'”', 0, 0).mid(1)));
        }
        QVERIFY2(seen.contains(QStringLiteral("4:name")), qPrintable(seen.join(u' ')));
        QVERIFY(seen.contains(QStringLiteral("5:domain")));
        QVERIFY(seen.contains(QStringLiteral("7:outputPorts")));
        QVERIFY(seen.contains(QStringLiteral("9:inputPorts")));
        QVERIFY(seen.contains(QStringLiteral("11:tags")));
        QVERIFY(seen.contains(QStringLiteral("19:required")));
        QVERIFY(seen.contains(QStringLiteral("22:slaProperties")));
        QCOMPARE(file.records.issues.size(), 8);
    }

    void newerVersionsAreReadWithANote()
    {
        for (const QByteArray &text : {QByteArray("kind: DataProduct\napiVersion: v1.2.0\nid: p\n"),
                                       QByteArray("kind: DataContract\napiVersion: v3.2.0\nid: p\n"),
                                       QByteArray("dataContractSpecification: 1.3.0\nid: p\n"),
                                       QByteArray("dataUsageAgreementSpecification: 0.1.0\nid: p\n")}) {
            const FileRecords file = read(text);
            QCOMPARE(file.recognised, 1);
            QCOMPARE(file.records.issues.size(), 1);
            QCOMPARE(file.records.issues[0].severity, Issue::Severity::Note);
        }
    }

    void whatIsNotModelledIsMoreFields()
    {
        const QByteArray text =
            "a: 1\n---\nkind: DataContract\napiVersion: v3.1.0\nid: c\nextra: {deep: [1]}\nschema:\n- name: t\n  odd: x\n"
            "  properties: [{name: a, weird: y}]\n- name: u\n  odd: z\n";
        const FileRecords file = read(text);
        const auto paths = [&](const SourceRef &source) {
            QStringList list;
            for (const Node::Field &field : moreFields(text, source, contextIn({}, QStringLiteral("a/b.yaml"))))
                list.append(field.path + u'@' + QString::number(field.line));
            return list;
        };
        QCOMPARE(paths(file.records.contracts.value(0).source),
                 QStringList({QStringLiteral("extra@6"), QStringLiteral("schema[0].odd@9"),
                              QStringLiteral("schema[0].properties[0].weird@10"), QStringLiteral("schema[1].odd@12")}));
        QCOMPARE(paths(file.records.datasets.value(1).source), QStringList{QStringLiteral("schema[1].odd@12")});
        const QByteArray json = "[{\"kind\":\"DataProduct\",\"apiVersion\":\"v1.0.0\",\"id\":\"a\"},\n"
                                "{\"kind\":\"DataProduct\",\"apiVersion\":\"v1.0.0\",\"id\":\"b\",\n\"more\":{\"x\":1}}]";
        const FileRecords list = read(json, QStringLiteral("l.json"));
        const QList<Node::Field> fields =
            moreFields(json, list.records.products.value(1).source, contextIn({}, QStringLiteral("l.json")));
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields[0].line, 3);
        QCOMPARE(fields[0].value, QStringLiteral("{\"x\":1}"));
    }

    void othersDocumentsAreCountedSilently_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("package") << QByteArray("{\"name\":\"x\",\"version\":\"1\",\"scripts\":{}}");
        QTest::newRow("schema") << QByteArray("{\"$schema\":\"https://json-schema.org/draft/2019-09/"
                                              "schema\",\"properties\":{\"kind\":{\"enum\":[\"DataContract\"]},"
                                              "\"dataContractSpecification\":{\"type\":\"string\"}}}");
        QTest::newRow("openapi") << QByteArray("openapi: 3.0.0\ninfo: {title: x, version: 1}\npaths: {}\n");
        QTest::newRow("kubernetes") << QByteArray("apiVersion: example.com/v1\nkind: DataProduct\nmetadata: {name: x}\n");
        QTest::newRow("ci") << QByteArray("on: push\njobs: {a: {runs-on: x}}\n");
        QTest::newRow("text") << QByteArray("just words\n");
        QTest::newRow("numbers") << QByteArray("[1, 2, 3]");
        QTest::newRow("duplicate keys elsewhere") << QByteArray("a: 1\na: 2\n");
    }
    void othersDocumentsAreCountedSilently()
    {
        QFETCH(QByteArray, text);
        const FileRecords file = read(text);
        QCOMPARE(file.recognised, 0);
        QCOMPARE(file.unrecognised, 1);
        QCOMPARE(file.records.issues, Issues());
    }

    void aFileThatDoesNotParseIsAnErrorWithItsPlace()
    {
        const FileRecords file = read("kind: DataProduct\napiVersion: v1.0.0\nid: p\n---\nb: [\n");
        QCOMPARE(file.records.products.size(), 1); // what stood before the fault
        QCOMPARE(file.records.issues.size(), 1);
        QCOMPARE(file.records.issues[0].severity, Issue::Severity::Error);
        QCOMPARE(file.records.issues[0].where.file, QStringLiteral("a/b.yaml"));
        QVERIFY(file.records.issues[0].where.line >= 5);
        QVERIFY(read("b: [\n", QStringLiteral("README.md")).records.issues.isEmpty());
        QCOMPARE(read("{\"kind\":\"DataProduct\",\"apiVersion\":\"v1.0.0\",\"id\":1,\"id\":2}").records.issues.size(), 1);
    }
};

MESHSCOPE_TEST(BitolTest)
#include "tst_bitol.moc"
