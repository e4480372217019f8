#include "ui/endpoints/endpointview.h"

#include "models/items/endpointmodel.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace meshscope {

EndpointView::EndpointView(QWidget *parent)
    : QWidget(parent)
    , m_name(makeLabel({}, TextRole::Title, &Tokens::text, this))
    , m_state(new StatusChip(Status::Unknown, this))
    , m_summary(makeElided({}, TextRole::Base, &Tokens::muted, this))
    , m_location(new AddressLabel({}, this))
    , m_interval(new QComboBox(this))
    , m_sync(mainButton(tr("Read now"), QStringLiteral("sync"), this))
    , m_remove(softButton(tr("Remove…"), QStringLiteral("trash"), this))
    , m_bar(new QProgressBar(this))
    , m_missing(new NoticeBar(this))
    , m_confirm(new NoticeBar(this))
    , m_runTable(new TableView(this))
    , m_issueHead(new SectionHead(tr("Issues"), {}, this))
    , m_issueTable(new TableView)
    , m_issuePanel(new StatePanel(m_issueTable, this))
{
    m_name->setObjectName(QStringLiteral("endpointName"));
    m_sync->setObjectName(QStringLiteral("endpointSync"));
    m_remove->setObjectName(QStringLiteral("endpointRemove"));
    m_interval->setObjectName(QStringLiteral("endpointInterval"));
    m_runTable->setObjectName(QStringLiteral("endpointRuns"));
    m_issueTable->setObjectName(QStringLiteral("endpointIssues"));
    m_confirm->setObjectName(QStringLiteral("endpointConfirm"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(px(8));
    m_interval->setAccessibleName(tr("How often it is read"));
    const std::initializer_list<std::pair<QString, QString>> intervals{{{}, tr("when it changes, or asked")},
                                                                       {QStringLiteral("PT5M"), tr("every 5 minutes")},
                                                                       {QStringLiteral("PT15M"), tr("every 15 minutes")},
                                                                       {QStringLiteral("PT1H"), tr("every hour")},
                                                                       {QStringLiteral("P1D"), tr("every day")}};
    for (const auto &[iso, text] : intervals)
        m_interval->addItem(text, iso);
    build();
    m_confirm->hide();
    m_bar->hide();

    connect(m_sync, &QPushButton::clicked, this, [this] {
        if (m_isRunning)
            emit cancelRequested();
        else
            emit syncRequested(m_endpoint.name);
    });
    connect(m_interval, &QComboBox::activated, this,
            [this] { emit intervalChanged(m_endpoint.name, m_interval->currentData().toString()); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        // What goes with it is said first; a request that was sent stays where it was sent.
        m_confirm->clearActions();
        m_confirm->setNotice(Status::Breached, tr("Remove %1?").arg(m_endpoint.name), m_holdings);
        const auto choice = [this](const QString &text, bool keepHistory) {
            LinkLabel *link = m_confirm->addAction(text);
            link->setObjectName(keepHistory ? QStringLiteral("removeKeep") : QStringLiteral("removeAll"));
            connect(link, &LinkLabel::opened, this, [this, keepHistory] {
                m_confirm->hide();
                emit removeRequested(m_endpoint.name, keepHistory);
            });
        };
        choice(tr("Remove, keep its history"), true);
        choice(tr("Remove everything"), false);
        LinkLabel *no = m_confirm->addAction(tr("Keep it"));
        connect(no, &LinkLabel::opened, m_confirm, &QWidget::hide);
        m_confirm->show();
    });
    connect(m_runTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showRun(index.isValid() ? index.row() : 0); });
    const auto openIssue = [this](const QModelIndex &index, bool newWindow) {
        const IssueModel::Row &row = m_issues.row(index.row());
        if (!row.issue.where.file.isEmpty())
            emit fileRequested(m_endpoint.name, row.issue.where.file, row.issue.where.line, newWindow);
    };
    connect(m_issueTable, &TableView::rowOpened, this, openIssue);
    connect(m_issueTable, &TableView::linkOpened, this,
            [this, openIssue](const QString &, bool newWindow) { openIssue(m_issueTable->currentIndex(), newWindow); });
    connect(m_location, &AddressLabel::copied, this, [this](const QString &path) { emit said(tr("Copied %1").arg(path)); });
}

void EndpointView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(16), px(24), px(12));
    column->setSpacing(px(8));
    auto *head = new QHBoxLayout;
    head->setSpacing(px(12));
    head->addWidget(m_name);
    head->addWidget(m_state);
    head->addStretch();
    head->addWidget(m_remove);
    head->addWidget(m_sync);
    column->addLayout(head);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(px(16));
    facts->addWidget(m_summary, 1);
    facts->addWidget(makeLabel(tr("Read"), TextRole::Base, &Tokens::muted, this));
    facts->addWidget(m_interval);
    column->addLayout(facts);
    column->addWidget(m_location);
    column->addWidget(m_bar);
    column->addWidget(m_missing);
    column->addWidget(m_confirm);
    column->addSpacing(px(8));
    column->addWidget(new SectionHead(tr("Runs"), tr("newest first; a run shows its issues below"), this));
    m_runTable->setModel(&m_runs);
    m_runTable->setAccessibleName(tr("Runs"));
    column->addWidget(m_runTable);
    column->addSpacing(px(8));
    column->addWidget(m_issueHead);
    m_issueTable->setModel(&m_issues);
    m_issueTable->setAccessibleName(tr("Issues"));
    m_issueTable->setColumnHidden(IssueModel::Endpoint, true);
    m_issueTable->setColumnHidden(IssueModel::When, true);
    column->addWidget(m_issuePanel, 1);
}

void EndpointView::setEndpoint(const StoredEndpoint &endpoint, const QList<Run> &runs)
{
    const bool isOther = endpoint.name != m_endpoint.name;
    m_endpoint = endpoint;
    m_name->setText(endpoint.name);
    m_location->setAddress(endpoint.location);
    const std::optional<Run> &last = endpoint.lastRun;
    m_summary->setText(last ? tr("%1 · read %2").arg(runSummary(last), ageText(last->ended)) : tr("Never read"));
    m_summary->setToolTip(last ? exactTime(last->ended) : QString());
    const Status status = runStatus(last);
    m_state->setStatus(status);
    m_state->setWord(!last                                  ? tr("Never read")
                     : last->state == Run::State::Complete  ? tr("Complete")
                     : last->state == Run::State::Partial   ? tr("Partial")
                     : last->state == Run::State::Failed    ? tr("Failed")
                     : last->state == Run::State::Cancelled ? tr("Stopped")
                                                            : tr("Reading"));
    const bool isMissing = last && last->state != Run::State::Complete && !last->missing.isEmpty();
    m_missing->setVisible(isMissing);
    if (isMissing)
        m_missing->setNotice(status, tr("Not everything was read."), last->missing);
    const int at = m_interval->findData(endpoint.interval);
    if (at >= 0) {
        m_interval->setCurrentIndex(at);
    } else {
        m_interval->addItem(tr("every %1").arg(endpoint.interval), endpoint.interval);
        m_interval->setCurrentIndex(m_interval->count() - 1);
    }
    const int chosen = isOther ? 0 : qMax(0, m_runTable->currentIndex().row());
    m_runs.setRuns(runs);
    m_runTable->setFixedHeight(m_runTable->heightFor(qBound(1, m_runs.rowCount(), 6)));
    m_runTable->fitColumns(RunModel::State);
    if (m_runs.rowCount() > 0)
        m_runTable->setCurrentIndex(m_runs.index(qMin(chosen, m_runs.rowCount() - 1), 0));
    showRun(qMin(chosen, qMax(0, m_runs.rowCount() - 1)));
    if (isOther)
        m_confirm->hide();
}

void EndpointView::showRun(int row)
{
    QList<IssueModel::Row> rows;
    if (row >= 0 && row < m_runs.rowCount()) {
        const Run &run = m_runs.run(row);
        for (const Issue &issue : run.issues)
            rows << IssueModel::Row{m_endpoint.name, issue, run.ended};
    }
    m_issues.setRows(rows);
    m_issueTable->fitColumns(IssueModel::Text);
    const int errors = m_issues.count(Issue::Severity::Error);
    const int warnings = m_issues.count(Issue::Severity::Warning);
    m_issueHead->setContext(rows.isEmpty()
                                ? QString()
                                : tr("%1, %2, %3")
                                      .arg(tr("%Ln error(s)", nullptr, errors), tr("%Ln warning(s)", nullptr, warnings),
                                           tr("%Ln note(s)", nullptr, int(rows.size()) - errors - warnings)));
    if (m_runs.rowCount() == 0)
        m_issuePanel->showEmpty(tr("Not read yet"), tr("“Read now” reads it."));
    else if (rows.isEmpty())
        m_issuePanel->showEmpty(tr("No issues"), tr("Everything recognised in this run was understood."));
    else
        m_issuePanel->showContent();
}

void EndpointView::setProgress(const EndpointProgress &progress)
{
    m_isRunning = progress.endpoint == m_endpoint.name && !progress.endpoint.isEmpty();
    m_bar->setVisible(m_isRunning);
    m_bar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_bar->setValue(int(progress.done * 1000 / progress.total));
    m_sync->setText(m_isRunning ? tr("Stop") : tr("Read now"));
    setLook(m_sync, m_isRunning ? ButtonLook::Plain : ButtonLook::Main,
            m_isRunning ? QStringLiteral("stop") : QStringLiteral("sync"));
    m_remove->setEnabled(!m_isRunning);
}

} // namespace meshscope
