#include "models/formats/node.h"
#include "tests/support/testmain.h"

using namespace meshscope;

/// Documents that are not UTF-8.
class TestEncodings : public QObject {
    Q_OBJECT

private:
    static Parsed yaml(const QByteArray &text) { return parseDocuments(text, Syntax::Yaml); }
    static Parsed json(const QByteArray &text) { return parseDocuments(text, Syntax::Json); }
    static QByteArray slice(const QByteArray &text, const Node &node)
    {
        return text.mid(node.begin(), node.end() - node.begin());
    }

private slots:
    void otherEncodingsAreConvertedAndKeepTheirBytes_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::newRow("UTF-8 with BOM") << int(QStringConverter::Utf8);
        QTest::newRow("UTF-16LE") << int(QStringConverter::Utf16LE);
        QTest::newRow("UTF-16BE") << int(QStringConverter::Utf16BE);
        QTest::newRow("UTF-32LE") << int(QStringConverter::Utf32LE);
        QTest::newRow("UTF-32BE") << int(QStringConverter::Utf32BE);
    }
    void otherEncodingsAreConvertedAndKeepTheirBytes()
    {
        QFETCH(int, encoding);
        const auto encode = [encoding](const QString &text, bool bom) {
            QStringEncoder encoder(QStringConverter::Encoding(encoding),
                                   bom ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return QByteArray(encoder.encode(text));
        };
        const QByteArray yamlText =
            encode(QStringLiteral("näme: \U0001F600 x\nnext: [a, \"%1\"]\n").arg(QString(100, u'ü')), true);
        const Parsed parsed = yaml(yamlText);
        QVERIFY2(!parsed.error, qPrintable(parsed.error ? parsed.error->text : QString()));
        QCOMPARE(slice(yamlText, parsed.documents.at(0)["näme"]), encode(QStringLiteral("\U0001F600 x"), false));
        QCOMPARE(slice(yamlText, parsed.documents.at(0)["next"].items()[0]), encode(QStringLiteral("a"), false));
        QCOMPARE(slice(yamlText, parsed.documents.at(0)), yamlText);
        const QByteArray jsonText = encode(QStringLiteral("[{\"ä\": 1}, {\"b\": \"\U0001F600\"}]"), true);
        const Parsed list = json(jsonText);
        QVERIFY(!list.error);
        QCOMPARE(slice(jsonText, list.documents.at(0).items()[1]), encode(QStringLiteral("{\"b\": \"\U0001F600\"}"), false));
    }

    void utf16WithoutAMarkIsReadToo()
    {
        for (const bool little : {true, false}) {
            QByteArray bytes;
            for (const QChar c : QStringLiteral("id: p\nname: Größe\n")) {
                const char high = char(c.unicode() >> 8);
                const char low = char(c.unicode() & 0xff);
                bytes += little ? low : high;
                bytes += little ? high : low;
            }
            const Parsed parsed = parseDocuments(bytes, Syntax::Yaml);
            QVERIFY(!parsed.error);
            QCOMPARE(parsed.documents.size(), size_t(1));
            QCOMPARE(parsed.documents[0]["name"].text(), QStringLiteral("Größe"));
            const Node &name = parsed.documents[0]["name"];
            QCOMPARE(name.end() - name.begin(), 10);
        }
        QVERIFY(parseDocuments(QByteArray("id: a\0b\n", 8), Syntax::Yaml).error); // a damaged file stays one
    }

    void brokenUtf16IsAnError()
    {
        const Parsed parsed = yaml(QByteArray("\xff\xfe"
                                              "a\0:\0 \0\x00\xd8x\0",
                                              12));
        QVERIFY(parsed.error);
        QVERIFY(yaml(QByteArray("\xff\xfe"
                                "a\0:",
                                5))
                    .error);
    }
};

MESHSCOPE_TEST(TestEncodings)
#include "tst_encodings.moc"
