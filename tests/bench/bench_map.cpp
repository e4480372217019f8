// What opening a domain on the map of a large mesh costs the thread that people feel: the real page is shown, a wheel turned
// at sixty a second opens one domain after another and closes them again, and what this thread works between two pictures of
// the graph is a frame: the layout's result taken over, boxes that glide, tiles that come.
//
//   meshscope-bench-map [--datasets N] [--size WxH]
//
// Without --datasets: 100,000, in products of fifty, in 40 domains with sub-domains.

#include "models/mesh/meshbuilder.h"
#include "ui/domains/mappage.h"
#include "ui/graph/graphview.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace meshscope;

namespace {

/// CPU time of this thread: what others do on the machine does not count.
double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Adds up what all events cost until one of them has painted the graph.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        m_hasPainted = m_hasPainted || (event->type() == QEvent::Paint && receiver == view);
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const double before = threadMilliseconds();
        const bool done = QApplication::notify(receiver, event);
        m_spent += threadMilliseconds() - before;
        --m_depth;
        if (m_hasPainted) {
            frames.push_back(m_spent);
            m_spent = 0;
            m_hasPainted = false;
        }
        return done;
    }
    const QObject *view = nullptr;
    std::vector<double> frames;

private:
    int m_depth = 0;
    double m_spent = 0;
    bool m_hasPainted = false;
};

MeshPtr company(int datasets)
{
    constexpr int domains = 40, each = 50;
    Records r;
    QRandomGenerator random(42);
    const int products = std::max(1, datasets / each);
    for (int d = 0; d < domains; ++d) {
        Domain domain;
        domain.id = domain.name = QStringLiteral("domain-%1").arg(d);
        r.domains.append(domain);
        for (int s = 0; s < 4; ++s) {
            Domain inner;
            inner.id = inner.name = QStringLiteral("domain-%1-%2").arg(d).arg(s);
            inner.domain = domain.id;
            r.domains.append(inner);
        }
    }
    for (int p = 0; p < products; ++p) {
        DataProduct product;
        product.id = product.name = QStringLiteral("product-%1").arg(p);
        const int d = p * domains / products;
        product.domain =
            p % 5 == 0 ? QStringLiteral("domain-%1").arg(d) : QStringLiteral("domain-%1-%2").arg(d).arg(p % 5 - 1);
        r.products.append(product);
    }
    for (int i = 0; i < datasets; ++i) {
        Dataset dataset;
        dataset.id = dataset.name = QStringLiteral("table-%1").arg(i);
        dataset.product = QStringLiteral("product-%1").arg(std::min(products - 1, i / each));
        r.datasets.append(dataset);
    }
    // Most read what lies near, some what lies anywhere.
    for (int i = 0; i < datasets * 8 / 5; ++i) {
        const int to = 1 + random.bounded(datasets - 1);
        const int reach = random.bounded(10) < 8 ? std::min(to, 200) : to;
        LineageEdge edge;
        edge.from = QStringLiteral("table-%1").arg(to - 1 - random.bounded(reach));
        edge.to = QStringLiteral("table-%1").arg(to);
        r.lineage.append(edge);
    }
    auto details = std::make_shared<MemoryDetails>();
    details->add(QStringLiteral("bench"), r);
    MeshBuilder builder(details);
    EndpointFacts endpoint;
    endpoint.name = QStringLiteral("bench");
    builder.add(endpoint, r);
    return builder.build();
}

void spin(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

void settle(const MapPage &page)
{
    QElapsedTimer clock;
    clock.start();
    while ((!page.isSettled() || !page.view()->isSharp() || clock.elapsed() < 400) && clock.elapsed() < 20000)
        spin(16);
}

void wheel(GraphView &view, QPointF at, double zoom)
{
    for (int i = 0; i < 60 && std::abs(view.zoom() / zoom - 1) > 0.02; ++i) {
        const double steps = std::clamp(std::log(zoom / view.zoom()) / std::log(1.2), -1.0, 1.0);
        QWheelEvent event(at, view.mapToGlobal(at), {}, QPoint(0, int(std::lround(steps * 120))), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
        spin(16);
    }
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

void report(const char *what, TimedApplication &app)
{
    std::printf("%-34s %7d %7.1f %7.1f %7.1f %7.1f\n", what, int(app.frames.size()), percentile(app.frames, 0.5),
                percentile(app.frames, 0.95), percentile(app.frames, 0.99), percentile(app.frames, 1));
    std::fflush(stdout);
    app.frames.clear();
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("datasets"), QStringLiteral("size of the mesh, 100000"), QStringLiteral("N")});
    parser.addOption({QStringLiteral("size"), QStringLiteral("of the page, 1920x1080"), QStringLiteral("WxH")});
    parser.process(app);
    QApplication::setStyle(new MeshscopeStyle(Scheme::Light));
    const QStringList side = parser.value(QStringLiteral("size")).split(u'x');
    const int datasets = std::max(1000, parser.value(QStringLiteral("datasets")).toInt());
    Snapshot snapshot;
    snapshot.mesh = company(parser.isSet(QStringLiteral("datasets")) ? datasets : 100000);
    MapPage page;
    page.resize(side.size() == 2 ? QSize(side[0].toInt(), side[1].toInt()) : QSize(1920, 1080));
    page.show();
    app.view = page.view();
    page.setSnapshot(snapshot);
    std::printf("%d datasets, GUI-thread milliseconds a frame\n%-34s %7s %7s %7s %7s %7s\n",
                int(snapshot.mesh->nodes(Kind::Dataset).size()), "", "frames", "p50", "p95", "p99", "worst");
    while (!page.shown().scene)
        spin(10);
    settle(page);
    report("first map", app);
    GraphView &view = *page.view();
    for (const int d : {7, 21, 33}) {
        const QString id = QStringLiteral("bench/domain/domain-%1").arg(d);
        view.fit(false);
        settle(page);
        app.frames.clear();
        const QPointF at = view.placeOf(id).center();
        // In, until the domain, a sub-domain and a product are open; out again, until all are closed.
        for (const double zoom : {1.2, 1.5, 1.75}) {
            wheel(view, at, zoom);
            settle(page);
        }
        std::printf("%d cards, %d lines drawn; ", int(view.scene()->cards().size()), int(view.scene()->edges().size()));
        report("opening by zoom", app);
        wheel(view, at, 0.9);
        settle(page);
        report("closing by zoom", app);
    }
    return 0;
}
