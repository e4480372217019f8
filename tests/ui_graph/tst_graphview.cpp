#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace meshscope;

namespace {
const QString orders = QStringLiteral("shop/dataset/orders");
const QString revenue = QStringLiteral("shop/dataset/revenue");
const QString report = QStringLiteral("shop/dataset/report");
} // namespace

/// The canvas answers keys and mouse.
class TestGraphView : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(800, 400);
        m_view->show();
        m_view->setScene(test::smallScene());
    }
    void cleanup() { m_view.reset(); }

    void fitsTheFirstScene()
    {
        const QRectF on = m_view->camera().toScreen(m_view->scene()->bounds());
        QVERIFY(QRectF(m_view->rect()).contains(on));
        QVERIFY(m_view->zoom() <= 1);
    }
    void aClickSelectsAndADoubleClickOpens()
    {
        QSignalSpy selected(m_view.get(), &GraphView::nodeSelected);
        QSignalSpy opened(m_view.get(), &GraphView::nodeActivated);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, test::middleOf(*m_view, revenue));
        QCOMPARE(selected.count(), 1);
        QCOMPARE(m_view->selected(), revenue);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, test::middleOf(*m_view, revenue));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.at(0).at(0).toString(), revenue);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(790, 390));
        QVERIFY(m_view->selected().isEmpty());
    }
    void thePlusButtonExpands()
    {
        QSignalSpy expand(m_view.get(), &GraphView::expandRequested);
        const int card = m_view->scene()->cardOf(revenue);
        const QRectF button = m_view->camera().toScreen(m_view->scene()->buttonRect(card, true));
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, button.center().toPoint());
        QCOMPARE(expand.count(), 1);
        QCOMPARE(expand.at(0).at(0).toString(), revenue);
        QCOMPARE(expand.at(0).at(1).toBool(), true);
    }
    void arrowsWalkAlongEdges()
    {
        m_view->select(orders);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->selected(), revenue);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->selected(), report);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->selected(), report);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->selected(), orders);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->selected(), QStringLiteral("shop/dataset/stock"));
    }
    void keysZoom()
    {
        const double fitted = m_view->zoom();
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QVERIFY(m_view->zoom() > fitted);
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QVERIFY(m_view->zoom() < fitted);
        QTest::keyClick(m_view.get(), Qt::Key_0);
        QCOMPARE(m_view->zoom(), 1.0);
        QTest::keyClick(m_view.get(), Qt::Key_F);
        QCOMPARE(m_view->zoom(), fitted);
    }
    void theWheelZoomsAtThePointer()
    {
        const QPointF at = test::middleOf(*m_view, report);
        const QPointF under = m_view->camera().toScene(at);
        QWheelEvent wheel(at, m_view->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(m_view.get(), &wheel);
        QTRY_VERIFY(QLineF(m_view->camera().toScene(at), under).length() < 0.5);
        QVERIFY(m_view->zoom() > 0);
    }
    void dragPans()
    {
        const QPointF before = m_view->camera().offset;
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(400, 300));
        QTest::mouseMove(m_view.get(), QPoint(430, 320));
        QTest::mouseMove(m_view.get(), QPoint(460, 330));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(460, 330));
        QCOMPARE(m_view->camera().offset - before, QPointF(60, 30));
        QVERIFY(m_view->selected().isEmpty());
    }
    void enterSpaceAndSlash()
    {
        QSignalSpy opened(m_view.get(), &GraphView::nodeActivated);
        QSignalSpy expand(m_view.get(), &GraphView::expandRequested);
        QSignalSpy find(m_view.get(), &GraphView::findRequested);
        m_view->select(revenue);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QTest::keyClick(m_view.get(), Qt::Key_Slash);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(expand.count(), 1);
        QCOMPARE(find.count(), 1);
    }
    void aLockKeepsThePathUntilUnlocked()
    {
        m_view->select(revenue);
        QTest::keyClick(m_view.get(), Qt::Key_L);
        QCOMPARE(m_view->locked(), revenue);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, test::middleOf(*m_view, orders));
        QCOMPARE(m_view->locked(), revenue);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->locked().isEmpty());
    }
    void findGoesFromOneToTheNext()
    {
        QCOMPARE(m_view->find(QStringLiteral("RE")), 2);
        QCOMPARE(m_view->selected(), revenue);
        QCOMPARE(m_view->find(QStringLiteral("RE"), true), 2);
        QCOMPARE(m_view->selected(), report);
        QCOMPARE(m_view->find(QStringLiteral("nothing such")), 0);
        QCOMPARE(m_view->find(QString()), 0);
    }
    void keepsSelectionAndPlaceInTheNextScene()
    {
        m_view->select(revenue);
        m_view->setZoom(0.7);
        const Camera before = m_view->camera();
        m_view->setScene(test::smallScene());
        QCOMPARE(m_view->selected(), revenue);
        QTRY_COMPARE(m_view->camera(), before);
        m_view->setScene(nullptr);
        QVERIFY(m_view->selected().isEmpty());
        m_view->grab();
    }
    void litPathsHoldWhatIsUpAndDown()
    {
        const Scene::Lit lit = m_view->scene()->pathsThrough(1);
        QCOMPARE(lit.cards, (std::vector<char>{1, 1, 1, 0}));
        QCOMPARE(lit.edges, (std::vector<char>{1, 1}));
    }
    void hitsWhatIsThere()
    {
        const Scene &scene = *m_view->scene();
        QCOMPARE(scene.hit(QPointF(20, 20), 4).part, Scene::Hit::Part::Card);
        QCOMPARE(scene.hit(QPointF(200, 27), 4).part, Scene::Hit::Part::Edge);
        QCOMPARE(scene.hit(QPointF(-500, 27), 4).part, Scene::Hit::Part::Nothing);
    }
    void zoomingOutEndsWhereTheWholeIsSmall()
    {
        const auto turn = [&](int steps) {
            const QPoint at = m_view->rect().center();
            QWheelEvent event(at, m_view->mapToGlobal(at), {}, QPoint(0, 120 * steps), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(m_view.get(), &event);
        };
        m_view->fit(false);
        const double whole = m_view->zoom();
        QVERIFY(whole <= 1);
        turn(-100);
        QCOMPARE(m_view->zoom(), whole / 2);
        m_view->fit(false);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QCOMPARE(m_view->zoom(), whole / 2);
        m_view->setZoom(0.0001);
        QCOMPARE(m_view->zoom(), whole / 2);
        turn(1);
        QVERIFY(m_view->zoom() > whole / 2);
        // What was seen from farther out, because there was more, is not moved nearer by the next step out.
        Camera far = m_view->camera();
        far.scale = whole / 8;
        m_view->setCamera(far);
        turn(-1);
        QCOMPARE(m_view->zoom(), whole / 8);
        turn(2);
        QVERIFY(m_view->zoom() > whole / 8);
    }
    void drawsAtEveryZoom()
    {
        for (const double zoom : {0.01, 0.05, 0.2, 0.5, 1.0, 3.0}) {
            Camera camera = m_view->camera();
            camera.scale = zoom;
            m_view->setCamera(camera);
            QVERIFY(!m_view->grab().isNull());
        }
    }
    void aScreenReaderHearsTheCards()
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 4);
        QAccessibleInterface *card = list->child(1);
        QVERIFY(card);
        QVERIFY(card->text(QAccessible::Name).startsWith(QStringLiteral("revenue, Finance")));
        QCOMPARE(list->indexOfChild(card), 1);
        QCOMPARE(card->parent(), list);
        QSignalSpy opened(m_view.get(), &GraphView::nodeActivated);
        QVERIFY(card->actionInterface());
        card->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.count(), 1);
        card->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(m_view->selected(), revenue);
    }

private:
    std::unique_ptr<GraphView> m_view;
};

MESHSCOPE_TEST(TestGraphView)
#include "tst_graphview.moc"
