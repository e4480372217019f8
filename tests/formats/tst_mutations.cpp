#include "models/formats/format.h"
#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

#include <random>

using namespace meshscope;
using namespace meshscope::test;

/// Damaged documents: small changes of good ones, the same every run. Nothing may crash, and places stay in the file.
class MutationsTest : public QObject {
    Q_OBJECT

private:
    static QByteArray mutated(QByteArray text, std::mt19937 &random)
    {
        static const QByteArray pieces[] = {"[",
                                            "]",
                                            "{",
                                            "}",
                                            ":",
                                            "- ",
                                            "\n",
                                            "\"",
                                            "'",
                                            "&a ",
                                            "*a",
                                            "<<: *a",
                                            "|\n",
                                            "\t",
                                            "%",
                                            "---\n",
                                            "...\n",
                                            "\xff",
                                            QByteArray(1, '\0'),
                                            "\xc3\xa4",
                                            "!!int ",
                                            "null",
                                            "1e999",
                                            "#",
                                            ",",
                                            "? ",
                                            "\\u",
                                            "~",
                                            "0x",
                                            "\r\n"};
        const auto below = [&random](qsizetype n) { return qsizetype(random() % quint32(std::max<qsizetype>(n, 1))); };
        for (qsizetype changes = 1 + below(4); changes > 0; --changes) {
            const qsizetype at = below(text.size());
            switch (below(5)) {
            case 0: text.remove(at, 1 + below(12)); break;
            case 1: text.insert(at, pieces[below(qsizetype(std::size(pieces)))]); break;
            case 2: text.insert(at, text.mid(below(text.size()), below(40))); break;
            case 3: text.truncate(at); break;
            default:
                if (at < text.size())
                    text[at] = char(random());
            }
        }
        return text;
    }

private slots:
    void damagedDocumentsDoNoHarm_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("product")
            << QStringLiteral("a.yaml")
            << QByteArray("kind: DataProduct\napiVersion: v1.0.0\nid: p\ndescription: {purpose: x}\ninputPorts:\n"
                          "- {name: a, version: 1, contractId: c}\nteam:\n  members:\n  - username: u\n");
        QTest::newRow("contract") << QStringLiteral("a.yaml")
                                  << QByteArray("kind: DataContract\napiVersion: v3.1.0\nid: c\nservers: [{type: postgres, "
                                                "host: h}]\nschema:\n- name: t\n"
                                                "  properties:\n  - name: a\n    logicalType: array\n    items: "
                                                "{properties: [{name: b, quality: [{metric: x, mustBe: 1}]}]}\n"
                                                "slaProperties: [{property: latency, value: 4}]\n");
        QTest::newRow("list")
            << QStringLiteral("a.yaml")
            << QByteArray(
                   "- dataUsageAgreementSpecification: 0.0.1\n  id: &a x\n  info: {active: true, startDate: 2026-01-01}\n"
                   "- kind: DataProductObservabilityMetrics\n  productId: *a\n  asOf: 2026-01-01T00:00:00Z\n  usage: "
                   "{queryCount: 1}\n");
        QTest::newRow("specification") << QStringLiteral("a.yaml")
                                       << QByteArray(
                                              "dataContractSpecification: 1.2.0\nid: c\nmodels: {m: {fields: {a: {$ref: "
                                              "'#/definitions/d'}, b: {items: {fields: {c: {}}}}}}}\n"
                                              "definitions: {d: {type: text}}\nservicelevels: {latency: {threshold: 1h}}\n");
        QTest::newRow("json") << QStringLiteral("a.json")
                              << QByteArray(
                                     "[{\"kind\":\"DataProduct\",\"apiVersion\":\"v1.0.0\",\"id\":\"p\\u00e4\",\"tags\":["
                                     "\"a\"]},{\"id\":\"t\",\"name\":\"n\",\"type\":\"Team\",\"members\":[]}]");
        QTest::newRow("lines") << QStringLiteral("a.ndjson")
                               << QByteArray(
                                      "{\"eventTime\":\"2026-01-01T00:00:00Z\",\"job\":{\"namespace\":\"n\",\"name\":\"j\"},"
                                      "\"run\":{\"runId\":\"r\"},\"eventType\":\"COMPLETE\",\"producer\":\"p\","
                                      "\"schemaURL\":\"s\",\"outputs\":[{\"namespace\":\"n\",\"name\":\"d\"}]}\n"
                                      "{\"kind\":\"DataContract\",\"apiVersion\":\"v3.0.0\",\"id\":\"c\"}\n");
    }
    void damagedDocumentsDoNoHarm()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        std::mt19937 random(7);
        for (int i = 0; i < 400; ++i) {
            const QByteArray damaged = mutated(text, random);
            const FileRecords read = readFile(damaged, contextIn({}, file));
            for (const Issue &issue : read.records.issues)
                QVERIFY(issue.where.line >= 0 && !issue.text.isEmpty());
            for (const DataProduct &product : read.records.products) {
                QVERIFY(product.source.end <= damaged.size());
                (void)moreFields(damaged, product.source, contextIn({}, file));
            }
            for (const Contract &contract : read.records.contracts)
                (void)moreFields(damaged, contract.source, contextIn({}, file));
        }
    }
};

MESHSCOPE_TEST(MutationsTest)
#include "tst_mutations.moc"
