#include "ui/health/budgetchart.h"
#include "ui/health/healthpage.h"
#include "ui/health/tile.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

namespace meshscope {

namespace {
QVBoxLayout *cardColumn(Card *card)
{
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(8));
    return column;
}

LinkLabel *tableLink(const QString &name)
{
    auto *link = new LinkLabel(HealthPage::tr("Table"));
    setTextRole(link, TextRole::Small);
    link->setObjectName(name);
    return link;
}
} // namespace

void HealthPage::build()
{
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(px(16), px(12), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(buildHead());
    column->addWidget(buildTiles());
    auto *middle = new QWidget;
    m_middle = new QGridLayout(middle);
    m_middle->setContentsMargins(0, 0, 0, 0);
    m_middle->setSpacing(px(12));
    m_middleCards = {buildDomains(), buildBudget(), buildFreshness()};
    column->addWidget(middle);
    column->addWidget(buildTable());
    column->addStretch(1);
    m_scroll->setWidget(body);
    arrange();
    connect(m_panel, &StatePanel::actionRequested, this, [this] {
        if (m_domain.isEmpty())
            emit openRequested(Location{QStringLiteral("endpoints"), {}, {}});
        else
            setDomain({});
    });
}

QWidget *HealthPage::buildHead()
{
    m_head = new SectionHead(tr("Health of the mesh"));
    const QList<QLabel *> labels = m_head->findChildren<QLabel *>();
    if (!labels.isEmpty())
        setTextRole(labels.first(), TextRole::Title);
    m_domainButton = softButton(tr("Domain: all"));
    m_domainButton->setObjectName(QStringLiteral("healthDomain"));
    m_domainMenu = new QMenu(m_domainButton);
    m_domainButton->setMenu(m_domainMenu);
    connect(m_domainMenu, &QMenu::aboutToShow, this, &HealthPage::fillDomainMenu);
    m_periodButton = softButton(tr("30 days"));
    m_periodButton->setObjectName(QStringLiteral("healthPeriod"));
    auto *period = new QMenu(m_periodButton);
    for (const int days : {7, 30, 90})
        period->addAction(tr("%Ln day(s)", nullptr, days), this, [this, days] { setDays(days); });
    m_periodButton->setMenu(period);
    auto *save = plainButton(tr("Export report…"), QStringLiteral("export"));
    save->setObjectName(QStringLiteral("healthExport"));
    auto *menu = new QMenu(save);
    menu->addAction(tr("Every level (CSV)…"), this, [this] { saveReport(QStringLiteral("csv")); });
    menu->addAction(tr("Report (PDF)…"), this, [this] { saveReport(QStringLiteral("pdf")); });
    menu->addAction(tr("This page as it is (PNG)…"), this, [this] { saveReport(QStringLiteral("png")); });
    save->setMenu(menu);
    m_head->addAction(m_domainButton);
    m_head->addAction(m_periodButton);
    m_head->addAction(save);
    return m_head;
}

QWidget *HealthPage::buildTiles()
{
    auto *tiles = new QWidget;
    m_tileGrid = new QGridLayout(tiles);
    m_tileGrid->setContentsMargins(0, 0, 0, 0);
    m_tileGrid->setSpacing(px(12));
    struct What {
        QString title;
        const char *name;
        HealthList part;
        HealthList whole;
    };
    const QList<What> whats{
        {tr("Service levels met"), "tileLevels", HealthList::LevelsMet, HealthList::Levels},
        {tr("Products with all levels met"), "tileProducts", HealthList::AllMet, HealthList::Products},
        {tr("Products breached"), "tileBreached", HealthList::Breached, HealthList::Products},
        {tr("Fresh inside objective"), "tileFresh", HealthList::Fresh, HealthList::Freshness},
        {tr("With an active owner"), "tileOwner", HealthList::Owned, HealthList::Products},
        {tr("Requests decided in 3 days"), "tileRequests", HealthList::InTime, HealthList::Decided},
    };
    for (const What &what : whats) {
        auto *tile = new Tile(what.title);
        tile->setObjectName(QLatin1String(what.name));
        connect(tile, &Tile::partOpened, this, [this, list = what.part] { showList(list); });
        connect(tile, &Tile::wholeOpened, this, [this, list = what.whole] { showList(list); });
        m_tiles << tile;
    }
    m_tiles[2]->setStatus(Status::Breached);
    return tiles;
}

QWidget *HealthPage::buildDomains()
{
    auto *card = new Card;
    QVBoxLayout *column = cardColumn(card);
    m_domainsHead = new SectionHead(tr("Levels by domain"));
    LinkLabel *link = tableLink(QStringLiteral("domainsAsTable"));
    m_domainsHead->addAction(link);
    column->addWidget(m_domainsHead);
    m_domainBars = new QWidget;
    m_domainBars->setObjectName(QStringLiteral("domainBars"));
    m_domainGrid = new QGridLayout(m_domainBars);
    m_domainGrid->setContentsMargins(0, 0, 0, 0);
    m_domainGrid->setHorizontalSpacing(px(10));
    m_domainGrid->setVerticalSpacing(px(8));
    m_domainGrid->setColumnStretch(1, 1);
    column->addWidget(m_domainBars);
    m_domainRows = new CellModel({{tr("Domain")},
                                  {tr("Met"), true},
                                  {tr("At risk"), true},
                                  {tr("Breached"), true},
                                  {tr("Unknown"), true},
                                  {tr("Share met"), true}},
                                 this);
    m_domainTable = new FitTable(m_domainRows);
    m_domainTable->setObjectName(QStringLiteral("domainTable"));
    setGround(m_domainTable, &Tokens::raised);
    m_domainTable->setSortable(true);
    m_domainTable->setStretched(0);
    m_domainTable->hide();
    connect(m_domainTable, &TableView::opened, this, &HealthPage::setDomain);
    column->addWidget(m_domainTable);
    column->addStretch(1);
    connect(link, &LinkLabel::opened, this, [this, link] { toggle(m_domainBars, m_domainTable, link); });
    return card;
}

QWidget *HealthPage::buildBudget()
{
    auto *card = new Card;
    QVBoxLayout *column = cardColumn(card);
    m_budgetHead = new SectionHead(tr("Error budget"), tr("least budget left of each domain"));
    LinkLabel *link = tableLink(QStringLiteral("budgetAsTable"));
    m_budgetHead->addAction(link);
    column->addWidget(m_budgetHead);
    m_budget = new BudgetChart;
    m_budget->setObjectName(QStringLiteral("budgetChart"));
    connect(m_budget, &BudgetChart::lineActivated, this,
            [this](const QString &address) { showList(HealthList::Levels, address); });
    column->addWidget(m_budget, 1);
    m_budgetRows = new CellModel({{tr("Domain")}, {tr("Day")}, {tr("Budget left"), true}}, this);
    m_budgetTable = new FitTable(m_budgetRows);
    m_budgetTable->setObjectName(QStringLiteral("budgetTable"));
    setGround(m_budgetTable, &Tokens::raised);
    m_budgetTable->setMaximumRows(9);
    m_budgetTable->setSortable(true);
    m_budgetTable->setStretched(0);
    m_budgetTable->hide();
    column->addWidget(m_budgetTable);
    connect(link, &LinkLabel::opened, this, [this, link] { toggle(m_budget, m_budgetTable, link); });
    return card;
}

QWidget *HealthPage::buildFreshness()
{
    auto *card = new Card;
    QVBoxLayout *column = cardColumn(card);
    m_freshHead = new SectionHead(tr("Freshness"));
    column->addWidget(m_freshHead);
    m_freshRows = new CellModel({{tr("Product")}, {QString()}, {QString(), true}}, this);
    m_freshTable = new FitTable(m_freshRows);
    m_freshTable->setObjectName(QStringLiteral("freshnessTable"));
    setGround(m_freshTable, &Tokens::raised);
    m_freshTable->setHeadShown(false);
    m_freshTable->setMaximumRows(8);
    m_freshTable->setStretched(0);
    connect(m_freshTable, &TableView::opened, this, &HealthPage::openTarget);
    connect(m_freshTable, &TableView::currentAddressChanged, this, [this](const QString &address) {
        if (m_freshTable->hasFocus() && !address.isEmpty())
            emit selected(address);
    });
    column->addWidget(m_freshTable);
    m_freshMore = new LinkLabel;
    setTextRole(m_freshMore, TextRole::Small);
    connect(m_freshMore, &LinkLabel::opened, this, [this] { showList(HealthList::Freshness); });
    column->addWidget(m_freshMore, 0, Qt::AlignLeft);
    column->addStretch(1);
    return card;
}

QWidget *HealthPage::buildTable()
{
    auto *card = new Card;
    QVBoxLayout *column = cardColumn(card);
    m_tableHead = new SectionHead(tr("Products that need attention"));
    m_back = new LinkLabel(tr("Show what needs attention"));
    m_back->setObjectName(QStringLiteral("backToAttention"));
    connect(m_back, &LinkLabel::opened, this, [this] { showList(HealthList::Attention); });
    m_ownButton = quietButton(tr("Own causes only"), QStringLiteral("filter"));
    m_ownButton->setObjectName(QStringLiteral("ownCausesOnly"));
    m_ownButton->setCheckable(true);
    m_ownButton->setToolTip(tr("Leaves out what only suffers from a product upstream"));
    connect(m_ownButton, &QPushButton::toggled, this, [this](bool on) {
        m_ownCauses = on;
        fillTable();
    });
    m_tableHead->addAction(m_back);
    m_tableHead->addAction(m_ownButton);
    column->addWidget(m_tableHead);
    m_rows = new CellModel({}, this);
    m_table = new FitTable(m_rows);
    m_table->setObjectName(QStringLiteral("healthTable"));
    setGround(m_table, &Tokens::raised);
    m_table->setMaximumRows(20);
    m_table->setSortable(true);
    connect(m_table, &TableView::opened, this, &HealthPage::openTarget);
    connect(m_table, &TableView::linkOpened, this, &HealthPage::openTarget);
    connect(m_table, &TableView::currentAddressChanged, this, [this](const QString &address) {
        if (!m_table->hasFocus() || address.isEmpty())
            return;
        emit selected(Location::parse(address).address);
    });
    m_tablePanel = new StatePanel(m_table);
    column->addWidget(m_tablePanel);
    return card;
}

void HealthPage::arrange()
{
    const int room = width() - px(32);
    const int across = room >= px(1150) ? 6 : room >= px(620) ? 3 : 2;
    for (int i = 0; i < m_tiles.size(); ++i)
        m_tileGrid->addWidget(m_tiles[i], i / across, i % across);
    for (int i = 0; i < 6; ++i)
        m_tileGrid->setColumnStretch(i, i < across ? 1 : 0);
    const bool isWide = room >= px(1120);
    const bool isMiddle = !isWide && room >= px(760);
    m_middle->addWidget(m_middleCards[0], 0, 0);
    m_middle->addWidget(m_middleCards[1], isWide || isMiddle ? 0 : 1, isWide || isMiddle ? 1 : 0);
    m_middle->addWidget(m_middleCards[2], isWide ? 0 : isMiddle ? 1 : 2, isWide ? 2 : 0, 1, isMiddle ? 2 : 1);
    m_middle->setColumnStretch(0, 6);
    m_middle->setColumnStretch(1, isWide || isMiddle ? 6 : 0);
    m_middle->setColumnStretch(2, isWide ? 4 : 0);
}

void HealthPage::hideWhatIsNarrow()
{
    // What the product's own page says too gives way to cause and owner.
    const bool isNarrow = width() < px(1400) && m_list == HealthList::Attention;
    for (int column = 0; column < m_rows->columnCount(); ++column)
        m_table->setColumnHidden(column, isNarrow && (column == 2 || column == 4));
    m_table->setStretched(m_tableStretch);
    // The card's width to come: what it has now is of before this resize.
    const int card = m_middle->columnStretch(2) == 0 ? width() : width() * m_middle->columnStretch(2) / 16;
    const bool isBarShown = card > px(400);
    if (m_freshTable->isColumnHidden(1) == isBarShown) {
        m_freshTable->setColumnHidden(1, !isBarShown);
        m_freshTable->setStretched(0);
    }
}

void HealthPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
    if (m_rows->columnCount() > 0)
        hideWhatIsNarrow();
}

} // namespace meshscope
