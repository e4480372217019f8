// What moving over a large graph costs the thread that people feel: the real widget is shown, real wheel, drag and key
// events go to it along a fixed path at sixty a second, and the time this thread spends between two paints is a frame.
//
//   meshscope-bench-frames [--nodes N]... [--size WxH] [--ratio R] [--json]
//
// Without --nodes: 10,000, 100,000 and 1,000,000. A line of JSON a size, then a table.

#include "ui/graph/exportpicture.h"
#include "ui/graph/graphview.h"
#include "ui/graph/meshscene.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QRandomGenerator>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <numeric>

using namespace meshscope;

namespace {

double milliseconds(qint64 nanoseconds)
{
    return double(nanoseconds) / 1e6;
}

/// CPU time of this thread: what others do on the machine does not count.
qint64 threadTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// CPU time of the other threads: what the tiles cost.
qint64 otherThreadsTime()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec - threadTime();
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

/// The widget as it is, with a clock round every event it gets.
class TimedView final : public GraphView {
public:
    bool event(QEvent *event) override
    {
        const qint64 cpu = threadTime();
        QElapsedTimer wall;
        wall.start();
        const bool done = GraphView::event(event);
        m_cpu += threadTime() - cpu;
        m_wall += wall.nsecsElapsed();
        if (event->type() == QEvent::Paint) {
            frames.push_back(milliseconds(m_cpu));
            walls.push_back(milliseconds(m_wall));
            m_cpu = m_wall = 0;
            if (onPaint)
                onPaint();
        }
        return done;
    }
    std::vector<double> frames, walls;
    std::function<void()> onPaint;

private:
    qint64 m_cpu = 0, m_wall = 0;
};

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

void spin(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

class Driver {
public:
    explicit Driver(TimedView &view)
        : m_view(view)
    {
    }
    void wheel(QPointF at, int delta, int times)
    {
        for (int i = 0; i < times; ++i) {
            QWheelEvent event(at, m_view.mapToGlobal(at), {}, QPoint(0, delta), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&m_view, &event);
            spin(frame);
        }
    }
    void drag(QPointF from, QPointF step, int times)
    {
        mouse(QEvent::MouseButtonPress, from, Qt::LeftButton);
        for (int i = 1; i <= times; ++i) {
            mouse(QEvent::MouseMove, from + step * i, Qt::NoButton);
            spin(frame);
        }
        mouse(QEvent::MouseButtonRelease, from + step * times, Qt::LeftButton);
    }
    void key(Qt::Key key, int times)
    {
        for (int i = 0; i < times; ++i) {
            for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent event(type, key, Qt::NoModifier);
                QCoreApplication::sendEvent(&m_view, &event);
            }
            spin(frame);
        }
    }
    /// Milliseconds from now until everything in view is sharp.
    double settle(int most = 20000)
    {
        QElapsedTimer clock;
        clock.start();
        while (!m_view.isSharp() && clock.elapsed() < most)
            spin(2);
        return milliseconds(clock.nsecsElapsed());
    }
    void hover(QPointF at) { mouse(QEvent::MouseMove, at, Qt::NoButton, false); }

private:
    static constexpr int frame = 16;
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, bool held = true)
    {
        QMouseEvent event(type, at, m_view.mapToGlobal(at), button, held ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_view, &event);
    }
    TimedView &m_view;
};

/// Pan and zoom at one scale: the path everybody's hand takes.
QJsonObject travel(TimedView &view, Driver &driver, double scale)
{
    Camera camera = view.camera();
    const QPointF middle(view.width() / 2.0, view.height() / 2.0);
    const QPointF at = view.scene()->bounds().center();
    camera.scale = scale;
    camera.offset = middle - at * scale;
    const qint64 before = otherThreadsTime();
    view.setCamera(camera);
    driver.settle();
    const double drawn = milliseconds(otherThreadsTime() - before);
    view.frames.clear();
    view.walls.clear();
    driver.drag(middle, {17, 9}, 30);
    driver.drag(middle, {-41, -13}, 20);
    std::vector<double> sharp{driver.settle()};
    driver.wheel(middle + QPointF(120, 60), 120, 6);
    sharp.push_back(driver.settle());
    driver.wheel(middle - QPointF(200, 90), -120, 12);
    sharp.push_back(driver.settle());
    driver.key(Qt::Key_Plus, 3);
    driver.key(Qt::Key_Minus, 2);
    sharp.push_back(driver.settle());
    return {{QStringLiteral("scale"), scale},
            {QStringLiteral("frames"), int(view.frames.size())},
            {QStringLiteral("p50"), percentile(view.frames, 0.5)},
            {QStringLiteral("p95"), percentile(view.frames, 0.95)},
            {QStringLiteral("p99"), percentile(view.frames, 0.99)},
            {QStringLiteral("wall_p95"), percentile(view.walls, 0.95)},
            {QStringLiteral("tiles_cpu_ms"), drawn},
            {QStringLiteral("sharp_ms"), *std::max_element(sharp.begin(), sharp.end())}};
}

/// A card from which about `wanted` others are reached.
int cardWithPath(const Scene &scene, size_t wanted)
{
    QRandomGenerator random(3);
    int best = 0;
    size_t nearest = SIZE_MAX;
    for (int i = 0; i < 400; ++i) {
        const int card = int(random.bounded(quint32(scene.cards().size())));
        const size_t length = scene.pathsThrough(card).cardList.size();
        const size_t off = length > wanted ? length - wanted : wanted - length;
        if (off < nearest) {
            nearest = off;
            best = card;
        }
    }
    return best;
}

QJsonObject hitTests(TimedView &view)
{
    const Scene &scene = *view.scene();
    QRandomGenerator random(5);
    double worst = 0, sum = 0;
    int count = 0;
    for (const double scale : {0.01, 0.05, 0.25, 1.0}) {
        for (int i = 0; i < 200; ++i, ++count) {
            const QPointF at(scene.bounds().left() + random.generateDouble() * scene.bounds().width(),
                             scene.bounds().top() + random.generateDouble() * scene.bounds().height());
            const qint64 begin = threadTime();
            (void)scene.hit(at, 5 / scale, scale);
            const double took = milliseconds(threadTime() - begin);
            worst = std::max(worst, took);
            sum += took;
        }
    }
    return {{QStringLiteral("mean_ms"), sum / count}, {QStringLiteral("worst_ms"), worst}};
}

/// The pointer comes over a card with a long path: this thread's time until the frame that shows it.
QJsonObject hoverPath(TimedView &view, Driver &driver)
{
    const int card = cardWithPath(*view.scene(), 10000);
    const size_t length = view.scene()->pathsThrough(card).cardList.size();
    view.fit(false);
    driver.hover({1, 1});
    driver.settle();
    // Near enough that a block is under the pointer.
    Camera camera = view.camera();
    camera.scale = std::max(camera.scale, 0.05);
    camera.offset =
        QPointF(view.width() / 2.0, view.height() / 2.0) - view.scene()->cards()[size_t(card)].rect.center() * camera.scale;
    view.setCamera(camera);
    driver.settle();
    view.frames.clear();
    QElapsedTimer wall;
    wall.start();
    driver.hover(QPointF(view.cardRectOnScreen(card).center()));
    const double sharp = driver.settle();
    return {{QStringLiteral("cards"), qint64(length)},
            {QStringLiteral("worst_frame_ms"),
             view.frames.empty() ? 0 : *std::max_element(view.frames.begin(), view.frames.end())},
            {QStringLiteral("sum_ms"), std::accumulate(view.frames.begin(), view.frames.end(), 0.0)},
            {QStringLiteral("lit_after_ms"), sharp}};
}

QJsonObject measure(int nodes, const QSize &size)
{
    const double before = residentMegabytes();
    TimedView view;
    view.resize(size);
    view.setMinimapShown(true);
    view.show();
    spin(50);
    ScenePtr scene;
    double built = 0;
    {
        const GeneratedMesh mesh = generateMesh(nodes, 42);
        graph::LayoutResult layout = gridLayout(mesh);
        const qint64 begin = threadTime();
        scene = sceneOf(mesh, std::move(layout));
        built = milliseconds(threadTime() - begin);
    }
    Driver driver(view);
    // First picture: from having the layout to a frame with the whole graph in it.
    QElapsedTimer clock;
    double first = 0;
    const qint64 others = otherThreadsTime();
    clock.start();
    view.onPaint = [&] {
        if (first == 0 && !view.tiles().isEmpty())
            first = milliseconds(clock.nsecsElapsed());
    };
    view.setScene(scene);
    const double sharp = driver.settle();
    view.onPaint = {};
    QJsonObject result{{QStringLiteral("nodes"), nodes},
                       {QStringLiteral("edges"), qint64(scene->edges().size())},
                       {QStringLiteral("platform"), QGuiApplication::platformName()},
                       {QStringLiteral("scene_ms"), built},
                       {QStringLiteral("first_picture_ms"), first},
                       {QStringLiteral("first_sharp_ms"), sharp},
                       {QStringLiteral("first_tiles_cpu_ms"), milliseconds(otherThreadsTime() - others)}};
    QJsonObject zooms;
    const double fitted = view.camera().scale;
    const std::pair<QString, double> scales[] = {{QStringLiteral("fit"), fitted}, {QStringLiteral("0.02"), 0.02},
                                                 {QStringLiteral("0.08"), 0.08},  {QStringLiteral("0.25"), 0.25},
                                                 {QStringLiteral("0.4"), 0.4},    {QStringLiteral("1"), 1.0}};
    for (const auto &[name, scale] : scales)
        zooms.insert(name, travel(view, driver, scale));
    result.insert(QStringLiteral("zooms"), zooms);
    result.insert(QStringLiteral("hit"), hitTests(view));
    result.insert(QStringLiteral("hover"), hoverPath(view, driver));
    result.insert(QStringLiteral("tiles_mb"), double(view.tiles().bytes()) / (1 << 20));
    result.insert(QStringLiteral("resident_mb"), residentMegabytes());
    result.insert(QStringLiteral("resident_before_mb"), before);
    if (nodes <= 10000) {
        const qint64 begin = threadTime();
        const Result<QByteArray> svg =
            pictureOf(*scene, tokensOf(Scheme::Light), graph::GraphFormat::Svg, QStringLiteral("mesh"));
        result.insert(QStringLiteral("svg_ms"), milliseconds(threadTime() - begin));
        result.insert(QStringLiteral("svg_mb"), svg ? double(svg->size()) / 1e6 : -1);
    }
    return result;
}

void table(const QList<QJsonObject> &results)
{
    std::printf("\n%9s %9s  %-5s %7s %7s %7s %8s %8s %8s\n", "nodes", "edges", "zoom", "p50", "p95", "p99", "wall p95",
                "tiles", "sharp");
    for (const QJsonObject &r : results) {
        const QJsonObject zooms = r.value(u"zooms").toObject();
        for (const QString &zoom : zooms.keys()) {
            const QJsonObject z = zooms.value(zoom).toObject();
            std::printf("%9d %9d  %-5s %7.1f %7.1f %7.1f %8.1f %8.0f %8.0f\n", r.value(u"nodes").toInt(),
                        r.value(u"edges").toInt(), qPrintable(zoom), z.value(u"p50").toDouble(), z.value(u"p95").toDouble(),
                        z.value(u"p99").toDouble(), z.value(u"wall_p95").toDouble(), z.value(u"tiles_cpu_ms").toDouble(),
                        z.value(u"sharp_ms").toDouble());
        }
    }
    std::printf("\n%9s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s\n", "nodes", "scene", "first", "sharp", "hit", "hit max",
                "hover", "lit", "MB", "svg ms", "svg MB");
    for (const QJsonObject &r : results)
        std::printf("%9d %8.0f %8.0f %8.0f %8.3f %8.3f %8.1f %8.0f %8.0f %8.0f %8.1f\n", r.value(u"nodes").toInt(),
                    r.value(u"scene_ms").toDouble(), r.value(u"first_picture_ms").toDouble(),
                    r.value(u"first_sharp_ms").toDouble(), r.value(u"hit")[u"mean_ms"].toDouble(),
                    r.value(u"hit")[u"worst_ms"].toDouble(), r.value(u"hover")[u"worst_frame_ms"].toDouble(),
                    r.value(u"hover")[u"lit_after_ms"].toDouble(), r.value(u"resident_mb").toDouble(),
                    r.value(u"svg_ms").toDouble(), r.value(u"svg_mb").toDouble());
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("nodes"), QStringLiteral("size of the graph"), QStringLiteral("N")});
    parser.addOption({QStringLiteral("size"), QStringLiteral("of the view, 1920x1080"), QStringLiteral("WxH")});
    parser.process(app);
    QApplication::setStyle(new MeshscopeStyle(Scheme::Light));
    QList<int> nodes;
    for (const QString &n : parser.values(QStringLiteral("nodes")))
        nodes.append(n.toInt());
    if (nodes.isEmpty())
        nodes = {10000, 100000, 1000000};
    const QStringList side = parser.value(QStringLiteral("size")).split(u'x');
    const QSize size = side.size() == 2 ? QSize(side[0].toInt(), side[1].toInt()) : QSize(1920, 1080);
    QList<QJsonObject> results;
    for (const int n : nodes) {
        results.append(measure(n, size));
        std::printf("%s\n", QJsonDocument(results.last()).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    table(results);
    return 0;
}
