#include "ui/endpoints/matchespage.h"

#include "models/store/matches.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

MatchesPage::MatchesPage(Workspace &workspace, std::function<void()> changed, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_changed(std::move(changed))
    , m_tabs(new CountTabs({tr("Proposed"), tr("Confirmed"), tr("Refused")}, this))
    , m_field(new SearchField(tr("Filter matches"), this))
    , m_confirm(mainButton(tr("&One thing"), QStringLiteral("check"), this))
    , m_refuse(softButton(tr("&Two things"), QStringLiteral("close"), this))
    , m_back(softButton(tr("Take &back"), QStringLiteral("undo"), this))
    , m_undo(quietButton(tr("&Undo"), QStringLiteral("undo"), this))
    , m_why(makeElided({}, TextRole::Base, &Tokens::muted, this))
    , m_table(new TableView)
    , m_panel(new StatePanel(m_table, this))
{
    setObjectName(QStringLiteral("matchesPage"));
    setGround(this, &Tokens::surface);
    m_tabs->setObjectName(QStringLiteral("matchTabs"));
    m_table->setObjectName(QStringLiteral("matchTable"));
    m_field->setObjectName(QStringLiteral("matchFilter"));
    m_confirm->setObjectName(QStringLiteral("matchConfirm"));
    m_refuse->setObjectName(QStringLiteral("matchRefuse"));
    m_back->setObjectName(QStringLiteral("matchBack"));
    m_undo->setObjectName(QStringLiteral("matchUndo"));
    m_why->setObjectName(QStringLiteral("matchWhy"));
    build();
    setInitialFocus(this, m_table);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy.setFilterFixedString(text);
        emit locationChanged();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        showTab();
        emit locationChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MatchesPage::showButtons);
    connect(m_table, &TableView::rowOpened, this, &MatchesPage::openRow);
    connect(m_confirm, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_back, &QPushButton::clicked, this, &MatchesPage::takeBack);
    connect(m_undo, &QPushButton::clicked, this, &MatchesPage::undo);
    connect(&m_future, &QFutureWatcherBase::finished, this, &MatchesPage::take);
    m_undo->hide();
    showButtons();
}

MatchesPage::~MatchesPage()
{
    m_future.disconnect(this);
    m_future.waitForFinished(); // it reads the workspace
}

void MatchesPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(8));
    column->setSpacing(px(8));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(px(8));
    bar->addWidget(makeLabel(tr("Matches"), TextRole::Title, &Tokens::text, this));
    bar->addWidget(
        makeElided(tr("what endpoints call differently and may be one thing"), TextRole::Small, &Tokens::muted, this), 1);
    bar->addWidget(m_field);
    column->addLayout(bar);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(px(8));
    actions->addWidget(m_tabs);
    actions->addStretch();
    for (QPushButton *button : {m_undo, m_back, m_refuse, m_confirm})
        actions->addWidget(button);
    column->addLayout(actions);
    column->addWidget(m_panel, 1);
    column->addWidget(m_why);
    m_proxy.setSourceModel(&m_model);
    m_proxy.setSortRole(SortRole);
    m_proxy.setFilterKeyColumn(-1);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(&m_proxy);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAccessibleName(tr("Matches"));
}

MatchesPage::Tab MatchesPage::tab() const
{
    return Tab(m_tabs->currentIndex());
}

QList<Page::Crumb> MatchesPage::crumbs() const
{
    return {{tr("Endpoints"), {QStringLiteral("endpoints"), {}, {}}}};
}

Location MatchesPage::location() const
{
    Location location{QStringLiteral("matches"), {}, {}};
    location.add("q", m_field->text());
    if (tab() != Proposed)
        location.add("show", tab() == Confirmed ? QStringLiteral("confirmed") : QStringLiteral("refused"));
    return location;
}

void MatchesPage::setLocation(const Location &location)
{
    const QSignalBlocker blocker(this);
    const QString show = location.option("show");
    m_tabs->setCurrentIndex(show == QLatin1String("confirmed") ? Confirmed
                            : show == QLatin1String("refused") ? Refused
                                                               : Proposed);
    m_field->setText(location.option("q"));
    showTab();
}

void MatchesPage::setSnapshot(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    find();
}

/// Proposing goes through the whole mesh: beside the window.
void MatchesPage::find()
{
    if (!m_snapshot.mesh)
        return;
    m_again = m_future.isRunning();
    if (m_again)
        return;
    if (m_model.rowCount() == 0)
        m_panel->showLoading(tr("Comparing what the endpoints know…"));
    m_future.setFuture(QtConcurrent::run([mesh = m_snapshot.mesh, workspace = &m_workspace] {
        Found found;
        const QList<MatchDecision> decided = matchDecisions(*workspace);
        found.rows[Proposed] = matchRows(*mesh, proposeMatches(*mesh, decided));
        for (const MatchRow &row : matchRows(*mesh, decided))
            found.rows[row.decision->same ? Confirmed : Refused].append(row);
        return found;
    }));
}

void MatchesPage::take()
{
    if (m_again) {
        find(); // what was found is older than the last decision or mesh
        return;
    }
    if (m_future.future().resultCount() == 0)
        return;
    m_found = m_future.result();
    m_tabs->setCount(Proposed, m_found.rows[Proposed].size(), !m_found.rows[Proposed].isEmpty());
    m_tabs->setCount(Confirmed, m_found.rows[Confirmed].size());
    m_tabs->setCount(Refused, m_found.rows[Refused].size());
    showTab();
}

void MatchesPage::showTab()
{
    const QStringList chosen = m_next < 0 ? m_table->selectedAddresses() : QStringList();
    m_model.setRows(m_found.rows[tab()]);
    m_table->setColumnHidden(MatchModel::Confidence, tab() != Proposed);
    m_table->fitColumns(MatchModel::Why);
    if (m_model.rowCount() > 0)
        m_panel->showContent();
    else if (tab() != Proposed)
        m_panel->showEmpty(tr("Nothing was decided"), tr("What you say of a proposed match is remembered here for ever."));
    else if (m_snapshot.mesh && m_snapshot.mesh->endpoints().size() < 2)
        m_panel->showEmpty(tr("Nothing to compare"), tr("Matches are between endpoints: with two or more, what they call "
                                                        "differently and may be one thing is proposed here."));
    else
        m_panel->showEmpty(tr("No open proposals"),
                           tr("What several endpoints name alike is one thing already; nothing else "
                              "looks alike enough to ask."));
    m_table->selectAddresses(chosen);
    if (!m_table->selectionModel()->hasSelection() && m_proxy.rowCount() > 0)
        m_table->selectRow(std::clamp(m_next, 0, m_proxy.rowCount() - 1));
    m_next = -1;
    showButtons();
}

void MatchesPage::showButtons()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const bool isProposed = tab() == Proposed;
    m_confirm->setVisible(isProposed);
    m_refuse->setVisible(isProposed);
    m_back->setVisible(!isProposed);
    for (QPushButton *button : {m_confirm, m_refuse, m_back})
        button->setEnabled(!rows.isEmpty());
    m_undo->setVisible(!m_last.isEmpty());
    if (rows.size() == 1) {
        const MatchRow &row = m_model.row(m_proxy.mapToSource(rows.first()).row());
        const auto text = [](const Address &address) { return address.endpoint + QStringLiteral(": ") + address.id; };
        m_why->setText(QStringLiteral("%1   ↔   %2").arg(text(row.a.address), text(row.b.address)));
        emit selected(row.a.address.toString());
    } else {
        m_why->setText(rows.isEmpty() ? QString() : tr("%Ln match(es) chosen", nullptr, int(rows.size())));
    }
}

QList<MatchDecision> MatchesPage::takeChosen(bool same)
{
    QList<MatchDecision> decisions;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        m_next = m_next < 0 ? index.row() : std::min(m_next, index.row()); // where they were, one goes on
        const MatchRow &row = m_model.row(m_proxy.mapToSource(index).row());
        decisions.append({row.a.address, row.b.address, same, QDateTime::currentDateTimeUtc()});
    }
    return decisions;
}

void MatchesPage::decide(bool same)
{
    const QList<MatchDecision> decisions = takeChosen(same);
    if (decisions.isEmpty())
        return;
    const Result<void> done = decideMatches(m_workspace, decisions);
    if (done)
        m_last = decisions;
    const int count = int(decisions.size());
    finish(done, same ? tr("%Ln match(es) confirmed", nullptr, count) : tr("%Ln match(es) refused", nullptr, count));
}

void MatchesPage::takeBack()
{
    const QList<MatchDecision> decisions = takeChosen(false);
    if (decisions.isEmpty())
        return;
    m_last.clear();
    finish(forgetMatches(m_workspace, decisions), tr("%Ln decision(s) taken back", nullptr, int(decisions.size())));
}

void MatchesPage::undo()
{
    const QList<MatchDecision> decisions = std::exchange(m_last, {});
    finish(forgetMatches(m_workspace, decisions), tr("%Ln decision(s) taken back", nullptr, int(decisions.size())));
}

void MatchesPage::finish(const Result<void> &done, const QString &text)
{
    emit said(done ? text : done.error().text);
    find();      // of the mesh as it is, without what was decided
    m_changed(); // the next snapshot brings the proposals that are left
    showButtons();
}

void MatchesPage::openRow(const QModelIndex &index, bool newWindow)
{
    if (!index.isValid())
        return;
    const Address address = m_model.row(m_proxy.mapToSource(index).row()).a.address;
    Location location{
        address.kind == Kind::Dataset ? QStringLiteral("lineage") : QStringLiteral("product"), address.toString(), {}};
    emit openRequested(location, newWindow);
}

} // namespace meshscope
