#include "ui/domains/mappage.h"

#include "models/graph/loosedatasets.h"
#include "ui/domains/flowlist.h"
#include "ui/domains/flowmatrix.h"
#include "ui/domains/maplegend.h"
#include "ui/graph/filterbar.h"
#include "ui/graph/filterpanel.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphexporter.h"
#include "ui/graph/graphpageparts.h"
#include "ui/graph/graphprogress.h"
#include "ui/graph/graphtree.h"
#include "ui/graph/graphview.h"
#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/hues.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/taborder.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <cmath>
#include <set>

namespace meshscope {

namespace {

constexpr double aspectTolerance = 0.35; ///< a resize by less keeps the layout

template<class Enum>
Enum chosenAs(const ChoiceButton *button, std::initializer_list<std::pair<const char *, Enum>> table)
{
    for (const auto &[key, value] : table) {
        if (button->current() == QLatin1StringView(key))
            return value;
    }
    return table.begin()->second;
}

} // namespace

MapPage::MapPage(QWidget *parent)
    : Page(parent)
    , m_products(new CountLink)
    , m_datasets(new CountLink)
    , m_context(makeElided({}, TextRole::Base, &Tokens::muted))
    , m_arrangement(new ChoiceButton(tr("As")))
    , m_colour(new ChoiceButton(tr("Colour")))
    , m_sign(new ChoiceButton(tr("Sign")))
    , m_size(new ChoiceButton(tr("Size")))
    , m_flows(new ChoiceButton(tr("Flows")))
    , m_zoom(new ZoomBox)
    , m_find(new SearchField(tr("Find on the map")))
    , m_view(new GraphView)
    , m_tree(new GraphTree(m_view))
    , m_matrix(new FlowMatrix)
    , m_legend(new MapLegend)
    , m_flowList(new FlowList)
    , m_filterButton(new QToolButton)
    , m_filter(new FilterPanel(this))
    , m_filterBar(new FilterBar)
    , m_exporter(new GraphExporter(this))
{
    setObjectName(QStringLiteral("mapPage"));
    m_view->setObjectName(QStringLiteral("map"));
    m_view->setFadesRest(false);
    m_view->setOpensInPlace(true);
    m_view->setAccessibleName(tr("Domain map"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildBar(column);
    auto *canvas = new QWidget; // its focus is that of what is shown in it
    canvas->setFocusProxy(m_view);
    setInitialFocus(this, canvas);
    auto *inner = new QVBoxLayout(canvas);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_filterBar);
    inner->addWidget(m_tree->besideView(), 1);
    inner->addWidget(m_matrix, 1);
    m_matrix->hide();
    inner->addWidget(m_legend);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setHandleWidth(1);
    splitter->addWidget(canvas);
    splitter->addWidget(m_flowList);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    m_flowList->hide();
    m_panel = new StatePanel(splitter);
    column->addWidget(m_panel, 1);

    connectMatrix();
    connect(m_view, &GraphView::nodeSelected, this, [this](const QString &id) {
        m_selected = id;
        accentFlows();
        emit selected(withoutHeap(id)); // what is known of the datasets of a domain is known of the domain
        emit locationChanged();
    });
    connect(m_view, &GraphView::nodeActivated, this, &MapPage::openNode);
    connect(m_view, &GraphView::openToggled, this, &MapPage::toggle);
    connect(m_view, &GraphView::zoomChanged, this, &MapPage::zoomLater);
    connect(m_view, &GraphView::edgeActivated, this, &MapPage::showFlows);
    connect(m_view, &GraphView::columnActivated, this, [this](const QString &id, const QString &clicked) {
        Location l{QStringLiteral("lineage"), id, {}};
        l.add("columns", QStringLiteral("1"));
        l.add("traced", id);
        l.add("column", clicked);
        emit openRequested(l);
    });
    connect(m_view, &GraphView::zoomChanged, m_zoom, &ZoomBox::setZoom);
    connect(m_view, &GraphView::contextRequested, this, &MapPage::showContextMenu);
    connect(m_view, &GraphView::findRequested, m_find, [this] { m_find->setFocus(Qt::ShortcutFocusReason); });
    connect(m_legend, &MapLegend::statusOpened, this, [this](Status status, bool newWindow) {
        Location l{QStringLiteral("health"), {}, {}};
        l.add("status", statusWord(status));
        l.add("domain", m_root);
        emit openRequested(l, newWindow);
    });
    connect(m_flowList, &FlowList::closed, m_flowList, &QWidget::hide);
    connect(m_flowList, &FlowList::opened, this, [this](const QString &address, bool newWindow) {
        emit openRequested({QStringLiteral("product"), address, {}}, newWindow);
    });
    connect(m_flowList, &FlowList::selected, this, [this](const QString &address) {
        m_view->select(address, true);
        m_selected = address;
        accentFlows();
        emit selected(address);
    });
    connect(m_panel, &StatePanel::actionRequested, this, [this] {
        emit openRequested({QStringLiteral("endpoints"), {}, {}});
    });
    connect(m_exporter, &GraphExporter::said, this, &Page::said);
    connect(&m_watcher, &QFutureWatcher<MapScene>::finished, this, &MapPage::take);
    m_progress = addGraphParts(this, m_view, m_panel, [this] { return m_shown.scene != nullptr; });
    connect(m_panel, &StatePanel::retryRequested, this, [this] { rebuild(); });
    connectExports();
}

MapPage::~MapPage()
{
    if (m_cancel)
        m_cancel->store(true);
    m_watcher.waitForFinished();
}

/// As the mesh says it: links may have been decoded on their way, aliases may be used.
QString MapPage::canonical(const QString &address) const
{
    if (isHeapId(address))
        return heapId(canonical(withoutHeap(address)));
    const Result<Address> parsed = Address::parse(address);
    const NodeId n = m_snapshot.mesh && parsed ? m_snapshot.mesh->find(*parsed) : NodeId();
    return n.isValid() ? m_snapshot.mesh->address(n).toString() : address;
}

QString MapPage::nameOf(const QString &address) const
{
    const NodeId n = nodeOf(withoutHeap(address));
    const Result<Address> parsed = Address::parse(withoutHeap(address));
    return n.isValid() ? m_snapshot.mesh->name(n) : parsed ? parsed->id : QString();
}

NodeId MapPage::rootNode() const
{
    return nodeOf(m_root);
}

QString MapPage::title() const
{
    return m_root.isEmpty() ? tr("Domain map") : nameOf(m_root);
}

QList<Page::Crumb> MapPage::crumbs() const
{
    QList<Crumb> crumbs;
    if (m_root.isEmpty())
        return crumbs;
    crumbs.append({tr("Domain map"), {QStringLiteral("map"), {}, {}}});
    const NodeId root = rootNode();
    qsizetype at = crumbs.size();
    for (NodeId d = root.isValid() ? m_snapshot.mesh->domainOf(root) : root; d.isValid(); d = m_snapshot.mesh->domainOf(d))
        crumbs.insert(at, {m_snapshot.mesh->name(d), {QStringLiteral("map"), m_snapshot.mesh->address(d).toString(), {}}});
    return crumbs;
}

void MapPage::setSnapshot(const Snapshot &snapshot)
{
    const bool isDrawn = m_snapshot.mesh && m_snapshot.mesh == snapshot.mesh && m_snapshot.health == snapshot.health;
    const Location held = m_snapshot.mesh ? location() : m_linked;
    m_snapshot = snapshot;
    if (isDrawn)
        return; // only its search index has come
    m_loose = m_snapshot.mesh ? std::make_shared<const LooseDatasets>(*m_snapshot.mesh) : nullptr;
    m_root = canonical(m_root);
    m_selected = canonical(m_selected);
    if (m_snapshot.mesh) {
        readOpening(held);
        m_filter->setMesh(*m_snapshot.mesh);
        m_tree->setMesh(m_snapshot.mesh);
        nameMeasures();
    }
    rebuild();
}

void MapPage::rebuild()
{
    if (!m_snapshot.mesh)
        return;
    if (m_cancel)
        m_cancel->store(true);
    m_progress->end();
    const bool hasLoose = m_loose->count() > m_loose->of({}).size(); // in some domain
    if (m_snapshot.mesh->nodes(Kind::Product).empty() && m_snapshot.mesh->nodes(Kind::Domain).size() <= 1 && !hasLoose) {
        m_panel->showEmpty(tr("No products yet"), tr("No endpoint has named a domain or a data product."),
                           tr("Add an endpoint"));
        return;
    }
    MapRequest request;
    request.snapshot = m_snapshot;
    request.root = rootNode();
    if (!m_root.isEmpty() && !request.root.isValid()) {
        m_panel->showEmpty(tr("This domain is no longer there"), tr("%1 was not in the last read.").arg(m_root));
        return;
    }
    request.arrangement = chosenAs<MapRequest::Arrangement>(m_arrangement, {{"map", MapRequest::Arrangement::Map},
                                                                            {"treemap", MapRequest::Arrangement::Treemap},
                                                                            {"matrix", MapRequest::Arrangement::Matrix}});
    request.filter = m_filter->filter();
    if (request.arrangement == m_shown.arrangement)
        request.previous = m_shown.places;
    request.colour = chosenAs<MapRequest::Colour>(
        m_colour, {{"domain", MapRequest::Colour::Domain}, {"status", MapRequest::Colour::Status}});
    request.sign =
        chosenAs<MapRequest::Sign>(m_sign, {{"levels", MapRequest::Sign::Levels}, {"nothing", MapRequest::Sign::Nothing}});
    request.size = chosenAs<MapRequest::Size>(m_size, {{"products", MapRequest::Size::Products},
                                                       {"consumers", MapRequest::Size::Consumers},
                                                       {"datasets", MapRequest::Size::Datasets},
                                                       {"columns", MapRequest::Size::Columns},
                                                       {"levels", MapRequest::Size::Levels},
                                                       {"breached", MapRequest::Size::Breached}});
    request.flows = chosenAs<MapRequest::Flows>(m_flows, {{"domains", MapRequest::Flows::Domains},
                                                          {"subdomains", MapRequest::Flows::SubDomains},
                                                          {"nothing", MapRequest::Flows::Nothing}});
    for (const QString &id : m_opening.open()) {
        if (const NodeId n = nodeOf(withoutHeap(id)); n.isValid())
            (isHeapId(id) ? request.unfolded : request.open).insert(n);
    }
    if (m_keepsPlan || !request.open.empty())
        request.plan = m_shown.plan;
    request.aspect = m_view->height() > 50 ? double(m_view->width()) / m_view->height() : 1.4;
    m_aspect = request.aspect;
    request.unit = px(1000) / 1000.0;
    request.rightToLeft = layoutDirection() == Qt::RightToLeft;
    request.hues = huesOf(*m_snapshot.mesh);
    const auto state = std::make_shared<WorkState>();
    m_cancel = std::shared_ptr<std::atomic_bool>(state, &state->isCancelled);
    request.cancelled = [cancel = m_cancel] { return cancel->load(); };
    request.progress = [state](double share) { state->share.store(share); };
    m_progress->begin(tr("Laying out the domain map"), state);
    if (!m_shown.scene)
        m_panel->showLoading(tr("Laying out the domain map"));
    m_watcher.setFuture(QtConcurrent::run(buildMap, request));
}

void MapPage::take()
{
    // Cancelled after it was done: something else is shown by now.
    if (m_watcher.future().resultCount() == 0 || !m_cancel || m_cancel->load())
        return;
    m_progress->end();
    MapScene made = m_watcher.result();
    if (made.cancelled || !made.scene)
        return;
    if (made.arrangement != m_shown.arrangement)
        m_view->startAt({});
    m_shown = std::move(made);
    if (!m_keepsPlan)
        m_flowList->hide(); // its edge is another one now
    showArrangement();
    if (!m_selected.isEmpty())
        m_view->select(m_selected);
    m_legend->setCounts(m_shown);
    m_exporter->setName(title());
    showCounts();
    accentFlows();
    emit locationChanged();
    zoomLater(); // what has opened may hold what is near enough as well
    emit drawn();
}

void MapPage::showCounts()
{
    // Products first; of a mesh without any its datasets.
    const auto loose = int(m_shown.loose.size());
    const bool hasProducts = !m_snapshot.mesh->nodes(Kind::Product).empty();
    if (hasProducts || loose == 0)
        m_products->setCount(m_shown.products, tr("%Ln products", "", m_shown.products));
    else
        m_products->setCount(loose, tr("%Ln datasets", "", loose));
    m_datasets->setCount(loose, tr("%Ln datasets of no product", "", loose));
    m_datasets->setVisible(hasProducts && loose > 0);
    for (CountLink *link : {m_products, m_datasets})
        link->setMinimumWidth(link->sizeHint().width());
    QString context = m_root.isEmpty() ? tr("in %Ln domains", "", m_shown.domains) : tr("in %1").arg(title());
    if (m_shown.subDomains > 0)
        context = tr("%1, %2").arg(context, tr("%Ln sub-domains", "", m_shown.subDomains));
    m_context->setText(context);
    fitBar();
}

void MapPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitBar();
    const double aspect = m_view->height() > 50 ? double(m_view->width()) / m_view->height() : m_aspect;
    if (m_shown.scene && std::abs(std::log(aspect / m_aspect)) > aspectTolerance)
        rebuild();
}

void MapPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        rebuild();
}

void MapPage::accentFlows()
{
    std::vector<int> edges;
    const bool isDrawn =
        m_shown.scene && (m_shown.scene->cardOf(m_selected) >= 0 || m_shown.scene->groupOf(m_selected) >= 0);
    if (!m_selected.isEmpty() && isDrawn) { // of a domain's box no flow is held
        for (size_t e = 0; e < m_shown.scene->edges().size(); ++e) {
            if (m_shown.scene->edges()[e].members.contains(m_selected))
                edges.push_back(int(e));
        }
    }
    m_view->setAccented(edges);
    m_legend->setSelected(edges.empty() ? QString() : nameOf(m_selected));
}

void MapPage::showFlows(int edge)
{
    if (edge < 0 || edge >= int(m_shown.flows.size()))
        return;
    const SceneEdge &e = m_shown.scene->edges()[size_t(edge)];
    const auto name = [&](int end) {
        return end >= 0 ? m_shown.scene->cards()[size_t(end)].name : m_shown.scene->groups()[size_t(~end)].name;
    };
    m_flowList->setFlows(*m_snapshot.mesh, m_snapshot.health.get(), name(e.from), name(e.to), m_shown.flows[size_t(edge)]);
    m_flowList->show();
}

} // namespace meshscope
