#include "app/meshshots.h"

#include "ui/graph/graphview.h"
#include "ui/graph/meshscene.h"
#include "ui/theme/style.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

constexpr int meshNodes = 100000;
constexpr int layoutPatience = 60000; ///< milliseconds, then places from a grid
constexpr int drawPatience = 20000;

ScenePtr meshToShow()
{
    GeneratedMesh mesh = generateMesh(meshNodes, 42);
    QElapsedTimer clock;
    clock.start();
    mesh.input.rightToLeft = QGuiApplication::isRightToLeft();
    mesh.input.quality = graph::Quality::Fast;
    mesh.input.cancelled = [&clock] { return clock.elapsed() > layoutPatience; };
    graph::LayoutResult layout = graph::layeredLayout(mesh.input);
    return sceneOf(mesh, layout.cancelled ? gridLayout(mesh) : std::move(layout));
}

bool waitUntilSharp(const GraphView &view)
{
    QElapsedTimer clock;
    clock.start();
    while (!view.isSharp() && clock.elapsed() < drawPatience) {
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return view.isSharp();
}

/// The card in the middle of the largest domain: there is something to see round it.
QPointF middleOf(const Scene &scene)
{
    QRectF largest;
    for (const SceneGroup &group : scene.groups()) {
        if (group.rect.width() * group.rect.height() > largest.width() * largest.height())
            largest = group.rect;
    }
    QPointF best = largest.center();
    double least = 1e300;
    for (const SceneCard &card : scene.cards()) {
        const QPointF way = card.rect.center() - largest.center();
        if (QPointF::dotProduct(way, way) < least) {
            least = QPointF::dotProduct(way, way);
            best = card.rect.center();
        }
    }
    return best;
}

} // namespace

Result<int> takeMeshShots(const QString &folder)
{
    const ScenePtr scene = meshToShow();
    const QPointF middle = middleOf(*scene);
    int made = 0;
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        if (MeshscopeStyle *style = MeshscopeStyle::of(nullptr))
            style->setScheme(scheme);
        GraphView view;
        view.resize(1920, 1080);
        view.show();
        view.setScene(scene);
        view.setMinimapShown(true);
        const std::pair<QString, double> zooms[] = {{u"whole"_s, 0}, {u"domains"_s, 0.06}, {u"cards"_s, 0.7}};
        for (const auto &[name, zoom] : zooms) {
            if (zoom > 0) {
                Camera camera;
                camera.scale = zoom;
                camera.offset = QPointF(view.width() / 2.0, view.height() / 2.0) - middle * zoom;
                view.setCamera(camera);
            }
            const QString file =
                u"%1/mesh-%2-%3-1920.png"_s.arg(folder, name, scheme == Scheme::Light ? u"light"_s : u"dark"_s);
            if (!waitUntilSharp(view) || !view.grab().save(file))
                return fail(Error::Code::Io,
                            QCoreApplication::translate("meshscope::Shots", "the picture could not be written"), file);
            ++made;
        }
    }
    return made;
}

} // namespace meshscope
