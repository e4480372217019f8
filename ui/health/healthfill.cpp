#include "models/items/leveltext.h"
#include "models/items/searchmodel.h"
#include "ui/health/budgetchart.h"
#include "ui/health/healthpage.h"
#include "ui/theme/style.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"
#include "ui/widgets/statepanel.h"

#include <QGridLayout>
#include <QMenu>

namespace meshscope {

namespace {

LevelCounts rowCounts(const HealthScope &scope, NodeId domain)
{
    LevelCounts counts;
    if (const DomainHealth *health = scope.health->domain(domain)) {
        counts.add(health->own);
        if (domain != scope.domain)
            counts.add(health->below);
    }
    return counts;
}

} // namespace

void HealthPage::fillHead()
{
    const HealthScope shown = scope();
    const Mesh &mesh = *m_snapshot.mesh;
    LevelCounts counts;
    const QList<const ProductHealth *> products = shown.products();
    for (const ProductHealth *product : products)
        counts.add(product->levels);
    m_head->setTitle(shown.domain.isValid() ? tr("Health of %1").arg(mesh.name(shown.domain)) : tr("Health of the mesh"));
    m_head->setContext(tr("%1, %2, measured up to %3")
                           .arg(tr("%Ln product(s)", nullptr, int(products.size())),
                                tr("%Ln service level(s)", nullptr, counts.total()), asOfText(m_snapshot.health->asOf)));
    m_domainButton->setText(shown.domain.isValid() ? tr("Domain: %1").arg(mesh.name(shown.domain).left(40))
                                                   : tr("Domain: all"));
    m_periodButton->setText(tr("Period: %Ln day(s)", nullptr, m_days));
}

void HealthPage::fillDomainMenu()
{
    m_domainMenu->clear();
    m_domainMenu->addAction(tr("All domains"), this, [this] { setDomain({}); });
    m_domainMenu->addSeparator();
    if (!isReady())
        return;
    const Mesh &mesh = *m_snapshot.mesh;
    QList<std::pair<NodeId, int>> stack;
    const auto top = mesh.topDomains();
    for (auto it = top.rbegin(); it != top.rend(); ++it)
        stack << std::pair(*it, 0);
    int shown = 0;
    while (!stack.isEmpty() && shown < 200) {
        const auto [domain, depth] = stack.takeLast();
        ++shown;
        QString name = mesh.name(domain).simplified().left(80);
        name.replace(u'&', QStringLiteral("&&"));
        m_domainMenu->addAction(QString(3 * depth, u' ') + name, this,
                                [this, address = mesh.address(domain).toString()] { setDomain(address); });
        const auto children = mesh.childDomains(domain);
        for (auto it = children.rbegin(); depth < 8 && it != children.rend(); ++it)
            stack << std::pair(*it, depth + 1);
    }
}

void HealthPage::addDomainRow(int row, NodeId domain, const LevelCounts &counts, int whole)
{
    const Mesh &mesh = *m_snapshot.mesh;
    const QString address = mesh.address(domain).toString();
    auto *name = new DomainLabel;
    name->setPath({{mesh.name(domain).simplified(), address}});
    connect(name, &DomainLabel::domainOpened, this, [this](const QString &opened) { setDomain(opened); });
    m_domainGrid->addWidget(name, row, 0);
    auto *bar = new StackedBar;
    bar->setObjectName(QStringLiteral("bar-") + address);
    bar->setCounts(counts.met, counts.atRisk, counts.breached, counts.unknown);
    bar->setScale(whole);
    connect(bar, &StackedBar::clicked, this, [this, address](Status status) {
        showList(status == Status::Met        ? HealthList::LevelsMet
                 : status == Status::AtRisk   ? HealthList::LevelsAtRisk
                 : status == Status::Breached ? HealthList::LevelsBreached
                                              : HealthList::LevelsUnknown,
                 address);
    });
    m_domainGrid->addWidget(bar, row, 1);
    auto *count = new CountLink;
    count->setCount(counts.total(), tr("%1 of %2").arg(numberText(counts.met), numberText(counts.total())));
    connect(count, &LinkLabel::opened, this, [this, address] { showList(HealthList::Levels, address); });
    m_domainGrid->addWidget(count, row, 2, Qt::AlignRight);
    const std::optional<double> share = score(counts);
    m_domainGrid->addWidget(makeLabel(share ? shareText(*share, 1) : QStringLiteral("–"), TextRole::Base, &Tokens::text),
                            row, 3, Qt::AlignRight);
}

void HealthPage::fillDomains()
{
    while (QLayoutItem *item = m_domainGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const HealthScope shown = scope();
    const Mesh &mesh = *m_snapshot.mesh;
    struct Row {
        NodeId domain;
        LevelCounts counts;
    };
    QList<Row> list;
    LevelCounts all;
    int whole = 1;
    for (const NodeId domain : shown.rowDomains()) {
        const Row row{domain, rowCounts(shown, domain)};
        if (row.counts.total() == 0)
            continue;
        all.add(row.counts);
        whole = qMax(whole, row.counts.total());
        list << row;
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Row &a, const Row &b) { return a.counts.total() > b.counts.total(); });
    m_domainsHead->setContext(tr("%Ln level(s), each counted once", nullptr, all.total()));
    constexpr int most = 10;
    int at = 0;
    for (const Row &row : list) {
        if (at < most)
            addDomainRow(at++, row.domain, row.counts, whole);
    }
    if (list.size() > most) {
        auto *more = new LinkLabel(tr("%Ln more domain(s) in the table", nullptr, int(list.size()) - most));
        setTextRole(more, TextRole::Small);
        connect(more, &LinkLabel::opened, this, [this] {
            if (auto *link = findChild<LinkLabel *>(QStringLiteral("domainsAsTable")))
                emit link->opened(false);
        });
        m_domainGrid->addWidget(more, at++, 0, 1, 4);
    }
    auto *legend = new QWidget;
    auto *row = new QHBoxLayout(legend);
    row->setContentsMargins(0, px(6), 0, 0);
    row->setSpacing(px(6));
    const auto entry = [&](Status status, int n, HealthList list_) {
        row->addWidget(new StatusSign(status, 12));
        auto *count = new CountLink;
        setTextRole(count, TextRole::Small);
        count->setCount(n, tr("%1 %2").arg(numberText(n), statusName(status).toLower()));
        connect(count, &LinkLabel::opened, this, [this, list_] { showList(list_); });
        row->addWidget(count);
        row->addSpacing(px(8));
    };
    entry(Status::Met, all.met, HealthList::LevelsMet);
    entry(Status::AtRisk, all.atRisk, HealthList::LevelsAtRisk);
    entry(Status::Breached, all.breached, HealthList::LevelsBreached);
    entry(Status::Unknown, all.unknown, HealthList::LevelsUnknown);
    row->addStretch(1);
    m_domainGrid->addWidget(legend, at, 0, 1, 4);

    QList<CellModel::Row> rows;
    for (const Row &r : list) {
        const QString address = mesh.address(r.domain).toString();
        const auto figure = [](int n) {
            Cell cell{.text = numberText(n), .muted = n == 0};
            cell.sort = n;
            return cell;
        };
        const std::optional<double> share = score(r.counts);
        Cell met{.text = share ? shareText(*share, 1) : QString()};
        met.sort = share.value_or(-1);
        rows << CellModel::Row{address,
                               {Cell{.text = mesh.name(r.domain), .hue = topDomainAddress(mesh, r.domain), .strong = true},
                                figure(r.counts.met), figure(r.counts.atRisk), figure(r.counts.breached),
                                figure(r.counts.unknown), met}};
    }
    m_domainRows->setRows(std::move(rows));
}

void HealthPage::fillBudget()
{
    const HealthScope shown = scope();
    const Mesh &mesh = *m_snapshot.mesh;
    QList<QDateTime> days;
    QList<BudgetChart::Line> lines;
    if (!m_history || m_history->mesh != m_snapshot.mesh || m_historyDays != m_days) {
        m_budgetHead->setContext(tr("least budget left of each domain"));
        m_budget->setEmptyText(tr("Judging every day of the period…"));
        m_budget->setLines(days, lines);
        m_budgetRows->setRows({});
        return;
    }
    days = m_history->days;
    QHash<NodeId, int> lineOf;
    const QList<NodeId> domains = shown.rowDomains();
    for (const NodeId domain : domains) {
        lineOf.insert(domain, int(lines.size()));
        const QString top = topDomainAddress(mesh, domain);
        // Below one domain all share a hue: neighbours are told apart by the next ones.
        const int hue = shown.domain.isValid() ? int(lines.size() * 5 % 12) : hueOf(top);
        lines << BudgetChart::Line{mesh.name(domain), mesh.address(domain).toString(), hue,
                                   QList<std::optional<double>>(days.size())};
    }
    const QList<ProductHealth> &products = shown.health->products;
    for (qsizetype p = 0; p < products.size(); ++p) {
        if (!shown.contains(products[p].product))
            continue;
        const int n = lineOf.value(shown.rowDomainOf(products[p].product), -1);
        if (n < 0)
            continue;
        for (qsizetype d = 0; d < days.size(); ++d) {
            const std::vector<DayOfProduct> &day = m_history->products[size_t(d)];
            if (size_t(p) >= day.size() || day[size_t(p)].budget >= 2)
                continue;
            std::optional<double> &left = lines[n].left[d];
            left = qMin(left.value_or(2), double(day[size_t(p)].budget));
        }
    }
    lines.erase(std::remove_if(lines.begin(), lines.end(),
                               [](const BudgetChart::Line &line) {
                                   return std::none_of(line.left.cbegin(), line.left.cend(),
                                                       [](const auto &v) { return v.has_value(); });
                               }),
                lines.end());
    std::stable_sort(lines.begin(), lines.end(), [](const BudgetChart::Line &a, const BudgetChart::Line &b) {
        return a.left.last().value_or(2) < b.left.last().value_or(2);
    });
    QList<CellModel::Row> rows;
    for (const BudgetChart::Line &line : std::as_const(lines)) {
        for (qsizetype d = days.size(); d-- > 0;) {
            Cell left{.text = line.left[d] ? shareText(*line.left[d], 1) : tr("no data"), .muted = !line.left[d]};
            left.sort = line.left[d].value_or(2);
            Cell day{.text = QLocale().toString(days[d].toLocalTime().date(), QLocale::ShortFormat)};
            day.sort = days[d].toSecsSinceEpoch();
            rows << CellModel::Row{line.address, {Cell{.text = line.name, .strong = true}, day, left}};
        }
    }
    m_budgetRows->setRows(std::move(rows));
    constexpr int most = 8;
    const qsizetype rest = qMax<qsizetype>(0, lines.size() - most);
    m_budget->setLines(days, lines.first(lines.size() - rest));
    m_budget->setEmptyText(tr("No level here has an error budget."));
    m_budgetHead->setContext(
        rest > 0 ? tr("least left of each domain, %Ln in the table only", nullptr, int(rest))
                 : tr("least left of each domain, window of %Ln day(s)", nullptr, shown.health->policy.windowDays));
}

void HealthPage::fillFreshness()
{
    const HealthScope shown = scope();
    int fresh = 0;
    int late = 0;
    int unknown = 0;
    int all = 0;
    for (const ProductHealth *product : shown.products()) {
        const Status status = freshnessOf(*product).status;
        if (status == Status::NoPromise)
            continue;
        ++all;
        fresh += status == Status::Met || status == Status::AtRisk ? 1 : 0;
        late += status == Status::Breached ? 1 : 0;
        unknown += status == Status::Unknown ? 1 : 0;
    }
    m_freshHead->setContext(tr("%1 fresh, %2 late, %3 unknown of %4").arg(fresh).arg(late).arg(unknown).arg(all));
    m_freshRows->setRows(freshnessRows(shown, 8));
    m_freshTable->setVisible(m_freshRows->rowCount() > 0);
    const int more = all - m_freshRows->rowCount();
    m_freshMore->setVisible(more > 0);
    m_freshMore->setText(tr("%Ln more product(s)", nullptr, more));
    m_freshMore->updateGeometry();
}

void HealthPage::fillTable()
{
    if (!isReady())
        return;
    const HealthScope shown = scope();
    NodeId rowDomain;
    if (const Result<Address> address = Address::parse(m_rowDomain))
        rowDomain = m_snapshot.mesh->find(*address);
    HealthTable table = healthTable(shown, m_list, rowDomain);
    m_tableHead->setTitle(table.title);
    m_tableHead->setContext(table.context);
    const bool isAttention = m_list == HealthList::Attention;
    m_back->setVisible(!isAttention);
    m_ownButton->setVisible(isAttention);
    if (table.rows.isEmpty()) {
        m_tablePanel->setMinimumHeight(px(140));
        m_tablePanel->showEmpty(isAttention ? tr("Nothing needs attention") : tr("Nothing in this list"),
                                isAttention ? tr("No product is breached or at risk.") : QString());
        return;
    }
    m_tablePanel->setMinimumHeight(0);
    m_tablePanel->showContent();
    m_rows->setTable(std::move(table.heads), std::move(table.rows));
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_tableStretch = table.stretched;
    hideWhatIsNarrow();
}

} // namespace meshscope
