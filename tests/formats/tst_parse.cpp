#include "models/formats/node.h"
#include "tests/support/testmain.h"

using namespace meshscope;

/// Texts to Nodes: values, places, encodings, and hostile input.
class ParseTest : public QObject {
    Q_OBJECT

private:
    static Parsed yaml(const QByteArray &text) { return parseDocuments(text, Syntax::Yaml); }
    static Parsed json(const QByteArray &text) { return parseDocuments(text, Syntax::Json); }
    static QByteArray slice(const QByteArray &text, const Node &node)
    {
        return text.mid(node.begin(), node.end() - node.begin());
    }

private slots:
    void yamlScalarsFollowTheCoreSchema_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *text, Node::Type type, const char *value) {
            QTest::newRow(text) << QByteArray(text) << int(type) << QString::fromLatin1(value);
        };
        row("yes", Node::Type::String, "yes");
        row("off", Node::Type::String, "off");
        row("True", Node::Type::Bool, "True");
        row("tRue", Node::Type::String, "tRue");
        row("TRUE", Node::Type::Bool, "TRUE");
        row("~", Node::Type::Null, "");
        row("Null", Node::Type::Null, "");
        row("1.10", Node::Type::Double, "1.10");
        row("1.2.3", Node::Type::String, "1.2.3");
        row("007", Node::Type::Int, "007");
        row("0x1F", Node::Type::Int, "0x1F");
        row("0o17", Node::Type::Int, "0o17");
        row("+12", Node::Type::Int, "+12");
        row("-", Node::Type::Sequence, "");
        row("-.5e3", Node::Type::Double, "-.5e3");
        row(".inf", Node::Type::Double, ".inf");
        row(".", Node::Type::String, ".");
        row("1e", Node::Type::String, "1e");
        row("12:30:45", Node::Type::String, "12:30:45");
        row("2024-01-02", Node::Type::String, "2024-01-02");
        row("2024-01-02T10:00:00Z", Node::Type::String, "2024-01-02T10:00:00Z");
        row("'true'", Node::Type::String, "true");
        row("!!str 12", Node::Type::String, "12");
        row("!!int \"12\"", Node::Type::Int, "12");
        row("!!binary aGVsbG8=", Node::Type::String, "aGVsbG8=");
        row("!Ref thing", Node::Type::String, "thing");
        row("\"\\u00e4\"", Node::Type::String, "\xe4");
    }
    void yamlScalarsFollowTheCoreSchema()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, type);
        QFETCH(QString, value);
        const Parsed parsed = yaml("key: " + (text == "-" ? QByteArray("\n  - ") : text) + "\n");
        QVERIFY2(!parsed.error, qPrintable(parsed.error ? parsed.error->text : QString()));
        const Node &node = parsed.documents.at(0)["key"];
        QCOMPARE(int(node.type()), type);
        QCOMPARE(node.text(), value);
    }

    void placesOfYamlAreBytesAndLines()
    {
        const QByteArray text = "# ä\nname: \"grün\"\nlist:\n  - id: 1\n    x: é\n\n  # next\n  - {id: 2}\nlast: z\n";
        const Parsed parsed = yaml(text);
        QVERIFY(!parsed.error);
        const Node &root = parsed.documents.at(0);
        QCOMPARE(slice(text, root), text);
        QCOMPARE(slice(text, root["name"]), QByteArray("\"grün\""));
        QCOMPARE(root["name"].line(), 2);
        QCOMPARE(root["name"].column(), 7);
        QCOMPARE(slice(text, root["list"].items()[0]), QByteArray("id: 1\n    x: é"));
        QCOMPARE(slice(text, root["list"].items()[1]), QByteArray("{id: 2}"));
        QCOMPARE(root["list"].items()[1].line(), 8);
        QCOMPARE(root["last"].line(), 9);
    }

    void documentsOfAFileHaveTheirOwnBytes()
    {
        const QByteArray text = "# head\na: 1\n--- # two\nb: ü\n# tail of b\n---\n- c\n...\n%YAML 1.2\n---\nd: 4\n";
        const Parsed parsed = yaml(text);
        QVERIFY(!parsed.error);
        QCOMPARE(parsed.documents.size(), size_t(4));
        QCOMPARE(slice(text, parsed.documents[0]), QByteArray("# head\na: 1\n"));
        QCOMPARE(slice(text, parsed.documents[1]), QByteArray("# two\nb: ü\n# tail of b\n"));
        QCOMPARE(slice(text, parsed.documents[2]), QByteArray("- c\n"));
        QCOMPARE(slice(text, parsed.documents[3]), QByteArray("%YAML 1.2\n---\nd: 4\n"));
    }

    void itemsOfAListAreWholeLinesThatParseAgain()
    {
        const QByteArray text =
            "# all\n  - kind: A\n    name: ö  # why\n  # next\n  - kind: B\n    text: |\n      l1\n\n      l2\n";
        const Parsed parsed = yaml(text);
        QVERIFY(!parsed.error);
        const std::span<const Node> items = parsed.documents.at(0).items();
        QCOMPARE(slice(text, items[0]), QByteArray("  - kind: A\n    name: ö  # why\n"));
        QCOMPARE(slice(text, items[1]), QByteArray("  - kind: B\n    text: |\n      l1\n\n      l2\n"));
        QCOMPARE(yaml(slice(text, items[1])).documents.at(0).items()[0]["text"].text(), QStringLiteral("l1\n\nl2\n"));
    }

    void placesOfJsonAreExact()
    {
        const QByteArray text = "[\n  {\"ä\": \"ö\\n\", \"b\": [1, 2.50]},\n  {\"c\": null}\n]\n";
        const Parsed parsed = json(text);
        QVERIFY(!parsed.error);
        const std::span<const Node> items = parsed.documents.at(0).items();
        QCOMPARE(slice(text, items[0]), QByteArray("{\"ä\": \"ö\\n\", \"b\": [1, 2.50]}"));
        QCOMPARE(items[0]["ä"].text(), QStringLiteral("ö\n"));
        QCOMPARE(items[0]["b"].items()[1].text(), QStringLiteral("2.50"));
        QCOMPARE(items[0]["b"].column(), 21);
        QCOMPARE(items[1].line(), 3);
        QCOMPARE(slice(text, items[1]["c"]), QByteArray("null"));
    }

    void linesOfNdjsonLoadEachForItself()
    {
        const QByteArray text = "{\"a\":1}\n\nnot json\n{\"a\":2}\r\n{\"a\":\n{\"a\":\"\xff\"}\n{\"a\":3}";
        const Parsed parsed = parseDocuments(text, Syntax::Ndjson);
        QCOMPARE(parsed.documents.size(), size_t(3));
        QCOMPARE(slice(text, parsed.documents[1]), QByteArray("{\"a\":2}"));
        QCOMPARE(parsed.documents[2].line(), 7);
        QVERIFY(parsed.error);
        QCOMPARE(parsed.error->where.line, 3);
        QCOMPARE(parsed.notes.size(), 2);
        QCOMPARE(parsed.notes[0].where.line, 5);
        QCOMPARE(parsed.notes[1].where.line, 6);
    }

    void aFileOfBadLinesIsNotAFloodOfIssues()
    {
        const Parsed parsed = parseDocuments(QByteArray("nothing\n").repeated(5000) + "{}\n", Syntax::Ndjson);
        QCOMPARE(parsed.documents.size(), size_t(1));
        QCOMPARE(parsed.notes.size(), 100);
        QVERIFY(parsed.notes.last().text.contains(QLatin1String("4900")));
        ParseLimits limits;
        limits.nodes = 10;
        const Parsed many = parseDocuments(QByteArray("[1,2]\n").repeated(50), Syntax::Ndjson, limits);
        QVERIFY(many.error && many.notes.isEmpty());
        QCOMPARE(many.documents.size(), size_t(3));
    }

    void faultsNameLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isYaml");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("yaml bracket") << QByteArray("a: 1\nb: [1, 2\nc: 3\n") << true << 3 << 2;
        QTest::newRow("yaml tab") << QByteArray("a:\n\tb: 1\n") << true << 2 << 1;
        QTest::newRow("yaml nul") << QByteArray("a: 1\nb: x\0y\n", 12) << true << 2 << 5;
        QTest::newRow("yaml utf-8") << QByteArray("a: ä\nb: \xff\n") << true << 2 << 4;
        QTest::newRow("yaml cut utf-8") << QByteArray("a: ä\nb: \xc3") << true << 2 << 4;
        QTest::newRow("yaml control") << QByteArray("a: 1\nb: \x01\n") << true << 2 << 4;
        QTest::newRow("yaml alias") << QByteArray("a: 1\nb: *x\n") << true << 2 << 4;
        QTest::newRow("yaml own alias") << QByteArray("a: &x\n  b: *x\n") << true << 2 << 6;
        QTest::newRow("json comma") << QByteArray("{\n  \"a\": 1,\n}") << false << 3 << 1;
        QTest::newRow("json end") << QByteArray("{\"a\": [1") << false << 1 << 9;
        QTest::newRow("json bare") << QByteArray("{\"ä\": yes}") << false << 1 << 7;
        QTest::newRow("json two") << QByteArray("{} {}") << false << 1 << 4;
        QTest::newRow("json number") << QByteArray("[1, 01]") << false << 1 << 5;
        QTest::newRow("json line break") << QByteArray("[\n\"a\nb\"]") << false << 2 << 3;
        QTest::newRow("json escape") << QByteArray("[\"\\x\"]") << false << 1 << 3;
        QTest::newRow("json empty") << QByteArray(" \n") << false << 2 << 1;
    }
    void faultsNameLineAndColumn()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isYaml);
        const Parsed parsed = parseDocuments(text, isYaml ? Syntax::Yaml : Syntax::Json);
        QVERIFY(parsed.error);
        QTEST(parsed.error->where.line, "line");
        QTEST(parsed.error->where.column, "column");
        QVERIFY(!parsed.error->text.isEmpty());
    }

    void anAliasBombIsRefused()
    {
        QByteArray text = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'k'; ++c) {
            text += QByteArray(1, c) + ": &" + c + " [";
            for (int i = 0; i < 9; ++i)
                text += QByteArray(i ? ",*" : "*") + char(c - 1);
            text += "]\n";
        }
        const Parsed parsed = yaml(text);
        QVERIFY(parsed.error);
        QVERIFY(parsed.error->where.line > 1);
        QVERIFY2(parsed.error->text.contains(QLatin1String("alias")), qPrintable(parsed.error->text));
    }

    /// Each map as the name in another doubles the quotes of the one within: 34 levels made gigabytes.
    void namesThatMultiplyAreRefused()
    {
        const Parsed parsed = yaml("a: 1\n" + QByteArray(60, '{') + QByteArray(60, '}') + ": x\n");
        QVERIFY(parsed.error);
        QCOMPARE(parsed.error->where.line, 2);
        QVERIFY2(parsed.error->text.contains(QLatin1String("names of fields")), qPrintable(parsed.error->text));
        const Parsed few = yaml("{{{a}}}: x\n");
        QVERIFY(!few.error);
        QCOMPARE(few.documents.at(0).size(), 1);
    }

    void nestingIsLimitedNotFatal_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isYaml");
        QTest::newRow("json lists") << QByteArray(10'000, '[') + QByteArray(10'000, ']') << false;
        QTest::newRow("json maps") << QByteArray("{\"a\":").repeated(10'000) + "1" + QByteArray(10'000, '}') << false;
        QTest::newRow("yaml flow") << QByteArray(10'000, '[') + QByteArray(10'000, ']') << true;
        QTest::newRow("yaml block") << QByteArray("- ").repeated(10'000) + "x\n" << true;
        QByteArray chained = "a0: &a0 x\n";
        for (int i = 1; i < 3000; ++i)
            chained +=
                "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [*a" + QByteArray::number(i - 1) + "]\n";
        QTest::newRow("yaml aliases") << chained << true;
    }
    void nestingIsLimitedNotFatal()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isYaml);
        const Parsed parsed = parseDocuments(text, isYaml ? Syntax::Yaml : Syntax::Json);
        QVERIFY(parsed.error);
        QVERIFY(parsed.error->where.line > 0);
        QVERIFY(parsed.documents.empty());
    }

    void deepButAllowedNestingLoads()
    {
        const QByteArray text = QByteArray(900, '[') + "1" + QByteArray(900, ']');
        QVERIFY(!json(text).error);
        const Parsed parsed = yaml(text);
        QVERIFY(!parsed.error);
        QCOMPARE(parsed.documents.at(0).json().size(), text.size());
    }

    void valuesAreCounted()
    {
        ParseLimits limits;
        limits.nodes = 100;
        QVERIFY(parseDocuments("[" + QByteArray("1,").repeated(200) + "1]", Syntax::Json, limits).error);
        QVERIFY(parseDocuments(QByteArray("- 1\n").repeated(200), Syntax::Yaml, limits).error);
        limits.bytes = 10;
        QVERIFY(parseDocuments("a: 12345678901", Syntax::Yaml, limits).error);
    }

    void mergeKeysFillWhatIsMissing()
    {
        const Parsed parsed = yaml("base: &b {x: 1, y: 2}\nmore: &m {<<: *b, z: 3}\n"
                                   "one: {<<: *m, y: 9}\ntwo:\n  <<: [{x: 7}, *b]\n  w: 0\nquoted: {'<<': *b}\n");
        QVERIFY(!parsed.error);
        const Node &root = parsed.documents.at(0);
        QCOMPARE(root["one"]["x"].text(), QStringLiteral("1"));
        QCOMPARE(root["one"]["y"].text(), QStringLiteral("9"));
        QCOMPARE(root["one"]["z"].text(), QStringLiteral("3"));
        QVERIFY(!root["one"].has("<<"));
        QCOMPARE(root["two"]["x"].text(), QStringLiteral("7"));
        QCOMPARE(root["two"]["y"].text(), QStringLiteral("2"));
        QVERIFY(root["quoted"].has("<<"));
    }

    void aliasesAndOddKeysAreText()
    {
        const Parsed parsed = yaml("&k key: &v [1, {a: b}]\ncopy: *v\n? [x, y]\n: list\n1: int\ntrue: bool\n*k : again\n");
        QVERIFY2(!parsed.error, qPrintable(parsed.error ? parsed.error->text : QString()));
        const Node &root = parsed.documents.at(0);
        QCOMPARE(root["copy"].json(), QStringLiteral("[1,{\"a\":\"b\"}]"));
        QCOMPARE(root["[\"x\",\"y\"]"].text(), QStringLiteral("list"));
        QCOMPARE(root["1"].text(), QStringLiteral("int"));
        QCOMPARE(root["true"].text(), QStringLiteral("bool"));
        QCOMPARE(root["key"].text(), QStringLiteral("again"));
    }

    void textsEndAtTheirQuoteWhereverItStands()
    {
        for (int before = 0; before < 20; ++before) {
            const QByteArray filler(before, 'x');
            const QString plain = QString::fromLatin1(filler);
            const auto textOf = [](const QByteArray &inside) {
                const Parsed parsed = parseDocuments("[\"" + inside + "\", \"end\"]", Syntax::Json);
                return parsed.error ? QStringLiteral("fault") : parsed.documents.at(0).items()[0].text();
            };
            QCOMPARE(textOf(filler), plain);
            QCOMPARE(textOf(filler + "\\n" + filler), plain + u'\n' + plain);
            QCOMPARE(textOf(filler + "\\\"" + filler), plain + u'"' + plain);
            QCOMPARE(textOf(filler + "\u00fc" + filler), plain + QChar(0xfc) + plain);
            QCOMPARE(textOf(filler + "\x1f" + filler), QStringLiteral("fault"));
            QCOMPARE(textOf("\\t" + filler + "\x01" + filler), QStringLiteral("fault"));
            QCOMPARE(textOf(filler + "\x7f !~" + filler), plain + QStringLiteral("\x7f !~") + plain);
        }
    }

    void documentsBeforeAFaultAreKept()
    {
        const Parsed parsed = yaml("a: 1\n---\nb: [\n");
        QVERIFY(parsed.error);
        QCOMPARE(parsed.documents.size(), size_t(1));
    }

    void documentsAfterAFaultAreReadAtTheirPlaces()
    {
        const QByteArray text = "a: ü\n---\nb: [ü\n---\nc: 3\n---\n\td: x\n---\n--- {\n---\ne: 5\n";
        const Parsed parsed = yaml(text);
        QVERIFY(parsed.error);
        QCOMPARE(parsed.error->where.line, 4);
        QStringList keys;
        for (const Node &document : parsed.documents) {
            if (document.isMap())
                keys.append(document.keys().front());
        }
        QCOMPARE(keys, QStringList({"a", "c", "e"}));
        const Node &last = parsed.documents.back();
        QCOMPARE(last.line(), 11);
        QCOMPARE(slice(text, last), QByteArray("e: 5\n"));
        QVERIFY(!parsed.notes.isEmpty());
        QCOMPARE(parsed.notes.first().severity, Issue::Severity::Error);
    }

    void emptyFilesHaveNoDocuments()
    {
        QVERIFY(!yaml("").error);
        QVERIFY(yaml("# nothing\n").documents.empty());
        QVERIFY(parseDocuments("\n\n", Syntax::Ndjson).documents.empty());
    }

    void jsonStringsAreUnescaped()
    {
        const Parsed parsed = json("[\"\\ud83d\\ude00 \\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\", \"\\ud800x\", \"a\\u0000b\"]");
        QVERIFY(!parsed.error);
        const std::span<const Node> items = parsed.documents.at(0).items();
        QCOMPARE(items[0].text(), QStringLiteral("\U0001F600 \"\\/\b\f\n\r\tä"));
        QCOMPARE(items[1].text(), QStringLiteral("\uFFFDx"));
        QCOMPARE(items[2].text().size(), 3);
    }

    void syntaxIsGuessedFromTheContent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("syntax");
        const auto row = [](const char *name, const char *text, const char *file, Syntax syntax) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(file) << int(syntax);
        };
        row("json in yaml file", " {\"a\": 1}", "x.yaml", Syntax::Json);
        row("flow yaml", "{a: 1}", "x.yaml", Syntax::Yaml);
        row("yaml in json file", "a: 1", "x.yml", Syntax::Yaml);
        row("broken json", "oops", "x.json", Syntax::Json);
        row("lines", "{\"a\":1}\n{\"a\":2}\n", "x.json", Syntax::Ndjson);
        row("lines without name", "{\"a\":\"}\"}\n{\"a\":2}\n", "events", Syntax::Ndjson);
        row("one line", "{\"a\":1}", "x.ndjson", Syntax::Ndjson);
        row("pretty", "{\n\"a\":1\n}\n", "x.jsonl", Syntax::Json);
        row("cut", "{\"a\":1, \"b", "x.json", Syntax::Json);
        row("empty", "", "x", Syntax::Yaml);
    }
    void syntaxIsGuessedFromTheContent()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, file);
        QTEST(int(guessSyntax(text, file)), "syntax");
    }
};

MESHSCOPE_TEST(ParseTest)
#include "tst_parse.moc"
