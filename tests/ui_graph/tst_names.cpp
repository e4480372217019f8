#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/domains/mapscene.h"
#include "ui/graph/graphpainter.h"
#include "ui/graph/meshscene.h"

#include <QRandomGenerator>

#include <cmath>
#include <set>

using namespace meshscope;

namespace {

/// Domains in domains, with names as programs make them, and lineage between their datasets.
Snapshot longNames(int domains)
{
    Records r;
    QRandomGenerator random(5);
    const char *words[] = {"common",  "mart",    "marketing", "workspace", "customer",
                           "success", "sources", "finance",   "restricted"};
    QStringList made;
    for (int i = 0; i < domains; ++i) {
        Domain d;
        d.id = QStringLiteral("d%1").arg(i);
        QStringList parts;
        for (int k = 0, n = 1 + int(random.bounded(5)); k < n; ++k)
            parts.append(QString::fromLatin1(words[random.bounded(int(std::size(words)))]));
        d.name = parts.join(random.bounded(4) == 0 ? u' ' : u'_') + QString::number(i);
        if (i > 20)
            d.domain = QStringLiteral("d%1").arg(random.bounded(i / 2));
        r.domains.append(d);
        for (int k = 0, n = int(random.bounded(9)); k < n; ++k) {
            Dataset t;
            t.id = datasetId(QStringLiteral("db://x"), QStringLiteral("t%1_%2").arg(i).arg(k));
            t.name = QStringLiteral("t%1_%2").arg(i).arg(k);
            t.domain = d.id;
            r.datasets.append(t);
            if (!made.isEmpty())
                r.lineage.append(LineageEdge{made[random.bounded(int(made.size()))], t.id, {}});
            made.append(t.id);
        }
    }
    Snapshot s;
    s.mesh = test::meshOf(r);
    return s;
}

/// What is wrong with the names and numbers of one picture; empty when nothing is.
QString faultOf(const Scene &scene, const Camera &camera, WordCache *words)
{
    QImage image(1000, 700, QImage::Format_RGB32);
    const QRectF view(QPointF(), QSizeF(image.size()));
    std::vector<GraphWord> written;
    GraphLook look;
    look.words = words;
    look.written = &written;
    const Tokens &t = tokens(static_cast<const QWidget *>(nullptr));
    QPainter painter(&image);
    GraphPainter(scene, camera, t, look).paintOver(painter, view);
    for (size_t i = 0; i < written.size(); ++i) {
        const GraphWord &word = written[i];
        for (size_t k = 0; k < i; ++k) {
            if (word.rect.intersects(written[k].rect))
                return QStringLiteral("at %1: %2 lies over %3").arg(camera.scale).arg(word.group).arg(written[k].group);
        }
        if (word.group < 0)
            continue;
        // In its own box; or, where that is too small for it, beside it: over nothing else, unless the box is a large one.
        const QRectF own = camera.toScreen(scene.groups()[size_t(word.group)].rect).adjusted(-1, -1, 1, 1);
        if (own.contains(word.rect))
            continue;
        if (scene.groups()[size_t(word.group)].depth > 0)
            return QStringLiteral("at %1: %2 leaves its box").arg(camera.scale).arg(word.group);
        for (size_t g = 0; g < scene.groups().size(); ++g) {
            const SceneGroup &other = scene.groups()[g];
            const QRectF box = camera.toScreen(other.rect), common = box.intersected(word.rect);
            const double hidden = common.isEmpty() ? 0 : common.width() * common.height();
            const double most = own.width() * own.height() < 1500 * scene.unit() ? 0 : box.width() * box.height() / 2;
            if (other.depth == 0 && int(g) != word.group && hidden > most)
                return QStringLiteral("at %1: %2 lies over the box %3").arg(camera.scale).arg(word.group).arg(g);
        }
        const bool mayHideLines = NamePlan::isLarge(own.size(), scene.unit());
        for (size_t e = 0; e < scene.edges().size() && scene.edges().size() < 2000 && !mayHideLines; ++e) {
            const std::span<const QPointF> points = scene.points(int(e));
            for (size_t p = 1; p < points.size(); ++p) {
                const QPointF a = camera.toScreen(points[p - 1]), b = camera.toScreen(points[p]);
                if (!(own.contains(a) && own.contains(b)) && !own.contains(word.rect) &&
                    QRectF(a, b).normalized().adjusted(-0.1, -0.1, 0.1, 0.1).intersects(word.rect) &&
                    (a.x() == b.x() || a.y() == b.y()))
                    return QStringLiteral("at %1: %2 lies over a flow").arg(camera.scale).arg(word.group);
            }
        }
    }
    return {};
}

QString faultAtAnyZoom(const Scene &scene)
{
    WordCache words;
    const QRectF bounds = scene.bounds();
    for (double scale = 0.02; scale < 4.1; scale *= 1.17) {
        for (const QPointF share : {QPointF(0.5, 0.5), QPointF(0.1, 0.2), QPointF(0.83, 0.61), QPointF(0.37, 0.9)}) {
            Camera camera;
            camera.scale = scale;
            const QPointF at = bounds.topLeft() + QPointF(bounds.width() * share.x(), bounds.height() * share.y());
            camera.offset = QPointF(500, 350) - at * scale;
            const QString fault = faultOf(scene, camera, &words);
            if (!fault.isEmpty())
                return fault;
        }
    }
    return {};
}

size_t namesAt(const Scene &scene, double scale)
{
    QImage image(1000, 700, QImage::Format_RGB32);
    std::vector<GraphWord> written;
    GraphLook look;
    look.written = &written;
    Camera camera;
    camera.scale = scale;
    camera.offset = QPointF(500, 350) - scene.bounds().center() * scale;
    QPainter painter(&image);
    GraphPainter(scene, camera, tokens(static_cast<const QWidget *>(nullptr)), look)
        .paintOver(painter, QRectF(QPointF(), QSizeF(image.size())));
    return size_t(std::count_if(written.begin(), written.end(), [](const GraphWord &w) { return w.group >= 0; }));
}

} // namespace

/// Names of domains and numbers of flows keep their size on screen: they give way to each other.
class TestNames : public QObject {
    Q_OBJECT
private slots:
    void nestedDomainsWithLongNames_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<bool>("treemap");
        QTest::newRow("map") << false << false;
        QTest::newRow("from right to left") << true << false;
        QTest::newRow("treemap") << false << true;
    }
    void nestedDomainsWithLongNames()
    {
        QFETCH(bool, mirrored);
        QFETCH(bool, treemap);
        MapRequest request;
        request.snapshot = longNames(170);
        request.rightToLeft = mirrored;
        request.arrangement = treemap ? MapRequest::Arrangement::Treemap : MapRequest::Arrangement::Map;
        const MapScene map = buildMap(request);
        QVERIFY(map.scene->groups().size() > 100);
        const QString fault = faultAtAnyZoom(*map.scene);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QVERIFY(namesAt(*map.scene, 0.6) > 3); // they are not all gone
    }
    void openDomainsAmongThem()
    {
        MapRequest request;
        request.snapshot = longNames(60);
        for (const NodeId d : request.snapshot.mesh->topDomains())
            request.open.insert(d);
        const MapScene map = buildMap(request);
        const QString fault = faultAtAnyZoom(*map.scene);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
    void aGeneratedMesh()
    {
        GeneratedMesh mesh = generateMesh(6000, 42);
        mesh.input.quality = graph::Quality::Fast;
        const ScenePtr scene = sceneOf(mesh, graph::layeredLayout(mesh.input));
        const QString fault = faultAtAnyZoom(*scene);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        const QRectF bounds = scene->bounds();
        QVERIFY(namesAt(*scene, std::min(1000 / bounds.width(), 700 / bounds.height())) > 5);
    }
    void everyLargeDomainOfAWholeMeshIsNamed_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280") << QSize(1280, 800);
        QTest::newRow("1920") << QSize(1920, 1080);
    }
    void everyLargeDomainOfAWholeMeshIsNamed()
    {
        QFETCH(QSize, size);
        const GeneratedMesh mesh = generateMesh(20000, 42);
        const ScenePtr scene = sceneOf(mesh, gridLayout(mesh), 1);
        const Camera camera = Camera::fitting(scene->bounds(), QRectF(QPointF(), size), 20, 1);
        QImage image(size, QImage::Format_RGB32);
        std::vector<GraphWord> written;
        GraphLook look;
        look.written = &written;
        QPainter painter(&image);
        GraphPainter(*scene, camera, tokensOf(Scheme::Light), look).paintOver(painter, QRectF(QPointF(), size));
        std::set<int> named;
        for (const GraphWord &word : written) {
            QVERIFY(QRectF(QPointF(), size).contains(word.rect));
            named.insert(word.group);
        }
        int large = 0;
        for (size_t g = 0; g < scene->groups().size(); ++g) {
            const QSizeF box = scene->groups()[g].rect.size() * camera.scale;
            if (box.width() * box.height() < 1800)
                continue;
            ++large;
            QVERIFY2(named.contains(int(g)), qPrintable(scene->groups()[g].name));
        }
        QVERIFY(large > 40);
    }
    void aPanPlacesNoNameAgainAndAZoomOnce()
    {
        const GeneratedMesh mesh = generateMesh(3000, 7);
        GraphView view;
        view.resize(900, 600);
        view.show();
        view.setScene(sceneOf(mesh, gridLayout(mesh), 1));
        QTRY_VERIFY(view.isSharp());
        QCOMPARE(view.timesNamed(), 1);
        QTest::mousePress(&view, Qt::LeftButton, {}, QPoint(450, 300));
        for (int i = 1; i <= 20; ++i) {
            QTest::mouseMove(&view, QPoint(450 + 9 * i, 300 + 5 * i));
            view.grab();
        }
        QTest::mouseRelease(&view, Qt::LeftButton, {}, QPoint(630, 400));
        QTRY_VERIFY(view.isSharp());
        QCOMPARE(view.timesNamed(), 1);
        for (int i = 0; i < 6; ++i) {
            const QPointF at(300, 200);
            QWheelEvent wheel(at, view.mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                              false);
            QCoreApplication::sendEvent(&view, &wheel);
            view.grab();
        }
        QTRY_VERIFY(view.isSharp());
        QVERIFY2(view.timesNamed() <= 3, qPrintable(QString::number(view.timesNamed())));
        const int before = view.timesNamed();
        QFont larger = view.font();
        larger.setPointSizeF(larger.pointSizeF() + 2);
        view.setFont(larger);
        QTRY_COMPARE(view.timesNamed(), before + 1);
        view.setScene(sceneOf(mesh, gridLayout(mesh), 1));
        QTRY_COMPARE(view.timesNamed(), before + 2);
    }
    void aTileTooSmallForItsNameShowsWholeWordsOrNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("drawn");
        QTest::newRow("a letter or two") << QStringLiteral("intermediate") << 44.0 << false;
        QTest::newRow("whole") << QStringLiteral("id") << 44.0 << true;
        QTest::newRow("its first words") << QStringLiteral("orders_daily_x") << 68.0 << true;
        QTest::newRow("what many begin with") << QStringLiteral("stg_orders_daily") << 68.0 << false;
        QTest::newRow("room to cut it") << QStringLiteral("intermediate_orders_daily") << 120.0 << true;
    }
    void aTileTooSmallForItsNameShowsWholeWordsOrNone()
    {
        QFETCH(QString, name);
        QFETCH(double, width);
        QFETCH(bool, drawn);
        std::vector<SceneCard> cards(1);
        cards[0].id = QStringLiteral("shop/dataset/x");
        cards[0].name = name;
        cards[0].shape = SceneCard::Shape::Map;
        cards[0].rect = QRectF(10, 10, width, 30);
        const Scene scene(cards, {}, {}, 1);
        const Tokens &t = tokensOf(Scheme::Light);
        QImage image(200, 60, QImage::Format_RGB32);
        image.fill(t.canvas);
        QPainter painter(&image);
        GraphPainter(scene, Camera(), t, GraphLook()).paint(painter, QRectF(QPointF(), QSizeF(image.size())));
        painter.end();
        int dark = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                dark += qGray(image.pixel(x, y)) < 120 ? 1 : 0;
        }
        QCOMPARE(dark > 0, drawn);
    }
    void whatIsCutStillSaysSomething()
    {
        std::vector<SceneGroup> groups(1);
        groups[0].id = QStringLiteral("shop/domain/a");
        groups[0].name = QStringLiteral("common_mart_of_customer_success");
        groups[0].rect = QRectF(0, 0, 400, 300);
        const Scene scene({}, groups, {}, 1);
        for (double scale = 0.02; scale < 4; scale *= 1.1) {
            QImage image(1000, 700, QImage::Format_RGB32);
            std::vector<GraphWord> written;
            GraphLook look;
            look.written = &written;
            Camera camera;
            camera.scale = scale;
            camera.offset = QPointF(20, 20);
            QPainter painter(&image);
            GraphPainter(scene, camera, tokens(static_cast<const QWidget *>(nullptr)), look)
                .paintOver(painter, QRectF(QPointF(), QSizeF(image.size())));
            QVERIFY(written.size() <= 1);
            if (!written.empty())
                QVERIFY(written[0].rect.width() >= 50);
        }
    }
};

MESHSCOPE_TEST(TestNames)
#include "tst_names.moc"
