#include "ui/lineage/lineagepage.h"

#include "ui/graph/exportpicture.h"
#include "ui/graph/filterbar.h"
#include "ui/graph/filterpanel.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphexporter.h"
#include "ui/graph/graphpageparts.h"
#include "ui/graph/graphprogress.h"
#include "ui/graph/graphtree.h"
#include "ui/graph/graphview.h"
#include "ui/lineage/heldlist.h"
#include "ui/lineage/impactlist.h"
#include "ui/lineage/pathspanel.h"
#include "ui/lineage/tracebar.h"
#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/hues.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/taborder.h"

#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace meshscope {

namespace {

constexpr int columnsShown = 7;
constexpr int columnsMore = 25;

} // namespace

LineagePage::LineagePage(QWidget *parent)
    : Page(parent)
    , m_up(new QSpinBox)
    , m_down(new QSpinBox)
    , m_group(new ChoiceButton(tr("Group")))
    , m_arrangement(new ChoiceButton(tr("As")))
    , m_columns(new QToolButton)
    , m_jobs(new QToolButton)
    , m_filterButton(new QToolButton)
    , m_filter(new FilterPanel(this))
    , m_filterBar(new FilterBar)
    , m_find(new SearchField(tr("Find in this graph")))
    , m_zoom(new ZoomBox)
    , m_view(new GraphView)
    , m_tree(new GraphTree(m_view))
    , m_traceBar(new TraceBar)
    , m_impact(new ImpactList)
    , m_paths(new PathsPanel)
    , m_held(new HeldList)
    , m_exporter(new GraphExporter(this))
{
    setObjectName(QStringLiteral("lineagePage"));
    setInitialFocus(this, m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildBar(column);
    buildBody(column);
    connectView();
    connectPaths();
    connectFolds();
    m_progress = addGraphParts(this, m_view, m_panel, [this] { return m_shown.scene != nullptr; });
    connect(m_panel, &StatePanel::retryRequested, this, [this] { rebuild(); });
    m_exporter->setSource([this]() -> GraphExporter::Make {
        return [scene = m_shown.scene, drawn = m_shown.drawn, mesh = m_snapshot.mesh, t = tokens(this),
                name = title()](const ExportOrder &order) -> Result<QByteArray> {
            if (!scene || !mesh)
                return fail(Error::Code::NotFound, tr("There is nothing to draw"));
            return graph::isPicture(order.format) ? pictureOf(*scene, t, name, order)
                                                  : Result<QByteArray>(graph::writeGraph(*mesh, drawn, order.format));
        };
    });
    connect(m_exporter, &GraphExporter::said, this, &Page::said);
    connect(&m_watcher, &QFutureWatcher<LineageScene>::finished, this, &LineagePage::take);
}

LineagePage::~LineagePage()
{
    if (m_cancel)
        m_cancel->store(true);
    if (m_pathsCancel)
        m_pathsCancel->store(true);
    m_watcher.waitForFinished();
    m_pathsWatcher.waitForFinished();
}

// -- place

NodeId LineagePage::find(const QString &address) const
{
    const Result<Address> parsed = Address::parse(address);
    return m_snapshot.mesh && parsed ? m_snapshot.mesh->find(*parsed) : NodeId();
}

/// As the mesh says it: links may have been decoded on their way, aliases may be used.
QString LineagePage::canonical(const QString &address) const
{
    const NodeId n = find(address);
    return n.isValid() ? m_snapshot.mesh->address(n).toString() : address;
}

QString LineagePage::nameOf(const QString &address) const
{
    const NodeId n = find(address);
    return n.isValid() ? m_snapshot.mesh->name(n) : address;
}

QString LineagePage::plainId(const QString &cardId) const
{
    return graph::Folding::isSchemaId(cardId) ? cardId : cardId.section(u'#', 0, 0);
}

void LineagePage::resetView()
{
    m_places.clear();
    m_shown = {};
    m_view->startAt(m_root);
}

void LineagePage::setSnapshot(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    if (!snapshot.mesh)
        return;
    m_filter->setMesh(*snapshot.mesh);
    m_tree->setMesh(snapshot.mesh);
    // What the location said could not be read before there was a mesh.
    if (canonical(m_root) != m_root || m_root.contains(QStringLiteral("/column/")))
        setLocation(location());
    else
        rebuild(m_root);
    refreshPaths();
}

// -- layout

void LineagePage::rebuild(const QString &anchor)
{
    nameDepths();
    if (!m_snapshot.mesh)
        return;
    if (m_cancel)
        m_cancel->store(true);
    m_progress->end();
    const Mesh &mesh = *m_snapshot.mesh;
    LineageRequest r;
    r.snapshot = m_snapshot;
    r.root = find(m_root);
    if (!m_root.isEmpty() && !r.root.isValid()) {
        m_panel->showEmpty(tr("This is no longer there"), tr("%1 was not in the last read.").arg(m_root),
                           tr("Find Something Else"));
        return;
    }
    if (m_root.isEmpty() && mesh.nodes(Kind::Dataset).empty() && mesh.nodes(Kind::Product).empty()) {
        m_panel->showEmpty(tr("No lineage yet"), tr("No endpoint has named a product or a dataset."), tr("Add an Endpoint"));
        return;
    }
    if (!m_levelChosen)
        setLevel(r.root.isValid()                    ? defaultLevel(mesh, r.root)
                 : mesh.nodes(Kind::Product).empty() ? Level::Dataset
                                                     : Level::Product);
    if (const auto roots = rootsAt(mesh, r.root, level()); !m_shown.scene && !roots.empty())
        m_view->startAt(mesh.address(roots.front()).toString()); // at another level its parts stand for it
    const bool datasets = level() == Level::Dataset;
    m_columns->setEnabled(datasets);
    const bool rings = m_arrangement->current() != u"layers" && r.root.isValid();
    m_arrangement->setEnabled(r.root.isValid());
    m_jobs->setEnabled(datasets && !rings);
    r.rings = !rings                                  ? LineageRequest::Rings::None
              : m_arrangement->current() == u"circle" ? LineageRequest::Rings::Circle
                                                      : LineageRequest::Rings::Halves;
    r.level = level();
    r.up = m_up->value();
    r.down = m_down->value();
    r.expanded = m_expanded;
    r.pinned = m_pinned;
    r.columns = m_columns->isChecked() && datasets;
    r.jobs = m_jobs->isChecked() && !rings; // a ring is a step
    r.filter = m_filter->filter();
    if (r.columns && m_open.empty()) {
        for (const NodeId n : rootsAt(mesh, r.root, r.level))
            m_open.emplace(mesh.address(n).toString(), columnsShown);
        if (m_open.size() > 1)
            m_open.erase(std::next(m_open.begin()), m_open.end());
    }
    r.open = m_open;
    r.traceDataset = m_traceDataset;
    r.traceColumn = m_traceColumn;
    r.previous = m_places;
    r.anchor = anchor;
    r.anchorFrom = std::exchange(m_anchorFrom, {});
    r.folds = foldChoice();
    r.unit = px(1000) / 1000.0;
    r.rightToLeft = layoutDirection() == Qt::RightToLeft;
    r.hues = huesOf(mesh);
    const auto state = std::make_shared<WorkState>();
    m_cancel = std::shared_ptr<std::atomic_bool>(state, &state->isCancelled);
    r.cancelled = [cancel = m_cancel] { return cancel->load(); };
    r.progress = [state](double share) { state->share.store(share); };
    m_progress->begin(tr("Laying out the lineage"), state);
    if (!m_shown.scene)
        m_panel->showLoading(tr("Laying out the lineage"));
    m_watcher.setFuture(QtConcurrent::run(buildLineage, r));
}

void LineagePage::take()
{
    // Cancelled after it was done: something else is shown by now.
    if (m_watcher.future().resultCount() == 0 || !m_cancel || m_cancel->load())
        return;
    m_progress->end();
    LineageScene made = m_watcher.result();
    if (made.tooLarge) {
        m_panel->showEmpty(
            tr("Choose what to follow"),
            tr("The whole mesh has %1 nodes at this level: too many to read as one lineage. Find a product, dataset or "
               "column and open its lineage, or group by domain.")
                .arg(numberText(made.nodes)),
            tr("Find Something"));
        return;
    }
    if (made.cancelled || !made.scene)
        return;
    m_shown = std::move(made);
    closeHeld(); // its card or edge is another one now
    m_places.clear();
    for (const SceneCard &card : m_shown.scene->cards())
        m_places.insert(card.id, card.rect.center());
    m_panel->showContent();
    m_view->setScene(m_shown.scene, std::exchange(m_kept, {}));
    if (!m_selected.isEmpty())
        m_view->select(m_selected);
    m_exporter->setName(title());
    showTexts();
    showTrace();
    emit locationChanged();
    emit drawn();
}

/// After a change by the person: a new layout that keeps what stays, and an entry for the history.
void LineagePage::changed()
{
    rebuild(m_view->selected().isEmpty() ? m_root : m_view->selected());
    emit locationChanged();
}

void LineagePage::showTexts()
{
    const Mesh &mesh = *m_snapshot.mesh;
    const auto count = [&](int n) {
        return level() == Level::Dataset   ? tr("%Ln datasets", "", n)
               : level() == Level::Product ? tr("%Ln products", "", n)
                                           : tr("%Ln domains", "", n);
    };
    const int shown = int(m_shown.shown.size());
    QString text = tr("%1 of %2 shown").arg(numberText(shown), count(int(m_shown.reachable)));
    if (m_shown.behind > 0)
        text += tr(", %1 behind the + buttons").arg(numberText(m_shown.behind));
    if (m_shown.filtered > 0)
        text +=
            tr(", %1 hidden by the filter (%2)").arg(numberText(m_shown.filtered), filterInWords(m_filter->filter(), mesh));
    if (!m_shown.folds.empty())
        text += tr(", in %Ln collapsed cards", "", int(m_shown.folds.size()));
    if (!m_shown.cycles.empty())
        text += tr(", %Ln cycles (dashed back)", "", int(m_shown.cycles.size()));
    m_shownText->setText(text);
    m_filterButton->setText(m_shown.filtered > 0 ? tr("Filter: %1 hidden").arg(numberText(m_shown.filtered)) : tr("Filter"));
    m_filterButton->setChecked(m_filter->filter().isActive());
    m_filterBar->setHidden(m_filter->filter(), m_shown.hidden, mesh);
    m_panel->setPartial(m_shown.complete
                            ? QString()
                            : tr("An endpoint in this graph was not read completely: there may be more than is shown."));
    const NodeId root = find(m_root);
    m_impact->setVisible(root.isValid() && m_pathFrom.isEmpty());
    if (root.isValid())
        m_impact->setImpact(mesh, m_snapshot.health.get(), m_shown, mesh.name(root),
                            m_shown.trace.steps.empty() ? QString() : m_traceColumn);
    if (root.isValid() && m_shown.reachable <= 1)
        emit said(tr("No endpoint knows a lineage of %1").arg(mesh.name(root)));
}

// -- what a person does

void LineagePage::expand(const QString &id, bool up)
{
    m_expanded.emplace(id, up);
    m_kept = id;
    rebuild(id);
    emit locationChanged();
}

void LineagePage::collapse(const QString &id)
{
    const bool was = m_expanded.erase({id, true}) + m_expanded.erase({id, false}) > 0;
    const bool folded = m_open.erase(id) > 0;
    if (was || folded) {
        m_kept = id;
        rebuild(id);
        emit locationChanged();
    }
}

void LineagePage::openColumns(const QString &id, bool more)
{
    if (foldedCard(id)) {
        more ? showMembers(id) : unfold(id);
        return;
    }
    const NodeId n = find(id);
    if (!n.isValid() || m_snapshot.mesh->kind(n) != Kind::Dataset || level() != Level::Dataset)
        return;
    if (more) {
        m_open[id] += columnsMore;
    } else if (m_open.contains(id) && m_columns->isChecked()) {
        m_open.erase(id);
        if (m_open.empty())
            m_open.emplace(QString(), 1); // none is open on purpose
    } else {
        m_open.erase(QString());
        m_open.emplace(id, columnsShown);
    }
    {
        const QSignalBlocker blocker(m_columns);
        m_columns->setChecked(true);
    }
    m_kept = id;
    rebuild(id);
    emit locationChanged();
}

void LineagePage::open(const QString &id, bool newWindow)
{
    const QString address = plainId(id);
    const Result<Address> parsed = Address::parse(address);
    if (!parsed) {
        showMembers(id);
        return;
    }
    Location l{QStringLiteral("lineage"), address, {}};
    if (parsed->kind == Kind::Product)
        l.view = QStringLiteral("product");
    else if (parsed->kind == Kind::Domain)
        l.view = QStringLiteral("map");
    else if (parsed->kind == Kind::Dataset && address == m_root) {
        const NodeId product = m_snapshot.mesh->productOf(find(address));
        if (!product.isValid())
            return;
        l = {QStringLiteral("product"), m_snapshot.mesh->address(product).toString(), {}};
    }
    emit openRequested(l, newWindow);
}

void LineagePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        m_places.clear();
        rebuild(m_root);
    }
}

void LineagePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitBar();
    placeOverlays();
}

} // namespace meshscope
