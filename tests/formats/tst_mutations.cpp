#include "models/formats/format.h"
#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

    /// Every value of the document once more, one of them of another kind: a text where a list was, a list for a number.
    static QJsonValue retyped(const QJsonValue &value, int &countdown, std::mt19937 &random)
    {
        if (--countdown == 0) {
            static const QJsonArray others{QJsonValue(),
                                           true,
                                           -1,
                                           1e308,
                                           QStringLiteral(""),
                                           QStringLiteral("\u202e<b>&amp;';--\u0001"),
                                           QJsonArray(),
                                           QJsonArray{QJsonArray{QJsonValue()}, QStringLiteral("x"), 7, QJsonObject()},
                                           QJsonObject(),
                                           QJsonObject{{QStringLiteral("$ref"), QStringLiteral("#")}},
                                           QJsonObject{{QStringLiteral("$ref"), QStringLiteral("../../../etc/passwd")}},
                                           QJsonObject{{QStringLiteral("name"), QJsonObject{{QStringLiteral("id"), 1}}}}};
            return others.at(qsizetype(random() % quint32(others.size())));
        }
        if (value.isArray()) {
            QJsonArray items;
            for (const QJsonValue &item : value.toArray())
                items.append(retyped(item, countdown, random));
            return items;
        }
        if (!value.isObject())
            return value;
        QJsonObject object;
        const QJsonObject given = value.toObject();
        for (auto it = given.begin(); it != given.end(); ++it)
            object.insert(it.key(), retyped(it.value(), countdown, random));
        return object;
    }

    static QJsonValue jsonOf(const Node &node)
    {
        if (node.isSequence()) {
            QJsonArray items;
            for (const Node &item : node.items())
                items.append(jsonOf(item));
            return items;
        }
        if (node.isMap()) {
            QJsonObject object;
            for (size_t i = 0; i < node.items().size(); ++i)
                object.insert(node.keys()[i], jsonOf(node.items()[i]));
            return object;
        }
        return node.isNull() ? QJsonValue() : QJsonValue(node.text());
    }

    static void readAndLook(const QByteArray &bytes, const QString &file)
    {
        const ReadContext context = contextIn({}, file);
        const FileRecords read = readFile(bytes, context);
        for (const Issue &issue : read.records.issues) {
            QVERIFY2(!issue.text.isEmpty() && issue.where.line >= 0, qPrintable(file));
            QVERIFY2(issue.where.file == file, qPrintable(issue.text));
        }
        const auto look = [&](const auto &entities) {
            for (qsizetype i = 0; i < std::min<qsizetype>(entities.size(), 2); ++i) {
                QVERIFY(entities[i].source.end <= bytes.size());
                (void)moreFields(bytes, entities[i].source, context);
            }
        };
        look(read.records.products);
        look(read.records.contracts);
        look(read.records.datasets);
    }

private slots:
    /// Real documents with values of the wrong kind, and cut anywhere. With MESHSCOPE_LONG up to two thousand times each.
    void realDocumentsOfWrongKindsDoNoHarm_data()
    {
        QTest::addColumn<QString>("path");
        if (!corpus().exists())
            QSKIP("skipped: no corpus");
        for (const char *folder : {"odcs/examples", "odps-bitol", "datacontract-specification/examples",
                                   "entropy-data/gitops", "odps-opendataproducts", "opendatamesh/examples", "dcat", "dprod",
                                   "dbt", "openlineage/events", "mesh-registry-examples"}) {
            QDirIterator files(corpus().filePath(QLatin1String(folder)), QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                const QString name = corpus().relativeFilePath(path);
                if (files.fileInfo().size() < 200'000 && !name.contains(QLatin1String("schema")))
                    QTest::newRow(qPrintable(name)) << path;
            }
        }
    }
    void realDocumentsOfWrongKindsDoNoHarm()
    {
        QFETCH(QString, path);
        const QByteArray bytes = contentOf(path);
        const QString file = corpus().relativeFilePath(path);
        const Parsed parsed = parseDocuments(bytes, guessSyntax(bytes.left(4096), file));
        if (parsed.documents.empty() || parsed.documents.front().isScalar())
            return;
        const QJsonValue whole = jsonOf(parsed.documents.front());
        int values = 0;
        std::mt19937 random(quint32(qHash(file, 11)));
        (void)retyped(whole, values, random);
        const int all = -values;
        const qsizetype most =
            qBound(qsizetype(100), 10'000'000 / bytes.size(), qsizetype(2000)); // a test may take 5 minutes
        const qsizetype rounds = qEnvironmentVariableIsSet("MESHSCOPE_LONG") ? most : 12;
        for (qsizetype i = 0; i < rounds; ++i) {
            QJsonValue changed = whole;
            for (int n = 0; n < 3; ++n) {
                int at = 1 + int(random() % quint32(std::max(all, 1)));
                changed = retyped(changed, at, random);
            }
            const QByteArray text =
                changed.isArray() ? QJsonDocument(changed.toArray()).toJson() : QJsonDocument(changed.toObject()).toJson();
            readAndLook(text, QStringLiteral("a.json"));
            readAndLook(bytes.left(qsizetype(random() % quint32(bytes.size()))), file);
        }
    }

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
