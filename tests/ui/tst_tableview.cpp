#include "models/items/cellmodel.h"
#include "ui/theme/style.h"
#include "ui/widgets/tableview.h"

#include "tests/support/testmain.h"
#include "tests/ui/tablerows.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>

using namespace meshscope;
using namespace meshscope::test;

namespace {

/// Stands in for a snapshot model: everything is replaced by a reset.
class ResettingModel final : public QStandardItemModel {
public:
    void reset(const QStringList &ids)
    {
        beginResetModel();
        blockSignals(true);
        fill(*this, ids);
        blockSignals(false);
        endResetModel();
    }
};

/// A table of things.
template<class Model = QStandardItemModel>
struct Table {
    explicit Table(const QStringList &ids)
    {
        fill(model, ids);
        view.setModel(&model);
        view.resize(700, 300);
        view.show();
    }
    [[nodiscard]] bool isThere() { return QTest::qWaitForWindowExposed(&view); }

    Model model;
    TableView view;
};

const QStringList ab{QStringLiteral("a"), QStringLiteral("b")};

} // namespace

/// The table every list of things is shown in: what stays selected, what opens, how its columns share the room.
class TestTableView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QApplication::setStyle(new MeshscopeStyle(Scheme::Light)); }

    void tableKeepsTheSelectionByAddress()
    {
        Table<ResettingModel> table(ab + QStringList{QStringLiteral("c")});
        auto &[model, view] = table;
        QVERIFY(view.selectAddress(QStringLiteral("e/product/b")));
        model.reset({QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("a"), QStringLiteral("b")});
        QTRY_COMPARE(view.currentAddress(), QStringLiteral("e/product/b"));
        QCOMPARE(view.currentIndex().row(), 3);
        // Gone once, it is found again when it comes back.
        model.reset({QStringLiteral("x")});
        QCoreApplication::processEvents();
        model.reset({QStringLiteral("b"), QStringLiteral("x")});
        QTRY_COMPARE(view.currentIndex().row(), 0);
    }

    void tableOpensByEnterAndDoubleClickAndCopies()
    {
        Table table(ab);
        auto &[model, view] = table;
        QVERIFY(table.isThere());
        QSignalSpy opened(&view, &TableView::opened);
        view.selectRow(1);
        QTest::keyClick(&view, Qt::Key_Return);
        QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("e/product/b"));
        QVERIFY(opened[1][1].toBool());
        const QPoint cell = view.visualRect(model.index(0, 0)).center();
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, cell);
        QCOMPARE(opened.size(), 3);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell);
        QTest::keySequence(&view, QKeySequence::Copy);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Name\tDomain\tCount\nProduct a\t")));
    }

    void linkInATableOpensOnItsTextOnly()
    {
        Table table(ab);
        auto &[model, view] = table;
        QVERIFY(table.isThere());
        QSignalSpy links(&view, &TableView::linkOpened);
        const QRect cell = view.visualRect(model.index(1, 2));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell.center() - QPoint(cell.width() / 2 - 3, 0));
        QCOMPARE(links.size(), 0);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(cell.right() - px(14), cell.center().y()));
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].toString(), QStringLiteral("e/list/b"));
    }

    void columnsFillTheViewAlsoWithSomeHidden()
    {
        Table table(ab);
        auto &[model, view] = table;
        QVERIFY(table.isThere());
        for (const int hidden : {-1, 1, 2, 0}) {
            for (int column = 0; column < 3; ++column)
                view.setColumnHidden(column, column == hidden);
            view.fitColumns(hidden == 0 ? 1 : 0);
            QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
            QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        }
    }

    void figuresAreCutLast()
    {
        auto *model =
            new CellModel({{QStringLiteral("Level")}, {QStringLiteral("Budget left")}, {QStringLiteral("n"), true}});
        Cell bar{.text = QStringLiteral("62 %")};
        bar.share = 0.62;
        model->setRows(
            {{QStringLiteral("a"), {Cell{.text = QString(60, u'w')}, bar, Cell{.text = QStringLiteral("1,234,567")}}}});
        TableView view;
        model->setParent(&view);
        view.setModel(model);
        view.resize(px(360), px(200));
        view.show();
        view.fitColumns(0);
        QVERIFY(view.columnWidth(0) < view.sizeHintForIndex(model->index(0, 0)).width()); // words give way
        QVERIFY(view.columnWidth(1) >= view.sizeHintForIndex(model->index(0, 1)).width());
        QVERIFY(view.columnWidth(2) >= view.sizeHintForIndex(model->index(0, 2)).width());
        view.resize(px(120), px(200)); // where nothing fits it still ends
        view.fitColumns(0);
    }

    void hiddenColumnsTakeNoRoom()
    {
        TableView view;
        auto *model = new QStandardItemModel(&view);
        view.setModel(model);
        view.resize(px(600), px(200));
        view.show();
        model->setColumnCount(4);
        view.setColumnHidden(2, true); // before anything was fitted
        view.fitColumns(1);
        QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
        QCOMPARE(view.columnViewportPosition(3), view.columnViewportPosition(1) + view.columnWidth(1));
    }
};

MESHSCOPE_TEST(TestTableView)
#include "tst_tableview.moc"
