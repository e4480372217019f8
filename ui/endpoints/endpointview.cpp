#include "ui/endpoints/endpointview.h"

#include "models/items/endpointmodel.h"
#include "ui/endpoints/connectionpanel.h"
#include "ui/endpoints/progresspanel.h"
#include "ui/endpoints/rundetails.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace meshscope {

namespace {
constexpr int runsShown = 6; ///< more scroll
} // namespace

EndpointView::EndpointView(const EndpointServices &services, QWidget *parent)
    : QWidget(parent)
    , m_name(makeElided({}, TextRole::Title, &Tokens::text, this))
    , m_state(new StatusChip(Status::Unknown, this))
    , m_summary(makeElided({}, TextRole::Base, &Tokens::muted, this))
    , m_location(new AddressLabel({}, this))
    , m_interval(new QComboBox(this))
    , m_sync(mainButton(tr("Read now"), QStringLiteral("sync"), this))
    , m_more(softButton(tr("More"), QStringLiteral("more"), this))
    , m_remove(softButton(tr("Remove…"), QStringLiteral("trash"), this))
    , m_progress(new ProgressPanel(this))
    , m_missing(new NoticeBar(this))
    , m_confirm(new NoticeBar(this))
    , m_runTable(new TableView(this))
    , m_details(new RunDetails(services, this))
{
    m_name->setObjectName(QStringLiteral("endpointName"));
    m_summary->setObjectName(QStringLiteral("endpointSummary"));
    m_sync->setObjectName(QStringLiteral("endpointSync"));
    m_more->setObjectName(QStringLiteral("endpointMore"));
    m_remove->setObjectName(QStringLiteral("endpointRemove"));
    m_interval->setObjectName(QStringLiteral("endpointInterval"));
    m_runTable->setObjectName(QStringLiteral("endpointRuns"));
    m_confirm->setObjectName(QStringLiteral("endpointConfirm"));
    m_missing->setObjectName(QStringLiteral("endpointMissing"));
    m_interval->setAccessibleName(tr("How often it is read"));
    const std::initializer_list<std::pair<QString, QString>> intervals{{{}, tr("when it changes, or asked")},
                                                                       {QStringLiteral("PT5M"), tr("every 5 minutes")},
                                                                       {QStringLiteral("PT15M"), tr("every 15 minutes")},
                                                                       {QStringLiteral("PT1H"), tr("every hour")},
                                                                       {QStringLiteral("PT6H"), tr("every 6 hours")},
                                                                       {QStringLiteral("P1D"), tr("every day")}};
    for (const auto &[iso, text] : intervals)
        m_interval->addItem(text, iso);
    buildMenu();
    build();
    m_confirm->hide();
    m_progress->hide();
    connectParts();
}

void EndpointView::buildMenu()
{
    auto *menu = new QMenu(m_more);
    const auto add = [&](const char *name, const QString &text) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1StringView(name));
        return action;
    };
    connect(add("endpointTest", tr("&Test the connection")), &QAction::triggered, this, &EndpointView::testConnection);
    connect(add("endpointEdit", tr("&Edit…")), &QAction::triggered, this, [this] { emit editRequested(m_endpoint.name); });
    connect(add("endpointDuplicate", tr("&Duplicate…")), &QAction::triggered, this,
            [this] { emit duplicateRequested(m_endpoint.name); });
    m_pause = add("endpointPause", {});
    connect(m_pause, &QAction::triggered, this, [this] { emit pauseRequested(m_endpoint.name, !m_endpoint.isPaused); });
    m_more->setMenu(menu);
}

void EndpointView::connectParts()
{
    connect(m_sync, &QPushButton::clicked, this, [this] {
        if (m_isRunning)
            emit cancelRequested(m_endpoint.name);
        else
            emit syncRequested(m_endpoint.name);
    });
    connect(m_interval, &QComboBox::activated, this,
            [this] { emit intervalChanged(m_endpoint.name, m_interval->currentData().toString()); });
    connect(m_remove, &QPushButton::clicked, this, &EndpointView::askBeforeRemoving);
    connect(m_runTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showRun(index.isValid() ? index.row() : 0); });
    connect(m_runTable, &TableView::linkOpened, this, [this] { m_details->showTab(RunDetails::Issues); });
    connect(m_details, &RunDetails::fileRequested, this, &EndpointView::fileRequested);
    connect(&m_details->connection(), &ConnectionPanel::testRequested, this, &EndpointView::testConnection);
    connect(&m_details->connection(), &ConnectionPanel::pinRequested, this,
            [this](const QString &fingerprint) { emit pinRequested(m_endpoint.name, fingerprint); });
    connect(m_location, &AddressLabel::copied, this, [this](const QString &path) { emit said(tr("Copied %1").arg(path)); });
}

void EndpointView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(16), px(24), px(12));
    column->setSpacing(px(8));
    auto *head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(m_name);
    head->addWidget(m_state);
    head->addStretch();
    head->addWidget(m_more);
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
    column->addWidget(m_progress);
    column->addWidget(m_missing);
    column->addWidget(m_confirm);
    column->addSpacing(px(8));
    column->addWidget(new SectionHead(tr("Runs"), tr("newest first; what the chosen one came to stands below"), this));
    m_runTable->setModel(&m_runs);
    m_runTable->setAccessibleName(tr("Runs"));
    column->addWidget(m_runTable);
    column->addSpacing(px(4));
    column->addWidget(m_details, 1);
}

/// What goes with it is said first; a request that was sent stays where it was sent.
void EndpointView::askBeforeRemoving()
{
    m_confirm->clearActions();
    m_confirm->setNotice(Status::Breached, tr("Remove %1?").arg(m_endpoint.name), m_holdings ? m_holdings() : QString());
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
}

void EndpointView::setEndpoint(const StoredEndpoint &endpoint, const QList<Run> &runs)
{
    const bool isOther = endpoint.name != m_endpoint.name;
    m_endpoint = endpoint;
    m_name->setText(endpoint.name);
    m_location->setAddress(endpoint.location);
    m_pause->setText(endpoint.isPaused ? tr("&Resume reading") : tr("&Pause reading"));
    showFacts(runs);
    showMissing();
    showInterval();
    const int chosen = isOther ? 0 : qMax(0, m_runTable->currentIndex().row());
    m_runs.setRuns(runs);
    m_runTable->fitColumns(RunModel::State);
    m_runTable->setFixedHeight(m_runTable->heightFor(qBound(1, m_runs.rowCount(), runsShown)));
    if (m_runs.rowCount() > 0)
        m_runTable->setCurrentIndex(m_runs.index(qMin(chosen, m_runs.rowCount() - 1), 0));
    showRun(qMin(chosen, qMax(0, m_runs.rowCount() - 1)));
    if (isOther)
        m_confirm->hide();
}

void EndpointView::showFacts(const QList<Run> &runs)
{
    const std::optional<Run> &last = m_endpoint.lastRun;
    const NextRun next = nextRun(m_endpoint, runs, QDateTime::currentDateTimeUtc());
    const bool isFailed = last && last->state == Run::State::Failed;
    QStringList facts{
        !last ? tr("Never read")
              : (isFailed ? tr("%1 · tried %2") : tr("%1 · read %2")).arg(runSummary(last), ageText(last->ended))};
    if (m_endpoint.isPaused)
        facts.append(tr("paused: it is read only when you ask"));
    else if (next.at && next.failures > 1)
        facts.append(
            tr("could not be read %Ln time(s) in a row, tried again %1", nullptr, next.failures).arg(ageText(*next.at)));
    else if (next.at)
        facts.append(tr("next %1").arg(ageText(*next.at)));
    m_summary->setText(facts.join(QStringLiteral(" · ")));
    m_summary->setToolTip(last ? exactTime(last->ended) : QString());
    m_state->setStatus(runStatus(last));
    m_state->setWord(m_endpoint.isPaused                    ? tr("Paused")
                     : !last                                ? tr("Never read")
                     : last->state == Run::State::Complete  ? tr("Complete")
                     : last->state == Run::State::Partial   ? tr("Partial")
                     : last->state == Run::State::Failed    ? tr("Failed")
                     : last->state == Run::State::Cancelled ? tr("Stopped")
                                                            : tr("Reading"));
}

void EndpointView::showMissing()
{
    const std::optional<Run> &last = m_endpoint.lastRun;
    const bool isMissing = last && last->state != Run::State::Complete && !last->missing.isEmpty();
    m_missing->setVisible(isMissing);
    if (!isMissing)
        return;
    m_missing->clearActions();
    const bool isFailed = last->state == Run::State::Failed;
    m_missing->setNotice(runStatus(last), isFailed ? tr("It could not be read.") : tr("Not everything was read."),
                         last->missing);
    if (!isFailed)
        return;
    LinkLabel *test = m_missing->addAction(tr("Test the connection"));
    test->setObjectName(QStringLiteral("missingTest"));
    connect(test, &LinkLabel::opened, this, &EndpointView::testConnection);
    const QString auth = m_endpoint.options.value(QStringLiteral("auth"));
    const bool isSignedIn = !auth.isEmpty() && auth != QLatin1String("none");
    LinkLabel *edit = m_missing->addAction(auth == QLatin1String("login") ? tr("Log in again…")
                                           : isSignedIn                   ? tr("Enter it again…")
                                                                          : tr("Edit…"));
    edit->setObjectName(QStringLiteral("missingEdit"));
    connect(edit, &LinkLabel::opened, this, [this] { emit editRequested(m_endpoint.name); });
}

void EndpointView::showInterval()
{
    const std::optional<EndpointKind> kind = endpointKind(m_endpoint.kind);
    const bool isServer = kind && kind->isServer(); // nobody tells when one changes
    m_interval->setItemText(0, isServer ? tr("only when asked") : tr("when it changes, or asked"));
    int at = m_interval->findData(m_endpoint.interval);
    if (at < 0) {
        m_interval->addItem(tr("every %1").arg(m_endpoint.interval), m_endpoint.interval);
        at = m_interval->count() - 1;
    }
    m_interval->setCurrentIndex(at);
}

void EndpointView::showRun(int row)
{
    const std::optional<Run> run = row >= 0 && row < m_runs.rowCount() ? std::optional(m_runs.run(row)) : std::nullopt;
    m_details->setRun(m_endpoint.name, run,
                      run && m_missing->isVisibleTo(this) && run->missing == m_endpoint.lastRun->missing);
}

void EndpointView::testConnection()
{
    m_details->showTab(RunDetails::Connection);
    m_details->connection().start({{m_endpoint.name, m_endpoint.kind, m_endpoint.location, m_endpoint.options}, {}, {}});
}

void EndpointView::setProgress(const std::optional<EndpointProgress> &progress)
{
    m_isRunning = progress.has_value();
    m_progress->setVisible(m_isRunning);
    if (progress) {
        m_progress->setProgress(*progress);
        m_state->setStatus(Status::Unknown);
        m_state->setWord(tr("Reading"));
    }
    m_sync->setText(m_isRunning ? tr("Stop") : tr("Read now"));
    m_sync->setEnabled(!progress || !progress->isStopping);
    setLook(m_sync, m_isRunning ? ButtonLook::Plain : ButtonLook::Main,
            m_isRunning ? QStringLiteral("stop") : QStringLiteral("sync"));
    m_remove->setEnabled(!m_isRunning);
}

} // namespace meshscope
