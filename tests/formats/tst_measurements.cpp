#include "models/formats/measurements.h"

#include "tests/support/testmain.h"

using namespace meshscope;

/// `measurements/*.ndjson`: each good line is a measurement, each bad one an issue with its line.
class TestMeasurements : public QObject {
    Q_OBJECT
private:
    static FileRecords read(const QByteArray &text)
    {
        ReadContext context;
        context.file = QStringLiteral("measurements/a.ndjson");
        return readMeasurements(text, context);
    }

private slots:
    void knownByPath_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("known");
        QTest::newRow("at the top") << "measurements/a.ndjson" << true;
        QTest::newRow("deeper") << "x/measurements/2026.ndjson" << true;
        QTest::newRow("another folder") << "measured/a.ndjson" << false;
        QTest::newRow("below it") << "measurements/x/a.ndjson" << false;
        QTest::newRow("another ending") << "measurements/a.json" << false;
    }
    void knownByPath()
    {
        QFETCH(QString, file);
        QTEST(isMeasurementFile(file), "known");
    }

    void aWholeLine()
    {
        const FileRecords found = read(R"({"at": "2026-03-01T08:00:00+02:00", "target": "shop/port/p%2Fout", "property": )"
                                       R"("latency", "element": "orders.id", "value": 12.5, "unit": "s", "good": 9, )"
                                       R"("total": 10, "source": "probe", "run": "r1"})");
        QCOMPARE(found.records.issues.size(), 0);
        QCOMPARE(found.recognised, 1);
        QCOMPARE(found.records.measurements.size(), 1);
        const Measurement &m = found.records.measurements.first();
        QCOMPARE(m.at, QDateTime(QDate(2026, 3, 1), QTime(6, 0), Qt::UTC));
        QCOMPARE(m.at.offsetFromUtc(), 7200);
        QCOMPARE(m.target, QStringLiteral("shop/port/p%2Fout"));
        QVERIFY(!m.targetKind);
        QCOMPARE(m.property, QStringLiteral("latency"));
        QCOMPARE(m.element, QStringLiteral("orders.id"));
        QCOMPARE(m.value, 12.5);
        QCOMPARE(m.unit, QStringLiteral("s"));
        QCOMPARE(m.good, std::optional<double>(9));
        QCOMPARE(m.total, std::optional<double>(10));
        QCOMPARE(m.source, QStringLiteral("probe"));
        QCOMPARE(m.run, QStringLiteral("r1"));
    }
    void valueFollowsFromGoodAndTotal()
    {
        const FileRecords found =
            read("{\"at\":\"2026-03-01T08:00:00Z\",\"target\":\"p\",\"property\":\"availability\",\"element\":null,"
                 "\"good\":3,\"total\":4}\n");
        QCOMPARE(found.records.measurements.size(), 1);
        QCOMPARE(found.records.measurements.first().value, 0.75);
        QCOMPARE(found.records.measurements.first().unit, QStringLiteral("ratio"));
    }
    void badLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *title, const char *line, const char *says) {
            QTest::newRow(title) << QByteArray(line) << QString::fromLatin1(says);
        };
        row("no JSON", "{\"at\":", "left out");
        row("no object", "[1]", "not a JSON object");
        row("two values", "{} {}", "left out");
        row("no time", R"({"target":"p","property":"x","value":1})", "\"at\"");
        row("no offset", R"({"at":"2026-03-01T08:00:00","target":"p","property":"x","value":1})", "offset");
        row("no such day", R"({"at":"2026-02-30T08:00:00Z","target":"p","property":"x","value":1})", "\"at\"");
        row("a number for a time", R"({"at":5,"target":"p","property":"x","value":1})", "\"at\"");
        row("no target", R"({"at":"2026-03-01T08:00:00Z","property":"x","value":1})", "\"target\"");
        row("no property", R"({"at":"2026-03-01T08:00:00Z","target":"p","value":1})", "\"property\"");
        row("value as text", R"({"at":"2026-03-01T08:00:00Z","target":"p","property":"x","value":"1"})", "\"value\"");
        row("no value", R"({"at":"2026-03-01T08:00:00Z","target":"p","property":"x"})", "neither");
        row("good alone", R"({"at":"2026-03-01T08:00:00Z","target":"p","property":"x","good":1})", "together");
        row("more good than all", R"({"at":"2026-03-01T08:00:00Z","target":"p","property":"x","good":3,"total":2})",
            "between");
        row("unknown unit", R"({"at":"2026-03-01T08:00:00Z","target":"p","property":"x","value":1,"unit":"furlong"})",
            "furlong");
        row("element as number", R"({"at":"2026-03-01T08:00:00Z","target":"p","property":"x","value":1,"element":7})",
            "element");
        row("unit as number", R"({"at":"2026-03-01T08:00:00Z","target":"p","property":"x","value":1,"unit":1})", "unit");
    }
    void onlyBadLinesAreStillADocumentOfOurs()
    {
        const FileRecords found = read("{\"at\": 1}\n");
        QCOMPARE(found.recognised, 1);
        QCOMPARE(found.records.issues.size(), 1);
        QCOMPARE(read("\n \n").recognised, 0);
    }
    void badLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, says);
        const QByteArray good = R"({"at":"2026-03-01T08:00:00Z","target":"p","property":"x","value":1})";
        const FileRecords found = read("\xEF\xBB\xBF" + good + "\r\n\n" + line + "\n" + good);
        QCOMPARE(found.records.measurements.size(), 2);
        QCOMPARE(found.recognised, 1); // a file is one document
        QCOMPARE(found.unrecognised, 1);
        QCOMPARE(found.records.issues.size(), 1);
        const Issue &issue = found.records.issues.first();
        QCOMPARE(issue.where.line, 3);
        QCOMPARE(issue.where.file, QStringLiteral("measurements/a.ndjson"));
        QCOMPARE(issue.severity, Issue::Severity::Error);
        QVERIFY2(issue.text.contains(says), qPrintable(issue.text));
    }
    void anEmptyFileIsNoFault()
    {
        const FileRecords found = read("\n\n");
        QCOMPARE(found.records.issues.size() + found.records.measurements.size(), 0);
    }
};

MESHSCOPE_TEST(TestMeasurements)
#include "tst_measurements.moc"
