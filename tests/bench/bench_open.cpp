#include "app/gui.h"
#include "app/services.h"
#include "app/window.h"
#include "models/catalogs/sync/sync.h"
#include "tests/bench/benchmesh.h"
#include "ui/domains/mappage.h"
#include "ui/graph/graphview.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

// From the start of main() until the window of a workspace of 10,000 products with 200,000 columns shows its map, drawn
// from that mesh, and has answered a key: what a person waits for. Each run is a process of its own. Drawn offscreen.
//   meshscope-bench-open [PRODUCTS=10000] [RUNS=5]
//   meshscope-bench-open --window WORKSPACE: one run, one line: for profilers

using namespace meshscope;

namespace {

/// Ends its loop when the widget has painted.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QWidget *widget)
        : m_widget(widget)
    {
        widget->installEventFilter(this);
    }
    void wait()
    {
        m_widget->update();
        m_loop.exec();
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) // it is painted when this event has been dealt with
            QTimer::singleShot(0, &m_loop, &QEventLoop::quit);
        return false;
    }

private:
    QWidget *m_widget;
    QEventLoop m_loop;
};

int openWindow(const QString &file, const Clock &clock)
{
    Result<Services> services = openServices(file, Workspace::Open::MustExist);
    if (!services) {
        fprintf(stderr, "%s\n", qUtf8Printable(services.error().text));
        return 1;
    }
    WindowSet windows(*services);
    MainWindow *const window = windows.open(QStringLiteral("meshscope:view/map"));
    window->resize(1280, 800);
    const Spent shown = clock.spent();
    if (!windows.waitUntilLoaded()) {
        fprintf(stderr, "the mesh could not be loaded\n");
        return 1;
    }
    const Spent loaded = clock.spent();
    auto *const page = window->findChild<MapPage *>();
    if (!page) {
        fprintf(stderr, "the window shows no map\n");
        return 1;
    }
    if (page->shown().drawn.nodes.empty()) {
        QEventLoop loop;
        QObject::connect(page, &MapPage::drawn, &loop, &QEventLoop::quit);
        loop.exec();
    }
    const Spent laidOut = clock.spent();
    PaintWatch watch(page->view());
    watch.wait();
    const Spent painted = clock.spent();
    QKeyEvent key(QEvent::KeyPress, Qt::Key_Plus, Qt::NoModifier, QStringLiteral("+"));
    QCoreApplication::sendEvent(page->view(), &key);
    watch.wait();
    const Spent answered = clock.spent();
    printf("%f %f %f %f %f %f %f %f %f %f %f %f\n", shown.wall, shown.cpu, loaded.wall, loaded.cpu, laidOut.wall,
           laidOut.cpu, painted.wall, painted.cpu, answered.wall, answered.cpu, memory("VmRSS:"), memory("VmHWM:"));
    fflush(stdout);
    return 0;
}

bool makeWorkspace(const QString &file, const QString &folder)
{
    const auto workspace = Workspace::open(file, Workspace::Open::CreateIfMissing);
    if (!workspace)
        return false;
    const Result<EndpointConfig> config =
        addEndpoint(**workspace, {QStringLiteral("bench"), QStringLiteral("folder"), folder, {}});
    return config && syncEndpoint(**workspace, *config, {}).has_value();
}

} // namespace

int main(int argc, char **argv)
{
    const Clock clock;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QTemporaryDir home; // settings and keys of nobody
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    qputenv("MESHSCOPE_KEYSTORE", "file");
    const std::unique_ptr<QCoreApplication> app = makeGuiApplication(argc, argv, true);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--window"))
        return openWindow(arguments.value(2), clock);
    const int products = arguments.size() > 1 ? arguments[1].toInt() : 10'000;
    const int runs = arguments.size() > 2 ? arguments[2].toInt() : 5;
    QTemporaryDir dir;
    const QString folder = dir.filePath(QStringLiteral("mesh"));
    const QString file = dir.filePath(QStringLiteral("bench.mesh"));
    generateProducts(folder, products);
    if (!makeWorkspace(file, folder))
        return 1;
    static const char *const steps[] = {"window shown", "mesh loaded", "map laid out", "first picture", "key answered"};
    QList<Spent> spent[std::size(steps)];
    QList<double> now, most;
    for (int i = 0; i < runs; ++i) {
        const QList<double> figures = figuresOf({QStringLiteral("--window"), file});
        if (figures.size() != qsizetype(2 * std::size(steps) + 2))
            return 1;
        for (size_t s = 0; s < std::size(steps); ++s)
            spent[s].append({figures[qsizetype(2 * s)], figures[qsizetype(2 * s + 1)]});
        now.append(figures[figures.size() - 2]);
        most.append(figures.last());
    }
    printf("workspace of %d products opened, %d runs, medians since the start\n", products, runs);
    for (size_t s = 0; s < std::size(steps); ++s) {
        const Spent m = median(spent[s]);
        printf("  %-14s %7.3f s  cpu %7.3f s", steps[s], m.wall, m.cpu);
        if (s + 1 == std::size(steps))
            printf("  target <= 1 s  %s", m.wall <= 1 ? "ok" : "MISSED");
        printf("\n");
    }
    printf("  memory %.0f MB, at most %.0f MB  target <= 300 MB  %s\n", median(now), median(most),
           median(most) <= 300 ? "ok" : "MISSED");
    return 0;
}
