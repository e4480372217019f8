#include "ui/endpoints/issuespage.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

namespace meshscope {

IssuesPage::IssuesPage(EndpointServices services, QWidget *parent)
    : Page(parent)
    , m_services(std::move(services))
    , m_field(new SearchField(tr("Filter issues"), this))
    , m_summary(makeElided({}, TextRole::Small, &Tokens::muted, this))
    , m_table(new TableView)
    , m_panel(new StatePanel(m_table, this))
{
    setObjectName(QStringLiteral("issuesPage"));
    setGround(this, &Tokens::surface);
    m_table->setObjectName(QStringLiteral("issueTable"));
    m_field->setObjectName(QStringLiteral("issueFilter"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(8));
    column->setSpacing(px(8));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(px(12));
    bar->addWidget(makeLabel(tr("Issues"), TextRole::Title, &Tokens::text, this));
    bar->addWidget(m_summary, 1);
    bar->addWidget(m_field);
    column->addLayout(bar);
    column->addWidget(m_panel, 1);
    m_proxy.setSourceModel(&m_model);
    m_proxy.setSortRole(SortRole);
    m_proxy.setFilterKeyColumn(-1);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(&m_proxy);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(IssueModel::Text, Qt::DescendingOrder);
    m_table->setAccessibleName(tr("Issues"));
    setInitialFocus(this, m_table);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy.setFilterFixedString(text);
        emit locationChanged();
    });
    connect(m_table, &TableView::rowOpened, this, &IssuesPage::openRow);
    connect(m_table, &TableView::linkOpened, this,
            [this](const QString &, bool newWindow) { openRow(m_table->currentIndex(), newWindow); });
}

QList<Page::Crumb> IssuesPage::crumbs() const
{
    return {{tr("Endpoints"), {QStringLiteral("endpoints"), {}, {}}}};
}

Location IssuesPage::location() const
{
    Location location{QStringLiteral("issues"), {}, {}};
    if (!m_field->text().isEmpty())
        location.add("q", m_field->text());
    return location;
}

void IssuesPage::setLocation(const Location &location)
{
    const QSignalBlocker blocker(this);
    QString filter = location.option("q");
    if (filter.isEmpty())
        filter = location.option("endpoint");
    m_field->setText(filter);
    refresh();
}

void IssuesPage::setSnapshot(const Snapshot &)
{
    refresh();
}

void IssuesPage::refresh()
{
    QList<IssueModel::Row> rows;
    const QList<StoredEndpoint> endpoints = m_services.workspace->endpoints();
    for (const StoredEndpoint &endpoint : endpoints) {
        if (!endpoint.lastRun)
            continue;
        for (const Issue &issue : endpoint.lastRun->issues)
            rows << IssueModel::Row{endpoint.name, issue, endpoint.lastRun->ended};
    }
    m_model.setRows(rows);
    m_summary->setText(tr("%1, %2 in the last run of each endpoint")
                           .arg(tr("%Ln error(s)", nullptr, m_model.count(Issue::Severity::Error)),
                                tr("%Ln warning(s)", nullptr, m_model.count(Issue::Severity::Warning))));
    m_table->fitColumns(IssueModel::Text);
    if (rows.isEmpty())
        m_panel->showEmpty(tr("No issues"), tr("Everything recognised in the last run of each endpoint was understood."));
    else
        m_panel->showContent();
    if (!m_table->currentIndex().isValid() && m_proxy.rowCount() > 0)
        m_table->setCurrentIndex(m_proxy.index(0, 0));
}

void IssuesPage::openRow(const QModelIndex &index, bool newWindow)
{
    if (!index.isValid())
        return;
    const IssueModel::Row &row = m_model.row(m_proxy.mapToSource(index).row());
    if (row.issue.where.file.isEmpty())
        return;
    Location location{QStringLiteral("file"), {}, {}};
    location.add("endpoint", row.endpoint);
    location.add("file", row.issue.where.file);
    location.add("line", QString::number(row.issue.where.line));
    emit openRequested(location, newWindow);
}

} // namespace meshscope
