#include "ui/shell/commandpalette.h"
#include "ui/shell/facts.h"
#include "ui/shell/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"
#include "ui/shell/snapshotsource.h"
#include "ui/shell/syncrunner.h"
#include "ui/shell/topbar.h"
#include "ui/theme/style.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenuBar>

namespace meshscope {

QAction *MainWindow::add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &key,
                         const std::function<void()> &run)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(QStringLiteral("action.") + name);
    action->setShortcut(key);
    action->setProperty("group", QString(menu->title()).remove(u'&'));
    connect(action, &QAction::triggered, this, run);
    m_commands << action;
    m_byName.insert(name, action);
    return action;
}

void MainWindow::buildMenus()
{
    menuBar()->setNativeMenuBar(true);
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildGoMenu();
    buildMeshMenu();
    buildAccessMenu();
    buildHelpMenu();
    m_palette->setCommands(m_commands);
    markLook();
    updateActions();
}

void MainWindow::buildFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    add(menu, QStringLiteral("newWindow"), tr("&New Window"), QKeySequence::New,
        [this] { m_services.openWindow(location()); });
    menu->addSeparator();
    add(menu, QStringLiteral("openFolder"), tr("Add a &Folder…"), QKeySequence::Open, [this] { chooseFolder(); });
    add(menu, QStringLiteral("openWorkspace"), tr("Open a &Workspace…"), QKeySequence(tr("Ctrl+Shift+O")),
        [this] { chooseWorkspace(); });
    add(menu, QStringLiteral("openLink"), tr("Open the &Link on the Clipboard"), QKeySequence(tr("Ctrl+L")),
        [this] { pasteLink(); });
    add(menu, QStringLiteral("demo"), tr("Open the &Demo Mesh"), {}, [this] {
        if (m_services.openDemo)
            m_services.openDemo();
    });
    menu->addSeparator();
    add(menu, QStringLiteral("close"), tr("&Close Window"), QKeySequence::Close, [this] { close(); });
    add(menu, QStringLiteral("quit"), tr("&Quit"), QKeySequence(tr("Ctrl+Q")), [] { QApplication::closeAllWindows(); });
}

void MainWindow::buildEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    add(menu, QStringLiteral("search"), tr("&Search Everything"), QKeySequence(tr("Ctrl+K")),
        [this] { m_palette->start(); });
    menu->addSeparator();
    add(menu, QStringLiteral("copyAddress"), tr("Copy &Address"), QKeySequence(tr("Ctrl+Shift+C")), [this] {
        const QString address = m_selected.isEmpty() ? location().address : m_selected;
        QGuiApplication::clipboard()->setText(address);
        say(tr("Copied %1").arg(address));
    });
    add(menu, QStringLiteral("copyLink"), tr("Copy &Link to This Page"), QKeySequence(tr("Ctrl+Shift+L")), [this] {
        const Location at = location();
        const Result<Address> address = Address::parse(at.address);
        const bool isThing = at.view == QStringLiteral("product") && address;
        QGuiApplication::clipboard()->setText(isThing ? address->toDeepLink() : at.toString());
        say(tr("The link to this page is on the clipboard"));
    });
}

void MainWindow::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    QAction *inspector = add(menu, QStringLiteral("inspector"), tr("&Inspector"), QKeySequence(Qt::Key_F4),
                             [this] { m_top->setInspectorShown(!isInspectorShown()); });
    inspector->setCheckable(true);
    QAction *full = add(menu, QStringLiteral("fullScreen"), tr("&Full Screen"), QKeySequence(Qt::Key_F11),
                        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    full->setCheckable(true);
    menu->addSeparator();

    QMenu *colours = menu->addMenu(tr("&Colours"));
    auto *group = new QActionGroup(this);
    const auto scheme = [&](const QString &name, const QString &text) {
        QAction *action = add(colours, QStringLiteral("scheme.") + name, text, {}, [this, name] {
            m_services.settings->setValue(QStringLiteral("theme/scheme"), name);
            applyLook(*m_services.settings, m_services.systemScheme);
        });
        action->setCheckable(true);
        group->addAction(action);
    };
    scheme(QStringLiteral("system"), tr("As the &Desktop"));
    scheme(QStringLiteral("light"), tr("&Light"));
    scheme(QStringLiteral("dark"), tr("&Dark"));
    scheme(QStringLiteral("contrast"), tr("&High Contrast"));

    const auto scale = [this](double factor) {
        MeshscopeStyle *style = MeshscopeStyle::of(this);
        if (!style)
            return;
        style->setTextScale(factor > 0 ? style->textScale() * factor : 1.0);
        m_services.settings->setValue(QStringLiteral("theme/textScale"), style->textScale());
    };
    add(menu, QStringLiteral("larger"), tr("&Larger Text"), QKeySequence::ZoomIn, [scale] { scale(1.1); });
    add(menu, QStringLiteral("smaller"), tr("&Smaller Text"), QKeySequence::ZoomOut, [scale] { scale(1 / 1.1); });
    add(menu, QStringLiteral("normalText"), tr("&Normal Text"), QKeySequence(tr("Ctrl+0")), [scale] { scale(0); });
    menu->addSeparator();
    QAction *motion = add(menu, QStringLiteral("reducedMotion"), tr("&Reduced Motion"), {}, [this] {
        m_services.settings->setValue(QStringLiteral("theme/reducedMotion"),
                                      m_byName.value(QStringLiteral("reducedMotion"))->isChecked());
        applyLook(*m_services.settings, m_services.systemScheme);
    });
    motion->setCheckable(true);
}

void MainWindow::buildGoMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Go"));
    add(menu, QStringLiteral("back"), tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), [this] { goBack(); });
    add(menu, QStringLiteral("forward"), tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), [this] { goForward(); });
    menu->addSeparator();
    int number = 0;
    for (const QString &view : Rail::views()) {
        const auto key = QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + number++));
        add(menu, QStringLiteral("go.") + view, Rail::title(view), key, [this, view] {
            Page *page = m_pages.value(view);
            open(page ? page->location() : Location{view, {}, {}});
        });
    }
    menu->addSeparator();
    add(menu, QStringLiteral("go.issues"), tr("&Issues"), QKeySequence(Qt::ALT | Qt::Key_7), [this] {
        open({QStringLiteral("issues"), {}, {}});
    });
    add(menu, QStringLiteral("go.matches"), tr("Matc&hes"), QKeySequence(Qt::ALT | Qt::Key_8), [this] {
        open({QStringLiteral("matches"), {}, {}});
    });
    add(menu, QStringLiteral("go.start"), tr("&Welcome"), {}, [this] { open({QStringLiteral("start"), {}, {}}); });
}

void MainWindow::buildMeshMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Mesh"));
    add(menu, QStringLiteral("sync"), tr("&Sync All Endpoints"), QKeySequence(Qt::Key_F5),
        [this] { m_services.sync->syncAll(); });
    add(menu, QStringLiteral("stop"), tr("S&top Syncing"), QKeySequence(tr("Ctrl+.")),
        [this] { m_services.sync->cancel(); });
    menu->addSeparator();
    add(menu, QStringLiteral("addEndpoint"), tr("&Add an Endpoint"), QKeySequence(tr("Ctrl+Shift+E")), [this] {
        Location location{QStringLiteral("endpoints"), {}, {}};
        location.add("add", QStringLiteral("1"));
        open(location);
    });
    add(menu, QStringLiteral("now"), tr("Back to &Now"), {}, [this] { m_services.source->setAsOf({}); });
    menu->addSeparator();
    add(menu, QStringLiteral("openSelected"), tr("&Open the Selection"), {}, [this] {
        open(Location{QString(), m_selected, {}});
    });
    add(menu, QStringLiteral("lineageSelected"), tr("&Lineage of the Selection"), QKeySequence(tr("Ctrl+Shift+G")),
        [this] { open(lineageOf(m_selected.isEmpty() ? location().address : m_selected)); });
}

void MainWindow::buildAccessMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Access"));
    add(menu, QStringLiteral("request"), tr("&Request Access…"), QKeySequence(tr("Ctrl+Shift+A")),
        [this] { open(askLocation(m_selected.isEmpty() ? location().address : m_selected)); });
    menu->addSeparator();
    const auto tab = [&](const QString &name, const QString &text) {
        add(menu, QStringLiteral("access.") + name, text, {}, [this, name] {
            Location target{QStringLiteral("access"), {}, {}};
            target.add("tab", name);
            open(target);
        });
    };
    tab(QStringLiteral("mine"), tr("&My Requests"));
    tab(QStringLiteral("access"), tr("M&y Access"));
    tab(QStringLiteral("decide"), tr("To &Decide"));
}

void MainWindow::buildHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    add(menu, QStringLiteral("help"), tr("&Keys and Commands"), QKeySequence::HelpContents, [this] {
        open({QStringLiteral("help"), {}, {}});
    });
    add(menu, QStringLiteral("about"), tr("&About Meshscope"), {}, [this] {
        Location target{QStringLiteral("help"), {}, {}};
        target.add("section", QStringLiteral("about"));
        open(target);
    });
}

void MainWindow::updateActions()
{
    if (m_byName.isEmpty())
        return;
    const auto set = [this](const char *name, bool isEnabled) {
        m_byName.value(QLatin1String(name))->setEnabled(isEnabled);
    };
    const bool hasEndpoints = !m_services.workspace->endpoints().isEmpty();
    set("back", m_history.canGoBack());
    set("forward", m_history.canGoForward());
    set("sync", hasEndpoints);
    set("stop", m_services.sync->isRunning());
    set("now", m_services.source->asOf().isValid());
    set("demo", bool(m_services.openDemo));
    set("openSelected", !m_selected.isEmpty());
    const bool hasThing = !m_selected.isEmpty() || !location().address.isEmpty();
    set("copyAddress", hasThing);
    set("lineageSelected", hasThing);
    set("request", hasThing);
    m_byName.value(QStringLiteral("inspector"))->setChecked(isInspectorShown());
    m_byName.value(QStringLiteral("fullScreen"))->setChecked(windowState() & Qt::WindowFullScreen);
}

void MainWindow::markLook()
{
    const QString name = m_services.settings->value(QStringLiteral("theme/scheme"), QStringLiteral("system")).toString();
    const bool isReduced = m_services.settings->value(QStringLiteral("theme/reducedMotion"), false).toBool();
    m_byName.value(QStringLiteral("reducedMotion"))->setChecked(isReduced);
    if (QAction *chosen = m_byName.value(QStringLiteral("scheme.") + name))
        chosen->setChecked(true);
}

void MainWindow::chooseFolder()
{
    // Not modal to reading: the dialog is a window of its own, the pages stay usable.
    auto *dialog = new QFileDialog(this, tr("Add a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setObjectName(QStringLiteral("folderDialog"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::addFolder);
    dialog->show();
}

void MainWindow::chooseWorkspace()
{
    auto *dialog = new QFileDialog(this, tr("Open a workspace"), {}, tr("Meshscope workspaces (*.mesh);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        if (m_services.openWorkspace)
            m_services.openWorkspace(file);
    });
    dialog->show();
}

void MainWindow::pasteLink()
{
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (text.isEmpty())
        say(tr("Copy a meshscope link or an address first, then open it here"));
    else
        openText(text);
}

} // namespace meshscope
