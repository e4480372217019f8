#include "app/shots.h"

#include "app/meshshots.h"
#include "app/shottaker.h"
#include "app/window.h"
#include "models/graph/openlevels.h"
#include "models/graph/traversal.h"
#include "models/health/health.h"
#include "ui/graph/graphview.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// Waits until a window is done: no worker runs and nothing was painted for some ticks; bounded.
class Settled final : public QObject {
public:
    explicit Settled(QWidget &window)
        : m_window(window)
    {
        qApp->installEventFilter(this);
    }
    void wait()
    {
        m_quiet = 0;
        m_ticks = 0;
        QEventLoop loop;
        QTimer tick;
        connect(&tick, &QTimer::timeout, &loop, [&] {
            const bool isIdle = QThreadPool::globalInstance()->activeThreadCount() == 0 && !m_isPainted;
            m_quiet = isIdle ? m_quiet + 1 : 0;
            m_isPainted = false;
            if (m_quiet >= quietTicks || ++m_ticks >= mostTicks)
                loop.quit();
        });
        tick.start(tickLength);
        loop.exec();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType()) {
            const QWidget *painted = static_cast<QWidget *>(watched);
            // A caret that blinks is no news.
            m_isPainted = m_isPainted || (painted->window() == &m_window && !painted->hasFocus());
        }
        return false;
    }

private:
    static constexpr int tickLength = 40; // milliseconds
    static constexpr int quietTicks = 7;  // longer than the views wait before they draw a skeleton or search
    static constexpr int mostTicks = 200;
    QWidget &m_window;
    bool m_isPainted = false;
    int m_quiet = 0;
    int m_ticks = 0;
};

} // namespace

NodeId busiest(const Mesh &mesh, Kind kind)
{
    NodeId best;
    size_t most = 0;
    for (const NodeId n : mesh.nodes(kind)) {
        const size_t up = kind == Kind::Product ? mesh.productsUpstream(n).size() : mesh.upstream(n).size();
        const size_t down = kind == Kind::Product ? mesh.productsDownstream(n).size() : mesh.downstream(n).size();
        if (std::min(up, down) * 100 + up + down > most) {
            most = std::min(up, down) * 100 + up + down;
            best = n;
        }
    }
    return best;
}

QString shotOf(const QString &view, const QString &address, const QList<std::pair<QString, QString>> &options)
{
    Location location{view, address, {}};
    for (const auto &[key, value] : options)
        location.add(qPrintable(key), value);
    return location.toString();
}

namespace {

/// One location a view, on the things of this mesh that show most.
QList<Shot> tour(const Mesh &mesh)
{
    const auto view = [](const QString &name, const QString &address = {},
                         const QList<std::pair<QString, QString>> &options = {}) { return shotOf(name, address, options); };
    const NodeId named = mesh.find(u"atlas"_s, Kind::Product, u"order-events"_s);
    const NodeId product = named.isValid() ? named : busiest(mesh, Kind::Product);
    const QString productAddress = product.isValid() ? mesh.address(product).toString() : QString();
    NodeId dataset = product.isValid() && !mesh.datasetsOf(product).empty() ? mesh.datasetsOf(product).front()
                                                                            : busiest(mesh, Kind::Dataset);
    const QString datasetAddress = dataset.isValid() ? mesh.address(dataset).toString() : QString();
    // What lies furthest downstream, for the paths there.
    const LineageAnswer below = dataset.isValid() ? lineage(mesh, dataset, 0, allDepths, Level::Dataset) : LineageAnswer();
    const QString lastAddress = below.nodes.empty() ? QString() : mesh.address(below.nodes.back().node).toString();
    // The map with what is round the dataset open, so many of its boxes, at a zoom in per cent.
    const auto opened = [&](int boxes, int zoom) {
        std::vector<NodeId> chain = boxesAbove(mesh, dataset);
        chain.push_back(dataset);
        QList<std::pair<QString, QString>> options;
        for (size_t i = 0; i < chain.size() && i < size_t(boxes) && chain[i].isValid(); ++i)
            options.emplace_back(u"open"_s, mesh.address(chain[i]).toString());
        if (zoom > 0 && !options.isEmpty()) {
            const QString middle = options.back().second;
            options.emplace_back(u"zoom"_s, QString::number(zoom));
            options.emplace_back(u"at"_s, middle);
        }
        return view(u"map"_s, {}, options);
    };
    QList<Shot> shots{
        {u"map"_s, view(u"map"_s, {}, {{u"selected"_s, productAddress}})},
        {u"map-open-domain"_s, opened(1, 120)},
        {u"map-open-products"_s, opened(2, 140)},
        {u"map-open-ports"_s, opened(3, 110)},
        {u"map-open-columns"_s, opened(4, 130)},
        {u"map-open-whole"_s, opened(4, 40)},
        {u"map-far"_s, view(u"map"_s, {}, {{u"zoom"_s, u"25"_s}})},
        {u"map-treemap"_s, view(u"map"_s, {}, {{u"as"_s, u"treemap"_s}, {u"size"_s, u"consumers"_s}})},
        {u"map-matrix"_s, view(u"map"_s, {}, {{u"as"_s, u"matrix"_s}})},
        {u"map-matrix-deep"_s, view(u"map"_s, {}, {{u"as"_s, u"matrix"_s}, {u"flows"_s, u"subdomains"_s}})},
        {u"find"_s, view(u"find"_s, {}, {{u"q"_s, u"order"_s}})},
        {u"lineage"_s, view(u"lineage"_s, datasetAddress, {{u"up"_s, u"1"_s}, {u"down"_s, u"2"_s}})},
        {u"lineage-paths"_s,
         view(u"lineage"_s, datasetAddress, {{u"up"_s, u"0"_s}, {u"from"_s, datasetAddress}, {u"to"_s, lastAddress}})},
        {u"lineage-filtered"_s, view(u"lineage"_s, datasetAddress, {{u"down"_s, u"3"_s}, {u"status"_s, u"met"_s}})},
        {u"lineage-schemas"_s,
         view(u"lineage"_s, datasetAddress, {{u"up"_s, u"2"_s}, {u"down"_s, u"3"_s}, {u"level"_s, u"schema"_s}})},
        {u"lineage-circle"_s,
         view(u"lineage"_s, productAddress, {{u"up"_s, u"2"_s}, {u"down"_s, u"2"_s}, {u"as"_s, u"circle"_s}})},
        {u"lineage-rings"_s,
         view(u"lineage"_s, productAddress, {{u"up"_s, u"2"_s}, {u"down"_s, u"2"_s}, {u"as"_s, u"rings"_s}})},
        {u"map-filtered"_s, view(u"map"_s, {}, {{u"status"_s, u"breached"_s}})},
        {u"lineage-columns"_s,
         view(u"lineage"_s, datasetAddress, {{u"up"_s, u"1"_s}, {u"down"_s, u"2"_s}, {u"columns"_s, u"1"_s}})},
        {u"lineage-products"_s, view(u"lineage"_s, productAddress, {{u"up"_s, u"2"_s}, {u"down"_s, u"2"_s}})},
        {u"product"_s, view(u"product"_s, productAddress)},
        {u"dataset"_s, view(u"product"_s, datasetAddress)},
        {u"access"_s, view(u"access"_s, {}, {{u"tab"_s, u"mine"_s}})},
        {u"access-decide"_s, view(u"access"_s, {}, {{u"tab"_s, u"decide"_s}})},
        {u"access-basket"_s, view(u"access"_s, {}, {{u"tab"_s, u"mine"_s}, {u"ask"_s, productAddress}})},
        {u"health"_s, view(u"health"_s)},
        {u"access-expiry"_s, view(u"access"_s, {}, {{u"tab"_s, u"access"_s}, {u"panel"_s, u"expiry"_s}})},
        {u"endpoints"_s, view(u"endpoints"_s)},
        {u"endpoints-add"_s, view(u"endpoints"_s, {}, {{u"add"_s, u"1"_s}})},
        {u"endpoints-add-server"_s, view(u"endpoints"_s, {}, {{u"add"_s, u"marquez"_s}})},
        {u"issues"_s, view(u"issues"_s)},
        {u"matches"_s, view(u"matches"_s)},
        {u"help"_s, view(u"help"_s)}};
    if (product.isValid() && !mesh.facts(product).empty()) {
        const Fact &fact = mesh.facts(product).front();
        const SourceRef &source = mesh.entity(product).source;
        if (!source.file.isEmpty())
            shots << Shot{u"file"_s, view(u"file"_s, {},
                                          {{u"endpoint"_s, mesh.endpoints().at(fact.endpoint).name},
                                           {u"file"_s, source.file},
                                           {u"line"_s, QString::number(source.line)}})};
    }
    return shots;
}

} // namespace

Result<int> takeAll(WindowSet &windows, const QList<Shot> &shots, const QString &folder)
{
    int made = 0;
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (const QSize &size : {QSize(1280, 800), QSize(1920, 1080)}) {
            MainWindow *window = windows.open({});
            window->resize(size);
            // After the window has applied the person's own choice of colours.
            if (MeshscopeStyle *style = MeshscopeStyle::of(nullptr)) {
                style->setScheme(scheme);
                style->setReducedMotion(true);
            }
            if (!windows.waitUntilLoaded())
                return fail(Error::Code::Failed,
                            QCoreApplication::translate("meshscope::Shots", "the mesh could not be loaded"));
            Settled settled(*window);
            for (const Shot &shot : shots) {
                window->openText(shot.location);
                settled.wait();
                for (GraphView *view : shot.isFitted ? window->findChildren<GraphView *>() : QList<GraphView *>()) {
                    if (view->isVisible())
                        view->fit();
                }
                if (shot.isFitted)
                    settled.wait();
                const QString file =
                    u"%1/%2-%3-%4.png"_s.arg(folder, shot.name, scheme == Scheme::Light ? u"light"_s : u"dark"_s)
                        .arg(size.width());
                if (!window->grab().save(file))
                    return fail(Error::Code::Io,
                                QCoreApplication::translate("meshscope::Shots", "the picture could not be written"), file);
                ++made;
            }
            window->close();
        }
    }
    return made;
}

namespace {

/// The first page is what somebody sees who has nothing yet.
Result<int> takeStart(const QString &folder)
{
    QTemporaryDir nothing;
    Result<Services> services = openServices(nothing.filePath(u"empty.mesh"_s), Workspace::Open::CreateIfMissing);
    if (!services)
        return Failure(services.error());
    WindowSet windows(*services);
    return takeAll(windows, {{u"start"_s, u"meshscope:view/start"_s}}, folder);
}

} // namespace

Result<int> makeShots(Services &services, WindowSet &windows, const QString &folder, const QString &only)
{
    if (!QDir().mkpath(folder))
        return fail(Error::Code::Io, QCoreApplication::translate("meshscope::Shots", "the folder cannot be made"), folder);
    const Result<MeshPtr> mesh = services.workspace->load();
    if (!mesh)
        return Failure(mesh.error());
    QList<Shot> shots = tour(**mesh);
    shots.removeIf([&](const Shot &shot) { return !shot.name.startsWith(only); });
    int made = 0;
    if (!shots.isEmpty()) {
        const Result<int> taken = takeAll(windows, shots, folder);
        if (!taken)
            return taken;
        made = *taken;
    }
    if (u"mesh"_s.startsWith(only)) {
        const Result<int> taken = takeMeshShots(folder);
        if (!taken)
            return taken;
        made += *taken;
    }
    if (only.isEmpty() || only.startsWith(u"manifest"_s) || u"manifest"_s.startsWith(only)) {
        const Result<int> taken = takeManifestShots(folder, only);
        if (!taken)
            return taken;
        made += *taken;
    }
    if (!u"start"_s.startsWith(only))
        return made;
    const Result<int> start = takeStart(folder);
    return start ? Result<int>(made + *start) : start;
}

} // namespace meshscope
