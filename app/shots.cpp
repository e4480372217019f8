#include "app/shots.h"

#include "app/window.h"
#include "models/health/health.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Shot {
    QString name;
    QString location;
};

/// Lets workers deliver and the window settle: until nothing was painted or computed for a while, bounded.
void settle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The most connected dataset with columns, so that lineage shows something worth seeing.
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

/// One location a view, on the things of this mesh that show most.
QList<Shot> tour(const Mesh &mesh)
{
    const auto view = [](const QString &name, const QString &address = {},
                         const QList<std::pair<QString, QString>> &options = {}) {
        Location location{name, address, {}};
        location.options.setQueryItems(options);
        return location.toString();
    };
    const NodeId named = mesh.find(u"atlas"_s, Kind::Product, u"order-events"_s);
    const NodeId product = named.isValid() ? named : busiest(mesh, Kind::Product);
    const QString productAddress = product.isValid() ? mesh.address(product).toString() : QString();
    NodeId dataset = product.isValid() && !mesh.datasetsOf(product).empty() ? mesh.datasetsOf(product).front()
                                                                            : busiest(mesh, Kind::Dataset);
    const QString datasetAddress = dataset.isValid() ? mesh.address(dataset).toString() : QString();
    QList<Shot> shots{{u"map"_s, view(u"map"_s)},
                      {u"find"_s, view(u"find"_s, {}, {{u"q"_s, u"order"_s}})},
                      {u"lineage"_s, view(u"lineage"_s, datasetAddress, {{u"up"_s, u"1"_s}, {u"down"_s, u"2"_s}})},
                      {u"lineage-columns"_s,
                       view(u"lineage"_s, datasetAddress, {{u"up"_s, u"1"_s}, {u"down"_s, u"2"_s}, {u"columns"_s, u"1"_s}})},
                      {u"lineage-products"_s, view(u"lineage"_s, productAddress, {{u"up"_s, u"2"_s}, {u"down"_s, u"2"_s}})},
                      {u"product"_s, view(u"product"_s, productAddress)},
                      {u"dataset"_s, view(u"product"_s, datasetAddress)},
                      {u"access"_s, view(u"access"_s, {}, {{u"tab"_s, u"mine"_s}})},
                      {u"access-decide"_s, view(u"access"_s, {}, {{u"tab"_s, u"decide"_s}})},
                      {u"access-basket"_s, view(u"access"_s, {}, {{u"tab"_s, u"mine"_s}, {u"ask"_s, productAddress}})},
                      {u"health"_s, view(u"health"_s)},
                      {u"endpoints"_s, view(u"endpoints"_s)},
                      {u"start"_s, view(u"start"_s)}};
    return shots;
}

} // namespace

Result<int> makeShots(Services &services, WindowSet &windows, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(Error::Code::Io, QCoreApplication::translate("meshscope::Shots", "the folder cannot be made"), folder);
    const Result<MeshPtr> mesh = services.workspace->load();
    if (!mesh)
        return Failure(mesh.error());
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
            for (const Shot &shot : tour(**mesh)) {
                window->openText(shot.location);
                settle(1200);
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

} // namespace meshscope
