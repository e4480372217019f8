#include "tests/support/testmain.h"
#include "tests/ui/places.h"
#include "ui/shell/inspector.h"
#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QPushButton>
#include <QScrollArea>

using namespace meshscope;
using namespace meshscope::test;

/// What the inspector tells of a thing, and of the whole when nothing is chosen.
class TestInspector : public QObject {
    Q_OBJECT
private slots:
    void withoutASelectionTheInspectorTellsOfTheWhole()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("map")));
        auto *inspector = f.find<Inspector>("inspector");
        QVERIFY(inspector->address().isEmpty());
        LinkLabel *products = nullptr;
        for (LinkLabel *link : inspector->findChildren<LinkLabel *>()) {
            if (link->text() == QStringLiteral("3"))
                products = link;
        }
        QVERIFY(products);
        QTRY_VERIFY(products->isVisible() && products->width() > 4);
        QTest::mouseClick(products, Qt::LeftButton, {}, QPoint(3, products->height() / 2));
        QCOMPARE(f.window->location().view, QStringLiteral("find"));
        QCOMPARE(f.find<QAbstractItemView>("findResults")->model()->rowCount(), 3); // the list it counted
        f.window->open(at(QStringLiteral("product"), orders));
        QTest::keyClick(f.window.get(), Qt::Key_F4);
        QCOMPARE(inspector->address(), orders); // what the page is about
        Location selected = at(QStringLiteral("map"));
        selected.add("selected", QStringLiteral("shop/product/stock"));
        f.window->open(selected);
        QCOMPARE(inspector->address(), QStringLiteral("shop/product/stock")); // what a link or Back brings along
    }

    void inspectorTellsTheFactsAndIsToggledByF4()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("map")));
        QVERIFY(f.window->isInspectorShown());
        emit f.window->currentPage()->selected(orders);
        auto *inspector = f.find<Inspector>("inspector");
        QCOMPARE(inspector->address(), orders);
        QTRY_VERIFY(inspector->findChild<QLabel *>(QStringLiteral("inspectorTitle")));
        QCOMPARE(inspector->findChild<QLabel *>(QStringLiteral("inspectorTitle"))->text(), QStringLiteral("orders product"));
        QTest::mouseClick(inspector->findChild<QPushButton *>(QStringLiteral("inspector.lineage")), Qt::LeftButton);
        QCOMPARE(f.window->location().view, QStringLiteral("lineage"));
        QVERIFY(!f.window->isInspectorShown()); // a page that says it itself
        QTest::keyClick(f.window.get(), Qt::Key_F4);
        QVERIFY(f.window->isInspectorShown());
        f.window->goBack();
        QTest::keyClick(f.window.get(), Qt::Key_F4);
        QVERIFY(!f.window->isInspectorShown());
        f.window->goForward();
        QVERIFY(f.window->isInspectorShown()); // remembered by view
    }

    void namesStandWholeWhereThereIsRoom()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("map")));
        emit f.window->currentPage()->selected(orders);
        auto *inspector = f.find<Inspector>("inspector");
        QTRY_VERIFY(inspector->isVisible() && !inspector->findChildren<AgeLabel *>().isEmpty());
        QWidget *const cell = inspector->findChildren<AgeLabel *>().first()->parentWidget();
        const QList<LinkLabel *> links = cell->findChildren<LinkLabel *>();
        QCOMPARE(links.size(), 1); // the endpoint it was read from
        QTRY_VERIFY(links.first()->width() >= links.first()->sizeHint().width());
    }

    void aLongNameLeavesTheRestInView()
    {
        Inspector inspector;
        Facts facts;
        facts.address = QStringLiteral("lake/dataset/a");
        facts.kind = Kind::Dataset;
        facts.name = QStringLiteral("warehouse.mart.customer_order_totals_by_country_and_day");
        Facts::Part part;
        part.text = facts.address;
        Facts::Row row;
        row.label = QStringLiteral("Address");
        row.parts = {part};
        row.isAddress = true;
        Facts::Row also;
        also.label = QStringLiteral("Also in");
        part.text =
            QStringLiteral("hub as urn:li:dataset:(urn:li:dataPlatform:postgres,shop.mart.customer_order_totals,PROD)");
        also.parts = {part};
        facts.rows = {row, also};
        inspector.resize(inspector.minimumWidth(), 600);
        inspector.setFacts(facts);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        const auto *scroll = inspector.findChild<QScrollArea *>();
        QTRY_COMPARE(scroll->widget()->width(), scroll->viewport()->width());
    }

    void factsOfEveryKindNameAndPlaceTheThing()
    {
        ShellFixture f;
        f.open(true);
        const Snapshot &snapshot = f.source->snapshot();
        for (const Kind kind : {Kind::Product, Kind::Domain, Kind::Port, Kind::Party}) {
            QVERIFY2(!snapshot.mesh->nodes(kind).empty(), qPrintable(kindWord(kind)));
            const NodeId node = snapshot.mesh->nodes(kind).front();
            const Facts facts = factsOf(snapshot, snapshot.mesh->address(node).toString());
            QVERIFY(!facts.isNull());
            QCOMPARE(facts.name, snapshot.mesh->name(node));
            QVERIFY(std::any_of(facts.rows.begin(), facts.rows.end(), [](const Facts::Row &row) { return row.isAddress; }));
        }
        QVERIFY(factsOf(snapshot, QStringLiteral("shop/product/none")).isNull());
        QVERIFY(factsOf(snapshot, QStringLiteral("no address at all")).isNull());
    }
};

MESHSCOPE_TEST(TestInspector)
#include "tst_inspector.moc"
