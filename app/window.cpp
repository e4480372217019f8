#include "app/window.h"

#include "app/deskstate.h"
#include "app/endpointdesk.h"
#include "app/pages.h"
#include "models/catalogs/sync/sync.h"
#include "ui/endpoints/endpointservices.h"
#include "ui/shell/folderwatcher.h"
#include "ui/shell/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/snapshotsource.h"
#include "ui/shell/syncrunner.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QDesktopServices>
#include <QEventLoop>
#include <QPointer>
#include <QProcess>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// Another workspace is another process: neither can disturb the other.
void startOther(const QStringList &arguments)
{
    QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments);
}

/// `editor/command` of the settings with %f and %l for file and line, or whatever the desktop opens the file with.
bool openInEditor(const QSettings &settings, const QString &path, int line)
{
    QStringList command = QProcess::splitCommand(settings.value(u"editor/command"_s).toString());
    if (command.isEmpty())
        return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    for (QString &part : command)
        part.replace(u"%f"_s, path).replace(u"%l"_s, QString::number(qMax(1, line)));
    const QString program = command.takeFirst();
    return QProcess::startDetached(program, command);
}

} // namespace

struct WindowSet::Parts {
    explicit Parts(Services &all)
        : services(all)
        , source(*all.workspace)
        , sync(*all.workspace,
               [workspace = all.workspace.get(), secrets = all.secrets](const EndpointConfig &endpoint, RunWatch &watch) {
                   return syncEndpoint(*workspace, endpoint, watch, {secrets, {}, {}});
               })
        , desk(*all.desk)
        , settings(dataFolder() + u"/settings.ini"_s, QSettings::IniFormat)
        , systemScheme(MeshscopeStyle::of(nullptr) ? MeshscopeStyle::of(nullptr)->scheme() : Scheme::Light)
    {
    }

    void watchFolders();
    Result<QString> addFolder(const QString &path);
    EndpointServices endpoints();
    void settleHues(const Mesh &mesh);
    ShellServices shell();
    void connectDesk();

    Services &services;
    SnapshotSource source;
    SyncRunner sync;
    DeskState desk;
    FolderWatcher watcher;
    QSettings settings;
    Scheme systemScheme; ///< what the desktop had when the program started
    WindowSet *set = nullptr;
    QList<QPointer<MainWindow>> windows;
};

void WindowSet::Parts::watchFolders()
{
    QHash<QString, QString> folders;
    for (const StoredEndpoint &endpoint : services.workspace->endpoints()) {
        if (endpoint.kind == u"folder"_s && !endpoint.isPaused)
            folders.insert(endpoint.name, endpoint.location);
    }
    watcher.setFolders(folders);
}

/// A domain keeps its hue for ever: collisions are settled once and remembered in the workspace.
void WindowSet::Parts::settleHues(const Mesh &mesh)
{
    MeshscopeStyle *style = MeshscopeStyle::of(nullptr);
    if (!style)
        return;
    const QString key = u"domainHues"_s;
    QHash<QString, int> kept;
    const QStringList stored = services.workspace->setting(key).toStringList(); // "<hue> <address>"
    for (const QString &line : stored)
        kept.insert(line.section(u' ', 1), line.section(u' ', 0, 0).toInt() % 12);
    QStringList tops;
    for (const NodeId domain : mesh.topDomains()) {
        if (const Address address = mesh.address(domain); address.id != noDomainId)
            tops << address.toString();
    }
    const QHash<QString, int> hues = assignHues(tops, kept);
    style->setHues(hues);
    QStringList lines;
    for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
        if (!hues.contains(it.key()))
            lines << u"%1 %2"_s.arg(it.value()).arg(it.key()); // its endpoint may come back
    }
    for (auto it = hues.cbegin(); it != hues.cend(); ++it)
        lines << u"%1 %2"_s.arg(it.value()).arg(it.key());
    lines.sort();
    if (lines != stored) {
        if (const Result<void> saved = services.workspace->setSetting(key, lines); !saved)
            qWarning("%s", qPrintable(saved.error().text));
    }
}

/// A folder has no secret: nothing to wait for.
Result<QString> WindowSet::Parts::addFolder(const QString &path)
{
    const Result<EndpointConfig> added = addEndpoint(*services.workspace, {{}, u"folder"_s, path, {}});
    if (!added)
        return Failure(added.error());
    watchFolders();
    sync.sync(added->name);
    return added->name;
}

EndpointServices WindowSet::Parts::endpoints()
{
    EndpointServices all;
    all.workspace = services.workspace.get();
    all.sync = [this](const QString &endpoint) { sync.sync(endpoint); };
    all.cancelSync = [this](const QString &endpoint) { sync.cancelOne(endpoint); };
    all.reschedule = [this] {
        watchFolders();
        sync.syncDue();
        source.checkGeneration();
    };
    connectEndpoints(all, services.secrets);
    all.openOutside = [this](const QString &path, int line) { return openInEditor(settings, path, line); };
    return all;
}

ShellServices WindowSet::Parts::shell()
{
    ShellServices shell;
    shell.workspace = services.workspace.get();
    shell.source = &source;
    shell.sync = &sync;
    shell.settings = &settings;
    shell.systemScheme = systemScheme;
    shell.makePage = [this](const Location &location) {
        return makePage(location.view, services, {source, sync, desk, endpoints()});
    };
    shell.openWindow = [this](const Location &location) { set->open(location.toString()); };
    shell.openDemo = [] { startOther({u"--demo"_s}); };
    shell.openWorkspace = [](const QString &file) { startOther({u"-w"_s, file}); };
    shell.addFolder = [this](const QString &path) { return addFolder(path); };
    shell.waitingRequests = [this](const Snapshot &) { return desk.waiting(); };
    shell.accessOf = [this](const QString &product) { return desk.accessTo(product); };
    return shell;
}

/// The desk is asked again whenever the mesh, or what was read from an endpoint, is another.
void WindowSet::Parts::connectDesk()
{
    QObject::connect(&source, &SnapshotSource::snapshotChanged, &desk,
                     [this](const Snapshot &snapshot) { desk.refresh(snapshot.mesh); });
    QObject::connect(&sync, &SyncRunner::finished, &desk, &DeskState::resume);
    const auto onWindows = [this](auto &&what) {
        for (const QPointer<MainWindow> &window : std::as_const(windows)) {
            if (window)
                what(*window);
        }
    };
    QObject::connect(&desk, &DeskState::changed, &desk,
                     [onWindows] { onWindows([](MainWindow &window) { window.updateAccess(); }); });
    QObject::connect(&desk, &DeskState::said, &desk,
                     [onWindows](const QString &text) { onWindows([&](MainWindow &window) { window.say(text); }); });
}

WindowSet::WindowSet(Services &services)
    : m_parts(std::make_unique<Parts>(services))
{
    m_parts->set = this;
    applyLook(m_parts->settings, m_parts->systemScheme);
    m_parts->watchFolders();
    QObject::connect(&m_parts->source, &SnapshotSource::snapshotChanged, &m_parts->source,
                     [parts = m_parts.get()](const Snapshot &snapshot) { parts->settleHues(*snapshot.mesh); });
    QObject::connect(&m_parts->watcher, &FolderWatcher::changed, &m_parts->sync, &SyncRunner::sync);
    QObject::connect(&m_parts->sync, &SyncRunner::finished, &m_parts->source, [parts = m_parts.get()] {
        parts->watchFolders();
        parts->source.checkGeneration();
    });
    m_parts->connectDesk();
    m_parts->source.reload();
    m_parts->desk.resume(); // what a crash interrupted is finished before anything new is asked
    m_parts->sync.syncDue();
}

WindowSet::~WindowSet()
{
    // Their pages use what is about to go.
    for (const QPointer<MainWindow> &window : std::as_const(m_parts->windows))
        delete window;
}

MainWindow *WindowSet::open(const QString &location)
{
    auto *window = new MainWindow(m_parts->shell());
    window->setAttribute(Qt::WA_DeleteOnClose);
    m_parts->windows.removeAll(nullptr);
    m_parts->windows.append(window);
    window->openText(location);
    window->setVisible(true);
    return window;
}

bool WindowSet::waitUntilLoaded()
{
    if (m_parts->source.isLoaded())
        return true;
    bool ok = true;
    QEventLoop loop;
    QObject::connect(&m_parts->source, &SnapshotSource::snapshotChanged, &loop, &QEventLoop::quit);
    QObject::connect(&m_parts->source, &SnapshotSource::failed, &loop, [&] {
        ok = false;
        loop.quit();
    });
    loop.exec();
    return ok;
}

} // namespace meshscope
