#include "models/samples/masking.h"

#include "tests/support/testmain.h"

using namespace meshscope;

namespace {

Column column(const QString &path, const QString &classification = {}, const QString &type = QStringLiteral("string"))
{
    Column c;
    c.path = path;
    c.classification = classification;
    c.logicalType = type;
    return c;
}

} // namespace

/// Which columns are masked, and that a mask shows nothing of the value.
class TestMasking : public QObject {
    Q_OBJECT
private slots:
    void recognisesClassifications_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("expected");
        for (const char *word :
             {"personal", "PII", "Personal Data", "gdpr:personal", "personenbezogen", "PII.NonSensitive", "phi"})
            QTest::newRow(word) << QString::fromLatin1(word) << int(Sensitivity::Personal);
        for (const char *word : {"confidential", "Restricted", "highlyConfidential", "strictly-confidential",
                                 "PII.Sensitive", "secret", "top secret", "sensitive personal", "vertraulich", "PCI-DSS"})
            QTest::newRow(word) << QString::fromLatin1(word) << int(Sensitivity::Confidential);
        for (const char *word : {"public", "internal", "", "non-personal", "not confidential", "no PII", "unrestricted",
                                 "keine pii", "personality", "C1"})
            QTest::newRow(word) << QString::fromLatin1(word) << int(Sensitivity::None);
    }
    void recognisesClassifications()
    {
        QFETCH(QString, word);
        QFETCH(int, expected);
        if (word == QStringLiteral("PII.NonSensitive")) // "non sensitive", still PII
            QCOMPARE(int(sensitivityOf(column(QStringLiteral("x"), word))), int(Sensitivity::Personal));
        QCOMPARE(int(sensitivityOf(column(QStringLiteral("x"), word))), expected);
        Column tagged = column(QStringLiteral("x"));
        tagged.tags = {QStringLiteral("raw"), word};
        QCOMPARE(int(sensitivityOf(tagged)), expected);
        Column said = column(QStringLiteral("x"));
        said.properties = {{QStringLiteral("dataClassification"), word}};
        QCOMPARE(int(sensitivityOf(said)), expected);
    }

    void flagsCountToo()
    {
        Column c = column(QStringLiteral("x"));
        c.properties = {{QStringLiteral("pii"), QStringLiteral("true")}};
        QCOMPARE(int(sensitivityOf(c)), int(Sensitivity::Personal));
        c.properties = {{QStringLiteral("pii"), QStringLiteral("false")}};
        QCOMPARE(int(sensitivityOf(c)), int(Sensitivity::None));
    }

    void choosesTheMask_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("classification");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *path, const char *classification, const char *type, const char *expected) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(classification)
                                << QString::fromLatin1(type) << QString::fromLatin1(expected);
        };
        row("amount", "public", "number", "no");
        row("first_name", "personal", "string", "hash");
        row("customerId", "confidential", "string", "hash");
        row("email", "personal", "string", "partial");
        row("contact.phone_number", "PII", "string", "partial");
        row("homePhone", "restricted", "string", "partial");
        row("note_text", "personal", "string", "hidden");
        row("medical_history", "confidential", "text", "hidden");
        row("salary", "confidential", "number", "hash");
        row("is_pregnant", "sensitive", "boolean", "hidden");
    }
    void choosesTheMask()
    {
        QFETCH(QString, path);
        QFETCH(QString, classification);
        QFETCH(QString, type);
        QTEST(maskingWord(maskingOf(column(path, classification, type))), "expected");
        Column said = column(path, classification, type);
        said.properties = {{QStringLiteral("masking"), QStringLiteral("hidden")}};
        QCOMPARE(maskingOf(said), Masking::Hidden);
        said.properties = {{QStringLiteral("masking"), QStringLiteral("no")}}; // asks for less than its class
        QTEST(maskingWord(maskingOf(said)), "expected");
    }

    void masksShowNothing_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value :
             {"a", "Smith", "ana.lee@example.com", "j@x.org", "ab@x.org", "+46 70 123 45 67", "0701234567", "1234567", "x@y",
              "not an address @ all", "Müller-Lüdenscheid", "4111111111111111", "12", "0", "true"})
            QTest::newRow(value) << QString::fromUtf8(value);
    }
    void masksShowNothing()
    {
        QFETCH(QString, value);
        for (const Masking masking : {Masking::Hash, Masking::Partial, Masking::Hidden}) {
            const QString text = maskedText(masking, value, QStringLiteral("c"), "salt");
            QVERIFY2(text != value, qPrintable(text));
            if (value.size() > 4)
                QVERIFY2(!text.contains(value), qPrintable(text));
            const QString local = value.section(u'@', 0, 0);
            if (value.contains(u'@') && local.size() > 4)
                QVERIFY2(!text.contains(local), qPrintable(text));
        }
    }

    void hashesAreEqualForEqualValuesOfAColumnOnly()
    {
        const auto hash = [](const char *value, const char *name, const QByteArray &salt) {
            return maskedText(Masking::Hash, QString::fromLatin1(value), QString::fromLatin1(name), salt);
        };
        QCOMPARE(hash("Smith", "a", "s"), hash("Smith", "a", "s"));
        QVERIFY(hash("Smith", "a", "s") != hash("Smyth", "a", "s"));
        QVERIFY(hash("Smith", "a", "s") != hash("Smith", "b", "s"));
        QVERIFY(hash("Smith", "a", "s") != hash("Smith", "a", "t"));
        QCOMPARE(hash("Smith", "a", "s").size(), 9);
        QVERIFY(maskedText(Masking::Hash, QString(), QStringLiteral("a"), "s").isNull());
    }

    void masksFollowTheTree()
    {
        const Masks masks(
            {column(QStringLiteral("address"), QStringLiteral("personal"), QStringLiteral("object")),
             column(QStringLiteral("address.city")), column(QStringLiteral("items"), {}, QStringLiteral("array")),
             column(QStringLiteral("items[].buyerName"), QStringLiteral("PII")), column(QStringLiteral("total"))});
        QCOMPARE(masks.of(QStringLiteral("address.city")).masking, Masking::Hash);
        QCOMPARE(masks.of(QStringLiteral("address.street.line")).masking, Masking::Hash);
        QCOMPARE(masks.of(QStringLiteral("items")).masking, Masking::Hidden);
        QCOMPARE(masks.of(QStringLiteral("ITEMS.buyer_name")).masking, Masking::Hash);
        QCOMPARE(masks.of(QStringLiteral("Total")).masking, Masking::No);
        QVERIFY(masks.of(QStringLiteral("Total")).declared);
        QVERIFY(!masks.of(QStringLiteral("extra")).declared);
        QCOMPARE(masks.missing({QStringLiteral("items"), QStringLiteral("total")}), QStringList{QStringLiteral("address")});
    }
};

MESHSCOPE_TEST(TestMasking)
#include "tst_masking.moc"
