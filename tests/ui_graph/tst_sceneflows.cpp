#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/graph/meshscene.h"

#include <QRandomGenerator>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>

using namespace meshscope;

namespace {

/// `tops` boxes in a row with two boxes in each, `each` cards in those, and edges from every card to one in every other
/// inner box further right.
ScenePtr nested(int tops, int each)
{
    std::vector<SceneCard> cards;
    std::vector<SceneGroup> groups;
    for (int top = 0; top < tops; ++top) {
        SceneGroup box;
        box.id = QStringLiteral("top%1").arg(top);
        box.name = box.id;
        box.rect = QRectF(top * 2000, 0, 1000, 200 + each * 140);
        const int parent = int(groups.size());
        groups.push_back(box);
        for (int half = 0; half < 2; ++half) {
            SceneGroup inner;
            inner.id = box.id + QStringLiteral("/inner%1").arg(half);
            inner.name = inner.id;
            inner.depth = 1;
            inner.parent = parent;
            inner.rect = QRectF(box.rect.left() + 50, 60 + half * (each * 70 + 60), 900, each * 70);
            for (int k = 0; k < each; ++k) {
                SceneCard card;
                card.id = inner.id + QStringLiteral("/%1").arg(k);
                card.name = card.id;
                card.group = int(groups.size());
                card.rect = QRectF(inner.rect.left() + 300, inner.rect.top() + 5 + k * 70, 176, 52);
                cards.push_back(card);
            }
            groups.push_back(inner);
        }
    }
    std::vector<SceneEdge> edges;
    for (int a = 0; a < int(cards.size()); ++a) {
        for (int b = a + each; b < int(cards.size()); b += each) {
            SceneEdge edge;
            edge.from = a;
            edge.to = b;
            const QRectF from = cards[size_t(a)].rect, to = cards[size_t(b)].rect;
            edge.route.points = {{from.right(), from.center().y()}, {to.left(), to.center().y()}};
            edges.push_back(edge);
        }
    }
    return std::make_shared<Scene>(cards, groups, edges, 1);
}

int boxAt(const Scene &scene, int card, int depth)
{
    int box = scene.cards()[size_t(card)].group;
    while (scene.groups()[size_t(box)].depth > depth)
        box = scene.groups()[size_t(box)].parent;
    return box;
}

bool isOnSide(const QRectF &box, QPointF at)
{
    return box.adjusted(-1, -1, 1, 1).contains(at) && !box.adjusted(1, 1, -1, -1).contains(at);
}

} // namespace

/// Edges counted together between boxes, for scales at which single ones cannot be told apart.
class TestSceneFlows : public QObject {
    Q_OBJECT
private slots:
    void everyEdgeBetweenBoxesIsCountedOnce()
    {
        const ScenePtr scene = nested(6, 12);
        QCOMPARE(scene->flows().levels().size(), size_t(2));
        for (const SceneFlows::Level &level : scene->flows().levels()) {
            std::map<std::pair<int, int>, int> counts;
            for (const SceneEdge &e : scene->edges()) {
                const int from = boxAt(*scene, e.from, level.depth), to = boxAt(*scene, e.to, level.depth);
                if (from != to)
                    ++counts[{from, to}];
            }
            QCOMPARE(level.flows.size(), counts.size());
            for (size_t i = 0; i < level.flows.size(); ++i) {
                const SceneFlows::Flow &flow = level.flows[i];
                QCOMPARE(flow.count, (counts[{flow.from, flow.to}]));
                QVERIFY(isOnSide(scene->groups()[size_t(flow.from)].rect, level.points[flow.first]));
                QVERIFY(isOnSide(scene->groups()[size_t(flow.to)].rect, level.points[flow.first + flow.size - 1]));
                QVERIFY(i == 0 || flow.shownFrom >= level.flows[i - 1].shownFrom);
            }
        }
    }
    void whatIsSeenChangesWithoutAJump()
    {
        const ScenePtr scene = nested(20, 12);
        const SceneFlows &flows = scene->flows();
        double before[4] = {flows.acrossShare(0.001), flows.insideShare(0.001), flows.shareOf(0, 0.001),
                            flows.shareOf(1, 0.001)};
        QCOMPARE(before[0], 0.0); // far out single edges are not seen, the flows between the outer boxes are
        QCOMPARE(before[2], 1.0);
        bool innerSeen = false;
        for (double scale = 0.001; scale < 1; scale *= 1.01) {
            const double now[4] = {flows.acrossShare(scale), flows.insideShare(scale), flows.shareOf(0, scale),
                                   flows.shareOf(1, scale)};
            for (int i = 0; i < 4; ++i) {
                QVERIFY2(std::abs(now[i] - before[i]) < 0.08, qPrintable(QString::number(scale)));
                before[i] = now[i];
            }
            QVERIFY(std::abs(now[0] + now[2] + now[3] - 1) < 1e-9); // never nothing, never all of it twice
            innerSeen = innerSeen || now[3] > 0.5;
        }
        QVERIFY(innerSeen);
        QCOMPARE(before[0], 1.0);
        QCOMPARE(before[2] + before[3], 0.0);
    }
    void aFewEdgesStayThemselves()
    {
        const ScenePtr scene = nested(2, 4);
        QVERIFY(scene->flows().levels().empty());
        QCOMPARE(scene->flows().acrossShare(0.001), 1.0);
        QVERIFY(test::smallScene()->flows().levels().empty());
    }
    void theFlowUnderThePointerIsMeantFarOutAndTheEdgeNearBy()
    {
        const ScenePtr scene = nested(6, 12);
        const SceneFlows::Level &level = scene->flows().levels().front();
        const SceneFlows::Flow &flow = level.flows.front();
        std::vector<QPointF> line;
        SceneFlows::flatten(level, flow, 1, {}, line);
        int flowsHit = 0;
        for (const QPointF at : line) {
            const Scene::Hit far = scene->hit(at, 5 / 0.02, 0.02);
            flowsHit += far.part == Scene::Hit::Part::Flow ? 1 : 0;
            QVERIFY(far.part != Scene::Hit::Part::Edge);
        }
        QVERIFY(flowsHit > int(line.size()) / 2);
        const QPointF onEdge = (scene->points(0)[0] + scene->points(0)[1]) / 2;
        QCOMPARE(scene->hit(onEdge, 5, 1).part, Scene::Hit::Part::Edge);
    }
    void theWidestFlowsSayHowMuchTheyHoldWhereThereIsRoom()
    {
        const ScenePtr scene = nested(12, 16);
        const Tokens &t = tokensOf(Scheme::Light);
        // How much of the ground of numbers there is over the tiles, beside the boxes.
        const auto numbers = [&](QSize size) {
            const Camera camera = Camera::fitting(scene->bounds(), QRectF(QPointF(), size), 20, 1);
            QImage image(size, QImage::Format_RGB32);
            image.fill(Qt::magenta);
            QPainter painter(&image);
            GraphLook look;
            GraphPainter(*scene, camera, t, look).paintOver(painter, QRectF(QPointF(), size));
            painter.end();
            int found = 0;
            for (int y = 0; y < size.height(); ++y) {
                for (int x = 0; x < size.width(); ++x)
                    found += image.pixelColor(x, y) == t.raised && !scene->thingAt(camera.toScene(QPointF(x, y))) ? 1 : 0;
            }
            return found;
        };
        QVERIFY(numbers({1600, 1000}) > 100);
        QCOMPARE(numbers({160, 120}), 0); // no room: nothing but a tooltip
    }
    void aClickOnAFlowListsWhatItJoins()
    {
        GraphView view;
        view.resize(900, 600);
        view.show();
        view.setScene(nested(12, 16));
        view.fit(false);
        const Scene &scene = *view.scene();
        const SceneFlows::Level &level = scene.flows().levels().front();
        QVERIFY(scene.flows().shareOf(0, view.camera().scale) > 0.9);
        std::vector<QPointF> line;
        QPoint at;
        Scene::Hit hit;
        SceneFlows::flatten(level, level.flows.front(), view.camera().scale, view.camera().offset, line);
        for (const QPointF p : line) {
            const Scene::Hit found =
                scene.hit(view.camera().toScene(p.toPoint()), 5 / view.camera().scale, view.camera().scale);
            if (found.part == Scene::Hit::Part::Flow) {
                hit = found;
                at = p.toPoint();
            }
        }
        QCOMPARE(hit.part, Scene::Hit::Part::Flow);
        QSignalSpy said(&view, &GraphView::said);
        QTest::mouseClick(&view, Qt::LeftButton, {}, at);
        const SceneFlows::Flow &flow = level.flows[size_t(hit.index)];
        QCOMPARE(view.picked().size(), 2 * 32); // all cards of the two boxes
        for (const QString &id : view.picked()) {
            const int box = boxAt(scene, scene.cardOf(id), 0);
            QVERIFY(box == flow.from || box == flow.to);
        }
        QVERIFY(said.last().at(0).toString().contains(scene.groups()[size_t(flow.from)].name));
    }
    void farOutTheGroundBetweenTheBoxesStaysClear()
    {
        // Seven thousand edges: drawn one by one they would cover nearly everything between the boxes.
        const ScenePtr scene = nested(12, 25);
        QVERIFY(scene->edges().size() > 6000);
        GraphView view;
        view.resize(1200, 500);
        view.show();
        view.setScene(scene);
        QTRY_VERIFY(view.isSharp());
        const QImage picture = view.grab().toImage();
        const QRgb ground = tokens(&view).canvas.rgb();
        int clear = 0, all = 0;
        for (int top = 0; top + 1 < 12; ++top) {
            const QRectF left = scene->groups()[size_t(top) * 3].rect;
            const QRect gap =
                view.camera().toScreen(QRectF(left.right() + 150, left.top(), 700, left.height())).toAlignedRect();
            for (int y = gap.top(); y <= gap.bottom(); ++y) {
                for (int x = gap.left(); x <= gap.right(); ++x, ++all)
                    clear += picture.pixel(x, y) == ground ? 1 : 0;
            }
        }
        QVERIFY2(clear > all / 4 && clear < all, qPrintable(QStringLiteral("%1 of %2").arg(clear).arg(all)));
    }
    void theNearestEdgeIsHit()
    {
        const GeneratedMesh mesh = generateMesh(400, 11);
        const ScenePtr scene = sceneOf(mesh, graph::layeredLayout(mesh.input), 1);
        QRandomGenerator random(1);
        std::vector<QPointF> pieces;
        int hits = 0;
        for (int i = 0; i < 400; ++i) {
            const QPointF at(scene->bounds().left() + random.generateDouble() * scene->bounds().width(),
                             scene->bounds().top() + random.generateDouble() * scene->bounds().height());
            double least = 1e9;
            for (int e = 0; e < int(scene->edges().size()); ++e) {
                scene->flatten(e, 1, {}, pieces);
                for (size_t k = 1; k < pieces.size(); ++k) {
                    const QPointF way = pieces[k] - pieces[k - 1];
                    const double length = QPointF::dotProduct(way, way);
                    const double t =
                        length > 0 ? std::clamp(QPointF::dotProduct(at - pieces[k - 1], way) / length, 0.0, 1.0) : 0;
                    least = std::min(least, QLineF(at, pieces[k - 1] + way * t).length());
                }
            }
            const Scene::Hit hit = scene->hit(at, 12, 1);
            if (hit.part == Scene::Hit::Part::Card || hit.part == Scene::Hit::Part::ExpandUp)
                continue;
            if (least < 11)
                QCOMPARE(hit.part, Scene::Hit::Part::Edge);
            else if (least > 13)
                QVERIFY(hit.part != Scene::Hit::Part::Edge);
            hits += hit.part == Scene::Hit::Part::Edge ? 1 : 0;
        }
        QVERIFY(hits > 20);
    }
};

MESHSCOPE_TEST(TestSceneFlows)
#include "tst_sceneflows.moc"
