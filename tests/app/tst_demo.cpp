#include "app/demo.h"

#include "tests/support/testmain.h"

using namespace meshscope;

/// Dates of the demo move to today; nothing else does.
class TestDemo : public QObject {
    Q_OBJECT
private slots:
    void movesDates_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("a date") << QByteArray("2026-11-17") << QByteArray("2026-11-21");
        QTest::newRow("over the end of a month") << QByteArray("on 2026-11-28.") << QByteArray("on 2026-12-02.");
        QTest::newRow("a moment") << QByteArray("\"2026-11-17T05:59:00Z\"") << QByteArray("\"2026-11-21T05:59:00Z\"");
        QTest::newRow("two in a row") << QByteArray("2026-11-17,2026-11-18") << QByteArray("2026-11-21,2026-11-22");
        QTest::newRow("a birthday") << QByteArray("1984-03-02") << QByteArray("1984-03-02");
        QTest::newRow("part of a number") << QByteArray("12026-11-170") << QByteArray("12026-11-170");
        QTest::newRow("no such day") << QByteArray("2026-02-31") << QByteArray("2026-02-31");
        QTest::newRow("a uuid") << QByteArray("04e2e223-966c-538f-a390-bad587770e5a")
                                << QByteArray("04e2e223-966c-538f-a390-bad587770e5a");
        QTest::newRow("short") << QByteArray("a-b") << QByteArray("a-b");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }
    void movesDates()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(withDatesMoved(before, 4), after);
        QCOMPARE(withDatesMoved(after, -4), before);
        QCOMPARE(withDatesMoved(before, 0), before);
    }
};

MESHSCOPE_TEST(TestDemo)
#include "tst_demo.moc"
