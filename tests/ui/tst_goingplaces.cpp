#include "tests/support/testmain.h"
#include "tests/ui/places.h"
#include "ui/shell/rail.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QClipboard>
#include <QListView>
#include <QToolButton>

using namespace meshscope;
using namespace meshscope::test;

/// Going places as in a browser: history, links, the rail, other windows.
class TestGoingPlaces : public QObject {
    Q_OBJECT
private slots:
    void historyForgetsWhatLayAhead()
    {
        History history;
        history.visit(at(QStringLiteral("a")));
        history.visit(at(QStringLiteral("b")));
        history.visit(at(QStringLiteral("b")));
        history.visit(at(QStringLiteral("c")));
        QCOMPARE(history.back().view, QStringLiteral("b"));
        QCOMPARE(history.back().view, QStringLiteral("a"));
        QVERIFY(!history.canGoBack());
        history.visit(at(QStringLiteral("d")));
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back().view, QStringLiteral("a"));
    }

    void aLinkGivenBeforeTheMeshIsLoadedIsOpenedThen()
    {
        ShellFixture f;
        f.open(true);
        SnapshotSource later(*f.workspace);
        MainWindow window(f.services(later));
        window.openText(QStringLiteral("meshscope:///shop/product/stock"));
        QVERIFY(!window.currentPage());
        MainWindow lost(f.services(later));
        lost.openText(QStringLiteral("shop/product/nothing-like-it"));
        later.reload();
        QTRY_COMPARE(window.location().address, QStringLiteral("shop/product/stock"));
        QTRY_COMPARE(lost.location().view, QStringLiteral("map"));
        QVERIFY(lost.findChild<QLabel *>(QStringLiteral("said"))->text().contains(QStringLiteral("nothing-like-it")));
    }

    void nothingOfTheLastPageStaysInTheTrail()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("product"), orders));
        f.window->open(at(QStringLiteral("health")));
        // Before the old labels are gone.
        for (const QLabel *title : f.find<QWidget>("trail")->findChildren<QLabel *>(QStringLiteral("crumbTitle")))
            QVERIFY2(title->isHidden() || title->text() == f.window->currentPage()->title(), qPrintable(title->text()));
    }

    void backAndForwardByKeysButtonsAndMouse()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("map")));
        f.window->open(at(QStringLiteral("product"), orders));
        f.window->open(at(QStringLiteral("lineage"), orders));
        QTest::keyClick(f.window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(f.window->location().view, QStringLiteral("product"));
        QCOMPARE(f.window->location().address, orders);
        QTest::mouseClick(f.find<QToolButton>("back"), Qt::LeftButton);
        QCOMPARE(f.window->location().view, QStringLiteral("map"));
        QVERIFY(!f.find<QToolButton>("back")->isEnabled());
        QTest::mouseClick(f.window->currentPage(), Qt::ForwardButton);
        QCOMPARE(f.window->location().view, QStringLiteral("product"));
        QTest::mouseClick(f.window->currentPage(), Qt::BackButton);
        QCOMPARE(f.window->location().view, QStringLiteral("map"));
        QTest::keyClick(f.window.get(), Qt::Key_Right, Qt::AltModifier);
        QTest::keyClick(f.window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(f.window->location().view, QStringLiteral("lineage"));
    }

    void whatAPageShowedComesBack()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("map")));
        auto *page = qobject_cast<PlainPage *>(f.window->currentPage());
        page->pretend(QStringLiteral("scroll"), QStringLiteral("40"));
        f.window->open(at(QStringLiteral("product"), orders));
        f.window->goBack();
        QCOMPARE(f.window->location().options.queryItemValue(QStringLiteral("scroll")), QStringLiteral("40"));
    }

    void newWindowByKeyAndCtrlClick()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("product"), orders));
        QTest::keyClick(f.window.get(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(f.windows.size(), 1);
        QCOMPARE(f.windows[0].address, orders);
        auto *crumb = f.find<LinkLabel>("crumb");
        QVERIFY(crumb);
        emit crumb->opened(true);
        QCOMPARE(f.windows.size(), 2);
        QCOMPARE(f.windows[1].view, QStringLiteral("map"));
        QCOMPARE(f.window->location().view, QStringLiteral("product"));
    }

    void railGoesAndShowsWhatWaits()
    {
        ShellFixture f;
        f.open(true);
        QTest::mouseClick(f.find<RailButton>("rail.health"), Qt::LeftButton);
        QCOMPARE(f.window->location().view, QStringLiteral("health"));
        QVERIFY(f.find<RailButton>("rail.health")->isChecked());
        QCOMPARE(f.find<RailButton>("rail.access")->badge(), 3);
        QTest::keyClick(f.window.get(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(f.window->location().view, QStringLiteral("find"));
        QVERIFY(!f.find<RailButton>("rail.health")->isChecked());
    }

    void deepLinksOpenOrSayWhyNot()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("map")));
        f.window->openText(QStringLiteral("meshscope:///shop/product/stock"));
        QCOMPARE(f.window->location().view, QStringLiteral("product"));
        QCOMPARE(f.window->location().address, QStringLiteral("shop/product/stock"));
        f.window->openText(QStringLiteral("meshscope:view/health"));
        QCOMPARE(f.window->location().view, QStringLiteral("health"));
        f.window->openText(QStringLiteral("shop/product/nothing-like-it"));
        QCOMPARE(f.window->location().view, QStringLiteral("health"));
        QVERIFY(f.find<QLabel>("said")->text().contains(QStringLiteral("nothing-like-it")));
        f.window->open(at(QStringLiteral("nowhere")));
        QCOMPARE(f.window->location().view, QStringLiteral("health"));
        QGuiApplication::clipboard()->setText(QStringLiteral("meshscope:///shop/product/orders"));
        QTest::keyClick(f.window.get(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(f.window->location().address, orders);
    }
};

MESHSCOPE_TEST(TestGoingPlaces)
#include "tst_goingplaces.moc"
