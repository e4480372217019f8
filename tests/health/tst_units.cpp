#include "models/health/health.h"

#include "tests/support/testmain.h"

#include <cmath>

using namespace meshscope;

/// Values and units in the spellings of every standard.
class TestUnits : public QObject {
    Q_OBJECT
private slots:
    void readsEverySpelling_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<double>("expected");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char *value, const char *unit, double expected, const char *canonical) {
            QTest::addRow("%s|%s", value, unit)
                << QString::fromUtf8(value) << QString::fromUtf8(unit) << expected << QString::fromUtf8(canonical);
        };
        row("4", "d", 4 * 86400, "s");
        row("4", "days", 4 * 86400, "s");
        row("1", "yr", 365 * 86400, "s");
        row("3", "y", 3 * 365 * 86400.0, "s");
        row("2", "h", 7200, "s");
        row("2", "hrs", 7200, "s");
        row("10", "minutes", 600, "s");
        row("5", "m", 300, "s");
        row("2", "M", 60 * 86400, "s");
        row("2", "mo", 60 * 86400, "s");
        row("1", "w", 7 * 86400, "s");
        row("500", "ms", 0.5, "s");
        row("30", "s", 30, "s");
        row("30", "Seconds", 30, "s");
        row("99.5", "%", 0.995, "ratio");
        row("99.5", "percent", 0.995, "ratio");
        row("99.9%", "", 0.999, "ratio");
        row("99 % of deliveries", "", 0.99, "ratio");
        row("5", "per mille", 0.005, "ratio");
        row("5", "‰", 0.005, "ratio");
        row("0.99", "ratio", 0.99, "ratio");
        row("25h", "", 25 * 3600, "s");
        row("25 h", "", 25 * 3600, "s");
        row("< 4 h", "", 4 * 3600, "s");
        row("at least 99.5 %", "", 0.995, "ratio");
        row("max 15 minutes", "", 900, "s");
        row("P1D", "", 86400, "s");
        row("P1Y", "", 365 * 86400, "s");
        row("PT15M", "", 900, "s");
        row("P1Y6M", "", (365 + 180) * 86400.0, "s");
        row("P2W", "", 14 * 86400, "s");
        row("PT0.5H", "", 1800, "s");
        row("PT1H30M10S", "", 5410, "s");
        row("daily", "", 86400, "s");
        row("every hour", "", 3600, "s");
        row("every 15 minutes", "", 900, "s");
        row("once a week", "", 7 * 86400, "s");
        row("monthly", "", 30 * 86400, "s");
        row("10", "GB", 1e10, "bytes");
        row("10", "GiB", 10 * 1073741824.0, "bytes");
        row("1.5 TB", "", 1.5e12, "bytes");
        row("400000", "rows", 400000, "rows");
        row("400,000", "rows", 400000, "rows");
        row("1,5", "h", 5400, "s");
        row("1e3", "records", 1000, "rows");
        row("1000", "rows/s", 1000, "rows");
        row("42", "", 42, "1");
        row("7", "users", 7, "1");
        row("07:10+01:00", "", 6 * 3600 + 600, "time");
        row("09:00-08:00", "", 17 * 3600, "time");
        row("23:30:00Z", "", 23.5 * 3600, "time");
        row("2027-01-01", "", 1798761600, "date");
        row("2022-05-12T09:30:10-08:00", "", 1652376610, "date");
    }
    void readsEverySpelling()
    {
        QFETCH(QString, value);
        QFETCH(QString, unit);
        QFETCH(double, expected);
        const auto q = normalised(value, unit);
        QVERIFY(q);
        QVERIFY2(std::abs(q->value - expected) < 1e-6 * std::max(1.0, expected),
                 qPrintable(QString::number(q->value, 'g', 17)));
        QTEST(q->unit, "canonical");
    }
    void textStaysText_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *text : {"",
                                 " ",
                                 "9x5",
                                 "24/7",
                                 "24x7",
                                 "9am to 5pm in EST on business days",
                                 "0 0 * * *",
                                 "unlimited",
                                 "best effort",
                                 "P",
                                 "PT",
                                 "P1",
                                 "NaN",
                                 "inf",
                                 "1e999",
                                 "1-2 days",
                                 "--",
                                 "<script>",
                                 "'; DROP TABLE x; --",
                                 "5 bananas",
                                 "25:00",
                                 "2027-13-45",
                                 "{{integer}}",
                                 "four hours",
                                 "h"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("long") << QString(70000, u'9');
        QTest::newRow("long text") << QString(70000, u'x');
    }
    void textStaysText()
    {
        QFETCH(QString, value);
        const auto q = normalised(value, {});
        QVERIFY2(!q, qPrintable(q ? QString::number(q->value) + q->unit : QString()));
    }
    void peopleReadIt_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text");
        const QString thin(QChar(0x202f));
        QTest::newRow("minutes") << 540.0 << "s"
                                 << "9 min";
        QTest::newRow("hours") << 80640.0 << "s"
                               << "22.4 h";
        QTest::newRow("an hour") << 3600.0 << "s"
                                 << "1 h";
        QTest::newRow("a day") << 86400.0 << "s"
                               << "1 d";
        QTest::newRow("a year") << 31536000.0 << "s"
                                << "1 y";
        QTest::newRow("days") << 90.0 * 86400 << "s"
                              << "90 d";
        QTest::newRow("millis") << 0.25 << "s"
                                << "250 ms";
        QTest::newRow("zero") << 0.0 << "s"
                              << "0 s";
        QTest::newRow("minus") << -5400.0 << "s" << QString(QChar(0x2212)) + "1.5 h";
        QTest::newRow("percent") << 0.9959 << "ratio"
                                 << "99.59" + thin + "%";
        QTest::newRow("not quite all") << 0.999996 << "ratio"
                                       << "99.9996" + thin + "%";
        QTest::newRow("all") << 1.0 << "ratio"
                             << "100" + thin + "%";
        QTest::newRow("bytes") << 1.2e9 << "bytes"
                               << "1.2 GB";
        QTest::newRow("few bytes") << 512.0 << "bytes"
                                   << "512 B";
        QTest::newRow("rows") << 400000.0 << "rows"
                              << "400" + thin + "000 rows";
        QTest::newRow("date") << 1798761600.0 << "date"
                              << "2027-01-01";
        QTest::newRow("time") << 22200.0 << "time"
                              << "06:10 UTC";
        QTest::newRow("none") << std::nan("") << "s" << QStringLiteral("–");
    }
    void peopleReadIt()
    {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QTEST(formatQuantity(Quantity{value, unit, {}}), "text");
    }
    void propertiesOfEveryDialect_data()
    {
        QTest::addColumn<QString>("property");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, LevelKind kind) {
            QTest::newRow(name) << QString::fromLatin1(name) << int(kind);
        };
        row("latency", LevelKind::Latency);
        row("ly", LevelKind::Latency);
        row("freshness", LevelKind::Freshness);
        row("freshness.error_after", LevelKind::Freshness);
        row("frequency", LevelKind::Frequency);
        row("updateFrequency", LevelKind::Frequency);
        row("retention", LevelKind::Retention);
        row("Retention Period", LevelKind::Retention);
        row("availability", LevelKind::Availability);
        row("uptime", LevelKind::Availability);
        row("generalAvailability", LevelKind::GeneralAvailability);
        row("general_availability", LevelKind::GeneralAvailability);
        row("endOfSupport", LevelKind::EndOfSupport);
        row("endOfLife", LevelKind::EndOfLife);
        row("timeOfAvailability", LevelKind::TimeOfAvailability);
        row("errorRate", LevelKind::ErrorRate);
        row("throughput", LevelKind::Throughput);
        row("timeToDetect", LevelKind::TimeToDetect);
        row("MTTR", LevelKind::TimeToRepair);
        row("Time to notify", LevelKind::TimeToNotify);
        row("completeness", LevelKind::Completeness);
        row("rowCount", LevelKind::RowCount);
        row("accuracy", LevelKind::OtherRatio);
        row("bounceRate", LevelKind::OtherRatio);
        row("responseTime", LevelKind::Other);
        row("explainability", LevelKind::Other);
        row("", LevelKind::Other);
    }
    void propertiesOfEveryDialect()
    {
        QFETCH(QString, property);
        QTEST(int(levelKind(property)), "kind");
    }
};

MESHSCOPE_TEST(TestUnits)
#include "tst_units.moc"
