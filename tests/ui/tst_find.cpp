#include "tests/support/testmain.h"
#include "tests/ui/shellfixture.h"
#include "ui/search/facetlist.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>

using namespace meshscope;
using namespace meshscope::test;

namespace {
Location findAt(const QString &query, const QString &key = {}, const QString &value = {})
{
    Location location = findLocation(query);
    if (!key.isEmpty())
        location.options.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return location;
}
} // namespace

/// Find by keys alone: results as one types, narrowing, opening, coming back.
class TestFind : public QObject {
    Q_OBJECT
private slots:
    void typingFindsArrowsMoveEnterOpens()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(findAt({}));
        auto *field = f.find<SearchField>("findField");
        QTRY_COMPARE(QApplication::focusWidget(), field);
        QTest::keyClicks(field, QStringLiteral("product"));
        auto *table = f.find<TableView>("findResults");
        QVERIFY(table->model()->rowCount() >= 3);
        QCOMPARE(table->currentIndex().row(), 0);
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        QCOMPARE(QApplication::focusWidget(), field);
        const QString second = table->currentAddress();
        QCOMPARE(f.window->inspected(), second);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.windows.size(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(f.window->location().address, second);
        f.window->goBack();
        QCOMPARE(field->text(), QStringLiteral("product"));
        QCOMPARE(table->currentAddress(), second); // the selection came back
    }

    void nothingTypedListsEverythingAndFacetsNarrow()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(findAt({}, QStringLiteral("kind"), QStringLiteral("product")));
        auto *table = f.find<TableView>("findResults");
        QCOMPARE(table->model()->rowCount(), 3);
        auto *facets = f.find<FacetList>("findFacets");
        QVERIFY(facets->model()->rowCount() > 2);
        // Turning the kind off shows the rest again.
        emit facets->toggled(QStringLiteral("kind"), QStringLiteral("product"), false);
        QVERIFY(table->model()->rowCount() > 3);
    }

    void facetsAreTurnedByKeys()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(findAt({}));
        auto *facets = f.find<FacetList>("findFacets");
        facets->setFocus();
        facets->setCurrentIndex(facets->model()->index(1, 0));
        QTest::keyClick(facets, Qt::Key_Space);
        QVERIFY(f.window->location().options.hasQueryItem(QStringLiteral("kind")));
        facets->setCurrentIndex(facets->model()->index(1, 0));
        QTest::keyClick(facets, Qt::Key_Return);
        QVERIFY(!f.window->location().options.hasQueryItem(QStringLiteral("kind")));
    }

    void whatIsNotFoundSaysHowToGoOn()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(findAt(QStringLiteral("qqqqzzzz"), QStringLiteral("kind"), QStringLiteral("domain")));
        auto *panel = f.window->currentPage()->findChild<StatePanel *>();
        QCOMPARE(panel->state(), StatePanel::State::Empty);
        QTest::mouseClick(panel->findChild<QPushButton *>(QStringLiteral("statePanelButton")), Qt::LeftButton);
        QVERIFY(!f.window->location().options.hasQueryItem(QStringLiteral("kind")));
        QVERIFY(panel->text().contains(QStringLiteral("qqqqzzzz")));
    }

    void countsByStatusOpenTheirProducts()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(findAt({}, QStringLiteral("status"), QStringLiteral("no-promise")));
        QCOMPARE(f.find<TableView>("findResults")->model()->rowCount(), 3);
        f.window->open(findAt({}, QStringLiteral("status"), QStringLiteral("breached")));
        QCOMPARE(f.find<TableView>("findResults")->model()->rowCount(), 0);
    }

    void modelsKeepTheRules()
    {
        ShellFixture f;
        f.open(true);
        SearchModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Snapshot &snapshot = f.source->snapshot();
        model.setAnswer(snapshot.mesh, snapshot.health, snapshot.search->search(QStringLiteral("orders")));
        QVERIFY(model.rowCount() > 0);
        model.setAnswer(snapshot.mesh, snapshot.health, {});
        QCOMPARE(model.rowCount(), 0);
    }
};

MESHSCOPE_TEST(TestFind)
#include "tst_find.moc"
