#include "models/formats/format.h"
#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

/// Data Contract Specification, Data Product Specification and team documents.
class SpecificationsTest : public QObject {
    Q_OBJECT

private:
    static FileRecords read(const QByteArray &text) { return readFile(text, contextIn({}, QStringLiteral("x.yaml"))); }

private slots:
    void aContractOfTheSpecificationHasAllItsFacts()
    {
        const FileRecords file =
            read("dataContractSpecification: 1.2.0\nid: c\n"
                 "info: {title: T, version: 2.0.0, status: active, description: d, owner: team-a, contact: {name: Jo, "
                 "email: jo@x.example}}\n"
                 "servers:\n  production: {type: s3, environment: prod, location: 's3://b/v2/{model}/*.json', format: json, "
                 "roles: [{name: us, description: r}]}\n"
                 "terms: {usage: u, limitations: l, billing: 5 USD, noticePeriod: P3M, policies: [{name: privacy, url: "
                 "'https://p'}]}\n"
                 "models:\n  orders:\n    type: table\n    description: m\n    primaryKey: [id, n]\n    fields:\n"
                 "      id: {$ref: '#/definitions/oid', required: true, unique: true}\n"
                 "      mail: {type: text, pii: true, format: email, tags: [x], links: {w: 'https://w'}}\n"
                 "      n: {type: long, primaryKey: true, quality: [{type: sql, query: q, mustBeBetween: [1, 2]}], "
                 "references: other.n}\n"
                 "      address: {type: object, fields: {city: {type: text}}}\n"
                 "      lines: {type: array, items: {type: object, fields: {sku: {$ref: '#/definitions/sku'}}}}\n"
                 "      ext: {$ref: 'https://d.example/defs/ext'}\n"
                 "      src: {type: text, lineage: {inputFields: [{namespace: 'ns', name: tbl, field: f, transformations: "
                 "[{type: DIRECT, subtype: IDENTITY}]}]}}\n"
                 "    quality: [{type: text, description: good}]\n"
                 "definitions:\n  oid: {type: text, title: OID, classification: restricted, description: def, required: "
                 "false}\n  sku: {type: text}\n"
                 "servicelevels:\n  availability: {percentage: 99.9%}\n  retention: {period: P1Y, unlimited: false}\n"
                 "  freshness: {threshold: 25h, timestampField: orders.t}\n  frequency: {type: batch, cron: 0 0 * * *}\n  "
                 "own: {x: 1}\n"
                 "tags: [a]\nlinks: {l: 'https://l'}\n");
        QCOMPARE(file.records.issues, Issues());
        const Records &r = file.records;
        const Contract &contract = r.contracts[0];
        QCOMPARE(contract.name, QStringLiteral("T"));
        QCOMPARE(contract.owners.value(0).party, QStringLiteral("team-a"));
        QCOMPARE(contract.owners.value(1).contact, QStringLiteral("jo@x.example"));
        QCOMPARE(contract.usage, QStringLiteral("u"));
        QCOMPARE(propertyOf(contract.termsOfUse, QStringLiteral("privacy")), QStringLiteral("https://p"));
        QCOMPARE(propertyOf(contract.price, QStringLiteral("billing")), QStringLiteral("5 USD"));
        QCOMPARE(contract.roles.value(0).name, QStringLiteral("us"));
        const QString id = r.datasets.value(0).id;
        QCOMPARE(id, QStringLiteral("s3://b/v2/orders"));
        QCOMPARE(columnPaths(r, id),
                 QStringList({QStringLiteral("id"), QStringLiteral("mail"), QStringLiteral("n"), QStringLiteral("address"),
                              QStringLiteral("address.city"), QStringLiteral("lines"), QStringLiteral("lines[].sku"),
                              QStringLiteral("ext"), QStringLiteral("src")}));
        const Column *const key = findColumn(r, id, QStringLiteral("id"));
        QCOMPARE(key->logicalType, QStringLiteral("text"));
        QCOMPARE(key->classification, QStringLiteral("restricted"));
        QCOMPARE(key->nullable, std::optional<bool>(false)); // the field says more than its definition
        QVERIFY(key->primaryKey && key->unique);
        QCOMPARE(findColumn(r, id, QStringLiteral("mail"))->classification, QStringLiteral("pii"));
        QCOMPARE(findColumn(r, id, QStringLiteral("ext"))->terms, QStringList{QStringLiteral("https://d.example/defs/ext")});
        QCOMPARE(r.qualityRules.size(), 2);
        QCOMPARE(r.qualityRules[0].expression, QStringLiteral("q between 1 – 2"));
        QCOMPARE(r.columnLineage.size(), 1);
        QCOMPARE(r.columnLineage[0].fromDataset, QStringLiteral("ns/tbl"));
        QCOMPARE(r.columnLineage[0].transform, QStringLiteral("DIRECT/IDENTITY"));
        QCOMPARE(r.lineage.size(), 1);
        QStringList levels;
        for (const ServiceLevel &level : r.serviceLevels)
            levels.append(level.property + u'=' + level.value + u'@' + level.element);
        QCOMPARE(levels, QStringList({QStringLiteral("availability=99.9%@"), QStringLiteral("retention=P1Y@"),
                                      QStringLiteral("freshness=25h@orders.t"), QStringLiteral("frequency=batch@"),
                                      QStringLiteral("own={\"x\":1}@")}));
    }

    void definitionsThatReferToThemselvesEnd()
    {
        FileRecords file = read("dataContractSpecification: 1.2.0\nid: c\nmodels: {m: {fields: {a: {$ref: "
                                "'#/definitions/d'}, b: {type: text}}}}\n"
                                "definitions: {d: {type: object, fields: {x: {$ref: '#/definitions/d'}}}}\n");
        QCOMPARE(file.records.columns.size(), 2);
        QCOMPARE(file.records.issues.size(), 1);
        QByteArray bomb = "dataContractSpecification: 1.2.0\nid: c\nmodels: {m: {fields: {a: {$ref: "
                          "'#/definitions/d0'}}}}\ndefinitions:\n";
        for (int i = 0; i < 40; ++i) {
            const QByteArray next = "{$ref: '#/definitions/d" + QByteArray::number(i + 1) + "'}";
            bomb += "  d" + QByteArray::number(i) + ": {fields: {x: " + next + ", y: " + next + "}}\n";
        }
        file = read(bomb + "  d40: {type: text}\n");
        QVERIFY(file.records.columns.size() <= 200'000);
        QVERIFY(!file.records.issues.isEmpty());
        QCOMPARE(read("dataContractSpecification: 1.2.0\nid: c\nmodels: {m: {fields: {a: {$ref: '#/definitions/no'}}}}\n")
                     .records.issues.size(),
                 1);
    }

    void oldQualityAndSchemaAreKept()
    {
        const FileRecords file =
            read("dataContractSpecification: 0.9.0\nid: c\ninfo: {title: t, dataProduct: p, outputPort: o}\n"
                 "schema: {type: protobuf, specification: 'text'}\nquality: {type: SodaCL, specification: {checks: [1]}}\n");
        QCOMPARE(file.records.issues, Issues());
        QCOMPARE(file.records.contracts.value(0).product, QStringLiteral("p"));
        QCOMPARE(propertyOf(file.records.contracts[0].properties, QStringLiteral("schema protobuf")),
                 QStringLiteral("text"));
        QCOMPARE(file.records.qualityRules.value(0).expression, QStringLiteral("{\"checks\":[1]}"));
    }

    void anEmbeddedSchemaGivesItsColumns_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QStringList>("columns");
        const auto row = [](const char *name, const char *type, const QByteArray &text, const QStringList &columns) {
            QByteArray schema = QByteArray("schema:\n  type: ") + type + "\n  specification: |\n";
            for (const QByteArray &line : text.split('\n'))
                schema += "    " + line + "\n";
            QTest::newRow(name) << schema << columns;
        };
        row("avro", "avro",
            R"({"type":"record","name":"a.Order","fields":[{"name":"id","type":"long"},
{"name":"at","type":["null",{"type":"long","logicalType":"timestamp-millis"}],"default":null},
{"name":"to","type":{"type":"record","name":"Address","fields":[{"name":"city","type":"string"}]}},
{"name":"from","type":["null","Address"]},{"name":"self","type":["null","Order"]},
{"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[{"name":"sku","type":"string"}]}}},
{"name":"attrs","type":{"type":"map","values":"int"}},{"name":"e","type":{"type":"enum","name":"E","symbols":["A"]}}]})",
            {QStringLiteral("Order id long !"), QStringLiteral("Order at timestamp-millis ?"),
             QStringLiteral("Order to record !"), QStringLiteral("Order to.city string !"),
             QStringLiteral("Order from Address ?"), QStringLiteral("Order from.city string !"),
             QStringLiteral("Order self Order ?"), QStringLiteral("Order lines array !"),
             QStringLiteral("Order lines[].sku string !"), QStringLiteral("Order attrs map !"),
             QStringLiteral("Order e enum !")});
        row("json schema", "json-schema",
            R"({"$schema":"x","title":"order","type":"object","required":["id"],"allOf":[{"$ref":"#/definitions/base"}],
"properties":{"id":{"type":"integer"},"n":{"type":["string","null"],"format":"date"},
"l":{"type":"array","items":{"type":"array","items":{"properties":{"x":{"type":"number"}}}}},"me":{"$ref":"#"}},
"definitions":{"base":{"properties":{"b/c":{"$ref":"#/definitions/t~1u"}}},"t/u":{"type":"boolean"}}})",
            {QStringLiteral("order id integer !"), QStringLiteral("order n string (date) ?"),
             QStringLiteral("order l array ?"), QStringLiteral("order l[][].x number -"),
             QStringLiteral("order me object ?"), QStringLiteral("order b/c boolean -")});
        row("json schema by name", "json-schema",
            "orders:\n  properties:\n    a: {type: string}\nlines:\n  properties: {b: {type: string}}",
            {QStringLiteral("orders a string -"), QStringLiteral("lines b string -")});
        row("sql", "sql-ddl",
            R"(-- CREATE TABLE no (x int);
CREATE TABLE IF NOT EXISTS shop."Order" (id BIGINT NOT NULL PRIMARY KEY, price numeric(10, 2) DEFAULT 0 /* c, d */,
  "primary" double precision, tags ARRAY<STRUCT<a INT, b STRING>>, at timestamp with time zone not null COMMENT 'when; it was',
  CONSTRAINT u UNIQUE (price), FOREIGN KEY (id) REFERENCES x(y)) COMMENT 'all';
CREATE VIEW v AS SELECT 1;
create table b (k int, PRIMARY KEY (k)))",
            {QStringLiteral("Order id bigint !"), QStringLiteral("Order price numeric ?"),
             QStringLiteral("Order primary double precision ?"), QStringLiteral("Order tags array ?"),
             QStringLiteral("Order at timestamp with time zone !"), QStringLiteral("b k int !")});
        row("dbt", "dbt",
            "models:\n- name: m\n  columns:\n  - {name: a, data_type: text, tests: [not_null, unique]}\n  - {name: b, "
            "constraints: [{type: not_null}], tests: [{relationships: {to: x}}]}",
            {QStringLiteral("m a text !"), QStringLiteral("m b  !")});
        row("bigquery", "bigquery",
            R"([{"name":"a","type":"INTEGER","mode":"REQUIRED"},{"name":"r","type":"RECORD","mode":"REPEATED",
"fields":[{"name":"x","type":"STRING"}]}])",
            {QStringLiteral("T a integer !"), QStringLiteral("T r array ?"), QStringLiteral("T r[].x string ?")});
        row("protobuf", "protobuf", "message A { string b = 1; }", {});
        row("broken", "avro", "{", {});
    }
    void anEmbeddedSchemaGivesItsColumns()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QStringList, columns);
        const FileRecords file = read("dataContractSpecification: 0.9.0\nid: c\ninfo: {title: T}\n" + schema);
        QStringList found;
        for (const Column &column : file.records.columns) {
            const Dataset *const dataset = findById(file.records.datasets, column.dataset);
            QVERIFY(dataset);
            const QString null = !column.nullable   ? QStringLiteral("-")
                                 : *column.nullable ? QStringLiteral("?")
                                                    : QStringLiteral("!");
            found.append(QStringList{dataset->name, column.path, column.logicalType, null}.join(u' '));
        }
        QCOMPARE(found, columns);
        QCOMPARE(file.records.issues.size(), qsizetype(schema.contains("avro") && columns.isEmpty()));
        QVERIFY(!file.records.contracts[0].properties.isEmpty()); // the text stays
    }

    void aProductOfTheSpecificationHasAllItsFacts()
    {
        for (const QByteArray &version : {QByteArray("dataProductSpecification: 0.0.1\n"), QByteArray()}) {
            const FileRecords file =
                read(version + "id: p\ninfo: {title: T, owner: team, domain: d, description: x, status: active, archetype: "
                               "consumer-aligned, maturity: managed}\n"
                               "inputPorts: [{id: i, name: I, type: Kafka, sourceSystemId: s, location: loc}]\n"
                               "outputPorts: [{id: o, name: O, type: S3, status: active, dataContractId: c, server: "
                               "{account: a}, containsPii: true, links: {l: x}, tags: [t]}]\n"
                               "links: {home: h}\ncustom: {k: v}\ntags: [a]\n");
            QCOMPARE(file.records.issues, Issues());
            const DataProduct product = file.records.products.value(0);
            QCOMPARE(product.name, QStringLiteral("T"));
            QCOMPARE(product.alignment, DataProduct::Alignment::Consumer);
            QCOMPARE(product.owners.value(0).party, QStringLiteral("team"));
            QCOMPARE(file.records.ports.size(), 2);
            QCOMPARE(file.records.ports[1].id, QStringLiteral("p/out/o/-"));
            QCOMPARE(file.records.ports[1].contract, QStringLiteral("c"));
            QCOMPARE(propertyOf(file.records.ports[1].server, QStringLiteral("account")), QStringLiteral("a"));
            QCOMPARE(propertyOf(file.records.ports[0].properties, QStringLiteral("sourceSystemId")), QStringLiteral("s"));
        }
    }

    void teamsAreDomainsAndParties()
    {
        const FileRecords file = read(
            "{id: d, name: D, type: Domain, parent: top, members: [{emailAddress: a@x.example, role: Domain Owner}]}\n---\n"
            "{id: dt, name: DT, type: Domain Team, description: x, tags: [t], links: {h: l}, custom: {c: v}}\n---\n"
            "{id: t, name: T, type: Team, parent: d, members: [{emailAddress: b@x.example}]}\n---\n"
            "{id: s, name: S, owner: t}\n");
        QCOMPARE(file.recognised, 4);
        QCOMPARE(file.records.domains.size(), 2);
        QCOMPARE(file.records.domains[0].domain, QStringLiteral("top"));
        QVERIFY(!file.records.domains[0].implied);
        QCOMPARE(file.records.domains[0].owners.value(0).role, QStringLiteral("owner"));
        const Party *const team = findById(file.records.parties, QStringLiteral("t"));
        QVERIFY(team && team->isTeam);
        QCOMPARE(team->domain, QStringLiteral("d"));
        QCOMPARE(team->members, QStringList{QStringLiteral("b@x.example")});
        QVERIFY(findById(file.records.parties, QStringLiteral("dt")));
        QCOMPARE(file.records.jobs.value(0).type, QStringLiteral("source system"));
    }
};

MESHSCOPE_TEST(SpecificationsTest)
#include "tst_specifications.moc"
