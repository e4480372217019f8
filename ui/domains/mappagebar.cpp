#include "ui/domains/mappage.h"

#include "models/graph/loosedatasets.h"
#include "ui/domains/flowlist.h"
#include "ui/graph/baroverflow.h"
#include "ui/graph/filterpanel.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphexporter.h"
#include "ui/graph/graphtree.h"
#include "ui/graph/graphview.h"
#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meshscope {

void MapPage::buildBar(QVBoxLayout *column)
{
    m_arrangement->setObjectName(QStringLiteral("as"));
    m_arrangement->addChoice(QStringLiteral("map"), tr("Map"));
    m_arrangement->addChoice(QStringLiteral("treemap"), tr("Treemap"));
    m_arrangement->addChoice(QStringLiteral("matrix"), tr("Matrix"));
    m_colour->addChoice(QStringLiteral("domain"), tr("Domain"));
    m_colour->addChoice(QStringLiteral("status"), tr("Status"));
    m_sign->addChoice(QStringLiteral("levels"), tr("Service levels"));
    m_sign->addChoice(QStringLiteral("nothing"), tr("Nothing"));
    m_size->addChoice(QStringLiteral("products"), tr("Products"));
    m_size->addChoice(QStringLiteral("consumers"), tr("Consumers"));
    m_size->addChoice(QStringLiteral("datasets"), tr("Datasets"));
    m_size->addChoice(QStringLiteral("columns"), tr("Columns"));
    m_size->addChoice(QStringLiteral("levels"), tr("Service levels"));
    m_size->addChoice(QStringLiteral("breached"), tr("Breached levels"));
    m_flows->addChoice(QStringLiteral("domains"), tr("Between domains"));
    m_flows->addChoice(QStringLiteral("subdomains"), tr("Between sub-domains"));
    m_flows->addChoice(QStringLiteral("nothing"), tr("None"));
    auto *bar = new PageBar;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(px(16), 0, px(12), 0);
    row->setSpacing(px(2));
    setTextRole(m_products, TextRole::Strong, 600);
    row->addWidget(m_products);
    m_datasets->setObjectName(QStringLiteral("datasets"));
    row->addSpacing(px(6));
    row->addWidget(m_datasets);
    row->addSpacing(px(4));
    row->addWidget(m_context, 1);
    row->addStretch(); // where there is no room for the words before it
    row->addSpacing(px(8));
    for (ChoiceButton *choice : {m_arrangement, m_colour, m_sign, m_size, m_flows}) {
        row->addWidget(choice);
        connect(choice, &ChoiceButton::chosen, this, [this] {
            rebuild();
            emit locationChanged();
        });
    }
    buildFilter();
    row->addWidget(m_filterButton);
    m_find->setKeyHint(QStringLiteral("/"));
    m_find->setFixedWidth(px(180));
    row->addSpacing(px(6));
    row->addWidget(m_find);
    row->addSpacing(px(6));
    row->addWidget(m_zoom);
    auto *tree = iconButton(QStringLiteral("sidebar"), tr("Show the graph as a tree (T)"), this);
    tree->setObjectName(QStringLiteral("tree"));
    connect(tree, &QToolButton::clicked, m_tree, &GraphTree::toggle);
    auto *full = iconButton(QStringLiteral("fullscreen"), tr("Full screen"), this);
    auto *save = iconButton(QStringLiteral("export"), tr("Export the map"), this);
    save->setObjectName(QStringLiteral("export"));
    connect(save, &QToolButton::clicked, this, [this, save] {
        m_exporter->menu()->popup(
            save->mapToGlobal(QPoint(save->width() - m_exporter->menu()->sizeHint().width(), save->height())));
    });
    row->addSpacing(px(4));
    row->addWidget(tree);
    row->addWidget(full);
    row->addWidget(save);
    auto *overflow = new BarOverflow(bar);
    row->addWidget(overflow);
    m_context->setMinimumWidth(px(110));
    for (QWidget *control : std::initializer_list<QWidget *>{m_find, m_context, m_datasets, full, m_flows, m_sign, m_size,
                                                             m_colour, m_filterButton, m_zoom, save, m_arrangement})
        overflow->add(control);
    connect(m_view, &GraphView::findRequested, overflow, [this, overflow] { overflow->popUp(m_find); });
    column->addWidget(bar);
    connect(full, &QToolButton::clicked, this,
            [this] { window()->setWindowState(window()->windowState() ^ Qt::WindowFullScreen); });
    connect(m_zoom, &ZoomBox::zoomBy, m_view, &GraphView::zoomBy);
    connect(m_zoom, &ZoomBox::resetRequested, m_view, [this] { m_view->setZoom(1); });
    connect(m_products, &LinkLabel::opened, this, [this](bool newWindow) {
        if (m_snapshot.mesh && m_snapshot.mesh->nodes(Kind::Product).empty() && !m_shown.loose.empty()) {
            openLoose(newWindow);
            return;
        }
        Location l{QStringLiteral("find"), {}, {}};
        l.add("kind", kindWord(Kind::Product));
        l.add("domain", m_root);
        emit openRequested(l, newWindow);
    });
    connect(m_datasets, &LinkLabel::opened, this, &MapPage::openLoose);
    connect(m_find, &QLineEdit::textEdited, this, [this](const QString &words) { std::ignore = findOnPage(words, false); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { std::ignore = findOnPage(m_find->text(), true); });
}

/// Of a mesh without products its datasets are counted.
void MapPage::nameMeasures()
{
    const bool hasProducts = !m_snapshot.mesh->nodes(Kind::Product).empty();
    m_size->nameChoice(QStringLiteral("products"), hasProducts ? tr("Products") : tr("Datasets"));
    m_size->offerChoice(QStringLiteral("datasets"), hasProducts);
}

/// Words give way in a narrow window; then controls go into the menu at the end.
void MapPage::fitBar()
{
    const bool labels = width() >= px(1240);
    for (ChoiceButton *choice : {m_arrangement, m_colour, m_sign, m_size, m_flows})
        choice->setLabelShown(labels);
    m_filterButton->setToolButtonStyle(labels ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

void MapPage::showContextMenu(const QString &id, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!id.isEmpty()) {
        const bool isHeap = isHeapId(id);
        const Result<Address> address = Address::parse(withoutHeap(id));
        const bool isDomain = address && address->kind == Kind::Domain;
        if (opensInPlace() && canOpen(id)) {
            const bool isOpen = isShownOpen(id);
            QAction *fold = menu->addAction(isOpen ? tr("&Close Here\tSpace") : tr("Show What Is &in It\tSpace"), this,
                                            [this, id] { toggle(id); });
            fold->setObjectName(QStringLiteral("fold"));
        }
        menu->addAction(isHeap     ? tr("&List Them")
                        : isDomain ? tr("Go &Into")
                                   : tr("&Open"),
                        this, [this, id] { openNode(id, false); });
        menu->addAction(tr("Open in New &Window"), this, [this, id] { openNode(id, true); });
        if (!isHeap)
            menu->addAction(tr("&Lineage"), this, [this, id] { emit openRequested({QStringLiteral("lineage"), id, {}}); });
        menu->addSeparator();
        menu->addAction(tr("&Copy Address"), this, [this, id] {
            QGuiApplication::clipboard()->setText(withoutHeap(id));
            emit said(tr("Address copied"));
        });
        menu->addSeparator();
    }
    if (!m_opening.isEmpty())
        menu->addAction(tr("Close &All That Is Open"), this, &MapPage::closeAll);
    menu->addAction(tr("&Fit\tF"), m_view, [this] { m_view->fit(); });
    if (!m_root.isEmpty())
        menu->addAction(tr("Whole &Map"), this, [this] { goTo({}); });
    menu->addMenu(m_exporter->menu())->setText(tr("&Export"));
    menu->popup(at);
}

void MapPage::goTo(const QString &address, bool newWindow)
{
    Location l = location();
    l.address = address;
    l.options.removeQueryItem(QStringLiteral("selected"));
    emit openRequested(l, newWindow);
}

void MapPage::openNode(const QString &id, bool newWindow)
{
    const Result<Address> address = Address::parse(withoutHeap(id));
    if (!address)
        return;
    if (isHeapId(id)) {
        openHeap(id, newWindow);
    } else if (address->kind == Kind::Domain) {
        if (id != m_root)
            goTo(id, newWindow);
    } else {
        const NodeId node = nodeOf(id);
        const bool isPort = address->kind == Kind::Port && node.isValid();
        const NodeId product = isPort ? m_snapshot.mesh->productOf(node) : NodeId();
        const QString page = product.isValid() ? m_snapshot.mesh->address(product).toString() : id;
        emit openRequested({QStringLiteral("product"), page, {}}, newWindow);
    }
}

/// What the number of datasets counts: where there are no products, all that are found; else the list of them.
void MapPage::openLoose(bool newWindow)
{
    if (!m_snapshot.mesh->nodes(Kind::Product).empty() || m_filter->filter().isActive() || !m_shown.missing.empty()) {
        showLoose(tr("%Ln datasets of no product", "", int(m_shown.loose.size())), m_shown.loose);
        return;
    }
    Location l{QStringLiteral("find"), {}, {}};
    l.add("kind", kindWord(Kind::Dataset));
    l.add("domain", m_root);
    emit openRequested(l, newWindow);
}

/// The datasets one card stands for: a domain's own, and where its sub-domains have no box of theirs, all below it.
void MapPage::openHeap(const QString &id, bool newWindow)
{
    const NodeId domain = nodeOf(withoutHeap(id));
    if (newWindow) {
        Location l{QStringLiteral("find"), {}, {}};
        l.add("kind", kindWord(Kind::Dataset));
        l.add("domain", withoutHeap(id));
        emit openRequested(l, newWindow);
        return;
    }
    const auto children = m_snapshot.mesh->childDomains(domain);
    const bool hasBoxes = std::any_of(children.begin(), children.end(), [this](NodeId child) {
        return m_shown.scene->groupOf(m_snapshot.mesh->address(child).toString()) >= 0;
    });
    std::vector<NodeId> datasets;
    const std::set<NodeId> shown(m_shown.loose.begin(), m_shown.loose.end());
    const std::span<const NodeId> own = m_loose->of(domain);
    for (const NodeId d : hasBoxes ? std::vector<NodeId>(own.begin(), own.end()) : m_loose->allBelow(domain)) {
        if (shown.contains(d))
            datasets.push_back(d);
    }
    showLoose(tr("%Ln datasets of no product", "", int(datasets.size())), datasets);
}

} // namespace meshscope
