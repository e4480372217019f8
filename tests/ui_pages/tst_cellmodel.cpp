#include "models/items/cellmodel.h"
#include "models/items/leveltext.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>

using namespace meshscope;

class CellModelTest : public QObject {
    Q_OBJECT
private slots:
    void keepsTheRulesOfModels()
    {
        CellModel model({{QStringLiteral("A")}, {QStringLiteral("B"), true}});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({{QStringLiteral("x"), {Cell{.text = QStringLiteral("one")}}}, {{}, {}}});
        QCOMPARE(model.rowCount(), 2);
        model.setTable({{QStringLiteral("C")}}, {});
        QCOMPARE(model.columnCount(), 1);
    }
    void saysOnlyWhatIsSet()
    {
        CellModel model({{QStringLiteral("A")}, {QStringLiteral("B"), true}});
        Cell cell{.text = QStringLiteral("<b>"), .tip = QStringLiteral("<i>")};
        cell.status = Status::Breached;
        model.setRows({{QStringLiteral("a/product/b"), {cell}}});
        const QModelIndex first = model.index(0, 0);
        QCOMPARE(first.data().toString(), QStringLiteral("<b>"));
        QCOMPARE(first.data(Qt::ToolTipRole).toString(), QStringLiteral("&lt;i&gt;"));
        QCOMPARE(first.data(StatusRole).toInt(), int(Status::Breached));
        QVERIFY(!first.data(LinkRole).isValid());
        QVERIFY(!first.data(ShareRole).isValid());
        // A row may be shorter than the heads.
        QVERIFY(!model.index(0, 1).data().isValid());
        QCOMPARE(model.index(0, 1).data(AddressRole).toString(), QStringLiteral("a/product/b"));
    }
    void levelTitlesReadAsWords_data()
    {
        QTest::addColumn<QString>("property");
        QTest::addColumn<QString>("title");
        QTest::newRow("camel") << "timeToDetect"
                               << "Time to detect";
        QTest::newRow("snake") << "error_rate"
                               << "Error rate";
        QTest::newRow("plain") << "latency"
                               << "Latency";
        QTest::newRow("empty") << ""
                               << "Unnamed";
    }
    void levelTitlesReadAsWords()
    {
        QFETCH(QString, property);
        QTEST(levelTitle(property), "title");
    }
    void sharesBelowZeroTakeTheTrueMinus()
    {
        QCOMPARE(shareText(-0.21), QStringLiteral("−21\u202f%"));
        QCOMPARE(shareText(-0.001), QStringLiteral("0\u202f%"));
        QCOMPARE(shareText(0.996, 1), QStringLiteral("99.6\u202f%"));
    }
    void theWorstLevelHasTheLeastBudget()
    {
        LevelState met;
        met.status = Status::Met;
        LevelState risk;
        risk.status = Status::AtRisk;
        risk.id = QStringLiteral("first");
        LevelState worse = risk;
        worse.id = QStringLiteral("second");
        worse.budget = Budget{};
        worse.budget->used = 0.9;
        const QList<LevelState> states{met, risk, worse};
        QCOMPARE(worstLevel(states)->id, QStringLiteral("second"));
        QVERIFY(!worstLevel({}));
    }
};
MESHSCOPE_TEST(CellModelTest)
#include "tst_cellmodel.moc"
