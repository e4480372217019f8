#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/graph/graphprogress.h"
#include "ui/graph/graphselection.h"
#include "ui/graph/meshscene.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace meshscope;

namespace {

ScenePtr mesh(int nodes)
{
    const GeneratedMesh generated = generateMesh(nodes, 7);
    return sceneOf(generated, gridLayout(generated));
}

/// One card with very many columns, opened, and one beside it.
ScenePtr wideScene()
{
    std::vector<SceneCard> cards(2);
    cards[0].id = QStringLiteral("wide");
    cards[0].name = QStringLiteral("wide");
    cards[0].isOpen = true;
    cards[0].rowsShown = 12;
    cards[0].pinnedRows = 1;
    cards[0].rect = QRectF(0, 0, 236, 56 + 28 + 12 * 24 + 6);
    for (int i = 0; i < 3000; ++i) {
        SceneRow row;
        row.name = QStringLiteral("column_%1").arg(i);
        row.isTraced = i == 0;
        cards[0].rows.push_back(row);
    }
    cards[1].id = QStringLiteral("next");
    cards[1].name = QStringLiteral("next");
    cards[1].rect = QRectF(500, 0, 176, 52);
    return std::make_shared<Scene>(cards, std::vector<SceneGroup>(), std::vector<SceneEdge>(), 1);
}

void turnWheel(GraphView &view, QPointF at, int delta)
{
    QWheelEvent wheel(at, view.mapToGlobal(at), {}, QPoint(0, delta), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&view, &wheel);
}

/// Sent, not posted: what it changes has been asked for when it returns.
void movePointer(GraphView &view, QPoint to)
{
    QMouseEvent move(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &move);
}

} // namespace

/// The canvas with graphs as large as they come.
class TestCanvas : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(900, 600);
        m_view->show();
    }
    void cleanup() { m_view.reset(); }

    void getsSharpAfterEveryMove()
    {
        m_view->setScene(mesh(3000));
        QTRY_VERIFY(m_view->isSharp());
        for (const double zoom : {0.05, 0.2, 0.4, 1.0, 2.0, 0.03}) {
            m_view->setZoom(zoom);
            QTRY_VERIFY(m_view->isSharp());
            QVERIFY(m_view->tiles().bytes() <= m_view->tiles().budget());
        }
    }
    void tilesInViewOutliveOnesThatWereStretched()
    {
        // A board with room for little more than the view: what is asked for must stay until it is shown.
        const ScenePtr scene = mesh(2000);
        TileBoard board([] {});
        board.setBudget(1);
        board.setPicture(scene, tokensOf(Scheme::Light), 1);
        const QSize view(1000, 700);
        QImage target(view, QImage::Format_RGB32);
        for (int i = 0; i < 12; ++i) {
            Camera camera;
            camera.scale = 0.05 * std::pow(1.3, i % 7);
            camera.offset = QPointF(500, 350) - scene->bounds().center() * camera.scale;
            board.want(camera, view);
            for (int k = 0; k < 200 && !board.isSharp(board.onPixels(camera), view); ++k) {
                board.wait();
                QVERIFY(board.collect() || board.isSharp(board.onPixels(camera), view));
                Camera between = camera; // as while a zoom is on its way: other scales are stretched
                between.scale *= 0.9;
                QPainter painter(&target);
                board.paint(painter, between, view);
            }
            QVERIFY(board.isSharp(board.onPixels(camera), view));
        }
    }
    void drawsTheCardsWhereTheyAre()
    {
        m_view->setScene(mesh(400));
        m_view->startAt({});
        const SceneCard &card = m_view->scene()->cards()[100];
        for (const double scale : {0.1, 0.25, 0.5, 1.0}) {
            Camera camera;
            camera.scale = scale;
            camera.offset = QPointF(450, 300) - card.rect.center() * scale;
            m_view->setCamera(camera);
            QTRY_VERIFY(m_view->isSharp());
            const QImage picture = m_view->grab().toImage();
            const QRect on = m_view->cardRectOnScreen(100);
            // The stripe of its hue begins at its left, the ground beside it has none.
            const QColor stripe = tokens(m_view.get()).hues[size_t(card.hue)].stripe;
            const auto hasStripe = [&](int left, int right) {
                for (int x = left; x <= right; ++x) {
                    for (int y = on.top(); y <= on.bottom(); ++y) {
                        const QColor c = picture.pixelColor(x, y);
                        if (std::abs(c.red() - stripe.red()) + std::abs(c.green() - stripe.green()) +
                                std::abs(c.blue() - stripe.blue()) <
                            60)
                            return true;
                    }
                }
                return false;
            };
            QVERIFY2(hasStripe(on.left(), on.left() + std::max(3, int(12 * scale))), qPrintable(QString::number(scale)));
        }
    }
    void theCameraCanGoAnywhere()
    {
        m_view->setScene(mesh(300));
        for (const QPointF away : {QPointF(1e7, -1e7), QPointF(-1e9, 5), QPointF(0, 0)}) {
            Camera camera;
            camera.offset = away;
            m_view->setCamera(camera);
            QTRY_VERIFY(m_view->isSharp());
            m_view->grab();
        }
    }
    void otherColoursKeepTheScene()
    {
        m_view->setScene(mesh(500));
        QTRY_VERIFY(m_view->isSharp());
        const ScenePtr scene = m_view->scene();
        const Camera camera = m_view->camera();
        QEvent change(QEvent::StyleChange);
        QCoreApplication::sendEvent(m_view.get(), &change);
        QTRY_VERIFY(m_view->isSharp());
        QCOMPARE(m_view->scene(), scene);
        QCOMPARE(m_view->camera(), camera);
    }
    void hoverFadesTheRest()
    {
        m_view->setScene(mesh(300));
        m_view->setZoom(0.25);
        QTRY_VERIFY(m_view->isSharp());
        const Scene &scene = *m_view->scene();
        int hovered = -1, other = -1;
        for (const int card : m_view->cardsInView()) {
            if (!m_view->rect().adjusted(20, 20, -20, -60).contains(m_view->cardRectOnScreen(card)))
                continue;
            if (hovered < 0 && !scene.edgesAt(card).empty())
                hovered = card;
            else if (hovered >= 0 && !scene.pathsThrough(hovered).cards[size_t(card)])
                other = card;
        }
        QVERIFY(hovered >= 0 && other >= 0);
        const QRect at = m_view->cardRectOnScreen(other);
        const QImage before = m_view->grab(at).toImage();
        movePointer(*m_view, m_view->cardRectOnScreen(hovered).center());
        QTRY_VERIFY(m_view->isSharp());
        QVERIFY(m_view->grab(at).toImage() != before);
        movePointer(*m_view, QPoint(2, 2));
        m_view->setPicked({});
        QTRY_VERIFY(m_view->isSharp());
        if (m_view->scene()->hit(m_view->camera().toScene(QPointF(2, 2)), 0).part != Scene::Hit::Part::Card)
            QCOMPARE(m_view->grab(at).toImage(), before);
    }

    void aRectanglePicksCards()
    {
        m_view->setScene(test::smallScene());
        GraphSelection list(m_view.get());
        QSignalSpy picked(m_view.get(), &GraphView::pickedChanged);
        const QRect a = m_view->cardRectOnScreen(0);
        const QRect b = m_view->cardRectOnScreen(1);
        const QPoint from = a.topLeft() - QPoint(8, 8);
        const QPoint to(b.center().x(), a.bottom() + 8);
        QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, from);
        for (const QPoint at : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at, m_view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             Qt::ShiftModifier);
            QCoreApplication::sendEvent(m_view.get(), &move);
        }
        const QPointF place = m_view->camera().offset;
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, to);
        QCOMPARE(picked.count(), 1);
        QCOMPARE(m_view->picked().size(), 2);
        QCOMPARE(m_view->camera().offset, place);
        QCOMPARE(list.rowCount(), 2);
        QVERIFY(list.isVisible());
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 2);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("shop/dataset/revenue")));
        QTRY_VERIFY(m_view->isSharp());
        // What is picked survives another scene that still has it.
        m_view->setScene(test::smallScene());
        QCOMPARE(m_view->picked().size(), 2);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->picked().isEmpty());
        QVERIFY(!list.isVisible());
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_view->picked().size(), 4);
    }

    void aWideCardScrollsAndIsSearched()
    {
        m_view->setScene(wideScene());
        m_view->setZoom(1);
        QTRY_VERIFY(m_view->isSharp());
        const double zoom = m_view->zoom();
        QCOMPARE(m_view->columnAt(0, 0), QStringLiteral("column_0"));
        QCOMPARE(m_view->columnAt(0, 5), QStringLiteral("column_5"));
        const auto middleOf = [&](int place) {
            return m_view->camera().toScreen(m_view->scene()->rowRect(0, place)).center();
        };
        turnWheel(*m_view, middleOf(5), -120);
        QCOMPARE(m_view->zoom(), zoom);
        QCOMPARE(m_view->columnAt(0, 0), QStringLiteral("column_0")); // pinned: an edge ends there
        QCOMPARE(m_view->columnAt(0, 5), QStringLiteral("column_8"));
        QSignalSpy column(m_view.get(), &GraphView::columnActivated);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middleOf(5).toPoint());
        QCOMPARE(column.last().at(1).toString(), QStringLiteral("column_8"));
        m_view->scrollRows(QStringLiteral("wide"), 100000);
        QCOMPARE(m_view->columnAt(0, 11), QStringLiteral("column_2999"));
        // Search in the card itself.
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                          m_view->camera().toScreen(m_view->scene()->searchRect(0)).center().toPoint());
        auto *field = m_view->findChild<QLineEdit *>(QStringLiteral("rowSearch"));
        QVERIFY(field && field->isVisible());
        QTest::keyClicks(field, QStringLiteral("299"));
        QCOMPARE(m_view->columnAt(0, 0), QStringLiteral("column_299"));
        QCOMPARE(m_view->columnAt(0, 1), QStringLiteral("column_1299"));
        QCOMPARE(m_view->columnAt(0, 2), QStringLiteral("column_2299"));
        QCOMPARE(m_view->columnAt(0, 3), QStringLiteral("column_2990"));
        QTest::keyClicks(field, QStringLiteral("zzz"));
        QVERIFY(m_view->columnAt(0, 0).isEmpty());
        m_view->grab();
        field->clear();
        QCOMPARE(m_view->columnAt(0, 0), QStringLiteral("column_0"));
        // The wheel beside the card zooms as ever.
        turnWheel(*m_view, QPointF(850, 580), 120);
        QVERIFY(m_view->zoom() > zoom);
    }
    void aWideCardIsScrolledAndSearchedByKeys()
    {
        m_view->setScene(wideScene());
        m_view->setZoom(1);
        QTRY_VERIFY(m_view->isSharp());
        m_view->focusCard(0);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QCOMPARE(m_view->columnAt(0, 1), QStringLiteral("column_13"));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->columnAt(0, 11), QStringLiteral("column_2999"));
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->columnAt(0, 1), QStringLiteral("column_1"));
        QTest::keyClick(m_view.get(), Qt::Key_S);
        auto *field = m_view->findChild<QLineEdit *>(QStringLiteral("rowSearch"));
        QVERIFY(field && field->isVisible());
        QTest::keyClicks(field, QStringLiteral("2998"));
        QCOMPARE(m_view->columnAt(0, 0), QStringLiteral("column_2998"));
        // Esc leaves the search, and nothing else.
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QCOMPARE(m_view->columnAt(0, 0), QStringLiteral("column_0"));
        QCOMPARE(m_view->selected(), QStringLiteral("wide"));
    }
    void aTouchpadScrollsAWideCardNoFasterThanAWheel()
    {
        m_view->setScene(wideScene());
        m_view->setZoom(1);
        QTRY_VERIFY(m_view->isSharp());
        const QPointF at = m_view->camera().toScreen(m_view->scene()->rowRect(0, 5)).center();
        for (int i = 0; i < 8; ++i)
            turnWheel(*m_view, at, -15);
        QCOMPARE(m_view->columnAt(0, 5), QStringLiteral("column_8")); // as one step of 120
        for (int i = 0; i < 8; ++i)
            turnWheel(*m_view, at, 15);
        QCOMPARE(m_view->columnAt(0, 5), QStringLiteral("column_5"));
    }
    void fromRightToLeftEverythingIsOnTheOtherSide()
    {
        m_view->setLayoutDirection(Qt::RightToLeft);
        const ScenePtr small = test::smallScene();
        std::vector<SceneCard> cards = small->cards();
        for (SceneCard &card : cards) {
            card.rect.moveLeft(-card.rect.right()); // what is downstream lies further left
            card.hue = 3;
        }
        std::vector<SceneEdge> edges = small->edges();
        for (size_t e = 0; e < edges.size(); ++e)
            edges[e].route.points = {cards[size_t(edges[e].from)].rect.topLeft() + QPointF(0, 26),
                                     cards[size_t(edges[e].to)].rect.topRight() + QPointF(0, 26)};
        const auto scene = std::make_shared<Scene>(cards, std::vector<SceneGroup>(), edges, 0.0, true);
        m_view->setScene(scene);
        m_view->setZoom(1);
        QTRY_VERIFY(m_view->isSharp());
        // Hidden neighbours upstream are asked for on the right, where they would come.
        QVERIFY(scene->buttonRect(1, true).left() > cards[1].rect.right());
        QSignalSpy expand(m_view.get(), &GraphView::expandRequested);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                          m_view->camera().toScreen(scene->buttonRect(1, true)).center().toPoint());
        QCOMPARE(expand.last().at(1).toBool(), true);
        // The stripe of its hue is where the name begins, at every size.
        for (const double zoom : {1.0, 0.5, 0.2}) {
            m_view->setZoom(zoom);
            QTRY_VERIFY(m_view->isSharp());
            const QImage picture = m_view->grab().toImage();
            const QRect on = m_view->cardRectOnScreen(2);
            const QRgb stripe = tokens(m_view.get()).hues[3].stripe.rgb();
            int left = 0, right = 0;
            for (int x = on.left(); x <= on.right(); ++x) {
                for (int y = on.top(); y <= on.bottom(); ++y) {
                    if (picture.pixel(x, y) == stripe)
                        ++(x < on.center().x() ? left : right);
                }
            }
            QVERIFY2(right > 0 && left == 0, qPrintable(QString::number(zoom)));
        }
        // Keys follow what is seen: left is downstream.
        m_view->focusCard(0);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->selected(), cards[1].id);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->selected(), cards[0].id);
    }
    void aGraphALittleTooWideIsShownWholeWhileItCanBeRead()
    {
        const ScenePtr scene = test::smallScene();
        const auto shownAt = [&](int width) {
            GraphView view;
            view.resize(width, 400);
            view.startAt(scene->cards()[0].id);
            view.setScene(scene);
            return view.camera();
        };
        const double wide = scene->bounds().width();
        const auto isWhole = [&](const Camera &camera, int width) {
            const QRectF on = camera.toScreen(scene->bounds());
            return on.left() >= 0 && on.right() <= width;
        };
        QVERIFY(isWhole(shownAt(int(wide * 0.7)), int(wide * 0.7)));
        // Smaller it could not be read: then a part of it is shown as large as whole cards are.
        const Camera part = shownAt(int(wide * 0.4));
        QVERIFY(!isWhole(part, int(wide * 0.4)));
        QVERIFY(52 * part.scale * scene->unit() >= 40);
    }
    void keysGoFromEdgeToEdgeAndToTheBoxAround()
    {
        m_view->setScene(mesh(200));
        int card = 0;
        while (m_view->scene()->edgesAt(card).size() < 2)
            ++card;
        m_view->focusCard(card);
        QSignalSpy said(m_view.get(), &GraphView::said);
        QTest::keyClick(m_view.get(), Qt::Key_E);
        QTest::keyClick(m_view.get(), Qt::Key_E);
        QCOMPARE(said.count(), 2);
        QVERIFY(said.at(0).at(0).toString().contains(QStringLiteral("→")));
        QVERIFY(said.at(0) != said.at(1));
        QTest::keyClick(m_view.get(), Qt::Key_G);
        const int box = m_view->scene()->cards()[size_t(card)].group;
        QCOMPARE(m_view->selected(), m_view->scene()->groups()[size_t(box)].id);
    }
    void aScreenReaderHearsAHundredThousandLazily()
    {
        m_view->setScene(mesh(20000));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(list && list->childCount() > 0);
        QVERIFY(list->childCount() <= 500); // of those in view, not of all there are
        QAccessibleInterface *card = nullptr;
        for (int i = 0; i < list->childCount() && !(card && card->childCount() > 0); ++i)
            card = list->child(i);
        QVERIFY(card && card->childCount() > 0);
        QAccessibleInterface *edge = card->child(0);
        QVERIFY(edge && edge->isValid());
        QCOMPARE(edge->parent(), card);
        QCOMPARE(card->indexOfChild(edge), 0);
        QVERIFY(edge->text(QAccessible::Description).contains(QStringLiteral("→")));
        const QString before = m_view->selected();
        edge->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(m_view->selected() != before);
        QVERIFY(card->actionInterface()->actionNames().size() >= 3);
        card->actionInterface()->doAction(card->actionInterface()->actionNames().last());
        QVERIFY(!m_view->locked().isEmpty());
    }
    void longWorkShowsItselfAndIsCancelled()
    {
        GraphProgress progress(m_view.get());
        QSignalSpy cancelled(&progress, &GraphProgress::cancelled);
        const auto state = std::make_shared<WorkState>();
        progress.begin(QStringLiteral("Laying out"), state);
        QVERIFY(!progress.isVisible()); // nobody is told of what is done at once
        state->share.store(0.4);
        QTRY_VERIFY(progress.isVisible());
        QTest::mouseClick(progress.findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(state->isCancelled.load());
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(!progress.isVisible() && !progress.isUnderWay());
    }
    void theOldPictureStaysUntilTheNewOneIsThere()
    {
        m_view->setScene(mesh(2000));
        QTRY_VERIFY(m_view->isSharp());
        m_view->setScene(mesh(2500));
        // Right after, before any tile of the new scene can be there, the view is not empty.
        const QImage picture = m_view->grab().toImage();
        const QRgb ground = tokens(m_view.get()).canvas.rgb();
        int drawn = 0;
        for (int y = 0; y < picture.height(); y += 4) {
            for (int x = 0; x < picture.width(); x += 4)
                drawn += picture.pixel(x, y) != ground ? 1 : 0;
        }
        QVERIFY(drawn > 500);
        QTRY_VERIFY(m_view->isSharp());
    }
    void veryManyEdgesInOnePlaceAreNotHit()
    {
        std::vector<SceneCard> cards(2);
        cards[0].rect = QRectF(0, 0, 100, 50);
        cards[1].rect = QRectF(1000, 0, 100, 50);
        std::vector<SceneEdge> edges(5000);
        for (size_t i = 0; i < edges.size(); ++i) {
            edges[i].from = 0;
            edges[i].to = 1;
            edges[i].route.points = {{100, 25}, {1000, 25}};
        }
        const Scene crowded(cards, {}, edges, 1);
        QCOMPARE(crowded.hit(QPointF(500, 25), 4).part, Scene::Hit::Part::Nothing);
        edges.resize(3);
        QCOMPARE(Scene(cards, {}, edges, 1).hit(QPointF(500, 25), 4).part, Scene::Hit::Part::Edge);
    }
    void placesThatAreNoNumbersAreNotDrawn()
    {
        std::vector<SceneCard> cards(2);
        cards[0].rect = QRectF(std::nan(""), 0, 100, 50);
        cards[1].id = QStringLiteral("fine");
        cards[1].rect = QRectF(0, 0, 100, 50);
        std::vector<SceneEdge> edges(1);
        edges[0].to = 1;
        edges[0].route.points = {{std::nan(""), 25}, {1000, 25}};
        m_view->setScene(std::make_shared<Scene>(cards, std::vector<SceneGroup>(), edges, 1.0));
        QVERIFY(!m_view->grab().isNull());
    }

private:
    std::unique_ptr<GraphView> m_view;
};

MESHSCOPE_TEST(TestCanvas)
#include "tst_canvas.moc"
