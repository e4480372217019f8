#include "ui/endpoints/rundetails.h"

#include "ui/endpoints/connectionpanel.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace meshscope {

RunDetails::RunDetails(const EndpointServices &services, QWidget *parent)
    : QWidget(parent)
    , m_workspace(*services.workspace)
    , m_tabs(new CountTabs({tr("What came"), tr("Issues"), tr("Requests"), tr("Connection")}, this))
    , m_stack(new QStackedWidget(this))
    , m_kindTable(new TableView)
    , m_issueTable(new TableView)
    , m_trafficTable(new TableView)
    , m_trafficHead(makeElided({}, TextRole::Small, &Tokens::muted, this))
    , m_kindPanel(new StatePanel(m_kindTable, this))
    , m_issuePanel(new StatePanel(m_issueTable, this))
    , m_trafficPanel(nullptr)
    , m_connection(new ConnectionPanel(services.test, this))
{
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    m_kindTable->setObjectName(QStringLiteral("runKinds"));
    m_issueTable->setObjectName(QStringLiteral("endpointIssues"));
    m_trafficTable->setObjectName(QStringLiteral("runRequests"));
    m_trafficHead->setObjectName(QStringLiteral("runRequestSum"));
    build();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        fillRequests();
    });
    connect(m_issueTable, &TableView::rowOpened, this, &RunDetails::openIssue);
    connect(m_issueTable, &TableView::linkOpened, this,
            [this](const QString &, bool newWindow) { openIssue(m_issueTable->currentIndex(), newWindow); });
    connect(m_connection, &ConnectionPanel::tested, this, [this](const Connector::Probe &probe) {
        const qsizetype bad = std::count_if(probe.checks.cbegin(), probe.checks.cend(),
                                            [](const Connector::Check &check) { return !check.ok; });
        m_tabs->setCount(Connection, bad, bad > 0);
        m_tabs->setCountVisible(Connection, bad > 0);
    });
}

void RunDetails::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addWidget(m_tabs);
    column->addWidget(makeLine(Qt::Horizontal, this));
    m_kindTable->setModel(&m_kinds);
    m_kindTable->setAccessibleName(tr("What was expected and what came"));
    m_issueTable->setModel(&m_issues);
    m_issueTable->setAccessibleName(tr("Issues"));
    m_issueTable->setColumnHidden(IssueModel::Endpoint, true);
    m_issueTable->setColumnHidden(IssueModel::When, true);
    m_trafficTable->setModel(&m_traffic);
    m_trafficTable->setAccessibleName(tr("Requests of the run"));
    auto *requests = new QWidget;
    auto *inner = new QVBoxLayout(requests);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(px(4));
    inner->addWidget(m_trafficHead);
    inner->addWidget(m_trafficTable, 1);
    m_trafficPanel = new StatePanel(requests, this);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_connection);
    setGround(m_connection, &Tokens::surface);
    setGround(scroll->viewport(), &Tokens::surface);
    for (QWidget *page : std::initializer_list<QWidget *>{m_kindPanel, m_issuePanel, m_trafficPanel, scroll})
        m_stack->addWidget(page);
    column->addWidget(m_stack, 1);
    m_tabs->setCountVisible(Completeness, false);
    m_tabs->setCountVisible(Connection, false);
}

void RunDetails::setRun(const QString &endpoint, const std::optional<Run> &run, bool isSaid)
{
    const bool isOther = endpoint != m_endpoint;
    if (isOther) {
        m_connection->clear();
        m_tabs->setCountVisible(Connection, false);
    }
    m_endpoint = endpoint;
    m_run = run;
    m_shownRequests = -1;
    QList<IssueModel::Row> rows;
    if (run) {
        for (const Issue &issue : run->issues)
            rows << IssueModel::Row{endpoint, issue, run->ended};
    }
    m_issues.setRows(rows);
    m_issueTable->fitColumns(IssueModel::Text);
    m_kinds.setRun(run.value_or(Run{}));
    m_kindTable->fitColumns(CompletenessModel::Kind);
    const int bad = m_issues.count(Issue::Severity::Error) + m_issues.count(Issue::Severity::Warning);
    m_tabs->setCount(Issues, rows.size(), bad > 0);
    m_tabs->setCount(Requests, run ? run->requests : 0);
    for (StatePanel *panel : {m_kindPanel, m_issuePanel, m_trafficPanel}) {
        if (!run)
            panel->showEmpty(tr("Not read yet"), tr("“Read now” reads it."));
        else if (run->state == Run::State::Running)
            panel->showEmpty(tr("Being read"), tr("What it comes to stands here when it ends."));
        else
            panel->showContent();
    }
    const bool isOver = run && run->state != Run::State::Running;
    if (isOver && rows.isEmpty())
        m_issuePanel->showEmpty(tr("No issues"), tr("Everything recognised in this run was understood."));
    if (isOver && m_kinds.rowCount() == 0)
        m_kindPanel->showEmpty(tr("Nothing came"),
                               isSaid || run->missing.isEmpty() ? tr("The run listed nothing.") : run->missing);
    fillRequests();
}

/// A log may have thousands of lines: it is read when somebody looks.
void RunDetails::fillRequests()
{
    const bool isOver = m_run && m_run->state != Run::State::Running;
    if (m_tabs->currentIndex() != Requests || !isOver || m_shownRequests == m_run->id)
        return;
    m_shownRequests = m_run->id;
    m_traffic.setTraffic(m_workspace.traffic(m_endpoint, m_run->id));
    m_trafficHead->setText(trafficSummary(m_traffic.traffic()));
    m_trafficTable->fitColumns(TrafficModel::Where);
    if (m_traffic.rowCount() == 0)
        m_trafficPanel->showEmpty(tr("No requests"),
                                  tr("This run asked no server, or its log was cleared since: the logs of "
                                     "an endpoint's newest 20 runs are kept."));
    else
        m_trafficPanel->showContent();
}

void RunDetails::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void RunDetails::openIssue(const QModelIndex &index, bool newWindow)
{
    if (!index.isValid())
        return;
    const Issue::Place &where = m_issues.row(index.row()).issue.where;
    if (!where.file.isEmpty())
        emit fileRequested(m_endpoint, where.file, where.line, newWindow);
}

} // namespace meshscope
