#include "ui/lineage/lineagepage.h"

#include "ui/graph/baroverflow.h"
#include "ui/graph/filterbar.h"
#include "ui/graph/filterpanel.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphexporter.h"
#include "ui/graph/graphtree.h"
#include "ui/graph/graphview.h"
#include "ui/lineage/heldlist.h"
#include "ui/lineage/impactlist.h"
#include "ui/lineage/pathspanel.h"
#include "ui/lineage/tracebar.h"
#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace meshscope {

namespace {

constexpr int deepestAsked = 20;

/// A toggle of the page's bar: quiet, with a soft ground while on.
void setToggle(QToolButton *button, const QString &text, const QString &iconName, const QString &tip)
{
    setLook(button, ButtonLook::Quiet, iconName);
    button->setText(text);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
}

void setDepth(QSpinBox *box)
{
    // One below 0 stands for everything.
    box->setRange(allDepths, deepestAsked);
    box->setSpecialValueText(LineagePage::tr("all"));
    box->setFixedWidth(px(82));
    box->setAlignment(Qt::AlignCenter);
    box->setKeyboardTracking(false);
}

} // namespace

/// What the two depths count: steps between the cards that are shown; of schemas those between their datasets, since a
/// schema's datasets may lie at several depths.
void LineagePage::nameDepths()
{
    const bool bySchema = m_group->current() == u"schema";
    const auto name = [&](QSpinBox *box, QLabel *label, const QString &words) {
        label->setText(words);
        box->setAccessibleName(words);
        box->setToolTip(tr("%1: how many steps are shown; below 0 all of them").arg(words));
    };
    name(m_up, m_upLabel, bySchema ? tr("Dataset steps upstream") : tr("Upstream"));
    name(m_down, m_downLabel, bySchema ? tr("downstream") : tr("Downstream"));
    if (bySchema)
        m_down->setAccessibleName(tr("Dataset steps downstream"));
}

void LineagePage::buildBar(QVBoxLayout *column)
{
    auto *bar = new PageBar;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(px(16), 0, px(12), 0);
    row->setSpacing(px(6));
    setDepth(m_up);
    setDepth(m_down);
    m_up->setObjectName(QStringLiteral("up"));
    m_down->setObjectName(QStringLiteral("down"));
    m_up->setValue(1);
    m_down->setValue(2);
    m_upLabel = makeLabel(tr("Upstream"), TextRole::Base, &Tokens::muted);
    m_downLabel = makeLabel(tr("Downstream"), TextRole::Base, &Tokens::muted);
    nameDepths();
    m_group->addChoice(QStringLiteral("dataset"), tr("Dataset"));
    m_group->addChoice(QStringLiteral("schema"), tr("Schema"));
    m_group->addChoice(QStringLiteral("product"), tr("Product"));
    m_group->addChoice(QStringLiteral("domain"), tr("Domain"));
    m_group->setObjectName(QStringLiteral("group"));
    m_arrangement->addChoice(QStringLiteral("layers"), tr("Layers"));
    m_arrangement->addChoice(QStringLiteral("rings"), tr("Rings"));
    m_arrangement->addChoice(QStringLiteral("circle"), tr("Full circle"));
    m_arrangement->setObjectName(QStringLiteral("as"));
    setToggle(m_columns, tr("Columns"), QStringLiteral("column"), tr("Show columns and trace one of them"));
    setToggle(m_jobs, tr("Jobs"), QStringLiteral("job"), tr("Show the jobs on the edges"));
    setToggle(m_filterButton, tr("Filter"), QStringLiteral("filter"), tr("Show only some of the graph"));
    m_columns->setObjectName(QStringLiteral("columns"));
    m_jobs->setObjectName(QStringLiteral("jobs"));
    m_filterButton->setObjectName(QStringLiteral("filter"));
    m_jobs->setChecked(true);
    m_find->setKeyHint(QStringLiteral("/"));
    m_find->setObjectName(QStringLiteral("find"));
    m_find->setMaximumWidth(px(220));
    m_find->setMinimumWidth(px(130));
    auto *tree = iconButton(QStringLiteral("sidebar"), tr("Show the graph as a tree (T)"), this);
    tree->setObjectName(QStringLiteral("tree"));
    connect(tree, &QToolButton::clicked, m_tree, &GraphTree::toggle);
    auto *full = iconButton(QStringLiteral("fullscreen"), tr("Full screen"), this);
    auto *save = iconButton(QStringLiteral("export"), tr("Export the graph"), this);
    save->setObjectName(QStringLiteral("export"));
    for (QWidget *w : {static_cast<QWidget *>(m_upLabel), static_cast<QWidget *>(m_up)})
        row->addWidget(w);
    row->addSpacing(px(4));
    for (QWidget *w : {static_cast<QWidget *>(m_downLabel), static_cast<QWidget *>(m_down)})
        row->addWidget(w);
    row->addSpacing(px(2));
    for (QWidget *w :
         {static_cast<QWidget *>(m_group), static_cast<QWidget *>(m_arrangement), static_cast<QWidget *>(m_columns),
          static_cast<QWidget *>(m_jobs), static_cast<QWidget *>(m_filterButton)})
        row->addWidget(w);
    row->addStretch(1);
    row->addWidget(m_find, 2);
    row->addSpacing(px(4));
    row->addWidget(m_zoom);
    row->addWidget(tree);
    row->addWidget(full);
    row->addWidget(save);
    auto *overflow = new BarOverflow(bar);
    row->addWidget(overflow);
    for (QWidget *control : std::initializer_list<QWidget *>{m_find, full, m_jobs, m_columns, m_arrangement, m_zoom,
                                                             m_filterButton, m_group, save, m_down, m_up})
        overflow->add(control);
    connect(m_view, &GraphView::findRequested, overflow, [this, overflow] { overflow->popUp(m_find); });
    column->addWidget(bar);

    connect(m_up, &QSpinBox::valueChanged, this, &LineagePage::changed);
    connect(m_down, &QSpinBox::valueChanged, this, &LineagePage::changed);
    connect(m_arrangement, &ChoiceButton::chosen, this, [this] {
        resetView();
        changed();
    });
    connect(m_group, &ChoiceButton::chosen, this, [this] {
        m_levelChosen = true;
        m_expanded.clear();
        m_open.clear();
        m_folds = {};
        resetView();
        changed();
    });
    connect(m_columns, &QToolButton::toggled, this, [this](bool on) {
        if (!on) {
            m_traceDataset.clear();
            m_traceColumn.clear();
            m_open.clear();
        }
        changed();
    });
    connect(m_jobs, &QToolButton::toggled, this, &LineagePage::changed);
    connect(m_filterButton, &QToolButton::clicked, this, [this] {
        m_filterButton->setChecked(m_filter->filter().isActive());
        m_filter->move(m_filterButton->mapToGlobal(QPoint(0, m_filterButton->height() + px(4))));
        m_filter->show();
    });
    connect(m_filter, &FilterPanel::filterChanged, this, &LineagePage::changed);
    connect(m_filterBar, &FilterBar::cleared, this, [this] {
        m_filter->setFilter({});
        changed();
    });
    connect(m_filterBar, &FilterBar::fieldCleared, this, [this](NodeFilter::Field field) {
        NodeFilter filter = m_filter->filter();
        filter.value(field).clear();
        m_filter->setFilter(filter);
        changed();
    });
    connect(full, &QToolButton::clicked, this,
            [this] { window()->setWindowState(window()->windowState() ^ Qt::WindowFullScreen); });
    connect(save, &QToolButton::clicked, this, [this, save] {
        m_exporter->menu()->popup(
            save->mapToGlobal(QPoint(save->width() - m_exporter->menu()->sizeHint().width(), save->height())));
    });
    connect(m_zoom, &ZoomBox::zoomBy, m_view, &GraphView::zoomBy);
    connect(m_zoom, &ZoomBox::resetRequested, m_view, [this] { m_view->setZoom(1); });
    connect(m_find, &QLineEdit::textEdited, this, [this](const QString &words) { m_view->find(words); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        const int found = m_view->find(m_find->text(), true);
        emit said(found > 0 ? tr("%1 of %2 found").arg(m_view->findPosition() + 1).arg(found)
                            : tr("Nothing in this graph is called “%1”").arg(m_find->text()));
    });
}

void LineagePage::buildBody(QVBoxLayout *column)
{
    m_view->setObjectName(QStringLiteral("lineage"));
    m_view->setAccessibleName(tr("Lineage"));
    m_view->setMinimapShown(true);
    m_canvas = new QWidget;
    auto *inner = new QVBoxLayout(m_canvas);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_filterBar);
    inner->addWidget(m_tree->besideView(), 1);
    auto *foot = new QWidget;
    setGround(foot, &Tokens::canvas);
    auto *footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(px(16), px(2), px(16), px(6));
    m_shownText = makeElided({}, TextRole::Small, &Tokens::muted);
    m_shownText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_shownText->setObjectName(QStringLiteral("shown"));
    footRow->addWidget(m_traceBar);
    footRow->addWidget(m_shownText, 1);
    foot->setMinimumHeight(px(32));
    m_traceBar->hide();
    inner->addWidget(foot);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_canvas);
    splitter->addWidget(m_impact);
    splitter->addWidget(m_paths);
    splitter->addWidget(m_held);
    m_held->hide();
    splitter->setStretchFactor(0, 7);
    for (const int list : {1, 2, 3})
        splitter->setStretchFactor(list, 3);
    splitter->setSizes({700, 270, 270, 270});
    m_panel = new StatePanel(splitter);
    column->addWidget(m_panel, 1);
}

void LineagePage::connectView()
{
    connect(m_view, &GraphView::nodeSelected, this, [this](const QString &id) {
        m_selected = id;
        m_impact->select(plainId(id), {});
        emit selected(plainId(id));
        emit locationChanged();
    });
    connect(m_view, &GraphView::nodeActivated, this, &LineagePage::open);
    connect(m_view, &GraphView::expandRequested, this, &LineagePage::expand);
    connect(m_view, &GraphView::openToggled, this, [this](const QString &id) { openColumns(id, false); });
    connect(m_view, &GraphView::moreColumnsRequested, this, [this](const QString &id) { openColumns(id, true); });
    connect(m_view, &GraphView::columnActivated, this, &LineagePage::traceFrom);
    connect(m_view, &GraphView::zoomChanged, m_zoom, &ZoomBox::setZoom);
    connect(m_view, &GraphView::contextRequested, this, &LineagePage::showContextMenu);
    connect(m_view, &GraphView::findRequested, m_find, [this] { m_find->setFocus(Qt::ShortcutFocusReason); });
    connect(m_view, &GraphView::lockedChanged, this, [this](const QString &id) {
        emit said(id.isEmpty() ? tr("Path unlocked")
                               : tr("The paths through %1 stay lit; L unlocks").arg(nameOf(plainId(id))));
        emit locationChanged();
    });
    connect(m_traceBar, &TraceBar::closed, this, &LineagePage::endTrace);
    connect(m_impact, &ImpactList::rowSelected, this, [this](const QString &address, const QString &column) {
        m_selected = address;
        m_view->select(address, true);
        if (!column.isEmpty()) {
            m_targetDataset = address;
            m_targetColumn = column;
            showTrace();
        }
        emit selected(address);
    });
    connect(m_impact, &ImpactList::opened, this, &LineagePage::open);
    connect(m_impact, &ImpactList::copyRequested, this, [this] { emit said(tr("The list was copied")); });
    connect(m_panel, &StatePanel::actionRequested, this, [this] {
        const bool empty = m_snapshot.mesh && m_snapshot.mesh->nodes(Kind::Dataset).empty() &&
                           m_snapshot.mesh->nodes(Kind::Product).empty();
        emit openRequested({empty ? QStringLiteral("endpoints") : QStringLiteral("find"), {}, {}});
    });
}

/// Words give way in a narrow window; then controls go into the menu at the end.
void LineagePage::fitBar()
{
    m_downLabel->setVisible(width() >= px(980));
    m_upLabel->setVisible(width() >= px(980));
    m_group->setLabelShown(width() >= px(1060));
    m_arrangement->setLabelShown(width() >= px(1240));
}

void LineagePage::placeOverlays()
{
    m_shownText->setVisible(!m_traceBar->isVisible() || width() >= px(900));
}

void LineagePage::showContextMenu(const QString &id, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString address = plainId(id);
    const NodeId n = find(address);
    if (n.isValid()) {
        const Mesh &mesh = *m_snapshot.mesh;
        const bool isDataset = mesh.kind(n) == Kind::Dataset;
        const NodeId product = mesh.productOf(n);
        menu->addAction(tr("&Open"), this, [this, id] { open(id, false); });
        menu->addAction(tr("Open in New &Window"), this, [this, id] { open(id, true); });
        if (isDataset && product.isValid())
            menu->addAction(tr("Open Its &Product"), this, [this, p = mesh.address(product).toString()] {
                emit openRequested({QStringLiteral("product"), p, {}});
            });
        menu->addAction(tr("Set as &Root"), this, [this, address] {
            emit openRequested({QStringLiteral("lineage"), address, {}});
        });
        menu->addSeparator();
        menu->addAction(tr("Show More &Upstream"), this, [this, id] { expand(id, true); });
        menu->addAction(tr("Show More &Downstream"), this, [this, id] { expand(id, false); });
        menu->addAction(tr("Co&llapse"), this, [this, id] { collapse(id); })
            ->setEnabled(m_expanded.contains({id, true}) || m_expanded.contains({id, false}) || m_open.contains(id));
        if (isDataset && level() == Level::Dataset)
            menu->addAction(m_columns->isChecked() && m_open.contains(id) ? tr("Fold &Columns") : tr("Show &Columns"), this,
                            [this, id] { openColumns(id, false); });
        addFoldActions(*menu, id);
        if (!foldedCard(id))
            addPathActions(*menu, address);
        menu->addAction(m_view->locked() == id ? tr("Unlock Path\tL") : tr("Lock Path\tL"), this,
                        [this, id] { m_view->setLocked(m_view->locked() == id ? QString() : id); });
        menu->addSeparator();
        menu->addAction(tr("Copy &Address"), this, [this, address] {
            QGuiApplication::clipboard()->setText(address);
            emit said(tr("Address copied"));
        });
        menu->addSeparator();
    } else if (foldedCard(id)) {
        menu->addAction(tr("Show More &Upstream"), this, [this, id] { expand(id, true); });
        menu->addAction(tr("Show More &Downstream"), this, [this, id] { expand(id, false); });
        addFoldActions(*menu, id);
        menu->addSeparator();
    }
    if (!m_folds.folded.empty() || !m_folds.unfolded.empty())
        menu->addAction(tr("Undo All &Collapsing"), this, &LineagePage::unfoldAll);
    menu->addAction(tr("&Fit\tF"), m_view, [this] { m_view->fit(); });
    menu->addMenu(m_exporter->menu())->setText(tr("&Export"));
    menu->popup(at);
}

} // namespace meshscope
