#include "ui/shell/facts.h"
#include "ui/shell/helppage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"
#include "ui/shell/snapshotsource.h"
#include "ui/shell/startpage.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/controls.h"

#include <QStackedWidget>

namespace meshscope {

Location MainWindow::location() const
{
    return m_page ? m_page->location() : m_history.current();
}

void MainWindow::open(const Location &asked, bool newWindow)
{
    Location location = asked;
    if (location.view.isEmpty()) {
        location = locationOf(*m_services.source->snapshot().mesh, asked.address);
        if (location.view.isEmpty()) {
            say(tr("%1 is not in this workspace").arg(asked.address));
            return;
        }
    }
    if (newWindow) {
        m_services.openWindow(location);
        return;
    }
    if (!pageFor(location)) {
        say(tr("There is no page called %1").arg(location.view));
        return;
    }
    if (m_page)
        m_history.update(m_page->location()); // its selection and scroll as they are now
    m_history.visit(location);
    showPage(location);
}

void MainWindow::openText(const QString &text)
{
    const QString link = text.trimmed();
    if (link.isEmpty()) {
        openFirst();
        return;
    }
    if (link.startsWith(QStringLiteral("meshscope:view/"))) {
        open(Location::parse(link));
        return;
    }
    if (!m_services.source->isLoaded()) {
        m_awaited = link; // which page shows it is known when the mesh is
        return;
    }
    const Result<Address> address = Address::parse(link);
    if (address) {
        open(Location{QString(), address->toString(), {}});
        return;
    }
    const Mesh &mesh = *m_services.source->snapshot().mesh;
    const Result<NodeId> node = mesh.resolve(link);
    if (node)
        open(Location{QString(), mesh.address(*node).toString(), {}});
    else
        say(node.error().text);
}

void MainWindow::openFirst()
{
    const bool isEmpty = m_services.workspace->endpoints().isEmpty();
    open({isEmpty ? QStringLiteral("start") : QStringLiteral("map"), {}, {}});
}

/// The link this window was opened with, once it can be looked up; a window always shows a page.
void MainWindow::openAwaited()
{
    if (m_awaited.isEmpty())
        return;
    const QString link = std::exchange(m_awaited, {});
    if (m_services.source->isLoaded())
        openText(link);
    if (!m_page)
        openFirst();
}

Page *MainWindow::pageFor(const Location &location)
{
    if (Page *page = m_pages.value(location.view))
        return page;
    Page *page = nullptr;
    if (location.view == QStringLiteral("start")) {
        auto *start = new StartPage(bool(m_services.openDemo));
        connectStart(start);
        page = start;
    } else if (location.view == QStringLiteral("help")) {
        page = new HelpPage(m_commands);
    } else if (m_services.makePage) {
        page = m_services.makePage(location);
    }
    if (!page)
        return nullptr;
    m_pages.insert(location.view, page);
    m_stack->addWidget(page);
    connectPage(page);
    return page;
}

void MainWindow::connectPage(Page *page)
{
    connect(page, &Page::openRequested, this, &MainWindow::open);
    connect(page, &Page::said, this, &MainWindow::say);
    connect(page, &Page::selected, this, [this, page](const QString &address) {
        if (page == m_page)
            inspect(address);
    });
    connect(page, &Page::locationChanged, this, [this, page] {
        if (page == m_page) {
            m_history.update(page->location());
            updateTrail();
        }
    });
}

void MainWindow::connectStart(StartPage *start)
{
    connect(start, &StartPage::demoRequested, this, [this] {
        if (!m_services.openDemo)
            return;
        m_services.openDemo();
        say(tr("The demo mesh opens in a window of its own"));
    });
    connect(start, &StartPage::folderRequested, this, &MainWindow::chooseFolder);
    connect(start, &StartPage::workspaceRequested, this, &MainWindow::chooseWorkspace);
    connect(start, &StartPage::linkRequested, this, &MainWindow::pasteLink);
    connect(start, &StartPage::catalogRequested, this, [this] {
        Location location{QStringLiteral("endpoints"), {}, {}};
        location.add("add", QStringLiteral("1"));
        open(location);
    });
    connect(start, &StartPage::aboutReadingRequested, this, [this] {
        Location location{QStringLiteral("help"), {}, {}};
        location.add("section", QStringLiteral("reading"));
        open(location);
    });
}

void MainWindow::showPage(const Location &location)
{
    Page *page = pageFor(location);
    if (!page)
        return;
    m_page = page;
    giveSnapshot(page);
    m_selected.clear();
    m_stack->setCurrentWidget(page);
    if (!m_top->searchField()->hasFocus())
        page->setFocus(); // before it goes there: a page may know better where typing belongs
    page->setLocation(location);
    if (m_selected.isEmpty())
        m_selected = page->location().option("selected"); // brought back, not chosen: nobody said so
    m_rail->setCurrent(page->location().view);
    updateRail();
    updateInspectorShown();
    updateTrail();
}

void MainWindow::goBack()
{
    if (!m_history.canGoBack())
        return;
    if (m_page)
        m_history.update(m_page->location());
    showPage(m_history.back());
}

void MainWindow::goForward()
{
    if (!m_history.canGoForward())
        return;
    if (m_page)
        m_history.update(m_page->location());
    showPage(m_history.forward());
}

} // namespace meshscope
