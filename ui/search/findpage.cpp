#include "ui/search/findpage.h"

#include "ui/search/browse.h"
#include "ui/search/facetlist.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace meshscope {

namespace {
constexpr qsizetype firstLimit = 200;
constexpr int mostDomains = 14;
} // namespace

FindPage::FindPage(QWidget *parent)
    : Page(parent)
    , m_limit(firstLimit)
    , m_field(new SearchField(tr("Find products, columns, terms, people …"), this))
    , m_facets(new FacetList(this))
    , m_table(new TableView)
    , m_panel(new StatePanel(m_table, this))
    , m_summary(makeElided({}, TextRole::Small, &Tokens::muted, this))
    , m_all(new LinkLabel(tr("Show all"), this))
{
    setObjectName(QStringLiteral("findPage"));
    setGround(this, &Tokens::surface);
    m_field->setObjectName(QStringLiteral("findField"));
    m_table->setObjectName(QStringLiteral("findResults"));
    m_facets->setObjectName(QStringLiteral("findFacets"));
    m_all->setObjectName(QStringLiteral("findAll"));
    setTextRole(m_all, TextRole::Small);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_facets->setFixedWidth(px(196));
    auto *side = new QVBoxLayout;
    side->setContentsMargins(px(8), px(8), px(8), px(8));
    side->addWidget(m_facets);
    outer->addLayout(side);
    outer->addWidget(makeLine(Qt::Vertical, this));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(px(16), px(12), px(16), px(8));
    column->setSpacing(px(8));
    outer->addLayout(column, 1);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(px(12));
    m_field->setMaximumWidth(px(520));
    bar->addWidget(m_field, 2);
    bar->addWidget(m_summary, 1);
    bar->addWidget(m_all);
    column->addLayout(bar);
    column->addWidget(m_panel, 1);
    m_table->setModel(&m_model);
    m_table->setLed(true);
    m_table->setSortingEnabled(false); // best first is the order
    m_table->setAccessibleName(tr("Results"));
    setInitialFocus(this, m_field);
    m_field->installEventFilter(this);

    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_limit = firstLimit;
        m_selected.clear();
        search();
    });
    connect(m_facets, &FacetList::toggled, this, [this](const QString &group, const QString &key, bool on) {
        QString &value = group == QStringLiteral("kind")     ? m_kind
                         : group == QStringLiteral("domain") ? m_domain
                         : group == QStringLiteral("status") ? m_status
                                                             : m_endpoint;
        value = on ? key : QString();
        m_limit = firstLimit;
        search();
    });
    connect(m_table, &TableView::opened, this, [this](const QString &address, bool newWindow) {
        emit openRequested({QString(), address, {}}, newWindow);
    });
    connect(m_table, &TableView::currentAddressChanged, this, [this](const QString &address) {
        m_selected = address;
        emit selected(address);
        if (!m_isSetting)
            emit locationChanged();
    });
    connect(m_all, &LinkLabel::opened, this, [this] {
        m_limit = m_model.answer().total;
        search();
    });
    connect(m_panel, &StatePanel::actionRequested, this, [this] {
        m_kind.clear();
        m_domain.clear();
        m_endpoint.clear();
        m_status.clear();
        search();
    });
}

QString FindPage::title() const
{
    const QString query = m_field->text().trimmed();
    return query.isEmpty() ? tr("Find") : tr("Find “%1”").arg(query);
}

Location FindPage::location() const
{
    Location location{QStringLiteral("find"), {}, {}};
    location.add("q", m_field->text());
    location.add("kind", m_kind);
    location.add("domain", m_domain);
    location.add("endpoint", m_endpoint);
    location.add("status", m_status);
    location.add("selected", m_selected);
    return location;
}

void FindPage::setLocation(const Location &location)
{
    m_isSetting = true;
    m_kind = location.option("kind");
    m_domain = location.option("domain");
    m_endpoint = location.option("endpoint");
    m_status = location.option("status");
    const QString chosen = location.option("selected");
    m_limit = firstLimit;
    {
        const QSignalBlocker blocker(m_field);
        m_field->setText(location.option("q"));
    }
    search();
    if (!chosen.isEmpty())
        m_table->selectAddress(chosen);
    m_selected = m_table->currentAddress();
    m_isSetting = false;
    emit selected(m_selected);
}

void FindPage::setSnapshot(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    const QString kept = m_selected;
    m_isSetting = true;
    search();
    if (!kept.isEmpty())
        m_table->selectAddress(kept);
    m_isSetting = false;
}

SearchIndex::Filter FindPage::filter() const
{
    SearchIndex::Filter filter;
    filter.kind = kindFromWord(m_kind);
    filter.endpoint = m_endpoint;
    if (const Result<Address> domain = Address::parse(m_domain); domain && !m_domain.isEmpty())
        filter.domain = m_snapshot.mesh->find(*domain);
    return filter;
}

SearchIndex::Answer FindPage::answerOf(const QString &query) const
{
    if (m_status.isEmpty())
        return query.isEmpty() ? browse(*m_snapshot.mesh, filter(), m_limit)
                               : m_snapshot.search->search(query, filter(), m_limit);
    // Status is of products: what is found is narrowed afterwards, and the counts are those of the rest.
    SearchIndex::Filter products = filter();
    products.kind = Kind::Product;
    const auto hasStatus = [this](NodeId node) {
        return m_snapshot.mesh->kind(node) == Kind::Product && m_snapshot.health &&
               statusWord(m_snapshot.health->status(node)) == m_status;
    };
    if (query.isEmpty())
        return browse(*m_snapshot.mesh, products, m_limit, hasStatus);
    SearchIndex::Answer answer =
        m_snapshot.search->search(query, products, qsizetype(m_snapshot.mesh->nodes(Kind::Product).size()));
    answer.hits.removeIf([&](const SearchIndex::Hit &hit) { return !hasStatus(hit.node); });
    answer.total = answer.hits.size();
    answer.kinds = {{kindWord(Kind::Product), int(answer.total)}};
    return answer;
}

void FindPage::search()
{
    if (!m_snapshot.mesh)
        return;
    const QString query = m_field->text().trimmed();
    if (!query.isEmpty() && !m_snapshot.search) {
        m_panel->showLoading(tr("Building the index of every name, description and column"));
        return;
    }
    // A keystroke costs a few milliseconds at 200,000 names: no waiting, no worker.
    const SearchIndex::Answer answer = answerOf(query);
    m_model.setAnswer(m_snapshot.mesh, m_snapshot.health, answer);
    if (!answer.hits.isEmpty() && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model.index(0, 0));
    m_table->setColumnHidden(SearchModel::WhyColumn, query.isEmpty());
    m_table->fitColumns(query.isEmpty() ? SearchModel::Name : SearchModel::WhyColumn);
    showState(answer);
    updateFacets(answer);
    if (!m_isSetting)
        emit locationChanged();
}

void FindPage::showState(const SearchIndex::Answer &answer)
{
    const QString query = m_field->text().trimmed();
    const bool isNarrowed = !m_kind.isEmpty() || !m_domain.isEmpty() || !m_endpoint.isEmpty() || !m_status.isEmpty();
    m_all->setVisible(answer.total > answer.hits.size());
    if (answer.total > answer.hits.size())
        m_summary->setText(tr("%1 of %2 shown").arg(numberText(answer.hits.size()), numberText(answer.total)));
    else
        m_summary->setText(tr("%Ln result(s)", nullptr, int(answer.total)));
    if (!answer.hits.isEmpty()) {
        m_panel->showContent();
    } else if (m_snapshot.mesh->nodeCount() == 0) {
        m_panel->showEmpty(tr("There is nothing to find yet"),
                           tr("Add an endpoint: everything it knows can then be found here."));
    } else if (isNarrowed) {
        m_panel->showEmpty(query.isEmpty() ? tr("Nothing of that kind here") : tr("“%1” is not found here").arg(query),
                           tr("The results are narrowed by what is chosen at the left."), tr("Look everywhere"));
    } else {
        m_panel->showEmpty(tr("Nothing is called “%1”").arg(query),
                           tr("All words must match, each as the beginning of a word in a name, description, column, term, "
                              "tag, owner or identifier. Try fewer words."));
    }
}

void FindPage::updateFacets(const SearchIndex::Answer &answer)
{
    QList<FacetList::Item> items;
    const auto head = [&](const QString &text) { items << FacetList::Item{{}, text, text, 0, {}, false, true}; };
    for (const Status status : {Status::Met, Status::AtRisk, Status::Breached, Status::Unknown, Status::NoPromise}) {
        if (!m_status.isEmpty() && statusWord(status) == m_status) {
            head(tr("Status"));
            items << FacetList::Item{QStringLiteral("status"), m_status, statusName(status), int(answer.total), {}, true};
        }
    }
    if (!answer.kinds.isEmpty()) {
        head(tr("Kind"));
        for (const SearchIndex::Facet &facet : answer.kinds) {
            const auto kind = kindFromWord(facet.key);
            items << FacetList::Item{
                QStringLiteral("kind"), facet.key, kind ? kindName(*kind, true) : facet.key, facet.count, {},
                facet.key == m_kind};
        }
    }
    const auto nameOf = [this](const QString &address) {
        const Result<Address> parsed = Address::parse(address);
        const NodeId node = parsed ? m_snapshot.mesh->find(*parsed) : NodeId();
        return node.isValid() ? m_snapshot.mesh->name(node) : address;
    };
    bool isDomainListed = m_domain.isEmpty();
    if (!answer.domains.isEmpty() || !isDomainListed)
        head(tr("Domain"));
    for (const SearchIndex::Facet &facet : answer.domains.mid(0, mostDomains)) {
        isDomainListed = isDomainListed || facet.key == m_domain;
        items << FacetList::Item{QStringLiteral("domain"), facet.key, nameOf(facet.key), facet.count, facet.key,
                                 facet.key == m_domain};
    }
    if (!isDomainListed) { // a sub-domain one came from: shown, so that it can be left
        items << FacetList::Item{QStringLiteral("domain"), m_domain, nameOf(m_domain), int(answer.total), {}, true};
    }
    if (answer.endpoints.size() > 1 || !m_endpoint.isEmpty()) {
        head(tr("Endpoint"));
        for (const SearchIndex::Facet &facet : answer.endpoints) {
            items << FacetList::Item{QStringLiteral("endpoint"), facet.key, facet.key, facet.count, {},
                                     facet.key == m_endpoint};
        }
    }
    m_facets->setItems(items);
}

void FindPage::openCurrent(bool newWindow)
{
    const QString address = m_table->currentAddress();
    if (!address.isEmpty())
        emit openRequested({QString(), address, {}}, newWindow);
}

void FindPage::moveBy(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
    const QModelIndex next = m_model.index(qBound(0, row + rows, count - 1), 0);
    m_table->setCurrentIndex(next);
    m_table->scrollTo(next);
}

bool FindPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const int page = qMax(1, m_table->viewport()->height() / qMax(1, m_table->rowHeight(0)) - 1);
        switch (press->key()) {
        case Qt::Key_Down: moveBy(1); return true;
        case Qt::Key_Up: moveBy(-1); return true;
        case Qt::Key_PageDown: moveBy(page); return true;
        case Qt::Key_PageUp: moveBy(-page); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: openCurrent(press->modifiers() & Qt::ControlModifier); return true;
        default: break;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace meshscope
