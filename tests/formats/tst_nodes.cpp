#include "models/formats/node.h"
#include "tests/support/testmain.h"

using namespace meshscope;

/// What readers ask of Nodes: fields by name, values by type, what was not read and what was taken for another.
class TestNodes : public QObject {
    Q_OBJECT

private:
    static Parsed yaml(const QByteArray &text) { return parseDocuments(text, Syntax::Yaml); }
    static Parsed json(const QByteArray &text) { return parseDocuments(text, Syntax::Json); }

private slots:
    void numbersAreReadWithTheirBase()
    {
        const Parsed parsed = yaml("[0x1F, 0o17, 007, '12.5', 1e400, .nan, 9223372036854775807, abc]\n");
        const std::span<const Node> items = parsed.documents.at(0).items();
        QCOMPARE(items[0].integer(), std::optional<qint64>(31));
        QCOMPARE(items[1].integer(), std::optional<qint64>(15));
        QCOMPARE(items[2].integer(), std::optional<qint64>(7));
        QCOMPARE(items[3].number(), std::optional<double>(12.5));
        QCOMPARE(items[4].number(), std::optional<double>());
        QCOMPARE(items[5].number(), std::optional<double>());
        QCOMPARE(items[6].integer(), std::optional<qint64>(std::numeric_limits<qint64>::max()));
        QCOMPARE(items[7].number(), std::optional<double>());
    }

    void missingFieldsChainSafely()
    {
        const Parsed parsed = yaml("a: 1\n");
        const Node &none = parsed.documents.at(0)["x"]["y"]["z"];
        QVERIFY(none.isNull());
        QVERIFY(none.text().isEmpty());
        QVERIFY(none.texts().isEmpty());
        none.use(true);
        QVERIFY(parsed.documents.at(0)["a"]["b"].isNull());
        QCOMPARE(parsed.documents.at(0)["a"].texts(), QStringList{QStringLiteral("1")});
    }

    void theLastOfDuplicateKeysCountsAndIsSaid()
    {
        for (const Parsed &parsed : {yaml("a: 1\nb: 2\na: 3\n"), json("{\"a\":1,\n\"b\":2,\"a\":3}")}) {
            QVERIFY(!parsed.error);
            QCOMPARE(parsed.documents.at(0)["a"].text(), QStringLiteral("3"));
            QCOMPARE(parsed.notes.size(), 1);
            QCOMPARE(parsed.notes[0].where.line, 1);
            QVERIFY(parsed.notes[0].text.contains(u'a'));
        }
        QByteArray many = "{";
        for (int i = 0; i < 100; ++i)
            many += "\"k" + QByteArray::number(i % 99) + "\":" + QByteArray::number(i) + ",";
        const Parsed parsed = json(many + "\"z\":0}");
        QCOMPARE(parsed.notes.size(), 1);
        QCOMPARE(parsed.documents.at(0)["k0"].text(), QStringLiteral("99"));
    }

    void mapsThatBeginAlikeKeepTheirOwnFields()
    {
        const Parsed parsed = parseDocuments(
            R"([{"a":1,"b":2,"c":3},{"a":4,"b":5},{"a":6,"b":7,"c":8,"d":9},{"a":1,"x":2,"c":3},{"a":1,"b":2,"b":3},{"a":5}])",
            Syntax::Json);
        const std::span<const Node> items = parsed.documents.at(0).items();
        const auto keys = [&items](size_t i) {
            QStringList all;
            for (const QString &key : items[i].keys())
                all.append(key);
            return all.join(u' ');
        };
        QCOMPARE(keys(0), QStringLiteral("a b c"));
        QCOMPARE(keys(1), QStringLiteral("a b"));
        QCOMPARE(keys(2), QStringLiteral("a b c d"));
        QCOMPARE(keys(3), QStringLiteral("a x c"));
        QCOMPARE(keys(4), QStringLiteral("a b b"));
        QCOMPARE(keys(5), QStringLiteral("a"));
        QVERIFY(!items[0].has("d"));
        QVERIFY(!items[1].has("c"));
        QCOMPARE(items[2]["d"].text(), QStringLiteral("9"));
        QCOMPARE(items[3]["c"].text(), QStringLiteral("3"));
        QCOMPARE(items[4]["b"].text(), QStringLiteral("3"));
        QCOMPARE(parsed.notes.size(), 1);
        QCOMPARE(parsed.notes.front().where.column, items[4].column());
    }

    void shapesThatTakeTurnsKeepTheirOwnFields()
    {
        QByteArray text;
        QStringList expected;
        constexpr int shapes = 20, rounds = 3; // more than are remembered
        for (int i = 0; i < shapes * rounds; ++i) {
            const int shape = i * 7 % shapes;
            QByteArray map = "{\"id\":" + QByteArray::number(i);
            QString keys = QStringLiteral("id");
            for (int field = 0; field < 6; ++field) {
                const QByteArray name = (shape >> (field % 5)) & 1 ? "on" + QByteArray::number(field) : QByteArray("off");
                map += ",\"" + name + "\":" + QByteArray::number(field);
                keys += u' ' + QString::fromLatin1(name);
            }
            text += (i > 0 ? "," : "") + map + '}';
            expected.append(keys);
        }
        const Parsed parsed = json('[' + text + ']');
        const std::span<const Node> items = parsed.documents.at(0).items();
        int twice = 0;
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QStringList keys;
            for (const QString &key : items[size_t(i)].keys())
                keys.append(key);
            QCOMPARE(keys.join(u' '), expected[i]);
            QCOMPARE(items[size_t(i)]["id"].integer(), std::optional<qint64>(i));
            twice += keys.count(QStringLiteral("off")) > 1;
        }
        QVERIFY(twice > shapes);
        QCOMPARE(parsed.notes.size(), twice);
    }

    void fieldsOfAMergeAreNoOthersFields()
    {
        const Parsed parsed = yaml("- &b {a: 1, b: 2}\n- {a: 3, b: 4}\n- {<<: *b, c: 5}\n- {<<: *b, c: 6, d: 7}\n");
        const std::span<const Node> items = parsed.documents.at(0).items();
        QCOMPARE(items[1].json(), QStringLiteral("{\"a\":3,\"b\":4}"));
        QCOMPARE(items[2].json(), QStringLiteral("{\"c\":5,\"a\":1,\"b\":2}"));
        QCOMPARE(items[3].json(), QStringLiteral("{\"c\":6,\"d\":7,\"a\":1,\"b\":2}"));
    }

    void nodesOutliveTheBytesTheyWereReadFrom()
    {
        QByteArray bytes("{\"name\": \"plain\", \"other\": \"with \\u00e4\"}");
        const Parsed parsed = parseDocuments(bytes, Syntax::Json);
        bytes.fill('?');
        bytes.clear();
        QCOMPARE(parsed.documents.at(0)["name"].text(), QStringLiteral("plain"));
        QCOMPARE(parsed.documents.at(0)["other"].text(), QStringLiteral("with ä"));
    }

    void whatNobodyReadIsListed()
    {
        const Parsed parsed =
            yaml("name: a\nextra: {x: 1, y: [2, 3]}\nmixed: {known: 1, other: 2}\nlist:\n  - {a: 1, b: 2}\n  - {a: 3}\n");
        const Node &root = parsed.documents.at(0);
        QVERIFY(!root["name"].text().isEmpty());
        QVERIFY(root["mixed"]["known"].integer());
        for (const Node &item : root["list"].items())
            QVERIFY(item["a"].integer());
        const QList<Node::Field> fields = root.unused();
        QStringList seen;
        for (const Node::Field &f : fields)
            seen.append(f.path + u'=' + f.value + u'@' + QString::number(f.line));
        QCOMPARE(seen, QStringList({QStringLiteral("extra={\"x\":1,\"y\":[2,3]}@2"), QStringLiteral("mixed.other=2@3"),
                                    QStringLiteral("list[0].b=2@5")}));
        root["extra"].use(true);
        QCOMPARE(root.unused().size(), 2);
    }

    void whatIsTakenForAnotherIsTold()
    {
        const Parsed parsed = json(R"({"a": {"b": [{"c": 1}, null, "text"]}, "n": null, "rest": {"x": 5}})");
        const Node &root = parsed.documents.at(0);
        QVERIFY(!root.misread());
        QVERIFY(root["n"]["field"].isNull()); // a field of null is one that is missing
        QVERIFY(root["missing"]["field"].isNull());
        QVERIFY(!root.misread());
        QVERIFY(root["rest"]["x"]["y"].isNull());
        QCOMPARE(root.misread(), QStringLiteral("rest.x"));
        QVERIFY(!root.misread(&root["rest"]));
        const std::span<const Node> list = root["a"]["b"].items();
        QVERIFY(list[2].items().empty());
        QCOMPARE(root.misread(), QStringLiteral("a.b[2]"));
        QVERIFY(list[1]["c"].isNull()); // but not in a list
        QCOMPARE(root.misread(), QStringLiteral("a.b[1]"));
        QVERIFY(list[0]["c"]["d"].isNull());
        QCOMPARE(root["a"].misread(), QStringLiteral("b[0].c"));
        QCOMPARE(list[2].misread(), QString());
    }

    void jsonTextKeepsEveryValue()
    {
        const Parsed parsed =
            yaml("{a: 0x10, b: +1, c: .5, d: .inf, e: 'q\"\\\n', f: True, g: ~, h: 1.10, i: {}, j: 1., k: 1E5}");
        QCOMPARE(parsed.documents.at(0).json(),
                 QStringLiteral("{\"a\":16,\"b\":1,\"c\":0.5,\"d\":\".inf\",\"e\":\"q\\\"\\\\ \",\"f\":true,\"g\":null,"
                                "\"h\":1.10,\"i\":{},\"j\":1,\"k\":1E5}"));
        QVERIFY(parsed.documents.at(0).unused().isEmpty());
    }
};

MESHSCOPE_TEST(TestNodes)
#include "tst_nodes.moc"
