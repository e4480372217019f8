#include "ui/shell/mainwindow.h"

#include "models/health/health.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/facts.h"
#include "ui/shell/inspector.h"
#include "ui/shell/rail.h"
#include "ui/shell/snapshotsource.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/theme/style.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace meshscope {

MainWindow::MainWindow(ShellServices services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_top(new TopBar)
    , m_rail(new Rail)
    , m_stack(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_notice(new NoticeBar)
    , m_inspector(new Inspector)
    , m_status(new StatusLine)
    , m_palette(nullptr)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMinimumSize(px(720), px(480));
    build();
    buildMenus();
    connectServices();
    const QSize room = screen()->availableSize() - QSize(px(16), px(48)); // of the frame
    resize(QSize(1280, 800).boundedTo(room));
    restoreGeometry(m_services.settings->value(QStringLiteral("window/geometry")).toByteArray());
    qApp->installEventFilter(this); // the mouse's own back and forward buttons, whatever lies under the pointer
    takeSnapshot();
    updateEndpoints();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    m_palette->disconnect(this);
}

void MainWindow::build()
{
    auto *host = new QWidget;
    auto *column = new QVBoxLayout(host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(makeLine(Qt::Horizontal));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(makeLine(Qt::Vertical));
    auto *centre = new QWidget;
    setGround(centre, &Tokens::surface);
    auto *pages = new QVBoxLayout(centre);
    pages->setContentsMargins(0, 0, 0, 0);
    pages->setSpacing(0);
    pages->addWidget(m_notice);
    pages->addWidget(m_stack, 1);
    m_notice->hide();
    m_notice->setObjectName(QStringLiteral("asOfNotice"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(centre);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    middle->addWidget(m_splitter, 1);
    column->addLayout(middle, 1);
    column->addWidget(makeLine(Qt::Horizontal));
    column->addWidget(m_status);
    setCentralWidget(host);
    m_stack->setObjectName(QStringLiteral("pages"));
    m_palette = new CommandPalette(m_top->searchField(), host);

    connect(m_top, &TopBar::backRequested, this, &MainWindow::goBack);
    connect(m_top, &TopBar::forwardRequested, this, &MainWindow::goForward);
    connect(m_top, &TopBar::crumbOpened, this, &MainWindow::open);
    connect(m_top, &TopBar::inspectorToggled, this, [this](bool shown) {
        if (m_page)
            m_services.settings->setValue(QStringLiteral("inspector/") + m_page->location().view, shown);
        m_inspector->setVisible(shown);
        fillInspector();
        updateActions();
    });
    connect(m_rail, &Rail::requested, this, [this](const QString &view, bool newWindow) {
        // The place one was at in that view comes back, with its selection.
        Page *page = m_pages.value(view);
        open(page && !newWindow ? page->location() : Location{view, {}, {}}, newWindow);
    });
    connect(m_inspector, &Inspector::openRequested, this, &MainWindow::open);
    connect(m_inspector, &Inspector::copied, this, [this](const QString &address) { say(tr("Copied %1").arg(address)); });
    connect(m_inspector, &Inspector::accessRequested, this, [this](const QString &address) { open(askLocation(address)); });
    connect(m_palette, &CommandPalette::thingOpened, this, [this](const QString &address, bool newWindow) {
        open(Location{QString(), address, {}}, newWindow);
    });
    connect(m_palette, &CommandPalette::allRequested, this,
            [this](const QString &query, bool newWindow) { open(findLocation(query), newWindow); });
    connect(m_palette, &CommandPalette::left, this, [this] {
        if (m_page)
            m_page->setFocus();
    });
}

void MainWindow::connectServices()
{
    SnapshotSource *source = m_services.source;
    SyncRunner *sync = m_services.sync;
    connect(source, &SnapshotSource::snapshotChanged, this, &MainWindow::takeSnapshot);
    connect(source, &SnapshotSource::failed, this, [this](const QString &text) {
        m_awaited.clear();
        if (!m_page)
            openFirst();
        say(tr("The workspace could not be read: %1").arg(text));
    });
    connect(sync, &SyncRunner::started, this, [this] { m_top->setSyncing(true); });
    connect(sync, &SyncRunner::progressed, m_status, &StatusLine::setProgress);
    connect(sync, &SyncRunner::finished, this, [this](const QString &endpoint, const Run &run) {
        say(QStringLiteral("%1: %2").arg(endpoint, runReport(run)));
        updateEndpoints();
    });
    connect(sync, &SyncRunner::failed, this, [this](const QString &endpoint, const QString &text) {
        say(tr("%1 could not be read: %2").arg(endpoint, text));
        updateEndpoints();
    });
    connect(sync, &SyncRunner::idle, this, [this] {
        m_top->setSyncing(false);
        m_status->setProgress({});
        updateEndpoints();
    });
    connect(m_status, &StatusLine::cancelRequested, sync, &SyncRunner::cancel);
    connect(m_status, &StatusLine::issuesRequested, this, [this](bool newWindow) {
        open({QStringLiteral("issues"), {}, {}}, newWindow);
    });
    connect(m_status, &StatusLine::endpointsRequested, this, [this](bool newWindow) {
        open({QStringLiteral("endpoints"), {}, {}}, newWindow);
    });
    connect(m_top, &TopBar::syncRequested, sync, &SyncRunner::syncAll);
    connect(m_top, &TopBar::asOfRequested, source, &SnapshotSource::setAsOf);
    if (sync->isRunning()) {
        m_top->setSyncing(true);
        m_status->setProgress(sync->state());
    }
}

void MainWindow::inspect(const QString &address)
{
    m_selected = address;
    fillInspector();
    updateActions();
}

/// What is selected; without a selection what the page is about; else the whole mesh.
void MainWindow::fillInspector()
{
    if (m_inspector->isHidden())
        return;
    const Snapshot &snapshot = m_services.source->snapshot();
    const Facts facts = factsOf(snapshot, m_selected.isEmpty() ? location().address : m_selected, m_services.accessOf);
    m_inspector->setFacts(facts.isNull() ? overviewOf(snapshot) : facts);
}

void MainWindow::say(const QString &text)
{
    m_status->say(text);
}

bool MainWindow::isInspectorShown() const
{
    return !m_inspector->isHidden();
}

void MainWindow::updateInspectorShown()
{
    // The map and the results of Find need it; other pages say the same themselves, with more room.
    const QString view = m_page ? m_page->location().view : QString();
    const bool isNeeded = (view == QStringLiteral("map") || view == QStringLiteral("find")) &&
                          width() >= px(920); // else the page needs the room
    const bool isShown = view != QStringLiteral("start") &&
                         m_services.settings->value(QStringLiteral("inspector/") + view, isNeeded).toBool();
    const QSignalBlocker blocker(m_top);
    m_top->setInspectorShown(isShown);
    m_inspector->setVisible(isShown);
    fillInspector();
}

void MainWindow::updateTrail()
{
    if (!m_page)
        return;
    m_top->setTrail(m_page->crumbs(), m_page->title());
    m_top->setHistory(m_history.canGoBack(), m_history.canGoForward());
    setWindowTitle(tr("%1 – Meshscope").arg(m_page->title()));
    updateActions();
}

void MainWindow::giveSnapshot(Page *page)
{
    if (m_given.value(page, -1) == m_serial)
        return;
    m_given.insert(page, m_serial);
    page->setSnapshot(m_services.source->snapshot());
}

void MainWindow::takeSnapshot()
{
    ++m_serial;
    const Snapshot &snapshot = m_services.source->snapshot();
    m_palette->setSnapshot(snapshot);
    if (m_page)
        giveSnapshot(m_page); // the others when they are shown
    updateAccess();
    updateEndpoints();
    updateTrail();
    setNotice();
    openAwaited();
}

void MainWindow::updateAccess()
{
    if (m_services.waitingRequests)
        m_rail->setBadge(QStringLiteral("access"), m_services.waitingRequests(m_services.source->snapshot()));
    fillInspector();
}

void MainWindow::updateEndpoints()
{
    const QList<StoredEndpoint> endpoints = m_services.workspace->endpoints();
    m_status->setCompleteness(completenessOf(endpoints));
    QList<QDateTime> moments;
    QDateTime latest;
    for (const StoredEndpoint &endpoint : endpoints) {
        const QList<Run> runs = m_services.workspace->runs(endpoint.name, 30);
        for (const Run &run : runs) {
            const bool isPublished = run.state == Run::State::Complete || run.state == Run::State::Partial;
            if (!isPublished || !run.ended.isValid())
                continue;
            latest = latest.isValid() ? qMax(latest, run.ended) : run.ended;
            if (!run.unchanged)
                moments << run.ended;
        }
    }
    std::sort(moments.begin(), moments.end(), std::greater<>());
    m_top->setMoments(latest, moments.mid(0, 20), m_services.source->asOf());
    m_top->setEmpty(endpoints.isEmpty());
    updateRail();
    updateActions();
}

/// Before there is anything to see the rail is there, so that the person learns the window, but grey.
void MainWindow::updateRail()
{
    const bool isStart = m_page && m_page->location().view == QStringLiteral("start");
    m_rail->setEnabled(!isStart || !m_services.workspace->endpoints().isEmpty());
}

void MainWindow::setNotice()
{
    const QDateTime shown = m_services.source->asOf();
    m_notice->setVisible(shown.isValid());
    if (!shown.isValid())
        return;
    m_notice->clearActions();
    m_notice->setNotice(Status::Unknown, tr("This is what the workspace knew %1.").arg(ageText(shown)), exactTime(shown));
    LinkLabel *now = m_notice->addAction(tr("Back to now"));
    connect(now, &LinkLabel::opened, this, [this] { m_services.source->setAsOf({}); });
}

} // namespace meshscope
